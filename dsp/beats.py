"""Where the beats are: adaptive decisions over humps of QRS energy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from dsp.humps import APART, DELAY, FLOOR_UV, HumpFinder
from dsp.pattern import REACH, Hump, Pattern
from dsp.resample import FS_HZ

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from dsp.state import State
    from dsp.types import FloatArray

LEARN: Final = 3 * FS_HZ  # three seconds hold two beats at 40/min: enough for a first level
WAIT: Final = 160  # 0.64 s: so long a doubtful hump waits for what follows; every report stays within 1 s
HISTORY: Final = 9  # heights and intervals that level and rhythm are the medians of
MAX_PENDING: Final = 8  # more humps do not fit into WAIT
MAX_LEARNING: Final = LEARN // APART + 1  # nor into LEARN
CLIP: Final = 2.5  # an artefact moves the level by no more than a beat of so many times its height
SHARE: Final = 0.33  # of the level: what a hump needs when a beat is due
EARLY: Final = 90  # 360 ms after a beat T waves are to be expected:
EARLY_SHARE: Final = 0.3  # a hump right after the beat needs so much more
BLUNT_EARLY: Final = 110  # 440 ms after a beat a hump is a T wave
BLUNT: Final = 0.3  # if it bends less than such a share of the beat
T_END: Final = 125  # 500 ms after a beat no hump is its T wave any more
LATE: Final = 1.1  # intervals after which the demand falls,
LATE_SLOPE: Final = 0.25  # by so much per interval,
LATE_SHARE: Final = 0.16  # down to this
BACK_SHARE: Final = 0.18  # what a hump needs to be looked at again when a beat is missing
BACK_GAP: Final = 1.5  # intervals without a beat that start the second look
NOISE_RATE: Final = 0.125  # of the rejected humps' running mean,
NOISE_CAP: Final = (
    0.3  # in which none counts for more than such a share of the level: no deadlock after a loud spell
)
NOISE_NEED: Final = 1.5  # what a hump needs over that mean
SILENCE: Final = 5 * FS_HZ  # without a beat: the signal may have changed its size
SILENCE_HALVING: Final = 1.5 * FS_HZ  # from then on the demand halves so often
SILENCE_NEED: Final = 5.0  # but stays so far above the energy between beats: noise never has such humps


class Complex(NamedTuple):
    """A QRS complex found: index at 250 Hz of its hump of energy.

    ``doubt``: height of the largest hump passed over since the one before, as a share of the level then.
    ``decided``: samples that had to be known before it was certain; it never descends. ``certainty``: how
    likely it is a beat.
    """

    at: int
    doubt: float
    decided: int
    certainty: float = 1.0


class BeatDetector:
    """Streams samples at 250 Hz into QRS complexes (humps of energy; refine them to R peaks afterwards).

    A hump is a beat when it exceeds a share of the level of recent beats; the share is higher where a T wave
    may be and falls when a beat is overdue. Doubtful humps wait for what follows and are taken when a beat is
    missing (search-back). Clear beats are out 270 ms after the hump, doubtful ones within 0.91 s. Decisions
    depend on positions only, never on how the samples were chunked.
    """

    def __init__(self) -> None:
        self._finder = HumpFinder()
        self.reset(forget=True)

    def reset(self, *, forget: bool) -> None:
        """Starts at index 0 again; ``forget``: also the level, rhythm and shape learnt so far."""
        self._finder.reset()
        self._pending: list[Hump] = []
        self._last: Hump | None = None
        self._found: list[Complex] = []
        self._known = 0  # samples that the present decision needs
        self._doubt = 0.0
        if forget or self._learning is not None:
            self._pattern = Pattern()
            self._learning: list[Hump] | None = []  # None once the first level is known
            self._heights: list[float] = []
            self._intervals: list[int] = []
            self._level = 0.0
            self._noise = 0.0
            self._interval = 0.8 * FS_HZ

    def push(self, x: FloatArray, off: NDArray[np.bool_]) -> list[Complex]:
        """The beats that are now certain, ascending. ``x`` and ``off``: (n,)."""
        if len(x):
            self._handle(self._finder.push(x, off))
        found, self._found = self._found, []
        return found

    def finish(self) -> list[Complex]:
        """The beats still in doubt at the end of the signal, decided with what there is."""
        end = self._finder.end
        self._handle(self._finder.tail())
        if self._learning:
            self._learn()
        self._expire(end + WAIT + DELAY)
        found, self._found = self._found, []
        return [one for one in found if one.at < end]

    def _handle(self, humps: list[tuple[int, float]]) -> None:
        for at, energy in humps:
            self._expire(at)
            self._known = max(self._known, at + DELAY + 1)
            hump = self._pattern.weigh(at, energy, self._finder.around(at, REACH), self._finder.usual(at))
            if self._learning is None:
                self._decide(hump)
            elif len(self._learning) < MAX_LEARNING:
                self._learning.append(hump)
        self._expire(self._finder.scanned)

    def _expire(self, now: int) -> None:
        """Ends the learning, and the waiting of pending humps, each at its own time and never later."""
        if self._learning and now >= LEARN:
            self._learn()
        while self._pending and now >= (due := self._pending[0].at + WAIT):
            self._known = max(self._known, due + DELAY)
            self._look_back(due, None)
            if self._pending and self._pending[0].at + WAIT == due:
                self._reject(self._pending.pop(0))

    def _learn(self) -> None:
        humps, self._learning = self._learning or [], None
        self._known = max(self._known, LEARN + DELAY)
        heights = sorted((hump.height for hump in humps), reverse=True)
        self._level = heights[min(1, len(heights) - 1)]
        self._heights = [self._level]
        for hump in humps:
            self._expire(hump.at)
            self._decide(hump)

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
        need = max(share * self._level, NOISE_NEED * self._noise)
        if since > SILENCE:
            floor = max(SILENCE_NEED * hump.usual, 2.0 * FLOOR_UV)
            need = max(need * 0.5 ** ((since - SILENCE) / SILENCE_HALVING), floor)
        return need

    def _decide(self, hump: Hump) -> None:
        last = self._last
        if last is not None and hump.at - last.at < BLUNT_EARLY and hump.sharp < BLUNT * last.sharp:
            self._reject(hump)
        elif hump.height >= self._demand(hump):
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
            if best is None or best.height < max(BACK_SHARE * self._level, NOISE_NEED * self._noise):
                break
            self._accept(best)
            self._pending = [hump for hump in self._pending if hump.at > best.at + APART]
        if following is not None:
            for hump in self._pending:
                self._reject(hump)
            self._pending = []

    def _reject(self, hump: Hump) -> None:
        self._noise += NOISE_RATE * (min(hump.height, NOISE_CAP * self._level) - self._noise)
        if self._last is None or hump.at - self._last.at > T_END:
            self._doubt = max(self._doubt, hump.height / max(self._level, FLOOR_UV))

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
        self._level = sorted(self._heights)[len(self._heights) // 2]
        self._pattern.learn(hump)
        self._found.append(Complex(hump.at, round(self._doubt, 3), self._known))
        self._doubt = 0.0

    def state(self) -> State:
        """Everything the next samples depend on."""
        return {
            "finder": self._finder.state(),
            "pattern": self._pattern.state(),
            "pending": [list(hump) for hump in self._pending],
            "last": self._last and list(self._last),
            "learning": None if self._learning is None else [list(hump) for hump in self._learning],
            "heights": self._heights,
            "intervals": self._intervals,
            "level": self._level,
            "noise": self._noise,
            "interval": self._interval,
            "doubt": self._doubt,
        }

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave."""

        def humps(rows: list[list[Any]]) -> list[Hump]:
            return [Hump(*row) for row in rows]

        self._finder.load(state["finder"])
        self._pattern.load(state["pattern"])
        self._pending = humps(state["pending"])
        self._last = Hump(*state["last"]) if state["last"] else None
        self._learning = None if state["learning"] is None else humps(state["learning"])
        self._heights = state["heights"]
        self._intervals = state["intervals"]
        self._level = state["level"]
        self._noise = state["noise"]
        self._interval = state["interval"]
        self._doubt = state["doubt"]
        self._found = []
