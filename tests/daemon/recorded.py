"""A store with everything an export has to be honest about, made from a synthetic ECG."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

import numpy as np

from dsp import thresholds as limits
from dsp.pipeline import Pipeline
from dsp.types import (
    RR_HZ,
    Beat,
    BeatLabel,
    Gap,
    GapReason,
    Quality,
    Rhythm,
    Segment,
    Window,
)
from storage import people, results, rollups, samples, thresholds
from storage.devices import ensure_device
from storage.episodes import open_or_extend
from storage.writer import exclusive
from tests.dsp.signals import ecg, regular

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from numpy.typing import NDArray

NS: Final = 10**9
TZ: Final = ZoneInfo("Europe/Berlin")
DEVICE: Final = "patch-1"
FS_HZ: Final = 250.0
LENGTH_S: Final = 240.0
START: Final = datetime(2025, 3, 11, 23, 58, 0, 400_000, tzinfo=TZ)  # two minutes before midnight
NOW: Final = "2025-03-12T08:00:00+01:00"
LOST: Final = (15_000, 16_000)  # samples
OFF: Final = (20_000, 22_500)
PAUSE: Final = (40_000, 40_000 + 800)
FAST_FS_HZ: Final = 130.0
FAST_TRUE_HZ: Final = 130.1  # as straps are
FAST_START: Final = datetime(2025, 3, 12, 1, 0, tzinfo=TZ)
FAST_S: Final = 1200


@dataclass(frozen=True, slots=True)
class Pause:
    kind: str = "pause"
    start: int = PAUSE[0]
    n: int = PAUSE[1] - PAUSE[0]
    value: float | None = 3.2
    open: bool = False


def ns(at: datetime) -> int:
    return round(at.timestamp() * 1000) * 1_000_000


def signal(length_s: float = LENGTH_S, fs_hz: float = FS_HZ) -> NDArray[np.int32]:
    return np.rint(ecg(regular(length_s), length_s, fs_hz)).astype(np.int32)


def record(path: Path, *, loud: float = 1.0) -> None:
    """Write it. ``loud``: by how much the voltages are higher."""
    uv = np.rint(signal() * loud).astype(np.int32)
    with exclusive(path) as conn:
        thresholds.sync(conn, limits.DEFAULTS, set_ns=ns(START))
        wearer = people.add_wearer(conn, "Ada Ö.", TZ.key, sex="female", installed_ns=ns(START))
        ensure_device(conn, DEVICE, now_ns=ns(START), wearer=wearer, name="Ada's patch")
        samples.open_session(conn, 1, DEVICE, "I", FS_HZ, ns(START), "device")
        for start, end in ((0, LOST[0]), (LOST[1], OFF[0]), (OFF[0], OFF[1]), (OFF[1], len(uv))):
            samples.append(conn, Segment(1, start, FS_HZ, uv[start:end], lead_off=start == OFF[0]))
            if end == LOST[0]:
                samples.add_gap(conn, Gap(1, *LOST[:1], LOST[1] - LOST[0], GapReason.LOST))
        samples.close_session(conn, 1)
        analyse(conn, 1, uv)
        open_or_extend(conn, DEVICE, 1, Pause(), version=Pipeline.version)
        fast = signal(FAST_S, FAST_FS_HZ)
        samples.open_session(conn, 2, DEVICE, "I", FAST_FS_HZ, ns(FAST_START), "device")
        samples.append(conn, Segment(2, 0, FAST_FS_HZ, fast))
        for sample in range(0, len(fast) + 1, 7800):
            samples.add_anchor(conn, 2, sample, ns(FAST_START) + round(sample / FAST_TRUE_HZ * NS))
        samples.close_session(conn, 2)
        rollups.flush(conn)


def analyse(conn: sqlite3.Connection, session: int, uv: NDArray[np.int32]) -> None:
    """What the chain finds, with what is missing left out."""
    pipeline = Pipeline(FS_HZ)
    found = pipeline.push(uv[: LOST[0]])
    found += pipeline.gap(LOST[1] - LOST[0])
    found += pipeline.push(uv[LOST[1] : OFF[0]])
    found += pipeline.push(uv[OFF[0] : OFF[1]], lead_off=True)
    found += pipeline.push(uv[OFF[1] :])
    found += pipeline.finish()
    results.store(conn, session, found, version=Pipeline.version)


def record_days(path: Path, days: int) -> None:
    """Whole days of signal at 100 Hz, without results."""
    uv = signal(60.0, 100.0)
    begin_ns = ns(datetime(2025, 3, 1, tzinfo=TZ))
    with exclusive(path) as conn:
        wearer = people.add_wearer(conn, "Ada", TZ.key, installed_ns=begin_ns)
        ensure_device(conn, DEVICE, now_ns=begin_ns, wearer=wearer)
        samples.open_session(conn, 1, DEVICE, "I", 100.0, begin_ns, "device")
        for minute in range(days * 1440):
            samples.append(conn, Segment(1, minute * len(uv), 100.0, uv))
        samples.close_session(conn, 1)


def record_intervals(path: Path) -> None:
    """An hour of a belt that sends beat intervals alone, from one in the morning on."""
    begin_ns, second, ten = ns(FAST_START), round(RR_HZ), round(10 * RR_HZ)
    found: list[Beat | Window] = []
    for start in range(0, 3600 * second, ten):
        found += [Beat(start + k * second, BeatLabel.Q) for k in range(10)]
        nothing = (None,) * 5
        quality = Quality(start, ten, 0.9, analysable=True)
        found.append(
            Window(start, ten, quality, Rhythm.REGULAR, None, "rules-1", 10, 60.0, 1000.0, 20.0, *nothing)
        )
    with exclusive(path) as conn:
        thresholds.sync(conn, limits.DEFAULTS, set_ns=begin_ns)
        wearer = people.add_wearer(conn, "Bo", TZ.key, installed_ns=begin_ns)
        ensure_device(conn, "belt", now_ns=begin_ns, wearer=wearer)
        samples.open_session(conn, 1, "belt", "", RR_HZ, begin_ns, "arrival", signal="rr")
        samples.add_gap(conn, Gap(1, 3600 * second, 1, GapReason.LOST))  # as far as it was recorded
        results.store(conn, 1, found, version="chain-1")
        rollups.flush(conn)
