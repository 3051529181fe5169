"""What is said about the reasons behind early beats."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from agent.compose.slots import Count, N, Name, Scale, Second, When
from agent.tools.ectopics import Ectopics

if TYPE_CHECKING:
    from agent.compose.draft import Draft
    from agent.compose.slots import Slot
    from agent.tools.ectopics import EarlyBeat
    from agent.tools.envelope import Envelope


def say(draft: Draft, envelope: Envelope) -> None:
    """The answer of ``explain`` where it was asked about beats."""
    data, resolved = msgspec.convert(envelope.data, Ectopics), envelope.resolved
    if resolved is None or envelope.coverage is None:
        return
    kind = Name(f"kinds_{data.finding}")
    if not data.found:
        key, claim = (
            ("explain_none", "absence_of_shapes") if envelope.enough else ("explain_none_part", "coverage")
        )
        pct = N(envelope.coverage.pct, "%")
        draft.say(key, envelope, claim=claim, when=When(resolved), kind=kind, pct=pct)
        return
    draft.say(
        "ectopics", envelope, claim="count", when=When(resolved), beats=Count(data.events, "beat"), kind=kind
    )
    if data.early_pct is None:
        draft.say("explain_no_beats", envelope, claim="state", line=True)
        return
    draft.say(
        "ectopics_early", envelope, line=True, pct=N(data.early_pct, "%"), read=Count(data.read, "beat")
    )
    if data.width is not None and data.usual_width is not None:
        width, usual = N(data.width.value, data.width.unit), N(data.usual_width.value, data.usual_width.unit)
        draft.say("ectopics_width", envelope, line=True, width=width, usual=usual)
    if data.p_pct is not None:
        draft.say("ectopics_p", envelope, line=True, pct=N(data.p_pct, "%"))
    if data.quality is not None:
        draft.say("explain_quality", envelope, line=True, value=Scale(data.quality))
    draft.say("explain_strips", envelope, claim="time")
    for each in data.strips:
        _beat(draft, envelope, each)
    draft.say("ectopics_decided", envelope, claim="state")
    draft.say("explain_certain_rule", envelope, claim="certainty")


def _beat(draft: Draft, envelope: Envelope, beat: EarlyBeat) -> None:
    slots: dict[str, Slot] = {
        "at": Second(beat.at),
        "before": N(beat.before.value, beat.before.unit),
        "usual": N(beat.usual.value, beat.usual.unit),
        "pct": N(beat.early_pct, "%"),
    }
    draft.add("ectopics_beat", slots, envelope, claim="time", line=True)
    if beat.width is not None and beat.usual_width is not None:
        width, usual = N(beat.width.value, beat.width.unit), N(beat.usual_width.value, beat.usual_width.unit)
        draft.say("ectopics_beat_width", envelope, line=True, width=width, usual_width=usual)
