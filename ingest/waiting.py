"""Frames that cannot be placed yet because something before them may still come."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING, Final, Generic

from ingest.axis import first_ns
from ingest.numbering import steps_between
from ingest.placed import Token

if TYPE_CHECKING:
    from dsp.types import Frame
    from ingest.axis import Axis

NS_PER_S: Final = 1_000_000_000
REORDER_S: Final = 2.0  # radio links and telephones deliver out of order within about a second
# Frames that were kept come faster than they were taken. Then device time says within milliseconds that what
# is missing is late, although it may only have to be asked for once more.
REPEAT_S: Final = 0.5
HELD_LIMIT_S: Final = 10.0  # no frame waits longer, whatever its stamp says: twice the longest gap
HELD_FRAMES: Final = 1024  # what arrives in 5 s in frames of one radio packet; bounds memory


@dataclass(slots=True, eq=False)
class Held(Generic[Token]):
    """A frame that waits for its turn, with the tokens of all its copies.

    ``mark``: what tells it from other frames. ``since_ns``: when it came, on the timers' clock;
    ``silence_ns``: how long nothing had come then. ``dropped``: samples dropped at our own queue before it.
    ``anew``: it begins a session, after all others that wait.
    """

    frame: Frame
    mark: bytes | None
    received_ns: int
    since_ns: int
    silence_ns: int
    tokens: list[Token]
    dropped: int = 0
    anew: bool = False

    @property
    def end_ns(self) -> int:
        """Device time of its end, where it has any."""
        return (self.frame.last_sample_ns or 0) + round(NS_PER_S / self.frame.fs_hz)


def relation(axis: Axis | None, held: Held[Token]) -> tuple[int | None, float | None]:
    """Frames by number, and samples by device time, from the frontier to the frame.

    A number from before the frontier with a time from after it counts for nothing: the device began anew.
    """
    if axis is None:
        return None, None
    steps, ahead = axis.steps(held.frame.seq), axis.ahead(first_ns(held.frame, axis))
    if steps is not None and steps < 0 and ahead is not None and ahead >= -axis.overlap(len(held.frame.uv)):
        steps = None
    return steps, ahead


@dataclass(slots=True)
class Waiting(Generic[Token]):
    """The frames beyond the frontier, in the order they came."""

    frames: list[Held[Token]] = field(default_factory=list)

    def copy_of(self, mark: bytes | None) -> Held[Token] | None:
        """The waiting frame that is the same as one just arrived."""
        return None if mark is None else next((held for held in self.frames if held.mark == mark), None)

    def take(
        self, axis: Axis | None, now_ns: int, heard_ns: int | None, *, force: bool
    ) -> Held[Token] | None:
        """Remove and return the frame to be placed now; None while all must wait.

        ``now_ns``, ``heard_ns``: now and when something new came last, on the timers' clock.
        """
        if not self.frames:
            return None
        began_anew = [held.anew for held in self.frames]
        if all(began_anew):
            axis = None  # nothing of before matters to them
        nearest = min(self.frames, key=lambda held: self._rank(axis, held))
        force = force or len(self.frames) > HELD_FRAMES or (any(began_anew) and not nearest.anew)
        if not (force or self._turn(axis, nearest) or self._waited(axis, nearest, now_ns, heard_ns)):
            return None
        self.frames.remove(nearest)
        return nearest

    def open(self) -> None:
        """A session begins: what waited for that may belong to it."""
        for held in self.frames:
            held.anew = False

    def missing(self, axis: Axis, held: Held[Token]) -> int:
        """Samples missing between the frontier and the frame."""
        others = [len(other.frame.uv) for other in self.frames if other is not held]
        return axis.missing(*relation(axis, held), len(held.frame.uv), others, held.dropped)

    def least_ahead_ns(self, first: Held[Token]) -> int:
        """How far arrival is ahead of the device's clock: of ``first`` and what waits, the least delayed."""
        lasting = first.received_ns - first.end_ns
        for other in self.frames:
            if 0 <= other.end_ns - first.end_ns <= HELD_LIMIT_S * NS_PER_S:
                lasting = min(lasting, other.received_ns - other.end_ns)
        return lasting

    def _distance(self, axis: Axis | None, held: Held[Token]) -> float:
        """About how many samples lie between the frontier and the frame."""
        if axis is None:
            origin = self.frames[0]
            at_ns, origin_ns = first_ns(held.frame), first_ns(origin.frame)
            if at_ns is not None and origin_ns is not None:
                return (at_ns - origin_ns) * held.frame.fs_hz / NS_PER_S
            steps = steps_between(origin.frame.seq or 0, held.frame.seq or 0)
            return float((steps or 0) * len(origin.frame.uv))
        steps, ahead = relation(axis, held)
        return ahead if ahead is not None else float((steps or 0) * axis.typical)

    def _rank(self, axis: Axis | None, held: Held[Token]) -> float:
        if held.anew and axis is not None:
            return inf
        steps, _ = relation(axis, held)
        if steps is not None:
            return float(steps)
        return self._distance(axis, held) / (len(held.frame.uv) if axis is None else axis.typical)

    def _turn(self, axis: Axis | None, held: Held[Token]) -> bool:
        """Whether the frame can be placed now, because nothing can be missing before it."""
        if held.frame.seq is None and held.frame.last_sample_ns is None:
            return True
        if axis is None:
            return held.frame.seq == 0 or (held.anew and held.frame.seq is not None)
        steps, ahead = relation(axis, held)
        if steps is not None:
            return steps <= 0
        return ahead is None or ahead < 0 or self.missing(axis, held) == 0

    def _waited(self, axis: Axis | None, held: Held[Token], now_ns: int, heard_ns: int | None) -> bool:
        """Whether whatever is missing before the frame would now be too late."""
        if heard_ns is not None and now_ns - heard_ns > REORDER_S * NS_PER_S:
            return True
        if now_ns - held.since_ns > HELD_LIMIT_S * NS_PER_S:
            return True
        # What a wearable sent before its broker knew us can only come by being asked for.
        patience_s = REORDER_S if axis is None else REPEAT_S
        if now_ns - held.since_ns < patience_s * NS_PER_S:
            return False
        newest = max(self._distance(axis, other) + len(other.frame.uv) for other in self.frames)
        return newest - self._distance(axis, held) > REORDER_S * held.frame.fs_hz
