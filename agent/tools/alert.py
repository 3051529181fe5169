"""Why an alert was raised: its rule, the number that decided, the limit then in force, what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from agent.tools.envelope import Envelope, Problem
from agent.tools.events import UNITS, Found
from agent.tools.figures import NS, quality, rows
from agent.tools.status import alerts_of
from storage.alarms import transitions
from storage.sql import select

if TYPE_CHECKING:
    from agent.tools.args import ExplainAlert
    from agent.tools.look import Look
    from storage.alarms import AlarmRow

NEWEST: Final = frozenset({"", "newest", "last", "latest"})
OLDEST: Final = frozenset({"first", "oldest"})
OPEN: Final = "open"
# The limits behind a rule, by the registry's names; rules without one are about the equipment.
LIMITS: Final = {
    "af": ("af_alert",),
    "pause": ("pause",),
    "severe_bradycardia": ("severe_brady", "severe_brady_duration"),
    "extreme_tachycardia": ("extreme_tachy", "extreme_tachy_duration"),
    "wide_run": ("wide_run",),
}
MAX_CHANGES: Final = 10  # of one alert that are listed

_LIMIT: Final = select(
    ("value", "unit", "version", "source"),
    "FROM thresholds WHERE name = ?1 AND (set_ns <= ?2 OR version = 1) ORDER BY version DESC LIMIT 1",
)
_EPISODE: Final = select(
    ("kind", "start_ns", "end_ns", "value"), "FROM episodes WHERE id = ?1 AND device = ?2"
)


class Changed(msgspec.Struct, frozen=True):
    """One change of an alert; ``by``: who, or empty for the rule itself."""

    at: str
    presence: str
    by: str


class RuleLimit(msgspec.Struct, frozen=True):
    """A limit as it was registered when the alert began."""

    name: str
    value: float
    unit: str
    version: int
    source: str


class Cause(msgspec.Struct, frozen=True):
    """One alert and what it rests on. ``more``: further alerts in the time that was asked about."""

    number: str
    rule: str
    kind: str
    priority: str
    text: str
    since: str
    until: str | None
    seconds: float | None
    acknowledged: str | None
    acknowledged_by: str
    repeats: int
    changes: tuple[Changed, ...]
    limits: tuple[RuleLimit, ...]
    episode: Found | None
    quality: float | None
    more: int = 0


class NoAlert(msgspec.Struct, frozen=True):
    """Which alert was asked for, where there is none such."""

    why: str
    alert: str
    count: int


def run(view: Look, args: ExplainAlert) -> Envelope:
    """Explain one alert of the range."""
    listed = alerts_of(view)
    row = _chosen(listed, args.alert.strip().lower(), view.scope.now_ns)
    if row is None:
        return Envelope(
            ok=False,
            ev="",
            tool="explain_alert",
            data=msgspec.to_builtins(NoAlert("no_alert", args.alert, len(listed))),
            resolved=view.resolved(),
            device=view.scope.device,
            lead=view.scope.lead,
            error=Problem.NO_DATA,
        )
    made = view.plain("explain_alert", _cause(view, row, len(listed) - 1))
    return msgspec.structs.replace(made, device=view.scope.device, versions=view.versions(*_names(row)))


def _chosen(listed: list[AlarmRow], which: str, now_ns: int) -> AlarmRow | None:
    if which in OLDEST:
        return listed[0] if listed else None
    if which == OPEN:
        listed = [row for row in listed if row.until_ns is None or row.until_ns > now_ns]
    elif which not in NEWEST:
        listed = [row for row in listed if which in {f"a{row.id}", str(row.id), row.rule}]
    return listed[-1] if listed else None


def _cause(view: Look, row: AlarmRow, more: int) -> Cause:
    scope = view.scope
    until_ns = None if row.until_ns is None or row.until_ns > scope.now_ns else row.until_ns
    end_ns = until_ns or scope.now_ns
    return Cause(
        number=f"A{row.id}",
        rule=row.rule,
        kind=row.kind.value,
        priority=row.priority.value,
        text=row.text,
        since=view.iso(row.since_ns),
        until=None if until_ns is None else view.iso(until_ns),
        seconds=None if until_ns is None else round((until_ns - row.since_ns) / NS, 1),
        acknowledged=None if row.acknowledged_ns is None else view.iso(row.acknowledged_ns),
        acknowledged_by=row.acknowledged_by or "",
        repeats=row.repeats,
        changes=tuple(
            Changed(view.iso(each.at_ns), each.presence.value, each.by or "")
            for each in transitions(scope.conn, row.id)[:MAX_CHANGES]
            if each.at_ns <= scope.now_ns
        ),
        limits=tuple(limit for name in _names(row) for limit in _limit(view, name, row.since_ns)),
        episode=_episode(view, row),
        quality=quality(scope, ((row.since_ns, end_ns),)) if row.rule in LIMITS else None,
        more=more,
    )


def _names(row: AlarmRow) -> tuple[str, ...]:
    return LIMITS.get(row.rule, ())


def _limit(view: Look, name: str, at_ns: int) -> list[RuleLimit]:
    return [RuleLimit(name, *row) for row in rows(view.scope.conn, _LIMIT, name, at_ns)]


def _episode(view: Look, row: AlarmRow) -> Found | None:
    if row.episode is None:
        return None
    for kind, start_ns, end_ns, value in rows(view.scope.conn, _EPISODE, row.episode, view.scope.device):
        seconds = round((end_ns - start_ns) / NS, 1)
        told = None if value is None else round(value, 2)
        return Found(kind, view.iso(start_ns), view.iso(end_ns), seconds, told, UNITS.get(kind, ""))
    return None
