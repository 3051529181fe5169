"""Many wearables live at once over a real broker: is anything lost, how late is it stored, what does it cost.

``python -m bench.load [--wearables 32] [--seconds 300] [--json]``

Starts mosquitto and ``hearth run`` with a new database, sends from as many simulated wearables as asked, and
compares the store with what was sent. Memory is flat if ``rss_mb_per_h`` is near zero over half an hour or
more: what is allocated stays the same from the second minute on; the heap around it takes twenty.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sqlite3
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import aiomqtt
import numpy as np
import psutil

from bench.machine import machine, show
from dsp.types import Frame
from ingest.mqtt import MqttSettings
from ingest.wearable import SimulatedWearable
from tests.endtoend.hearts import FS_HZ, steady
from tests.endtoend.program import Program, until
from tests.endtoend.store import recorded
from tests.mosquitto import Mosquitto

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from dsp.types import IntArray

FRAME_S: Final = 0.5
LAP_S: Final = 120.0  # of signal, computed once and sent again and again
SAMPLE_S: Final = 1.0  # between looks at the process
WARM_UP_S: Final = 60.0  # first snapshots, caches and pools are made


@dataclass(slots=True)
class Sender:
    """One wearable. ``taken_s``: monotonic time at which frame number i was complete."""

    device: str
    lap: IntArray
    offset_s: float
    seconds: float
    taken_s: list[float] = field(default_factory=list)
    stored_s: list[float] = field(default_factory=list)  # likewise: when it was said to be on disk

    @property
    def n(self) -> int:
        """Samples in a frame."""
        return round(FRAME_S * FS_HZ)

    async def frames(self, connected: asyncio.Event) -> AsyncIterator[Frame]:
        """Frames as they become complete, once all are connected; nobody's begin at the same moment."""
        await connected.wait()
        began_s = time.monotonic()
        for number in range(round(self.seconds / FRAME_S)):
            due_s = began_s + self.offset_s + (number + 1) * FRAME_S
            await asyncio.sleep(max(0.0, due_s - time.monotonic()))
            self.taken_s.append(due_s)
            yield Frame("", None, None, FS_HZ, self.frame(number))

    def frame(self, number: int) -> IntArray:
        """The samples of a frame."""
        at = number * self.n % (len(self.lap) - self.n)
        return self.lap[at : at + self.n]

    def acknowledged(self, seq: int, at_s: float) -> None:
        """Everything up to ``seq`` is on disk."""
        self.stored_s += [at_s] * (seq + 1 - len(self.stored_s))

    def is_stored(self, database: Path) -> bool:
        """Whether the store holds exactly what was sent."""
        sessions = recorded(database, self.device)
        sent = np.concatenate([self.frame(number) for number in range(len(self.taken_s))])
        return len(sessions) == 1 and not sessions[0].missing and np.array_equal(sessions[0].uv, sent)


@dataclass(slots=True)
class Watch:
    """What the daemon's process costs, once a second. ``answer_s``: how long its event loop takes."""

    program: Program
    at_s: list[float] = field(default_factory=list)
    rss_mb: list[float] = field(default_factory=list)
    answer_s: list[float] = field(default_factory=list)
    cpu_s: list[float] = field(default_factory=list)

    async def run(self) -> None:
        """Look until cancelled."""
        process = psutil.Process(self.program.pid)
        while True:
            asked_s = time.monotonic()
            await self.program.counts()
            self.at_s.append(time.monotonic())
            self.answer_s.append(self.at_s[-1] - asked_s)
            self.rss_mb.append(process.memory_info().rss / 1e6)
            self.cpu_s.append(sum(process.cpu_times()[:2]))
            await asyncio.sleep(SAMPLE_S)

    def figures(self) -> dict[str, float]:
        """CPU in percent of one core, memory, its slope in the second half, and the event loop's delay."""
        at_s, rss_mb = np.array(self.at_s), np.array(self.rss_mb)
        warm = at_s > at_s[0] + min(WARM_UP_S, (at_s[-1] - at_s[0]) / 2)
        late = at_s > (at_s[0] + at_s[-1]) / 2
        return {
            "cpu_pct_of_one_core": 100 * (self.cpu_s[-1] - self.cpu_s[0]) / (at_s[-1] - at_s[0]),
            "rss_mb_max": float(rss_mb.max()),
            "rss_mb_after_warm_up": float(rss_mb[warm][0]),
            "rss_mb_at_the_end": float(rss_mb[-1]),
            "rss_mb_per_h": float(np.polyfit(at_s[late], rss_mb[late], 1)[0] * 3600),
            "event_loop_answer_p99_s": float(np.percentile(self.answer_s, 99)),
        }


