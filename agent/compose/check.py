"""The check before an answer leaves: figures are in the evidence, and nothing is denied without signal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import msgspec

from agent.compose.facts import facts
from agent.compose.forbidden import forbidden
from agent.compose.judge import judge, worst
from agent.compose.reader import READ, READABLE, claims
from agent.compose.slots import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from agent.compose.draft import Sentence
    from agent.compose.facts import Facts
    from agent.compose.slots import Slot
    from agent.tools.envelope import Envelope

FIGURE: Final = re.compile(r"\d+(?:[.,:]\d+)*")
Leaves = tuple[frozenset[float], frozenset[str]]
OWN_WORDS: Final = "own_words"  # key of a sentence that no table holds
ALERT_LINES: Final = ("alert_line", "alert_why")  # keys of sentences that repeat what an alert said
NEAR: Final = 1e-6  # figures in evidence are rounded before they are told


class Verdict(msgspec.Struct, frozen=True):
    """What the check says about one claim: SUPPORTED, CONTRADICTED, UNSUPPORTED or NOT_ASSESSABLE."""

    claim: str
    kind: str
    ev: str
    verdict: str


def checked(
    sentences: Sequence[Sentence], evidence: Mapping[str, Envelope], language: str = "en"
) -> tuple[list[Sentence], list[Verdict]]:
    """The sentences that may be said, and a verdict for each that claims something.

    Two look at each: one at its slots, one reads the finished text and knows nothing of slots. The worse
    verdict counts. Of other languages than English the second knows the words that no answer says.
    """
    kept: list[Sentence] = []
    verdicts: list[Verdict] = []
    held = {number: leaves(envelope) for number, envelope in evidence.items()}
    known = {number: facts(envelope) for number, envelope in evidence.items()} if language in READABLE else {}
    for sentence in sentences:
        told = _read(sentence, known, language) or _forbidden(sentence, language)
        verdict = worst((_verdict(sentence, evidence, held), told))
        if verdict:
            verdicts.append(Verdict(sentence.text, sentence.claim, sentence.ev, verdict))
        if verdict in {"", "SUPPORTED"}:
            kept.append(sentence)
    return kept, verdicts


def _read(sentence: Sentence, known: Mapping[str, Facts], language: str) -> str:
    """What the reader says: of the language's own sentences against their evidence, of others against all."""
    free = sentence.key == OWN_WORDS
    if not known or not (free or (language == READ and sentence.ev in known)):
        return ""
    held = list(known.values()) if free else [known[sentence.ev]]
    text = sentence.text
    if not free and sentence.key.startswith(ALERT_LINES):
        for slot, words in sentence.slots:  # what an alert said then, held against its row by the slot
            text = text.replace(words, "") if isinstance(slot, Label) else text
    for each in held:
        if each.envelope.tool == "glossary":
            text = text.replace(str(each.envelope.data.get("meaning", "")), "")
    return worst(
        {judge(claim, held) for claim in claims(text, language) if free or _of_table(claim.kind, sentence)}
    )


def _forbidden(sentence: Sentence, language: str) -> str:
    """What the reader of the other languages says; texts of the evidence are held to it by their slots."""
    if sentence.key != OWN_WORDS and sentence.claim == "none":
        return ""
    text = sentence.text
    for slot, words in sentence.slots:
        text = text.replace(words, "") if isinstance(slot, Label) else text
    return worst({judge(claim, ()) for claim in forbidden(text, language)})


def _of_table(kind: str, sentence: Sentence) -> bool:
    """Whether a sentence of the language's table is held to such a claim: what it says of itself is fixed."""
    if kind in {"presence", "absence"}:
        return sentence.claim in {"presence", "absence", "absence_of_shapes"}
    if kind == "bare":
        return False  # the table's own, or of a slot: both are looked at there
    return kind != "comparison" or sentence.claim == "comparison"


def _verdict(sentence: Sentence, evidence: Mapping[str, Envelope], held: Mapping[str, Leaves]) -> str:
    if sentence.claim == "none":
        return ""
    envelope = evidence.get(sentence.ev)
    if envelope is None:
        return "UNSUPPORTED"
    if sentence.claim == "absence" and not envelope.enough:
        return "NOT_ASSESSABLE"
    if sentence.claim == "absence_of_shapes" and not envelope.enough_waveform:
        return "NOT_ASSESSABLE"
    numbers, texts = held[sentence.ev]
    if not all(_held(slot, numbers, texts) for slot, _text in sentence.slots):
        return "UNSUPPORTED"
    return "SUPPORTED" if not strays(sentence) else "UNSUPPORTED"


def leaves(envelope: Envelope) -> Leaves:
    """Every figure and every text in an envelope."""
    numbers: set[float] = set()
    texts: set[str] = set()
    for value in _walk(msgspec.to_builtins(envelope)):
        if isinstance(value, str):
            texts.add(value)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            numbers.add(float(value))
    return frozenset(numbers), frozenset(texts)


def _walk(value: Any) -> Iterator[Any]:  # noqa: ANN401 - plain JSON values
    if isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from _walk(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _walk(each)
    else:
        yield value


def _held(slot: Slot, numbers: frozenset[float], texts: frozenset[str]) -> bool:
    return all(
        any(abs(value - number) <= NEAR for number in numbers) for value in slot.figures
    ) and texts.issuperset(slot.texts)


def strays(sentence: Sentence) -> list[str]:
    """Figures in a sentence that came neither from a slot nor from the sentence's own table.

    This reads the finished text, whoever wrote it.
    """
    allowed = set(FIGURE.findall(sentence.template))
    for _slot, text in sentence.slots:
        allowed.update(FIGURE.findall(text))
    return [figure for figure in FIGURE.findall(sentence.text) if figure not in allowed]
