"""How a language's texts and tables are made plain before they are matched against each other."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from agent.phrases import WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HAN: Final = re.compile(r"([\u3400-\u9fff])")
SIGNS: Final = re.compile(r"[\u3400-\u9fff]+")
UMLAUTS: Final = {"ae": "a", "oe": "o", "ue": "u", "\u00df": "ss"}


def apart(text: str) -> str:
    """A text with spaces around every Chinese sign; run by run, for a long text may be nothing else."""
    return SIGNS.sub(lambda run: f" {'  '.join(run.group())} ", text)


@dataclass(frozen=True, slots=True)
class Letters:
    """What is done to the letters of texts and tables alike, so that habits of typing do not matter.

    ``elided``: an apostrophe parts two words (French); ``bare``: accents are dropped; ``umlauts``: an umlaut
    and its two letters are one; ``han``: there are no spaces between words, every sign stands alone.
    """

    elided: bool = False
    bare: bool = False
    umlauts: bool = False
    han: bool = False

    def plain(self, text: str) -> str:
        """A text in its plain letters."""
        text = text.lower().replace("\u2019", "'").replace("`", "'")
        if self.elided:
            text = text.replace("'", " ")
        if self.han:
            text = apart(text)
        if self.bare:
            text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
        if self.umlauts:
            for long, short in UMLAUTS.items():
                text = text.replace(long, short)
        return text

    def listed(self, phrases: Iterable[str]) -> tuple[str, ...]:
        """Phrases of a table."""
        return tuple(" ".join(self.plain(text).split()) for text in phrases)

    def paired(self, table: Mapping[str, str]) -> dict[str, str]:
        """Words of a table and what they stand for."""
        return dict(zip(self.listed(table), self.listed(table.values()), strict=True))

    def words(self, text: str, joins: Mapping[str, str]) -> list[str]:
        """The words of a text; contractions written out by ``joins``, which is plain already."""
        found = WORD.findall(self.plain(text))
        return [part for word in found for part in joins.get(word, word.removesuffix("'s")).split()]
