"""Histories with known truth, written through the store's own functions.

Everything is decided by a fixed seed, so the same history is the same rows.
"""

from __future__ import annotations

import contextlib
import math
import random
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final, Literal
from zoneinfo import ZoneInfo

from dsp.alarms import Alarm, AlarmKind, AlarmPresence, AlarmPriority
from dsp.thresholds import DEFAULTS
from dsp.types import Quality, QualityReason, Rhythm, Window
from storage import alarms, episodes, notes, people, results, rollups, samples, thresholds
from storage.devices import ensure_device, record_state
from storage.writer import exclusive

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path

FS_HZ: Final = 100.0
WINDOW_S: Final = 10
NS: Final = 10**9
TZ: Final = ZoneInfo("Europe/Berlin")
NOW: Final = datetime(2025, 3, 12, 14, 30, tzinfo=TZ)  # a Wednesday
DEVICE: Final = "strap-1"
VERSION: Final = "chain-1"
SEED: Final = 20250312


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: ``kind`` as episodes have it; ``value`` in its unit."""

    kind: str
    start: datetime
    seconds: float
    value: float = 0.5


@dataclass(frozen=True, slots=True)
class Bad:
    """A stretch without analysable signal: nothing recorded, or recorded but noisy."""

    start: datetime
    end: datetime
    how: Literal["absent", "noise"] = "absent"


@dataclass(frozen=True, slots=True)
class Note:
    """A note about the wearer."""

    at: datetime
    kind: str
    text: str
    private: bool = False


@dataclass(frozen=True, slots=True)
class Alert:
    """An alarm that was raised, and ended unless ``end`` is None."""

    at: datetime
    rule: str
    text: str
    end: datetime | None = None
    device: str | None = DEVICE


@dataclass(frozen=True, slots=True)
class Story:
    """One wearer's weeks."""

    start: datetime
    end: datetime
    events: tuple[Event, ...] = ()
    bad: tuple[Bad, ...] = ()
    notes: tuple[Note, ...] = ()
    alerts: tuple[Alert, ...] = ()
    device: str = DEVICE
    name: str = "Anna"
    tz: str = TZ.key
    battery_pct: int | None = 64
    sex: str | None = "female"
    rate_shift: float = 0.0
    seed: int = SEED
    ectopic_share: float = 0.004
    loose_af: tuple[tuple[datetime, float], ...] = ()  # labelled windows that make no episode


@dataclass(slots=True)
class _Spans:
    """Which windows are bad and which are in an event."""

    story: Story
    af: list[tuple[int, int]] = field(default_factory=list)
    absent: list[tuple[int, int]] = field(default_factory=list)
    noise: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.af = [
            (ns(e.start), ns(e.start) + round(e.seconds * NS)) for e in self.story.events if e.kind == "af"
        ]
        self.af += [(ns(start), ns(start) + round(seconds * NS)) for start, seconds in self.story.loose_af]
        for bad in self.story.bad:
            (self.absent if bad.how == "absent" else self.noise).append((ns(bad.start), ns(bad.end)))


def ns(moment: datetime) -> int:
    """Nanoseconds since the Unix epoch."""
    return round(moment.timestamp()) * NS


def at(text: str) -> datetime:
    """A local time."""
    return datetime.fromisoformat(text).replace(tzinfo=TZ)


def write(path: Path, *stories: Story, now: datetime = NOW) -> None:
    """Write histories into a database that may be new."""
    with exclusive(path) as conn:
        thresholds.sync(conn, DEFAULTS, set_ns=ns(min(story.start for story in stories)))
        for story in stories:
            _write(conn, story, now)


