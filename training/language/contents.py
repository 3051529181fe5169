"""What people want written down: sentences for notes, and years."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from training.language.grammar import load, said

if TYPE_CHECKING:
    import random

    from training.language.grammar import Book

FOLDER: Final = Path(__file__).parent / "contents"
YEARS: Final = range(1925, 2006)


@cache
def _book(language: str) -> Book:
    return load(FOLDER / f"{language}.txt")


def contents(language: str, name: str, chance: random.Random) -> str:
    """Something to write down, of the kind that a reference names."""
    if name == "$year":
        return str(chance.choice(YEARS))
    found = _book(language)

    def refer(inner: str) -> str:
        return said(found.macro(inner, ""), chance, refer)

    return refer("%" + name.removeprefix("$"))
