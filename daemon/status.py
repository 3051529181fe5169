"""One look at the whole house, gathered from the store: what ``hearth status`` shows and prints as JSON."""

from __future__ import annotations

import shutil
import socket
from collections import deque
from dataclasses import dataclass
from importlib import metadata
from statistics import median
from typing import TYPE_CHECKING, Final

from daemon.control import socket_path
from daemon.link_status import LinkStatus, links
from dsp.coherence import told
from dsp.types import Rhythm
from storage import alarms, devices, outbox, people, quarantine, results, rollups, samples
from storage.sessions import ECG

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path

    from storage.rollups import HourRow

NS: Final = 10**9
DAY_NS: Final = 86_400 * NS
HOUR_NS: Final = 3_600 * NS
MINUTE_NS: Final = 60 * NS
TREND_MINUTES: Final = 30
NOW_S: Final = 60.0  # a rate older than a minute is no longer "now"; the state topic says the same
RECORDING_S: Final = 15.0  # frames come every second or so; this long without one is silence
LAST_WINDOW_NS: Final = 300 * NS  # the newest window ends at most one longest window before the newest sample
OUTBOX_SHOWN_MAX: Final = 1000  # bounds the look; more than this is told as "1000"
ANSWER_S: Final = 1.0  # a daemon that runs accepts a local connection at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """The newest analysis window. What cannot be analysed has neither rate nor rhythm."""

    at_ns: int  # its end
    current: bool  # within the last minute
    hr_bpm: float | None
    rhythm: str | None  # sinus, af, other, unknown
    probability: float | None
    quality: float  # 0 useless .. 1 clean
    reasons: tuple[str, ...]  # why it could not be analysed


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The last 24 hours. Shares are of the analysable time; None where nothing could be analysed."""

    recorded_pct: float
    analysable_pct: float
    af_pct: float | None
    hr_median_bpm: float | None
    hr_min_bpm: float | None
    hr_max_bpm: float | None
    pauses: int
    hr_hourly_bpm: tuple[float | None, ...]  # 24 medians, oldest first


@dataclass(frozen=True, slots=True, kw_only=True)
class WearableStatus:
    """One wearable; None: not known. ``signal``: "ecg", or "rr": beat intervals and no waveform."""

    device: str
    name: str
    wearer: str
    time_zone: str
    lead: str
    kind: str
    fs_hz: float | None
    recording: bool
    last_sample_ns: int | None
    lag_s: float | None  # recorded, but not yet analysed
    battery_pct: int | None
    lead_off: bool | None
    link: LinkStatus | None  # over Bluetooth, as the running daemon says
    signal: str
    now: Now | None
    trend_bpm: tuple[float | None, ...]  # medians of the last thirty minutes, oldest first
    day: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmStatus:
    """One open alarm; ``device`` None: the gateway itself."""

    id: int
    device: str | None
    rule: str
    kind: str
    priority: str
    presence: str
    since_ns: int
    text: str
    value: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StorageStatus:
    """The database file and what waits in it."""

    path: str
    size_bytes: int  # with its write-ahead log
    free_bytes: int
    last_commit_ns: int
    unsent: int  # messages for the broker
    refused: int  # payloads that could not be understood, ever


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """Everything on the screen."""

    at_ns: int
    version: str
    running: bool  # a daemon serves this database
    wearables: tuple[WearableStatus, ...]
    alarms: tuple[AlarmStatus, ...]
    storage: StorageStatus


def gather(conn: sqlite3.Connection, path: Path, *, now_ns: int) -> Status:
    """Read everything; a few dozen short queries, none of which scans.

    Args:
        conn: a read-only connection to ``path``.
        path: the database file.
        now_ns: the moment that counts as now, ns since the Unix epoch UTC.
    """
    running = serves(path)
    linked = links(path) if running else {}
    return Status(
        at_ns=now_ns,
        version=metadata.version("hearthd"),
        running=running,
        wearables=tuple(
            _wearable(conn, device, now_ns, linked.get(device.id))
            for device in sorted(devices.devices(conn), key=lambda device: device.id)
        ),
        alarms=tuple(_alarm(row) for row in alarms.open_alarms(conn)),
        storage=_storage(conn, path),
    )


def serves(path: Path) -> bool:
    """Whether a daemon that writes ``path`` accepts connections."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as sock:
        sock.settimeout(ANSWER_S)
        try:
            sock.connect(str(socket_path(path)))
        except OSError:
            return False
    return True


