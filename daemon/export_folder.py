"""Where the files go that answers make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

FOLDER: Final = "exports"  # beside the database, where nothing else is said


def folder_of(database: Path, configured: str) -> Path:
    """Where files go: the configured folder, else ``exports`` beside the database."""
    return database.with_name(FOLDER) if not configured else database.parent / configured