def _write(conn: sqlite3.Connection, story: Story, now: datetime) -> None:
    known = {each.name: each.id for each in people.wearers(conn)}
    wearer = known.get(story.name) or people.add_wearer(
        conn, story.name, story.tz, sex=story.sex, installed_ns=ns(story.start)
    )
    ensure_device(
        conn,
        story.device,
        now_ns=ns(story.start),
        kind="simulated",
        wearer=wearer,
        name=f"{story.name}'s strap",
    )
    spans = _Spans(story)
    rng = random.Random(story.seed)
    for begin, end in _recorded(story, spans):
        session = samples.next_session(conn)
        samples.open_session(conn, session, story.device, "I", FS_HZ, begin, "device")
        windows = [
            _window(index, begin + index * WINDOW_S * NS, story, spans, rng)
            for index in range((end - begin) // (WINDOW_S * NS))
        ]
        results.store(conn, session, windows, version=VERSION)
        for event in story.events:
            if begin <= ns(event.start) < end:
                _episode(conn, story.device, (session, begin), event, now)
    rollups.flush(conn)
    for note in story.notes:
        notes.add(conn, wearer, ns(note.at), note.kind, note.text, private=note.private)
    for alert in story.alerts:
        _alert(conn, alert)
    if story.battery_pct is not None:
        record_state(
            conn,
            story.device,
            ns(story.end) - 60 * NS,
            battery_pct=story.battery_pct,
            connected=True,
            lead_off=False,
        )


def _recorded(story: Story, spans: _Spans) -> list[tuple[int, int]]:
    """Sessions: between the absent stretches."""
    found, begin = [], ns(story.start)
    for a, b in sorted(spans.absent):
        if a > begin:
            found.append((begin, a))
        begin = max(begin, b)
    if begin < ns(story.end):
        found.append((begin, ns(story.end)))
    return found


def _inside(spans: Sequence[tuple[int, int]], start_ns: int) -> bool:
    return any(a <= start_ns < b for a, b in spans)


def _window(index: int, start_ns: int, story: Story, spans: _Spans, rng: random.Random) -> Window:
    n = round(WINDOW_S * FS_HZ)
    start = index * n
    if _inside(spans.noise, start_ns):
        bad = Quality(start, n, 0.1, analysable=False, reasons=(QualityReason.MOTION,))
        return Window(
            start, n, bad, Rhythm.NOISE, None, "rules-1", 0, *(None,) * 8, null_reasons={"hr_bpm": "noise"}
        )
    local = datetime.fromtimestamp(start_ns / NS, ZoneInfo(story.tz))
    hour = local.hour + local.minute / 60
    calm = 58 + 14 * math.exp(-(((hour - 15) / 5) ** 2)) + 6 * math.sin(local.toordinal())
    af = _inside(spans.af, start_ns)
    rate = round(calm + story.rate_shift + (38 if af else 0) + rng.gauss(0, 2.5), 1)
    beats = round(rate * WINDOW_S / 60)
    v = 1 if rng.random() < story.ectopic_share * beats else 0
    return Window(
        start,
        n,
        Quality(start, n, round(rng.uniform(0.85, 0.99), 2), analysable=True),
        Rhythm.AF if af else Rhythm.SINUS,
        0.97 if af else 0.99,
        "rules-1",
        beats,
        hr_bpm=rate,
        rr_ms=round(60000 / rate, 1),
        rmssd_ms=round(rng.uniform(110, 160) if af else rng.uniform(25, 45), 1),
        pr_ms=None if af else round(rng.gauss(162, 4), 1),
        qrs_ms=round(rng.gauss(94, 3), 1),
        qt_ms=round(rng.gauss(392, 6), 1),
        qtcf_ms=round(rng.gauss(412, 6), 1),
        p_ms=None if af else round(rng.gauss(104, 4), 1),
        n_v=v,
        null_reasons={"pr_ms": "af", "p_ms": "af"} if af else {},
    )


@dataclass(frozen=True, slots=True)
class _Stored:
    kind: str
    start: int
    n: int
    value: float | None
    open: bool


def _episode(
    conn: sqlite3.Connection, device: str, recorded: tuple[int, int], event: Event, now: datetime
) -> None:
    session, begin = recorded
    start = round((ns(event.start) - begin) / NS * FS_HZ)
    going_on = ns(event.start) + event.seconds * NS >= ns(now)
    row = _Stored(event.kind, start, max(1, round(event.seconds * FS_HZ)), event.value, going_on)
    episodes.open_or_extend(conn, device, session, row, version=VERSION)


def _alert(conn: sqlite3.Connection, alert: Alert) -> None:
    kind = AlarmKind.TECHNICAL if alert.rule in {"no_data", "battery"} else AlarmKind.PHYSIOLOGICAL
    made = Alarm(
        alert.rule, alert.device, kind, AlarmPriority.MEDIUM, AlarmPresence.ON, ns(alert.at), alert.text
    )
    number = alarms.raise_(conn, made)
    if alert.end is not None:
        alarms.transition(conn, number, AlarmPresence.OFF, ns(alert.end), text="over")


def reader(path: Path) -> contextlib.closing[sqlite3.Connection]:
    """A plain connection, for reference figures."""
    import sqlite3 as sqlite  # noqa: PLC0415 - the test's own way in, not the store's

    return contextlib.closing(sqlite.connect(f"file:{path}?mode=ro", uri=True))


def days_before(count: int, when: datetime = NOW) -> date:
    """A local date before the reference day."""
    return when.date() - timedelta(days=count)
