"""Questions over a real broker, in both protocol versions."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest
from aiomqtt import ProtocolVersion
from hypothesis import given
from hypothesis import strategies as st

from daemon.questions import (
    BURST,
    CORRELATION_BYTES_MAX,
    QUESTION_BYTES_MAX,
    REFILL_S,
    Question,
    QuestionError,
    RateLimit,
    Route,
    question,
    route,
)
from daemon.topics import Topics
from dsp.types import HearthError
from tests.daemon.broker_house import Desk, Listener, publishing, until
from tests.mosquitto import Mosquitto

if TYPE_CHECKING:
    from pathlib import Path

ASK, ANSWER = "hearth/v1/strap-1/ask", "hearth/v1/strap-1/answer"


@pytest.mark.parametrize(
    ("payload", "wanted"),
    [
        (b"How was my night?", Question("d", "How was my night?")),
        ("  Wie wär die Nacht? \n".encode(), Question("d", "Wie wär die Nacht?")),
        (b'{"text": "And before?", "session": "s1"}', Question("d", "And before?", "s1")),
        (b'{"text": "x", "as": "clinician", "more": 1}', Question("d", "x", None, "clinician")),
        (b"{ is this a brace?", Question("d", "{ is this a brace?")),
    ],
)
def test_questions(payload: bytes, wanted: Question) -> None:
    assert question("d", payload) == wanted


@pytest.mark.parametrize(
    ("payload", "status"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b'{"text": ""}', "empty"),
        (b"\xff\xfe", "not understood"),
        (b"x" * (QUESTION_BYTES_MAX + 1), "too long"),
        (b'{"text": 7}', "not understood"),
        (b'{"session": "s1"}', "not understood"),
        (b'{"text": "x", "as": "root"}', "not understood"),
        (b'{"text": "x", "session": ""}', "not understood"),
        (json.dumps({"text": "x", "session": "s" * 65}).encode(), "not understood"),
        (b'{"text": "x", "id": ""}', "not understood"),
        (json.dumps({"text": "x", "id": "s" * 65}).encode(), "not understood"),
    ],
)
def test_what_is_no_question(payload: bytes, status: str) -> None:
    with pytest.raises(QuestionError) as caught:
        question("d", payload)
    assert caught.value.status == status


@given(st.binary(max_size=300))
def test_any_payload_is_a_question_or_an_error(payload: bytes) -> None:
    try:
        text = question("d", payload).text
    except QuestionError as error:
        text = error.status
    assert text.strip()


@pytest.mark.parametrize(
    ("response", "kept"),
    [
        ("hearth/v1/d/answer", True),
        ("hearth/v1/d/answer/telephone", True),
        ("my/own/topic", True),
        ("hearth/v1/d/ecg", False),
        ("hearth/v1/other/answer", False),
        ("hearth/v1/status", False),
        ("homeassistant/device/x/config", False),
        ("$SYS/broker", False),
        ("a/+/b", False),
        ("a/#", False),
        ("a//b", False),
        ("", False),
        ("x" * 201, False),
        ("a\nb", False),
    ],
)
def test_an_answer_is_never_published_where_others_rely_on_it(response: str, kept: bool) -> None:
    wanted = Route("d", response, b"7") if kept else Route("d", None, None)
    assert route(Topics(), "d", response, b"7") == wanted


def test_a_roles_answer_stays_below_its_own_topic() -> None:
    for response, kept in ((f"{ANSWER}/caregiver/x", True), (ANSWER, False), (f"{ANSWER}/clinician", False)):
        made = route(Topics(), "strap-1", response, b"7", "caregiver")
        assert (made.response == response) is kept
        assert made.role == "caregiver"


def test_over_long_correlation_data_is_left_out() -> None:
    assert route(Topics(), "d", "a/b", b"x" * (CORRELATION_BYTES_MAX + 1)) == Route("d", "a/b", None)


def test_the_rate_limit_is_for_each_wearable_and_fills_again() -> None:
    now = [0.0]
    limit = RateLimit(lambda: now[0])
    assert [limit.admits("a") for _ in range(BURST + 1)] == [True] * BURST + [False]
    assert limit.admits("b")
    now[0] += REFILL_S
    assert [limit.admits("a") for _ in range(2)] == [True, False]
    now[0] += 1e6
    assert sum(limit.admits("a") for _ in range(20)) == BURST


@pytest.mark.parametrize("version", ["auto", "3.1.1"])
def test_a_question_in_either_version_is_answered_on_the_answer_topic(tmp_path: Path, version: str) -> None:
    async def scenario() -> None:
        async with (
            Mosquitto(tmp_path / "broker") as broker,
            Listener(broker, ANSWER, ProtocolVersion.V311) as listener,
            publishing(tmp_path, broker, version=version) as house,
        ):
            await listener.say(ASK, b'{"text": "How fast?", "session": "s1", "as": "caregiver"}')
            (heard,) = await listener.wait(ANSWER)
            assert heard.json == {"session": "s1", "question": "How fast?", "answer": "72 per minute"}
            assert not heard.retain
            assert house.desk.asked == [Question("strap-1", "How fast?", "s1", "caregiver")]

    asyncio.run(scenario())


def test_version_5_gets_its_own_reply_with_its_own_data(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with (
            Mosquitto(tmp_path / "broker") as broker,
            Listener(broker) as listener,
            publishing(tmp_path, broker, Desk(slow_s=1.0)) as house,
        ):
            await listener.say(ASK, b"How fast?", response="my/replies", correlation=b"\x00\x07")
            thinking, answer = await listener.wait("my/replies", 2)
            assert thinking.json == {"status": "thinking", "session": None, "question": "How fast?"}
            assert answer.json["answer"] == "72 per minute"
            assert thinking.correlation == answer.correlation == b"\x00\x07"
            assert [m.json for m in await listener.wait(ANSWER, 2)] == [thinking.json, answer.json]
            await listener.say(ASK, b"Where to?", response="hearth/v1/status", correlation=b"8")
            await listener.wait(ANSWER, 4)
            assert all(m.payload == b"online" for m in listener.on("hearth/v1/status"))
            assert house.publisher.asking.counts["questions answered"] == 2

    asyncio.run(scenario())


@pytest.mark.parametrize("version", ["auto", "3.1.1"])
def test_a_topic_says_the_role_and_keeps_the_answer_to_it(tmp_path: Path, version: str) -> None:
    async def scenario() -> None:
        async with (
            Mosquitto(tmp_path / "broker") as broker,
            Listener(broker) as listener,
            publishing(tmp_path, broker, version=version) as house,
        ):
            await listener.say(f"{ASK}/caregiver", b'{"text": "How fast?", "id": "q7"}')
            (heard,) = await listener.wait(f"{ANSWER}/caregiver")
            assert heard.json == {
                "id": "q7",
                "session": None,
                "question": "How fast?",
                "answer": "72 per minute",
            }
            await listener.say(f"{ASK}/caregiver", b'{"text": "My diary?", "as": "wearer"}')
            refused = (await listener.wait(f"{ANSWER}/caregiver", 2))[1].json
            assert refused["status"] == "not allowed"
            await listener.say(f"{ASK}/burglar", b"Let me in")
            await listener.say(f"{ASK}/clinician", b"How fast?", response=ANSWER, correlation=b"1")
            await listener.wait(f"{ANSWER}/clinician")
            assert [one.role for one in house.desk.asked] == ["caregiver", "clinician"]
            assert not listener.on(ANSWER)  # nobody writes into another role's answers
            assert not listener.on(f"{ANSWER}/burglar")

    asyncio.run(scenario())


def test_one_role_cannot_use_up_what_another_may_ask(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with (
            Mosquitto(tmp_path / "broker") as broker,
            Listener(broker) as listener,
            publishing(tmp_path, broker) as house,
        ):
            for _ in range(BURST + 3):
                await listener.say(f"{ASK}/caregiver", b"How fast?")
            await listener.wait(f"{ANSWER}/caregiver", BURST + 3)
            await listener.say(ASK, b"How fast?")
            assert (await listener.wait(ANSWER))[0].json["answer"] == "72 per minute"
            assert house.publisher.asking.counts["questions refused"] == 3

    asyncio.run(scenario())


def test_thinking_and_answer_carry_the_askers_own_id(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with (
            Mosquitto(tmp_path / "broker") as broker,
            Listener(broker, ANSWER) as listener,
            publishing(tmp_path, broker, Desk(slow_s=1.0)),
        ):
            await listener.say(ASK, b'{"text": "How fast?", "id": "q1"}')
            thinking, answer = (each.json for each in await listener.wait(ANSWER, 2))
            assert (thinking["status"], thinking["id"]) == ("thinking", "q1")
            assert (answer["answer"], answer["id"]) == ("72 per minute", "q1")

    asyncio.run(scenario())


def test_who_asks_too_much_or_nonsense_is_told_so(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with (
            Mosquitto(tmp_path / "broker") as broker,
            Listener(broker, ANSWER) as listener,
            publishing(tmp_path, broker) as house,
        ):
            await listener.say(ASK, b"x" * 5000)
            assert (await listener.wait(ANSWER))[0].json["status"] == "too long"
            for _ in range(BURST + 5):
                await listener.say(ASK, b"How fast?")
            heard = await listener.wait(ANSWER, BURST + 6)
            busy = [m for m in heard if m.json.get("status") == "busy"]
            assert len(busy) + len(house.desk.asked) == BURST + 5
            assert house.desk.asked
            assert busy

    asyncio.run(scenario())


def test_a_failure_is_told_and_an_old_retained_question_is_not_answered(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with Mosquitto(tmp_path / "broker") as broker, Listener(broker, ANSWER) as listener:
            await listener.say(ASK, b"An old question", retain=True)
            desk = Desk(error=HearthError("no session s9"))
            async with publishing(tmp_path, broker, desk) as house:
                await listener.say(ASK, b"A new one")
                (heard,) = await listener.wait(ANSWER)
                assert (heard.json["status"], heard.json["error"]) == ("failed", "no session s9")
                assert [asked.text for asked in house.desk.asked] == ["A new one"]

    asyncio.run(scenario())


def test_a_slow_answer_holds_up_nothing_else(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with (
            Mosquitto(tmp_path / "broker") as broker,
            Listener(broker, "hearth/v1/+/ack") as listener,
            publishing(tmp_path, broker, Desk(slow_s=3600)) as house,
        ):
            await listener.say(ASK, b"How fast?")
            await until(lambda: bool(house.desk.asked))
            house.publisher.ack("strap-1", 5)
            await listener.wait("hearth/v1/strap-1/ack")

    asyncio.run(scenario())
