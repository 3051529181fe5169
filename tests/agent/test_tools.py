"""All tools from outside: schemas, typed arguments, reasons, alerts, sources after another analysis."""

from __future__ import annotations

import random
from contextlib import closing
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from agent.errors import BadCall
from agent.language import tongue
from agent.scope import scope
from agent.tools.args import KINDS, NAMES, Explain, Measure
from agent.tools.envelope import Problem
from agent.tools.run import Runner
from agent.tools.schemas import call_of, choices, schemas
from agent.turn import Agent
from dsp.types import Beat, Fiducials, Quality, Rhythm, Window
from storage import people, results, rollups, samples
from storage.database import open_reader
from storage.devices import ensure_device
from storage.writer import exclusive
from tests.agent.history import FS_HZ, NOW, SEED, TZ, VERSION, at, ns

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


TOOLS = {
    "measure",
    "classify",
    "explain",
    "find_events",
    "burden",
    "trend",
    "compare",
    "summarize",
    "list_alerts",
    "explain_alert",
    "coverage",
    "device_status",
    "add_note",
    "list_notes",
    "provenance",
    "propose_change",
    "export",
    "glossary",
}
N = 1000  # samples of a window


def test_every_tool_has_a_schema_of_its_typed_arguments() -> None:
    made = {tool.name: tool for tool in schemas()}
    assert made.keys() == TOOLS
    for kind in KINDS:
        tool = made[NAMES[kind]]
        assert tool.description
        assert set(tool.input_schema["properties"]) == set(kind.__struct_fields__)
        assert not tool.input_schema["additionalProperties"]
        assert msgspec.json.decode(msgspec.json.encode(tool.input_schema)) == tool.input_schema
    assert {name for name, tool in made.items() if not tool.read_only} == {
        "add_note",
        "propose_change",
        "export",
    }


def test_calls_are_read_from_json_and_nothing_else_passes() -> None:
    assert call_of("measure", {"when": "today", "metrics": ["qtc"]}) == Measure(
        when="today", metrics=("qtc",)
    )
    for tool, args in (
        ("measure", {"when": "x" * 201}),
        ("measure", {}),
        ("measure", {"when": "today", "sql": "DROP TABLE segments"}),
        ("find_events", {"when": "today", "limit": 0}),
        ("add_note", {"kind": "diary", "text": ""}),
        ("delete_everything", {}),
    ):
        with pytest.raises(BadCall):
            call_of(tool, args)


def test_an_unknown_metric_is_named_with_what_is_known() -> None:
    with pytest.raises(BadCall) as caught:
        call_of("measure", {"when": "today", "metrics": ["hr", "spo2"]})
    assert caught.value.unknown == "spo2"
    assert {"p_duration", "qtc"} <= set(choices(Measure, "metrics"))


def window(index: int, rhythm: Rhythm, p: float | None, *, version_flags: tuple[str, ...] = ()) -> Window:
    af = rhythm is Rhythm.AF
    return Window(
        index * N,
        N,
        Quality(index * N, N, 0.93, analysable=True),
        rhythm,
        p,
        "cnn-2" if p else "rules-1",
        12,
        78.0,
        769.0,
        120.0 if af else 20.0,
        None if af else 160.0,
        92.0,
        390.0,
        410.0,
        None if af else 102.0,
        flags=version_flags,
        null_reasons={"pr_ms": "af", "p_ms": "af"} if af else {},
    )


def fill(conn: sqlite3.Connection, device: str, begin: int, version: str, *, af_from: int, count: int) -> int:
    """Windows with their beats: regular with P waves, then irregular without."""
    session = samples.next_session(conn)
    samples.open_session(conn, session, device, "I", FS_HZ, begin, "device")
    analyse(conn, session, version, af_from=af_from, count=count)
    return session


def analyse(conn: sqlite3.Connection, session: int, version: str, *, af_from: int, count: int) -> None:
    found: list[Beat | Fiducials] = []
    rng, beat = random.Random(SEED), 30
    while beat < count * N - 60:
        af = beat >= af_from * N
        found.append(Beat(beat))
        p = None if af else beat - 16
        found.append(
            Fiducials(
                beat,
                None if af else beat - 21,
                p,
                None if af else beat - 11,
                beat - 5,
                beat + 4,
                beat + 18,
                beat + 28,
                beat + 38,
            )
        )
        beat += rng.randrange(45, 115) if af else 77
    windows = [window(i, Rhythm.AF if i >= af_from else Rhythm.SINUS, 0.96) for i in range(count)]
    results.store(conn, session, [*found, *windows], version=version)
    rollups.flush(conn)


