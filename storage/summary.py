"""What a stretch of time amounts to, worked out from its current segments."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Any, Final

import msgspec

from storage.segments import LONGEST_WINDOW_S
from storage.timeline import NS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

REST_NS: Final = 300 * NS  # resting rate is told over five minutes, as sleep laboratories do
REST_SEGMENTS: Final = 12  # at least two of the five minutes must have been measurable

_ROWS: Final = (
    # What looks like fibrillation and was not confirmed is kept and shown, and is outside the burden.
    "SELECT start_ns, end_ns, analysable, iif(flags LIKE '%AF_UNCONFIRMED%', 'unknown', rhythm), n_beats, "
    "n_s, n_v, hr_bpm, rmssd_ms, pr_ms, qrs_ms, qtcf_ms, "
    "(SELECT signal = 'rr' FROM sessions WHERE id = segments.session) FROM segments "
    "WHERE device = ?1 AND current = 1 AND start_ns > ?2 - ?4 AND start_ns < ?3 "
    "AND end_ns > ?2 ORDER BY start_ns"
)

Row = tuple[Any, ...]


class Summary(msgspec.Struct, frozen=True):
    """Figures of a stretch; units as in the table ``hourly``."""

    recorded_s: float
    analysable_s: float
    af_s: float
    sinus_s: float
    other_s: float
    noise_s: float
    beats: int
    s_beats: int
    v_beats: int
    hr_median: float | None
    hr_min: float | None
    hr_max: float | None
    rmssd_median: float | None
    pr_median: float | None
    qrs_median: float | None
    qtcf_median: float | None
    pauses: int
    regular_s: float
    rr_s: float
    rr_beats: int


def load(conn: sqlite3.Connection, device: str, start_ns: int, end_ns: int) -> list[Row]:
    """The current segments that touch [start_ns, end_ns), as :func:`summarize` wants them."""
    cursor = conn.cursor()
    cursor.row_factory = None
    return cursor.execute(_ROWS, (device, start_ns, end_ns, LONGEST_WINDOW_S * NS)).fetchall()


def summarize(
    conn: sqlite3.Connection, device: str, start_ns: int, end_ns: int, rows: Sequence[Row]
) -> Summary:
    """Figures of [start_ns, end_ns). Seconds count what of a segment lies inside, beats where it begins."""
    seconds = {"sinus": 0.0, "af": 0.0, "other": 0.0, "regular": 0.0, "unknown": 0.0, "noise": 0.0}
    recorded_s = analysable_s = rr_s = 0.0
    for row in rows:
        inside_s = (min(row[1], end_ns) - max(row[0], start_ns)) / NS
        recorded_s += inside_s
        if row[2]:
            analysable_s += inside_s
            seconds[row[3]] += inside_s
            rr_s += inside_s if row[12] else 0.0
    begun = [row for row in rows if row[0] >= start_ns]
    rate = _values(rows, 7)
    pauses = conn.execute(
        "SELECT count(*) FROM episodes WHERE device = ? AND current = 1 AND start_ns >= ? AND start_ns < ? "
        "AND kind = 'pause'",
        (device, start_ns, end_ns),
    ).fetchone()[0]
    return Summary(
        recorded_s=round(recorded_s, 3),
        analysable_s=round(analysable_s, 3),
        af_s=round(seconds["af"], 3),
        sinus_s=round(seconds["sinus"], 3),
        other_s=round(seconds["other"], 3),
        noise_s=round(recorded_s - analysable_s + seconds["noise"], 3),
        beats=sum(row[4] for row in begun),
        s_beats=sum(row[5] for row in begun),
        v_beats=sum(row[6] for row in begun),
        hr_median=median(rate) if rate else None,
        hr_min=min(rate, default=None),
        hr_max=max(rate, default=None),
        rmssd_median=_median(rows, 8),
        pr_median=_median(rows, 9),
        qrs_median=_median(rows, 10),
        qtcf_median=_median(rows, 11),
        pauses=pauses,
        regular_s=round(seconds["regular"], 3),
        rr_s=round(rr_s, 3),
        rr_beats=sum(row[4] for row in begun if row[12]),
    )


def resting_bpm(rows: Iterable[Row]) -> float | None:
    """The lowest median rate of any five minutes by the clock; None where none was measurable."""
    bins: dict[int, list[float]] = {}
    for row in rows:
        if row[2] and row[7] is not None:
            bins.setdefault(row[0] // REST_NS, []).append(row[7])
    return min((median(rates) for rates in bins.values() if len(rates) >= REST_SEGMENTS), default=None)


def _values(rows: Iterable[Row], column: int) -> list[float]:
    return [row[column] for row in rows if row[2] and row[column] is not None]


def _median(rows: Iterable[Row], column: int) -> float | None:
    values = _values(rows, column)
    return median(values) if values else None
