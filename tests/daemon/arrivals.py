"""Packets for the tests of the durable path, and a listener that remembers what it was told, in order."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from daemon.intake import Intake
from dsp.types import Charge, Frame, Pulse
from ingest.frames import RawFrame, encode
from storage.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dsp.types import Arrival

Talk = Callable[[Intake, Writer], Awaitable[None]]

FS_HZ = 250.0
FRAME_N = 125
START_NS = 1_795_176_000 * 10**9


def frame(seq: int, device: str = "patch-1", *, lead_off: bool = False) -> Frame:
    """Half a second whose samples are their own index, so that a misplaced one shows."""
    first = seq * FRAME_N
    last_ns = START_NS + round((first + FRAME_N - 1) / FS_HZ * 1e9)
    uv = np.arange(first, first + FRAME_N, dtype=np.int32)
    return Frame(device, seq, last_ns, FS_HZ, uv, lead_off)


@dataclass
class Log:
    """The order in which things happened."""

    entries: list[tuple[object, ...]] = field(default_factory=list)
    ahead_ns: int = 0  # how far the wall clock is ahead
    began_ns: int = field(default_factory=time.monotonic_ns)

    def raw(
        self, payload: bytes, name: object, *, device: str = "patch-1", received_s: float = 0.0
    ) -> RawFrame:
        """A packet that notes its acknowledgement."""
        return RawFrame(
            source="test",
            device=device,
            format="hearth",
            payload=payload,
            received_ns=START_NS + self.ahead_ns + round(received_s * 1e9),
            ack=partial(self.entries.append, ("ack", name)),
            monotonic_ns=self.began_ns + round(received_s * 1e9),
        )

    def packet(self, seq: int, device: str = "patch-1") -> RawFrame:
        """A good packet that arrives as it was taken."""
        return self.raw(
            encode(frame(seq, device)), seq, device=device, received_s=(seq + 1) * FRAME_N / FS_HZ
        )

    def received(self, frame: Frame, received_ns: int) -> None:
        """Nothing to note: only what is on disk counts."""

    def heard(self, arrival: Pulse | Charge, received_ns: int) -> None:  # noqa: ARG002 - the protocol's signature
        """Note it."""
        self.entries.append(("heard", arrival))

    def committed(self, device: str, samples: int, seq: int | None) -> None:
        """Note it."""
        self.entries.append(("committed", device, samples, seq))

    def missing(self, device: str, seq: int) -> None:
        """Note it."""
        self.entries.append(("missing", device, seq))

    def rejected(self, raw: RawFrame, reason: str) -> None:  # noqa: ARG002 - the protocol's signature
        """Note it."""
        self.entries.append(("rejected", reason))

    @property
    def acknowledged(self) -> list[object]:
        """Names of the acknowledged packets, in order."""
        return [entry[1] for entry in self.entries if entry[0] == "ack"]


def heard(log: Log, arrival: Arrival, name: object, at_s: float, dropped: int = 0) -> RawFrame:
    """A packet of a wearable whose packets only its own module can read."""
    raw = log.raw(b"\x00", name, received_s=at_s)
    return replace(raw, source="ble", format="own", decoder=lambda _, __: arrival, dropped=dropped)


def run(path: Path, log: Log, talk: Talk, *, first_session: int = 1, max_devices: int = 64) -> None:
    """What ``talk`` puts in, through a real writer, to the end."""

    async def life() -> None:
        async with Writer(path, commit_interval_s=0.0) as writer, asyncio.TaskGroup() as group:
            intake = Intake(path, writer, log, group, first_session=first_session, max_devices=max_devices)
            await talk(intake, writer)
            await intake.close()

    asyncio.run(life())


def send(log: Log, *numbers: int) -> Talk:
    """Puts the packets of these numbers in, one after another."""

    async def talk(intake: Intake, _: Writer) -> None:
        for number in numbers:
            await intake.put(log.packet(number))

    return talk


def take_in(path: Path, log: Log, raws: Sequence[RawFrame]) -> None:
    """Everything on its way to the disk, and the end of it."""

    async def talk(intake: Intake, _: Writer) -> None:
        for raw in raws:
            await intake.put(raw)

    run(path, log, talk, max_devices=4)
