from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from dsp.types import Gap, GapReason, Segment
from storage import samples
from storage.errors import SampleOverlap, UnknownSession
from tests.storage.windows import open_session

if TYPE_CHECKING:
    import sqlite3

LOST, LATE, OVERFLOW = GapReason


def stored(conn: sqlite3.Connection) -> list[tuple[int, int, str]]:
    return [tuple(row) for row in conn.execute("SELECT start, n, reason FROM gaps ORDER BY start")]


@pytest.fixture
def gappy(home: sqlite3.Connection) -> sqlite3.Connection:
    open_session(home)
    samples.add_gap(home, Gap(1, 100, 100, LOST))
    samples.add_gap(home, Gap(1, 300, 100, OVERFLOW))
    return home


@pytest.mark.parametrize(
    ("start", "n", "wanted"),
    [
        (120, 30, [(100, 20, "lost"), (120, 30, "late"), (150, 50, "lost"), (300, 100, "overflow")]),
        (100, 100, [(100, 100, "late"), (300, 100, "overflow")]),
        (100, 10, [(100, 10, "late"), (110, 90, "lost"), (300, 100, "overflow")]),
        (190, 10, [(100, 90, "lost"), (190, 10, "late"), (300, 100, "overflow")]),
        (150, 100, [(100, 50, "lost"), (150, 50, "late"), (200, 50, "late"), (300, 100, "overflow")]),
        (320, 10, [(100, 100, "lost"), (300, 100, "overflow")]),
        (500, 10, [(100, 100, "lost"), (300, 100, "overflow"), (500, 10, "late")]),
        (
            50,
            400,
            [
                (50, 50, "late"),
                (100, 100, "late"),
                (200, 100, "late"),
                (300, 100, "overflow"),
                (400, 50, "late"),
            ],
        ),
    ],
)
def test_late_renames_what_was_lost(
    gappy: sqlite3.Connection, start: int, n: int, wanted: list[tuple[int, int, str]]
) -> None:
    samples.add_gap(gappy, Gap(1, start, n, LATE))
    assert stored(gappy) == wanted
    samples.add_gap(gappy, Gap(1, start, n, LATE))
    assert stored(gappy) == wanted


@pytest.mark.parametrize("reason", [LOST, OVERFLOW])
@pytest.mark.parametrize(("start", "n"), [(100, 100), (50, 51), (199, 1), (250, 60)])
def test_a_gap_is_not_told_twice(gappy: sqlite3.Connection, reason: GapReason, start: int, n: int) -> None:
    with pytest.raises(SampleOverlap):
        samples.add_gap(gappy, Gap(1, start, n, reason))


@pytest.mark.parametrize("reason", list(GapReason))
def test_samples_that_are_there_are_not_missing(gappy: sqlite3.Connection, reason: GapReason) -> None:
    samples.append(gappy, Segment(1, 400, 250.0, np.zeros(100, np.int32)))
    with pytest.raises(SampleOverlap):
        samples.add_gap(gappy, Gap(1, 490, 20, reason))


def test_nothing_is_no_gap(gappy: sqlite3.Connection) -> None:
    samples.add_gap(gappy, Gap(1, 100, 0, LOST))
    assert len(stored(gappy)) == 2


def test_an_unknown_session_is_said(home: sqlite3.Connection) -> None:
    with pytest.raises(UnknownSession):
        samples.add_gap(home, Gap(4, 0, 1, LOST))


def test_gaps_are_found_by_place(gappy: sqlite3.Connection) -> None:
    both = [Gap(1, 100, 100, LOST), Gap(1, 300, 100, OVERFLOW)]
    assert samples.gaps(gappy, 1, 0, 1000) == both
    assert samples.gaps(gappy, 1, 199, 300) == both[:1]
    assert samples.gaps(gappy, 1, 200, 300) == []
    assert samples.gaps(gappy, 1, 399, 400) == both[1:]
