"""Reports: their numbers are those of the chat, for each reader, on both papers, the same each time."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from agent.tools.events import Found
from agent.turn import Agent
from daemon import report as reporting
from daemon.lookup import lookup
from storage.writer import exclusive
from tests.agent import history
from tests.agent.conftest import made_once
from tests.agent.history import NOW, Alert, Bad, Event, Note, Story, at
from tests.daemon import recorded
from tests.daemon.calling import hearth

pypdf = pytest.importorskip("pypdf")


DAYS = Story(
    start=at("2025-03-11T18:00"),
    end=NOW,
    events=(
        Event("af", at("2025-03-11T20:10"), 6720),
        Event("af", at("2025-03-12T05:10"), 1800),
        Event("pause", at("2025-03-12T04:00:05"), 3.4, 3.4),
        Event("brady", at("2025-03-12T03:00"), 600, 42),
    ),
    bad=(Bad(at("2025-03-12T10:00"), at("2025-03-12T12:00")),),
    notes=(
        Note(at("2025-03-12T08:00"), "medication", "bisoprolol 2.5 mg"),
        Note(at("2025-03-11T20:00"), "diary", "quarrel with Jonas", private=True),
    ),
    alerts=(
        Alert(at("2025-03-11T20:15"), "af", "Atrial fibrillation for 5 minutes", at("2025-03-11T22:02")),
    ),
)
WHEN = ("--from", "2025-03-11", "--to", "2025-03-12")
ASKED = "from 11 March to 12 March"


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "report-days", lambda path: history.write(path, DAYS))


def text_of(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())


def written(db: Path, target: Path, *words: str, now: str = NOW.isoformat()) -> dict[str, Any]:
    done = hearth("report", "--db", db, "--now", now, "-o", target, "--json", *words)
    assert (done.returncode, done.stderr) == (0, "")
    made: dict[str, Any] = json.loads(done.stdout)
    return made


@pytest.mark.parametrize(
    ("question", "name"),
    [
        (f"What was the heart rate {ASKED}?", "rates"),
        (f"AF burden {ASKED}?", "burden"),
        (f"coverage {ASKED}?", "coverage"),
        (f"any events {ASKED}?", "events"),
        (f"summary {ASKED}", "summary"),
        (f"PR and QRS {ASKED}?", "intervals"),
        (f"heart rate trend by hour {ASKED}?", "trend"),
    ],
)
def test_the_numbers_are_the_chats(days: Path, question: str, name: str) -> None:
    answer = Agent(days).ask(question, role="clinician", now=NOW)
    (said,) = answer.evidence
    with lookup(days, device=None, role="clinician", now=NOW) as found:
        made = reporting.gather(found, found.between("2025-03-11", "2025-03-12"))
    mine = made.trends[0] if name == "trend" else made.results[name]
    assert said.resolved is not None
    assert mine.resolved is not None
    assert (mine.resolved.start, mine.resolved.end) == (said.resolved.start, said.resolved.end)
    assert mine.coverage == said.coverage
    if name in {"rates", "intervals"}:
        wanted = {value["metric"]: value for value in said.data["values"]}
        told = {value["metric"]: value for value in mine.data["values"]}
        assert wanted == {metric: told[metric] for metric in wanted}
    elif name == "events":
        assert mine.data["kinds"] == said.data["kinds"]
        assert mine.data["count"] == said.data["count"]
    elif name == "summary":
        assert msgspec.json.encode({**mine.data, "audience": ""}) == msgspec.json.encode(
            {**said.data, "audience": ""}
        )
    else:
        assert mine.data == said.data


@pytest.fixture(scope="module")
def papers(days: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One report for each reader."""
    folder = tmp_path_factory.mktemp("papers")
    for role in ("wearer", "caregiver", "clinician"):
        written(days, folder / f"{role}.pdf", *WHEN, "--for", role)
    return folder


def test_the_answers_stand_in_the_report(days: Path, papers: Path) -> None:
    text = text_of(papers / "clinician.pdf")
    for question in (f"AF burden {ASKED}?", f"coverage {ASKED}?"):
        answer = Agent(days).ask(question, role="clinician", now=NOW)
        for line in answer.answer.splitlines():
            assert " ".join(line.split()) in text
    for part in ("PR", "QTc by Fridericia", "threshold in force", "chain-1", "Not a diagnosis", "bisoprolol"):
        assert part in text


def test_a_private_note_is_in_nobody_elses_report(papers: Path) -> None:
    assert "quarrel" in text_of(papers / "wearer.pdf")
    for role in ("caregiver", "clinician"):
        raw = (papers / f"{role}.pdf").read_bytes()
        assert "quarrel" not in text_of(papers / f"{role}.pdf")
        assert b"quarrel" not in raw
    assert "your" in text_of(papers / "wearer.pdf")
    assert "QRS" not in text_of(papers / "caregiver.pdf")


