"""The half minute of good signal that ends with a window, with its beats: what is asked about beside it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.record_traits import traits_at
from dsp.resample import FS_HZ
from dsp.rhythm_input import detrended
from dsp.types import Beat, BeatLabel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from dsp.models import Classifier
    from dsp.record_model import RecordModel
    from dsp.state import State
    from dsp.types import FloatArray, Rhythm

LENGTH: Final = 30 * FS_HZ  # the shortest episode of AF that counts
KEPT: Final = 20 * FS_HZ  # before a window of ten seconds
TOP_UV: Final = 32_767.0  # more is no ECG, and whole microvolts are kept in two bytes


class HalfMinute:
    """Keeps the signal of good windows that lie end to end, and its beats.

    ``kept``: (n,) at 250 Hz, whole microvolts; ``beats``: theirs; ``marks``: where in it they are, samples.
    """

    def __init__(self) -> None:
        self.kept: NDArray[np.int16] = np.empty(0, np.int16)
        self.beats: list[Beat] = []
        self.marks: list[float] = []

    def ask(
        self,
        x: FloatArray,
        classifier: Classifier,
        judge: RecordModel | None = None,
        beats: Sequence[Beat] = (),
        marks: Sequence[float] = (),
    ) -> Mapping[Rhythm, float] | None:
        """The probability of each rhythm for the half minute that ends with ``x``, a good window.

        None where so much was not recorded in one piece, or some of it is no good.

        Args:
            x: its samples, (n,) uV.
            classifier: any.
            judge: weighs what it says with what beats and waves of the half minute say.
            beats: those of the window.
            marks: where in ``x`` they are, in samples.
        """
        uv = np.rint(np.clip(x, -TOP_UV, TOP_UV)).astype(np.int16)
        whole, before = np.concatenate((self.kept, uv)), len(self.kept)
        self.beats += beats
        self.marks += [before + at for at in marks]
        row, first = whole[-LENGTH:].astype(np.float64), max(0, len(whole) - LENGTH)
        self._drop(first)
        told, at = tuple(self.beats), np.array(self.marks, np.float64)
        self.kept = whole[-KEPT:]
        self._drop(len(row) - len(self.kept))
        if len(row) < LENGTH:
            return None
        said = classifier.probabilities(row)
        if judge is None or said is None:
            return said
        return judge.probabilities(said, traits_at(detrended(row), told, at / FS_HZ))

    def forget(self) -> None:
        """Signal is missing, or is no good."""
        self.kept, self.beats, self.marks = np.empty(0, np.int16), [], []

    def state(self) -> State:
        """Everything that the next answer depends on."""
        rows = zip(self.marks, self.beats, strict=True)
        return {
            "kept": self.kept,
            "beats": [[at, b.label.value, b.amplitude_uv, b.probability] for at, b in rows],
        }

    def load(self, state: State) -> None:
        """Take back what :meth:`state` gave."""
        self.kept = state["kept"].astype(np.int16)
        self.marks = [at for at, *_ in state["beats"]]
        self.beats = [Beat(round(at), BeatLabel(label), uv, p) for at, label, uv, p in state["beats"]]

    def _drop(self, first: int) -> None:
        """Forgets beats before a sample, which is the first then."""
        k = bisect_left(self.marks, first)
        del self.beats[:k]
        self.marks = [at - first for at in self.marks[k:]]
