"""Stretches without signal, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from dsp.types import GapReason
from storage.sql import select
from storage.timeline import NS, sample_at, wall_ns

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

MAX_SPANS: Final = 100  # the longest; nobody reads more, and each costs two time conversions
MIN_SPAN_S: Final = 1.0  # shorter ones count in the sums only

_TOUCHED: Final = (
    "SELECT id, start_ns, last_ns FROM sessions WHERE device = ? AND start_ns < ? AND last_ns > ? "
    "ORDER BY start_ns, id"
)
_WHOLE: Final = "s.device = :device AND s.start_ns >= :start_ns AND s.last_ns <= :end_ns"
_CUT: Final = "s.id = :session AND g.start < :last AND g.start + g.n > :first"
_SECONDS: Final = "(min(g.start + g.n, :last) - max(g.start, :first)) / s.fs_hz"
_REASONS: Final = tuple(reason.value for reason in GapReason)
_LEAD_OFF: Final = "lead_off"
_NO_SESSION: Final = "no_session"


def _sums(which: str) -> tuple[str, str]:
    """Statements for the seconds missing by reason: of each of ``_REASONS``, and with the lead off."""
    each = [f"sum({_SECONDS}) FILTER (WHERE g.reason = '{reason}')" for reason in _REASONS]
    joined = "FROM sessions AS s JOIN {} AS g ON g.session = s.id WHERE " + which
    return select(each, joined.format("gaps")), select([f"sum({_SECONDS})"], joined.format("lead_off"))


def _longest(which: str, table: str, reason: str) -> str:
    """Statement for the longest spans."""
    columns = (f"{_SECONDS} AS seconds", reason, "s.id", "max(g.start, :first)", "min(g.start + g.n, :last)")
    return select(
        columns,
        f"FROM sessions AS s JOIN {table} AS g ON g.session = s.id WHERE {which} "
        "AND g.n >= s.fs_hz * :least_s ORDER BY seconds DESC LIMIT :most",
    )


_STATEMENTS: Final = {
    which: (*_sums(which), _longest(which, "gaps", "g.reason"), _longest(which, "lead_off", f"'{_LEAD_OFF}'"))
    for which in (_WHOLE, _CUT)
}
_ENDLESS: Final = 2**62  # beyond any sample index, and still an SQLite integer when a length is added


class Missing(msgspec.Struct, frozen=True):
    """A stretch without analysable signal. ``reason``: lost, late, overflow, lead_off or no_session."""

    start_ns: int
    end_ns: int
    reason: str


class _Span(NamedTuple):
    """``begin``, ``end``: samples of ``session``, or wall time where there is none."""

    seconds: float
    reason: str
    session: int | None
    begin: int
    end: int


def missing(
    conn: sqlite3.Connection, device: str, start_ns: int, end_ns: int
) -> tuple[tuple[Missing, ...], dict[str, float]]:
    """The longest stretches missing in [start_ns, end_ns), in time order, and all seconds by reason."""
    touched = conn.execute(_TOUCHED, (device, end_ns, start_ns)).fetchall()
    spans = [
        _Span((end - begin) / NS, _NO_SESSION, None, begin, end)
        for begin, end in _between(touched, start_ns, end_ns)
    ]
    sums = {_NO_SESSION: sum(span.seconds for span in spans)}
    limits: dict[str, str | int | float] = {
        "device": device,
        "start_ns": start_ns,
        "end_ns": end_ns,
        "first": 0,
        "last": _ENDLESS,
        "least_s": MIN_SPAN_S,
        "most": MAX_SPANS,
    }
    spans.extend(_read(conn, _WHOLE, limits, sums))
    for session, begin_ns, last_ns in touched:
        if begin_ns < start_ns or last_ns > end_ns:
            first, last = sample_at(conn, session, start_ns), sample_at(conn, session, end_ns)
            limits.update(session=session, first=max(first, 0), last=last)
            spans.extend(_read(conn, _CUT, limits, sums))
    longest = sorted((span for span in spans if span.seconds >= MIN_SPAN_S), reverse=True)[:MAX_SPANS]
    stretches = sorted((_stretch(conn, span) for span in longest), key=lambda stretch: stretch.start_ns)
    return tuple(stretches), {reason: round(seconds, 3) for reason, seconds in sums.items() if seconds}


def _read(
    conn: sqlite3.Connection, which: str, limits: dict[str, str | int | float], sums: dict[str, float]
) -> list[_Span]:
    """The longest spans of the sessions meant; their seconds are added to ``sums``."""
    gaps, lead_off, *longest = _STATEMENTS[which]
    totals = (*conn.execute(gaps, limits).fetchone(), *conn.execute(lead_off, limits).fetchone())
    for reason, seconds in zip((*_REASONS, _LEAD_OFF), totals, strict=True):
        sums[reason] = sums.get(reason, 0.0) + (seconds or 0.0)
    return [_Span(*row) for statement in longest for row in conn.execute(statement, limits).fetchall()]


def _stretch(conn: sqlite3.Connection, span: _Span) -> Missing:
    if span.session is None:
        return Missing(span.begin, span.end, span.reason)
    begin, end = (wall_ns(conn, span.session, sample) for sample in (span.begin, span.end))
    return Missing(begin, end, span.reason)


def _between(touched: list[tuple[int, int, int]], start_ns: int, end_ns: int) -> Iterator[tuple[int, int]]:
    """The stretches of the range outside every session; ``touched``: (session, start_ns, last_ns)."""
    at = start_ns
    for _, begin_ns, last_ns in touched:
        if begin_ns > at:
            yield at, begin_ns
        at = max(at, last_ns)
    if end_ns > at:
        yield at, end_ns
