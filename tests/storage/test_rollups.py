from __future__ import annotations

from dataclasses import replace
from datetime import date
from statistics import median
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dsp.coherence import TACHYCARDIA, UNCONFIRMED
from dsp.types import Quality, Rhythm
from storage import episodes, results, rollups, samples
from storage.database import transaction
from storage.nights import HOUR_NS, night_span
from storage.people import zone
from storage.timeline import NS
from tests.storage.history import DAY_NS, DEVICE, START_NS, people_and_device, write
from tests.storage.windows import N, open_session, window

if TYPE_CHECKING:
    import sqlite3

    from storage.rollups import HourRow

YEAR_NS = 366 * DAY_NS
FIRST, LAST = date(2024, 12, 1), date(2026, 12, 31)


def hourly(conn: sqlite3.Connection) -> list[HourRow]:
    return rollups.hourly(conn, DEVICE, START_NS - DAY_NS, START_NS + YEAR_NS)


def test_an_hour_adds_up(home: sqlite3.Connection) -> None:
    open_session(home)
    told = [window(i, hr_bpm=50.0 + i, n_s=1, n_v=2) for i in range(6)]
    told.append(window(6, rhythm=Rhythm.AF, hr_bpm=120.0, pr_ms=None))
    told.append(window(7, rhythm=Rhythm.OTHER, hr_bpm=None))
    told.append(window(8, good=False, hr_bpm=200.0))
    results.store(home, 1, told, version="v")
    (row,) = hourly(home)
    assert (row.device, row.hour_ns) == (DEVICE, START_NS)
    assert (row.recorded_s, row.analysable_s) == (90.0, 80.0)
    assert (row.sinus_s, row.af_s, row.other_s, row.noise_s) == (60.0, 10.0, 10.0, 10.0)
    assert (row.beats, row.s_beats, row.v_beats) == (90, 6, 12)
    assert (row.hr_median, row.hr_min, row.hr_max) == (53.0, 50.0, 120.0)
    assert (row.pr_median, row.qrs_median, row.rmssd_median, row.qtcf_median) == (160.0, 90.0, 30.0, 400.0)


def test_af_that_is_not_confirmed_is_outside_the_burden(home: sqlite3.Connection) -> None:
    open_session(home)
    told = [window(i, rhythm=Rhythm.AF) for i in range(3)]
    told += [window(i, rhythm=Rhythm.AF, flags=(UNCONFIRMED, TACHYCARDIA)) for i in range(3, 8)]
    results.store(home, 1, told, version="v")
    (row,) = hourly(home)
    assert (row.analysable_s, row.af_s, row.sinus_s, row.other_s) == (80.0, 30.0, 0.0, 0.0)


def test_seconds_are_shared_between_hours_and_beats_are_not(home: sqlite3.Connection) -> None:
    open_session(home, 1, START_NS + HOUR_NS - 3 * NS)
    results.store(home, 1, [window(0)], version="v")
    first, second = hourly(home)
    assert (first.recorded_s, second.recorded_s) == (3.0, 7.0)
    assert (first.beats, second.beats) == (10, 0)


def test_readers_see_an_hour_before_it_is_worked_out(home: sqlite3.Connection) -> None:
    open_session(home)
    with transaction(home):
        for i in range(400):
            results.store(home, 1, [window(i, hr_bpm=60.0 + i % 7)], version="v")
    assert home.execute("SELECT count(*) FROM hourly").fetchone()[0] == 1
    assert home.execute("SELECT count(*) FROM dirty_hours").fetchone()[0] == 1
    running = hourly(home)
    night = rollups.nightly(home, DEVICE, FIRST, LAST)
    assert [row.recorded_s for row in running] == [3600.0, 400.0]
    assert rollups.flush(home) == 2
    assert hourly(home) == running
    assert rollups.nightly(home, DEVICE, FIRST, LAST) == night
    assert rollups.flush(home) == 0


def test_an_hour_analysed_again_follows(home: sqlite3.Connection) -> None:
    open_session(home)
    with transaction(home):
        results.store(home, 1, [window(i) for i in range(720)], version="v1")
    rollups.flush(home)
    results.store(home, 1, [window(0, hr_bpm=200.0)], version="v2")
    assert [row.hr_max for row in hourly(home)] == [200.0, 60.0]
    assert [row.recorded_s for row in hourly(home)] == [3600.0, 3600.0]


def test_pauses_are_counted_where_they_begin(home: sqlite3.Connection) -> None:
    open_session(home)
    with transaction(home):
        results.store(home, 1, [window(i) for i in range(720)], version="v")
    rollups.flush(home)
    for start in (10, 500, 365 * N):
        episodes.open_or_extend(home, DEVICE, 1, Pause(start), version="v")
    assert [row.pauses for row in hourly(home)] == [2, 1]
    assert [row.pauses for row in rollups.nightly(home, DEVICE, FIRST, LAST)] == [3]


class Pause:
    kind = "pause"
    n = 800
    value = 3.2
    open = False

    def __init__(self, start: int) -> None:
        self.start = start


