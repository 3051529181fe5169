"""What an answer must say, worked out from the rows with plain SQL and nothing of the tools."""

from __future__ import annotations

import re
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from bench.agent_ranges import Span
    from bench.agent_set import Expected

NS: Final = 10**9
COLUMNS: Final = {
    "hr": "hr_bpm",
    "rr": "rr_ms",
    "rmssd": "rmssd_ms",
    "pr": "pr_ms",
    "qrs": "qrs_ms",
    "qt": "qt_ms",
    "qtc": "qtcf_ms",
    "p_duration": "p_ms",
}
WINDOWS: Final = "FROM segments WHERE device = ? AND current = 1 AND start_ns >= ? AND start_ns < ?"
OVERLAP_S: Final = (
    "SELECT coalesce(sum(min(end_ns, ?3) - max(start_ns, ?2)), 0) / 1e9 FROM segments WHERE device = ?1 "
    "AND current = 1 AND start_ns < ?3 AND end_ns > ?2 "
    "AND start_ns > ?2 - 3600000000000"  # no window is an hour long
)
NOW_NS: Final = 300 * NS
UNITS: Final = {  # as the languages write them
    "bpm": r"(?:bpm|lpm|ppm|/min|Schläge|bat|puls|latidos|pro Minute|por minuto|par minute|次|跳)",
    "ms": r"(?:ms|毫秒)",
}
SECONDS: Final = {  # as the languages write them
    **dict.fromkeys(("s", "Sek.", "秒"), 1.0),
    **dict.fromkeys(("min", "Min.", "分钟", "分"), 60.0),
    **dict.fromkeys(("h", "Std.", "小时"), 3600.0),
    **dict.fromkeys(
        ("d", "day", "days", "Tage", "Tag", "Tagen", "días", "día", "jours", "jour", "天"), 86_400.0
    ),
}
UNIT: Final = "|".join(sorted(map(re.escape, SECONDS), key=len, reverse=True))
PART: Final = re.compile(rf"(\d+(?:\.\d+)?)\s?({UNIT})(?![^\W\d])")
LENGTH: Final = re.compile(rf"{PART.pattern}(?:\s?{PART.pattern})?")
DECIMAL_COMMA: Final = re.compile(r"(?<=\d),(?=\d)(?!\d{3}(?!\d))")
THOUSANDS: Final = re.compile(r"(?<=\d)[.,\u00a0\u202f](?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure an answer must hold. ``value`` None: it must say that there is none.

    ``near``: how far a rounded figure may be off, in its unit.
    """

    name: str
    unit: str
    value: float | None
    near: float = 0.51

    def said(self, text: str) -> bool:
        """Whether a text says it, in any of the languages."""
        text = DECIMAL_COMMA.sub(".", THOUSANDS.sub("", text))
        if self.value is None:
            return re.search(rf"(?<![\d:])\d+(?:\.\d+)? {re.escape(self.unit)}\b", text) is None
        if self.unit == "length":
            return any(abs(each - self.value) <= near for each, near in lengths(text))
        if self.unit in {"count", "%"} and self.value == 0:
            return True  # that none is claimed is looked at by the reader of claims
        unit = "" if self.unit == "count" else r"\s?" + UNITS.get(self.unit, re.escape(self.unit))
        found = re.findall(rf"(?<![\d.:])(\d+(?:\.\d+)?){unit}", text)
        return any(abs(float(each) - self.value) <= self.near for each in found)


def lengths(text: str) -> list[tuple[float, float]]:
    """The lengths of time in a text, in seconds, and how far each may be off by rounding."""
    found = []
    for match in LENGTH.finditer(text):
        parts = PART.findall(match.group())
        seconds = sum(float(n) * SECONDS[unit] for n, unit in parts)
        step = SECONDS[parts[-1][1]] * (0.1 if "." in parts[-1][0] else 1)
        found.append((seconds, 0.51 * step + 0.5))
    return found


@dataclass(frozen=True, slots=True)
class Reference:
    """Figures of one wearable. ``role``: who asks."""

    conn: sqlite3.Connection
    device: str
    role: str = "wearer"

    def facts(self, expected: Expected, spans: tuple[Span, ...]) -> list[Fact]:
        """What the answer to a call must hold; none where there was no signal to tell from."""
        if expected.name == "device_status":
            return self._battery()
        if not spans:
            return []
        told: dict[str, Callable[[str, tuple[Span, ...]], list[Fact]]] = {
            "coverage": self._coverage,
            "list_alerts": self._alerts,
            "list_notes": self._notes,
        }
        of_signal: dict[str, Callable[[str, tuple[Span, ...]], list[Fact]]] = {
            "measure": self._measured,
            "burden": self._burden,
            "find_events": self._events,
            "classify": self._rhythm,
            "summarize": lambda _args, at: [] if at[0][1] - at[0][0] == NOW_NS else self._metric("hr", at[0]),
            "compare": self._compared,
        }
        if expected.name in of_signal and all(self._seconds(span, "analysable = 1") > 0 for span in spans):
            return of_signal[expected.name](expected.args, spans)
        return told[expected.name](expected.args, spans) if expected.name in told else []

    def _measured(self, args: str, spans: tuple[Span, ...]) -> list[Fact]:
        found = [fact for metric in args.split(",") for fact in self._metric(metric, spans[0])]
        known = {fact.unit for fact in found if fact.value is not None}
        return [fact for fact in found if fact.value is not None or fact.unit not in known]

    def _compared(self, args: str, spans: tuple[Span, ...]) -> list[Fact]:
        return [fact for span in spans for fact in self._metric(args, span)] if args in COLUMNS else []

    def _burden(self, _args: str, spans: tuple[Span, ...]) -> list[Fact]:
        share = self._share(spans[0])
        return [Fact("af share", "%", share, self._near(share))]

    def _coverage(self, _args: str, spans: tuple[Span, ...]) -> list[Fact]:
        recorded_s = self._seconds(spans[0])
        return [Fact("recorded", "length", recorded_s)] if recorded_s else []

    def _rows(self, sql: str, *values: object) -> list[Any]:
        return self.conn.execute(sql, values).fetchall()

    def _values(self, column: str, span: Span, where: str = "1") -> list[float]:
        sql = f"SELECT {column} {WINDOWS} AND analysable = 1 AND {column} IS NOT NULL AND {where}"
        return [row[0] for row in self._rows(sql, self.device, *span)]

    def _seconds(self, span: Span, where: str = "1") -> float:
        return float(self._rows(f"{OVERLAP_S} AND {where}", self.device, *span)[0][0])

    def _metric(self, metric: str, span: Span) -> list[Fact]:
        if metric in {"hr_max", "hr_min"}:
            whole = f"rhythm IN ('sinus', 'af') AND end_ns - start_ns >= {9 * NS}"
            found = self._values("hr_bpm", span, whole)
            best = max if metric == "hr_max" else min
            return [Fact(metric, "bpm", best(found) if found else None)]
        if metric not in COLUMNS:
            return []
        found = self._values(COLUMNS[metric], span)
        unit = "bpm" if metric == "hr" else "ms"
        if metric == "hr" and span[1] - span[0] == NOW_NS:
            found = found[-1:]  # "now" is told from the newest window
        return [Fact(metric, unit, median(found) if found else None, 1.01 if unit == "ms" else 0.56)]

    def _share(self, span: Span) -> float:
        af_s = self._seconds(span, "analysable = 1 AND rhythm = 'af'")
        return 100 * af_s / self._seconds(span, "analysable = 1")

    def _near(self, share: float) -> float:
        return 0.56 if share >= 10 else 0.056

    def _events(self, kind: str, spans: tuple[Span, ...]) -> list[Fact]:
        span = spans[0]
        if kind in {"any", "hr_above", "hr_below"}:
            return []
        if kind in {"hr_max", "hr_min"}:
            return self._metric(kind, span)
        sql = (
            "SELECT count(*) FROM episodes WHERE device = ? AND current = 1 AND kind = ? "
            "AND start_ns < ? AND end_ns > ?"
        )
        count = self._rows(sql, self.device, kind, span[1], span[0])[0][0]
        return [Fact(kind, "count", float(count), 0.1)]

    def _rhythm(self, target: str, spans: tuple[Span, ...]) -> list[Fact]:
        span = spans[0]
        if target == "beats":
            s, v = self._rows(f"SELECT sum(n_s), sum(n_v) {WINDOWS}", self.device, *span)[0]
            return [Fact(name, "count", float(n or 0), 0.1) for name, n in (("s", s), ("v", v))]
        share = self._share(span)
        if span[1] - span[0] == NOW_NS:
            return []  # now, the rhythm is named and no share of five minutes
        return [Fact("af share", "%", share, self._near(share))] if share else []

    def _alerts(self, status: str, spans: tuple[Span, ...]) -> list[Fact]:
        span = spans[0]
        sql = (
            "SELECT count(*) FROM alarms WHERE (device = ? OR device IS NULL) AND since_ns < ? "
            "AND coalesce(until_ns, ?) > ? AND (until_ns IS NULL OR NOT ?)"
        )
        count = self._rows(sql, self.device, span[1], span[1] + 1, span[0], status == "open")[0][0]
        return [Fact("alerts", "count", float(count), 0.1)]

    def _notes(self, kind: str, spans: tuple[Span, ...]) -> list[Fact]:
        sql = (
            "SELECT count(*) FROM notes AS n JOIN devices AS d ON d.wearer = n.wearer WHERE d.id = ? "
            "AND n.at_ns >= ? AND n.at_ns < ? AND (? = '' OR n.kind = ?) AND (n.private = 0 OR ? = 'wearer')"
        )
        count = self._rows(sql, self.device, *spans[0], kind, kind, self.role)[0][0]
        return [Fact("notes", "count", float(count), 0.1)]

    def _battery(self) -> list[Fact]:
        sql = (
            "SELECT battery_pct FROM device_states WHERE device = ? AND battery_pct IS NOT NULL "
            "ORDER BY at_ns DESC LIMIT 1"
        )
        found = self._rows(sql, self.device)
        return [Fact("battery", "%", float(found[0][0]))] if found else []
