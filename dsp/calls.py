"""Which humps of heat are beats: by their height and, in noise, by the rhythm, their steepness and shape."""

from __future__ import annotations

from math import exp, inf, log
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dsp.likeness import Likeness
from dsp.steepness import Steepness
from dsp.tempo import Tempo, between

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsp.decisions import Decisions
    from dsp.network import Weights
    from dsp.state import State
    from dsp.types import FloatArray

STEPS: Final = 16  # of the logit: heat comes in whole sixteenths
RANGE: Final = 128  # of them, to either side, tell certain from impossible
COLD: Final = np.float32(-3.5 * STEPS)  # less heat than this is no hump's middle: 3 in 100
CERTAINTY: Final = [1.0 / (1.0 + exp(-k / STEPS)) for k in range(-RANGE, RANGE + 1)]
SPREAD: Final = (3.0 / 20.0, 4.0 / 20.0, 6.0 / 20.0)  # a beat's heat is spread over some slots: their weights
SIDE: Final = len(SPREAD) - 1
SLOT: Final = 5  # samples at 250 Hz
PER_FRAME: Final = 2  # slots for each frame of the front
LEAST: Final = 0.03  # humps lower than this are none
SURE: Final = 0.80  # of a certain beat, spread
NEARLY: Final = 0.97
APART: Final = 11  # slots, 220 ms: no two beats are nearer
WAIT: Final = 24  # slots, 480 ms: so long a doubtful hump waits; every report stays within 1 s
AROUND: Final = 2  # frames beside a hump's that it may be steepest in
SILENCE: Final = 250  # slots, 5 s: the signal may have changed its size
MEMORY: Final = 75  # frames, 3 s, whose median slope is that between beats
HELD: Final = MEMORY + 50  # frames of slope kept: a hump is known within a second
T_END: Final = 25  # slots, 500 ms after a beat: what is passed over later casts doubt on a pause


class Call(NamedTuple):
    """A hump: slot, its middle (sample at 250 Hz), evidence for a beat (logit), height (1: certain).

    ``steep``: logarithm of the steepest slope, uV.
    """

    slot: int
    at: int
    evidence: float
    height: float
    steep: float


class Taken(NamedTuple):
    """A beat: middle (sample at 250 Hz), how certain (0 to 1), and how it came about.

    ``doubt``: height of the largest hump passed over since the beat before; ``scanned``: slots that had to
    be looked at before it was certain.
    """

    at: int
    certainty: float
    doubt: float
    scanned: int


