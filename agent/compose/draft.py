"""A draft answer: sentences whose figures are slots filled from evidence, so that each can be checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from agent.compose.slots import Slot
    from agent.language import Tongue
    from agent.tools.envelope import Envelope

WIDE: Final = ("\u3002", "\uff01", "\uff1f", "\uff1a", "\uff09")  # Chinese marks hold the space after them


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a draft: what it claims, from which evidence, with which slots.

    An absence of shapes is one of what takes a waveform to be seen: pauses, wide beats, early beats.
    """

    key: str
    ev: str
    claim: str  # value, presence, absence, absence_of_shapes, count, comparison, coverage, time, state, none
    text: str
    slots: tuple[tuple[Slot, str], ...]
    template: str
    own_line: bool = False
    names: tuple[str, ...] = ()  # of the slots, as the template calls them


@dataclass(slots=True)
class Draft:
    """Sentences in order. ``now``: local time now; ``whose``: the possessive the answer uses."""

    tongue: Tongue
    now: datetime
    whose: str
    signal: str = "ecg"  # what the answer is told from: a sentence may have its own wording for it
    sentences: list[Sentence] = field(default_factory=list)

    def say(
        self,
        key: str,
        envelope: Envelope | None = None,
        *,
        claim: str = "value",
        line: bool = False,
        **slots: Slot,
    ) -> None:
        """Add a sentence of the language's table, its slots filled."""
        self.add(key, slots, envelope, claim=claim, line=line)

    def add(
        self,
        key: str,
        slots: Mapping[str, Slot],
        envelope: Envelope | None = None,
        *,
        claim: str = "value",
        line: bool = False,
    ) -> None:
        """The same with the slots in a mapping."""
        own = f"{key}_{self.signal}"
        key = own if own in self.tongue.sentences else key
        template = self.tongue.sentences[key]
        filled = {name: slot.text(self.tongue, self.now) for name, slot in slots.items()}
        text = template.format_map({"your": self.whose, **filled})
        self.sentences.append(
            Sentence(
                key=key,
                ev=envelope.ev if envelope else "",
                claim=claim if envelope else "none",
                text=text[:1].upper() + text[1:],
                slots=tuple((slot, filled[name]) for name, slot in slots.items()),
                template=template,
                own_line=line,
                names=tuple(slots),
            )
        )

    def name(self, key: str) -> str:
        """A word of the language's table."""
        return self.tongue.names[key]


def written(sentences: Sequence[Sentence]) -> str:
    """Sentences as a text: lists on lines of their own."""
    text = ""
    for sentence in sentences:
        if sentence.own_line or (text and text.rsplit("\n", 1)[-1].startswith("- ")):
            text += f"\n{sentence.text}"
        else:
            text += sentence.text if not text or text.endswith(WIDE) else f" {sentence.text}"
    return text.strip()
