from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from agent.compose import reasons
from agent.compose.check import checked
from agent.compose.draft import Draft, written
from agent.language import tongue
from agent.scope import scope
from agent.tools.args import Explain
from agent.tools.run import Runner
from agent.turn import Agent
from storage import dialogues, episodes, explanations
from storage.database import open_reader
from storage.explanations import Explained
from storage.timeline import NS
from storage.writer import exclusive
from tests.agent.history import NOW, ns

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from storage.episodes import EpisodeRow

SHA256 = "c0ffee" + 58 * "0"


def longest(conn: sqlite3.Connection, kind: str) -> EpisodeRow:
    (device,) = conn.execute("SELECT id FROM devices").fetchone()
    found = episodes.episodes(conn, device, ns(NOW) - 7 * 86_400 * NS, ns(NOW), (kind,))
    return max(found, key=lambda row: (row.value or 0.0, row.n) if kind == "pause" else (0.0, row.n))


def put(path: Path, kind: str, *, model: bool) -> EpisodeRow:
    """An explanation of the week's longest episode of a kind, with two parts in it."""
    with exclusive(path) as conn:
        row = longest(conn, kind)
        first = row.start + row.n // 2
        made = Explained(
            episode=row.id,
            start=row.start,
            n=row.n,
            method="occlusion-1" if model else "criteria-1",
            model="hearth-rhythm-1" if model else None,
            sha256=SHA256 if model else None,
            probability=0.978 if model else None,
            masked=0.413 if model else None,
            by_chance=0.962 if model else None,
            quality=0.9,
            criteria={"seconds": 1.0, "width_ms": 152.0, "usual_width_ms": 94.0, "similarity": 0.412},
            parts=((first, 125, 0.31), (first + 500, 125, 0.25)) if model or kind == "pause" else (),
        )
        explanations.store(conn, row.id, made)
    return row


def explain(path: Path, finding: str) -> Any:  # noqa: ANN401 - JSON
    with closing(open_reader(path)) as conn:
        view = scope(conn, now=NOW)
        assert view is not None
        call = Explain(finding=finding, when="past week")  # type: ignore[arg-type]
        return Runner(view, tongue("en")).run(call).data


def test_the_parts_that_carried_the_decision_are_told_as_clock_times(talk_db: Path) -> None:
    row = put(talk_db, "af", model=True)
    told = explain(talk_db, "af")["carried"]
    assert (told["method"], told["model"], told["sha256"]) == ("occlusion-1", "hearth-rhythm-1", SHA256)
    assert (told["probability"], told["masked"], told["by_chance"]) == (0.98, 0.41, 0.96)
    assert [part["lost"] for part in told["parts"]] == [0.31, 0.25]
    assert all(told["began"] <= told["start"] <= part["at"] <= told["end"] for part in told["parts"])
    said = Agent(talk_db).ask("why did you say AF in the past week?", now=NOW)
    assert {verdict.verdict for verdict in said.verdicts} == {"SUPPORTED"}
    assert "it gave that strip 0.98; with these parts masked 0.41, with as many at random 0.96" in said.answer
    for part in told["parts"]:
        assert part["at"][11:19] in said.answer
    assert row.n


def test_without_a_classifier_it_says_that_no_part_can_be_named(talk_db: Path) -> None:
    put(talk_db, "af", model=False)
    assert not explain(talk_db, "af")["carried"]["parts"]
    said = Agent(talk_db).ask("why did you say AF in the past week?", now=NOW)
    assert {verdict.verdict for verdict in said.verdicts} == {"SUPPORTED"}
    assert "No classifier decided it" in said.answer


def test_the_intervals_that_a_rule_looks_at_are_told(talk_db: Path) -> None:
    put(talk_db, "pause", model=False)
    told = explain(talk_db, "pause")["carried"]
    said = Agent(talk_db).ask("explain the pauses in the past week", now=NOW)
    assert {verdict.verdict for verdict in said.verdicts} == {"SUPPORTED"}
    assert "The beats and intervals that decide it:" in said.answer
    assert all(part["at"][11:19] in said.answer for part in told["parts"])
    assert all(part.get("lost") is None for part in told["parts"])


def test_what_was_never_explained_is_told_as_before(talk_db: Path) -> None:
    assert explain(talk_db, "af").get("carried") is None
    said = Agent(talk_db).ask("why did you say AF in the past week?", now=NOW)
    assert "masked" not in said.answer
    assert "No classifier decided it" not in said.answer


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "zh"])
@pytest.mark.parametrize("finding", ["af", "pause"])
def test_every_language_has_the_sentences(talk_db: Path, language: str, finding: str) -> None:
    put(talk_db, finding, model=finding == "af")
    with closing(open_reader(talk_db)) as conn:
        view = scope(conn, now=NOW)
        assert view is not None
        call = Explain(finding=finding, when="past week")  # type: ignore[arg-type]
        envelope = Runner(view, tongue("en")).run(call)
    draft = Draft(tongue(language), NOW, "")
    reasons.finding(draft, envelope, frozenset())
    kept, verdicts = checked(draft.sentences, {envelope.ev: envelope}, language)
    assert {verdict.verdict for verdict in verdicts} == {"SUPPORTED"}
    text = written(kept).replace(",", ".")
    wanted = ("0.98", "0.41", "0.96", "0.31", "0.25") if finding == "af" else ("152", "94")
    assert all(words in text for words in wanted), text


def test_provenance_names_the_file_that_was_asked(talk_db: Path) -> None:
    put(talk_db, "af", model=True)
    agent = Agent(talk_db)
    first = agent.ask("why did you say AF in the past week?", now=NOW)
    with exclusive(talk_db) as conn:
        dialogues.store_turn(conn, first.record())
    said = agent.ask("where does that come from?", session=first.session, now=NOW)
    assert "occlusion-1" in said.answer
    assert SHA256 in said.answer
