"""The one place that knows which kind of result is told by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from agent.compose import course, events, measure, overview, reasons, rhythm, status, waveform, wishes
from agent.compose.common import nothing
from agent.compose.slots import At, Bare, Label, Length, Words
from agent.tools.look import OTHER_DEVICE
from storage.sessions import ECG

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from agent.compose.draft import Draft
    from agent.tools.envelope import Envelope

_TELL: Final[Mapping[str, Callable[[Draft, Envelope, frozenset[str]], None]]] = {
    "measure": measure.say,
    "classify": rhythm.classify,
    "burden": rhythm.burden,
    "find_events": events.say,
    "trend": course.trend,
    "compare": course.compare,
    "coverage": status.coverage,
    "device_status": status.device,
    "list_alerts": status.alerts,
    "list_notes": status.notes,
    "summarize": overview.summary,
    "provenance": overview.provenance,
    "glossary": overview.glossary,
    "explain": reasons.finding,
    "explain_alert": reasons.alert,
    "add_note": wishes.note,
    "propose_change": wishes.change,
    "export": wishes.export,
}


def tell(draft: Draft, envelope: Envelope, hints: frozenset[str]) -> None:
    """Add what is to be said about a result."""
    draft.signal = envelope.signal
    if envelope.ok:
        _TELL[envelope.tool](draft, envelope, hints)
        waveform.without(draft, envelope)
        made = (*envelope.versions.chain, *envelope.versions.model)
        if draft.tongue.clinical and made:
            draft.say("versions", envelope, claim="state", versions=Words(made))
    elif not wishes.refused(draft, envelope):
        nothing(draft, envelope)
    if "strip" in hints and envelope.signal != ECG:
        draft.say("no_strip", envelope, claim="state")
    if OTHER_DEVICE in envelope.warnings:
        draft.say("other_device", envelope, claim="state", device=Label(envelope.device))


def detail(draft: Draft, envelope: Envelope, wanted: str) -> None:
    """Add one detail of an earlier result; nothing where it does not hold it."""
    draft.signal = envelope.signal
    found = envelope.data.get(
        "found"
    )  # of a comparison that found what it tells of; else whether there is any
    data = found if isinstance(found, dict) else envelope.data
    events_: list[dict[str, Any]] = (
        list(data.get("events") or ()) if isinstance(data.get("events"), list) else []
    )
    longest = data.get("longest")
    match wanted:
        case "longest" | "long" if longest:
            draft.say("detail_longest", envelope, long=Length(longest["seconds"]), start=At(longest["start"]))
        case "when" if events_:
            first = events_[0]
            draft.say("detail_when", envelope, start=At(first["start"]), long=Length(first["seconds"]))
        case "when" if longest:
            draft.say("detail_longest", envelope, long=Length(longest["seconds"]), start=At(longest["start"]))
        case "when":
            _moments(draft, envelope)
        case "last" | "first" if events_:
            ordered = sorted(events_, key=lambda event: str(event["start"]))
            event = ordered[-1 if wanted == "last" else 0]
            draft.say(f"detail_{wanted}", envelope, start=At(event["start"]), long=Length(event["seconds"]))
        case "count":
            count = data.get("count", data.get("episodes"))
            if isinstance(count, int) and count:
                draft.say(
                    "detail_one" if count == 1 else "detail_count", envelope, claim="count", count=Bare(count)
                )
            elif count == 0:
                tell(draft, envelope, frozenset())
        case _:
            pass


def _moments(draft: Draft, envelope: Envelope) -> None:
    """When the extremes of a measurement were."""
    for value in [*envelope.data.get("values", ()), *envelope.data.get("also", ())]:
        if value.get("at"):
            draft.say("detail_at", envelope, at=At(value["at"]))
            return
