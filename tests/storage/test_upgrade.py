"""An existing database, of the first schema there was, brought to the newest."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import numpy as np
import pytest

from dsp.types import Gap, GapReason, Segment
from storage import migrations, results, rollups, samples
from storage.database import open_reader, open_writer
from tests.storage.history import DEVICE, START_NS, people_and_device
from tests.storage.windows import heart_beats, window

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

FIRST = "0001_house"
LATER = frozenset({"signal", "regular_s", "rr_s", "rr_beats", "measures", "rhythm_30s", "probability_30s"})
MINUTE = 15_000
_HOUR = """
INSERT INTO hourly (device, hour_ns, recorded_s, analysable_s, af_s, sinus_s, other_s, noise_s, beats,
    s_beats, v_beats, pauses) VALUES (?, ?, 120, 110, 20, 90, 0, 10, 130, 2, 3, 1)
"""
_NIGHT = """
INSERT INTO nightly (device, night, recorded_s, analysable_s, af_s, sinus_s, other_s, noise_s, beats,
    s_beats, v_beats, pauses) VALUES (?, ?, 120, 110, 20, 90, 0, 10, 130, 2, 3, 1)
"""
Rows = dict[str, list[dict[str, object]]]


def content(conn: sqlite3.Connection) -> Rows:
    """Every row of every table, without the migrations' own."""
    names = [
        row[0]
        for row in conn.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
            "AND name NOT LIKE '!_%' ESCAPE '!' ORDER BY name"
        ).fetchall()
    ]
    found: Rows = {}
    for name in names:
        rows = conn.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608 - names from the schema
        found[name] = [{key: row[key] for key in row.keys() if key not in LATER} for row in rows]  # noqa: SIM118 - of a row, not a dict
    return found


@pytest.fixture
def old(path: Path, monkeypatch: pytest.MonkeyPatch) -> Rows:
    """A database as the first version made it, with something in the tables that later ones change."""
    monkeypatch.setattr(migrations, "STEPS", {FIRST: migrations.STEPS[FIRST]})
    with closing(open_writer(path).conn) as conn:
        people_and_device(conn)
        conn.execute(
            "INSERT INTO sessions (id, device, lead, fs_hz, start_ns, last_ns, clock_source, n_samples, "
            "position) VALUES (1, ?, 'I', 250.0, ?, ?, 'device', ?, ?)",
            (DEVICE, START_NS, START_NS + 180 * 10**9, 2 * MINUTE, 3 * MINUTE),
        )
        uv = np.arange(2 * MINUTE, dtype="<i4")
        conn.execute("INSERT INTO tail (session, start, n, uv) VALUES (1, 0, ?, ?)", (len(uv), uv.tobytes()))
        conn.execute("INSERT INTO gaps VALUES (1, ?, ?, 'lost')", (2 * MINUTE, MINUTE))
        conn.execute(_HOUR, (DEVICE, START_NS - START_NS % (3600 * 10**9)))
        conn.execute(_NIGHT, (DEVICE, "2025-01-01"))
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    monkeypatch.undo()
    with closing(open_reader(path)) as conn:
        return content(conn)


def test_an_upgrade_keeps_everything(path: Path, old: Rows) -> None:
    opened = open_writer(path)
    opened.conn.close()
    assert opened.applied == tuple(name for name in migrations.STEPS if name != FIRST)
    with closing(open_reader(path)) as conn:
        new = content(conn)
        assert migrations.pending(conn) == []
        items = list(samples.read(conn, 1, 0, 3 * MINUTE))
        session = samples.session(conn, 1)
        (hour,) = rollups.hourly(conn, DEVICE, START_NS, START_NS + 1)
    assert {name: new[name] for name in old} == old
    assert {name for name in new if name not in old and new[name]} == set()
    assert [type(item) for item in items] == [Segment, Gap]
    assert isinstance(items[1], Gap)
    assert items[1].reason is GapReason.LOST
    assert session.signal == "ecg"
    assert (hour.af_s, hour.regular_s, hour.rr_s, hour.rr_beats) == (20, 0, 0, 0)


def test_what_is_stored_after_it_lies_beside_what_was_before(path: Path, old: Rows) -> None:
    assert old["sessions"]
    with closing(open_writer(path).conn) as conn:
        results.store(conn, 1, [window(0), *heart_beats(0)], version="chain-1")
        samples.open_session(conn, 2, DEVICE, "", 1024.0, START_NS + 10**12, "arrival", signal="rr")
        rollups.flush(conn)
        assert [session.signal for session in samples.sessions(conn, DEVICE)] == ["ecg", "rr"]
        (hour,) = rollups.hourly(conn, DEVICE, START_NS, START_NS + 1)
        assert (hour.sinus_s, hour.rr_s) == (10.0, 0.0)
        for view in ("v_sessions", "v_beats", "v_pulses", "v_heart_hourly", "v_nights", "v_coverage_hourly"):
            conn.execute(f"SELECT * FROM {view}").fetchall()  # noqa: S608 - constant names
