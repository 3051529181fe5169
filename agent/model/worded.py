"""What a model wrote, sentence by sentence: slots filled, every sentence checked before anybody hears it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from agent.compose import review
from agent.compose.check import Verdict, checked
from agent.compose.draft import Sentence
from agent.compose.reader import claims
from agent.compose.slots import Name, Names, When
from agent.model.errors import WordsFailed
from agent.model.polite import polite
from agent.model.sayable import FIGURE
from agent.model.watched import watched
from agent.model.wording import SENTENCE, figure
from agent.phrases import folded, padded, plain
from agent.plan import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from agent.language import Tongue
    from agent.model.sayable import Material, Sayable
    from agent.tools.envelope import Envelope

KEY: Final = "own_words"
SLOT: Final = re.compile(r"\{([^{}]*)\}")
# Things that may be named only where the template names them, too.
NAMED: Final = (
    *SUBJECTS,
    "normal",
    "burden",
    "trend",
    "compare",
    "medicines",
    "dose_advice",
    "advice",
    "symptom",
)
GROUPS: Final = ("lead:", "unmeasured:", "term:")
DROPPED_MOST: Final = 2  # sentences; who wrote them would be waited for in vain
UNSUPPORTED: Final = "UNSUPPORTED"
SUPPORTED: Final = "SUPPORTED"


@dataclass(slots=True)
class Worded:
    """An answer as it is written. ``heard``: takes each sentence once it stands."""

    material: Material
    evidence: Mapping[str, Envelope]
    tongue: Tongue
    heard: Callable[[str], None] | None = None
    sentences: list[Sentence] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    repaired: int = 0
    dropped: int = 0
    _rest: str = ""

    def feed(self, text: str) -> None:
        """Take in more of the text.

        Raises:
            WordsFailed: so much of it was dropped that no more is wanted.
        """
        self._rest += text
        while match := SENTENCE.match(self._rest):
            self._rest = self._rest[match.end() :]
            self._take(match[1])

    def _take(self, raw: str) -> None:
        """Keep a sentence that passes; one that does not is mended once, or dropped."""
        if not (self._repeats(raw) or self._keeps(raw)):
            better = self._swapped(raw) or self._mended(raw)
            if better and self._keeps(better):
                self.repaired += 1
            else:
                self._drop()

    def _repeats(self, raw: str) -> bool:
        """Whether a sentence is the template's own, which is then checked as that."""
        told = next((each for each in self.material.told if each.text == raw), None)
        if told is None:
            return False
        kept, verdicts = checked([told.sentence], self.evidence, self.tongue.code)
        self.verdicts += verdicts
        if not kept:
            return False
        self.sentences.append(told.sentence)
        self.used.update(told.slots)
        if self.heard:
            self.heard(told.sentence.text)
        return True

    def _keeps(self, raw: str) -> bool:
        """Whether a sentence stands; then it is told."""
        names = SLOT.findall(raw)
        slots = [self.material.slots[name] for name in names if name in self.material.slots]
        text = _filled(raw, {slot.name: slot.text for slot in slots})
        if len(slots) < len(names) or not (names or polite(raw)) or not self._may_say(raw):
            self.verdicts.append(Verdict(text, "words", "", UNSUPPORTED))
            return False
        made = list(_claims(raw, text, slots)) or [Sentence(KEY, "", "none", text, (), raw)]
        kept, verdicts = checked(made, self.evidence, self.tongue.code)
        self.verdicts += verdicts
        if len(kept) < len(made):
            return False
        self.sentences.append(made[0])
        self.used.update(names)
        if self.heard:
            self.heard(text)
        return True

    def _drop(self) -> None:
        self.dropped += 1
        if self.dropped == DROPPED_MOST:
            raise WordsFailed

    def _swapped(self, raw: str) -> str:
        """The sentence with the slots of what it names; nothing where that is plain of none."""
        made = raw
        for name in SLOT.findall(raw):
            slot = self.material.slots.get(name)
            if slot is None or slot.slot is None:
                continue
            before = _filled(raw[: raw.index(f"{{{name}}}")], self._texts())
            said = next((each for each in claims(f"{before}{slot.text}.") if each.text in slot.text), None)
            own = f"{slot.ev}.{said.subject}" if said and said.kind == "value" else name
            if own != name and own in self.material.slots:
                made = made.replace(f"{{{name}}}", f"{{{own}}}")
        return made if made != raw else ""

    def _mended(self, raw: str) -> str:
        """The sentence with wrong figures made right, as slots, where the evidence has just one that is."""
        again = review.check(raw, (), self.evidence, self._texts())
        if not again.usable or again.repaired != 1:
            return ""
        right = {
            slot.text: f"{{{name}}}" for name, slot in self.material.slots.items() if FIGURE.search(slot.text)
        }
        made = again.text
        for text in sorted(right, key=len, reverse=True):
            made = made.replace(text, right[text])
        return made

    def _texts(self) -> dict[str, str]:
        return {name: slot.text for name, slot in self.material.slots.items()}

    def _may_say(self, raw: str) -> bool:
        """Whether a sentence has no figure outside its slots, and names but what the template does."""
        bare = SLOT.sub(" ", raw)
        if any(map(figure, bare)):
            return False
        template = " ".join(
            [each.text for each in self.material.told] + [each.text for each in self.material.kept]
        )
        words = _filled(template, self._texts())
        return watched(bare) <= watched(words) and self._things(bare) <= self._things(words)

    def _things(self, text: str) -> set[str]:
        speech = self.tongue.speech
        whole = folded(padded(plain(text, speech.joins)), speech.folds)
        return {
            name
            for name, pattern in speech.patterns.items()
            if (name in NAMED or name.startswith(GROUPS)) and pattern.search(whole)
        }

    def whole(self) -> tuple[list[Sentence], list[Verdict]] | None:
        """The answer, and what it left out in the template's words; None where it tells nothing."""
        if not any(name in self.used and _figure(slot) for name, slot in self.material.slots.items()):
            return None
        missing: list[Sentence] = []
        seen: frozenset[str] = frozenset()
        for told in self.material.told:
            if not told.optional and not self._said(told.slots - seen or told.slots):
                missing.append(told.sentence)
            seen |= told.slots
        kept, verdicts = checked([*missing, *self.material.kept], self.evidence, self.tongue.code)
        return [*self.sentences, *kept], [*self.verdicts, *verdicts]

    def _said(self, slots: frozenset[str]) -> bool:
        """Whether a figure among slots was said; a text, where there is no figure."""
        figures = {name for name in slots if _figure(self.material.slots[name])}
        return bool((figures or slots) & self.used)


