"""Why episodes were found: one explanation each, made after the episode, off the path of the results."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from dsp.types import FindingKind
from storage.sql import replace, select
from storage.timeline import NS

if TYPE_CHECKING:
    import sqlite3

    from storage.episodes import EpisodeRow


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


LASTING_NS: Final = 300 * NS  # people who are alerted to an episode ask why before it ends
_FIELDS: Final = Explained.__struct_fields__
_STORE: Final = replace("explanations", _FIELDS)
_ONE: Final = select(_FIELDS, "FROM explanations WHERE episode = ?")
_WANT: Final = (
    "INSERT OR IGNORE INTO explanations_due (episode) SELECT e.id FROM episodes AS e WHERE e.id = ?1 AND "
    "(e.open = 0 OR (e.end_ns - e.start_ns >= ?2 AND NOT EXISTS "
    "(SELECT 1 FROM explanations AS x WHERE x.episode = e.id)))"
)
_DONE: Final = (
    "DELETE FROM explanations_due WHERE episode = ?1 OR episode IN "
    "(SELECT d.episode FROM explanations_due AS d JOIN episodes AS e ON e.id = d.episode WHERE e.current = 0)"
)
# Those of episodes that are not in force yet wait until they are.
_DUE: Final = (
    "SELECT d.episode FROM explanations_due AS d JOIN episodes AS e ON e.id = d.episode "
    "WHERE e.current = 1 ORDER BY d.episode DESC LIMIT ?"
)
_WINDOWS: Final = select(
    ("start", "n", "quality", "model", "coalesce(probability_30s, probability)", "hr_bpm"),
    "FROM segments WHERE session = ?1 AND current = 1 AND analysable = 1 AND start > ?2 AND start < ?4 "
    "AND start + n > ?3 AND (?5 IS NULL OR rhythm = ?5) ORDER BY ",
)
_MOST: Final = {  # the first of it shows a finding most plainly
    "af": "coalesce(rhythm_30s = 'af', 0) DESC, 5 DESC, quality DESC, start",
    "brady": "hr_bpm IS NULL, hr_bpm, start",
    "tachy": "hr_bpm IS NULL, hr_bpm DESC, start",
}
_EARLIEST: Final = "start"


class Telling(msgspec.Struct, frozen=True):
    """A window in which a finding is seen. ``probability``: of the half minute that ends with it, if told."""

    start: int
    n: int
    quality: float
    model: str
    probability: float | None
    hr_bpm: float | None


def most_telling(conn: sqlite3.Connection, episode: EpisodeRow, reach: int) -> Telling | None:
    """The analysable window of an episode that shows it most plainly; None where there is none.

    ``reach``: samples that a window may begin before the episode.
    """
    rhythm = episode.kind if episode.kind == FindingKind.AF else None
    cursor = conn.cursor()
    cursor.row_factory = None
    row = cursor.execute(
        f"{_WINDOWS}{_MOST.get(episode.kind, _EARLIEST)} LIMIT 1",
        (episode.session, episode.start - reach, episode.start, episode.start + episode.n, rhythm),
    ).fetchone()
    return None if row is None else Telling(*row)


def want(conn: sqlite3.Connection, episode: int) -> None:
    """Have an episode explained: once it has ended, and before that when it lasts and nothing is told yet."""
    conn.execute(_WANT, (episode, LASTING_NS))


def due(conn: sqlite3.Connection, most: int) -> list[int]:
    """Episodes in force that wait for an explanation, the newest first."""
    return [row[0] for row in conn.execute(_DUE, (most,)).fetchall()]


def store(conn: sqlite3.Connection, episode: int, made: Explained | None) -> None:
    """Keep an explanation instead of the one before; None: there is nothing to explain it from.

    Episodes that are no longer in force are due no more.
    """
    conn.execute(_DONE, (episode,))
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
