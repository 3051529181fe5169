"""The way from the command line to wearables: through the running daemon, or without one by oneself."""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import AsyncExitStack, closing, contextmanager
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

import msgspec

from daemon import control
from daemon.bluetooth import SWITCHED_OFF
from daemon.cli.options import writing
from daemon.opening import first_wearer
from daemon.pairing import PAIR_S_MAX, Paired, PairingDesk, Unpaired
from daemon.pairing_requests import WHO, Shown, shown
from daemon.status import serves
from ingest.bluetooth.central import Central
from ingest.bluetooth.trouble import BluetoothTrouble
from storage import pairings, people
from storage.database import open_reader

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Awaitable, Callable, Iterator, Sequence
    from pathlib import Path

    from daemon.config import Config
    from daemon.pairing_store import Remembered, Wish
    from storage.pairings import Pairing

PATIENCE_S: Final = 15.0  # beyond what the daemon itself takes at most

T = TypeVar("T")


class Reach(Protocol):
    """What can be done with wearables. Every method may raise a HearthError whose words are for people."""

    @property
    def running(self) -> bool:
        """Whether a daemon does it, and goes on with what was begun."""

    def wearers(self) -> list[str]:
        """Who is known."""

    def scan(self, seconds: float) -> Iterator[Sequence[Shown]]:
        """The table of wearables in reach as it grows."""

    def pair(self, wish: Wish) -> Paired:
        """Pair one."""

    def unpair(self, device: str) -> Unpaired:
        """Look for one no more."""

    def rename(self, device: str, name: str) -> None:
        """Call one something else."""

    def wear(self, device: str, wearer: str) -> None:
        """Say who wears one."""


@contextmanager
def reach(path: Path, config: Config) -> Iterator[Reach]:
    """The way there, for the database at ``path``. Without a daemon it is locked for as long.

    Raises:
        StoreError: the database cannot be written.
    """
    if serves(path):
        yield Through(path)
        return
    if not logging.getLogger().handlers:
        logging.getLogger().addHandler(logging.NullHandler())  # an error is one line, and raised
    with writing(path) as conn, closing(Directly(config, conn)) as directly:
        yield directly


class Through:
    """Has the running daemon do it."""

    running: Final = True

    def __init__(self, path: Path) -> None:
        self._path = path
        self._socket = control.socket_path(path)

    def wearers(self) -> list[str]:
        """See Reach."""
        with closing(open_reader(self._path)) as conn:
            return _names(conn)

    def scan(self, seconds: float) -> Iterator[Sequence[Shown]]:
        """See Reach."""
        request = {"op": "scan", "seconds": seconds}
        with closing(control.stream(self._socket, request, timeout_s=seconds + PATIENCE_S)) as news:
            for told in news:
                yield msgspec.convert(told["candidates"], list[Shown])

    def pair(self, wish: Wish) -> Paired:
        """See Reach."""
        request = {
            "op": "pair",
            "address": wish.address,
            "kind": wish.kind,
            "wearer": wish.wearer,
            "name": wish.name,
        }
        return msgspec.convert(self._ask(request, PAIR_S_MAX), Paired)

    def unpair(self, device: str) -> Unpaired:
        """See Reach."""
        return msgspec.convert(self._ask({"op": "unpair", "device": device}), Unpaired)

    def rename(self, device: str, name: str) -> None:
        """See Reach."""
        self._ask({"op": "rename", "device": device, "name": name})

    def wear(self, device: str, wearer: str) -> None:
        """See Reach."""
        self._ask({"op": "wear", "device": device, "wearer": wearer})

    def _ask(self, request: dict[str, Any], takes_s: float = PATIENCE_S) -> dict[str, Any]:
        return control.request(self._socket, request, timeout_s=takes_s + PATIENCE_S)


class Directly:
    """Does it with a radio and a connection of its own. Nothing of Bluetooth is touched before it must be."""

    running: Final = False

    def __init__(self, config: Config, conn: sqlite3.Connection) -> None:
        first_wearer(config, time.time_ns(), conn)
        self._settings = config.bluetooth
        self._conn = conn
        self._runner = asyncio.Runner()
        self._open = AsyncExitStack()
        self._radio: Central | None = None
        self._desk = PairingDesk(config.bluetooth, self, self._central, self)

    def wearers(self) -> list[str]:
        """See Reach."""
        return _names(self._conn)

    def close(self) -> None:
        """Let go of the radio."""
        with self._runner as runner:
            runner.run(self._open.aclose())

    def scan(self, seconds: float) -> Iterator[Sequence[Shown]]:
        """See Reach."""
        known = {each.address: each.device for each in pairings.pairings(self._conn)}
        tables = self._desk.scan(seconds)
        try:
            while (table := self._run(anext(tables, None))) is not None:
                rows = map(shown, table)
                yield [msgspec.structs.replace(row, paired=known.get(row.address)) for row in rows]
        finally:
            self._run(tables.aclose())

    def pair(self, wish: Wish) -> Paired:
        """See Reach."""
        return self._run(self._desk.pair(wish, WHO))

    def unpair(self, device: str) -> Unpaired:
        """See Reach."""
        return self._run(self._desk.unpair(device, WHO))

    def rename(self, device: str, name: str) -> None:
        """See Reach."""
        self._run(self._desk.rename(device, name, WHO))

    def wear(self, device: str, wearer: str) -> None:
        """See Reach."""
        self._run(self._desk.wear(device, wearer, WHO))

    async def write(self, job: Callable[[sqlite3.Connection], T]) -> T:
        """Part of the one transaction, which is committed at the end."""
        return job(self._conn)

    def paired(self, made: Remembered) -> None:
        """The daemon will look for it when it is started."""

    async def unpaired(self, pairing: Pairing) -> None:
        """The daemon will not look for it."""

    def renamed(self, device: str, name: str) -> None:
        """The daemon will call it so."""

    async def _central(self) -> Central:
        if self._settings.enabled == "no":
            raise BluetoothTrouble(SWITCHED_OFF)
        if self._radio is None:
            self._radio = await self._open.enter_async_context(Central.standalone(self._settings))
        return self._radio

    def _run(self, work: Awaitable[T]) -> T:
        async def done() -> T:
            return await work

        return self._runner.run(done())


def _names(conn: sqlite3.Connection) -> list[str]:
    return [wearer.name for wearer in people.wearers(conn)]
