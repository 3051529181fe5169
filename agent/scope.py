"""Who asks, about whom, and when: every tool sees the store through this."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from agent.errors import UnknownDevice, UnknownRole
from agent.when.model import Clock, local, to_ns
from storage.coverage import coverage
from storage.devices import Device, devices
from storage.people import ROLES, Wearer, wearers, zone
from storage.sessions import ECG, last_session, sessions

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from zoneinfo import ZoneInfo

    from storage.rollups import HourRow


@dataclass(frozen=True, slots=True)
class Scope:
    """A reader's view: one wearer, one device, one role, one moment.

    ``conn``: read-only connection; ``device`` is empty where nothing was ever worn; ``devices``: the
    wearables that may answer, the one with the newest data first, or only the one that was named; ``signal``:
    what the device recorded last, "ecg" or "rr" (beat intervals and no waveform).
    """

    conn: sqlite3.Connection
    wearer: Wearer
    device: str
    devices: tuple[Device, ...]
    lead: str
    role: str
    now_ns: int
    installed_ns: int
    signal: str = ECG
    hours: dict[tuple[str, int, int], list[HourRow]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def tz(self) -> ZoneInfo:
        """Where the wearer lives."""
        return zone(self.wearer.tz)

    @property
    def clock(self) -> Clock:
        """The reference time phrases are read against."""
        return Clock(self.now_ns, self.tz, self.installed_ns)

    def at(self, spans: Sequence[tuple[int, int]]) -> Scope:
        """The same view, of the wearable that recorded most of a time."""
        if len(self.devices) < 2:  # noqa: PLR2004 - nothing to choose from
            return self
        recorded = {device.id: recorded_s(self.conn, device.id, spans) for device in self.devices}
        chosen = max(self.devices, key=lambda device: recorded[device.id])
        signal = _signal(self.conn, chosen.id)
        return replace(self, device=chosen.id, lead=chosen.lead, signal=signal)

    def ns(self, iso: str) -> int:
        """The instant of a text that :meth:`iso` made."""
        return to_ns(datetime.fromisoformat(iso))

    def iso(self, ns: int) -> str:
        """Local time as ISO 8601 with offset, to the millisecond."""
        return local(ns, self.tz).isoformat(timespec="milliseconds" if ns % 10**9 else "seconds")


def scope(
    conn: sqlite3.Connection, *, device: str | None = None, role: str = "wearer", now: datetime | None = None
) -> Scope | None:
    """The view of ``device``, or of the one wearer's newest device; None where there is more than one wearer.

    ``now``: the moment that is asked at (aware, or naive in the wearer's zone); None: this moment.

    Raises:
        UnknownRole: not one of :data:`storage.people.ROLES`.
        UnknownDevice: nobody here wears ``device``.
    """
    if role not in ROLES:
        raise UnknownRole(role)
    known = devices(conn)
    everybody = {wearer.id: wearer for wearer in wearers(conn)}
    if device is not None:
        chosen = next((each for each in known if each.id == device), None)
        if chosen is None:
            raise UnknownDevice(device)
        wearer = everybody[chosen.wearer]
    else:
        worn = {each.wearer for each in known} or set(everybody)
        if len(worn) > 1:
            return None
        wearer = everybody[worn.pop()] if worn else _nobody()
    now_ns = _now_ns(now, zone(wearer.tz))
    own = sorted(
        (each for each in known if each.wearer == wearer.id),
        key=lambda each: (each.id != device, -_newest(conn, each.id, now_ns)),
    )
    first = own[0] if own else None
    begun = min(
        (begin for each in own if (begin := _oldest(conn, each.id)) is not None), default=wearer.installed_ns
    )
    return Scope(
        conn=conn,
        wearer=wearer,
        device=first.id if first else "",
        devices=tuple(own if device is None else own[:1]),
        lead=first.lead if first else "",
        role=role,
        now_ns=now_ns,
        installed_ns=min(begun, wearer.installed_ns),
        signal=_signal(conn, first.id) if first else ECG,
    )


def recorded_s(conn: sqlite3.Connection, device: str, spans: Sequence[tuple[int, int]]) -> float:
    """Seconds a wearable recorded in some stretches."""
    return sum(coverage(conn, device, start_ns, end_ns).recorded_s for start_ns, end_ns in spans)


def _nobody() -> Wearer:
    return Wearer(0, "", "UTC", None, None, "en", time.time_ns())


def _now_ns(now: datetime | None, tz: ZoneInfo) -> int:
    if now is None:
        return to_ns(datetime.now(UTC))
    return to_ns(now if now.tzinfo is not None else now.replace(tzinfo=tz))


def _newest(conn: sqlite3.Connection, device: str, now_ns: int) -> int:
    found = last_session(conn, device)
    return min(found.last_ns, now_ns) if found else -1


def _signal(conn: sqlite3.Connection, device: str) -> str:
    found = last_session(conn, device)
    return found.signal if found else ECG


def _oldest(conn: sqlite3.Connection, device: str) -> int | None:
    found = sessions(conn, device)
    return found[0].start_ns if found else None
