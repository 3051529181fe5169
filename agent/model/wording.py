"""The grammar of an answer: words as they come, slots that exist, and no figure anywhere else."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from agent.model.gbnf import Rules, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_SENTENCES: Final = 6  # people read no more; what is left unsaid, the template adds
MAX_CHUNKS: Final = 300  # characters and slots of one sentence
ONE: Final = "\u4e00"  # a figure in name only: "together", "a", "always" are written with it
LETTERS: Final = (
    ("A", "Z"),
    ("a", "z"),
    ("\u00c0", "\u00d6"),  # without the multiplication sign
    ("\u00d8", "\u00f6"),
    ("\u00f8", "\u024f"),
    ("\u3041", "\u3096"),
    ("\u30a1", "\u30fa"),
    ("\u3400", "\u9fff"),
)
MARKS: Final = (
    " ,;:'()-/\u2019\u2018\u201c\u201d\u201e\u2013\u2014\u00ab\u00bb\u00bf\u00a1\u202f\u00a0"
    "\uff0c\u3001\uff1b\uff1a\uff08\uff09"
)
ENDS: Final = ".!?\u3002\uff01\uff1f"
SENTENCE: Final = re.compile(rf"\s*((?:\{{[^{{}}]*\}}|[^{{}}{re.escape(ENDS)}])+[{re.escape(ENDS)}])")


def figure(sign: str) -> bool:
    """Whether a sign says a number, in whatever script."""
    return sign.isnumeric() and sign != ONE


@lru_cache(maxsize=1)
def _letters() -> str:
    return "".join(f"{_sign(a)}-{_sign(b)}" if a != b else _sign(a) for a, b in _ranges())


def grammar(slots: Iterable[str]) -> str:
    """GBNF of an answer that uses these slots."""
    rules = Rules()
    rules.add("root", f'sentence (" "? sentence){{0,{MAX_SENTENCES - 1}}}')
    rules.add("sentence", f"(letter | slot) (chunk){{0,{MAX_CHUNKS}}} [{_signs(ENDS)}]")
    rules.add("chunk", f"letter | slot | [{_signs(MARKS)}]")
    names = list(slots)
    rules.add("slot", f'"{{" ({one_of(names)}) "}}"' if names else "letter")
    rules.add("letter", f"[{_letters()}]")
    return rules.text()


def _ranges() -> Iterator[tuple[str, str]]:
    """The letters, with the numerals cut out."""
    for first, last in LETTERS:
        start = ord(first)
        for numeral in filter(lambda code: figure(chr(code)), range(ord(first), ord(last) + 1)):
            if numeral > start:
                yield chr(start), chr(numeral - 1)
            start = numeral + 1
        if start <= ord(last):
            yield chr(start), last


def _signs(signs: str) -> str:
    return "".join(_sign(sign) for sign in signs)


def _sign(sign: str) -> str:
    return sign if sign.isascii() and sign.isalnum() else f"\\u{ord(sign):04x}"
