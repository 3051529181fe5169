"""What the tools look like from outside: names, what each is for, JSON schemas, and calls read from JSON."""

from __future__ import annotations

from functools import lru_cache
from inspect import getdoc
from typing import TYPE_CHECKING, Any, Final

import msgspec

from agent.errors import BadCall
from agent.tools.args import KINDS, NAMES, Args, Call

if TYPE_CHECKING:
    from collections.abc import Mapping

WRITES: Final = frozenset({"add_note", "propose_change", "export"})  # these ask the caller to do something


class ToolSchema(msgspec.Struct, frozen=True):
    """A tool for those who call it. ``input_schema``: JSON Schema of its arguments, self-contained."""

    name: str
    description: str
    input_schema: dict[str, Any]
    read_only: bool


@lru_cache(maxsize=1)
def schemas() -> tuple[ToolSchema, ...]:
    """Every tool, in a fixed order: what is offered elsewhere, and what a grammar is built from."""
    return tuple(
        ToolSchema(NAMES[kind], _description(kind), _arguments(kind), NAMES[kind] not in WRITES)
        for kind in KINDS
    )


def call_of(tool: str, args: Mapping[str, Any]) -> Call:
    """A call from a tool's name and plain JSON arguments.

    Raises:
        BadCall: there is no such tool, or an argument is not what it must be; ``unknown`` names a value that
            is none of those a metric or kind may have.
    """
    kind = next((each for each, name in NAMES.items() if name == tool), None)
    if kind is None:
        raise BadCall(tool, f"no tool is called {tool!r}")
    extra = sorted(set(args) - set(kind.__struct_fields__))
    if extra:
        raise BadCall(tool, f"{tool} takes no argument {extra[0]!r}")
    try:
        made: Call = msgspec.convert({**args, "tool": tool}, Call)
    except msgspec.ValidationError as error:
        raise BadCall(tool, str(error), unknown=_unknown(kind, args, str(error))) from error
    return made


def choices(kind: type[Args], field: str) -> tuple[str, ...]:
    """The values that a field with a fixed set of them may have."""
    found = _arguments(kind)["properties"].get(field, {})
    found = found.get("items", found)
    return tuple(str(each) for each in found.get("enum", ()) if each is not None)


def _unknown(kind: type[Args], args: Mapping[str, Any], message: str) -> str:
    """The value that is none of a metric's or kind's, if that is what was wrong."""
    for field in ("metrics", "metric", "kind", "finding"):
        if field in kind.__struct_fields__ and field in args and f"`$.{field}" in message:
            given = args[field] if isinstance(args[field], list | tuple) else [args[field]]
            allowed = set(choices(kind, field))
            return next((str(each) for each in given if str(each) not in allowed), "")
    return ""


def _description(kind: type[Args]) -> str:
    return " ".join((getdoc(kind) or "").replace("``", "").split())


@lru_cache(maxsize=64)
def _arguments(kind: type[Args]) -> dict[str, Any]:
    """The schema of a tool's arguments without the tag, its references resolved."""
    whole = msgspec.json.schema(kind)
    inner: dict[str, Any] = whole["$defs"][kind.__name__]
    properties = {
        name: msgspec.to_builtins(part) | ({"default": list(part["default"])} if _listed(part) else {})
        for name, part in inner["properties"].items()
        if name != "tool"
    }
    required = [name for name in inner.get("required", ()) if name != "tool"]
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _listed(part: Mapping[str, Any]) -> bool:
    return isinstance(part.get("default"), tuple)
