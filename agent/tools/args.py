"""Arguments of the tools. ``when`` is always the asker's own words for a time."""

from __future__ import annotations

from typing import Annotated, Final, Literal, get_args

import msgspec

Words = Annotated[str, msgspec.Meta(max_length=200, description="a time in the asker's own words")]
Metric = Literal["hr", "hr_min", "hr_max", "hr_rest", "rr", "rmssd", "pr", "qrs", "qt", "qtc", "p_duration"]
TrendMetric = Literal[
    "hr",
    "hr_min",
    "hr_max",
    "hr_rest",
    "rmssd",
    "pr",
    "qrs",
    "qtc",
    "af_burden",
    "s_beats",
    "v_beats",
    "pauses",
    "coverage",
]
Bucket = Literal["hour", "day", "night", "week"]
EventKind = Literal[
    "af",
    "pause",
    "brady",
    "tachy",
    "wide_run",
    "bigeminy",
    "trigeminy",
    "hr_above",
    "hr_below",
    "hr_max",
    "hr_min",
    "any",
]
NoteKind = Literal["diary", "symptom", "medication", "activity"]
Finding = Literal["af", "pause", "brady", "tachy", "wide_run", "bigeminy", "trigeminy", "s_beats", "v_beats"]
ExportFormat = Literal["svg", "pdf", "wfdb", "edf", "csv", "fhir"]
NOTE_CHARS: Final = 500  # a note is a sentence or two
EVIDENCE_CHARS: Final = 16  # "E" and a number
EvidenceId = Annotated[
    str, msgspec.Meta(max_length=EVIDENCE_CHARS, description="id of an earlier result of this dialogue")
]
Count = Annotated[int, msgspec.Meta(ge=1, le=50)]


class Args(msgspec.Struct, frozen=True, tag_field="tool", omit_defaults=True):
    """Arguments of one tool call."""


class Measure(Args, frozen=True, tag="measure"):
    """Rates and intervals over a time."""

    when: Words
    metrics: tuple[Metric, ...] = ("hr",)


class Classify(Args, frozen=True, tag="classify"):
    """Shares of rhythms, or counts of beat classes."""

    when: Words
    target: Literal["rhythm", "beats"] = "rhythm"


class Burden(Args, frozen=True, tag="burden"):
    """How much of the analysable time a rhythm took."""

    when: Words
    rhythm: Literal["af"] = "af"


class FindEvents(Args, frozen=True, tag="find_events"):
    """Events of a kind. ``threshold``: bpm, for hr_above and hr_below."""

    when: Words
    kind: EventKind = "any"
    threshold: Annotated[float, msgspec.Meta(gt=0, le=400)] | None = None
    limit: Count = 5
    order: Literal["time", "newest", "oldest", "longest", "shortest", "strongest"] = "time"


class Trend(Args, frozen=True, tag="trend"):
    """A metric from bucket to bucket."""

    when: Words
    metric: TrendMetric = "hr"
    bucket: Bucket = "day"


class Compare(Args, frozen=True, tag="compare"):
    """Two times side by side; an empty ``b`` is what is usual: the two weeks before ``a``."""

    a: Words
    b: Words = ""
    metrics: tuple[Metric, ...] = ("hr",)


class CoverageOf(Args, frozen=True, tag="coverage"):
    """How much was recorded and could be analysed."""

    when: Words


class DeviceStatus(Args, frozen=True, tag="device_status"):
    """Battery, connection, newest data."""


class ListAlerts(Args, frozen=True, tag="list_alerts"):
    """Alerts of a time."""

    when: Words
    status: Literal["any", "open"] = "any"


class ListNotes(Args, frozen=True, tag="list_notes"):
    """What people wrote down."""

    when: Words
    kind: NoteKind | None = None


class Summarize(Args, frozen=True, tag="summarize"):
    """Everything that matters about a time."""

    when: Words
    audience: Literal["wearer", "caregiver", "clinician"] = "wearer"


class Provenance(Args, frozen=True, tag="provenance"):
    """Where the numbers of an earlier answer come from."""

    evidence: EvidenceId


class Explain(Args, frozen=True, tag="explain"):
    """Why something was found, in a time or in an earlier result; ``evidence`` goes before ``when``."""

    finding: Finding = "af"
    when: Words = ""
    evidence: EvidenceId = ""


class ExplainAlert(Args, frozen=True, tag="explain_alert"):
    """Why an alert was raised. ``alert``: newest, a rule's name, or the number a list gave it."""

    alert: Annotated[str, msgspec.Meta(max_length=40)] = "newest"
    when: Words = "ever"


class AddNote(Args, frozen=True, tag="add_note"):
    """Write something down, once the asker confirms it."""

    kind: NoteKind
    text: Annotated[str, msgspec.Meta(min_length=1, max_length=NOTE_CHARS)]
    when: Words = "now"
    private: bool = False


class ProposeChange(Args, frozen=True, tag="propose_change"):
    """Change a setting, once the asker confirms it."""

    setting: Annotated[str, msgspec.Meta(max_length=60)]
    value: Annotated[str, msgspec.Meta(max_length=60)]


class Export(Args, frozen=True, tag="export"):
    """A file of a time, or of the newest event of a kind in it."""

    what: Literal["strip", "report", "signal", "results"] = "report"
    when: Words = "the past week"
    event: EventKind | None = None
    format: ExportFormat | None = None


class Glossary(Args, frozen=True, tag="glossary"):
    """What a word means."""

    term: Annotated[str, msgspec.Meta(max_length=40)]


Call = (
    Measure
    | Classify
    | Burden
    | FindEvents
    | Trend
    | Compare
    | CoverageOf
    | DeviceStatus
    | ListAlerts
    | ListNotes
    | Summarize
    | Provenance
    | Explain
    | ExplainAlert
    | AddNote
    | ProposeChange
    | Export
    | Glossary
)
KINDS: Final[tuple[type[Args], ...]] = get_args(Call)
NAMES: Final = {kind: str(kind.__struct_config__.tag) for kind in KINDS}


def when_of(call: Call) -> str | None:
    """The words for the time a call is about; None for a call about no time."""
    if isinstance(call, Compare):
        return call.a
    return getattr(call, "when", None)
