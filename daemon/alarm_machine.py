"""The alarm state machine, as jobs of the one writer: the stored rows are its whole state.

Presence goes On -> Latched or Off when the condition ends (High priority and events latch until somebody
acknowledges), On -> Acknowledged and Latched -> Acknowledged -> Off by acknowledgement. There is one open
alarm per rule and device. Every change is a row, and what is published about it is an outbox row of the same
transaction. Jobs may be run again after a rollback, so they change nothing but the database.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from daemon.alarm_rules import HOLD, RANK, RULES, Level, Verdict
from daemon.alert_message import Transition, alert, notification
from daemon.wire import encode
from dsp.alarms import Alarm, AlarmPresence, AlarmPriority
from dsp.types import HearthError
from storage import alarms, outbox, people

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from zoneinfo import ZoneInfo

    from daemon.alert_message import Content
    from daemon.notify import Channel
    from daemon.quiet_hours import QuietHours
    from daemon.topics import Topics
    from storage.alarms import AlarmRow

ON, OFF = AlarmPresence.ON, AlarmPresence.OFF
LATCHED, ACKNOWLEDGED = AlarmPresence.LATCHED, AlarmPresence.ACKNOWLEDGED
PRESENT: Final = frozenset({ON, ACKNOWLEDGED})  # the condition is still there
WANTING: Final = frozenset({ON, LATCHED})  # nobody has acknowledged it


class NothingToAcknowledge(HearthError):
    """No open alarm is meant by the request."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How alarms are told. ``quiet`` and ``content`` concern notifications only."""

    topics: Topics
    quiet: QuietHours
    channels: tuple[Channel, ...] = ()
    content: Content = "full"
    tell_when_over: bool = True


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a rule says about ``device`` (None: the gateway), and since when in wall time."""

    rule: str
    device: str | None
    verdict: Verdict
    at_ns: int
    episode: int | None = None


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """Which open alarms ``by`` has seen: one by its number, or all of a rule, of one device or of all."""

    by: str
    alarm: int | None = None
    rule: str | None = None
    device: str | None = None
    any_device: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a job did. ``told``: alarms that people were notified about now; ``open``: all that are open."""

    alarms: tuple[Alarm, ...]
    told: frozenset[int]
    open: tuple[AlarmRow, ...]


