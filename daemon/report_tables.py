"""The rows of a report's tables, from the envelopes of the tools."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from agent.tools.measure import Measured, Value
from agent.tools.rhythm import Beats, Load, Rhythms
from agent.tools.status import Alerts, Notes
from daemon.report_words import DASH, KINDS, METRICS, REASONS, RHYTHMS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent.tools.envelope import Covered, Envelope
    from agent.tools.events import Events
    from daemon.report_words import Words
    from storage.thresholds import ThresholdRow

Rows = list[tuple[str, ...]]
PERCENT: Final = "%"


def coverage(covered: Covered, words: Words) -> Rows:
    """Recorded, analysable, and what is missing by reason."""
    whole = covered.length_s
    named = [("recorded", covered.recorded_s), ("analysable", covered.analysable_s)]
    named += [
        (f"missing: {REASONS.get(why, why.replace('_', ' '))}", seconds)
        for why, seconds in sorted(covered.missing_s.items(), key=lambda each: -each[1])
    ]
    return [
        (name, words.length(seconds), words.number(100 * seconds / whole if whole else None, PERCENT))
        for name, seconds in named
    ]


def gaps(covered: Covered, words: Words) -> Rows:
    """The longest gaps, in time order."""
    return [
        (
            words.moment(gap.start),
            words.moment(gap.end),
            words.length(gap.seconds),
            REASONS.get(gap.reason, gap.reason),
        )
        for gap in covered.gaps
    ]


def values(measured: Envelope, words: Words) -> Rows:
    """Metrics with their spread, how many windows or hours they are of, and when or within which limits."""
    if not measured.ok:
        return [("nothing could be measured", DASH, DASH, DASH, DASH)]
    return [_value(value, words) for value in msgspec.convert(measured.data, Measured).values]


def _value(value: Value, words: Words) -> tuple[str, ...]:
    if value.value is None:
        why = value.missing.replace("_", " ") or "no value"
        return (METRICS[value.metric], DASH, DASH, DASH, f"not measured: {why}")
    spread = DASH
    if value.q1 is not None and value.q3 is not None:
        spread = f"{words.number(value.q1, value.unit)} to {words.number(value.q3, value.unit)}"
    of = DASH if value.at is not None else f"{value.n} {'hours' if value.method == 'hours' else 'windows'}"
    more = words.moment(value.at) if value.at is not None else _limits(value, words)
    return (METRICS[value.metric], words.number(value.value, value.unit), spread, of, more)


def _limits(value: Value, words: Words) -> str:
    told = [
        f"{limit.name.replace('_', ' ')} {words.number(limit.value, limit.unit)}" for limit in value.limits
    ]
    return ", ".join(told) or DASH


def rhythms(found: Envelope, words: Words) -> Rows:
    """Shares of rhythms, longest first."""
    if not found.ok:
        return [("not known: nothing could be analysed", DASH, DASH)]
    shares = msgspec.convert(found.data, Rhythms).shares
    return [
        (RHYTHMS.get(each.rhythm, each.rhythm), words.length(each.seconds), words.number(each.pct, PERCENT))
        for each in shares
    ]


def burden(found: Envelope, words: Words) -> Rows:
    """Atrial fibrillation in numbers; nothing where there was none."""
    if not found.ok:
        return []
    load = msgspec.convert(found.data, Load)
    if not load.seconds and not load.episodes:
        return []
    made: Rows = [
        ("share of the analysable time", words.number(load.share_pct, PERCENT)),
        ("time", f"{words.length(load.seconds)} of {words.length(load.analysable_s)}"),
        ("episodes", f"{load.episodes}, counted from {words.length(load.shortest_counted_s)} on"),
    ]
    if load.longest is not None:
        longest = f"{words.length(load.longest.seconds)}, from {words.moment(load.longest.start)}"
        made.append(("longest episode", longest))
    return made


def beat_counts(found: Envelope, words: Words) -> Rows:
    """How many beats, and how many came early."""
    if not found.ok:
        return []
    data = msgspec.convert(found.data, Beats)
    if data.rr_beats >= data.beats:
        return [("all, without a waveform: nobody can say which came early", f"{data.beats:,}", DASH)]
    without: Rows = [("without a waveform", f"{data.rr_beats:,}", DASH)] if data.rr_beats else []
    return [
        ("all", f"{data.beats:,}", DASH),
        *without,
        ("supraventricular, early", f"{data.s_beats:,}", words.number(data.s_pct, PERCENT)),
        ("ventricular, early", f"{data.v_beats:,}", words.number(data.v_pct, PERCENT)),
    ]


def kinds(found: Events, words: Words) -> Rows:
    """Every kind that was looked for, those that were not found included."""
    return [
        (
            KINDS.get(each.kind, each.kind),
            str(each.count),
            words.length(each.seconds) if each.count else DASH,
            DASH
            if each.threshold is None
            else f"{words.number(each.threshold, each.threshold_unit)} (version {each.threshold_version})",
        )
        for each in found.kinds
    ]


def events(found: Events, words: Words) -> Rows:
    """Events in order of time."""
    return [
        (
            KINDS.get(each.kind, each.kind),
            words.moment(each.start) + (" (began before)" if each.began_before else ""),
            words.length(each.seconds) + (", going on" if each.going_on else ""),
            words.number(each.value, each.unit) if each.unit else DASH,
        )
        for each in found.events
    ]


def alerts(found: Envelope, words: Words) -> Rows:
    """Alerts, oldest first."""
    if not found.ok:
        return []
    return [
        (
            words.moment(each.since),
            "open" if each.until is None else words.moment(each.until),
            each.priority,
            words.moment(each.acknowledged),
            each.text,
        )
        for each in msgspec.convert(found.data, Alerts).alerts
    ]


def notes(found: Envelope, words: Words) -> Rows:
    """Notes that the audience may see."""
    if not found.ok:
        return []
    return [
        (words.moment(each.at), each.kind + (" (private)" if each.private else ""), each.text)
        for each in msgspec.convert(found.data, Notes).notes
    ]


def thresholds(rows: Iterable[ThresholdRow], words: Words) -> Rows:
    """The thresholds in force, with where they come from."""
    return [
        (
            row.name.replace("_", " "),
            words.number(row.value, row.unit),
            str(row.version),
            f"{row.source} ({row.date})",
        )
        for row in sorted(rows, key=lambda row: row.name)
    ]
