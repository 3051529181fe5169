"""Where the beats are: adaptive decisions over humps of QRS energy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dsp.energy import REACH, Energy
from dsp.resample import FS_HZ
from dsp.track import Track

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dsp.state import State
    from dsp.types import FloatArray

APART: Final = 50  # 200 ms: no two QRS complexes are nearer; the larger hump wins
FLOOR_UV: Final = 4.0  # humps below are the noise of any amplifier
LEARN: Final = 3 * FS_HZ  # three seconds hold two beats at 40/min: enough for a first level
WAIT: Final = 160  # 0.64 s: so long a doubtful hump waits for what follows; every report stays within 1 s
HISTORY: Final = 9  # accepted humps and intervals that level and rhythm are taken from
MAX_PENDING: Final = 8  # more humps do not fit into WAIT
MAX_LEARNING: Final = 32  # nor into LEARN and the wait for a first hump
LEVEL_QUANTILE: Final = 0.4  # of the last heights: below the middle, for small beats between large ones
CLIP: Final = 2.5  # an artefact moves the level by no more than a beat of so many times its height
SHARE: Final = 0.36  # of the level: what a hump needs when a beat is due
EARLY: Final = 90  # 360 ms after a beat T waves are to be expected
EARLY_SHARE: Final = 0.3  # what a hump right after a beat needs more
LATE: Final = 1.1  # intervals after which the demand falls,
LATE_SLOPE: Final = 0.25  # by so much per interval,
LATE_SHARE: Final = 0.16  # down to this
BACK_SHARE: Final = 0.18  # what a hump needs to be looked at again when a beat is missing
BACK_GAP: Final = 1.5  # intervals without a beat that start the second look
BACK_NOISE: Final = 1.5  # and what it needs over the noise
SILENCE: Final = 5 * FS_HZ  # without a beat: the signal may have changed its size
SILENCE_HALVING: Final = 1.5 * FS_HZ  # from then on the demand halves so often
SILENCE_NOISE: Final = 2.5  # but stays above the usual rejected hump


class Hump(NamedTuple):
    """A local maximum of the QRS energy: index at 250 Hz and height in uV."""

    at: int
    height: float


class BeatDetector:
    """Streams samples at 250 Hz into indices of QRS complexes (energy humps; refine them to R peaks afterwards).

    A hump is a beat when it exceeds a share of the level of recent beats; the share is higher where a T wave may be
    and falls when a beat is overdue. Doubtful humps wait for what follows and are taken when a beat is missing
    (search-back). Clear beats are out 270 ms after the hump, doubtful ones within 0.91 s. Decisions depend on
    positions only, never on how the samples were chunked.
    """

    def __init__(self) -> None:
        self._energy = Energy()
        self._track = Track(4 * APART, np.float64)
        self._off = Track(4 * APART, np.bool_)
        self.reset(forget=True)

    def reset(self, *, forget: bool) -> None:
        """Starts at index 0 again; ``forget``: also the level and rhythm learnt so far."""
        self._energy.reset()
        self._track.load(0, np.empty(0))
        self._off.load(0, np.empty(0, np.bool_))
        self._scanned = 0  # humps before are handled
        self._last_off = -FS_HZ  # newest sample without contact
        self._pending: list[Hump] = []
        self._last: Hump | None = None
        self._found: list[int] = []
        if forget:
            self._learning: list[Hump] | None = []
            self._heights: list[float] = []
            self._intervals: list[int] = []
            self._rejected: list[float] = []
            self._level = 0.0
            self._noise = 0.0
            self._interval = 0.8 * FS_HZ

    def push(self, x: FloatArray, off: NDArray[np.bool_]) -> list[int]:
        """Indices of the beats that are now certain, ascending. ``x`` and ``off``: (n,)."""
        if not len(x):
            return []
        if off.any():
            self._last_off = self._off.end + int(np.flatnonzero(off)[-1])
        self._off.append(off)
        self._track.append(self._energy.push(x))
        self._scan(self._track.end - APART)
        found, self._found = self._found, []
        return found

    def finish(self) -> list[int]:
        """The beats still in doubt at the end of the signal, decided with what there is."""
        n = self._off.end
        if n == 0:
            return []
        last = self._energy.last()
        pad = np.full(REACH + APART + 1, last)
        found = self.push(pad, np.zeros(len(pad), np.bool_))
        if self._learning is not None:
            self._learn(n)
        self._expire(n + WAIT + APART)
        found += self._found
        self._found = []
        return [at for at in found if at < n]

    def _scan(self, end: int) -> None:
        """Handles every hump before ``end``, each when its neighbourhood is complete."""
        if end <= self._scanned:
            return
        start = max(self._track.start, self._scanned - APART)
        e = self._track.view(start, self._track.end)
        lo, hi = max(1, self._scanned - start), end - start
        tops = (e[lo:hi] > e[lo - 1 : hi - 1]) & (e[lo:hi] >= e[lo + 1 : hi + 1]) & (e[lo:hi] > FLOOR_UV)
        for k in (np.flatnonzero(tops) + lo).tolist():
            height = float(e[k])
            if height >= e[max(0, k - APART) : k + APART + 1].max() and self._contact(start + k):
                self._take(Hump(start + k, height))
        self._scanned = end
        self._expire(end)

    def _contact(self, at: int) -> bool:
        """Whether the energy at an index is free of samples without contact."""
        return self._last_off < at - REACH or not self._off.view(at - REACH, at + REACH + 1).any()

    def _take(self, hump: Hump) -> None:
        self._expire(hump.at)
        if self._learning is None:
            self._decide(hump)
        else:
            self._learning.append(hump)

    def _expire(self, now: int) -> None:
        if self._learning is not None and self._learning and now >= LEARN:
            self._learn(now)
        while self._pending and now - self._pending[0].at >= WAIT:
            self._look_back(now, None)
            if self._pending and now - self._pending[0].at >= WAIT:
                self._reject(self._pending.pop(0))

    def _learn(self, now: int) -> None:
        humps, self._learning = self._learning or [], None
        heights = sorted((hump.height for hump in humps), reverse=True)
        if not heights:
            self._learning = []
            return
        self._level = heights[min(1, len(heights) - 1)]
        self._heights = [self._level]
        for hump in humps:
            self._expire(hump.at)
            self._decide(hump)
        self._expire(now)

    def _demand(self, hump: Hump) -> float:
        """Height that a hump needs to be a beat at once."""
        if self._last is None:
            return SHARE * self._level
        since = hump.at - self._last.at
        share = SHARE
        if since < EARLY:
            share += EARLY_SHARE * (EARLY - since) / (EARLY - APART)
        elif since > LATE * self._interval:
            share = max(LATE_SHARE, SHARE - LATE_SLOPE * (since / self._interval - LATE))
        need = max(share * self._level, BACK_NOISE * self._noise)
        if since > SILENCE:
            usual = sorted(self._rejected)[len(self._rejected) // 2] if self._rejected else 0.0
            need = max(
                need * 0.5 ** ((since - SILENCE) / SILENCE_HALVING), SILENCE_NOISE * usual, 2 * FLOOR_UV
            )
        return need

    def _decide(self, hump: Hump) -> None:
        if hump.height >= self._demand(hump):
            self._look_back(hump.at, hump)
            self._accept(hump)
        elif hump.height > BACK_SHARE * self._level and len(self._pending) < MAX_PENDING:
            self._pending.append(hump)
        else:
            self._reject(hump)

    def _look_back(self, now: int, following: Hump | None) -> None:
        """Takes the highest waiting hump while a beat is missing between the last one and ``now``."""
        while self._last is not None and now - self._last.at >= BACK_GAP * self._interval:
            after = self._last.at + max(EARLY, 0.45 * self._interval)
            before = now if following is None else now - max(0.3 * FS_HZ, 0.4 * self._interval)
            fit = [hump for hump in self._pending if after < hump.at < before]
            best = max(fit, key=lambda hump: hump.height, default=None)
            if best is None or best.height < max(BACK_SHARE * self._level, BACK_NOISE * self._noise):
                break
            self._accept(best)
            self._pending = [hump for hump in self._pending if hump.at > best.at + APART]
        if following is not None:
            for hump in self._pending:
                self._reject(hump)
            self._pending = []

    def _reject(self, hump: Hump) -> None:
        self._noise += 0.125 * (min(hump.height, self._level) - self._noise)
        self._rejected = [*self._rejected[1 - HISTORY :], hump.height]

    def _accept(self, hump: Hump) -> None:
        if self._last is not None:
            since = hump.at - self._last.at
            if since > SILENCE and hump.height < SHARE * self._level:
                self._heights = []  # the signal has become smaller: the old heights mislead
                self._level = hump.height
            if since < 2 * FS_HZ:
                self._intervals = [*self._intervals[1 - HISTORY :], since]
                self._interval = float(sorted(self._intervals)[len(self._intervals) // 2])
        self._last = hump
        self._heights = [*self._heights[1 - HISTORY :], min(hump.height, CLIP * self._level)]
        self._level = sorted(self._heights)[int(len(self._heights) * LEVEL_QUANTILE)]
        self._found.append(hump.at)

    def state(self) -> State:
        """Everything the next samples depend on."""
        return {
            "energy": self._energy.state(),
            "track": self._track.state(),
            "off": self._off.state(),
            "scanned": self._scanned,
            "last_off": self._last_off,
            "pending": [list(hump) for hump in self._pending],
            "last": self._last and list(self._last),
            "learning": self._learning and [list(hump) for hump in self._learning],
            "learnt": self._learning is None,
            "heights": self._heights,
            "intervals": self._intervals,
            "rejected": self._rejected,
            "level": self._level,
            "noise": self._noise,
            "interval": self._interval,
        }

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave."""
        self._energy.load(state["energy"])
        self._track.load(*state["track"])
        self._off.load(*state["off"])
        self._scanned = state["scanned"]
        self._last_off = state["last_off"]
        self._pending = [Hump(*pair) for pair in state["pending"]]
        self._last = Hump(*state["last"]) if state["last"] else None
        self._learning = None if state["learnt"] else [Hump(*pair) for pair in state["learning"] or ()]
        self._heights = state["heights"]
        self._intervals = state["intervals"]
        self._rejected = state["rejected"]
        self._level = state["level"]
        self._noise = state["noise"]
        self._interval = state["interval"]
        self._found = []
