"""``hearth run``: the daemon."""

import asyncio
import logging
import signal
from pathlib import Path
from typing import Annotated

import typer

from daemon.config import Config, find, load
from daemon.errors import ConfigError
from daemon.house import House
from daemon.safe_mode import wait_until_mended
from dsp.types import HearthError


def run(
    config: Annotated[
        Path | None,
        typer.Option(help="The configuration file; default: $HEARTH_CONFIG, /etc/hearth/hearth.toml."),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Only check the configuration; exit 2 if it is wrong.")
    ] = False,
) -> None:
    """Run the daemon: take in, store, analyse, alarm, answer. Stops cleanly on SIGTERM and Ctrl-C."""
    path = find(config)
    if check:
        load(path)
        typer.echo(f"{path or 'the built-in configuration'} is good")
        return
    try:
        asyncio.run(_live(path))
    except BaseExceptionGroup as group:
        first = _first(group)
        if isinstance(first, HearthError):
            raise first from group
        raise


async def _live(path: Path | None) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    settings = await _settings(path, stop)
    if settings is None:
        return
    logging.getLogger().setLevel(settings.service.log_level.upper())
    await House(settings).run(stop)


async def _settings(path: Path | None, stop: asyncio.Event) -> Config | None:
    try:
        return load(path)
    except ConfigError as error:
        if path is None:
            raise
        return await wait_until_mended(path, error, stop)


def _first(group: BaseExceptionGroup[BaseException]) -> BaseException:
    error: BaseException = group
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error
