"""The check of a draft that was written in slots, with the claims it says it makes: mended once, or dropped.

Its own claims and an independent reading of the finished text are both held against the evidence. A sentence
that fails is mended from the evidence where that says plainly what is right, and read again; what fails
then is left out. Where nothing is left, the caller sends the template answer.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import msgspec

from agent.compose.check import Verdict
from agent.compose.facts import facts
from agent.compose.judge import judge, own_facts, worst
from agent.compose.reader import Claim, claims

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from agent.compose.facts import Facts
    from agent.tools.envelope import Envelope

SENTENCES: Final = re.compile(r"(?<=[.!?])\s+|\n")
SLOT: Final = re.compile(r"\{([^{}]*)\}")
DIGIT: Final = re.compile(r"\d")
SUPPORTED: Final = "SUPPORTED"


class Declared(msgspec.Struct, frozen=True, omit_defaults=True):
    """A claim that the writer says it makes. ``kind``: value, presence, absence, comparison, cause, ..."""

    kind: str
    subject: str = ""
    value: float = 0.0
    unit: str = ""


class Reviewed(msgspec.Struct, frozen=True):
    """What may be said. ``verdicts``: on every sentence as it was written; ``repaired``: how many were."""

    text: str
    verdicts: tuple[Verdict, ...]
    repaired: int = 0

    @property
    def usable(self) -> bool:
        """Whether anything may be said; else the template answer is sent."""
        return bool(self.text)


def check(
    draft: str,
    declared: Sequence[Declared],
    evidence: Mapping[str, Envelope],
    slots: Mapping[str, str],
    done: Collection[str] = (),
) -> Reviewed:
    """Check a draft.

    ``slots``: name ("E1.hr_median") -> its text; ``done``: names of actions that were completed. A digit
    outside a slot, and a slot that does not exist, drop their sentence. A declared claim that fails drops
    the sentences that make a claim of its kind, or all of them where no sentence can be told to make it.
    """
    held = [facts(envelope) for envelope in evidence.values()]
    wrong = {each.kind for each in declared if judge(_claim(each), held, done) != SUPPORTED}
    kept: list[str] = []
    verdicts: list[Verdict] = []
    repaired = 0
    read: set[str] = set()
    for raw in filter(None, map(str.strip, SENTENCES.split(draft))):
        text = SLOT.sub(lambda match: slots.get(match[1], ""), raw)
        verdict = _form(raw, slots) or verdict_on(text, held, done)
        own = {claim.kind for claim in claims(text)}
        read |= own
        if own & wrong:
            verdict = worst((verdict, "UNSUPPORTED"))
        verdicts.append(Verdict(text, ",".join(sorted(own)), "", verdict or SUPPORTED))
        if verdict in {"", SUPPORTED}:
            kept.append(text)
        elif not own & wrong and not _form(raw, slots):
            better = mended(text, held)
            if better and verdict_on(better, held, done) in {"", SUPPORTED}:
                kept.append(better)
                repaired += 1
    lost = wrong - read
    return Reviewed("" if lost else " ".join(kept), tuple(verdicts), repaired)


def verdict_on(text: str, held: Sequence[Facts], done: Collection[str] = ()) -> str:
    """The worst verdict on anything a text claims; nothing where it claims nothing."""
    return worst({judge(claim, held, done) for claim in claims(text)})


def mended(text: str, held: Sequence[Facts]) -> str:
    """The text with wrong numbers replaced by the right ones, where there is just one each; else nothing."""
    for claim in sorted(claims(text), key=lambda each: -each.start):
        if judge(claim, held) == SUPPORTED:
            continue
        right = own_facts(claim, held) if claim.kind == "value" and claim.subject else []
        if len({fact.value for fact in right}) != 1:
            return ""
        digits = f"{right[0].value:,.{0 if claim.step >= 1 else 1}f}"
        number = re.match(r"[\d.,]*\d", claim.text)
        if number is None:
            return ""
        end = claim.start + number.end()
        text = f"{text[: claim.start]}{digits}{text[end:]}"
    return text


def _form(raw: str, slots: Mapping[str, str]) -> str:
    """What the writing itself forbids: figures outside slots, slots that do not exist."""
    unknown = any(name not in slots for name in SLOT.findall(raw))
    return "UNSUPPORTED" if unknown or DIGIT.search(SLOT.sub("", raw)) else ""


def _claim(declared: Declared) -> Claim:
    made = Claim(declared.kind, "", declared.subject, declared.value, declared.unit, 1.0)
    return made if declared.value == round(declared.value) else replace(made, step=0.1)
