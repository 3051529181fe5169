"""Humps of QRS energy: each may be a beat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.energy import REACH, Energy
from dsp.middle import middle
from dsp.resample import FS_HZ
from dsp.track import Track

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dsp.state import State
    from dsp.types import FloatArray

APART: Final = 50  # 200 ms: no two QRS complexes are nearer; the larger hump wins
FLOOR_UV: Final = 4.0  # humps below are the noise of any amplifier
RECENT: Final = 2 * FS_HZ  # two seconds: what the usual energy between beats is taken from
THIN: Final = 5  # energy changes little within 20 ms: every fifth sample tells as much
KEEP: Final = RECENT + 2 * APART
DELAY: Final = APART + REACH  # samples after a hump that must be known before it counts


class HumpFinder:
    """Streams samples at 250 Hz into local maxima of QRS energy, 200 ms apart, and shows the signal there."""

    def __init__(self) -> None:
        self._energy = Energy()
        self._e = Track(KEEP, np.float64)
        self._x = Track(KEEP, np.float64)
        self._off = Track(KEEP, np.bool_)
        self.reset()

    def reset(self) -> None:
        """Starts at index 0 again."""
        self._energy.reset()
        self._e.load(0, np.empty(0))
        self._x.load(0, np.empty(0))
        self._off.load(0, np.empty(0, np.bool_))
        self._last_off = -KEEP  # newest sample without contact
        self.scanned = 0  # humps before this index have been given

    @property
    def end(self) -> int:
        """Samples taken."""
        return self._x.end

    def push(self, x: FloatArray, off: NDArray[np.bool_]) -> list[tuple[int, float]]:
        """Index and energy in uV of every hump whose neighbourhood is now complete, ascending.

        ``off``: where contact was lost; humps whose energy such samples touch are left out.
        """
        if off.any():
            self._last_off = self._off.end + int(np.flatnonzero(off)[-1])
        self._off.append(off)
        self._x.append(x)
        self._e.append(self._energy.push(x))
        end = self._e.end - APART
        if end <= self.scanned:
            return []
        start = max(self._e.start, self.scanned - APART)
        e = self._e.view(start, self._e.end)
        lo, hi = max(1, self.scanned - start), end - start
        here = e[lo:hi]
        tops = (here > e[lo - 1 : hi - 1]) & (here >= e[lo + 1 : hi + 1]) & (here > FLOOR_UV)
        self.scanned = end
        found = []
        for k in (np.flatnonzero(tops) + lo).tolist():
            top = float(e[k])
            at = start + k
            if at >= REACH and top >= e[max(0, k - APART) : k + APART + 1].max() and self._contact(at):
                found.append((at, top))
        return found

    def tail(self) -> list[tuple[int, float]]:
        """The humps that waited for samples which will not come: the last value stands for those.

        Humps whose own energy such samples would touch are left out.
        """
        end = self.end
        if not end:
            return []
        pad = np.full(DELAY + 1, float(self._x.view(self.end - 1, self.end)[0]))
        return [hump for hump in self.push(pad, np.zeros(len(pad), np.bool_)) if hump[0] < end - REACH]

    def around(self, at: int, reach: int) -> FloatArray:
        """Samples from ``reach`` before to ``reach`` after an index; fewer at the beginning of the signal."""
        return self._x.view(at - reach, at + reach + 1)

    def usual(self, at: int) -> float:
        """Median energy of the two seconds before an index: small between clean beats, large in noise."""
        return middle(self._e.view(at - RECENT, max(at, 1))[::THIN])

    def _contact(self, at: int) -> bool:
        return self._last_off < at - REACH or not self._off.view(at - REACH, at + REACH + 1).any()

    def state(self) -> State:
        """Everything the next samples depend on."""
        return {
            "energy": self._energy.state(),
            "e": self._e.state(),
            "x": self._x.state(),
            "off": self._off.state(),
            "last_off": self._last_off,
            "scanned": self.scanned,
        }

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave."""
        self._energy.load(state["energy"])
        self._e.load(*state["e"])
        self._x.load(*state["x"])
        self._off.load(*state["off"])
        self._last_off = state["last_off"]
        self.scanned = state["scanned"]
