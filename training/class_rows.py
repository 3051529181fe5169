"""What the chain sees of the beats of hearts: its features, and the classes people gave them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from daemon.matching import match
from dsp.chain import Chain, Found
from dsp.class_model import LABELS, Said
from dsp.labels import NAMES, Labeller
from dsp.resample import FS_HZ
from dsp.types import BeatLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from training.class_hearts import Heart

MATCH: Final = 0.150 * FS_HZ  # EC57's window
PIECE: Final = FS_HZ  # pushed at once
NONE: Final = -1  # class of what is no beat
SKIP: Final = -2  # neither learnt nor scored: in flutter, or of a class that is not told


@dataclass(frozen=True, slots=True)
class Rows:
    """``x``: (n, features); ``y``: (n,) index in ``LABELS``, NONE or SKIP; ``missed``: beats by class."""

    group: str
    x: NDArray[np.float32]
    y: NDArray[np.int64]
    missed: NDArray[np.int64]


class Listener:
    """Notes what a model would be asked."""

    def __init__(self) -> None:
        self.rows: list[Sequence[float] | None] = []

    def judge(self, features: Sequence[float]) -> Said:
        """Notes the features; the class is not known."""
        self.rows.append(features)
        return Said(BeatLabel.N, 0.0)


def rows(heart: Heart) -> Rows:
    """The beats that the chain finds in the heart's first lead."""
    listener = Listener()
    chain = Chain(delineates=False, labeller=lambda: Labeller(listener))
    x = heart.uv[0]
    events = []
    for k in range(0, len(x), PIECE):
        part = x[k : k + PIECE]
        events += chain.push(part, np.zeros(len(part), np.bool_))
    events += chain.finish()[0]
    found = [one for one in events if isinstance(one, Found)]
    told = [one for one in found if one.label is not BeatLabel.Q]  # those at the borders are not asked for
    at = np.rint([one.at for one in told]).astype(np.int64)
    y = np.full(len(told), NONE)
    missed = np.ones(len(heart.beats), np.bool_)
    order = [str(label) for label in LABELS]
    for i, k in match(np.rint(heart.beats).astype(np.int64), at, MATCH):
        missed[i] = False
        y[k] = order.index(heart.classes[i]) if heart.classes[i] in order else SKIP
    for first, last in heart.flutter:
        y[(at >= first - MATCH) & (at <= last + MATCH)] = SKIP
        missed &= (heart.beats < first) | (heart.beats > last)
    lost = np.array([sum(missed[k] for k, c in enumerate(heart.classes) if c == name) for name in order])
    table = np.array(listener.rows, np.float32).reshape(-1, len(NAMES))
    return Rows(heart.group, table, y, lost.astype(np.int64))
