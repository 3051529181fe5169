"""What is said about the recording itself: coverage, the wearable, alerts, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from agent.compose.slots import At, Bare, Count, Label, Length, N, Name, Quoted, When
from agent.tools.status import Alert, Alerts, Notes, Recorded, State
from storage.sessions import RR

if TYPE_CHECKING:
    from agent.compose.draft import Draft
    from agent.compose.slots import Slot
    from agent.tools.envelope import Envelope

MAX_LINES: Final = 8  # alerts, notes and gaps written out
LOW_BATTERY_PCT: Final = 20


def coverage(draft: Draft, envelope: Envelope, _hints: frozenset[str]) -> None:
    """The answer of ``coverage``."""
    covered, resolved = envelope.coverage, envelope.resolved
    if covered is None or resolved is None:
        return
    if covered.recorded_s <= 0:
        draft.say("nothing_recorded", envelope, claim="coverage", when=When(resolved))
    else:
        draft.say(
            "recorded",
            envelope,
            claim="coverage",
            when=When(resolved),
            recorded=Length(covered.recorded_s),
            length=Length(covered.length_s),
            analysable=Length(covered.analysable_s),
            pct=N(covered.pct, "%"),
        )
    for gap in covered.gaps[:MAX_LINES]:
        draft.say(
            "gap_line",
            envelope,
            claim="coverage",
            line=True,
            start=At(gap.start),
            long=Length(gap.seconds),
            why=Name(f"gap_{gap.reason}"),
        )
    if covered.recorded_s > 0 and not envelope.enough:
        draft.say("too_little", envelope, claim="coverage")
    data = msgspec.convert(envelope.data, Recorded)
    if covered.recorded_s <= 0 and data.newest is not None:
        draft.say("newest", envelope, claim="time", newest=At(data.newest))


def device(draft: Draft, envelope: Envelope, _hints: frozenset[str]) -> None:
    """The answer of ``device_status``."""
    data = msgspec.convert(envelope.data, State)
    name = Label(data.name)
    if data.newest is None or data.age_s is None:
        draft.say("device_never", envelope, claim="state", name=name)
    elif data.sending:
        draft.say("device_sending", envelope, claim="state", name=name, age=Length(data.age_s))
    else:
        draft.say(
            "device_silent",
            envelope,
            claim="state",
            name=name,
            newest=At(data.newest),
            age=Length(data.age_s),
        )
    if data.signal == RR:
        draft.say("device_rr", envelope, claim="state")
    if data.lead_off:
        draft.say("device_lead_off", envelope, claim="state")
    if data.connected is False:
        draft.say("device_disconnected", envelope, claim="state")
    if data.battery_pct is not None and data.battery_at is not None:
        key = "battery_low" if data.battery_pct <= LOW_BATTERY_PCT else "battery"
        draft.say(key, envelope, claim="state", pct=N(data.battery_pct, "%"), at=At(data.battery_at))
    else:
        draft.say("battery_unknown", envelope, claim="state")


def alerts(draft: Draft, envelope: Envelope, hints: frozenset[str]) -> None:
    """The answer of ``list_alerts``."""
    data, resolved = msgspec.convert(envelope.data, Alerts), envelope.resolved
    if resolved is None:
        return
    if not data.count:
        draft.say(
            "no_alerts_open" if data.status == "open" else "no_alerts",
            envelope,
            claim="state",
            when=When(resolved),
        )
        return
    key = "alerts_open" if data.status == "open" else "alerts"
    draft.say(key, envelope, claim="count", when=When(resolved), count=Count(data.count, "alert"))
    for alert in data.alerts[-MAX_LINES:]:
        alert_line(draft, envelope, alert, seen="acknowledge" in hints)
    if data.count > MAX_LINES:
        draft.say("only_newest", envelope, claim="none", shown=Bare(MAX_LINES))
    if data.status != "open":
        if data.open_now:
            draft.say("alerts_open_now", envelope, claim="count", count=Count(data.open_now, "alert"))
        else:
            draft.say("alerts_none_open", envelope, claim="state")


def alert_text(draft: Draft, rule: str, text: str) -> Label | Name:
    """What an alert says: its rule in the language of the answer, or its stored text, which is English."""
    key = f"alarm_{rule}"
    return Name(key) if key in draft.tongue.names else Label(text)


def alert_line(draft: Draft, envelope: Envelope, alert: Alert, *, seen: bool = False) -> None:
    """One alert on a line. ``seen``: whether anybody saw to it is asked, and told of each."""
    slots: dict[str, Slot] = {"since": At(alert.since), "text": alert_text(draft, alert.rule, alert.text)}
    key = "alert_line_open" if alert.until is None else "alert_line"
    if alert.until is not None:
        slots["until"] = At(alert.until)
    if alert.acknowledged is not None and alert.acknowledged_by:
        key += "_by"
        slots |= {"who": Label(alert.acknowledged_by), "at": At(alert.acknowledged)}
    elif alert.acknowledged is None and seen:
        key += "_nobody"
    draft.add(key, slots, envelope, claim="state", line=True)


def notes(draft: Draft, envelope: Envelope, _hints: frozenset[str]) -> None:
    """The answer of ``list_notes``."""
    data, resolved = msgspec.convert(envelope.data, Notes), envelope.resolved
    if resolved is None:
        return
    kind = Name(f"notes_{data.kind or 'any'}")
    if not data.count:
        draft.say("no_notes", envelope, claim="state", when=When(resolved), kind=kind)
    else:
        draft.say(
            "notes",
            envelope,
            claim="count",
            when=When(resolved),
            count=Count(data.count, f"note_{data.kind or 'any'}"),
        )
        for note in data.notes[-MAX_LINES:]:
            draft.say(
                "note_line",
                envelope,
                claim="state",
                line=True,
                at=At(note.at),
                kind=Name(f"note_of_{note.kind}"),
                text=Quoted(note.text),
            )
        if data.count > MAX_LINES:
            draft.say("only_newest", envelope, claim="none", shown=Bare(MAX_LINES))
    if data.shared_only:
        draft.say("shared_only")
