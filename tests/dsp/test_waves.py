from __future__ import annotations

import numpy as np
import pytest

from bench import qtdb
from bench.delineation import evaluate
from dsp import waves
from dsp.resample import FS_HZ
from dsp.state import pack, unpack
from tests import recordings
from tests.dsp.signals import ecg, regular
from training.wave_beats import mitdb

AF_SHARE = 0.05  # of beats in AF that may be given a P wave before their rhythm is known
N_SHARE = 0.7  # of normal beats that must have one: those of 222 come unevenly too


def held_back(count: int) -> list[str]:
    names = [name for name in recordings.names("ludb") if int(name) % 2 == 0]
    return names[:: max(1, len(names) // count)]


@pytest.mark.parametrize(("lead", "loose", "tight"), [("ii", 98.0, 97.0), ("i", 96.5, 95.0)])
def test_boundaries_lie_where_people_put_them(lead: str, loose: float, tight: float) -> None:
    found = evaluate(lead, waves.delineate, held_back(25))
    assert found["macro_150"] >= loose
    assert found["macro_tight"] >= tight
    assert found["p_ppv"] >= 95.0


@pytest.mark.long
@pytest.mark.parametrize(("lead", "loose", "tight"), [("ii", 98.7, 97.5), ("i", 97.5, 96.0)])
def test_all_boundaries_lie_where_people_put_them(lead: str, loose: float, tight: float) -> None:
    found = evaluate(lead, waves.delineate, recordings.names("ludb"))
    assert found["macro_150"] >= loose
    assert found["macro_tight"] >= tight
    assert found["p_ppv"] >= 95.0


@pytest.mark.long
def test_a_set_never_seen_is_read_better_than_by_the_peers() -> None:
    names = [name for name in recordings.names("qtdb") if not qtdb.EXCERPT.fullmatch(name)][::4]
    rows = qtdb.evaluate((0,), names)["methods"]
    ours = rows.pop("Hearth")
    assert ours["macro_150"] > max(96.0, *(row["macro_150"] for row in rows.values()))
    assert ours["macro_tight"] > max(89.0, *(row["macro_tight"] for row in rows.values()))


def p_shares(record: str) -> tuple[float, float]:
    """Share of beats with a P wave, in AF and in a normal rhythm; NaN where there is none."""
    (strip,) = mitdb(recordings.folder("mitdb"), [record])
    has = np.array([mark.p_on is not None for mark in waves.delineate(strip.x, strip.peaks)])
    shares = [float(has[strip.p == kind].mean()) if (strip.p == kind).any() else np.nan for kind in (0, 1)]
    return shares[0], shares[1]


@pytest.mark.parametrize("record", ["203", "222"])
def test_p_waves_are_not_invented_in_af(record: str) -> None:
    af, normal = p_shares(record)
    assert af <= AF_SHARE
    assert not normal < N_SHARE


@pytest.mark.long
@pytest.mark.parametrize("record", ["202", "203", "221", "222"])
def test_p_waves_are_not_invented_in_any_af(record: str) -> None:
    af, normal = p_shares(record)
    assert af <= AF_SHARE
    assert not normal < N_SHARE


def without_p(r_s: list[float], length_s: float, noise_uv: float) -> np.ndarray:
    x = ecg(r_s, length_s, FS_HZ, noise_uv=noise_uv)
    t = np.arange(len(x)) / FS_HZ
    for at in r_s:
        x -= 120.0 * np.exp(-0.5 * ((t - at + 0.17) / 0.022) ** 2)
    return x


@pytest.mark.parametrize("noise_uv", [0.0, 4.0, 12.0])
def test_a_flat_line_before_the_complex_is_no_p_wave(noise_uv: float) -> None:
    r_s = regular(40.0)
    peaks = [round(at * FS_HZ) for at in r_s]
    none = waves.delineate(without_p(r_s, 40.0, noise_uv), peaks)
    some = waves.delineate(ecg(r_s, 40.0, FS_HZ, noise_uv=noise_uv), peaks)
    assert sum(mark.p_on is not None for mark in none) <= 0.1 * len(peaks)
    assert sum(mark.p_on is not None for mark in some) >= 0.9 * len(peaks)


def test_beats_come_out_the_same_however_they_are_grouped() -> None:
    rng = np.random.default_rng(4)
    r_s = list(0.7 + np.cumsum(rng.uniform(0.3, 1.3, 60)))
    x = ecg(r_s, r_s[-1] + 1.0, FS_HZ, noise_uv=20.0, wide=(5, 20, 21))
    peaks = [round(at * FS_HZ) for at in r_s]
    whole, _ = waves.follow(x, 0, peaks, waves.FRESH)
    memory, found, k = waves.FRESH, [], 0
    while k < len(peaks):
        n = int(rng.integers(1, 5))
        group = peaks[k : k + n]
        origin = max(0, group[0] - waves.BEFORE)
        follows = peaks[k + n] if k + n < len(peaks) and peaks[k + n] - group[-1] <= waves.NEXT else None
        marks, memory = waves.follow(x[origin : group[-1] + waves.AFTER], origin, group, memory, follows)
        memory = waves.load(unpack(pack(waves.state(memory))))
        found += marks
        k += n
    assert found == whole
    assert waves.delineate(x, peaks, 10, 30) == whole[10:30]


def test_marks_are_in_their_order_and_inside_the_signal() -> None:
    rng = np.random.default_rng(5)
    for size in (1.0, 60.0, 4000.0):
        x = rng.normal(0.0, size, 3000).cumsum() * 0.2 + rng.normal(0.0, size, 3000)
        peaks = sorted(rng.choice(np.arange(3000), 25, replace=False).tolist())
        for mark, r in zip(waves.delineate(x, peaks), peaks, strict=True):
            at = [one for one in mark[:8] if one is not None]
            assert at == sorted(at)
            assert all(0 <= one < len(x) for one in at)
            assert (mark.p_on is None) == (mark.p_peak is None) == (mark.p_off is None) == (mark.p_uv is None)
            assert (mark.t_on is None) == (mark.t_off is None) == (mark.t_uv is None)
            assert mark.qrs_on is not None
            assert mark.qrs_off is not None
            assert mark.qrs_on <= r <= mark.qrs_off
