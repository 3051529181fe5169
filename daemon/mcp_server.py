"""The agent's tools over the Model Context Protocol, for any assistant in the house: to read, never to write.

Role and wearable are fixed when it starts; nothing a client says changes them. Nothing that is asked or
answered is logged or stored.
"""

from __future__ import annotations

import logging
import sqlite3
from collections import OrderedDict
from dataclasses import dataclass, field
from importlib import metadata
from typing import TYPE_CHECKING, Any, Final

import anyio
import anyio.to_thread
import mcp_types as types
import msgspec
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.shared.exceptions import MCPError

from agent.errors import BadCall
from agent.tools.envelope import Problem
from agent.tools.schemas import call_of, schemas
from daemon.lookup import lookup
from dsp.types import HearthError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from mcp.server.context import ServerRequestContext

    from agent.tools.envelope import Envelope

ABOUT: Final = "hearth://about"
REMEMBERED: Final = 200  # results that "provenance" may still ask about; a conversation has fewer
AT_ONCE: Final = 2  # tools running; each reads the database in a thread of its own
ARGUMENT_BYTES_MAX: Final = 8192  # of a call; the longest words for a time are 200 letters
MEND: Final = frozenset(  # what a better call would not have run into; the rest is an answer
    {
        Problem.TIME_AMBIGUOUS,
        Problem.TIME_FUTURE,
        Problem.TIME_UNKNOWN,
        Problem.METRIC_UNKNOWN,
        Problem.PERMISSION,
    }
)
INSTRUCTIONS: Final = (
    "Facts from a single-lead ECG worn at home. Times are given in the user's own words; the tools resolve "
    "them. Each result has a checked sentence (text) and the evidence behind it (structured): say nothing "
    "that is not in them. 'None' may be said only where the sentence says it. One lead cannot show "
    "infarction, axis, hypertrophy or the side of a block, and causes are never known. Not a medical device "
    "and not a diagnosis. Acute chest pain, collapse, trouble breathing, signs of a stroke, suicidal words: "
    "tell the user to call the emergency number first."
)


@dataclass(slots=True)
class Tools:
    """What a client may use, for one role and one wearable."""

    db: Path
    role: str
    device: str | None
    now: datetime | None = None
    _results: OrderedDict[str, tuple[Envelope, Mapping[str, Any]]] = field(default_factory=OrderedDict)
    _count: int = 0

    def offered(self) -> list[types.Tool]:
        """The tools that only read."""
        hints = types.ToolAnnotations(
            read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
        )
        return [
            types.Tool(
                name=each.name,
                description=each.description,
                input_schema=each.input_schema,
                annotations=hints,
            )
            for each in schemas()
            if each.read_only
        ]

    def call(self, tool: str, args: Mapping[str, Any]) -> types.CallToolResult:
        """The result of a tool. Raises nothing of ours: what went wrong is a result, too."""
        try:
            return self._call(tool, args)
        except BadCall as error:
            return _failed(str(error))
        except HearthError as error:
            return _failed(str(error))
        except sqlite3.Error:
            return _failed("the database cannot be read now; try again later")

    def _call(self, tool: str, args: Mapping[str, Any]) -> types.CallToolResult:
        if len(msgspec.json.encode(args)) > ARGUMENT_BYTES_MAX:
            raise BadCall(tool, f"arguments: wanted at most {ARGUMENT_BYTES_MAX} bytes")
        call = call_of(tool, args)
        if not any(each.name == tool and each.read_only for each in schemas()):
            raise BadCall(tool, f"{tool} is not offered here: this connection only reads")
        self._count += 1
        ev = f"E{self._count}"
        with lookup(self.db, device=self.device, role=self.role, now=self.now) as found:
            envelope = found.run(call, ev=ev, earlier=self._results.get)
            text = found.said(envelope)
        self._results[ev] = (envelope, dict(args))
        while len(self._results) > REMEMBERED:
            self._results.popitem(last=False)
        return types.CallToolResult(
            content=[types.TextContent(type="text", text=text or str(envelope.error or "nothing to say"))],
            structured_content=msgspec.to_builtins(envelope),
            is_error=envelope.error in MEND,
        )

    def about(self) -> str:
        """What this is, without anything about anybody."""
        return (
            f"Hearth {metadata.version('hearthd')}, asked as {self.role}. {INSTRUCTIONS}\n"
            f"Tools: {', '.join(each.name for each in self.offered())}."
        )


def _failed(text: str) -> types.CallToolResult:
    return types.CallToolResult(content=[types.TextContent(type="text", text=text)], is_error=True)


def server(tools: Tools) -> Server[Any]:
    """A server that offers ``tools``."""
    limit = anyio.CapacityLimiter(AT_ONCE)

    async def list_tools(
        _context: ServerRequestContext[Any], _params: types.PaginatedRequestParams | None
    ) -> types.ListToolsResult:
        return types.ListToolsResult(tools=tools.offered())

    async def call_tool(
        _context: ServerRequestContext[Any], params: types.CallToolRequestParams
    ) -> types.CallToolResult:
        return await anyio.to_thread.run_sync(tools.call, params.name, params.arguments or {}, limiter=limit)

    async def list_resources(
        _context: ServerRequestContext[Any], _params: types.PaginatedRequestParams | None
    ) -> types.ListResourcesResult:
        about = types.Resource(uri=ABOUT, name="about", description="What this is", mime_type="text/plain")
        return types.ListResourcesResult(resources=[about])

    async def read_resource(
        _context: ServerRequestContext[Any], params: types.ReadResourceRequestParams
    ) -> types.ReadResourceResult:
        if params.uri != ABOUT:
            raise MCPError(types.INVALID_PARAMS, f"no such resource; there is {ABOUT}")
        text = types.TextResourceContents(uri=ABOUT, mime_type="text/plain", text=tools.about())
        return types.ReadResourceResult(contents=[text])

    return Server(
        "hearth",
        version=metadata.version("hearthd"),
        title="Hearth",
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
        on_list_resources=list_resources,
        on_read_resource=read_resource,
    )


def serve(tools: Tools) -> None:
    """Serve over standard input and output until the client leaves."""
    logging.basicConfig(level=logging.ERROR, format="%(levelname)s %(name)s: %(message)s")

    async def life() -> None:
        made = server(tools)
        async with stdio_server() as (incoming, outgoing):
            await made.run(incoming, outgoing, made.create_initialization_options())

    anyio.run(life)
