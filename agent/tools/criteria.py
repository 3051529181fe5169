"""What a rhythm label rests on, read again from the stored beats: how irregular, how many with a P wave."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median
from typing import TYPE_CHECKING, Any, Final

from agent.tools.figures import NS, rows
from dsp.irregularity import irregularity
from storage.beats import beats, fiducials
from storage.sql import select

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.scope import Scope

MAX_WINDOWS: Final = 40  # read in full, spread evenly: some 30 ms
AROUND_S: Final = 10  # the label was made from about half a minute around each window
LONGEST_RR_S: Final = 3.0  # a longer interval has a gap in it
SOUND_PROBABILITY: Final = 0.9
FAIR_PROBABILITY: Final = 0.7
SOUND_QUALITY: Final = 0.7
FAIR_QUALITY: Final = 0.5

_COLUMNS: Final = (
    "session",
    "start",
    "n",
    "start_ns",
    "end_ns",
    "quality",
    "probability",
    "model",
    "hr_bpm",
    "flags",
    "rmssd_ms",
)
_LABELLED: Final = select(
    _COLUMNS,
    "FROM segments WHERE device = ?1 AND current = 1 AND start_ns >= ?2 AND start_ns < ?3 "
    "AND analysable = 1 AND rhythm = ?4 ORDER BY start_ns",
)
_RATE: Final = select(("fs_hz",), "FROM sessions WHERE id = ?1")


@dataclass(frozen=True, slots=True)
class Read:
    """One window read again. ``irregular`` and ``p_share``: 0..1, None where beats do not tell."""

    start_ns: int
    end_ns: int
    quality: float
    probability: float | None
    model: str
    rate: float | None
    flags: str
    irregular: float | None
    p_share: float | None
    beats: int

    @property
    def strength(self) -> float:
        """How plainly the window shows AF: irregular, and without P waves."""
        told = self.probability if self.irregular is None else self.irregular
        return (told or 0.0) + (0.5 if self.p_share is None else 1.0 - self.p_share)


def labelled(scope: Scope, spans: Sequence[tuple[int, int]], rhythm: str) -> list[tuple[Any, ...]]:
    """The windows of a range with a rhythm, in order, as rows."""
    return [
        row
        for start_ns, end_ns in spans
        for row in rows(scope.conn, _LABELLED, scope.device, start_ns, end_ns, rhythm)
    ]


def read(scope: Scope, found: Sequence[tuple[Any, ...]], limit: int = MAX_WINDOWS) -> list[Read]:
    """Some of the windows, spread evenly, with what their beats say."""
    step = max(1, -(-len(found) // limit))
    rates: dict[int, float] = {}
    return [_read(scope, row, rates) for row in found[::step]]


def _read(scope: Scope, row: tuple[Any, ...], rates: dict[int, float]) -> Read:
    session, start, n = row[:3]
    if session not in rates:
        rates[session] = float(rows(scope.conn, _RATE, session)[0][0])
    fs_hz = rates[session]
    reach = round(AROUND_S * fs_hz)
    around = [beat.sample for beat in beats(scope.conn, session, start - reach, start + n + reach)]
    rr_ms = [1000 * (b - a) / fs_hz for a, b in pairwise(around) if b - a <= LONGEST_RR_S * fs_hz]
    within = sum(start <= sample < start + n for sample in around)
    waves = fiducials(scope.conn, session, start, start + n)
    shape = any(wave.qrs_on is not None for wave in waves)
    p_share = sum(wave.p_peak is not None for wave in waves) / within if within and shape else None
    told = irregularity(rr_ms)
    return Read(
        start_ns=row[3],
        end_ns=row[4],
        quality=row[5],
        probability=row[6],
        model=row[7],
        rate=row[8],
        flags=row[9],
        irregular=None if told is None else round(told, 2),
        p_share=None if p_share is None else round(min(1.0, p_share), 3),
        beats=within,
    )


def middle(values: Sequence[float | None], digits: int = 2) -> float | None:
    """The median of the values there are."""
    known = [value for value in values if value is not None]
    return round(median(known), digits) if known else None


def share_pct(found: Sequence[Read]) -> float | None:
    """Percent of beats with a P wave, over windows."""
    known = [(each.p_share, each.beats) for each in found if each.p_share is not None]
    total = sum(n for _, n in known)
    return round(100 * sum(share * n for share, n in known) / total, 1) if total else None


def certainty(probability: float | None, quality: float) -> str:
    """How certain a label is, in one of four fixed words: high, fair, low, rule (nothing calibrated it)."""
    if probability is None:
        return "rule"
    if probability >= SOUND_PROBABILITY and quality >= SOUND_QUALITY:
        return "high"
    return "fair" if probability >= FAIR_PROBABILITY and quality >= FAIR_QUALITY else "low"


def strongest(found: Sequence[Read], count: int) -> list[Read]:
    """The windows that show AF most plainly, in order of time."""
    best = sorted(found, key=lambda each: (-each.strength, each.start_ns))[:count]
    return sorted(best, key=lambda each: each.start_ns)


def mean_quality(values: Sequence[float]) -> float:
    """The mean, rounded; 0 for none."""
    return round(fmean(values), 2) if values else 0.0


def seconds(found: Sequence[tuple[Any, ...]]) -> float:
    """How long windows take together."""
    return round(float(sum(row[4] - row[3] for row in found)) / NS, 1)
