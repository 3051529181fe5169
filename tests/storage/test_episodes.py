from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsp.episodes import Episode
from dsp.types import FindingKind
from storage import episodes
from storage.timeline import NS
from tests.storage.history import DEVICE, START_NS
from tests.storage.windows import open_session

if TYPE_CHECKING:
    import sqlite3


def told(kind: FindingKind, start_s: int, length_s: int, *, open_: bool = False) -> Episode:
    return Episode(kind, start_s * 250, length_s * 250, 1.5, open_)


@pytest.fixture
def recorded(home: sqlite3.Connection) -> sqlite3.Connection:
    open_session(home)
    return home


def put(conn: sqlite3.Connection, episode: Episode, version: str = "v") -> int:
    return episodes.open_or_extend(conn, DEVICE, 1, episode, version=version, detail={"why": "rr"})


def test_an_episode_grows_and_closes(recorded: sqlite3.Connection) -> None:
    first = put(recorded, told(FindingKind.AF, 10, 30, open_=True))
    again = put(recorded, told(FindingKind.AF, 10, 90))
    assert first == again
    (row,) = episodes.episodes(recorded, DEVICE, START_NS, START_NS + 3600 * NS)
    assert (row.id, row.kind, row.session, row.start, row.n) == (first, "af", 1, 2500, 22_500)
    assert (row.start_ns, row.end_ns) == (START_NS + 10 * NS, START_NS + 100 * NS)
    assert (row.value, row.open, row.version, row.detail) == (1.5, False, "v", {"why": "rr"})


def test_another_kind_or_version_is_another_episode(recorded: sqlite3.Connection) -> None:
    numbers = {
        put(recorded, told(FindingKind.AF, 10, 30)),
        put(recorded, told(FindingKind.TACHY, 10, 30)),
        put(recorded, told(FindingKind.AF, 10, 30), "w"),
    }
    assert len(numbers) == 3


@pytest.mark.parametrize(
    ("start_s", "end_s", "wanted"),
    [
        (0, 5, []),
        (0, 11, [10]),
        (39, 40, [10]),
        (40, 100, []),
        (50, 150, [100]),
        (0, 1000, [10, 100, 500]),
        (120, 510, [100, 500]),
    ],
)
def test_a_range_gives_what_touches_it(
    recorded: sqlite3.Connection, start_s: int, end_s: int, wanted: list[int]
) -> None:
    for start, length in ((500, 20), (10, 30), (100, 30)):
        put(recorded, told(FindingKind.AF, start, length))
    found = episodes.episodes(recorded, DEVICE, START_NS + start_s * NS, START_NS + end_s * NS)
    assert [row.start // 250 for row in found] == wanted


def test_kinds_are_chosen(recorded: sqlite3.Connection) -> None:
    for kind in FindingKind:
        put(recorded, told(kind, 10, 30))
    found = episodes.episodes(recorded, DEVICE, START_NS, START_NS + 99 * NS, ["pause", "af"])
    assert sorted(row.kind for row in found) == ["af", "pause"]
    assert episodes.episodes(recorded, "stranger", START_NS, START_NS + 99 * NS) == []
