from __future__ import annotations

from itertools import count, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dsp.types import RR_HZ, Gap, GapReason, Intervals, Pulse
from ingest.placed import Anchor, SessionStart
from ingest.pulse_clock import NS_PER_S, PlacedPulse, PulseClock
from tests.dsp.hearts import regular

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.pulse_clock import Laid

WALL_NS = 1_795_176_000 * NS_PER_S
BOOT_NS = 1000 * NS_PER_S
SECOND = round(RR_HZ)


class Strap:
    """Sends once a second what has ended since, as a heart-rate service does."""

    def __init__(self, rr: Sequence[int] = (), delay_s: float = 0.2) -> None:
        self.clock = PulseClock("strap-1", count(1).__next__)
        self.laid: list[Laid] = []
        self.skew_ns = WALL_NS - BOOT_NS
        self._ends: list[tuple[float, int]] = []
        at = 0
        for length in rr:
            at += length
            self._ends.append((at / RR_HZ, length))
        self._delay_s = delay_s
        self.at_s = 0

    def send(self, pulse: Pulse, at_s: float) -> list[Laid]:
        now_ns = BOOT_NS + round(at_s * NS_PER_S)
        laid = self.clock.push(pulse, now_ns + self.skew_ns, monotonic_ns=now_ns)
        self.laid += laid
        return laid

    def run(self, seconds: int, *, lose: bool = False, contact: bool | None = None, dropped: int = 0) -> None:
        for _ in range(seconds):
            self.at_s += 1
            ended = tuple(length for end, length in self._ends if self.at_s - 1 < end <= self.at_s)
            if not lose:
                self.send(
                    Pulse("strap-1", 60, ended, contact, dropped, waveform=False), self.at_s + self._delay_s
                )
                dropped = 0

    @property
    def places(self) -> list[Intervals]:
        return [laid.place for laid in self.laid if isinstance(laid, PlacedPulse) and laid.place is not None]

    @property
    def gaps(self) -> list[Gap]:
        return [laid for laid in self.laid if isinstance(laid, Gap)]

    @property
    def sessions(self) -> list[SessionStart]:
        return [laid for laid in self.laid if isinstance(laid, SessionStart)]

    @property
    def anchors(self) -> list[Anchor]:
        return [laid for laid in self.laid if isinstance(laid, Anchor)]


def in_one_piece(strap: Strap) -> bool:
    """Whether intervals and gaps of each session follow each other without overlap or hole."""
    for session in strap.sessions:
        items: list[Intervals | Gap] = [*strap.places, *strap.gaps]
        spans = sorted((item.start, item.end) for item in items if item.session == session.session)
        if spans[0][0] != 0 or any(a[1] != b[0] for a, b in pairwise(spans)):
            return False
    return True


def test_intervals_are_laid_end_to_end() -> None:
    rr = regular(72.0, 600.0)
    strap = Strap(rr)
    strap.run(590)
    assert not strap.gaps
    (session,) = strap.sessions
    assert (session.fs_hz, session.signal, session.clock_source, session.lead) == (RR_HZ, "rr", "arrival", "")
    told = [length for place in strap.places for length in place.rr]
    assert told == rr[: len(told)]
    assert sum(told) == strap.places[-1].end == pytest.approx(590 * RR_HZ, abs=2 * RR_HZ)
    assert in_one_piece(strap)


def test_wall_times_follow_the_least_delayed_packets() -> None:
    strap = Strap(regular(72.0, 700.0))
    strap.run(690)
    assert len(strap.anchors) == pytest.approx(13, abs=2)
    for anchor in strap.anchors:
        truth_ns = WALL_NS + round(anchor.sample / RR_HZ * NS_PER_S)
        assert abs(anchor.at_ns - truth_ns) < NS_PER_S * 1.3


