"""Wearables without a waveform, from packets to stored results."""

from __future__ import annotations

from contextlib import closing
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from daemon import alarm_rules
from daemon.alarm_rules import EpisodeFact, Limits
from daemon.chain import WAVEFORM_S
from daemon.cli.screen import screen
from daemon.live_state import LiveState, LiveStates
from daemon.status import gather
from daemon.tail import Tail
from dsp.interval_stream import IntervalStream
from dsp.interval_windows import BY_INTERVALS
from dsp.thresholds import DEFAULTS
from dsp.types import RR_HZ, Pulse, Window
from storage import episodes, pulses, results, retention, rollups, samples
from storage.database import open_reader
from storage.errors import RawPruned
from storage.writer import exclusive
from tests import recordings
from tests.daemon.arrivals import Log, frame, heard, take_in
from tests.daemon.straps import NS, analyse, packets, wear
from tests.dsp.hearts import af, regular
from training.af_intervals import intervals

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


START_NS = 1_741_730_400 * NS  # 2025-03-11 22:00 UTC
BELT = "belt"
FOREVER_NS = 2**62
LIMITS = Limits.of({name: limit.value for name, limit in DEFAULTS.items()})
HEART = regular(65.0, 600.0) + af(105.0, 480.0) + regular(65.0, 600.0)


