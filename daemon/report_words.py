"""Numbers, times and names in a report, written as the answers of a conversation write them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from agent.when.model import local, to_ns

if TYPE_CHECKING:
    from agent.tools.envelope import Envelope
    from agent.tools.events import Found
    from daemon.report import Report

DASH: Final = "\N{EN DASH}"
METRICS: Final = {
    "hr": "heart rate, median",
    "hr_rest": "at rest (00:00-06:00)",
    "hr_min": "lowest (10 s)",
    "hr_max": "highest (10 s)",
    "rmssd": "variability, RMSSD",
    "pr": "PR",
    "qrs": "QRS",
    "qt": "QT",
    "qtc": "QTc (Fridericia)",
    "p_duration": "P wave",
}
KINDS: Final = {
    "af": "atrial fibrillation",
    "pause": "pause",
    "brady": "slow heart rate",
    "tachy": "fast heart rate",
    "wide_run": "run of wide beats",
    "bigeminy": "bigeminy",
    "trigeminy": "trigeminy",
}
RHYTHMS: Final = {
    "sinus": "sinus rhythm",
    "af": "atrial fibrillation",
    "regular": "regular, without a waveform",
    "other": "another rhythm",
    "unknown": "not named",
}
REASONS: Final = {
    "no_session": "nothing received",
    "lost": "no data",
    "late": "came too late",
    "overflow": "dropped",
    "absent": "not worn, or no data",
    "lead_off": "electrode off",
    "noise": "noise",
    "gap": "gaps",
}


class Words:
    """Writes for one report, in the wearer's language where the language has the words."""

    def __init__(self, report: Report) -> None:
        scope = report.lookup.scope
        self._forms = report.lookup.tongue.forms
        self._tz, self._now = scope.tz, local(scope.now_ns, scope.tz)

    def ns(self, iso: str) -> int:
        """A moment of an envelope, as ns since the Unix epoch."""
        return to_ns(datetime.fromisoformat(iso))

    def moment(self, iso: str | None) -> str:
        """A local moment."""
        if iso is None:
            return DASH
        return self._forms.moment(datetime.fromisoformat(iso).astimezone(self._tz), self._now)

    def bucket(self, iso: str, bucket: str) -> str:
        """The name of a step of a trend, short."""
        at = datetime.fromisoformat(iso).astimezone(self._tz)
        return f"{at:%H:%M}" if bucket == "hour" else f"{at.day} {at:%b}"

    def length(self, seconds: float) -> str:
        """A length of time."""
        return self._forms.duration(seconds)

    def number(self, value: float | None, unit: str) -> str:
        """A value with its unit."""
        return DASH if value is None else self._forms.number(value, unit)

    def unsure(self, found: Envelope) -> str:
        """What must be said beside a zero, where too little could be analysed to take it for none."""
        if found.enough and found.enough_waveform:
            return ""
        covered = found.coverage
        pct = 0.0 if covered is None else covered.pct
        if found.enough:
            return "Too little has a waveform to say that there were no pauses, wide beats, bi- or trigeminy."
        return (
            f"Only {self.number(pct, '%')} could be analysed: what was not found there may still have been."
        )

    def event_title(self, event: Found) -> str:
        """What an event is called above its strip."""
        value = f", {self.number(event.value, event.unit)}" if event.value is not None and event.unit else ""
        name, began = KINDS.get(event.kind, event.kind), self.moment(event.start)
        return f"{name}, {began}, {self.length(event.seconds)}{value}"
