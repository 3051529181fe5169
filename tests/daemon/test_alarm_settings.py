"""What may be set about alarms, and what may not."""

from __future__ import annotations

import msgspec
import pytest

from daemon.alarms import AlarmsConfig


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"off": ["pause"]}, "enum"),
        ({"off": ["nonsense"]}, "enum"),
        ({"thresholds": {"pause": 2.0}}, "not below 3"),
        ({"thresholds": {"af_alert": 20}}, "not below 30"),
        ({"thresholds": {"qrs_high": 100}}, "enum"),
        ({"no_data_low_min": 40}, "no_data_medium_min"),
        ({"lead_off_low_s": 3000}, "lead_off_medium_min"),
        ({"battery_medium_pct": 50}, "battery_medium_pct"),
        ({"repeat_min": [0]}, "> 0"),
        ({"unknown": 1}, "unknown"),
    ],
)
def test_settings_that_contradict_themselves_or_switch_off_what_is_critical(
    wrong: dict[str, object], words: str
) -> None:
    with pytest.raises(msgspec.ValidationError, match=words):
        msgspec.convert(wrong, AlarmsConfig)


def test_limits_come_from_the_registry_and_then_from_the_user() -> None:
    config = AlarmsConfig(thresholds={"pause": 4.0})
    assert config.limits().pause_s == 4.0
    assert config.limits().af_alert_s == 300.0
    assert config.technical(min_free_mb=7).disk_free_bytes == 7_000_000
