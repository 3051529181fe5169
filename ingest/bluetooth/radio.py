"""Whether there is an adapter to work with, and what is done so that there is one again."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from typing import TYPE_CHECKING

from dbus_fast import DBusError, Variant

from ingest.bluetooth import bleak_state
from ingest.bluetooth.adapter import ADAPTER, NO_ADAPTER, Adapter
from ingest.bluetooth.diagnosis import NO_BLUEZ, POWERED_OFF, diagnose
from ingest.bluetooth.links import RadioState
from ingest.bluetooth.patience import carry_through
from ingest.bluetooth.rfkill import RFKILL, blocked
from ingest.bluetooth.station import Station
from ingest.bluetooth.system_bus import NO_BUS
from ingest.bluetooth.trouble import BluetoothTrouble, Trouble
from ingest.bluetooth.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ingest.bluetooth.pace import Pace
    from ingest.bluetooth.settings import BluetoothSettings

log = logging.getLogger(__name__)


class Radio:
    """Watches the adapters, switches them on where allowed, and says which can be used.

    ``tell``: called with each change of ``state``, which is of the configured adapter. ``looked`` is set as
    soon as that is known.
    """

    def __init__(
        self,
        settings: BluetoothSettings,
        pace: Pace,
        tell: Callable[[RadioState], None],
        *,
        rfkill: Path = RFKILL,
    ) -> None:
        self.state = RadioState(ok=False)
        self.looked = asyncio.Event()
        self._settings = settings
        self._pace = pace
        self._tell = tell
        self._rfkill = rfkill
        self._watch: Watch | None = None
        self._stations: dict[str, Station] = {}
        self._troubles: dict[str, Trouble] = {}  # of adapters that are there and cannot be used
        self._cycled_s: dict[str, float] = {}  # when each was last switched off and on, by its address
        self._asked: set[str] = set()  # adapters that wearables were bonded over
        self._general: Trouble | None = NO_BUS  # what makes all of them useless
        self._changed = asyncio.Event()

    def station(self, wanted: str | None = None) -> Station | Trouble:
        """The adapter called ``wanted`` (None: the configured one), or why it cannot be used now."""
        if wanted:
            self._asked.add(wanted)
        if self._watch is None or self._general is not None:
            return self._general or NO_BUS
        adapter = self._watch.adapters.choose(self._settings.adapter if wanted is None else wanted)
        if isinstance(adapter, Trouble):
            return adapter
        if station := self._stations.get(adapter.path):
            return station
        return self._troubles.get(adapter.path, POWERED_OFF)

    async def changed(self) -> None:
        """Wait until something about the radio changes."""
        await self._changed.wait()

    async def run(self) -> None:
        """Watch until cancelled; at the end no station is left."""
        bleak_state.prepare()
        pause_s = self._pace.bus_first_s
        try:
            while True:
                try:
                    await self._session()
                except (BluetoothTrouble, DBusError) as error:
                    await self._fall(diagnose(error))
                else:
                    await self._fall(NO_BUS)
                    pause_s = self._pace.bus_first_s
                await asyncio.sleep(pause_s)
                pause_s = min(2 * pause_s, self._pace.retry_radio_s)
        finally:
            await carry_through(self._fall(self._general or NO_BUS, told=False))

    async def _session(self) -> None:
        """Watch over one connection to the message bus; returns when that is gone."""
        watch = await Watch.begin(self._pace.answer_s)
        gone = asyncio.create_task(watch.bus.gone())
        try:
            gone.add_done_callback(lambda _: watch.changed.set())
            await self._load(watch)
            while not gone.done():
                watch.changed.clear()
                await self._look(watch)
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(self._pace.retry_radio_s):
                        await watch.changed.wait()
        finally:
            self._watch = None
            gone.cancel()
            await carry_through(watch.bus.close())

    async def _load(self, watch: Watch) -> None:
        """Read what is there; BlueZ being absent is a state of the radio like any other."""
        try:
            await watch.load()
        except (BluetoothTrouble, DBusError) as error:
            if not watch.bus.connected:
                raise
            self._general = diagnose(error)
        else:
            self._general = None
        self._watch = watch

    async def _look(self, watch: Watch) -> None:
        """Bring the stations in line with what is there, mend what can be mended, tell what has changed."""
        if watch.replaced:
            await self._end_stations(NO_BLUEZ)
            await bleak_state.renew(self._pace.answer_s)
            await self._load(watch)
        elif self._general is not None:
            await self._load(watch)
        there = {each.path: each for each in watch.adapters.all() if each.central}
        for path in [each for each in self._stations if each not in there]:
            await self._end(path, NO_ADAPTER)
        self._troubles = {}
        for adapter in there.values():
            await self._tend(watch, adapter)
        self._publish()

    async def _tend(self, watch: Watch, adapter: Adapter) -> None:
        station = self._stations.get(adapter.path)
        if station is not None and (not adapter.powered or station.adapter.address != adapter.address):
            await self._end(adapter.path, blocked(adapter.name, self._rfkill) or POWERED_OFF)
            station = None
        if not adapter.powered and self._meant(watch, adapter):
            await self._power_on(watch, adapter)
        elif not adapter.powered:
            self._troubles[adapter.path] = POWERED_OFF
        elif station is None:
            self._stations[adapter.path] = Station(
                adapter, watch.bus, self._pace, passive=self._settings.passive
            )
        else:
            station.update(adapter)
            if station.scanner.stuck:
                await self._power_cycle(watch, station)

    def _meant(self, watch: Watch, adapter: Adapter) -> bool:
        """Whether it is to be used; others are left as they are."""
        chosen = watch.adapters.choose(self._settings.adapter) == adapter
        return chosen or any(adapter.called(each) for each in self._asked)

    async def _power_on(self, watch: Watch, adapter: Adapter) -> None:
        trouble = blocked(adapter.name, self._rfkill)
        if trouble is None and self._settings.power_on:
            try:
                await watch.bus.set_property(adapter.path, ADAPTER, "Powered", Variant("b", True))
            except (BluetoothTrouble, DBusError) as error:
                trouble = diagnose(error)
        self._troubles[adapter.path] = trouble or POWERED_OFF

    async def _power_cycle(self, watch: Watch, station: Station) -> None:
        """Switch an adapter that refuses to scan off; it is found so and switched on again.

        bluetoothd before 5.88 may take a scan for running that is not, until then. Links that stream over
        the adapter are worth more than a scan.
        """
        now_s, address = time.monotonic(), station.adapter.address
        lately = now_s - self._cycled_s.get(address, float("-inf")) < self._pace.cycle_s
        if not self._settings.power_on or station.links or lately:
            return
        self._cycled_s[address] = now_s
        log.warning("bluetooth: %s refuses to scan and is switched off and on", station.adapter.name)
        with contextlib.suppress(BluetoothTrouble, DBusError):
            await watch.bus.set_property(station.adapter.path, ADAPTER, "Powered", Variant("b", False))

    def _publish(self) -> None:
        found = self.station()
        if isinstance(found, Trouble):
            self._set(RadioState(ok=False, trouble=found))
        else:
            self._set(RadioState(ok=True, adapter=found.adapter.name))

    def _set(self, state: RadioState) -> None:
        self._changed.set()
        self._changed = asyncio.Event()
        if state != self.state or not self.looked.is_set():
            self.state = state
            self.looked.set()
            if state.trouble:
                log.warning("bluetooth: %s", state.trouble.sentence)
            else:
                log.info("bluetooth: %s can be used", state.adapter)
            self._tell(state)

    async def _fall(self, trouble: Trouble, *, told: bool = True) -> None:
        """Nothing can be used any more."""
        self._general = trouble
        await self._end_stations(trouble)
        await bleak_state.renew(self._pace.answer_s)
        if told:
            self._set(RadioState(ok=False, trouble=trouble))

    async def _end_stations(self, trouble: Trouble) -> None:
        for path in list(self._stations):
            await self._end(path, trouble)

    async def _end(self, path: str, trouble: Trouble) -> None:
        await self._stations.pop(path).end(trouble)
