"""Questions about what to take, in every language.

Hearth never advises on medicines: not what to take, not how much, not whether to stop. Looking up what was
noted is no advice.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from agent.de import limits as de
from agent.en import medicines as en
from agent.es import limits as es
from agent.fr import limits as fr
from agent.gate import POSSIBLE, gate
from agent.phrases import compiled, padded
from agent.safety import TEXTS
from agent.zh import limits as zh

if TYPE_CHECKING:
    import re
    from types import ModuleType

    from agent.segments import Cutter

LISTS: Final[dict[str, ModuleType]] = {"en": en, "de": de, "es": es, "fr": fr, "zh": zh}
MAX_CHARS: Final = 1000  # of a question; a longer text is none


@dataclass(frozen=True, slots=True)
class _Lists:
    """A language's patterns.

    ``looks``: words of looking something up, which a medicine may only date ("since", "the day I forgot");
    ``strong``: words that ask for advice whatever else is said.
    """

    medicine: re.Pattern[str]
    advice: re.Pattern[str]
    alone: re.Pattern[str]
    record: re.Pattern[str]
    looks: re.Pattern[str]
    strong: re.Pattern[str]

    def ask(self, plain: str) -> bool:
        """Whether a padded text asks for advice."""
        if self.record.search(plain):
            return False
        if self.looks.search(plain) and not self.strong.search(plain):
            return False
        named = self.medicine.search(plain) and self.advice.search(plain)
        return bool(named or self.alone.search(plain))


@lru_cache(maxsize=8)
def _lists(code: str, cutter: Cutter) -> _Lists:
    words = LISTS[code]
    return _Lists(
        *(
            compiled(cutter.plain_list(phrases))
            for phrases in (
                words.MEDICINES,
                words.ADVICE,
                words.ALONE,
                words.RECORD,
                words.LOOKS,
                words.STRONG,
            )
        )
    )


def refused(text: str) -> str | None:
    """What is said to a question for advice on medicines; None for any other."""
    text = text[:MAX_CHARS]
    known = gate().familiar(text)
    for reader in gate().readers:
        code = reader.words.code
        if code in LISTS and known[reader] >= POSSIBLE:
            lists = _lists(code, reader.cutter)
            plain = padded(reader.cutter.tokens(text))
            if lists.ask(plain):
                return TEXTS[code]["medication"]
    return None
