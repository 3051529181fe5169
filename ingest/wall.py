"""Wall time of samples: by the device's clock where that can be believed, by arrival where not."""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from ingest.placed import Anchor

NS_PER_S: Final = 1_000_000_000
PLAUSIBLE_FROM_NS: Final = 1_577_836_800 * NS_PER_S  # 2020-01-01: unset clocks start at 1970, 2000 or 2019
FUTURE_LIMIT_NS: Final = 300 * NS_PER_S  # two clocks that were set by people may differ by minutes
ANCHOR_ERROR_NS: Final = 20_000_000  # wall times are promised within 50 ms; leaves room for jitter
ANCHOR_EVERY_S: Final = 60.0  # and one a minute even where the nominal rate is exact
ANCHOR_APART_S: Final = 1.0  # more would only record jitter
STEP_NS: Final = NS_PER_S  # a clock that moved by more was set; the step is not spread over the minute
_LEAK: Final = 1e-3  # the envelope of arrivals may rise as fast as the worst oscillator drifts
_ENVELOPE_WINDOW_S: Final = 60.0  # arrivals all late for this long: it is the gateway's clock that was set


def believable(device_ns: int, received_ns: int) -> bool:
    """Whether a device's clock can be used as it is; a time in the past may be data that was kept."""
    if received_ns < PLAUSIBLE_FROM_NS:  # the gateway itself does not know the time
        return device_ns >= PLAUSIBLE_FROM_NS
    return PLAUSIBLE_FROM_NS <= device_ns <= received_ns + FUTURE_LIMIT_NS


class Envelope(msgspec.Struct):
    """How far arrival is ahead of device time, by the least delayed packets (delays only ever add)."""

    offset_ns: int
    at_ns: int  # device time up to which it leaked
    window_ns: int  # device time at which the window began
    window_min_ns: int

    def observe(self, device_ns: int, received_ns: int) -> None:
        """Take in that a packet whose last sample was taken at ``device_ns`` arrived at ``received_ns``."""
        ahead = received_ns - device_ns
        passed = max(device_ns - self.at_ns, 0)
        self.at_ns = device_ns
        self.offset_ns = min(self.offset_ns + round(passed * _LEAK), ahead)
        self.window_min_ns = min(self.window_min_ns, ahead)
        if device_ns - self.window_ns > _ENVELOPE_WINDOW_S * NS_PER_S:
            if self.window_min_ns > self.offset_ns + STEP_NS:
                self.offset_ns = self.window_min_ns
            self.window_ns, self.window_min_ns = device_ns, ahead


class WallClock(msgspec.Struct):
    """One session's wall time. ``envelope`` is None where the device's clock is the wall clock."""

    session: int
    fs_hz: float
    sample: int  # of the last anchor
    at_ns: int
    envelope: Envelope | None = None

    @property
    def source(self) -> Literal["device", "arrival"]:
        """What wall time rests on."""
        return "device" if self.envelope is None else "arrival"

    @classmethod
    def begin(cls, session: int, fs_hz: float, first_ns: int | None, n: int, received_ns: int) -> WallClock:
        """From a session's first frame: device time of its first sample, or None; length; arrival."""
        span_ns = round(n * NS_PER_S / fs_hz)
        if first_ns is not None and believable(first_ns + span_ns, received_ns):
            return cls(session, fs_hz, 0, first_ns)
        last_ns = span_ns + (first_ns or 0)
        ahead = received_ns - last_ns
        return cls(session, fs_hz, 0, received_ns - span_ns, Envelope(ahead, last_ns, last_ns, ahead))

    def anchors(self, points: list[tuple[int, int]], received_ns: int) -> list[Anchor]:
        """New anchors, if any, now that a frame is placed.

        ``points``: index and device time of its first sample, and of the one after its last.
        """
        offset_ns = 0
        if self.envelope is not None:
            self.envelope.observe(points[-1][1], received_ns)
            offset_ns = self.envelope.offset_ns
        found = []
        for sample, device_ns in points:
            found += self._anchor(sample, device_ns + offset_ns)
        return found

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
