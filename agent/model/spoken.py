"""Instruct models' plans: tool calls as their makers taught them, one JSON object a call."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from inspect import getdoc
from typing import TYPE_CHECKING, Any, Final

import msgspec

from agent.model.compact import MANY, NoPlan, copied, possible, value_rule
from agent.model.gbnf import Rules, quoted
from agent.model.steps import BY_NAME, FIELDS, MOST, given, made, name_of
from agent.tools.schemas import schemas

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.model.grounds import Grounds
    from agent.model.steps import Field, Step


@dataclass(frozen=True, slots=True)
class Form:
    """How a family writes calls: around all and each, between them, and what it calls the arguments."""

    opening: str = ""
    closing: str = ""
    between: str = "\n"
    arguments: str = "arguments"
    first: str = ""
    last: str = ""


UNTOLD: Final = frozenset(
    {
        "description",
        "maxLength",
        "minLength",
        "minimum",
        "maximum",
        "default",
        "title",
        "additionalProperties",
    }
    | {"exclusiveMinimum"}
)


class _Wished(msgspec.Struct, frozen=True):
    name: str
    arguments: dict[str, Any] = {}
    parameters: dict[str, Any] = {}


LISTED: Final = Form(between=", ", first='{"calls": [', last="]}")
_WISHED: Final = msgspec.json.Decoder(_Wished)


def write(steps: Sequence[Step], form: Form) -> str:
    """Steps as a model of this form writes them."""
    calls = form.between.join(f"{form.opening}{_call(step, form)}{form.closing}" for step in steps)
    return f"{form.first}{calls}{form.last}" if calls else ""


def _call(step: Step, form: Form) -> str:
    said = {
        key: int(each) if isinstance(each, float) and each.is_integer() else each
        for key, each in given(step).items()
    }
    return json.dumps({"name": name_of(step), form.arguments: said}, ensure_ascii=False)


def read(text: str, form: Form) -> tuple[Step, ...]:
    """What a model of this form wrote, as steps.

    Raises:
        NoPlan: it is no plan.
    """
    body = text.strip()
    calls = body.split(form.between) if not form.opening.strip() else _between(body, form)
    calls = [call for call in calls if call.strip()]
    if not 1 <= len(calls) <= MOST:
        raise NoPlan(f"{len(calls)} steps")
    return tuple(_step(call) for call in calls)


def _between(text: str, form: Form) -> list[str]:
    parts = text.split(form.opening.strip())
    if parts[0].strip():
        raise NoPlan("words before the first call")
    return [part.rsplit(form.closing.strip(), 1)[0] for part in parts[1:]]


def _step(text: str) -> Step:
    try:
        wished = _WISHED.decode(text)
        if wished.name not in BY_NAME:
            raise NoPlan("a step that does not exist")
        said = wished.arguments or wished.parameters
        if not set(said) <= {field.name for field in FIELDS[wished.name]}:
            raise NoPlan("an argument that does not exist")
        return made(wished.name, said)
    except msgspec.MsgspecError as error:
        raise NoPlan("a call is not what it should be") from error


@lru_cache(maxsize=1)
def tools() -> tuple[dict[str, Any], ...]:
    """Every step as a function, always in this order: for a model's own template and for endpoints."""
    known = {tool.name: (tool.description, tool.input_schema) for tool in schemas()}
    found = {name: known.get(name) or _move(name) for name in BY_NAME}
    return tuple(
        {"name": name, "description": description, "parameters": _slim(schema)}
        for name, (description, schema) in found.items()
    )


def _slim(part: Any) -> Any:  # noqa: ANN401 - any part of a JSON schema
    """A schema without what a grammar holds anyway: every token of it is read before the first answer."""
    if isinstance(part, dict):
        return {key: _slim(each) for key, each in part.items() if key not in UNTOLD}
    return [_slim(each) for each in part] if isinstance(part, list) else part


