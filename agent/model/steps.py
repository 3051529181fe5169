"""What a plan is made of: tool calls, or one move that looks nothing up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, get_args

import msgspec
from msgspec import inspect

from agent.plan import MAX_CALLS, Plan
from agent.tools.args import KINDS as TOOLS
from agent.tools.args import Args, Call, Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Respond(Args, frozen=True, tag="respond"):
    """Say something that needs nothing looked up."""

    about: Literal["greeting", "help", "thanks"] = "help"


class Followup(Args, frozen=True, tag="followup"):
    """A detail of the result before."""

    detail: Literal["longest", "when", "last", "first", "count", "long"]


class Why(Args, frozen=True, tag="why"):
    """Where the result before comes from."""


class Clarify(Args, frozen=True, tag="clarify"):
    """Ask which time is meant by words that name none."""

    when: Words


class Refuse(Args, frozen=True, tag="refuse"):
    """Say what is not done here."""

    why: Literal["scope", "medication", "infarction", "advice", "change"] = "scope"


class Escalate(Args, frozen=True, tag="escalate"):
    """Point to emergency help."""


class Bye(Args, frozen=True, tag="bye"):
    """Take leave."""


Move = Respond | Followup | Why | Clarify | Refuse | Escalate | Bye
Step = Call | Move
KINDS: Final[tuple[type[Args], ...]] = (*TOOLS, *get_args(Move))
BY_NAME: Final[Mapping[str, type[Args]]] = {str(kind.__struct_config__.tag): kind for kind in KINDS}
MOST: Final = MAX_CALLS


Form = Literal["words", "text", "name", "evidence", "number", "flag", "choice"]
# What the texts among the arguments are; any other is the asker's own.
TEXTS: Final[Mapping[str, Form]] = {
    "when": "words",
    "a": "words",
    "b": "words",
    "evidence": "evidence",
    "term": "name",
    "alert": "name",
    "setting": "name",
    "value": "name",
}


class Field(msgspec.Struct, frozen=True):
    """An argument of a step. ``values``: where only these may be written; ``many``: several of them.

    ``form``: words (of a time), text (the asker's), name (of a thing known here, or text), evidence, number,
    flag, choice. ``low``, ``high``, ``whole``: of a number.
    """

    name: str
    form: Form
    required: bool
    values: tuple[str, ...] = ()
    many: bool = False
    low: float | None = None
    high: float | None = None
    whole: bool = False

    def fits(self, number: str) -> bool:
        """Whether a number is within the argument's bounds."""
        value = float(number)
        within = (self.low is None or value >= self.low) and (self.high is None or value <= self.high)
        return within and not (self.whole and not number.isdigit())


def fields(kind: type[Args]) -> tuple[Field, ...]:
    """The arguments of a kind of step, in the order they are written."""
    shape = inspect.type_info(kind)
    if not isinstance(shape, inspect.StructType):
        return ()
    return tuple(_field(each) for each in shape.fields)


def _field(argument: inspect.Field) -> Field:
    bare = _bare(argument.type)
    many = isinstance(bare, inspect.VarTupleType)
    if isinstance(bare, inspect.VarTupleType):
        bare = _bare(bare.item_type)
    if isinstance(bare, inspect.LiteralType):
        return Field(argument.name, "choice", argument.required, tuple(map(str, bare.values)), many)
    if isinstance(bare, inspect.StrType):
        return Field(argument.name, TEXTS.get(argument.name, "text"), argument.required)
    if isinstance(bare, inspect.BoolType):
        return Field(argument.name, "flag", argument.required, ("yes", "no"))
    low, high = (_bound(bare, *names) for names in (("ge", "gt"), ("le", "lt")))
    whole = isinstance(bare, inspect.IntType)
    return Field(argument.name, "number", argument.required, low=low, high=high, whole=whole)


def _bound(number: inspect.Type, *names: str) -> float | None:
    return next((found for name in names if (found := getattr(number, name, None)) is not None), None)


def _bare(kind: inspect.Type) -> inspect.Type:
    """A type without what is said about it and without None."""
    while True:
        if isinstance(kind, inspect.Metadata):
            kind = kind.type
        elif isinstance(kind, inspect.UnionType):
            kind = next(each for each in kind.types if not isinstance(each, inspect.NoneType))
        else:
            return kind


FIELDS: Final[Mapping[str, tuple[Field, ...]]] = {name: fields(kind) for name, kind in BY_NAME.items()}


_DEFAULTS: Final = {
    kind: {each.name: each.default for each in msgspec.structs.fields(kind)} for kind in KINDS
}


def name_of(step: Step) -> str:
    """What a step is called."""
    return str(step.__struct_config__.tag)


def given(step: Step) -> dict[str, Any]:
    """The arguments of a step that are not the defaults."""
    defaults = _DEFAULTS[type(step)]
    return {name: getattr(step, name) for name, default in defaults.items() if getattr(step, name) != default}


def made(name: str, arguments: Mapping[str, Any]) -> Step:
    """A step from its name and arguments; msgspec.ValidationError where it is none."""
    step: Step = msgspec.convert({"tool": name, **arguments}, Step, strict=False)
    return step


def plan_of(steps: Sequence[Step], hints: frozenset[str]) -> Plan:
    """The plan that steps stand for: the calls, or the first move."""
    calls = tuple(dict.fromkeys(step for step in steps if isinstance(step, TOOLS)))[:MOST]
    if calls:
        return Plan("tools", calls, hints=hints)  # type: ignore[arg-type]  # TOOLS are what Call names
    intent, say, unread = _said(steps[0])
    return Plan(intent, say=say, hints=hints, unread=unread)


def _said(move: Step) -> tuple[str, str, str]:
    """The intent of a move, the key of what is said, and words that were not understood."""
    found = {
        "respond": (getattr(move, "about", ""), getattr(move, "about", "")),
        "followup": ("detail", getattr(move, "detail", "")),
        "refuse": ("refuse", f"refuse_{getattr(move, 'why', '')}"),
        "escalate": ("escalate", "escalate_help"),
    }
    name = name_of(move)
    intent, say = found.get(name, (name, name))
    return intent, say, move.when if isinstance(move, Clarify) else ""


def steps_of(plan: Plan) -> tuple[Step, ...]:
    """The steps that a plan of rules stands for; none where rules did not understand."""
    if plan.unread:
        return (Clarify(when=plan.unread),)
    if plan.calls:
        return plan.calls
    match plan.intent:
        case "greeting" | "help" | "thanks":
            return (Respond(about=plan.intent),)
        case "detail":
            return (made("followup", {"detail": plan.say}),)
        case "why" | "bye" | "escalate":
            return (made(plan.intent, {}),)
    return ()
