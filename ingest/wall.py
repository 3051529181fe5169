"""Wall time of samples: by the device's clock where that can be believed, by arrival where not."""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from ingest.envelope import NS_PER_S, STEP_NS, Envelope
from ingest.placed import Anchor

PLAUSIBLE_FROM_NS: Final = 1_577_836_800 * NS_PER_S  # 2020-01-01: unset clocks start at 1970, 2000 or 2019
FUTURE_LIMIT_NS: Final = 300 * NS_PER_S  # two clocks that were set by people may differ by minutes
ANCHOR_ERROR_NS: Final = 20_000_000  # wall times are promised within 50 ms; leaves room for jitter
ANCHOR_EVERY_S: Final = 60.0  # and one a minute even where the nominal rate is exact
ANCHOR_APART_S: Final = 1.0  # more would only record jitter
AGREE_NS: Final = 2 * NS_PER_S  # one delay; a clock that began anew lags by as long as it had run before
BRIDGE_S: Final = 600.0  # after a longer hole the least delayed packets of before say little about now
_LEAK: Final = 1e-2  # a second in some minutes; coarse is enough to see whether a clock went on
_CRYSTALS: Final = 2e-4  # no two crystals differ by more; what does is a counter at a nominal rate


def believable(device_ns: int, received_ns: int) -> bool:
    """Whether a device's clock can be used as it is; a time in the past may be data that was kept."""
    if received_ns < PLAUSIBLE_FROM_NS:  # the gateway itself does not know the time
        return device_ns >= PLAUSIBLE_FROM_NS
    return PLAUSIBLE_FROM_NS <= device_ns <= received_ns + FUTURE_LIMIT_NS


class WallClock(msgspec.Struct):
    """One session's wall time. ``envelope``: of arrivals; None where the device's clock is the wall clock.

    ``ahead_ns``: how far the gateway's clock is ahead of a device's that is believed, roughly; None: unknown.
    """

    session: int
    fs_hz: float
    sample: int  # of the last anchor
    at_ns: int
    envelope: Envelope | None = None
    ahead_ns: int | None = None

    @property
    def source(self) -> Literal["device", "arrival"]:
        """What wall time rests on."""
        return "device" if self.envelope is None else "arrival"

    @classmethod
    def begin(cls, session: int, fs_hz: float, begin_ns: int, end_ns: int, received_ns: int) -> WallClock:
        """From a session's first frame: device time of its begin and end, and when the latter arrives."""
        ahead_ns = received_ns - end_ns
        if believable(end_ns, received_ns):
            return cls(session, fs_hz, 0, begin_ns, ahead_ns=ahead_ns)
        return cls(session, fs_hz, 0, begin_ns + ahead_ns, Envelope.begin(end_ns, ahead_ns))

    def following(self, session: int, fs_hz: float, begin_ns: int, end_ns: int) -> WallClock:
        """Of the next session of a device whose clock went on: this one's ended at device time ``end_ns``.

        What passed between, passed by the device's clock, to the sample; not by a single arrival.
        """
        offset_ns = self._offset_ns(end_ns)
        if self.envelope is not None and abs(self.envelope.slope) > _CRYSTALS:
            offset_ns = self.envelope.ahead(begin_ns)
        return WallClock(session, fs_hz, 0, begin_ns + offset_ns, self.envelope, self.ahead_ns)

    def agrees(self, end_ns: int, begin_ns: int, ahead_ns: int) -> bool:
        """Whether the device's clock went on: it said ``end_ns`` last, and ``begin_ns`` now.

        ``ahead_ns``: by how much the gateway's clock is ahead of it now, as far as a new packet shows it.
        """
        if not end_ns <= begin_ns <= end_ns + BRIDGE_S * NS_PER_S:
            return False
        known_ns = self.ahead_ns if self.envelope is None else self.envelope.ahead(begin_ns)
        return known_ns is not None and abs(ahead_ns - known_ns) <= AGREE_NS

    def end(self, sample: int, device_ns: int) -> list[Anchor]:
        """The anchor at a session's end, so that it is known as well as the next one's beginning."""
        at_ns = device_ns + self._offset_ns(device_ns)
        if sample <= self.sample or at_ns <= self.at_ns:
            return []
        self.sample, self.at_ns = sample, at_ns
        return [Anchor(self.session, sample, at_ns)]

    def anchors(self, points: list[tuple[int, int]], received_ns: int) -> list[Anchor]:
        """New anchors, if any, now that a frame is placed.

        ``points``: index and device time of its first sample, and of the one after its last.
        """
        (_, begin_ns), (_, end_ns) = points[0], points[-1]
        if self.envelope is not None:
            self.envelope.observe(end_ns, received_ns)
        else:
            ahead_ns = received_ns - end_ns
            least_ns = ahead_ns if self.ahead_ns is None else self.ahead_ns
            self.ahead_ns = min(least_ns + round(_LEAK * (end_ns - begin_ns)), ahead_ns)
        found = []
        for sample, device_ns in points:
            found += self._anchor(sample, device_ns + self._offset_ns(device_ns))
        return found

    def _offset_ns(self, device_ns: int) -> int:
        return 0 if self.envelope is None else self.envelope.ahead(device_ns)

    def _anchor(self, sample: int, at_ns: int) -> list[Anchor]:
        passed_s = (sample - self.sample) / self.fs_hz
        expected_ns = self.at_ns + round(passed_s * NS_PER_S)
        error_ns = at_ns - expected_ns
        due = abs(error_ns) > ANCHOR_ERROR_NS or passed_s >= ANCHOR_EVERY_S
        if passed_s < ANCHOR_APART_S or not due or at_ns <= self.at_ns:
            return []
        before_ns = expected_ns - round(NS_PER_S / self.fs_hz)
        step = abs(error_ns) > STEP_NS and before_ns < at_ns
        self.sample, self.at_ns = sample, at_ns
        anchor = Anchor(self.session, sample, at_ns)
        return [Anchor(self.session, sample - 1, before_ns), anchor] if step else [anchor]
