from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from storage import dialogues

if TYPE_CHECKING:
    import sqlite3

RECORD: dict[str, Any] = {
    "session": "s1",
    "device": "belt",
    "role": "caregiver",
    "at_ns": 5,
    "question": "How was the night?",
    "action": "tools",
    "answer": "Quiet.",
    "calls": [{"tool": "coverage", "args": {"when": "last night"}, "resolved": {"tz": "Europe/Berlin"}}],
    "verdicts": [{"claim": "quiet", "verdict": "SUPPORTED"}],
    "timings": {"plan_s": 0.1},
    "state": {"range": [1, 2]},
    "evidence": [{"id": "e1", "tool": "coverage", "args": {"when": "last night"}, "envelope": {"ok": True}}],
}


def test_a_turn_comes_back_with_its_evidence(conn: sqlite3.Connection) -> None:
    number = dialogues.store_turn(conn, RECORD)
    (turn,) = dialogues.turns(conn, "s1")
    assert (turn.id, turn.session, turn.at_ns, turn.question) == (number, "s1", 5, RECORD["question"])
    assert (turn.calls, turn.verdicts, turn.timings) == (
        RECORD["calls"],
        RECORD["verdicts"],
        RECORD["timings"],
    )
    (proof,) = dialogues.evidence(conn, "s1")
    assert (proof.id, proof.tool, proof.args, proof.envelope) == (
        "e1",
        "coverage",
        {"when": "last night"},
        {"ok": True},
    )
    row = conn.execute("SELECT device, role, started_ns FROM dialogues").fetchone()
    assert tuple(row) == ("belt", "caregiver", 5)


def test_a_dialogue_remembers_its_last_state(conn: sqlite3.Connection) -> None:
    assert dialogues.load_state(conn, "s1") is None
    dialogues.store_turn(conn, RECORD)
    assert dialogues.load_state(conn, "s1") == {"range": [1, 2]}
    without = {key: value for key, value in RECORD.items() if key not in {"state", "evidence", "calls"}}
    dialogues.store_turn(conn, {**without, "at_ns": 6})
    assert dialogues.load_state(conn, "s1") == {"range": [1, 2]}
    dialogues.store_turn(conn, {**without, "state": {"range": [3, 4]}})
    assert dialogues.load_state(conn, "s1") == {"range": [3, 4]}
    assert len(dialogues.turns(conn, "s1")) == 3


def test_an_incomplete_record_is_refused(conn: sqlite3.Connection) -> None:
    with pytest.raises(KeyError, match="answer"):
        dialogues.store_turn(conn, {key: value for key, value in RECORD.items() if key != "answer"})
