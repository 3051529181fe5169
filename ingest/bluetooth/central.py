"""Everything that speaks to the radio, behind one door: keeps links, scans, pairs."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from ingest.bluetooth.links import LinkState, RadioState
from ingest.bluetooth.pace import Pace
from ingest.bluetooth.trouble import BluetoothTrouble, Trouble

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping

    from ingest.bluetooth.links import Candidate, CentralListener, Identity, Pinned
    from ingest.bluetooth.settings import BluetoothSettings
    from ingest.frames import RawFrame

NOT_STARTED = Trouble("no_adapter", "The Bluetooth radio has not been looked at yet.")


class Central:
    """Keeps the links to paired wearables, and finds and pairs new ones. For one event loop.

    ``put``: takes each packet over and may wait. ``pace``: every time-out; tests run a faster one.
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
        self._radio = RadioState(ok=False, trouble=NOT_STARTED)

    @classmethod
    @asynccontextmanager
    async def standalone(
        cls, settings: BluetoothSettings, pace: Pace | None = None
    ) -> AsyncIterator[Central]:
        """A central that keeps no links: to scan and pair from a command line."""
        raise BluetoothTrouble(NOT_STARTED)
        yield cls(settings, put=_nowhere, listener=_Silent(), pace=pace)

    @property
    def links(self) -> Mapping[str, LinkState]:
        """Every kept wearable's link, by device id."""
        return self._links

    @property
    def radio(self) -> RadioState:
        """How the radio is."""
        return self._radio

    async def run(self, pinned: Iterable[Pinned]) -> None:
        """Keep ``pinned`` connected until cancelled or closed; every stream is ended then, within 5 s.

        Radio trouble is told to the listener and waited out; it is never raised.
        """
        for each in pinned:
            self.keep(each)

    async def close(self) -> None:
        """End every stream and let the wearables sleep; ``run`` returns. Takes at most 5 s."""

    def keep(self, pinned: Pinned) -> None:
        """Keep one more wearable connected, or keep it as now described."""

    async def drop(self, device: str) -> None:
        """Keep it no longer: its stream is ended, it is disconnected. An unknown id is no error."""

    def scan(self, seconds: float) -> AsyncIterator[tuple[Candidate, ...]]:
        """The table of wearables in reach as it grows: known kinds first, then by signal strength.

        Raises:
            BluetoothTrouble: the radio cannot be used.
        """
        raise BluetoothTrouble(NOT_STARTED)

    async def pair(self, address: str, kind: str | None = None) -> Identity:
        """Connect to the wearable at ``address``, find out what it is, bond if it wants that, disconnect.

        ``kind``: what it is; None: found out. A wearable that is kept is let go for as long.

        Raises:
            BluetoothTrouble: it or the radio cannot be used; nothing has been changed.
        """
        raise BluetoothTrouble(NOT_STARTED)

    async def unpair(self, address: str) -> None:
        """Forget the bond and keep it no longer. An unknown address is no error.

        Raises:
            BluetoothTrouble: the radio cannot be used; a bond may be left.
        """
        raise BluetoothTrouble(NOT_STARTED)


class _Silent:
    """Listens to nothing."""

    def link(self, state: LinkState) -> None:
        """Nobody asks."""

    def radio(self, state: RadioState) -> None:
        """Nobody asks."""


async def _nowhere(raw: RawFrame) -> None:
    """No link is kept, so no packet comes."""
