"""``hearth chat``: commands, what is heard as it comes, and files that answers make."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from agent.turn import Agent
from daemon.cli.chat import Shown, evidence
from storage.database import open_reader
from tests.agent import history
from tests.agent.conftest import made_once
from tests.agent.stories import ANNA, BEN
from tests.daemon.recorded import NOW as RECORDED_NOW
from tests.daemon.recorded import record

HEARTH = Path(sys.executable).with_name("hearth")
NOW = history.NOW.isoformat()
PATIENCE_S = 60.0


@pytest.fixture
def house(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = made_once(tmp_path_factory, "chat-house", lambda path: history.write(path, ANNA, BEN))
    return Path(shutil.copy(made, tmp_path / "house.db"))


def chat(db: Path, *lines: str, words: tuple[str, ...] = (), now: str = NOW) -> tuple[str, str]:
    done = subprocess.run(
        [HEARTH, "chat", "--db", db, "--now", now, *words],
        capture_output=True,
        text=True,
        check=True,
        input="".join(f"{line}\n" for line in lines),
        timeout=PATIENCE_S,
    )
    return done.stdout, done.stderr


def test_commands_change_who_asks_about_whom(house: Path) -> None:
    out, err = chat(
        house,
        "/help",
        "/evidence",
        "/device strap-2",
        "heart rate last night?",
        "/evidence",
        "/role caregiver",
        "what did I note today?",
        "/role burglar",
        "/sing",
        "/device strap-1",
        "/new",
        "heart rate last night?",
        "/quit",
        "battery?",
    )
    assert "/evidence     what the last answer rests on" in out
    assert "nothing was looked up yet" in out
    assert "E1 measure: 2025-03-11T22:00:00+01:00 to 2025-03-12T06:00:00+01:00" in out
    assert "strap-2, lead I; by chain-1, rules-1" in out
    assert "canary of Ben" in out
    assert "canary of Anna" not in out
    assert "battery" not in out.casefold().partition("strap-1")[2]
    assert "wanted one of wearer, caregiver, clinician" in err
    assert "there is no /sing" in err


def test_what_was_heard_is_not_said_again(capsys: pytest.CaptureFixture[str]) -> None:
    shown = Shown()
    shown.heard("One.")
    shown.heard("Two.")
    shown.end("One. Two. Three.")
    assert capsys.readouterr().out == "One. Two. Three.\n\n"
    shown = Shown()
    shown.heard("Something else.")
    shown.end("The checked answer.")
    assert capsys.readouterr().out == "Something else.\n\nThe checked answer.\n\n"


def test_the_evidence_of_an_error_is_the_error(house: Path) -> None:
    answer = Agent(house).ask("heart rate on 1 January?", device="strap-1", now=history.NOW)
    assert list(evidence(answer.json()))[-1].strip() == "NO_DATA"


def test_a_file_that_is_asked_for_is_there_and_its_place_is_told(tmp_path: Path) -> None:
    db = tmp_path / "hearth.db"
    record(db)
    out, _ = chat(db, "give me a strip of the pause today", now=RECORDED_NOW)
    place = Path(out.strip().splitlines()[-1])
    assert place.parent == tmp_path / "exports"
    assert place.read_bytes().startswith(b"<?xml")
    refused, _ = chat(db, "give me a strip of the pause today", words=("--as", "caregiver"), now=RECORDED_NOW)
    assert "exports" not in refused
    assert list((tmp_path / "exports").iterdir()) == [place]


def test_a_confirmed_note_is_written_once_and_before_it_is_said(house: Path) -> None:
    chat(house, "note: walked to the lake", "yes", "/quit", words=("--device", "strap-1"))
    with closing(open_reader(house)) as conn:
        found = conn.execute("SELECT kind, text FROM notes WHERE text LIKE '%lake%'").fetchall()
    assert len(found) == 1
