"""Keeping the write-ahead log short."""

from __future__ import annotations

import sqlite3
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

TRUNCATE_BYTES: Final = (
    32 * 2**20
)  # half of what the log may ever be; the file keeps its largest size otherwise
TRUNCATE_EVERY_S: Final = 10.0  # while a reader pins the log each try costs a wait


class Checkpoints:
    """Truncates the log of the database at ``path`` when a burst or a slow reader has made it large.

    Ordinary checkpoints are SQLite's own, every ``CHECKPOINT_PAGES`` at a commit.
    """

    def __init__(self, path: Path) -> None:
        self._log = path.with_name(path.name + "-wal")
        self._tried_s = float("-inf")

    def truncate_if_large(self, conn: sqlite3.Connection) -> None:
        """Truncate when the log has passed :data:`TRUNCATE_BYTES`, not more often than is useful."""
        now_s = time.monotonic()
        if now_s < self._tried_s + TRUNCATE_EVERY_S or not self._log.exists():
            return
        if self._log.stat().st_size >= TRUNCATE_BYTES:
            self._tried_s = now_s
            self.truncate(conn)

    def truncate(self, conn: sqlite3.Connection) -> bool:
        """Move the whole log into the database; False where a reader or the disk did not let it."""
        try:
            busy: int = conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except sqlite3.OperationalError:
            return False  # nothing is lost: the log stays, and the next commit meets and reports the cause
        return not busy
