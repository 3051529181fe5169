"""A small house for alarm tests: a real database, one wearable, and results stored as analysis does."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from daemon.alarm_machine import Acknowledgement, Outcome, Plan, Wanted, Work
from daemon.alarm_review import Review
from daemon.alarm_rules import Limits
from daemon.quiet_hours import QuietHours
from daemon.topics import Topics
from dsp.episodes import Episode
from dsp.thresholds import DEFAULTS
from dsp.types import FindingKind, Quality, QualityReason, Rhythm, Window
from storage import alarms, devices, episodes, people, results, samples
from storage.database import open_writer

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from pathlib import Path

    from daemon.alarm_rules import Verdict
    from storage.alarms import AlarmRow

FS = 100.0
START_NS = 1_780_000_000 * 10**9  # 2026-05-28 20:26:40 UTC
LIMITS = Limits.of({name: threshold.value for name, threshold in DEFAULTS.items()})
VERSION = "chain-test"


def window(start_s: float, hr: float | None = 70.0, *, clean: bool = True, length_s: float = 10.0) -> Window:
    reasons = () if clean else (QualityReason.LEAD_OFF,)
    start, n = round(start_s * FS), round(length_s * FS)
    return Window(
        start=start,
        n=n,
        quality=Quality(start, n, 0.9 if clean else 0.1, clean, reasons),
        rhythm=Rhythm.SINUS if clean else Rhythm.NOISE,
        probability=None,
        model="rules-test",
        n_beats=10,
        hr_bpm=hr if clean else None,
        rr_ms=None,
        rmssd_ms=None,
        pr_ms=None,
        qrs_ms=None,
        qt_ms=None,
        qtcf_ms=None,
        p_ms=None,
    )


def episode(
    kind: FindingKind, start_s: float, length_s: float, value: float, *, still: bool = False
) -> Episode:
    return Episode(kind, round(start_s * FS), round(length_s * FS), value, still)


@dataclass
class House:
    path: Path
    plan: Plan = field(default_factory=lambda: Plan(Topics(), QuietHours()))
    now_ns: int = START_NS
    device: str = "strap-1"
    conn: sqlite3.Connection = field(init=False)

    def __post_init__(self) -> None:
        fresh = not self.path.exists()
        self.conn = open_writer(self.path).conn
        self.conn.execute("PRAGMA synchronous = OFF")  # no power is cut here, and a disk flush is slow
        if fresh:
            people.add_wearer(self.conn, "Ada", "Europe/Berlin", installed_ns=START_NS)
            devices.ensure_device(self.conn, self.device, now_ns=START_NS)
            samples.open_session(self.conn, 1, self.device, "I", FS, START_NS, "device")

    def restart(self) -> House:
        self.conn.close()
        return House(self.path, self.plan, self.now_ns, self.device)

    def work(self, recent: Iterable[int] = ()) -> Work:
        return Work(self.conn, self.plan, self.now_ns, frozenset(recent))

    def settle(self, rule: str, verdict: Verdict, *, device: str | None = None) -> Outcome:
        work = self.work()
        work.settle(Wanted(rule, device, verdict, self.now_ns))
        return work.outcome()

    def acknowledge(self, request: Acknowledgement) -> int:
        return self.work().acknowledge(request)

    def stored(
        self, windows: Iterable[Window], found: Iterable[Episode] = (), *, off: frozenset[str] = frozenset()
    ) -> Outcome:
        """What a step of the analysis does: store, then review."""
        rows = list(windows)
        results.store(self.conn, 1, rows, version=VERSION)
        for one in found:
            episodes.open_or_extend(self.conn, self.device, 1, one, version=VERSION)
        start = min((row.start for row in rows), default=0)
        end = max((row.start + row.n for row in rows), default=start)
        work = self.work()
        Review(
            self.device,
            samples.wall_ns(self.conn, 1, start),
            samples.wall_ns(self.conn, 1, end),
            LIMITS,
            off,
        ).run(work)
        return work.outcome()

    def open(self) -> dict[str, AlarmRow]:
        return {row.rule: row for row in alarms.open_alarms(self.conn)}

    def history(self, alarm: int) -> list[str]:
        return [str(change.presence) for change in alarms.transitions(self.conn, alarm)]

    def outbox(self, prefix: str = "hearth/") -> list[dict[str, Any]]:
        rows = self.conn.execute("SELECT topic, payload FROM outbox ORDER BY id").fetchall()
        return [json.loads(row[1]) for row in rows if row[0].startswith(prefix)]
