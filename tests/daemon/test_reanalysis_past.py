"""What a re-analysis leaves alone: answers that were given, and alarms over what is long past."""

from __future__ import annotations

import asyncio
import itertools
import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from agent.turn import Agent
from daemon.alarm_review import Review
from daemon.chores import Chores
from daemon.config import Config, ScheduleConfig
from daemon.reanalyst import Reanalyst, progress
from daemon.result_versions import label
from dsp.types import FindingKind
from storage import alarms, dialogues, episodes, reanalyses, results, versions
from storage.database import open_reader
from storage.reanalyses import Asked, Part
from storage.writer import Writer, exclusive
from tests.daemon.alarm_house import LIMITS, House, episode, window
from tests.daemon.reanalysing import (
    DEVICE,
    MODEL,
    NS,
    START_NS,
    analyse,
    asked,
    classifier,
    reanalyse,
    record,
    told_by,
)

if TYPE_CHECKING:
    import sqlite3

    from dsp.episodes import Episode

OLD, NEW = label("ecg", None), label("ecg", classifier())
NOW = datetime.fromtimestamp(START_NS / NS + 600, UTC)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three minutes, analysed by rules."""
    path = tmp_path_factory.mktemp("recorded") / "hearth.db"
    record(path)
    analyse(path)
    return path


@pytest.fixture
def path(recorded: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(recorded, tmp_path / "hearth.db"))


def rows(conn: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in conn.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3").fetchall()]  # noqa: S608 - constant names


def test_an_answer_and_what_it_rests_on_stay_as_they_were(path: Path) -> None:
    agent = Agent(path)
    first = agent.ask("how fast was my heart today?", session="s", now=NOW)
    with exclusive(path) as conn:
        dialogues.store_turn(conn, first.record())
        versions.record(conn, versions.Version(OLD, "chain", None, None, {}, START_NS))
    with closing(open_reader(path)) as conn:
        given = {name: rows(conn, name) for name in ("turns", "evidence", "dialogues")}
        windows = conn.execute("SELECT * FROM segments WHERE version = ?", (OLD,)).fetchall()
        before = [tuple(value for key, value in zip(row.keys(), row) if key != "current") for row in windows]  # noqa: B905 - a row and its own names
        known = episodes.episodes(conn, DEVICE, 0, 2**62)
        beats = rows(conn, "beats")
    source = agent.ask("how do you know?", session="s", now=NOW).evidence[0].data
    assert (list(source["chain"]), list(source["replaced_by"]), source["windows"]) == ([OLD], [], 18)

    assert reanalyse(path, asked()).state == "done"

    again = agent.ask("how do you know?", session="s", now=NOW)
    later = again.evidence[0].data
    assert (list(later["chain"]), list(later["replaced_by"])) == ([OLD], [NEW])
    same = ("windows", "analysable", "recorded_s", "analysable_s", "model", "start", "end")
    assert {name: later[name] for name in same} == {name: source[name] for name in same}
    with closing(open_reader(path)) as conn:
        assert {name: rows(conn, name) for name in given} == given
        windows = conn.execute("SELECT * FROM segments WHERE version = ?", (OLD,)).fetchall()
        after = [tuple(value for key, value in zip(row.keys(), row) if key != "current") for row in windows]  # noqa: B905 - likewise
        assert after == before
        assert [episodes.episode(conn, row.id) for row in known] == known
        assert [row for row in rows(conn, "beats") if row in beats] == beats
        made = versions.version(conn, NEW)
    assert made is not None
    assert made.sha256 == MODEL.sha256
    assert {"beat_network.npz", "waves.npz", "quality_model.npz"} <= set(made.files)
    fresh = agent.ask("how fast was my heart today?", session="t", now=NOW)
    assert [list(one.versions.chain) for one in fresh.evidence] == [[NEW]]


def put_in_force(house: House, found: Episode, stop: int) -> None:
    """As a re-analysis does, of all up to ``stop``."""
    results.store(house.conn, 1, [window(at) for at in range(0, 600, 10)], version="new", prepared=True)
    episodes.open_or_extend(house.conn, house.device, 1, found, version="new", prepared=True)
    wanted = Asked(START_NS, None, 0, 2**62, "rules", "")
    job = reanalyses.add(house.conn, wanted, [Part(0, 1, 0, stop, 0, "new", stop)], ())
    reanalyses.finish(house.conn, reanalyses.parts(house.conn, job.id)[0])


def test_no_alarm_is_raised_over_the_past(tmp_path: Path) -> None:
    house = House(tmp_path / "hearth.db")
    house.stored([window(at) for at in range(0, 600, 10)])
    put_in_force(house, episode(FindingKind.AF, 100, 400, 0.9), 60_000)
    assert [row.kind for row in episodes.episodes(house.conn, house.device, 0, 2**62)] == ["af"]
    work = house.work()
    Review(house.device, 0, 2**62, LIMITS).run(work)  # what a start looks at again
    assert work.outcome().alarms == ()
    house.stored([window(600)], [episode(FindingKind.PAUSE, 603, 4, 4.0)])
    assert [row.rule for row in alarms.open_alarms(house.conn)] == ["pause"]
    house.conn.close()


def test_another_version_goes_on_where_the_one_before_ended(tmp_path: Path) -> None:
    path = tmp_path / "hearth.db"
    record(path, 1, close=False)
    analyse(path)
    with closing(open_reader(path)) as conn:
        reached = results.analysed_to(conn, 1)
    with exclusive(path) as conn:
        conn.execute("UPDATE sessions SET closed = 1")
    analyse(path, classifier())
    with closing(open_reader(path)) as conn:
        windows = list(results.segments(conn, DEVICE, 0, 2**62))
        found = episodes.episodes(conn, DEVICE, 0, 2**62)
    assert [(row.version, row.start < reached) for row in windows] == [
        (row.version, row.version == OLD) for row in windows
    ]
    assert all(a.start + a.n == b.start for a, b in itertools.pairwise(windows))
    assert windows[-1].start + windows[-1].n == 180 * 250
    assert told_by(path) == {OLD: 17, NEW: 1}
    assert not any(row.open for row in found)


def test_after_an_upgrade_history_is_caught_up_with_in_quiet_hours_where_that_is_wanted(path: Path) -> None:
    async def night(until: str, *, quiet: bool) -> list[reanalyses.Reanalysis]:
        config = Config(schedule=ScheduleConfig(reanalyze_until=until))
        async with Writer(path, commit_interval_s=0.0) as writer:
            reanalyst = Reanalyst(path, writer, quiet=lambda: quiet, rest=0.0)
            nobody: Any = None  # neither answers nor publishes here
            await Chores(config, writer, nobody, nobody, reanalyst).maintain()
            await reanalyst.work_off()
        with closing(open_reader(path)) as conn:
            return reanalyses.waiting(conn)

    assert asyncio.run(night("", quiet=True)) == []
    assert told_by(path) == {OLD: 18}
    (waits,) = asyncio.run(night("06:00", quiet=False))
    assert waits.quiet
    assert told_by(path) == {OLD: 18}
    assert asyncio.run(night("06:00", quiet=True)) == []
    assert told_by(path) == {NEW: 18}
    assert progress(path, waits.id).state == "done"


def test_quiet_hours_of_a_re_analysis_are_the_house_s_own() -> None:
    schedule = ScheduleConfig(maintenance_at="03:30", reanalyze_until="06:00")
    at = {hour: round(datetime(2026, 11, 20, hour, tzinfo=UTC).timestamp()) * NS for hour in (3, 4, 6)}
    assert [schedule.quiet(UTC, ns) for ns in at.values()] == [False, True, False]
    assert not ScheduleConfig().quiet(UTC, at[4])
