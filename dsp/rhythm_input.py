"""What the rhythm network sees of a signal: every second sample, without drift, at the wearer's own scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.middle import median

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dsp.types import FloatArray

    Row = NDArray[np.float32]

NAME: Final = "rhythm-1"  # of this preparation: a model says which one it was trained with
FS_HZ: Final = 125.0  # half the chain's rate: nothing that tells rhythms lies above 50 Hz
HALF_BAND: Final = np.array([-1.0, 0.0, 9.0, 16.0, 9.0, 0.0, -1.0]) / 32.0  # flat to 40 Hz, -6 dB at 62.5 Hz
REACH: Final = len(HALF_BAND) // 2
SECOND: Final = 125  # samples, of which one is the largest: a QRS complex, at any rate above 60 a minute
DRIFT: Final = 125  # twice a mean of a second, the drift: -3 dB at 0.6 Hz
FLOOR_UV: Final = 10.0  # smaller signals are the noise of any amplifier, and stay small
TOP: Final = 6.0  # times the usual peak: what goes beyond is an artefact, however far


def prepare(x: FloatArray) -> Row:
    """(n,) uV at 250 Hz, one second or more, to (n // 2,) at 125 Hz: usual peaks of 1, nothing beyond 6."""
    return scaled(detrended(x))


def detrended(x: FloatArray) -> FloatArray:
    """The part of it that is linear: (n // 2,) uV at 125 Hz, without drift."""
    # Joined by hand: numpy's own padding takes longer than all of the arithmetic.
    wide = np.concatenate((x[:1].repeat(REACH), x, x[-1:].repeat(REACH)))
    y = np.convolve(wide, HALF_BAND, mode="valid")[: 2 * (len(x) // 2) : 2]
    return y - _mean(_mean(y))


def scaled(y: FloatArray) -> Row:
    """The rest: divided by the median of the largest sizes of each second."""
    seconds = len(y) // SECOND
    peaks = np.abs(y[: seconds * SECOND]).reshape(seconds, SECOND).max(axis=1)
    z = (y / max(median(peaks.tolist()), FLOOR_UV)).astype(np.float32)
    return np.minimum(np.maximum(z, -TOP, out=z), TOP, out=z)


def _mean(y: FloatArray) -> FloatArray:
    """The running mean of a second around each sample; the ends are mirrored."""
    half = DRIFT // 2
    total: FloatArray = np.concatenate((y[half::-1], y, y[: -half - 1 : -1])).cumsum()
    return (total[DRIFT:] - total[:-DRIFT]) * (1.0 / DRIFT)
