"""What a wearable of a simulated history says about itself, and the technical alerts that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from daemon import simulated_alerts as alerts
from daemon.alarm_technical import TechnicalLimits
from daemon.simulated_sessions import silences
from storage import devices

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from ingest.moments import Calendar
    from ingest.scenario import Device
    from ingest.timeline import WearTimeline

NS: Final = 1_000_000_000
EMPTIEST_PCT: Final = 1.0  # a wearable that still sends is not quite empty


def tell_states(
    conn: sqlite3.Connection, device: Device, wear: WearTimeline, calendar: Calendar, wearer: str
) -> alerts.AlertTeller:
    """Write every device state; gives the alerts to come: technical ones, told ones and acknowledgements."""
    teller = alerts.AlertTeller(device.id)
    limits = TechnicalLimits()
    start_ns, span_s = round(calendar.start.timestamp() * NS), calendar.seconds(calendar.end)
    silent = list(silences(wear.wearing, span_s))

    def ns(at_s: float) -> int:
        return start_ns + round(at_s * NS)

    states = [(ns(at_s), percent) for at_s, percent in _charge(device, wear, silent, span_s)]
    for at_ns, percent in states:
        devices.record_state(conn, device.id, at_ns, battery_pct=percent)
    teller.plan(alerts.charge(states, limits))
    devices.record_state(conn, device.id, start_ns, connected=True)
    for begin_s, end_s in silent:
        devices.record_state(conn, device.id, ns(begin_s), connected=False)
        if end_s < span_s:
            devices.record_state(conn, device.id, ns(end_s), connected=True)
        teller.plan(alerts.silence(ns(begin_s), ns(end_s), limits))
    for begin_s, end_s in _loose(wear):
        devices.record_state(conn, device.id, ns(begin_s), lead_off=True)
        if end_s < span_s:
            devices.record_state(conn, device.id, ns(end_s), lead_off=False)
        teller.plan(alerts.loose(ns(begin_s), ns(end_s), limits))
    for alert in device.alerts:
        for at_s in alert.at.resolve(calendar):
            if 0 <= at_s < span_s:
                teller.plan(alerts.told_alerts(alert, ns(at_s), wearer))
    return teller


def _loose(wear: WearTimeline) -> Iterator[tuple[float, float]]:
    """Stretches with an electrode off, joined."""
    held: tuple[float, float] | None = None
    for piece in wear.wearing:
        if not (piece.lead_off and piece.sends):
            continue
        if held is not None and piece.start_s > held[1]:
            yield held
            held = None
        held = (held[0] if held else piece.start_s, piece.end_s)
    if held is not None:
        yield held


def _charge(
    device: Device, wear: WearTimeline, silent: Sequence[tuple[float, float]], span_s: float
) -> Iterator[tuple[float, int]]:
    """(seconds, percent) whenever the whole percentage changes while the wearable sends."""
    per_s = 100.0 / device.battery_life
    turns = [(0.0, device.battery_pct), *((at_s, 100.0) for at_s in wear.charged_s)]
    said: int | None = None
    for (at_s, full), until_s in zip(turns, [*(t[0] for t in turns[1:]), span_s], strict=True):
        steps = np.arange(0.0, min(full - EMPTIEST_PCT, (until_s - at_s) * per_s) + 1e-9)
        for lost in steps.tolist():
            moment_s = at_s + lost / per_s
            percent = round(full - lost)
            if percent != said and not any(a <= moment_s < b for a, b in silent):
                said = percent
                yield moment_s, percent
