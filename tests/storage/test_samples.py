from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from dsp.types import Gap, GapReason, IntArray, Segment
from storage import samples
from storage.database import open_writer, transaction
from storage.errors import ChecksumMismatch, SampleOverlap, UnknownBlock, UnknownSession
from storage.timeline import NS
from tests.storage.history import DEVICE, START_NS, people_and_device

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

FS_HZ: Final = 100.0
MINUTE: Final = 6000


def open_session(conn: sqlite3.Connection, session: int = 1, fs_hz: float = FS_HZ) -> None:
    samples.open_session(conn, session, DEVICE, "I", fs_hz, START_NS, "device")


def ramp(start: int, n: int) -> IntArray:
    return (np.arange(start, start + n) * 7 % 4001 - 2000).astype(np.int32)


def segment(start: int, n: int, *, lead_off: bool = False) -> Segment:
    return Segment(1, start, FS_HZ, ramp(start, n), lead_off)


def count(conn: sqlite3.Connection, table: str) -> int:
    return int(conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - names below


def test_samples_are_in_the_tail_until_a_minute_is_whole(home: sqlite3.Connection) -> None:
    open_session(home)
    for start in range(0, MINUTE - 100, 100):
        samples.append(home, segment(start, 100))
    assert (count(home, "tail"), count(home, "blocks")) == (59, 0)
    samples.append(home, segment(MINUTE - 100, 100))
    assert (count(home, "tail"), count(home, "blocks")) == (0, 1)
    (only,) = samples.read(home, 1, 0, MINUTE)
    assert isinstance(only, Segment)
    assert np.array_equal(only.uv, ramp(0, MINUTE))


def test_a_segment_over_the_minute_is_split(home: sqlite3.Connection) -> None:
    open_session(home)
    samples.append(home, segment(0, 2 * MINUTE + 500))
    assert [tuple(row) for row in home.execute("SELECT start, n FROM blocks ORDER BY start")] == [
        (0, MINUTE),
        (MINUTE, MINUTE),
    ]
    assert [tuple(row) for row in home.execute("SELECT start, n FROM tail")] == [(2 * MINUTE, 500)]


def test_a_gap_ends_a_block(home: sqlite3.Connection) -> None:
    open_session(home)
    samples.append(home, segment(0, 1000))
    samples.add_gap(home, Gap(1, 1000, 500, GapReason.LOST))
    samples.append(home, segment(1500, MINUTE))
    assert [tuple(row) for row in home.execute("SELECT start, n FROM blocks ORDER BY start")] == [
        (0, 1000),
        (1500, 4500),
    ]


def test_a_long_gap_seals_what_came_before(home: sqlite3.Connection) -> None:
    open_session(home)
    samples.append(home, segment(0, 1000))
    samples.add_gap(home, Gap(1, 1000, 2 * MINUTE, GapReason.LOST))
    assert (count(home, "tail"), count(home, "blocks")) == (0, 1)


def test_the_session_knows_its_extent(home: sqlite3.Connection) -> None:
    open_session(home)
    samples.append(home, segment(0, 1000))
    samples.add_gap(home, Gap(1, 1000, 500, GapReason.LOST))
    state = samples.session(home, 1)
    assert (state.n_samples, state.position, state.last_ns) == (1000, 1500, START_NS + 15 * NS)


def test_closing_seals_the_rest(home: sqlite3.Connection) -> None:
    open_session(home)
    samples.append(home, segment(0, MINUTE + 100))
    samples.close_session(home, 1)
    assert (count(home, "tail"), count(home, "blocks")) == (0, 2)
    assert samples.session(home, 1).closed


@pytest.mark.parametrize(("start", "n"), [(500, 100), (0, 1), (999, 10), (0, 5000), (6000, 10), (6500, 1000)])
def test_what_is_there_is_never_overwritten(home: sqlite3.Connection, start: int, n: int) -> None:
    open_session(home)
    samples.append(home, segment(0, 1000))
    samples.append(home, segment(1000, MINUTE))
    before = home.total_changes
    with pytest.raises(SampleOverlap) as caught:
        samples.append(home, segment(start, n))
    assert (caught.value.session, caught.value.start, caught.value.n) == (1, start, n)
    assert home.total_changes == before


def test_samples_cannot_take_a_gaps_place(home: sqlite3.Connection) -> None:
    open_session(home)
    samples.add_gap(home, Gap(1, 100, 100, GapReason.LOST))
    with pytest.raises(SampleOverlap):
        samples.append(home, segment(150, 10))
    samples.append(home, segment(0, 100))
    samples.append(home, segment(200, 100))


def test_an_unknown_session_is_said(home: sqlite3.Connection) -> None:
    with pytest.raises(UnknownSession):
        samples.append(home, segment(0, 10))
    with pytest.raises(UnknownSession):
        next(samples.read(home, 5, 0, 1))


def test_lead_off_is_told_with_the_samples(home: sqlite3.Connection) -> None:
    open_session(home)
    for start in range(0, 2 * MINUTE, 500):
        samples.append(home, segment(start, 500, lead_off=3000 <= start < 4500 or start == 5500))
    spans = [tuple(row) for row in home.execute("SELECT start, n FROM lead_off ORDER BY start")]
    assert spans == [(3000, 1500), (5500, 500)]
    off = [(item.start, item.end) for item in samples.read(home, 1, 3200, 9000) if _is_off(item)]
    assert off == [(3200, 4500), (5500, 6000)]


def _is_off(item: Segment | Gap) -> bool:
    return isinstance(item, Segment) and item.lead_off


def test_reading_is_cut_to_the_range(home: sqlite3.Connection) -> None:
    open_session(home)
    samples.append(home, segment(0, 1000))
    samples.add_gap(home, Gap(1, 1000, 500, GapReason.LOST))
    samples.append(home, segment(1500, MINUTE))
    items = list(samples.read(home, 1, 900, 1600))
    assert [(type(item), item.start, item.end) for item in items] == [
        (Segment, 900, 1000),
        (Gap, 1000, 1500),
        (Segment, 1500, 1600),
    ]
    assert list(samples.read(home, 1, 1600, 1600)) == []
    assert list(samples.read(home, 1, 9000, 10_000)) == []


def test_places_nobody_spoke_of_read_as_lost(home: sqlite3.Connection) -> None:
    open_session(home)
    samples.append(home, segment(100, 100))
    samples.append(home, segment(300, 100))
    items = [(type(item).__name__, item.start, item.end) for item in samples.read(home, 1, 0, 1000)]
    assert items == [("Gap", 0, 100), ("Segment", 100, 200), ("Gap", 200, 300), ("Segment", 300, 400)]


def test_a_reader_can_take_its_time(home: sqlite3.Connection) -> None:
    open_session(home)
    samples.append(home, segment(0, 40 * MINUTE))
    reading = samples.read(home, 1, 0, 40 * MINUTE)
    got = [next(reading)]
    assert home.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
    got.extend(reading)
    uv = np.concatenate([item.uv for item in got if isinstance(item, Segment)])
    assert np.array_equal(uv, ramp(0, 40 * MINUTE))


def test_a_damaged_block_is_named_and_can_be_given_up(home: sqlite3.Connection) -> None:
    open_session(home)
    samples.append(home, segment(0, 3 * MINUTE))
    data = home.execute("SELECT data FROM blocks WHERE start = ?", (MINUTE,)).fetchone()[0]
    data = bytes([*data[:20], data[20] ^ 1, *data[21:]])
    home.execute("UPDATE blocks SET data = ? WHERE start = ?", (data, MINUTE))
    reading = samples.read(home, 1, 0, 3 * MINUTE)
    with pytest.raises(ChecksumMismatch) as caught:
        list(reading)
    assert (caught.value.session, caught.value.start) == (1, MINUTE)
    assert samples.give_up(home, 1, MINUTE) == Gap(1, MINUTE, MINUTE, GapReason.LOST)
    items = [(type(item).__name__, item.start, item.end) for item in samples.read(home, 1, 0, 3 * MINUTE)]
    assert items == [("Segment", 0, 6000), ("Gap", 6000, 12000), ("Segment", 12000, 18000)]
    assert samples.session(home, 1).n_samples == 2 * MINUTE
    with pytest.raises(UnknownBlock):
        samples.give_up(home, 1, MINUTE)


def test_a_rate_that_is_no_whole_number_is_kept(home: sqlite3.Connection) -> None:
    open_session(home, 1, 130.17)
    uv = ramp(0, 20_000)
    samples.append(home, Segment(1, 0, 130.17, uv))
    items = [item for item in samples.read(home, 1, 0, 20_000) if isinstance(item, Segment)]
    assert {item.fs_hz for item in items} == {130.17}
    assert np.array_equal(np.concatenate([item.uv for item in items]), uv)


LENGTH: Final = 15_000
places = st.integers(0, LENGTH - 1)


class AgainstADict(RuleBasedStateMachine):
    """One session against a plain dict from index to value or gap reason."""

    @initialize()
    def begin(self) -> None:
        self.closing = closing(open_writer(self.folder / f"{self.next_number()}.db").conn)
        self.conn = self.closing.__enter__()
        people_and_device(self.conn)
        open_session(self.conn)
        self.model: dict[int, int | GapReason] = {}
        self.off: set[int] = set()
        self.end = 0

    folder: Path
    numbers = 0

    @classmethod
    def next_number(cls) -> int:
        cls.numbers += 1
        return cls.numbers

    def teardown(self) -> None:
        if hasattr(self, "closing"):
            self.closing.__exit__(None, None, None)

    @rule(n=st.integers(1, 4000), seed=st.integers(0, 2**16), lead_off=st.booleans(), hole=st.booleans())
    @precondition(lambda self: self.end < LENGTH)
    def go_on(self, n: int, seed: int, lead_off: bool, hole: bool) -> None:
        self.append(self.end + 300 * hole, n, seed, lead_off)

    @rule(start=places, n=st.integers(1, 4000), seed=st.integers(0, 2**16), lead_off=st.booleans())
    def append(self, start: int, n: int, seed: int, lead_off: bool) -> None:
        uv = np.random.default_rng(seed).integers(-3000, 3000, n).astype(np.int32)
        taken = any(i in self.model for i in range(start, start + n))
        try:
            with transaction(self.conn):
                samples.append(self.conn, Segment(1, start, FS_HZ, uv, lead_off))
        except SampleOverlap:
            assert taken
            return
        assert not taken
        self.model.update(enumerate(uv.tolist(), start))
        self.off.update(range(start, start + n) if lead_off else ())
        self.end = max(self.end, start + n)

    @rule(start=places, n=st.integers(1, 3000), reason=st.sampled_from(GapReason))
    def gap(self, start: int, n: int, reason: GapReason) -> None:
        here = [self.model.get(i) for i in range(start, start + n)]
        late = reason is GapReason.LATE
        refused = any(isinstance(v, int) and not isinstance(v, GapReason) for v in here) or (
            not late and any(v is not None for v in here)
        )
        try:
            with transaction(self.conn):
                samples.add_gap(self.conn, Gap(1, start, n, reason))
        except SampleOverlap:
            assert refused
            return
        assert not refused
        for i, value in enumerate(here, start):
            if value is None or (late and value is GapReason.LOST):
                self.model[i] = reason
        self.end = max(self.end, start + n)

    @rule()
    def seal(self) -> None:
        samples.seal_rest(self.conn, 1)

    @invariant()
    def axis_is_the_same(self) -> None:
        if not hasattr(self, "closing"):
            return
        at = 0
        for item in samples.read(self.conn, 1, 0, 2 * LENGTH):
            assert item.start == at
            if isinstance(item, Gap):
                for i in range(item.start, item.end):
                    assert self.model.get(i, GapReason.LOST) == item.reason
            else:
                assert [self.model.get(i) for i in range(item.start, item.end)] == item.uv.tolist()
                assert {i in self.off for i in range(item.start, item.end)} == {item.lead_off}
            at = item.end
        state = samples.session(self.conn, 1)
        assert at == self.end == state.position
        assert state.n_samples == sum(not isinstance(v, GapReason) for v in self.model.values())


def test_any_history_reads_as_a_plain_dict_would(tmp_path: Path) -> None:
    AgainstADict.folder = tmp_path
    AgainstADict.TestCase.settings = settings(max_examples=25, stateful_step_count=12, deadline=None)
    AgainstADict.TestCase().runTest()
