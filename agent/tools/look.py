"""One look at one range: what every tool needs to say about where its numbers come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import msgspec

from agent.scope import recorded_s
from agent.tools.envelope import (
    ENOUGH_PCT,
    MAX_GAPS,
    Covered,
    Envelope,
    Gap,
    Problem,
    Resolved,
    Versions,
)
from agent.tools.figures import NS, quality, rows
from agent.when.model import DAY_NS
from dsp.thresholds import DEFAULTS
from storage.coverage import Coverage, coverage
from storage.sessions import ECG, RR
from storage.sql import select
from storage.thresholds import ThresholdRow, effective

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from agent.scope import Scope
    from agent.when.model import Range
    from storage.missing import Missing

OTHER_DEVICE: Final = "OTHER_DEVICE"
MIXED: Final = "mixed"
LEAST_WAVEFORM_S: Final = 10.0  # less than a window is rounding
MAX_COVERAGE_PIECES: Final = 60  # of a range with more holes the coverage is told from its hours alone

_IN: Final = (
    "FROM segments WHERE device = ?1 AND current = 1 AND start_ns >= ?2 AND start_ns < ?3 ORDER BY start_ns"
)
_FIRST: Final = select(("version", "model"), f"{_IN} LIMIT 1")
_LAST: Final = select(("version", "model"), f"{_IN} DESC LIMIT 1")
_NEWEST: Final = select(
    ("end_ns",),
    "FROM segments WHERE device = ?1 AND current = 1 AND start_ns < ?2 ORDER BY start_ns DESC LIMIT 1",
)
_REASONS: Final = select(
    ("reasons", "count(*)"),
    "FROM segments WHERE device = ?1 AND current = 1 AND start_ns >= ?2 AND start_ns < ?3 AND analysable = 0 "
    "GROUP BY reasons ORDER BY 2 DESC LIMIT 1",
)


@dataclass(frozen=True, slots=True)
class Look:
    """A scope and a range in it. ``label``: what the range is called; ``limits``: the thresholds in force."""

    scope: Scope
    span: Range
    label: str
    limits: Mapping[str, ThresholdRow]

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The stretches to look at."""
        return self.span.spans

    def iso(self, ns: int) -> str:
        """Local time of an instant."""
        return self.scope.iso(ns)

    def resolved(self) -> Resolved:
        """The range as an envelope has it."""
        span, scope = self.span, self.scope
        return Resolved(
            scope.iso(span.start_ns),
            scope.iso(span.end_ns),
            scope.wearer.tz,
            self.label,
            span.start_ns,
            span.end_ns,
            span.kind.value,
        )

    def covered(self) -> Covered:
        """How much of the range was recorded and could be analysed."""
        pieces = (
            self.spans
            if len(self.spans) <= MAX_COVERAGE_PIECES
            else ((self.span.start_ns, self.span.end_ns),)
        )
        found = [
            coverage(self.scope.conn, self.scope.device, start_ns, end_ns) for start_ns, end_ns in pieces
        ]
        length_s = sum(end_ns - start_ns for start_ns, end_ns in pieces) / NS
        analysable_s = sum(each.analysable_s for each in found)
        rr_s = sum(each.rr_s for each in found)
        gaps = sorted((gap for each in found for gap in each.gaps), key=lambda gap: gap.start_ns - gap.end_ns)
        return Covered(
            recorded_s=round(sum(each.recorded_s for each in found), 1),
            analysable_s=round(analysable_s, 1),
            pct=_pct(analysable_s, length_s),
            length_s=round(length_s, 1),
            gaps=tuple(self._gap(gap) for gap in sorted(gaps[:MAX_GAPS], key=lambda gap: gap.start_ns)),
            missing_s=_summed(found),
            rr_s=round(min(rr_s, analysable_s), 1),
            waveform_pct=_pct(max(0.0, analysable_s - rr_s), length_s) if rr_s else None,
        )

    def _gap(self, gap: Missing) -> Gap:
        seconds = round((gap.end_ns - gap.start_ns) / NS, 1)
        return Gap(self.iso(gap.start_ns), self.iso(gap.end_ns), seconds, gap.reason)

    def versions(self, *names: str) -> Versions:
        """What made the rows of the range, and which versions of the named thresholds are in force."""
        scope = self.scope
        found = [
            row
            for statement, (start_ns, end_ns) in ((_FIRST, self.spans[0]), (_LAST, self.spans[-1]))
            for row in rows(scope.conn, statement, scope.device, start_ns, end_ns)
        ]
        return Versions(
            chain=tuple(sorted({row[0] for row in found})),
            model=tuple(sorted({row[1] for row in found})),
            thresholds={name: self.limits[name].version for name in names if name in self.limits},
        )

    def newest_ns(self) -> int | None:
        """When the newest analysed signal before the range's end ended; None if there never was any."""
        found = rows(self.scope.conn, _NEWEST, self.scope.device, self.span.end_ns)
        return int(found[0][0]) if found else None

    def why_unreadable(self) -> str:
        """The most frequent reason why signal was not analysable, in at most the last day of the range."""
        start_ns, end_ns = self.spans[-1]
        found = rows(self.scope.conn, _REASONS, self.scope.device, max(start_ns, end_ns - DAY_NS), end_ns)
        reasons = msgspec.json.decode(found[0][0], type=list[str]) if found else []
        return reasons[0] if reasons else ""

    def envelope(
        self,
        tool: str,
        data: msgspec.Struct,
        *,
        limits: tuple[str, ...] = (),
        warnings: tuple[str, ...] = (),
        waveform: tuple[str, ...] = (),
        unjudged_s: float = 0.0,
    ) -> Envelope:
        """The result, or the error of there being no signal to answer from.

        ``waveform``: names of what takes a waveform to be told, where all that is asked for does: only what
        has one then counts as analysable. ``unjudged_s``: analysable time whose rhythm could not be told;
        where it is too much for a rhythm to be denied, it does not count as analysable.
        """
        covered = self.covered()
        signal = signal_of(covered)
        if waveform and covered.waveform_pct is not None:
            left_s = round(max(0.0, covered.analysable_s - covered.rr_s), 1)
            covered = msgspec.structs.replace(covered, analysable_s=left_s, pct=covered.waveform_pct)
        problem = None
        said: dict[str, Any] = msgspec.to_builtins(data)
        if waveform and signal == RR:
            problem = Problem.NO_WAVEFORM
            said = {"what": list(waveform)}
        elif covered.analysable_s <= 0:
            problem = Problem.NO_DATA if covered.recorded_s <= 0 else Problem.LOW_QUALITY
            newest = self.newest_ns()
            said = {
                "newest": self.iso(newest) if newest is not None else None,
                "why": self.why_unreadable() if problem is Problem.LOW_QUALITY else "",
            }
        else:
            covered = _judged(covered, unjudged_s)
        if problem is None and not Envelope(True, "", tool, {}, coverage=covered).enough:
            warnings = (*warnings, Problem.PARTIAL.value)
        return Envelope(
            ok=problem is None,
            ev="",
            tool=tool,
            data=said,
            resolved=self.resolved(),
            coverage=covered,
            quality=quality(self.scope, self.spans),
            device=self.scope.device,
            lead="" if signal == RR else self.scope.lead,
            versions=self.versions(*limits),
            warnings=(*warnings, *self.span.notes, *self._others()),
            error=problem,
            signal=signal,
        )

    def _others(self) -> tuple[str, ...]:
        """A remark where another wearable of the same person recorded then too."""
        others = [device for device in self.scope.devices if device.id != self.scope.device]
        worn = any(recorded_s(self.scope.conn, device.id, self.spans) > 0 for device in others)
        return (OTHER_DEVICE,) if worn else ()

    def plain(self, tool: str, data: msgspec.Struct, *, warnings: tuple[str, ...] = ()) -> Envelope:
        """A result that does not rest on signal: notes, alerts."""
        return Envelope(
            ok=True,
            ev="",
            tool=tool,
            data=msgspec.to_builtins(data),
            resolved=self.resolved(),
            lead=self.scope.lead,
            warnings=(*warnings, *self.span.notes),
        )


