from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dsp.types import Beat, BeatLabel, Fiducials, Finding, FindingKind, Quality, QualityReason, Result, Rhythm
from storage import episodes, results, samples
from storage.database import transaction
from storage.errors import BadResult, UnknownSession
from storage.results import PAGE_ROWS
from storage.timeline import NS
from tests.storage.history import DEVICE, START_NS
from tests.storage.windows import N, heart_beats, open_session, window

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

WEEK_NS = 7 * 86_400 * NS


def found(
    conn: sqlite3.Connection, start_ns: int = START_NS, end_ns: int = START_NS + WEEK_NS
) -> list[results.SegmentRow]:
    return list(results.segments(conn, DEVICE, start_ns, end_ns))


def test_a_window_comes_back_with_its_wall_time(home: sqlite3.Connection) -> None:
    open_session(home)
    samples.add_anchor(home, 1, 0, START_NS)
    samples.add_anchor(home, 1, 15_000, START_NS + 61 * NS)
    told = window(
        1,
        rhythm=Rhythm.AF,
        probability=0.97,
        pr_ms=None,
        p_ms=None,
        n_v=2,
        flags=("AF_UNCONFIRMED", "x"),
        null_reasons={"pr_ms": "af"},
    )
    results.store(home, 1, [told], version="chain-1")
    (row,) = found(home)
    assert (row.session, row.start, row.n, row.device) == (1, N, N, DEVICE)
    assert (row.start_ns, row.end_ns) == (START_NS + round(61 * NS / 6), START_NS + round(61 * NS / 3))
    assert (row.rhythm, row.probability, row.pr_ms, row.hr_bpm) == ("af", 0.97, None, 60.0)
    assert (row.flags, row.null_reasons, row.n_v) == (("AF_UNCONFIRMED", "x"), {"pr_ms": "af"}, 2)
    assert (row.analysable, row.reasons, row.version) == (True, (), "chain-1")


def test_quality_reasons_are_kept(home: sqlite3.Connection) -> None:
    open_session(home)
    bad = Quality(0, N, 0.1, analysable=False, reasons=(QualityReason.NOISE, QualityReason.MAINS))
    results.store(home, 1, [replace(window(0), quality=bad)], version="v")
    (row,) = found(home)
    assert (row.analysable, row.reasons, row.quality) == (False, ("noise", "mains"), 0.1)


def test_a_range_gives_the_windows_that_touch_it(home: sqlite3.Connection) -> None:
    open_session(home)
    results.store(home, 1, [window(i) for i in range(6)], version="v")
    starts = [row.start // N for row in found(home, START_NS + 15 * NS, START_NS + 30 * NS)]
    assert starts == [1, 2]


def test_many_windows_come_page_by_page(home: sqlite3.Connection) -> None:
    open_session(home)
    n = PAGE_ROWS + 7
    with transaction(home):
        results.store(home, 1, [window(i) for i in range(n)], version="v")
    reading = results.segments(home, DEVICE, START_NS, START_NS + WEEK_NS)
    first = next(reading)
    assert home.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
    rows = [first, *reading]
    assert [row.start for row in rows] == [i * N for i in range(n)]


def test_storing_the_same_again_changes_nothing(home: sqlite3.Connection) -> None:
    open_session(home)
    told = [window(0), *heart_beats(0), window(1), *heart_beats(1)]
    results.store(home, 1, told, version="v")
    before = list(home.iterdump())
    results.store(home, 1, told, version="v")
    assert list(home.iterdump()) == before


def test_the_version_stored_last_is_the_one_read(home: sqlite3.Connection) -> None:
    open_session(home)
    for version, rate in (("v1", 60.0), ("v2", 70.0)):
        told = [result for i in range(3) for result in (window(i, hr_bpm=rate), *heart_beats(i))]
        results.store(home, 1, told, version=version)
    assert [(row.version, row.hr_bpm) for row in found(home)] == [("v2", 70.0)] * 3
    results.store(home, 1, [window(1)], version="v1")
    assert [row.version for row in found(home)] == ["v2", "v1", "v2"]
    assert home.execute("SELECT count(*) FROM segments").fetchone()[0] == 6
    assert len(results.beats(home, 1, 0, 3 * N)) == 30


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(1, 12), st.sampled_from(["v1", "v2", "v3"])), max_size=25
    )
)
def test_current_windows_never_overlap(home: sqlite3.Connection, told: list[tuple[int, int, str]]) -> None:
    session = samples.next_session(home)
    open_session(home, session)
    last: dict[int, tuple[int, int, str]] = {}
    for start, n, version in told:
        moved = replace(window(0, n=n * 250), start=start * 250)
        results.store(home, session, [moved], version=version)
        last = {s: one for s, one in last.items() if s + one[0] <= start or s >= start + n}
        last[start] = (n, start, version)
    rows = home.execute(
        "SELECT start, n, version FROM segments WHERE session = ? AND current = 1 ORDER BY start", (session,)
    ).fetchall()
    assert [tuple(row) for row in rows] == [
        (start * 250, one[0] * 250, one[2]) for start, one in sorted(last.items())
    ]
    assert all(a[0] + a[1] <= b[0] for a, b in pairwise(rows))


