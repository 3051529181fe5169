"""Writes the documents that follow from the code: ``python -m daemon.cli.document [--check]``."""

from __future__ import annotations

import sys
from pathlib import Path

import typer
from typer.cli import get_docs_for_click

from daemon.cli import COMMANDS, application
from daemon.cli.reference import example, markdown

ROOT = Path(__file__).parents[2]
CLI_TITLE = "Command line"


def command_line() -> str:
    """``docs/cli.md``: every command with its arguments and options."""
    command = typer.main.get_command(application(*(entry.name for entry in COMMANDS)))
    text = get_docs_for_click(obj=command, ctx=typer.Context(command), name="hearth", title=CLI_TITLE)
    note = (
        "Errors are one line on stderr. The exit code is 0, 1 for failure, 2 for misuse, 130 after Ctrl-C.\n"
        "Made by `python -m daemon.cli.document`.\n\n"
    )
    head, _, rest = text.partition("**Usage**")
    return f"{head}{note}**Usage**{rest.rstrip()}\n"


def documents() -> dict[Path, str]:
    """Every generated file and what it should hold."""
    return {
        ROOT / "docs" / "cli.md": command_line(),
        ROOT / "docs" / "configuration.md": markdown(),
        ROOT / "deploy" / "hearth.toml": example(),
    }


def main() -> None:
    """Write them; with ``--check``, only name those that are out of date and end with 1."""
    stale = {
        path: text
        for path, text in documents().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    }
    for path, text in stale.items():
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
    sys.exit(1 if stale and "--check" in sys.argv else 0)


if __name__ == "__main__":
    main()
