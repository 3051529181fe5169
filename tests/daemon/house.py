"""A small recorded house, written through the store's own functions, for the tests of what looks at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dsp.alarms import Alarm, AlarmKind, AlarmPresence, AlarmPriority
from dsp.types import Quality, QualityReason, Rhythm, Segment, Window
from storage import alarms, devices, people, results, samples
from storage.writer import exclusive

if TYPE_CHECKING:
    from pathlib import Path

    from dsp.types import IntArray

NS = 10**9
NOW_NS = 1_795_176_000 * NS  # 2026-11-20 12:00 UTC
FS_HZ = 130.0
VERSION = "chain-test"


@dataclass(frozen=True, slots=True)
class Worn:
    """One wearable to write. ``silent_s``: how long before now it ends; ``minutes``: how long it recorded."""

    device: str
    wearer: str = "Anna"
    tz: str = "Europe/Berlin"
    minutes: int = 30
    silent_s: float = 1.0
    hr_bpm: float | None = 72.0
    rhythm: Rhythm = Rhythm.SINUS
    battery_pct: int | None = 84


def beats_uv(seconds: float, hr_bpm: float = 72.0) -> IntArray:
    """A plain pulse train with a wandering baseline, microvolts."""
    t = np.arange(round(seconds * FS_HZ)) / FS_HZ
    phase = (t * hr_bpm / 60.0) % 1.0
    pulse = 1000.0 * np.exp(-(((phase - 0.5) / 0.02) ** 2)) + 150.0 * np.exp(-(((phase - 0.75) / 0.06) ** 2))
    return (pulse + 100.0 * np.sin(0.5 * t)).astype(np.int32)


def window(start: int, n: int, worn: Worn) -> Window:
    """An analysis window; noise where there is no rate."""
    clean = worn.hr_bpm is not None
    reasons = () if clean else (QualityReason.MOTION,)
    return Window(
        start=start,
        n=n,
        quality=Quality(start, n, 0.93 if clean else 0.2, clean, reasons),
        rhythm=worn.rhythm if clean else Rhythm.NOISE,
        probability=None,
        model="rules-test",
        n_beats=12 if clean else 0,
        hr_bpm=worn.hr_bpm,
        rr_ms=60_000 / worn.hr_bpm if worn.hr_bpm else None,
        rmssd_ms=30.0 if clean else None,
        pr_ms=None,
        qrs_ms=None,
        qt_ms=None,
        qtcf_ms=None,
        p_ms=None,
    )


def build(path: Path, *worn: Worn, alarm: bool = True) -> Path:
    """Write a database with the wearables ``worn``, and one open alarm of each."""
    with exclusive(path) as conn:
        for number, one in enumerate(worn, 1):
            n = round(one.minutes * 60 * FS_HZ)
            start_ns = NOW_NS - round(one.silent_s * NS) - round(n / FS_HZ * NS)
            wearer = people.add_wearer(conn, one.wearer, one.tz, installed_ns=start_ns)
            devices.ensure_device(conn, one.device, now_ns=start_ns, wearer=wearer)
            if one.battery_pct is not None:
                devices.record_state(conn, one.device, NOW_NS, battery_pct=one.battery_pct)
            samples.open_session(conn, number, one.device, "I", FS_HZ, start_ns, "device")
            samples.append(conn, Segment(number, 0, FS_HZ, beats_uv(one.minutes * 60)))
            step = round(10 * FS_HZ)
            windows = [window(start, step, one) for start in range(0, n - step + 1, step)]
            results.store(conn, number, windows, version=VERSION)
            if alarm:
                alarms.raise_(
                    conn,
                    Alarm(
                        rule="low_battery",
                        device=one.device,
                        kind=AlarmKind.TECHNICAL,
                        priority=AlarmPriority.LOW,
                        presence=AlarmPresence.ON,
                        at_ns=NOW_NS - 3600 * NS,
                        text="The battery is low.",
                        value=12.0,
                    ),
                )
    return path
