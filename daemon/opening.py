"""What is done once, before anything is taken in."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from daemon import rhythm_models
from daemon.alarm_rules import Level
from daemon.result_versions import made
from dsp import shipped
from dsp.alarms import AlarmPriority
from dsp.models import ModelAltered, ModelError, ModelMissing
from dsp.thresholds import DEFAULTS
from storage import devices, models, people, samples, thresholds, versions
from storage.sessions import ECG, RR

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from daemon.alarms import Alarms
    from daemon.config import AnalysisConfig, Config
    from daemon.rhythm_models import Choice
    from dsp.models import Classifier
    from storage.database import Opened

RULE: Final = "model_missing"  # the alarm over a model that cannot be used

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


@dataclass(frozen=True, slots=True)
class Chain:
    """What signal is analysed with.

    ``classifier``: None where rules call the rhythm; ``usable``: False where a file is bad that the chain
    cannot go without: then samples are stored, and are analysed after a start with a sound file.
    """

    choice: Choice
    classifier: Classifier | None
    usable: bool


def prepare(config: Config, chain: Chain, now_ns: int, conn: sqlite3.Connection) -> Opening:
    """Make the first wearer known, note the thresholds and the models in force."""
    first_wearer(config, now_ns, conn)
    thresholds.sync(conn, DEFAULTS, set_ns=now_ns)
    if chain.usable:
        note_models(conn, chain.classifier, chain.choice, now_ns)
    return Opening(
        samples.next_session(conn),
        [_known(conn, device) for device in devices.devices(conn)],
        people.wearers(conn)[0].tz,
    )


def note_models(conn: sqlite3.Connection, classifier: Classifier | None, choice: Choice, now_ns: int) -> None:
    """Note what results come from, from now on."""
    for signal in (ECG, RR):
        versions.record(conn, made(signal, classifier, now_ns))
    if classifier is not None:
        models.record(
            conn,
            classifier.name,
            classifier.version,
            sha256=classifier.sha256,
            kind=rhythm_models.KIND,
            path=choice.model,
            labels=[label.value for label in classifier.labels],
            loaded_ns=now_ns,
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


def chain(config: AnalysisConfig, alarms: Alarms) -> Chain:
    """The models that signal is analysed with. What cannot be used is an alarm, and the rest goes on."""
    choice = rhythm_models.configured(config)
    classifier: Classifier | None = None
    try:
        shipped.check_needed()
    except ModelError as error:
        log.error("nothing is analysed, and all is recorded: %s", error)  # noqa: TRY400 - expected
        text = f"Signal is recorded and not analysed: the model file {error.path.name} {_fault(error)}"
        alarms.facts.say(RULE, None, Level(AlarmPriority.HIGH, text))
        return Chain(choice, None, usable=False)
    said: list[str] = []
    try:
        classifier = rhythm_models.load(choice)
    except ModelError as error:
        log.error("the rhythm classifier is refused, rules decide instead: %s", error)  # noqa: TRY400 - expected
        said.append(f"Simple rules call the rhythm: the model file {error.path.name} {_fault(error)}")
    for model, trouble in shipped.spare_troubles():
        if model.kind != rhythm_models.KIND:
            log.error("no %s: %s", model.kind, trouble)
            said.append(f"There is no {model.kind}: the model file {model.file} {_fault(trouble)}")
    if said:
        alarms.facts.say(RULE, None, Level(AlarmPriority.MEDIUM, ". ".join(said)))
    return Chain(choice, classifier, usable=True)


def _fault(error: ModelError) -> str:
    match error:
        case ModelMissing():
            return "is missing"
        case ModelAltered():
            return "was altered"
        case _:
            return "is of the wrong kind"


def report(opened: Opened, alarms: Alarms) -> None:
    """Raise the alarm for a database that was damaged and had to be set aside."""
    if opened.set_aside is not None:
        text = f"The database was damaged. A new one was begun; the old one is {opened.set_aside.name}"
        alarms.happened("database_set_aside", None, Level(AlarmPriority.HIGH, text))
