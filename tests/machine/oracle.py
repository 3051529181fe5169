"""Compares the store with what the strap really measured: every sample, every gap, every wall time."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.types import Segment
from storage import samples
from storage.database import open_reader
from storage.sessions import ECG
from tests.bluetooth.strap_ecg import NS_PER_S

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from dsp.types import Gap, IntArray
    from tests.machine.ether import Ether
    from tests.machine.positions import Position

PERIOD: Final = 78_000  # samples until the strap's signal begins again: ten minutes of it
KEY: Final = 40  # samples that occur only once in that
CLOCK_STEP: Final = 650  # samples between two looks at the wall time, 5 s
NS_PER_MS: Final = 1e6


@dataclass(frozen=True, slots=True)
class Boot:
    """One run of the machine: from when (our clock, ns), and how far its clock was ahead of ours then."""

    since_ns: int
    ahead_ns: int


@dataclass
class Verdict:
    """What the comparison found. ``gap_errors``: samples that a gap was too long (or too short, negative)."""

    sessions: int = 0
    stored: int = 0
    altered: int = 0
    gaps: list[tuple[str, int]] = field(default_factory=list)
    gap_errors: list[int] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    wall_errors_ms: list[float] = field(default_factory=list)
    broken_promises: list[str] = field(default_factory=list)
    promises: int = 0
    grid: set[int] = field(default_factory=set)


def integrity(store: Path) -> str:
    """SQLite's own check of the whole file."""
    with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as conn:
        return str(conn.execute("PRAGMA integrity_check").fetchone()[0])


def compare(
    store: Path, device: str, ether: Ether, boots: Sequence[Boot], said: Iterable[Position]
) -> Verdict:
    """Every stored sample against the truth. ``store`` is a copy that nobody writes."""
    judge = _Judge(ether, boots)
    kept: dict[int, IntArray] = {}
    with closing(open_reader(store)) as conn:
        for session in samples.sessions(conn, device):
            if session.signal == ECG:
                pieces = list(samples.read(conn, session.id, 0, session.position))
                kept[session.id] = _places(pieces)
                judge.session(session.id, pieces, partial(samples.wall_ns, conn, session.id))
    verdict = judge.verdict
    for position in said:
        for session_id, n, end in position.sessions:
            verdict.promises += 1
            places = kept.get(session_id, np.zeros(0, np.int64))
            there = int(np.searchsorted(places, end))
            if there != n:
                verdict.broken_promises.append(f"session {session_id}: {n} stored before {end}, now {there}")
    return verdict


def _places(pieces: Iterable[Segment | Gap]) -> IntArray:
    runs = [np.arange(p.start, p.start + len(p.uv)) for p in pieces if isinstance(p, Segment)]
    return np.concatenate(runs) if runs else np.zeros(0, np.int64)


class _Judge:
    """Knows the truth; fills in ``verdict``, session by session."""

    def __init__(self, ether: Ether, boots: Sequence[Boot]) -> None:
        self.verdict = Verdict()
        self._ether = ether
        self._boots = boots
        self._truth = ether.truth_uv(0, PERIOD)

    def session(self, number: int, pieces: Iterable[Segment | Gap], wall_ns: Callable[[int], int]) -> None:
        """Every piece of one; ``wall_ns``: what the store says of a sample's time."""
        verdict = self.verdict
        verdict.sessions += 1
        offset: int | None = None
        for piece in pieces:
            if not isinstance(piece, Segment):
                verdict.gaps.append((piece.reason.name, piece.n))
                continue
            grid = self._find(piece.uv, wall_ns(piece.start))
            if grid is None:
                verdict.unknown.append(f"session {number}: samples from {piece.start} were never measured")
                continue
            if offset is not None and grid - piece.start != offset:
                verdict.gap_errors.append(offset - (grid - piece.start))
            offset = grid - piece.start
            right = piece.uv == self._ether.truth_uv(grid, len(piece.uv))
            verdict.stored += len(right)
            verdict.altered += int(np.count_nonzero(~right))
            verdict.grid.update(range(grid, grid + len(right)))
            for ahead in range(0, len(right), CLOCK_STEP):
                self._time(grid + ahead, wall_ns(piece.start + ahead))

    def _time(self, grid: int, told_ns: int) -> None:
        true_ns = self._ether.truth_ns(grid)
        error_ns = told_ns - self._boot(true_ns).ahead_ns - true_ns
        self.verdict.wall_errors_ms.append(error_ns / NS_PER_MS)

    def _find(self, uv: IntArray, told_ns: int) -> int | None:
        """Number of the first sample on the strap's own count; the turn of its signal by the clock."""
        key = uv[:KEY]
        starts = np.flatnonzero(self._truth == key[0])
        window = self._truth[(starts[:, None] + np.arange(len(key))) % PERIOD]
        found = starts[(window == key).all(axis=1)]
        if not len(found):
            return None
        host_ns = told_ns - self._boot(told_ns - self._boots[0].ahead_ns).ahead_ns
        near = self._ether.oscillator.count((host_ns - self._ether.began_ns) / NS_PER_S)
        candidates = found + np.round((near - found) / PERIOD).astype(np.int64) * PERIOD
        return int(candidates[np.argmin(np.abs(candidates - near))])

    def _boot(self, true_ns: int) -> Boot:
        return next((boot for boot in reversed(self._boots) if boot.since_ns <= true_ns), self._boots[0])
