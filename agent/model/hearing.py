"""What the built-in model hears of a question: misspelt words as the words it was taught, one for one.

A small model knows a word from the few times it met it, and a slip makes it another. Plans come back in the
words that were heard and are put into the asker's own again: what is copied stays as it was written.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import msgspec

from agent.model.grounds import SAME, WORD, spaced
from agent.model.shipped import FOLDER
from agent.model.steps import FIELDS, name_of
from agent.spelling import mend

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agent.model.steps import Step

FILE: Final = FOLDER / "builtin-words.json"
LETTERS: Final = re.compile(r"[^\W\d_]+")
OPENING: Final = " \u00bf\u00a1\"'(\u00ab\u201c\u201e"  # what may stand before the first word
MOST: Final = 40  # words of a question that are mended; more unknown ones are another language


class Taught(msgspec.Struct, frozen=True):
    """The words of a language that the model learned from, in lower case, and others that are no slips.

    ``nouns``: they have capitals; elsewhere a capital within a sentence tells a name, which is kept.
    """

    known: frozenset[str]
    left: frozenset[str] = frozenset()
    nouns: bool = False


@lru_cache(maxsize=1)
def taught() -> Mapping[str, Taught]:
    """Of each language, as written beside the model; nothing where that is not there or cannot be read."""
    try:
        return msgspec.json.decode(FILE.read_bytes(), type=dict[str, Taught])
    except (OSError, msgspec.MsgspecError):
        return {}


def heard(question: str, words: Taught | None) -> str:
    """A question with its misspelt words mended; who shouts is heard as others are."""
    question = question.lower() if question.isupper() else question
    if words is None:
        return question
    left = MOST

    def mended(found: re.Match[str]) -> str:
        nonlocal left
        word = found[0].lower()
        named = found[0][0].isupper() and not words.nouns and question[: found.start()].strip(OPENING) != ""
        if named or left == 0 or word in words.known or word in words.left:
            return found[0]
        left -= 1
        other = _mended(word, words)
        return other.capitalize() if found[0][0].isupper() else other

    return LETTERS.sub(mended, question)


@lru_cache(maxsize=1 << 16)
def _mended(word: str, words: Taught) -> str:
    return mend(word, words.known, words.left)


def exchanged(steps: Sequence[Step], own: str, other: str) -> tuple[Step, ...]:
    """Steps whose copied words are a question's, in those of another that says the same word for word."""
    mine, theirs = list(spaced(own)), list(spaced(other))
    if own == other or len(mine) != len(theirs):
        return tuple(steps)
    return tuple(_exchanged(step, _folded("".join(mine)), theirs) for step in steps)


def _exchanged(step: Step, mine: Sequence[str], theirs: Sequence[str]) -> Step:
    changed: dict[str, Any] = {}
    for field in FIELDS[name_of(step)]:
        value = getattr(step, field.name) if field.form in {"words", "text"} else None
        if value:
            before = f"{SAME} " if value.startswith(f"{SAME} ") else ""
            wanted = _folded(value.removeprefix(before))
            starts = (at for at in range(len(mine)) if mine[at : at + len(wanted)] == wanted)
            at = next(starts, None)
            if at is not None and wanted:
                changed[field.name] = before + "".join(theirs[at : at + len(wanted)]).strip()
    return msgspec.structs.replace(step, **changed) if changed else step


def _folded(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]
