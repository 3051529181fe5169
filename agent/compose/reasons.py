"""What is said about reasons: behind a finding, behind an alert."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from agent.compose import ectopics
from agent.compose.slots import At, Bare, Count, Label, Length, N, Name, Scale, Second, When
from agent.compose.status import alert_text
from agent.tools.alert import LIMITS as RULE_LIMITS
from agent.tools.alert import Cause
from agent.tools.ectopics import LABELS
from agent.tools.explain import Reasons, Strip

if TYPE_CHECKING:
    from agent.compose.draft import Draft
    from agent.compose.slots import Slot
    from agent.tools.carried import Carried
    from agent.tools.envelope import Envelope, Resolved


def finding(draft: Draft, envelope: Envelope, _hints: frozenset[str]) -> None:
    """The answer of ``explain``."""
    if envelope.data.get("finding") in LABELS:
        ectopics.say(draft, envelope)
        return
    data, resolved = msgspec.convert(envelope.data, Reasons), envelope.resolved
    if resolved is None:
        return
    if not data.found:
        _none(draft, envelope, data, resolved)
    elif data.finding == "af":
        _af(draft, envelope, data, resolved)
    else:
        _event(draft, envelope, data, resolved)
    if data.unconfirmed_s > 0:
        draft.say("explain_unconfirmed", envelope, time=Length(data.unconfirmed_s))
    if data.strips:
        draft.say("explain_strips", envelope, claim="time")
        for strip in data.strips:
            _strip(draft, envelope, strip, data.unit)
    if data.carried is not None:
        _carried(draft, envelope, data.carried)
    if data.found:
        draft.say(f"explain_certain_{data.certainty}", envelope, claim="certainty")


def _none(draft: Draft, envelope: Envelope, data: Reasons, resolved: Resolved) -> None:
    if envelope.coverage is None:
        return
    key, claim = ("explain_none", "absence") if envelope.enough else ("explain_none_part", "coverage")
    kind = Name(f"kinds_{data.finding}")
    draft.say(key, envelope, claim=claim, when=When(resolved), kind=kind, pct=N(envelope.coverage.pct, "%"))


def _af(draft: Draft, envelope: Envelope, data: Reasons, resolved: Resolved) -> None:
    draft.say(
        "explain_af_rr" if data.intervals_only else "explain_af",
        envelope,
        claim="presence",
        when=When(resolved),
        time=Length(data.seconds),
        windows=Count(data.windows, "window"),
    )
    if data.irregularity is not None:
        value = Scale(data.irregularity)
        if data.irregularity_elsewhere is not None:
            other = Scale(data.irregularity_elsewhere)
            draft.say("explain_irregular_elsewhere", envelope, line=True, value=value, elsewhere=other)
        else:
            draft.say("explain_irregular", envelope, line=True, value=value)
    if data.p_pct is not None:
        pct = N(data.p_pct, "%")
        if data.p_pct_elsewhere is not None:
            draft.say(
                "explain_p_elsewhere", envelope, line=True, pct=pct, elsewhere=N(data.p_pct_elsewhere, "%")
            )
        else:
            draft.say("explain_p", envelope, line=True, pct=pct)
    if data.irregularity is None and data.p_pct is None:
        draft.say("explain_no_beats", envelope, claim="state", line=True)
    if data.probability is not None:
        draft.say("explain_probability", envelope, line=True, value=Scale(data.probability))
    else:
        draft.say("explain_rules", envelope, claim="state", line=True)
    if data.quality is not None:
        draft.say("explain_quality", envelope, line=True, value=Scale(data.quality))
    if data.threshold is not None and data.threshold_version is not None:
        draft.say(
            "explain_episodes" if data.events else "explain_short",
            envelope,
            claim="count",
            line=True,
            count=Count(data.events, "episode"),
            threshold=N(data.threshold, data.threshold_unit),
            version=Bare(data.threshold_version),
        )


def _event(draft: Draft, envelope: Envelope, data: Reasons, resolved: Resolved) -> None:
    count = Count(data.events, f"n_{data.finding}")
    if data.value is not None and data.unit:
        draft.say(
            "explain_event_value",
            envelope,
            claim="count",
            when=When(resolved),
            count=count,
            value=N(data.value, data.unit),
        )
    else:
        draft.say("explain_event", envelope, claim="count", when=When(resolved), count=count)
    if data.threshold is not None and data.threshold_version is not None:
        draft.say(
            "explain_event_limit",
            envelope,
            line=True,
            threshold=N(data.threshold, data.threshold_unit),
            version=Bare(data.threshold_version),
        )
    elif data.finding == "bigeminy":
        draft.say("explain_event_pattern", envelope, claim="state", line=True)
    elif data.finding == "trigeminy":
        draft.say("explain_event_third", envelope, claim="state", line=True)
    if data.clear_around is not None:
        key = "explain_clear" if data.clear_around else "explain_unclear"
        draft.say(key, envelope, claim="state", line=True)
    if data.quality is not None:
        draft.say("explain_quality", envelope, line=True, value=Scale(data.quality))


def _strip(draft: Draft, envelope: Envelope, strip: Strip, unit: str) -> None:
    slots: dict[str, Slot] = {"start": Second(strip.start), "end": Second(strip.end)}
    if strip.irregularity is not None and strip.p_pct is not None:
        told: dict[str, Slot] = {"irregular": Scale(strip.irregularity), "pct": N(strip.p_pct, "%")}
        draft.add("explain_strip_beats", {**slots, **told}, envelope, claim="time", line=True)
    elif strip.irregularity is not None:
        irregular = Scale(strip.irregularity)
        draft.add(
            "explain_strip_irregular", {**slots, "irregular": irregular}, envelope, claim="time", line=True
        )
    elif strip.value is not None and unit:
        value = N(strip.value, unit)
        draft.add("explain_strip_value", {**slots, "value": value}, envelope, claim="time", line=True)
    else:
        draft.add("explain_strip", slots, envelope, claim="time", line=True)


def _carried(draft: Draft, envelope: Envelope, data: Carried) -> None:
    """The parts of the signal that decide, and what they are worth."""
    if data.similarity is not None and data.width is not None and data.usual_width is not None:
        draft.say(
            "explain_shape",
            envelope,
            width=N(data.width.value, data.width.unit),
            usual=N(data.usual_width.value, data.usual_width.unit),
            similarity=Scale(data.similarity),
        )
    if not data.parts:
        if data.model is None:
            draft.say("explain_no_parts", envelope, claim="state")
        return
    if data.probability is None or data.masked is None or data.by_chance is None:
        draft.say("explain_decisive", envelope, claim="time")
    else:
        draft.say(
            "explain_parts",
            envelope,
            claim="time",
            start=Second(data.start),
            end=Second(data.end),
            probability=Scale(data.probability),
            masked=Scale(data.masked),
            chance=Scale(data.by_chance),
        )
    for part in data.parts:
        slots: dict[str, Slot] = {"at": Second(part.at), "seconds": N(part.seconds, "s")}
        if part.lost is not None:
            slots["lost"] = Scale(part.lost)
        key = "explain_part" if part.lost is None else "explain_part_lost"
        draft.add(key, slots, envelope, claim="time", line=True)


def alert(draft: Draft, envelope: Envelope, _hints: frozenset[str]) -> None:
    """The answer of ``explain_alert``."""
    data = msgspec.convert(envelope.data, Cause)
    since, text = At(data.since), alert_text(draft, data.rule, data.text)
    if data.until is None or data.seconds is None:
        draft.say("alert_why_open", envelope, claim="state", text=text, since=since)
    else:
        draft.say("alert_why", envelope, claim="state", text=text, since=since)
        draft.say("alert_over", envelope, claim="state", until=At(data.until), long=Length(data.seconds))
    if data.rule not in RULE_LIMITS:
        draft.say("alert_technical", envelope, claim="state")
    for limit in data.limits:
        draft.say(
            "alert_limit",
            envelope,
            line=True,
            name=Name(f"limit_{limit.name}"),
            value=N(limit.value, limit.unit),
            version=Bare(limit.version),
            source=Label(limit.source),
        )
    if data.episode is not None:
        draft.say(
            "alert_episode",
            envelope,
            claim="presence",
            line=True,
            kind=Name(f"kind_{data.episode.kind}"),
            start=At(data.episode.start),
            long=Length(data.episode.seconds),
        )
    if data.quality is not None:
        draft.say("alert_quality", envelope, line=True, value=Scale(data.quality))
    if data.acknowledged is not None:
        key = "alert_seen_by" if data.acknowledged_by else "alert_seen"
        who: dict[str, Slot] = {"who": Label(data.acknowledged_by)} if data.acknowledged_by else {}
        slots: dict[str, Slot] = {"at": At(data.acknowledged), **who}
        draft.add(key, slots, envelope, claim="state", line=True)
    if data.repeats:
        draft.say("alert_repeated", envelope, claim="count", line=True, count=Count(data.repeats, "time"))
    if data.limits:
        draft.say("alert_limit_note", envelope, claim="state", line=True)
    if data.more > 0:
        draft.say("alert_more", envelope, claim="count", line=True, count=Bare(data.more))
