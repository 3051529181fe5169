"""The real program with a virtual strap on a private bus: paired, recorded, killed, without its radio."""

from __future__ import annotations

import asyncio
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pytest

from dsp import analyze
from storage import results
from storage.database import open_reader
from tests.bluetooth.gateway import numbered
from tests.bluetooth.played import Played
from tests.bluetooth.room import room
from tests.bluetooth.strap import Strap
from tests.bluetooth.strap_ecg import EPOCH_2000_NS, NS_PER_S
from tests.endtoend.home import home
from tests.endtoend.program import until
from tests.endtoend.store import alarms_of, recorded, rows

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bluetooth.bluez import Bluez
    from tests.endtoend.home import Home

RATE_HZ: Final = 130.1
WINDOW: Final = 1300  # of analysis, in samples
RADIO_DOWN: Final = "bluetooth_down"


def strap_since(seconds: float, signal: Any = numbered) -> Strap:  # noqa: ANN401 - of Strap
    """A strap whose clock says that its first ``seconds`` are over already: time here goes faster."""
    start_ns = time.time_ns() - EPOCH_2000_NS - round(seconds * NS_PER_S)
    return Strap(signal, start_ns=start_ns, fs_true_hz=RATE_HZ, wander_hz=0.0, ecg_after_s=1.0)


async def pair(house: Home, strap: Strap) -> str:
    """Pair it as the command line does; the device's id."""
    answer = await house.program.request({"op": "pair", "address": strap.address, "wearer": "Anna"})
    assert answer is not None
    device = answer["device"]
    assert isinstance(device, str)
    return device


def stored(house: Home, device: str) -> int:
    """Samples on disk."""
    ((n,),) = rows(
        house.database, "SELECT coalesce(sum(n_samples), 0) FROM sessions WHERE device = ?", device
    )
    return int(n)


def analysed(house: Home, device: str) -> int:
    """Samples of the newest session that are analysed."""
    query = "SELECT coalesce(max(start + n), 0) FROM segments WHERE device = ?"
    ((n,),) = rows(house.database, query, device)
    return int(n)


async def play(folder: Path, bluez: Bluez, strap: Strap, signal: Played, seconds: float) -> None:
    async with home(folder, environment=bluez.bus.environment) as house:
        device = await pair(house, strap)
        samples = round(seconds * RATE_HZ)
        await until(lambda: stored(house, device) >= samples, 10.0 + seconds / 10)
        await until(lambda: analysed(house, device) >= samples - 3 * WINDOW)
        await house.program.stop()
        assert not strap.streaming, "nobody told it to stop"
        assert not strap.link
        (session,) = recorded(house.database, device)
        assert session.missing == []
        uv = signal(strap.taken[0].start, len(session.uv))
        assert np.array_equal(session.uv, uv)
        end = analysed(house, device) - WINDOW
        with closing(open_reader(house.database)) as conn:
            found = [(beat.sample, beat.label) for beat in results.beats(conn, session.session, 0, end)]
        wanted = [(beat.sample, beat.label) for beat in analyze(uv, session.fs_hz).beats if beat.sample < end]
        assert found == wanted
        assert len(found) > 0.9 * end / RATE_HZ  # the record has 74 beats a minute


def test_beats_after_bluetooth_are_the_beats_of_the_file(place: Path) -> None:
    signal = Played("100", RATE_HZ)
    strap = strap_since(1000.0, signal)
    with room(strap, factor=60.0) as bluez:
        asyncio.run(play(place, bluez, strap, signal, 150.0))
        assert bluez.doubled() == 0


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("record", ["100", "207"])
def test_an_hours_beats_after_bluetooth_are_the_beats_of_the_file(place: Path, record: str) -> None:
    signal = Played(record, RATE_HZ)
    strap = strap_since(7200.0, signal)
    with room(strap, factor=80.0) as bluez:
        asyncio.run(play(place, bluez, strap, signal, 3600.0))


async def kill(folder: Path, bluez: Bluez, strap: Strap) -> None:
    async with home(folder, environment=bluez.bus.environment) as house:
        device = await pair(house, strap)
        await until(lambda: stored(house, device) > 20 * 73)
        await house.program.kill()
        kept = stored(house, device)
        assert strap.link, "BlueZ keeps a link whose owner has died"
        await house.program.start()
        await until(lambda: stored(house, device) > kept + 20 * 73)
        await house.program.stop()
        before, *_, after = recorded(house.database, device)
        numbers = [each.uv[each.there] for each in (before, after)]
        sent = np.concatenate([frame.uv for frame in strap.taken if frame.handed])
        assert np.isin(np.concatenate(numbers), sent).all()
        assert not strap.link
    assert bluez.doubled() == 0


def test_a_killed_program_takes_its_strap_back(place: Path) -> None:
    strap = strap_since(1200.0)
    with room(strap, factor=40.0) as bluez:
        asyncio.run(kill(place, bluez, strap))


async def pull_out(folder: Path, bluez: Bluez, strap: Strap) -> None:
    async with home(folder, environment=bluez.bus.environment) as house:
        device = await pair(house, strap)
        await until(lambda: stored(house, device) > 5 * 73)
        await asyncio.to_thread(bluez.remove_adapter)
        await until(lambda: alarms_of(house.database, RADIO_DOWN))
        (alarm,) = alarms_of(house.database, RADIO_DOWN)
        assert "adapter" in alarm.text
        kept = stored(house, device)
        await asyncio.to_thread(bluez.add_adapter, "hci1")
        await until(lambda: stored(house, device) > kept + 5 * 73)
        await until(lambda: alarms_of(house.database, RADIO_DOWN)[0].until_ns)


@pytest.mark.long
def test_a_radio_that_goes_is_an_alarm_and_comes_back(place: Path) -> None:
    strap = strap_since(3600.0)
    with room(strap) as bluez:
        asyncio.run(pull_out(place, bluez, strap))
