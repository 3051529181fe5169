"""Jobs that leave a mark, and ways to see it, for tests of the writer."""

from __future__ import annotations

import asyncio
from contextlib import closing
from typing import TYPE_CHECKING, Final

from storage import audit
from storage.database import open_reader

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

DEADLINE_S: Final = 30.0  # far beyond what anything here takes, for a machine under load


def note(what: str) -> Callable[[sqlite3.Connection], int]:
    def job(conn: sqlite3.Connection) -> int:
        return audit.add(conn, 1, "test", what)

    return job


def noted(path: Path) -> list[str]:
    with closing(open_reader(path)) as conn:
        return [row.what for row in audit.audit(conn, 0, 10)]


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(DEADLINE_S):
        while not condition():
            await asyncio.sleep(0.01)
