"""The sample clock: puts samples at their place on a session's axis, by device time or sequence number.

Never by arrival. A frame that is the next one is placed at once. One that leaves a hole before it is held
until the hole is filled or every frame missing from it would be more than 2 s late by device time, and half a
second has passed in which they could be asked for again; then the hole becomes a Gap(LOST), and what of it
was dropped at our own queue a Gap(OVERFLOW). What comes later still re-labels its stretch as Gap(LATE). A
jump of more than 5 s, a step back, another rate or lead opens a new session; where the device's clock went on
meanwhile, that one begins right to a sample after the last one's end. Copies are recognised, also after a
restart. Frames with neither time nor number can only be placed as they come, and copies of them are not
recognised.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Generic

import msgspec

from dsp.types import Gap, GapReason, HearthError, Segment
from ingest.axis import Axis, first_ns
from ingest.envelope import STEP_NS
from ingest.numbering import following
from ingest.placed import Anchor, Placed, SessionStart, Token
from ingest.settled import Hole, Settled
from ingest.waiting import Held, Waiting, relation

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsp.types import Frame

__all__ = ["Anchor", "ClockStateError", "Placed", "SampleClock", "SessionStart"]

NS_PER_S: Final = 1_000_000_000
JUMP_S: Final = 5.0  # a longer hole cannot be bridged by any rhythm context
_FORMAT: Final = 2
_READABLE: Final = frozenset({1, _FORMAT})  # the first lacked what has a default now


class ClockStateError(HearthError):
    """A stored clock state that this version cannot read."""


@dataclass(slots=True)
class _Outcome(Generic[Token]):
    events: list[SessionStart | Segment | Gap | Anchor] = field(default_factory=list)
    settled: list[Token] = field(default_factory=list)
    late: list[Token] = field(default_factory=list)

    def placed(self) -> Placed[Token]:
        return Placed(tuple(self.events), tuple(self.settled), tuple(self.late))


class _State(msgspec.Struct, array_like=True):
    format: int
    axis: Axis | None
    settled: Settled
    received_ns: int


class SampleClock(Generic[Token]):
    """One device's clock. ``new_session`` gives the number of a session about to begin.

    ``state``: what :meth:`state` gave when the last stored events were stored; every frame not settled then
    comes again from its source. Monotonic times drive the waits; where they are not given, wall times do.

    Raises:
        ClockStateError: ``state`` cannot be read.
    """

    def __init__(self, device: str, new_session: Callable[[], int], state: bytes | None = None) -> None:
        self._device = device
        self._new_session = new_session
        self._axis: Axis | None = None
        self._settled = Settled()
        self._received_ns = 0  # wall time of the last arrival
        self._now_ns = 0
        self._heard_ns: int | None = None  # when something new came last, on the timers' clock
        self._dropped = 0  # samples, before frames that were not placed themselves
        self._waiting: Waiting[Token] = Waiting()
        if state is not None:
            try:
                kept = msgspec.msgpack.decode(state, type=_State)
            except msgspec.DecodeError as error:
                raise ClockStateError(f"clock state of {device}: {error}") from None
            if kept.format not in _READABLE:
                raise ClockStateError(f"clock state of {device}: format {kept.format}, wanted {_FORMAT}")
            self._axis, self._settled, self._received_ns = kept.axis, kept.settled, kept.received_ns

    @property
    def settled_seq(self) -> int | None:
        """The number of the last frame before the frontier; None where frames carry none."""
        return None if self._axis is None else self._axis.last_seq

    @property
    def waiting(self) -> int:
        """Frames held because something before them is missing: saying ``settled_seq`` again asks for it."""
        return len(self._waiting.frames)

    def state(self) -> bytes:
        """What must be stored with the events to go on from here."""
        return msgspec.msgpack.encode(_State(_FORMAT, self._axis, self._settled, self._received_ns))

    def push(
        self, frame: Frame, received_ns: int, token: Token, *, monotonic_ns: int | None = None
    ) -> Placed[Token]:
        """Take one frame in."""
        out: _Outcome[Token] = _Outcome()
        self._now_ns = received_ns if monotonic_ns is None else monotonic_ns
        mark = self._settled.print_of(frame)
        copy = self._waiting.copy_of(mark)
        if mark is not None and self._settled.knows(mark):
            self._dropped += frame.dropped
            out.settled.append(token)
        elif copy is not None:
            self._dropped += frame.dropped
            copy.tokens.append(token)
        else:
            silence_ns = self._silence_ns(received_ns)
            self._heard_ns, self._received_ns = self._now_ns, received_ns
            dropped, self._dropped = frame.dropped + self._dropped, 0
            held = Held(frame, mark, received_ns, self._now_ns, silence_ns, [token], dropped)
            self._waiting.frames.append(held)
            self._drain(out)
        return out.placed()

    def tick(self, received_ns: int, *, monotonic_ns: int | None = None) -> Placed[Token]:
        """Let go of frames that waited 2 s for what is missing before them; call it about twice a second."""
        out: _Outcome[Token] = _Outcome()
        self._now_ns = received_ns if monotonic_ns is None else monotonic_ns
        self._drain(out)
        return out.placed()

    def flush(self) -> Placed[Token]:
        """Let go of every held frame now: no more will come."""
        out: _Outcome[Token] = _Outcome()
        self._drain(out, force=True)
        return out.placed()

    def begin_anew(self) -> None:
        """Forget all that was placed; what waits, or comes next, opens a session."""
        self._axis, self._settled = None, Settled()
        self._waiting.open()

    def _drain(self, out: _Outcome[Token], *, force: bool = False) -> None:
        while held := self._waiting.take(self._axis, self._now_ns, self._heard_ns, force=force):
            self._place(held, out)

    def _place(self, held: Held[Token], out: _Outcome[Token]) -> None:
        axis, frame, n = self._axis, held.frame, len(held.frame.uv)
        if axis is None or held.anew:
            self._open(held, out)
            return
        steps, ahead = relation(axis, held)
        by_number = steps is not None and steps >= 0
        back = STEP_NS / NS_PER_S * axis.fs_hz if by_number else axis.overlap(n)
        if not by_number and (ahead < -back if ahead is not None else steps is not None):
            self._behind(held, out)
            return
        missing = self._waiting.missing(axis, held)
        jump = (missing or ahead or 0) > JUMP_S * axis.fs_hz or (ahead is not None and ahead < -back)
        other = (frame.fs_hz, frame.lead) != (axis.fs_hz, axis.lead)
        if jump or other or (ahead is None and steps is None and self._broken(held)):
            self._open(held, out)
            return
        if missing:
            self._give_up(axis, missing, held, out)
        self._emit(axis, held, out, anew=steps is None)

    def _broken(self, held: Held[Token]) -> bool:
        """Whether a frame without device time or countable number begins a session."""
        axis = self._axis
        if axis is not None and held.frame.seq is not None:
            return axis.last_seq is not None
        return held.silence_ns > JUMP_S * NS_PER_S

    def _silence_ns(self, received_ns: int) -> int:
        if self._heard_ns is None:  # after a restart only the wall clock knows
            return received_ns - self._received_ns
        return self._now_ns - self._heard_ns

    def _behind(self, held: Held[Token], out: _Outcome[Token]) -> None:
        """The frame's place has passed: it is late, a copy, or the device's clock or counter was set back."""
        frame, at_ns = held.frame, first_ns(held.frame, self._axis)
        filled = self._settled.fill(frame, at_ns)
        known = frame.seq is not None and at_ns is not None and self._settled.covers(frame.seq, at_ns)
        if filled is not None or (known and at_ns is not None and at_ns <= self._settled.forgotten_ns):
            self._settled.remember(held.mark)
            out.settled += held.tokens
            out.late += held.tokens
            if filled is not None and self._axis is not None and filled[0] == self._axis.session:
                out.events.append(Gap(*filled, GapReason.LATE))
        elif known:
            out.settled += held.tokens
        else:
            held.anew = True
            self._waiting.frames.append(held)
            return
        self._dropped += held.dropped

    def _give_up(self, axis: Axis, missing: int, held: Held[Token], out: _Outcome[Token]) -> None:
        """Nobody waits any longer for what is missing before ``held``; it may still come too late."""
        steps, _ = relation(axis, held)
        counted = None if steps is None or axis.last_seq is None else following(axis.last_seq)
        times = [axis.device_ns(sample) for sample in (axis.next, axis.next + missing)]
        self._settled.give_up(Hole(axis.session, axis.next, missing, counted, steps or 0, *times))
        overflow = min(held.dropped, missing)
        for n, reason in ((overflow, GapReason.OVERFLOW), (missing - overflow, GapReason.LOST)):
            if n:
                out.events.append(Gap(axis.session, axis.next, n, reason))
                axis.skip(n)

    def _open(self, held: Held[Token], out: _Outcome[Token]) -> None:
        """A session begins; the one before it ends with what was dropped since, and with its wall time."""
        frame, old = held.frame, self._axis
        ahead_ns = self._waiting.least_ahead_ns(held)
        before = old if old is not None and self._went_on(old, held, ahead_ns) else None
        session = self._new_session()
        self._waiting.open()
        self._axis = axis = Axis.begin(session, frame, held.end_ns + ahead_ns, before)
        if old is not None:
            room = held.dropped if before is None else self._waiting.missing(before, held)
            if dropped := min(held.dropped, room):
                self._give_up(old, dropped, held, out)
            out.events += old.end()
        wall = axis.wall
        out.events += [
            SessionStart(session, self._device, frame.fs_hz, frame.lead, wall.at_ns, wall.source),
            Anchor(session, 0, wall.at_ns),
        ]
        self._emit(axis, held, out, anew=True)

    def _went_on(self, old: Axis, held: Held[Token], ahead_ns: int) -> bool:
        """Whether the device's clock ran on since the last session: then that tells how long ago it was."""
        end_ns, begin_ns = old.device_ns(old.next), first_ns(held.frame, old)
        return end_ns is not None and begin_ns is not None and old.wall.agrees(end_ns, begin_ns, ahead_ns)

    def _emit(self, axis: Axis, held: Held[Token], out: _Outcome[Token], *, anew: bool) -> None:
        frame = held.frame
        out.events.append(Segment(axis.session, axis.next, axis.fs_hz, frame.uv, frame.lead_off))
        out.events += axis.append(frame, held.received_ns)
        self._settled.remember(held.mark)
        end_ns = axis.device_ns(axis.next)
        begin_ns = first_ns(frame, axis)
        if frame.seq is not None and begin_ns is not None and end_ns is not None:
            self._settled.extend(frame.seq, begin_ns, end_ns, anew=anew)
        out.settled += held.tokens
