"""What the beats of this signal look like: size, sharpness and shape, learnt as they come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from dsp.state import State
    from dsp.types import FloatArray

HISTORY: Final = 9  # beats that the usual size is the median of
HALF: Final = 22  # 88 ms: half the length of the compared shape
SLIDE: Final = 4  # 16 ms: humps are aligned no better
STEP: Final = 4  # 16 ms: differences over it leave out the baseline
REACH: Final = HALF + SLIDE + STEP // 2
BEND: Final = 4  # 16 ms: a QRS complex bends within it, a T wave does not
BEND_REACH: Final = 22
MIX: Final = 0.4  # weight of sharpness against energy in a clean signal,
MIX_NOISY: Final = 0.6  # and so much more in a noisy one, where slow electrode motion prevails
LIKE_WEIGHT: Final = 1.2  # how hard an unlike shape is punished in noise; in a clean signal not at all
CLEAN: Final = 0.08  # energy between beats over that of a beat: below, nothing disturbs
NOISY: Final = 0.20  # and above, shape decides
LIKE: Final = 0.6  # correlation from which a beat refreshes the shape
RATE: Final = 0.12  # of that refreshing
SHIFTED: Final = np.arange(2 * SLIDE + 1)[:, None] + np.arange(2 * HALF + 1)  # rows of one alignment each
ODD: Final = 4  # so many unlike beats in a row make a new shape


class Hump(NamedTuple):
    """A possible beat: index at 250 Hz, energy (uV), height for comparison (uV), sharpness, shape.

    ``usual``: energy between beats then, uV; ``like``: correlation with the shape of the beats.
    """

    at: int
    energy: float
    height: float
    sharp: float
    like: float
    usual: float
    shape: FloatArray | None


class Pattern:
    """Weighs humps against the beats so far.

    The height of a hump is its energy, reduced when it bends less sharply than the beats do, and, in noise,
    when its shape is unlike theirs: T waves and electrode motion have energy but are blunt.
    """

    def __init__(self) -> None:
        self._energies: list[float] = []
        self._sharps: list[float] = []
        self._shape: FloatArray | None = None
        self._odd = 0
        self.energy = 0.0
        self.sharp = 0.0

    def weigh(self, at: int, energy: float, near: FloatArray, usual: float) -> Hump:
        """The hump at ``at``. ``near``: samples ``REACH`` to either side; ``usual``: energy between beats."""
        sharp = _bend(near)
        like, shape = self._compare(near)
        if not self.energy:
            return Hump(at, energy, energy, sharp, like, usual, shape)
        noise = min(1.0, max(0.0, (usual / self.energy - CLEAN) / (NOISY - CLEAN)))
        blunt = min(1.0, (sharp / self.sharp) / (energy / self.energy))
        unlike = 1.0 - max(0.0, like)
        height = energy * float(blunt ** (MIX + noise * MIX_NOISY) * np.exp(-noise * LIKE_WEIGHT * unlike))
        return Hump(at, energy, height, sharp, like, usual, shape)

    def learn(self, beat: Hump) -> None:
        """Takes an accepted beat into account."""
        self._energies = [*self._energies[1 - HISTORY :], beat.energy]
        self._sharps = [*self._sharps[1 - HISTORY :], max(beat.sharp, 1.0)]
        self.energy = sorted(self._energies)[len(self._energies) // 2]
        self.sharp = sorted(self._sharps)[len(self._sharps) // 2]
        if beat.shape is None:
            return
        unit = beat.shape / max(1e-9, float(np.sqrt(beat.shape @ beat.shape)))
        self._odd = 0 if beat.like > LIKE else self._odd + 1
        if self._shape is None or self._odd > ODD:
            self._shape, self._odd = unit, 0
        elif not self._odd:
            shape = self._shape + RATE * (unit - self._shape)
            self._shape = shape / np.sqrt(shape @ shape)

    def _compare(self, near: FloatArray) -> tuple[float, FloatArray | None]:
        """Largest correlation with the shape of the beats, and the segment where it is."""
        if len(near) < 2 * REACH + 1:
            return 0.0, None
        d = near[STEP:] - near[:-STEP]
        rows = d[SHIFTED]
        if self._shape is None:
            return 1.0, rows[SLIDE].copy()
        norms = np.sqrt(np.einsum("ij,ij->i", rows, rows))
        likeness = (rows @ self._shape) / np.maximum(norms, 1e-9)
        k = int(likeness.argmax())
        return float(likeness[k]), rows[k].copy()

    def state(self) -> State:
        """Everything the next humps depend on."""
        return {
            "energies": self._energies,
            "sharps": self._sharps,
            "shape": self._shape,
            "odd": self._odd,
            "energy": self.energy,
            "sharp": self.sharp,
        }

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave."""
        self._energies = state["energies"]
        self._sharps = state["sharps"]
        self._shape = state["shape"]
        self._odd = state["odd"]
        self.energy = state["energy"]
        self.sharp = state["sharp"]


def _bend(near: FloatArray) -> float:
    """Largest bend within 16 ms of the smoothed signal around the middle, in uV."""
    middle = len(near) // 2
    v = near[max(0, middle - BEND_REACH) : middle + BEND_REACH + 1]
    if len(v) < 2 * BEND + 3:
        return 0.0
    v = v[2:] + v[1:-1] + v[:-2]
    bend = v[2 * BEND :] - 2.0 * v[BEND:-BEND] + v[: -2 * BEND]
    return float(max(bend.max(), -bend.min())) / 3.0
