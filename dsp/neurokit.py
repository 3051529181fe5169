"""Delineation by neurokit2's ``prominence`` method: the yardstick for our own, and an option.

Imported only when asked for: neurokit2 costs 3.4 s and 103 MB.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.delineation import NOTHING, Marks
from dsp.resample import FS_HZ

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsp.types import FloatArray

FIELDS: Final = {
    "p_on": "ECG_P_Onsets",
    "p_peak": "ECG_P_Peaks",
    "p_off": "ECG_P_Offsets",
    "qrs_on": "ECG_R_Onsets",
    "qrs_off": "ECG_R_Offsets",
    "t_on": "ECG_T_Onsets",
    "t_peak": "ECG_T_Peaks",
    "t_off": "ECG_T_Offsets",
}
LEAST_BEATS: Final = 3  # neurokit2 takes its spans from the intervals between beats


def delineate(
    x: FloatArray,
    r_peaks: Sequence[int],
    first: int = 0,
    stop: int | None = None,
    *,
    method: str = "prominence",
) -> list[Marks]:
    """The same contract as :func:`dsp.waves.delineate`; nothing is found where neurokit2 fails.

    ``method``: one of neurokit2's: "prominence" (the best of them), "dwt", "cwt".
    """
    stop = len(r_peaks) if stop is None else stop
    nothing = [NOTHING] * (stop - first)
    if len(r_peaks) < LEAST_BEATS:
        return nothing
    import neurokit2 as nk  # noqa: PLC0415 - see the module's docstring

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # empty slices at the borders of a window
            clean = nk.ecg_clean(x, sampling_rate=FS_HZ)
            waves = nk.ecg_delineate(clean, np.asarray(r_peaks), sampling_rate=FS_HZ, method=method)[1]
    except (ZeroDivisionError, ValueError, IndexError):
        return nothing  # flat or noisy signal: neurokit2 raises instead of finding nothing
    return [_marks(waves, k) for k in range(first, stop)]


def _marks(waves: Mapping[str, Sequence[float]], k: int) -> Marks:
    def at(name: str) -> int | None:
        values = waves.get(name, ())
        return int(values[k]) if k < len(values) and np.isfinite(values[k]) else None

    return Marks(**{field: at(name) for field, name in FIELDS.items()})
