"""Databases that are made once and only read."""

from __future__ import annotations

import fcntl
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agent.compose.facts import facts
from agent.turn import Agent
from storage import dialogues
from storage.writer import exclusive
from tests.agent import history
from tests.agent.stories import ANNA, BEN, FIRST_STRAP, SECOND_STRAP, WEEKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.answer import Answer
    from agent.compose.facts import Facts
    from agent.tools.envelope import Envelope


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A database shared by the processes of one test run."""
    folder = factory.getbasetemp()
    if folder.name.startswith("popen-"):
        folder = folder.parent  # of all workers
    path, part = folder / f"{name}.db", folder / f"{name}-being-made.db"
    with (folder / f"{name}.making").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            make(part)
            part.rename(path)
    return path


@pytest.fixture(scope="session")
def weeks_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "weeks", lambda path: history.write(path, WEEKS))


@pytest.fixture(scope="session")
def house_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "house", lambda path: history.write(path, ANNA, BEN))


@pytest.fixture(scope="session")
def straps(tmp_path_factory: pytest.TempPathFactory) -> Agent:
    """One person, two straps."""
    return Agent(
        made_once(tmp_path_factory, "straps", lambda path: history.write(path, FIRST_STRAP, SECOND_STRAP))
    )


@pytest.fixture(scope="session")
def weeks(weeks_db: Path) -> Agent:
    return Agent(weeks_db)


@pytest.fixture
def talk_db(weeks_db: Path, tmp_path: Path) -> Path:
    """A copy that may be written to."""
    return Path(shutil.copy(weeks_db, tmp_path / "talk.db"))


@pytest.fixture
def talk(talk_db: Path) -> Callable[..., Answer]:
    """Ask in one conversation that is remembered."""
    agent = Agent(talk_db)

    def ask(question: str, *, session: str = "talk", role: str = "wearer", **more: object) -> Answer:
        answer = agent.ask(question, session=session, role=role, **{"now": history.NOW, **more})  # type: ignore[arg-type]  # the caller's names
        with exclusive(talk_db) as conn:
            dialogues.store_turn(conn, answer.record())
        return answer

    return ask


@pytest.fixture(scope="session")
def weeks_said(weeks: Agent) -> dict[str, Envelope]:
    asked = {
        "intervals": "heart rate, PR, QRS and QT on Sunday morning",
        "burden": "AF burden last week",
        "events": "any AF episodes last week?",
        "quiet": "Did anything happen on Friday evening?",
        "half": "any pauses in the night to 2 March?",
        "compare": "compare last night with the night before",
        "alerts": "alerts this week",
        "device": "battery?",
        "rate": "What was my heart rate last night?",
    }
    return {name: weeks.ask(text, now=history.NOW).evidence[0] for name, text in asked.items()}


@pytest.fixture(scope="session")
def held(weeks_said: dict[str, Envelope]) -> dict[str, list[Facts]]:
    return {name: [facts(envelope)] for name, envelope in weeks_said.items()}
