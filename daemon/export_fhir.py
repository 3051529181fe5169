"""FHIR R4: one Bundle with who wore what, the waveform of a short time, and what was measured over it.

Codes: ISO/IEEE 11073 (MDC) for the waveform and its lead, LOINC for what was measured, UCUM for units. What
has no code that is surely right is named in words. Everything is preliminary: no clinician has looked at it.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any, Final

from daemon.export_signal import pieces
from dsp.types import HearthError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from agent.scope import Scope
    from agent.tools.envelope import Envelope
    from daemon.export_record import Tally
    from daemon.export_signal import Found, Part

MDC: Final = "urn:oid:2.16.840.1.113883.6.24"
LOINC: Final = "http://loinc.org"
UCUM: Final = "http://unitsofmeasure.org"
CATEGORIES: Final = "http://terminology.hl7.org/CodeSystem/observation-category"
ABSENT: Final = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
ELECTRIC_POTENTIAL: Final = 131328  # MDC_ECG_ELEC_POTL; a lead's code is this plus the lead's own number
LEADS: Final = {"I": 1, "II": 2, "III": 61, "aVR": 62, "aVL": 63, "aVF": 64} | {
    f"V{number}": 2 + number for number in range(1, 7)
}
METRICS: Final = {
    "hr": ("8867-4", "Heart rate"),
    "hr_rest": ("40443-4", "Heart rate --resting"),
    "pr": ("8625-6", "P-R Interval"),
    "qrs": ("8633-0", "QRS duration"),
    "qt": ("8634-8", "Q-T interval"),
    "qtc": ("76634-5", "Q-T interval corrected based on Fridericia formula"),
}
UNITS: Final = {"bpm": ("beats/minute", "/min"), "ms": ("ms", "ms"), "%": ("%", "%")}
LONGEST_S: Final = 600.0  # of waveform: text that a server takes; a day of it would be 100 MB
NAMESPACE: Final = uuid.UUID(
    "1b1d6c3e-6f0f-5a43-9d6c-6a5f0f5d7b11"
)  # so that the same store gives the same ids


class TooLong(HearthError):
    """More waveform than a FHIR resource should hold. ``seconds``: how much."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"{seconds / 60:.0f} minutes of waveform are too much for FHIR, which takes "
            f"{LONGEST_S / 60:.0f}: choose a shorter time, --what values, or another format"
        )
        self.seconds = seconds


def bundle(resources: Iterable[tuple[str, dict[str, Any]]], at: str) -> dict[str, Any]:
    """A collection of resources with their full URLs."""
    entries = [{"fullUrl": url, "resource": resource} for url, resource in resources]
    return {"resourceType": "Bundle", "type": "collection", "timestamp": at, "entry": entries}


def url(*parts: object) -> str:
    """A resource's own name, the same each time."""
    return f"urn:uuid:{uuid.uuid5(NAMESPACE, '/'.join(map(str, parts)))}"


def patient(scope: Scope) -> tuple[str, dict[str, Any]]:
    """Who wore it, without a name: the receiver knows whom they asked."""
    wearer = scope.wearer
    made: dict[str, Any] = {
        "resourceType": "Patient",
        "identifier": [{"system": "urn:hearth:wearer", "value": str(wearer.id)}],
    }
    if wearer.sex is not None:
        made["gender"] = wearer.sex
    if wearer.birth_year is not None:
        made["birthDate"] = str(wearer.birth_year)
    return url("wearer", wearer.id), made


def device(scope: Scope) -> tuple[str, dict[str, Any]]:
    """What was worn."""
    return url("device", scope.device), {
        "resourceType": "Device",
        "identifier": [{"system": "urn:hearth:device", "value": scope.device}],
        "type": {"text": "single-lead ECG wearable; not a medical device"},
    }


def waveforms(
    conn: sqlite3.Connection, scope: Scope, found: Found, tally: Tally, advance: Callable[[int], None]
) -> list[tuple[str, dict[str, Any]]]:
    """The signal, one Observation for each part; ``E`` stands where a sample is missing.

    Raises:
        TooLong: it is more than ``LONGEST_S``.
    """
    seconds = sum(part.n / part.session.fs_hz for part in found.parts)
    if seconds > LONGEST_S:
        raise TooLong(seconds)
    return [_waveform(conn, scope, part, tally, advance) for part in found.parts]


