"""Everything that speaks to the radio, behind one door: keeps links, scans, pairs."""

from __future__ import annotations

import asyncio
import contextlib
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Final

from ingest.bluetooth.kinds import UnknownKind, wearable
from ingest.bluetooth.links import LinkState, RadioState
from ingest.bluetooth.pace import Pace
from ingest.bluetooth.patience import carry_through, end
from ingest.bluetooth.trouble import BluetoothTrouble, EndedUnasked, Trouble

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping

    from ingest.bluetooth.keeper import Keeper
    from ingest.bluetooth.links import Candidate, CentralListener, Identity, Pinned
    from ingest.bluetooth.radio import Radio
    from ingest.bluetooth.settings import BluetoothSettings
    from ingest.bluetooth.station import Station
    from ingest.frames import RawFrame

NOT_STARTED: Final = Trouble("no_adapter", "The Bluetooth radio has not been looked at yet.")
END_S: Final = 5.0  # the service manager waits 10 s for the whole daemon; the store needs its part


class Central:
    """Keeps the links to paired wearables, and finds and pairs new ones. For one event loop.

    ``put``: takes each packet over and may wait. ``pace``: every time-out; another one makes another time
    base. Nothing of Bluetooth is loaded, and no bus is spoken to, before the first use.
    """

    def __init__(
        self,
        settings: BluetoothSettings,
        *,
        put: Callable[[RawFrame], Awaitable[None]],
        listener: CentralListener,
        pace: Pace | None = None,
    ) -> None:
        self._settings = settings
        self._put = put
        self._listener = listener
        self._pace = pace or Pace()
        self._links: dict[str, LinkState] = {}
        self._pins: dict[str, Pinned] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._ending: set[asyncio.Task[None]] = set()
        self._radio: Radio | None = None
        self._watching: asyncio.Task[None] | None = None
        self._pairing = asyncio.Lock()
        self._over = asyncio.Event()
        self._failure: BaseException | None = None
        self._running = False
        self._ended = asyncio.Event()

    @classmethod
    @asynccontextmanager
    async def standalone(
        cls, settings: BluetoothSettings, pace: Pace | None = None
    ) -> AsyncIterator[Central]:
        """A central that keeps no links: to scan and pair from a command line."""
        central = cls(settings, put=_nowhere, listener=_Silent(), pace=pace)
        try:
            central._begin()
            yield central
        finally:
            await carry_through(central._end())

    @property
    def links(self) -> Mapping[str, LinkState]:
        """Every kept wearable's link, by device id."""
        return self._links

    @property
    def radio(self) -> RadioState:
        """How the radio is."""
        return self._radio.state if self._radio else RadioState(ok=False, trouble=NOT_STARTED)

    async def run(self, pinned: Iterable[Pinned]) -> None:
        """Keep ``pinned`` connected until cancelled or closed; every stream is ended then, within 5 s.

        Radio trouble is told to the listener and waited out; it is never raised.

        Raises:
            EndedUnasked: a part of it has ended by itself.
            Exception: what ``put`` or a wearable's module failed with.
        """
        self._running = True
        self._ended.clear()
        try:
            self._begin()
            for each in pinned:
                self.keep(each)
            await self._over.wait()
        finally:
            try:
                await carry_through(self._end())
            finally:
                failure, self._failure = self._failure, None
                self._over.clear()
                self._running = False
                self._ended.set()
        if failure is not None:
            raise failure

    async def close(self) -> None:
        """End every stream and let the wearables sleep; ``run`` returns. Takes at most 5 s."""
        self._over.set()
        if self._running:
            await self._ended.wait()
        else:
            await carry_through(self._end())

    def keep(self, pinned: Pinned) -> None:
        """Keep one more wearable connected, or keep it as now described."""
        if self._pins.get(pinned.device) == pinned and pinned.device in self._tasks:
            return
        self._begin()
        before = self._let_go(pinned.device)
        self._pins[pinned.device] = pinned
        try:
            kind = wearable(pinned.kind, self._settings.profiles, lead=pinned.lead)
        except UnknownKind as error:
            trouble = Trouble("refused", str(error))
            self._tell(LinkState(pinned.device, "stopped", time.monotonic(), trouble=trouble))
            return
        from ingest.bluetooth.keeper import Keeper  # noqa: PLC0415 - brings bleak, which many never need

        keeper = Keeper(pinned, kind, self._started(), put=self._put, tell=self._tell, pace=self._pace)
        self._links[pinned.device] = keeper.state
        task = asyncio.create_task(_after(before, keeper), name=f"wearable {pinned.device}")
        task.add_done_callback(self._kept)
        self._tasks[pinned.device] = task

    async def drop(self, device: str) -> None:
        """Keep it no longer: its stream is ended, it is disconnected. An unknown id is no error."""
        task = self._let_go(device)
        if task is not None:
            await asyncio.wait({task}, timeout=END_S)

    async def scan(self, seconds: float) -> AsyncIterator[tuple[Candidate, ...]]:
        """The table of wearables in reach as it grows: known kinds first, then by signal strength.

        Raises:
            BluetoothTrouble: the radio cannot be used.
        """
        from ingest.bluetooth.candidates import candidates  # noqa: PLC0415 - brings bleak

        station = await self._station()
        paired = {each.address.upper(): each.device for each in self._pins.values()}
        tables = candidates(
            station, seconds, profiles=self._settings.profiles, paired=paired, pace=self._pace
        )
        async with contextlib.aclosing(tables):
            async for table in tables:
                yield table

    async def pair(self, address: str, kind: str | None = None) -> Identity:
        """Connect to the wearable at ``address``, find out what it is, bond if it wants that, disconnect.

        ``kind``: what it is; None: found out. A wearable that is kept is let go for as long.

        Raises:
            BluetoothTrouble: it or the radio cannot be used; nothing has been changed.
        """
        from ingest.bluetooth.pairing import Pairing  # noqa: PLC0415 - brings bleak

        async with self._pairing:
            kept = [each for each in self._pins.values() if each.address.upper() == address.upper()]
            try:
                for each in kept:
                    await self.drop(each.device)
                station = await self._station()
                pairing = Pairing(station, address, self._settings.profiles, self._pace)
                if kept:
                    await pairing.parted()
                return await pairing.pair(kind)
            finally:
                for each in kept:
                    if not self._over.is_set() and each.device not in self._pins:
                        self.keep(each)

    async def unpair(self, address: str) -> None:
        """Forget the bond and keep it no longer. An unknown address is no error.

        Raises:
            BluetoothTrouble: the radio cannot be used; a bond may be left.
        """
        from dbus_fast import DBusError  # noqa: PLC0415 - a daemon without Bluetooth needs none of it

        from ingest.bluetooth.diagnosis import diagnose  # noqa: PLC0415 - brings bleak

        async with self._pairing:
            for each in [pin for pin in self._pins.values() if pin.address.upper() == address.upper()]:
                await self.drop(each.device)
            station = await self._station()
            try:
                await station.forget(address)
            except DBusError as error:
                raise BluetoothTrouble(diagnose(error)) from error

    def _begin(self) -> None:
        if self._radio is not None:
            return
        from ingest.bluetooth.radio import Radio  # noqa: PLC0415 - brings bleak, which many never need

        self._radio = Radio(self._settings, self._pace, self._listener.radio)
        self._watching = asyncio.create_task(self._radio.run(), name="radio")
        self._watching.add_done_callback(self._kept)

    def _started(self) -> Radio:
        if self._radio is None:
            raise BluetoothTrouble(NOT_STARTED)
        return self._radio

    async def _station(self) -> Station:
        """The configured adapter; one that is just being switched on is waited for."""
        radio = self._started()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._pace.ready_s):
                await radio.looked.wait()
                while isinstance(radio.station(), Trouble):
                    await radio.changed()
        found = radio.station()
        if isinstance(found, Trouble):
            raise BluetoothTrouble(found)
        return found

    def _let_go(self, device: str) -> asyncio.Task[None] | None:
        """Begin to end a link; the task that is ending it."""
        self._pins.pop(device, None)
        self._links.pop(device, None)
        task = self._tasks.pop(device, None)
        if task is not None:
            task.cancel()
            self._ending.add(task)
            task.add_done_callback(self._ending.discard)
        return task

    def _tell(self, state: LinkState) -> None:
        if state.device in self._pins:
            self._links[state.device] = state
        self._listener.link(state)

    def _kept(self, task: asyncio.Task[Any]) -> None:
        """Its end is ours only if it was asked for: a library may cancel what is not its own, too."""
        failure = None if task.cancelled() else task.exception()
        if failure is None and not task.cancelling():
            failure = EndedUnasked(task.get_name())
        if failure is not None:
            self._failure = failure
            self._over.set()

    async def _end(self) -> None:
        ending = [*self._ending, *(self._let_go(each) for each in list(self._pins))]
        tasks = {each for each in ending if each is not None}
        if tasks:
            await asyncio.wait(tasks, timeout=END_S)
        if self._watching is not None:
            await end(self._watching, grace_s=self._pace.disconnect_s)
        self._radio = self._watching = None


async def _after(before: asyncio.Task[None] | None, keeper: Keeper) -> None:
    """Run ``keeper`` once the one before it has let its wearable go."""
    if before is not None:
        await asyncio.wait({before})
    await keeper.run()


class _Silent:
    """Listens to nothing."""

    def link(self, state: LinkState) -> None:
        """Nobody asks."""

    def radio(self, state: RadioState) -> None:
        """Nobody asks."""


async def _nowhere(raw: RawFrame) -> None:
    """No link is kept, so no packet comes."""
