"""The stores that are asked: simulated histories, altered copies of them, and a year.

An altered copy is what the store would hold had a part of the analysis not been there: the same rows without
what that part gives, and roll-ups made anew from them.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from bench.agent_ranges import Calendar
from bench.agent_set import FOLDER
from daemon.simulate import simulate
from ingest.scenario_file import load_scenario
from storage import rollups
from storage.writer import exclusive

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

ROOT: Final = FOLDER.parent.parent
SOURCES: Final = ("daemon/simulate*.py", "dsp/*.py", "ingest/*.py", "storage/**/*.py")
DIGITS: Final = 16  # of a checksum, in a file's name
FILES: Final = {
    "fortnight": ROOT / "deploy" / "scenarios" / "two-weeks.toml",
    "cabin": FOLDER / "cabin.toml",
    "house": FOLDER / "house.toml",
}
WITHOUT_WAVES: Final = """
    UPDATE segments SET pr_ms = NULL, qrs_ms = NULL, qt_ms = NULL, qtcf_ms = NULL, p_ms = NULL,
        null_reasons = json_patch(null_reasons, json_object('pr_ms', 'no_waves', 'qrs_ms', 'no_waves',
            'qt_ms', 'no_waves', 'qtcf_ms', 'no_waves', 'p_ms', 'no_waves'))
    WHERE analysable = 1
"""
UNREADABLE: Final = """
    UPDATE segments SET quality = 0.1, analysable = 0, reasons = '["motion"]', rhythm = 'noise',
        probability = NULL, n_beats = 0, n_s = 0, n_v = 0, hr_bpm = NULL, rr_ms = NULL, rmssd_ms = NULL,
        pr_ms = NULL, qrs_ms = NULL, qt_ms = NULL, qtcf_ms = NULL, p_ms = NULL
"""
# What each alteration does to the rows; roll-ups follow.
ALTERED: Final[Mapping[str, tuple[str, ...]]] = {
    "classifier off": (
        "UPDATE segments SET rhythm = 'unknown', probability = NULL, n_s = 0, n_v = 0 WHERE analysable = 1",
        "DELETE FROM episodes WHERE kind IN ('af', 'wide_run', 'bigeminy')",
    ),
    "delineator off": (WITHOUT_WAVES,),
    "low quality": (
        UNREADABLE,
        "DELETE FROM episodes",
    ),
    "half the coverage": (  # every second half hour is missing
        "DELETE FROM segments WHERE start_ns / 1800000000000 % 2 = 1",
        "DELETE FROM episodes WHERE start_ns / 1800000000000 % 2 = 1",
        "UPDATE episodes SET end_ns = min(end_ns, (start_ns / 1800000000000 + 1) * 1800000000000)",
    ),
}


@dataclass(frozen=True)
class History:
    """A store and the moment it is asked at."""

    path: Path
    now: datetime

    @cached_property
    def zones(self) -> dict[str, Calendar]:
        """Every wearable's calendar."""
        with closing(sqlite3.connect(self.path)) as conn:
            found = conn.execute(
                "SELECT d.id, w.tz, w.installed_ns FROM devices AS d JOIN wearers AS w ON w.id = d.wearer"
            ).fetchall()
        return {device: Calendar(self.now, ZoneInfo(tz), since) for device, tz, since in found}

    def device(self, named: str | None) -> str:
        """The wearable that is meant: the named one, else the first."""
        return named or next(iter(self.zones))


def kept() -> Path:
    """Where the simulated histories are kept between runs: the user's cache (XDG)."""
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "hearth" / "bench"


def written(folder: Path, name: str) -> History:
    """A history, simulated unless the folder has it from the same scenario and the same sources."""
    scenario, path = load_scenario(FILES[name]), folder / f"{name}-{_made_by(FILES[name])}.db"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob(f"{name}-*.db*"):
            old.unlink()
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        with exclusive(part) as conn:
            simulate(conn, scenario)
        part.rename(path)
    now = scenario.now
    if now is None:
        raise ValueError(f"{name} has no fixed present")
    return History(path, now)


def _made_by(scenario: Path) -> str:
    """What a history depends on, in short: the scenario, and every source that tells it into rows."""
    told = hashlib.sha256(scenario.read_bytes())
    for pattern in SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            told.update(path.read_bytes())
    return told.hexdigest()[:DIGITS]


def copied(history: History, path: Path) -> History:
    """A copy that may be written to."""
    shutil.copy(history.path, path)
    return History(path, history.now)


def altered(history: History, path: Path, how: str) -> History:
    """A copy without what ``how`` names; see :data:`ALTERED`."""
    copy = copied(history, path)
    with exclusive(copy.path) as conn:
        if how != "delineator off":  # nothing asked for looks at single beats but an explanation
            conn.execute("DELETE FROM beats")
        conn.execute("UPDATE alarms SET episode = NULL")
        for statement in ALTERED[how]:
            conn.execute(statement)
        ends = conn.execute("SELECT device, min(start_ns), max(last_ns) FROM sessions GROUP BY device")
        for device, start_ns, end_ns in ends.fetchall():
            conn.execute("DELETE FROM hourly WHERE device = ?", (device,))
            conn.execute("DELETE FROM nightly WHERE device = ?", (device,))
            rollups.refresh(conn, device, start_ns, end_ns)
    return copy
