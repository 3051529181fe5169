from __future__ import annotations

import sqlite3

import pytest

from storage import notes


def test_notes_are_found_by_time_kind_and_privacy(home: sqlite3.Connection) -> None:
    notes.add(home, 1, 10, "symptom", "dizzy")
    notes.add(home, 1, 20, "diary", "secret", private=True)
    number = notes.add(home, 1, 30, "medication", "bisoprolol", author="Bob")
    assert [note.text for note in notes.notes(home, 1, 10, 30)] == ["dizzy"]
    assert [note.text for note in notes.notes(home, 1, 0, 99, private=True)] == [
        "dizzy",
        "secret",
        "bisoprolol",
    ]
    found = notes.notes(home, 1, 0, 99, kinds=("medication",))
    assert found == [notes.Note(number, 1, 30, "medication", "bisoprolol", private=False, author="Bob")]
    assert notes.notes(home, 2, 0, 99, private=True) == []


def test_an_unknown_kind_is_refused(home: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        notes.add(home, 1, 10, "gossip", "x")
