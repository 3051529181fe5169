"""Windows to train signal quality on: of CinC 2017 with its noise class, and of known beats in noise."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple
from zlib import crc32

import numpy as np
import wfdb
from scipy.signal import resample_poly

from daemon.matching import match
from dsp.chain import Chain, Found, Span
from dsp.quality_features import Trust
from dsp.resample import Resampler
from training import quality_hearts, quality_noise
from training.af_windows import DS1
from training.quality_hearts import FLUTTER, WIDE, Heart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from dsp.chain import Event
    from dsp.types import FloatArray

SEED: Final = 20261120
NOISE: Final = "~"
HELD: Final = (
    2  # of each four records of CinC 2017 by name: the third is only measured, as bench.quality does
)
OF: Final = 4
LEFT_OUT: Final = frozenset(
    {"118", "119", "203", "215"}
)  # NSTDB is made of the first two; the others test beats
BEATS: Final = frozenset("NLRBAaJSVrFejnE/fQ?")
FAINT: Final = 10.0 ** (-18.0 / 20.0)  # noise up to so loud leaves a signal clean: 18 dB
PLANS: Final = (  # noise and lead of each way a record is used; of the shorter ones, every other
    ("none", 0), ("recorded", 0), ("recorded", 1), ("none", 1), ("spoilt", 0), ("made", 0), ("made", 1),
    ("spoilt", 1),
)  # fmt: skip
EXCERPTS: Final = ("sel1", "sel2")  # of QTDB: records of MIT-BIH, DS2's among them
MATCH_S: Final = 0.150  # EC57's
AROUND_S: Final = 0.05
PIECE: Final = 2500  # samples at 250 Hz pushed at once: the most that the chain takes
UNUSUAL: Final = 0.98  # of a clean window that must be free of noise: the peak of a beat may be clipped


class Judged(NamedTuple):
    """A window as the chain saw it, at 250 Hz.

    ``peaks``: its R peaks as indices; ``trust``: how sure of each; ``span``: input samples.
    """

    x: FloatArray
    off: NDArray[np.bool_]
    peaks: list[int]
    trust: list[Trust]
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """A window and what is known of it.

    ``wrong``, ``beats``: None where the true beats are not known; ``wide``: ventricular ones among the beats;
    ``clean``: no noise was added, or hardly any; ``plain``: a recording's first lead, as it is.
    """

    record: str
    window: Judged
    noise: bool | None = None
    wrong: int | None = None
    beats: int | None = None
    wide: int = 0
    clean: bool = False
    plain: bool = False


def windows(uv: FloatArray, fs_hz: float) -> tuple[list[Judged], NDArray[np.int64]]:
    """The windows of a recording, and the beats found in all of it."""
    chain, resampler = Chain(delineates=False), Resampler(fs_hz)
    never = np.zeros(len(uv), np.bool_)
    x = np.concatenate((resampler.push(uv, never)[0], resampler.finish()[0]))
    events: list[Event] = []
    for a in range(0, len(x), PIECE):
        events += chain.push(x[a : a + PIECE], np.zeros(len(x[a : a + PIECE]), np.bool_))
    last, spans = chain.finish()
    found: list[Found] = []
    rows = []
    for one in (*events, *last, *spans):
        if isinstance(one, Found):
            found.append(one)
        elif isinstance(one, Span):
            inside = [beat for beat in found if one.start <= beat.at < one.end]
            peaks = [min(round(beat.at), one.end - 1) - one.start for beat in inside]
            window = slice(one.start - one.origin, one.end - one.origin)
            trust = [Trust(beat.certainty, beat.doubt) for beat in inside]
            ends = (resampler.to_input(one.start), resampler.to_input(one.end))
            rows.append(Judged(one.x[window].astype(np.float64), one.off[window], peaks, trust, ends))
    return rows, np.array([resampler.to_input(beat.at) for beat in found], np.int64)


def classes(folder: Path) -> dict[str, str]:
    """Label of every recording of CinC 2017, by name."""
    with (folder / "REFERENCE.csv").open() as file:
        return dict(sorted(csv.reader(file)))


def recordings(folder: Path) -> Iterator[list[Example]]:
    """CinC 2017, record by record."""
    for name, label in classes(folder).items():
        signal = wfdb.rdrecord(str(folder / name))
        rows, _ = windows(signal.p_signal[:, 0] * 1000.0, float(signal.fs))
        yield [Example(name, row, noise=label == NOISE) for row in rows]


def sources(data: Path) -> list[tuple[Path, Sequence[tuple[str, int]]]]:
    """Records with known beats, and how each is used: DS1 of MIT-BIH, and other people's of QTDB."""
    found = sorted((data / "qtdb").glob("*.atr"))
    other = [path.with_suffix("") for path in found if not path.stem.startswith(EXCERPTS)]
    return [
        *((data / "mitdb" / name, PLANS) for name in DS1 if name not in LEFT_OUT),
        *((path, PLANS[k % 2 :: 2]) for k, path in enumerate(other)),
    ]


