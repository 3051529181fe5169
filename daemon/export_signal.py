"""The stored signal as it leaves the house: in parts of one session and one local day, holes as holes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from agent.when.model import EPOCH, local
from dsp.types import Gap, GapReason, IntArray, Segment
from storage import blocks, samples
from storage.errors import ChecksumMismatch
from storage.sessions import RR, sessions

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from agent.when.model import Clock
    from storage.sessions import Session

NS: Final = 10**9
DRIFT_SAMPLES: Final = 0.5  # over a part: less is as good as the nominal rate
LEAD_OFF: Final = "lead off"
DAMAGED: Final = "damaged"


@dataclass(frozen=True, slots=True)
class Part:
    """Samples ``start`` to ``end`` of a session, in one local day; ``start_ns``, ``end_ns``: wall time."""

    session: Session
    start: int
    end: int
    start_ns: int
    end_ns: int

    @property
    def n(self) -> int:
        """Samples and missing ones."""
        return self.end - self.start

    @property
    def rate_hz(self) -> float:
        """The true rate over the part, by the wall times of its ends; nominal where that is as exact."""
        nominal = self.session.fs_hz
        true = self.n * NS / max(1, self.end_ns - self.start_ns)
        return nominal if abs(true / nominal - 1.0) * self.n < DRIFT_SAMPLES else round(true, 6)

    @property
    def moment(self) -> str:
        """When it begins, UTC, as it stands in file names."""
        return f"{(EPOCH + timedelta(seconds=self.start_ns // NS)):%Y%m%dT%H%M%SZ}"


@dataclass(frozen=True, slots=True)
class Piece:
    """Contiguous samples from ``start``; ``uv`` is None where there is none, and ``why`` says why."""

    start: int
    n: int
    uv: IntArray | None
    why: str = ""

    @property
    def end(self) -> int:
        """One past the last."""
        return self.start + self.n


@dataclass(frozen=True, slots=True)
class Found:
    """The signal of a time. ``pruned_s``: seconds removed by retention; ``rr_s``: without a waveform."""

    parts: tuple[Part, ...]
    pruned_s: float
    rr_s: float

    @property
    def n(self) -> int:
        """Samples and missing ones of all parts."""
        return sum(part.n for part in self.parts)


def find(conn: sqlite3.Connection, device: str, spans: Sequence[tuple[int, int]], clock: Clock) -> Found:
    """The parts of the device's recordings in some stretches of time, in order."""
    parts: list[Part] = []
    pruned_s = rr_s = 0.0
    for start_ns, end_ns in spans:
        for session in sessions(conn, device, start_ns, end_ns):
            if session.n_samples == 0 and session.signal != RR:
                continue
            first = max(0, samples.sample_at(conn, session.id, start_ns))
            last = min(session.position, samples.sample_at(conn, session.id, end_ns))
            if last <= first:
                continue
            if session.signal == RR:
                rr_s += (last - first) / session.fs_hz
                continue
            kept = min(max(first, session.raw_from), last)
            pruned_s += (kept - first) / session.fs_hz
            parts += _days(conn, session, kept, last, clock)
    return Found(tuple(parts), pruned_s, rr_s)


def _days(conn: sqlite3.Connection, session: Session, start: int, end: int, clock: Clock) -> Iterator[Part]:
    """A stretch of a session, cut at local midnights: a day's drift is a straight line, a month's is not."""
    while start < end:
        start_ns = samples.wall_ns(conn, session.id, start)
        midnight_ns = clock.at(local(start_ns, clock.tz).date() + timedelta(days=1), 0)
        cut = max(start + 1, min(end, samples.sample_at(conn, session.id, midnight_ns)))
        yield Part(session, start, cut, start_ns, samples.wall_ns(conn, session.id, cut))
        start = cut


def pieces(conn: sqlite3.Connection, part: Part) -> Iterator[Piece]:
    """The signal of a part from its start to its end, about a minute at a time; damage is a hole, too."""
    session, at = part.session.id, part.start
    while at < part.end:
        try:
            for item in samples.read(conn, session, at, part.end):
                yield _piece(item)
                at = item.end
        except ChecksumMismatch as error:
            for item in samples.read(conn, session, at, error.start):
                yield _piece(item)
            begin = max(at, error.start)
            at = min(part.end, error.start + blocks.length(conn, session, error.start))
            yield Piece(begin, at - begin, None, DAMAGED)
        else:
            if at < part.end:
                yield Piece(at, part.end - at, None, GapReason.LOST.value)
            return


def _piece(item: Segment | Gap) -> Piece:
    if isinstance(item, Gap):
        return Piece(item.start, item.n, None, item.reason.value)
    if item.lead_off:
        return Piece(item.start, len(item.uv), None, LEAD_OFF)
    return Piece(item.start, len(item.uv), item.uv)
