"""A question read: its time phrases, its numbers, and which things and manners of asking it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from agent.letters import Letters
from agent.phrases import Vocabulary, compiled, folded, padded
from agent.spelling import mend
from agent.stems import regrown, stems
from agent.timing import meant, of_length, within
from agent.when.resolve import Language, Phrase, find

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from agent.when.model import Clock, Range
    from agent.wishing import Asks

PLAIN: Final = Letters()  # nothing but lower case
PER_CENT: Final = "%"  # asks for a share, and is no word
MAX_CHARS: Final = 1000  # of a question that are read; a longer text is no question
NUMBER: Final = re.compile(r"(?<![\w.:/-])(\d{1,3}(?:\.\d+)?)(?![\w:/]*\d)")


@dataclass(frozen=True, eq=False)
class Speech:
    """A language's words for everything but time; see each list where it is written.

    Lists of phrases are matched against the whole words of plain texts (:mod:`agent.letters`), patterns
    against the text as it was typed. With an empty ``common`` no misspelt word is mended.
    """

    joins: Mapping[str, str]
    folds: Mapping[str, str]
    concepts: Mapping[str, tuple[str, ...]]
    not_on_one_lead: Mapping[str, tuple[str, ...]]
    not_measured: Mapping[str, tuple[str, ...]]
    medicines: tuple[str, ...]
    dose_advice: tuple[str, ...]
    dose_alone: tuple[str, ...]
    record_words: tuple[str, ...]
    advice: tuple[str, ...]
    changes: tuple[str, ...]
    terms: Mapping[str, tuple[str, ...]]  # what the glossary explains
    buckets: Mapping[str, tuple[str, ...]]
    openers: tuple[str, ...]  # words that ask for a time: "when", "since when"
    before_when: tuple[str, ...]  # after one of these the anchor "when" asks for a time
    anchors: tuple[str, ...]  # words that begin a time phrase: what follows one must be understood
    articles: str  # pattern of the words between "what is" and a noun
    linking: frozenset[str]  # words that join two times
    common: Collection[str]
    times: Language
    asks: Asks
    cuts: re.Pattern[str]  # between two questions of one text: "and", commas
    against: re.Pattern[str]  # ends the text before a time that another is compared with: "than on"
    present: tuple[str, ...]  # openings, padded, that ask how something is now: " am "
    firsts: frozenset[str]  # words that choose the first of two, the earlier or the one before noon
    seconds: frozenset[str]
    same_time: str = "the same time on {day}"
    # A time that is said in short: what is looked for, and how it is written out.
    length_alone: re.Pattern[str] | None = None  # "14 days" where no other time is said
    length_past: str = "the last {length}"
    part_alone: str = "and the {text}"  # a part of the day that answers alone: "afternoon?"
    apart: re.Pattern[str] | None = None  # groups a and b of "between a and b"
    both_sides: tuple[re.Pattern[str], ...] = ()  # "before and after x": group x
    sides: tuple[str, str] = ("before {x}", "since {x}")
    taken_back: re.Pattern[str] | None = None  # ends the text before a time that is not meant: "not"
    letters: Letters = PLAIN

    @cached_property
    def joined(self) -> dict[str, str]:
        """``joins`` in plain letters."""
        return self.letters.paired(self.joins)

    @cached_property
    def folded(self) -> dict[str, str]:
        """``folds`` in plain letters."""
        return self.letters.paired(self.folds)

    @cached_property
    def everyday(self) -> frozenset[str]:
        """``common`` in plain letters."""
        return frozenset(self.letters.listed(self.common))

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that say nothing beside a time, in plain letters."""
        several = self.letters.listed(self.times.fillers | self.linking)
        return frozenset(word for each in several for word in each.split())

    def words(self, text: str) -> list[str]:
        """The words of a text, plain and mended."""
        plain = self.letters.words(text, self.joined)
        return [self._mended(word) for word in plain] if self.common else plain

    def _mended(self, word: str) -> str:
        mended = mend(word, self.vocabulary, self.everyday)
        return regrown(word, self.vocabulary, self.stems, self.everyday) if mended == word else mended

    @cached_property
    def patterns(self) -> dict[str, re.Pattern[str]]:
        """Every list as a pattern; groups of lists under ``group:name``."""
        made = self.letters.listed
        found = {name: compiled(made(phrases)) for name, phrases in self.concepts.items()}
        groups = {
            "lead": self.not_on_one_lead,
            "unmeasured": self.not_measured,
            "term": self.terms,
            "bucket": self.buckets,
        }
        for group, lists in groups.items():
            found.update({f"{group}:{name}": compiled(made(phrases)) for name, phrases in lists.items()})
        singles = {
            "medicines": self.medicines,
            "dose_advice": self.dose_advice,
            "dose_alone": self.dose_alone,
            "record_words": self.record_words,
            "advice": self.advice,
            "changes": self.changes,
        }
        found.update({name: compiled(made(phrases)) for name, phrases in singles.items()})
        return found

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Every word a misspelt one may be mended to."""
        return Vocabulary(self._mending)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """Every stem a misspelt word may be mended by."""
        return stems(self._mending)

    @cached_property
    def _mending(self) -> list[str]:
        lists = [
            *self.concepts.values(),
            *self.not_on_one_lead.values(),
            *self.not_measured.values(),
            *self.terms.values(),
            self.medicines,
            self.changes,
        ]
        texts = [text for phrases in lists for text in self.letters.listed(phrases)]
        # Of a word that may end anyhow the commonest ending is known whole, to be mended to.
        return texts + [text.replace("*", "s") for text in texts if text.endswith("*") and " " not in text]

    @cached_property
    def anchored(self) -> re.Pattern[str] | None:
        """A word that begins a time phrase, and what follows it; None where no word tells that."""
        if not self.anchors:
            return None
        return re.compile(rf"\b(?:{'|'.join(self.anchors)})\b(?P<rest>[^.?!,]*)", re.IGNORECASE)

    @cached_property
    def asked_when(self) -> re.Pattern[str]:
        """A text that ends with a word after which "when" asks, and does not anchor."""
        return re.compile(rf"\b(?:{'|'.join(self.before_when)})\s+$", re.IGNORECASE)

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """A text that begins by asking for a time."""
        return re.compile(rf"\s*(?:and\s+|so\s+|but\s+)?(?:{'|'.join(self.openers)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a question says. ``rest``: its words without the time phrases, padded for matching."""

    text: str
    whole: str
    rest: str
    found: frozenset[str]
    times: tuple[Phrase, ...]
    numbers: tuple[float, ...]
    unread_time: str  # words that speak of a time that was not understood
    asks_meaning: bool  # what a word of the glossary means
    only_time: bool  # nothing but a time and small words around it ("how about Monday")
    speech: Speech

    def has(self, *names: str) -> bool:
        """Whether any of these was named."""
        return any(name in self.found for name in names)

    def group(self, name: str) -> str:
        """The first member of a group of lists that was named, or nothing."""
        prefix = f"{name}:"
        return next((each.removeprefix(prefix) for each in sorted(self.found) if each.startswith(prefix)), "")

    @property
    def words(self) -> list[str]:
        """The words without the time phrases."""
        found = self.rest.split()
        return found[::2] if self.speech.letters.han else found  # two signs make a word, mostly


