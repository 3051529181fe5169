"""What a beat looks like: where its waves begin and end, and the Gaussians that draw them.

After the dynamical model of McSharry, Clifford, Tarassenko and Smith, "A dynamical model for generating
synthetic electrocardiogram signals", IEEE Trans Biomed Eng 50(3), 2003: each wave is a Gaussian bump.
Deviations: the bumps are laid in time instead of phase and summed directly (the closed form of the model's
integral), so that intervals follow PR, QRS and QT rather than the RR interval; the T wave is two half
Gaussians; ventricular and supraventricular beats and fibrillation waves are added.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.types import BeatLabel
from ingest.heartbeat import SUPRA, VENTRICULAR

if TYPE_CHECKING:
    from dsp.types import FloatArray
    from ingest.heartbeat import Beats

R_IN_QRS: Final = 0.45  # the R peak lies so far into the QRS complex
EDGE_SIGMAS: Final = 2.3  # a bump's visible edge: 7 % of its height
T_LENGTH_MS: Final = 170.0  # of the T wave at a QT of 400 ms
T_FALL: Final = 0.43  # share of the T wave after its peak
R_HEIGHT: Final = {BeatLabel.N: 1.03, BeatLabel.S: 1.03, BeatLabel.V: 1.25}  # Q and S take 3 % of the former
REACH_SIGMAS: Final = 4.0  # beyond it a bump is below 0.04 % of its height
PREMATURE_P_MS: Final = 12.0  # an ectopic atrial beat starts nearer to the node: narrower P


@dataclass(frozen=True, slots=True)
class Waves:
    """Boundaries and peaks of each beat's waves, seconds from its R peak, (n,); NaN: there is no wave."""

    p_on: FloatArray
    p_peak: FloatArray
    p_off: FloatArray
    qrs_on: FloatArray
    qrs_off: FloatArray
    t_on: FloatArray
    t_peak: FloatArray
    t_off: FloatArray


@dataclass(frozen=True, slots=True)
class Bumps:
    """One wave of each beat: ``at_s`` from the R peak, widths of its two sides, height in uV; all (n,)."""

    at_s: FloatArray
    rise_s: FloatArray
    fall_s: FloatArray
    height_uv: FloatArray


def waves(beats: Beats, p_ms: float) -> Waves:
    """Where the waves of ``beats`` lie. Ventricular beats and fibrillation have no P wave."""
    qrs_s, qt_s = beats.qrs_ms / 1000.0, beats.qt_ms / 1000.0
    qrs_on = -R_IN_QRS * qrs_s
    has_p = (beats.kind != VENTRICULAR) & ~beats.af
    p_on = np.where(has_p, qrs_on - beats.pr_ms / 1000.0, np.nan)
    p_s = (p_ms - np.where(beats.kind == SUPRA, PREMATURE_P_MS, 0.0)) / 1000.0
    t_off = qrs_on + qt_s
    t_s = T_LENGTH_MS / 1000.0 * qt_s / 0.4
    return Waves(
        p_on=p_on,
        p_peak=p_on + p_s / 2.0,
        p_off=p_on + p_s,
        qrs_on=qrs_on,
        qrs_off=qrs_on + qrs_s,
        t_on=t_off - t_s,
        t_peak=t_off - T_FALL * t_s,
        t_off=t_off,
    )


def bumps(beats: Beats, where: Waves, amplitude_uv: float) -> list[Bumps]:
    """The Gaussians that draw ``beats``: P, Q, R, S and T; a wave that is absent has height 0."""
    wide = beats.kind == VENTRICULAR
    qrs_s = beats.qrs_ms / 1000.0
    has_p = np.isfinite(where.p_peak)
    p_width = np.where(has_p, (where.p_off - where.p_on) / 2.0 / EDGE_SIGMAS, 0.02)
    p_height = np.where(has_p, np.where(beats.kind == SUPRA, 0.07, 0.12), 0.0)

    def symmetric(at: FloatArray, width: FloatArray, height: FloatArray) -> Bumps:
        return Bumps(at, width, width, amplitude_uv * height)

    return [
        symmetric(np.where(has_p, where.p_peak, 0.0), p_width, p_height),
        symmetric(-0.27 * qrs_s, 0.075 * qrs_s, np.where(wide, 0.0, -0.12)),
        symmetric(
            np.zeros_like(qrs_s),
            np.where(wide, 0.19, 0.105) * qrs_s,
            np.where(wide, R_HEIGHT[BeatLabel.V], R_HEIGHT[BeatLabel.N]),
        ),
        symmetric(0.29 * qrs_s, 0.10 * qrs_s, np.where(wide, -0.30, -0.24)),
        Bumps(
            where.t_peak,
            (where.t_peak - where.t_on) / EDGE_SIGMAS,
            (where.t_off - where.t_peak) / EDGE_SIGMAS,
            amplitude_uv * np.where(wide, -0.38, np.where(beats.af, 0.18, 0.24)),
        ),
    ]


def draw(bump: Bumps, peaks_s: FloatArray, start_s: float, fs_hz: float, n: int) -> FloatArray:
    """One wave of beats at ``peaks_s`` as ``n`` samples from ``start_s`` on, uV."""
    if not len(peaks_s):
        return np.zeros(n)
    centre = (peaks_s + bump.at_s - start_s) * fs_hz
    widest = float(max(bump.rise_s.max(), bump.fall_s.max()))
    reach = int(np.ceil(REACH_SIGMAS * widest * fs_hz))
    places = np.rint(centre).astype(np.int64)[:, None] + np.arange(-reach, reach + 1)
    away = (places - centre[:, None]) / fs_hz
    width = np.where(away < 0, bump.rise_s[:, None], bump.fall_s[:, None])
    heights = bump.height_uv[:, None] * np.exp(-0.5 * (away / width) ** 2)
    inside = (places >= 0) & (places < n)
    return np.bincount(places[inside], heights[inside], minlength=n).astype(np.float64)
