"""``hearth ask`` and ``hearth chat`` as people start them: the real program over a real database."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from storage import dialogues
from storage.database import open_reader
from storage.lock import locked

HEARTH = Path(sys.executable).with_name("hearth")
NOW = "2025-03-12T14:30:00+01:00"
PATIENCE_S = 30.0  # for a program on a busy machine


def hearth(*words: str | Path, typed: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [HEARTH, *words], capture_output=True, text=True, check=False, input=typed, timeout=PATIENCE_S
    )


def test_one_question_is_answered_and_remembered(talk_db: Path) -> None:
    first = hearth(
        "ask", "What was my heart rate last night?", "--db", talk_db, "--now", NOW, "--session", "s1"
    )
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.startswith(
        "Last night (Tue 11 March 22:00 to Wed 12 March 06:00) your heart rate was"
    )
    then = hearth("ask", "and the night before?", "--db", talk_db, "--now", NOW, "--session", "s1")
    assert then.stdout.startswith("In the night before last")
    conn = open_reader(talk_db)
    assert [turn.question for turn in dialogues.turns(conn, "s1")] == [
        "What was my heart rate last night?",
        "and the night before?",
    ]
    conn.close()


def test_json_is_the_whole_answer_and_nothing_else(talk_db: Path) -> None:
    done = hearth("ask", "AF burden last week?", "--db", talk_db, "--now", NOW, "--json")
    shown = json.loads(done.stdout)
    assert list(shown) == ["session", "action", "calls", "evidence", "answer", "verdicts", "timings"]
    assert shown["calls"][0]["tool"] == "burden"


def test_a_caregiver_sees_no_private_note(talk_db: Path) -> None:
    done = hearth(
        "ask", "what did I note yesterday?", "--db", talk_db, "--now", NOW, "--as", "caregiver", "--json"
    )
    assert done.returncode == 0
    assert "quarrel" not in done.stdout


def test_now_may_be_the_wearers_own_time(talk_db: Path) -> None:
    done = hearth("ask", "heart rate at 9:15", "--db", talk_db, "--now", "2025-03-12T14:30")
    assert "09:15 to 09:25 today" in done.stdout


@pytest.mark.parametrize(
    ("words", "code", "complaint"),
    [
        (("--as", "burglar"), 2, "--as wants one of wearer, caregiver, clinician"),
        (("--now", "soon"), 2, "--now wants a moment"),
        (("--device", "strap-9"), 1, "no wearable called 'strap-9'"),
        (("--session", "x" * 65), 2, "--session wants 1 to 64 characters"),
    ],
)
def test_misuse_and_failure_are_one_line(
    talk_db: Path, words: tuple[str, ...], code: int, complaint: str
) -> None:
    done = hearth("ask", "heart rate?", "--db", talk_db, *words)
    assert done.returncode == code
    assert done.stdout == ""
    assert done.stderr.startswith("hearth: ")
    assert complaint in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_missing_database_is_a_failure_but_danger_is_answered(tmp_path: Path) -> None:
    missing = hearth("ask", "heart rate?", "--db", tmp_path / "none.db")
    assert (missing.returncode, missing.stdout) == (1, "")
    danger = hearth("ask", "I cannot breathe", "--db", tmp_path / "none.db")
    assert "Call" in danger.stdout
    assert not (tmp_path / "none.db").exists()


def test_an_answer_comes_even_where_another_process_writes(talk_db: Path) -> None:
    with locked(talk_db):
        done = hearth("ask", "heart rate last night?", "--db", talk_db, "--now", NOW)
    assert done.returncode == 0
    assert "bpm" in done.stdout
    assert "not remembered" in done.stderr


def test_chat_in_a_pipe_answers_line_by_line(talk_db: Path) -> None:
    done = hearth(
        "chat",
        "--db",
        talk_db,
        "--now",
        NOW,
        typed="AF last week?\n\nhow long was the longest?\n/quit\nbattery?\n",
    )
    answers = done.stdout.strip().split("\n\n")
    assert done.returncode == 0
    assert len(answers) == 2
    assert "1 h 52 min" in answers[1]


def test_chat_ends_with_the_input_or_a_goodbye(talk_db: Path) -> None:
    assert hearth("chat", "--db", talk_db, "--now", NOW, typed="").returncode == 0
    done = hearth("chat", "--db", talk_db, "--now", NOW, typed="bye\nbattery?\n")
    assert done.stdout.strip() == "Goodbye."


def test_chat_on_a_terminal_prompts_and_streams(talk_db: Path) -> None:
    ours, theirs = pty.openpty()
    program = subprocess.Popen(
        [HEARTH, "chat", "--db", talk_db, "--now", NOW], stdin=theirs, stdout=theirs, stderr=theirs,
        env={**os.environ, "TERM": "dumb"},
    )  # fmt: skip
    os.close(theirs)
    try:
        assert "/quit ends" in until(ours, "> ")
        os.write(ours, b"AF burden last week?\n")
        assert "atrial fibrillation took" in until(ours, "> ", beyond="AF burden last week?")
        os.write(ours, b"/quit\n")
        assert program.wait(PATIENCE_S) == 0
    finally:
        program.kill()
        program.wait()
        os.close(ours)


def until(handle: int, mark: str, *, beyond: str = "") -> str:
    """What a terminal shows up to a mark at its end, once it has shown ``beyond``."""
    shown, deadline_s = "", time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline_s:
        if select.select([handle], [], [], 0.1)[0]:
            shown += os.read(handle, 4096).decode()
        rest = shown.partition(beyond)[2] if beyond else shown
        if rest.strip() and shown.endswith(mark):
            return shown
    raise AssertionError(f"not seen within {PATIENCE_S} s: {mark!r} in {shown!r}")


def test_asking_loads_none_of_the_heavy_libraries() -> None:
    heavy = "{'scipy', 'pandas', 'neurokit2', 'onnxruntime', 'sqlite_utils', 'matplotlib', 'aiomqtt'}"
    code = f"import sys, daemon.cli.ask; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
