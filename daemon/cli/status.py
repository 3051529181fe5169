"""``hearth status``: one look at the whole house."""

import time
from typing import Annotated

import typer

from daemon.cli.live import Roll, strips, watch
from daemon.cli.options import (
    ConfigOption,
    DatabaseOption,
    JsonOption,
    NowOption,
    database,
    moment_ns,
    reading,
)
from daemon.cli.output import console, print_json
from daemon.cli.screen import screen
from daemon.errors import Misuse
from daemon.status import gather

LiveOption = Annotated[bool, typer.Option("--live", help="Keep showing, with a rolling strip; Ctrl-C ends.")]


def status(
    live: LiveOption = False,
    json: JsonOption = False,
    now: NowOption = None,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Show wearables, rate, rhythm, quality, battery, storage, open alarms and the last 24 hours."""
    if live and (json or now):
        raise Misuse("--live goes with neither --json nor --now")
    now_ns = moment_ns(now) if now else time.time_ns()
    path = database(db, config)
    terminal = console()
    if live and not terminal.is_terminal:
        raise Misuse("--live wants a terminal; for a program there is --json")
    with reading(path) as conn:
        if not live:
            state = gather(conn, path, now_ns=now_ns)
            if json:
                print_json(state)
            else:
                rolls: dict[str, Roll] = {}
                terminal.print(screen(state, terminal.width, strips(conn, rolls, terminal.width)))
    if live:
        watch(path, terminal)