def test_a_new_version_takes_over_the_episodes_of_its_stretch(home: sqlite3.Connection) -> None:
    open_session(home)
    results.store(home, 1, [window(i) for i in range(6)], version="v1")
    for start, n in ((0, 2 * N), (4 * N, N)):
        finding = Event("af", start, n)
        episodes.open_or_extend(home, DEVICE, 1, finding, version="v1")
    results.store(home, 1, [window(0), window(1)], version="v2")
    left = episodes.episodes(home, DEVICE, START_NS, START_NS + WEEK_NS)
    assert [row.start for row in left] == [4 * N]


class Event:
    def __init__(self, kind: str, start: int, n: int) -> None:
        self.kind = kind
        self.start = start
        self.n = n
        self.value = 1.0
        self.open = False


@pytest.mark.parametrize("order", ["together", "beats first", "waves late", "beat by beat", "twice"])
def test_beats_find_their_window_in_whatever_order_they_come(home: sqlite3.Connection, order: str) -> None:
    open_session(home)
    told = heart_beats(0) + heart_beats(1)
    windows = [window(0), window(1)]
    calls: dict[str, Sequence[Sequence[Result]]] = {
        "together": [[*told, *windows]],
        "beats first": [told, windows],
        "waves late": [
            [*(result for result in told if isinstance(result, Beat)), *windows],
            [result for result in told if isinstance(result, Fiducials)],
        ],
        "beat by beat": [*[[result] for result in reversed(told)], windows],
        "twice": [told, windows, told[:6], [windows[0]], windows],
    }
    for call in calls[order]:
        results.store(home, 1, call, version="v")
    assert results.beats(home, 1, 0, 2 * N) == [r for r in told if isinstance(r, Beat)]
    assert results.fiducials(home, 1, 0, 2 * N) == [r for r in told if isinstance(r, Fiducials)]
    assert home.execute("SELECT count(*) FROM loose_beats").fetchone()[0] == 0
    assert [row[0] for row in home.execute("SELECT n_beats FROM beats ORDER BY start")] == [10, 10]


def test_beats_are_cut_to_the_range(home: sqlite3.Connection) -> None:
    open_session(home)
    results.store(home, 1, [window(0), *heart_beats(0)], version="v")
    assert [beat.sample for beat in results.beats(home, 1, 340, 820)] == [340, 580]
    assert results.beats(home, 1, N, 2 * N) == []


def test_the_view_tells_each_beat_in_plain_units(home: sqlite3.Connection) -> None:
    open_session(home)
    results.store(home, 1, [window(0), *heart_beats(0)], version="v")
    rows = home.execute("SELECT * FROM v_beats ORDER BY sample").fetchall()
    assert [row["class"] for row in rows] == list("NNVNNNNNSN")
    third = dict(rows[2])
    assert (third["sample"], third["amplitude_uv"], third["p_onset_ms"]) == (580, 1002.0, None)
    assert (third["qrs_onset_ms"], third["qrs_offset_ms"], third["t_offset_ms"]) == (-48.0, 52.0, 360.0)
    assert third["r_peak_ns"] == START_NS + 580 * NS // 250
    assert third["r_peak_utc"].endswith("02.320Z")


def test_findings_and_bare_quality_are_not_windows(home: sqlite3.Connection) -> None:
    open_session(home)
    results.store(
        home, 1, [Quality(0, N, 1.0, analysable=True), Finding(FindingKind.AF, 0, N, 0.4)], version="v"
    )
    assert found(home) == []


@pytest.mark.parametrize("n", [0, -5, 300 * 250 + 1])
def test_an_impossible_window_is_refused(home: sqlite3.Connection, n: int) -> None:
    open_session(home)
    with pytest.raises(BadResult, match=f"not {n}"):
        results.store(home, 1, [window(0, n=n)], version="v")


def test_an_unknown_session_is_said(home: sqlite3.Connection) -> None:
    with pytest.raises(UnknownSession):
        results.store(home, 3, [window(0)], version="v")


def test_results_without_samples_extend_the_session(home: sqlite3.Connection) -> None:
    open_session(home)
    results.store(home, 1, [window(0), window(1)], version="v")
    assert samples.session(home, 1).last_ns == START_NS + 20 * NS


def test_progress_is_remembered(home: sqlite3.Connection) -> None:
    open_session(home)
    assert results.progress(home, 1) is None
    results.save_progress(home, 1, 500, "v1", b"chain", b"merger")
    results.save_progress(home, 1, 900, "v2", b"later", None)
    assert results.progress(home, 1) == results.Progress(1, 900, "v2", b"later", None)


def test_a_beat_of_no_window_yet_is_not_shown(home: sqlite3.Connection) -> None:
    open_session(home)
    results.store(home, 1, [Beat(5, BeatLabel.V, 1.0)], version="v")
    assert results.beats(home, 1, 0, 100) == []
    results.store(home, 1, [window(0)], version="w")
    assert results.beats(home, 1, 0, 100) == []
    results.store(home, 1, [window(0)], version="v")
    assert results.beats(home, 1, 0, 100) == [Beat(5, BeatLabel.V, 1.0)]
