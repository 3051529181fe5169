"""What dialogues are made over: one simulated story, made once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("gguf", reason="gguf is not installed: no language model can be made")

from tests.agent import history
from tests.agent.conftest import made_once
from tests.agent.stories import WEEKS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def weeks_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "weeks", lambda path: history.write(path, WEEKS))
