"""``hearth mcp``, used by the official SDK's own client over a real process's pipes."""

from __future__ import annotations

import json
import os
import sys
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from agent.tools.schemas import schemas
from agent.turn import Agent
from storage.writer import exclusive
from tests.agent import history
from tests.agent.conftest import made_once
from tests.agent.history import Note, at
from tests.agent.stories import ANNA, BEN
from tests.daemon.calling import hearth

mcp = pytest.importorskip("mcp")
client = pytest.importorskip("mcp.client.client")
stdio = pytest.importorskip("mcp.client.stdio")
mcp_server = pytest.importorskip("daemon.mcp_server")

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

HEARTH = Path(sys.executable).with_name("hearth")
NOW = history.NOW.isoformat()
PATIENCE_S = 60.0
TOLD = replace(
    ANNA,
    notes=(
        *ANNA.notes,
        Note(at("2025-03-12T09:00"), "activity", "walked around the lake"),
        Note(at("2025-03-12T10:00"), "diary", "quarrel about the house", private=True),
    ),
)
CALLS: dict[str, dict[str, Any]] = {
    "measure": {"when": "last night", "metrics": ["hr", "pr"]},
    "classify": {"when": "last night"},
    "burden": {"when": "last night"},
    "find_events": {"when": "last night", "kind": "af"},
    "trend": {"when": "today", "metric": "hr", "bucket": "hour"},
    "compare": {"a": "today", "b": "yesterday"},
    "coverage": {"when": "last night"},
    "device_status": {},
    "list_alerts": {"when": "ever"},
    "list_notes": {"when": "today"},
    "summarize": {"when": "last night"},
    "provenance": {"evidence": "E1"},
    "explain": {"finding": "af", "when": "last night"},
    "explain_alert": {"alert": "newest"},
    "glossary": {"term": "qt"},
}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "mcp-house", lambda path: history.write(path, TOLD, BEN))


@asynccontextmanager
async def session(db: Path, log: Path, *words: str) -> AsyncIterator[Any]:
    """A client of a server process of its own; what the server writes on stderr goes to ``log``."""
    command = ["mcp", "--db", str(db), "--now", NOW, *words]
    made = stdio.StdioServerParameters(command=str(HEARTH), args=command, env=dict(os.environ))
    with log.open("w") as errors:
        async with client.Client(stdio.stdio_client(made, errlog=errors)) as connected:
            yield connected


def using(db: Path, log: Path, use: Callable[[Any], Awaitable[None]], *words: str) -> None:
    """Use a real process."""

    async def life() -> None:
        with anyio.fail_after(PATIENCE_S):
            async with session(db, log, *words) as connected:
                await use(connected)

    anyio.run(life)


def beside(
    db: Path, use: Callable[[Any], Awaitable[None]], *, role: str = "caregiver", device: str = "strap-1"
) -> None:
    """Use the same server in this process."""

    async def life() -> None:
        with anyio.fail_after(PATIENCE_S):
            async with client.Client(
                mcp_server.server(mcp_server.Tools(db, role, device, history.NOW))
            ) as made:
                await use(made)

    anyio.run(life)


def test_every_reading_tool_is_offered_and_answers(house: Path, tmp_path: Path) -> None:
    async def use(connected: Any) -> None:  # noqa: ANN401 - the SDK's own client
        listed = (await connected.list_tools()).tools
        wanted = {each.name: each for each in schemas() if each.read_only}
        assert {tool.name for tool in listed} == set(wanted) == set(CALLS)
        assert {"add_note", "propose_change", "export"}.isdisjoint(CALLS)
        for tool in listed:
            assert tool.input_schema == json.loads(json.dumps(wanted[tool.name].input_schema))
            assert tool.annotations.read_only_hint
        for name, args in CALLS.items():
            made = await connected.call_tool(name, args)
            assert made.structured_content["tool"] == name
            assert made.content[0].text
            assert made.structured_content["ev"]

    using(house, tmp_path / "log", use, "--device", "strap-2")
    assert (tmp_path / "log").read_text() == ""


