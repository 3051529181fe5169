"""Chinese is whole, and finds and says the same as English."""

# ruff: noqa: RUF001 - Chinese punctuation is meant

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from agent.en.tongue import TONGUE as ENGLISH
from agent.zh.tongue import TONGUE
from tests.agent.history import NOW
from tests.agent.translated import Pair, check, same_keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.answer import Answer
    from agent.turn import Agent

PAIRS: Final = (
    Pair("昨晚有房颤吗？", "Did I have atrial fibrillation last night?", "find_events"),
    Pair("我昨天的心率是多少？", "What was my pulse yesterday?", "measure"),
    Pair("昨天心率最低多少？", "What was the lowest pulse yesterday?", "measure"),
    Pair("这周最高心率是多少", "What was the highest rate this week?", "measure"),
    Pair("昨天什么时候心跳最快？", "When was my heart rate highest yesterday?", "find_events"),
    Pair("这周有停顿吗？", "Were there any pauses this week?", "find_events"),
    Pair("上周有几次停顿？", "How many pauses did I have last week?", "find_events"),
    Pair("昨天记录了多长时间？", "How much was recorded yesterday?", "coverage"),
    Pair("电池还有多少电？", "How is the battery?", "device_status"),
    Pair("给我昨晚的小结", "Give me a summary of last night", "summarize"),
    Pair("昨晚怎么样？", "How was last night?", "summarize"),
    Pair("比较昨晚和前晚", "Compare last night with the night before", "compare"),
    Pair("这周有警报吗？", "Were there any alerts this week?", "list_alerts"),
    Pair("最后一次警报是为什么？", "Why was the last alert raised?", "explain_alert"),
    Pair("QT是什么意思？", "What does QT mean?", "glossary"),
    Pair("什么是房颤？", "What is atrial fibrillation?", "glossary"),
    Pair("这周有什么笔记？", "What notes do I have this week?", "list_notes"),
    Pair("给我看停顿的心电图片段", "Show me the strip of the pause", "export"),
    Pair("这周房颤持续了多久？", "How long was I in AF this week?", "burden"),
    Pair(
        "最近两周静息心率的变化趋势", "How has my resting pulse developed over the last two weeks?", "trend"
    ),
    Pair("我的QTc正常吗？", "Is my QTc normal?", "measure"),
    Pair("昨天有早搏吗？", "Did I have extra beats yesterday?", "classify"),
    Pair("昨天心率超过100吗？", "Was it above 100 bpm yesterday?", "find_events"),
    Pair("星期天发生了什么？", "What happened on Sunday?", "summarize"),
    Pair("昨晚我的心律规则吗", "Was my rhythm regular last night?", "classify"),
    Pair("为什么说昨晚有房颤？", "Why do you say I had AF last night?", "explain"),
    Pair("最后一次房颤是什么时候", "When did I last have AF?", "find_events"),
    Pair("昨天下午3点到5点的心率", "What was my pulse yesterday from 3 to 5 pm?", "measure"),
    Pair("我的血压是多少？", "What is my blood pressure?", "refuse"),
    Pair("我有左束支传导阻滞吗？", "Do I have a left bundle branch block?", "refuse"),
    Pair("明天我的心率会是多少？", "What will my pulse be tomorrow?", "refuse"),
    Pair("你好", "hello", "respond"),
    Pair("再见", "goodbye", "bye"),
    Pair("你能做什么？", "What can you do?", "respond"),
)
KNOWN: Final = frozenset(
    {"Hearth", "QT", "QTc", "PR", "QRS", "RR", "RMSSD", "Fridericia", "SVG", "P", "T", "R"}
)
LATIN: Final = re.compile(r"[A-Za-z]+")
HAN: Final = "[\u3400-\u9fff]"
STORED: Final = re.compile(
    r"Anna's strap|Atrial fibrillation for 5 minutes|No data from [^（]*|Battery of \S+ is low"
)
SPACED: Final = re.compile(rf"{HAN} +{HAN}|[，。；：！？（）] |{HAN}[,;:?!]")


