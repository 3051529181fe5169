"""The schema as a page for people, made from a database itself: ``python -m storage.document``."""

from __future__ import annotations

import re
import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Final

from storage import migrations

if TYPE_CHECKING:
    from collections.abc import Iterator

_INTRODUCTION: Final = """# The database

One SQLite file in WAL mode, for SQLite 3.37 or newer. Open it with any SQLite tool or with `datasette`; while
the daemon runs, for reading only (`sqlite3 'file:hearth.db?mode=ro'`), and leave no read transaction open.

This page is generated from the database itself by `python -m storage.document > docs/schema.md`.

- `_ns`: nanoseconds since the Unix epoch, UTC. `start`, `sample`, `position`: sample index on the session's
  own axis; `n`: a number of samples. Other units are in the names or in the descriptions.
- Raw samples: `blocks` (sealed, 60 s, pcodec, CRC-32) and `tail` (newest, int32 little-endian). `gaps` says
  what is missing. A sample index is in at most one of the three.
- Wearables without a waveform have sessions whose `signal` is `rr`: one sample is 1/1024 s, and what was
  recorded are the RR intervals in `pulses`, end to end. Beats there have no class (`Q`), waves or amplitude.
- Results of several versions of the signal chain stay side by side; `current = 1` marks the ones in force at
  their place, and the views show only those. `current = -1` marks what a re-analysis has prepared and not yet
  put in force. `versions` says which model files made a version, with their checksums.
- `hourly` and `nightly` hold an hour or a night once it is over; `dirty_hours` and `dirty_nights` name the
  ones whose row is missing or out of date.
"""
_COMMENT: Final = re.compile(r"--\s*(.*)")
_ADDED: Final = re.compile(r"^ALTER TABLE (\w+) ADD COLUMN (\w+) .*; -- (.*)$", re.MULTILINE)


def page(conn: sqlite3.Connection) -> str:
    """The page, in Markdown, for the migrated database behind ``conn``."""
    lines = [_INTRODUCTION, "## Migrations\n"]
    lines.extend(f"- `{name}`" for name in migrations.STEPS)
    for kind, title in (("view", "Views, with plain names and units"), ("table", "Tables")):
        lines.append(f"\n## {title}")
        rows = conn.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = ? AND name NOT LIKE 'sqlite!_%' ESCAPE '!' "
            "AND name NOT LIKE '!_%' ESCAPE '!' ORDER BY rowid",
            (kind,),
        ).fetchall()
        for name, sql in rows:
            lines.extend(_section(conn, name, sql, kind))
    return "\n".join(lines) + "\n"


def _section(conn: sqlite3.Connection, name: str, sql: str, kind: str) -> Iterator[str]:
    first, *rest = sql.splitlines()
    about = _COMMENT.search(first)
    yield f"\n### {name}\n"
    if about:
        yield f"{_sentence(about[1])}\n"
    if kind == "view":
        columns = conn.execute("SELECT name FROM pragma_table_info(?)", (name,)).fetchall()
        yield ", ".join(f"`{column[0]}`" for column in columns)
        return
    notes = {line.split()[0].strip('"'): note[1] for line in rest if (note := _COMMENT.search(line))}
    notes.update({column: note for table, column, note in migrations.texts(_ADDED) if table == name})
    links = {
        row[0]: f"{row[1]}.{row[2]}"
        for row in conn.execute('SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)', (name,))
    }
    yield "| column | type | | meaning |\n| --- | --- | --- | --- |"
    for column, type_, required, key in conn.execute(
        'SELECT name, type, "notnull", pk FROM pragma_table_info(?)', (name,)
    ).fetchall():
        marks = "key" if key else "" if required else "may be NULL"
        meaning = [notes[column]] if column in notes else []
        if column in links:
            meaning.append(f"-> `{links[column]}`")
        yield f"| `{column}` | {type_} | {marks} | {'; '.join(meaning)} |"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".") + "."


def main() -> None:
    """Write the page of a fresh database to standard output."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as conn:
        while migrations.apply_next(conn):
            pass
        sys.stdout.write(page(conn))


if __name__ == "__main__":
    main()
