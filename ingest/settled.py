"""What a sample clock remembers of frames it is done with, to know a copy or a latecomer when it sees one."""

from __future__ import annotations

import hashlib
import struct
from typing import TYPE_CHECKING, Final

import msgspec

from ingest.numbering import following, steps_between

if TYPE_CHECKING:
    from dsp.types import Frame

NS_PER_S: Final = 1_000_000_000
PRINTS: Final = 128  # a minute of half-second frames: more than any link keeps unacknowledged; 1 KiB of state
PRINT_BYTES: Final = 8  # two different frames meet once in 10^17; at 4 bytes it would be once in months
SPANS: Final = 8  # runs of sequence numbers: a device that restarts more often than this has other troubles
HOLES: Final = 64  # lost stretches a latecomer is matched with: minutes even where a fifth is lost
_SLACK_NS: Final = 5 * NS_PER_S  # between where a sequence number's time should be and is: the longest gap
_SLACK_SHARE: Final = 0.01  # and as much of the way to the nearer end, where frames differ in length


class Span(msgspec.Struct):
    """A run of settled sequence numbers ``lo <= seq <= hi`` and its device times."""

    lo: int
    hi: int
    lo_ns: int
    hi_ns: int

    def covers(self, seq: int, first_ns: int) -> bool:
        """Whether a frame with both this number and this time was settled in the run."""
        if not self.lo <= seq <= self.hi:
            return False
        frame_ns = (self.hi_ns - self.lo_ns) / (self.hi - self.lo + 1)
        slack = _SLACK_NS + _SLACK_SHARE * frame_ns * min(seq - self.lo, self.hi - seq)
        return abs(first_ns - (self.lo_ns + frame_ns * (seq - self.lo))) <= slack


class Hole(msgspec.Struct):
    """A stretch given up as lost: ``frames`` numbers from ``seq`` on, device times, where there are any."""

    session: int
    start: int
    n: int
    seq: int | None
    frames: int
    lo_ns: int | None
    hi_ns: int | None

    def index(self, seq: int | None) -> int | None:
        """Which of the hole's frames has this number; None: it says nothing."""
        return None if self.seq is None or seq is None else steps_between(self.seq, seq)

    def offset(self, frame: Frame, first_ns: int | None) -> int | None:
        """Where in the hole the frame begins, in samples; None if it does not belong there."""
        n, index = len(frame.uv), self.index(frame.seq)
        if index is not None and not 0 <= index < self.frames:
            return None
        if self.lo_ns is not None and self.hi_ns is not None and first_ns is not None:
            into = (first_ns - self.lo_ns) * self.n / (self.hi_ns - self.lo_ns)
            if not -n / 2 <= into <= self.n - n / 2:
                return None
            whole = round(into / n) * n  # frames of one length lie side by side, whatever the stamps' jitter
            at = whole if self.n % n == 0 and abs(into - whole) < max(n / 8, 1) else round(into)
            return min(max(at, 0), self.n - 1)
        return None if index is None else index * self.n // self.frames

    def without(self, seq: int | None, offset: int, n: int) -> list[Hole]:
        """What is still lost before and after ``n`` samples from ``offset``, which came as ``seq``."""
        index = self.index(seq)
        per_sample = 0.0 if self.lo_ns is None or self.hi_ns is None else (self.hi_ns - self.lo_ns) / self.n
        parts = []
        for low, high, first, frames in (
            (0, offset, self.seq, index or 0),
            (offset + n, self.n, None if seq is None else following(seq), self.frames - (index or 0) - 1),
        ):
            times = [
                None if self.lo_ns is None else self.lo_ns + round(at * per_sample) for at in (low, high)
            ]
            counted = None if index is None else first
            parts.append(Hole(self.session, self.start + low, high - low, counted, frames, *times))
        return [part for part in parts if part.n > 0]


class Settled(msgspec.Struct):
    """The memory itself; small, because it is stored with every commit."""

    prints: bytes = b""
    spans: list[Span] = []
    holes: list[Hole] = []
    forgotten_ns: int = 0  # device time up to which holes were dropped from memory

    @staticmethod
    def print_of(frame: Frame) -> bytes | None:
        """What tells this frame from others: its time, or else its number, and its samples; None: nothing."""
        if frame.last_sample_ns is None and frame.seq is None:
            return None
        stamped = frame.last_sample_ns is not None
        mark = frame.last_sample_ns if stamped else frame.seq
        head = struct.pack("<?Q", stamped, mark)
        return hashlib.blake2b(head + frame.uv.tobytes(), digest_size=PRINT_BYTES).digest()

    def knows(self, mark: bytes) -> bool:
        """Whether exactly this frame was settled lately."""
        at = self.prints.find(mark)
        while at % PRINT_BYTES and at >= 0:
            at = self.prints.find(mark, at + 1)
        return at >= 0

    def remember(self, mark: bytes | None) -> None:
        """A frame is settled."""
        if mark is not None:
            self.prints = (self.prints + mark)[-PRINTS * PRINT_BYTES :]

    def covers(self, seq: int, first_ns: int) -> bool:
        """Whether a frame with both this number and this time was settled, lately or not."""
        return any(span.covers(seq, first_ns) for span in self.spans)

    def extend(self, seq: int, first_ns: int, end_ns: int, *, anew: bool) -> None:
        """A frame is settled in the run of numbers, or begins a new run."""
        if anew or not self.spans or seq <= self.spans[-1].hi:  # or the counter wrapped
            self.spans = [*self.spans[1 - SPANS :], Span(seq, seq, first_ns, end_ns)]
        else:
            self.spans[-1].hi, self.spans[-1].hi_ns = seq, end_ns

    def give_up(self, hole: Hole) -> None:
        """A stretch is declared lost."""
        self.holes.append(hole)
        if len(self.holes) > HOLES:
            self.forgotten_ns = max(self.forgotten_ns, self.holes.pop(0).hi_ns or 0)

    def fill(self, frame: Frame, first_ns: int | None) -> tuple[int, int, int] | None:
        """(session, start, n) of the lost samples that ``frame`` brings too late; None if it brings none."""
        for index, hole in enumerate(self.holes):
            offset = hole.offset(frame, first_ns)
            if offset is not None:
                n = min(len(frame.uv), hole.n - offset)
                self.holes[index : index + 1] = hole.without(frame.seq, offset, n)
                return hole.session, hole.start + offset, n
        return None
