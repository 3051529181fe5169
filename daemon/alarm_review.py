"""Stored results, looked at for alarms: reads what a step has stored and brings the alarms up to it.

All of it is a function of the store, so a crash between any two commits loses no alarm, and looking at the
same results twice raises none twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from daemon.alarm_machine import PRESENT, Wanted
from daemon.alarm_rules import RATE_RULES, EpisodeFact, Level, WindowFact, covered, episode, lookback_ns
from storage import alarms, episodes, reanalyses, results

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daemon.alarm_machine import Work
    from daemon.alarm_rules import Limits
    from storage.alarms import AlarmRow
    from storage.episodes import EpisodeRow

LOOK_BACK_NS: Final = 600 * 10**9  # episodes are closed after the fact, and a restart repeats its last minute
FOREVER_NS: Final = 2**62  # year 2116: beyond every stored time


@dataclass(frozen=True, slots=True)
class Review:
    """New results of ``device``: of windows that begin in [start_ns, end_ns), wall time of the signal."""

    device: str
    start_ns: int
    end_ns: int
    limits: Limits
    off: frozenset[str] = frozenset()  # rules that are switched off

    def run(self, work: Work) -> None:
        """Raise and end the physiological alarms of the wearable."""
        start_ns = max(
            self.start_ns, self.end_ns - LOOK_BACK_NS
        )  # a step is a minute; an episode may be hours
        back_ns = start_ns - max(LOOK_BACK_NS, lookback_ns(self.limits))
        known = alarms.alarms(work.conn, self.device, back_ns, FOREVER_NS)
        past_ns = reanalyses.until_ns(
            work.conn, self.device
        )  # a re-analysis raises nothing over what is over
        windows = [
            WindowFact(row.start_ns, row.end_ns, row.analysable, row.hr_bpm)
            for row in results.segments(work.conn, self.device, back_ns, self.end_ns)
        ]
        self._rates(work, windows, known, max(start_ns, past_ns))
        for row in episodes.episodes(work.conn, self.device, back_ns, max(self.end_ns, start_ns + 1)):
            self._episode(work, row, windows, known, past_ns)

    def _rates(
        self, work: Work, windows: Sequence[WindowFact], known: Sequence[AlarmRow], start_ns: int
    ) -> None:
        for rule in RATE_RULES.keys() - self.off:
            judged_ns = _judged_ns(work, rule, known)
            row = work.current(rule, self.device)
            active = row is not None and row.presence in PRESENT
            for last, window in enumerate(windows):
                if window.start_ns < start_ns or window.end_ns <= judged_ns:
                    continue
                recent = _recent(windows, last, lookback_ns(self.limits))
                verdict = RATE_RULES[rule](recent, self.limits, active=active)
                if isinstance(verdict, Level) or (verdict is None and active):
                    work.settle(Wanted(rule, self.device, verdict, window.end_ns))
                    active = verdict is not None

    def _episode(
        self,
        work: Work,
        row: EpisodeRow,
        windows: Sequence[WindowFact],
        known: Sequence[AlarmRow],
        past_ns: int,
    ) -> None:
        fact = EpisodeFact(row.kind, row.start_ns, row.end_ns, row.value, tuple(row.detail.get("flags", ())))
        found = episode(fact, self.limits)
        if found is None or found[0] in self.off:
            return
        rule, level = found
        current = work.current(rule, self.device)
        if current is not None and row.start_ns < current.since_ns <= row.end_ns:
            work.refresh(current, level, row.id)  # also under a new number, after another version's analysis
        elif row.id > _newest_episode(rule, known) and row.end_ns > past_ns and not covered(fact, windows):
            at_ns = row.end_ns if rule != "af" else row.start_ns + int(self.limits.af_alert_s * 1e9)
            work.settle(Wanted(rule, self.device, level, at_ns, row.id))
        current = work.current(rule, self.device)
        if current is None or current.episode != row.id or current.presence not in PRESENT:
            return
        if not row.open:
            work.end(current, row.end_ns)


def _recent(windows: Sequence[WindowFact], last: int, back_ns: int) -> Sequence[WindowFact]:
    """Those up to ``last`` that a rate rule may look at."""
    first = last
    while first > 0 and windows[last].end_ns - windows[first - 1].start_ns <= back_ns:
        first -= 1
    return windows[first : last + 1]


def _judged_ns(work: Work, rule: str, known: Sequence[AlarmRow]) -> int:
    """Up to where the signal has been judged by ``rule`` for certain: its own last change, in signal time."""
    return max(
        (
            change.at_ns
            for row in known
            if row.rule == rule
            for change in alarms.transitions(work.conn, row.id)
            if change.by is None
        ),
        default=0,
    )


def _newest_episode(rule: str, known: Sequence[AlarmRow]) -> int:
    """The newest episode that ``rule`` has had an alarm for; numbers only grow."""
    return max((row.episode for row in known if row.rule == rule and row.episode is not None), default=0)
