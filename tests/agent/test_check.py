"""The check before an answer leaves, against drafts that say what they should not."""

from __future__ import annotations

import dataclasses
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from agent.compose.check import checked, strays
from agent.compose.draft import Draft
from agent.compose.slots import At, Length, N, When
from agent.language import tongue
from tests.agent.history import NOW

if TYPE_CHECKING:
    from agent.tools.envelope import Envelope
    from agent.turn import Agent

RATE = "{when} {your} heart rate was {value} (median)."


@pytest.fixture
def envelope(weeks: Agent) -> Envelope:
    return weeks.ask("What was my heart rate last night?", now=NOW).evidence[0]


@pytest.fixture
def draft() -> Draft:
    return Draft(tongue("en"), NOW, "your")


def verdicts(draft: Draft, envelope: Envelope) -> list[str]:
    return [verdict.verdict for verdict in checked(draft.sentences, {envelope.ev: envelope})[1]]


def say(draft: Draft, envelope: Envelope, value: float) -> None:
    assert envelope.resolved is not None
    draft.say("hr_first", envelope, when=When(envelope.resolved), value=N(value, "bpm"))


def test_a_figure_of_the_evidence_is_supported(draft: Draft, envelope: Envelope) -> None:
    say(draft, envelope, envelope.data["values"][0]["value"])
    kept, _ = checked(draft.sentences, {envelope.ev: envelope})
    assert verdicts(draft, envelope) == ["SUPPORTED"]
    assert len(kept) == 1


def test_a_figure_from_elsewhere_is_not_said(draft: Draft, envelope: Envelope) -> None:
    say(draft, envelope, envelope.data["values"][0]["value"] + 7)
    kept, _ = checked(draft.sentences, {envelope.ev: envelope})
    assert verdicts(draft, envelope) == ["UNSUPPORTED"]
    assert kept == []


def test_a_moment_from_elsewhere_is_not_said(draft: Draft, envelope: Envelope) -> None:
    draft.say("newest", envelope, claim="time", newest=At("2025-03-12T03:33:00+01:00"))
    assert verdicts(draft, envelope) == ["CONTRADICTED"]


def test_absence_without_enough_signal_is_not_assessable(draft: Draft, weeks: Agent) -> None:
    half = weeks.ask("any AF in the night to 2 March?", now=NOW).evidence[0]
    draft.say("no_af_here", half, claim="absence")
    assert verdicts(draft, half) == ["NOT_ASSESSABLE"]


def test_evidence_that_is_not_there_supports_nothing(draft: Draft, envelope: Envelope) -> None:
    draft.say("basis_short", envelope, claim="coverage", pct=N(100.0, "%"))
    assert [verdict.verdict for verdict in checked(draft.sentences, {})[1]] == ["UNSUPPORTED"]


def test_figures_slipped_into_the_text_are_seen(draft: Draft, envelope: Envelope) -> None:
    draft.say("basis_short", envelope, claim="coverage", pct=N(100.0, "%"))
    sentence = dataclasses.replace(
        draft.sentences[0], text="I could analyse 100 % of it, and your rate was 61."
    )
    assert strays(sentence) == ["61"]
    assert [verdict.verdict for verdict in checked([sentence], {envelope.ev: envelope})[1]] == ["UNSUPPORTED"]


def test_lengths_and_percentages_are_written_for_people() -> None:
    forms = tongue("en").forms
    assert [forms.duration(seconds) for seconds in (3.4, 12, 80, 600, 3600, 27_600, 200_000)] == [
        "3.4 s", "12 s", "1 min 20 s", "10 min", "1 h", "7 h 40 min", "2 days 8 h",
    ]  # fmt: skip
    shares = (0, 0.04, 0.4, 3.25, 12.4, 99.95, 100)
    assert [forms.number(share, "%") for share in shares] == [
        "0 %", "less than 0.1 %", "0.4 %", "3.2 %", "12 %", "more than 99.9 %", "100 %",
    ]  # fmt: skip
    assert forms.plural(1, "pause", "pauses") == "1 pause"
    assert forms.plural(1234567, "beat", "beats") == "1,234,567 beats"
    assert forms.listed(["a", "b", "c"]) == "a, b and c"
    assert Length(90).text(tongue("en"), datetime.now(NOW.tzinfo)) == "1 min 30 s"
