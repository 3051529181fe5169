"""A device's clock against its samples: the true sample rate and how far a time stamp can be trusted."""

from __future__ import annotations

from math import exp, sqrt
from typing import Final

import msgspec

NS_PER_S: Final = 1_000_000_000
_RATE_SPREAD: Final = 0.01  # a strap that says 130 Hz may run from 128 to 131
JITTER_NS: Final = 3e6  # stamps taken by firmware or a telephone, before the stream shows how good they are
JITTER_OWN_NS: Final = 5e5  # stamps that the device itself took of its samples, before likewise
_JITTER_MIN_NS: Final = 2e4  # below this the arithmetic of other people's firmware rounds
_JITTER_MAX_NS: Final = 5e7  # a stamp that is wrong by more is no jitter
_JITTER_FRAMES: Final = 16  # the jitter is averaged over
_MEMORY_S: Final = (
    60.0  # the line is drawn through the latest minute: a crystal warms up on the skin in several
)
_MEMORY_FRAMES: Final = 16  # and through no fewer than these
_GATE_SIGMAS: Final = 5.0  # further off than this, and by more than the largest jitter: not the same line
_STRIKES: Final = 3  # so many stamps in a row off the line, and the line has moved


class Timebase(msgspec.Struct):
    """Device time as a straight line over the sample index, by least squares with fading memory.

    ``at_ns`` (device clock) belongs to ``sample``; ``period_ns`` is the true time between samples. Error
    does not grow with the length of a session, because every stamp is weighed against the line through the
    earlier ones, not against its neighbour. The gain rests on the age of the stamps alone; how much they
    scatter is measured beside it and only says how far to trust them. Source: recursive least squares with
    exponential forgetting, Haykin, Adaptive Filter Theory (2002), ch. 9.
    """

    sample: int
    at_ns: int
    period_ns: float
    _var_t: float
    _cov: float
    _var_p: float
    _jitter_ns: float = JITTER_NS
    _strikes: int = 0

    @classmethod
    def begin(cls, sample: int, at_ns: int, fs_hz: float, jitter_ns: float = JITTER_NS) -> Timebase:
        """A line through one stamp at the nominal rate. ``jitter_ns``: of the stamps, as far as is known."""
        period = NS_PER_S / fs_hz
        spread = _RATE_SPREAD * period * JITTER_NS / jitter_ns
        return cls(sample, at_ns, period, JITTER_NS**2, 0.0, spread**2, jitter_ns)

    def begin_again(self, sample: int, at_ns: int) -> Timebase:
        """A line through one stamp of another session, at the rate known so far."""
        return Timebase(sample, at_ns, self.period_ns, JITTER_NS**2, 0.0, self._var_p, self._jitter_ns)

    def at(self, sample: int) -> int:
        """Device time of ``sample``, ns."""
        return self.at_ns + round((sample - self.sample) * self.period_ns)

    def position(self, at_ns: int) -> float:
        """Sample index at device time ``at_ns``."""
        return self.sample + (at_ns - self.at_ns) / self.period_ns

    def sigma(self, sample: int) -> float:
        """Standard deviation, in samples, of the position that one stamp near ``sample`` gives."""
        d = sample - self.sample
        line = max(self._var_t + 2 * d * self._cov + d * d * self._var_p, 0.0) / JITTER_NS**2
        return self._jitter_ns * sqrt(line + 1) / self.period_ns

    def observe(self, sample: int, at_ns: int) -> None:
        """Take in that ``sample`` (not before the last one) was stamped ``at_ns``."""
        passed_s = self._advance(sample)
        off_ns = float(at_ns - self.at_ns)
        spread = self._var_t + JITTER_NS**2
        scatter = self._jitter_ns * sqrt(spread) / JITTER_NS
        if abs(off_ns) > max(_GATE_SIGMAS * scatter, _JITTER_MAX_NS):
            self._strikes += 1
            if self._strikes >= _STRIKES:
                self.move(sample, at_ns)
            return
        self._strikes = 0
        gain_t, gain_p = self._var_t / spread, self._cov / spread
        fading = max(exp(-passed_s / _MEMORY_S), 1 - 1 / _MEMORY_FRAMES)
        self.at_ns += round(gain_t * off_ns)
        self.period_ns += gain_p * off_ns
        self._var_p = (self._var_p - gain_p * self._cov) / fading
        self._var_t *= (1 - gain_t) / fading
        self._cov *= (1 - gain_t) / fading
        jitter2 = self._jitter_ns**2
        jitter2 += (off_ns * off_ns * JITTER_NS**2 / spread - jitter2) / _JITTER_FRAMES
        self._jitter_ns = sqrt(min(max(jitter2, _JITTER_MIN_NS**2), _JITTER_MAX_NS**2))

    def move(self, sample: int, at_ns: int) -> None:
        """The device's clock was set: the line goes on from here at the rate known so far."""
        self._advance(sample)
        self.at_ns = at_ns
        self._var_t, self._cov, self._strikes = JITTER_NS**2, 0.0, 0

    def _advance(self, sample: int) -> float:
        d = sample - self.sample
        self.at_ns = self.at(sample)
        self.sample = sample
        self._var_t += 2 * d * self._cov + d * d * self._var_p
        self._cov += d * self._var_p
        return d * self.period_ns / NS_PER_S
