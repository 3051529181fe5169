"""A scenario's results, written straight into a database: weeks of history in seconds.

Rows are what the whole chain would have stored had it recorded the described history, from beats on: windows,
beats, episodes, roll-ups, alarms and their transitions, notes, device states. There are no samples, and the
sessions say so.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from daemon.alarm_rules import RULES
from daemon.simulated_device import DeviceTeller
from dsp import thresholds as limits
from dsp.types import HearthError
from storage import audit, devices, notes, people, rollups, thresholds

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from datetime import datetime

    from daemon.simulated_device import Written
    from ingest.moments import Calendar
    from ingest.scenario import Scenario, Wearer

NS: Final = 1_000_000_000


class SimulationError(HearthError):
    """A scenario that cannot be told into this database."""


@dataclass(slots=True)
class History:
    """What was written. ``seconds``: how long that took; ``remarks``: what could not be done as told."""

    scenario: str
    now: datetime
    devices: list[str] = field(default_factory=list)
    sessions: int = 0
    windows: int = 0
    beats: int = 0
    recorded_s: float = 0.0
    analysable_s: float = 0.0
    notes: int = 0
    remarks: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, device: str, written: Written) -> None:
        """Count what was written for a wearable."""
        self.devices.append(device)
        self.sessions += written.sessions
        self.windows += written.windows
        self.beats += written.beats
        self.recorded_s = round(self.recorded_s + written.recorded_s, 3)
        self.analysable_s = round(self.analysable_s + written.analysable_s, 3)
        self.remarks += written.remarks


def simulate(
    conn: sqlite3.Connection,
    scenario: Scenario,
    *,
    now: datetime | None = None,
    progress: Callable[[float], None] = lambda _: None,
) -> History:
    """Write a scenario's history in the transaction of ``conn``.

    ``now`` (aware) replaces the scenario's own present; ``progress`` is told the seconds of history written
    so far, all wearables together.

    Raises:
        SimulationError: a wearable of this name is already in the database, or an alert names no rule.
    """
    began_s = time.monotonic()
    history = prepare(conn, scenario, now)
    for position, wearer in enumerate(scenario.wearers):
        calendar = scenario.calendar(wearer, history.now)
        for device in wearer.devices:
            done_s = len(history.devices) * scenario.span
            teller = DeviceTeller(
                conn,
                device,
                wearer,
                calendar=calendar,
                seed=(scenario.seed, position),
                progress=partial(_further, progress, done_s),
            )
            history.add(device.id, teller.write())
            start_ns, end_ns = (round(at.timestamp() * NS) for at in (calendar.start, calendar.end))
            rollups.refresh(conn, device.id, start_ns, end_ns)
    history.seconds = round(time.monotonic() - began_s, 3)
    return history


def prepare(conn: sqlite3.Connection, scenario: Scenario, now: datetime | None) -> History:
    """Write what is known before any signal: thresholds, wearers, people, notes, wearables.

    Raises:
        SimulationError: a wearable of this name is already in the database, or an alert names no rule.
    """
    _check(conn, scenario)
    end = scenario.calendar(scenario.wearers[0], now).end
    history = History(scenario.name, end)
    start_ns = round((end.timestamp() - scenario.span) * NS)
    thresholds.sync(conn, limits.DEFAULTS, set_ns=start_ns)
    for wearer in scenario.wearers:
        number = _add_wearer(conn, wearer, start_ns)
        history.notes += _notes(conn, number, wearer, scenario.calendar(wearer, end))
        for device in wearer.devices:
            name = device.name or device.id
            devices.ensure_device(
                conn, device.id, now_ns=start_ns, lead=device.lead, kind="simulated", name=name, wearer=number
            )
    detail = {"scenario": scenario.name, "seed": scenario.seed}
    audit.add(conn, round(end.timestamp() * NS), "simulate", "wrote a simulated history", detail)
    return history


def _further(progress: Callable[[float], None], before_s: float, done_s: float) -> None:
    progress(before_s + done_s)


def _check(conn: sqlite3.Connection, scenario: Scenario) -> None:
    known = {device.id for device in devices.devices(conn)}
    for device in (device for wearer in scenario.wearers for device in wearer.devices):
        if device.id in known:
            raise SimulationError(f"{device.id} is already in this database; wanted a new id or another file")
        for alert in device.alerts:
            if alert.rule not in RULES:
                raise SimulationError(f"no alert rule {alert.rule!r}; wanted one of: {', '.join(RULES)}")


def _add_wearer(conn: sqlite3.Connection, wearer: Wearer, start_ns: int) -> int:
    """The wearer's number; one of the same name and zone is the same person."""
    for known in people.wearers(conn):
        if (known.name, known.tz) == (wearer.name, wearer.tz):
            return known.id
    number = people.add_wearer(
        conn,
        wearer.name,
        wearer.tz,
        sex=wearer.sex,
        birth_year=wearer.birth_year,
        language=wearer.language,
        installed_ns=start_ns,
    )
    for person in wearer.people:
        people.add_person(conn, number, person.name, person.role)
    return number


def _notes(conn: sqlite3.Connection, number: int, wearer: Wearer, calendar: Calendar) -> int:
    """Write the wearer's notes; how many."""
    start_ns, span_s = round(calendar.start.timestamp() * NS), calendar.seconds(calendar.end)
    told = [
        (start_ns + round(at_s * NS), note)
        for note in wearer.notes
        for at_s in note.at.resolve(calendar)
        if 0 <= at_s < span_s
    ]
    for at_ns, note in sorted(told, key=lambda pair: pair[0]):
        author = note.author or wearer.name
        notes.add(conn, number, at_ns, note.kind, note.text, private=note.private, author=author)
    return len(told)
