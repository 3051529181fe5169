"""``hearth report``: a PDF for the wearer, those who care, or the clinician."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from daemon import report as reporting
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
from daemon.export_files import fresh_file, refuse
from daemon.lookup import over
from daemon.wire import iso_utc
from storage.people import ROLES

if TYPE_CHECKING:
    from agent.when.model import Range


def report(
    *,
    audience: Annotated[
        str, typer.Option("--for", metavar="ROLE", help=f"Who reads it: {', '.join(ROLES)}.")
    ] = "wearer",
    begin: FromOption = None,
    end: ToOption = None,
    when: WhenOption = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The PDF; else a name that says what it is.")
    ] = None,
    paper: Annotated[reporting.Size, typer.Option("--paper", help="Its size.")] = "a4",
    force: ForceOption = False,
    device: Annotated[
        str | None,
        typer.Option("--device", metavar="ID", help="Whose, where more than one person wears one."),
    ] = None,
    now: MomentOption = None,
    json: JsonOption = False,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Write a report of a time as PDF, the last seven days unless said otherwise.

    Its numbers are those of the answers in a conversation. Only the wearer's own has private notes. Print the
    strips at 100 % for a true scale.
    """
    if audience not in ROLES:
        raise Misuse(f"--for wants one of {', '.join(ROLES)}, not {audience!r}")
    if when is not None and (begin or end):
        raise Misuse("wanted --from and --to, or --when, not both")
    with reading(database(db, config)) as conn:
        lookup = over(conn, device=device, role=audience, now=moment(now))
        span = lookup.between(begin, end) if begin or end else lookup.range(when or "last 7 days")
        target = output or Path(_name(lookup.scope.device, span))
        refuse(target, force=force, folder=False)
        with progress("asking and drawing", 1.0) as done:
            made = reporting.gather(lookup, span)
            done(0.3)
            with fresh_file(target, force=force) as path:
                pages = reporting.write(made, path, paper, progress=lambda share: done(0.3 + 0.7 * share))
    if json:
        print_json({"path": target, "pages": pages, "range": made.look.resolved(), "for": audience})
    else:
        typer.echo(f"{target}: {made.look.label}, {pages} pages, for the {audience}")


def _name(device: str, span: Range) -> str:
    first, last = (iso_utc(at)[:10] for at in (span.start_ns, span.end_ns))
    return f"hearth-report-{device or 'nobody'}-{first}-{last}.pdf"
