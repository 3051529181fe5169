"""The one scan of an adapter, shared by all who look for a wearable."""

from __future__ import annotations

import asyncio
import contextlib
import time
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Final

from bleak import BleakScanner
from bleak.args.bluez import OrPattern, OrPatternLike
from bleak.assigned_numbers import AdvertisementDataType

from ingest.bluetooth.diagnosis import RADIO_ERRORS, diagnose
from ingest.bluetooth.patience import carry_through, within
from ingest.bluetooth.sighting import Sighting, sighting

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from bleak.backends.device import BLEDevice
    from bleak.backends.scanner import AdvertisementData

    from ingest.bluetooth.adapter import Adapter
    from ingest.bluetooth.pace import Pace
    from ingest.bluetooth.trouble import Trouble

# BlueZ wants a pattern to watch passively. Every Bluetooth LE device that may be connected to advertises its
# flags: limited or general discoverable or neither, with or without Bluetooth classic beside it.
FLAGS: Final = (b"\x02", b"\x04", b"\x05", b"\x06", b"\x18", b"\x1a")
PATTERNS: Final[list[OrPatternLike]] = [OrPattern(0, AdvertisementDataType.FLAGS, each) for each in FLAGS]
STUCK_AFTER: Final = 3  # scans refused in a row; after that the adapter itself is taken for stuck


class Scanner:
    """Scans while anybody seeks, in windows; pauses while somebody connects.

    Where BlueZ can watch passively, it does so between the active windows. ``trouble``: why the last attempt
    to scan failed; None: it did not.
    """

    def __init__(self, adapter: Adapter, pace: Pace, *, passive: bool) -> None:
        self.adapter = adapter
        self.trouble: Trouble | None = None
        self.refusals = 0  # scans refused in a row
        self._pace = pace
        self._passive = passive
        self._seekers: dict[str, set[asyncio.Future[Sighting]]] = {}
        self._since: dict[str, float] = {}
        self._tables: set[Callable[[Sighting], None]] = set()
        self._holds = 0
        self._change = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()

    @property
    def stuck(self) -> bool:
        """Whether the adapter refuses to scan, again and again."""
        return self.refusals >= STUCK_AFTER

    async def find(self, address: str) -> Sighting:
        """Wait for an advertisement of ``address``, for ever; end it by cancelling it."""
        found: asyncio.Future[Sighting] = asyncio.get_running_loop().create_future()
        key = address.upper()
        self._seekers.setdefault(key, set()).add(found)
        self._since.setdefault(key, time.monotonic())
        self._change.set()
        try:
            return await found
        finally:
            self._seekers[key].discard(found)
            if not self._seekers[key]:
                del self._seekers[key], self._since[key]
            self._change.set()

    @contextmanager
    def table(self, hear: Callable[[Sighting], None]) -> Iterator[None]:
        """While open, scan actively, and ``hear`` each advertisement of anything."""
        self._tables.add(hear)
        self._change.set()
        try:
            yield
        finally:
            self._tables.discard(hear)
            self._change.set()

    @asynccontextmanager
    async def paused(self) -> AsyncIterator[None]:
        """While open, do not scan: many adapters cannot scan and connect at once."""
        self._holds += 1
        self._change.set()
        try:
            await self._idle.wait()  # a scan's end has a bound of its own
            yield
        finally:
            self._holds -= 1
            self._change.set()

    async def run(self) -> None:
        """Scan when somebody seeks, until cancelled."""
        active = True
        while True:
            self._change.clear()
            if self._holds or not (self._seekers or self._tables):
                await self._change.wait()
                continue
            try:
                await self._window(active=active)
            except RADIO_ERRORS as error:
                self.trouble = diagnose(error)
                self.refusals += 1
                await self._pause(self._pace.scan_off_s)
                active = True
                continue
            self.trouble, self.refusals = None, 0
            if self._can_watch and not self._tables:
                active = not active
            else:
                active = True
                await self._pause(0.0 if self._tables else self._off_s())

    @property
    def _can_watch(self) -> bool:
        return self._passive and self.adapter.monitors

    async def _window(self, *, active: bool) -> None:
        scanner = BleakScanner(
            self._heard,
            scanning_mode="active" if active else "passive",
            bluez={"adapter": self.adapter.name, "or_patterns": PATTERNS},
        )
        self._idle.clear()
        try:
            await within(self._pace.answer_s, scanner.start(), grace_s=self._pace.grace_s)
            await self._pause(self._pace.scan_on_s if active else self._off_s() + self._pace.scan_on_s)
        finally:
            await carry_through(self._stop(scanner))
            self._idle.set()

    async def _stop(self, scanner: BleakScanner) -> None:
        with contextlib.suppress(*RADIO_ERRORS):  # the next start tells whether the radio is well
            await within(self._pace.disconnect_s, scanner.stop(), grace_s=self._pace.grace_s)

    async def _pause(self, seconds: float) -> None:
        """Wait, but no longer than until somebody begins or ends to seek, or to connect."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._change.wait()

    def _off_s(self) -> float:
        """The pause between two windows: long once everybody sought has been away for long."""
        now = time.monotonic()
        lately = any(now - since < self._pace.patient_after_s for since in self._since.values())
        return self._pace.scan_off_s if lately else self._pace.patient_off_s

    def _heard(self, device: BLEDevice, heard: AdvertisementData) -> None:
        now = sighting(device, heard, time.monotonic())
        if now is None:
            return
        for found in self._seekers.get(now.seen.address, ()):
            if not found.done():
                found.set_result(now)
        for hear in tuple(self._tables):
            hear(now)
