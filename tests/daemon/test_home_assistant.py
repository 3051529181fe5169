"""The discovery message: what Home Assistant needs, reading what the state topic really says."""

from __future__ import annotations

import json
import re

import msgspec
import pytest

from daemon.home_assistant import HomeAssistantConfig, discovery, removal
from daemon.live_state import LiveState
from daemon.topics import Topics

TOPICS = Topics()


def message(name: str | None = None) -> dict[str, object]:
    topic, payload = discovery(TOPICS, "strap-1", name=name)
    assert topic == "homeassistant/device/hearth-strap-1/config"
    found: dict[str, object] = json.loads(payload)
    return found


def components() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(discovery(TOPICS, "strap-1")[1])["components"]
    return found


def test_the_components_are_those_promised() -> None:
    platforms = {key: one["platform"] for key, one in components().items()}
    assert platforms == {
        "hr": "sensor",
        "rhythm": "sensor",
        "quality": "sensor",
        "battery": "sensor",
        "last_sample": "sensor",
        "af_today": "sensor",
        "open_alarms": "sensor",
        "problem": "binary_sensor",
        "lead_off": "binary_sensor",
        "connected": "binary_sensor",
    }


def test_every_template_reads_a_field_that_the_state_has() -> None:
    fields = set(msgspec.structs.asdict(LiveState(device="strap-1")))
    for component in components().values():
        read = set(re.findall(r"value_json\.(\w+)", component["value_template"]))
        assert read
        assert read <= fields


def test_unique_ids_differ_between_components_and_wearables() -> None:
    other = json.loads(discovery(TOPICS, "strap-2")[1])["components"]
    ids = [one["unique_id"] for one in (*components().values(), *other.values())]
    assert len(set(ids)) == len(ids)


def test_there_is_no_heart_rate_device_class_and_no_unknown_that_looks_well() -> None:
    found = components()
    assert "device_class" not in found["hr"]
    assert found["hr"]["unit_of_measurement"] == "bpm"
    assert found["battery"]["device_class"] == "battery"
    assert "is none" in found["lead_off"]["value_template"]


def test_long_names_are_cut_and_the_device_says_it_is_not_medical() -> None:
    device = message("x" * 500)["device"]
    assert isinstance(device, dict)
    assert len(device["name"]) == 80
    assert "not a medical device" in device["model"]
    assert message()["availability_mode"] == "all"


def test_removal_is_an_empty_payload_on_the_same_topic() -> None:
    assert removal(TOPICS, "strap-1") == (discovery(TOPICS, "strap-1")[0], b"")


@pytest.mark.parametrize("prefix", ["", "a/b", "a+", "#"])
def test_a_prefix_is_one_level(prefix: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"prefix": prefix}, HomeAssistantConfig)