def listed() -> str:
    """The functions in a few words each, for endpoints."""
    return json.dumps(tools(), ensure_ascii=False)


def _move(name: str) -> tuple[str, dict[str, Any]]:
    properties = {
        field.name: {"type": "string", **({"enum": list(field.values)} if field.values else {})}
        for field in FIELDS[name]
    }
    required = [field.name for field in FIELDS[name] if field.required]
    schema = {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }
    return " ".join((getdoc(BY_NAME[name]) or "").split()), schema


def schema() -> dict[str, Any]:
    """A plan as JSON schema, for endpoints: ``{"calls": [{"name", "arguments"}]}``."""
    calls = [
        {
            "type": "object",
            "properties": {"name": {"const": tool["name"]}, "arguments": tool["parameters"]},
            "required": ["name", "arguments"],
            "additionalProperties": False,
        }
        for tool in tools()
    ]
    several = {"type": "array", "items": {"anyOf": calls}, "minItems": 1, "maxItems": MOST}
    return {
        "type": "object",
        "properties": {"calls": several},
        "required": ["calls"],
        "additionalProperties": False,
    }


class _Listed(msgspec.Struct, frozen=True):
    calls: list[msgspec.Raw]


def read_listed(text: str) -> tuple[Step, ...]:
    """What was written in the form ``LISTED``, or by ``schema``, as steps.

    Raises:
        NoPlan: it is no plan.
    """
    try:
        calls = msgspec.json.decode(text, type=_Listed).calls
    except msgspec.MsgspecError as error:
        raise NoPlan("it is not a list of calls") from error
    if not 1 <= len(calls) <= MOST:
        raise NoPlan(f"{len(calls)} steps")
    return tuple(_step(bytes(call).decode()) for call in calls)


def grammar(grounds: Grounds, form: Form) -> str:
    """GBNF of the plans that may be made on these grounds, in this form."""
    rules = Rules()
    opening, closing = quoted(form.opening), quoted(form.closing)
    calls = f"call ({quoted(form.between)} call){{0,{MOST - 1}}}"
    rules.add("root", f"{quoted(form.first)} {calls} {quoted(form.last)}")
    names = possible(grounds)
    steps = " | ".join(f"s-{name}".replace("_", "-") for name in names)
    rules.add("call", f'{opening} "{{" ({steps}) "}}" {closing}')
    for name in names:
        head = quoted(f'"name": "{name}", "{form.arguments}": {{')
        rules.add(f"s_{name}", f'{head} {_arguments(rules, name, grounds)} "}}"')
    copied(rules, grounds)
    return rules.text()


def _arguments(rules: Rules, name: str, grounds: Grounds) -> str:
    """Arguments in order; one that has a default may be left out."""
    listed = [field for field in FIELDS[name] if value_rule(rules, name, field, grounds)]
    later, first = '""', '""'  # what may follow: after an argument, and where none was written yet
    for number, field in reversed(list(enumerate(listed))):
        key = quoted(json.dumps(field.name) + ": ")
        pair = f"{key} {_value(rules, name, field, grounds)}"
        after = rules.add(f"a_{name}_{number}_after", later)
        here, there = f'", " {pair} {after}', f"{pair} {after}"
        later = here if field.required else f"{here} | {after}"
        first = there if field.required else f"{there} | {rules.add(f'a_{name}_{number}_first', first)}"
    return rules.add(f"a_{name}", first)


def _value(rules: Rules, name: str, field: Field, grounds: Grounds) -> str:
    rule = value_rule(rules, name, field, grounds)
    if field.many:
        one = rules.add(f"v_{name}_{field.name}", " | ".join(quoted(each) for each in field.values))
        return f'"[" "\\"" {one} "\\"" (", \\"" {one} "\\""){{0,{MANY - 1}}} "]"'
    if field.form == "flag":
        return '("true" | "false")'
    return rule if field.form == "number" else f'"\\"" {rule} "\\""'
