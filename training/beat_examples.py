"""ECG with known beats and all that disturbs it, for the beat network to learn from."""

# ruff: noqa: PLR2004 - the odds and ranges that examples are drawn with, each used once

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
import wfdb

from dsp.resample import FS_HZ, Resampler
from training.af_windows import DS1
from training.beat_wide import WideBeats, cut

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dsp.types import FloatArray

BEATS: Final = frozenset("NLRBAaJSVrFejnE/fQ?")
NSTDB: Final = ("118", "119")  # the noise stress test is made of them
CHOOSING: Final = ("106", "203", "215")  # held back for choosing the decisions' constants
MITDB: Final = tuple(name for name in DS1 if name not in {*NSTDB, *CHOOSING})
EXCERPTS: Final = ("sel1", "sel2")  # of MIT-BIH records
ENOUGH: Final = 50  # annotated beats that a record of QTDB must have
NOISES: Final = ("ma", "bw")  # muscle and baseline; electrode motion is what the test is made of
TAUGHT: Final = 0.8  # of each noise and of the noise records; the rest is for choosing
LENGTH: Final = 16 * FS_HZ  # samples of an example
BANK: Final = 240 * FS_HZ  # samples of one made-up noise
BANKS: Final = 60


@dataclass(frozen=True, slots=True)
class Source:
    """A record at 250 Hz. ``uv``: (leads, n); ``beats``: samples; ``masked``: spans that teach nothing.

    ``wide``: of the beats, the ventricular ones.
    """

    uv: FloatArray
    beats: FloatArray
    wide: FloatArray
    masked: tuple[tuple[float, float], ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Example:
    """``uv``: (``LENGTH``,); ``beats``: samples with fractions; ``masked``: spans that teach nothing."""

    uv: FloatArray
    beats: FloatArray
    masked: tuple[tuple[float, float], ...] = ()


def at_chain_rate(uv: FloatArray, fs_hz: float) -> FloatArray:
    """A whole lead as the chain sees it."""
    resampler = Resampler(fs_hz)
    x = np.nan_to_num(uv)
    return np.concatenate((resampler.push(x, np.zeros(len(x), np.bool_))[0], resampler.finish()[0]))


def source(record: Path, *, whole: bool = True) -> Source:
    """A record with ``atr`` annotations; only between its first and last beat unless ``whole``."""
    signal, annotation = wfdb.rdrecord(str(record)), wfdb.rdann(str(record), "atr")
    scale = FS_HZ / signal.fs
    samples, symbols = np.asarray(annotation.sample) * scale, np.asarray(annotation.symbol)
    beats = samples[np.isin(symbols, list(BEATS))]
    uv = np.stack([at_chain_rate(lead * 1000.0, signal.fs) for lead in signal.p_signal.T])
    spans = zip(samples[symbols == "["], samples[symbols == "]"], strict=True)
    first, last = (0, uv.shape[1]) if whole or len(beats) < ENOUGH else (int(beats[0]), int(beats[-1]))
    wide = samples[symbols == "V"]
    return Source(uv, beats, wide, tuple((float(a), float(b)) for a, b in spans), first, last)


def sources(data: Path) -> list[Source]:
    """The records to learn from: of MIT-BIH half of DS1, of QTDB what is no excerpt of MIT-BIH."""
    found = [source(data / "mitdb" / name) for name in MITDB]
    for header in sorted((data / "qtdb").glob("*.hea")):
        if header.stem.startswith(EXCERPTS) or not header.with_suffix(".atr").is_file():
            continue
        one = source(header.with_suffix(""), whole=False)
        if len(one.beats) >= ENOUGH:
            found.append(one)
    return found


def recorded_noises(data: Path, *, choosing: bool = False) -> list[FloatArray]:
    """Muscle and baseline noise of NSTDB, both leads: what is taught, or what is held back."""
    signals = [wfdb.rdrecord(str(data / "nstdb" / name)) for name in NOISES]
    leads = [at_chain_rate(lead * 1000.0, one.fs) for one in signals for lead in one.p_signal.T]
    edges = [round(TAUGHT * len(lead)) for lead in leads]
    return [lead[k:] if choosing else lead[:k] for lead, k in zip(leads, edges, strict=True)]


def slow_noises(data: Path, *, choosing: bool = False) -> list[FloatArray]:
    """What CinC 2017 calls noise, at 0.42 of its speed: what is taught, or what is held back.

    It may hold beats that nobody marked: so slow, a QRS complex is none any more, but what electrode motion
    makes that looks like one.
    """
    found = []
    table = (data / "cinc2017" / "REFERENCE.csv").read_text(encoding="utf-8").split()
    noisy = sorted(line.split(",")[0] for line in table if line.endswith(",~"))
    k = round(TAUGHT * len(noisy))
    for name in noisy[k:] if choosing else noisy[:k]:
        record = next((data / "cinc2017").rglob(f"{name}.hea"), None)
        if record is None:
            continue
        lead = wfdb.rdrecord(str(record.with_suffix(""))).p_signal[:, 0] * 1000.0
        slow = np.interp(np.arange(0.0, len(lead) - 1.0, 0.5), np.arange(len(lead)), lead)
        if len(slow) > LENGTH // 2:
            found.append(np.tile(np.concatenate((slow, slow[::-1])), 1 + LENGTH // len(slow)))
    return found


def bumps(rng: np.random.Generator, n: int) -> FloatArray:
    """Electrode motion: bumps of every width, steps that decay, and drift."""
    y = np.zeros(n + 500)
    rate = rng.uniform(0.5, 7.0)
    for p in rng.integers(0, n, rng.poisson(rate * n / FS_HZ)):
        half = int(np.exp(rng.uniform(np.log(5.0), np.log(150.0))))
        t = np.linspace(-2.2, 2.2, 2 * half + 1)
        bell = np.exp(-t * t)
        shape = (bell, bell * t, bell * (1.0 - 2.0 * t * t))[rng.integers(3)]
        y[p : p + len(t)] += rng.standard_t(3) * shape[: len(y) - p]
    if rng.random() < 0.6:
        for p in rng.integers(0, n, rng.poisson(n / rng.uniform(500.0, 3000.0))):
            y[p:] += rng.standard_t(3) * 1.5 * np.exp(-np.arange(len(y) - p) / rng.uniform(15.0, 600.0))
    drift = np.cumsum(rng.standard_normal(n))
    drift -= np.convolve(drift, np.ones(251) / 251, "same")
    return y[:n] + drift / drift.std() * y[:n].std() * rng.uniform(0.0, 1.2)


def coloured(rng: np.random.Generator, n: int) -> FloatArray:
    """Noise with a falling spectrum and a hump in the band of QRS complexes, that swells and ebbs."""
    f = np.fft.rfftfreq(n, 1.0 / FS_HZ)
    power = np.maximum(f, 0.3) ** -rng.uniform(0.3, 2.2)
    centre, width = np.exp(rng.uniform(np.log(1.5), np.log(18.0))), rng.uniform(0.3, 0.9)
    shape = power / power.max() + rng.uniform(0.0, 1.0) * np.exp(
        -((np.log(np.maximum(f, 0.05) / centre) / width) ** 2)
    )
    y = np.fft.irfft(shape * np.exp(2j * np.pi * rng.random(len(f))), n)
    swell = np.interp(np.arange(n), 125 * np.arange(n // 125 + 2), rng.standard_normal(n // 125 + 2))
    y = y / y.std() * np.exp(rng.uniform(0.0, 0.9) * swell)
    return np.sign(y) * np.abs(y) ** rng.uniform(0.8, 1.6)


def made_up_ecg(rng: np.random.Generator) -> Example:
    """Sums of bells: any rate from 25 to 220 a minute, any shape, steady or not."""
    rr = np.exp(rng.uniform(np.log(0.27), np.log(2.4)))
    irregular = rng.choice([0.01, 0.04, 0.2])
    at, now = [], rng.uniform(0.0, rr)
    while now < LENGTH / FS_HZ:
        at.append(now)
        now += max(0.25, rr * (1.0 + irregular * rng.standard_normal()))
        if rng.random() < 0.02:
            now += rng.uniform(0.5, 3.0)
    narrow = rng.uniform(0.007, 0.02)
    q, s, t_wave, p_wave = rng.uniform(-0.4, 0), rng.uniform(-0.6, 0), rng.uniform(-0.35, 0.45), 0.2
    qt = min(0.30, 0.33 * rr**0.5, 0.62 * rr)
    normal = (
        (-2.4 * narrow, 0.9 * narrow, q),
        (0.0, narrow, 1.0),
        (2.5 * narrow, 0.9 * narrow, s),
        (qt, 0.14 * qt + 0.01, t_wave),
        *(((-0.16, 0.02, p_wave * rng.uniform(0.0, 1.0)),) if rr > 0.5 else ()),
    )
    broad = rng.uniform(0.025, 0.04)
    wide = ((0.0, broad, 1.2), (3.0 * broad, broad, -0.5 * rng.random()), (0.32, 0.05, -0.4))
    t = np.arange(LENGTH) / FS_HZ
    x = rng.standard_normal(LENGTH) * np.exp(rng.uniform(np.log(0.001), np.log(0.03)))
    share = rng.choice([0.0, 0.1])
    for one in at:
        for centre, width, height in wide if rng.random() < share else normal:
            a, b = np.searchsorted(t, (one + centre - 5.0 * width, one + centre + 5.0 * width))
            x[a:b] += height * np.exp(-0.5 * ((t[a:b] - one - centre) / width) ** 2)
    return Example(x * 1000.0, np.array(at) * FS_HZ)


class Examples:
    """Draws examples without end; what it draws depends on the seed alone."""

    def __init__(self, data: Path, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self.sources = sources(data)
        weights = np.array([np.sqrt(len(one.beats)) for one in self.sources])
        self.weights = weights / weights.sum()
        self.wide = WideBeats([cut(lead, one.wide) for one in self.sources for lead in one.uv])
        self.recorded, self.slow = recorded_noises(data), slow_noises(data)
        makers: tuple[Callable[[np.random.Generator, int], FloatArray], ...] = (bumps, coloured)
        self.banks = [makers[k % 2](self.rng, BANK) for k in range(BANKS)]

    def draw(self) -> Example:
        """The next example."""
        rng, u = self.rng, self.rng.random()
        if u < 0.04:
            example = Example(rng.standard_normal(LENGTH) * rng.choice([0.0, 1.0]), np.empty(0))
        else:
            example = made_up_ecg(rng) if u < 0.11 else self._wide() if u < 0.16 else self._excerpt()
            if rng.random() < 0.14:
                size = beat_size(example.uv, example.beats)
                uv, beats = self.wide.run_into(rng, example.uv, example.beats, size)
                example = replace(example, uv=uv, beats=beats)
        x = self._disturbed(example)
        if rng.random() < 0.4:
            x = -x
        x = x * np.exp(rng.uniform(-2.8, 1.6))
        if rng.random() < 0.08:
            limit = np.quantile(np.abs(x - np.median(x)), rng.uniform(0.9, 0.995))
            x = np.clip(x, np.median(x) - limit, np.median(x) + limit)
        masked = list(example.masked)
        if rng.random() < 0.04:  # contact is lost: the last value stands
            a = int(rng.integers(0, LENGTH))
            b = min(LENGTH, a + int(rng.integers(50, 1500)))
            x[a:b] = x[a]
            x[b:] += rng.normal(0.0, 2000.0)
            masked.append((a - 40.0, b + 20.0))
        return Example(x, example.beats, tuple(masked))

    def _wide(self) -> Example:
        """Nothing but wide beats."""
        run = self.wide.rhythm(self.rng, LENGTH)
        hiss = self.rng.standard_normal(LENGTH) * np.exp(self.rng.uniform(np.log(0.001), np.log(0.03)))
        return Example(1000.0 * (run.uv + hiss), run.at)

    def _excerpt(self) -> Example:
        rng = self.rng
        one = self.sources[rng.choice(len(self.sources), p=self.weights)]
        speed = rng.uniform(0.7, 1.45) if rng.random() < 0.2 else rng.uniform(0.88, 1.15)
        need = int(LENGTH * speed) + 2
        a = int(rng.integers(one.first, max(one.first + 1, one.last - need)))
        lead = one.uv[rng.integers(len(one.uv)) if rng.random() < 0.5 else 0, a : a + need]
        x = np.interp(np.arange(LENGTH) * speed, np.arange(len(lead)), lead)
        beats = (one.beats[(one.beats >= a) & (one.beats < a + need)] - a) / speed
        spans = tuple(((f - a) / speed - 30.0, (t - a) / speed + 30.0) for f, t in one.masked)
        spans += (((one.last - a) / speed, np.inf),)
        return Example(x - np.median(x), beats, spans)

    def _noise(self) -> FloatArray:
        rng, u = self.rng, self.rng.random()
        some = self.banks if u < 0.5 else self.recorded if u < 0.62 else self.slow
        noise = some[rng.integers(len(some))]
        fastest = 0.5 if some is self.slow else 0.4
        stretch = min(np.exp(rng.uniform(-0.5, fastest)), (len(noise) - 4) / LENGTH)
        a = rng.integers(0, len(noise) - int(LENGTH * stretch) - 2)
        piece = noise[a : a + int(LENGTH * stretch) + 2]
        y = np.interp(np.arange(LENGTH) * stretch, np.arange(len(piece)), piece)
        y = y - y.mean()
        y = y if rng.random() < 0.5 else y[::-1]
        return y / (y.std() + 1e-9) * rng.choice([-1.0, 1.0])

    def _disturbed(self, example: Example) -> FloatArray:
        rng, x = self.rng, example.uv.copy()
        size = beat_size(x, example.beats)
        if rng.random() < 0.78:
            noise = self._noise()
            for _ in range(rng.integers(0, 3)):
                noise = noise + self._noise() * rng.uniform(0.2, 1.0)
            if rng.random() < 0.15:
                noise = noise + rng.standard_normal(LENGTH) * rng.uniform(0.1, 1.0)
            if rng.random() < 0.5:
                edge = rng.integers(LENGTH // 20, LENGTH - LENGTH // 20)  # it begins or ends here
                noise[slice(0, edge) if rng.random() < 0.6 else slice(edge, LENGTH)] = 0.0
            snr_db = rng.uniform(-12.0, 22.0)
            x += noise / (loudness(noise) + 1e-9) * size / np.sqrt(8.0) * 10.0 ** (-snr_db / 20.0)
        if rng.random() < 0.12:
            t = np.arange(LENGTH) / FS_HZ
            x += np.sin(2 * np.pi * rng.choice([50.0, 60.0]) * t) * size * rng.uniform(0.0, 0.4)
        if rng.random() < 0.10:
            t = np.arange(LENGTH) / FS_HZ
            x += np.sin(2 * np.pi * rng.uniform(0.05, 0.5) * t) * size * rng.uniform(0.0, 4.0)
        if rng.random() < 0.04:  # a pacemaker's spikes, before the beats or anywhere
            where = example.beats - rng.uniform(4.0, 40.0)
            if rng.random() < 0.3:
                where = rng.uniform(0, LENGTH, 15)
            at = where[(where > 1) & (where < LENGTH - 2)].astype(int)
            x[at] += size * rng.uniform(-2.0, 2.0)
        return x


def beat_size(x: FloatArray, beats: FloatArray) -> float:
    """Median peak-to-peak amplitude of the beats, uV; 1 mV where there are none."""
    sizes = [np.ptp(x[max(0, int(b) - 12) : int(b) + 13]) for b in beats if b > 1]
    return float(np.median(sizes)) if sizes else 1000.0


def loudness(noise: FloatArray) -> float:
    """Mean standard deviation within the seconds that have any: what drifts slowly is none."""
    loud = noise[: len(noise) // FS_HZ * FS_HZ].reshape(-1, FS_HZ).std(axis=1)
    return float(loud[loud > 0.0].mean()) if loud.any() else 0.0
