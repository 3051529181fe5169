"""What an answer may say: the slots of the template answer's sentences, under names of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING, Final

from agent.compose.slots import Name, Names
from agent.model.wording import SENTENCE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agent.compose.draft import Draft, Sentence
    from agent.compose.slots import Slot

MAX_SLOTS: Final = 48  # of one answer that a model may use; a table of a month is told by its template
FIGURE: Final = re.compile(r"\d+(?:[.,:]\d+)*")
WHOSE: Final = "your"
# Whether there was none, and what says nothing of the record, is told in the words that were weighed for it.
VERBATIM: Final = frozenset({"absence", "absence_of_shapes", "none"})
# What the template adds for those who want to know more; an answer may leave it out.
OPTIONAL: Final = ("spread", "extremes")
ENDINGS: Final = ("_first", "_more", "_part")


@dataclass(frozen=True, slots=True)
class Sayable:
    """A slot with its text in the asker's language. ``slot`` None: a figure of the sentence's own words."""

    name: str
    ev: str
    slot: Slot | None
    text: str
    claim: str


@dataclass(frozen=True, slots=True)
class Told:
    """A template sentence in slots: ``hr_first`` as "{E1.when} your heart rate was {E1.hr} (median).".

    ``otherwise``: further wordings of the language for it, in the same slots.
    """

    sentence: Sentence
    text: str
    order: tuple[str, ...]  # of its slots
    otherwise: tuple[str, ...] = ()

    @property
    def slots(self) -> frozenset[str]:
        """Its slots."""
        return frozenset(self.order)

    @property
    def optional(self) -> bool:
        """Whether an answer may leave it out."""
        return self.sentence.key.startswith(OPTIONAL)


@dataclass(frozen=True, slots=True)
class Material:
    """What a model words: sentences it may say in its own words, in order, and those it may not."""

    told: tuple[Told, ...]
    kept: tuple[Sentence, ...]
    slots: Mapping[str, Sayable]


def material(draft: Draft) -> Material:
    """The sentences and slots of a draft."""
    told: list[Told] = []
    kept: list[Sentence] = []
    slots: dict[str, Sayable] = {}
    following = [*draft.sentences[1:], None]
    for sentence, after in zip(draft.sentences, following, strict=True):
        heads = sentence.text.endswith(":") and after is not None and after.own_line
        own = (
            not sentence.slots or sentence.own_line or sentence.claim in VERBATIM or not sentence.ev or heads
        )
        mine = {} if own else _sayables(sentence, slots)
        ways = (sentence.template, *draft.tongue.other_words.get(sentence.key, ()))
        texts = [] if own else [_text(way, mine, draft.whose) for way in ways]
        single = bool(texts) and SENTENCE.fullmatch(texts[0]) is not None
        if not single or len(slots) + len(mine) > MAX_SLOTS:
            kept.append(sentence)
            continue
        slots |= {each.name: each for each in mine.values()}
        told.append(Told(sentence, texts[0], tuple(_by_name(mine)), tuple(texts[1:])))
    return Material(tuple(told), tuple(kept), slots)


def _sayables(sentence: Sentence, taken: Mapping[str, Sayable]) -> dict[str, Sayable]:
    """A sentence's slots by the template's names; one that was named before keeps its name."""
    made: dict[str, Sayable] = {}
    subject = _subject(sentence)
    for name, (slot, text) in zip(sentence.names, sentence.slots, strict=True):
        base = f"{sentence.ev}.{_named(name, slot, subject)}"
        made[name] = _free(
            Sayable(base, sentence.ev, slot, text, sentence.claim), {**taken, **_by_name(made)}
        )
    for figure in FIGURE.findall(_without_slots(sentence.template)):
        base = f"{sentence.ev}.as_{re.sub('[^0-9]', '_', figure)}"
        made[figure] = _free(
            Sayable(base, sentence.ev, None, figure, sentence.claim), {**taken, **_by_name(made)}
        )
    return made


def _by_name(made: Mapping[str, Sayable]) -> dict[str, Sayable]:
    return {each.name: each for each in made.values()}


def _free(wanted: Sayable, taken: Mapping[str, Sayable]) -> Sayable:
    """The slot under its name, or under one with a number where another has it."""
    number, name = 1, wanted.name
    while name in taken and (taken[name].slot, taken[name].text) != (wanted.slot, wanted.text):
        number += 1
        name = f"{wanted.name}_{number}"
    return Sayable(name, wanted.ev, wanted.slot, wanted.text, wanted.claim)


def _subject(sentence: Sentence) -> str:
    """What a sentence is about: the thing it names, else its own key."""
    named = next((slot.key for slot, _said in sentence.slots if isinstance(slot, Name) and slot.key), "")
    if named:
        return named.partition("_")[2] or named
    key = sentence.key
    for ending in ENDINGS:
        key = key.removesuffix(ending)
    return key


def _named(name: str, slot: Slot, subject: str) -> str:
    if isinstance(slot, Name | Names) or name in {"when", "other"}:
        return name
    return subject if name == "value" else f"{subject}_{name}"


def _without_slots(template: str) -> str:
    return " ".join(text for text, _name, _spec, _conversion in Formatter().parse(template))


def _text(template: str, mine: Mapping[str, Sayable], whose: str) -> str:
    """A template with the slots under their new names."""
    parts: list[str] = []
    for text, name, _spec, _conversion in Formatter().parse(template):
        parts.append(FIGURE.sub(lambda figure: f"{{{mine[figure[0]].name}}}", text))
        if name == WHOSE:
            parts.append(whose)
        elif name:
            parts.append(f"{{{mine[name].name}}}")
    whole = "".join(parts)
    return whole[:1].upper() + whole[1:]


def drafted(told: Sequence[Told]) -> str:
    """The template answer in slots: what a model may say otherwise."""
    return " ".join(each.text for each in told)
