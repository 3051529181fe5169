"""``hearth pair``: finds a wearable in reach, and remembers it."""

from __future__ import annotations

import sys
from pathlib import Path  # noqa: TC003 - typer reads annotations
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer
from rich.live import Live
from rich.prompt import IntPrompt, Prompt

from daemon import config as settings
from daemon.cli.candidates import Candidates, printable
from daemon.cli.options import ConfigOption, DatabaseOption  # noqa: TC001 - likewise
from daemon.cli.output import console
from daemon.cli.reach import reach
from daemon.errors import Misuse
from daemon.pairing import SCAN_S_MAX
from daemon.pairing_requests import SCAN_S, named
from daemon.pairing_store import Wish
from dsp.types import HearthError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console

    from daemon.cli.reach import Reach
    from daemon.pairing import Paired
    from daemon.pairing_requests import Shown


class NothingFound(HearthError):
    """No wearable that could be paired is in reach."""


def pair(
    *,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help="Only this kind, such as polar-h10.")
    ] = None,
    address: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="This one, without asking: AA:BB:CC:DD:EE:FF.")
    ] = None,
    wearer: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who wears it; a new name makes a new wearer.")
    ] = None,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="What people call it.")] = None,
    seconds: Annotated[
        float, typer.Option(min=1, max=SCAN_S_MAX, help="How long to look; Ctrl-C ends it sooner.")
    ] = SCAN_S,
    json: Annotated[
        bool, typer.Option("--json", help="Print JSON lines; without --yes or --address only look.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Ask nothing: pair the only one there is.")
    ] = False,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Find a wearable over Bluetooth and pair it. Wear it meanwhile: that wakes it."""
    for given in (wearer, name):
        if given is not None:
            named(given)
    loaded = settings.load(settings.find(config))
    path: Path = db or loaded.database
    talk = Talk(json=json, ask=not yes and not json and sys.stdin.isatty() and console().is_terminal)
    with reach(path, loaded) as way:
        found = look(way, Candidates(kind), seconds, address, talk)
        chosen = choose(found, address, talk, yes=yes)
        if chosen is None:
            return
        wish = Wish(chosen.upper(), kind, worn_by(way, found, chosen, wearer, talk, yes=yes), name)
        talk.event("pairing", address=wish.address)
        with talk.waiting("Pairing ..."):
            made = way.pair(wish)
        talk.event("paired", **msgspec.to_builtins(made))
        if not json:
            for line in said_of(made, running=way.running):
                typer.echo(line)


class Talk:
    """How this call speaks: to a program in ``json`` lines, to a person who may be asked, or into a pipe."""

    def __init__(self, *, json: bool, ask: bool) -> None:
        self.json = json
        self.ask = ask
        self.console: Console = console()

    def event(self, event: str, **more: Any) -> None:  # noqa: ANN401 - JSON values
        """One line for a program."""
        if self.json:
            sys.stdout.write(msgspec.json.encode({"event": event, **more}).decode() + "\n")
            sys.stdout.flush()

    def waiting(self, text: str) -> Any:  # noqa: ANN401 - rich's own
        """Something that turns while one waits, on a terminal."""
        return console(stderr=True).status(text)


def look(way: Reach, found: Candidates, seconds: float, address: str | None, talk: Talk) -> Candidates:
    """Scan, and show what comes up; until ``address`` is there, if it is given."""
    if not talk.json and not talk.console.is_terminal:
        for _ in _tables(way, found, seconds, address):
            pass
        return found
    if talk.json:
        for rows in _tables(way, found, seconds, address):
            talk.event("candidates", candidates=msgspec.to_builtins(rows))
        return found
    title = "Looking for wearables ... (Ctrl-C ends it)"
    try:
        with Live(found.table(title), console=talk.console, auto_refresh=False, transient=True) as live:
            for _ in _tables(way, found, seconds, address):
                live.update(found.table(title), refresh=True)
    except KeyboardInterrupt:
        if not found.rows:
            raise
    return found


def _tables(way: Reach, found: Candidates, seconds: float, address: str | None) -> Iterator[Sequence[Shown]]:
    scan = way.scan(seconds)
    for rows in scan:
        found.update(rows)
        yield found.rows
        if address is not None and any(row.address == address.upper() for row in rows):
            return


def choose(found: Candidates, address: str | None, talk: Talk, *, yes: bool) -> str | None:
    """The address of the one to pair; None where nobody says.

    Raises:
        NothingFound: there is none.
        Misuse: several could be meant.
    """
    if address is not None:
        return address
    if not talk.json:
        talk.console.print(found.table())
    if yes:
        if len(found.new) > 1:
            names = ", ".join(f"{printable(row.name or '?')} ({row.address})" for row in found.new)
            raise Misuse(f"several wearables are in reach, say which with --address: {names}")
        if not found.new:
            raise NothingFound(_nothing(found))
        return found.new[0].address
    if talk.json:
        return None
    if not found.rows:
        raise NothingFound(_nothing(found))
    if not talk.ask:
        typer.echo("To pair one: hearth pair --address ADDRESS, with the address from hearth pair --json.")
        return None
    numbers = [str(number) for number in range(1, len(found.rows) + 1)]
    default = next((n for n, row in enumerate(found.rows, 1) if row.paired is None), 1)
    number = IntPrompt.ask("Which one", console=talk.console, choices=numbers, default=default)
    return found.rows[number - 1].address


def worn_by(
    way: Reach, found: Candidates, chosen: str, wearer: str | None, talk: Talk, *, yes: bool
) -> str | None:
    """Whose it is; None: who wore it before, or the only one.

    Raises:
        Misuse: several people could be meant, and nobody can be asked.
    """
    again = any(row.address == chosen.upper() and row.paired for row in found.rows)
    if wearer is not None or again:
        return wearer
    known = way.wearers()
    if talk.ask:
        if len(known) > 1:
            typer.echo(f"Known here: {', '.join(known)}; another name makes a new wearer.")
        said = Prompt.ask("Whose wearable is it", console=talk.console, default=known[0] if known else None)
        return said and named(said)
    if len(known) > 1:
        said = "--yes asks nothing" if yes else "nobody can be asked here"
        raise Misuse(f"there are several wearers, and {said}: say who with --wearer ({', '.join(known)})")
    return None


def said_of(made: Paired, *, running: bool) -> Iterator[str]:
    """What a person wants to know now."""
    called = "" if made.name == made.device else f" ({printable(made.name)})"
    done = "is paired again" if made.again else "is paired"
    yield f"{made.device}{called} {done}, and worn by {made.wearer}."
    if made.waveform:
        yield f"{made.title}: it sends ECG, from which beats, waves and rhythm are found."
    else:
        yield (
            f"{made.title}: it sends heart rate and RR intervals, but no ECG. Rhythm is told from their "
            "regularity alone."
        )
    if made.battery_pct is not None:
        yield f"Its battery holds {made.battery_pct} %."
    if running:
        yield "Hearth connects to it by itself whenever it is worn: hearth status --live shows it."
    else:
        yield "Hearth does not run yet: sudo systemctl start hearth (or hearth run), and it is recorded."


def _nothing(found: Candidates) -> str:
    if found.rows:
        names = ", ".join(f"{printable(row.name or '?')} as {row.paired}" for row in found.rows)
        return f"no new wearable is in reach; paired already: {names} (--address pairs one of them again)"
    others = f" ({found.others} other Bluetooth devices are)" if found.others else ""
    return (
        f"no wearable is in reach{others}: wear it, so that it wakes, near the gateway; end its link to a "
        "telephone; see hearth doctor"
    )