@dataclass(slots=True)
class Work:
    """One job's work on one connection. ``recent``: alarms people were notified about a moment ago."""

    conn: sqlite3.Connection
    plan: Plan
    now_ns: int
    recent: frozenset[int] = frozenset()
    changes: list[Alarm] = field(default_factory=list)
    told: set[int] = field(default_factory=set)
    _open: list[AlarmRow] | None = None  # read once and after each change: most jobs change nothing

    def outcome(self) -> Outcome:
        """What has been done."""
        return Outcome(tuple(self.changes), frozenset(self.told), tuple(self._rows()))

    def current(self, rule: str, device: str | None) -> AlarmRow | None:
        """The open alarm of a rule, or None."""
        for row in self._rows():
            if row.rule == rule and row.device == device:
                return row
        return None

    def settle(self, wanted: Wanted) -> None:
        """Bring the alarm of one rule and device to what the rule says."""
        row = self.current(wanted.rule, wanted.device)
        level = wanted.verdict
        if level is HOLD:
            return
        if level is None:
            if row is not None and row.presence in PRESENT:
                self.end(row, wanted.at_ns)
        elif row is None or row.presence is LATCHED or _another(row, wanted.episode):
            self._raise(row, wanted, level)
        elif RANK[level.priority] < RANK[row.priority]:
            self._escalate(row, level, wanted.at_ns)

    def refresh(self, row: AlarmRow, level: Level, episode: int) -> None:
        """The condition goes on: its newest text and value, without announcing them."""
        if row.presence in PRESENT and (row.text, row.episode) != (level.text, episode):
            alarms.raise_(self.conn, _alarm(row, row.presence, row.since_ns, level, episode))
            self._open = None

    def end(self, row: AlarmRow, at_ns: int) -> None:
        """The condition is over."""
        latches = row.priority is AlarmPriority.HIGH or RULES[row.rule].event
        self._move(row, LATCHED if latches and row.presence is ON else OFF, at_ns)

    def withdraw(self, row: AlarmRow) -> None:
        """Its rule is no longer looked at."""
        self._move(row, OFF, self.now_ns)

    def acknowledge(self, request: Acknowledgement) -> int:
        """Mark as seen what is meant, and nothing else; how many alarms.

        Raises:
            NothingToAcknowledge: no open, unacknowledged alarm is meant.
        """
        meant = [row for row in self._rows() if row.presence in WANTING and _means(request, row)]
        for row in meant:
            self._move(row, ACKNOWLEDGED, self.now_ns, by=request.by)
            if row.presence is LATCHED:
                self._move(row, OFF, self.now_ns, by=request.by)
        if not meant:
            raise NothingToAcknowledge("no open alarm to acknowledge")
        return len(meant)

    def repeat(self, numbers: Iterable[int]) -> None:
        """Announce again those of ``numbers`` that still want attention, quiet hours permitting."""
        for row in self._rows():
            if row.id in numbers and row.presence in WANTING and not self.hushed(row):
                alarms.repeated(self.conn, row.id)
                self._tell(row, row.presence, self.now_ns, repeat=row.repeats + 1)

    def _rows(self) -> list[AlarmRow]:
        if self._open is None:
            self._open = alarms.open_alarms(self.conn)
        return self._open

    def _raise(self, row: AlarmRow | None, wanted: Wanted, level: Level) -> None:
        kind = RULES[wanted.rule].kind
        number = alarms.raise_(
            self.conn,
            Alarm(
                wanted.rule,
                wanted.device,
                kind,
                level.priority,
                ON,
                wanted.at_ns,
                level.text,
                level.value,
                wanted.episode,
            ),
        )
        if row is not None and row.presence is ON:  # on already, about an earlier episode
            alarms.transition(self.conn, number, ON, wanted.at_ns, text=level.text)
        self._tell(alarms.alarm(self.conn, number), ON, wanted.at_ns)

    def _escalate(self, row: AlarmRow, level: Level, at_ns: int) -> None:
        """More urgent now. Who has acknowledged it is not called again."""
        alarms.raise_(self.conn, _alarm(row, row.presence, at_ns, level, row.episode))
        if row.presence is ON:
            alarms.transition(self.conn, row.id, ON, at_ns, text=level.text)
        self._tell(alarms.alarm(self.conn, row.id), row.presence, at_ns)

    def _move(self, row: AlarmRow, presence: AlarmPresence, at_ns: int, *, by: str | None = None) -> None:
        at_ns = max(at_ns, row.since_ns)
        alarms.transition(self.conn, row.id, presence, at_ns, by=by, text=row.text)
        self._tell(row, presence, at_ns, by=by)

    def _tell(
        self, row: AlarmRow, presence: AlarmPresence, at_ns: int, *, by: str | None = None, repeat: int = 0
    ) -> None:
        """Put what is published and notified about a change into the outbox."""
        level = Level(row.priority, row.text, row.value)
        alarm = _alarm(row, presence, at_ns, level, row.episode)
        self.changes.append(alarm)
        self._open = None
        quiet = self.hushed(row)
        told = Transition(alarm, row.id, row.since_ns, by, repeat, quiet)
        outbox.put(
            self.conn,
            self.plan.topics.alert(row.device),
            alert(told),
            created_ns=self.now_ns,
            priority=RANK[row.priority],
        )
        if quiet or not self._notifies(row, presence, repeat):
            return
        if presence is ON or repeat:
            self.told.add(row.id)
        note = encode(notification(told, self.plan.content, self._zone(row.device).key))
        for channel in self.plan.channels:
            if channel.takes(row.priority):
                outbox.put(
                    self.conn, channel.topic, note, created_ns=self.now_ns, priority=RANK[row.priority]
                )

    def _notifies(self, row: AlarmRow, presence: AlarmPresence, repeat: int) -> bool:
        if repeat:
            return True
        if presence is ON:
            return row.id not in self.recent and row.id not in self.told
        return presence is OFF and row.presence is ON and self.plan.tell_when_over

    def hushed(self, row: AlarmRow) -> bool:
        """Whether notifications about ``row`` wait because people sleep."""
        return hushed(self.plan.quiet, row.priority, self.now_ns, self._zone(row.device))

    def _zone(self, device: str | None) -> ZoneInfo:
        if device is not None:
            return people.zone_of(self.conn, device)
        known = people.wearers(self.conn)
        return people.zone(known[0].tz if known else people.system_tz())


def _alarm(row: AlarmRow, presence: AlarmPresence, at_ns: int, level: Level, episode: int | None) -> Alarm:
    """The seam's alarm for a stored one, as it stands at a moment."""
    return Alarm(
        row.rule, row.device, row.kind, level.priority, presence, at_ns, level.text, level.value, episode
    )


def hushed(quiet: QuietHours, priority: AlarmPriority, at_ns: int, tz: ZoneInfo) -> bool:
    """Whether a notification of that priority waits at that moment: never for High."""
    return priority is not AlarmPriority.HIGH and quiet.contain(at_ns, tz)


def _another(row: AlarmRow, episode: int | None) -> bool:
    """Whether ``episode`` is a later one than the alarm is about, which is still on or was acknowledged."""
    return episode is not None and (row.episode is None or episode > row.episode)


def _means(request: Acknowledgement, row: AlarmRow) -> bool:
    if not request.any_device and row.device != request.device:
        return False
    if request.alarm is not None:
        return row.id == request.alarm
    return request.rule in {None, row.rule}
