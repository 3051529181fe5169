"""A model that is made once, and what runs it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("llama_cpp", reason="llama-cpp-python is not installed: no language model is tested")
pytest.importorskip("gguf", reason="gguf is not installed: no language model can be made to test with")

from agent.model.engine import Brake, Engine
from agent.model.mind import LanguageModel
from agent.model.request import Request, Text
from agent.model.runner import Limits, Runner, Status
from agent.model.wire import Load
from agent.turn import Agent
from tests.agent.history import NOW
from tests.agent.model import tiny
from tests.agent.model.told import TRUSTED, Told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from agent.model.sight import Family

WAIT_S = 30.0  # for anything; a busy machine is slow
ASK = Text("<|ask|>", control=True)
LONG = Request(prompt=(ASK, Text("tell me")), max_tokens=400, grammar="root ::= [a-z]+", deadline_s=WAIT_S)


def asking(text: str, **more: object) -> Request:
    return Request(prompt=(ASK, Text(text)), **{"max_tokens": 24, "temperature": 1.0, "seed": 7, **more})  # type: ignore[arg-type]  # the test's names


@pytest.fixture(scope="session")
def tiny_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.write(tmp_path_factory.mktemp("model") / "tiny.gguf", template=tiny.CHATML)


@pytest.fixture
def start(tiny_path: Path) -> Iterator[Callable[..., Runner]]:
    """Start runners that end with the test."""
    started: list[Runner] = []

    def start(path: Path | None = None, limits: Limits | None = None, **load: object) -> Runner:
        wanted = Load(str(path or tiny_path), **{"threads": 1, "context": 512, **load})  # type: ignore[arg-type]  # the test's names
        runner = Runner(wanted, limits or Limits())
        started.append(runner)
        return runner

    yield start
    for runner in started:
        runner.close()


@pytest.fixture(scope="session")
def runner(tiny_path: Path) -> Iterator[Runner]:
    """One that no test harms."""
    made = Runner(Load(str(tiny_path), context=512, threads=1))
    made.ready(WAIT_S)
    yield made
    made.close()


def until(holds: Callable[[], bool], wait_s: float = WAIT_S) -> bool:
    """Whether something comes true in time."""
    end = time.monotonic() + wait_s
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


@pytest.fixture(scope="session")
def engine(tiny_path: Path) -> Engine:
    """The model in this process: what grammars allow is asked of it directly."""
    return Engine(Load(str(tiny_path), context=1024, threads=1), Brake())


def anew(now: Status, before: int) -> bool:
    """Whether a process is ready that is not the one before; both are read at one moment."""
    return now.ready is not None and now.pid not in {0, before}


@pytest.fixture
def ask(weeks_db: Path) -> Callable[..., Any]:
    """Ask with a backend that says what it is told to; the answer, and the backend."""

    def ask(
        question: str,
        *says: str | Exception,
        kind: Family = TRUSTED,
        behind: float | None = None,
        **more: Any,  # noqa: ANN401 - of Agent.ask
    ) -> Any:  # noqa: ANN401 - a pair
        backend = Told(list(says), kind, behind)
        agent = Agent(weeks_db, model=LanguageModel(backend))
        return agent.ask(question, now=NOW, **more), backend

    return ask
