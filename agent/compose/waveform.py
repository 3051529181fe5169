"""What is said where there was no waveform: that it is missing, and what therefore cannot be told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent.compose.slots import Length, Names, When
from agent.tools.events import SHAPES
from storage.sessions import RR

if TYPE_CHECKING:
    from agent.compose.draft import Draft
    from agent.tools.envelope import Envelope

RHYTHM_TOOLS: Final = frozenset({"classify", "burden", "find_events", "summarize", "compare"})
RHYTHMS_NAMED: Final = frozenset({"af", "regular"})
NOT_RHYTHM: Final = SHAPES | {"hr_max", "hr_min", "hr_above", "hr_below"}
PAUSES: Final = frozenset({"kinds_pause", "trend_pauses"})


def without(draft: Draft, envelope: Envelope) -> None:
    """Say of a result how much of it was told from beat intervals alone."""
    covered = envelope.coverage
    if covered is None or covered.rr_s <= 0 or envelope.tool == "provenance":
        return
    key = "rr_rhythm" if _about_rhythm(envelope) else "rr_rate"
    if envelope.tool == "coverage":
        key = "rr_coverage"
    if envelope.signal == RR:
        draft.say(f"{key}_only", envelope, claim="state")
    else:
        draft.say(f"{key}_part", envelope, claim="coverage", rr=Length(covered.rr_s))


def _about_rhythm(envelope: Envelope) -> bool:
    if envelope.tool in RHYTHM_TOOLS:
        counted = envelope.tool == "classify" and "beats" in envelope.data
        return not counted and envelope.data.get("kind") not in NOT_RHYTHM
    if envelope.tool == "trend":
        return bool(envelope.data.get("metric") == "af_burden")
    latest = envelope.data.get("latest") or {}
    return latest.get("rhythm") in RHYTHMS_NAMED


def cannot(draft: Draft, envelope: Envelope) -> None:
    """What was asked for takes a waveform, and there was none."""
    what = tuple(str(name) for name in envelope.data.get("what", ()))
    if envelope.resolved is None:
        return
    draft.say("rr_cannot", envelope, claim="state", when=When(envelope.resolved), what=Names(what))
    if PAUSES.intersection(what):
        draft.say("rr_no_pauses", envelope, claim="state")
