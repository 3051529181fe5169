from __future__ import annotations

import sqlite3

import pytest

from dsp.episodes import Episode
from dsp.types import FindingKind
from storage import episodes, explanations, stretches
from storage.explanations import Explained
from tests.storage.history import DEVICE
from tests.storage.windows import open_session


@pytest.fixture
def recorded(home: sqlite3.Connection) -> sqlite3.Connection:
    open_session(home)
    return home


def put(
    conn: sqlite3.Connection,
    start_s: int,
    version: str = "v",
    *,
    length_s: int = 60,
    open_: bool = False,
    prepared: bool = False,
) -> int:
    told = Episode(FindingKind.AF, start_s * 250, length_s * 250, 0.9, open_)
    return episodes.open_or_extend(conn, DEVICE, 1, told, version=version, prepared=prepared)


def made(episode: int, probability: float = 0.98) -> Explained:
    return Explained(
        episode=episode,
        start=2500,
        n=7500,
        method="occlusion-1",
        model="rhythm-1",
        sha256="a" * 64,
        probability=probability,
        masked=0.5,
        by_chance=0.97,
        quality=0.8,
        criteria={"irregularity": 0.9, "beats": 31.0},
        parts=((3000, 125, 0.2), (5000, 125, 0.1)),
    )


def test_what_is_stored_comes_back_and_is_due_no_more(recorded: sqlite3.Connection) -> None:
    first, second = put(recorded, 10), put(recorded, 200)
    explanations.want(recorded, first)
    explanations.want(recorded, second)
    explanations.want(recorded, first)
    assert explanations.due(recorded, 10) == [second, first]  # the newest is asked about first
    explanations.store(recorded, first, made(first))
    assert explanations.explained(recorded, first) == made(first)
    assert explanations.due(recorded, 10) == [second]
    explanations.store(recorded, second, None)
    assert explanations.due(recorded, 10) == []
    assert explanations.explained(recorded, second) is None


def test_there_is_one_explanation_an_episode(recorded: sqlite3.Connection) -> None:
    number = put(recorded, 10)
    explanations.store(recorded, number, made(number))
    explanations.want(recorded, number)
    assert explanations.due(recorded, 10) == [number]
    explanations.store(recorded, number, made(number, 0.7))
    found = explanations.explained(recorded, number)
    assert found is not None
    assert found.probability == 0.7
    assert recorded.execute("SELECT count(*) FROM explanations").fetchone()[0] == 1


def test_results_that_are_not_in_force_wait_and_go_with_their_explanation(
    recorded: sqlite3.Connection,
) -> None:
    number = put(recorded, 10, "v2", prepared=True)
    explanations.want(recorded, number)
    assert explanations.due(recorded, 10) == []
    stretches.drop_prepared(recorded, 1, 0, 250_000, "v2")
    assert recorded.execute("SELECT count(*) FROM explanations_due").fetchone()[0] == 0
    again = put(recorded, 10, "v2", prepared=True)
    explanations.want(recorded, again)
    stretches.put_in_force(recorded, 1, 0, 250_000, "v2")
    assert explanations.due(recorded, 10) == [again]


def test_an_episode_that_lasts_is_explained_once_before_it_ends(recorded: sqlite3.Connection) -> None:
    number = put(recorded, 10, length_s=299, open_=True)
    explanations.want(recorded, number)
    assert explanations.due(recorded, 10) == []
    put(recorded, 10, length_s=300, open_=True)
    explanations.want(recorded, number)
    assert explanations.due(recorded, 10) == [number]
    explanations.store(recorded, number, made(number))
    put(recorded, 10, length_s=400, open_=True)
    explanations.want(recorded, number)
    assert explanations.due(recorded, 10) == []
    put(recorded, 10, length_s=410)
    explanations.want(recorded, number)
    assert explanations.due(recorded, 10) == [number]


def test_what_is_no_longer_in_force_is_due_no_more(recorded: sqlite3.Connection) -> None:
    old, other = put(recorded, 10, "v1"), put(recorded, 1000, "v1")
    explanations.want(recorded, old)
    explanations.want(recorded, other)
    stretches.put_in_force(recorded, 1, 0, 50_000, "v2")
    explanations.store(recorded, other, made(other))
    assert recorded.execute("SELECT count(*) FROM explanations_due").fetchone()[0] == 0


def test_an_explanation_needs_its_episode(recorded: sqlite3.Connection) -> None:
    explanations.want(recorded, 77)
    assert explanations.due(recorded, 10) == []
    with pytest.raises(sqlite3.IntegrityError):
        explanations.store(recorded, 77, made(77))


def test_people_see_when_each_part_was(recorded: sqlite3.Connection) -> None:
    number = put(recorded, 10)
    explanations.store(recorded, number, made(number))
    rows = recorded.execute(
        "SELECT kind, rank, part_s, probability_lost, first_sample, "
        "(julianday(part_utc) - julianday((SELECT start_utc FROM v_episodes))) * 86400 FROM v_explanations"
    ).fetchall()
    assert [tuple(row)[:5] for row in rows] == [("af", 1, 0.5, 0.2, 3000), ("af", 2, 0.5, 0.1, 5000)]
    assert [round(row[5], 2) for row in rows] == [2.0, 10.0]
