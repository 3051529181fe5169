"""Finding, pairing, renaming and unpairing wearables: the same deeds for whoever asks, and on the record."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from daemon import pairing_store
from dsp.types import HearthError
from ingest.bluetooth import kinds
from ingest.bluetooth.trouble import BluetoothTrouble, Trouble

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine

    from daemon.pairing_store import Remembered, Wish
    from ingest.bluetooth.central import Central
    from ingest.bluetooth.links import Candidate, Identity
    from ingest.bluetooth.settings import BluetoothSettings
    from storage.pairings import Pairing

SCAN_S_MAX: Final = 60.0  # whoever forgets a scan leaves the air to those who stream
PAIR_S_MAX: Final = 120.0  # finding, connecting, bonding and asking, each at its slowest

NEVER_READY: Final = Trouble(
    "no_answer", "Pairing took too long and was given up: wake the wearable, bring it near, and try again."
)

T = TypeVar("T")


class PairingBusy(HearthError):
    """One scan or pairing at a time: there is one radio."""

    def __init__(self) -> None:
        super().__init__("another scan or pairing is under way; try again when it is over")


class Store(Protocol):
    """Where pairings are kept: the writer, or a command line's own connection."""

    async def write(self, job: Callable[[sqlite3.Connection], T]) -> T:
        """Run ``job`` in a transaction; its value once that is committed."""


class Watcher(Protocol):
    """Who acts on what has changed."""

    def paired(self, made: Remembered) -> None:
        """A wearable is to be looked for from now on."""

    async def unpaired(self, pairing: Pairing) -> None:
        """A wearable is not to be looked for any more."""

    def renamed(self, device: str, name: str) -> None:
        """People call it something else now."""


@dataclass(frozen=True, slots=True)
class Paired:
    """A wearable that was just paired. ``waveform``: it sends ECG, not only heart rate and RR intervals.

    ``again``: it had been paired before. ``battery_pct``: None where it did not say.
    """

    device: str
    name: str
    wearer: str
    kind: str
    title: str
    waveform: bool
    bonded: bool
    battery_pct: int | None
    again: bool


@dataclass(frozen=True, slots=True)
class Unpaired:
    """A wearable that is no longer looked for. ``bond_left``: why BlueZ may still have its key, if so."""

    device: str
    bond_left: str | None = None


class PairingDesk:
    """Does it. ``central`` gives the radio when it is wanted; it raises BluetoothTrouble where there is none.

    Every method raises a HearthError whose words are meant for who asked.
    """

    def __init__(
        self,
        settings: BluetoothSettings,
        store: Store,
        central: Callable[[], Awaitable[Central]],
        watcher: Watcher,
    ) -> None:
        self._settings = settings
        self._store = store
        self._central = central
        self._watcher = watcher
        self._radio = asyncio.Lock()
        self._working: set[asyncio.Task[Any]] = set()  # what only asyncio knows of may vanish

    async def scan(self, seconds: float) -> AsyncGenerator[tuple[Candidate, ...], None]:
        """The table of wearables in reach as it grows, for ``seconds``, at most SCAN_S_MAX."""
        async with self._alone():
            central = await self._central()
            tables = central.scan(min(seconds, SCAN_S_MAX))
            try:
                async for table in tables:
                    yield table
            finally:
                if isinstance(tables, AsyncGenerator):
                    await tables.aclose()

    async def pair(self, wish: Wish, who: str) -> Paired:
        """Pair the wearable that ``wish`` names, remember it, and begin to look for it."""
        async with self._alone():
            if wish.kind is not None:
                kinds.wearable(wish.kind, self._settings.profiles)
            await self._store.write(partial(pairing_store.check, wish))
            central = await self._central()
            try:
                async with asyncio.timeout(PAIR_S_MAX):
                    identity = await central.pair(wish.address, wish.kind)
            except TimeoutError as error:
                raise BluetoothTrouble(NEVER_READY) from error
            made = await self._through(self._remember(central, wish, identity, who))
        kind = kinds.wearable(identity.kind, self._settings.profiles)
        return Paired(
            device=made.pairing.device,
            name=made.name,
            wearer=made.wearer,
            kind=identity.kind,
            title=kind.title,
            waveform=kind.waveform,
            bonded=identity.bonded,
            battery_pct=identity.battery_pct,
            again=made.again,
        )

    async def unpair(self, device: str, who: str) -> Unpaired:
        """Look for ``device`` no more, and have its bond forgotten; its history stays.

        It is unpaired also where the radio does not work.
        """
        return await self._through(self._forget(device, who))

    async def rename(self, device: str, name: str, who: str) -> None:
        """Call ``device`` by ``name``."""
        await self._store.write(partial(pairing_store.rename, device, name, who))
        self._watcher.renamed(device, name)

    async def wear(self, device: str, wearer: str, who: str) -> None:
        """Say who wears ``device``, and wore it."""
        await self._store.write(partial(pairing_store.wear, device, wearer, who))

    async def _remember(self, central: Central, wish: Wish, identity: Identity, who: str) -> Remembered:
        lead = next((each.lead for each in self._settings.profiles if each.kind == identity.kind), "I")
        try:
            made = await self._store.write(partial(pairing_store.remember, wish, identity, lead, who))
        except (HearthError, sqlite3.Error):
            with contextlib.suppress(BluetoothTrouble):  # no bond may outlive what it was made for
                await central.unpair(identity.address)
            raise
        self._watcher.paired(made)
        return made

    async def _forget(self, device: str, who: str) -> Unpaired:
        forgotten = await self._store.write(partial(pairing_store.forget, device, who))
        await self._watcher.unpaired(forgotten)
        try:
            central = await self._central()
            await central.unpair(forgotten.address)
        except BluetoothTrouble as trouble:
            return Unpaired(device, trouble.trouble.sentence if forgotten.bonded else None)
        return Unpaired(device)

    async def _through(self, work: Coroutine[Any, Any, T]) -> T:
        """Do ``work`` to its end though whoever asked goes away: the store and the radio stay of one mind."""
        task = asyncio.create_task(work, name="pairing")
        self._working.add(task)
        task.add_done_callback(self._working.discard)
        return await asyncio.shield(task)

    @asynccontextmanager
    async def _alone(self) -> AsyncIterator[None]:
        if self._radio.locked():
            raise PairingBusy
        async with self._radio:
            yield
