"""One wearable's life on the air: sought, connected, opened, heard, lost, let go, sought again."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bleak.backends.device import BLEDevice
from dbus_fast import DBusError

from ingest.bluetooth.diagnosis import ABORTED, BOND_LOST, LOST, NOT_FOUND, diagnose
from ingest.bluetooth.ear import Ear
from ingest.bluetooth.inbox import Inbox
from ingest.bluetooth.information import read_serial
from ingest.bluetooth.link import connected
from ingest.bluetooth.links import LinkState
from ingest.bluetooth.patience import carry_through, end, within
from ingest.bluetooth.trouble import BluetoothTrouble, Trouble
from ingest.bluetooth.wearable import LinkLost, WearableError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from ingest.bluetooth.link import Link
    from ingest.bluetooth.links import Phase, Pinned
    from ingest.bluetooth.pace import Pace
    from ingest.bluetooth.radio import Radio
    from ingest.bluetooth.sighting import Sighting
    from ingest.bluetooth.station import Station
    from ingest.bluetooth.wearable import Stream, Wearable
    from ingest.frames import RawFrame

NO_DATA: Final = Trouble(
    "no_data",
    "The wearable is connected but sends nothing; Hearth starts it anew. Moisten the electrodes; if it stays "
    "so, take its battery or its module out and put it in again.",
)
WRONG_DEVICE: Final = Trouble(
    "wrong_device",
    "This is not the wearable that was paired: its serial number is another. `hearth pair` pairs this one.",
)

ABORTS_MAX: Final = 3  # links in a row that a bonded wearable ends at once: chance ends one, not three

log = logging.getLogger(__name__)


class Keeper:
    """Keeps one wearable connected while ``run`` runs. ``tell``: called with each change of ``state``."""

    def __init__(
        self,
        pinned: Pinned,
        wearable: Wearable,
        radio: Radio,
        *,
        put: Callable[[RawFrame], Awaitable[None]],
        tell: Callable[[LinkState], None],
        pace: Pace,
    ) -> None:
        self.pinned = pinned
        self.state = LinkState(pinned.device, "waiting", time.monotonic())
        self._wearable = wearable
        self._radio = radio
        self._put = put
        self._tell = tell
        self._pace = pace
        self._inbox = Inbox(pinned.device)
        self._backoff_s = pace.backoff_first_s
        self._told: LinkState | None = None
        self._off_body = False
        self._aborts = 0
        self._sent = False  # whether the present link has brought anything
        self._jitter = random.Random()  # noqa: S311 - spreads reconnects, keeps no secret

    async def run(self) -> None:
        """Until cancelled; then the stream is ended and the wearable disconnected.

        Raises:
            Exception: whatever ``put`` raised.
        """
        pump = asyncio.create_task(self._pump(), name=f"pump {self.pinned.device}")
        keep = asyncio.create_task(self._keep(), name=f"link {self.pinned.device}")
        try:
            await asyncio.wait({pump, keep}, return_when=asyncio.FIRST_COMPLETED)
            for task in (pump, keep):
                if task.done():
                    task.result()
        finally:
            await carry_through(self._finish(pump, keep))

    async def _finish(self, pump: asyncio.Task[None], keep: asyncio.Task[None]) -> None:
        keep.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.wait({keep})
        self._inbox.close()
        await asyncio.wait({pump}, timeout=self._pace.drain_s)
        await end(pump, grace_s=self._pace.grace_s)
        self._say("stopped", settled=True)

    async def _pump(self) -> None:
        async for raw in self._inbox:
            await self._put(raw)

    async def _keep(self) -> None:
        while True:
            station = await self._station()
            try:
                await self._once(station)
            except (BluetoothTrouble, WearableError, DBusError) as error:
                self._failed(diagnose(error, bonded=self.pinned.bonded))
            await self._rest(station)

    async def _station(self) -> Station:
        """The adapter, as soon as it can be used."""
        await self._radio.looked.wait()
        while isinstance(found := self._radio.station(self.pinned.adapter), Trouble):
            self._say("waiting", trouble=found)
            await self._radio.changed()
        return found

    async def _once(self, station: Station) -> None:
        """From the search to the end of one link; why it ended is raised."""
        self._sent = False
        device = await self._search(station)
        self._say("connecting")
        async with connected(station, device, self._pace, failed=self.state.attempts > 0) as link:
            if self.pinned.serial and await read_serial(link) not in ("", self.pinned.serial):
                raise BluetoothTrouble(WRONG_DEVICE)
            ear = Ear(self._inbox.put, self.pinned.device, self._pace, waveform=self._wearable.waveform)
            stream = await self._open(link, ear)
            try:
                await self._listen(station, link, ear)
            finally:
                if not link.lost.is_set():
                    await carry_through(self._close(stream))

    async def _search(self, station: Station) -> BLEDevice:
        """The wearable, as soon as it is heard; at once where BlueZ has it connected.

        It is after Hearth was killed; then the wearable does not advertise.
        """
        self._say("searching")
        begun = time.monotonic()
        find = asyncio.create_task(station.scanner.find(self.pinned.address))
        gone = asyncio.create_task(station.gone.wait())
        try:
            while True:
                known = await station.device(self.pinned.address)
                if known and known.get("Connected"):
                    path = station.adapter.device_path(self.pinned.address)
                    return BLEDevice(self.pinned.address, None, {"path": path, "props": known})
                await asyncio.wait(
                    {find, gone}, timeout=self._pace.retry_radio_s, return_when=asyncio.FIRST_COMPLETED
                )
                if gone.done():
                    raise BluetoothTrouble(station.trouble or LOST)
                if find.done():
                    return self._found(find.result())
                away = time.monotonic() - begun > self._pace.not_found_s
                self._say("searching", trouble=station.scanner.trouble or (NOT_FOUND if away else None))
        finally:
            await end(find, gone, grace_s=self._pace.grace_s)

    def _found(self, sighting: Sighting) -> BLEDevice:
        self.state = replace(self.state, rssi_dbm=sighting.seen.rssi_dbm)
        return sighting.device

    async def _open(self, link: Link, ear: Ear) -> Stream:
        """Start it. Its module may be waiting for an answer when the link breaks."""
        task = asyncio.create_task(self._wearable.open(link, ear, self.pinned.device))
        lost = asyncio.create_task(link.lost.wait())
        try:
            await asyncio.wait({task, lost}, timeout=self._pace.open_s, return_when=asyncio.FIRST_COMPLETED)
            if task.done():
                return task.result()
            if lost.done():
                raise LinkLost(LOST.sentence)
            raise BluetoothTrouble(NO_DATA)
        finally:
            await end(task, lost, grace_s=self._pace.grace_s)

    async def _close(self, stream: Stream) -> None:
        with contextlib.suppress(WearableError, TimeoutError):
            await within(self._pace.close_s, stream.close(), grace_s=self._pace.grace_s)

    async def _listen(self, station: Station, link: Link, ear: Ear) -> None:
        """While it sends; raises why it ended."""
        lost = asyncio.create_task(link.lost.wait())
        gone = asyncio.create_task(station.gone.wait())
        try:
            while True:
                ear.changed.clear()
                self._follow(ear)
                changed = asyncio.create_task(ear.changed.wait())
                try:
                    await asyncio.wait(
                        {lost, gone, changed},
                        timeout=max(ear.silent_in_s, 0.0),
                        return_when=asyncio.FIRST_COMPLETED,
                    )
                finally:
                    changed.cancel()
                self._follow(ear)
                if gone.done():
                    raise BluetoothTrouble(station.trouble or LOST)
                if lost.done():
                    raise LinkLost(LOST.sentence)
                if ear.reason is not None:
                    raise WearableError(ear.reason)
                if ear.silent_in_s <= 0:
                    raise BluetoothTrouble(NO_DATA)
        finally:
            await end(lost, gone, grace_s=self._pace.grace_s)

    def _follow(self, ear: Ear) -> None:
        """Tell what the wearable sends: off the body until it sends with contact again."""
        if ear.contact is False:
            self._off_body = True
        elif (ear.flowing and ear.said) or ear.wordless:
            self._off_body = False
        if ear.flowing or ear.contact is False:
            self._sent = True
            self._backoff_s = self._pace.backoff_first_s
            self.state = replace(self.state, attempts=0)
            self._say("streaming", settled=True)

    def _failed(self, trouble: Trouble) -> None:
        self._aborts = self._aborts + 1 if trouble == ABORTED else 0
        if self.pinned.bonded and self._aborts >= ABORTS_MAX:
            trouble = BOND_LOST  # BlueZ does not say that it was the keys
        if not self._sent:
            self.state = replace(self.state, attempts=self.state.attempts + 1)
        if trouble != self.state.trouble:
            log.info("bluetooth: %s: %s", self.pinned.device, trouble.sentence)
        self._say("waiting", trouble=trouble)

    async def _rest(self, station: Station) -> None:
        """The pause before the next attempt; it doubles with each that brings nothing."""
        delay_s = self._backoff_s * self._jitter.uniform(0.5, 1.0)
        self._backoff_s = min(2 * self._backoff_s, self._pace.backoff_max_s)
        if not station.gone.is_set():
            await asyncio.sleep(delay_s)

    def _say(self, phase: Phase, *, trouble: Trouble | None = None, settled: bool = False) -> None:
        """Tell where the link stands. A trouble stays until a newer one comes or all is ``settled``."""
        if self._off_body and phase != "stopped":
            phase = "off body"
        state = replace(self.state, phase=phase, trouble=trouble or (None if settled else self.state.trouble))
        if phase != self.state.phase:
            state = replace(state, since_monotonic_s=time.monotonic())
        if state != self._told:
            self.state = self._told = state
            self._tell(state)
