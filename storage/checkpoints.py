"""Keeping the write-ahead log short."""

from __future__ import annotations

import sqlite3
import time
from typing import TYPE_CHECKING, Final

from storage.database import BUSY_MS

if TYPE_CHECKING:
    from pathlib import Path

TRUNCATE_BYTES: Final = 16 * 2**20  # a quarter of what the log may ever be; the file keeps its largest size
TRUNCATE_EVERY_S: Final = 10.0  # each try costs a flush, and a wait where a reader holds the log
READER_WAIT_MS: Final = 100  # a reader of Hearth's own is done by then; longer would hold up the commits


class Checkpoints:
    """Truncates the log of the database at ``path`` when a burst or a slow reader has made it large.

    Ordinary checkpoints are SQLite's own, every ``CHECKPOINT_PAGES`` at a commit. ``pinned`` says that a
    reader keeps the log from being emptied: it grows with every commit then, so there should be fewer.
    """

    def __init__(self, path: Path) -> None:
        self.pinned = False
        self._log = path.with_name(path.name + "-wal")
        self._tried_s = float("-inf")

    def truncate_if_large(self, conn: sqlite3.Connection) -> None:
        """Truncate when the log has passed :data:`TRUNCATE_BYTES`, not more often than is useful."""
        now_s = time.monotonic()
        if now_s < self._tried_s + TRUNCATE_EVERY_S or not self._log.exists():
            return
        if self._log.stat().st_size >= TRUNCATE_BYTES:
            self._tried_s = now_s
            self.pinned = not self.truncate(conn)

    def truncate(self, conn: sqlite3.Connection) -> bool:
        """Move the whole log into the database; False where a reader or the disk did not let it."""
        conn.execute(f"PRAGMA busy_timeout = {READER_WAIT_MS}")
        try:
            busy: int = conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except sqlite3.OperationalError:
            return False  # nothing is lost: the log stays, and the next commit meets and reports the cause
        finally:
            conn.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        return not busy
