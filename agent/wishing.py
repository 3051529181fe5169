"""How a language asks for reasons, notes, changes and files: its patterns, read in the text as typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, eq=False)
class Asks:
    """A language's patterns.

    ``note`` has the groups ``text``, and ``kind``, ``loose`` and ``private`` where the words tell them;
    ``language`` has ``name``, ``birth`` has ``year``, ``sex`` has ``sex``, ``format_`` has ``format``;
    ``note_kinds``, ``languages`` and ``sexes`` say what these words stand for.
    """

    note: re.Pattern[str]
    note_kinds: Mapping[str, str]
    took: re.Pattern[str]  # a medicine was taken, begun or stopped
    felt: re.Pattern[str]
    did: re.Pattern[str]
    alarm: re.Pattern[str]
    off: re.Pattern[str]
    on: re.Pattern[str]
    set_: re.Pattern[str]
    limit: re.Pattern[str]
    upper: re.Pattern[str]
    language: re.Pattern[str]
    languages: Mapping[str, str]
    birth: re.Pattern[str]
    sex: re.Pattern[str]
    sexes: Mapping[str, str]
    export: re.Pattern[str]
    make: re.Pattern[str]
    format_: re.Pattern[str]
    strip: re.Pattern[str]
    signal: re.Pattern[str]
    thing: re.Pattern[str]
    show: re.Pattern[str]  # the whole text: "show me"
    explain: re.Pattern[str]
    sure: re.Pattern[str]


def either(text: str) -> re.Pattern[str]:
    """Any of the phrases of a table as whole words; ``*`` ends a word anyhow, ``_`` is up to four words."""
    several = (
        re.escape(each).replace(r"\ _\ ", r"(?:\s+\S+){0,4}\s+").replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
        for each in sorted(phrases(text), key=len, reverse=True)
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(several)})(?!\w)", re.IGNORECASE)


def signs(text: str) -> re.Pattern[str]:
    """The same of a language that writes no spaces."""
    return re.compile("|".join(map(re.escape, sorted(phrases(text), key=len, reverse=True))), re.IGNORECASE)
