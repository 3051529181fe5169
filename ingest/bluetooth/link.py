"""An open link to one wearable: bleak's client behind the seam that wearables' modules see."""

from __future__ import annotations

import asyncio
import contextlib
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from bleak import BleakClient
from bleak.exc import BleakGATTProtocolError
from bleak_retry_connector import establish_connection

from ingest.bluetooth import bleak_state
from ingest.bluetooth.diagnosis import LOST, NO_REPLY, RADIO_ERRORS, SECURITY_CODES, Unbonded, diagnose
from ingest.bluetooth.patience import CANCELS_MAX, carry_through, end, within
from ingest.bluetooth.trouble import BluetoothTrouble, Trouble
from ingest.bluetooth.wearable import LinkLost, WearableError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine

    from bleak.backends.characteristic import BleakGATTCharacteristic
    from bleak.backends.device import BLEDevice

    from ingest.bluetooth.pace import Pace
    from ingest.bluetooth.station import Station, Turn

T = TypeVar("T")

ATTEMPTS: Final = 2  # within one turn: the second mends what BlueZ had only half forgotten
SHORT_TURNS: Final = 3  # one that failed before leaves after a third of its time if others wait
SERVICES_LOOKS: Final = 20  # in the time that is waited for them
ATT_HEADER_BYTES: Final = 3  # of each packet, besides what is sent in it

NO_SERVICES: Final = Trouble(
    "refused", "The wearable is connected but shows none of its services; Hearth connects anew."
)


class Link:
    """Keeps the promises of :class:`ingest.bluetooth.wearable.Gatt`. ``lost`` is set when the link goes."""

    def __init__(self, client: BleakClient, lost: asyncio.Event, pace: Pace) -> None:
        self.lost = lost
        self._client = client
        self._pace = pace
        self._characteristics: dict[str, BleakGATTCharacteristic] = {}
        for each in client.services.characteristics.values():
            self._characteristics.setdefault(each.uuid.lower(), each)

    @property
    def mtu(self) -> int:
        """The largest packet either side may send, in bytes."""
        sizes = (each.max_write_without_response_size for each in self._characteristics.values())
        return max(sizes, default=20) + ATT_HEADER_BYTES

    @property
    def services(self) -> frozenset[str]:
        """The services that it offers, as 128-bit UUIDs in small letters."""
        return frozenset(each.service_uuid.lower() for each in self._characteristics.values())

    def offers(self, characteristic: str) -> bool:
        """Whether the wearable has this characteristic."""
        return characteristic.lower() in self._characteristics

    async def read(self, characteristic: str) -> bytes:
        """Its present value."""
        return bytes(await self._ask(self._client.read_gatt_char(self._one(characteristic))))

    async def write(self, characteristic: str, data: bytes, *, response: bool = True) -> None:
        """Set it; with ``response`` the wearable has confirmed when this returns."""
        await self._ask(self._client.write_gatt_char(self._one(characteristic), data, response=response))

    async def subscribe(self, characteristic: str, hear: Callable[[bytes], None]) -> None:
        """From now on ``hear`` is called with each notification or indication."""

        def heard(_: BleakGATTCharacteristic, data: bytearray) -> None:
            if not self.lost.is_set():
                hear(bytes(data))

        await self._ask(self._client.start_notify(self._one(characteristic), heard))

    def _one(self, characteristic: str) -> BleakGATTCharacteristic:
        found = self._characteristics.get(characteristic.lower())
        if found is None:
            raise WearableError("The wearable does not offer what its kind must offer.")
        return found

    async def _ask(self, work: Coroutine[Any, Any, T]) -> T:
        """Do one thing over the link, in bounded time, and not beyond the link's end.

        bleak repeats what BlueZ answers with InProgress, for ever; and a request whose link breaks may never
        be answered.
        """
        task, lost = asyncio.create_task(work), asyncio.create_task(self.lost.wait())
        try:
            await asyncio.wait({task, lost}, timeout=self._pace.gatt_s, return_when=asyncio.FIRST_COMPLETED)
            if task.done():
                return task.result()
        except RADIO_ERRORS as error:
            raise self._translated(error) from error
        finally:
            lost.cancel()
            await end(task, grace_s=self._pace.grace_s)
        if self.lost.is_set():
            raise LinkLost(LOST.sentence)
        raise Unanswered("The wearable does not answer a request, though the link is there.")

    def _translated(self, error: Exception) -> WearableError:
        if self.lost.is_set() or not self._client.is_connected:
            return LinkLost(LOST.sentence)
        if isinstance(error, BleakGATTProtocolError) and int(error.args[0]) not in SECURITY_CODES:
            return WearableError(f"The wearable refused a request ({error.args[1]}).")
        trouble = diagnose(error)
        if trouble.kind in {"not_bonded", "bond_lost"}:
            return Unbonded(trouble.sentence)
        return LinkLost(trouble.sentence)