@pytest.fixture
def beats_db(tmp_path: Path) -> Path:
    path = tmp_path / "beats.db"
    with exclusive(path) as conn:
        wearer = people.add_wearer(conn, "Dora", TZ.key, installed_ns=ns(at("2025-03-12T00:00")))
        ensure_device(conn, "strap-1", now_ns=ns(at("2025-03-12T00:00")), kind="simulated", wearer=wearer)
        fill(conn, "strap-1", ns(at("2025-03-12T12:00")), VERSION, af_from=60, count=120)
    return path


def run(path: Path, call: Any) -> Any:  # noqa: ANN401 - any call
    with closing(open_reader(path)) as conn:
        view = scope(conn, now=NOW)
        assert view is not None
        return Runner(view, tongue("en")).run(call)


def test_af_is_explained_by_irregularity_and_missing_p_waves(beats_db: Path) -> None:
    data = run(beats_db, Explain(finding="af", when="today")).data
    assert data["found"]
    assert data["irregularity"] > 0.5 > data["irregularity_elsewhere"]
    assert data["p_pct"] == 0.0
    assert data["p_pct_elsewhere"] > 95
    assert (data["probability"], data["certainty"], data["windows"]) == (0.96, "high", 60)
    assert len(data["strips"]) == 3
    assert all(strip["start"] >= "2025-03-12T12:10" for strip in data["strips"])
    said = Agent(beats_db).ask("why did you say AF today?", now=NOW)
    assert {verdict.verdict for verdict in said.verdicts} == {"SUPPORTED"}
    assert "seen before 0 % of its beats" in said.answer
    assert "12:1" in said.answer


def test_a_finding_that_is_not_there_is_not_explained(beats_db: Path) -> None:
    said = Agent(beats_db).ask("why do you say there was a pause today?", now=NOW)
    assert "found no pauses" in said.answer
    assert "nothing to explain" in said.answer


def test_events_are_explained_by_their_value_and_limit(weeks: Agent) -> None:
    said = weeks.ask("explain the pauses this week", now=NOW)
    assert said.calls[0].tool == "explain"
    assert "the most marked had 4.1 s" in said.answer
    assert "the limit is 3.0 s" in said.answer
    assert {verdict.verdict for verdict in said.verdicts} == {"SUPPORTED"}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (
            "why was there an alert last night?",
            "\u201cAtrial fibrillation for 5 minutes\u201d came up at Tue 11 March 23:15",
        ),
        ("explain the last alert", "still open"),
        ("why did the AF alarm go off?", "shortest AF that raises an alert 300.0 s"),
        ("why was there a data alert on Saturday?", "about the equipment, not about the heart"),
        ("why was there an alert on 1 March?", "there was no such alert"),
    ],
)
def test_alerts_are_explained(weeks: Agent, question: str, words: str) -> None:
    said = weeks.ask(question, now=NOW)
    assert words in said.answer
    assert [call.tool for call in said.calls] == ["explain_alert"]


def test_a_source_is_resolved_after_another_analysis(beats_db: Path) -> None:
    agent = Agent(beats_db)
    first = agent.ask("heart rate today", session="s", now=NOW)
    from storage import dialogues  # noqa: PLC0415 - only here

    with exclusive(beats_db) as conn:
        dialogues.store_turn(conn, first.record())
        analyse(conn, 1, "chain-2", af_from=90, count=120)
    again = agent.ask("how do you know?", session="s", now=NOW)
    source = again.evidence[0].data
    assert (list(source["chain"]), list(source["replaced_by"])) == ([VERSION], ["chain-2"])
    assert (source["windows"], source["analysable"]) == (120, 120)
    assert "analysed again since, by chain-2" in again.answer


def test_roles_see_what_they_may(weeks: Agent) -> None:
    assert weeks.ask("export my data as CSV", role="caregiver", now=NOW).action == "refuse"
    assert weeks.ask("set the language to German", role="caregiver", now=NOW).action == "refuse"
    found = weeks.ask("export my data as CSV", role="clinician", now=NOW)
    assert found.request is not None
    assert found.request.private_notes is False  # type: ignore[union-attr]  # it is an export
    assert found.evidence[0].error is not Problem.PERMISSION
