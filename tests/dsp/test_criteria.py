from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import dsp
from dsp.criteria import Seen, criteria, decisive
from dsp.explanation import PARTS
from dsp.types import Beat, BeatLabel, FindingKind
from tests.dsp.signals import ecg, regular

FS = 250.0
N, V = BeatLabel.N, BeatLabel.V


def seen(r_s: list[float], length_s: float = 30.0, *, wide: tuple[int, ...] = (), start: int = 0) -> Seen:
    """A strip with its beats as they are, its waves as the chain finds them."""
    uv = ecg(r_s, length_s, FS, wide=wide)
    beats = [Beat(start + round(at * FS), V if k in wide else N) for k, at in enumerate(r_s)]
    found = dsp.analyze(uv, FS)
    near = {round(f.beat / 25): f for f in found.fiducials}
    waves = []
    for beat in beats:
        f = near.get(round((beat.sample - start) / 25))
        if f is not None:
            waves.append(_moved(f, beat.sample - f.beat, start))
    return Seen(FS, start, uv, beats, waves)


def _moved(f: dsp.Fiducials, by: int, start: int) -> dsp.Fiducials:
    def at(place: int | None) -> int | None:
        return None if place is None else place + start

    return replace(f, beat=f.beat + by, p_peak=at(f.p_peak), qrs_on=at(f.qrs_on), qrs_off=at(f.qrs_off))


def test_wide_beats_are_told_by_shape_width_and_time() -> None:
    r_s = regular(30.0)
    for k in (14, 15, 16):
        r_s[k] -= 0.2 * (k - 13)
    strip = seen(r_s, wide=(14, 15, 16))
    first, last = strip.beats[14].sample, strip.beats[16].sample
    told = criteria(FindingKind.WIDE_RUN, first, last - first + 1, strip)
    assert told.beats == 3
    assert told.similarity is not None
    assert told.similarity < 0.8
    assert told.early is not None
    assert told.early < 0.95
    assert told.usual_rr_ms == pytest.approx(800, abs=20)
    assert told.width_ms is not None
    assert told.usual_width_ms is not None
    assert told.width_ms > told.usual_width_ms
    parts = decisive(FindingKind.WIDE_RUN, first, last - first + 1, strip)
    assert [any(p.start <= strip.beats[k].sample < p.end for p in parts) for k in (14, 15, 16)] == [True] * 3
    assert len(parts) == 3


def test_a_pause_is_its_own_reason() -> None:
    r_s = [at for at in regular(30.0) if not 10.0 < at < 13.2]
    strip = seen(r_s)
    k = next(k for k, at in enumerate(r_s) if at > 12)
    first, last = strip.beats[k - 1].sample, strip.beats[k].sample
    told = criteria(FindingKind.PAUSE, first, last - first, strip)
    assert told.seconds == pytest.approx((last - first) / FS)
    assert told.usual_rr_ms == pytest.approx(800, abs=20)
    (part,) = decisive(FindingKind.PAUSE, first, last - first, strip)
    assert (part.start, part.end) == (first, last)


def test_slow_rates_rest_on_the_longest_intervals_and_fast_ones_on_the_shortest() -> None:
    r_s = regular(14.0, 1.3) + [at + 14.0 for at in regular(15.5, 0.5)]
    strip = seen(r_s)
    slow = decisive(FindingKind.BRADY, 0, 7500, strip)
    fast = decisive(FindingKind.TACHY, 0, 7500, strip)
    assert len(slow) == len(fast) == PARTS
    assert min(p.n for p in slow) > 1.2 * FS
    assert max(p.n for p in fast) < 0.6 * FS
    assert [p.start for p in slow] == sorted(p.start for p in slow)
    told = criteria(FindingKind.BRADY, 0, 14 * 250, strip)
    assert told.rate_bpm == pytest.approx(46, abs=2)


def test_irregular_beats_without_p_waves_are_seen_as_such() -> None:
    rng = np.random.default_rng(4)
    uneven = list(np.cumsum(rng.uniform(0.45, 1.1, 38)))
    strip = seen([at for at in uneven if at < 29.4])
    told = criteria(FindingKind.AF, 0, 7500, strip)
    steady = criteria(FindingKind.AF, 0, 7500, seen(regular(30.0)))
    assert told.irregularity is not None
    assert steady.irregularity is not None
    assert told.irregularity > 0.8
    assert steady.irregularity < 0.1
    assert steady.p_share is not None
    assert steady.p_share > 0.9


def test_a_strip_elsewhere_on_the_axis_tells_the_same() -> None:
    r_s = regular(30.0)
    here, there = seen(r_s, wide=(14,)), seen(r_s, wide=(14,), start=1_000_000)
    assert criteria(FindingKind.BIGEMINY, 0, 7500, here) == criteria(
        FindingKind.BIGEMINY, 1_000_000, 7500, there
    )


def test_little_to_see_says_little() -> None:
    nothing = Seen(FS, 0, np.zeros(0), (), ())
    told = criteria(FindingKind.AF, 0, 7500, nothing)
    assert (told.beats, told.rate_bpm, told.irregularity, told.similarity) == (0, None, None, None)
    for kind in FindingKind:
        assert len(decisive(kind, 0, 7500, nothing)) == (kind is FindingKind.PAUSE)
