"""Whole copies of the database."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from storage.errors import StoreMissing

if TYPE_CHECKING:
    from pathlib import Path

KEEP: Final = 3  # enough to step back past a bad one; each is as large as the database


def backup(path: Path, folder: Path, keep: int = KEEP, *, label: str = "daily") -> Path:
    """Copy the database at ``path`` into ``folder`` and keep the newest ``keep`` of that ``label``.

    The copy is complete and on disk when this returns; writing to the original may go on meanwhile.

    Raises:
        StoreMissing: there is no database at ``path``.
        sqlite3.Error, OSError: the copy could not be made; nothing half-made keeps the final name.
    """
    if not path.is_file():
        raise StoreMissing(path)
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{path.stem}.{label}."
    target = folder / f"{stem}{datetime.now(UTC):%Y%m%dT%H%M%S%f}{path.suffix}"
    partial = target.with_name(target.name + ".partial")
    try:
        _copy(path, partial)
        partial.replace(target)
    except (sqlite3.Error, OSError):
        partial.unlink(missing_ok=True)
        raise
    sync_folder(folder)
    for old in sorted(folder.glob(f"{stem}*{path.suffix}"))[: -max(keep, 1)]:
        old.unlink()
    for left in folder.glob(f"{stem}*.partial"):
        left.unlink()
    return target


def _copy(path: Path, target: Path) -> None:
    uri = f"{path.absolute().as_uri()}?mode=ro"
    with (
        contextlib.closing(sqlite3.connect(uri, uri=True)) as source,
        contextlib.closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)  # in one step: a copy in many restarts at every commit of the writer
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, whatever happens to it afterwards
    with target.open("rb") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make renames in ``folder`` survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
