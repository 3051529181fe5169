"""Packets without samples on the durable path, and what they change about the samples beside them."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from dsp.types import Charge, Gap, GapReason, Pulse, Segment
from storage import devices, quarantine, samples
from storage.coverage import coverage
from storage.database import open_reader
from tests.daemon.arrivals import FRAME_N, FS_HZ, START_NS, Log, frame, heard, take_in

if TYPE_CHECKING:
    from pathlib import Path

    from dsp.types import Arrival
    from storage.devices import DeviceState

HALF_S = 0.5  # a frame
UNSET_NS = 1_546_300_800 * 10**9  # 2019-01-01: what a strap says whose clock was never set


def contact(on: bool | None) -> Pulse:
    return Pulse("patch-1", 60, (1024,), on)


def stored(path: Path) -> list[Segment | Gap]:
    with closing(open_reader(path)) as conn:
        (session,) = samples.sessions(conn, "patch-1")
        return list(samples.read(conn, session.id, 0, session.position))


def said(path: Path) -> tuple[DeviceState | None, list[tuple[int | None, int | None]]]:
    with closing(open_reader(path)) as conn:
        rows = conn.execute("SELECT battery_pct, lead_off FROM device_states ORDER BY at_ns").fetchall()
        return devices.latest_state(conn, "patch-1"), [(row[0], row[1]) for row in rows]


def test_a_pulse_without_skin_contact_takes_the_lead_off_the_frames_after_it(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()
    arrivals: list[tuple[Arrival, float]] = [
        (frame(0), 0.5),
        (contact(on=False), 0.6),
        (frame(1), 1.0),
        (contact(on=None), 1.1),
        (frame(2), 1.5),
        (contact(on=True), 1.6),
        (frame(3), 2.0),
    ]
    take_in(path, log, [heard(log, one, index, at_s) for index, (one, at_s) in enumerate(arrivals)])
    lead_off = [(one.start // FRAME_N, one.lead_off) for one in stored(path) if isinstance(one, Segment)]
    assert lead_off == [(0, False), (1, True), (2, True), (3, False)]
    assert log.acknowledged == list(range(7)), "also what has no samples"
    latest, rows = said(path)
    assert latest is not None
    assert latest.lead_off is False
    assert rows == [(None, 0), (None, 1), (None, 0)]


def test_what_a_pulse_said_of_the_skin_is_soon_stale(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()
    frames = [heard(log, frame(seq), seq, 6.0 + HALF_S * seq) for seq in range(3)]
    take_in(path, log, [heard(log, contact(on=False), "pulse", 0.5), *frames])
    assert not any(one.lead_off for one in stored(path) if isinstance(one, Segment))


def test_a_battery_level_is_a_state_of_the_device(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()
    arrivals: list[Arrival] = [Charge("patch-1", 71), frame(0), Charge("patch-1", 71), Charge("patch-1", 70)]
    take_in(path, log, [heard(log, one, index, float(index)) for index, one in enumerate(arrivals)])
    latest, rows = said(path)
    assert latest is not None
    assert (latest.battery_pct, latest.connected, latest.lead_off) == (70, True, False)
    assert rows == [(71, None), (None, 0), (70, None)]
    assert sorted(log.acknowledged, key=str) == [0, 1, 2, 3]


def test_the_listener_hears_what_has_no_samples(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()
    pulse, charge = contact(on=True), Charge("patch-1", 50)

    take_in(path, log, [heard(log, pulse, "pulse", 0.0), heard(log, charge, "charge", 0.1)])
    assert [entry[1] for entry in log.entries if entry[0] == "heard"] == [pulse, charge]


def test_what_was_dropped_before_a_packet_that_cannot_be_read_is_still_counted(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()
    bad = replace(log.raw(b"?", "bad", received_s=1.6), dropped=FRAME_N)
    take_in(
        path,
        log,
        [
            heard(log, frame(0), 0, 0.5),
            bad,
            heard(log, replace(frame(3), dropped=FRAME_N), 3, 2.0),
        ],
    )
    gaps = [one for one in stored(path) if isinstance(one, Gap)]
    assert gaps == [Gap(1, FRAME_N, 2 * FRAME_N, GapReason.OVERFLOW)]
    with closing(open_reader(path)) as conn:
        assert quarantine.count(conn) == 1


def test_packets_dropped_before_a_pulse_that_cannot_be_read_are_no_samples(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()
    bare = replace(frame(1), seq=None, last_sample_ns=None)
    bad = replace(log.raw(b"?", "bad", received_s=0.6), signal=False, dropped=3)
    take_in(path, log, [heard(log, bare, 0, 0.5), bad, heard(log, bare, 1, 1.0)])
    assert [one for one in stored(path) if isinstance(one, Gap)] == []


def test_time_between_two_sessions_is_right_to_a_sample(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()
    rng = np.random.default_rng(7)
    raws = []
    for index in [*range(90), *range(150, 240)]:  # half seconds; the clock of 2019 goes on while nobody hears
        sent, at_s = frame(index), (index + 1) * HALF_S + rng.exponential(0.15)
        unset_ns = (sent.last_sample_ns or 0) - START_NS + UNSET_NS
        raws.append(
            heard(log, replace(sent, seq=None, last_sample_ns=unset_ns, stamps_last=True), index, at_s)
        )
    raws.sort(key=lambda raw: raw.monotonic_ns)
    take_in(path, log, raws)
    with closing(open_reader(path)) as conn:
        one, two = samples.sessions(conn, "patch-1")
        assert samples.wall_ns(conn, one.id, one.position) == one.last_ns
    assert one.position == 90 * FRAME_N
    assert abs(two.start_ns - one.last_ns - 60 * HALF_S * 1e9) < 1e9 / FS_HZ


def test_what_was_dropped_at_the_end_of_a_session_belongs_to_it(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()
    sent = [replace(frame(index), seq=None) for index in [*range(20), *range(60, 80)]]
    raws = [
        heard(log, one, index, (index + 1) * HALF_S, 15 * FRAME_N if index == 60 else 0)
        for one, index in zip(sent, [*range(20), *range(60, 80)], strict=True)
    ]
    take_in(path, log, raws)
    with closing(open_reader(path)) as conn:
        one, two = samples.sessions(conn, "patch-1")
        gaps = samples.gaps(conn, one.id, 0, one.position)
        missing = coverage(conn, "patch-1", one.start_ns, two.last_ns).missing_s
    assert gaps == [Gap(one.id, 20 * FRAME_N, 15 * FRAME_N, GapReason.OVERFLOW)]
    assert (one.n_samples, one.position) == (20 * FRAME_N, 35 * FRAME_N)
    assert abs(one.last_ns - one.start_ns - 35 * HALF_S * 1e9) < 1e9 / FS_HZ
    assert missing == {"overflow": 7.5, "no_session": 12.5}
