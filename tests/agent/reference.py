"""Reference figures, worked out from the rows with plain SQL and nothing of the tools."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Any

from tests.agent.history import DEVICE, at, ns, reader

if TYPE_CHECKING:
    from pathlib import Path

WINDOWS = "FROM segments WHERE device = ? AND current = 1 AND start_ns >= ? AND start_ns < ?"


def rows(db: Path, sql: str, *values: Any) -> list[Any]:  # noqa: ANN401 - SQL values
    with reader(db) as conn:
        return conn.execute(sql, values).fetchall()


def span(start: str, end: str) -> tuple[int, int]:
    """Local times of 2025, "03-11 22:00"."""
    return ns(at(f"2025-{start}".replace(" ", "T"))), ns(at(f"2025-{end}".replace(" ", "T")))


def values(
    db: Path, column: str, start: str, end: str, *, where: str = "1", device: str = DEVICE
) -> list[float]:
    """A column of the analysable windows that begin in a range."""
    sql = f"SELECT {column} {WINDOWS} AND analysable = 1 AND {column} IS NOT NULL AND {where}"
    return [row[0] for row in rows(db, sql, device, *span(start, end))]


def middle(db: Path, column: str, start: str, end: str, *, where: str = "1", device: str = DEVICE) -> float:
    return round(median(values(db, column, start, end, where=where, device=device)), 1)


def seconds(db: Path, start: str, end: str, where: str = "1") -> float:
    """Seconds of the windows that begin in a range; ranges on whole windows only."""
    sql = f"SELECT coalesce(sum(end_ns - start_ns), 0) / 1e9 {WINDOWS} AND {where}"
    return float(rows(db, sql, DEVICE, *span(start, end))[0][0])


def overlapping(db: Path, kind: str, start: str, end: str) -> list[tuple[int, int]]:
    """Episodes of a kind that touch a range, cut to it, by their beginning."""
    a, b = span(start, end)
    found = rows(
        db,
        "SELECT max(start_ns, ?), min(end_ns, ?) FROM episodes WHERE device = ? AND current = 1 AND kind = ? "
        "AND start_ns < ? AND end_ns > ? ORDER BY start_ns",
        a, b, DEVICE, kind, b, a,
    )  # fmt: skip
    return [(row[0], row[1]) for row in found]
