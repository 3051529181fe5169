"""The alerts of a simulated history: raised by the daemon's own rules and machine, acknowledged as told."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from daemon.alarm_machine import Acknowledgement, NothingToAcknowledge, Plan, Wanted, Work
from daemon.alarm_review import Review
from daemon.alarm_rules import Level, Limits
from daemon.alarm_technical import LEAD_BACK_S, TechnicalLimits, lead_off, low_battery, no_data
from daemon.quiet_hours import QuietHours
from daemon.topics import Topics
from dsp import thresholds
from dsp.alarms import AlarmPriority

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from daemon.alarm_rules import Verdict
    from dsp.alarms import AlarmPresence
    from ingest.scenario import Alert
    from storage.alarms import AlarmRow

NS: Final = 1_000_000_000


class Past(Work):
    """The alarm machine for what is past: rows are written, nobody is told."""

    def _tell(
        self, row: AlarmRow, presence: AlarmPresence, at_ns: int, *, by: str | None = None, repeat: int = 0
    ) -> None:
        """Nothing: what is past is neither published nor notified."""


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """Something about an alarm at a moment: what a rule says, a told alert, or its acknowledgement."""

    at_ns: int
    rule: str = field(compare=False)
    verdict: Verdict = field(compare=False, default=None)
    told: Alert | None = field(compare=False, default=None)
    by: str | None = field(compare=False, default=None)


@dataclass(slots=True)
class AlertTeller:
    """The alarms of one wearable, in order of time. ``remarks``: what could not be done as told."""

    device: str
    remarks: list[str] = field(default_factory=list)
    _agenda: list[Due] = field(default_factory=list)
    _limits: Limits = field(
        default_factory=lambda: Limits.of({name: t.value for name, t in thresholds.DEFAULTS.items()})
    )

    def plan(self, dues: Iterable[Due]) -> None:
        """Add to what will happen."""
        self._agenda = sorted([*self._agenda, *dues])

    @property
    def next_ns(self) -> int | None:
        """When something is due next."""
        return self._agenda[0].at_ns if self._agenda else None

    def copy(self) -> AlertTeller:
        """Another that goes on from here: for a job that may have to be done again."""
        return replace(self, remarks=[*self.remarks], _agenda=[*self._agenda])

    def review(self, conn: sqlite3.Connection, start_ns: int, end_ns: int) -> None:
        """Let the physiological rules look at the results stored for windows that begin in [start, end)."""
        Review(self.device, start_ns, end_ns, self._limits).run(_work(conn, end_ns))

    def advance(self, conn: sqlite3.Connection, until_ns: int) -> None:
        """Do everything that is due up to ``until_ns``."""
        while self._agenda and self._agenda[0].at_ns <= until_ns:
            due = self._agenda.pop(0)
            if due.told is not None:
                self._tell(_work(conn, due.at_ns), due, due.told)
            elif due.by is not None:
                self._acknowledge(_work(conn, due.at_ns), due, due.by)
            else:
                wanted = Wanted(due.rule, self.device, due.verdict, due.at_ns)
                _work(conn, due.at_ns).settle(wanted)

    def _tell(self, work: Work, due: Due, alert: Alert) -> None:
        """A told alert is the one that stands now; where none does, it is raised."""
        if work.current(due.rule, self.device) is None:
            level = Level(AlarmPriority.MEDIUM, alert.text or f"Alert: {alert.rule}", alert.value)
            work.settle(Wanted(due.rule, self.device, level, due.at_ns))
            if alert.duration is not None:
                self.plan([Due(due.at_ns + round(alert.duration * NS), due.rule)])

    def _acknowledge(self, work: Work, due: Due, by: str) -> None:
        try:
            work.acknowledge(Acknowledgement(by, rule=due.rule, device=self.device))
        except NothingToAcknowledge:
            self.remarks.append(f"{self.device}: no {due.rule} alert was left to acknowledge for {by}")


def _work(conn: sqlite3.Connection, now_ns: int) -> Past:
    return Past(conn, Plan(Topics(), QuietHours()), now_ns)


def told_alerts(alert: Alert, at_ns: int, wearer: str) -> list[Due]:
    """What a scenario's alert brings about."""
    dues = [Due(at_ns, alert.rule, told=alert)]
    if alert.acknowledged_after is not None:
        after_ns = at_ns + round(alert.acknowledged_after * NS)
        dues.append(Due(after_ns, alert.rule, by=alert.acknowledged_by or wearer))
    return dues


def silence(start_ns: int, end_ns: int, limits: TechnicalLimits) -> list[Due]:
    """The no-data alarm of a silent stretch."""
    seconds = (limits.no_data_low_s, limits.no_data_medium_s)
    steps = [s for s in seconds if start_ns + s * NS < end_ns]
    dues = [Due(start_ns + round(s * NS), "no_data", no_data(s, limits)) for s in steps]
    return [*dues, Due(end_ns, "no_data")] if dues else []


def loose(start_ns: int, end_ns: int, limits: TechnicalLimits) -> list[Due]:
    """The lead-off alarm of a stretch with an electrode off."""
    seconds = (limits.lead_off_low_s, limits.lead_off_medium_s)
    steps = [s for s in seconds if start_ns + s * NS < end_ns]
    dues = [Due(start_ns + round(s * NS), "lead_off", lead_off(True, s, limits, active=False)) for s in steps]
    return [*dues, Due(end_ns + round(LEAD_BACK_S * NS), "lead_off")] if dues else []


def charge(states: Iterable[tuple[int, int]], limits: TechnicalLimits) -> list[Due]:
    """The battery alarm of (wall time, percent) readings."""
    dues: list[Due] = []
    active = False
    for at_ns, percent in states:
        verdict = low_battery(percent, limits, active=active)
        if isinstance(verdict, Level) or (verdict is None and active):
            dues.append(Due(at_ns, "low_battery", verdict))
            active = verdict is not None
    return dues
