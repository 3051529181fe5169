"""What is looked at before anything else: words that mean a person may be in danger, in every language.

It runs on the bare text, before any parsing, and never asks the store. A text is cut into segments, one for
each thing that is said. In each, concepts are looked for (a part of the body, a sensation, a person), and
what is denied, imagined, read somewhere or long over does not count. When in doubt it escalates; what it must
not do is cry wolf at a chest strap.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from agent.dangers import CONCEPTS, DANGERS, PAST, Danger, Level
from agent.letters import HAN
from agent.phrases import Vocabulary
from agent.segments import SENTENCE, Cutter, Segment
from agent.sieve import Phrasebook
from agent.spelling import SHORTEST, mend

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from agent.sieve import Span

MAX_CHARS: Final = 4000  # of a question that are looked at; more is no question
DENIED_WORDS: Final = 5  # a denial reaches so far: "no pain at all in my chest"
MENDED_WORDS: Final = 150  # misspelt words of one text that are mended; more is no language
REMEMBERED: Final = 8000  # words whose language is known already; a person uses fewer
LIKELY: Final = 0.9  # of the words the best guess knows: in such a language misspelt words are mended too
POSSIBLE: Final = 0.6  # a language that knows fewer shares a word or two by chance ("ambulance", "suicide")
PAST_LISTS: Final = frozenset(PAST)
OVER: Final = frozenset({"resolved", "misjudged"})  # told of the sentence before
CUTTING: Final = ("mask", "hypothetical")  # lists that cut a text into segments
UNMASKED: Final = frozenset({"near_faint", "misjudged"})  # "it was only heartburn", which is masked as a pain


@dataclass(frozen=True, slots=True, eq=False)
class GateWords:
    """A language's phrases. ``lists``: concept -> phrases; ``common``: words that are never mended.

    ``letters``: written without spaces, so that each character is a word; ``elided``: an apostrophe parts
    words. See :class:`agent.segments.Cutter` for the lists that cut.
    """

    code: str
    lists: Mapping[str, tuple[str, ...]]
    common: Collection[str]
    joins: Mapping[str, str]
    folds: Mapping[str, str]
    letters: bool = False
    elided: bool = False


@dataclass(frozen=True, slots=True)
class Alarm:
    """A danger that was read in a text. ``language``: of the words that mean it."""

    name: str
    level: Level
    language: str = "en"


class Reader:
    """Reads texts against one language's words."""

    def __init__(self, words: GateWords) -> None:
        self.words = words
        self.cutter = Cutter(words)
        plain = {name: self.cutter.plain_list(phrases) for name, phrases in words.lists.items() if phrases}
        self._book = Phrasebook(plain, plain.get("fillers", ()), CONCEPTS)
        self._cutting = Phrasebook({name: plain.get(name, ()) for name in CUTTING})
        concepts = [text for name in sorted(CONCEPTS) for text in plain.get(name, ())]
        self._vocabulary = Vocabulary(concepts)
        self._everyday = frozenset(
            word for text in self.cutter.plain_list(tuple(words.common)) for word in text.split()
        ) | frozenset(
            word.removesuffix("*") for phrases in plain.values() for text in phrases for word in text.split()
        )
        self._mended: dict[str, str] = {}
        self._known: dict[str, bool] = {}

    def familiarity(self, text: str) -> float:
        """Share of the words of a text that this language knows."""
        found = self.cutter.tokens(text)
        return sum(map(self._knows, found)) / max(1, len(found))

    def _knows(self, word: str) -> bool:
        known = self._known.get(word)
        if known is None:
            known = word in self._everyday or word in self._vocabulary
            if len(self._known) < REMEMBERED:
                self._known[word] = known
        return known

    def read(self, text: str, *, mending: bool, waived: set[str] | None = None) -> Alarm | None:
        """The worst danger in a text, or None.

        ``waived``: takes the names of dangers that are spoken of and taken back.
        """
        mend_word = self._mend_some() if mending and not self.words.letters else None
        told: dict[Segment, Segment] = {}  # who says a thing many times is read once
        segments = []
        for segment in self.cutter.cut(text, mend_word, self._cutting):
            if segment not in told:
                told[segment] = self._scoped(segment)
            segments.append(told[segment])
        segments = _eased(segments)
        worst = self._worst([[segment] for segment in segments])
        if worst is None or worst.level is not Level.ESCALATE:
            # "My chest. It hurts." is one complaint: neighbours are read together too.
            together = self._worst([[a, b] for a, b in pairwise(segments)])
            worst = together if together and (not worst or together.level is Level.ESCALATE) else worst
        if worst is None and waived is not None:
            waived.update(
                danger.name
                for segment in segments
                for danger in DANGERS
                if segment.live and segment.live.issuperset(danger.groups)
            )
        return worst

    def _mend_some(self) -> Callable[[str], str]:
        left = [MENDED_WORDS]

        def mended(word: str) -> str:
            if word in self._mended:
                return self._mended[word]
            if len(word) < SHORTEST or word in self._everyday or left[0] <= 0:
                return word
            left[0] -= 1
            found = mend(word, self._vocabulary, self._everyday)
            made = found if found[0] == word[0] else word
            if len(self._mended) < MENDED_WORDS * 20:
                self._mended[word] = made
            return made

        return mended

    def _scoped(self, segment: Segment) -> Segment:
        """The segment with its concepts found, and what is denied or imagined left out."""
        spans = _in_words(segment.text, self._book.found(segment.text))
        if segment.whole != segment.text:
            masked = _in_words(segment.whole, self._book.found(segment.whole))
            spans = {name: each for name, each in spans.items() if name not in UNMASKED}
            spans |= {name: each for name, each in masked.items() if name in UNMASKED}
        found = {name: each for name, each in spans.items() if name in CONCEPTS}
        affirmed = {at for each in found.values() for span in each for at in range(*span)}
        affirmed.update(at for span in spans.get("not_no", ()) for at in range(*span))
        denials = sorted(denial for denial in spans.get("no", ()) if denial[0] not in affirmed)
        imagined = 0 if segment.imagined else None
        if imagined is None:
            real = {at for span in spans.get("not_hypothetical", ()) for at in range(*span)}
            starts = [a for a, b in spans.get("hypothetical", ()) if real.isdisjoint(range(a, b))]
            imagined = min(starts, default=None)
        listed = sorted(a for a, _ in spans.get("alternatives", ()))  # "no pain, cough or dizziness"
        live = {
            name
            for name, each in found.items()
            if any(not _denied(at, denials, listed) and (imagined is None or at < imagined) for at, _ in each)
        }
        flags = set(spans.keys() - CONCEPTS)
        if segment.asked and "past_verb" in flags:
            flags.add("asked_past")
        return segment.told(frozenset(live), frozenset(flags))

    def _worst(self, readings: Sequence[Sequence[Segment]]) -> Alarm | None:
        found: Alarm | None = None
        for together in dict.fromkeys(map(tuple, readings)):
            if not all(segment.live for segment in together):
                continue
            for danger in DANGERS:
                level = _level(danger, together)
                if level is Level.ESCALATE:
                    return Alarm(danger.name, level, self.words.code)
                if level is not None and found is None:
                    found = Alarm(danger.name, level, self.words.code)
        return found


