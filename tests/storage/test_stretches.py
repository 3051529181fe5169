from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage import episodes, reanalyses, results, rollups, stretches, versions
from storage.reanalyses import Asked, LeftOut, Part
from storage.timeline import NS
from tests.storage.history import DEVICE, START_NS
from tests.storage.windows import N, heart_beats, open_session, window

if TYPE_CHECKING:
    import sqlite3

END_NS = START_NS + 3600 * NS


@dataclass(frozen=True, slots=True)
class Event:
    kind: str
    start: int
    n: int
    value: float | None = 0.9
    open: bool = False


def told(conn: sqlite3.Connection, version: str, bpm: float, *, prepared: bool = False) -> None:
    """Six windows with beats, and an episode over two of them."""
    found = [result for i in range(6) for result in (window(i, hr_bpm=bpm), *heart_beats(i))]
    results.store(conn, 1, found, version=version, prepared=prepared)
    event = Event("af", 2 * N, 2 * N)
    episodes.open_or_extend(conn, DEVICE, 1, event, version=version, prepared=prepared)


def seen(conn: sqlite3.Connection) -> dict[str, object]:
    """What anybody reads."""
    return {
        "windows": [
            (row.start, row.version, row.hr_bpm) for row in results.segments(conn, DEVICE, START_NS, END_NS)
        ],
        "beats": results.beats(conn, 1, 0, 6 * N),
        "episodes": [(row.start, row.version) for row in episodes.episodes(conn, DEVICE, START_NS, END_NS)],
        "hours": rollups.hourly(conn, DEVICE, START_NS, END_NS),
        "coverage": rollups.coverage(conn, DEVICE, START_NS, START_NS + 60 * NS),
    }


def ask(conn: sqlite3.Connection, *stretches: tuple[int, int], version: str = "v2") -> list[Part]:
    asked = Asked(START_NS, None, START_NS, END_NS, "builtin", "a" * 64)
    new = [Part(0, 1, start, stop, start, version, start) for start, stop in stretches]
    return reanalyses.parts(conn, reanalyses.add(conn, asked, new, ()).id)


def test_what_is_prepared_is_seen_by_nobody(home: sqlite3.Connection) -> None:
    open_session(home)
    told(home, "v1", 60.0)
    before = seen(home)
    told(home, "v2", 70.0, prepared=True)
    assert seen(home) == before
    assert home.execute("SELECT count(*) FROM segments WHERE current = -1").fetchone()[0] == 6


def test_it_takes_the_place_of_the_old_at_once_and_the_old_is_kept(home: sqlite3.Connection) -> None:
    open_session(home)
    told(home, "v1", 60.0)
    told(home, "v2", 70.0, prepared=True)
    (part,) = ask(home, (0, 6 * N))
    reanalyses.finish(home, part)
    assert seen(home)["windows"] == [(i * N, "v2", 70.0) for i in range(6)]
    assert seen(home)["episodes"] == [(2 * N, "v2")]
    (hour,) = rollups.hourly(home, DEVICE, START_NS, START_NS + NS)
    assert (hour.hr_median, hour.recorded_s) == (70.0, 60.0)
    kept = home.execute("SELECT count(*), min(hr_bpm) FROM segments WHERE version = 'v1'").fetchone()
    assert tuple(kept) == (6, 60.0)
    assert len(home.execute("SELECT 1 FROM beats WHERE version = 'v1'").fetchall()) == 6


def test_a_stretch_leaves_what_is_around_it(home: sqlite3.Connection) -> None:
    open_session(home)
    told(home, "v1", 60.0)
    results.store(home, 1, [window(i, hr_bpm=70.0) for i in (1, 2, 3, 4)], version="v2", prepared=True)
    (part,) = ask(home, (N, 5 * N))
    reanalyses.finish(home, part)
    assert [row.version for row in results.segments(home, DEVICE, START_NS, END_NS)] == [
        "v1", "v2", "v2", "v2", "v2", "v1",
    ]  # fmt: skip
    assert seen(home)["episodes"] == []


def test_what_a_cancelled_one_prepared_goes_and_what_is_in_force_stays(home: sqlite3.Connection) -> None:
    open_session(home)
    told(home, "v1", 60.0)
    told(home, "v2", 70.0, prepared=True)
    first, second = ask(home, (0, 2 * N), (2 * N, 6 * N))
    reanalyses.finish(home, first)
    before = seen(home)
    reanalyses.end(home, second.reanalysis, "cancelled", START_NS)
    assert seen(home) == before
    assert home.execute("SELECT count(*) FROM segments WHERE version = 'v2'").fetchone()[0] == 2
    assert home.execute("SELECT count(*) FROM segments WHERE current = -1").fetchone()[0] == 0
    assert home.execute("SELECT count(*) FROM beats WHERE version = 'v2'").fetchone()[0] == 2
    assert home.execute("SELECT count(*) FROM episodes WHERE version = 'v2'").fetchone()[0] == 0
    assert reanalyses.waiting(home) == []


