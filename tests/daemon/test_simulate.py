"""A scenario's results in a database: the totals agree with each other and with what was told."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from daemon.simulate import History, SimulationError, simulate
from daemon.simulated_signal import simulate_signal
from ingest.scenario_file import load_scenario, parse_scenario
from storage import alarms, devices, episodes, notes, people, results, rollups, samples
from storage.database import check, open_reader
from storage.writer import exclusive
from tests.daemon.told_day import STORY

if TYPE_CHECKING:
    from ingest.scenario import Scenario

NS = 1_000_000_000
ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 15, 8, 30, tzinfo=ZoneInfo("Europe/Berlin"))


def told(path: Path, scenario: Scenario, now: datetime | None = None) -> History:
    with exclusive(path) as conn:
        return simulate(conn, scenario, now=now)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("simulate") / "hearth.db"
    told(path, parse_scenario(STORY))
    return path


@pytest.fixture
def conn(database: Path) -> sqlite3.Connection:
    return open_reader(database)


def ns(text: str) -> int:
    return round(datetime.fromisoformat(text).replace(tzinfo=NOW.tzinfo).timestamp() * NS)


BEGIN, END = ns("2026-11-14T08:30"), ns("2026-11-15T08:30")


def test_people_notes_and_wearables_are_as_told(conn: sqlite3.Connection) -> None:
    (wearer,) = people.wearers(conn)
    assert (wearer.name, wearer.tz, wearer.sex, wearer.birth_year) == (
        "Anna",
        "Europe/Berlin",
        "female",
        1950,
    )
    assert [(p.name, p.role) for p in people.people(conn, wearer.id)] == [("Jonas", "caregiver")]
    found = notes.notes(conn, wearer.id, BEGIN, END, private=True)
    assert [(n.at_ns, n.text, n.private, n.author) for n in found] == [
        (ns("2026-11-14T12:00"), "soup", False, "Anna"),
        (ns("2026-11-14T13:00"), "secret", True, "Jonas"),
    ]
    (device,) = devices.devices(conn)
    assert (device.id, device.kind, device.added_ns) == ("patch-1", "simulated", BEGIN)


def test_coverage_is_what_was_told(conn: sqlite3.Connection) -> None:
    cover = rollups.coverage(conn, "patch-1", BEGIN, END)
    assert cover.recorded_s == pytest.approx(86_400 - 40 * 60 - 3, abs=0.1)
    assert cover.analysable_s == pytest.approx(86_400 - 40 * 60 - 3 - 5 * 60 - 10 * 60, abs=20)
    assert cover.missing_s == {"no_session": 2400.0, "lost": 3.0, "lead_off": 300.0}


def test_sessions_have_no_samples_and_say_so(conn: sqlite3.Connection) -> None:
    found = samples.sessions(conn, "patch-1")
    assert len(found) == 2
    assert all(s.n_samples == 0 and s.closed for s in found)
    assert samples.unfinished_session(conn, "patch-1") is None
    assert conn.execute("SELECT count(*) FROM blocks").fetchone()[0] == 0


def test_windows_beats_and_roll_ups_agree(conn: sqlite3.Connection) -> None:
    rows = list(results.segments(conn, "patch-1", BEGIN, END))
    assert all(a.end_ns <= b.start_ns for a, b in pairwise(rows))
    total = rollups.hourly(conn, "patch-1", BEGIN, END)
    seconds = sum((row.end_ns - row.start_ns) / NS for row in rows)
    assert sum(hour.recorded_s for hour in total) == pytest.approx(seconds, abs=0.5)
    assert sum(hour.beats for hour in total) == sum(row.n_beats for row in rows)
    assert sum(hour.v_beats for hour in total) == sum(row.n_v for row in rows)
    af_s = sum((row.end_ns - row.start_ns) / NS for row in rows if row.rhythm == "af")
    assert sum(hour.af_s for hour in total) == pytest.approx(af_s, abs=0.5)
    assert conn.execute("SELECT count(*) FROM dirty_hours").fetchone()[0] == 0
    packed = conn.execute("SELECT sum(n_beats) FROM beats").fetchone()[0]
    assert packed == sum(row.n_beats for row in rows)
    session = samples.sessions(conn, "patch-1")[0]
    found = results.beats(conn, session.id, 0, 2500)
    assert len(found) == rows[0].n_beats
    assert [b.label.value for b in found].count("V") == rows[0].n_v


def test_episodes_are_those_told(conn: sqlite3.Connection) -> None:
    rows = episodes.episodes(conn, "patch-1", BEGIN, END)
    kinds = [e.kind for e in rows if e.kind not in {"brady", "tachy"}]  # the rate may stray over a limit too
    assert sorted(kinds) == ["af", "pause", "wide_run"]
    found = {e.kind: e for e in rows}
    assert found["pause"].value == 3.6
    assert found["wide_run"].value == 9
    af = found["af"]
    assert af.start_ns == pytest.approx(ns("2026-11-15T02:10"), abs=30 * NS)
    assert af.end_ns == pytest.approx(ns("2026-11-15T02:52"), abs=30 * NS)
    windows = [r for r in results.segments(conn, "patch-1", af.start_ns, af.end_ns) if r.rhythm == "af"]
    covered = sum(row.end_ns - row.start_ns for row in windows)
    assert covered == pytest.approx(af.end_ns - af.start_ns, abs=10 * NS)
    assert all(row.pr_ms is None for row in windows)
    assert not any(e.open for e in found.values())


def test_alerts_are_raised_by_the_rules_and_acknowledged_as_told(conn: sqlite3.Connection) -> None:
    found = {row.rule: row for row in alarms.alarms(conn, "patch-1", BEGIN, END)}
    assert set(found) == {"af", "pause", "wide_run", "no_data", "lead_off", "low_battery", "quarantine"}
    assert found["af"].presence == "Off"
    assert found["af"].since_ns == pytest.approx(ns("2026-11-15T02:15"), abs=30 * NS)
    assert found["wide_run"].presence == "Latched"
    assert [row.rule for row in alarms.open_alarms(conn)] == ["wide_run"]
    pause = found["pause"]
    assert (pause.presence, pause.acknowledged_by) == ("Off", "Jonas")
    assert pause.acknowledged_ns == ns("2026-11-15T07:01")
    changes = [t.presence for t in alarms.transitions(conn, pause.id)]
    assert changes == ["On", "Latched", "Acknowledged", "Off"]
    assert found["quarantine"].value == 12
    assert found["quarantine"].until_ns == ns("2026-11-14T10:30")
    lead = alarms.alarms(conn, "patch-1", ns("2026-11-14T22:59"), END)
    assert [row.acknowledged_by for row in lead if row.rule == "lead_off"] == [None]
    assert conn.execute("SELECT count(*) FROM outbox").fetchone()[0] == 0


def test_what_could_not_be_done_is_remarked(tmp_path: Path) -> None:
    history = told(tmp_path / "h.db", parse_scenario(STORY))
    assert history.remarks == ["patch-1: no lead_off alert was left to acknowledge for Anna"]


def test_the_battery_falls_and_is_charged(conn: sqlite3.Connection) -> None:
    rows = conn.execute(
        "SELECT at_ns, battery_pct FROM device_states WHERE battery_pct NOT NULL ORDER BY at_ns"
    )
    levels = [(row[0], row[1]) for row in rows.fetchall()]
    before = [pct for at, pct in levels if at < ns("2026-11-14T17:00")]
    after = [pct for at, pct in levels if at >= ns("2026-11-14T17:40")]
    assert before == sorted(before, reverse=True)
    assert before[0] == 20
    assert after[0] == 100
    assert not [at for at, _ in levels if ns("2026-11-14T17:00") <= at < ns("2026-11-14T17:40")]
    state = devices.latest_state(conn, "patch-1")
    assert state is not None
    assert (state.battery_pct, state.connected, state.lead_off) == (85, True, False)


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as conn:
        return [line for line in conn.iterdump() if "_sqlite_migrations" not in line]


def test_the_same_seed_tells_the_same_story_and_another_does_not(tmp_path: Path) -> None:
    short = STORY.replace('span = "1d"', 'span = "3h"')
    for name, text in (("a", short), ("b", short), ("c", short.replace("seed = 5", "seed = 6"))):
        told(tmp_path / name, parse_scenario(text))
    first, same, other = (dump(tmp_path / name) for name in "abc")
    assert first == same
    assert first != other
    assert check(tmp_path / "a") is None


def test_another_now_moves_the_story_and_leaves_the_future_out(tmp_path: Path) -> None:
    early = datetime(2027, 3, 2, 3, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    history = told(tmp_path / "h.db", parse_scenario(STORY), early)
    assert history.now == early
    with closing(open_reader(tmp_path / "h.db")) as conn:
        found = {e.kind: e for e in episodes.episodes(conn, "patch-1", 0, 2**62)}
        assert "pause" not in found  # at five in the morning: not yet
        af_from = datetime.fromtimestamp(found["af"].start_ns / NS, early.tzinfo)
        assert abs(af_from - early.replace(hour=2, minute=10)) < timedelta(seconds=30)
        assert found["af"].end_ns <= early.timestamp() * NS


def test_a_second_history_needs_other_wearables(tmp_path: Path) -> None:
    short = parse_scenario(STORY.replace('span = "1d"', 'span = "10m"'))
    told(tmp_path / "h.db", short)
    with pytest.raises(SimulationError, match="patch-1 is already in this database"):
        told(tmp_path / "h.db", short)
    other = STORY.replace('span = "1d"', 'span = "10m"').replace('id = "patch-1"', 'id = "patch-2"')
    told(tmp_path / "h.db", parse_scenario(other))
    with closing(open_reader(tmp_path / "h.db")) as conn:
        assert len(people.wearers(conn)) == 1
        assert len(devices.devices(conn)) == 2


def test_an_unknown_alert_rule_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    wrong = parse_scenario(STORY.replace('rule = "quarantine"', 'rule = "gremlins"'))
    with pytest.raises(SimulationError, match="no alert rule 'gremlins'; wanted one of: af, "):
        told(tmp_path / "h.db", wrong)
    with closing(open_reader(tmp_path / "h.db")) as conn:
        assert people.wearers(conn) == []


def test_results_and_samples_tell_the_same_story(tmp_path: Path) -> None:
    """The same scenario, once as results and once as samples through the whole chain."""
    text = STORY.replace('span = "1d"', 'span = "50m"').replace("08:30:00+01:00", "03:00:00+01:00")
    text = text.replace("v_per_hour = 10", "v_per_hour = 0").replace("yesterday 21:00", "now -4m")
    scenario = parse_scenario(text.replace('"10m"', '"90s"'))
    told(tmp_path / "results.db", scenario)
    heard = asyncio.run(simulate_signal(tmp_path / "samples.db", scenario))
    assert heard.recorded_s == 3000
    pairs = []
    for name in ("results.db", "samples.db"):
        with closing(open_reader(tmp_path / name)) as conn:
            rows = list(results.segments(conn, "patch-1", 0, 2**62))
            found = [(e.kind, e.start_ns, e.end_ns) for e in episodes.episodes(conn, "patch-1", 0, 2**62)]
            rules = [(a.rule, a.since_ns, a.presence) for a in alarms.alarms(conn, "patch-1", 0, 2**62)]
            pairs.append((rows, found, rules))
    (mine, found, rules), (theirs, heard_found, heard_rules) = pairs
    assert [(r.start, r.n) for r in mine] == [(r.start, r.n) for r in theirs]
    # In noise the chain still marks what looks like beats, with the quality that says not to count them.
    alike = sum(
        a.rhythm == b.rhythm and (not b.analysable or abs(a.n_beats - b.n_beats) <= 1)
        for a, b in zip(mine, theirs, strict=True)
    )
    assert alike >= 0.97 * len(mine)
    assert [kind for kind, _, _ in found] == ["af"]
    assert [kind for kind, _, _ in heard_found if kind == "af"] == ["af"]
    (_, start_ns, end_ns), (_, heard_start, heard_end) = (
        found[0],
        next(f for f in heard_found if f[0] == "af"),
    )
    assert abs(start_ns - heard_start) <= 20 * NS
    assert abs(end_ns - heard_end) <= 20 * NS
    assert [rule for rule, _, _ in rules] == [rule for rule, _, _ in heard_rules if rule == "af"]


def test_two_weeks_hold_what_the_demo_tells(tmp_path: Path) -> None:
    scenario = load_scenario(ROOT / "deploy" / "scenarios" / "two-weeks.toml")
    history = told(tmp_path / "demo.db", scenario)
    assert history.remarks == []
    assert history.recorded_s > 13.5 * 86_400
    with closing(open_reader(tmp_path / "demo.db")) as conn:
        everything = episodes.episodes(conn, "patch-1", 0, 2**62)
        assert {e.kind for e in everything} == {"af", "pause", "brady", "tachy", "wide_run", "bigeminy"}
        pauses = [e.value for e in everything if e.kind == "pause"]
        assert pauses == [3.4]
        today = NOW.astimezone(ZoneInfo("Europe/Berlin")).date()
        nights = {
            row.night: row for row in rollups.nightly(conn, "patch-1", today - timedelta(days=14), today)
        }
        assert nights[today.isoformat()].af_s > 1800
        assert nights[(today - timedelta(days=1)).isoformat()].af_s == 0
        open_now = alarms.open_alarms(conn)
        assert [row.rule for row in open_now] == ["wide_run"]
        acknowledged = [row for row in alarms.alarms(conn, "patch-1", 0, 2**62) if row.acknowledged_by]
        assert {row.acknowledged_by for row in acknowledged} == {"Anna Berg", "Jonas Berg"}
        wearer = people.wearers(conn)[0]
        public = notes.notes(conn, wearer.id, 0, 2**62)
        private = notes.notes(conn, wearer.id, 0, 2**62, private=True)
        assert len(private) == len(public) + 1
        assert any("bisoprolol" in note.text for note in public)
        assert datetime.fromtimestamp(wearer.installed_ns / NS, UTC) == (NOW - timedelta(days=14)).astimezone(
            UTC
        )
