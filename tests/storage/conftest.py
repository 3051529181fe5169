from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from storage.database import open_writer
from tests.storage.history import people_and_device

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "hearth.db"


@pytest.fixture
def conn(path: Path) -> Iterator[sqlite3.Connection]:
    """A fresh, migrated database open for writing, without the writer's thread."""
    with closing(open_writer(path).conn) as conn:
        yield conn


@pytest.fixture
def home(conn: sqlite3.Connection) -> sqlite3.Connection:
    """The same, with a wearer in Berlin who has a device named ``belt``."""
    people_and_device(conn)
    return conn
