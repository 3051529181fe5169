"""Texts that are all wrong, held against evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent.compose.review import verdict_on

if TYPE_CHECKING:
    from agent.compose.facts import Facts

FEWEST: Final = 60  # wrong texts of each class


def caught(texts: list[str], held: list[Facts]) -> None:
    """All of them are wrong, and none may pass."""
    assert len(set(texts)) >= FEWEST
    assert [text for text in texts if verdict_on(text, held) in {"", "SUPPORTED"}] == []
