import asyncio
import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from daemon.intake import Intake
from dsp.types import Gap, GapReason, Segment
from ingest.frames import encode
from storage import devices, quarantine, samples
from storage.database import open_reader
from storage.writer import Writer, exclusive
from tests.daemon.arrivals import FRAME_N, START_NS, Log, frame, run, send


def stored(path: Path, device: str = "patch-1") -> list[Segment | Gap]:
    with closing(open_reader(path)) as conn:
        found: list[Segment | Gap] = []
        for session in samples.sessions(conn, device):
            found += samples.read(conn, session.id, 0, session.position)
        return found


def values(path: Path, device: str = "patch-1") -> list[int]:
    return [int(v) for item in stored(path, device) if isinstance(item, Segment) for v in item.uv]


def test_samples_are_on_disk_before_they_are_acknowledged(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()
    on_disk: list[int] = []

    class Checking(Log):
        def committed(self, device: str, samples: int, seq: int | None) -> None:
            on_disk.append(len(values(path)))
            super().committed(device, samples, seq)

    log = Checking()
    run(path, log, send(log, 0, 1, 2))
    assert log.acknowledged == [0, 1, 2]
    assert values(path) == list(range(3 * FRAME_N))
    assert on_disk[-1] == 3 * FRAME_N
    assert [entry for entry in log.entries if entry[0] == "committed"][-1][3] == 2


def test_a_frame_behind_a_hole_waits_unacknowledged_and_comes_again(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()
    run(path, log, send(log, 0, 2))
    assert log.acknowledged == [0]
    assert values(path) == list(range(FRAME_N))
    log.entries.clear()
    run(path, log, send(log, 2, 1), first_session=2)
    assert set(log.acknowledged) == {1, 2}
    assert values(path) == list(range(3 * FRAME_N))


def test_a_redelivery_after_a_restart_is_stored_once(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()
    run(path, log, send(log, 0, 1, 2, 3))
    run(path, log, send(log, 2, 3, 4), first_session=2)
    assert values(path) == list(range(5 * FRAME_N))
    with closing(open_reader(path)) as conn:
        assert len(samples.sessions(conn, "patch-1")) == 1


def test_a_hole_becomes_a_gap_once_newer_frames_say_that_it_is_lost(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()
    run(path, log, send(log, 0, *range(2, 9)))
    gaps = [item for item in stored(path) if isinstance(item, Gap)]
    assert [(gap.start, gap.n, gap.reason) for gap in gaps] == [(FRAME_N, FRAME_N, GapReason.LOST)]
    assert values(path) == [*range(FRAME_N), *range(2 * FRAME_N, 9 * FRAME_N)]


def test_a_wall_clock_that_was_set_back_keeps_no_hole_open(tmp_path: Path) -> None:
    hour_ns = 3600 * 10**9
    path, log = tmp_path / "hearth.db", Log(ahead_ns=time.time_ns() - START_NS + hour_ns)

    async def talk(intake: Intake, writer: Writer) -> None:
        await send(log, 0, 2)(intake, writer)
        async with asyncio.timeout(20):
            while 2 not in log.acknowledged:
                await asyncio.sleep(0.05)

    run(path, log, talk)
    assert [type(item) for item in stored(path)] == [Segment, Gap, Segment]


@pytest.mark.parametrize("payload", [b"", b"{", b"x" * 10, b'{"fs": 5, "uv": [1]}'])
def test_what_cannot_be_decoded_is_kept_aside_and_acknowledged(tmp_path: Path, payload: bytes) -> None:
    path, log = tmp_path / "hearth.db", Log()

    async def talk(intake: Intake, _: Writer) -> None:
        await intake.put(log.packet(0))
        await intake.put(log.raw(payload, "bad"))
        await intake.put(log.packet(1))

    run(path, log, talk)
    assert set(log.acknowledged) == {0, "bad", 1}
    assert values(path) == list(range(2 * FRAME_N))
    with closing(open_reader(path)) as conn:
        (kept,) = quarantine.quarantined(conn)
    assert kept.payload == payload
    assert kept.reason


def test_wearables_that_come_all_at_once_do_not_wait_for_one_another(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()
    commits = []

    async def talk(intake: Intake, writer: Writer) -> None:
        before = writer.commits
        for number in range(30):
            await intake.put(log.packet(0, f"patch-{number}"))
        commits.append(writer.commits - before)

    run(path, log, talk)
    assert commits[0] < 5, "one commit for each new wearable is ten a second"
    assert log.acknowledged == [0] * 30


def test_a_device_clock_set_back_twice_leaves_one_session_open(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()

    async def talk(intake: Intake, _: Writer) -> None:
        for number, back_s in enumerate((0, 100, 200, 300)):
            back = frame(0)
            ns = (back.last_sample_ns or 0) - back_s * 10**9
            payload = encode(replace(back, seq=0, last_sample_ns=ns, uv=back.uv + number))
            await intake.put(log.raw(payload, number))

    run(path, log, talk)
    with closing(open_reader(path)) as conn:
        found = [(one.id, one.closed) for one in samples.sessions(conn, "patch-1")]
        unfinished = samples.unfinished_session(conn, "patch-1")
    assert sorted(found) == [(1, True), (2, True), (3, True), (4, False)]
    assert unfinished is not None
    assert unfinished.id == 1, "what was recorded first is analysed first"


def test_a_clock_state_that_cannot_be_read_begins_a_session(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()
    run(path, log, send(log, 0, 1))
    with exclusive(path) as conn:
        samples.save_clock(conn, 1, b"of another version")

    async def talk(intake: Intake, writer: Writer) -> None:
        await send(log, 2, 3)(intake, writer)
        while len(log.acknowledged) < 4:
            await asyncio.sleep(0.05)

    run(path, log, talk, first_session=2)
    with closing(open_reader(path)) as conn:
        assert [(one.id, one.n_samples) for one in samples.sessions(conn, "patch-1")] == [
            (1, 2 * FRAME_N),
            (2, 2 * FRAME_N),
        ]


def test_wearables_do_not_share_a_session(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()

    async def talk(intake: Intake, _: Writer) -> None:
        for seq in range(4):
            for device in ("a", "b"):
                await intake.put(log.packet(seq, device))

    run(path, log, talk)
    for device in ("a", "b"):
        assert values(path, device) == list(range(4 * FRAME_N))


def test_nothing_is_acknowledged_while_the_database_is_locked(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()

    async def talk(intake: Intake, writer: Writer) -> None:
        await intake.put(log.packet(0))
        while not log.acknowledged:
            await asyncio.sleep(0.01)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await intake.put(log.packet(1))
            while writer.trouble is None:
                await asyncio.sleep(0.01)
            assert log.acknowledged == [0]
            other.execute("ROLLBACK")
        while len(log.acknowledged) < 2:
            await asyncio.sleep(0.01)

    run(path, log, talk)
    assert values(path) == list(range(2 * FRAME_N))


def test_battery_and_lead_are_remembered_when_they_change(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()

    async def talk(intake: Intake, _: Writer) -> None:
        for seq, off in ((0, False), (1, True), (2, True)):
            await intake.put(log.raw(encode(frame(seq, lead_off=off)), seq, received_s=seq))

    run(path, log, talk)
    with closing(open_reader(path)) as conn:
        state = devices.latest_state(conn, "patch-1")
        rows = conn.execute("SELECT count(*) FROM device_states").fetchone()[0]
    assert state is not None
    assert state.lead_off
    assert rows == 2
    assert [item.lead_off for item in stored(path) if isinstance(item, Segment)] == [False, True, True]
    assert np.array_equal(values(path), np.arange(3 * FRAME_N))


def test_a_hole_is_asked_for_until_it_is_filled(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()

    async def talk(intake: Intake, _: Writer) -> None:
        await intake.put(log.packet(0))
        await intake.put(log.packet(2))
        while log.entries.count(("missing", "patch-1", 0)) < 2:
            await asyncio.sleep(0.01)
        assert log.acknowledged == [0]
        await intake.put(log.packet(1))
        while len(log.acknowledged) < 3:
            await asyncio.sleep(0.01)

    run(path, log, talk)
    assert values(path) == list(range(3 * FRAME_N))


def test_a_recording_that_begins_in_the_middle_is_asked_for_from_its_beginning(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()

    async def talk(intake: Intake, _: Writer) -> None:
        await intake.put(log.packet(1))
        while ("missing", "patch-1", -1) not in log.entries:
            await asyncio.sleep(0.01)
        await intake.put(log.packet(0))
        while len(log.acknowledged) < 2:
            await asyncio.sleep(0.01)

    run(path, log, talk)
    assert values(path) == list(range(2 * FRAME_N))
