"""How times are said in short, or taken back, beside what a question asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.when.resolve import find

if TYPE_CHECKING:
    from agent.question import Speech
    from agent.when.model import Clock, Range
    from agent.when.resolve import Phrase


def of_length(text: str, clock: Clock, speech: Speech, before: Range | None) -> tuple[str, list[Phrase]]:
    """A text whose only time is a length ("HR trend 48 h"), written out as one up to now."""
    match = speech.length_alone.search(text) if speech.length_alone else None
    if match is None:
        return text, []
    whole = text[: match.start()] + speech.length_past.format(length=match.group()) + text[match.end() :]
    times = find(whole, clock, speech.times, before)
    return (whole, times) if times else (text, [])


def meant(text: str, times: list[Phrase], speech: Speech) -> list[Phrase]:
    """The times without those that are taken back: "not this morning, yesterday morning"."""
    if speech.taken_back is None or len(times) < 2:  # noqa: PLR2004 - one time is meant, however it is said
        return times
    kept = [phrase for phrase in times if not speech.taken_back.search(text[: phrase.start])]
    return kept or times


def within(name: str, other: str, rest: str, speech: Speech) -> bool:
    """Whether everything that is read as one thing belongs to what is read as another."""
    spans = [match.span() for match in speech.patterns[other].finditer(rest)]
    return all(
        any(a <= match.start() and match.end() <= b for a, b in spans)
        for match in speech.patterns[name].finditer(rest)
    )
