"""A year of one wearer: the tests' fortnight, copied back in time row by row."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bench.agent_histories import History
from storage.sql import select
from tests.agent import history
from tests.agent.stories import WEEKS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bench.agent_set import Dialogue

FORTNIGHTS: Final = 25  # before the written one: a year in all
HOUR_NS: Final = 3600 * 10**9
FORTNIGHT_NS: Final = 14 * 24 * HOUR_NS  # whole days and hours, so that roll-ups stay whole
NUMBERS: Final = 1000  # sessions and episodes of the written fortnight have smaller numbers


def year(path: Path) -> History:
    """Write the year (700 MB, half a minute)."""
    history.write(path, WEEKS)
    repeat(path, FORTNIGHTS)
    return History(path, history.NOW)


def asked_of_it(every: Sequence[Dialogue]) -> list[Dialogue]:
    """What is asked of it: the set's dialogues about nobody in particular."""
    return [replace(each, device=None) for each in every if each.history == "fortnight"]


def repeat(path: Path, times: int) -> None:
    """Copy the stored fortnight back in time, row by row in SQL."""
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA synchronous = OFF")
        begun = conn.execute("SELECT min(start_ns) / ?1 * ?1 FROM sessions", (HOUR_NS,)).fetchone()[0]
        for n in range(1, times + 1):
            back = n * FORTNIGHT_NS
            conn.execute(
                "CREATE TEMP TABLE shift AS SELECT id AS was, id + ? AS now FROM sessions WHERE id < ?",
                (n * NUMBERS, NUMBERS),
            )
            span = {"start_ns": f"t.start_ns - {back}"}
            own = {**span, "id": "shift.now", "last_ns": f"t.last_ns - {back}"}
            _copy(conn, "sessions", own, "JOIN shift ON shift.was = t.id")
            inside = {**span, "session": "shift.now", "end_ns": f"t.end_ns - {back}"}
            _copy(conn, "segments", inside, "JOIN shift ON shift.was = t.session")
            events = {**inside, "id": f"t.id + {n * NUMBERS}"}
            _copy(conn, "episodes", events, "JOIN shift ON shift.was = t.session")
            _copy(conn, "hourly", {"hour_ns": f"t.hour_ns - {back}"}, f"WHERE t.hour_ns >= {begun}")
            _copy(
                conn, "nightly", {"night": f"date(t.night, '-{14 * n} days')"}, "WHERE t.night > '2025-02-26'"
            )
            conn.execute("DROP TABLE shift")
            conn.commit()
        conn.execute("UPDATE wearers SET installed_ns = installed_ns - ?", (times * FORTNIGHT_NS,))
        conn.commit()


def _copy(conn: sqlite3.Connection, table: str, changed: dict[str, str], rest: str) -> None:
    columns = [row[1] for row in conn.execute("SELECT * FROM pragma_table_info(?)", (table,))]
    values = [changed.get(column, f"t.{column}") for column in columns]
    conn.execute(
        f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) " + select(values, f"FROM {table} AS t {rest}")
    )
