"""When a scenario's heart beats, and how: R peaks with class and conduction times, block by block.

Sinus rhythm is an integral pulse frequency model: the rate is a smooth function of time (hour of the day,
slow drift, breathing), a beat falls where its integral has grown by one, give or take beat-to-beat noise. In
atrial fibrillation that "one" is drawn anew for each beat, log-normal: independent intervals without memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

import numpy as np

from ingest.heart import Pause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from dsp.types import FloatArray
    from ingest.moments import Calendar
    from ingest.timeline import Beating, HeartTimeline, Stroke

BLOCK_S: Final = 3600.0  # beats of an hour at once: fast, and a few hundred kB
GRID_S: Final = 0.25  # the rate changes slower than breathing; four points a second follow that
BREATH_HZ: Final = 0.25
DRIFT_PERIODS_S: Final = (410.0, 1370.0, 3650.0, 10_900.0)  # no simple ratios: the drift does not repeat
STEADY_DRIFT: Final = 0.25  # share of the drift left where a scenario names the rate itself
REACH_S: Final = 1.2  # a beat's waves lie within this of its R peak, at any rate
RR_MIN_S: Final = 0.3  # no human ventricle is ready again sooner
AF_SHORTEST, AF_LONGEST = 0.55, 1.9  # of the mean interval

NORMAL: Final = 0
SUPRA: Final = 1
VENTRICULAR: Final = 2


@dataclass(frozen=True, slots=True)
class Beats:
    """Beats in order of time; arrays of equal length (n,).

    ``t_s``: R peak, seconds from the scenario's beginning. ``kind``: NORMAL, SUPRA or VENTRICULAR. ``af``: in
    atrial fibrillation. ``rr_s``: interval before. ``pr_ms, qrs_ms, qt_ms``: conduction times of this beat.
    ``until_s``: no later block has a beat before.
    """

    t_s: FloatArray
    kind: NDArray[np.int8]
    af: NDArray[np.bool_]
    rr_s: FloatArray
    pr_ms: FloatArray
    qrs_ms: FloatArray
    qt_ms: FloatArray
    until_s: float

    def __len__(self) -> int:
        return len(self.t_s)

    def part(self, start_s: float, stop_s: float) -> Beats:
        """The beats in [start, stop)."""
        lo, hi = np.searchsorted(self.t_s, (start_s, stop_s)).tolist()
        return Beats(
            t_s=self.t_s[lo:hi],
            kind=self.kind[lo:hi],
            af=self.af[lo:hi],
            rr_s=self.rr_s[lo:hi],
            pr_ms=self.pr_ms[lo:hi],
            qrs_ms=self.qrs_ms[lo:hi],
            qt_ms=self.qt_ms[lo:hi],
            until_s=min(stop_s, self.until_s),
        )


class BeatStream:
    """A sliding view on the beats to come."""

    def __init__(self, blocks: Iterator[Beats]) -> None:
        self._blocks = blocks
        self._held: list[Beats] = []
        self._until_s = -np.inf

    def between(self, start_s: float, stop_s: float) -> list[Beats]:
        """The beats in [start, stop), in order; those long before ``start_s`` are let go."""
        while self._until_s < stop_s:
            block = next(self._blocks, None)
            if block is None:
                break
            self._held.append(block)
            self._until_s = block.until_s
        self._held = [block for block in self._held if block.until_s >= start_s - 2 * REACH_S]
        parts = [block.part(start_s, stop_s) for block in self._held]
        return [part for part in parts if len(part)]


class Heartbeat:
    """One wearer's heart through a scenario. The same seed gives the same beats."""

    def __init__(self, timeline: HeartTimeline, calendar: Calendar, seed: tuple[int, int]) -> None:
        self._timeline = timeline
        self._calendar = calendar
        self._span_s = calendar.seconds(calendar.end)
        self._random = np.random.default_rng(seed)
        self._phases = self._random.uniform(0, 2 * np.pi, len(DRIFT_PERIODS_S))
        self._need = 1.0  # share of a beat still to grow
        self._last_s = 0.0
        self._last_rr_s = 0.8

    def blocks(self, *, cycle: bool = False) -> Iterator[Beats]:
        """Every beat of the scenario; with ``cycle`` it starts again at its end, for ever."""
        lap_s = 0.0
        while True:
            yield from self._lap(lap_s)
            if not cycle:
                return
            lap_s += self._span_s

    def _lap(self, lap_s: float) -> Iterator[Beats]:
        strokes = list(self._timeline.strokes)
        at_s = 0.0
        for beating in self._timeline.beating:
            while at_s < beating.end_s:
                stop_s = min(beating.end_s, at_s + BLOCK_S)
                stroke = strokes[0] if strokes and strokes[0].at_s < stop_s else None
                if stroke is None:
                    yield self._stretch(beating, at_s, stop_s, lap_s)
                    at_s = stop_s
                    continue
                strokes.pop(0)
                if stroke.at_s > at_s:
                    yield self._stretch(beating, at_s, stroke.at_s, lap_s)
                beats = self._stroke(stroke, beating, lap_s)
                yield beats
                at_s = max(at_s, stroke.at_s, beats.until_s - lap_s)

    def rate_bpm(self, beating: Beating, t_s: FloatArray, lap_s: float) -> FloatArray:
        """The rate without breathing and noise at ``t_s``, seconds into the lap."""
        drift = np.zeros_like(t_s)
        for period, phase in zip(DRIFT_PERIODS_S, self._phases, strict=True):
            drift += np.sin(2 * np.pi * (t_s + lap_s) / period + phase)
        drift *= self._timeline.heart.drift_bpm * np.sqrt(2.0 / len(DRIFT_PERIODS_S))
        if beating.rate_bpm is not None:
            return np.asarray(np.maximum(beating.rate_bpm + STEADY_DRIFT * drift, 20.0))
        usual = self._timeline.heart.rate_bpm
        if isinstance(usual, tuple):
            local = (self._calendar.start + timedelta(seconds=float(t_s[0]))).astimezone(self._calendar.tz)
            hour = local.hour + local.minute / 60 + local.second / 3600 + (t_s - t_s[0]) / 3600
            base = np.interp(hour, np.arange(24) + 0.5, np.asarray(usual), period=24)
        else:
            base = np.full_like(t_s, usual)
        return np.asarray(np.maximum(base + beating.rate_shift_bpm + drift, 20.0))

    def _stretch(self, beating: Beating, start_s: float, stop_s: float, lap_s: float) -> Beats:
        """Beats of one rhythm in [start, stop) of a lap."""
        grid = np.linspace(start_s, stop_s, max(2, int(np.ceil((stop_s - start_s) / GRID_S)) + 1))
        rate = self.rate_bpm(beating, grid, lap_s)
        af = beating.af_irregularity is not None
        swing, jitter = (0.0, 0.0) if af else self._variability(60.0 / float(rate.mean()))
        breathing = 1.0 + swing * np.sin(2 * np.pi * BREATH_HZ * (grid + lap_s))
        speed = rate * breathing / 60.0
        grown = np.concatenate(([0.0], np.cumsum((speed[1:] + speed[:-1]) / 2 * np.diff(grid))))
        n = int(grown[-1] * 1.2) + 20
        if beating.af_irregularity is not None:
            width = np.sqrt(np.log1p(beating.af_irregularity**2))
            least = max(AF_SHORTEST, RR_MIN_S * float(rate.mean()) / 60.0)
            steps = np.clip(self._random.lognormal(-(width**2) / 2, width, n), least, AF_LONGEST)
        else:
            steps = np.maximum(1.0 + jitter * self._random.standard_normal(n), 0.5)
        due = self._need + np.concatenate(([0.0], np.cumsum(steps)))
        count = int(np.searchsorted(due, grown[-1]))
        self._need = float(due[count] - grown[-1])
        t = np.interp(due[:count], grown, grid)
        kind = np.zeros(count, np.int8)
        self._ectopy(beating, t, kind)
        return self._finish(beating, t + lap_s, kind, np.interp(t, grid, rate), stop_s + lap_s)

    def _variability(self, rr_s: float) -> tuple[float, float]:
        """Breathing's share of the rate and the relative noise of an interval, for the heart's RMSSD."""
        rmssd_s = self._timeline.heart.rmssd_ms / 1000.0
        # Half of the variance each. From beat to beat a sine of amplitude A differs by 2 A sin(pi f RR) over
        # the root of 2 (root mean square), noise of deviation s by s times the root of 2.
        step = max(float(np.sin(np.pi * BREATH_HZ * rr_s)), 0.3)
        return rmssd_s / (2.0 * step) / rr_s, rmssd_s / 2.0 / rr_s

    def _ectopy(self, beating: Beating, t: FloatArray, kind: NDArray[np.int8]) -> None:
        """Turn some beats into early ones, in place; never two in a row, never the first or the last."""
        if len(t) < 4:  # noqa: PLR2004 - an early beat needs a neighbour on each side
            return
        gap = np.diff(t)
        if beating.bigeminy:
            chosen = np.arange(1, len(t) - 1, 2)
            kind[chosen] = VENTRICULAR
        else:
            supra = 0.0 if beating.af_irregularity is not None else beating.s_per_hour
            chance = self._random.random(len(t) - 2) * 3600.0 / gap[:-1]
            chosen = np.flatnonzero(chance < supra + beating.v_per_hour) + 1
            chosen = chosen[np.concatenate(([True], np.diff(chosen) > 2))] if len(chosen) else chosen  # noqa: PLR2004
            kind[chosen] = np.where(chance[chosen - 1] < supra, SUPRA, VENTRICULAR)
        early = np.where(
            kind[chosen] == SUPRA,
            self._random.uniform(0.64, 0.78, len(chosen)),
            self._random.uniform(0.58, 0.70, len(chosen)),
        )
        shift = np.minimum((1.0 - early) * gap[chosen - 1], gap[chosen - 1] - RR_MIN_S).clip(0.0)
        t[chosen] -= shift
        # After a supraventricular beat the sinus node starts anew: the next beat comes early too.
        after = chosen[kind[chosen] == SUPRA] + 1
        t[after] -= 0.4 * shift[kind[chosen] == SUPRA]

    def _stroke(self, stroke: Stroke, beating: Beating, lap_s: float) -> Beats:
        """The beats of a pause's end or of a wide run; the rhythm goes on after the last of them."""
        self._need = 1.0
        if isinstance(stroke.event, Pause):
            t = np.array([self._last_s + stroke.event.seconds])
            kind = np.full(1, NORMAL, np.int8)
        else:
            step_s = 60.0 / stroke.event.rate_bpm
            first_s = self._last_s + max(0.6 * self._last_rr_s, RR_MIN_S)
            run = first_s + step_s * np.arange(stroke.event.beats)
            t = np.append(run, run[-1] + 1.1 * self._last_rr_s)
            kind = np.full(len(t), VENTRICULAR, np.int8)
            kind[-1] = NORMAL
        rate = self.rate_bpm(beating, np.asarray(t - lap_s), lap_s)
        return self._finish(beating, t, kind, rate, float(t[-1]))

    def _finish(
        self, beating: Beating, t: FloatArray, kind: NDArray[np.int8], rate_bpm: FloatArray, until_s: float
    ) -> Beats:
        """Intervals and conduction times of beats at ``t`` (absolute seconds)."""
        rr = np.diff(t, prepend=self._last_s)
        if len(t):
            self._last_s = float(t[-1])
            self._last_rr_s = float(60.0 / rate_bpm[-1])
        ventricular = kind == VENTRICULAR
        noise = self._random.standard_normal((3, len(t)))
        usual_rr = 60.0 / rate_bpm
        return Beats(
            t_s=t,
            kind=kind,
            af=np.full(len(t), beating.af_irregularity is not None),
            rr_s=rr,
            pr_ms=beating.pr_ms + 2.0 * noise[0] - np.where(kind == SUPRA, 12.0, 0.0),
            qrs_ms=beating.qrs_ms + 1.5 * noise[1] + np.where(ventricular, 60.0, 0.0),
            qt_ms=beating.qtcf_ms * np.cbrt(usual_rr) + 3.0 * noise[2] + np.where(ventricular, 40.0, 0.0),
            until_s=until_s,
        )
