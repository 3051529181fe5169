"""A real recording as the heart beneath a virtual strap: resampled to the strap's own rate."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
from scipy.signal import resample_poly

from ingest.recordings import open_recording
from tests import recordings

if TYPE_CHECKING:
    from dsp.types import IntArray


class Played:
    """A record of the MIT-BIH database at ``fs_hz``, over and over. Called as a strap's signal."""

    def __init__(self, record: str, fs_hz: float) -> None:
        recording = open_recording(recordings.path("mitdb", record))
        ratio = Fraction(str(fs_hz)) / Fraction(str(recording.fs_hz))
        uv = resample_poly(recording.uv(0).astype(float), ratio.numerator, ratio.denominator)
        self._uv: IntArray = np.rint(uv).astype(np.int32)

    def __call__(self, start: int, n: int) -> IntArray:
        """``n`` samples from ``start`` on, int32 microvolts."""
        return self._uv[np.arange(start, start + n) % len(self._uv)]
