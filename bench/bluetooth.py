"""Wearables over Bluetooth: how soon a lost link is back, what notifications cost, whether gaps are right.

``python -m bench.bluetooth [--losses 200] [--seconds 30] [--wearables 4] [--json]``

Virtual straps on a fake BlueZ and a private D-Bus daemon, Hearth's central with bleak's real backend on the
other side. Reconnect times are in seconds of the simulated time base. Lag and CPU are of the process that has
Hearth in it alone: BlueZ and the straps are in another one, at the normal notification rate and ten times it.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import os
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from bench.machine import machine, show
from ingest.bluetooth.links import Pinned
from tests.bluetooth.bluez import Bluez
from tests.bluetooth.bus import Bus
from tests.bluetooth.gateway import SET_CLOCK_NS, Gateway, Listening, numbered
from tests.bluetooth.losses import lose
from tests.bluetooth.room import room, run
from tests.bluetooth.strap import Strap

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

LOSS_FACTOR: Final = 30.0  # time goes so much faster while links are lost
LAG_STEP_S: Final = 0.01
RATES: Final = (1.0, 10.0)  # times the normal notification rate
RATE_HZ: Final = 130.1
GAP_LIMIT: Final = 1.0  # samples
LAG_LIMIT_MS: Final = 100.0
MEDIAN_LIMIT_S: Final = 10.0


def strap(number: int) -> Strap:
    """A strap among several."""
    address = f"A0:9E:1A:00:01:{number:02X}"
    return Strap(numbered, start_ns=SET_CLOCK_NS, fs_true_hz=RATE_HZ, address=address, serial=f"{number:08d}")


def pin(one: Strap, number: int) -> Pinned:
    """How Hearth knows it."""
    return Pinned(f"strap-{number}", one.address, "polar-h10", bonded=True)


def reconnects(losses: int, seed: int) -> dict[str, Any]:
    """Cut a strap's link again and again."""
    one = strap(1)

    async def cut() -> tuple[list[float], list[float]]:
        async with Gateway(bluez, [pin(one, 1)]) as gateway:
            await gateway.streams("strap-1", 5)
            suffered = await lose(gateway, "strap-1", one.address, losses, seed)
            await gateway.streams("strap-1", 5)
        return [loss.back_s for loss in suffered], gateway.received["strap-1"].gap_errors(RATE_HZ)

    with room(one, factor=LOSS_FACTOR, seed=seed) as bluez:
        bluez.bond(one)
        back_s, errors = run(cut())
        doubled = bluez.doubled()
    return {
        "losses": len(back_s),
        "reconnect_median_s": float(np.median(back_s)),
        "reconnect_p95_s": float(np.percentile(back_s, 95)),
        "reconnect_max_s": max(back_s),
        "links": one.links,
        "gaps": len(errors),
        "gap_error_max_samples": max(map(abs, errors)),
        "notifications_doubled": doubled,
    }


@dataclass(frozen=True, slots=True)
class Away:
    """BlueZ in another process, as far as Hearth's side must know it."""

    factor: float
    began_s: float

    @property
    def now_s(self) -> float:
        """Simulated seconds since it began."""
        return (time.monotonic() - self.began_s) * self.factor


def radiate(bus: Bus, wearables: int, factor: float, control: Connection) -> None:
    """The other process: BlueZ and straps, until told to end; then how many notifications it sent."""
    straps = [strap(number) for number in range(wearables)]
    with Bluez(bus, straps, factor=factor) as bluez:
        for one in straps:
            bluez.bond(one)
        control.send(None)
        control.recv()
        control.send(bluez.ask(bluez.stack.said.total))


@contextmanager
def elsewhere(bus: Bus, wearables: int, factor: float) -> Iterator[Connection]:
    """The other process, while it is needed."""
    context = multiprocessing.get_context("fork")  # before any thread or loop is there
    ours, theirs = context.Pipe()
    process = context.Process(target=radiate, args=(bus, wearables, factor, theirs))
    process.start()
    try:
        ours.recv()
        yield ours
    finally:
        process.join()


async def lag(late_ms: list[float]) -> None:
    """Note how late the event loop is, for ever."""
    while True:
        due_s = time.perf_counter() + LAG_STEP_S
        await asyncio.sleep(LAG_STEP_S)
        late_ms.append((time.perf_counter() - due_s) * 1000)


async def listen(factor: float, wearables: int, seconds: float, control: Connection) -> dict[str, Any]:
    """Take in what the straps send for so long."""
    late_ms: list[float] = []
    pins = [pin(strap(number), number) for number in range(wearables)]
    async with Listening(Away(factor, time.monotonic()), pins) as gateway:
        async with asyncio.TaskGroup() as tasks:
            for one in pins:
                tasks.create_task(gateway.streams(one.device))
        watching = asyncio.create_task(lag(late_ms))
        frames = sum(received.frames for received in gateway.received.values())
        began_s, cpu_s = time.monotonic(), time.process_time()
        await asyncio.sleep(seconds)
        took_s, cpu_s = time.monotonic() - began_s, time.process_time() - cpu_s
        frames = sum(received.frames for received in gateway.received.values()) - frames
        watching.cancel()
    control.send(None)
    errors = [error for received in gateway.received.values() for error in received.gap_errors(RATE_HZ)]
    name = f"x{factor:g}"
    return {
        f"frames_per_s_{name}": frames / took_s,
        f"loop_lag_p99_ms_{name}": float(np.percentile(late_ms, 99)),
        f"loop_lag_max_ms_{name}": max(late_ms),
        f"cpu_s_per_wearable_hour_{name}": cpu_s / (took_s * factor / 3600) / wearables,
        f"samples_dropped_{name}": sum(received.dropped for received in gateway.received.values()),
        f"gap_errors_{name}": sum(abs(error) > GAP_LIMIT for error in errors),
    }


def storm(factor: float, wearables: int, seconds: float) -> dict[str, Any]:
    """So many straps at so many times the normal rate."""
    with Bus() as bus:
        os.environ.update(bus.environment)
        with elsewhere(bus, wearables, factor) as control:
            return run(listen(factor, wearables, seconds, control))


def main() -> None:
    """Run it, print figures; exit 1 if one is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--losses", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--wearables", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    asked = parser.parse_args()
    figures = machine(bleak=version("bleak"), dbus_fast=version("dbus-fast")) | {"wearables": asked.wearables}
    for factor in RATES:
        figures |= storm(factor, asked.wearables, asked.seconds)
    figures |= reconnects(asked.losses, asked.seed)
    show(figures, as_json=asked.json)
    reached = (
        figures["reconnect_median_s"] <= MEDIAN_LIMIT_S
        and figures["gap_error_max_samples"] <= GAP_LIMIT
        and figures["notifications_doubled"] == 0
        and all(figures[f"loop_lag_p99_ms_x{factor:g}"] < LAG_LIMIT_MS for factor in RATES)
    )
    sys.exit(0 if reached else 1)


if __name__ == "__main__":
    main()