def _waveform(
    conn: sqlite3.Connection, scope: Scope, part: Part, tally: Tally, advance: Callable[[int], None]
) -> tuple[str, dict[str, Any]]:
    words: list[str] = []
    for piece in pieces(conn, part):
        if piece.uv is None:
            words += ["E"] * piece.n
            tally.missing[piece.why] = tally.missing.get(piece.why, 0.0) + piece.n / part.session.fs_hz
        else:
            words += map(str, piece.uv.tolist())
            tally.samples += piece.n
        advance(piece.n)
    number = LEADS.get(part.session.lead)
    lead = (
        _code(MDC, str(ELECTRIC_POTENTIAL + number), f"MDC_ECG_ELEC_POTL_{part.session.lead.upper()}")
        if number is not None
        else _code(MDC, str(ELECTRIC_POTENTIAL), "MDC_ECG_ELEC_POTL")
    )
    observation = _observation(scope, part.start_ns, part.end_ns)
    observation["category"] = [_code(CATEGORIES, "procedure", "Procedure")]
    observation["code"] = _code(MDC, str(ELECTRIC_POTENTIAL), "MDC_ECG_ELEC_POTL")
    observation["component"] = [
        {
            "code": lead,
            "valueSampledData": {
                "origin": {"value": 0, "unit": "uV", "system": UCUM, "code": "uV"},
                "period": round(1000 / part.rate_hz, 9),
                "factor": 1,
                "dimensions": 1,
                "data": " ".join(words),
            },
        }
    ]
    return url("ecg", part.session.device, part.session.id, part.start, part.end), observation


def values(scope: Scope, measured: Envelope, burden: Envelope) -> list[tuple[str, dict[str, Any]]]:
    """What was measured, as the agent's own tools tell it: one Observation for each metric."""
    made = [_value(scope, measured, value) for value in measured.data.get("values", ())]
    if burden.ok:
        share = {"metric": "af_burden", "unit": "%", "value": burden.data["share_pct"], "missing": ""}
        made.append(_value(scope, burden, share))
    return made


def _value(scope: Scope, envelope: Envelope, value: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    span = envelope.resolved
    if span is None:
        raise TypeError(envelope.tool)
    metric = str(value["metric"])
    observation = _observation(scope, span.start_ns, span.end_ns)
    category = ("vital-signs", "Vital Signs") if metric == "hr" else ("procedure", "Procedure")
    observation["category"] = [_code(CATEGORIES, *category)]
    if metric in METRICS:
        observation["code"] = _code(LOINC, *METRICS[metric])
    else:
        observation["code"] = {"text": "Atrial fibrillation found by a program, share of the analysable time"}
    if value["value"] is None:
        observation["dataAbsentReason"] = _code(ABSENT, "unknown", "Unknown")
    else:
        unit, code = UNITS[value["unit"]]
        observation["valueQuantity"] = {"value": value["value"], "unit": unit, "system": UCUM, "code": code}
    observation["note"] = [{"text": _note(envelope, value)}]
    return url(metric, scope.device, span.start_ns, span.end_ns), observation


def _note(envelope: Envelope, value: dict[str, Any]) -> str:
    words = []
    if value["value"] is not None and value.get("n"):
        words.append(
            f"Median of {value['n']} {value['method']}; "
            f"middle half {value['q1']} to {value['q3']} {value['unit']}."
        )
    if value["value"] is None:
        why = str(value["missing"] or "no value").replace("_", " ")
        words.append(f"Not measured: {why}.")
    if envelope.coverage is not None:
        words.append(f"{envelope.coverage.pct} % of the time could be analysed.")
    told = {"rr": "beat intervals, without a waveform", "mixed": "one lead, and beat intervals in part"}
    return " ".join([*words, f"From {told.get(envelope.signal, 'one lead')}; not a diagnosis."])


def _observation(scope: Scope, start_ns: int, end_ns: int) -> dict[str, Any]:
    return {
        "resourceType": "Observation",
        "status": "preliminary",
        "subject": {"reference": url("wearer", scope.wearer.id)},
        "device": {"reference": url("device", scope.device)},
        "effectivePeriod": {"start": _moment(scope, start_ns), "end": _moment(scope, end_ns)},
    }


def _moment(scope: Scope, at_ns: int) -> str:
    return scope.iso(at_ns // 1_000_000 * 1_000_000)


def _code(system: str, code: str, display: str) -> dict[str, Any]:
    return {"coding": [{"system": system, "code": code, "display": display}]}