@pytest.fixture(scope="module")
def worn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Half an hour: even beats, eight minutes of AF, even beats."""
    path = tmp_path_factory.mktemp("worn") / "hearth.db"
    wear(path, BELT, START_NS, packets(HEART))
    analyse(path, BELT)
    return path


def table(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(open_reader(path)) as conn:
        conn.row_factory = None
        return conn.execute(sql).fetchall()


def test_every_packet_is_kept_as_it_came(worn: Path) -> None:
    sent = list(packets(HEART))
    kept = table(worn, "SELECT at_ns, hr_bpm, contact, rr, dropped FROM pulses ORDER BY id")
    assert kept == [
        (START_NS + round(at_s * NS), 60, None, str(list(pulse.rr_1024)).replace(" ", ""), 0)
        for at_s, pulse in sent
    ]


def test_the_session_says_what_it_holds(worn: Path) -> None:
    with closing(open_reader(worn)) as conn:
        (session,) = samples.sessions(conn, BELT)
        items = list(pulses.read(conn, session.id, 0, session.position))
    assert (session.signal, session.fs_hz, session.clock_source) == ("rr", RR_HZ, "arrival")
    assert session.n_samples == session.position == sum(HEART)
    assert [length for item in items for length in getattr(item, "rr", ())] == HEART
    assert table(worn, "SELECT signal, recorded_s FROM v_sessions") == [("rr", round(sum(HEART) / RR_HZ, 1))]


def test_beats_have_no_class_no_waves_and_no_amplitude(worn: Path) -> None:
    rows = table(
        worn, "SELECT DISTINCT class, amplitude_uv, p_onset_ms, qrs_onset_ms, t_offset_ms FROM v_beats"
    )
    assert rows == [("Q", None, None, None, None)]
    assert table(worn, "SELECT count(*) FROM v_beats") == [(len(HEART),)]
    assert table(worn, "SELECT count(*) FROM loose_beats") == [(0,)]


def test_af_is_one_episode_that_says_it_has_no_waveform(worn: Path) -> None:
    with closing(open_reader(worn)) as conn:
        (found,) = episodes.episodes(conn, BELT, 0, FOREVER_NS, ["af"])
        others = {row.kind for row in episodes.episodes(conn, BELT, 0, FOREVER_NS)} - {"af", "tachy"}
    assert found.detail == {"flags": [BY_INTERVALS]}
    assert (found.start_ns - START_NS) / NS == pytest.approx(600.0, abs=40.0)
    assert (found.end_ns - found.start_ns) / NS == pytest.approx(480.0, abs=60.0)
    assert not others


def test_roll_ups_and_coverage_count_it_apart(worn: Path) -> None:
    with closing(open_reader(worn)) as conn:
        hours = rollups.hourly(conn, BELT, 0, FOREVER_NS)
        covered = rollups.coverage(conn, BELT, START_NS, START_NS + round(sum(HEART) / RR_HZ * NS))
        windows = list(results.segments(conn, BELT, 0, FOREVER_NS))
    assert sum(hour.rr_s for hour in hours) == pytest.approx(sum(hour.analysable_s for hour in hours))
    assert sum(hour.rr_beats for hour in hours) == sum(hour.beats for hour in hours) == len(HEART)
    assert sum(hour.sinus_s for hour in hours) == 0
    assert sum(hour.regular_s for hour in hours) == pytest.approx(1200.0, abs=100.0)
    assert sum(hour.af_s for hour in hours) == pytest.approx(480.0, abs=60.0)
    assert all(hour.pr_median is None and hour.qrs_median is None for hour in hours)
    assert covered.rr_s == covered.analysable_s
    assert covered.pct > 95.0
    assert all(window.null_reasons["pr_ms"] == "no_waveform" for window in windows)


@pytest.mark.parametrize("cut_s", [61.0, 700.5, 1100.0])
def test_restarts_in_the_middle_leave_the_same_rows(tmp_path: Path, worn: Path, cut_s: float) -> None:
    path = tmp_path / "hearth.db"
    sent = list(packets(HEART))
    with exclusive(path):
        pass
    wear(path, BELT, START_NS, sent)
    with exclusive(path) as conn:
        conn.execute("UPDATE sessions SET position = ?", (_place(worn, cut_s),))
    analyse(path, BELT, close=False)
    with exclusive(path) as conn:
        conn.execute("UPDATE sessions SET position = ?", (sum(HEART),))
    analyse(path, BELT)
    for sql in (
        "SELECT * FROM segments ORDER BY start",
        "SELECT * FROM beats ORDER BY start",
        "SELECT kind, start, n, value, open, detail FROM episodes ORDER BY start",
    ):
        assert table(path, sql) == table(worn, sql)


def _place(path: Path, at_s: float) -> int:
    """Where the last packet before a time ends on the axis."""
    with closing(open_reader(path)) as conn:
        query = "SELECT max(start + n) FROM pulses WHERE start + n <= ?"
        return int(conn.execute(query, (round(at_s * RR_HZ),)).fetchone()[0])


def test_old_pulses_go_once_they_are_analysed_and_results_stay(tmp_path: Path) -> None:
    path = tmp_path / "hearth.db"
    wear(path, BELT, START_NS, packets(regular(65.0, 300.0)))
    with exclusive(path) as conn:
        assert retention.prune_raw(conn, FOREVER_NS) == 0
    analyse(path, BELT)
    with exclusive(path) as conn:
        pulses.record(conn, BELT, START_NS, Pulse(BELT, 60, (1024,)))
        assert retention.prune_raw(conn, START_NS + 100 * NS) == pytest.approx(99, abs=1)
        (session,) = samples.sessions(conn, BELT)
        assert session.raw_from == pytest.approx(100 * RR_HZ, abs=2 * RR_HZ)
        with pytest.raises(RawPruned):
            list(pulses.read(conn, session.id, 0, session.position))
        rest = list(pulses.read(conn, session.id, session.raw_from, session.position))
        assert rest[-1].end == session.position
        assert len(list(results.segments(conn, BELT, 0, FOREVER_NS))) > 28
        while retention.prune_raw(conn, FOREVER_NS):
            pass
        assert _count(conn) == 0


def _count(conn: sqlite3.Connection) -> int:
    return int(conn.execute("SELECT count(*) FROM pulses").fetchone()[0])


def test_pulses_beside_an_ecg_are_kept_and_open_no_session(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()
    early = [heard(log, Pulse("patch-1", 60, (1024,)), at, float(at)) for at in range(30)]
    late = [heard(log, frame(seq), 100 + seq, 30.0 + 0.5 * seq) for seq in range(4)]
    take_in(path, log, [*early, *late])
    with closing(open_reader(path)) as conn:
        (session,) = samples.sessions(conn, "patch-1")
        assert session.signal == "ecg"
        assert conn.execute("SELECT count(*) FROM pulses WHERE session IS NULL").fetchone()[0] == 30


def test_a_wearable_that_sends_both_is_analysed_by_its_ecg(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()
    alone = [heard(log, Pulse("patch-1", 60, (1024,), waveform=False), at, float(at)) for at in range(5)]
    frames = [heard(log, frame(seq), 100 + seq, 5.0 + 0.5 * seq) for seq in range(4)]
    after = [heard(log, Pulse("patch-1", 60, (1024,), waveform=False), 200 + at, 7.0 + at) for at in range(5)]
    take_in(path, log, [*alone, *frames, *after])
    with closing(open_reader(path)) as conn:
        first, second = samples.sessions(conn, "patch-1")
        assert (first.signal, first.closed) == ("rr", True)
        assert (second.signal, second.closed) == ("ecg", False)
        assert conn.execute("SELECT count(*), count(session) FROM pulses").fetchone()[:] == (10, 5)


def test_one_that_sends_no_ecg_any_more_is_analysed_by_its_intervals(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()
    frames = [heard(log, frame(seq), seq, 0.5 + 0.5 * seq) for seq in range(4)]
    pulse = Pulse("patch-1", 60, (1024,), waveform=False)
    since = [heard(log, pulse, 100 + at, 3.0 + WAVEFORM_S + at) for at in range(5)]
    take_in(path, log, [*frames, *since])
    with closing(open_reader(path)) as conn:
        assert [session.signal for session in samples.sessions(conn, "patch-1")] == ["ecg", "rr"]
        assert conn.execute("SELECT count(session) FROM pulses").fetchone()[0] == 5


def test_a_real_heart_in_af(tmp_path: Path) -> None:
    path = tmp_path / "hearth.db"
    wear(path, BELT, START_NS, packets(intervals(recordings.path("mitdb", "219"))[1], every_s=2))
    analyse(path, BELT)
    with closing(open_reader(path)) as conn:
        hours = rollups.hourly(conn, BELT, 0, FOREVER_NS)
    assert sum(hour.af_s for hour in hours) > 900


def test_an_alarm_says_that_there_was_no_waveform(worn: Path) -> None:
    with closing(open_reader(worn)) as conn:
        (found,) = episodes.episodes(conn, BELT, 0, FOREVER_NS, ["af"])
    flags = tuple(found.detail["flags"])
    told = alarm_rules.episode(
        EpisodeFact(found.kind, found.start_ns, found.end_ns, found.value, flags), LIMITS
    )
    assert told is not None
    assert told[1].text.endswith(" min, by the regularity of the beats alone")


def test_the_screen_says_it_and_draws_no_strip(worn: Path) -> None:
    now_ns = START_NS + round(sum(HEART) / RR_HZ * NS)
    tail = Tail(BELT, 10.0)
    with closing(open_reader(worn)) as conn:
        status = gather(conn, worn, now_ns=now_ns)
        assert tail.look(conn) == 0
    assert len(tail.uv) == 0
    (one,) = status.wearables
    assert (one.signal, one.fs_hz) == ("rr", None)
    assert one.now is not None
    assert one.now.rhythm == "regular"
    console = Console(file=StringIO(), width=100)
    console.print(screen(status, 100))
    text = console.file.getvalue()  # type: ignore[attr-defined]  # it is the StringIO of above
    assert "beat intervals, no waveform" in text
    assert "regular beats" in text
    assert "lead" not in text


def test_the_live_state_says_what_it_was_told_from() -> None:
    said: list[LiveState] = []
    live = LiveStates(lambda _device, state: said.append(state))
    stream = IntervalStream()
    (window, *_) = [each for each in stream.push(regular(60.0, 90.0)) if isinstance(each, Window)][::-1]
    live.heard(BELT, signal_ns=START_NS)
    live.analysed(BELT, window, signal="rr")
    assert (said[-1].signal, said[-1].rhythm, said[-1].last_sample_ns) == ("rr", "regular", START_NS)
