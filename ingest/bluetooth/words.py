"""What wearables and strangers say of themselves, made fit to be stored, shown and sent on."""

from __future__ import annotations

from typing import Final

CHARS_MAX: Final = 64  # of a name or a number: no wearable has a longer one, and a stranger may send anything


def readable(text: str) -> str:
    """``text`` without what moves a cursor, turns the writing round or breaks a line, and not too long."""
    return "".join(letter for letter in text if letter.isprintable()).strip()[:CHARS_MAX].rstrip()
