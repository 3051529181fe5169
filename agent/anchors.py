"""Times that hang on something in the store: the episode, alert, gap or note that a phrase speaks of.

:mod:`agent.when.anchors` reads the phrase; here its anchor is looked for, by the asker's own rights.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from agent.noted import about
from agent.when import calendar
from agent.when.anchors import Relation, What
from agent.when.blocks import UNIT_NS
from agent.when.model import AROUND_NS, DAY_NS, Kind, Range, TimeProblem, Trouble, local
from storage.alarms import alarms
from storage.coverage import coverage
from storage.episodes import episodes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.scope import Scope
    from agent.when.anchors import Anchor, Anchored
    from agent.when.resolve import Meaning

MAX_CHOICES: Final = 4  # put back to the asker; of more, the newest
MAX_PIECES: Final = (
    60  # episodes looked at together, as many as a coverage is summed over; of more, the newest
)
NEWEST_DAYS: Final = (7, 31)  # the newest of a kind is looked for this far back before all is looked through
LEAST_GAP_NS: Final = 60 * 10**9  # a shorter gap is not what anybody means by one
OFF: Final = ("lead_off", "no_session")  # why there is no signal while a wearable is off
NONE_OF: Final = {
    What.EVENT: "no_event",
    What.ALERT: "no_alert",
    What.GAP: "no_gap",
    What.NOTE: "no_note",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch that an anchor may mean; a note or alert that has no length ends where it begins."""

    start_ns: int
    end_ns: int


def settled(meaning: Meaning, scope: Scope) -> Range | Trouble:
    """A phrase as a range: one that hangs on the store is looked up there with the asker's rights."""
    if isinstance(meaning, Range | Trouble):
        return meaning
    return _resolved(meaning, scope)


def _resolved(phrase: Anchored, scope: Scope) -> Range | Trouble:
    anchor = phrase.anchor
    found = _found(anchor, scope)
    if not found:
        return Trouble(TimeProblem.UNKNOWN, phrase.phrase, NONE_OF[anchor.what])
    if anchor.which == "all" and phrase.relation is Relation.DURING and anchor.what is not What.NOTE:
        return _all(found, scope)
    chosen = _chosen(anchor, found)
    if len(chosen) == 1:
        return _placed(phrase, chosen[0], scope) or Trouble(TimeProblem.FUTURE, phrase.phrase, "future")
    options = [_placed(phrase, each, scope) for each in chosen[-MAX_CHOICES:]]
    return Trouble(
        TimeProblem.AMBIGUOUS, phrase.phrase, "which_event", tuple(each for each in options if each)
    )


def _found(anchor: Anchor, scope: Scope) -> list[Found]:
    """All that an anchor may mean, oldest first."""
    spans = [span for within in anchor.within for span in _widened(within).spans]
    if spans:
        return _in_spans(anchor, scope, spans)
    begin_ns, now_ns = calendar.everything(scope.clock).spans[0]
    if anchor.which in {"", "last"} and anchor.what is not What.NOTE:
        for days in NEWEST_DAYS:
            from_ns = max(begin_ns, now_ns - days * DAY_NS)
            found = _in_spans(anchor, scope, [(from_ns, now_ns)])
            if found and found[-1].start_ns > from_ns:  # one that reaches over the edge is seen in part
                return found
    return _in_spans(anchor, scope, [(begin_ns, now_ns)])


def _in_spans(anchor: Anchor, scope: Scope, spans: Sequence[tuple[int, int]]) -> list[Found]:
    every = {
        found
        for start_ns, end_ns in spans
        if start_ns < scope.now_ns
        for found in _between(anchor, scope, start_ns, min(end_ns, scope.now_ns))
    }
    return sorted(every, key=lambda each: (each.start_ns, each.end_ns))


def _widened(within: Range) -> Range:
    """Where something is looked for: a clock time is said roughly."""
    if within.kind is not Kind.POINT:
        return within
    return replace(within, start_ns=within.start_ns - AROUND_NS, end_ns=within.end_ns + AROUND_NS)


