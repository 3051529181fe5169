"""Sealing: the committed tail of a session becomes compressed blocks of at most 60 s.

Blocks end on whole minutes of the session's axis, and at gaps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from storage import codec
from storage.errors import ChecksumMismatch, UnknownBlock
from storage.sessions import session as load_session

if TYPE_CHECKING:
    import sqlite3

    from dsp.types import IntArray

BLOCK_S: Final = 60  # longer gains under 1 % and delays the one compression more


def seal(conn: sqlite3.Connection, session: int) -> None:
    """Compress every whole minute that lies before the session's position."""
    state = load_session(conn, session)
    minute = max(round(BLOCK_S * state.fs_hz), 1)
    boundary = state.position // minute * minute
    if boundary > state.sealed:
        _seal_to(conn, session, boundary, minute)


def seal_rest(conn: sqlite3.Connection, session: int) -> None:
    """Compress all that is left in the tail."""
    state = load_session(conn, session)
    _seal_to(conn, session, state.position, max(round(BLOCK_S * state.fs_hz), 1))


def _seal_to(conn: sqlite3.Connection, session: int, boundary: int, minute: int) -> None:
    rows = conn.execute(
        "SELECT start, uv FROM tail WHERE session = ? AND start < ? ORDER BY start", (session, boundary)
    ).fetchall()
    conn.execute("DELETE FROM tail WHERE session = ? AND start < ?", (session, boundary))
    run: list[IntArray] = []
    start = end = 0
    for row in rows:
        at, uv = row[0], codec.from_bytes(row[1])
        while len(uv):
            piece = uv[: minute - at % minute]
            if at >= boundary:
                conn.execute(
                    "INSERT INTO tail (session, start, n, uv) VALUES (?, ?, ?, ?)",
                    (session, at, len(uv), codec.to_bytes(uv)),
                )
                break
            if run and (at != end or at % minute == 0):
                _insert(conn, session, start, run)
                run = []
            if not run:
                start = at
            run.append(piece)
            at += len(piece)
            end = at
            uv = uv[len(piece) :]
    if run:
        _insert(conn, session, start, run)
    conn.execute("UPDATE sessions SET sealed = ? WHERE id = ?", (boundary, session))


def _insert(conn: sqlite3.Connection, session: int, start: int, run: list[IntArray]) -> None:
    uv = np.concatenate(run)
    data = codec.pack(uv)
    conn.execute(
        "INSERT INTO blocks (session, start, n, crc32, data) VALUES (?, ?, ?, ?, ?)",
        (session, start, len(uv), codec.checksum(data), data),
    )


def length(conn: sqlite3.Connection, session: int, start: int) -> int:
    """How many samples the block at ``start`` holds, as its row says, whether or not they can be read.

    Raises:
        UnknownBlock: there is no block at ``start``.
    """
    row = conn.execute("SELECT n FROM blocks WHERE session = ? AND start = ?", (session, start)).fetchone()
    if row is None:
        raise UnknownBlock(session, start)
    return int(row[0])


def open_block(session: int, start: int, n: int, crc32: int, data: bytes) -> IntArray:
    """The samples of a stored block, int32 (n,).

    Raises:
        ChecksumMismatch: they are not what was written.
    """
    try:
        return codec.unpack(data, n, crc32)
    except codec.CodecError as error:
        raise ChecksumMismatch(session, start) from error
