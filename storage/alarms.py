"""Alarms and every change of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from dsp.alarms import Alarm, AlarmKind, AlarmPresence, AlarmPriority
from storage.errors import StoreError
from storage.sql import select

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class AlarmRow:
    """A stored alarm; ``until_ns`` is None while it is open. ``device`` None: the gateway itself."""

    id: int
    rule: str
    device: str | None
    kind: AlarmKind
    priority: AlarmPriority
    presence: AlarmPresence
    since_ns: int
    until_ns: int | None
    text: str
    value: float | None
    episode: int | None
    acknowledged_ns: int | None
    acknowledged_by: str | None
    repeats: int


@dataclass(frozen=True, slots=True)
class Transition:
    """One change of an alarm. ``by``: who did it, or None for the rule."""

    id: int
    alarm: int
    at_ns: int
    presence: AlarmPresence
    by: str | None
    text: str


class UnknownAlarm(StoreError):
    """No alarm of that number."""

    def __init__(self, alarm: int) -> None:
        super().__init__(f"no alarm {alarm}")
        self.alarm = alarm


_FIELDS: Final = tuple(AlarmRow.__dataclass_fields__)
_ONE: Final = select(_FIELDS, "FROM alarms WHERE id = ?")
_OPEN: Final = select(_FIELDS, "FROM alarms WHERE until_ns IS NULL ORDER BY since_ns, id")
_RANGE: Final = select(
    _FIELDS,
    "FROM alarms WHERE device IS ? AND since_ns < ? AND (until_ns IS NULL OR until_ns > ?) "
    "ORDER BY since_ns, id",
)


def raise_(conn: sqlite3.Connection, alarm: Alarm) -> int:
    """Open an alarm; its number. One open for the same rule and device takes the new text and value."""
    row = conn.execute(
        "SELECT id, presence FROM alarms WHERE rule = ? AND device IS ? AND until_ns IS NULL",
        (alarm.rule, alarm.device),
    ).fetchone()
    if row is not None:
        conn.execute(
            "UPDATE alarms SET priority = ?, text = ?, value = ?, episode = coalesce(?, episode) "
            "WHERE id = ?",
            (alarm.priority.value, alarm.text, alarm.value, alarm.episode, row[0]),
        )
        if row[1] != alarm.presence.value:
            transition(conn, row[0], alarm.presence, alarm.at_ns, text=alarm.text)
        return int(row[0])
    cursor = conn.execute(
        "INSERT INTO alarms (rule, device, kind, priority, presence, since_ns, text, value, episode) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            alarm.rule,
            alarm.device,
            alarm.kind.value,
            alarm.priority.value,
            alarm.presence.value,
            alarm.at_ns,
            alarm.text,
            alarm.value,
            alarm.episode,
        ),
    )
    number = int(cursor.lastrowid or 0)
    transition(conn, number, alarm.presence, alarm.at_ns, text=alarm.text)
    return number


def transition(
    conn: sqlite3.Connection,
    alarm: int,
    presence: AlarmPresence,
    at_ns: int,
    *,
    by: str | None = None,
    text: str | None = None,
) -> None:
    """Change an alarm's presence: OFF closes it, ACKNOWLEDGED notes who and when. The change is kept.

    Raises:
        UnknownAlarm: there is no such alarm.
    """
    changed = conn.execute(
        "UPDATE alarms SET presence = ?2, until_ns = CASE ?2 WHEN 'Off' THEN ?3 END, "
        "acknowledged_ns = CASE ?2 WHEN 'Acknowledged' THEN ?3 ELSE acknowledged_ns END, "
        "acknowledged_by = CASE ?2 WHEN 'Acknowledged' THEN ?4 ELSE acknowledged_by END WHERE id = ?1",
        (alarm, presence.value, at_ns, by),
    )
    if not changed.rowcount:
        raise UnknownAlarm(alarm)
    conn.execute(
        'INSERT INTO alarm_transitions (alarm, at_ns, presence, "by", text) VALUES (?, ?, ?, ?, ?)',
        (alarm, at_ns, presence.value, by, text or ""),
    )


def repeated(conn: sqlite3.Connection, alarm: int) -> None:
    """Count that the alarm was announced again."""
    conn.execute("UPDATE alarms SET repeats = repeats + 1 WHERE id = ?", (alarm,))


def alarm(conn: sqlite3.Connection, number: int) -> AlarmRow:
    """One alarm.

    Raises:
        UnknownAlarm: there is no such alarm.
    """
    row = conn.execute(_ONE, (number,)).fetchone()
    if row is None:
        raise UnknownAlarm(number)
    return _alarm(row)


def open_alarms(conn: sqlite3.Connection) -> list[AlarmRow]:
    """Every open alarm, oldest first."""
    return [_alarm(row) for row in conn.execute(_OPEN).fetchall()]


def alarms(conn: sqlite3.Connection, device: str | None, start_ns: int, end_ns: int) -> list[AlarmRow]:
    """The device's alarms (None: the gateway's) that touch [start_ns, end_ns), oldest first."""
    return [_alarm(row) for row in conn.execute(_RANGE, (device, end_ns, start_ns)).fetchall()]


def transitions(conn: sqlite3.Connection, alarm: int) -> list[Transition]:
    """Every change of one alarm, in order."""
    rows = conn.execute(
        'SELECT id, alarm, at_ns, presence, "by", text FROM alarm_transitions WHERE alarm = ? ORDER BY id',
        (alarm,),
    ).fetchall()
    return [Transition(row[0], row[1], row[2], AlarmPresence(row[3]), row[4], row[5]) for row in rows]


def _alarm(row: Any) -> AlarmRow:  # noqa: ANN401 - sqlite rows are untyped
    values = tuple(row)
    kinds = AlarmKind(values[3]), AlarmPriority(values[4]), AlarmPresence(values[5])
    return AlarmRow(*(*values[:3], *kinds, *values[6:]))
