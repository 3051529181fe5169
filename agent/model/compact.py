"""The built-in model's plans: a line a step, ``measure| last night|hr,pr``.

A step is its name and its arguments in order, ``|`` between them; an argument that is left out, or empty, has
its default; several values have commas between them. Nothing is written twice that the step's type knows.
What is copied has a space before it: its tokens are those it has inside the question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from agent.model.errors import ModelError
from agent.model.gbnf import Rules, one_of, quoted
from agent.model.grounds import GLYPH, ONE, SAME
from agent.model.steps import BY_NAME, FIELDS, MOST, given, made, name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.model.grounds import Grounds
    from agent.model.steps import Field, Step

BETWEEN: Final = "|"
SEVERAL: Final = ","
LINE: Final = "\n"
MANY: Final = 4  # values of one argument
TEXT_WORDS: Final = 40  # of a note
WHEN_WORDS: Final = 14  # of a time
YES, NO = "yes", "no"
COPIED: Final = frozenset({"words", "text", "name", "evidence", "number"})  # forms of arguments


class NoPlan(ModelError):
    """A text that is no plan. ``why``: without its words."""

    def __init__(self, why: str) -> None:
        super().__init__(f"not a plan: {why}")
        self.why = why


def write(steps: Sequence[Step]) -> str:
    """Steps as text. What a text must not hold, line ends and bars, becomes a space."""
    return LINE.join(_line(step) for step in steps)


def _line(step: Step) -> str:
    name, said = name_of(step), given(step)
    parts = [_placed(field, _value(field, said.get(field.name))) for field in FIELDS[name]]
    while parts and not parts[-1]:
        parts.pop()
    return BETWEEN.join((name, *parts))


def _placed(field: Field, text: str) -> str:
    return f" {text}" if text and field.form in COPIED else text


def _value(field: Field, value: object) -> str:
    if value is None:
        return ""
    if field.many and isinstance(value, (list, tuple)):
        return SEVERAL.join(map(str, value))
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, float):
        return f"{value:g}"
    return " ".join(str(value).replace(BETWEEN, " ").split())


def read(text: str) -> tuple[Step, ...]:
    """Text as steps.

    Raises:
        NoPlan: it is none.
    """
    lines = [line for line in text.strip().split(LINE) if line.strip()]
    if not 1 <= len(lines) <= MOST:
        raise NoPlan(f"{len(lines)} steps")
    return tuple(_step(line) for line in lines)


def _step(line: str) -> Step:
    name, *parts = (part.strip() for part in line.split(BETWEEN))
    if name not in BY_NAME:
        raise NoPlan("a step that does not exist")
    if len(parts) > len(FIELDS[name]):
        raise NoPlan("more arguments than the step has")
    found: dict[str, Any] = {}
    for field, part in zip(FIELDS[name], parts, strict=False):
        if field.many and part:
            found[field.name] = part.split(SEVERAL)
        elif field.form == "flag" and part:
            found[field.name] = part == YES
        elif part:
            found[field.name] = part
        elif field.required:
            raise NoPlan("an argument is missing")
    try:
        return made(name, found)
    except msgspec.ValidationError as error:
        raise NoPlan("an argument is not what it should be") from error


def grammar(grounds: Grounds) -> str:
    """GBNF of the plans that may be made on these grounds."""
    rules = Rules()
    rules.add("root", f"step ({quoted(LINE)} step){{0,{MOST - 1}}}")
    names = possible(grounds)
    rules.add("step", " | ".join(f"s-{name}".replace("_", "-") for name in names))
    for name in names:
        rules.add(f"s_{name}", f"{quoted(name)} {_arguments(rules, name, grounds)}".strip())
    _copied_in_order(rules, grounds)
    return rules.text()


def possible(grounds: Grounds) -> list[str]:
    """The steps that can be made on these grounds."""
    return [
        name
        for name in sorted(BY_NAME)
        if grounds.evidence or not any(field.form == "evidence" and field.required for field in FIELDS[name])
    ]


def _arguments(rules: Rules, name: str, grounds: Grounds) -> str:
    """The arguments of a step; those at the end may be left out, those before may be empty."""
    body = ""
    for field in reversed(FIELDS[name]):
        value = value_rule(rules, name, field, grounds)
        if value and field.form in COPIED:
            value = f'(" " {value})'
        if field.required:
            body = f"{quoted(BETWEEN)} {value} {body}".strip()
        else:
            body = f"({quoted(BETWEEN)} {f'{value}?' if value else ''} {body})?"
    return body


def value_rule(rules: Rules, name: str, field: Field, grounds: Grounds) -> str:
    """The rule of an argument's value; empty where these grounds allow none."""
    match field.form:
        case "words":
            return "when"
        case "text":
            return "text"
        case "number":
            numbers = [number for number in grounds.numbers if field.fits(number)]
            numbers += [str(ONE)] if field.whole else []
            return rules.add(f"v_{name}_{field.name}", one_of(numbers)) if numbers else ""
        case "evidence":
            return "evidence" if grounds.evidence else ""
        case "name":
            known = grounds.names.get(field.name, ())
            return rules.add(f"n_{field.name}", f"{one_of(known)} | text" if known else "text")
        case _:
            one = rules.add(f"v_{name}_{field.name}", one_of(field.values))
            return f"({one} ({quoted(SEVERAL)} {one}){{0,{MANY - 1}}})" if field.many else one


def _copied_in_order(rules: Rules, grounds: Grounds) -> None:
    """The rules of what is copied as it was said: words that follow each other, as in all that was taught."""
    last = len(grounds.said) - 1
    for number, word in enumerate(grounds.said):
        after = ""
        if number < last:
            joined = quoted(" ") if grounds.said[number + 1].startswith(" ") else ""
            after = f"({joined} g-{number + 1})?"
        rules.add(f"g_{number}", f"{quoted(word.strip())} {after}".strip())
    rules.add("text", " | ".join(f"g-{number}" for number in range(last + 1)) or quoted(""))
    rules.add("when", f"phrase | ({quoted(SAME + ' ')})? text" if grounds.said else "phrase")
    rules.add("phrase", one_of(grounds.phrases))
    if grounds.evidence:
        rules.add("evidence", one_of(grounds.evidence))


def copied(rules: Rules, grounds: Grounds) -> None:
    """The rules of all that is copied, for models that were not taught to copy in order."""
    glyphs = [word for word in grounds.words if GLYPH.fullmatch(word)]
    rules.add("when", f'phrase | run (" " run){{0,{WHEN_WORDS - 1}}}')
    rules.add("text", f'run (" " run){{0,{TEXT_WORDS - 1}}}')
    rules.add("run", "word (glyph word?){0,16} | (glyph word?){1,16}" if glyphs else "word")
    rules.add("phrase", one_of(grounds.phrases))
    rules.add("word", one_of(word for word in grounds.words if word not in glyphs))
    if glyphs:
        rules.add("glyph", one_of(glyphs))
    if grounds.evidence:
        rules.add("evidence", one_of(grounds.evidence))
