"""What happens to a wearable's frames on their way, and the plain model of what must be stored of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, Literal

import numpy as np

from dsp.types import Frame, Gap, GapReason, Segment
from ingest.clock import Anchor, SampleClock, SessionStart

if TYPE_CHECKING:
    from ingest.clock import Placed

START_NS: Final = 1_780_000_000_000_000_000
NS: Final = 1_000_000_000
JUMP_S: Final = 5.0
REORDER_S: Final = 2.0
TICK_S: Final = 0.5
SURE_S: Final = 1.1  # the clock waits half a second for a repetition, and is looked at twice a second
Carries = Literal["both", "time", "number"]


@dataclass(frozen=True, eq=False)
class Sent:
    """One frame: its samples are their own absolute indices, so that a misplaced one shows."""

    frame: Frame
    first: int
    taken_s: float  # true time of its end, from the start

    @property
    def n(self) -> int:
        return len(self.frame.uv)


@dataclass(frozen=True)
class Arrival:
    """``dropped``: samples that our own queue had no room for directly before."""

    sent: Sent
    at_s: float
    copy: bool
    dropped: int = 0

    @property
    def frame(self) -> Frame:
        return replace(self.sent.frame, dropped=self.dropped)


def stream(
    lengths: list[int],
    fs_hz: float,
    *,
    carries: Carries = "both",
    true_hz: float | None = None,
    jitter_s: float = 0.0,
    first_seq: int = 0,
    wrap: int | None = None,
    seed: int = 0,
) -> list[Sent]:
    """Frames of these lengths, as a device sends them whose clock is right and whose rate may be off."""
    rng = np.random.default_rng(seed)
    rate = true_hz or fs_hz
    found, first = [], 0
    for index, n in enumerate(lengths):
        begin_ns = START_NS + round(first / rate * NS + rng.uniform(-jitter_s, jitter_s) * NS)
        seq = first_seq + index if wrap is None else (first_seq + index) % wrap
        frame = Frame(
            device="w1",
            seq=None if carries == "time" else seq,
            last_sample_ns=None if carries == "number" else begin_ns + round((n - 1) * NS / fs_hz),
            fs_hz=fs_hz,
            uv=np.arange(first, first + n, dtype=np.int32),
        )
        found.append(Sent(frame, first, (first + n) / rate))
        first += n
    return found


def deliver(
    sent: list[Sent],
    rng: np.random.Generator,
    *,
    drop: float = 0.0,
    double: float = 0.0,
    reorder_s: float = 0.0,
    late: float = 0.0,
    late_s: float = 9.0,
) -> tuple[list[Arrival], list[Sent]]:
    """Arrivals in order, and which frames among them are too late for their place."""
    kept = [item for item in sent if rng.random() >= drop or item is sent[0]]
    too_late = [item for item in kept[3:-3] if rng.random() < late]
    if len(_sessions([item for item in kept if item not in too_late])) > 1:
        too_late = []  # only the current session's holes are re-labelled; that has its own test
    in_time = [item for item in kept if item not in too_late]
    arrivals = [Arrival(item, item.taken_s + rng.uniform(0, reorder_s), copy=False) for item in in_time]
    behind = [Arrival(item, item.taken_s + late_s + rng.uniform(0, 3), copy=False) for item in too_late]
    arrivals += [one for one in behind if _given_up(one, arrivals)]
    arrivals += [
        Arrival(one.sent, one.at_s + rng.choice([0.0, 0.1, 1.0, 4.0]), copy=True)
        for one in arrivals
        if rng.random() < double
    ]
    arrivals.sort(key=lambda one: one.at_s)
    delivered = {one.sent.first for one in arrivals}
    return arrivals, [item for item in too_late if item.first in delivered]


def _given_up(late: Arrival, in_time: list[Arrival]) -> bool:
    """Whether the hole that the frame belongs in is certainly closed when it comes."""
    early = [one.sent for one in in_time if one.at_s < late.at_s - SURE_S]
    beyond = [item for item in early if item.first > late.sent.first]
    if not beyond:
        return False
    waited = max(one.first + one.n for one in beyond) - min(one.first for one in beyond)
    return waited > REORDER_S * late.sent.frame.fs_hz


def _sessions(stored: list[Sent]) -> list[tuple[int, int]]:
    """Sample ranges of the sessions that these frames, in order, make: a hole of more than 5 s parts two."""
    found: list[tuple[int, int]] = []
    for item in stored:
        end = item.first + item.n
        if found and item.first - found[-1][1] <= JUMP_S * item.frame.fs_hz:
            found[-1] = (found[-1][0], end)
        else:
            found.append((item.first, end))
    return found


@dataclass
class Store:
    """Applies events as the database does, and refuses what the database would refuse."""

    starts: dict[int, SessionStart] = field(default_factory=dict)
    cells: dict[int, list[int | GapReason]] = field(default_factory=dict)  # per session: value or why none
    anchors: dict[int, list[Anchor]] = field(default_factory=dict)

    def apply(self, placed: Placed[Any]) -> None:
        for event in placed.events:
            match event:
                case SessionStart():
                    assert event.session not in self.starts
                    self.starts[event.session] = event
                    self.cells[event.session] = []
                    self.anchors[event.session] = []
                case Segment():
                    assert event.start == len(self.cells[event.session])
                    self.cells[event.session] += event.uv.tolist()
                case Gap() if event.reason is GapReason.LATE:
                    cells = self.cells[event.session]
                    assert event.n > 0
                    missing = cells[event.start : event.end]
                    assert len(missing) == event.n
                    assert set(missing) <= {GapReason.LOST, GapReason.OVERFLOW}
                    late = [GapReason.LATE if cell is GapReason.LOST else cell for cell in missing]
                    cells[event.start : event.end] = late
                case Gap():
                    assert event.n > 0
                    assert event.start == len(self.cells[event.session])
                    self.cells[event.session] += [event.reason] * event.n
                case Anchor():
                    assert event.sample <= len(self.cells[event.session])
                    earlier = self.anchors[event.session]
                    assert not earlier or (
                        event.sample > earlier[-1].sample and event.at_ns > earlier[-1].at_ns
                    )
                    earlier.append(event)

    def wall_ns(self, session: int, sample: int) -> int:
        """Between two anchors linear, after the last one at the nominal rate."""
        anchors = self.anchors[session]
        after = next((index for index, one in enumerate(anchors) if one.sample > sample), len(anchors))
        last = anchors[after - 1]
        if after == len(anchors):
            return last.at_ns + round((sample - last.sample) * NS / self.starts[session].fs_hz)
        following = anchors[after]
        slope = (following.at_ns - last.at_ns) / (following.sample - last.sample)
        return last.at_ns + round((sample - last.sample) * slope)


def expected(arrivals: list[Arrival], too_late: list[Sent]) -> list[list[int | GapReason]]:
    """The model: what is in time is stored, in the order of its samples; the rest is counted."""
    late_firsts = {item.first for item in too_late}
    stored = {one.sent.first: one.sent for one in arrivals if one.sent.first not in late_firsts}
    ordered = [stored[first] for first in sorted(stored)]
    cells: list[list[int | GapReason]] = []
    for low, high in _sessions(ordered):
        row: list[int | GapReason] = [GapReason.LOST] * (high - low)
        for item in ordered:
            if low <= item.first < high:
                row[item.first - low : item.first - low + item.n] = item.frame.uv.tolist()
        for item in too_late:
            if low <= item.first < high:
                row[item.first - low : item.first - low + item.n] = [GapReason.LATE] * item.n
        cells.append(row)
    return cells


@dataclass
class Gateway:
    """Runs a clock over arrivals, commits, and can be killed: what was not acknowledged comes again."""

    store: Store = field(default_factory=Store)
    pending: list[Placed[int]] = field(default_factory=list)
    unacknowledged: dict[int, Arrival] = field(default_factory=dict)
    late: list[int] = field(default_factory=list)
    state: bytes | None = None
    sessions: int = 0
    now_s: float = 0.0
    clock: SampleClock[int] = field(init=False)

    def __post_init__(self) -> None:
        self.clock = SampleClock("w1", self._new_session)

    def _new_session(self) -> int:
        self.sessions += 1
        return self.sessions

    def push(self, token: int, arrival: Arrival) -> None:
        while self.now_s + TICK_S < arrival.at_s:
            self.now_s += TICK_S
            wall_ns, monotonic_ns = self._now()
            self.pending.append(self.clock.tick(wall_ns, monotonic_ns=monotonic_ns))
        self.now_s = max(self.now_s, arrival.at_s)
        self.unacknowledged[token] = arrival
        wall_ns, monotonic_ns = self._now()
        self.pending.append(self.clock.push(arrival.frame, wall_ns, token, monotonic_ns=monotonic_ns))

    def _now(self) -> tuple[int, int]:
        return START_NS + round(self.now_s * NS), round(self.now_s * NS)

    def commit(self, *, acknowledge: bool = True) -> None:
        settled: list[int] = []
        for placed in self.pending:
            self.store.apply(placed)
            settled += placed.settled
            self.late += placed.late
            assert set(placed.late) <= set(placed.settled)
        self.pending.clear()
        self.state = self.clock.state()
        if acknowledge:
            for token in settled:
                del self.unacknowledged[token]

    def kill(self) -> None:
        """kill -9: all since the last commit is gone, and comes again with whatever was not acknowledged."""
        self.pending.clear()
        self.sessions = max(self.store.starts, default=0)
        self.clock = SampleClock("w1", self._new_session, self.state)
        for token, arrival in list(self.unacknowledged.items()):
            self.push(token, arrival)
        self.now_s += 2 * TICK_S
        wall_ns, monotonic_ns = self._now()
        self.pending.append(self.clock.tick(wall_ns, monotonic_ns=monotonic_ns))

    def finish(self) -> list[list[int | GapReason]]:
        self.pending.append(self.clock.flush())
        self.commit()
        assert self.unacknowledged == {}
        return [self.store.cells[session] for session in sorted(self.store.cells)]
