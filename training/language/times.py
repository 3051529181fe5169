"""Times as people say them, each with what it stands for where that can be written in figures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from training.language.grammar import SPEC, load, said

if TYPE_CHECKING:
    import random

    from training.language.grammar import Book

FOLDER: Final = Path(__file__).parent / "times"
ASIDE: Final = frozenset({"long", "follow"})  # kinds that only special phrases ask for


@dataclass(frozen=True, slots=True)
class Time:
    """Words for a time. ``kind``: the heading they stand under; ``spec``: as the question tables write it."""

    words: str
    kind: str
    spec: str = ""


class Times:
    """The times of a language."""

    def __init__(self, language: str, medicine: str = "") -> None:
        self._book: Book = load(FOLDER / f"{language}.txt")
        self._medicine = medicine
        self._lines = {
            head.plan: [line for each in head.families.values() for line in each] for head in self._book.heads
        }
        self._weights = {head.plan: head.weight for head in self._book.heads if head.plan not in ASIDE}

    def draw(self, chance: random.Random, kind: str = "") -> Time:
        """A time of a kind, or of any, as often as its kind is meant."""
        if not kind:
            kind = chance.choices(list(self._weights), list(self._weights.values()))[0]
        text, _, spec = chance.choice(self._lines[kind]).partition(SPEC)
        bound: dict[str, str] = {}

        def refer(name: str) -> str:
            if name == "%medicine":
                return self._medicine or "bisoprolol"
            if name.startswith("%"):
                return said(self._book.macro(name, ""), chance, refer)
            values = self._book.values[name]
            code = bound[name] = chance.choice([each for each in values if each != bound.get(name)])
            return said(values[code], chance, refer)

        words = said(text, chance, refer)
        for name, code in bound.items():
            spec = spec.replace(name, code)
        return Time(words, kind, spec.strip())
