"""The air around the machine: a virtual Polar H10, and the controller that the machine's kernel drives.

Both live in this process, outside the machine: as a real strap does, this one goes on measuring when the
gateway loses power, and knows the truth afterwards.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from typing import TYPE_CHECKING, Final, TextIO

from bumble.transport import open_transport

from tests.bluetooth.bumble_air import Air, Radio
from tests.bluetooth.bumble_host import Hosted
from tests.bluetooth.bumble_strap import ADVERTISING_MS, GATEWAY, OCTETS, Journal, Show, signal_of
from tests.bluetooth.strap import Strap
from tests.bluetooth.strap_ecg import NS_PER_S, Oscillator

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from bumble.transport.common import Transport

    from dsp.types import IntArray

ADDRESS: Final = "A0:9E:1A:C0:FF:EE"
TRUE_HZ: Final = 130.1  # a Polar H10 says 130
MARK_S: Final = 0.5
SILENCE_S: Final = 2.0  # a link's own time-out in the kernel's driver; emulation is too slow for less


class Diary(Journal):
    """What happened to the strap, when by the clock on the wall; its samples are known anyway."""

    def __init__(self, out: TextIO) -> None:
        super().__init__(out)
        self.events: list[str] = []

    def __call__(self, event: str, **facts: object) -> None:
        """See Journal."""
        if event != "frame":
            self.events.append(event)
            super().__call__(event, at=round(time.time(), 3), **facts)


class Ether:
    """``async with Ether(log) as ether:`` - the strap is on the air, worn, until the end."""

    def __init__(self, log: Path) -> None:
        self._log = log.open("a")
        self._diary = Diary(self._log)
        self._tasks: list[asyncio.Task[None]] = []
        self._transport: Transport | None = None
        self._gateway: Radio | None = None
        self.oscillator = Oscillator(TRUE_HZ)
        self.signal_uv = signal_of(None)
        self.began_ns = 0

    async def __aenter__(self) -> Self:
        self.air = Air(SILENCE_S)
        self.strap = Strap(self.signal_uv, fs_true_hz=TRUE_HZ, address=ADDRESS)
        self._hosted = Hosted(
            self.strap, self.air, octets=OCTETS, advertising_ms=ADVERTISING_MS, watcher=self._diary
        )
        await self._hosted.start()
        show = Show(self.strap, self._hosted, self.air, self._diary)
        self.began_ns = time.time_ns()
        loop = asyncio.get_running_loop()
        self._tasks = [loop.create_task(show.run(None, 1.0)), loop.create_task(self._mark())]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.unplug()
        await self._hosted.stop()
        self._log.close()

    async def plug(self, socket: Path) -> None:
        """Give the machine behind ``socket`` its controller."""
        self._transport = transport = await open_transport(f"unix-client:{socket}")
        self._gateway = Radio(
            "gateway", self.air, GATEWAY, source=transport.source, sink=transport.sink, octets=OCTETS
        )

    async def unplug(self) -> None:
        """The machine has no power any more: links time out, its controller is gone."""
        gateway, self._gateway = self._gateway, None
        transport, self._transport = self._transport, None
        if gateway is not None:
            gateway.set_packet_sink(None)
            self.air.lose_links()
            self.air.remove_controller(gateway)
        if transport is not None:
            with contextlib.suppress(ConnectionError):
                await transport.close()

    @property
    def linked(self) -> bool:
        """Whether the strap has a link."""
        return self._hosted.connection is not None

    @property
    def handed(self) -> int:
        """Samples that were given to the link so far."""
        return sum(len(frame.uv) for frame in self.strap.taken if frame.handed)

    def truth_uv(self, start: int, n: int) -> IntArray:
        """What it measured: samples by their number since it was made."""
        return self.signal_uv(start, n)

    def truth_ns(self, sample: int) -> int:
        """When it took a sample, by this machine's clock."""
        return self.began_ns + round(self.oscillator.time_s(sample) * NS_PER_S)

    def count(self, event: str) -> int:
        """How often something happened."""
        return self._diary.events.count(event)

    async def _mark(self) -> None:
        """The strap's time never runs ahead of ours, so the smallest difference tells when it began."""
        while True:
            self.began_ns = min(self.began_ns, time.time_ns() - round(self.strap.now_s * NS_PER_S))
            await asyncio.sleep(MARK_S)
