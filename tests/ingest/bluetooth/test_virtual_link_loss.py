"""Links that end: amid a notification, amid a request, by silence, by the strap's own will."""

from __future__ import annotations

import asyncio
from functools import partial
from itertools import count, pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from bleak.exc import BleakError

from dsp.types import Gap, GapReason, Pulse, Segment
from ingest.bluetooth.wearable import LinkLost
from ingest.clock import SampleClock
from ingest.frames import decode
from tests.bluetooth.bumble_room import Heard, Room, listening, ramp, room
from tests.bluetooth.strap import OFF_BODY_DROP_S, PMD_CONTROL, Strap
from tests.bluetooth.strap_ecg import EPOCH_2000_NS, FRAME_SAMPLES
from tests.ingest.receiver import until

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from dsp.types import Frame
    from tests.bluetooth.strap_ecg import Taken

SUPERVISION_S = 0.05  # wall time: a silent link ends after so long
PACKETS = 9  # on the air, of one frame of 73 samples
LOSSES = 2 * PACKETS  # after each of them, twice
MS = 1_000_000
STOP = b"\x03\x00"


def run(test: Callable[[Room], Awaitable[None]], strap: Strap | None = None) -> None:
    async def body() -> None:
        async with room(strap or Strap(ramp), supervision_s=SUPERVISION_S) as here:
            await test(here)

    asyncio.run(body())


def truth(strap: Strap, frames: list[Frame]) -> list[Taken]:
    """What the strap took, for each frame that came."""
    by_time = {taken.last_ns + EPOCH_2000_NS: taken for taken in strap.taken}
    return [by_time[frame.last_sample_ns or 0] for frame in frames]


def test_links_lost_amid_a_notification_leave_whole_frames_and_gaps_of_the_right_size() -> None:
    frames: list[Frame] = []
    strap = Strap(ramp)

    async def test(here: Room) -> None:
        for loss in range(LOSSES):
            async with listening(here, pair=loss == 0) as heard:
                await here.play(3.0)
                await until(partial(heard.holds, 4))
                here.hosted.radio.cut_after(loss % PACKETS)
                await here.play_until(here.over)
            await here.play(0.5 + 0.15 * loss, 0.1)
            frames.extend(heard.frames)
        assert here.lost == here.air.losses == LOSSES

    run(test, strap)
    found = truth(strap, frames)
    assert len(frames) == len({taken.start for taken in found})  # none twice
    for frame, taken in zip(frames, found, strict=True):
        assert np.array_equal(frame.uv, ramp(taken.start, FRAME_SAMPLES))
    expected = [after.start - before.end for before, after in pairwise(found)]
    assert sorted(expected)[-LOSSES + 1] > FRAME_SAMPLES  # each loss has left a hole
    assert gaps(frames) == pytest.approx([n for n in expected if n], abs=1)


def gaps(frames: list[Frame]) -> list[int]:
    """The holes that Hearth's clock finds, in samples; what lies between must be what came."""
    sessions = count(1)
    clock: SampleClock[int] = SampleClock("h10", lambda: next(sessions))
    events: list[object] = []
    at_ns = 0
    for token, frame in enumerate(frames):
        at_ns = (frame.last_sample_ns or 0) + 50 * MS
        events += clock.push(frame, at_ns, token).events
    events += clock.flush().events
    assert next(sessions) == 2
    uv = np.concatenate([event.uv for event in events if isinstance(event, Segment)])
    assert np.array_equal(uv, np.concatenate([frame.uv for frame in frames]))
    holes = [event for event in events if isinstance(event, Gap)]
    assert {hole.reason for hole in holes} == {GapReason.LOST}
    return [hole.n for hole in holes]


def test_a_short_silence_delays_and_loses_nothing() -> None:
    strap = Strap(ramp)

    async def test(here: Room) -> None:
        async with listening(here, pair=True) as heard:
            here.air.supervision_s = 60.0
            await here.play(3.0)
            await until(lambda: len(heard.frames) == len(strap.taken))
            before = len(heard.frames)
            here.air.fall_silent()
            await here.play(4.0)
            assert len(heard.frames) == before < len(strap.taken)
            here.air.clear()
            await here.play(1.0)
            await until(lambda: len(heard.frames) == len(strap.taken))
            assert np.array_equal(heard.uv, ramp(strap.taken[0].start, len(heard.uv)))
        assert not here.air.losses

    run(test, strap)


def test_a_long_silence_ends_the_link_at_both_sides_and_the_strap_can_be_found_again() -> None:
    async def test(here: Room) -> None:
        async with listening(here, pair=True):
            here.air.fall_silent()
            await until(lambda: here.lost == 1)
            assert here.hosted.connection is None
            assert not here.strap.link
            await here.play(30.0)
        here.air.clear()
        async with listening(here) as heard:
            await here.play(2.0)
            await until(lambda: bool(heard.frames))
        assert here.hosted.pairings == 1

    run(test)


def test_a_request_that_waits_when_the_link_goes_ends_as_lost() -> None:
    async def test(here: Room) -> None:
        async with listening(here, pair=True) as heard:
            here.air.fall_silent()
            with pytest.raises(LinkLost):
                await heard.link.write(PMD_CONTROL, STOP)
            with pytest.raises(LinkLost):
                await heard.link.read(PMD_CONTROL)
        assert here.lost == 1

    run(test)


def test_a_link_that_goes_while_it_is_opened_ends_as_lost() -> None:
    async def test(here: Room) -> None:
        async with listening(here, pair=True):
            pass
        errors = set()
        for packets in count(0, 5):  # of the strap's answers
            here.hosted.radio.cut_after(packets)
            try:
                async with listening(here):
                    break
            except (BleakError, LinkLost) as error:
                errors.add(type(error))
            assert here.hosted.connection is None
            assert here.lost == here.air.losses + 1
        assert errors == {BleakError, LinkLost}  # while connecting, while starting

    run(test)


def test_a_strap_off_the_body_says_so_before_it_hangs_up() -> None:
    async def test(here: Room) -> None:
        async with listening(here, pair=True) as heard:
            await here.play(5.0)
            here.strap.off_body()
            await here.play(OFF_BODY_DROP_S - 1.0)
            assert not here.lost
            await here.play_until(lambda: here.lost == 1)
        assert contacts(heard)[:5] == [True] * 5
        assert set(contacts(heard)[6:]) == {False}
        assert not here.air.losses

    run(test)


def contacts(heard: Heard) -> list[bool | None]:
    arrivals = [decode(raw) for raw in heard.raws]
    return [arrival.contact for arrival in arrivals if isinstance(arrival, Pulse)]


def test_closing_the_stream_lets_the_strap_sleep() -> None:
    async def test(here: Room) -> None:
        async with listening(here, pair=True):
            await here.play(2.0)
            assert here.strap.streaming
        assert not here.strap.streaming
        assert not here.strap.link

    run(test)
