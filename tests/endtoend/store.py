"""What is in the store, read back whole, and compared with what a wearable says it has sent."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from dsp.types import Segment
from storage import alarms, samples
from storage.database import check, open_reader

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dsp.types import IntArray
    from storage.alarms import AlarmRow


@dataclass(frozen=True)
class Recorded:
    """One session. ``uv``: int32 (n,), 0 where missing; ``there``: bool (n,); ``reasons``: of the gaps."""

    session: int
    fs_hz: float
    uv: IntArray
    there: Any
    reasons: tuple[str, ...]

    @property
    def missing(self) -> list[tuple[int, int]]:
        """Ranges without samples, first and one past last."""
        edges = np.flatnonzero(np.diff(np.concatenate(([1], self.there, [1])).astype(np.int8)))
        return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def recorded(database: Path, device: str) -> list[Recorded]:
    """Every session of a wearable, oldest first."""
    with closing(open_reader(database)) as conn:
        return [_session(conn, one) for one in samples.sessions(conn, device)]


def _session(conn: sqlite3.Connection, session: samples.Session) -> Recorded:
    uv = np.zeros(session.position, np.int32)
    there = np.zeros(session.position, bool)
    reasons = []
    n = at = 0
    for item in samples.read(conn, session.id, 0, session.position):
        assert item.start == at, "items must follow each other"
        at = item.end
        if isinstance(item, Segment):
            uv[item.start : item.end] = item.uv
            there[item.start : item.end] = True
            n += len(item.uv)
        else:
            reasons.append(str(item.reason))
    assert at == session.position
    assert n == session.n_samples, "the session counts its samples"
    return Recorded(session.id, session.fs_hz, uv, there, tuple(reasons))


def assert_whole(database: Path, device: str, uv: IntArray) -> None:
    """One session holds exactly ``uv``, with nothing missing."""
    (session,) = recorded(database, device)
    assert session.missing == []
    assert np.array_equal(session.uv, uv)


def assert_sent(database: Path, device: str, uv: IntArray, never_sent: Iterable[tuple[int, int]]) -> None:
    """One session holds ``uv`` but what was never sent, which is missing exactly.

    What is lost before the first frame or after the last one that came is known to nobody.
    """
    there = np.ones(len(uv), bool)
    for start, end in never_sent:
        there[start:end] = False
    first, *_, last = np.flatnonzero(there)
    there, uv = there[first : last + 1], uv[first : last + 1]
    (session,) = recorded(database, device)
    assert np.array_equal(session.there, there)
    assert np.array_equal(session.uv, np.where(there, uv, 0))


def assert_sound(database: Path) -> None:
    """The database file is undamaged."""
    assert check(database) is None


def rows(database: Path, query: str, *values: object) -> list[tuple[Any, ...]]:
    """Rows of any query."""
    with closing(open_reader(database)) as conn:
        return [tuple(row) for row in conn.execute(query, values).fetchall()]


def alarms_of(database: Path, rule: str) -> list[AlarmRow]:
    """Every alarm of a rule, oldest first; none while there is no database yet, or no way to read it."""
    try:
        with closing(open_reader(database)) as conn:
            found = conn.execute("SELECT id FROM alarms WHERE rule = ? ORDER BY id", (rule,)).fetchall()
            return [alarms.alarm(conn, row[0]) for row in found]
    except sqlite3.OperationalError:
        return []
