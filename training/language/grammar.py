"""Phrases with alternatives, and files of them: thousands of sentences from a line.

    (what was|how high was) %my $rate $when

``(a|b|)`` is one of several, perhaps nothing; ``%name`` another phrase, which may differ by role; ``$name`` a
value with its words, said the same in the plan: after ``$rate hr = pulse|heart rate`` the plan has "hr".

A file is read line by line: ``= plan ; options`` begins what is wanted, ``~ name`` a family of ways to say
it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from dsp.types import HearthError

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from pathlib import Path

REFERENCE: Final = re.compile(r"[$%][A-Za-z_]+\d?")
SPEC: Final = " ; "  # before what a line stands for
SPACES: Final = re.compile(r"\s+")
BEFORE_MARK: Final = re.compile(r"\s+([,?.!:;](?:\s|$))")
DEFINED: Final = re.compile(
    r"^(?P<name>[$%][A-Za-z_]+)(?:@(?P<role>\w+))?(?: (?P<code>[^=]*?))? = (?P<text>.*)$"
)

Tree = tuple["str | Choice", ...]


class GrammarWrong(HearthError):
    """A line that cannot be read."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several trees."""

    ways: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What is wanted: a plan with variables, its options, and the families of ways to say it."""

    name: str
    plan: str
    options: dict[str, str]
    families: dict[str, list[str]] = field(default_factory=dict)

    @property
    def weight(self) -> float:
        """How often it is asked, among all."""
        return float(self.options.get("w", "1"))


@dataclass(slots=True)
class Book:
    """A file's phrases. ``macros``: by name and role; ``values``: by variable, code to words."""

    macros: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    heads: list[Head] = field(default_factory=list)

    def macro(self, name: str, role: str) -> str:
        """The phrase of a macro.

        Raises:
            GrammarWrong: there is none.
        """
        found = self.macros.get(f"{name}@{role}", self.macros.get(name))
        if found is None:
            raise GrammarWrong(f"no {name} for {role}")
        return found


def load(*paths: Path) -> Book:
    """Read files of phrases, as one book: what is wanted in several has the weight of the first.

    Raises:
        GrammarWrong: a line cannot be read.
    """
    book, heads = Book(), dict[str, Head]()
    for path in paths:
        _read(path, book, heads)
    book.heads.extend(heads.values())
    for head in book.heads:
        for lines in head.families.values():
            for line in lines:
                parsed(line.partition(SPEC)[0])
    return book


def _read(path: Path, book: Book, heads: dict[str, Head]) -> None:
    head, family = None, ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        defined = DEFINED.match(line)
        if defined:
            _define(book, defined)
        elif line.startswith("= "):
            found = _head(line)
            head, family = heads.setdefault(found.name, found), ""
        elif head is None:
            raise GrammarWrong(f"{path.name}:{number}: nothing begins before this line")
        elif line.startswith("~ "):
            family = line[2:].strip()
            head.families.setdefault(family, [])
        else:
            head.families.setdefault(family, []).append(line)


def _head(line: str) -> Head:
    plan, *options = (part.strip() for part in line[2:].split(" ; "))
    told = dict(each.partition("=")[::2] for each in options)
    named = [plan, *(each for each in options if not each.startswith("w="))]
    return Head(" ; ".join(named), plan, told)


def _define(book: Book, defined: re.Match[str]) -> None:
    name, role, code, text = (defined[part] for part in ("name", "role", "code", "text"))
    parsed(text)
    if name.startswith("%"):
        book.macros[f"{name}@{role}" if role else name] = text
    else:
        book.values.setdefault(name, {})[code or text] = text


@lru_cache(maxsize=1 << 16)
def parsed(text: str) -> Tree:
    """A phrase as a tree; bars outside brackets are alternatives, too."""
    ways, place = _ways(text, 0)
    if place < len(text):
        raise GrammarWrong(f"a bracket too many in {text!r}")
    return ways[0] if len(ways) == 1 else (Choice(ways),)


def _ways(text: str, place: int) -> tuple[tuple[Tree, ...], int]:
    ways: list[Tree] = []
    parts: list[str | Choice] = []
    while place < len(text) and text[place] != ")":
        sign = text[place]
        if sign == "(":
            inner, place = _ways(text, place + 1)
            if place >= len(text):
                raise GrammarWrong(f"a bracket is open in {text!r}")
            parts.append(Choice(inner))
            place += 1
        elif sign == "|":
            ways.append(tuple(parts))
            parts = []
            place += 1
        else:
            end = min((at for at in (text.find(each, place) for each in "(|)") if at >= 0), default=len(text))
            parts.append(text[place:end])
            place = end
    return (*ways, tuple(parts)), place


def said(text: str, chance: random.Random, refer: Callable[[str], str]) -> str:
    """A phrase, each choice made by chance; ``refer`` says what a reference stands for."""

    def walk(tree: Tree) -> str:
        return "".join(
            REFERENCE.sub(lambda found: refer(found[0]), part)
            if isinstance(part, str)
            else walk(chance.choice(part.ways))
            for part in tree
        )

    return tidy(walk(parsed(text)))


def tidy(text: str) -> str:
    """A text with single spaces, and none before its marks."""
    return BEFORE_MARK.sub(r"\1", SPACES.sub(" ", text)).strip()


def forms(text: str, book: Book, depth: int = 0) -> float:
    """About how many different texts a phrase makes, the words of its variables among them."""
    if depth > 6:  # noqa: PLR2004 - deeper only where phrases name each other
        return 1.0

    def count(tree: Tree) -> float:
        product = 1.0
        for part in tree:
            if isinstance(part, Choice):
                product *= sum(map(count, part.ways))
                continue
            for name in REFERENCE.findall(part):
                product *= max(1.0, _spoken(name, book, depth))
        return product

    return count(parsed(text))


def _spoken(name: str, book: Book, depth: int) -> float:
    if name.startswith("%"):
        roles = [text for key, text in book.macros.items() if key.partition("@")[0] == name]
        return max((forms(text, book, depth + 1) for text in roles), default=1.0)
    words = book.values.get(name.rstrip("0123456789"), {})
    return sum(forms(text, book, depth + 1) for text in words.values())
