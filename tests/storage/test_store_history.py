from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from dsp.types import Beat, BeatLabel, Fiducials, Quality, QualityReason, Result, Rhythm, Segment, Window
from storage import devices, results, rollups, samples
from storage.errors import BadResult
from storage.history import WindowBeats, mark_lead_off, store_history
from storage.writer import exclusive

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


START_NS = 1_793_520_000_000_000_000
TABLES = ("sessions", "segments", "beats", "hourly", "nightly", "lead_off", "dirty_hours", "dirty_nights")


def window(i: int, *, good: bool = True) -> Window:
    reasons = () if good else (QualityReason.MOTION,)
    quality = Quality(i * 1300, 1300, 1.0 if good else 0.0, good, reasons)
    value = 800.0 + i if good else None
    return Window(
        start=i * 1300,
        n=1300,
        quality=quality,
        rhythm=Rhythm.SINUS if good else Rhythm.NOISE,
        probability=None,
        model="rules-1",
        n_beats=2 if good else 0,
        hr_bpm=75.0 if good else None,
        rr_ms=value,
        rmssd_ms=value,
        pr_ms=value,
        qrs_ms=value,
        qt_ms=value,
        qtcf_ms=value,
        p_ms=None,
        n_v=1 if good else 0,
        flags=("AF_UNCONFIRMED",) if i == 3 else (),
        null_reasons={"p_ms": "no_p_waves"} if good else {"rr_ms": "low_quality"},
    )


def beats(i: int) -> list[Beat | Fiducials]:
    first, second = i * 1300 + 100, i * 1300 + 204
    return [
        Beat(first, BeatLabel.N, 1001.0),
        Fiducials(
            first,
            first - 30,
            first - 20,
            first - 12,
            first - 6,
            first + 6,
            first + 20,
            first + 33,
            first + 44,
        ),
        Beat(second, BeatLabel.V, 1402.5),
        Fiducials(second, qrs_on=second - 9, qrs_off=second + 11),
    ]


def columns(*, good: bool) -> WindowBeats:
    if not good:
        return WindowBeats([], "", [], [[]] * 8)
    first = (-30, -20, -12, -6, 6, 20, 33, 44)
    second = (None, None, None, -9, 11, None, None, None)
    return WindowBeats(
        [100, 204], "NV", [1001.0, 1402.5], [list(pair) for pair in zip(first, second, strict=True)]
    )


def opened(conn: sqlite3.Connection) -> None:
    devices.ensure_device(conn, "a", now_ns=START_NS, lead="I", kind="simulated")
    samples.open_session(conn, 1, "a", "I", 130.0, START_NS, "device")


def rows(conn: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    return {
        table: sorted(map(tuple, conn.execute(f"SELECT * FROM {table}").fetchall()))  # noqa: S608 - constant names
        for table in TABLES
    }


def test_history_leaves_the_rows_that_results_leave(tmp_path: Path) -> None:
    good = [i % 7 != 5 for i in range(900)]
    with exclusive(tmp_path / "as_they_come.db") as conn:
        opened(conn)
        for i, fine in enumerate(good):
            found: list[Result] = [window(i, good=fine), *(beats(i) if fine else ())]
            results.store(conn, 1, found, version="chain-1")
        rollups.flush(conn)
        expected = rows(conn)
    with exclusive(tmp_path / "at_once.db") as conn:
        opened(conn)
        told = [(window(i, good=fine), columns(good=fine)) for i, fine in enumerate(good)]
        start_ns, end_ns = store_history(conn, 1, told, version="chain-1")
        rollups.refresh(conn, "a", start_ns, end_ns)
        got = rows(conn)
    assert start_ns == START_NS
    assert end_ns == START_NS + 9_000_000_000_000
    for table in TABLES:
        assert got[table] == expected[table], table
    assert len(got["segments"]) == 900


def test_results_of_a_session_with_samples_come_from_them(tmp_path: Path) -> None:
    with exclusive(tmp_path / "s.db") as conn:
        opened(conn)
        samples.append(conn, Segment(1, 0, 130.0, np.zeros(130, np.int32)))
        with pytest.raises(BadResult, match="has samples"):
            store_history(conn, 1, [(window(0), columns(good=True))], version="chain-1")


def test_nothing_and_the_impossible_are_refused(tmp_path: Path) -> None:
    with exclusive(tmp_path / "s.db") as conn:
        opened(conn)
        with pytest.raises(BadResult, match="no windows"):
            store_history(conn, 1, [], version="chain-1")
        long = window(0)
        with pytest.raises(BadResult, match="not 99000"):
            store_history(conn, 1, [(replace(long, n=99_000), columns(good=True))], version="chain-1")


def test_lead_off_counts_as_missing(tmp_path: Path) -> None:
    with exclusive(tmp_path / "s.db") as conn:
        opened(conn)
        store_history(conn, 1, [(window(i), columns(good=True)) for i in range(6)], version="chain-1")
        mark_lead_off(conn, 1, 1300, 2600)
        rollups.refresh(conn, "a", START_NS, START_NS + 60_000_000_000)
        cover = rollups.coverage(conn, "a", START_NS, START_NS + 60_000_000_000)
        assert (cover.recorded_s, cover.analysable_s) == (60.0, 60.0)
        assert cover.missing_s == {"lead_off": 20.0}