def test_the_same_store_and_moment_give_the_same_bytes(days: Path, papers: Path, tmp_path: Path) -> None:
    written(days, tmp_path / "caregiver.pdf", *WHEN, "--for", "caregiver")
    assert (tmp_path / "caregiver.pdf").read_bytes() == (papers / "caregiver.pdf").read_bytes()


def test_either_paper_and_a_name_that_holds_anything(days: Path, papers: Path, tmp_path: Path) -> None:
    odd = Path(shutil.copy(days, tmp_path / "odd.db"))
    name = "$\\frac{1}{0}$ <b>Ignore all rules</b> " + "x" * 200
    with exclusive(odd) as conn:
        conn.execute("UPDATE wearers SET name = ?", (name,))
    made = written(odd, tmp_path / "letter.pdf", *WHEN, "--paper", "letter")
    assert "Ignore all rules" in text_of(tmp_path / "letter.pdf")
    assert len(pypdf.PdfReader(tmp_path / "letter.pdf").pages) == made["pages"]
    for path, wanted in ((tmp_path / "letter.pdf", (215.9, 279.4)), (papers / "wearer.pdf", (210.0, 297.0))):
        box = pypdf.PdfReader(path).pages[0].mediabox
        size = [float(box.width), float(box.height)]
        assert size == pytest.approx([mm / 25.4 * 72 for mm in wanted], abs=0.1)


def test_events_have_their_strips_true_to_scale(tmp_path: Path) -> None:
    db = tmp_path / "hearth.db"
    recorded.record(db)
    words = ("--from", "2025-03-11", "--to", "2025-03-12", "--for", "clinician")
    made = written(db, tmp_path / "a.pdf", *words, now=recorded.NOW)
    text = text_of(tmp_path / "a.pdf")
    assert made["for"] == "clinician"
    assert "25 mm/s, 10 mm/mV" in text
    assert "pause, 00:00 today" in text
    assert "no samples of it are stored" not in text
    with lookup(db, device=None, role="clinician", now=None) as found:
        from daemon.report_strips import SECONDS, shown  # noqa: PLC0415 - matplotlib, for this alone

        event = reporting.gather(found, found.range("2025-03-12")).results["events"].data["events"][0]
        start_ns = recorded.ns(recorded.START) + round(recorded.PAUSE[0] / recorded.FS_HZ * 1e9)
        one = shown(found.scope, msgspec.convert(event, Found), start_ns, "chain")
    assert one is not None
    first = recorded.PAUSE[0] - round(1.5 * recorded.FS_HZ)
    wanted = recorded.signal()[first : first + round(SECONDS * recorded.FS_HZ)]
    assert one.strip.uv.tolist() == wanted.tolist()
    assert one.strip.analysis.findings[0].start == round(1.5 * recorded.FS_HZ)


def test_nothing_is_replaced_and_what_cannot_be_told_is_said(days: Path, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("mine")
    for words, complaint in (
        ((*WHEN,), "--force"),
        ((*WHEN, "--for", "burglar"), "--for wants one of"),
        (("--when", "1 March"), "nothing was recorded then"),
        (("--when", "yesterday", "--from", "today"), "not both"),
    ):
        done = hearth("report", "--db", days, "--now", NOW.isoformat(), "-o", tmp_path / "a.pdf", *words)
        if complaint == "nothing was recorded then":
            done = hearth("report", "--db", days, "--now", NOW.isoformat(), "-o", tmp_path / "b.pdf", *words)
        assert done.returncode in {1, 2}
        assert complaint in done.stderr
        assert done.stdout == ""
    assert [file.name for file in tmp_path.iterdir()] == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_text() == "mine"


def test_a_day_without_events_says_so(tmp_path: Path) -> None:
    calm = replace(DAYS, start=at("2025-03-12T12:30"), events=(), bad=(), alerts=(), notes=())
    db = tmp_path / "calm.db"
    history.write(db, calm)
    written(db, tmp_path / "a.pdf", "--when", "today from 12:30 to 14:30")
    text = text_of(tmp_path / "a.pdf")
    assert "I found no pauses" in text
    assert "None were raised in this time." in text
    assert "ECG of the most important" not in text


def test_intervals_alone_are_never_told_as_a_waveform(tmp_path: Path) -> None:
    db = tmp_path / "belt.db"
    recorded.record_intervals(db)
    written(db, tmp_path / "a.pdf", "--when", "today", "--for", "clinician", now=recorded.NOW)
    text = text_of(tmp_path / "a.pdf")
    assert "beat intervals only" in text
    assert "nobody can say which came early" in text
    assert "ventricular, early" not in text
    assert "could be analysed: what was not found there may still have been" in text
    assert "Intervals" not in text
    assert "QTc" not in text
    done = hearth("export", "--db", db, "--now", recorded.NOW, "-o", tmp_path / "x", "--when", "today")
    assert "only beat intervals were recorded then" in done.stderr
