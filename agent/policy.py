"""What is refused, and why: doses, what one lead cannot show, diagnosis, changes, everything else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agent.question import Reading


@dataclass(frozen=True, slots=True)
class Refusal:
    """A sentence that refuses, and the name of the thing it speaks of."""

    key: str
    what: str = ""


def refusal(reading: Reading) -> Refusal | None:
    """Why a question is refused before it is looked into; None for one that is not."""
    if asks_for_doses(reading):
        return Refusal("refuse_medication")
    lead = reading.group("lead")
    if lead and not _glossary(reading):
        return Refusal("refuse_infarction" if lead == "infarction" else "refuse_lead", f"lead_{lead}")
    unmeasured = reading.group("unmeasured")
    if unmeasured and not reading.has("note", "hr", "af", "rmssd"):
        return Refusal("refuse_unmeasured", f"unmeasured_{unmeasured}")
    looked_back = reading.has("note") and reading.has("past")  # "did somebody add a note?"
    looked_back |= reading.has("acknowledge") and reading.has("past", "who", "open")  # "who confirmed it?"
    if reading.has("changes") and not reading.has("record_words") and not looked_back:
        return Refusal("refuse_change")
    if reading.has("advice") and not reading.has("note"):
        return Refusal("refuse_advice")
    return None


def asks_for_doses(reading: Reading) -> bool:
    """Asks what to take; looking up what was noted does not."""
    if reading.has("dose_alone") and not reading.has("record_words"):
        return True
    if not reading.has("medicines", "medication") or not reading.has("dose_advice"):
        return False
    if reading.has("record_words"):
        return False
    return not (reading.times and reading.has("hr", "af", "pause", "rhythm", "qtc", "qt", "compare", "trend"))


def _glossary(reading: Reading) -> bool:
    return reading.has("define") and any(name.startswith("term:") for name in reading.found)
