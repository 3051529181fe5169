"""Why single beats were told as early ones: each one's timing and width beside those of the usual beats.

Read again from the stored beats and wave boundaries. The network that decided keeps its classes, and no
probabilities; timing and shape are what it looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any, Final

import msgspec

from agent.tools.figures import rows
from dsp.types import BeatLabel
from storage.beats import beats, fiducials
from storage.sql import select
from storage.timeline import wall_ns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.tools.envelope import Envelope
    from agent.tools.look import Look
    from dsp.types import Beat, Fiducials

LABELS: Final = {"s_beats": BeatLabel.S, "v_beats": BeatLabel.V}
MAX_WINDOWS: Final = 40  # read in full, spread evenly: some 30 ms
STRIPS: Final = 3  # shown: enough to look at, few enough to say
AROUND_S: Final = 15  # read on both sides of a window, for what is usual there
USUAL: Final = 8  # intervals of usual beats before an early one that it is held against
LEAST: Final = 3  # of them; fewer say nothing
LONGEST_RR_S: Final = 3.0  # a longer interval has a gap in it

_TOLD: Final = select(
    ("session", "start", "n", "quality", "n_s", "n_v"),
    "FROM segments WHERE device = ?1 AND current = 1 AND start_ns >= ?2 AND start_ns < ?3 "
    "AND analysable = 1 AND (n_s > 0 OR n_v > 0) ORDER BY start_ns",
)
_RATE: Final = select(("fs_hz",), "FROM sessions WHERE id = ?1")


class Interval(msgspec.Struct, frozen=True):
    """A length on the strip. ``metric``: rr or qrs."""

    value: float
    metric: str
    unit: str = "ms"


class EarlyBeat(msgspec.Struct, frozen=True):
    """One beat. ``before``: the interval that ends with it; ``usual``: of the usual beats before it."""

    at: str
    before: Interval
    usual: Interval
    early_pct: float
    width: Interval | None = None
    usual_width: Interval | None = None


class Ectopics(msgspec.Struct, frozen=True):
    """What beats of a class rest on: medians over those that were ``read`` again, of ``events`` in all.

    ``early_pct``: how much sooner than usual they came; ``p_pct``: of those whose waves are known, how many
    had a P wave before them.
    """

    finding: str
    found: bool
    events: int = 0
    read: int = 0
    early_pct: float | None = None
    width: Interval | None = None
    usual_width: Interval | None = None
    p_pct: float | None = None
    quality: float | None = None
    strips: tuple[EarlyBeat, ...] = ()


@dataclass(frozen=True, slots=True)
class _Seen:
    """One beat as read. Milliseconds; None where the waves do not tell."""

    at_ns: int
    before: float
    usual: float
    width: float | None
    usual_width: float | None
    p_seen: bool | None

    @property
    def early_pct(self) -> float:
        return 100 * (1 - self.before / self.usual)

    @property
    def plainness(self) -> float:
        """How plainly it differs: in time, and in width where that is known."""
        wider = self.width / self.usual_width - 1 if self.width and self.usual_width else 0.0
        return self.early_pct / 100 + max(0.0, wider)


def run(view: Look, finding: str) -> Envelope:
    """Explain the beats of a class in the range. ``finding``: s_beats or v_beats."""
    label = LABELS[finding]
    column = 4 if label is BeatLabel.S else 5
    told = [
        row
        for start_ns, end_ns in view.spans
        for row in rows(view.scope.conn, _TOLD, view.scope.device, start_ns, end_ns)
        if row[column]
    ]
    events = sum(row[column] for row in told)
    seen = [each for row in told[:: max(1, -(-len(told) // MAX_WINDOWS))] for each in _read(view, row, label)]
    data = _summed(view, finding, events, seen) if events else Ectopics(finding, found=False)
    if events:
        data = msgspec.structs.replace(data, quality=round(min(row[3] for row in told), 2))
    return view.envelope("explain", data, waveform=(f"kinds_{finding}",))


def _summed(view: Look, finding: str, events: int, seen: Sequence[_Seen]) -> Ectopics:
    shown = sorted(seen, key=lambda each: (-each.plainness, each.at_ns))[:STRIPS]
    known = [each.p_seen for each in seen if each.p_seen is not None]
    return Ectopics(
        finding=finding,
        found=True,
        events=events,
        read=len(seen),
        early_pct=_middle([each.early_pct for each in seen], 1),
        width=_interval(_middle([each.width for each in seen]), "qrs"),
        usual_width=_interval(_middle([each.usual_width for each in seen]), "qrs"),
        p_pct=round(100 * sum(known) / len(known), 1) if known else None,
        strips=tuple(_beat(view, each) for each in sorted(shown, key=lambda each: each.at_ns)),
    )


def _beat(view: Look, seen: _Seen) -> EarlyBeat:
    return EarlyBeat(
        at=view.iso(seen.at_ns),
        before=Interval(round(seen.before), "rr"),
        usual=Interval(round(seen.usual), "rr"),
        early_pct=round(seen.early_pct, 1),
        width=_interval(seen.width, "qrs"),
        usual_width=_interval(seen.usual_width, "qrs"),
    )


def _interval(value: float | None, metric: str) -> Interval | None:
    return None if value is None else Interval(round(value), metric)


def _middle(values: Sequence[float | None], digits: int = 0) -> float | None:
    known = [value for value in values if value is not None]
    return round(median(known), digits) if known else None


def _read(view: Look, row: tuple[Any, ...], label: BeatLabel) -> list[_Seen]:
    """The beats of a class in one window, but those before which too little is known."""
    session, start, n = row[:3]
    conn = view.scope.conn
    fs_hz = float(rows(conn, _RATE, session)[0][0])
    reach = round(AROUND_S * fs_hz)
    around = beats(conn, session, start - reach, start + n + reach)
    waves = {each.beat: each for each in fiducials(conn, session, start - reach, start + n + reach)}
    normal = [_width_ms(waves.get(beat.sample), fs_hz) for beat in around if beat.label is BeatLabel.N]
    usual_width = _middle(normal)
    found = []
    for place, beat in enumerate(around):
        if beat.label is not label or not start <= beat.sample < start + n or not place:
            continue
        before = (beat.sample - around[place - 1].sample) / fs_hz
        usual = _usual_s(around[:place], fs_hz)
        if usual is None or before > LONGEST_RR_S:
            continue
        own = waves.get(beat.sample)
        found.append(
            _Seen(
                at_ns=wall_ns(conn, session, beat.sample),
                before=1000 * before,
                usual=1000 * usual,
                width=_width_ms(own, fs_hz),
                usual_width=usual_width,
                p_seen=None if own is None or own.qrs_on is None else own.p_peak is not None,
            )
        )
    return found


def _usual_s(before: Sequence[Beat], fs_hz: float) -> float | None:
    """The usual interval in the beats before one: the median of the last ones between two usual beats."""
    between = [
        (b.sample - a.sample) / fs_hz
        for a, b in pairwise(before)
        if a.label is BeatLabel.N and b.label is BeatLabel.N and b.sample - a.sample <= LONGEST_RR_S * fs_hz
    ][-USUAL:]
    return median(between) if len(between) >= LEAST else None


def _width_ms(waves: Fiducials | None, fs_hz: float) -> float | None:
    if waves is None or waves.qrs_on is None or waves.qrs_off is None:
        return None
    return 1000 * (waves.qrs_off - waves.qrs_on) / fs_hz
