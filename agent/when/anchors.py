"""Time phrases that hang on something in the store: an episode, an alert, a gap, a note.

What they mean is found by :mod:`agent.anchors`; here they are only read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from agent.when import calendar
from agent.when.model import Day, Length, Range, TimeProblem, Trouble

if TYPE_CHECKING:
    from agent.when.model import Context

JUST: Final = Length(15, "minute")  # "right after" something
SMALL_UNITS: Final = ("second", "minute", "hour", "day", "week")


class Relation(StrEnum):
    """How a phrase stands to what it hangs on."""

    DURING = "during"
    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"
    UNTIL = "until"
    AROUND = "around"


class What(StrEnum):
    """What a phrase hangs on."""

    EVENT = "event"
    ALERT = "alert"
    GAP = "gap"  # no signal, or not worn
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Something stored, as it was described.

    ``kinds``: of episodes or notes, none: any; ``words``: of a note; ``which``: last, first, longest, all,
    or "" for the one that is meant; ``change``: "start" or "stop" of a medicine or habit, "end" of a gap;
    ``within``: where it is looked for, several where that was ambiguous, none for everywhere.
    """

    what: What
    kinds: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    which: str = ""
    change: str = ""
    within: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchored:
    """A phrase that means a time once its anchor is found. ``length``: of the stretch beside the anchor."""

    relation: Relation
    anchor: Anchor
    length: Length | None = None
    phrase: str = ""


def event(_context: Context, *said: object) -> Anchor:
    """An episode of a kind; without a kind any."""
    return Anchor(What.EVENT, tuple(str(kind) for kind in said if kind is not None))


def alert(_context: Context, *_said: object) -> Anchor:
    """An alert."""
    return Anchor(What.ALERT)


def gap(_context: Context, *said: object) -> Anchor:
    """A stretch without signal; ``lead_off``: because the patch was off."""
    return Anchor(What.GAP, tuple(str(kind) for kind in said if isinstance(kind, str)))


def gap_over(_context: Context, *said: object) -> Anchor:
    """The end of a stretch without signal: the patch was put back on."""
    return replace(gap(_context, *said), change="end")


def words(_context: Context, *said: object) -> tuple[str, ...]:
    """Words that somebody may have written down."""
    return tuple(str(word) for word in said)


def note(_context: Context, *said: object) -> Anchor | None:
    """Something that was written down. The last two of ``said``: kind of note and of change, or ""."""
    *values, kind, change = said
    found = tuple(word for value in values if isinstance(value, tuple) for word in value)
    return Anchor(What.NOTE, (str(kind),) if kind else (), found, change=str(change)) if found else None


def noted(_context: Context, *said: str) -> Anchor:
    """Something that is written down in these words ("lunch with Bob")."""
    return Anchor(What.NOTE, words=said)


def han_note(context: Context, *said: object) -> Anchor | None:
    """The same in a script without spaces, where the signs of a word were read apart."""
    *values, kind, change = said
    signs = "".join(word for value in values if isinstance(value, tuple) for word in value)
    return note(context, (signs,), kind, change)


def name(_context: Context, value: str) -> str:
    """The name of a choice."""
    return value


def as_anchor(_context: Context, *said: object) -> Anchor | None:
    """An anchor as read, whatever small words stood around it."""
    return next((value for value in said if isinstance(value, Anchor)), None)


def last_anchor(_context: Context, *said: object) -> Anchor | None:
    """As in "Episode of AF": the kind is what was said last."""
    return next((value for value in reversed(said) if isinstance(value, Anchor)), None)


def ranked(_context: Context, rank: str, *said: object) -> Anchor | None:
    """The last, the first, the longest of its kind."""
    anchor = next((value for value in said if isinstance(value, Anchor)), None)
    return replace(anchor, which=rank) if anchor else None


def which(_context: Context, *said: object) -> Anchor | None:
    """The last, the first, the longest of its kind, or all."""
    anchor = next((value for value in said if isinstance(value, Anchor)), None)
    return replace(anchor, which=str(said[-1])) if anchor else None


def placed(context: Context, *said: object) -> Anchor | Trouble | None:
    """As in "The alert at 3", "the AF on Sunday": looked for there, in all readings of an ambiguous time."""
    anchor, where = None, None
    for value in said:
        if isinstance(value, Anchor):
            anchor = value
        elif isinstance(value, Range | Day | Trouble):
            where = value
    if anchor is None or where is None or anchor.within:
        return None
    if isinstance(where, Trouble):
        if where.problem is not TimeProblem.AMBIGUOUS or not where.options:
            return where
        return replace(anchor, within=where.options)
    span = calendar.day(context.clock, where.date) if isinstance(where, Day) else where
    return replace(anchor, within=(span,))


def hung(context: Context, *said: object) -> Anchored | None:
    """A phrase on its anchor; the last argument is the relation, a length may come with it."""
    anchor = next((value for value in said if isinstance(value, Anchor)), None)
    relation = Relation(str(said[-1]))
    length = next((value for value in said if isinstance(value, Length)), None)
    unit = next((value for value in said[:-1] if value in SMALL_UNITS), None)
    if length is None and isinstance(unit, str):
        length = Length(1, unit)
    if anchor is None or (length is not None and length.unit not in SMALL_UNITS):
        return None
    return Anchored(relation, anchor, length, context.phrase)


def just(context: Context, *said: object) -> Anchored | None:
    """As in "Right after the pause"."""
    return hung(context, JUST, *said)