def test_a_version_that_is_taken_there_is_repeated_under_another_name(home: sqlite3.Connection) -> None:
    open_session(home)
    told(home, "v1", 60.0)
    assert stretches.unused_version(home, 1, 0, 6 * N, "v2") == "v2"
    assert stretches.unused_version(home, 1, 0, 6 * N, "v1") == "v1/2"
    told(home, "v1/2", 61.0, prepared=True)
    assert stretches.unused_version(home, 1, 0, 6 * N, "v1") == "v1/3"
    assert stretches.unused_version(home, 1, 6 * N, 9 * N, "v1") == "v1"
    assert stretches.same("v1/2", "v1")
    assert not stretches.same("v1", "v11")


def test_a_reanalysis_is_remembered_with_how_far_it_is(home: sqlite3.Connection) -> None:
    open_session(home)
    asked = Asked(START_NS, DEVICE, START_NS, END_NS, "rules", "", quiet=True)
    left_out = (LeftOut(DEVICE, START_NS, END_NS, "no samples are kept"),)
    new = [Part(0, 1, N, 5 * N, 0, "v2", 0)]
    made = reanalyses.add(home, asked, new, left_out)
    assert reanalyses.waiting(home) == [made]
    assert (made.quiet, made.left_out, made.device) == (True, left_out, DEVICE)
    (part,) = reanalyses.parts(home, made.id)
    assert (part.n, part.computed) == (4 * N, 0)
    moved = Part(made.id, 1, N, 5 * N, 0, "v2", 2 * N, b"chain", b"merger")
    reanalyses.save(home, moved)
    assert reanalyses.parts(home, made.id) == [moved]
    assert moved.computed == N
    assert reanalyses.until_ns(home, DEVICE) == 0
    reanalyses.finish(home, moved)
    reanalyses.end(home, made.id, "done", END_NS)
    assert reanalyses.until_ns(home, DEVICE) == START_NS + 50 * NS
    ended = reanalyses.reanalysis(home, made.id)
    assert ended is not None
    assert (ended.state, ended.ended_ns) == ("done", END_NS)
    assert reanalyses.parts(home, made.id)[0].computed == 4 * N


def test_nothing_to_do_is_done(home: sqlite3.Connection) -> None:
    made = reanalyses.add(home, Asked(START_NS, None, START_NS, END_NS, "rules", ""), [], ())
    assert made.state == "done"
    assert reanalyses.waiting(home) == []


def test_rows_say_which_file_decided(home: sqlite3.Connection) -> None:
    open_session(home)
    files = {"beat_network.npz": "b" * 64, "rhythm.onnx": "c" * 64}
    made = versions.Version("v2", "chain-2", "rhythm-1", "c" * 64, files, START_NS)
    versions.record(home, made)
    versions.record(home, versions.Version("v2", "other", None, None, {}, START_NS + 1))
    assert versions.version(home, "v2") == made
    assert versions.version(home, "v9") is None
    results.store(home, 1, [window(0, model="rhythm-1"), window(1), window(2)], version="v2")
    results.store(home, 1, [window(2, model="rhythm-1")], version="old")
    rows = home.execute("SELECT model, model_sha256 FROM v_segments ORDER BY first_sample").fetchall()
    assert [tuple(row) for row in rows] == [("rhythm-1", "c" * 64), ("rules-1", None), ("rhythm-1", None)]


def test_a_window_keeps_what_was_told_of_its_half_minute(home: sqlite3.Connection) -> None:
    open_session(home)
    half = window(0).rhythm
    results.store(home, 1, [window(0, rhythm_30s=half, probability_30s=0.75), window(1)], version="v")
    first, second = results.segments(home, DEVICE, START_NS, END_NS)
    assert (first.rhythm_30s, first.probability_30s) == ("sinus", 0.75)
    assert (second.rhythm_30s, second.probability_30s) == (None, None)


def test_a_version_that_goes_on_ends_what_the_one_before_left_open(home: sqlite3.Connection) -> None:
    open_session(home)
    results.save_progress(home, 1, 2 * N, "v1", b"", b"")
    episodes.open_or_extend(home, DEVICE, 1, Event("af", 0, 2 * N, open=True), version="v1")
    results.save_progress(home, 1, 3 * N, "v1", b"", b"")
    assert [row.open for row in episodes.episodes(home, DEVICE, START_NS, END_NS)] == [True]
    results.save_progress(home, 1, 4 * N, "v2", b"", b"")
    assert [row.open for row in episodes.episodes(home, DEVICE, START_NS, END_NS)] == [False]
