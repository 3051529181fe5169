"""The time of a real strap: an unset clock, a rate that is not what it says and drifts, links that break."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.ingest.airwaves import NS, START_NS
from tests.ingest.strap_air import UNSET_NS, Air, Listener, Oscillator, Strap

if TYPE_CHECKING:
    from collections.abc import Callable

RATES_HZ = (128.0, 129.3, 130.1, 131.0)
WALL_S = 0.05
# An unset clock is only known by arrivals: until one of them was little delayed, not better than they are.
LEARNING_S = 60.0
HOUR_S = 3600.0
PATIENCE_S = 900  # a day is 155,000 frames: half a minute of work, on a machine that may have more to do
GRAIN = 997  # samples between those that are looked at; a prime, so that it falls everywhere between anchors


@dataclass(frozen=True)
class Case:
    """``ppm``: how fast the strap's clock is. ``restart``: share of packets before which we restart."""

    hz: float
    unset: bool = True
    jitter_s: float = 0.1
    ppm: float = 0.0
    restart: float = 0.0
    lengths: tuple[int, ...] = (73,)
    lost: float = 0.0
    seed: int = 1


def put_up(case: Case) -> tuple[Strap, Air, Listener]:
    rng = np.random.default_rng(case.seed)
    set_ns = UNSET_NS if case.unset else START_NS
    strap = Strap(Oscillator(case.hz), rng, set_ns, case.ppm, case.lengths)
    return strap, Air(rng, case.jitter_s, lost=case.lost), Listener(rng, case.restart)


def worst_wall_s(strap: Strap, listener: Listener) -> float:
    """The largest error of a wall time, once there was something to know it by."""
    worst = 0.0
    for run in listener.runs():
        for index in range(0, run.n, GRAIN):
            true_s = strap.time_s(run.first + index)
            if true_s > LEARNING_S:
                worst = max(worst, abs(listener.wall_s(run.session, run.place + index) - true_s))
    return worst


def day(case: Case, hours: float) -> float:
    strap, air, listener = put_up(case)
    listener.hear(air.deliver(strap.frames(0.0, hours * HOUR_S)))
    listener.end()
    assert listener.sessions == 1
    runs = list(listener.runs())
    assert len(runs) == 1, "copies and mixed-up frames change nothing"
    assert abs(runs[0].n - hours * HOUR_S * case.hz) < 3 * case.hz
    return worst_wall_s(strap, listener)


@pytest.mark.parametrize("case", [Case(128.0), Case(131.0, jitter_s=0.3), Case(129.3, unset=False)])
def test_wall_time_is_right_over_an_hour(case: Case) -> None:
    assert day(case, 1.0) < WALL_S


@pytest.mark.long
@pytest.mark.timeout(PATIENCE_S)
@pytest.mark.parametrize("hz", RATES_HZ)
@pytest.mark.parametrize("unset", [False, True])
def test_wall_time_is_right_over_a_day(
    hz: float, record_testsuite_property: Callable[[str, object], None], *, unset: bool
) -> None:
    case = Case(hz, unset)
    worst_s = day(case, 24.0)
    record_testsuite_property(f"{case}: worst wall error, ms", worst_s * 1e3)
    assert worst_s < WALL_S


@pytest.mark.long
@pytest.mark.timeout(PATIENCE_S)
@pytest.mark.parametrize("case", [Case(130.1, ppm=60.0), Case(130.1, ppm=-60.0), Case(130.1, jitter_s=0.3)])
def test_wall_time_is_right_over_a_day_by_a_clock_that_is_not(
    case: Case, record_testsuite_property: Callable[[str, object], None]
) -> None:
    worst_s = day(case, 24.0)
    record_testsuite_property(f"{case}: worst wall error, ms", worst_s * 1e3)
    assert worst_s < WALL_S


def losses(case: Case, n: int) -> tuple[float, float]:
    """Breaks the link ``n`` times; the worst error of a gap, in samples, and of a wall time."""
    strap, air, listener = put_up(case)
    begin_s = 0.0
    for _ in range(n + 1):
        end_s = begin_s + strap.rng.uniform(5.0, 40.0)
        listener.hear(air.deliver(strap.frames(begin_s, end_s)))
        begin_s = end_s + strap.rng.uniform(1.0, 60.0)
    listener.end()
    runs = list(listener.runs())
    assert len(runs) >= n + 1 if case.lost or case.restart else len(runs) == n + 1
    return worst_gap(strap, listener, case.hz), worst_wall_s(strap, listener)


