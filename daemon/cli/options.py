"""Options that many commands share, and what they lead to."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from daemon.errors import Misuse
from storage import migrations
from storage.database import StoreError, StoreLocked, StoreMissing, open_reader
from storage.writer import exclusive

if TYPE_CHECKING:
    from collections.abc import Iterator

NS: Final = 10**9

DatabaseOption = Annotated[
    Path | None,
    typer.Option("--db", metavar="FILE", help="The database; otherwise the configuration names it."),
]
ConfigOption = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="The configuration; otherwise the service's.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead.")]
NowOption = Annotated[
    str | None,
    typer.Option("--now", metavar="ISO8601", help="The moment that counts as now, with its UTC offset."),
]

FromOption = Annotated[
    str | None,
    typer.Option(
        "--from", metavar="TIME", help="From when on, in your own words or ISO 8601; else from the first day."
    ),
]
ToOption = Annotated[
    str | None, typer.Option("--to", metavar="TIME", help="Until when, that day included; else until now.")
]
WhenOption = Annotated[
    str | None,
    typer.Option("--when", metavar="TIME", help='Instead of both: one time, such as "last night".'),
]
MomentOption = Annotated[
    str | None,
    typer.Option(
        "--now",
        metavar="ISO8601",
        help="The moment that counts as now; without an offset, the wearer's time.",
    ),
]
ForceOption = Annotated[bool, typer.Option("--force", help="Replace what is already there.")]


class NothingRecorded(StoreError):
    """There is no database yet, or none that this version can read. ``path``: where it was looked for."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{why} at {path}; start hearth run or hearth demo, or name a database with --db")
        self.path = path


def database(db: Path | None, config: Path | None) -> Path:
    """The database file that the options mean.

    Raises:
        ConfigError: the configuration cannot be read.
    """
    if db is not None:
        return db
    from daemon import config as settings  # noqa: PLC0415 - brings MQTT and notifications, which --db spares

    return settings.load(settings.find(config)).database


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A read-only connection to ``path``.

    Raises:
        NothingRecorded: there is no database, or an empty one.
        StoreError: it cannot be read.
    """
    try:
        conn = open_reader(path)
    except StoreMissing as error:
        raise NothingRecorded(path, "nothing is recorded: no database") from error
    try:
        if migrations.pending(conn):
            raise NothingRecorded(path, "nothing readable is recorded: an empty or older database")
        yield conn
    except sqlite3.Error as error:
        raise StoreError(f"{path} cannot be read: {error}") from error
    finally:
        conn.close()


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """A write connection to ``path``, committed at the end.

    Raises:
        StoreError: a daemon is writing; it says how to go on.
    """
    try:
        with exclusive(path) as conn:
            yield conn
    except StoreLocked as error:
        raise StoreError(
            f"{error}; stop it first (sudo systemctl stop hearth), and start it again after"
        ) from error
    except sqlite3.Error as error:
        raise StoreError(f"{path} cannot be written: {error}") from error


def moment_ns(text: str) -> int:
    """An ISO 8601 moment with its offset, as ns since the Unix epoch UTC.

    Raises:
        Misuse: it is not one.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise Misuse(f"--now wants a moment such as 2026-11-20T08:00:00+01:00, not {text!r}") from error
    if moment.tzinfo is None:
        raise Misuse(f"--now wants a UTC offset, such as {text}+00:00")
    return int(moment.timestamp()) * NS + moment.microsecond * 1000
