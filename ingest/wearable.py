"""A wearable as Hearth expects one to be: it keeps every frame until it is told that the frame is on disk."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, replace
from math import inf
from time import monotonic
from typing import TYPE_CHECKING, Final, Literal

import aiomqtt

from ingest.frames import encode
from ingest.impairments import BadLink, Impairments
from ingest.mqtt_client import client
from ingest.mqtt_settings import MqttSettings, SourceLost

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from dsp.types import Frame

WINDOW_FRAMES: Final = 64  # half a minute of half-second frames: what a small device can keep in memory
REPEAT_S: Final = 0.5  # what is still under way is not repeated again
RESEND_S: Final = 15.0  # no progress for so long: the frames were lost behind the broker's back
BACKOFF_FIRST_S: Final = 0.2
BACKOFF_MAX_S: Final = 5.0
NS_PER_S: Final = 1_000_000_000
_UNIMPAIRED: Final = Impairments()


@dataclass(slots=True, eq=False)
class _Kept:
    seq: int
    n: int
    payload: bytes
    sent: bool = False


class SimulatedWearable:
    """Publishes frames with QoS 1, keeps them until ``ROOT/DEVICE/ack`` covers them, repeats them if need be.

    After every reconnect, and when an acknowledgement is repeated, everything that is not acknowledged is
    sent again, oldest first, so Hearth sees copies. No more than ``window`` frames are kept: then the source
    is not asked for more. ``speed``: so many times real time; None: as fast as it goes. ``start_ns``: the
    device's clock at the first sample; None: the source's own stamps. ``impairments`` make the link bad;
    ``never_sent`` is then the truth about it.
    """

    def __init__(
        self,
        settings: MqttSettings,
        device: str,
        *,
        speed: float | None = 1.0,
        start_ns: int | None = None,
        first_seq: int = 0,
        fmt: Literal["cbor", "json"] = "cbor",
        window: int = WINDOW_FRAMES,
        impairments: Impairments = _UNIMPAIRED,
        resend_s: float = RESEND_S,
    ) -> None:
        self.device = device
        self.produced_samples = 0
        self.sent_samples = 0
        self.acknowledged_samples = 0
        self.acked_seq: int | None = None
        self.connections = 0
        self.never_sent: list[tuple[int, int]] = []  # ranges of the source's samples, first and one past last
        self._settings = settings
        self._topic = f"{settings.root}/{device}/ecg"
        self._ack_topic = f"{settings.root}/{device}/ack"
        self._speed = speed
        self._start_ns = start_ns
        self._next_seq = first_seq
        self._fmt = fmt
        self._window = window
        self._resend_s = resend_s
        self._link: BadLink[_Kept] = BadLink(impairments)
        self._kept: dict[int, _Kept] = {}
        self._outgoing: deque[_Kept] = deque()
        self._highest_sent = -1
        self._repeated_s = -inf
        self._news = asyncio.Event()

    async def run(self, source: AsyncIterator[Frame]) -> None:
        """Send everything ``source`` gives; returns when all of it is acknowledged."""
        async with asyncio.TaskGroup() as tasks:
            connected = tasks.create_task(self._stay_connected(), name=f"wearable {self.device}")
            await self._feed(source)
            await self._until(lambda: not self._kept and not self._outgoing)
            connected.cancel()

    async def drained(self, timeout_s: float) -> None:
        """Wait until everything produced so far is acknowledged. Raises TimeoutError."""
        async with asyncio.timeout(timeout_s):
            await self._until(lambda: not self._kept)

    async def _feed(self, source: AsyncIterator[Frame]) -> None:
        began_s, taken_s = monotonic(), 0.0
        async for frame in source:
            first, n = self.produced_samples, len(frame.uv)
            taken_s += n / frame.fs_hz
            if self._speed is not None:
                await asyncio.sleep(max(began_s + taken_s / self._speed - monotonic(), 0.0))
            if len(self._kept) >= self._window:
                self._release(inf)  # or what the bad link holds back would wait for ever
                await self._until(lambda: len(self._kept) < self._window)
            self.produced_samples += n
            kept = _Kept(self._next_seq, n, self._payload(frame, first))
            self._next_seq += 1
            if self._link.loses():
                self.never_sent.append((first, first + n))
            else:
                self._kept[kept.seq] = kept
                self._link.put(kept, taken_s)
            self._release(taken_s)
        self._release(inf)

    def _payload(self, frame: Frame, first: int) -> bytes:
        stamp = frame.last_sample_ns
        if self._start_ns is not None:
            stamp = self._start_ns + round((first + len(frame.uv) - 1) * NS_PER_S / frame.fs_hz)
        return encode(replace(frame, seq=self._next_seq, last_sample_ns=stamp), self._fmt)

    def _release(self, now_s: float) -> None:
        self._outgoing.extend(self._link.out(now_s))
        self._tell()

    async def _stay_connected(self) -> None:
        backoff_s = BACKOFF_FIRST_S
        while True:
            with suppress(SourceLost):
                async with client(self._settings, client_id=f"wearable-{self.device}") as connection:
                    await connection.subscribe(self._ack_topic, qos=1)
                    self.connections += 1
                    backoff_s = BACKOFF_FIRST_S
                    await self._serve(connection)
            await asyncio.sleep(backoff_s)
            backoff_s = min(2 * backoff_s, BACKOFF_MAX_S)

    async def _serve(self, connection: aiomqtt.Client) -> None:
        """Until the connection is lost."""
        self._again()
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._send(connection))
                tasks.create_task(self._listen(connection))
                tasks.create_task(self._watch())
        except* aiomqtt.MqttError:
            self._tell()

    def _again(self) -> None:
        """Everything that was sent and is not acknowledged goes out again, in order, before what is new."""
        fresh = [kept for kept in self._outgoing if not kept.sent]
        self._outgoing = deque([*(kept for kept in self._kept.values() if kept.sent), *fresh])
        self._tell()

    async def _send(self, connection: aiomqtt.Client) -> None:
        while True:
            await self._until(lambda: bool(self._outgoing))
            kept = self._outgoing.popleft()
            if kept.sent and kept.seq not in self._kept:
                continue  # acknowledged meanwhile
            self.sent_samples += 0 if kept.sent else kept.n
            self._highest_sent = max(self._highest_sent, kept.seq)
            kept.sent = True
            await connection.publish(self._topic, kept.payload, qos=1)
            self._tell()

    async def _listen(self, connection: aiomqtt.Client) -> None:
        async for message in connection.messages:
            with suppress(ValueError):
                self._acknowledged(int(bytes(message.payload)))

    def _acknowledged(self, seq: int) -> None:
        if seq > self._highest_sent:  # said about an earlier life of this device
            return
        known = -1 if self.acked_seq is None else self.acked_seq  # -1: nothing is on disk yet
        if seq == known and monotonic() - self._repeated_s > REPEAT_S:
            self._repeated_s = monotonic()
            self._again()
        if seq < 0:
            return
        self.acked_seq = seq if self.acked_seq is None else max(seq, self.acked_seq)
        for covered in [one for one in self._kept if one <= seq]:
            self.acknowledged_samples += self._kept.pop(covered).n
        self._tell()

    async def _watch(self) -> None:
        """Send again what nobody speaks about."""
        while True:
            await self._until(lambda: any(kept.sent for kept in self._kept.values()))
            known = self.acked_seq
            try:
                async with asyncio.timeout(self._resend_s):
                    await self._until(lambda: self.acked_seq != known)  # noqa: B023 - awaited at once
            except TimeoutError:
                self._again()

    def _tell(self) -> None:
        self._news.set()
        self._news = asyncio.Event()

    async def _until(self, condition: Callable[[], bool]) -> None:
        while not condition():
            await self._news.wait()