def worst_gap(strap: Strap, listener: Listener, hz: float) -> float:
    """In samples. Within a session the number of missing places counts, between two the time that passed."""
    worst = 0.0
    for one, two in pairwise(listener.runs()):
        true_s = strap.time_s(two.first) - strap.time_s(one.first + one.n - 1) - 1 / hz
        end = one.place + one.n
        if two.session == one.session:
            found = float(two.place - end)
        else:
            end = len(listener.store.cells[one.session])
            found = end - one.place - one.n
            found += (listener.wall_s(two.session, 0) - listener.wall_s(one.session, end)) * hz + two.place
        worst = max(worst, abs(found - true_s * hz))
    return worst


@pytest.mark.parametrize(
    ("case", "n"),
    [
        (Case(130.1), 500),
        (Case(128.0, restart=0.01, jitter_s=0.3), 60),
        (Case(131.0, unset=False, lengths=(73, 73, 50)), 60),
        (Case(128.0, unset=False, restart=0.01, lost=0.02), 60),
    ],
)
def test_gaps_of_broken_links_are_right_to_a_sample(case: Case, n: int) -> None:
    worst, wall_s = losses(case, n)
    assert worst < 1.0
    assert wall_s < WALL_S


@pytest.mark.long
@pytest.mark.timeout(PATIENCE_S)
@pytest.mark.parametrize("hz", RATES_HZ)
@pytest.mark.parametrize("unset", [False, True])
@pytest.mark.parametrize("restart", [0.0, 0.01])
def test_gaps_of_five_hundred_broken_links_are_right_to_a_sample(
    hz: float, restart: float, record_testsuite_property: Callable[[str, object], None], *, unset: bool
) -> None:
    case = Case(hz, unset, restart=restart)
    worst, wall_s = losses(case, 500)
    record_testsuite_property(f"{case}: worst gap error, samples", worst)
    record_testsuite_property(f"{case}: worst wall error, ms", wall_s * 1e3)
    assert worst < 1.0
    assert wall_s < WALL_S


@pytest.mark.parametrize("hz", RATES_HZ)
def test_a_gap_in_the_first_seconds_is_whole_frames(hz: float) -> None:
    strap, air, listener = put_up(Case(hz))
    frames = list(strap.frames(0.0, 20.0))
    listener.hear(air.deliver(iter(frames[:2] + frames[9:])))
    listener.end()
    before, after = listener.runs()
    assert (before.n, after.place - before.n) == (2 * 73, 7 * 73)


def test_a_strap_that_was_switched_off_starts_afresh() -> None:
    strap, air, listener = put_up(Case(130.1))
    listener.hear(air.deliver(strap.frames(0.0, 300.0)))
    strap.set_ns = UNSET_NS - round(320.0 * NS)
    listener.hear(air.deliver(strap.frames(330.0, 500.0)))
    listener.end()
    assert listener.sessions == 2
    assert abs(listener.wall_s(2, 0) - 330.0) < 0.2
    last = list(listener.runs())[-1]
    later = last.first + last.n - 1
    assert abs(listener.wall_s(2, last.place + last.n - 1) - strap.time_s(later)) < WALL_S


def test_a_strap_that_was_switched_off_and_mixes_its_frames_up_begins_one_session() -> None:
    strap, air, listener = put_up(Case(130.1))
    listener.hear(air.deliver(strap.frames(0.0, 60.0)))
    strap.set_ns = UNSET_NS - round(70.0 * NS)
    one, two, *rest = strap.frames(80.0, 100.0)
    listener.hear(iter([(two[0], two[1]), (one[0], two[1]), *rest]))
    listener.end()
    _, run = listener.runs()
    assert (run.session, run.place, run.first) == (2, 0, int(one[0].uv[0]))


def test_copies_and_mixed_up_frames_change_nothing() -> None:
    stores = []
    for double, swap in ((0.0, 0.0), (0.3, 0.3)):
        strap, _, listener = put_up(Case(129.3))
        air = Air(np.random.default_rng(2), jitter_s=0.0, stall=0.0, double=double, swap=swap)
        listener.hear(air.deliver(strap.frames(0.0, 600.0)))
        listener.end()
        stores.append(listener.store.cells)
    assert stores[0][1][: len(stores[1][1])] == stores[1][1]


def test_ecg_that_begins_thirty_seconds_late_changes_nothing() -> None:
    strap, air, listener = put_up(Case(130.1))
    listener.hear(air.deliver(strap.frames(0.0, 60.0)))
    listener.hear(air.deliver(strap.frames(90.0, 200.0)))
    listener.end()
    assert worst_gap(strap, listener, 130.1) < 1.0