def _judged(covered: Covered, unjudged_s: float) -> Covered:
    """The coverage without the time whose rhythm could not be told, where that makes a difference."""
    left_s = round(max(0.0, covered.analysable_s - unjudged_s), 1)
    pct = _pct(left_s, covered.length_s)
    if not pct < ENOUGH_PCT <= covered.pct:
        return covered
    return msgspec.structs.replace(covered, analysable_s=left_s, pct=pct)


def signal_of(covered: Covered) -> str:
    """What the analysable part of a range was told from."""
    if covered.rr_s <= 0:
        return ECG
    return RR if covered.analysable_s - covered.rr_s < LEAST_WAVEFORM_S else MIXED


def _pct(part_s: float, whole_s: float) -> float:
    return round(min(100.0, 100 * part_s / whole_s), 1) if whole_s else 0.0


def look(scope: Scope, span: Range, label: str) -> Look:
    """A look at a range."""
    return Look(scope, span, label, limits_in_force(scope.conn))


def limits_in_force(conn: sqlite3.Connection) -> dict[str, ThresholdRow]:
    """The thresholds in force; one that was never stored is told with version 0."""
    defaults = {
        name: ThresholdRow(name, 0, limit.value, limit.unit, limit.source, limit.date, 0)
        for name, limit in DEFAULTS.items()
    }
    return {**defaults, **effective(conn)}


def _summed(found: list[Coverage]) -> dict[str, float]:
    sums: dict[str, float] = {}
    for each in found:
        for reason, seconds in each.missing_s.items():
            sums[reason] = round(sums.get(reason, 0.0) + seconds, 1)
    return sums
