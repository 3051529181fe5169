from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder with a short path: the daemon's socket beside its database must fit into 108 bytes."""
    folder = Path(tempfile.mkdtemp(prefix="hearth-"))
    yield folder
    shutil.rmtree(folder)
