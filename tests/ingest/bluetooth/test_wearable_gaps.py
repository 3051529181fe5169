"""What gets lost on the air becomes a gap of the right length, by each wearable's own stamps or numbers."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import numpy as np
import pytest

from dsp.types import Frame, Gap, GapReason, Segment
from ingest.bluetooth import movesense, polar_pmd
from ingest.bluetooth.generic import GenericWearable, Profile
from ingest.bluetooth.movesense import Movesense
from ingest.bluetooth.profile import CounterField, TimeField
from ingest.clock import SampleClock, SessionStart
from tests.ingest.bluetooth.peer import Ear, Peer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ingest.bluetooth.wearable import Wearable

NOW_NS = 1_780_000_000_000_000_000
SENDS = "6e400003-b5a3-f393-e0a9-e50e24dcca9e"
LENGTH = 16
PACKETS = 400
LOST = {37, 120, 121, 122, 300}


def homemade(**fields: object) -> GenericWearable:
    counter, time = fields.get("counter"), fields.get("time")
    return GenericWearable(
        Profile(
            name="kitchen",
            service="180d",
            characteristic=SENDS,
            sample="int16le",
            uv_per_unit=1.0,
            fs_hz=250.0,
            skip_bytes=4,
            counter=counter if isinstance(counter, CounterField) else None,
            time=time if isinstance(time, TimeField) else None,
        )
    )


def ramp(number: int) -> list[int]:
    return list(range(number * LENGTH, (number + 1) * LENGTH))


def counted(number: int) -> bytes:
    return (number % 256).to_bytes(4, "little") + np.array(ramp(number), "<i2").tobytes()


def stamped(number: int) -> bytes:
    ms = ((1 << 32) - 5_000 + number * LENGTH * 1000 // 250) % (1 << 32)
    return ms.to_bytes(4, "little") + np.array(ramp(number), "<i2").tobytes()


def of_movesense(number: int) -> bytes:
    ms = ((1 << 32) - 5_000 + int(number * LENGTH * 1000 / 250.02)) % (1 << 32)
    return b"\x02\x01" + ms.to_bytes(4, "little") + np.array(ramp(number), "<i4").tobytes()


def placed(frames: Iterable[Frame]) -> list[SessionStart | Segment | Gap]:
    sessions = iter(range(1, 100))
    clock: SampleClock[int] = SampleClock("w1", lambda: next(sessions))
    events: list[object] = []
    for index, frame in enumerate(frames):
        received_ns = NOW_NS + index * LENGTH * 4_000_000
        events += clock.push(frame, received_ns, index).events
    events += clock.flush().events
    return [each for each in events if isinstance(each, SessionStart | Segment | Gap)]


@pytest.mark.parametrize(
    ("kind", "characteristic", "packet"),
    [
        (homemade(counter=CounterField(offset=0, bytes=1)), SENDS, counted),
        (homemade(time=TimeField(offset=0, bytes=4, unit="ms")), SENDS, stamped),
        (Movesense(), movesense.DATA, of_movesense),
    ],
    ids=["counter of one byte", "milliseconds that begin again", "movesense"],
)
def test_lost_packets_leave_gaps_of_the_right_length(
    kind: Wearable, characteristic: str, packet: object
) -> None:
    peer, ear = Peer(dict.fromkeys((SENDS, movesense.DATA, movesense.COMMAND), b"")), Ear()
    peer.obey = lambda _characteristic, _data: peer.tell(movesense.DATA, b"\x01\x01\xc8\x00")
    assert callable(packet)

    async def run() -> None:
        await kind.open(peer, ear, "w1")
        for number in range(PACKETS):
            if number not in LOST:
                peer.tell(characteristic, packet(number))

    asyncio.run(run())
    events = placed(each for each in ear.arrivals() if isinstance(each, Frame))
    starts = [each for each in events if isinstance(each, SessionStart)]
    gaps = [(each.start, each.n, each.reason) for each in events if isinstance(each, Gap)]
    segments = [each for each in events if isinstance(each, Segment)]
    assert len(starts) == 1
    assert gaps == [(at * LENGTH, n * LENGTH, GapReason.LOST) for at, n in ((37, 1), (120, 3), (300, 1))]
    assert sum(len(each.uv) for each in segments) == (PACKETS - len(LOST)) * LENGTH
    for each in segments:
        place = each.uv * (1.0 if kind.kind.startswith("gatt") else 1 / movesense.UV_PER_UNIT)
        assert abs(place[0] - each.start) < 2


def test_a_home_made_sensor_whose_clock_began_anew_begins_a_session() -> None:
    sensor = homemade(time=TimeField(offset=0, bytes=4, unit="ms"))
    frames: list[Frame] = []
    for connection in range(2):
        peer, ear = Peer({SENDS: b""}), Ear()

        async def run(peer: Peer, ear: Ear, filling: bytes) -> None:
            await sensor.open(peer, ear, "w1")
            for number in range(100):
                peer.tell(SENDS, (number * 64).to_bytes(4, "little") + filling * 2 * LENGTH)

        asyncio.run(run(peer, ear, bytes((connection,))))
        frames += [each for each in ear.arrivals() if isinstance(each, Frame)]
    events = placed(frames)
    starts = [each for each in events if isinstance(each, SessionStart)]
    assert [(each.session, each.clock_source) for each in starts] == [(1, "arrival"), (2, "arrival")]
    assert sum(len(each.uv) for each in events if isinstance(each, Segment)) == 200 * LENGTH
    assert not [each for each in events if isinstance(each, Gap)]


def test_a_set_strap_is_believed_and_an_unset_one_is_timed_by_arrival() -> None:
    since_2000 = NOW_NS - 946_684_800 * 1_000_000_000
    for stamp, source in ((since_2000, "device"), (599_616_000 * 1_000_000_000, "arrival")):
        payload = polar_pmd.encode(stamp, [0] * 73)
        (start,) = (
            each for each in placed([polar_pmd.decode("w1", payload)]) if isinstance(each, SessionStart)
        )
        assert start.clock_source == source