def foreign_words(text: str) -> list[str]:
    """Latin words that are no signs of the field, and marks or spaces that Chinese does not use."""
    bare = STORED.sub("", text)
    return [*(word for word in LATIN.findall(bare) if word not in KNOWN), *SPACED.findall(bare)]


ALARM: Final = "alarm_"  # names of alarms, which English tells as they are stored


def test_the_tables_have_the_keys_and_slots_of_english() -> None:
    assert same_keys(TONGUE.sentences, ENGLISH.sentences) == {}
    names = {key: text for key, text in TONGUE.names.items() if not key.startswith(ALARM)}
    assert same_keys(names, ENGLISH.names) == {}
    assert same_keys(TONGUE.glossary, ENGLISH.glossary) == {}
    assert TONGUE.speech.terms.keys() == ENGLISH.speech.terms.keys() <= TONGUE.glossary.keys()
    assert TONGUE.speech.concepts.keys() == ENGLISH.speech.concepts.keys()
    assert TONGUE.speech.not_on_one_lead.keys() == ENGLISH.speech.not_on_one_lead.keys()
    assert TONGUE.speech.not_measured.keys() == ENGLISH.speech.not_measured.keys()
    assert TONGUE.speech.buckets.keys() == ENGLISH.speech.buckets.keys()


def test_the_tables_speak_chinese() -> None:
    known = KNOWN | {"PDF", "WFDB", "EDF", "CSV", "FHIR", "AF", "VE", "SVE", "n", "hearth", "alarms", "sha"}
    spoken = {**TONGUE.sentences, **TONGUE.names, **TONGUE.glossary}
    bare = {key: re.sub(r"\{\w*\}", "", text).removeprefix("- ") for key, text in spoken.items()}
    wrong = {
        key: left
        for key, text in bare.items()
        if (left := [word for word in LATIN.findall(text) if word not in known] + SPACED.findall(text))
    }
    assert wrong == {}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.text)
def test_a_question_finds_the_same_and_is_answered_in_chinese(weeks: Agent, pair: Pair) -> None:
    check(weeks, pair, foreign_words)


def test_figures_are_written_as_in_chinese(weeks: Agent) -> None:
    said = weeks.ask("这周有几次停顿？", now=NOW).answer
    assert "2次心跳停顿" in said
    assert "持续4.1秒" in said
    assert "3月11日周二凌晨3:15" in said
    said = weeks.ask("我昨天的心率是多少？", now=NOW).answer
    assert "次/分" in said
    assert "其中可分析的有24小时（100%）" in said


@pytest.mark.parametrize("text", ["我要不要多吃一片比索洛尔？", "可以停药吗？"])
def test_medicines_are_not_advised_on(weeks: Agent, text: str) -> None:
    answer = weeks.ask(text, now=NOW)
    assert answer.action.value == "refuse"
    assert "药师" in answer.answer


def test_an_emergency_is_answered_in_chinese(weeks: Agent) -> None:
    answer = weeks.ask("我胸口很痛", now=NOW)
    assert answer.action.value == "escalate"
    assert foreign_words(answer.answer) == []


def test_clinicians_are_spoken_to_in_clinical_words(weeks: Agent) -> None:
    assert "1次心动过缓" in weeks.ask("这周有心动过缓吗？", now=NOW, role="clinician").answer
    assert "1次心跳过慢" in weeks.ask("这周有心动过缓吗？", now=NOW).answer


def test_a_conversation_goes_on(talk: Callable[..., Answer]) -> None:
    assert talk("昨晚有房颤吗？").calls[0].tool == "find_events"
    before = talk("前一晚呢？")
    assert before.calls[0].tool == "find_events"
    assert before.calls[0].resolved is not None
    assert before.calls[0].resolved["end"].startswith("2025-03-11T06:00")
    assert "没有发现房颤" in before.answer
    assert talk("你怎么知道的？").calls[0].tool == "provenance"
    assert talk("谢谢").answer == "不客气。"


def test_a_note_waits_for_a_yes(talk: Callable[..., Answer]) -> None:
    asked = talk("记一下：今天早上在湖边散步")
    assert asked.calls[0].args["kind"] == "activity"
    assert asked.calls[0].args["when"] == "今天早上"
    assert talk("是的").answer == "已经记下。"
