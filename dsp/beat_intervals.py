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

    def span(begin: int | None, end: int | None) -> float | None:
        return None if begin is None or end is None else (end - begin) * scale

    qt = span(waves.qrs_on, waves.t_off)
    corrected = qt is not None and rr_ms is not None and rr_ms > 0.0
    rr_s = rr_ms / 1000.0 if corrected and rr_ms is not None else 1.0
    return BeatIntervals(
        waves.beat,
        rr_ms,
        span(waves.p_on, waves.qrs_on),
        span(waves.qrs_on, waves.qrs_off),
        qt,
        qt / rr_s ** (1.0 / 3.0) if corrected and qt is not None else None,
        qt / rr_s**0.5 if corrected and qt is not None else None,
        span(waves.p_on, waves.p_off),
        span(waves.t_on, waves.t_off),
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
    for name in METRICS:
        if name == "rr_ms":
            said[name] = summary(rr_ms, 1, NullReason.TOO_FEW_BEATS)
        elif name in POWER:
            said[name] = _corrected(said["qt_ms"], said["rr_ms"], POWER[name])
        elif name == "st_change_uv":
            said[name] = _changed(said["st_uv"], usual_st_uv)
        else:
            values = [value for beat in beats if (value := getattr(beat, name)) is not None]
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

    def at(share: float) -> float:
        place = share * (n - 1)
        k = int(place)
        low = ordered[k]
        return low + (place - k) * (ordered[min(k + 1, n - 1)] - low)

    return Measure(round(at(0.5), DECIMALS), round(at(0.75) - at(0.25), DECIMALS), n)
