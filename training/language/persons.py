"""Who is spoken about: all words of a question mean one person, a woman or a man."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

WORD: Final = re.compile(r"[^\W\d_]+")
WOMAN: Final = "woman"
MAN: Final = "man"
PERSONS: Final = (WOMAN, MAN)
# Words that tell who is meant, in the languages that have several for it.
TELLING: Final[Mapping[str, Mapping[str, frozenset[str]]]] = {
    WOMAN: {
        "en": frozenset({"she", "her", "mum", "mom", "mother", "wife", "grandma"}),
        "de": frozenset(
            {"sie", "ihr", "ihre", "ihren", "ihrem", "mama", "oma", "mamas", "omas", "patientin"}
        ),
    },
    MAN: {
        "en": frozenset({"he", "his", "him", "dad", "father", "husband", "grandpa"}),
        "de": frozenset(
            {"er", "sein", "seine", "seinen", "seinem", "ihm", "papa", "opa", "papas", "opas", "patienten"}
        ),
    },
}


def about(text: str, person: str, language: str) -> str:
    """Alternatives without those that tell of another person, where any are left. Brackets are left alone."""
    ways = text.split("|")
    if "(" in text or len(ways) == 1:
        return text
    wrong = frozenset[str]().union(
        *(words.get(language, frozenset()) for other, words in TELLING.items() if other != person)
    )
    kept = [way for way in ways if not wrong & set(WORD.findall(way.lower()))]
    return "|".join(kept or ways)
