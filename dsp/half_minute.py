"""The half minute of good signal that ends with a window, with its beats: what is asked about beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.record_traits import traits
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
FINE: Final = 16  # parts of a sample that beats are placed by


class HalfMinute:
    """Keeps the signal of good windows that lie end to end, and its beats.

    ``kept``: (n,) at 250 Hz, whole microvolts; ``beats``: theirs, in parts of its samples.
    """

    def __init__(self) -> None:
        self.kept: NDArray[np.int16] = np.empty(0, np.int16)
        self.beats: list[Beat] = []

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
        if judge:
            self.beats += [
                replace(beat, sample=round(FINE * (before + at)))
                for beat, at in zip(beats, marks, strict=True)
            ]
        self.kept = whole[-KEPT:]
        if len(whole) < LENGTH:
            return None
        row = whole[-LENGTH:].astype(np.float64)
        held = self._since(len(whole) - LENGTH)
        self.beats = self._since(len(whole) - len(self.kept))
        said = classifier.probabilities(row)
        if judge is None or said is None:
            return said
        return judge.probabilities(said, traits(detrended(row), held, FINE * FS_HZ))

    def forget(self) -> None:
        """Signal is missing, or is no good."""
        self.kept, self.beats = np.empty(0, np.int16), []

    def state(self) -> State:
        """Everything that the next answer depends on."""
        return {
            "kept": self.kept,
            "beats": [[b.sample, b.label.value, b.amplitude_uv, b.probability] for b in self.beats],
        }

    def load(self, state: State) -> None:
        """Take back what :meth:`state` gave."""
        self.kept = state["kept"].astype(np.int16)
        self.beats = [Beat(at, BeatLabel(label), uv, p) for at, label, uv, p in state["beats"]]

    def _since(self, first: int) -> list[Beat]:
        """Beats from a sample on, which is the first now."""
        moved = FINE * first
        return [replace(b, sample=b.sample - moved) for b in self.beats if b.sample >= moved]
