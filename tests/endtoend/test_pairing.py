"""``hearth pair`` and ``hearth devices`` as a person's hands and a program's use them, on a private bus."""

from __future__ import annotations

import asyncio
import json
import os
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from storage import audit, devices, pairings
from storage.database import open_reader
from tests.bluetooth.gateway import numbered
from tests.bluetooth.heart_service import HeartRateStrap
from tests.bluetooth.room import room
from tests.bluetooth.strap import Strap
from tests.endtoend.home import home
from tests.endtoend.program import HEARTH, until
from tests.endtoend.store import rows

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bluetooth.bluez import Bluez
    from tests.endtoend.home import Home

STRAP = "polar-h10-a1b2c3d4"
ADDRESS = "A0:9E:1A:00:00:01"


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


async def hearth(folder: Path, bluez: Bluez, *words: str) -> Done:
    """The command line, as a process of its own."""
    process = await asyncio.create_subprocess_exec(
        HEARTH,
        *words,
        "--config",
        str(folder / "hearth.toml"),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, **bluez.bus.environment, "COLUMNS": "200"},
    )
    out, err = await process.communicate()
    assert process.returncode is not None
    return Done(process.returncode, out.decode(), err.decode())


def deeds(house: Home) -> list[tuple[str, str]]:
    with closing(open_reader(house.database)) as conn:
        return [(deed.who, deed.what) for deed in audit.audit(conn, 0, 2**62)]


def paired(house: Home) -> list[str]:
    with closing(open_reader(house.database)) as conn:
        return [pairing.device for pairing in pairings.pairings(conn)]


def stored(house: Home, device: str) -> int:
    ((n,),) = rows(
        house.database, "SELECT coalesce(sum(n_samples), 0) FROM sessions WHERE device = ?", device
    )
    return int(n)


async def with_a_daemon(folder: Path, bluez: Bluez, strap: Strap) -> None:
    async with home(folder, environment=bluez.bus.environment) as house:
        done = await hearth(folder, bluez, "pair", "--json", "--yes", "--kind", "polar-h10", "--seconds", "2")
        assert (done.code, done.err) == (0, "")
        events = [line["event"] for line in done.lines]
        assert events[-2:] == ["pairing", "paired"]
        assert set(events[:-2]) == {"candidates"}
        (row,) = done.lines[-3]["candidates"]
        assert (row["name"], row["kind"], row["paired"]) == (strap.name, "polar-h10", None)
        assert row["rssi_dbm"] < 0
        made = done.lines[-1]
        assert (made["device"], made["wearer"], made["waveform"], made["bonded"]) == (
            STRAP,
            "wearer",
            True,
            True,
        )
        await until(lambda: stored(house, STRAP) > 5 * 73)
        listed = await hearth(folder, bluez, "devices", "--json")
        (one,) = json.loads(listed.out)
        assert (one["link"]["phase"], one["pairing"]["address"]) == ("streaming", ADDRESS)
        assert one["battery_pct"] == 80
        gone = await hearth(folder, bluez, "devices", "unpair", STRAP, "--yes")
        assert (gone.code, gone.out) == (
            0,
            f"{STRAP} is not looked for any more; what it recorded stays.\n",
        )
        await until(lambda: not strap.link)
        assert not strap.streaming
        assert paired(house) == []
        assert stored(house, STRAP) > 0
        with closing(open_reader(house.database)) as conn:
            (device,) = devices.devices(conn)
            assert (device.name, device.kind) == (strap.name, "ble")
        assert deeds(house) == [
            ("command line", "wearable paired"),
            ("command line", "wearable unpaired"),
        ]
        log = house.program.log
        assert ADDRESS not in log


def test_a_strap_is_paired_recorded_and_unpaired_while_the_program_runs(place: Path) -> None:
    strap, other = Strap(numbered, ecg_after_s=1.0), HeartRateStrap()
    with room(strap, other) as bluez:
        asyncio.run(with_a_daemon(place, bluez, strap))
