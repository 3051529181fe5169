"""The English tables are whole: sentences can be filled, names exist, nothing forbidden is said."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from agent.en.tongue import TONGUE
from agent.intent_weights import WEIGHTS
from agent.language import CLINICAL
from agent.tools.measure import LIMITS
from dsp.thresholds import DEFAULTS
from dsp.types import GapReason, QualityReason, Rhythm

COMPOSE = Path(__file__).parents[2] / "agent"
KINDS = ("af", "pause", "brady", "tachy", "wide_run", "bigeminy", "trigeminy", "hr_above", "hr_below")


def test_every_sentence_that_is_said_by_name_exists() -> None:
    said = {
        key
        for path in (*(COMPOSE / "compose").glob("*.py"), COMPOSE / "exchange.py")
        for key in re.findall(
            r"""(?:say|add|_say|_text)\(\s*(?:state, Action\.\w+, )?"([a-z_]+)\"""", path.read_text()
        )
    }
    assert said
    assert said <= TONGUE.sentences.keys()


def test_things_have_a_word_each() -> None:
    wanted = {f"rhythm_{rhythm.value}" for rhythm in Rhythm} | {f"in_{rhythm.value}" for rhythm in Rhythm}
    wanted |= {f"why_{reason.value}" for reason in QualityReason} | {
        f"gap_{reason.value}" for reason in GapReason
    }
    wanted |= {f"limit_{name}" for name in DEFAULTS} | {f"metric_{metric}" for metric in LIMITS}
    wanted |= {f"n_{kind}" for kind in KINDS} | {f"kinds_{kind}" for kind in KINDS}
    wanted |= {f"lead_{name}" for name in TONGUE.speech.not_on_one_lead}
    wanted |= {f"unmeasured_{name}" for name in TONGUE.speech.not_measured}
    assert wanted <= TONGUE.names.keys()


def test_every_term_that_can_be_asked_for_is_explained() -> None:
    assert TONGUE.speech.terms.keys() == {key for key in TONGUE.glossary if not key.endswith(CLINICAL)}


def test_normal_is_never_said() -> None:
    texts = {**TONGUE.sentences, **TONGUE.names, **TONGUE.glossary}
    spoken = {key: text for key, text in texts.items() if re.search(r"\b(?:ab)?normal", text, re.IGNORECASE)}
    assert spoken.keys() == {
        "escalate_breathing",
        "escalate_collapse",
        "escalate_heart_stopped",
    }  # of others' breathing


def test_causes_are_never_claimed() -> None:
    for key, text in TONGUE.sentences.items():
        assert "because of" not in text, key
        assert "caused by" not in text, key


@pytest.mark.parametrize("key", TONGUE.sentences)
def test_a_sentence_names_its_slots_and_ends_as_one(key: str) -> None:
    text = TONGUE.sentences[key]
    names = [name for _, name, spec, conversion in Formatter().parse(text) if name is not None]
    assert all(name.isidentifier() for name in names)
    assert text.strip() == text
    assert text.startswith(("- ", "(", "{")) or text[0].isupper() or text[0] == "\u201c"


def test_weights_name_things_that_can_be_found() -> None:
    made = {"timed", "two_times", "long_range", "threshold", "hr_extreme_when", "short", "term", "bucket"}
    made |= {
        "asks_meaning",
        "since_compared",
        "two_compared",
        "one_compared",
        "device_then",
        "medicine_noted",
        "dated",
        "rate_in_rhythm",
        "irregular_long",
        "extreme_once",
        "since_course",
        "extreme_asked",
        "af_long",
    }
    for intent, weights in WEIGHTS.items():
        unknown = set(weights) - set(TONGUE.speech.concepts) - made
        assert not unknown, intent


def test_every_reason_for_a_missing_interval_has_words() -> None:
    source = "".join(
        (COMPOSE.parent / "dsp" / name).read_text() for name in ("windows.py", "interval_types.py")
    )
    reasons = set(re.findall(r'"((?:no|too|low|af)\w*)"', source)) - {"no"}
    assert {"af", "low_quality", "no_p_waves"} <= reasons
    assert {f"null_{reason}" for reason in reasons} <= TONGUE.names.keys()
