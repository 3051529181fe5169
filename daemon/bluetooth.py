"""Bluetooth in the house: keeps the paired wearables' links, and tells what becomes of them."""

from __future__ import annotations

import asyncio
import contextlib
import time
from functools import partial
from typing import TYPE_CHECKING, Final

from ingest.bluetooth.central import Central
from ingest.bluetooth.links import Pinned
from ingest.bluetooth.trouble import BluetoothTrouble, Trouble
from storage import devices, pairings

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Awaitable, Callable, Mapping

    from daemon.hub import Hub
    from daemon.pairing_store import Remembered
    from ingest.bluetooth.links import LinkState, RadioState
    from ingest.bluetooth.settings import BluetoothSettings
    from ingest.frames import RawFrame
    from storage.pairings import Pairing
    from storage.writer import Writer

START_S: Final = 5.0  # a part that failed is begun again within seconds
SWITCHED_OFF: Final = Trouble(
    "refused", 'Bluetooth is switched off in the configuration: set enabled = "auto" under [bluetooth].'
)
NOT_UP: Final = Trouble("busy", "Bluetooth is just being started: try again in a moment.")


class Bluetooth:
    """The source of what comes over Bluetooth. ``run`` is its life; it touches no radio until one is wanted.

    ``put`` takes each packet over. Belongs to the event loop's thread.
    """

    def __init__(
        self,
        settings: BluetoothSettings,
        writer: Writer,
        hub: Hub,
        put: Callable[[RawFrame], Awaitable[None]],
    ) -> None:
        self._settings = settings
        self._writer = writer
        self._hub = hub
        self._put = put
        self._wanted = asyncio.Event()
        self._up = asyncio.Event()
        self._central: Central | None = None
        self._closed = False
        self._paired: set[str] = set()
        self._said: dict[str, tuple[bool, bool | None]] = {}  # connected, off the body: as last recorded
        self._unsaid: dict[str, tuple[int, bool, bool | None]] = {}  # the newest of each wearable, and when
        self._news = asyncio.Event()

    @property
    def links(self) -> Mapping[str, LinkState]:
        """The link of every wearable that is looked for."""
        return {} if self._central is None else self._central.links

    async def run(self) -> None:
        """Keep every paired wearable connected until ``close``."""
        if self._settings.enabled == "no":
            return
        known = await self._writer.write(pairings.pairings)
        self._paired.update(pairing.device for pairing in known)
        if not known and self._settings.enabled == "auto":
            await self._wanted.wait()
        if self._closed:
            return
        central = self._central = Central(self._settings, put=self._put, listener=self)
        self._up.set()
        try:
            async with asyncio.TaskGroup() as tasks:
                recorder = tasks.create_task(self._record(), name="link states")
                await central.run([pinned(pairing) for pairing in known])
                recorder.cancel()
            await self._record_now()
        finally:
            self._up.clear()
            self._central = None

    async def close(self) -> None:
        """Have every wearable stop and sleep; ``run`` returns."""
        self._closed = True
        self._wanted.set()
        if self._central is not None:
            await self._central.close()

    async def central(self) -> Central:
        """The radio, to scan and pair with.

        Raises:
            BluetoothTrouble: it is switched off, or cannot be used.
        """
        if self._settings.enabled == "no" or self._closed:
            raise BluetoothTrouble(SWITCHED_OFF)
        self._wanted.set()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(START_S):
                await self._up.wait()
        if self._central is None:
            raise BluetoothTrouble(NOT_UP)
        return self._central

    def link(self, state: LinkState) -> None:
        """See CentralListener."""
        if state.device not in self._paired:
            return
        if state.phase != "stopped" or state.trouble is not None:  # else it is our own doing
            self._hub.linked(state)
        if state.phase == "connecting":  # an attempt is no news; what comes of it is
            return
        said = (state.phase == "streaming", True if state.phase == "off body" else None)
        if self._said.get(state.device) != said:
            self._said[state.device] = said
            self._unsaid[state.device] = (time.time_ns(), *said)
            self._news.set()

    def radio(self, state: RadioState) -> None:
        """See CentralListener."""
        self._tell_radio(state)

    def paired(self, made: Remembered) -> None:
        """A wearable is to be looked for from now on."""
        device = made.pairing.device
        self._paired.add(device)
        self._hub.paired(device, made.name)
        if self._central is not None:
            self._central.keep(pinned(made.pairing))
            self._tell_radio(self._central.radio)

    async def unpaired(self, pairing: Pairing) -> None:
        """A wearable is not to be looked for any more."""
        if self._central is not None:
            await self._central.drop(pairing.device)
        self._paired.discard(pairing.device)
        self._said.pop(pairing.device, None)
        if self._central is not None:
            self._tell_radio(self._central.radio)
        self._hub.unpaired(pairing.device)

    def renamed(self, device: str, name: str) -> None:
        """People call it something else now."""
        self._hub.renamed(device, name)

    def _tell_radio(self, state: RadioState) -> None:
        """A radio that nobody needs is no trouble."""
        needed = bool(self._paired) or self._settings.enabled == "yes"
        sentence = state.trouble.sentence if state.trouble is not None else None
        self._hub.radio(sentence if needed and not state.ok else None)

    async def _record(self) -> None:
        """Note in the store when a wearable comes and goes, for ever."""
        while True:
            await self._news.wait()
            await self._record_now()

    async def _record_now(self) -> None:
        self._news.clear()
        while self._unsaid:
            device, (at_ns, connected, off) = self._unsaid.popitem()
            await self._writer.write(partial(_record, device, at_ns, connected, off))


def pinned(pairing: Pairing) -> Pinned:
    """What is looked for. Only a bond ties it to one adapter, whose keys they are: others may be replaced."""
    return Pinned(
        device=pairing.device,
        address=pairing.address,
        kind=pairing.kind,
        lead=pairing.lead,
        adapter=pairing.adapter if pairing.bonded else None,
        serial=pairing.identity or "",
        bonded=pairing.bonded,
    )


def _record(
    device: str, at_ns: int, connected: bool, lead_off: bool | None, conn: sqlite3.Connection
) -> None:
    devices.record_state(conn, device, at_ns, connected=connected, lead_off=lead_off)