def _in_words(text: str, found: Mapping[str, Sequence[Span]]) -> dict[str, list[Span]]:
    """Spans of characters as numbers of words."""
    spaces = [at for at, sign in enumerate(text) if sign == " "]
    return {
        name: [
            (bisect_left(spaces, start), bisect_left(spaces, start) + text.count(" ", start, end) + 1)
            for start, end in spans
        ]
        for name, spans in found.items()
    }


def _eased(segments: Sequence[Segment]) -> list[Segment]:
    """What is told to be over right after it was told; not where anything came back."""
    back = any("returned" in segment.flags for segment in segments)
    return [
        segment.told(
            segment.live,
            (segment.flags - OVER if back else segment.flags | (after.flags & OVER)) | _explained(after),
        )
        for segment, after in zip(segments, [*segments[1:], Segment("")], strict=False)
    ]


def _explained(after: Segment) -> frozenset[str]:
    """What the next segment tells as the harmless reason of this one: "because I slept on it"."""
    return frozenset({"posture", "explained"}) if {"reason", "posture"} <= after.flags else frozenset()


def _level(danger: Danger, together: Sequence[Segment]) -> Level | None:
    groups = danger.wanted
    if len(together) == 1:
        if not groups <= together[0].live:
            return None
    else:
        held = [groups & segment.live for segment in together]
        if not all(held) or frozenset().union(*held) != groups:
            return None
    flags = frozenset().union(*(segment.flags for segment in together))
    present = "present" in flags
    if any(name in flags and not (present and name in PAST_LISTS) for name in danger.unless):
        return None
    if any(name in flags and not (present and name in PAST_LISTS) for name in danger.softened):
        return Level.ADVISE
    return danger.level


def _denied(at: int, denials: Sequence[tuple[int, int]], listed: Sequence[int]) -> bool:
    """Whether a denial reaches a word: the last one before it, or an earlier one with "or" between."""
    before = bisect_left(denials, (at,))
    if not before:
        return False
    return at < denials[before - 1][1] + DENIED_WORDS or bisect_left(listed, denials[0][1]) < bisect_left(
        listed, at
    )


def _told(sentence: str) -> bool:
    """Whether a sentence is long enough to tell its language from."""
    return sum(2 if HAN.match(sign) else sign.isalpha() for sign in sentence) >= SHORTEST


class Gate:
    """Reads texts in every language, whichever is the wearer's."""

    def __init__(self, tables: Sequence[GateWords]) -> None:
        self.readers = tuple(Reader(words) for words in tables)

    def check(self, text: str) -> Alarm | None:
        """The worst danger in a text, or None."""
        text = text[:MAX_CHARS]
        known = self.familiar(text)
        found: Alarm | None = None
        waived: set[str] = (
            set()
        )  # a language that knows a text less does not bring up what the best took back
        for reader in sorted(self.readers, key=lambda each: -known[each]):
            if known[reader] < POSSIBLE:
                continue
            surest = known[reader] >= 1.0
            alarm = reader.read(text, mending=known[reader] >= LIKELY, waived=waived if surest else None)
            if alarm is not None and alarm.name in waived and not surest:
                continue
            if alarm is not None and alarm.level is Level.ESCALATE:
                return alarm
            found = found or alarm
        return found

    def familiar(self, text: str) -> dict[Reader, float]:
        """How well each language fits, against the best one: that of the sentence where it fits best."""
        known = dict.fromkeys(self.readers, 0.0)
        sentences = [sentence for sentence in SENTENCE.split(text)[::2] if _told(sentence)]
        for sentence in (text, *(sentences if len(sentences) > 1 else ())):
            shares = {reader: reader.familiarity(sentence) for reader in self.readers}
            best = max(shares.values(), default=0.0)
            for reader, share in shares.items():
                known[reader] = max(known[reader], share / best if best else 0.0)
        # Of a text that no language knows a word of, any may be meant.
        return known if any(known.values()) else dict.fromkeys(self.readers, 1.0)


@lru_cache(maxsize=1)
def gate() -> Gate:
    """The gate over all languages, compiled once."""
    from agent.safety import TABLES  # noqa: PLC0415 - five languages are loaded when the first text is read

    return Gate(TABLES)
