"""The whole of Hearth at once: an embedded broker, a simulated wearable, two weeks of history, questions."""

from __future__ import annotations

import asyncio
import hashlib
import json
import secrets
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from agent.model.settings import BUILTIN, LanguageModelSettings, chosen
from daemon.broker import EmbeddedBroker
from daemon.config import AgentConfig, Config, StorageConfig, default_database
from daemon.house import House
from daemon.language import models_folder
from daemon.questions import Question
from daemon.simulate import simulate
from daemon.supervise import end
from ingest.mqtt import MqttSettings
from ingest.playback import Pace
from ingest.scenario_file import parse_scenario
from ingest.scenario_playback import scenario_frames
from ingest.wearable import SimulatedWearable
from storage.writer import exclusive

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from ingest.scenario import Scenario

QUESTIONS: Final = ("What is my heart rate now?", "Did I have AF last night?", "And the night before?")


def shipped_scenario(name: str) -> Scenario:
    """One of the scenarios that come with Hearth."""
    text = files("deploy").joinpath("scenarios", f"{name}.toml").read_text(encoding="utf-8")
    return parse_scenario(text, source=f"{name}.toml")


def make_history(folder: Path, progress: Callable[[float], None]) -> tuple[Path, bool]:
    """The demo's database with two weeks of history up to now; whether it had to be written.

    It is written once a day, so that "last night" is last night and a second start takes seconds.
    """
    folder.mkdir(parents=True, exist_ok=True)
    database, note = folder / "hearth.db", folder / "history.json"
    scenario = shipped_scenario("two-weeks")
    now = datetime.now().astimezone()
    text = files("deploy").joinpath("scenarios", "two-weeks.toml").read_bytes()
    made = {"day": now.date().isoformat(), "scenario": hashlib.sha256(text).hexdigest()}
    if database.exists() and note.exists() and json.loads(note.read_text(encoding="utf-8")) == made:
        return database, False
    for stale in (note, database, *folder.glob("hearth.db-*")):
        stale.unlink(missing_ok=True)
    with exclusive(database) as conn:
        simulate(conn, scenario, now=now, progress=progress)
    note.write_text(json.dumps(made), encoding="utf-8")
    return database, True


@dataclass(slots=True)
class Demo:
    """A running demonstration. ``session`` names its dialogue."""

    house: House
    wearable: SimulatedWearable
    settings: MqttSettings
    database: Path
    session: str

    async def ask(self, text: str) -> str:
        """The answer to one question, as the next turn of the demo's dialogue."""
        answer = await self.house.desk.answer(Question(self.wearable.device, text, self.session))
        return str(answer["answer"])

    def summary(self) -> dict[str, int]:
        """What has happened so far."""
        counts = self.house.counts
        return {
            "samples received": counts["samples received"],
            "samples stored": counts["samples stored"],
            "samples acknowledged": self.wearable.acknowledged_samples,
            "beats": counts["beats"],
            "findings": counts["findings"],
            "alarms": counts["alarms"],
            "answers": counts["answers"],
        }


@asynccontextmanager
async def running(database: Path, *, port: int = 0, model: str | None = None) -> AsyncIterator[Demo]:
    """Broker, daemon and wearable, all in this process, until the context ends.

    ``model``: the language model; None: the one that ships, where it does.
    """
    scenario = shipped_scenario("bedside")
    async with EmbeddedBroker(port) as broker, asyncio.TaskGroup() as tasks:
        settings = MqttSettings(host=broker.host, port=broker.port)
        house = House(
            Config(
                mqtt=settings,
                storage=StorageConfig(path=str(database), raw_days=0),
                agent=AgentConfig(model=chosen(model, BUILTIN)),
                language_model=LanguageModelSettings(folder=str(models_folder(default_database()))),
            )
        )
        stop, ready = asyncio.Event(), asyncio.Event()
        life = tasks.create_task(house.run(stop, ready=ready.set), name="house")
        waiting = tasks.create_task(ready.wait(), name="ready")
        await asyncio.wait((life, waiting), return_when=asyncio.FIRST_COMPLETED)
        wearable = SimulatedWearable(settings, scenario.wearers[0].devices[0].id, speed=None)
        sent = scenario_frames(scenario, wearable.device, start_ns=time.time_ns(), pace=Pace(1.0))
        wearing = tasks.create_task(wearable.run(sent), name="wearable")
        try:
            yield Demo(house, wearable, settings, database, f"demo-{secrets.token_hex(4)}")
        finally:
            await end((wearing,))
            stop.set()
            await asyncio.wait((life,))
