"""One thing that was looked at, what was found, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a check came to."""

    GOOD = "good"
    ADVICE = "advice"  # works, but could be better or safer
    WRONG = "wrong"  # does not work
    SKIPPED = "skipped"  # does not apply here, or could not be looked at


@dataclass(frozen=True, slots=True)
class Check:
    """``mend``: what to do about it, as a sentence or a command; empty where nothing need be done."""

    what: str
    verdict: Verdict
    found: str
    mend: str = ""


def good(what: str, found: str) -> Check:
    """Nothing to do."""
    return Check(what, Verdict.GOOD, found)


def advice(what: str, found: str, mend: str) -> Check:
    """Works, but could be better or safer."""
    return Check(what, Verdict.ADVICE, found, mend)


def wrong(what: str, found: str, mend: str) -> Check:
    """Does not work."""
    return Check(what, Verdict.WRONG, found, mend)


def skipped(what: str, found: str) -> Check:
    """Does not apply here."""
    return Check(what, Verdict.SKIPPED, found)
