"""``hearth export``: recordings and results for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from agent.when.model import Kind, Range
from daemon import export as exporting
from daemon.cli.ask import moment
from daemon.cli.options import (
    ConfigOption,
    DatabaseOption,
    ForceOption,
    FromOption,
    JsonOption,
    MomentOption,
    ToOption,
    WhenOption,
    database,
    reading,
)
from daemon.cli.output import print_json, progress
from daemon.errors import Misuse
from daemon.lookup import Lookup, over
from storage.episodes import episode

AROUND_NS: Final = 10 * 10**9  # of an event: what led to it, and what followed


def export(
    *,
    kind: Annotated[exporting.Format, typer.Option("--format", help="What the files are.")] = "wfdb",
    what: Annotated[
        exporting.What,
        typer.Option(
            "--what",
            help="What is in them: windows, beats and episodes are for csv, values alone for fhir.",
        ),
    ] = "ecg",
    begin: FromOption = None,
    end: ToOption = None,
    when: WhenOption = None,
    event: Annotated[
        int | None,
        typer.Option(
            "--event", metavar="ID", help="Instead of a time: an episode, and ten seconds around it."
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", help="A folder (wfdb, edf) or file; else a name that says what it is."
        ),
    ] = None,
    gaps: Annotated[
        exporting.GapRule | None,
        typer.Option(
            "--gaps",
            help="fill: missing samples are marked as such; split: they end a file.",
            show_default="split for edf, else fill",
        ),
    ] = None,
    force: ForceOption = False,
    device: Annotated[
        str | None,
        typer.Option("--device", metavar="ID", help="Which wearable; else the one that recorded most of it."),
    ] = None,
    now: MomentOption = None,
    json: JsonOption = False,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Export the ECG of a time or an event, or what was found in it, for other programs.

    wfdb and edf are folders with one record a day, beats and events included. Times are the wearer's own.
    Nothing is replaced unasked, and only you may read what is written.
    """
    with reading(database(db, config)) as conn:
        lookup = over(conn, device=device, role="clinician", now=moment(now))
        span = _span(lookup, begin, end, when, event)
        order = exporting.Order(kind, what, span, gaps)
        scope = lookup.scope.at(span.spans)
        target = output or Path(exporting.name(order, scope.device or "nothing"))
        with progress("exporting", 1.0) as done:
            made = exporting.export(
                lookup, order, target, force=force, progress=lambda n, total: done(n / max(1, total))
            )
    if json:
        print_json(made)
        return
    counted = f"{made.samples:,} samples, {made.beats:,} beats" if made.samples else f"{made.rows:,} rows"
    typer.echo(f"{made.path}: {made.start} to {made.end}, {counted}")
    missing = ", ".join(f"{seconds:.1f} s {why}" for why, seconds in made.missing_s.items())
    if missing:
        typer.echo(f"without signal: {missing}")
    for remark in made.remarks:
        typer.echo(remark)


def _span(lookup: Lookup, begin: str | None, end: str | None, when: str | None, event: int | None) -> Range:
    """The time that the options mean.

    Raises:
        Misuse: they contradict each other, or are not understood.
    """
    ways = ((begin or end) is not None, when is not None, event is not None)
    if sum(ways) > 1:
        raise Misuse("wanted one of --from/--to, --when and --event")
    if event is not None:
        return _around(lookup, event)
    return lookup.range(when) if when is not None else lookup.between(begin, end)


def _around(lookup: Lookup, number: int) -> Range:
    row = episode(lookup.scope.conn, number)
    worn = {each.id for each in lookup.scope.devices}
    if row is None or row.device not in worn:
        raise Misuse(f"there is no event {number}; hearth export --format csv --what episodes lists them")
    end_ns = min(row.end_ns + AROUND_NS, max(lookup.scope.now_ns, row.end_ns))
    return Range(row.start_ns - AROUND_NS, end_ns, Kind.SPAN)
