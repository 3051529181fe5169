"""What answers share: how much signal they rest on, and what to say where there is none."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from agent.compose.slots import At, Label, Length, N, Name, When
from agent.compose.waveform import cannot
from agent.tools.envelope import Problem, Resolved

if TYPE_CHECKING:
    from agent.compose.draft import Draft
    from agent.tools.envelope import Envelope


def basis(draft: Draft, envelope: Envelope) -> None:
    """From how much analysable signal an answer was told."""
    covered = envelope.coverage
    if covered is None:
        return
    key = "basis" if envelope.enough else "basis_partial"
    draft.say(
        key, envelope, claim="coverage", analysable=Length(covered.analysable_s), pct=N(covered.pct, "%")
    )
    if "skipped" in envelope.warnings:
        draft.say("clock_skipped", envelope, claim="time")


def nothing(draft: Draft, envelope: Envelope) -> None:
    """Why there is no answer."""
    match envelope.error:
        case Problem.NO_DATA if envelope.data.get("why") == "no_device":
            draft.say("no_device")
        case Problem.NO_DATA if envelope.data.get("why") == "no_evidence":
            draft.say("no_evidence")
        case Problem.NO_DATA if envelope.data.get("why") == "no_alert" and envelope.resolved is not None:
            draft.say("no_such_alert", envelope, claim="state", when=When(envelope.resolved))
        case Problem.NO_DATA:
            _no_data(draft, envelope, "no_data")
        case Problem.LOW_QUALITY:
            _no_data(draft, envelope, "low_quality")
            why = f"why_{envelope.data.get('why')}"
            if why in draft.tongue.names:
                draft.say("low_quality_why", envelope, claim="state", why=Name(why))
        case Problem.METRIC_UNKNOWN:
            draft.say("term_unknown", envelope, claim="state", term=Label(str(envelope.data.get("term", ""))))
        case Problem.NO_WAVEFORM:
            cannot(draft, envelope)
        case Problem.PERMISSION:
            draft.say("not_allowed")
        case _:
            time_trouble(draft, envelope)


def _no_data(draft: Draft, envelope: Envelope, key: str) -> None:
    resolved = envelope.resolved
    if resolved is None:
        return
    newest = envelope.data.get("newest")
    if resolved.kind == "now":
        draft.say(f"{key}_now", envelope, claim="coverage")
    elif envelope.data.get("side") == "b":
        other = msgspec.convert(envelope.data["b"], Resolved)
        draft.say(key, envelope, claim="coverage", when=When(other))
        return
    else:
        draft.say(key, envelope, claim="coverage", when=When(resolved))
    if newest is None:
        draft.say("never_any", envelope, claim="coverage")
    elif newest < resolved.end:
        draft.say("newest", envelope, claim="time", newest=At(newest))


def time_trouble(draft: Draft, envelope: Envelope) -> None:
    """What was wrong with a time phrase."""
    reason = str(envelope.data.get("reason", "not_understood"))
    options = _options(draft, envelope)
    key = f"time_{reason}"
    if key not in draft.tongue.sentences:
        key = "time_not_understood"
    phrase = Label(str(envelope.data.get("phrase", "")))
    if options and f"{key}_options" in draft.tongue.sentences:
        draft.say(f"{key}_options", phrase=phrase, options=Label(_either(draft, options)))
    else:
        draft.say(key, phrase=phrase)


def _options(draft: Draft, envelope: Envelope) -> list[str]:
    """The readings of a phrase; clock times of one day are told with the day once."""
    found = list(envelope.data.get("options", ()))
    starts = [datetime.fromisoformat(str(option["start"])) for option in found]
    if len({start.date() for start in starts}) == 1 and all(option["kind"] == "point" for option in found):
        forms = draft.tongue.forms
        clock = [forms.clock_time(start) for start in starts]
        return [*clock[:-1], f"{clock[-1]} ({forms.day(starts[-1], draft.now)})"]
    return [str(option["label"]) for option in found]


def _either(draft: Draft, options: list[str]) -> str:
    return f" {draft.name('or')} ".join(options)
