"""The files that an answer asks its caller to make."""

from __future__ import annotations

import csv
import stat
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
import wfdb

from agent.requests import ExportFile
from daemon.errors import Misuse
from daemon.export import NothingToExport
from daemon.perform import folder_of, perform_export
from tests.daemon.recorded import DEVICE, FS_HZ, PAUSE, START, ns, record

if TYPE_CHECKING:
    from pathlib import Path

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
