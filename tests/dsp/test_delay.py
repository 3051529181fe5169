"""How long after its R peak a beat is out, and after its T wave the waves; it depends on the signal alone."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
import wfdb

import dsp
from dsp import Beat, Fiducials, Pipeline
from dsp.beats import BeatDetector, Complex
from tests import recordings

FS_HZ = 360.0
CHUNK = 14  # samples: 40 ms
RECORDS = ("100", "119", "203", "217", "232")  # clear, ectopic, fibrillating, paced, with pauses


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


@cache
def told(record: str) -> list[tuple[int, Beat | Fiducials]]:
    """Beats and waves with the samples consumed when they came; two seconds are missing on the way."""
    x = samples(record, 60)
    pipeline = Pipeline(FS_HZ)
    found: list[tuple[int, Beat | Fiducials]] = []
    gap = range(round(30 * FS_HZ), round(32 * FS_HZ))
    results: list[dsp.Result] = []
    while pipeline.position < len(x):
        at = pipeline.position
        if at == gap.start:
            results = pipeline.gap(len(gap))
        else:
            stop = min(at + CHUNK, gap.start) if at < gap.start else at + CHUNK
            results = pipeline.push(x[at:stop])
        if at != gap.start:  # what a gap ends comes with it, as early as can be
            found += [(pipeline.position, r) for r in results if isinstance(r, Beat | Fiducials)]
    return found


def delays_s(record: str) -> np.ndarray:
    """From each R peak to its report."""
    return np.array([(now - r.sample) / FS_HZ for now, r in told(record) if isinstance(r, Beat)])


@pytest.mark.parametrize("record", RECORDS)
def test_beats_are_out_within_a_second_from_the_first_on(record: str) -> None:
    delays = delays_s(record)
    assert len(delays) > 40
    assert delays.max() <= 1.0


def test_most_beats_are_out_within_two_fifths_of_a_second() -> None:
    assert np.median(np.concatenate([delays_s(record) for record in RECORDS])) <= 0.4


@pytest.mark.parametrize("record", RECORDS)
def test_waves_are_out_within_a_second_of_the_t_wave(record: str) -> None:
    first: dict[int, int] = {}
    late = []
    for now, one in told(record):
        if isinstance(one, Fiducials) and one.beat not in first:
            first[one.beat] = now
            if one.t_off is not None:
                late.append((now - one.t_off) / FS_HZ)
    assert len(late) > 20
    assert max(late) <= 1.0
