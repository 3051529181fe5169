"""``hearth doctor``: is all well, and if not, what to do."""

from typing import Annotated, Final

import typer
from rich.table import Table
from rich.text import Text

from daemon.check import Check, Verdict
from daemon.cli.options import ConfigOption, DatabaseOption, JsonOption
from daemon.cli.output import console, print_json
from daemon.doctor import examine, healthy

MARKS: Final = {
    Verdict.GOOD: Text("good", style="green"),
    Verdict.ADVICE: Text("advice", style="yellow"),
    Verdict.WRONG: Text("WRONG", style="bold red"),
    Verdict.SKIPPED: Text("-", style="dim"),
}

QuickOption = Annotated[bool, typer.Option("--quick", help="Do not read the whole database.")]


def doctor(
    quick: QuickOption = False,
    json: JsonOption = False,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Check everything one may have got wrong, and say how to mend it; ends with 1 where something is."""
    checks = list(examine(config, db, quick=quick))
    if json:
        print_json(checks)
    else:
        console().print(_table(checks))
        wrong = sum(check.verdict is Verdict.WRONG for check in checks)
        counted = (
            "Nothing is wrong." if not wrong else f"{wrong} thing{'s are' if wrong > 1 else ' is'} wrong."
        )
        console().print(Text(counted, style="bold red" if wrong else "bold green"))
    if not healthy(checks):
        raise typer.Exit(1)


def _table(checks: list[Check]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    for check in checks:
        text = Text(check.found)
        if check.mend:
            text.append(f"\n-> {check.mend}", style="bold")
        table.add_row(MARKS[check.verdict], check.what, text)
    return table
