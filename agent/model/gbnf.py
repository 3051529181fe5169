"""Grammars as llama.cpp reads them (GBNF): quoting, and rules that are written once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

ESCAPED: Final = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def quoted(text: str) -> str:
    """A text to be written as it is."""
    return f'"{text.translate(ESCAPED)}"'


def one_of(texts: Iterable[str]) -> str:
    """One of several texts, or nothing at all where there are none."""
    return " | ".join(quoted(text) for text in dict.fromkeys(texts)) or '""'


class Rules:
    """Named rules; the first to be added is the root."""

    def __init__(self) -> None:
        self._rules: dict[str, str] = {}

    def add(self, name: str, body: str) -> str:
        """Add a rule, and give its name as it is written."""
        name = name.replace("_", "-")
        self._rules[name] = body
        return name

    def text(self) -> str:
        """The grammar."""
        return "\n".join(f"{name} ::= {body}" for name, body in self._rules.items())
