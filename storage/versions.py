"""What the versions of results are made of: the chain, its models, and the checksums of their files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from storage.sql import insert, select

if TYPE_CHECKING:
    import sqlite3


class Version(msgspec.Struct, frozen=True):
    """A version of results.

    ``version``: as in the rows; ``chain``: of the signal chain; ``model``, ``sha256``: the rhythm
    classifier's name with its version, and its file's checksum, None where rules decide; ``files``: each
    model file that took part, and its checksum.
    """

    version: str
    chain: str
    model: str | None
    sha256: str | None
    files: dict[str, str]
    first_ns: int


_FIELDS: Final = Version.__struct_fields__


def record(conn: sqlite3.Connection, made: Version) -> None:
    """Note that results of a version are stored from now on; what is noted already stays."""
    values = list(msgspec.structs.astuple(made))
    values[4] = msgspec.json.encode(made.files).decode()
    conn.execute(f"{insert('versions', _FIELDS)} ON CONFLICT (version) DO NOTHING", values)


def version(conn: sqlite3.Connection, name: str) -> Version | None:
    """What a version is made of; None of one that is not known."""
    row = conn.execute(select(_FIELDS, "FROM versions WHERE version = ?"), (name,)).fetchone()
    if row is None:
        return None
    values = list(row)
    values[4] = msgspec.json.decode(values[4], type=dict[str, str])
    return Version(*values)
