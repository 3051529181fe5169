"""Intervals of single beats, and what a window says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsp.interval_types import METRICS, BeatIntervals, Measure, NullReason

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsp.types import Fiducials

LEAST: Final = 3  # beats: a median of fewer delineated ones is not one
WHY: Final[Mapping[str, NullReason]] = {
    "pr_ms": NullReason.NO_P_WAVES,
    "p_ms": NullReason.NO_P_WAVES,
    "p_uv": NullReason.NO_P_WAVES,
    "qt_ms": NullReason.NO_T_WAVES,
    "t_ms": NullReason.NO_T_WAVES,
    "t_uv": NullReason.NO_T_WAVES,
}
POWER: Final = {"qtcf_ms": 1.0 / 3.0, "qtcb_ms": 0.5}  # of RR in s, that QT is divided by
DECIMALS: Final = 1


def of_beat(waves: Fiducials, rr_ms: float | None, fs_hz: float) -> BeatIntervals:
    """Intervals of a beat in ms from its waves and the RR interval that ends at it, if known."""
    scale = 1000.0 / fs_hz
    p_on, qrs_on, t_off = waves.p_on, waves.qrs_on, waves.t_off
    qt = qtcf = qtcb = None
    if qrs_on is not None and t_off is not None:
        qt = (t_off - qrs_on) * scale
        if rr_ms is not None and rr_ms > 0.0:
            rr_s = rr_ms / 1000.0
            qtcf, qtcb = qt / rr_s ** (1.0 / 3.0), qt / rr_s**0.5
    return BeatIntervals(
        waves.beat,
        rr_ms,
        None if p_on is None or qrs_on is None else (qrs_on - p_on) * scale,
        None if qrs_on is None or waves.qrs_off is None else (waves.qrs_off - qrs_on) * scale,
        qt,
        qtcf,
        qtcb,
        None if p_on is None or waves.p_off is None else (waves.p_off - p_on) * scale,
        None if waves.t_on is None or t_off is None else (t_off - waves.t_on) * scale,
        waves.p_uv,
        waves.t_uv,
        waves.st_uv,
    )


def measures(
    beats: Sequence[BeatIntervals],
    rr_ms: Sequence[float],
    *,
    usual_st_uv: float | None,
    analysable: bool,
) -> dict[str, Measure]:
    """Every metric of ``METRICS`` over the normal beats of a window.

    Args:
        beats: the normal beats; their RR intervals do not matter.
        rr_ms: all RR intervals that end in the window, ectopic ones too.
        usual_st_uv: the wearer's own ST level (:mod:`dsp.st_baseline`), None while it is not known.
        analysable: whether the window's beats can be trusted; else nothing is said of them.
    """
    if not analysable:
        return dict.fromkeys(METRICS, Measure(None, None, 0, NullReason.LOW_QUALITY))
    said: dict[str, Measure] = {}
    columns = dict(zip(BeatIntervals._fields, zip(*beats, strict=True), strict=False))  # empty without beats
    for name in METRICS:
        if name == "rr_ms":
            said[name] = summary(rr_ms, 1, NullReason.TOO_FEW_BEATS)
        elif name in POWER:
            said[name] = _corrected(said["qt_ms"], said["rr_ms"], POWER[name])
        elif name == "st_change_uv":
            said[name] = _changed(said["st_uv"], usual_st_uv)
        else:
            values = [value for value in columns.get(name, ()) if value is not None]
            said[name] = summary(values, LEAST, WHY.get(name, NullReason.TOO_FEW_BEATS))
    return said


def _corrected(qt: Measure, rr: Measure, power: float) -> Measure:
    """QT of every beat at the window's usual RR: single intervals vary more than QT follows."""
    if qt.median is None or qt.iqr is None or rr.median is None:
        return Measure(None, None, 0, qt.reason or rr.reason)
    scale = (rr.median / 1000.0) ** power
    return Measure(round(qt.median / scale, DECIMALS), round(qt.iqr / scale, DECIMALS), qt.n)


def _changed(st: Measure, usual_st_uv: float | None) -> Measure:
    if st.median is None:
        return st
    if usual_st_uv is None:
        return Measure(None, None, 0, NullReason.NO_BASELINE)
    return Measure(round(st.median - usual_st_uv, DECIMALS), st.iqr, st.n)


def summary(values: Sequence[float], least: int, why: NullReason) -> Measure:
    """Median and interquartile range (by linear interpolation) of at least ``least`` values; else ``why``."""
    n = len(values)
    if n < least:
        return Measure(None, None, n, why)
    ordered = sorted(values)
    ordered.append(ordered[-1])  # stands behind the last one
    found = []
    for share in (0.25, 0.5, 0.75):
        place = share * (n - 1)
        k = int(place)
        low = ordered[k]
        found.append(low + (place - k) * (ordered[k + 1] - low))
    lower, median, upper = found
    return Measure(round(median, DECIMALS), round(upper - lower, DECIMALS), n)
