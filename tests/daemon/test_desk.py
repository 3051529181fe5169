import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from daemon.alarm_config import AlarmsConfig
from daemon.alarms import Alarms
from daemon.config import Config, StorageConfig
from daemon.desk import Desk
from daemon.errors import ControlError
from daemon.notify import NotificationsConfig
from daemon.topics import Topics
from storage import dialogues
from storage.database import open_reader
from storage.writer import Writer
from tests.daemon.house import Worn, build
from tests.daemon.recorded import NOW as RECORDED_NOW
from tests.daemon.recorded import record

NOW = "2026-11-20T12:00:00+00:00"


def at_desk(
    tmp_path: Path, talk: Callable[[Desk], Awaitable[Any]], build: Callable[[Path, Worn], object] = build
) -> Any:  # noqa: ANN401 - the talk's own value
    tmp_path.mkdir(exist_ok=True)
    path = tmp_path / "hearth.db"
    build(path, Worn("patch-1"))
    config = Config(storage=StorageConfig(path=str(path)))

    async def life() -> Any:  # noqa: ANN401 - likewise
        async with Writer(path) as writer:
            alarms = Alarms(
                AlarmsConfig(),
                NotificationsConfig(),
                Topics(),
                min_free_mb=0,
                told=lambda _: None,
                urgent=lambda _: None,
            )
            return await talk(Desk(config, writer, alarms, Counter(answers=0)))

    return asyncio.run(life())


def test_a_question_is_answered_and_remembered_with_its_evidence(tmp_path: Path) -> None:
    request = {
        "op": "ask",
        "question": "What was my heart rate in the last 20 minutes?",
        "now": NOW,
        "session": "s",
    }
    told = at_desk(tmp_path, lambda desk: desk.handle(request))
    assert "72 bpm" in told["answer"]
    assert told["evidence"]
    with closing(open_reader(tmp_path / "hearth.db")) as conn:
        (turn,) = dialogues.turns(conn, told["session"])
        assert turn.answer == told["answer"]
        assert len(dialogues.evidence(conn, told["session"])) == len(told["evidence"])


def test_a_dialogue_goes_on_by_its_session(tmp_path: Path) -> None:
    async def talk(desk: Desk) -> dict[str, Any]:
        first = await desk.handle(
            {"op": "ask", "question": "What was my heart rate this morning?", "now": NOW}
        )
        again = {"op": "ask", "question": "and yesterday?", "session": first["session"], "now": NOW}
        return await desk.handle(again)

    told = at_desk(tmp_path, talk)
    assert [call["tool"] for call in told["calls"]] == ["measure"]


def test_an_answer_may_be_told_piece_by_piece(tmp_path: Path) -> None:
    question = "What was my heart rate in the last 20 minutes?"
    asked = {"op": "ask", "question": question, "now": NOW, "stream": True}

    async def talk(desk: Desk) -> list[dict[str, Any]]:
        return [news async for news in desk.stream(asked)]

    (last,) = at_desk(tmp_path, talk)  # rules and templates answer at once
    assert "bpm" in last["answer"]["answer"]
    for wrong in ({"op": "counts"}, {"op": "ask", "question": ""}):

        async def refused(desk: Desk, message: dict[str, Any] = wrong) -> list[dict[str, Any]]:
            return [news async for news in desk.stream(message)]

        with pytest.raises(ControlError, match="request:"):
            at_desk(tmp_path / str(len(wrong)), refused)


def test_a_file_that_is_asked_for_is_made_before_it_is_told(tmp_path: Path) -> None:
    wished = {"op": "ask", "question": "give me a strip of the pause today", "now": RECORDED_NOW}
    told = at_desk(tmp_path, lambda desk: desk.handle(wished), build=lambda path, _worn: record(path))
    place = Path(told["answer"].splitlines()[-1])
    assert place.parent == tmp_path / "exports"
    assert place.read_bytes().startswith(b"<?xml")
    with closing(open_reader(tmp_path / "hearth.db")) as conn:
        assert [row[0] for row in conn.execute("SELECT what FROM audit")] == ["made a file"]


def test_counts_are_told(tmp_path: Path) -> None:
    async def talk(desk: Desk) -> dict[str, Any]:
        await desk.handle({"op": "ask", "question": "hello"})
        return await desk.handle({"op": "counts"})

    assert at_desk(tmp_path, talk) == {"answers": 1}


@pytest.mark.parametrize(
    "request_",
    [
        {},
        {"op": "shutdown"},
        {"op": "ask"},
        {"op": "ask", "question": ""},
        {"op": "ask", "question": 5},
        {"op": "ask", "question": "x" * 10_000},
        {"op": "ask", "question": "x", "as": "king"},
        {"op": "ask", "question": "x", "session": {"a": 1}},
        {"op": "ask", "question": "x", "now": "yesterday"},
        {"op": "acknowledge", "alarm": "all"},
    ],
)
def test_anything_else_is_refused_in_words(tmp_path: Path, request_: dict[str, Any]) -> None:
    with pytest.raises(ControlError, match="request:"):
        at_desk(tmp_path, lambda desk: desk.handle(request_))
