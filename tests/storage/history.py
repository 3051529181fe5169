"""Long histories written straight into the tables, for tests of speed and of query plans."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from storage import devices, people, results, rollups, samples
from storage.timeline import NS

if TYPE_CHECKING:
    import sqlite3

DEVICE: Final = "belt"
FS_HZ: Final = 250.0
DAY_NS: Final = 86_400 * NS
WINDOW_S: Final = 10
START_NS: Final = 1_735_686_000 * NS  # 2025-01-01 00:00 in Berlin

_SEGMENTS: Final = """
WITH RECURSIVE i(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM i WHERE i < ?3 - 1)
INSERT INTO segments (
    session, start, n, device, start_ns, end_ns, quality, analysable, reasons, rhythm, probability, model,
    n_beats, n_s, n_v, hr_bpm, rr_ms, rmssd_ms, pr_ms, qrs_ms, qt_ms, qtcf_ms, p_ms,
    flags, null_reasons, version
)
SELECT
    ?1, i * 2500, 2500, 'belt', ?2 + i * 10000000000, ?2 + (i + 1) * 10000000000, 0.93, i % 20 <> 7, '[]',
    CASE WHEN i % 1000 < 50 THEN 'af' ELSE 'sinus' END, NULL, 'rules-1',
    11, i % 300 = 0, i % 200 = 0, 55 + i % 37, 60000.0 / (55 + i % 37), 20 + i % 40, 150 + i % 20, 90 + i % 9,
    390 + i % 25, 410 + i % 25, 100 + i % 11, '[]', '{}', 'chain-1'
FROM i
"""
_GAPS: Final = """
WITH RECURSIVE i(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM i WHERE i < ?2 - 1)
INSERT INTO gaps (session, start, n, reason)
SELECT ?1, 1000000 + i * 100000, 130 + (i * 37) % 1000, CASE i % 3 WHEN 0 THEN 'late' ELSE 'lost' END FROM i
"""
_EPISODES: Final = """
WITH RECURSIVE i(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM i WHERE i < ?3 - 1)
INSERT INTO episodes (device, session, kind, start_ns, end_ns, start, n, value, open, version, detail)
SELECT 'belt', ?1, CASE i % 3 WHEN 0 THEN 'pause' WHEN 1 THEN 'brady' ELSE 'af' END, ?2 + i * 7000000000000,
    ?2 + i * 7000000000000 + 60000000000, i * 1750000, 15000, 3.5, 0, 'chain-1', '{}' FROM i
"""


def people_and_device(conn: sqlite3.Connection, tz: str = "Europe/Berlin") -> None:
    """One wearer with one device."""
    wearer = people.add_wearer(conn, "Ada", tz, installed_ns=START_NS)
    devices.ensure_device(conn, DEVICE, now_ns=START_NS, wearer=wearer)


def write(
    conn: sqlite3.Connection,
    days: int,
    *,
    sessions_a_day: int = 3,
    gaps_a_session: int = 20,
    episodes_a_session: int = 3,
    roll_up: bool = True,
) -> int:
    """``days`` of results without samples, a minute's pause between sessions; wall time of the end."""
    people_and_device(conn)
    length_ns = DAY_NS // sessions_a_day
    windows = (length_ns // NS - 60) // WINDOW_S
    for k in range(days * sessions_a_day):
        begin_ns, session = START_NS + k * length_ns, k + 1
        samples.open_session(conn, session, DEVICE, "I", FS_HZ, begin_ns, "device")
        conn.execute(_SEGMENTS, (session, begin_ns, windows))
        results.save_progress(conn, session, windows * 2500, "chain-1", None, None)
        conn.execute(_GAPS, (session, gaps_a_session))
        conn.execute(_EPISODES, (session, begin_ns, episodes_a_session))
        conn.execute(
            "UPDATE sessions SET closed = 1, last_ns = ?, n_samples = ?, position = ? WHERE id = ?",
            (begin_ns + windows * WINDOW_S * NS, windows * 2500, windows * 2500, session),
        )
    end_ns = START_NS + days * DAY_NS
    if roll_up:
        rollups.refresh(conn, DEVICE, START_NS, end_ns)
    return end_ns
