"""Episodes: events with a beginning and an end, merged from findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

import msgspec

from dsp.types import FindingKind
from storage import rollups
from storage.sql import select
from storage.stretches import IN_FORCE, PREPARED
from storage.timeline import wall_ns

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence


class Event(Protocol):
    """What is asked of an episode to store: :class:`dsp.episodes.Episode` has it."""

    @property
    def kind(self) -> str:
        """One of the values of :class:`dsp.types.FindingKind`."""

    @property
    def start(self) -> int:
        """First sample."""

    @property
    def n(self) -> int:
        """Samples so far."""

    @property
    def value(self) -> float | None:
        """The deciding number, in the unit the kind implies."""

    @property
    def open(self) -> bool:
        """Whether it goes on."""


class EpisodeRow(msgspec.Struct, frozen=True):
    """A stored episode; units as in the table ``episodes``."""

    id: int
    device: str
    session: int
    kind: str
    start_ns: int
    end_ns: int
    start: int
    n: int
    value: float | None
    open: bool
    version: str
    detail: dict[str, Any]


_FIELDS: Final = EpisodeRow.__struct_fields__
# Those that begin inside by one index, those that began before and reach inside by the other.
_RANGE: Final = (
    select(_FIELDS, "FROM episodes WHERE device = ?1 AND current = 1 AND start_ns >= ?2 AND start_ns < ?3")
    + " UNION ALL "
    + select(_FIELDS, "FROM episodes WHERE device = ?1 AND current = 1 AND end_ns > ?2 AND start_ns < ?2")
    + " ORDER BY start_ns, id"
)
_ONE: Final = select(_FIELDS, "FROM episodes WHERE id = ?")


def open_or_extend(
    conn: sqlite3.Connection,
    device: str,
    session: int,
    episode: Event,
    *,
    version: str,
    detail: Mapping[str, object] | None = None,
    prepared: bool = False,
) -> int:
    """Store an episode as it stands now; its number. Same kind, start and version: the same episode.

    ``prepared``: it is not in force yet (:mod:`storage.stretches`).
    """
    start_ns = wall_ns(conn, session, episode.start)
    end_ns = wall_ns(conn, session, episode.start + episode.n)
    row = conn.execute(
        "INSERT INTO episodes (device, session, kind, start_ns, end_ns, start, n, value, open, version, "
        "detail, current) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (session, kind, start, version) DO UPDATE SET "
        "end_ns = excluded.end_ns, n = excluded.n, value = excluded.value, open = excluded.open, "
        "detail = excluded.detail, current = excluded.current RETURNING id",
        (
            device,
            session,
            str(episode.kind),
            start_ns,
            end_ns,
            episode.start,
            episode.n,
            episode.value,
            episode.open,
            version,
            msgspec.json.encode(detail or {}).decode(),
            PREPARED if prepared else IN_FORCE,
        ),
    ).fetchone()
    if episode.kind == FindingKind.PAUSE and not prepared:  # the only kind that roll-ups count
        rollups.mark(conn, device, [(start_ns, start_ns + 1)])
    return int(row[0])


def episodes(
    conn: sqlite3.Connection, device: str, start_ns: int, end_ns: int, kinds: Sequence[str] | None = None
) -> list[EpisodeRow]:
    """The device's current episodes that touch [start_ns, end_ns), by their beginning."""
    cursor = conn.cursor()
    cursor.row_factory = None
    rows = cursor.execute(_RANGE, (device, start_ns, end_ns)).fetchall()
    return [_episode(row) for row in rows if kinds is None or row[3] in kinds]


def episode(conn: sqlite3.Connection, number: int) -> EpisodeRow | None:
    """The episode of that number, current or not; None where there is none."""
    cursor = conn.cursor()
    cursor.row_factory = None
    row = cursor.execute(_ONE, (number,)).fetchone()
    return None if row is None else _episode(row)


def _episode(row: tuple[Any, ...]) -> EpisodeRow:
    return EpisodeRow(*(*row[:9], bool(row[9]), row[10], msgspec.json.decode(row[11])))
