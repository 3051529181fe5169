"""A fake BlueZ on a private bus, in a thread of its own: wearables without a radio for bleak's real backend.

Every method may be called from the test's thread; it takes effect before it returns.
"""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Self, TypeVar

from tests.bluetooth.bluez_manners import Manners
from tests.bluetooth.bluez_stack import COME_BACK_S, Stack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import TracebackType

    from tests.bluetooth.bus import Bus
    from tests.bluetooth.peripheral import Peripheral

T = TypeVar("T")
ANSWER_LIMIT_S: Final = 30.0  # of the thread: it answers in milliseconds unless it has died
PATIENCE_S: Final = 10.0  # to come to the bus


class Bluez:
    """``with Bus() as bus, Bluez(bus, [strap]) as bluez:``

    ``factor``: how much faster simulated time goes than real time. ``seed``: of what real radios vary.
    """

    def __init__(
        self,
        bus: Bus,
        peripherals: Iterable[Peripheral],
        *,
        factor: float = 20.0,
        manners: Manners = Manners(),  # noqa: B008 - frozen
        seed: int = 1,
    ) -> None:
        self.bus = bus
        self.stack = Stack(peripherals, manners, factor, seed)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="fake-bluez")
        self._ended = asyncio.Event()
        self._runs = asyncio.Event()  # bluetoothd shall run
        self._serving: asyncio.Task[None] | None = None

    def __enter__(self) -> Self:
        self._thread.start()
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.ask(self._ended.set)
        self._thread.join(ANSWER_LIMIT_S)
        self._loop.close()

    def ask(self, question: Callable[[], T]) -> T:
        """Call this in the fake's own thread, where nothing changes meanwhile; its result."""

        async def answer() -> T:
            return question()

        return asyncio.run_coroutine_threadsafe(answer(), self._loop).result(ANSWER_LIMIT_S)

    def start(self) -> None:
        """Start bluetoothd, and wait until its name is on the bus."""

        async def up() -> None:
            self._runs.set()
            async with asyncio.timeout(PATIENCE_S):
                while not self.stack.adapters and self.stack.plugged:
                    await asyncio.sleep(COME_BACK_S)

        asyncio.run_coroutine_threadsafe(up(), self._loop).result(ANSWER_LIMIT_S)

    def stop(self) -> None:
        """bluetoothd ends: its name leaves the bus, links are gone, bonds stay."""

        async def down() -> None:
            self._runs.clear()
            if self._serving is not None:
                self._serving.cancel()
                await asyncio.wait([self._serving])

        asyncio.run_coroutine_threadsafe(down(), self._loop).result(ANSWER_LIMIT_S)

    @property
    def factor(self) -> float:
        """How much faster simulated time goes than real time."""
        return self.stack.factor

    @property
    def now_s(self) -> float:
        """Simulated seconds since it was made."""
        return self.stack.now_s

    def lose_link(self, address: str) -> None:
        """Nothing comes over the air any more; both sides notice that after ``notice_s``."""
        self.ask(lambda: self.stack.lose(address))

    def take_away(self, address: str) -> None:
        """Carry a wearable out of reach; a link it has is lost."""
        self.ask(lambda: self.stack.take_away(address))

    def bring_back(self, address: str) -> None:
        """Carry it back."""
        self.ask(lambda: self.stack.unreachable.discard(address))

    def remove_adapter(self, name: str = "hci0") -> None:
        """Pull an adapter out."""
        self.ask(lambda: self.stack.pull(name))

    def add_adapter(self, name: str = "hci0") -> None:
        """Plug one in."""
        self.ask(lambda: self.stack.plug(name))

    def power(self, on: bool, name: str = "hci0") -> None:
        """Somebody turns a radio on or off."""
        self.ask(lambda: self.stack.adapters[name].power(on))

    def block(self, name: str = "hci0") -> None:
        """rfkill: the radio is off, and cannot be turned on."""
        self.ask(lambda: self.stack.block(name, on=True))

    def unblock(self, name: str = "hci0") -> None:
        """It can be, and BlueZ does so by itself."""
        self.ask(lambda: self.stack.block(name, on=False))

    def busy(self, member: str, times: int) -> None:
        """The next ``times`` calls of StartDiscovery, StopDiscovery, Connect or Pair fail: InProgress."""
        self.ask(lambda: self.stack.busy.update({member: times}))

    def hang(self, on: bool) -> None:
        """bluetoothd answers nobody, though it is there."""
        self.ask(lambda: setattr(self.stack.objects, "mute", on))

    def drop(self, share: float) -> None:
        """That share of notifications gets lost from now on, without a lost link."""
        self.ask(lambda: setattr(self.stack, "drop_share", share))

    def bond(self, peripheral: Peripheral) -> None:
        """Both sides have keys from an earlier time."""

        def keep() -> None:
            peripheral.bonded = True
            self.stack.keys.add(peripheral.address)

        self.ask(keep)

    def bonds(self) -> frozenset[str]:
        """Addresses it has keys of."""
        return self.ask(lambda: frozenset(self.stack.keys))

    def doubled(self) -> int:
        """Notifications that were said more than once, because several clients listened."""
        return self.ask(lambda: self.stack.said.total() - self.stack.told.total())

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._live())

    async def _live(self) -> None:
        tasks = [asyncio.create_task(work) for work in (self.stack.live(), self._keep_serving(), self._end())]
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        for task in done:
            task.result()

    async def _end(self) -> None:
        await self._ended.wait()

    async def _keep_serving(self) -> None:
        """Be there while it shall run, also after the bus was gone."""
        try:
            while True:
                await self._runs.wait()
                self._serving = asyncio.create_task(self.stack.serve(self.bus.address))
                with suppress(OSError, EOFError):
                    await asyncio.wait([self._serving])
                    if not self._serving.cancelled():
                        self._serving.result()
                await asyncio.sleep(COME_BACK_S)
        finally:
            if self._serving is not None:
                self._serving.cancel()
                await asyncio.wait([self._serving])
