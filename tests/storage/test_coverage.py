from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dsp.types import Gap, GapReason, Segment
from storage import results, rollups, samples
from storage.database import transaction
from storage.missing import MAX_SPANS, Missing
from storage.nights import HOUR_NS
from storage.timeline import NS
from tests.storage.history import DAY_NS, DEVICE, FS_HZ, START_NS, write
from tests.storage.windows import N, open_session, window

if TYPE_CHECKING:
    import sqlite3

    from storage.rollups import Coverage


def ask(conn: sqlite3.Connection, start_s: float, end_s: float) -> Coverage:
    return rollups.coverage(conn, DEVICE, START_NS + round(start_s * NS), START_NS + round(end_s * NS))


def record(conn: sqlite3.Connection, start_s: int, length_s: int, *, lead_off: bool = False) -> None:
    uv = np.zeros(round(length_s * FS_HZ), np.int32)
    samples.append(conn, Segment(1, round(start_s * FS_HZ), FS_HZ, uv, lead_off))


def test_windows_are_recorded_and_good_ones_analysable(home: sqlite3.Connection) -> None:
    open_session(home)
    results.store(home, 1, [window(i, good=i % 4 != 0) for i in range(20)], version="v")
    cover = ask(home, 0, 200)
    assert (cover.recorded_s, cover.analysable_s, cover.pct) == (200.0, 150.0, 75.0)
    assert (cover.gaps, cover.missing_s) == ((), {})


def test_a_range_cuts_windows(home: sqlite3.Connection) -> None:
    open_session(home)
    results.store(home, 1, [window(i) for i in range(20)], version="v")
    cover = ask(home, 5, 22.5)
    assert (cover.recorded_s, cover.analysable_s, cover.pct) == (17.5, 17.5, 100.0)


def test_nothing_recorded_is_one_gap(home: sqlite3.Connection) -> None:
    cover = ask(home, 0, 100)
    assert (cover.recorded_s, cover.pct, cover.missing_s) == (0.0, 0.0, {"no_session": 100.0})
    assert cover.gaps == (Missing(START_NS, START_NS + 100 * NS, "no_session"),)
    assert ask(home, 100, 100).gaps == ()


def test_gaps_come_with_their_reasons_in_time_order(home: sqlite3.Connection) -> None:
    open_session(home)
    record(home, 0, 20)
    samples.add_gap(home, Gap(1, 20 * 250, 10 * 250, GapReason.LOST))
    record(home, 30, 20, lead_off=True)
    samples.add_gap(home, Gap(1, 50 * 250, 100, GapReason.OVERFLOW))
    samples.add_gap(home, Gap(1, 22 * 250, 2 * 250, GapReason.LATE))
    cover = ask(home, 0, 60)
    assert [
        (gap.reason, (gap.start_ns - START_NS) / NS, (gap.end_ns - START_NS) / NS) for gap in cover.gaps
    ] == [
        ("lost", 20.0, 22.0),
        ("late", 22.0, 24.0),
        ("lost", 24.0, 30.0),
        ("lead_off", 30.0, 50.0),
        ("no_session", 50.4, 60.0),
    ]
    assert cover.missing_s == {
        "lost": 8.0,
        "late": 2.0,
        "lead_off": 20.0,
        "overflow": 0.4,
        "no_session": 9.6,
    }


def test_a_range_cuts_gaps(home: sqlite3.Connection) -> None:
    open_session(home)
    samples.add_gap(home, Gap(1, 0, 60 * 250, GapReason.LOST))
    cover = ask(home, 10, 25)
    assert cover.missing_s == {"lost": 15.0}
    assert cover.gaps == (Missing(START_NS + 10 * NS, START_NS + 25 * NS, "lost"),)


def test_samples_not_analysed_yet_are_recorded(home: sqlite3.Connection) -> None:
    open_session(home)
    record(home, 0, 50)
    samples.add_gap(home, Gap(1, 50 * 250, 10 * 250, GapReason.LOST))
    record(home, 60, 20)
    assert ask(home, 0, 80).recorded_s == 70.0
    results.store(home, 1, [window(0), window(1)], version="v")
    results.save_progress(home, 1, 2 * N, "v", None, None)
    cover = ask(home, 0, 80)
    assert (cover.recorded_s, cover.analysable_s) == (70.0, 20.0)
    assert ask(home, 30, 65).recorded_s == 25.0


def test_only_the_longest_gaps_are_told_and_all_are_counted(home: sqlite3.Connection) -> None:
    open_session(home)
    with transaction(home):
        for i in range(150):
            samples.add_gap(home, Gap(1, 5000 * i, 300 + i, GapReason.LOST))
            samples.add_gap(home, Gap(1, 5000 * i + 2000, 100, GapReason.LATE))
    cover = ask(home, 0, 5000 * 149 / 250 + 2100 / 250)
    assert len(cover.gaps) == MAX_SPANS
    assert min(gap.end_ns - gap.start_ns for gap in cover.gaps) == round((300 + 50) / 250 * NS)
    assert cover.missing_s == {"lost": sum(300 + i for i in range(150)) / 250, "late": 60.0}


@pytest.fixture
def patchy(home: sqlite3.Connection) -> sqlite3.Connection:
    """Three stretches of windows, two in three of them good; one hour is marked again."""
    with transaction(home):
        open_session(home, 1, START_NS + 1111 * NS)
        for first, last in ((0, 700), (3000, 3400), (8000, 8010)):
            results.store(home, 1, [window(k, good=k % 3 != 0) for k in range(first, last)], version="v")
        rollups.flush(home)
        results.store(home, 1, [window(3100)], version="v")
    return home


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(start_s=st.integers(-7200, 90_000), length_s=st.integers(1, 200_000))
def test_roll_ups_and_windows_agree_on_any_range(
    patchy: sqlite3.Connection, start_s: int, length_s: int
) -> None:
    cover = ask(patchy, start_s, start_s + length_s)
    good = every = 0.0
    for row in results.segments(patchy, DEVICE, START_NS - DAY_NS, START_NS + 3 * DAY_NS):
        begin_s = max((row.start_ns - START_NS) / NS, start_s)
        inside_s = max(min((row.end_ns - START_NS) / NS, start_s + length_s) - begin_s, 0)
        every += inside_s
        good += inside_s * row.analysable
    assert cover.recorded_s == pytest.approx(every, abs=0.01)
    assert cover.analysable_s == pytest.approx(good, abs=0.01)


def test_sessions_that_straddle_the_range_are_cut(conn: sqlite3.Connection) -> None:
    end_ns = write(conn, 3)
    whole = rollups.coverage(conn, DEVICE, START_NS, end_ns)
    parts = [
        rollups.coverage(conn, DEVICE, at_ns, at_ns + 9 * HOUR_NS)
        for at_ns in range(START_NS, end_ns, 9 * HOUR_NS)
    ]
    for reason, seconds in whole.missing_s.items():
        assert sum(part.missing_s.get(reason, 0) for part in parts) == pytest.approx(seconds)
    assert sum(part.recorded_s for part in parts) == pytest.approx(whole.recorded_s)
