"""Where the files go that answers make, and how long they stay."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

FOLDER: Final = "exports"  # beside the database, where nothing else is said
OURS: Final = "hearth-*"  # every file that an answer makes is called so: others are not ours to remove


def folder_of(database: Path, configured: str) -> Path:
    """Where files go: the configured folder, else ``exports`` beside the database."""
    return database.with_name(FOLDER) if not configured else database.parent / configured


def prune(folder: Path, older_than_ns: int) -> int:
    """Removes what answers made and nobody wrote to since (ns since the Unix epoch); how many went.

    Raises:
        OSError: one cannot be removed.
    """
    old = [each for each in folder.glob(OURS) if each.lstat().st_mtime_ns < older_than_ns]
    for each in old:
        if each.is_dir() and not each.is_symlink():
            shutil.rmtree(each)
        else:
            each.unlink()
    return len(old)
