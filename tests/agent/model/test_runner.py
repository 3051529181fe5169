from __future__ import annotations

import hashlib
import logging
import os
import signal
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import psutil
import pytest

from agent.model.errors import ModelDied, ModelError, ModelSlow, ModelUnavailable, RequestRefused
from agent.model.request import Message, Request, Text
from agent.model.runner import Limits, Runner
from agent.model.wire import Load
from tests.agent.model import tiny
from tests.agent.model.conftest import WAIT_S, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ASK = Text("<|ask|>", control=True)
LONG = Request(prompt=(ASK, Text("tell me")), max_tokens=400, grammar="root ::= [a-z]+", deadline_s=WAIT_S)


def asking(text: str, **more: object) -> Request:
    return Request(prompt=(ASK, Text(text)), **{"max_tokens": 24, "temperature": 1.0, "seed": 7, **more})  # type: ignore[arg-type]  # the test's names


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
        assert until(lambda: runner.status.ready is not None and runner.status.pid != pid)
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


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGABRT, signal.SIGSEGV])
def test_a_process_that_dies_is_there_again(start: Callable[..., Runner], how: signal.Signals) -> None:
    runner = start()
    runner.ready(WAIT_S)
    before = runner.generate(asking("hello")).text
    pid = runner.status.pid
    with pytest.raises(ModelDied, match=how.name):
        runner.generate(LONG, lambda _text: os.kill(pid, how))
    assert until(lambda: runner.status.ready is not None and runner.status.pid != pid)
    assert runner.generate(asking("hello")).text == before
    assert runner.status.starts == 2


def test_what_ggml_asserts_ends_the_process_alone(start: Callable[..., Runner], tmp_path: Path) -> None:
    impossible = replace(tiny.SHAPE, epsilon=-1.0)  # which only the evaluation finds
    runner = start(tiny.write(tmp_path / "odd.gguf", shape=impossible), Limits(first_retry_s=60.0))
    runner.ready(WAIT_S)
    with pytest.raises(ModelDied, match="SIGABRT") as died:
        runner.generate(asking("hello"))
    assert "GGML_ASSERT(eps >= 0.0f) failed" in died.value.why
    assert runner.status.ready is None


def test_a_process_that_hangs_is_killed_and_replaced(start: Callable[..., Runner]) -> None:
    runner = start(limits=Limits(grace_s=0.2))
    runner.ready(WAIT_S)
    pid = runner.status.pid
    os.kill(pid, signal.SIGSTOP)
    with pytest.raises(ModelSlow):
        runner.generate(asking("hello", deadline_s=0.1))
    with pytest.raises(ModelError):
        runner.generate(asking("hello", deadline_s=0.1))
    assert until(lambda: runner.status.ready is not None)
    assert runner.generate(asking("hello")).text
    assert not psutil.pid_exists(pid)


def test_a_question_does_not_wait_for_ever_for_the_one_before(start: Callable[..., Runner]) -> None:
    runner = start(limits=Limits(queue_s=0.05))
    runner.ready(WAIT_S)
    refused: list[str] = []

    def meanwhile(_text: str) -> None:
        if not refused:
            with pytest.raises(ModelUnavailable, match="busy") as busy:
                runner.generate(asking("me too"))
            refused.append(busy.value.why)

    assert runner.generate(asking("me first"), meanwhile).text
    assert refused


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda data: data[:-1000] + b"x" + data[-999:], "altered"),
        (lambda data: data[: len(data) // 2], "llama.cpp cannot read it"),
        (lambda data: data[:10], "cut short"),
        (lambda _data: b"", "not a GGUF file"),
        (lambda data: b"PK" + data[2:], "not a GGUF file"),
        (lambda data: data[:4] + b"\x09" + data[5:], "version 9"),
        (lambda data: data[:8] + b"\xff" * 8 + data[16:], "makes no sense"),
        (None, "no such file"),
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_refused(
    start: Callable[..., Runner],
    tiny_path: Path,
    tmp_path: Path,
    spoil: Callable[[bytes], bytes] | None,
    why: str,
) -> None:
    good = tiny_path.read_bytes()
    path = tmp_path / "spoilt.gguf"
    if spoil is not None:
        path.write_bytes(spoil(good))
    sha256 = hashlib.sha256(good).hexdigest() if why == "altered" else ""
    runner = start(path, Limits(first_retry_s=60.0), sha256=sha256)
    with pytest.raises(ModelUnavailable, match=why):
        runner.ready(WAIT_S)
    with pytest.raises(ModelUnavailable, match=why):
        runner.generate(asking("hello"))


def test_a_refused_file_is_tried_again_and_taken_once_it_is_right(
    start: Callable[..., Runner], tiny_path: Path, tmp_path: Path
) -> None:
    path = tmp_path / "late.gguf"
    runner = start(path, Limits(first_retry_s=0.05))
    with pytest.raises(ModelUnavailable, match="no such file"):
        runner.ready(WAIT_S)
    assert until(lambda: runner.status.starts > 1)
    path.write_bytes(tiny_path.read_bytes())
    assert until(lambda: runner.status.ready is not None)


def test_memory_is_bounded_by_the_kernel_and_by_the_keeper(start: Callable[..., Runner]) -> None:
    within = start(data_mb=256)
    within.ready(WAIT_S)
    taken = within.status.rss_mb
    hungry = start(limits=Limits(first_retry_s=60.0), data_mb=24)
    with pytest.raises(ModelUnavailable):
        hungry.ready(WAIT_S)
    watched = start(limits=Limits(first_retry_s=60.0, resident_mb=int(taken * 0.6)))
    assert until(lambda: "MB of memory" in watched.status.why)
    with pytest.raises(ModelUnavailable, match="are allowed"):
        watched.generate(asking("hello"))


def test_closing_leaves_nothing_behind(start: Callable[..., Runner]) -> None:
    runner = start()
    runner.ready(WAIT_S)
    pid = runner.status.pid
    descriptors = psutil.Process().num_fds()
    runner.close()
    assert not psutil.pid_exists(pid)
    assert psutil.Process().num_fds() < descriptors
    with pytest.raises(ModelUnavailable):
        runner.generate(asking("hello"))


def test_a_model_dies_with_its_keeper(tiny_path: Path) -> None:
    program = (
        "import sys, time\n"
        "from agent.model.runner import Runner\n"
        "from agent.model.wire import Load\n"
        "runner = Runner(Load(sys.argv[1], context=256, threads=1))\n"
        "runner.ready(30)\n"
        "print(runner.status.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program, str(tiny_path)], stdout=subprocess.PIPE) as keeper:
        assert keeper.stdout is not None
        model = int(keeper.stdout.readline())
        assert psutil.Process(model).ppid() == keeper.pid
        keeper.kill()
    assert until(lambda: not psutil.pid_exists(model))


def test_nothing_that_was_asked_is_logged(
    start: Callable[..., Runner], caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    runner = start()
    runner.ready(WAIT_S)
    pid = runner.status.pid
    with pytest.raises(RequestRefused):
        runner.generate(asking("canary", grammar='root ::= "canary" canary'))
    with pytest.raises(ModelDied) as died:
        runner.generate(asking("canary", max_tokens=200), lambda _text: os.kill(pid, signal.SIGABRT))
    assert until(lambda: runner.status.pid != pid)
    told = [caplog.text, str(died.value), runner.status.why, *capfd.readouterr()]
    assert "canary" not in "".join(told)
    assert "SIGABRT" in caplog.text
