"""Checks of the database: there, sound, private, room to grow."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import psutil

from daemon.check import Verdict, advice, good, wrong
from storage import devices, migrations, quarantine, samples
from storage.database import StoreError, open_reader
from storage.trouble import is_damage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from daemon.check import Check

DAY_NS: Final = 86_400 * 10**9
MEMORY_FILESYSTEMS: Final = frozenset({"tmpfs", "ramfs"})


@dataclass(frozen=True, slots=True)
class Seen:
    """What the store knows that other checks want. ``last_sample_ns``: wall time of the newest sample."""

    last_sample_ns: int | None = None


def store(path: Path, *, min_free_mb: int, now_ns: int, quick: bool) -> tuple[list[Check], Seen]:
    """Every check of the database file at ``path``; ``quick`` does not read all of it."""
    checks = list(_place(path, min_free_mb))
    if not path.exists():
        missing = advice("database", f"{path} does not exist yet", "hearth run makes it with the first start")
        return [*checks, missing], Seen()
    seen = Seen()
    try:
        with contextlib.closing(open_reader(path)) as conn:
            found = _soundness(conn, path, quick=quick)
            checks.append(found)
            if found.verdict is Verdict.GOOD:
                checks.append(_payloads(conn, now_ns))
                seen = Seen(_last_sample_ns(conn))
    except sqlite3.Error as error:
        checks.append(_damaged(path, str(error)) if is_damage(error) else _closed(path, str(error)))
    except (StoreError, OSError) as error:
        checks.append(_closed(path, str(error)))
    checks.append(_privacy(path))
    return checks, seen


def _place(path: Path, min_free_mb: int) -> Iterator[Check]:
    folder = next(parent for parent in path.absolute().parents if parent.exists())
    free_mb = shutil.disk_usage(folder).free // 10**6
    if free_mb < min_free_mb:
        mend = "make room, or keep raw samples for fewer days: [storage] raw_days"
        yield wrong("disk", f"only {free_mb} MB free under {folder}", mend)
    else:
        yield good("disk", f"{free_mb / 1000:.1f} GB free under {folder}")
    mounts = [part for part in psutil.disk_partitions(all=True) if folder.is_relative_to(part.mountpoint)]
    kind = max(mounts, key=lambda part: len(part.mountpoint)).fstype if mounts else ""
    if kind in MEMORY_FILESYSTEMS:
        yield wrong("disk", f"{folder} is in memory ({kind})", "name a folder on a disk: [storage] path")


def _soundness(conn: sqlite3.Connection, path: Path, *, quick: bool) -> Check:
    found = "ok" if quick else str(conn.execute("PRAGMA quick_check(1)").fetchone()[0])
    if found != "ok":
        return _damaged(path, found)
    if unknown := migrations.unknown(conn):
        made_by = f"{path} was made by a newer Hearth ({', '.join(unknown)})"
        return wrong("database", made_by, "install that version, or a newer one")
    if pending := migrations.pending(conn):
        mend = "the next start of hearth run does it, with a backup before"
        return advice("database", f"{path} is not yet migrated ({', '.join(pending)})", mend)
    known = len(devices.devices(conn))
    return good("database", f"{path} is sound; {known} wearable{'s' if known != 1 else ''} known")


def _damaged(path: Path, found: str) -> Check:
    copies = (path.parent / "backups").glob("*.db")
    newest = max(copies, default=None, key=lambda file: file.stat().st_mtime)
    mend = "restart the daemon: it sets the damaged file aside and begins a new one"
    return wrong(
        "database", f"{path} is damaged: {found}", f"{mend}; then put back {newest}" if newest else mend
    )


def _closed(path: Path, found: str) -> Check:
    return wrong(
        "database",
        f"{path} cannot be read: {found}",
        f"call as its owner: sudo -u {_owner(path)} hearth doctor",
    )


def _payloads(conn: sqlite3.Connection, now_ns: int) -> Check:
    recent = [one for one in quarantine.quarantined(conn) if one.received_ns > now_ns - DAY_NS]
    if not recent:
        return good("payloads", "everything received in the last day was understood")
    mend = "compare what the wearable sends with docs/topics.md, and its format with [mqtt] inputs"
    newest = f"{recent[0].source}: {recent[0].reason}"
    return advice("payloads", f"{len(recent)} or more refused within a day; the newest, {newest}", mend)


def _last_sample_ns(conn: sqlite3.Connection) -> int | None:
    newest = [samples.last_session(conn, device.id) for device in devices.devices(conn)]
    return max((session.last_ns for session in newest if session is not None), default=None)


def _privacy(path: Path) -> Check:
    readable = path.stat().st_mode & (stat.S_IRGRP | stat.S_IWGRP | stat.S_IROTH | stat.S_IWOTH)
    enterable = path.parent.stat().st_mode & (stat.S_IXGRP | stat.S_IXOTH)
    if readable and enterable:
        return advice("privacy", f"others on this machine can read {path}", f"chmod 600 {path}")
    return good("privacy", "others on this machine cannot read the database")


def _owner(path: Path) -> str:
    with contextlib.suppress(KeyError, OSError):
        return path.owner()
    return "hearth"
