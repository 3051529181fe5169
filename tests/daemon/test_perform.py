"""The files that an answer asks its caller to make."""

from __future__ import annotations

import csv
import shutil
import stat
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import msgspec
import pytest
import wfdb

from agent.requests import ChangeSetting, ExportFile, WriteNote
from agent.turn import Agent
from daemon.errors import Misuse
from daemon.export import NothingToExport
from daemon.export_folder import folder_of
from daemon.perform import perform_export, remember, with_file
from storage import dialogues, people
from storage.database import open_reader
from storage.writer import exclusive
from tests.daemon.recorded import DEVICE, FS_HZ, NOW, PAUSE, START, ns, record

if TYPE_CHECKING:
    from agent.answer import Answer
    from agent.requests import AnyRequest

PAUSE_NS = ns(START) + round(PAUSE[0] / FS_HZ * 1e9)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "hearth.db"
    record(path)
    return path


def wish(what: str, form: str, *, start_ns: int = PAUSE_NS - 5 * 10**9, seconds: int = 30) -> ExportFile:
    return ExportFile(
        by="clinician",
        wearer=1,
        device=DEVICE,
        what=what,
        format=form,
        start_ns=start_ns,
        end_ns=start_ns + seconds * 10**9,
        private_notes=False,
    )


@pytest.mark.parametrize(
    ("what", "form", "begins"),
    [
        ("strip", "pdf", b"%PDF"),
        ("strip", "svg", b"<?xml"),
        ("report", "pdf", b"%PDF"),
        ("signal", "csv", b"time_utc,session,sample,uv,missing"),
        ("results", "csv", b"start_utc,end_utc,"),
        ("results", "fhir", b"{"),
    ],
)
def test_each_wish_becomes_a_file_that_only_its_owner_reads(
    db: Path, tmp_path: Path, what: str, form: str, begins: bytes
) -> None:
    made = perform_export(db, wish(what, form), tmp_path / "exports")
    assert made.parent == tmp_path / "exports"
    assert made.read_bytes().startswith(begins)
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700


def test_a_signal_may_be_a_folder_of_records(db: Path, tmp_path: Path) -> None:
    made = perform_export(db, wish("signal", "wfdb"), tmp_path)
    (header,) = made.glob("*.hea")
    assert wfdb.rdheader(str(header.with_suffix(""))).sig_len == 30 * FS_HZ


def test_a_strip_shows_what_is_stored_of_it(db: Path, tmp_path: Path) -> None:
    root = ET.parse(perform_export(db, wish("strip", "svg"), tmp_path)).getroot()  # noqa: S314 - our own file
    words = " ".join(" ".join(each.itertext()) for each in root.iter("{http://www.w3.org/2000/svg}text"))
    assert "pause of 3.2 s" in words
    assert "2025-03-12 00:00:35" in words


def test_the_same_wish_twice_is_two_files(db: Path, tmp_path: Path) -> None:
    first, second = (perform_export(db, wish("results", "csv"), tmp_path) for _ in range(2))
    assert first != second
    assert first.read_bytes() == second.read_bytes()
    with first.open(newline="") as file:
        assert len(list(csv.DictReader(file))) >= 3


def test_what_cannot_be_made_leaves_nothing(db: Path, tmp_path: Path) -> None:
    with pytest.raises(Misuse):
        perform_export(db, wish("signal", "docx"), tmp_path)
    with pytest.raises(NothingToExport):
        perform_export(db, wish("signal", "edf", start_ns=ns(START) + 10**15), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_files_go_beside_the_database_unless_said_otherwise(tmp_path: Path) -> None:
    assert folder_of(tmp_path / "hearth.db", "") == tmp_path / "exports"
    assert folder_of(tmp_path / "hearth.db", "elsewhere") == tmp_path / "elsewhere"
    assert folder_of(tmp_path / "hearth.db", "/srv/exports").as_posix() == "/srv/exports"


def wishing(db: Path, request: AnyRequest) -> Answer:
    answer = Agent(db).ask("heart rate today?", now=datetime.fromisoformat(NOW), role="clinician")
    return msgspec.structs.replace(answer, request=request)


def test_an_answer_tells_where_its_file_is_and_the_deed_is_noted(db: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(db, tmp_path / "hearth.db"))
    wished = wishing(copy, wish("signal", "edf"))
    answer = with_file(wished, copy, tmp_path / "exports")
    *text, place = answer.answer.splitlines()
    assert "\n".join(text) == wished.answer
    assert list(Path(place).glob("*.edf"))
    with exclusive(copy) as conn:
        remember(conn, answer)
    with closing(open_reader(copy)) as conn:
        (deed,) = conn.execute("SELECT who, what, detail FROM audit").fetchall()
        assert [turn.answer for turn in dialogues.turns(conn, answer.session)] == [answer.answer]
    assert tuple(deed) == (
        "clinician",
        "made a file",
        f'{{"device":"{DEVICE}","what":"signal","format":"edf"}}',
    )


def test_an_answer_tells_why_there_is_no_file(db: Path, tmp_path: Path) -> None:
    late = wish("signal", "edf", start_ns=ns(START) + 10**15)
    answer = with_file(wishing(db, late), db, tmp_path)
    assert answer.answer.startswith("The file could not be made: no samples were recorded then")
    (tmp_path / "file").write_text("")
    blocked = with_file(wishing(db, wish("signal", "edf")), db, tmp_path / "file")
    assert blocked.answer.startswith("The file could not be made: ")


def test_notes_and_changes_are_written_with_their_turn(db: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(db, tmp_path / "hearth.db"))
    note = WriteNote(by="wearer", wearer=1, at_ns=ns(START), kind="symptom", text="dizzy", private=True)
    change = ChangeSetting(by="wearer", wearer=1, setting="birth_year", value="1950", before="")
    for request in (note, change):
        with exclusive(copy) as conn:
            remember(conn, wishing(copy, request))
    with closing(open_reader(copy)) as conn:
        assert [
            tuple(row) for row in conn.execute("SELECT kind, text, private, author FROM notes").fetchall()
        ] == [("symptom", "dizzy", 1, "wearer")]
        assert people.wearers(conn)[0].birth_year == 1950
        told = " ".join(row[0] for row in conn.execute("SELECT detail FROM audit").fetchall())
    assert "dizzy" not in told  # what was written stands in one place, and not in a log of deeds
