from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from dsp.types import Gap, GapReason, Segment
from storage import results, retention, samples
from storage.database import transaction
from storage.errors import RawPruned
from storage.timeline import NS
from tests.storage.history import DEVICE, START_NS
from tests.storage.windows import heart_beats, open_session, window

if TYPE_CHECKING:
    import sqlite3

MINUTE = 15_000


@pytest.fixture
def recorded(home: sqlite3.Connection) -> sqlite3.Connection:
    """Ten minutes of samples, the sixth missing, analysed up to the ninth."""
    open_session(home)
    samples.append(home, Segment(1, 0, 250.0, np.arange(5 * MINUTE, dtype=np.int32)))
    samples.add_gap(home, Gap(1, 5 * MINUTE, MINUTE, GapReason.LOST))
    samples.append(home, Segment(1, 6 * MINUTE, 250.0, np.arange(4 * MINUTE, dtype=np.int32)))
    results.store(home, 1, [window(0), *heart_beats(0)], version="v")
    results.save_progress(home, 1, 9 * MINUTE, "v", None, None)
    return home


def blocks(conn: sqlite3.Connection) -> list[int]:
    return [row[0] // MINUTE for row in conn.execute("SELECT start FROM blocks ORDER BY start")]


def test_old_blocks_go_and_results_stay(recorded: sqlite3.Connection) -> None:
    assert retention.prune_raw(recorded, START_NS + 150 * NS) == 2
    assert blocks(recorded) == [2, 3, 4, 6, 7, 8, 9]
    assert len(list(results.segments(recorded, DEVICE, 0, 2**62))) == 1
    assert len(results.beats(recorded, 1, 0, MINUTE)) == 10
    assert retention.prune_raw(recorded, START_NS + 150 * NS) == 0


def test_what_was_removed_is_said_when_it_is_read(recorded: sqlite3.Connection) -> None:
    retention.prune_raw(recorded, START_NS + 150 * NS)
    with pytest.raises(RawPruned) as caught:
        list(samples.read(recorded, 1, 0, 10 * MINUTE))
    assert caught.value.raw_from == 2 * MINUTE
    items = list(samples.read(recorded, 1, caught.value.raw_from, 10 * MINUTE))
    assert (items[0].start, items[-1].end) == (2 * MINUTE, 10 * MINUTE)


def test_what_is_not_analysed_is_kept(recorded: sqlite3.Connection) -> None:
    assert retention.prune_raw(recorded, START_NS + 10**6 * NS) == 8
    assert blocks(recorded) == [9]
    open_session(recorded, 2, START_NS + NS)
    samples.append(recorded, Segment(2, 0, 250.0, np.zeros(MINUTE, np.int32)))
    assert retention.prune_raw(recorded, START_NS + 10**6 * NS) == 0


def test_a_call_is_bounded(recorded: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "MAX_BLOCKS", 3)
    removed = []
    while n := retention.prune_raw(recorded, START_NS + 10**6 * NS):
        removed.append(n)
    assert removed == [3, 3, 2]


def test_removed_samples_leave_no_trace_in_the_file(home: sqlite3.Connection) -> None:
    open_session(home)
    rng = np.random.default_rng(1)
    with transaction(home):
        samples.append(home, Segment(1, 0, 250.0, rng.integers(-9999, 9999, MINUTE).astype(np.int32)))
    planted = home.execute("SELECT substr(data, 3000, 100) FROM blocks").fetchone()[0]
    results.save_progress(home, 1, MINUTE, "v", None, None)
    file = home.execute("SELECT file FROM pragma_database_list").fetchone()[0]
    home.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with open(file, "rb") as raw:  # noqa: PTH123 - the path is SQLite's own text
        assert planted in raw.read()
    retention.prune_raw(home, START_NS + 10**6 * NS)
    home.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with open(file, "rb") as raw:  # noqa: PTH123 - the path is SQLite's own text
        assert planted not in raw.read()
