"""Reading a scenario file: every mistake is named by key, value and wish."""

from __future__ import annotations

import re
import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from dsp.types import HearthError
from ingest.moments import Duration, Moment
from ingest.scenario import SPAN_MAX_S, Scenario, Wearer

SCENARIO_BYTES_MAX: Final = 1 << 20  # a described history is some pages of text

_AT: Final = re.compile(r" - at `\$\.?(?P<path>[^`]*)`$")
_FIELD: Final = re.compile(r"Object (?:contains unknown|missing required) field `(?P<field>[^`]+)`")
_CHOICES: Final = {
    "heart.events.kind": "sinus, af, pause, wide_run, bigeminy, ectopy, change",
    "devices.events.kind": "off, lost, lead_off, noise",
    "devices.events.source": "motion, muscle, mains, baseline",
    "devices.mains_hz": "50, 60",
    "people.role": "wearer, caregiver, clinician",
    "notes.kind": "diary, symptom, medication, activity",
    "wearers.sex": "female, male",
}
_STEP: Final = re.compile(r"(?P<key>\w+)|\[(?P<index>\d+)\]")


class ScenarioError(HearthError):
    """A scenario that cannot be told. ``key``: dotted path; ``value``: what stood there; ``wanted``."""

    def __init__(self, source: str, key: str, value: object, wanted: str) -> None:
        where = f"{key} = {value!r}: " if key else ""
        super().__init__(f"{source}: {where}{wanted}")
        self.key, self.value, self.wanted = key, value, wanted


def load_scenario(path: Path | str) -> Scenario:
    """Read a scenario from a TOML file.

    Raises:
        ScenarioError: the file cannot be read, or a key is unknown, missing, or has an impossible value.
    """
    path = Path(path)
    try:
        with path.open("rb") as file:
            raw = file.read(SCENARIO_BYTES_MAX + 1)
        text = raw.decode("utf-8")
    except OSError as error:
        raise ScenarioError(str(path), "", "", error.strerror or "cannot be read") from error
    except UnicodeDecodeError as error:
        raise ScenarioError(str(path), "", "", f"is not UTF-8 text (byte {error.start})") from error
    if len(raw) > SCENARIO_BYTES_MAX:
        raise ScenarioError(str(path), "", "", f"is larger than {SCENARIO_BYTES_MAX} bytes")
    return parse_scenario(text, source=path.name)


def parse_scenario(text: str, *, source: str = "scenario") -> Scenario:
    """A scenario from TOML text; see ``load_scenario``."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ScenarioError(source, "", "", f"is not TOML: {error}") from error
    try:
        scenario = msgspec.convert(raw, Scenario, dec_hook=_time_words)
    except msgspec.ValidationError as error:
        raise _named(source, raw, str(error)) from error
    _check(source, scenario)
    return scenario


def _time_words(kind: type[Any], value: object) -> object:
    if kind is Duration:
        return Duration.parse(value)
    if kind is Moment:
        return Moment.parse(value)
    raise NotImplementedError(kind)


def _named(source: str, raw: dict[str, Any], message: str) -> ScenarioError:
    """Turn msgspec's message into key, value and wish."""
    key = ""
    if found := _AT.search(message):
        key, message = found["path"], message[: found.start()]
    if field := _FIELD.search(message):
        key = f"{key}.{field['field']}".lstrip(".")
        known = "unknown" in message
        message = "there is no such key; see docs/scenarios.md" if known else "this key is needed"
    message = message.replace("Expected", "wanted")
    plain = re.sub(r"\[\d+\]", "", key)
    for place, choices in _CHOICES.items():
        if plain.endswith(place) and "Invalid" in message:
            message = f"wanted one of: {choices}"
    return ScenarioError(source, key, _value(raw, key), message)


def _value(raw: object, key: str) -> object:
    """What stands at a dotted path, None where nothing does."""
    for step in _STEP.finditer(key):
        if isinstance(raw, dict) and step["key"]:
            raw = raw.get(step["key"])
        elif isinstance(raw, list) and step["index"]:
            raw = raw[int(step["index"])] if int(step["index"]) < len(raw) else None
        else:
            return None
    return raw


def _check(source: str, scenario: Scenario) -> None:
    """What types cannot say."""
    if not 0 < scenario.span <= SPAN_MAX_S:
        raise ScenarioError(
            source, "span", float(scenario.span), "wanted more than nothing and at most 3 years"
        )
    if isinstance(scenario.now, datetime) and scenario.now.tzinfo is None:
        raise ScenarioError(source, "now", scenario.now.isoformat(), "wanted an offset, such as +01:00 or Z")
    ids = [device.id for wearer in scenario.wearers for device in wearer.devices]
    for twice in {name for name in ids if ids.count(name) > 1}:
        raise ScenarioError(source, "devices.id", twice, "two wearables have this id; wanted different ones")
    for i, wearer in enumerate(scenario.wearers):
        _check_wearer(source, f"wearers[{i}]", wearer)


def _check_wearer(source: str, key: str, wearer: Wearer) -> None:
    try:
        ZoneInfo(wearer.tz)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ScenarioError(
            source, f"{key}.tz", wearer.tz, "wanted an IANA zone such as Europe/Berlin"
        ) from error
    rates = wearer.heart.rate_bpm
    if isinstance(rates, tuple) and len(rates) != 24:  # noqa: PLR2004 - hours of a day
        raise ScenarioError(
            source, f"{key}.heart.rate_bpm", f"{len(rates)} numbers", "wanted one, or 24, one an hour"
        )
    known = {"", wearer.name, *(person.name for person in wearer.people)}
    listed = ", ".join(sorted(known - {""}))
    for i, note in enumerate(wearer.notes):
        if note.author not in known:
            raise ScenarioError(source, f"{key}.notes[{i}].author", note.author, f"wanted one of: {listed}")
    for d, device in enumerate(wearer.devices):
        for a, alert in enumerate(device.alerts):
            place = f"{key}.devices[{d}].alerts[{a}]"
            if alert.acknowledged_by not in known:
                raise ScenarioError(
                    source, f"{place}.acknowledged_by", alert.acknowledged_by, f"wanted one of: {listed}"
                )
            if alert.acknowledged_by and alert.acknowledged_after is None:
                raise ScenarioError(source, f"{place}.acknowledged_after", None, "wanted how long it took")
