"""How long after its R peak a beat is out, and that it depends on the signal alone."""

from __future__ import annotations

import numpy as np
import pytest
import wfdb

from dsp.beats import BeatDetector, Complex
from tests import recordings


def samples(record: str, seconds: int) -> np.ndarray:
    """The first lead of a record in uV, at its own 360 Hz."""
    signal = wfdb.rdrecord(str(recordings.path("mitdb", record)), channels=[0], sampto=seconds * 360)
    uv: np.ndarray = np.rint(signal.p_signal[:, 0] * 1000.0)
    return uv


@pytest.mark.parametrize("record", ["203", "208"])
def test_a_beat_says_how_many_samples_made_it_certain(record: str) -> None:
    x = samples(record, 60)
    told: list[list[Complex]] = []
    for chunk in (37, 250, len(x)):
        detector, found = BeatDetector(), []
        for start in range(0, len(x), chunk):
            part = x[start : start + chunk]
            now = detector.push(part, np.zeros(len(part), np.bool_))
            assert all(start < one.decided <= start + len(part) for one in now)
            found += now
        told.append(found + detector.finish())
    assert told[0] == told[1] == told[2]
    decided = [one.decided for one in told[0]]
    assert decided == sorted(decided)
