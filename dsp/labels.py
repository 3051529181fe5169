"""Which class a beat is of: normal, supraventricular, ventricular or fusion; on one lead, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

import numpy as np

from dsp import class_model, class_shapes, class_timing
from dsp.class_looks import AFTER, BEFORE
from dsp.class_model import Said
from dsp.class_shapes import REACH, Shapes
from dsp.class_timing import Timing
from dsp.types import BeatLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsp.state import State
    from dsp.types import FloatArray

EARLIER: Final = ("rr_usual", "rr_mean", "like", "area_usual", "p_like", "like_kind")  # of beats before
PAST: Final = 2  # beats before
OWN: Final = (*class_timing.NAMES, *class_shapes.NAMES)
NAMES: Final = (*OWN, *(f"{name}_{k}" for k in range(1, PAST + 1) for name in EARLIER))
# Those that ask what this person's beats look like.
LEARNT: Final = frozenset(class_shapes.NAMES).difference(class_shapes.BARE)
TEMPLATES: Final = frozenset(
    name for name in NAMES if name in LEARNT or name.rsplit("_", 1)[0] in LEARNT.intersection(EARLIER)
)
PLACES: Final = tuple(OWN.index(name) for name in EARLIER)
EARLY: Final = OWN.index("rr_usual")
ON_TIME: Final = OWN.index("rr_p90")
LOOK: Final = max(BEFORE, AFTER)  # samples on either side of an R peak, as far as they are known
UNKNOWN: Final = Said(BeatLabel.Q, 0.0)
NEVER: Final = (0.0, 0.0, 1.0, 0.0, 1.0, 1.0)  # stands for a beat before the first


class Judge(Protocol):
    """Tells the class of a beat from the features ``NAMES``."""

    def judge(self, features: Sequence[float]) -> Said:
        """The likeliest class."""


class Labeller:
    """Labels beats as they come, from what is known when they are found.

    Args:
        judge: another than the network that comes with Hearth.

    Raises:
        ModelMissing, ModelShape: that network is damaged.
    """

    def __init__(self, judge: Judge | None = None) -> None:
        self._judge = judge or class_model.shipped(NAMES)
        self._timing, self._shapes = Timing(), Shapes()
        self._past: list[float] = [*NEVER, *NEVER]  # features of the last beats, the newest first

    def label(self, x: FloatArray, at: int, level: float, interval: float | None) -> Said:
        """Class of the beat whose R peak is ``x[at]`` (250 Hz, uV).

        ``level``: of the baseline; ``interval``: samples since the beat before, None after a break. Beats
        cut off by a border are Q.
        """
        if at < REACH or at + REACH >= len(x):
            if interval is not None:
                self._timing.learn(interval)
            return UNKNOWN
        if at >= BEFORE and at + AFTER < len(x):
            near = x[at - BEFORE : at + AFTER + 1]
        else:
            near = x[np.clip(np.arange(at - BEFORE, at + AFTER + 1), 0, len(x) - 1)]
        shape, seen = self._shapes.look(near, level)
        own = [*self._timing.look(interval), *shape]
        said = self._judge.judge([*own, *self._past])
        self._shapes.learn(seen, own[EARLY], own[ON_TIME], interval)
        if interval is not None:
            self._timing.learn(interval)
        self._past = [*[own[k] for k in PLACES], *self._past[: -len(PLACES)]]
        return said

    def state(self) -> State:
        """Everything the next labels depend on."""
        return {
            "timing": self._timing.state(),
            "shapes": self._shapes.state(),
            "past": self._past,
        }

    def load(self, state: State) -> None:
        """Takes back what :meth:`state` gave."""
        self._timing.load(state["timing"])
        self._shapes.load(state["shapes"])
        self._past = list(state["past"])
