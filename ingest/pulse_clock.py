"""The axis of a wearable without a waveform: RR intervals laid end to end, held to the time of their arrival.

One sample of the axis is 1/1024 s. The intervals themselves say how time passes; that packets arrive later
than their intervals add up to says that some are missing. A packet is late by up to a second and a beat (it
comes once a second, and a beat may just not have ended), so holes are told from three seconds on. Wall times
are those of the least delayed packets, right to about a second.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from dsp.types import RR_HZ, Gap, GapReason, Intervals
from ingest.placed import Anchor, SessionStart

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsp.types import Pulse

NS_PER_S: Final = 1_000_000_000
HOLE_S: Final = (
    3.0  # later than any packet whose link holds: a beat of 30 per minute, and a second to send it
)
LONGEST_HOLE_S: Final = 60.0  # a longer one bridges no episode: a new session
AHEAD_S: Final = 5.0  # intervals that add up to more than the time that has passed are not of one axis
STEP_S: Final = 2.0  # a wall clock that moves so far between two packets was set
ANCHOR_EVERY_S: Final = 60.0
RECENT: Final = 128  # packets whose delays are compared: two minutes


@dataclass(frozen=True, slots=True)
class PlacedPulse:
    """A pulse to be stored. ``place``: None where it has none on a session's axis."""

    device: str
    received_ns: int
    pulse: Pulse
    place: Intervals | None = None


Laid = SessionStart | Gap | Anchor | PlacedPulse


class _Packet(NamedTuple):
    """How late a packet came, in 1/1024 s against the axis; its last beat's position and wall time."""

    late: float
    position: int
    received_ns: int


@dataclass(slots=True)
class _Axis:
    """An open session. Times are on the timers' clock."""

    session: int
    begun_ns: int
    skew_ns: int  # wall clock less the timers' clock, at the newest packet
    position: int
    recent: deque[_Packet]
    anchored: int = 0  # the newest anchor's position
    due: int = 0  # the position at which the next one is wanted

    def elapsed(self, now_ns: int) -> float:
        return (now_ns - self.begun_ns) * RR_HZ / NS_PER_S

    @property
    def base(self) -> float:
        """How late a packet is that is not delayed."""
        return min(packet.late for packet in self.recent)


class PulseClock:
    """One device's clock. ``new_session`` gives the number of a session about to begin.

    It keeps nothing over a restart: a new session then begins.
    """

    def __init__(self, device: str, new_session: Callable[[], int]) -> None:
        self._device = device
        self._new_session = new_session
        self._axis: _Axis | None = None
        self._dropped = False

    def push(self, pulse: Pulse, received_ns: int, *, monotonic_ns: int | None = None) -> list[Laid]:
        """Lay one packet; what is to be stored, in order, in one transaction."""
        now_ns = monotonic_ns or received_ns
        self._dropped = self._dropped or pulse.dropped > 0
        axis = self._axis
        if axis is not None and abs(received_ns - now_ns - axis.skew_ns) > STEP_S * NS_PER_S:
            axis = self._axis = None
        if axis is not None:
            axis.skew_ns = received_ns - now_ns
        rr = tuple(length for length in pulse.rr_1024 if length > 0)
        if pulse.contact is False:
            return [self._placed(pulse, received_ns, self._off(axis, now_ns))]
        if not rr:
            return [self._placed(pulse, received_ns, None)]
        laid: list[Laid] = []
        if axis is not None and not self._join(axis, sum(rr), now_ns, laid):
            axis = None
        if axis is None:
            axis = self._begin(sum(rr), received_ns, now_ns, laid)
        self._dropped = False
        place = Intervals(axis.session, axis.position, sum(rr), rr)
        axis.position += place.n
        axis.recent.append(_Packet(axis.elapsed(now_ns) - axis.position, axis.position, received_ns))
        return [*laid, *self._anchors(axis, after_gap=bool(laid)), self._placed(pulse, received_ns, place)]

    def _placed(self, pulse: Pulse, received_ns: int, place: Intervals | None) -> PlacedPulse:
        return PlacedPulse(self._device, received_ns, pulse, place)

    def _begin(self, length: int, received_ns: int, now_ns: int, laid: list[Laid]) -> _Axis:
        ahead_ns = round(length * NS_PER_S / RR_HZ)
        session, start_ns = self._new_session(), received_ns - ahead_ns
        self._axis = _Axis(session, now_ns - ahead_ns, received_ns - now_ns, 0, deque(maxlen=RECENT))
        laid += [
            SessionStart(session, self._device, RR_HZ, "", start_ns, "arrival", "rr"),
            Anchor(session, 0, start_ns),
        ]
        return self._axis

    def _join(self, axis: _Axis, length: int, now_ns: int, laid: list[Laid]) -> bool:
        """Say what is missing before the next intervals; False where they belong to no open session."""
        late = axis.elapsed(now_ns) - axis.position - length - axis.base
        if late < -AHEAD_S * RR_HZ or late > LONGEST_HOLE_S * RR_HZ:
            return False
        if self._dropped or late > HOLE_S * RR_HZ:
            gap = Gap(
                axis.session,
                axis.position,
                max(1, round(late)),
                GapReason.OVERFLOW if self._dropped else GapReason.LOST,
            )
            axis.position = gap.end
            laid.append(gap)
        return True

    @staticmethod
    def _off(axis: _Axis | None, now_ns: int) -> Intervals | None:
        """The time since the last beat that the skin was not touched."""
        if axis is None:
            return None
        n = round(axis.elapsed(now_ns) - axis.base) - axis.position
        if not 0 < n <= LONGEST_HOLE_S * RR_HZ:
            return None
        place = Intervals(axis.session, axis.position, n, (), lead_off=True)
        axis.position = place.end
        return place

    @staticmethod
    def _anchors(axis: _Axis, *, after_gap: bool) -> list[Anchor]:
        """Where the axis stands against the wall: every minute, and behind holes."""
        since = [packet for packet in axis.recent if packet.position > axis.anchored]
        if not since or (not after_gap and axis.position < axis.due):
            return []
        best = since[-1] if after_gap else min(since, key=lambda packet: packet.late)
        axis.anchored, axis.due = best.position, axis.position + round(ANCHOR_EVERY_S * RR_HZ)
        return [Anchor(axis.session, best.position, best.received_ns)]
