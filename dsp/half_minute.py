"""The half minute of good signal that ends with a window: what a classifier is asked about beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from dsp.resample import FS_HZ

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from dsp.models import Classifier
    from dsp.types import FloatArray, Rhythm

LENGTH: Final = 30 * FS_HZ  # the shortest episode of AF that counts
KEPT: Final = 20 * FS_HZ  # before a window of ten seconds
TOP_UV: Final = 32_767.0  # more is no ECG, and whole microvolts are kept in two bytes


class HalfMinute:
    """Keeps the signal of good windows that lie end to end; (n,) at 250 Hz, whole microvolts."""

    def __init__(self) -> None:
        self.kept: NDArray[np.int16] = np.empty(0, np.int16)

    def ask(self, x: FloatArray, classifier: Classifier) -> Mapping[Rhythm, float] | None:
        """The probability of each rhythm for the half minute that ends with ``x``, a good window.

        None where so much was not recorded in one piece, or some of it is no good.
        """
        uv = np.rint(np.clip(x, -TOP_UV, TOP_UV)).astype(np.int16)
        whole = np.concatenate((self.kept, uv))
        self.kept = whole[-KEPT:]
        if len(whole) < LENGTH:
            return None
        return classifier.probabilities(whole[-LENGTH:].astype(np.float64))

    def forget(self) -> None:
        """Signal is missing, or is no good."""
        self.kept = np.empty(0, np.int16)

    def load(self, kept: NDArray[Any]) -> None:
        """Take back what was :attr:`kept`."""
        self.kept = kept.astype(np.int16)
