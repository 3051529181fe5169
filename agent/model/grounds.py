"""What a plan may copy: words and numbers of the question, times known already, evidence at hand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from agent.plan import AGAIN, DEFAULT_WHEN, EVER, NOW, REST
from agent.settings import ALERTS, CRITICAL, LANGUAGES, SEXES
from agent.tools.alert import LIMITS
from agent.tools.args import AddNote, FindEvents, when_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from agent.model.steps import Step
    from agent.tools.args import Call

GLYPHS: Final = r"\u3040-\u30ff\u3400-\u9fff"  # of scripts that are written without spaces
GLYPH: Final = re.compile(f"[{GLYPHS}]")
LETTER: Final = rf"[^\W_{GLYPHS}]"  # or figure
# A glyph, or a word: letters, figures and what joins them.
WORD: Final = re.compile(rf"[{GLYPHS}]|{LETTER}+(?:['\u2019.:/-]+{LETTER}+)*")
NUMBER: Final = re.compile(
    rf"(?<!{LETTER})(?<![_.,:/-])\d{{1,3}}(?:\.\d{{1,2}})?(?!(?:{LETTER}|[_:/])*\d|[.,]\d)"
)
MAX_WORDS: Final = 64  # of a question that a plan may copy; a time is at its beginning or end
# Times nobody needs to say, and small words that join one to the time before.
KNOWN: Final = (NOW, REST, EVER, AGAIN, "the night before", "the day before", "the week before")
SETTINGS: Final = (
    "language",
    "sex",
    "birth_year",
    *(f"{ALERTS}{rule}" for rule in sorted(CRITICAL | {"af"})),
)
ONE: Final = 1  # "the last one" needs no figure
VALUES: Final = ("on", "off", *LANGUAGES, *SEXES)
ALERTED: Final = ("newest", "oldest", "open", *LIMITS)
JOINING: Final = ("the", "same", "time", "on", "in", "at")
SAME: Final = "the same time on"  # before another day


@dataclass(frozen=True, slots=True)
class Grounds:
    """All that may be copied into a plan. ``phrases``: whole; ``words``: in any order, up to some.

    ``said``: the question's words in their order, each with what stands before it: a space, or nothing.
    """

    words: tuple[str, ...]
    phrases: tuple[str, ...]
    said: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by argument

    def holds(self, step: Step) -> bool:
        """Whether all that a step says is from here."""
        known = {word.casefold() for phrase in (*self.words, *self.phrases) for word in WORD.findall(phrase)}
        texts = [str(getattr(step, name, "")) for name in ("when", "a", "b")]
        if isinstance(step, AddNote):
            texts.append(step.text)
        for name, allowed in self.names.items():
            given = getattr(step, name, "")
            if given and given not in allowed:
                texts.append(given)
        if not all(word.casefold() in known for text in texts for word in WORD.findall(text)):
            return False
        numbers = {float(number) for number in self.numbers}
        if isinstance(step, FindEvents) and step.threshold not in {None, *numbers}:
            return False
        if isinstance(step, FindEvents) and step.limit not in {FindEvents("").limit, ONE, *numbers}:
            return False
        evidence = getattr(step, "evidence", "")
        return not evidence or evidence in self.evidence


def grounds(
    question: str, calls: Iterable[Call] = (), evidence: Sequence[str] = (), terms: Iterable[str] = ()
) -> Grounds:
    """What the plan for a question may copy, after a turn with ``calls`` and ``evidence``.

    ``terms``: words that can be explained.
    """
    said = list(spaced(question))
    if len(said) > MAX_WORDS:
        said = said[: MAX_WORDS // 2] + said[-MAX_WORDS // 2 :]
    words = [word.strip() for word in said]
    before = [words_of for call in calls if (words_of := when_of(call))]
    return Grounds(
        words=tuple(dict.fromkeys((*words, *JOINING))),
        phrases=tuple(dict.fromkeys((*KNOWN, *DEFAULT_WHEN.values(), *before))),
        said=tuple(said),
        numbers=tuple(dict.fromkeys(NUMBER.findall(question))),
        evidence=tuple(evidence),
        names={"term": tuple(terms), "setting": SETTINGS, "value": VALUES, "alert": ALERTED},
    )


def spaced(question: str) -> Iterator[str]:
    """The words of a question in order, each with what stands before it: a space, or nothing."""
    end = None
    for found in WORD.finditer(question):
        yield found[0] if found.start() == end else f" {found[0]}"
        end = found.end()