@pytest.mark.parametrize("seconds", [5, 20, 55])
def test_packets_that_never_came_leave_a_gap_of_their_length(seconds: int) -> None:
    strap = Strap(regular(72.0, 300.0))
    strap.run(100)
    strap.run(seconds, lose=True)
    strap.run(100)
    (gap,) = strap.gaps
    assert gap.reason is GapReason.LOST
    assert gap.n == pytest.approx(seconds * RR_HZ, abs=2 * RR_HZ)
    assert len(strap.sessions) == 1
    assert in_one_piece(strap)


def test_a_long_silence_begins_a_new_session() -> None:
    strap = Strap(regular(72.0, 400.0))
    strap.run(100)
    strap.run(90, lose=True)
    strap.run(100)
    assert [session.session for session in strap.sessions] == [1, 2]
    assert strap.sessions[1].start_ns == pytest.approx(WALL_NS + 190 * NS_PER_S, abs=3 * NS_PER_S)
    assert not strap.gaps


def test_packets_dropped_at_our_own_queue_are_an_overflow() -> None:
    strap = Strap(regular(72.0, 300.0))
    strap.run(100)
    strap.run(2, lose=True)
    strap.run(50, dropped=2)
    (gap,) = strap.gaps
    assert gap.reason is GapReason.OVERFLOW
    assert gap.n == pytest.approx(2 * RR_HZ, abs=1.5 * RR_HZ)


def test_a_slow_heart_and_packets_without_intervals_are_no_hole() -> None:
    strap = Strap([2 * SECOND] * 60)
    strap.run(110)
    assert not strap.gaps
    empty = [laid for laid in strap.laid if isinstance(laid, PlacedPulse) and laid.place is None]
    assert len(empty) > 40


def test_no_skin_contact_fills_the_axis_without_intervals() -> None:
    strap = Strap(regular(72.0, 300.0))
    strap.run(100)
    strap.run(20, contact=False)
    strap.run(100, contact=True)
    off = [place for place in strap.places if place.lead_off]
    assert sum(place.n for place in off) == pytest.approx(20 * RR_HZ, abs=1.5 * RR_HZ)
    assert all(place.rr == () for place in off)
    assert not strap.gaps
    assert in_one_piece(strap)


def test_a_strap_on_the_table_begins_nothing() -> None:
    strap = Strap()
    strap.run(30, contact=False)
    assert not strap.sessions
    assert [laid.place for laid in strap.laid if isinstance(laid, PlacedPulse)] == [None] * 30


def test_a_wall_clock_that_was_set_begins_a_new_session() -> None:
    strap = Strap(regular(72.0, 300.0))
    strap.run(100)
    strap.skew_ns -= 3600 * NS_PER_S
    strap.run(100)
    assert len(strap.sessions) == 2
    assert strap.sessions[1].start_ns < strap.sessions[0].start_ns


def test_intervals_that_outrun_time_begin_a_new_session() -> None:
    strap = Strap(regular(72.0, 100.0))
    strap.run(50)
    strap.send(Pulse("strap-1", 60, (65_535,), waveform=False), 50.9)
    assert len(strap.sessions) == 2


@given(
    st.lists(
        st.tuples(
            st.lists(st.integers(0, 65_535), max_size=9),
            st.sampled_from([True, False, None]),
            st.integers(0, 3),
            st.floats(0.0, 100.0),
        ),
        max_size=60,
    )
)
@settings(max_examples=200)
def test_whatever_comes_every_pulse_is_kept_and_axes_stay_in_one_piece(
    packets: list[tuple[list[int], bool | None, int, float]],
) -> None:
    strap = Strap()
    at_s = 0.0
    for rr, contact, dropped, wait_s in packets:
        at_s += wait_s
        strap.send(Pulse("strap-1", 60, tuple(rr), contact, dropped, waveform=False), at_s)
    assert sum(isinstance(laid, PlacedPulse) for laid in strap.laid) == len(packets)
    assert in_one_piece(strap)
    for place in strap.places:
        assert place.lead_off or (place.n == sum(place.rr) and all(place.rr))
