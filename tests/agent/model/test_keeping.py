from __future__ import annotations

import hashlib
import logging
import os
import signal
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import psutil
import pytest

from agent.model.errors import ModelDied, ModelError, ModelSlow, ModelUnavailable, RequestRefused
from agent.model.runner import Limits
from tests.agent.model import tiny
from tests.agent.model.conftest import LONG, WAIT_S, anew, asking, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agent.model.runner import Runner


def test_a_process_that_dies_is_there_again(start: Callable[..., Runner]) -> None:
    runner = start(limits=Limits(first_retry_s=0.01))
    runner.ready(WAIT_S)
    before = runner.generate(asking("hello")).text
    for starts, how in enumerate((signal.SIGKILL, signal.SIGABRT, signal.SIGSEGV), 2):
        pid = runner.status.pid
        with pytest.raises(ModelDied, match=how.name):
            runner.generate(LONG, lambda _text, pid=pid, how=how: os.kill(pid, how))  # type: ignore[misc]  # bound here
        assert until(lambda pid=pid: anew(runner.status, pid))  # type: ignore[misc]  # bound here
        assert runner.generate(asking("hello")).text == before
        assert runner.status.starts == starts


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
    assert until(lambda: anew(runner.status, pid))
    told = [caplog.text, str(died.value), runner.status.why, *capfd.readouterr()]
    assert "canary" not in "".join(told)
    assert "SIGABRT" in caplog.text
