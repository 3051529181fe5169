"""A whole house on this machine: a broker, the program, wearables, and somebody who listens in."""

from __future__ import annotations

import time
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from ingest.mqtt import MqttSettings
from ingest.wearable import SimulatedWearable
from tests.endtoend.program import Program, Tables
from tests.endtoend.store import assert_sound
from tests.mosquitto import Mosquitto

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from pathlib import Path

NS_PER_S: Final = 1_000_000_000
# What no log may ever show: an error nobody has thought of.
UNTHOUGHT_OF: Final = ("Traceback", "never retrieved", "was destroyed but it is pending", "never awaited")


@dataclass(frozen=True, slots=True)
class Home:
    """``broker`` and ``program`` run."""

    folder: Path
    broker: Mosquitto
    program: Program

    @property
    def database(self) -> Path:
        return self.program.database

    @property
    def settings(self) -> MqttSettings:
        return MqttSettings(host=self.broker.host, port=self.broker.port)

    def wearable(self, device: str = "strap-1", *, started_s: float = 60.0, **how: Any) -> SimulatedWearable:  # noqa: ANN401 - of SimulatedWearable
        """A wearable whose recording began ``started_s`` ago; as fast as it goes unless ``how`` says else."""
        how.setdefault("speed", None)
        how.setdefault("resend_s", 2.0)
        how.setdefault("start_ns", time.time_ns() - round(started_s * NS_PER_S))
        return SimulatedWearable(self.settings, device, **how)


@asynccontextmanager
async def home(
    folder: Path,
    tables: Tables | None = None,
    *,
    environment: Mapping[str, str] | None = None,
    store: Path | None = None,
    running: bool = True,
    broker: Mapping[str, Any] | None = None,
) -> AsyncIterator[Home]:
    """A house; afterwards the program has stopped in order, and log and database are looked at.

    ``running``: wait until the program runs; else it is not even started. ``broker``: how mosquitto is.
    """
    async with Mosquitto(folder, **(broker or {})) as mosquitto:
        program = Program(folder, mosquitto.port, tables or {}, dict(environment or {}), store)
        house = Home(folder, mosquitto, program)
        try:
            if running:
                await program.start()
            yield house
            if program.running:
                await program.stop()
        finally:
            if program.running:
                await program.kill()
    for sign in UNTHOUGHT_OF:
        assert sign not in program.log, program.log
    if program.database.exists():
        assert_sound(program.database)
