"""The technical alarm rules of Bluetooth, as pure functions like those of ``alarm_technical``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from daemon.alarm_rules import HOLD, Level, Verdict
from dsp.alarms import AlarmPriority

if TYPE_CHECKING:
    from daemon.alarm_technical import TechnicalLimits

WORN_BACK_S: Final = 10.0  # a strap that is being put on makes and loses contact for some seconds
RADIO_AFTER_S: Final = (
    10.0  # bluetoothd restarts in three seconds, an adapter that is plugged in again in five
)
RADIO_BACK_S: Final = 10.0  # as long again before it counts as back
TROUBLE_AFTER_S: Final = 30.0  # a strap that is busy with a telephone refuses once, and streams the next time
TROUBLE_BACK_S: Final = 10.0


def not_worn(off: bool, lasting_s: float, limits: TechnicalLimits, *, active: bool) -> Verdict:
    """A wearable has said that it is not on the body (or is again) for ``lasting_s``.

    Taking it off is nobody's emergency: the alarm comes late, is never more than Low, and is told once.
    """
    if not off:
        return HOLD if active and lasting_s < WORN_BACK_S else None
    if lasting_s >= limits.not_worn_s:
        minutes = lasting_s / 60
        return Level(AlarmPriority.LOW, f"Not worn for {minutes:.0f} min: nothing is being recorded", minutes)
    return HOLD if active else None


def bluetooth_down(sentence: str | None, lasting_s: float, *, active: bool) -> Verdict:
    """The gateway's Bluetooth has not worked for ``lasting_s``, as ``sentence`` says; None: it works."""
    if sentence is None:
        return HOLD if active and lasting_s < RADIO_BACK_S else None
    if lasting_s >= RADIO_AFTER_S:
        return Level(AlarmPriority.MEDIUM, sentence)
    return HOLD if active else None


def wearable_trouble(sentence: str | None, lasting_s: float, *, active: bool) -> Verdict:
    """A wearable that is there has not been usable for ``lasting_s``, as ``sentence`` says; None: it is."""
    if sentence is None:
        return HOLD if active and lasting_s < TROUBLE_BACK_S else None
    if lasting_s >= TROUBLE_AFTER_S:
        return Level(AlarmPriority.MEDIUM, sentence)
    return HOLD if active else None