def _wearable(
    conn: sqlite3.Connection, device: devices.Device, now_ns: int, link: LinkStatus | None
) -> WearableStatus:
    session = samples.last_session(conn, device.id)
    state = devices.latest_state(conn, device.id)
    wearer = people.wearer_of(conn, device.id)
    last_ns = session.last_ns if session else None
    now = _newest_window(conn, device.id, last_ns, now_ns)
    return WearableStatus(
        device=device.id,
        name=device.name,
        wearer=wearer.name if wearer else "",
        time_zone=wearer.tz if wearer else "UTC",
        lead=device.lead,
        kind=device.kind,
        fs_hz=session.fs_hz if session and session.signal == ECG else None,
        signal=session.signal if session else ECG,
        recording=last_ns is not None and now_ns - last_ns < RECORDING_S * NS,
        last_sample_ns=last_ns,
        lag_s=max(0.0, (last_ns - now.at_ns) / NS) if now and last_ns is not None else None,
        battery_pct=state.battery_pct if state else None,
        lead_off=state.lead_off if state else None,
        link=link,
        now=now,
        trend_bpm=_trend(conn, device.id, now_ns),
        day=_day(conn, device.id, now_ns),
    )


def _newest_window(conn: sqlite3.Connection, device: str, last_ns: int | None, now_ns: int) -> Now | None:
    if last_ns is None:
        return None
    found = deque(results.segments(conn, device, last_ns - LAST_WINDOW_NS, last_ns + NS), maxlen=1)
    if not found:
        return None
    newest = found[0]
    clean = newest.analysable and newest.rhythm != Rhythm.NOISE
    return Now(
        at_ns=newest.end_ns,
        current=now_ns - newest.end_ns < NOW_S * NS,
        hr_bpm=newest.hr_bpm if clean else None,
        rhythm=told(newest.rhythm, newest.flags) if clean else None,
        probability=newest.probability if clean else None,
        quality=newest.quality,
        reasons=newest.reasons,
    )


def _trend(conn: sqlite3.Connection, device: str, now_ns: int) -> tuple[float | None, ...]:
    start_ns = now_ns - TREND_MINUTES * MINUTE_NS
    rates: list[list[float]] = [[] for _ in range(TREND_MINUTES)]
    for row in results.segments(conn, device, start_ns, now_ns):
        minute = (row.start_ns - start_ns) // MINUTE_NS
        if row.analysable and row.hr_bpm is not None and 0 <= minute < TREND_MINUTES:
            rates[minute].append(row.hr_bpm)
    return tuple(median(minute) if minute else None for minute in rates)


def _day(conn: sqlite3.Connection, device: str, now_ns: int) -> Day:
    covered = rollups.coverage(conn, device, now_ns - DAY_NS, now_ns)
    # The hour that is running and the 23 before it: bars and extremes are told by whole hours.
    first_ns = now_ns // HOUR_NS * HOUR_NS - 23 * HOUR_NS
    hours = rollups.hourly(conn, device, first_ns, now_ns)
    by_hour = {row.hour_ns: row.hr_median for row in hours}
    analysable_s = sum(row.analysable_s for row in hours)
    return Day(
        recorded_pct=round(100.0 * covered.recorded_s * NS / DAY_NS, 1),
        analysable_pct=covered.pct,
        af_pct=round(100.0 * sum(row.af_s for row in hours) / analysable_s, 1) if analysable_s > 0 else None,
        hr_median_bpm=_weighted_median(hours),
        hr_min_bpm=min((row.hr_min for row in hours if row.hr_min is not None), default=None),
        hr_max_bpm=max((row.hr_max for row in hours if row.hr_max is not None), default=None),
        pauses=sum(row.pauses for row in hours),
        hr_hourly_bpm=tuple(by_hour.get(first_ns + n * HOUR_NS) for n in range(24)),
    )


def _weighted_median(hours: Sequence[HourRow]) -> float | None:
    """The median of the hours' medians, each counting as long as it could be analysed."""
    known = sorted((row.hr_median, row.analysable_s) for row in hours if row.hr_median is not None)
    half, passed = sum(weight for _, weight in known) / 2, 0.0
    for rate, weight in known:
        passed += weight
        if passed >= half:
            return rate
    return None


def _alarm(row: alarms.AlarmRow) -> AlarmStatus:
    return AlarmStatus(
        id=row.id,
        device=row.device,
        rule=row.rule,
        kind=str(row.kind),
        priority=str(row.priority),
        presence=str(row.presence),
        since_ns=row.since_ns,
        text=row.text,
        value=row.value,
    )


def _storage(conn: sqlite3.Connection, path: Path) -> StorageStatus:
    files = [file for file in (path, path.with_name(path.name + "-wal")) if file.exists()]
    return StorageStatus(
        path=str(path),
        size_bytes=sum(file.stat().st_size for file in files),
        free_bytes=shutil.disk_usage(path.absolute().parent).free,
        last_commit_ns=max((file.stat().st_mtime_ns for file in files), default=0),
        unsent=len(outbox.pending(conn, OUTBOX_SHOWN_MAX)),
        refused=quarantine.count(conn),
    )
