"""Every question over a long time is answered through an index."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest

from storage import alarms, episodes, notes, outbox, results, rollups, samples
from storage.database import connect
from storage.writer import exclusive
from tests.storage.history import DAY_NS, DEVICE, START_NS, write
from tests.storage.windows import heart_beats, open_session, window

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
    from pathlib import Path

LARGE = (
    "segments",
    "beats",
    "blocks",
    "tail",
    "gaps",
    "anchors",
    "episodes",
    "hourly",
    "nightly",
    "device_states",
)
ASK: dict[str, Callable[[sqlite3.Connection], object]] = {
    "hourly": lambda conn: rollups.hourly(conn, DEVICE, START_NS, START_NS + 9 * DAY_NS),
    "nightly": lambda conn: rollups.nightly(conn, DEVICE, date(2025, 1, 1), date(2025, 2, 1)),
    "coverage": lambda conn: rollups.coverage(conn, DEVICE, START_NS + 7, START_NS + 9 * DAY_NS),
    "episodes": lambda conn: episodes.episodes(conn, DEVICE, START_NS, START_NS + DAY_NS),
    "segments": lambda conn: list(results.segments(conn, DEVICE, START_NS, START_NS + DAY_NS)),
    "beats": lambda conn: results.beats(conn, 1, 0, 5000),
    "read": lambda conn: list(samples.read(conn, 1, 0, 5000)),
    "wall_ns": lambda conn: samples.wall_ns(conn, 1, 5000),
    "sample_at": lambda conn: samples.sample_at(conn, 1, START_NS),
    "sessions": lambda conn: samples.sessions(conn, DEVICE, START_NS, START_NS + DAY_NS),
    "unfinished": lambda conn: samples.unfinished_session(conn, DEVICE),
    "notes": lambda conn: notes.notes(conn, 1, 0, START_NS),
    "outbox": lambda conn: outbox.pending(conn, 10),
    "open alarms": alarms.open_alarms,
}


def scans(conn: sqlite3.Connection, ask: Callable[[sqlite3.Connection], object]) -> list[str]:
    """The steps of the statements that ``ask`` runs that read a large table from end to end."""
    statements: list[str] = []
    conn.set_trace_callback(statements.append)
    ask(conn)
    conn.set_trace_callback(None)
    assert statements
    return [
        step[3]
        for statement in statements
        if statement.split()[0].upper() in {"SELECT", "UPDATE", "DELETE", "INSERT"}
        for step in conn.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
        if reads_all(step[3], _names(statement))
    ]


def reads_all(step: str, names: set[str]) -> bool:
    """Whether a step reads all of a table; ``min`` and ``max`` without an index are called a search."""
    verb, name, how = (*step.split(), "", "")[:3]
    return name in names and (verb == "SCAN" or (verb == "SEARCH" and not how))


def _names(statement: str) -> set[str]:
    """Large tables and what the statement calls them."""
    words = statement.replace("(", " ").replace(")", " ").split()
    called = {words[i + 2] for i, word in enumerate(words[:-2]) if word in LARGE and words[i + 1] == "AS"}
    return called | set(LARGE)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("long") / "hearth.db"
    with exclusive(path) as conn:
        write(conn, 10)
    return path


@pytest.fixture
def long(kept: Path) -> Iterator[sqlite3.Connection]:
    """Ten days of results; whatever a test stores is undone."""
    with closing(connect(kept)) as conn:
        conn.execute("BEGIN")
        yield conn
        conn.execute("ROLLBACK")


@pytest.mark.parametrize("name", ASK)
def test_no_question_scans_a_large_table(long: sqlite3.Connection, name: str) -> None:
    assert scans(long, ASK[name]) == []


def test_storing_a_window_scans_nothing(long: sqlite3.Connection) -> None:
    open_session(long, 500, START_NS + 20 * DAY_NS)

    def store(conn: sqlite3.Connection) -> None:
        results.store(conn, 500, [window(0), *heart_beats(0)], version="chain-1")
        results.store(conn, 500, [window(0), *heart_beats(0)], version="chain-2")

    assert scans(long, store) == []


@pytest.mark.parametrize("what", ["max(hr_bpm)", "sum(hr_bpm)", "count(*)", "*"])
def test_a_scan_would_be_noticed(long: sqlite3.Connection, what: str) -> None:
    assert scans(long, lambda conn: conn.execute(f"SELECT {what} FROM segments AS g").fetchone())  # noqa: S608 - above
