"""What is said in a summary, about where numbers come from, and about words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from agent.compose import measure as rates
from agent.compose.slots import At, Bare, Count, Label, Length, N, Name, Quoted, When, Words
from agent.compose.status import alert_line
from agent.language import tongue
from agent.tools.envelope import ENOUGH_PCT
from agent.tools.provenance import Source
from agent.tools.summary import Overview

if TYPE_CHECKING:
    from agent.compose.draft import Draft
    from agent.tools.envelope import Envelope

CLINICIAN: Final = "clinician"  # an audience that is spoken to in clinical words
MAX_ALERTS: Final = 3  # written out in a summary
MAX_NOTES: Final = 3
EXPLAINED_BY: Final = ("method", "model", "sha256")  # as provenance lists them
# Kinds told with how long they took.
LONG_TELLING: Final = frozenset({"af", "brady", "tachy", "bigeminy", "trigeminy"})


def summary(draft: Draft, envelope: Envelope, hints: frozenset[str]) -> None:
    """The answer of ``summarize``, in clinical words if it is for a clinician."""
    data, own = msgspec.convert(envelope.data, Overview), draft.tongue
    if data.audience == CLINICIAN:
        draft.tongue = tongue(own.code, clinical=True)
    _summary(draft, envelope, data, hints)
    draft.tongue = own


def _summary(draft: Draft, envelope: Envelope, data: Overview, hints: frozenset[str]) -> None:
    resolved, covered = envelope.resolved, envelope.coverage
    if resolved is None or covered is None:
        return
    draft.say(
        "summary_basis",
        envelope,
        claim="coverage",
        when=When(resolved),
        analysable=Length(covered.analysable_s),
        pct=N(covered.pct, "%"),
    )
    for value in data.measured.values:
        if value.metric == "hr" and value.value is not None:
            draft.say("summary_rate", envelope, value=N(value.value, "bpm"))
        if value.metric == "hr_rest" and value.value is not None and value.where is None:
            draft.say("summary_rest", envelope, value=N(value.value, "bpm"))
    rates.extremes(draft, envelope, data.measured)
    _rhythm(draft, envelope, data)
    _events(draft, envelope, data)
    if data.alerts.count:
        draft.say("summary_alerts", envelope, claim="count", count=Count(data.alerts.count, "alert"))
        for alert in data.alerts.alerts[-MAX_ALERTS:]:
            alert_line(draft, envelope, alert)
    if data.notes.count:
        draft.say("summary_notes", envelope, claim="count", count=Count(data.notes.count, "note_any"))
        for note in data.notes.notes[-MAX_NOTES:]:
            draft.say(
                "note_line",
                envelope,
                claim="state",
                line=True,
                at=At(note.at),
                kind=Name(f"note_of_{note.kind}"),
                text=Quoted(note.text),
            )
    if not envelope.enough:
        draft.say("rest_unknown", envelope, claim="coverage", pct=N(covered.pct, "%"))
    draft.say("ask_doctor" if "normal" in hints else "not_medical")


def _rhythm(draft: Draft, envelope: Envelope, data: Overview) -> None:
    covered = envelope.coverage
    if data.af_s > 0:
        draft.say("summary_af", envelope, time=Length(data.af_s), pct=N(data.af_pct, "%"))
    elif envelope.enough and data.rhythm_pct >= ENOUGH_PCT:
        draft.say("no_af_here", envelope, claim="absence")
    elif covered is not None:
        pct = min(covered.pct, data.rhythm_pct)
        draft.say("no_af_in_part", envelope, claim="coverage", pct=N(pct, "%"))


def _events(draft: Draft, envelope: Envelope, data: Overview) -> None:
    counted = [each for each in data.found.kinds if each.count]
    for each in counted:
        key = "summary_event_long" if each.kind in LONG_TELLING else "summary_event"
        draft.say(
            key,
            envelope,
            claim="count",
            line=True,
            count=Count(each.count, f"n_{each.kind}"),
            total=Length(each.seconds),
        )
    others = [each for each in counted if each.kind != "af"]
    if not others and envelope.enough:
        _no_events(draft, envelope, some=bool(counted))


def _no_events(draft: Draft, envelope: Envelope, *, some: bool) -> None:
    if not envelope.enough_waveform:
        draft.say("summary_no_events_rr", envelope, claim="absence")
    else:
        key = "summary_no_other" if some else "summary_no_events"
        draft.say(key, envelope, claim="absence_of_shapes")


def provenance(draft: Draft, envelope: Envelope, _hints: frozenset[str]) -> None:
    """The answer of ``provenance``."""
    data = msgspec.convert(envelope.data, Source)
    key = f"about_{data.about}"
    if data.start is None or envelope.resolved is None:
        draft.say(key if key in draft.tongue.sentences else "about_store", envelope, claim="state")
        return
    if data.pct is None:
        draft.say("source_listed", envelope, claim="state", when=When(envelope.resolved))
        return
    if data.windows is not None and data.analysable is not None:
        draft.say(
            "source_windows" if data.analysable < data.windows else "source_all_windows",
            envelope,
            claim="count",
            when=When(envelope.resolved),
            windows=Count(data.windows, "window"),
            analysable=Bare(data.analysable),
            device=Label(data.device),
            lead=Label(data.lead),
        )
    elif data.hours is not None:
        draft.say(
            "source_hours",
            envelope,
            claim="count",
            when=When(envelope.resolved),
            hours=Count(data.hours, "hour"),
            device=Label(data.device),
            lead=Label(data.lead),
        )
    if key in draft.tongue.sentences:
        draft.say(key, envelope, claim="state")
    draft.say("source_pct", envelope, claim="coverage", pct=N(data.pct, "%"))
    if data.chain:
        draft.say("source_chain", envelope, claim="state", chain=Words(data.chain), model=Words(data.model))
    if data.explained_by:
        slots = {name: Label(text) for name, text in zip(EXPLAINED_BY, data.explained_by, strict=False)}
        key = "source_explained_model" if len(slots) == len(EXPLAINED_BY) else "source_explained"
        draft.add(key, slots, envelope, claim="state")
    if data.replaced_by:
        draft.say("source_replaced", envelope, claim="state", newer=Words(data.replaced_by))
    for rule in data.thresholds:
        draft.say(
            "source_rule",
            envelope,
            line=True,
            name=Name(f"limit_{rule.name}"),
            value=N(rule.value, rule.unit),
            version=Bare(rule.version),
            source=Label(rule.source),
            date=Label(rule.date),
        )
    draft.say("source_limits")


def glossary(draft: Draft, envelope: Envelope, _hints: frozenset[str]) -> None:
    """The answer of ``glossary``."""
    draft.say("meaning", envelope, claim="state", meaning=Label(str(envelope.data["meaning"])))
