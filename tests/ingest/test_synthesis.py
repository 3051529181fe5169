from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
import pytest

from dsp.types import Beat, BeatLabel, Fiducials, IntArray
from ingest.scenario_file import parse_scenario
from ingest.synthesis import Chunk, synthesize

if TYPE_CHECKING:
    from ingest.scenario import Scenario


def scenario(
    heart: str = "", device: str = "", *, span: str = "5m", top: str = "", fs_hz: float = 250
) -> Scenario:
    return parse_scenario(
        f'name = "x"\nspan = "{span}"\nnow = "2026-11-15T08:00:00Z"\n{top}\n[[wearers]]\n{heart}\n'
        f'[[wearers.devices]]\nid = "a"\nfs_hz = {fs_hz}\n{device}\n'
    )


def event(whose: str, kind: str, at: str, more: str) -> str:
    return f'[[wearers.{whose}.events]]\nkind = "{kind}"\nat = "{at}"\n{more}\n'


def joined(chunks: list[Chunk]) -> tuple[IntArray, list[Beat], list[Fiducials]]:
    uv = np.concatenate([np.zeros(c.n, np.int32) if c.uv is None else c.uv for c in chunks])
    return uv, [b for c in chunks for b in c.beats], [f for c in chunks for f in c.fiducials]


def power(uv: IntArray, fs_hz: float, low: float, high: float) -> float:
    spectrum = np.abs(np.fft.rfft(uv - uv.mean())) ** 2
    hz = np.fft.rfftfreq(len(uv), 1 / fs_hz)
    return float(spectrum[(hz >= low) & (hz < high)].sum())


@pytest.mark.parametrize("fs_hz", [100, 130.1, 250, 360, 1000])
def test_truth_beats_are_where_the_signal_peaks(fs_hz: float) -> None:
    uv, beats, fiducials = joined(list(synthesize(scenario(fs_hz=fs_hz))))
    assert len(uv) == round(300 * fs_hz)
    reach = round(0.05 * fs_hz)
    off = [
        int(np.argmax(uv[b.sample - reach : b.sample + reach + 1])) - reach
        for b in beats
        if reach < b.sample < len(uv) - reach
    ]
    assert np.max(np.abs(off)) <= max(1, 0.004 * fs_hz)
    rr = np.diff([b.sample for b in beats]) / fs_hz
    assert 0.6 < rr.mean() < 1.2
    assert [f.beat for f in fiducials] == [b.sample for b in beats]


def test_waves_lie_as_the_heart_says() -> None:
    heart = "[wearers.heart]\nrate_bpm = 60\ndrift_bpm = 0\npr_ms = 180\nqrs_ms = 100\nqtcf_ms = 420\n"
    _, _, fiducials = joined(list(synthesize(scenario(heart, fs_hz=1000))))
    waves = [(f.p_on, f.qrs_on, f.qrs_off, f.t_off) for f in fiducials[2:-2]]
    assert np.median([q - p for p, q, _, _ in waves if p and q]) == pytest.approx(180, abs=2)
    assert np.median([b - a for _, a, b, _ in waves if a and b]) == pytest.approx(100, abs=2)
    assert np.median([t - q for _, q, _, t in waves if q and t]) == pytest.approx(420, abs=4)


@pytest.mark.parametrize("chunk_s", [0.1, 0.37, 8.0, 100.0])
def test_samples_and_truth_do_not_depend_on_the_chunks(chunk_s: float) -> None:
    told = scenario(
        event("heart", "af", "+1m", 'duration = "1m"'),
        event("devices", "noise", "+3m", 'duration = "20s"')
        + event("devices", "lead_off", "+4m", 'duration = "9s"'),
    )
    whole, *truth = joined(list(synthesize(told)))
    cut, *told_again = joined(list(synthesize(told, chunk_s=chunk_s)))
    assert np.array_equal(whole, cut)
    assert truth == told_again


