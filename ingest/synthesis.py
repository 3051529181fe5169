"""A scenario as samples: what its wearable would have recorded, with the truth beside it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.types import Beat, BeatLabel, Fiducials
from ingest import noise
from ingest.heartbeat import REACH_S, BeatStream, Heartbeat
from ingest.morphology import R_HEIGHT, bumps, draw, waves
from ingest.timeline import heart_timeline, wear_timeline

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from dsp.types import FloatArray, IntArray
    from ingest.heart import Heart
    from ingest.scenario import Device, Scenario
    from ingest.timeline import Wearing

BLOCK_S: Final = 8  # samples drawn at once: large enough for numpy, small enough to start at once
LABELS: Final = (BeatLabel.N, BeatLabel.S, BeatLabel.V)  # by kind of heartbeat

_INT32: Final = np.iinfo(np.int32)
# Columns of ``morphology.Waves``, in the order of ``Fiducials``.
WAVES: Final = ("p_on", "p_peak", "p_off", "qrs_on", "qrs_off", "t_on", "t_peak", "t_off")


@dataclass(frozen=True, slots=True)
class Chunk:
    """``n`` samples from ``start`` on, and the truth in them.

    ``uv``: int32 (n,), microvolts; None where nothing is sent. ``off``: then nothing was recorded either.
    ``lead_off``: an electrode hangs loose. ``noisy``: nobody could read this. ``beats`` and ``fiducials``:
    every beat whose R peak lies here, sent or not; sample indices from the recording's beginning.
    """

    start: int
    n: int
    uv: IntArray | None
    off: bool = False
    lead_off: bool = False
    noisy: bool = False
    beats: tuple[Beat, ...] = ()
    fiducials: tuple[Fiducials, ...] = ()


def synthesize(
    scenario: Scenario, device: str | None = None, *, now: datetime | None = None, chunk_s: float = 1.0
) -> Iterator[Chunk]:
    """The recording of one wearable (the first, unless named), in chunks of at most ``chunk_s``.

    Chunks follow each other without holes, in bounded memory. They end with the scenario; one that cycles
    never ends. The samples do not depend on ``chunk_s``. ``now`` replaces the scenario's own present.

    Raises:
        KeyError: no such wearable.
    """
    position, wearer, found = scenario.device(device)
    calendar = scenario.calendar(wearer, now)
    timeline = heart_timeline(wearer.heart, calendar)
    heartbeat = Heartbeat(timeline, calendar, (scenario.seed, position))
    painter = _Painter(found, wearer.heart, scenario.seed, position)
    beats = BeatStream(heartbeat.blocks(cycle=scenario.cycle))
    span_s = calendar.seconds(calendar.end)
    wearing = wear_timeline(found, calendar).wearing
    step = max(1, round(chunk_s * found.fs_hz))
    for lap in count() if scenario.cycle else range(1):
        for stretch in wearing:
            start = round((lap * span_s + stretch.start_s) * found.fs_hz)
            stop = round((lap * span_s + stretch.end_s) * found.fs_hz)
            yield from painter.paint(stretch, beats, start, stop, step)


class _Painter:
    """Draws the samples of one wearable, block after block."""

    def __init__(self, device: Device, heart: Heart, seed: int, position: int) -> None:
        self._device = device
        self._heart = heart
        # A stream of chance for each source: what one draws does not depend on when another is heard.
        own, *others = np.random.default_rng((seed, position, *device.id.encode())).spawn(
            1 + len(noise.BANDS_HZ)
        )
        self._random = own
        self._others = dict(zip(noise.BANDS_HZ, others, strict=True))
        self._coloured: dict[str, noise.ColouredNoise] = {}

    def paint(self, stretch: Wearing, beats: BeatStream, start: int, stop: int, step: int) -> Iterator[Chunk]:
        """Everything of one stretch, [start, stop), in chunks of at most ``step`` samples."""
        block = BLOCK_S * max(1, round(self._device.fs_hz))
        for first in range(start, stop, block):
            n = min(block, stop - first)
            uv = self._samples(stretch, beats, first, n)
            truth = self._truth(beats, first, n)
            for at in range(first, first + n, step):
                end = min(at + step, first + n)
                inside = [pair for pair in truth if at <= pair[0].sample < end]
                yield Chunk(
                    start=at,
                    n=end - at,
                    uv=None if uv is None else uv[at - first : end - first],
                    off=stretch.off,
                    lead_off=stretch.lead_off,
                    noisy=stretch.noise is not None,
                    beats=tuple(beat for beat, _ in inside),
                    fiducials=tuple(fiducials for _, fiducials in inside),
                )

    def _samples(self, stretch: Wearing, beats: BeatStream, first: int, n: int) -> IntArray | None:
        if not stretch.sends:
            return None
        device, height_uv = self._device, self._heart.amplitude_uv
        t_s = (first + np.arange(n)) / device.fs_hz
        start_s, end_s = first / device.fs_hz, (first + n) / device.fs_hz
        out = self._random.standard_normal(n) * device.noise_uv
        out += noise.mains(t_s, device.mains_hz, device.mains_uv)
        if not stretch.lead_off:
            out += noise.baseline(t_s, device.breathing_uv)
            for part in beats.between(start_s - REACH_S, end_s + REACH_S):
                for bump in bumps(part, waves(part, self._heart.p_ms), height_uv):
                    out += draw(bump, part.t_s, start_s, device.fs_hz, n)
                if part.af[0]:
                    lasting = noise.within(t_s, part.t_s[0] - part.rr_s[0], part.t_s[-1])
                    out += lasting * noise.fibrillation(t_s, height_uv)
        if stretch.noise is not None:
            source, level_uv = stretch.noise.source, stretch.noise.level_uv
            if source == "mains":
                out += noise.mains(t_s, device.mains_hz, level_uv * np.sqrt(2.0))
            else:
                out += level_uv * self._noise(source).take(n)
        return np.clip(np.rint(out), _INT32.min, _INT32.max).astype(np.int32)

    def _noise(self, source: str) -> noise.ColouredNoise:
        if source not in self._coloured:
            band = noise.BANDS_HZ[source]
            self._coloured[source] = noise.ColouredNoise(band, self._device.fs_hz, self._others[source])
        return self._coloured[source]

    def _truth(self, beats: BeatStream, first: int, n: int) -> list[tuple[Beat, Fiducials]]:
        """Beats whose R peak is one of ``n`` samples from ``first`` on."""
        fs_hz = self._device.fs_hz
        out = []
        for part in beats.between((first - 1) / fs_hz, (first + n + 1) / fs_hz):
            samples = np.rint(part.t_s * fs_hz).astype(np.int64)
            where = waves(part, self._heart.p_ms)
            columns = [_samples_of(part.t_s + getattr(where, name), fs_hz) for name in WAVES]
            for i, sample in enumerate(samples.tolist()):
                if first <= sample < first + n:
                    label = LABELS[part.kind[i]]
                    height_uv = self._heart.amplitude_uv * R_HEIGHT[label]
                    out.append((Beat(sample, label, height_uv), Fiducials(sample, *(c[i] for c in columns))))
        return out


def _samples_of(t_s: FloatArray, fs_hz: float) -> list[int | None]:
    """Sample indices of moments; None where there is none."""
    return [None if np.isnan(t) else round(t) for t in (t_s * fs_hz).tolist()]
