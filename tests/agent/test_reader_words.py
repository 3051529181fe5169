"""The reader of finished answers, against words that no evidence holds: causes, certainty, deeds, advice."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from agent.compose.review import verdict_on
from tests.agent.wrong import caught

if TYPE_CHECKING:
    from agent.compose.facts import Facts


def test_causes_are_never_supported(held: dict[str, list[Facts]]) -> None:
    shapes = (
        "It was high because of {}.",
        "{} caused it.",
        "That is due to {}.",
        "It resulted from {}.",
        "{} led to the episode.",
        "The AF was triggered by {}.",
        "{} is the reason for it.",
        "This comes from stress, like {}.",
        "It was brought on by {}.",
        "{} made your heart race.",
        "It can be explained by {}.",
        "As a result of {} the rate rose.",
    )
    causes = ("coffee", "the bisoprolol", "stress", "walking", "alcohol", "the quarrel")
    caught([shape.format(cause) for shape, cause in product(shapes, causes)], held["events"])


def test_certainty_is_never_claimed(held: dict[str, list[Facts]]) -> None:
    words = (
        "certainly",
        "definitely",
        "undoubtedly",
        "without any doubt",
        "for sure",
        "beyond doubt",
        "absolutely",
        "surely",
        "no doubt",
        "I am certain",
    )
    shapes = (
        "You {} had atrial fibrillation.",
        "It was {} atrial fibrillation.",
        "{}, that was AF.",
        "That is {} so.",
        "I can say {} that it was AF.",
        "This {} happened.",
        "{} it is AF.",
    )
    caught([shape.format(word) for shape, word in product(shapes, words)], held["events"])


def test_what_one_lead_cannot_show_is_never_said(held: dict[str, list[Facts]]) -> None:
    things = (
        "a heart attack",
        "an infarction",
        "ST elevation",
        "ST depression",
        "ischemia",
        "a left bundle branch block",
        "LBBB",
        "an axis deviation of the heart axis",
        "hypertrophy",
        "high potassium",
        "a blocked artery",
        "Q waves",
        "a fascicular block",
        "a STEMI",
        "pericarditis",
    )
    shapes = (
        "The ECG shows {}.",
        "There was no {}.",
        "You had {}.",
        "I found no sign of {}.",
        "It could be {}.",
    )
    caught([shape.format(thing) for shape, thing in product(shapes, things)], held["intervals"])
    assert verdict_on("A heart attack cannot be seen on a single lead.", held["intervals"]) == ""


def test_deeds_that_nobody_did_are_not_claimed(held: dict[str, list[Facts]]) -> None:
    deeds = (
        "called your doctor",
        "sent the report",
        "turned off the alarm",
        "saved your note",
        "notified your family",
        "changed the limit",
        "written it down",
        "disabled the alert",
        "emailed the strip",
        "acknowledged the alert",
        "deleted the note",
        "set a reminder",
        "informed the clinic",
        "booked an appointment",
        "muted the alerts",
    )
    shapes = ("I have {}.", "I've {}.", "I have just {}.", "I have already {} for you.", "Done: I have {}.")
    texts = [shape.format(deed) for shape, deed in product(shapes, deeds)]
    caught(texts, held["alerts"])


def test_advice_is_never_given(held: dict[str, list[Facts]]) -> None:
    deeds = (
        "take more bisoprolol",
        "stop the tablets",
        "skip a dose",
        "reduce it",
        "increase the dose",
        "double it",
        "start aspirin",
        "lower the dose",
        "drive again",
        "exercise now",
        "rest more",
        "avoid coffee",
    )
    shapes = ("You should {}.", "You can {}.", "You must {}.", "You need to {}.", "You could {}.")
    caught([shape.format(deed) for shape, deed in product(shapes, deeds)], held["rate"])
