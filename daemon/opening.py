"""What is done once, before anything is taken in."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from daemon.alarm_rules import Level
from dsp import models as classifiers
from dsp.alarms import AlarmPriority
from dsp.thresholds import DEFAULTS
from storage import devices, models, people, samples, thresholds

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from daemon.alarms import Alarms
    from daemon.config import Config, ModelConfig
    from dsp.models import Classifier
    from storage.database import Opened

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Known:
    """A wearable of before the start, and what it said last."""

    device: str
    name: str
    last_sample_ns: int | None
    battery_pct: int | None


@dataclass(frozen=True, slots=True)
class Opening:
    """What the store holds at the start."""

    first_session: int
    devices: Sequence[Known]
    tz: str


def prepare(config: Config, model: Classifier | None, now_ns: int, conn: sqlite3.Connection) -> Opening:
    """Make the first wearer known, note the thresholds and the model in force."""
    first_wearer(config, now_ns, conn)
    thresholds.sync(conn, DEFAULTS, set_ns=now_ns)
    if model is not None and config.analysis.classifier is not None:
        models.record(
            conn,
            model.name,
            model.version,
            sha256=model.sha256,
            kind="rhythm",
            path=config.analysis.classifier.path,
            labels=[label.value for label in model.labels],
            loaded_ns=now_ns,
        )
    return Opening(
        samples.next_session(conn),
        [_known(conn, device) for device in devices.devices(conn)],
        people.wearers(conn)[0].tz,
    )


def first_wearer(config: Config, now_ns: int, conn: sqlite3.Connection) -> None:
    """Make the configured wearer known, where nobody is yet."""
    if not people.wearers(conn):
        people.add_wearer(
            conn,
            config.wearer.name,
            config.wearer.tz or people.system_tz(),
            language=config.wearer.language,
            installed_ns=now_ns,
        )


def _known(conn: sqlite3.Connection, device: devices.Device) -> Known:
    session = samples.last_session(conn, device.id)
    state = devices.latest_state(conn, device.id)
    return Known(
        device.id, device.name, session.last_ns if session else None, state.battery_pct if state else None
    )


def classifier(config: ModelConfig | None, alarms: Alarms) -> Classifier | None:
    """The configured rhythm classifier. One that cannot be used is an alarm, and rules decide instead."""
    if config is None:
        return None
    try:
        return classifiers.load(Path(config.path).expanduser(), config.sha256)
    except classifiers.ModelError as error:
        log.error("the rhythm classifier is refused, rules decide instead: %s", error)  # noqa: TRY400 - expected
        alarms.facts.say(
            "model_missing",
            None,
            Level(AlarmPriority.MEDIUM, "The rhythm model cannot be used: simple rules decide instead"),
        )
        return None


def report(opened: Opened, alarms: Alarms) -> None:
    """Raise the alarm for a database that was damaged and had to be set aside."""
    if opened.set_aside is not None:
        text = f"The database was damaged. A new one was begun; the old one is {opened.set_aside.name}"
        alarms.happened("database_set_aside", None, Level(AlarmPriority.HIGH, text))
