"""The limits in use: every version of each is kept, so that an old result can be explained."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping


class Limit(Protocol):
    """What is asked of a threshold to store: :class:`dsp.thresholds.Threshold` has it."""

    @property
    def name(self) -> str:
        """Unique name."""

    @property
    def value(self) -> float:
        """The limit, in ``unit``."""

    @property
    def unit(self) -> str:
        """Its unit."""

    @property
    def source(self) -> str:
        """Who says so."""

    @property
    def date(self) -> str:
        """Since when."""


@dataclass(frozen=True, slots=True)
class ThresholdRow:
    """One version of one limit."""

    name: str
    version: int
    value: float
    unit: str
    source: str
    date: str
    set_ns: int


def sync(conn: sqlite3.Connection, limits: Mapping[str, Limit], *, set_ns: int) -> list[str]:
    """Store a new version of each limit that differs from its newest stored one; their names."""
    known = effective(conn)
    changed = []
    for name, limit in limits.items():
        values = (float(limit.value), limit.unit, limit.source, str(limit.date))
        old = known.get(name)
        if old is not None and (old.value, old.unit, old.source, old.date) == values:
            continue
        conn.execute(
            "INSERT INTO thresholds (name, version, value, unit, source, date, set_ns) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (name, old.version + 1 if old else 1, *values, set_ns),
        )
        changed.append(name)
    return changed


def effective(conn: sqlite3.Connection) -> dict[str, ThresholdRow]:
    """The newest version of each limit, by name."""
    rows = conn.execute(
        "SELECT name, version, value, unit, source, date, set_ns FROM thresholds ORDER BY name, version"
    ).fetchall()
    return {row[0]: ThresholdRow(*row) for row in rows}
