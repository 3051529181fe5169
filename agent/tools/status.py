"""How the recording itself is doing: coverage, the wearable, alerts, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from agent.tools.envelope import Covered, Envelope, Problem
from agent.tools.figures import NS, rows
from storage.alarms import alarms
from storage.notes import notes
from storage.sessions import ECG, RR, sessions
from storage.sql import select

if TYPE_CHECKING:
    from agent.scope import Scope
    from agent.tools.args import CoverageOf, ListAlerts, ListNotes
    from agent.tools.look import Look
    from storage.alarms import AlarmRow

MAX_ALERTS: Final = 20  # in an envelope, newest last
MAX_NOTES: Final = 20  # in an envelope, newest last
SILENT_S: Final = 60.0  # a wearable whose newest signal is older than this is not sending

_STATE: Final = {
    column: select(
        ("at_ns", column),
        f"FROM device_states WHERE device = ?1 AND at_ns <= ?2 AND {column} IS NOT NULL "
        "ORDER BY at_ns DESC LIMIT 1",
    )
    for column in ("battery_pct", "connected", "lead_off")
}
_SEGMENT: Final = select(
    ("max(end_ns)",),
    "FROM (SELECT end_ns FROM segments WHERE device = ?1 AND current = 1 AND start_ns < ?2 "
    "ORDER BY start_ns DESC LIMIT 1)",
)


class Recorded(msgspec.Struct, frozen=True):
    """How much was recorded; the figures are the envelope's coverage. ``sending``: signal arrives now."""

    newest: str | None
    sending: bool


class State(msgspec.Struct, frozen=True):
    """What is known about the wearable. ``age_s``: of the newest signal; None: never said.

    ``signal``: "rr" where it sends beat intervals and no waveform.
    """

    device: str
    name: str
    lead: str
    newest: str | None
    age_s: float | None
    sending: bool
    battery_pct: int | None
    battery_at: str | None
    connected: bool | None
    lead_off: bool | None
    signal: str = ECG


class Alert(msgspec.Struct, frozen=True):
    """One alert. ``number``: its own, to ask about it."""

    rule: str
    priority: str
    presence: str
    text: str
    since: str
    until: str | None
    seconds: float | None
    acknowledged: str | None
    number: str = ""
    acknowledged_by: str = ""


class Alerts(msgspec.Struct, frozen=True):
    """Alerts that touch a time, oldest first; ``open_now``: of them, still open."""

    count: int
    open_now: int
    alerts: tuple[Alert, ...]
    status: str


class NoteOf(msgspec.Struct, frozen=True):
    """One note."""

    at: str
    kind: str
    text: str
    author: str
    private: bool


class Notes(msgspec.Struct, frozen=True):
    """Notes of a time, oldest first. ``shared_only``: the asker sees only what is not private."""

    count: int
    kind: str
    notes: tuple[NoteOf, ...]
    shared_only: bool


def coverage(view: Look, _args: CoverageOf) -> Envelope:
    """How much of a range was recorded and analysable. Nothing recorded is an answer here, not an error."""
    newest = view.newest_ns()
    covered: Covered = view.covered()
    sending = newest is not None and view.scope.now_ns - newest < SILENT_S * NS
    made = view.envelope("coverage", Recorded(None, sending=False))
    data = Recorded(view.iso(newest) if newest is not None else None, sending)
    warnings = () if made.enough else (Problem.PARTIAL.value,)
    return msgspec.structs.replace(
        made, ok=True, error=None, data=msgspec.to_builtins(data), coverage=covered, warnings=warnings
    )