def test_chunks_follow_each_other_and_say_what_they_are() -> None:
    device = (
        event("devices", "off", "+1m", 'duration = "10s"')
        + event("devices", "lost", "+2m", 'duration = "3s"')
        + event("devices", "lead_off", "+3m", 'duration = "5s"')
        + event("devices", "noise", "+4m", 'duration = "5s"')
    )
    chunks = list(synthesize(scenario(device=device)))
    assert [c.start for c in chunks] == np.cumsum([0, *(c.n for c in chunks[:-1])]).tolist()
    assert max(c.n for c in chunks) == 250
    assert sum(c.n for c in chunks if c.uv is None) == 13 * 250
    assert sum(c.n for c in chunks if c.off) == 10 * 250
    assert sum(c.n for c in chunks if c.lead_off) == 5 * 250
    assert sum(c.n for c in chunks if c.noisy) == 5 * 250
    loose = np.concatenate([c.uv for c in chunks if c.lead_off and c.uv is not None])
    good = np.concatenate([c.uv for c in chunks if not c.lead_off and not c.noisy and c.uv is not None])
    noisy = np.concatenate([c.uv for c in chunks if c.noisy and c.uv is not None])
    assert np.ptp(loose) < 100
    assert np.ptp(good) > 1000
    assert noisy.std() > 3 * good.std()


def test_fibrillation_has_its_waves_and_no_p() -> None:
    told = scenario(event("heart", "af", "+0s", 'duration = "5m"'))
    uv, _, fiducials = joined(list(synthesize(told)))
    assert all(f.p_on is None for f in fiducials)
    quiet = [uv[f.t_off + 5 : f.t_off + 55] for f in fiducials[1:-2] if f.t_off]
    assert np.median([np.ptp(q) for q in quiet]) > 60  # the baseline between beats trembles


def test_ventricular_beats_are_wide_and_supraventricular_are_not() -> None:
    told = scenario("[wearers.heart]\nv_per_hour = 400\ns_per_hour = 400\n", span="20m")
    _, beats, fiducials = joined(list(synthesize(told)))
    width = {label: [] for label in BeatLabel}  # type: dict[BeatLabel, list[int]]
    for beat, waves in zip(beats, fiducials, strict=True):
        assert waves.qrs_on is not None
        assert waves.qrs_off is not None
        width[beat.label].append(waves.qrs_off - waves.qrs_on)
        assert (waves.p_on is None) == (beat.label is BeatLabel.V)
    assert np.median(width[BeatLabel.V]) > np.median(width[BeatLabel.N]) + 10
    assert np.median(width[BeatLabel.S]) == pytest.approx(np.median(width[BeatLabel.N]), abs=1)


def test_the_spectrum_is_that_of_an_ecg() -> None:
    uv, _, _ = joined(list(synthesize(scenario())))
    qrs, mains, breath = (power(uv, 250, *band) for band in ((5, 25), (49, 51), (0.2, 0.3)))
    assert qrs > 100 * mains
    assert qrs > breath
    told = scenario(
        device=event("devices", "noise", "+0s", 'duration = "5m"\nsource = "mains"\nlevel_uv = 800')
    )
    hum, _, _ = joined(list(synthesize(told)))
    assert power(hum, 250, 49, 51) > 10 * power(hum, 250, 5, 25)


def test_a_cycle_never_ends_and_two_wearables_hear_the_same_heart() -> None:
    told = scenario(device='[[wearers.devices]]\nid = "b"\nfs_hz = 500\n', span="20s", top="cycle = true")
    one, other = (list(islice(synthesize(told, device), 100)) for device in ("a", "b"))
    assert one[-1].start == 99 * 250
    at_s = [b.sample / 250 for c in one for b in c.beats]
    other_s = [b.sample / 500 for c in other for b in c.beats]
    assert at_s == pytest.approx(other_s, abs=0.004)
    with pytest.raises(KeyError):
        next(synthesize(told, "c"))