def _figure(slot: Sayable) -> bool:
    return slot.slot is not None and not isinstance(slot.slot, Name | Names | When)


def _filled(raw: str, texts: Mapping[str, str]) -> str:
    text = SLOT.sub(lambda match: texts.get(match[1], ""), raw)
    return text[:1].upper() + text[1:]


def _claims(raw: str, text: str, slots: list[Sayable]) -> Iterator[Sentence]:
    """A sentence once for each evidence that it draws on, so that each is checked against its own."""
    for ev in dict.fromkeys(slot.ev for slot in slots):
        mine = [slot for slot in slots if slot.ev == ev and slot.slot is not None]
        others = {slot.name: slot.text for slot in slots if slot not in mine}
        template = SLOT.sub(lambda match, others=others: others.get(match[1], ""), raw)  # type: ignore[misc]  # bound here
        claim = next((slot.claim for slot in slots if slot.ev == ev), "value")
        pairs = tuple((slot.slot, slot.text) for slot in mine if slot.slot is not None)
        yield Sentence(KEY, ev, claim, text, pairs, template, names=tuple(slot.name for slot in mine))


def lint(raw: str, slots: Mapping[str, Sayable]) -> bool:
    """Whether a text uses known slots only, and has no figure outside them: what the grammar promises."""
    outside = SLOT.sub("", raw)
    known = set(SLOT.findall(raw)) <= set(slots)
    return known and not any(sign in "{}" or figure(sign) for sign in outside)
