"""``hearth devices``: which wearables are known, and who wears them."""

import time
from typing import Annotated

import typer
from rich import box
from rich.table import Table

from daemon.cli.options import ConfigOption, DatabaseOption, JsonOption, database, reading, writing
from daemon.cli.output import UNKNOWN, ago_text, console, print_json
from daemon.errors import Misuse
from daemon.status import Status, gather
from ingest.limits import DecodeError, device_id
from storage import audit, devices, people

NS = 10**9

app = typer.Typer()


@app.callback(invoke_without_command=True)
def listing(
    ctx: typer.Context, json: JsonOption = False, db: DatabaseOption = None, config: ConfigOption = None
) -> None:
    """List wearables: who wears them, how they connect, when they were last heard."""
    if ctx.invoked_subcommand is not None:
        return
    path = database(db, config)
    with reading(path) as conn:
        status = gather(conn, path, now_ns=time.time_ns())
    if json:
        print_json(status.wearables)
    elif status.wearables:
        console().print(_table(status))
    else:
        typer.echo("No wearable is known yet: each is remembered when it sends its first frame.")


@app.command("add", short_help="Make a wearable known before it sends.")
def add(
    device: Annotated[str, typer.Argument(help="The id in its topic: a-z, 0-9 and -, at most 32.")],
    *,
    wearer: Annotated[str, typer.Option(help="Who wears it; a new name makes a new wearer.")],
    name: Annotated[str | None, typer.Option(help="What people call it.")] = None,
    tz: Annotated[str | None, typer.Option(help="A new wearer's time zone, such as Europe/Berlin.")] = None,
    lead: Annotated[str, typer.Option(help="The lead it records.")] = "I",
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Make a wearable known before it sends, and say who wears it."""
    try:
        device = device_id(device)
    except DecodeError as error:
        raise Misuse(str(error)) from error
    now_ns = time.time_ns()
    with writing(database(db, config)) as conn:
        if device in {known.id for known in devices.devices(conn)}:
            raise Misuse(f"{device} is known already")
        worn_by = next((known.id for known in people.wearers(conn) if known.name == wearer), None)
        if worn_by is None:
            worn_by = people.add_wearer(conn, wearer, tz or people.system_tz(), installed_ns=now_ns)
        devices.ensure_device(conn, device, now_ns=now_ns, lead=lead, name=name, wearer=worn_by)
        audit.add(conn, now_ns, "command line", "device added", {"device": device})
    typer.echo(f"{device} is worn by {wearer}.")


def _table(status: Status) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("wearable", "worn by", "time zone", "over", "signal", "battery", "last heard"):
        table.add_column(name, no_wrap=name in {"wearable", "last heard"})
    for one in status.wearables:
        table.add_row(
            one.device if one.name == one.device else f"{one.device} ({one.name})",
            one.wearer,
            one.time_zone,
            one.kind,
            f"lead {one.lead}" + (f", {one.fs_hz:g} Hz" if one.fs_hz else ""),
            UNKNOWN if one.battery_pct is None else f"{one.battery_pct} %",
            UNKNOWN if one.last_sample_ns is None else ago_text((status.at_ns - one.last_sample_ns) / NS),
        )
    return table
