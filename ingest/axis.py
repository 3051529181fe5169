"""One session's sample axis up to its frontier: where the next frame belongs, what is missing before it."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Final

import msgspec

from ingest.envelope import STEP_NS
from ingest.numbering import following, steps_between
from ingest.timebase import JITTER_NS, JITTER_OWN_NS, NS_PER_S, Timebase
from ingest.wall import WallClock

if TYPE_CHECKING:
    from dsp.types import Frame
    from ingest.placed import Anchor

LENGTHS: Final = 8  # frames whose lengths say whether a device sends frames of one length
_SETTLED_LENGTH: Final = 4  # so many alike, and one that differs is the odd one out (the last of a recording)
_TIGHT_SIGMAS: Final = 3.0
_LOOSE_SIGMAS: Final = 4.0
_ROUNDING: Final = 0.5  # a sample


def stamp(frame: Frame) -> tuple[int, int] | None:
    """Which of a frame's samples the device stamped, and when; None: it has no clock."""
    if frame.last_sample_ns is None:
        return None
    if frame.stamps_last:
        return len(frame.uv) - 1, frame.last_sample_ns
    return 0, frame.last_sample_ns - round((len(frame.uv) - 1) * NS_PER_S / frame.fs_hz)


def first_ns(frame: Frame, axis: Axis | None = None) -> int | None:
    """Device time of a frame's first sample, by the true rate as far as ``axis`` knows it."""
    stamped = stamp(frame)
    if stamped is None:
        return None
    timebase = None if axis is None or axis.fs_hz != frame.fs_hz else axis.timebase
    period_ns = NS_PER_S / frame.fs_hz if timebase is None else timebase.period_ns
    return stamped[1] - round(stamped[0] * period_ns)


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
    after_hole: bool = False
    stamped: int = 0  # which sample of the latest frame

    @classmethod
    def begin(cls, session: int, frame: Frame, received_ns: int, before: Axis | None) -> Axis:
        """A session that ``frame`` opens, not placed yet. ``before``: the axis of a clock that went on."""
        stamped, timebase = stamp(frame), None
        if stamped is not None:
            old = None if before is None or before.fs_hz != frame.fs_hz else before.timebase
            jitter_ns = JITTER_OWN_NS if frame.stamps_last else JITTER_NS
            timebase = (
                Timebase.begin(*stamped, frame.fs_hz, jitter_ns) if old is None else old.begin_again(*stamped)
            )
        axis = cls(session, frame.fs_hz, frame.lead, WallClock(session, frame.fs_hz, 0, 0), timebase=timebase)
        begin_ns, end_ns = axis.line_ns(0), axis.line_ns(len(frame.uv))
        if before is None:
            axis.wall = WallClock.begin(session, frame.fs_hz, begin_ns, end_ns, received_ns)
        else:
            axis.wall = before.wall.following(session, frame.fs_hz, begin_ns, before.line_ns(before.next))
        return axis

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

    def missing(
        self, steps: int | None, ahead: float | None, n: int, waiting: list[int], dropped: int = 0
    ) -> int:
        """Samples missing between the frontier and a frame of ``n`` samples at or after it.

        Frames are lost whole: where they are of one length, a whole number of them is missing, if the stamps
        allow it; else the stamps say how much. ``waiting``: lengths of the other frames beyond the frontier.
        ``dropped``: how many are known to be missing; others may be too.
        """
        found = self._missing(steps, ahead, n, waiting)
        if not dropped or steps == 0:
            return found
        if ahead is not None:
            unsure = self._spread(ahead, _TIGHT_SIGMAS)
        else:
            unsure = inf if steps is None else self.typical / 2
        return dropped if abs(found - dropped) <= unsure else found

    def _missing(self, steps: int | None, ahead: float | None, n: int, waiting: list[int]) -> int:
        if steps == 0 or (steps is None and ahead is None):
            return 0
        if ahead is None:
            return (steps or 0) * self.typical
        whole = max(round(ahead / self.typical), 0) if steps is None else steps
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
        self.after_hole = True

    def append(self, frame: Frame, received_ns: int) -> list[Anchor]:
        """The frame's samples are placed at the frontier; what that says about wall time."""
        sample, stamped = self.next, stamp(frame)
        if stamped is not None:
            self.stamped = stamped[0]
            self._stamp(sample + stamped[0], stamped[1], frame)
        self.next += len(frame.uv)
        self.last_seq = frame.seq
        self.lengths = [*self.lengths[1 - LENGTHS :], len(frame.uv)]
        self.after_hole = False
        return self.wall.anchors([(at, self.line_ns(at)) for at in (sample, self.next)], received_ns)

    def end(self) -> list[Anchor]:
        """The session ends at the frontier; what is to be said of its wall time."""
        return self.wall.end(self.next, self.line_ns(self.next))

    def device_ns(self, sample: int) -> int | None:
        """Device time of ``sample``; None where the device has no clock."""
        return None if self.timebase is None else self.timebase.at(sample)

    def line_ns(self, sample: int) -> int:
        """Device time of ``sample``; where the device has no clock, its count of samples."""
        if self.timebase is None:
            return round(sample * NS_PER_S / self.fs_hz)
        return self.timebase.at(sample)

    def _stamp(self, sample: int, at_ns: int, frame: Frame) -> None:
        if self.timebase is None:
            jitter_ns = JITTER_OWN_NS if frame.stamps_last else JITTER_NS
            self.timebase = Timebase.begin(sample, at_ns, self.fs_hz, jitter_ns)
        elif sample == self.timebase.sample:
            return  # the line was begun with it
        elif abs(at_ns - self.timebase.at(sample)) > self._step_ns(sample):
            self.timebase.move(sample, at_ns)
        else:
            self.timebase.observe(sample, at_ns)

    def _step_ns(self, sample: int) -> float:
        """What is off the line by more begins a new one; after a hole, sampling may have begun anew."""
        if self.timebase is None or not self.after_hole:
            return STEP_NS
        return _LOOSE_SIGMAS * self.timebase.sigma(sample) * self.timebase.period_ns

    def _spread(self, ahead: float, sigmas: float) -> float:
        if self.timebase is None:
            return _ROUNDING
        return _ROUNDING + sigmas * self.timebase.sigma(self.next + round(ahead) + self.stamped)


def _one_length(lengths: list[int]) -> bool:
    """Whether a device sends frames of one length; one odd frame may be a recording's last."""
    odd = len(lengths) - max(lengths.count(n) for n in set(lengths))
    return odd == 0 or (odd == 1 and len(lengths) > _SETTLED_LENGTH)
