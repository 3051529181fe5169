"""What no answer says, read in the other languages: causes, judgements, certainty, advice, deeds.

Figures, times and absences of their sentences are held to the evidence by their slots; these words would be
as wrong in any sentence, whoever wrote it. English has a reader of its own (:mod:`agent.compose.reader`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Final

from agent.compose.reader import Claim

if TYPE_CHECKING:
    from collections.abc import Mapping

QUOTED: Final = re.compile(
    "\u201c[^\u201d]*\u201d|\u201e[^\u201c]*\u201c|\u00ab[^\u00bb]*\u00bb|\u300c[^\u300d]*\u300d"
)
READ: Final = ("de", "es", "fr", "zh")


@lru_cache(maxsize=8)
def _patterns(language: str) -> Mapping[str, re.Pattern[str]]:
    found: Mapping[str, re.Pattern[str]] = import_module(f"agent.{language}.claim_words").NEVER_SAID
    return found


def forbidden(text: str, language: str) -> list[Claim]:
    """The claims that a finished sentence may not make; none where the language is not read here."""
    if language not in READ:
        return []
    bare = QUOTED.sub(lambda match: " " * len(match.group()), text)
    return [
        Claim(kind, match.group(), start=match.start())
        for kind, pattern in _patterns(language).items()
        for match in pattern.finditer(bare)
    ]
