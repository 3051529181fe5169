"""Re-analyses of stored history: what was asked, in which stretches it is done, and how far each is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import msgspec

from storage import rollups, stretches
from storage.sessions import session as load_session
from storage.sql import insert, select
from storage.timeline import wall_ns

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

State = Literal["waiting", "done", "failed", "cancelled"]


class LeftOut(msgspec.Struct, frozen=True):
    """A time that cannot be computed anew, and why."""

    device: str
    start_ns: int
    end_ns: int
    why: str


class Asked(msgspec.Struct, frozen=True):
    """What was asked for.

    ``device``: None is every wearable; ``model``: builtin, rules or a classifier's file; ``sha256``: of that
    file, empty for rules; ``quiet``: to be done in quiet hours alone.
    """

    asked_ns: int
    device: str | None
    start_ns: int
    end_ns: int
    model: str
    sha256: str
    quiet: bool = False


class Reanalysis(Asked, frozen=True):
    """A re-analysis. ``why``: of a failure; ``ended_ns``: None while it waits or is worked on."""

    id: int = 0
    state: State = "waiting"
    ended_ns: int | None = None
    why: str = ""
    left_out: tuple[LeftOut, ...] = ()


class Part(msgspec.Struct, frozen=True):
    """A stretch [start, stop) of one session, to be computed under ``version`` and put in force at once.

    ``begin``: where the chain starts, so that it is settled by ``start``; ``position``: samples consumed;
    ``snapshot``, ``merger``: the chain and the episode merger there; ``done``: it is in force.
    """

    reanalysis: int
    session: int
    start: int
    stop: int
    begin: int
    version: str
    position: int
    snapshot: bytes | None = None
    merger: bytes | None = None
    done: bool = False

    @property
    def n(self) -> int:
        """Its samples."""
        return self.stop - self.start

    @property
    def computed(self) -> int:
        """Samples of it that are computed."""
        return self.n if self.done else min(max(self.position - self.start, 0), self.n)


_ASKED: Final = Asked.__struct_fields__
_FIELDS: Final = Reanalysis.__struct_fields__
_PART: Final = Part.__struct_fields__
_LEFT_OUT: Final = _FIELDS.index("left_out")
_QUIET: Final = _FIELDS.index("quiet")


def add(
    conn: sqlite3.Connection, asked: Asked, parts: Sequence[Part], left_out: Sequence[LeftOut]
) -> Reanalysis:
    """Store a re-analysis that waits to be done. ``parts``: those of it, numbered or not."""
    done_ns = None if parts else asked.asked_ns
    state: State = "waiting" if parts else "done"
    row = conn.execute(
        f"{insert('reanalyses', (*_ASKED, 'state', 'ended_ns', 'left_out'))} RETURNING id",
        (*msgspec.structs.astuple(asked), state, done_ns, msgspec.json.encode(left_out).decode()),
    ).fetchone()
    number = int(row[0])
    for part in parts:
        values = msgspec.structs.astuple(msgspec.structs.replace(part, reanalysis=number))
        conn.execute(insert("reanalysis_parts", _PART), values)
    return Reanalysis(
        **msgspec.structs.asdict(asked), id=number, state=state, ended_ns=done_ns, left_out=tuple(left_out)
    )


def reanalysis(conn: sqlite3.Connection, number: int) -> Reanalysis | None:
    """The re-analysis of that number; None where there is none."""
    row = conn.execute(select(_FIELDS, "FROM reanalyses WHERE id = ?"), (number,)).fetchone()
    return None if row is None else _reanalysis(tuple(row))


def waiting(conn: sqlite3.Connection) -> list[Reanalysis]:
    """Those still to be done, in the order in which they were asked for."""
    rows = conn.execute(select(_FIELDS, "FROM reanalyses WHERE state = 'waiting' ORDER BY id")).fetchall()
    return [_reanalysis(tuple(row)) for row in rows]


def parts(conn: sqlite3.Connection, number: int) -> list[Part]:
    """The stretches of a re-analysis, oldest session first."""
    rows = conn.execute(
        select(_PART, "FROM reanalysis_parts WHERE reanalysis = ? ORDER BY session, start"), (number,)
    ).fetchall()
    return [Part(*(*tuple(row)[:-1], bool(row[-1]))) for row in rows]


def save(conn: sqlite3.Connection, part: Part) -> None:
    """Remember how far a stretch is, in the transaction of the results up to there."""
    conn.execute(
        "UPDATE reanalysis_parts SET position = ?, snapshot = ?, merger = ? "
        "WHERE reanalysis = ? AND session = ? AND start = ?",
        (part.position, part.snapshot, part.merger, part.reanalysis, part.session, part.start),
    )


def finish(conn: sqlite3.Connection, part: Part) -> None:
    """Put a stretch in force as a whole, roll-ups included."""
    device = load_session(conn, part.session).device
    stretches.put_in_force(conn, part.session, part.start, part.stop, part.version)
    conn.execute(
        "UPDATE reanalysis_parts SET done = 1, snapshot = NULL, merger = NULL "
        "WHERE reanalysis = ? AND session = ? AND start = ?",
        (part.reanalysis, part.session, part.start),
    )
    span = wall_ns(conn, part.session, part.start), wall_ns(conn, part.session, part.stop)
    rollups.refresh(conn, device, *span)


def end(conn: sqlite3.Connection, number: int, state: State, at_ns: int, why: str = "") -> None:
    """Say that a re-analysis is over; what it prepared and did not put in force is removed."""
    for part in parts(conn, number):
        if not part.done:
            stretches.drop_prepared(conn, part.session, part.start, part.stop, part.version)
    conn.execute(
        "UPDATE reanalyses SET state = ?, ended_ns = ?, why = ? WHERE id = ?", (state, at_ns, why, number)
    )


def until_ns(conn: sqlite3.Connection, device: str) -> int:
    """Wall time up to which results of a wearable were computed anew: no alarm is raised over them."""
    row = conn.execute(
        "SELECT p.session, max(p.stop) FROM reanalysis_parts AS p JOIN sessions AS s ON s.id = p.session "
        "WHERE s.device = ? AND p.done = 1 GROUP BY p.session ORDER BY s.last_ns DESC LIMIT 1",
        (device,),
    ).fetchone()
    return 0 if row is None else wall_ns(conn, row[0], row[1])


def _reanalysis(values: tuple[object, ...]) -> Reanalysis:
    row = list(values)
    row[_QUIET] = bool(row[_QUIET])
    row[_LEFT_OUT] = msgspec.json.decode(str(row[_LEFT_OUT]), type=tuple[LeftOut, ...])
    return msgspec.convert(dict(zip(_FIELDS, row, strict=True)), Reanalysis)
