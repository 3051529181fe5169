from __future__ import annotations

import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from storage.database import connect, open_writer
from tests.storage.history import people_and_device

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "hearth.db"


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty database file, to be copied."""
    path = tmp_path_factory.mktemp("fresh") / "hearth.db"
    open_writer(path).conn.close()
    return path


@pytest.fixture
def conn(path: Path, fresh: Path) -> Iterator[sqlite3.Connection]:
    """A migrated, empty database open for writing, without the writer's thread."""
    shutil.copy(fresh, path)
    with closing(connect(path)) as conn:
        yield conn


@pytest.fixture
def home(conn: sqlite3.Connection) -> sqlite3.Connection:
    """The same, with a wearer in Berlin who has a device named ``belt``."""
    people_and_device(conn)
    return conn
