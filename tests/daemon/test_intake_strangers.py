"""Strangers: those without a name, a flood of them, and more wearables than are allowed."""

from __future__ import annotations

import asyncio
from contextlib import closing
from typing import TYPE_CHECKING

from storage import devices, quarantine
from storage.database import open_reader
from tests.daemon.arrivals import Log, run

if TYPE_CHECKING:
    from pathlib import Path

    from daemon.intake import Intake
    from storage.writer import Writer


def test_a_stranger_without_a_valid_name_goes_to_quarantine(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()

    async def talk(intake: Intake, _: Writer) -> None:
        await intake.put(log.raw(b"hello", "stranger", device=""))

    run(path, log, talk)
    assert log.acknowledged == ["stranger"]
    with closing(open_reader(path)) as conn:
        assert quarantine.count(conn) == 1
        assert devices.devices(conn) == []


def test_a_flood_of_strangers_holds_no_wearable_up(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()
    commits = []

    async def talk(intake: Intake, writer: Writer) -> None:
        before = writer.commits
        for number in range(200):
            await intake.put(log.raw(b"hello", f"stranger {number}", device=""))
        await intake.put(log.packet(0))
        while 0 not in log.acknowledged:
            await asyncio.sleep(0.01)
        commits.append(writer.commits - before)

    run(path, log, talk)
    assert commits[0] < 20, "one commit for each stranger is ten a second"
    assert len(log.acknowledged) == 201


def test_more_wearables_than_allowed_are_refused_and_the_others_go_on(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()

    async def talk(intake: Intake, _: Writer) -> None:
        for device in ("a", "b", "c", "a"):
            await intake.put(log.packet(0 if device != "a" else len(log.entries), device))

    run(path, log, talk, max_devices=2)
    with closing(open_reader(path)) as conn:
        assert {device.id for device in devices.devices(conn)} == {"a", "b"}
        assert "max_devices" in quarantine.quarantined(conn)[0].reason