def device(scope: Scope) -> Envelope:
    """The wearable as it was last heard of."""
    if not scope.device:
        return Envelope(
            ok=False,
            ev="",
            tool="device_status",
            data={"newest": None, "why": "no_device"},
            error=Problem.NO_DATA,
        )
    said = {
        column: (rows(scope.conn, statement, scope.device, scope.now_ns) or [(None, None)])[0]
        for column, statement in _STATE.items()
    }
    newest = _newest(scope)
    age_s = None if newest is None else round(max(0, scope.now_ns - newest) / NS, 1)
    name = rows(scope.conn, select(("name",), "FROM devices WHERE id = ?1"), scope.device)[0][0]
    connected, lead_off = (
        None if said[key][1] is None else bool(said[key][1]) for key in ("connected", "lead_off")
    )
    data = State(
        device=scope.device,
        name=name,
        lead="" if scope.signal == RR else scope.lead,
        newest=None if newest is None else scope.iso(newest),
        age_s=age_s,
        sending=age_s is not None and age_s < SILENT_S,
        battery_pct=said["battery_pct"][1],
        battery_at=None if said["battery_pct"][0] is None else scope.iso(said["battery_pct"][0]),
        connected=connected,
        lead_off=lead_off,
        signal=scope.signal,
    )
    return Envelope(
        ok=True,
        ev="",
        tool="device_status",
        data=msgspec.to_builtins(data),
        lead=data.lead,
        signal=scope.signal,
    )


def _newest(scope: Scope) -> int | None:
    """End of the newest signal that was stored, analysed or not."""
    found = [
        min(each.last_ns, scope.now_ns) for each in sessions(scope.conn, scope.device, None, scope.now_ns)
    ]
    analysed = rows(scope.conn, _SEGMENT, scope.device, scope.now_ns)[0][0]
    if analysed is not None:
        found.append(min(analysed, scope.now_ns))
    return max(found, default=None)


def alerts_of(view: Look) -> list[AlarmRow]:
    """Alerts of this wearable and of the gateway that touch the range, oldest first."""
    found = {
        row.id: row
        for start_ns, end_ns in view.spans
        for owner in (view.scope.device or None, None)
        for row in alarms(view.scope.conn, owner, start_ns, end_ns)
    }
    return sorted(found.values(), key=lambda row: (row.since_ns, row.id))


def alerts(view: Look, args: ListAlerts) -> Envelope:
    """Alerts of this wearable and of the gateway that touch the range."""
    now_ns = view.scope.now_ns
    listed = alerts_of(view)
    if args.status == "open":
        listed = [row for row in listed if row.until_ns is None or row.until_ns > now_ns]
    data = Alerts(
        count=len(listed),
        open_now=sum(row.until_ns is None or row.until_ns > now_ns for row in listed),
        alerts=tuple(
            Alert(
                rule=row.rule,
                priority=row.priority.value,
                presence=row.presence.value,
                text=row.text,
                since=view.iso(row.since_ns),
                until=None if row.until_ns is None or row.until_ns > now_ns else view.iso(row.until_ns),
                seconds=None if row.until_ns is None else round((row.until_ns - row.since_ns) / NS, 1),
                acknowledged=None if row.acknowledged_ns is None else view.iso(row.acknowledged_ns),
                number=f"A{row.id}",
                acknowledged_by=row.acknowledged_by or "",
            )
            for row in listed[-MAX_ALERTS:]
        ),
        status=args.status,
    )
    return view.plain("list_alerts", data)


def diary(view: Look, args: ListNotes) -> Envelope:
    """Notes of the wearer in the range; private ones for the wearer alone."""
    scope = view.scope
    own = scope.role == "wearer"
    kinds = (args.kind,) if args.kind else None
    found = [
        note
        for start_ns, end_ns in view.spans
        for note in notes(scope.conn, scope.wearer.id, start_ns, end_ns, kinds=kinds, private=own)
    ]
    data = Notes(
        count=len(found),
        kind=args.kind or "",
        notes=tuple(
            NoteOf(view.iso(note.at_ns), note.kind, note.text, note.author, note.private)
            for note in found[-MAX_NOTES:]
        ),
        shared_only=not own,
    )
    return view.plain("list_notes", data)
