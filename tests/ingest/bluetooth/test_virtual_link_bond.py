"""Pairing, encryption and kept bonds over a virtual link, where keys are real and must match."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from bleak.exc import BleakError, BleakGATTProtocolError, BleakGATTProtocolErrorCode
from bumble.keys import JsonKeyStore

from ingest.bluetooth.diagnosis import diagnose
from ingest.bluetooth.wearable import WearableError
from tests.bluetooth.bumble_room import Room, listening, ramp, room
from tests.bluetooth.strap import PMD_CONTROL, PMD_DATA, Strap
from tests.bluetooth.strap_control import FEATURES
from tests.ingest.receiver import until

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path


def run(test: Callable[[Room], Awaitable[None]], strap: Strap | None = None) -> None:
    async def body() -> None:
        async with room(strap or Strap(ramp)) as here:
            await test(here)

    asyncio.run(body())


def ignore(*heard: object) -> None:
    del heard


async def streams(here: Room, *, pair: bool = False) -> None:
    """It can be started, and the packets come."""
    async with listening(here, pair=pair) as heard:
        await here.play(2.0)
        await until(lambda: bool(heard.frames))


async def refusal(here: Room) -> WearableError:
    """Why it cannot."""
    with pytest.raises(WearableError) as refused:
        async with listening(here):
            pass
    return refused.value


def test_without_a_bond_nothing_of_the_control_point_is_permitted() -> None:
    async def test(here: Room) -> None:
        client = here.client()
        await client.connect()
        for forbidden in (
            client.read_gatt_char(PMD_CONTROL),
            client.write_gatt_char(PMD_CONTROL, b"\x01\x00", response=True),
            client.start_notify(PMD_CONTROL, ignore),
        ):
            with pytest.raises(BleakGATTProtocolError) as refused:
                await forbidden
            assert refused.value.code == BleakGATTProtocolErrorCode.INSUFFICIENT_AUTHENTICATION
        await client.start_notify(PMD_DATA, ignore)  # data is open: it is silent until started
        await client.disconnect()
        assert not here.strap.commands

    run(test)


def test_hearth_knows_that_a_bond_is_missing() -> None:
    async def test(here: Room) -> None:
        error = await refusal(here)
        assert diagnose(error).kind == "not_bonded"
        assert not here.strap.commands

    run(test)


def test_pairing_encrypts_the_link_and_opens_the_control_point() -> None:
    async def test(here: Room) -> None:
        client = here.client()
        await client.connect()
        assert not here.strap.encrypted
        await client.pair()
        assert here.strap.encrypted
        assert here.strap.bonded
        assert bytes(await client.read_gatt_char(PMD_CONTROL)) == FEATURES
        ours, theirs = await keys(here)
        assert ours == theirs
        assert len(set(ours)) > 1
        await client.disconnect()
        assert not here.strap.encrypted

    run(test)


async def keys(here: Room) -> tuple[bytes, bytes]:
    """The long-term key that either side keeps."""
    [(_, ours)] = await here.gateway.keys.get_all()
    [(_, theirs)] = await here.hosted.keys.get_all()
    assert ours.ltk is not None
    assert theirs.ltk is not None
    return ours.ltk.value, theirs.ltk.value


def test_a_kept_bond_is_used_again_without_pairing() -> None:
    async def test(here: Room) -> None:
        await streams(here, pair=True)
        before = await keys(here)
        for _ in range(3):
            await streams(here)
        assert here.hosted.pairings == 1
        assert await keys(here) == before

    run(test)


def test_a_bond_outlives_the_strap_s_battery(tmp_path: Path) -> None:
    strap = Strap(ramp)
    kept = tmp_path / "bonds.json"

    async def body() -> None:
        async with room(strap, keys=JsonKeyStore(strap.address, str(kept))) as here:
            await streams(here, pair=True)
            bond = here.gateway.keys
        after = Strap(ramp)
        async with room(after, keys=JsonKeyStore(strap.address, str(kept))) as here:
            assert after.bonded
            [(name, ours)] = await bond.get_all()
            await here.gateway.keys.update(name, ours)
            await streams(here)
            assert here.hosted.pairings == 0

    asyncio.run(body())


def test_a_bond_that_the_strap_has_lost_is_recognised_and_made_anew() -> None:
    async def test(here: Room) -> None:
        await streams(here, pair=True)
        await here.hosted.forget()
        error = await refusal(here)
        assert diagnose(error, bonded=True).kind == "bond_lost"
        assert not here.strap.encrypted
        await streams(here, pair=True)
        assert here.hosted.pairings == 2
        await streams(here)
        assert here.hosted.pairings == 2

    run(test)


def test_a_bond_that_the_gateway_has_lost_is_made_anew() -> None:
    async def test(here: Room) -> None:
        await streams(here, pair=True)
        before = await keys(here)
        await here.gateway.keys.delete_all()
        assert diagnose(await refusal(here)).kind == "not_bonded"
        await streams(here, pair=True)
        assert await keys(here) != before

    run(test)


def test_a_key_that_does_not_match_ends_the_link() -> None:
    """Somebody else has the strap's address, or it was paired again elsewhere under the same one."""

    async def test(here: Room) -> None:
        await streams(here, pair=True)
        [(name, theirs)] = await here.hosted.keys.get_all()
        assert theirs.ltk is not None
        theirs.ltk.value = bytes(reversed(theirs.ltk.value))
        await here.hosted.keys.update(name, theirs)
        client = here.client()
        with pytest.raises(BleakError, match="disconnected"):
            await client.connect()
        assert not here.strap.encrypted
        await until(lambda: here.hosted.connection is None)

    run(test)


def test_a_strap_that_wants_no_bond_streams_unencrypted() -> None:
    async def test(here: Room) -> None:
        await streams(here)
        assert not here.strap.bonded
        assert here.hosted.pairings == 0

    run(test, Strap(ramp, bond=False))
