"""Analysis windows with made-up figures, for tests."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dsp.types import Beat, BeatLabel, Fiducials, Quality, Rhythm, Window
from storage import samples
from tests.storage.history import DEVICE, FS_HZ, START_NS

if TYPE_CHECKING:
    import sqlite3

N = 2500
PLAIN = Window(
    start=0,
    n=N,
    quality=Quality(0, N, 0.9, analysable=True),
    rhythm=Rhythm.SINUS,
    probability=None,
    model="rules-1",
    n_beats=10,
    hr_bpm=60.0,
    rr_ms=1000.0,
    rmssd_ms=30.0,
    pr_ms=160.0,
    qrs_ms=90.0,
    qt_ms=400.0,
    qtcf_ms=400.0,
    p_ms=100.0,
)


def window(i: int, *, n: int = N, good: bool = True, **changes: Any) -> Window:  # noqa: ANN401 - any field
    """The ``i``-th ten seconds of a session at 250 Hz."""
    quality = Quality(i * N, n, 0.9 if good else 0.1, good)
    return replace(PLAIN, start=i * N, n=n, quality=quality, **changes)


def heart_beats(i: int, labels: str = "NNVNNNNNSN") -> list[Beat | Fiducials]:
    """Ten beats of the ``i``-th window, each with its waves."""
    found: list[Beat | Fiducials] = []
    for k, label in enumerate(labels):
        r = i * N + 100 + 240 * k
        found.append(Beat(r, BeatLabel(label), 1000.0 + k))
        waves = Fiducials(r, r - 45, r - 35, r - 25, r - 12, r + 13, r + 60, r + 75, r + 90)
        found.append(replace(waves, p_on=None, p_peak=None, p_off=None) if label == "V" else waves)
    return found


def open_session(conn: sqlite3.Connection, session: int = 1, start_ns: int = START_NS) -> None:
    """A session of the usual device."""
    samples.open_session(conn, session, DEVICE, "I", FS_HZ, start_ns, "device")
