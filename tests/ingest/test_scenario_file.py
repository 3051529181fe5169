from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from ingest.heart import Af, HeartEvent, Sinus
from ingest.scenario import DeviceEvent, Noise, Scenario
from ingest.scenario_file import ScenarioError, load_scenario, parse_scenario

ROOT = Path(__file__).resolve().parents[2]
BASE = """
name = "short"
span = "2d"
now = "2026-11-15T08:30:00+01:00"

[[wearers]]
name = "Anna"
tz = "Europe/Berlin"

[[wearers.people]]
name = "Jonas"
role = "caregiver"

[[wearers.notes]]
at = "yesterday 09:00"
kind = "diary"
text = "slept well"

[wearers.heart]
rate_bpm = 64

[[wearers.heart.events]]
kind = "af"
at = "last night 02:10"
duration = "42m"

[[wearers.devices]]
id = "patch-1"

[[wearers.devices.events]]
kind = "noise"
at = "yesterday 10:00"
duration = "3m"

[[wearers.devices.alerts]]
rule = "af"
at = "last night 02:16"
acknowledged_by = "Jonas"
acknowledged_after = "4h"
"""


def test_a_scenario_is_read_whole() -> None:
    scenario = parse_scenario(BASE)
    (wearer,) = scenario.wearers
    (event,) = wearer.heart.events
    assert isinstance(event, Af)
    assert (event.duration, event.rate_bpm) == (2520.0, 105.0)
    assert isinstance(wearer.devices[0].events[0], Noise)
    assert float(wearer.devices[0].alerts[0].acknowledged_after or 0) == 14_400.0
    assert wearer.heart.rate_bpm == 64.0


@pytest.mark.parametrize(
    ("old", "new", "key", "value", "wanted"),
    [
        (
            'kind = "af"',
            'kind = "flutter"',
            "wearers[0].heart.events[0].kind",
            "flutter",
            "wanted one of: sinus, af",
        ),
        ('"42m"', "42", "wearers[0].heart.events[0].duration", 42, "wanted a length"),
        ("last night 02:10", "noon", "wearers[0].heart.events[0].at", "noon", "wanted a moment"),
        ('id = "patch-1"', 'id = "Patch 1"', "wearers[0].devices[0].id", "Patch 1", "wanted"),
        ('id = "patch-1"', 'ids = "patch-1"', "wearers[0].devices[0].ids", "patch-1", "there is no such key"),
        ('id = "patch-1"', "", "wearers[0].devices[0].id", None, "this key is needed"),
        ('id = "patch-1"', 'id = "a"\nfs_hz = 20', "wearers[0].devices[0].fs_hz", 20, ">= 100"),
        ('id = "patch-1"', 'id = "a"\nmains_hz = 55', "wearers[0].devices[0].mains_hz", 55, "50, 60"),
        ('role = "caregiver"', 'role = "cat"', "wearers[0].people[0].role", "cat", "clinician"),
        ("Europe/Berlin", "Mars/Base", "wearers[0].tz", "Mars/Base", "IANA"),
        ("rate_bpm = 64", "rate_bpm = [60, 61]", "wearers[0].heart.rate_bpm", "2 numbers", "24"),
        ("rate_bpm = 64", 'rate_bpm = "fast"', "wearers[0].heart.rate_bpm", "fast", "wanted"),
        ('"2d"', '"0s"', "span", 0.0, "more than nothing"),
        ('"2d"', '"9999d"', "span", 863_913_600.0, "at most 3 years"),
        ("08:30:00+01:00", "08:30:00", "now", "2026-11-15T08:30:00", "an offset"),
        (
            'by = "Jonas"',
            'by = "Eve"',
            "wearers[0].devices[0].alerts[0].acknowledged_by",
            "Eve",
            "Anna, Jonas",
        ),
        (
            'acknowledged_after = "4h"',
            "",
            "wearers[0].devices[0].alerts[0].acknowledged_after",
            None,
            "how long",
        ),
        (
            'text = "slept well"',
            'text = "x"\nauthor = "Eve"',
            "wearers[0].notes[0].author",
            "Eve",
            "Anna, Jonas",
        ),
    ],
)
def test_every_mistake_names_key_value_and_wish(
    old: str, new: str, key: str, value: object, wanted: str
) -> None:
    assert old in BASE
    with pytest.raises(ScenarioError) as caught:
        parse_scenario(BASE.replace(old, new), source="story.toml")
    assert (caught.value.key, caught.value.value) == (key, value)
    assert wanted in caught.value.wanted
    assert str(caught.value).startswith("story.toml: ")


def test_two_wearables_need_two_ids() -> None:
    twice = BASE + '\n[[wearers.devices]]\nid = "patch-1"\n'
    with pytest.raises(ScenarioError, match="two wearables have this id"):
        parse_scenario(twice)


def test_files_that_cannot_be_read_say_so(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="No such file"):
        load_scenario(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b"name = '\xe9'")
    with pytest.raises(ScenarioError, match="not UTF-8"):
        load_scenario(tmp_path / "latin.toml")
    (tmp_path / "broken.toml").write_text("name = ")
    with pytest.raises(ScenarioError, match="is not TOML"):
        load_scenario(tmp_path / "broken.toml")
    (tmp_path / "huge.toml").write_bytes(b"#" * ((1 << 20) + 1))
    with pytest.raises(ScenarioError, match="is larger than"):
        load_scenario(tmp_path / "huge.toml")


def keys(struct: type[Any]) -> set[str]:
    """Every key of a struct and of all that it holds."""
    found: set[str] = set()
    for field in msgspec.structs.fields(struct):
        found.add(field.name)
        found |= _inside(field.type)
    return found


def _inside(kind: object) -> set[str]:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return keys(kind)
    return {name for arg in get_args(kind) for name in _inside(arg)}


def test_every_key_and_kind_is_documented() -> None:
    text = (ROOT / "docs" / "scenarios.md").read_text(encoding="utf-8")
    told = set(re.findall(r"`([a-z_]+)`", text))
    assert keys(Scenario) <= told
    kinds = {event.__struct_config__.tag for event in (*get_args(HeartEvent), *get_args(DeviceEvent))}
    assert kinds <= told
    assert "rate_bpm" in keys(Sinus)  # the search above looks into events


def test_the_examples_in_the_documentation_can_be_read() -> None:
    text = (ROOT / "docs" / "scenarios.md").read_text(encoding="utf-8")
    examples = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    assert examples
    for example in examples:
        parse_scenario(example)


@pytest.mark.parametrize("path", sorted((ROOT / "deploy" / "scenarios").glob("*.toml")), ids=lambda p: p.stem)
def test_the_shipped_scenarios_can_be_read(path: Path) -> None:
    assert load_scenario(path).name