class Caller:
    """Streams heat, one for each slot of 20 ms, into beats.

    A hump that is clear is a beat at once. Others wait for the next clear one, or for ``WAIT``; then those
    are taken that, together with the intervals they make, are the likeliest. Intervals, and how like a hump
    is to the beats before in steepness and shape, count the more the noisier it is, and without noise
    not at all: a heart may be irregular.

    Args:
        decisions: what training chose.
        contact: whether the electrodes had contact around a sample.
    """

    def __init__(self, decisions: Decisions, contact: Callable[[int], bool]) -> None:
        self._decisions = decisions
        self._even = log(decisions.even / (1.0 - decisions.even))
        self._contact = contact
        self.reset(forget=True)

    def reset(self, *, forget: bool) -> None:
        """Starts at slot 0 again; ``forget``: also the rhythm and the steepness learnt so far."""
        self.end = 0
        self._heat = [-float(RANGE)] * (2 * SIDE + 1)  # what the next humps need
        self._hot: list[int] = []  # of them, those that may be the middle of a hump
        self._first = 0  # frame of the first slope held
        self._steepest: list[float] = []
        self._waiting: list[Call] = []
        self._last: int | None = None
        self._doubt = 0.0
        self._found: list[Taken] = []
        self._scanned = 0  # slots that had to be looked at before the present decision
        if forget:
            self._tempo = Tempo()
            self._steepness = Steepness(self._decisions)
            self._likeness = Likeness(self._decisions)
            self._rhythm_counts = 0.0
        self._likeness.reset()

    def push(self, heat: Weights, steepest: FloatArray, slopes: FloatArray) -> list[Taken]:
        """The beats that are now certain.

        ``steepest``, ``slopes``: of the newest frames (:class:`dsp.front.Front`), ahead of the heat.
        """
        self._steepest += steepest.tolist()
        self._likeness.hear(slopes)
        if len(heat):
            known = self._heat + heat.tolist()
            first = self.end - len(self._heat)  # slot of known[0]
            end = len(known) - SIDE
            hot = self._hot + [k + len(self._heat) for k in (heat > COLD).nonzero()[0].tolist()]
            for k in hot:
                if k < end and known[k - 1] < known[k] >= known[k + 1]:
                    self._see(first + k, known[k - SIDE : k + SIDE + 1])
            keep = len(known) - 2 * SIDE - 1
            self._hot = [k - keep for k in hot if k >= end]
            self._heat = known[keep:]
            self.end += len(heat)
            if self._waiting:
                self._expire(first + end)
        if len(self._steepest) > 2 * HELD:
            self._first += len(self._steepest) - HELD
            del self._steepest[:-HELD]
        return self._told()

    def finish(self) -> list[Taken]:
        """The beats still in doubt at the end of the signal."""
        self._expire(self.end + WAIT)
        return self._told()

    def _told(self) -> list[Taken]:
        found, self._found = self._found, []
        return found

    def _see(self, slot: int, near: list[float]) -> None:
        """Weighs the hump whose middle is the middle one of the heats ``near``."""
        if self._waiting:
            self._expire(slot)
        self._scanned = slot + 1
        last = self._last
        if last is not None and slot - last < APART:
            return
        a, b, c, d, e = [
            CERTAINTY[int(heat) + RANGE if -RANGE < heat < RANGE else 2 * RANGE if heat > 0.0 else 0]
            for heat in near
        ]
        height = SPREAD[0] * (a + e) + SPREAD[1] * (b + d) + SPREAD[2] * c
        at = round((slot + (2.0 * (e - a) + d - b) / (a + b + c + d + e)) * SLOT + (SLOT - 1) / 2)
        if height < LEAST or at < 0 or not self._contact(at):
            return
        frame = max(0, slot // PER_FRAME - self._first)
        steep = log(max(self._steepest[max(0, frame - AROUND) : frame + AROUND + 1]) + 1.0)
        unlike = self._unlike(slot, at, steep, frame)
        if unlike == -inf:
            return
        height = min(height / SURE, 1.0)
        evidence = log(height * NEARLY / (1.0 - height * NEARLY)) - self._even + unlike
        call = Call(slot, at, evidence, height, steep)
        while self._waiting and slot - self._waiting[-1].slot < APART:
            if self._waiting[-1].evidence >= evidence:
                return
            self._pass_over(self._waiting.pop())
        early = last is not None and slot - last < self._tempo.usual
        if evidence + (self._timed(slot - (last or 0)) if early else 0.0) <= self._decisions.at_once:
            self._waiting.append(call)
            return
        if self._waiting:
            chosen = self._likeliest(slot, None)
            waiting, self._waiting = self._waiting, []
            for k, one in enumerate(waiting):
                (self._take if k in chosen else self._pass_over)(one)
        self._take(call)

    def _expire(self, now: int) -> None:
        """Ends the waiting of humps, each at its own time and never later."""
        while self._waiting and now >= (due := self._waiting[0].slot + WAIT):
            self._scanned = max(self._scanned, due)
            chosen = self._likeliest(None, due)
            call = self._waiting.pop(0)
            if 0 in chosen:
                self._take(call)
                self._waiting = [one for one in self._waiting if one.slot - call.slot >= APART]
            else:
                self._pass_over(call)

    def _likeliest(self, beat: int | None, now: int | None) -> list[int]:
        """Which of the waiting humps to take, before a ``beat`` or, ``now``, with none in sight."""

        def ending(slot: int | None) -> float:
            if slot is None:
                return 0.0
            return self._timed(beat - slot) if beat is not None else self._overdue((now or slot) - slot)

        # By hump: the best sum that ends with it, and the hump before it.
        sums: list[tuple[float, int]] = []
        best, at = ending(self._last), -1
        for j, call in enumerate(self._waiting):
            if beat is not None and beat - call.slot < APART:
                break
            ways = [(self._timed(call.slot - self._last) if self._last is not None else 0.0, -1)]
            ways += [
                (sums[k][0] + self._timed(call.slot - self._waiting[k].slot), k)
                for k in range(j)
                if call.slot - self._waiting[k].slot >= APART
            ]
            total, before = max(ways)
            sums.append((total + call.evidence, before))
            if (value := sums[j][0] + ending(call.slot)) > best:
                best, at = value, j
        chosen = []
        while at >= 0:
            chosen.append(at)
            _, at = sums[at]
        return chosen

    def _unlike(self, slot: int, at: int, steep: float, frame: int) -> float:
        """Evidence for or against a hump by its steepness and shape; learns how noisy it is."""
        if self._last is None:
            return 0.0
        around = self._steepest[max(0, frame - MEMORY) : frame + 1]
        unlike = self._steepness.evidence(steep, around, silent=slot - self._last >= SILENCE)
        if unlike > -inf:
            rules, noise = self._decisions, self._steepness.noise
            self._rhythm_counts = rules.rhythm * between(noise, rules.rhythm_from, rules.rhythm_full)
            if noise > rules.shape_from:
                unlike += self._likeness.evidence(at, noise)
        return unlike

    def _timed(self, slots: int) -> float:
        """What an interval says for its beats: nothing where there is no noise or no order."""
        if not self._rhythm_counts:
            return 0.0
        return self._rhythm_counts * self._tempo.order * self._tempo.timed(slots)

    def _overdue(self, slots: int) -> float:
        """What it says that after so long no beat has come."""
        if not self._rhythm_counts:
            return 0.0
        return self._rhythm_counts * self._tempo.order * self._tempo.overdue(slots)

    def _pass_over(self, call: Call) -> None:
        if self._last is None or call.slot - self._last > T_END:
            self._doubt = max(self._doubt, call.height)

    def _take(self, call: Call) -> None:
        if self._last is not None:
            self._tempo.learn(call.slot - self._last)
        self._steepness.learn(call.steep, anew=self._last is not None and call.slot - self._last >= SILENCE)
        self._likeness.learn(call.at, call.evidence, self._steepness.noise)
        self._last = call.slot
        self._found.append(
            Taken(call.at, round(1.0 / (1.0 + exp(-call.evidence)), 3), round(self._doubt, 3), self._scanned)
        )
        self._doubt = 0.0

    def state(self) -> State:
        """Everything the next heat is judged by."""
        return {
            "end": self.end,
            "heat": self._heat,
            "hot": self._hot,
            "first": self._first,
            "steepest": self._steepest[:],
            "waiting": [list(call) for call in self._waiting],
            "last": self._last,
            "doubt": self._doubt,
            "tempo": self._tempo.state(),
            "steepness": self._steepness.state(),
            "likeness": self._likeness.state(),
            "rhythm_counts": self._rhythm_counts,
            "scanned": self._scanned,
        }

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave."""
        self.end = state["end"]
        self._heat = state["heat"]
        self._hot = state["hot"]
        self._first = state["first"]
        self._steepest = state["steepest"]
        self._waiting = [Call(*row) for row in state["waiting"]]
        self._last = state["last"]
        self._doubt = state["doubt"]
        self._tempo.load(state["tempo"])
        self._steepness.load(state["steepness"])
        self._likeness.load(state["likeness"])
        self._rhythm_counts = state["rhythm_counts"]
        self._scanned = state["scanned"]
        self._found = []
