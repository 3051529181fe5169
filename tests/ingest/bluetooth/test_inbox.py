"""The inbox of a link against a plain model: nothing waits, nothing grows, every dropped sample is told."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from dsp.types import Pulse
from ingest.bluetooth.inbox import FRAMES_MAX, Inbox
from ingest.bluetooth.wearable import Notification
from ingest.frames import RawFrame, decode

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import pytest

    from dsp.types import Arrival

KINDS = ("polar-pmd", "heart-rate", "battery")


def message(number: int, samples: int, fmt: str = "polar-pmd") -> Notification:
    def decoder(device: str, payload: bytes) -> Arrival:
        return Pulse(device, int.from_bytes(payload, "big"))

    return Notification(fmt, number.to_bytes(4, "big"), decoder, samples)


def number(raw: RawFrame) -> int:
    return int.from_bytes(raw.payload, "big")


@dataclass
class Model:
    """What the inbox must do, without any care for speed: (number, kind, samples, dropped before it)."""

    room: int
    waiting: list[tuple[int, str, int, int]] = field(default_factory=list)

    def put(self, number: int, kind: str, samples: int) -> None:
        dropped = 0
        if len(self.waiting) >= self.room:
            for index, (_, other, held, before) in enumerate(self.waiting):
                if index >= self.room and other == kind:
                    dropped = before + (held or 1)
                    del self.waiting[index]
                    break
        self.waiting.append((number, kind, samples, dropped))

    def take(self) -> tuple[int, int]:
        number, _, _, dropped = self.waiting.pop(0)
        return number, dropped


Deed = tuple[str, int]  # a format and its samples, or ("", packets to take)
deeds = st.lists(
    st.tuples(st.just("polar-pmd"), st.integers(1, 73))
    | st.tuples(st.sampled_from(KINDS[1:]), st.just(0))
    | st.tuples(st.just(""), st.integers(1, 6)),
    max_size=80,
)


@settings(max_examples=300, deadline=None)
@given(deeds=deeds, room=st.integers(1, 5))
def test_it_does_what_the_plain_model_does(deeds: list[Deed], room: int) -> None:
    asyncio.run(compare(deeds, room))


async def compare(deeds: list[Deed], room: int) -> None:
    inbox, model = Inbox("strap-1", frames_max=room), Model(room)
    packets = aiter(inbox)
    given: list[int] = []
    taken: list[RawFrame] = []
    for what, n in deeds:
        if what:
            inbox.put(message(len(given), n, what))
            model.put(len(given), what, n)
            given.append(n)
        for _ in range(0 if what else min(n, len(inbox))):
            raw = await anext(packets)
            taken.append(raw)
            assert (number(raw), raw.dropped) == model.take()
        assert len(inbox) == len(model.waiting) <= room + len(KINDS)
    inbox.close()
    inbox.put(message(0, 73))
    rest = [raw async for raw in packets]
    assert [(number(raw), raw.dropped) for raw in rest] == [model.take() for _ in rest]
    assert model.waiting == []
    _all_is_accounted_for(given, taken + rest)


def _all_is_accounted_for(given: list[int], out: list[RawFrame]) -> None:
    """Every sample comes out or is told, by the next packet that does; also at the end of the link."""
    signal = [raw for raw in out if given[number(raw)]]
    since = 0
    for raw in signal:
        assert raw.dropped == sum(given[since : number(raw)])
        since = number(raw) + 1
    assert sum(given[since:]) == 0


def test_several_bursts_are_told_each_by_itself() -> None:
    async def life() -> list[tuple[int, int]]:
        inbox = Inbox("strap-1", frames_max=2)
        packets = aiter(inbox)
        out = []
        for burst in range(3):
            for index in range(6):
                inbox.put(message(6 * burst + index, 73))
                inbox.put(message(100, 0, "battery"))
            out += [await anext(packets) for _ in range(len(inbox))]
        inbox.close()
        assert {raw.signal for raw in out if raw.format == "battery"} == {False}
        return [(number(raw), raw.dropped) for raw in out if raw.signal]

    assert asyncio.run(life()) == [(0, 0), (5, 4 * 73), (6, 0), (11, 4 * 73), (12, 0), (17, 4 * 73)]


def test_dropped_packets_of_a_pulse_are_told_by_the_next_one() -> None:
    async def life() -> list[Arrival]:
        inbox = Inbox("strap-1", frames_max=1)
        for index in range(5):
            inbox.put(message(index, 0, "heart-rate"))
        inbox.close()
        return [decode(raw) async for raw in inbox]

    assert asyncio.run(life()) == [Pulse("strap-1", 0), Pulse("strap-1", 4, dropped=3)]


def test_whoever_waits_is_woken_by_a_packet_and_by_the_end() -> None:
    async def life() -> list[int]:
        inbox = Inbox("strap-1")
        out: list[int] = []

        async def pump(packets: AsyncIterator[RawFrame]) -> None:
            out.extend([number(raw) async for raw in packets])

        async with asyncio.timeout(10), asyncio.TaskGroup() as group:
            group.create_task(pump(aiter(inbox)))
            for index in range(3):
                await asyncio.sleep(0)
                inbox.put(message(index, 73))
            await asyncio.sleep(0)
            inbox.close()
        return out

    assert asyncio.run(life()) == [0, 1, 2]


def test_a_packet_knows_when_it_came_and_how_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time_ns", lambda: 1_795_000_000_000_000_000)
    monkeypatch.setattr("time.monotonic_ns", lambda: 12_000_000_000)

    async def life() -> RawFrame:
        inbox = Inbox("strap-1")
        inbox.put(message(7, 73))
        inbox.close()
        return await anext(aiter(inbox))

    raw = asyncio.run(life())
    assert (raw.source, raw.device, raw.format) == ("ble", "strap-1", "polar-pmd")
    assert (raw.received_ns, raw.monotonic_ns) == (1_795_000_000_000_000_000, 12_000_000_000)
    assert decode(raw) == Pulse("strap-1", 7)


def test_an_hour_without_anybody_taking_them_stays_small() -> None:
    inbox = Inbox("strap-1")
    for index in range(20_000):
        inbox.put(message(index, 73))
    assert len(inbox) == FRAMES_MAX + 1
    inbox.close()

    async def told() -> int:
        return sum([raw.dropped async for raw in inbox])

    assert asyncio.run(told()) == (20_000 - FRAMES_MAX - 1) * 73
