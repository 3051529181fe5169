"""Everything a user may have got wrong, looked at in one go: ``hearth doctor``."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from daemon import config as settings
from daemon.check import Verdict, advice, good, wrong
from daemon.doctor_bluetooth import bluetooth
from daemon.doctor_broker import broker, mosquitto, notifications
from daemon.doctor_machine import clock, machine, service
from daemon.doctor_models import models
from daemon.doctor_store import store
from daemon.errors import ConfigError
from daemon.language import examined
from daemon.status import serves

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from daemon.check import Check
    from daemon.config import Config

NS: Final = 10**9


def examine(file: Path | None, database: Path | None, *, quick: bool = False) -> Iterator[Check]:
    """Every check, one after the other as it is made.

    Args:
        file: the configuration to look at; None: the one that would be used.
        database: another database than the configuration's.
        quick: leave out what reads the whole database.
    """
    yield from machine()
    path = settings.find(file)
    try:
        config = settings.load(path)
    except ConfigError as error:
        yield wrong(
            "configuration",
            str(error).removeprefix("configuration: "),
            "docs/configuration.md tells each key",
        )
        config = settings.Config()
    else:
        yield good("configuration", str(path) if path else "no file: the defaults are in force")
    yield from _house(config, database or config.database, quick=quick)
    yield from bluetooth(config.bluetooth, database or config.database)
    yield from broker(config.mqtt)
    yield mosquitto(config.mqtt)
    yield from notifications(config.notifications)
    yield from models(config, database or config.database, quick=quick)
    yield examined(config, database or config.database)
    yield from service()


def _house(config: Config, path: Path, *, quick: bool) -> Iterator[Check]:
    checks, seen = store(path, min_free_mb=config.storage.min_free_mb, now_ns=time.time_ns(), quick=quick)
    yield from checks
    yield from clock(time.time(), None if seen.last_sample_ns is None else seen.last_sample_ns / NS)
    if serves(path):
        yield good("daemon", f"runs, and writes {path}")
    else:
        yield advice(
            "daemon", f"none writes {path}", "sudo systemctl start hearth, or hearth run, or hearth demo"
        )


def healthy(checks: list[Check]) -> bool:
    """Whether nothing is wrong; advice may remain."""
    return all(check.verdict is not Verdict.WRONG for check in checks)