def stressed(data: Path) -> Iterator[list[Example]]:
    """Records with known beats, one after another, in all ways of ``PLANS``, and then made hearts."""
    recorded = quality_noise.recorded(data / "nstdb")
    known = classes(data / "cinc2017")
    held_back = set(list(known)[HELD::OF])
    names = [name for name, label in known.items() if label == NOISE and name not in held_back]
    spoilt = quality_noise.spoilt(data / "cinc2017", names)
    for source, plans in sources(data):
        leads, marks, kinds, flutter = _known(source)
        rng = np.random.default_rng([SEED, crc32(source.name.encode())])
        for kind, lead in plans:
            heart = Heart(source.name, leads[lead], marks, kinds, flutter)
            examples = _used(heart, kind, rng, recorded, spoilt)
            yield [replace(one, plain=True) for one in examples] if (kind, lead) == PLANS[0] else examples
    rng = np.random.default_rng(SEED)
    for heart in quality_hearts.hearts(rng):
        for kind in quality_hearts.PLANS:
            yield _used(heart, kind, rng, recorded, spoilt)


def _used(
    heart: Heart, kind: str, rng: np.random.Generator, recorded: FloatArray, spoilt: list[FloatArray]
) -> list[Example]:
    if kind == "none":
        return _marked(heart, np.zeros(len(heart.uv)))
    uv, truth, kinds = heart.uv, heart.beats, heart.kinds
    power = _beat_uv(uv, truth) / np.sqrt(8.0)
    if not heart.flutter:
        uv, truth = quality_noise.irregular(uv, truth, rng)
    uv = uv.copy()
    stays = quality_noise.silences(uv, truth, rng)
    loud = quality_noise.schedule(len(uv), rng)
    noisy = uv + power * loud * _noise(kind, len(uv), rng, recorded, spoilt)
    uv = quality_noise.railed(noisy, power * np.sqrt(8.0), rng)
    loud = np.maximum(loud, np.abs(uv - noisy) / max(1e-9, power))
    uv *= rng.choice((-1.0, 1.0)) * 10.0 ** rng.uniform(-0.6, 0.2)
    return _marked(Heart(heart.name, uv, truth[stays], kinds[stays], heart.flutter), loud)


def _known(
    source: Path,
) -> tuple[FloatArray, NDArray[np.int64], NDArray[np.str_], list[tuple[int, int]]]:
    """Both leads in uV, the beats and their symbols, and spans of flutter, at the rate of the noise."""
    signal, annotation = wfdb.rdrecord(str(source)), wfdb.rdann(str(source), "atr")
    scale = quality_noise.FS_HZ / signal.fs
    leads = signal.p_signal.T[:2] * 1000.0
    if scale != 1.0:
        ratio = Fraction(scale).limit_denominator(100)
        leads = resample_poly(leads, ratio.numerator, ratio.denominator, axis=1, padtype="line")
    symbols, samples = (
        np.asarray(annotation.symbol),
        np.round(np.asarray(annotation.sample) * scale).astype(np.int64),
    )
    begin, end = FLUTTER
    flutter = list(zip(samples[symbols == begin].tolist(), samples[symbols == end].tolist(), strict=True))
    beats = np.isin(symbols, list(BEATS))
    return leads, samples[beats], symbols[beats], flutter


def _noise(
    kind: str, n: int, rng: np.random.Generator, recorded: FloatArray, spoilt: list[FloatArray]
) -> FloatArray:
    if kind == "made":
        return quality_noise.made(n, rng)
    if kind == "recorded":
        mixed = recorded * rng.uniform(0.0, 1.0, len(recorded))[:, None] ** 2
        rolled = np.array([np.resize(np.roll(row, int(rng.integers(len(row)))), n) for row in mixed]).sum(
            axis=0
        )
        return np.asarray(rolled / max(1e-9, float(np.sqrt(np.mean(rolled**2)))))
    parts: list[FloatArray] = []
    while sum(map(len, parts)) < n:
        parts.append(spoilt[int(rng.integers(len(spoilt)))])
    return np.concatenate(parts)[:n]


def _marked(heart: Heart, loud: FloatArray) -> list[Example]:
    """The windows of a record with how many beats were missed or made up in each; flutter is left out.

    ``loud``: (n,) how loud its noise is.
    """
    rows, found = windows(heart.uv, quality_noise.FS_HZ)
    pairs = match(heart.beats, found, MATCH_S * quality_noise.FS_HZ)
    missed = np.delete(heart.beats, [pair[0] for pair in pairs])
    invented = np.delete(found, [pair[1] for pair in pairs])
    broad = heart.beats[np.isin(heart.kinds, list(WIDE))]
    examples = []
    for row in rows:
        first, last = row.span
        if any(a < last and b >= first for a, b in heart.flutter):
            continue
        wrong, beats, wide = (
            sum(int(np.sum((at >= first) & (at < last))) for at in some)
            for some in ((missed, invented), (heart.beats,), (broad,))
        )
        clean = bool(np.quantile(loud[first:last], UNUSUAL) <= FAINT)
        examples.append(Example(heart.name, row, wrong=wrong, beats=beats, wide=wide, clean=clean))
    return examples


def _beat_uv(uv: FloatArray, beats: NDArray[np.int64]) -> float:
    reach = round(AROUND_S * quality_noise.FS_HZ)
    return float(np.median([np.ptp(uv[max(0, at - reach) : at + reach + 1]) for at in beats[:300]]))
