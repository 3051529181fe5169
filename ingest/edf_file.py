"""European Data Format files, EDF and continuous EDF+."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import numpy as np

from ingest.tracing import Recording, RecordingError, check_length, check_rate, usable_leads, uv_per_unit

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from edfio import Edf

    from dsp.types import FloatArray


def read_edf(path: Path, *, fs_hz: float | None = None) -> Recording:
    """Open an EDF or EDF+ file. ``fs_hz`` replaces the file's rate.

    A cut-off last data record is left out with a remark.

    Raises:
        RecordingError: no EDF, no voltage in it, or a discontinuous EDF+.
    """
    import edfio  # noqa: PLC0415 - read only when an EDF is

    if not path.is_file():
        raise RecordingError(path, "no such file", "an EDF file")
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            edf = edfio.read_edf(path)
            continuous = edf.is_continuous
            signals = [(s.label, s.physical_dimension, float(s.sampling_frequency)) for s in edf.signals]
    except (OSError, ValueError, ArithmeticError, IndexError) as error:
        raise RecordingError(path, f"unreadable ({error})", "an EDF or EDF+ file") from error
    if not continuous:
        raise RecordingError(path, "discontinuous EDF+ (EDF+D)", "a continuous one (EDF+C)")
    kept, rate, remarks = usable_leads(path, signals)

    def read(lead: int) -> FloatArray:
        signal = edf.signals[kept[lead]]
        return np.asarray(signal.data, dtype=np.float64) * (uv_per_unit(signal.physical_dimension) or 1.0)

    for i in kept:
        if edf.signals[i].physical_min == edf.signals[i].physical_max:
            raise RecordingError(path, f"signal {signals[i][0]} has no scale", "physical minimum < maximum")
    return Recording(
        name=path.stem,
        fs_hz=check_rate(path, fs_hz or rate),
        leads=tuple(signals[i][0] for i in kept),
        n=check_length(path, edf.num_data_records * edf.signals[kept[0]].samples_per_data_record),
        start=_start(edf),
        remarks=tuple(str(w.message) for w in caught) + remarks,
        read=read,
    )


def _start(edf: Edf) -> datetime | None:
    """Start of the file; None where the date was made anonymous or is no date."""
    try:
        return edf.startdatetime
    except ValueError:
        return None
