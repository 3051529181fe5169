"""The reader of finished answers, against texts that say what the evidence does not hold."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from agent.compose.check import checked
from agent.compose.draft import Sentence
from agent.compose.review import Declared, check, verdict_on
from tests.agent.wrong import caught

if TYPE_CHECKING:
    from agent.compose.facts import Facts
    from agent.tools.envelope import Envelope


RATES = (
    "Your heart rate was {} bpm.",
    "On Sunday morning your pulse was {} bpm.",
    "The median heart rate came to {} beats per minute.",
    "A heart rate of {} bpm was measured.",
    "{} bpm was your heart rate.",
    "I found a pulse of {} bpm, from the whole morning.",
    "It was {} bpm.",
    "your rate: {} bpm",
)
INTERVALS = (
    "Your {name} was {value} ms.",
    "The {name} measured {value} ms.",
    "{name}: {value} ms (median).",
    "It showed a {name} of {value} milliseconds.",
    "I measured {value} ms for the {name}.",
)


def test_values_from_elsewhere_are_caught(held: dict[str, list[Facts]]) -> None:
    known = {round(fact.value) for fact in held["intervals"][0].numbers}
    wrong = [value for value in (17, 31, 48, 123, 139, 144, 171, 188, 199, 205) if value not in known]
    texts = [shape.format(value) for shape, value in product(RATES, wrong)]
    names = ("PR interval", "QRS duration", "QT interval", "QTc")
    texts += [
        shape.format(name=name, value=value)
        for shape, name, value in product(INTERVALS, names, (77, 231, 505))
    ]
    caught(texts, held["intervals"])


def test_one_metrics_value_is_not_anothers(held: dict[str, list[Facts]]) -> None:
    values = {each["metric"]: each["value"] for each in held["intervals"][0].envelope.data["values"]}
    names = {"pr": "PR interval", "qrs": "QRS duration", "qt": "QT interval"}
    texts = [
        shape.format(name=names[said], value=f"{values[meant]:.0f}")
        for shape, said, meant in product(INTERVALS, names, names)
        if said != meant
    ]
    assert [text for text in texts if verdict_on(text, held["intervals"]) == "SUPPORTED"] == []


def test_normal_is_never_said(held: dict[str, list[Facts]]) -> None:
    words = (
        "normal",
        "perfectly normal",
        "abnormal",
        "healthy",
        "fine",
        "harmless",
        "nothing to worry about",
        "dangerous",
        "safe",
        "within the expected range",
        "as it should be",
        "unremarkable",
        "reassuring",
        "alright",
        "concerning",
    )
    shapes = (
        "Your heart rate was {}.",
        "Your PR interval is {}.",
        "That is {}.",
        "Everything looked {} last night.",
        "All of it was {}.",
    )
    caught([shape.format(word) for shape, word in product(shapes, words)], held["intervals"])


PRESENT = (
    "You had {}.",
    "There was {} on Friday evening.",
    "I found {}.",
    "Your heart went into {}.",
    "The recording shows {}.",
    "{} occurred.",
    "I saw {} in it.",
    "It was {}.",
    "You were in {} for a while.",
    "In the evening {} began.",
)
KINDS = (
    "atrial fibrillation",
    "a pause",
    "a slow spell",
    "a fast spell",
    "a run of wide beats",
    "a spell of bigeminy",
    "a spell of trigeminy",
    "bradycardia",
)


def test_what_was_not_found_is_not_said_to_have_been(held: dict[str, list[Facts]]) -> None:
    caught([shape.format(kind) for shape, kind in product(PRESENT, KINDS)], held["quiet"])


ABSENT = (
    "There was no {}.",
    "You did not have {}.",
    "I found no {}.",
    "No {} at all.",
    "The time was free of {}.",
    "Without any {}.",
    "You never had {}.",
    "There wasn't any {}.",
    "{} was not found.",
    "{} did not occur.",
    "{} is excluded.",
    "Neither {} nor anything else.",
    "It ruled out {}.",
)


def test_what_was_found_is_not_denied(held: dict[str, list[Facts]]) -> None:
    names = ("atrial fibrillation", "AF", "afib", "episodes of atrial fibrillation", "episode of AF")
    caught([shape.format(name) for shape, name in product(ABSENT, names)], held["events"])


def test_absence_is_not_said_where_too_little_could_be_analysed(held: dict[str, list[Facts]]) -> None:
    names = ("pauses", "pause", "pauses whatsoever", "pause of the heart", "pauses that night")
    caught([shape.format(name) for shape, name in product(ABSENT, names)], held["half"])
    pct = held["half"][0].envelope.coverage
    assert pct is not None
    said = f"I found no pauses in the {pct.pct:.0f} % of the time I could analyse."
    assert verdict_on(said, held["half"]) == "SUPPORTED"


def test_counts_lengths_and_burdens_from_elsewhere_are_caught(held: dict[str, list[Facts]]) -> None:
    counts = [
        f"{shape} {n} episodes of atrial fibrillation."
        for shape, n in product(
            ("There were", "I counted", "You had", "It came in", "I found"), (1, 2, 4, 5, 7, 12)
        )
    ]
    words = [f"There were {n} episodes." for n in ("two", "four", "five", "seven", "nine", "twelve")]
    lengths = [
        f"{shape} {length}."
        for shape, length in product(
            ("The longest took", "Together they took", "Each took about"),
            ("7 min", "3 h 30 min", "45 s", "9 h", "2 days 3 h"),
        )
    ]
    shares = [
        f"{shape} {n} %."
        for shape, n in product(("The burden was", "It took", "AF burden:", "In all,"), (9, 17, 33, 64, 71.5))
    ]
    caught([*counts, *words, *lengths, *shares], held["events"])


def test_comparisons_that_do_not_hold_are_caught(held: dict[str, list[Facts]]) -> None:
    data = held["compare"][0].envelope.data["differences"][0]
    wrong = {
        "higher": ("lower", "slower", "decreased", "dropped", "fell", "went down"),
        "lower": ("higher", "faster", "increased", "rose", "climbed", "went up"),
        "same": ("higher", "lower", "faster", "slower", "rose", "fell"),
    }[data["direction"]]
    shapes = (
        "Your heart rate was {} last night.",
        "The heart rate {} compared with the night before.",
        "It was {} than before.",
        "Last night your pulse {}.",
        "Your pulse: {}.",
        "In comparison the heart rate was {}.",
        "The rate is {} now.",
        "Clearly {} than the night before.",
        "A {} heart rate than before.",
        "Overall {}.",
        "It {} overnight.",
    )
    caught([shape.format(word) for shape, word in product(shapes, wrong)], held["compare"])
    alone = [shape.format(word) for shape, word in product(shapes, wrong)]
    caught(alone, held["rate"])  # nothing was compared


def test_times_that_the_evidence_does_not_hold_are_caught(held: dict[str, list[Facts]]) -> None:
    clocks = [
        f"{shape} {hour:02d}:{minute}."
        for shape, hour, minute in product(
            ("It began at", "The longest was at", "Around"), (1, 5, 7, 11, 13, 16, 18, 22), ("17", "48")
        )
    ]
    dates = [
        f"{shape} {day} {month}."
        for shape, day, month in product(
            ("It was on", "The last one was on"), (1, 14, 22, 30), ("January", "March", "June")
        )
    ]
    assert "SUPPORTED" not in {verdict_on(text, held["events"]) for text in (*clocks, *dates)}
    caught([*clocks, *dates], held["events"])


def test_a_text_that_holds_to_the_evidence_passes(held: dict[str, list[Facts]]) -> None:
    data = held["rate"][0].envelope.data["values"][0]
    texts = (
        f"Last night your heart rate was {data['value']:.0f} bpm in the middle.",
        f"Half of the time it was between {data['q1']:.0f} bpm and {data['q3']:.0f} bpm.",
    )
    assert {verdict_on(text, held["rate"]) for text in texts} == {"SUPPORTED"}
    assert (
        verdict_on("There were 3 episodes of atrial fibrillation, the longest 1 h 52 min.", held["events"])
        == "SUPPORTED"
    )


def test_a_draft_in_slots_is_mended_once_or_dropped(weeks_said: dict[str, Envelope]) -> None:
    evidence = {"E1": weeks_said["rate"]}
    value = f"{weeks_said['rate'].data['values'][0]['value']:.0f} bpm"
    good = check(
        "Your heart rate was {E1.hr}.",
        (Declared("value", "hr", float(value.split(maxsplit=1)[0]), "bpm"),),
        evidence,
        {"E1.hr": value},
    )
    assert (good.text, good.repaired) == (f"Your heart rate was {value}.", 0)
    wrong = check(
        "Your resting heart rate was {E1.x}. It was 61 bpm. {E1.y} is all.", (), evidence, {"E1.x": "61 bpm"}
    )
    assert not wrong.usable
    mended = check("Your QT was {E1.qt}.", (), {"E1": weeks_said["intervals"]}, {"E1.qt": "512 ms"})
    assert {verdict.verdict for verdict in mended.verdicts} == {"CONTRADICTED"}
    declared = check("Your heart rate was {E1.hr}.", (Declared("cause"),), evidence, {"E1.hr": value})
    assert not declared.usable


def test_sentences_in_own_words_are_read_even_where_they_name_no_evidence(
    weeks_said: dict[str, Envelope],
) -> None:
    evidence = {"E1": weeks_said["rate"]}
    for text in (
        "You are perfectly healthy.",
        "It came from the coffee.",
        "You had atrial fibrillation.",
        "I have called your doctor.",
    ):
        kept, verdicts = checked([Sentence("own_words", "", "none", text, (), text)], evidence)
        assert kept == []
        assert verdicts[0].verdict != "SUPPORTED"
