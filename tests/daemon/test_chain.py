"""Packets without samples on the durable path, and what they change about the samples beside them."""

from __future__ import annotations

import asyncio
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from daemon.intake import Intake
from dsp.types import Charge, Gap, Pulse, Segment
from storage import devices, samples
from storage.database import open_reader
from storage.writer import Writer
from tests.daemon.arrivals import FRAME_N, Log, frame

if TYPE_CHECKING:
    from pathlib import Path

    from dsp.types import Arrival
    from ingest.frames import RawFrame
    from storage.devices import DeviceState

HALF_S = 0.5  # a frame


def packet(log: Log, arrival: Arrival, name: object, at_s: float, dropped: int = 0) -> RawFrame:
    """A packet of a wearable whose packets only its own module can read."""
    raw = log.raw(b"\x00", name, received_s=at_s)
    return replace(raw, source="ble", format="own", decoder=lambda _, __: arrival, dropped=dropped)


def run(path: Path, log: Log, raws: list[RawFrame]) -> None:
    async def life() -> None:
        async with Writer(path, commit_interval_s=0.0) as writer, asyncio.TaskGroup() as group:
            intake = Intake(path, writer, log, group, first_session=1, max_devices=4)
            for raw in raws:
                await intake.put(raw)
            await intake.close()

    asyncio.run(life())


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
    run(path, log, [packet(log, one, index, at_s) for index, (one, at_s) in enumerate(arrivals)])
    lead_off = [(one.start // FRAME_N, one.lead_off) for one in stored(path) if isinstance(one, Segment)]
    assert lead_off == [(0, False), (1, True), (2, True), (3, False)]
    assert log.acknowledged == list(range(7)), "also what has no samples"
    latest, rows = said(path)
    assert latest is not None
    assert latest.lead_off is False
    assert rows == [(None, 0), (None, 1), (None, 0)]


def test_what_a_pulse_said_of_the_skin_is_soon_stale(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()
    frames = [packet(log, frame(seq), seq, 6.0 + HALF_S * seq) for seq in range(3)]
    run(path, log, [packet(log, contact(on=False), "pulse", 0.5), *frames])
    assert not any(one.lead_off for one in stored(path) if isinstance(one, Segment))


def test_a_battery_level_is_a_state_of_the_device(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()
    arrivals: list[Arrival] = [Charge("patch-1", 71), frame(0), Charge("patch-1", 71), Charge("patch-1", 70)]
    run(path, log, [packet(log, one, index, float(index)) for index, one in enumerate(arrivals)])
    latest, rows = said(path)
    assert latest is not None
    assert (latest.battery_pct, latest.connected, latest.lead_off) == (70, True, False)
    assert rows == [(71, None), (None, 0), (70, None)]
    assert sorted(log.acknowledged, key=str) == [0, 1, 2, 3]


def test_the_listener_hears_what_has_no_samples(tmp_path: Path) -> None:
    path, log = tmp_path / "hearth.db", Log()
    pulse, charge = contact(on=True), Charge("patch-1", 50)

    run(path, log, [packet(log, pulse, "pulse", 0.0), packet(log, charge, "charge", 0.1)])
    heard = [entry[1] for entry in log.entries if entry[0] == "heard"]
    assert heard == [pulse, charge]
