"""The command line as its users meet it: the real program, its exit codes, its one line of complaint."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from daemon.cli import COMMANDS
from daemon.cli.options import moment_ns
from daemon.cli.output import age_text, ago_text, bytes_text
from daemon.errors import Misuse
from tests.daemon import calling
from tests.daemon.house import Worn, build

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
HEARTH = Path(sys.executable).with_name("hearth")
# The commands that others rely on.
PROMISED = {"run", "demo", "status", "replay", "analyze", "classify", "ask", "chat", "simulate", "devices"}
PROMISED |= {"models", "doctor"}


def hearth(*words: str | Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [HEARTH, *words], capture_output=True, text=True, check=False, env={**os.environ, **(env or {})}
    )


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("house") / "hearth.db", Worn("strap-1"))


def test_version() -> None:
    done = hearth("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("hearth 0.")


def test_without_a_command_it_says_which_there_are() -> None:
    done = hearth()
    assert done.returncode == 0
    assert all(entry.name in done.stdout for entry in COMMANDS)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["stauts"], "Did you mean 'status'?"),
        (["--nonsense"], "--nonsense"),
        (["status", "--nonsense"], "--nonsense"),
        (["status", "--db"], "--db"),
        (["status", "--now", "yesterday", "--db", "x.db"], "yesterday"),
        (["status", "--live", "--json", "--db", "x.db"], "--live"),
        (["status", "--live", "--db", "x.db"], "terminal"),
        (["status", "surplus"], "surplus"),
    ],
)
def test_misuse_is_one_line_and_two(words: Sequence[str], said: str) -> None:
    done = hearth(*words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("hearth: ")
    assert done.stderr.count("\n") == 1
    assert said in done.stderr


def test_failure_is_one_line_and_one(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("no database")
    for path, said in (
        (tmp_path / "none.db", "nothing is recorded"),
        (tmp_path / "text.db", "not a database"),
    ):
        done = hearth("status", "--db", path)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("hearth: ")
        assert done.stderr.count("\n") == 1
        assert said in done.stderr


def test_json_is_json_and_nothing_else(house: Path) -> None:
    done = hearth("status", "--json", "--db", house)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["wearables"][0]["device"] == "strap-1"


def test_a_pipe_gets_no_colour_and_no_movement(house: Path) -> None:
    done = hearth("status", "--db", house, env={"TERM": "xterm-256color"})
    assert done.returncode == 0
    assert "strap-1" in done.stdout
    assert "\x1b" not in done.stdout


def test_a_reader_that_leaves_is_no_error(house: Path) -> None:
    with subprocess.Popen(
        [HEARTH, "status", "--json", "--db", house], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


def test_an_interrupt_ends_quietly_with_130(house: Path) -> None:
    terminal, end = pty.openpty()
    with subprocess.Popen(
        [HEARTH, "status", "--live", "--db", house],
        stdout=end,
        stderr=subprocess.PIPE,
        env={**os.environ, "TERM": "xterm"},
    ) as process:
        os.close(end)
        shown, deadline = b"", time.monotonic() + 30
        while b"strap-1" not in shown and time.monotonic() < deadline:
            shown += os.read(terminal, 4096)
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        assert process.stderr.read() == b""
    os.close(terminal)
    assert process.returncode == 130
    assert b"strap-1" in shown


@pytest.mark.parametrize("command", sorted({*PROMISED, *(entry.name for entry in COMMANDS)}))
def test_every_command_is_there_documented_and_helpful(command: str) -> None:
    assert command in {entry.name for entry in COMMANDS}
    assert f"## `hearth {command}`" in (ROOT / "docs" / "cli.md").read_text()
    done = calling.hearth(command, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Usage: hearth" in done.stdout


def test_moments() -> None:
    assert moment_ns("2026-11-20T13:00:00+01:00") == 1_795_176_000 * 10**9
    assert moment_ns("2026-11-20T12:00:00.25Z") == 1_795_176_000 * 10**9 + 250_000_000
    with pytest.raises(Misuse, match="offset"):
        moment_ns("2026-11-20T12:00:00")


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.44, "0.4 s"),
        (12.3, "12 s"),
        (89.0, "89 s"),
        (300.0, "5 min"),
        (7200.0, "2 h"),
        (200_000.0, "2 days"),
    ],
)
def test_ages_are_told_in_the_largest_unit_that_says_them(seconds: float, text: str) -> None:
    assert age_text(seconds) == text
    assert ago_text(seconds) == f"{text} ago"
    assert ago_text(-seconds).endswith("ahead" if seconds >= 1 else "ago")


@pytest.mark.parametrize(
    ("n", "text"), [(0, "0 B"), (1536, "1.5 KB"), (250_000_000, "250 MB"), (3.2e12, "3.2 TB")]
)
def test_sizes_are_told_as_disks_are_sold(n: float, text: str) -> None:
    assert bytes_text(n) == text
