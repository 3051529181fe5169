"""How far the gateway's clock is ahead of a wearable's, by the packets that were least delayed on the way."""

from __future__ import annotations

from typing import Final

import msgspec

NS_PER_S: Final = 1_000_000_000
STEP_NS: Final = NS_PER_S  # a clock that moved by more was set; the step is not spread over the minute
SLOT_NS: Final = 30 * NS_PER_S  # of so much the least delayed packet is remembered: one of fifty or more
SLOTS: Final = 20  # ten minutes: radio trouble is over by then, and two crystals drift apart by a millisecond
SLOPE_FROM_NS: Final = 120 * NS_PER_S  # before, delays that differ look more like a slope than slopes do
SLOPE_MAX: Final = 0.02  # the "clock" may be a counter at a nominal rate; crystals differ by far less
_LATE_NS: Final = 60 * NS_PER_S  # all late for this long: it is the gateway's clock that was set


class Slot(msgspec.Struct, array_like=True):
    """The least delayed packet of half a minute: its last sample's end by the wearable, and the lead then."""

    at_ns: int
    ahead_ns: int


class Envelope(msgspec.Struct):
    """``offset_ns``: the gateway's lead at the wearable's time ``at_ns``; ``slope``: ns it grows by per ns.

    Delays only ever add. So the lead is a straight line below all that was observed lately, as near to it as
    can be. Source: the convex-hull estimate of clock skew, Zhang, Liu, Xia: Clock synchronization algorithms
    for network measurements, INFOCOM 2002; here over the minima of half minutes.
    """

    offset_ns: int
    at_ns: int
    window_ns: int  # wearable's time at which the search for a step of the gateway's clock began
    window_min_ns: int
    slope: float = 0.0
    slots: list[Slot] = []

    @classmethod
    def begin(cls, at_ns: int, ahead_ns: int) -> Envelope:
        """From one packet."""
        return cls(ahead_ns, at_ns, at_ns, ahead_ns, 0.0, [Slot(at_ns, ahead_ns)])

    def ahead(self, at_ns: int) -> int:
        """The gateway's lead, ns, at the wearable's time ``at_ns``."""
        return self.offset_ns + round(self.slope * (at_ns - self.at_ns))

    def observe(self, at_ns: int, received_ns: int) -> None:
        """Take in that a packet whose samples end at the wearable's ``at_ns`` came at ``received_ns``."""
        ahead_ns = received_ns - at_ns
        expected_ns = self.ahead(at_ns)
        if ahead_ns < expected_ns - STEP_NS:
            self._restart(at_ns, ahead_ns)
            return
        self.window_min_ns = min(self.window_min_ns, ahead_ns)
        if at_ns - self.window_ns > _LATE_NS:
            if self.window_min_ns > expected_ns + STEP_NS:
                self._restart(at_ns, self.window_min_ns)
                return
            self.window_ns, self.window_min_ns = at_ns, ahead_ns
        self._remember(at_ns, ahead_ns)

    def _restart(self, at_ns: int, ahead_ns: int) -> None:
        fresh = Envelope.begin(at_ns, ahead_ns)
        self.offset_ns, self.at_ns, self.slope, self.slots = fresh.offset_ns, at_ns, 0.0, fresh.slots
        self.window_ns, self.window_min_ns = at_ns, ahead_ns

    def _remember(self, at_ns: int, ahead_ns: int) -> None:
        last = self.slots[-1] if self.slots else None
        if last is None or at_ns // SLOT_NS != last.at_ns // SLOT_NS:
            first_ns = at_ns - SLOTS * SLOT_NS
            self.slots = [slot for slot in self.slots[1 - SLOTS :] if slot.at_ns >= first_ns]
            self.slots.append(Slot(at_ns, ahead_ns))
        elif ahead_ns - self.ahead(at_ns) <= last.ahead_ns - self.ahead(last.at_ns):
            self.slots[-1] = Slot(at_ns, ahead_ns)
        else:
            return
        self._fit(at_ns)

    def _fit(self, at_ns: int) -> None:
        slots = self.slots
        self.slope = 0.0
        if slots[-1].at_ns - slots[0].at_ns >= SLOPE_FROM_NS:
            self.slope = min(max(_hull_slope(slots), -SLOPE_MAX), SLOPE_MAX)
        self.at_ns = at_ns
        self.offset_ns = min(slot.ahead_ns + round(self.slope * (at_ns - slot.at_ns)) for slot in slots)


def _hull_slope(slots: list[Slot]) -> float:
    """Of the edge of the lower convex hull under the middle of all points: the line nearest below them."""
    hull: list[Slot] = []
    for slot in slots:
        while len(hull) > 1 and _slope(hull[-2], slot) <= _slope(hull[-2], hull[-1]):
            hull.pop()
        hull.append(slot)
    middle_ns = sum(slot.at_ns - slots[0].at_ns for slot in slots) / len(slots) + slots[0].at_ns
    right = next((index for index, slot in enumerate(hull) if slot.at_ns >= middle_ns), len(hull) - 1)
    return _slope(hull[max(right, 1) - 1], hull[max(right, 1)])


def _slope(left: Slot, right: Slot) -> float:
    return (right.ahead_ns - left.ahead_ns) / max(right.at_ns - left.at_ns, 1)
