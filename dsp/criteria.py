"""What a finding rests on, in numbers, and the beats and intervals that decide it by rule."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.explanation import PARTS, Part
from dsp.irregularity import irregularity
from dsp.types import BeatLabel, FindingKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsp.types import Beat, Fiducials, FloatArray

METHOD: Final = "criteria-1"
LONGEST_RR_S: Final = 3.0  # a longer interval is a pause or a break, and tells nothing of regularity
SHAPE_S: Final = 0.08  # on either side of an R peak: a QRS complex
LEAST_USUAL: Final = 3  # normal beats that make a usual shape, width or interval
TINY: Final = 1e-12  # added to squares: a flat line is like nothing
N, S, V, Q = BeatLabel.N, BeatLabel.S, BeatLabel.V, BeatLabel.Q
ECTOPIC: Final = {
    FindingKind.WIDE_RUN: frozenset({V}),
    FindingKind.BIGEMINY: frozenset({V}),
    FindingKind.TRIGEMINY: frozenset({V}),
}


@dataclass(frozen=True, slots=True)
class Seen:
    """A strip with a finding in it: ``uv`` (n,) at ``fs_hz`` from sample ``start`` on, and what is there.

    Beats and fiducials lie on the axis of ``start``; some may lie outside.
    """

    fs_hz: float
    start: int
    uv: FloatArray
    beats: Sequence[Beat]
    fiducials: Sequence[Fiducials]


@dataclass(frozen=True, slots=True)
class Criteria:
    """What a finding rests on; None where the strip does not tell.

    ``irregularity``: 0..1, 0.5 where AF and the rest are told apart; ``p_share``: of its beats, with a P
    wave; ``early``: the interval before the beats that decide, over the usual one; ``width_ms``,
    ``similarity``: of those beats, the latter the correlation with the usual QRS shape; ``usual_*``: of the
    normal beats of the strip.
    """

    seconds: float
    beats: int
    rate_bpm: float | None = None
    irregularity: float | None = None
    p_share: float | None = None
    longest_rr_ms: float | None = None
    usual_rr_ms: float | None = None
    early: float | None = None
    width_ms: float | None = None
    usual_width_ms: float | None = None
    similarity: float | None = None


def criteria(kind: FindingKind, start: int, n: int, seen: Seen) -> Criteria:
    """The numbers behind the finding of ``kind`` from ``start`` for ``n`` samples."""
    inside = [beat for beat in seen.beats if start <= beat.sample < start + n]
    deciding = _deciding(kind, inside)
    rr = _intervals(seen, inside)
    normal = [beat for beat in seen.beats if beat.label is N]
    usual_rr = _middle(_before(seen, normal, after=frozenset({N})))
    before = _middle(_before(seen, deciding))
    return Criteria(
        seconds=round(n / seen.fs_hz, 3),
        beats=len(inside),
        rate_bpm=round(60_000.0 / (sum(rr) / len(rr)), 1) if rr else None,
        irregularity=_rounded(irregularity(rr), 3),
        p_share=_p_share(seen, inside),
        longest_rr_ms=_rounded(max(_intervals(seen, inside, longest_s=None), default=None), 1),
        usual_rr_ms=_rounded(usual_rr, 1),
        early=_rounded(before / usual_rr if before and usual_rr else None, 3),
        width_ms=_width(seen, deciding),
        usual_width_ms=_width(seen, normal, LEAST_USUAL),
        similarity=_similarity(seen, normal, deciding),
    )


def decisive(kind: FindingKind, start: int, n: int, seen: Seen) -> tuple[Part, ...]:
    """The beats or intervals that a rule decides by, in order; ``lost`` is 0: nothing was masked.

    Of a pause or a slow rate the longest intervals, of a fast one the shortest, of ectopic beats those that
    resemble the usual shape least.
    """
    inside = [beat for beat in seen.beats if start <= beat.sample < start + n]
    if kind is FindingKind.PAUSE:
        return (Part(start, n, 0.0),)
    deciding = _deciding(kind, inside)
    if kind in ECTOPIC:
        reach = round(SHAPE_S * seen.fs_hz)
        shape = _usual_shape(seen, [beat for beat in seen.beats if beat.label is N])
        ranked = sorted(deciding, key=lambda beat: _alike(seen, beat, shape))
        return _ordered([Part(beat.sample - reach, 2 * reach + 1, 0.0) for beat in ranked[:PARTS]])
    spans = [(b.sample - a.sample, a.sample) for a, b in pairwise(inside)]
    spans.sort(reverse=kind is not FindingKind.TACHY)
    return _ordered([Part(first, length, 0.0) for length, first in spans[:PARTS]])


def _ordered(parts: Sequence[Part]) -> tuple[Part, ...]:
    return tuple(sorted(parts, key=lambda part: part.start))


def _deciding(kind: FindingKind, inside: Sequence[Beat]) -> list[Beat]:
    labels = ECTOPIC.get(kind)
    return [beat for beat in inside if labels is None or beat.label in labels]


def _intervals(seen: Seen, inside: Sequence[Beat], longest_s: float | None = LONGEST_RR_S) -> list[float]:
    most = float("inf") if longest_s is None else longest_s * seen.fs_hz
    gaps = [b.sample - a.sample for a, b in pairwise(inside)]
    return [1000.0 * gap / seen.fs_hz for gap in gaps if gap <= most]


def _before(
    seen: Seen, wanted: Sequence[Beat], after: frozenset[BeatLabel] = frozenset(BeatLabel)
) -> list[float]:
    """Intervals in ms that end in the wanted beats and begin in one of ``after``."""
    own = {beat.sample for beat in wanted}
    return [
        1000.0 * (b.sample - a.sample) / seen.fs_hz
        for a, b in pairwise(seen.beats)
        if b.sample in own and a.label in after and b.sample - a.sample <= LONGEST_RR_S * seen.fs_hz
    ]


def _p_share(seen: Seen, inside: Sequence[Beat]) -> float | None:
    own = {beat.sample for beat in inside}
    told = [f.p_peak is not None for f in seen.fiducials if f.beat in own]
    return round(sum(told) / len(own), 3) if told else None


def _width(seen: Seen, wanted: Sequence[Beat], least: int = 1) -> float | None:
    own = {beat.sample for beat in wanted}
    widths = [
        1000.0 * (f.qrs_off - f.qrs_on) / seen.fs_hz
        for f in seen.fiducials
        if f.beat in own and f.qrs_on is not None and f.qrs_off is not None
    ]
    return _rounded(_middle(widths), 1) if len(widths) >= least else None


def _similarity(seen: Seen, normal: Sequence[Beat], deciding: Sequence[Beat]) -> float | None:
    """The median correlation of the deciding beats with the usual shape."""
    shape = _usual_shape(seen, normal)
    if shape is None:
        return None
    found = [_correlation(piece, shape) for beat in deciding if (piece := _piece(seen, beat)) is not None]
    return _rounded(_middle(found), 3)


def _usual_shape(seen: Seen, normal: Sequence[Beat]) -> FloatArray | None:
    pieces = [piece for beat in normal if (piece := _piece(seen, beat)) is not None]
    if len(pieces) < LEAST_USUAL:
        return None
    shape: FloatArray = np.quantile(np.stack(pieces), 0.5, axis=0)
    return shape


def _alike(seen: Seen, beat: Beat, shape: FloatArray | None) -> float:
    piece = _piece(seen, beat)
    return 0.0 if piece is None or shape is None else _correlation(piece, shape)


def _piece(seen: Seen, beat: Beat) -> FloatArray | None:
    """The QRS complex without its mean; None where the strip does not hold all of it."""
    reach, at = round(SHAPE_S * seen.fs_hz), beat.sample - seen.start
    if at < reach or at + reach >= len(seen.uv):
        return None
    piece = seen.uv[at - reach : at + reach + 1]
    whole: FloatArray = piece - piece.mean()
    return whole


def _correlation(a: FloatArray, b: FloatArray) -> float:
    return float(a @ b / np.sqrt((a @ a) * (b @ b) + TINY))


def _middle(values: Sequence[float]) -> float | None:
    return float(median(values)) if values else None


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)