def read(text: str, clock: Clock, speech: Speech, before: Range | None = None) -> Reading:
    """Read a question against a reference clock and the previous turn's range."""
    text = text[:MAX_CHARS]
    times = find(text, clock, speech.times, before)
    if not times:
        text, times = of_length(text, clock, speech, before)
    bare = _without(text, times)
    times = meant(text, times, speech)
    whole = folded(padded(speech.words(text)), speech.folded)
    rest = folded(padded(speech.words(bare)), speech.folded)
    found: set[str] = {
        name
        for name, pattern in speech.patterns.items()
        if pattern.search(whole if name.startswith(_WHOLE) else rest)
    }
    if PER_CENT in bare:
        found.add("burden")
    for name in ("max", "min"):
        if {name, "comparative", "compare"} <= found and within(name, "comparative", rest, speech):
            found.discard(name)  # "más alto el jueves que el miércoles" asks for no maximum
    return Reading(
        text=text,
        whole=whole,
        rest=rest,
        found=frozenset(found),
        times=tuple(times),
        numbers=tuple(float(match) for match in NUMBER.findall(_apart(bare, speech))),
        unread_time="" if any(name.startswith("bucket:") for name in found) else _unread(bare, speech),
        asks_meaning=_asks_meaning(rest, frozenset(found), speech),
        only_time=bool(times) and set(rest.split()) <= speech.small,
        speech=speech,
    )


# Looked for in the whole text, time phrases included: "each night", "since I started".
_WHOLE: Final = (
    "bucket:",
    "record_words",
    "advice",
    "present",
    "summary",
    "trend",
    "usual",
    "changes",
    "bye",
)


def _without(text: str, times: list[Phrase]) -> str:
    for phrase in reversed(times):
        text = f"{text[: phrase.start]} {text[phrase.end :]}"
    return text


def _apart(text: str, speech: Speech) -> str:
    """A text whose figures stand apart from the signs around them."""
    return speech.letters.plain(text) if speech.letters.han else text


def _asks_meaning(rest: str, found: frozenset[str], speech: Speech) -> bool:
    """A word of the glossary, asked for by name: "what does ... mean", "what is ..."."""
    if not any(name.startswith("term:") for name in found):
        return False
    if "meaning" in found:
        return True
    match = speech.patterns["define"].search(rest)
    if match is None:
        return False
    after = re.sub(speech.articles, " ", rest[match.end() :])
    return any(
        pattern.match(after, 1)
        for name, pattern in speech.patterns.items()
        if name.startswith("term:") and after.strip()
    )


def _unread(bare: str, speech: Speech) -> str:
    """A time phrase that was not understood: a word that begins one, with words after it."""
    if speech.anchored is None:
        return ""
    opening = speech.opening.match(bare) if speech.openers else None
    for match in speech.anchored.finditer(bare, opening.end() if opening else 0):
        if speech.before_when and speech.asked_when.search(bare[: match.start()]):
            continue  # "tell me when", "times when"
        if set(speech.letters.words(match["rest"], speech.joined)) - speech.small:
            return match.group().strip()
    return ""
