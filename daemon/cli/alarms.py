"""``hearth alarms``: what is open, what was, and saying that somebody has seen it."""

import getpass
import time
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from daemon import control
from daemon.alarm_rules import RANK
from daemon.cli.options import ConfigOption, DatabaseOption, JsonOption, database, reading
from daemon.cli.output import UNKNOWN, age_text, console, print_json
from daemon.cli.screen import PRIORITY_STYLES
from daemon.errors import ControlError, Misuse
from daemon.status import serves
from storage import alarms, devices, people

if TYPE_CHECKING:
    import sqlite3
    from datetime import tzinfo

    from storage.alarms import AlarmRow

NS: Final = 10**9
DAY_NS: Final = 86_400 * NS

app = typer.Typer(no_args_is_help=True)


@app.command("list", short_help="Open alarms, and those that are over.")
def listing(
    days: Annotated[int | None, typer.Option(min=1, help="Also those of so many days that are over.")] = None,
    json: JsonOption = False,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """List open alarms, most urgent first; with --days also those that are over, newest first."""
    now_ns = time.time_ns()
    with reading(database(db, config)) as conn:
        rows = alarms.open_alarms(conn)
        zones = {device.id: people.zone_of(conn, device.id) for device in devices.devices(conn)}
        if days is not None:
            rows = _since(conn, [None, *zones], now_ns - days * DAY_NS, now_ns)
    rows.sort(key=lambda row: (0 if days else RANK[row.priority], -row.since_ns))
    if json:
        print_json(rows)
    elif rows:
        home = next(iter(zones.values()), people.zone("UTC"))
        console().print(_table([(row, zones.get(row.device or "", home)) for row in rows]))
    else:
        typer.echo("No open alarm." if days is None else f"No alarm in {days} days.")


@app.command("ack", short_help="Say that somebody has seen an alarm.")
def acknowledge(
    alarm: Annotated[int | None, typer.Argument(help="Its number, as list and status show it.")] = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="Every open alarm.")] = False,
    by: Annotated[str | None, typer.Option(help="Who has seen it; otherwise your user name.")] = None,
    json: JsonOption = False,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Say that somebody has seen an alarm: it is no longer repeated, and ends when its cause does."""
    if (alarm is None) != every:
        raise Misuse("name one alarm by its number, or --all")
    path = database(db, config)
    if not serves(path):
        raise ControlError(f"the daemon acknowledges alarms, and none writes {path}: start it first")
    message = {"op": "acknowledge", "by": by or getpass.getuser(), "alarm": alarm, "any_device": True}
    reply = control.request(control.socket_path(path), message)
    if json:
        print_json(reply)
    else:
        n = reply["acknowledged"]
        typer.echo(f"{n} alarm{'s' if n != 1 else ''} acknowledged.")


def _since(
    conn: "sqlite3.Connection", places: list[str | None], start_ns: int, end_ns: int
) -> list["AlarmRow"]:
    return [row for place in places for row in alarms.alarms(conn, place, start_ns, end_ns)]


def _table(rows: list[tuple["AlarmRow", "tzinfo"]]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("alarm", "priority", "presence", "where", "since", "lasted", "acknowledged by"):
        table.add_column(name, no_wrap=True)
    table.add_column("what", ratio=1, overflow="fold")
    for row, zone in rows:
        lasted = UNKNOWN if row.until_ns is None else age_text((row.until_ns - row.since_ns) / NS)
        table.add_row(
            str(row.id),
            Text(row.priority, style=PRIORITY_STYLES.get(row.priority, "")),
            row.presence.lower(),
            row.device or "gateway",
            f"{datetime.fromtimestamp(row.since_ns / NS, zone):%d %b %H:%M}",
            lasted,
            row.acknowledged_by or UNKNOWN,
            row.text,
        )
    return table
