"""``hearth devices``: which wearables are known, and who wears them."""

import sys
import time
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich import box
from rich.table import Table

from daemon import config as settings
from daemon.cli.candidates import printable, signal
from daemon.cli.options import ConfigOption, DatabaseOption, JsonOption, database, reading, writing
from daemon.cli.output import UNKNOWN, ago_text, console, print_json
from daemon.cli.reach import Reach, reach
from daemon.errors import Misuse
from daemon.pairing_requests import DeviceId, named
from daemon.status import Status, WearableStatus, gather
from ingest.limits import DecodeError, device_id
from storage import audit, devices, pairings, people
from storage.pairings import Pairing

NS = 10**9

DeviceArgument = Annotated[str, typer.Argument(help="Its id, as hearth devices lists it.")]
YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]

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
        paired = {pairing.device: pairing for pairing in pairings.pairings(conn)}
    if json:
        print_json([_plain(one, paired.get(one.device)) for one in status.wearables])
    elif status.wearables:
        console().print(_table(status, paired))
    else:
        typer.echo(
            "No wearable is known yet: hearth pair finds one over Bluetooth; one that sends over MQTT is "
            "remembered with its first frame."
        )


@app.command("add", short_help="Make a wearable known before it sends.")
def add(
    device: Annotated[str, typer.Argument(help="The id in its topic: a-z, 0-9 and -, at most 32.")],
    *,
    wearer: Annotated[str, typer.Option(help="Who wears it; a new name makes a new wearer.")],
    name: Annotated[str | None, typer.Option(help="What people call it.")] = None,
    tz: Annotated[
        str | None,
        typer.Option(help="A new wearer's time zone, such as Europe/Berlin; otherwise the household's."),
    ] = None,
    lead: Annotated[str, typer.Option(help="The lead it records.")] = "I",
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Make a wearable known before it sends, and say who wears it."""
    try:
        device = device_id(device)
    except DecodeError as error:
        raise Misuse(str(error)) from error
    for given in (wearer, name):
        if given is not None:
            named(given)
    now_ns = time.time_ns()
    with writing(database(db, config)) as conn:
        if device in {known.id for known in devices.devices(conn)}:
            raise Misuse(f"{device} is known already")
        worn_by = people.ensure_wearer(conn, wearer, tz, installed_ns=now_ns)
        devices.ensure_device(conn, device, now_ns=now_ns, lead=lead, name=name, wearer=worn_by)
        audit.add(conn, now_ns, "command line", "device added", {"device": device})
    typer.echo(f"{device} is worn by {wearer}.")


@app.command("rename", short_help="Call a wearable something else.")
def rename(
    device: DeviceArgument,
    name: Annotated[str, typer.Argument(help="What people call it.")],
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Call a wearable something else. Its id stays: history, topics and rights hang on it."""
    with _way(db, config) as way:
        way.rename(_meant(device), named(name))
    typer.echo(f"{device} is called {name}.")


@app.command("unpair", short_help="Look for a wearable no more.")
def unpair(
    device: DeviceArgument, yes: YesOption = False, db: DatabaseOption = None, config: ConfigOption = None
) -> None:
    """Look for a wearable no more, and forget its bond. What it recorded stays."""
    _meant(device)
    _sure(f"Unpair {device}? What it recorded stays.", yes=yes)
    with _way(db, config) as way:
        done = way.unpair(device)
    typer.echo(f"{device} is not looked for any more; what it recorded stays.")
    if done.bond_left is not None:
        typer.echo(f"Its bond may be left in BlueZ: {done.bond_left}")


@app.command("wear", short_help="Say who wears a wearable, and wore it.")
def wear(
    device: DeviceArgument,
    wearer: Annotated[str, typer.Argument(help="Who wears it; a new name makes a new wearer.")],
    yes: YesOption = False,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Say who wears a wearable. What it recorded before counts as theirs, too.

    To pass a strap on to somebody else, unpair it and pair it for them: it begins a history of its own.
    """
    _meant(device)
    named(wearer)
    _sure(f"Everything that {device} ever recorded becomes {wearer}'s. Is that right?", yes=yes)
    with _way(db, config) as way:
        way.wear(device, wearer)
    typer.echo(f"{device} is worn by {wearer}, and was.")


def _way(db: Path | None, config: Path | None) -> AbstractContextManager[Reach]:
    loaded = settings.load(settings.find(config))
    return reach(db or loaded.database, loaded)


def _meant(device: str) -> str:
    try:
        return msgspec.convert(device, DeviceId)
    except msgspec.ValidationError as error:
        raise Misuse(f"{device!r} is no wearable's id; hearth devices lists them") from error


def _sure(question: str, *, yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        raise Misuse("nobody can be asked here: say --yes")
    typer.confirm(question, abort=True)


def _plain(one: WearableStatus, pairing: Pairing | None) -> dict[str, object]:
    plain: dict[str, object] = msgspec.to_builtins(one)
    return plain | {"pairing": None if pairing is None else msgspec.to_builtins(pairing)}


def _table(status: Status, paired: Mapping[str, Pairing]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    columns = ["wearable", "worn by", "time zone", "over", "signal", "battery", "last heard"]
    if paired:
        columns += ["link", "reception", "address"]
    for name in columns:
        table.add_column(name, no_wrap=name in {"wearable", "last heard", "reception", "address"})
    for one in status.wearables:
        pairing = paired.get(one.device)
        cells = [
            one.device if one.name == one.device else f"{one.device} ({printable(one.name)})",
            one.wearer,
            one.time_zone,
            one.kind if pairing is None else f"{one.kind}, {pairing.kind}",
            f"lead {one.lead}" + (f", {one.fs_hz:g} Hz" if one.fs_hz else ""),
            UNKNOWN if one.battery_pct is None else f"{one.battery_pct} %",
            UNKNOWN if one.last_sample_ns is None else ago_text((status.at_ns - one.last_sample_ns) / NS),
        ]
        if paired:
            link = one.link
            table.add_row(
                *cells,
                UNKNOWN if link is None else link.phase,
                UNKNOWN if link is None else signal(link.rssi_dbm),
                UNKNOWN if pairing is None else pairing.address,
            )
        else:
            table.add_row(*cells)
    return table
