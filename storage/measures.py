"""What windows say of intervals, heights and ST: stored per window, and summed up over a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from dsp.beat_intervals import summary
from dsp.interval_types import METRICS, Measure, NullReason

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

_SERIES = (
    "SELECT start_ns, analysable, json_extract(measures, '$.' || ?4) FROM segments "
    "WHERE device = ?1 AND current = 1 AND start_ns < ?3 AND start_ns >= ?2 ORDER BY start_ns"
)


@dataclass(frozen=True, slots=True)
class Measured:
    """A metric over a time: median and interquartile range of the windows' medians, in its unit.

    ``n_windows``: windows that have it, ``n_beats``: beats that those are taken from; ``missing``: how many
    windows do not, by :class:`dsp.interval_types.NullReason`.
    """

    metric: str
    median: float | None
    iqr: float | None
    n_windows: int
    n_beats: int
    missing: Mapping[str, int]


def packed(measures: Mapping[str, Measure]) -> str:
    """JSON object: by metric ``[median, iqr, beats]``, or ``[null, null, beats, reason]``."""
    rows = {
        name: (m.median, m.iqr, m.n) if m.reason is None else (m.median, m.iqr, m.n, m.reason.value)
        for name, m in measures.items()
    }
    return msgspec.json.encode(rows).decode()


def unpacked(data: str) -> dict[str, Measure]:
    """Undo :func:`packed`."""
    return {name: _measure(row) for name, row in msgspec.json.decode(data).items()}


def _measure(row: list[float | int | str | None]) -> Measure:
    median, iqr, n, *why = row
    return msgspec.convert((median, iqr, n, *(why or [None])), _Row).measure()


class _Row(msgspec.Struct, array_like=True, frozen=True):
    median: float | None
    iqr: float | None
    n: int
    reason: NullReason | None

    def measure(self) -> Measure:
        return Measure(self.median, self.iqr, self.n, self.reason)


def series(
    conn: sqlite3.Connection, device: str, start_ns: int, end_ns: int, metric: str
) -> Iterator[tuple[int, Measure]]:
    """Start of each current window that begins in [start_ns, end_ns), and what it says of ``metric``.

    Windows that were never measured (older versions, no waveform) are left out.

    Raises:
        ValueError: there is no such metric (:data:`dsp.interval_types.METRICS`).
    """
    if metric not in METRICS:
        raise ValueError(f"no metric named {metric!r}; there are {', '.join(METRICS)}")
    for at_ns, analysable, data in conn.execute(_SERIES, (device, start_ns, end_ns, metric)):
        if data is not None:
            yield at_ns, _measure(msgspec.json.decode(data))
        elif not analysable:
            yield at_ns, Measure(None, None, 0, NullReason.LOW_QUALITY)


def measured(conn: sqlite3.Connection, device: str, start_ns: int, end_ns: int, metric: str) -> Measured:
    """One metric over [start_ns, end_ns); see :func:`series`."""
    medians: list[float] = []
    n_beats, missing = 0, dict[str, int]()
    for _, said in series(conn, device, start_ns, end_ns, metric):
        if said.median is None:
            why = (said.reason or NullReason.TOO_FEW_BEATS).value
            missing[why] = missing.get(why, 0) + 1
        else:
            medians.append(said.median)
            n_beats += said.n
    over = summary(medians, 1, NullReason.TOO_FEW_BEATS)
    return Measured(metric, over.median, over.iqr, len(medians), n_beats, missing)