class Unanswered(WearableError):
    """A request over a link that is there was not answered in time. Missing keys may be why."""


@asynccontextmanager
async def connected(station: Station, device: BLEDevice, pace: Pace, *, failed: bool) -> AsyncIterator[Link]:
    """An open link with known services, closed at the end whatever happens.

    A client that is not disconnected would hear every notification of the next link once more.
    ``failed``: whether the last attempt did; then it gives way to others sooner.

    Raises:
        BluetoothTrouble: no link could be made.
    """
    lost = asyncio.Event()
    clients: list[BleakClient] = []

    def build(*args: Any, **options: Any) -> BleakClient:  # noqa: ANN401 - bleak's own, passed on
        clients.append(BleakClient(*args, **options))
        return clients[-1]

    try:
        async with station.turn, station.scanner.paused():
            if station.gone.is_set():
                raise BluetoothTrouble(station.trouble or LOST)
            connecting = establish_connection(
                cast("type[BleakClient]", build),
                device,
                "wearable",
                disconnected_callback=lambda _: lost.set(),
                max_attempts=ATTEMPTS,
                use_services_cache=False,
            )
            try:
                client = await _in_turn(connecting, station, pace, failed=failed)
            except RADIO_ERRORS as error:
                raise BluetoothTrouble(diagnose(error)) from error
        if client.is_connected:
            lost.clear()  # it was the first attempt that broke
        station.links += 1
        try:
            await _services(client, pace)
            yield Link(client, lost, pace)
        finally:
            station.links -= 1
    finally:
        lost.set()
        await carry_through(_part(clients, pace))


async def _services(client: BleakClient, pace: Pace) -> None:
    """Wait until services are there, and no more of them come."""
    try:  # a link that goes now takes its services along, and bleak has none to show
        known, before = len(client.services.characteristics), -1
        if known:
            return
        async with asyncio.timeout(pace.services_s):
            while not known or known != before:
                await asyncio.sleep(pace.services_s / SERVICES_LOOKS)
                await bleak_state.reread_services(client)
                known, before = len(client.services.characteristics), known
    except RADIO_ERRORS as error:
        raise BluetoothTrouble(NO_SERVICES) from error


async def _in_turn(
    connecting: Coroutine[Any, Any, BleakClient], station: Station, pace: Pace, *, failed: bool
) -> BleakClient:
    """The connected client; one that failed before does not keep others waiting for its whole time."""
    task = asyncio.create_task(within(pace.connect_s, connecting, grace_s=pace.grace_s))
    ends: list[asyncio.Task[Any]] = [asyncio.create_task(station.gone.wait())]
    if failed:
        ends.append(asyncio.create_task(_give_way(station.turn, pace)))
    try:
        await asyncio.wait({task, *ends}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            return task.result()
        raise BluetoothTrouble(station.trouble or NO_REPLY)
    finally:
        await end(task, *ends, grace_s=pace.grace_s * (CANCELS_MAX + 1))


async def _give_way(turn: Turn, pace: Pace) -> None:
    await asyncio.sleep(pace.connect_s / SHORT_TURNS)
    await turn.wanted.wait()


async def _part(clients: list[BleakClient], pace: Pace) -> None:
    for client in clients:
        with contextlib.suppress(*RADIO_ERRORS):
            await within(pace.disconnect_s, client.disconnect(), grace_s=pace.grace_s)
