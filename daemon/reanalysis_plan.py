"""What a re-analysis takes: the stretches whose results are of another version, and what cannot be had.

A stretch never cuts an episode in two, so that the old and the new never tell of the same one; it ends well
before what is still being recorded, which the live analysis and its alarms go on with. Long ones are cut
where there is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from storage import devices, results, samples, stretches
from storage.reanalyses import LeftOut, Part
from storage.sessions import RR

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from storage.reanalyses import Asked
    from storage.samples import Session

WARM_UP_S: Final = 60.0  # rhythm is judged on half a minute, the size of beats is learnt in less
LIVE_S: Final = 1800.0  # alarms look back over less than that
PART_S: Final = 2 * 86_400.0  # put in force at once: seconds on a Pi, while samples wait to be committed
NEVER_KEPT: Final = "its samples were never stored here"
PRUNED: Final = "its samples were removed by retention"
RECORDING: Final = "it is still being recorded"

_OTHER: Final = (
    "SELECT min(start), max(start + n) FROM segments WHERE session = ?1 AND current = 1 AND start < ?3 "
    "AND start + n > ?2 AND version <> ?4 AND substr(version, 1, length(?4) + 1) <> ?4 || '/'"
)
_EPISODES: Final = (
    "SELECT min(start), max(start + n) FROM episodes WHERE session = ?1 AND current = 1 AND start < ?3 "
    "AND start + n > ?2"
)
_BEGINS: Final = "SELECT min(start) FROM segments WHERE session = ? AND current = 1 AND start >= ?"
_ENDS: Final = "SELECT max(start + n) FROM segments WHERE session = ? AND current = 1 AND start + n <= ?"
_HOLDS: Final = (
    "SELECT start, start + n FROM segments WHERE session = ?1 AND current = 1 AND start < ?2 "
    "ORDER BY start DESC LIMIT 1"
)
_WARM: Final = (
    "SELECT start FROM segments WHERE session = ?1 AND current = 1 AND start >= ?2 AND start <= ?3 "
    "ORDER BY abs(start - ?4) LIMIT 1"
)


def plan(
    conn: sqlite3.Connection, asked: Asked, version_of: Callable[[str], str]
) -> tuple[list[Part], list[LeftOut]]:
    """The stretches to be computed, and the times that cannot be. ``version_of``: by a session's signal."""
    parts: list[Part] = []
    left_out: list[LeftOut] = []
    known = [asked.device] if asked.device else [device.id for device in devices.devices(conn)]
    for device in known:
        for session in samples.sessions(conn, device, asked.start_ns, asked.end_ns):
            found = _Stretch(conn, session, version_of(session.signal), left_out)
            parts += found.between(asked.start_ns, asked.end_ns)
    return parts, left_out


class _Stretch:
    """What of one session is to be computed anew."""

    def __init__(
        self, conn: sqlite3.Connection, session: Session, version: str, left_out: list[LeftOut]
    ) -> None:
        self._conn = conn
        self._session = session
        self._version = version
        self._left_out = left_out

    def between(self, start_ns: int, end_ns: int) -> Iterator[Part]:
        """The parts that [start_ns, end_ns) takes; none where there is nothing to do."""
        session = self._session
        lo = samples.sample_at(self._conn, session.id, start_ns)
        hi = samples.sample_at(self._conn, session.id, end_ns)
        start, stop = self._span(_OTHER, lo, hi, self._version) or (0, 0)
        if stop <= start:
            return
        if not session.n_samples:
            self._leave(start, stop, NEVER_KEPT)
            return
        start, stop = self._whole(start, stop)
        if (
            session.signal == RR and session.raw_from
        ):  # its chain begins with its first interval, or not at all
            self._leave(start, stop, PRUNED)
            return
        first, last = self._kept_from(start), self._over_by(stop)
        if first > start:
            self._leave(start, min(first, stop), PRUNED)
        if last < stop:
            self._leave(max(last, start), stop, RECORDING)
        start, stop = max(start, first), min(stop, last)
        while start < stop:
            cut = self._cut(start, stop)
            begin = self._begin(start)
            version = stretches.unused_version(self._conn, session.id, start, cut, self._version)
            yield Part(0, session.id, start, cut, begin, version, begin)
            start = cut

    def _cut(self, start: int, stop: int) -> int:
        """Where a part that begins at ``start`` ends; one that is all one episode is never cut."""
        most = start + round(PART_S * self._session.fs_hz)
        if stop <= most or self._session.signal == RR:
            return stop
        cut = self._before(most)
        return cut if cut > start else stop

    def _span(self, query: str, *values: object) -> tuple[int, int] | None:
        row = self._conn.execute(query, (self._session.id, *values)).fetchone()
        return None if row[0] is None else (int(row[0]), int(row[1]))

    def _one(self, query: str, at: int) -> int | None:
        row = self._conn.execute(query, (self._session.id, at)).fetchone()
        return None if row[0] is None else int(row[0])

    def _whole(self, start: int, stop: int) -> tuple[int, int]:
        """Widened until it cuts no window and no episode; without a waveform, to the whole session."""
        if self._session.signal == RR:
            return 0, self._session.position
        while True:
            low, high = self._span(_EPISODES, start, stop) or (start, stop)
            low, high = self._floor(min(low, start)), self._ceiling(max(high, stop))
            if (low, high) == (start, stop):
                return start, stop
            start, stop = low, high

    def _floor(self, at: int) -> int:
        """The beginning of the window that holds ``at``, else ``at``."""
        row = self._conn.execute(_HOLDS, (self._session.id, at + 1)).fetchone()
        return int(row[0]) if row is not None and row[1] > at else at

    def _ceiling(self, at: int) -> int:
        """The end of the window that holds the sample before ``at``, else ``at``."""
        row = self._conn.execute(_HOLDS, (self._session.id, at)).fetchone()
        return max(int(row[1]), at) if row is not None else at

    def _kept_from(self, start: int) -> int:
        """The first window from ``start`` on whose samples are kept, behind every episode that reaches in."""
        at = max(start, self._session.raw_from)
        while at > start:
            first = self._one(_BEGINS, at)
            if first is None:
                return self._session.position
            cut = self._span(_EPISODES, first - 1, first + 1)
            if cut is None or cut[0] >= first or cut[1] <= first:
                return first
            at = cut[1]
        return at

    def _over_by(self, stop: int) -> int:
        """The end of the last window up to ``stop`` that is over, before every episode that reaches out."""
        session = self._session
        progress = results.progress(self._conn, session.id)
        if session.closed and progress is not None and progress.position >= session.position:
            return stop
        at = results.analysed_to(self._conn, session.id) - round(LIVE_S * session.fs_hz)
        return stop if at >= stop else self._before(at)

    def _before(self, at: int) -> int:
        """The end of the last window up to ``at`` that no episode reaches out of."""
        while True:
            last = self._one(_ENDS, at) or 0
            cut = self._span(_EPISODES, last - 1, last + 1)
            if cut is None or cut[0] >= last or cut[1] <= last:
                return last
            at = cut[0]

    def _begin(self, start: int) -> int:
        """Where the chain starts: with a window a while before, where the samples of one are kept."""
        wanted = start - round(WARM_UP_S * self._session.fs_hz)
        row = self._conn.execute(_WARM, (self._session.id, self._session.raw_from, start, wanted)).fetchone()
        return start if row is None else int(row[0])

    def _leave(self, start: int, stop: int, why: str) -> None:
        start_ns, end_ns = (samples.wall_ns(self._conn, self._session.id, at) for at in (start, stop))
        self._left_out.append(LeftOut(self._session.device, start_ns, end_ns, why))
