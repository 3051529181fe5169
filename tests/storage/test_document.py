from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from storage.document import page

if TYPE_CHECKING:
    import sqlite3

ROOT: Final = Path(__file__).resolve().parents[2]


def test_the_committed_page_is_what_the_database_says() -> None:
    made = subprocess.run(
        [sys.executable, "-m", "storage.document"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert (ROOT / "docs" / "schema.md").read_text("utf-8") == made.stdout, (
        "run: python -m storage.document > docs/schema.md"
    )


def test_every_table_view_and_column_is_there(conn: sqlite3.Connection) -> None:
    text = page(conn)
    names = conn.execute(
        "SELECT m.name, c.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c "
        "WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE '!_%' ESCAPE '!'"
    ).fetchall()
    assert len(names) > 250
    for table, column in names:
        section = text.partition(f"\n### {table}\n")[2].partition("\n### ")[0]
        assert f"`{column}`" in section, (table, column)


def test_every_table_says_what_it_is(conn: sqlite3.Connection) -> None:
    sections = page(conn).split("\n### ")[1:]
    assert all(section.split("\n")[2].endswith(".") for section in sections)