async def listen(port: int, senders: dict[str, Sender]) -> None:
    """Note when each frame is acknowledged, apart from the wearables themselves."""
    async with aiomqtt.Client("127.0.0.1", port) as client:
        await client.subscribe("hearth/v1/+/ack", qos=1)
        async for message in client.messages:
            sender = senders[message.topic.value.split("/")[2]]
            sender.acknowledged(int(bytes(message.payload)), time.monotonic())


async def load(folder: Path, wearables: int, seconds: float, seed: int) -> dict[str, Any]:
    """The whole run; its figures."""
    rng = random.Random(seed)  # noqa: S311 - spreads beginnings, keeps no secret
    laps = [steady(LAP_S, rate_bpm=rate, seed=rate) for rate in (55, 64, 72, 81, 96, 110)]
    senders = {
        f"strap-{i}": Sender(f"strap-{i}", laps[i % len(laps)], rng.uniform(0.0, FRAME_S), seconds)
        for i in range(wearables)
    }
    async with Mosquitto(folder) as broker:
        program = Program(folder, broker.port)
        await program.start()
        settings, watch = MqttSettings(port=broker.port), Watch(program)
        listening = asyncio.create_task(listen(broker.port, senders))
        watching = asyncio.create_task(watch.run())
        all_connected = asyncio.Event()
        start_ns = time.time_ns()
        async with asyncio.TaskGroup() as tasks:
            carried = [
                SimulatedWearable(settings, device, speed=None, start_ns=start_ns) for device in senders
            ]
            for wearable in carried:
                tasks.create_task(wearable.run(senders[wearable.device].frames(all_connected)))
            await until(lambda: all(wearable.connections for wearable in carried))
            all_connected.set()
        listening.cancel()
        watching.cancel()
        stop_s = await program.stop()
    late_s = np.concatenate(
        [np.array(one.stored_s) - one.taken_s[: len(one.stored_s)] for one in senders.values()]
    )
    stored = [one.is_stored(program.database) for one in senders.values()]
    return {
        "wearables": wearables,
        "seconds": seconds,
        "samples": sum(len(one.taken_s) * one.n for one in senders.values()),
        "whole_wearables": sum(stored),
        "newest_sample_to_stored_p50_s": float(np.percentile(late_s, 50)),
        "newest_sample_to_stored_p99_s": float(np.percentile(late_s, 99)),
        "oldest_sample_to_stored_p99_s": float(np.percentile(late_s, 99)) + FRAME_S,
        "oldest_sample_to_stored_max_s": float(late_s.max()) + FRAME_S,
        "frames_timed": len(late_s),
        **watch.figures(),
        "stop_s": stop_s,
        "database_mb": program.database.stat().st_size / 1e6,
    }


def main() -> None:
    """Run it, print figures; exit 1 if anything is missing."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--wearables", type=int, default=32)
    parser.add_argument("--seconds", type=float, default=300.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    asked = parser.parse_args()
    on = machine(sqlite=sqlite3.sqlite_version)
    with tempfile.TemporaryDirectory(prefix="hearth-") as folder:
        figures = on | asyncio.run(load(Path(folder), asked.wearables, asked.seconds, asked.seed))
    show(figures, as_json=asked.json)
    sys.exit(0 if figures["whole_wearables"] == asked.wearables else 1)


if __name__ == "__main__":
    main()
