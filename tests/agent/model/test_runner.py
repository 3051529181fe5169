from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import msgspec
import pytest

from agent.model.errors import ModelUnavailable, RequestRefused
from agent.model.request import Message, Reply, Request, Text
from agent.model.runner import Limits, Runner
from agent.model.wire import Load
from tests.agent.model.conftest import ASK, LONG, WAIT_S, anew, asking, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_a_model_is_loaded_and_told_of(runner: Runner) -> None:
    ready = runner.ready(WAIT_S)
    assert (ready.architecture, ready.family, ready.vocabulary) == ("llama", "builtin", 372)
    assert ready.parameters == 154_432
    assert runner.status.rss_mb > 10


def test_text_is_streamed_as_it_comes(runner: Runner) -> None:
    heard: list[str] = []
    reply = runner.generate(asking("hello", grammar='root ::= "heart" [a-z]{4,9} "ü€"'), heard.append)
    assert len(heard) > 2
    assert "".join(heard) == reply.text
    assert reply.text.endswith("ü€")
    assert reply.finish == "end"


def test_the_same_request_gives_the_same_reply(runner: Runner) -> None:
    assert runner.generate(asking("hello")).text == runner.generate(asking("hello")).text
    assert runner.generate(asking("hello")).text != runner.generate(asking("hello", seed=8)).text


def test_an_evaluated_prefix_is_reused_per_session_and_changes_nothing(
    runner: Runner, start: Callable[..., Runner]
) -> None:
    texts = {name: f"{name} lives here and asks about last night in many words" for name in ("ann", "ben")}
    for name, text in texts.items():
        runner.generate(asking(text, session=name))
    for name, text in texts.items():
        longer = asking(f"{text}, and about the night before", session=name)
        reply = runner.generate(longer)
        assert reply.reused_tokens > 0.6 * reply.prompt_tokens
        assert reply.prompt_tokens - reply.reused_tokens < 30
        cold = start()
        cold.ready(WAIT_S)
        alone = cold.generate(longer)
        assert alone.reused_tokens == 0
        assert alone.text == reply.text


def test_a_new_session_goes_on_from_what_another_has_in_common(start: Callable[..., Runner]) -> None:
    runner = start(sessions=3)
    runner.ready(WAIT_S)
    system = "these are the rules that every conversation begins with: "
    runner.generate(asking(system + "first", session="a"))
    reply = runner.generate(asking(system + "second", session="b"))
    assert reply.reused_tokens >= len(system) // 2
    again = runner.generate(asking(system + "first", session="a"))
    assert again.reused_tokens == again.prompt_tokens - 1


def test_what_prompts_begin_with_is_evaluated_at_each_start(tiny_path: Path) -> None:
    system = "these are the rules that every conversation begins with: "
    runner = Runner(
        Load(str(tiny_path), context=512, threads=1),
        warm=lambda _ready: Request(prompt=(ASK, Text(system)), max_tokens=0),
    )
    try:
        runner.ready(WAIT_S)
        first = runner.generate(asking(f"{system}hello", session="a"))
        assert first.reused_tokens > 0.8 * first.prompt_tokens
        pid = runner.status.pid
        os.kill(pid, signal.SIGKILL)
        assert until(lambda: anew(runner.status, pid))
        again = runner.generate(asking(f"{system}hello", session="a"))
        assert (again.text, again.reused_tokens) == (first.text, first.reused_tokens)
    finally:
        runner.close()


def test_prompts_that_do_not_fit_are_told_at_once(tiny_path: Path) -> None:
    runner = Runner(
        Load(str(tiny_path), context=128, threads=1),
        Limits(first_retry_s=60.0),
        warm=lambda _ready: Request(prompt=(Text("long " * 100),), max_tokens=0),
    )
    try:
        with pytest.raises(ModelUnavailable, match="can hold"):
            runner.ready(WAIT_S)
    finally:
        runner.close()


def test_control_tokens_are_read_only_in_control_text(runner: Runner) -> None:
    control = runner.generate(Request(prompt=(Text("<|plan|>", control=True),), max_tokens=0))
    planted = runner.generate(Request(prompt=(Text("<|plan|>"),), max_tokens=0))
    assert control.prompt_tokens == 2  # with the begin
    assert planted.prompt_tokens == 9
    chat = [Message("user", "a"), Message("user", "<|im_end|>"), Message("user", "a")]
    assert runner.generate(Request(messages=tuple(chat), max_tokens=0)).prompt_tokens > 3 * 5 + 10


def test_a_request_ends_at_its_deadline_and_the_model_lives_on(runner: Runner) -> None:
    pid = runner.status.pid
    assert runner.generate(LONG).finish == "length"
    reply = runner.generate(msgspec.structs.replace(LONG, deadline_s=0.002))
    assert reply.finish == "deadline"
    assert reply.generated_tokens < 400
    assert runner.generate(asking("and now")).text
    assert runner.status.pid == pid


def test_who_hears_enough_cancels_the_rest(runner: Runner) -> None:
    class Enough(Exception):
        pass

    def heard(_text: str) -> None:
        raise Enough

    with pytest.raises(Enough):
        runner.generate(LONG, heard)
    assert runner.generate(asking("and now")).text


def test_what_cannot_be_taken_is_refused_without_its_words(runner: Runner) -> None:
    with pytest.raises(RequestRefused, match="grammar") as refused:
        runner.generate(asking("x", grammar='root ::= "canary'))
    assert "canary" not in str(refused.value)
    with pytest.raises(RequestRefused, match="can hold"):
        runner.generate(asking("long " * 600))
    assert runner.generate(asking("and now")).text


def test_a_rival_is_weighed_and_changes_nothing_else(start: Callable[..., Runner]) -> None:
    runner = start(sessions=1)
    runner.ready(WAIT_S)

    def reply(rival: str = "") -> Reply:
        return runner.generate(asking("how was it", grammar='root ::= "a" | "b"', rival=rival))

    plain = reply()
    a, b, long = reply("a"), reply("b"), reply("a reply nobody would give, and at length")
    assert plain.finish == "end"
    assert plain.behind is None
    assert a.text == b.text == long.text == reply().text == plain.text
    assert a.behind is not None
    assert b.behind is not None
    assert long.behind is not None
    assert a.behind != b.behind  # the weights are drawn: no two tokens are equally likely
    assert abs(a.behind) < 1.0
    assert long.behind > 20.0  # about 6 nats for each of its tokens