def test_results_are_those_of_the_chat(house: Path) -> None:
    chat = Agent(house).ask(
        "What was my AF burden last night?", device="strap-2", role="clinician", now=history.NOW
    )

    async def use(connected: Any) -> None:  # noqa: ANN401 - the SDK's own client
        made = await connected.call_tool("burden", {"when": "last night"})
        assert made.structured_content["data"] == json.loads(json.dumps(chat.json()["evidence"][0]["data"]))
        assert made.content[0].text == chat.answer

    beside(house, use, device="strap-2", role="clinician")


def test_what_is_wrong_with_a_call_is_told_as_a_result(house: Path) -> None:
    async def use(connected: Any) -> None:  # noqa: ANN401 - the SDK's own client
        for name, args, words in (
            ("measure", {"when": "the day of the dead cat"}, "TIME_UNKNOWN"),
            ("measure", {"when": "tomorrow"}, "TIME_FUTURE"),
            ("measure", {"when": "last night", "metrics": ["shoe_size"]}, "metrics"),
            ("measure", {"when": 7}, "when"),
            ("measure", {"when": "last night", "device": "strap-1"}, "device"),
            ("measure", {"when": "x" * 9000}, "wanted at most"),
            ("add_note", {"kind": "diary", "text": "x"}, "only reads"),
            ("propose_change", {"setting": "tz", "value": "UTC"}, "only reads"),
            ("drop_tables", {}, "drop_tables"),
        ):
            made = await connected.call_tool(name, args)
            told = made.content[0].text + json.dumps(made.structured_content)
            assert made.is_error, name
            assert words in told, (name, told)
        nothing = await connected.call_tool("measure", {"when": "1 January"})
        assert not nothing.is_error  # that there is nothing is an answer
        assert nothing.structured_content["error"] == "NO_DATA"

    beside(house, use)


def test_another_wearer_is_out_of_reach_and_private_notes_stay_private(house: Path, tmp_path: Path) -> None:
    async def use(connected: Any) -> None:  # noqa: ANN401 - the SDK's own client
        seen = ""
        for name, args in CALLS.items():
            for when in ("ever", "last night of strap-2", "strap-2 today", "Ben's night"):
                made = await connected.call_tool(name, {**args, "when": when} if "when" in args else args)
                seen += made.content[0].text + json.dumps(made.structured_content)
        notes = await connected.call_tool("list_notes", {"when": "ever"})
        seen += notes.content[0].text + json.dumps(notes.structured_content)
        assert "canary of Ben" not in seen
        assert "Ben is in AF" not in seen
        assert "quarrel" not in seen
        assert "walked around the lake" in seen
        await connected.call_tool("measure", {"when": "canary in the question"})

    using(house, tmp_path / "log", use, "--device", "strap-1")
    assert (tmp_path / "log").read_text() == ""  # nothing that was asked or answered


def test_the_about_page_names_nobody(house: Path) -> None:
    async def use(connected: Any) -> None:  # noqa: ANN401 - the SDK's own client
        (about,) = (await connected.list_resources()).resources
        text = (await connected.read_resource(about.uri)).contents[0].text
        assert "Not a medical device" in text
        assert "Anna" not in text
        with pytest.raises(mcp.MCPError):
            await connected.read_resource("file:///etc/passwd")

    beside(house, use)


def test_it_does_not_start_where_every_call_would_fail(house: Path, tmp_path: Path) -> None:
    for words, complaint in (
        ((), "--device"),
        (("--device", "strap-9"), "strap-9"),
        (("--device", "strap-1", "--as", "burglar"), "--as wants one of"),
    ):
        done = hearth("mcp", "--db", house, *words)
        assert done.returncode in {1, 2}
        assert complaint in done.stderr
    assert hearth("mcp", "--db", tmp_path / "none.db").returncode == 1


def test_it_runs_beside_the_daemon(house: Path) -> None:
    async def use(connected: Any) -> None:  # noqa: ANN401 - the SDK's own client
        assert not (await connected.call_tool("device_status", {})).is_error

    with exclusive(house):
        beside(house, use)
