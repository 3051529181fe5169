"""``hearth reanalyze``: stored history through the chain of today, or through another model."""

from __future__ import annotations

import asyncio
import time
from contextlib import closing
from datetime import datetime
from pathlib import Path  # noqa: TC003 - typer reads the annotations at run time
from typing import TYPE_CHECKING, Annotated, Final

import msgspec
import typer

from daemon import config as settings
from daemon import control, rhythm_models
from daemon.cli.ask import moment
from daemon.cli.options import (
    NS,
    ConfigOption,
    DatabaseOption,
    FromOption,
    JsonOption,
    MomentOption,
    ToOption,
    database,
    reading,
)
from daemon.cli.output import print_json, progress
from daemon.errors import ControlError
from daemon.lookup import over
from daemon.reanalysis_requests import CANCEL, FOLLOW, REANALYZE
from daemon.reanalyst import Progress, Reanalyst
from daemon.reanalyst import progress as how_far
from daemon.status import serves
from storage.reanalyses import Asked
from storage.writer import Writer

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

ALL_NS: Final = 2**62  # year 2116: behind every stored time
SILENCE_S: Final = 86_400.0  # news comes when something has changed; a job may wait for others

DeviceOption = Annotated[
    str | None, typer.Option("--device", metavar="ID", help="Of this wearable alone; else of all.")
]
ModelOption = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="FILE|NAME",
        help="With this rhythm model: a file, builtin, rules, or one used before; else that of the settings.",
    ),
]
CancelOption = Annotated[
    bool, typer.Option("--cancel", help="Give up what is not done yet, and nothing else.")
]


def reanalyze(
    *,
    begin: FromOption = None,
    end: ToOption = None,
    device: DeviceOption = None,
    model: ModelOption = None,
    cancel: CancelOption = False,
    now: MomentOption = None,
    json: JsonOption = False,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Analyse stored samples anew, beside the results that there are, which are kept.

    The new ones take their place once a whole stretch is done. Answers that were given stay as they are, and
    no alarm is raised over the past. A running daemon does it in the background; without one it is done here.
    What was interrupted is gone on with.
    """
    path = database(db, config)
    if cancel:
        _cancelled(path, json=json)
        return
    with reading(path) as conn:
        span = _span(conn, begin, end, device, now)
        choice = (
            rhythm_models.named(conn, model)
            if model
            else rhythm_models.configured(settings.load(settings.find(config)).analysis)
        )
    asked = Asked(time.time_ns(), device, *span, choice.model, choice.sha256)
    with progress("analysing anew", 1.0) as bar:
        told = _through(path, asked, bar) if serves(path) else asyncio.run(_directly(path, asked, bar))
    _tell(told, json=json)
    if told.state != "done":
        raise typer.Exit(1)


def _span(
    conn: sqlite3.Connection, begin: str | None, end: str | None, device: str | None, now: str | None
) -> tuple[int, int]:
    """The time that the options mean; without any, all there is."""
    if begin is None and end is None:
        return 0, ALL_NS
    lookup = over(conn, device=device, role="wearer", now=moment(now))
    if begin is None and end is not None:
        return 0, lookup.range(end).end_ns  # also of before the first day, where a history was brought in
    found = lookup.between(begin, end)
    return found.start_ns, found.end_ns


def _through(path: Path, asked: Asked, bar: Callable[[float], None]) -> Progress:
    """Have the running daemon do it, and follow it; leaving early does not end it."""
    socket = control.socket_path(path)
    wanted = {
        "op": REANALYZE,
        "start_ns": asked.start_ns,
        "end_ns": asked.end_ns,
        "device": asked.device,
        "model": asked.model,
        "sha256": asked.sha256,
    }
    number = control.request(socket, wanted)["reanalysis"]
    told: Progress | None = None
    try:
        with closing(
            control.stream(socket, {"op": FOLLOW, "reanalysis": number}, timeout_s=SILENCE_S)
        ) as all_news:
            for news in all_news:
                told = msgspec.convert(news, Progress)
                bar(_share(told))
    except KeyboardInterrupt:
        typer.echo("hearth: the daemon goes on with it; hearth reanalyze --cancel ends it", err=True)
        raise
    if told is None:
        raise ControlError(f"the daemon said nothing of re-analysis {number}")
    return told


async def _directly(path: Path, asked: Asked, bar: Callable[[float], None]) -> Progress:
    """Do it in this process, which holds the database's lock meanwhile."""
    async with Writer(path) as writer:
        reanalyst = Reanalyst(path, writer, rest=0.0)
        number = (await reanalyst.ask(asked)).id

        async def follow() -> None:
            async for told in reanalyst.news(number):
                bar(_share(told))

        following = asyncio.create_task(follow(), name="progress")
        try:
            await reanalyst.work_off()
        finally:
            following.cancel()
        return how_far(path, number)


def _cancelled(path: Path, *, json: bool) -> None:
    async def directly() -> int:
        async with Writer(path) as writer:
            return await Reanalyst(path, writer).cancel()

    if serves(path):
        count = int(control.request(control.socket_path(path), {"op": CANCEL})["cancelled"])
    else:
        with reading(path):
            pass  # where nothing is recorded, that is what is said
        count = asyncio.run(directly())
    if json:
        print_json({"cancelled": count})
    else:
        typer.echo(f"{count} given up." if count else "Nothing was under way.")


def _share(told: Progress) -> float:
    return told.done_s / told.total_s if told.total_s else 1.0


def _tell(told: Progress, *, json: bool) -> None:
    if json:
        print_json(told)
        return
    if told.state != "done":
        typer.echo(f"hearth: re-analysis {told.reanalysis} {told.state}: {told.why}", err=True)
    elif told.parts:
        typer.echo(f"{told.done_s / 3600:.1f} h of signal analysed anew; the results of before are kept.")
    else:
        typer.echo("Nothing to do: the results of that time are of this version.")
    for left in told.left_out:
        start, end = (datetime.fromtimestamp(ns / NS).astimezone() for ns in (left.start_ns, left.end_ns))
        typer.echo(f"not {left.device}, {start:%Y-%m-%d %H:%M} to {end:%Y-%m-%d %H:%M}: {left.why}")