def _between(anchor: Anchor, scope: Scope, start_ns: int, end_ns: int) -> list[Found]:
    ids = [device.id for device in scope.devices]
    match anchor.what:
        case What.EVENT:
            kinds = anchor.kinds or None
            return [
                Found(row.start_ns, min(row.end_ns, scope.now_ns))
                for device in ids
                for row in episodes(scope.conn, device, start_ns, end_ns, kinds)
            ]
        case What.ALERT:
            return [
                Found(row.since_ns, min(row.until_ns or scope.now_ns, scope.now_ns))
                for device in (*ids, None)
                for row in alarms(scope.conn, device, start_ns, end_ns)
                if row.since_ns >= start_ns
            ]
        case What.GAP:
            return _gaps(anchor, scope, start_ns, end_ns)
        case What.NOTE:
            return [Found(at_ns, at_ns) for at_ns in about(anchor, scope, start_ns, end_ns)]


def _gaps(anchor: Anchor, scope: Scope, start_ns: int, end_ns: int) -> list[Found]:
    """Stretches without signal of the wearable that recorded most of the time."""
    worn = scope.at([(start_ns, end_ns)])
    if not worn.device:
        return []
    found = [
        gap
        for gap in coverage(worn.conn, worn.device, start_ns, end_ns).gaps
        if gap.end_ns - gap.start_ns >= LEAST_GAP_NS
    ]
    off = [gap for gap in found if gap.reason in OFF] if anchor.kinds else found
    return [Found(gap.start_ns, gap.end_ns) for gap in off]


def _chosen(anchor: Anchor, found: Sequence[Found]) -> Sequence[Found]:
    """The one that is meant; several where the asker has to say which."""
    match anchor.which:
        case "first":
            return found[:1]
        case "longest":
            return [max(found, key=lambda each: each.end_ns - each.start_ns)]
        case "" if anchor.within and anchor.what is not What.NOTE and not anchor.change:
            return found  # several on the day that was named
        case _ if anchor.change == "start":
            return found[:1]
        case _:
            return found[-1:]  # without a day it is the newest, as a weekday alone is


def _all(found: Sequence[Found], scope: Scope) -> Range:
    """Every stretch of its kind, as one range with holes."""
    pieces: list[tuple[int, int]] = []
    for each in found[-MAX_PIECES:]:
        if pieces and each.start_ns <= pieces[-1][1]:
            pieces[-1] = (pieces[-1][0], max(pieces[-1][1], each.end_ns))
        elif each.end_ns > each.start_ns:
            pieces.append((each.start_ns, each.end_ns))
    if not pieces:
        return _span(found[-1].start_ns, scope.now_ns, scope)
    first, last = pieces[0][0], pieces[-1][1]
    whole = _span(first, last, scope)
    return whole if len(pieces) == 1 else replace(whole, pieces=tuple(pieces), count=len(pieces))


def _placed(phrase: Anchored, found: Found, scope: Scope) -> Range | None:
    """The stretch that stands as said to what was found; None where none of it has happened."""
    clock, length_ns = scope.clock, None
    if phrase.length is not None:
        length_ns = round(phrase.length.count * UNIT_NS[phrase.length.unit])
    edge_ns = found.end_ns if phrase.anchor.change == "end" else found.start_ns
    match phrase.relation:
        case Relation.DURING if found.end_ns > found.start_ns:
            start_ns, end_ns = found.start_ns, found.end_ns
        case Relation.DURING | Relation.AROUND:
            start_ns, end_ns = found.start_ns - AROUND_NS, found.end_ns + AROUND_NS
        case Relation.BEFORE | Relation.UNTIL:
            midnight = clock.at(local(edge_ns - 1, clock.tz).date(), 0)
            start_ns, end_ns = (midnight if length_ns is None else edge_ns - length_ns), edge_ns
        case Relation.SINCE:
            start_ns, end_ns = edge_ns, scope.now_ns
        case _:
            midnight = clock.at(local(found.end_ns, clock.tz).date(), 24)
            start_ns = found.end_ns
            end_ns = midnight if length_ns is None else start_ns + length_ns
    if start_ns >= scope.now_ns or start_ns >= end_ns:
        return None
    return _span(start_ns, min(end_ns, scope.now_ns), scope)


def _span(start_ns: int, end_ns: int, scope: Scope) -> Range:
    """A range of any two ends, by the shape that follow-ups move it by."""
    first, last = (local(ns, scope.tz).date() for ns in (start_ns, end_ns))
    if end_ns == scope.now_ns and first != last:
        return Range(start_ns, end_ns, Kind.SINCE)
    return Range(start_ns, end_ns, Kind.HOURS if first == last else Kind.SPAN, first)
