"""Why episodes were found: one explanation each, made after the episode, off the path of the results."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from storage.sql import replace, select

if TYPE_CHECKING:
    import sqlite3


class Explained(msgspec.Struct, frozen=True):
    """A stored explanation; units as in the table ``explanations``.

    ``parts``: first sample, samples, probability lost. ``model``, ``sha256``, ``probability``, ``masked`` and
    ``by_chance`` are None where rules alone decided.
    """

    episode: int
    start: int
    n: int
    method: str
    model: str | None
    sha256: str | None
    probability: float | None
    masked: float | None
    by_chance: float | None
    quality: float | None
    criteria: dict[str, float]
    parts: tuple[tuple[int, int, float], ...]


_FIELDS: Final = Explained.__struct_fields__
_STORE: Final = replace("explanations", _FIELDS)
_ONE: Final = select(_FIELDS, "FROM explanations WHERE episode = ?")
# Those of episodes that are not in force yet wait until they are.
_DUE: Final = (
    "SELECT d.episode FROM explanations_due AS d JOIN episodes AS e ON e.id = d.episode "
    "WHERE e.current = 1 ORDER BY d.episode DESC LIMIT ?"
)


def want(conn: sqlite3.Connection, episode: int) -> None:
    """Have an episode explained, or explained anew."""
    conn.execute("INSERT OR IGNORE INTO explanations_due (episode) VALUES (?)", (episode,))


def want_first(conn: sqlite3.Connection, episode: int) -> None:
    """Have an episode explained unless it is."""
    conn.execute(
        "INSERT OR IGNORE INTO explanations_due (episode) SELECT ?1 "
        "WHERE NOT EXISTS (SELECT 1 FROM explanations WHERE episode = ?1)",
        (episode,),
    )


def due(conn: sqlite3.Connection, most: int) -> list[int]:
    """Episodes in force that wait for an explanation, the newest first."""
    return [row[0] for row in conn.execute(_DUE, (most,)).fetchall()]


def store(conn: sqlite3.Connection, episode: int, made: Explained | None) -> None:
    """Keep an explanation instead of the one before; None: there is nothing to explain it from."""
    conn.execute("DELETE FROM explanations_due WHERE episode = ?", (episode,))
    if made is not None:
        conn.execute(_STORE, (*msgspec.structs.astuple(made)[:10], _json(made.criteria), _json(made.parts)))


def explained(conn: sqlite3.Connection, episode: int) -> Explained | None:
    """The explanation of an episode; None where there is none."""
    cursor = conn.cursor()
    cursor.row_factory = None
    row = cursor.execute(_ONE, (episode,)).fetchone()
    if row is None:
        return None
    criteria = msgspec.json.decode(row[10], type=dict[str, float])
    parts = msgspec.json.decode(row[11], type=tuple[tuple[int, int, float], ...])
    return Explained(*(*row[:10], criteria, parts))


def _json(value: Any) -> str:  # noqa: ANN401 - whatever a column holds
    return msgspec.json.encode(value).decode()
