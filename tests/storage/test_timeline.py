from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import samples
from storage.errors import UnknownSession
from storage.timeline import NS
from tests.storage.history import DEVICE, START_NS

if TYPE_CHECKING:
    import sqlite3


def open_session(conn: sqlite3.Connection, session: int = 1, fs_hz: float = 100.0) -> None:
    samples.open_session(conn, session, DEVICE, "I", fs_hz, START_NS, "device")


def test_without_anchors_the_nominal_rate_holds(home: sqlite3.Connection) -> None:
    open_session(home)
    assert samples.wall_ns(home, 1, 0) == START_NS
    assert samples.wall_ns(home, 1, 150) == START_NS + NS * 3 // 2
    assert samples.sample_at(home, 1, START_NS + NS) == 100


def test_between_anchors_time_runs_straight(home: sqlite3.Connection) -> None:
    open_session(home)
    samples.add_anchor(home, 1, 0, START_NS)
    samples.add_anchor(home, 1, 6000, START_NS + 61 * NS)
    assert samples.wall_ns(home, 1, 3000) == START_NS + 61 * NS // 2
    assert samples.sample_at(home, 1, START_NS + 61 * NS // 2) == 3000


def test_beyond_the_last_anchor_the_true_rate_goes_on(home: sqlite3.Connection) -> None:
    open_session(home, fs_hz=130.0)
    for minute in range(30):
        samples.add_anchor(home, 1, round(130.1 * 60 * minute), START_NS + 60 * minute * NS)
    after_s = 30 * 60
    wall_ns = samples.wall_ns(home, 1, round(130.1 * after_s))
    assert abs(wall_ns - START_NS - after_s * NS) < 10_000_000


def test_an_unbelievable_rate_is_not_carried_on(home: sqlite3.Connection) -> None:
    open_session(home)
    samples.add_anchor(home, 1, 0, START_NS)
    samples.add_anchor(home, 1, 100, START_NS + 5 * NS)
    assert samples.wall_ns(home, 1, 200) == START_NS + 6 * NS


def test_before_the_first_anchor_the_line_goes_back(home: sqlite3.Connection) -> None:
    open_session(home)
    samples.add_anchor(home, 1, 6000, START_NS + 60 * NS)
    assert samples.wall_ns(home, 1, 0) == START_NS
    assert samples.sample_at(home, 1, START_NS - NS) == -100


def test_a_later_anchor_on_the_same_sample_replaces_it(home: sqlite3.Connection) -> None:
    open_session(home)
    samples.add_anchor(home, 1, 0, START_NS)
    samples.add_anchor(home, 1, 0, START_NS + 7)
    assert samples.wall_ns(home, 1, 0) == START_NS + 7


def test_time_never_runs_backwards_between_anchors(home: sqlite3.Connection) -> None:
    open_session(home)
    samples.add_anchor(home, 1, 0, START_NS + NS)
    samples.add_anchor(home, 1, 100, START_NS)
    walls = [samples.wall_ns(home, 1, sample) for sample in range(0, 100, 7)]
    assert walls == sorted(walls)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    fs_hz=st.floats(100, 1000),
    drifts=st.lists(st.floats(-0.001, 0.001), max_size=12),
    probes=st.lists(st.integers(0, 500_000), min_size=1, max_size=20),
)
def test_sample_at_undoes_wall_ns(
    home: sqlite3.Connection, fs_hz: float, drifts: list[float], probes: list[int]
) -> None:
    session = samples.next_session(home)
    open_session(home, session, fs_hz)
    at_ns = float(START_NS)
    for i, drift in enumerate(drifts):
        samples.add_anchor(home, session, round(60 * fs_hz) * i, round(at_ns))
        at_ns += round(60 * fs_hz) / fs_hz * (1 + drift) * NS
    for probe in probes:
        assert samples.sample_at(home, session, samples.wall_ns(home, session, probe)) == probe


@pytest.mark.parametrize("ask", [samples.wall_ns, samples.sample_at])
def test_an_unknown_session_is_said(home: sqlite3.Connection, ask: object) -> None:
    assert callable(ask)
    with pytest.raises(UnknownSession, match="no session 9"):
        ask(home, 9, 0)
