"""One session's sample axis up to its frontier: where the next frame belongs, what is missing before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from ingest.numbering import following, steps_between
from ingest.timebase import NS_PER_S, Timebase
from ingest.wall import STEP_NS, WallClock

if TYPE_CHECKING:
    from dsp.types import Frame
    from ingest.placed import Anchor

LENGTHS: Final = 8  # frames whose lengths say whether a device sends frames of one length
_SETTLED_LENGTH: Final = 4  # so many alike, and one that differs is the odd one out (the last of a recording)
_TIGHT_SIGMAS: Final = 3.0
_LOOSE_SIGMAS: Final = 4.0
_ROUNDING: Final = 0.5  # a sample


def first_ns(frame: Frame) -> int | None:
    """Device time of a frame's first sample."""
    if frame.last_sample_ns is None:
        return None
    return frame.last_sample_ns - round((len(frame.uv) - 1) * NS_PER_S / frame.fs_hz)


class Axis(msgspec.Struct):
    """``next``: index of the first sample not placed yet; ``last_seq``: the number that came last."""

    session: int
    fs_hz: float
    lead: str
    wall: WallClock
    next: int = 0
    last_seq: int | None = None
    lengths: list[int] = []
    timebase: Timebase | None = None

    def steps(self, seq: int | None) -> int | None:
        """Frames from the expected number to ``seq``; None: numbers do not count here."""
        return None if seq is None or self.last_seq is None else steps_between(following(self.last_seq), seq)

    def ahead(self, at_ns: int | None) -> float | None:
        """Samples from the frontier to device time ``at_ns``; None where there is no device time."""
        if at_ns is None or self.timebase is None:
            return None
        return self.timebase.position(at_ns) - self.next

    @property
    def typical(self) -> int:
        """The length of the latest frame."""
        return self.lengths[-1]

    def overlap(self, n: int) -> float:
        """How far before the frontier a stamp may put the next frame of ``n``, in samples: less is jitter."""
        return max(min(n, self.typical) / 2, self._spread(0, _LOOSE_SIGMAS))

    def missing(self, steps: int | None, ahead: float | None, n: int, waiting: list[int]) -> int:
        """Samples missing between the frontier and a frame of ``n`` samples at or after it.

        Frames are lost whole: where they are of one length, a whole number of them is missing, if the stamps
        allow it; else the stamps say how much. ``waiting``: lengths of the other frames beyond the frontier.
        """
        if steps == 0 or (steps is None and ahead is None):
            return 0
        if ahead is None:
            return (steps or 0) * self.typical
        whole = round(ahead / self.typical) if steps is None else steps
        if _one_length([*self.lengths, *waiting, n]):
            exact = whole * self.typical
            if abs(ahead - exact) <= self._spread(ahead, _TIGHT_SIGMAS):
                return exact
        if steps is None:
            jitter = self._spread(0, _LOOSE_SIGMAS)
            if ahead <= min(jitter, max(min(n, self.typical) / 2, _ROUNDING)):
                return 0
        return max(round(ahead), 0)

    def skip(self, n: int) -> None:
        """``n`` samples are given up."""
        self.next += n

    def append(self, frame: Frame, received_ns: int) -> list[Anchor]:
        """The frame's samples are placed at the frontier; what that says about wall time."""
        n, begin_ns, sample = len(frame.uv), first_ns(frame), self.next
        if begin_ns is not None:
            self._stamp(sample, begin_ns)
        self.next += n
        self.last_seq = frame.seq
        self.lengths = [*self.lengths[1 - LENGTHS :], n]
        return self.wall.anchors([(at, self._line_ns(at)) for at in (sample, self.next)], received_ns)

    def device_ns(self, sample: int) -> int | None:
        """Device time of ``sample``; None where the device has no clock."""
        return None if self.timebase is None else self.timebase.at(sample)

    def _stamp(self, sample: int, begin_ns: int) -> None:
        if self.timebase is None:
            self.timebase = Timebase.begin(sample, begin_ns, self.fs_hz)
        elif abs(begin_ns - self.timebase.at(sample)) > STEP_NS:
            self.timebase.move(sample, begin_ns)
        else:
            self.timebase.observe(sample, begin_ns)

    def _line_ns(self, sample: int) -> int:
        if self.timebase is None:
            return round(sample * NS_PER_S / self.fs_hz)
        return self.timebase.at(sample)

    def _spread(self, ahead: float, sigmas: float) -> float:
        if self.timebase is None:
            return _ROUNDING
        return _ROUNDING + sigmas * self.timebase.sigma(self.next + round(ahead))


def _one_length(lengths: list[int]) -> bool:
    """Whether a device sends frames of one length; one odd frame may be a recording's last."""
    odd = len(lengths) - max(lengths.count(n) for n in set(lengths))
    return odd == 0 or (odd == 1 and len(lengths) > _SETTLED_LENGTH)