@pytest.mark.parametrize(
    ("night", "hours"), [(date(2025, 3, 30), 7), (date(2025, 10, 26), 9), (date(2025, 6, 1), 8)]
)
def test_a_night_is_as_long_as_the_clock_makes_it(home: sqlite3.Connection, night: date, hours: int) -> None:
    begins_ns, ends_ns = night_span(night, zone("Europe/Berlin"))
    open_session(home, 1, begins_ns - HOUR_NS)
    n = round((ends_ns - begins_ns + 2 * HOUR_NS) / (10 * NS))
    with transaction(home):
        results.store(home, 1, [window(i) for i in range(n)], version="v")
    (row,) = rollups.nightly(home, DEVICE, night, night)
    assert (row.night, row.recorded_s) == (night.isoformat(), hours * 3600.0)


def test_a_finished_night_is_worked_out_once(home: sqlite3.Connection) -> None:
    begins_ns, ends_ns = night_span(date(2025, 6, 1), zone("Europe/Berlin"))
    open_session(home, 1, ends_ns - 60 * NS)
    assert begins_ns < ends_ns
    for i in range(12):
        results.store(home, 1, [window(i)], version="v")
    rows = home.execute("SELECT night, recorded_s FROM nightly").fetchall()
    assert [tuple(row) for row in rows] == [("2025-06-01", 60.0)]
    assert home.execute("SELECT count(*) FROM dirty_nights").fetchone()[0] == 0


def test_resting_rate_is_the_lowest_five_minutes(home: sqlite3.Connection) -> None:
    begins_ns, _ = night_span(date(2025, 6, 1), zone("Europe/Berlin"))
    open_session(home, 1, begins_ns)
    told = [window(i, hr_bpm=48.0 if 60 <= i < 90 else 62.0) for i in range(180)]
    told[100] = window(100, hr_bpm=30.0)
    results.store(home, 1, told, version="v")
    (row,) = rollups.nightly(home, DEVICE, FIRST, LAST)
    assert (row.hr_rest, row.hr_median, row.hr_min) == (48.0, 62.0, 30.0)


def test_refresh_works_everything_out_again(home: sqlite3.Connection) -> None:
    open_session(home)
    with transaction(home):
        results.store(home, 1, [window(i) for i in range(360)], version="v")
    before = hourly(home), rollups.nightly(home, DEVICE, FIRST, LAST)
    home.execute("DELETE FROM hourly")
    home.execute("DELETE FROM dirty_hours")
    home.execute("DELETE FROM dirty_nights")
    rollups.refresh(home, DEVICE, START_NS, START_NS + DAY_NS)
    assert (hourly(home), rollups.nightly(home, DEVICE, FIRST, LAST)) == before


def test_a_refresh_forgets_what_has_no_results_any_more(home: sqlite3.Connection) -> None:
    open_session(home)
    results.store(home, 1, [window(0)], version="v")
    rollups.flush(home)
    home.execute("DELETE FROM beats")
    home.execute("DELETE FROM segments")
    rollups.refresh(home, DEVICE, START_NS, START_NS + HOUR_NS)
    assert not hourly(home)
    assert not rollups.nightly(home, DEVICE, FIRST, LAST)


windows_told = st.lists(
    st.tuples(st.integers(0, 1500), st.sampled_from(Rhythm), st.booleans(), st.none() | st.integers(30, 220)),
    min_size=1,
    max_size=40,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(told=windows_told, flush_at=st.integers(0, 40))
def test_roll_ups_equal_what_the_windows_say(
    conn: sqlite3.Connection, told: list[tuple[int, Rhythm, bool, int | None]], flush_at: int
) -> None:
    conn.execute("BEGIN")
    try:
        people_and_device(conn)
        open_session(conn, samples.next_session(conn), START_NS + 1234 * NS)
        kept = {}
        for k, (i, rhythm, good, rate) in enumerate(told):
            quality = Quality(i * N, N, 0.5, good)
            one = replace(window(i, rhythm=rhythm, hr_bpm=rate and float(rate)), quality=quality)
            results.store(conn, 1, [one], version="v")
            kept[i] = one
            if k == flush_at:
                rollups.flush(conn)
        rows = hourly(conn)
        assert sum(row.recorded_s for row in rows) == pytest.approx(10 * len(kept))
        for row in rows:
            inside = {
                i: min(begin_s + 10, row_s + 3600) - max(begin_s, row_s)
                for i in kept
                for begin_s, row_s in [(1234 + 10 * i, (row.hour_ns - START_NS) // NS)]
                if begin_s + 10 > row_s and begin_s < row_s + 3600
            }
            good_ones = [kept[i] for i in inside if kept[i].quality.analysable]
            rates = [one.hr_bpm for one in good_ones if one.hr_bpm is not None]
            assert row.recorded_s == sum(inside.values())
            assert row.hr_median == (median(rates) if rates else None)
            af = [i for i in inside if kept[i].quality.analysable and kept[i].rhythm is Rhythm.AF]
            assert row.af_s == sum(inside[i] for i in af)
        rollups.flush(conn)
        assert hourly(conn) == rows
    finally:
        conn.execute("ROLLBACK")


def test_a_long_history_has_every_hour_and_night(conn: sqlite3.Connection) -> None:
    write(conn, 4)
    assert len(hourly(conn)) == 96
    nights = rollups.nightly(conn, DEVICE, FIRST, LAST)
    assert [row.night for row in nights] == [f"2025-01-0{day}" for day in range(1, 6)]
