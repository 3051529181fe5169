"""The configuration: one TOML file into typed, frozen structures. Every key has a default that works."""

from __future__ import annotations

import os
import re
import time
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from msgspec import Meta

from agent.model.settings import BUILTIN, LanguageModelSettings
from agent.turn import EMERGENCY
from daemon.alarms import AlarmsConfig
from daemon.errors import ConfigError
from daemon.home_assistant import HomeAssistantConfig
from daemon.notify import NotificationsConfig
from daemon.quiet_hours import QuietHours
from ingest.bluetooth.profile import check_names
from ingest.bluetooth.settings import BluetoothSettings
from ingest.mqtt import MqttSettings

if TYPE_CHECKING:
    from datetime import tzinfo

CONFIG_BYTES_MAX: Final = 1 << 20  # a configuration is a page of text; more is the wrong file
SYSTEM_CONFIG: Final = Path("/etc/hearth/hearth.toml")

_PATH_IN_MESSAGE = re.compile(r" - at `\$\.?(?P<path>[^`]*)`$")
_UNKNOWN_FIELD = re.compile(r"Object contains unknown field `(?P<field>[^`]+)`")


def default_database() -> Path:
    """``$STATE_DIRECTORY/hearth.db`` under a service manager, else the user's data folder (XDG)."""
    if state := os.environ.get("STATE_DIRECTORY"):
        return Path(state.split(":")[0]) / "hearth.db"
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "hearth" / "hearth.db"


class WearerConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who wears the first wearable. More wearers are added with `hearth devices`."""

    name: Annotated[str, Meta(min_length=1, max_length=80, description="How the wearer is called.")] = (
        "wearer"
    )
    tz: Annotated[str, Meta(description="IANA time zone of the wearer; empty: the system's.")] = ""
    language: Annotated[str, Meta(pattern="^[a-z]{2}$", description="Language of answers.")] = "en"


class StorageConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where and how long things are kept."""

    path: Annotated[
        str, Meta(description="The database file; empty: the service's or the user's data folder.")
    ] = ""
    commit_interval_s: Annotated[
        float, Meta(ge=0.0, le=5.0, description="Samples are committed together this often; spares SD cards.")
    ] = 0.1
    raw_days: Annotated[
        int,
        Meta(
            ge=0,
            le=36_500,
            description="Days that raw samples are kept; 0: for ever. Results are kept for ever.",
        ),
    ] = 90
    backups: Annotated[
        int, Meta(ge=0, le=365, description="Daily backups kept beside the database; 0: none.")
    ] = 3
    min_free_mb: Annotated[
        int, Meta(ge=0, description="Free disk space below which the disk alarm is raised, in MB.")
    ] = 500


class IngestConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is accepted from the network."""

    max_devices: Annotated[
        int, Meta(ge=1, le=1000, description="Wearables accepted; frames of further ones go to quarantine.")
    ] = 64


class ModelConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A quantized rhythm classifier of one's own."""

    path: Annotated[str, Meta(min_length=1, description="The ONNX file.")]
    sha256: Annotated[
        str, Meta(pattern="^[0-9a-f]{64}$", description="Its checksum; another file is refused.")
    ]


class AnalysisConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How stored samples are analysed."""

    rhythm: Annotated[
        Literal["builtin", "rules"],
        Meta(description="Who calls the rhythm: the classifier that comes with Hearth, or rules."),
    ] = "builtin"
    classifier: Annotated[
        ModelConfig | None,
        Meta(description="Another rhythm classifier in its place: a table with path and sha256."),
    ] = None
    threads: Annotated[int, Meta(ge=1, le=64, description="Threads that analyse wearables side by side.")] = 2


class ScheduleConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """When the house tidies up, in the wearer's time zone."""

    maintenance_at: Annotated[
        str,
        Meta(
            pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$", description="Retention, backup and self-check, HH:MM."
        ),
    ] = "03:30"
    summary_at: Annotated[
        str,
        Meta(
            pattern="^(|([01][0-9]|2[0-3]):[0-5][0-9])$",
            description="When the morning summary is published on the answer topic, HH:MM; empty: never.",
        ),
    ] = ""
    reanalyze_until: Annotated[
        str,
        Meta(
            pattern="^(|([01][0-9]|2[0-3]):[0-5][0-9])$",
            description="After an upgrade, stored history is analysed anew from `maintenance_at` until then, HH:MM; empty: never by itself.",  # noqa: E501 - one sentence
        ),
    ] = ""

    def quiet(self, tz: tzinfo, at_ns: int | None = None) -> bool:
        """Whether it is time for a re-analysis that nobody waits for; ``at_ns``: None is now."""
        if not self.reanalyze_until:
            return False
        hours = QuietHours(start=self.maintenance_at, end=self.reanalyze_until)
        return hours.contain(time.time_ns() if at_ns is None else at_ns, tz)


class AgentConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How questions are answered."""

    model: Annotated[
        str,
        Meta(
            min_length=1,
            max_length=4096,
            description="The language model: none, builtin, the name of one in the models folder, or a file.",
        ),
    ] = BUILTIN

    alert_on_emergency: Annotated[
        bool, Meta(description="Raise an alert when a question sounds like an emergency.")
    ] = False
    exports: Annotated[
        str,
        Meta(
            max_length=4096,
            description="Folder of the files that answers make; empty: exports, beside the database.",
        ),
    ] = ""
    exports_days: Annotated[
        int,
        Meta(
            ge=0,
            le=36_500,
            description="Days that the files are kept that answers make; 0: for ever.",
        ),
    ] = 30

    emergency_number: Annotated[
        str, Meta(min_length=1, max_length=80, description="Whom to call, as the safety answer says it.")
    ] = EMERGENCY


class ServiceConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The process itself."""

    log_level: Annotated[
        Literal["debug", "info", "warning", "error"],
        Meta(description="What goes to the log. Never health text."),
    ] = "info"


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything a user may set."""

    wearer: Annotated[WearerConfig, Meta(description="Who wears the first wearable.")] = WearerConfig()
    mqtt: Annotated[MqttSettings, Meta(description="The broker.")] = MqttSettings()
    bluetooth: Annotated[BluetoothSettings, Meta(description="Wearables over Bluetooth LE.")] = (
        BluetoothSettings()
    )
    ingest: Annotated[IngestConfig, Meta(description="What is accepted from the network.")] = IngestConfig()
    storage: Annotated[StorageConfig, Meta(description="Where and how long things are kept.")] = (
        StorageConfig()
    )
    analysis: Annotated[AnalysisConfig, Meta(description="How samples are analysed.")] = AnalysisConfig()
    alarms: Annotated[AlarmsConfig, Meta(description="Home-monitoring alerts.")] = AlarmsConfig()
    notifications: Annotated[NotificationsConfig, Meta(description="Where alerts are sent besides MQTT.")] = (
        NotificationsConfig()
    )
    home_assistant: Annotated[HomeAssistantConfig, Meta(description="Home Assistant discovery.")] = (
        HomeAssistantConfig()
    )
    agent: Annotated[AgentConfig, Meta(description="How questions are answered.")] = AgentConfig()
    language_model: Annotated[
        LanguageModelSettings, Meta(description="How the language model is run, where [agent] names one.")
    ] = LanguageModelSettings()
    schedule: Annotated[ScheduleConfig, Meta(description="When the house tidies up.")] = ScheduleConfig()
    service: Annotated[ServiceConfig, Meta(description="The process itself.")] = ServiceConfig()

    @property
    def database(self) -> Path:
        """The database file in force."""
        return Path(self.storage.path).expanduser() if self.storage.path else default_database()


def find(path: Path | None) -> Path | None:
    """The configuration file to read: the one named, ``$HEARTH_CONFIG``, or the system's where it exists."""
    if path is not None:
        return path
    if named := os.environ.get("HEARTH_CONFIG"):
        return Path(named)
    return SYSTEM_CONFIG if SYSTEM_CONFIG.exists() else None


def load(path: Path | None) -> Config:
    """Read ``path``; None gives the defaults.

    Raises:
        ConfigError: naming the key, the value and what was wanted.
    """
    if path is None:
        return Config()
    try:
        size = path.stat().st_size
        if size > CONFIG_BYTES_MAX:
            raise ConfigError(
                "", str(path), f"is {size} bytes; a configuration has at most {CONFIG_BYTES_MAX}"
            )
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigError("", str(path), error.strerror or "cannot be read") from error
    except UnicodeDecodeError as error:
        raise ConfigError("", str(path), f"is not UTF-8 text (byte {error.start})") from error
    return parse(text, source=str(path))


def parse(text: str, *, source: str = "configuration") -> Config:
    """A configuration from TOML text; see ``load``."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError("", source, f"is not TOML: {error}") from error
    try:
        config = msgspec.convert(raw, Config)
    except msgspec.ValidationError as error:
        raise _named(raw, str(error)) from error
    try:
        check_names(config.bluetooth.profiles)
    except ValueError as error:
        raise ConfigError("bluetooth.profiles", "...", str(error).removeprefix("profiles: ")) from error
    if config.wearer.tz:
        try:
            ZoneInfo(config.wearer.tz)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ConfigError(
                "wearer.tz", config.wearer.tz, "wanted an IANA time zone such as Europe/Berlin"
            ) from error
    return config


def _named(raw: dict[str, Any], message: str) -> ConfigError:
    """Turn msgspec's message into key, value and wish."""
    path = ""
    if found := _PATH_IN_MESSAGE.search(message):
        path = found["path"]
        message = message[: found.start()]
    if unknown := _UNKNOWN_FIELD.search(message):
        path = f"{path}.{unknown['field']}".lstrip(".")
        return ConfigError(path, _at(raw, path), "no such key; docs/configuration.md lists them")
    return ConfigError(path, _at(raw, path), message[0].lower() + message[1:])


def _at(raw: object, path: str) -> object:
    for part in re.findall(r"[^.\[\]]+", path):
        if isinstance(raw, dict) and part in raw:
            raw = raw[part]
        elif isinstance(raw, list) and part.isdigit() and int(part) < len(raw):
            raw = raw[int(part)]
        else:
            return None
    return raw
