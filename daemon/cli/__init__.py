"""The command line. Each command lives in a module of its own and is imported only when it is called."""

import os
import sys
from importlib import import_module, metadata
from typing import Annotated, Final, NamedTuple

import typer

MISUSE: Final = 2
FAILURE: Final = 1
INTERRUPTED: Final = 130  # 128 + SIGINT, as shells report it

EVERYDAY, WORKSHOP, HOUSE = "Every day", "Recordings and trials", "The house"


class Entry(NamedTuple):
    """One command: where its function, or its typer application, is found."""

    name: str
    module: str
    attribute: str
    panel: str
    help: str


COMMANDS: Final = (
    Entry("status", "status", "status", EVERYDAY, "Show wearables, rate, rhythm, storage and alarms."),
    Entry("ask", "ask", "ask", EVERYDAY, "Ask one question about the stored weeks."),
    Entry("chat", "chat", "chat", EVERYDAY, "Ask questions in turn, with follow-ups."),
    Entry("alarms", "alarms", "app", EVERYDAY, "List alarms, and acknowledge them."),
    Entry("report", "report", "report", EVERYDAY, "Write a report for the wearer or the clinician (PDF)."),
    Entry("export", "export", "export", EVERYDAY, "Take recordings and results out, for other programs."),
    Entry("demo", "demo", "demo", WORKSHOP, "Try everything, with all of it simulated."),
    Entry("replay", "replay", "replay", WORKSHOP, "Publish a recording as a wearable would."),
    Entry("simulate", "simulate", "simulate", WORKSHOP, "Write a described history, or send its samples."),
    Entry("analyze", "analyze", "analyze", WORKSHOP, "Find beats, waves and rhythms in recordings."),
    Entry("plot", "plot", "plot", WORKSHOP, "Draw a strip of a recording on ECG paper."),
    Entry("classify", "analyze", "classify", WORKSHOP, "Give each recording one rhythm label."),
    Entry("run", "run", "run", HOUSE, "Run the daemon."),
    Entry("doctor", "doctor", "doctor", HOUSE, "Check what may be wrong, and say how to mend it."),
    Entry("pair", "pair", "pair", HOUSE, "Find a wearable over Bluetooth, and pair it."),
    Entry("devices", "devices", "app", HOUSE, "List, rename and unpair wearables, and say who wears one."),
    Entry("mcp", "mcp", "mcp", HOUSE, "Offer the agent's tools to other assistants (MCP)."),
    Entry("models", "models", "app", HOUSE, "List signal models, and verify their checksums."),
    Entry(
        "reanalyze", "reanalyze", "reanalyze", HOUSE, "Analyse stored samples anew, and keep both results."
    ),
    Entry("config", "configuration", "app", HOUSE, "Show the settings in force, and check a settings file."),
)


def application(*names: str) -> typer.Typer:
    """The command line with the commands ``names`` loaded; the others are known by name and help only."""
    app = typer.Typer(
        name="hearth",
        help="Hearth: a home ECG gateway. Not a medical device. `hearth COMMAND --help` says more.",
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback(invoke_without_command=True)
    def root(
        ctx: typer.Context,
        version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
    ) -> None:
        if version:
            typer.echo(f"hearth {metadata.version('hearthd')}")
        elif ctx.invoked_subcommand is None:
            typer.echo(ctx.get_help())

    for entry in COMMANDS:
        if entry.name in names:
            command = getattr(import_module(f"daemon.cli.{entry.module}"), entry.attribute)
            if isinstance(command, typer.Typer):
                app.add_typer(
                    command,
                    name=entry.name,
                    help=entry.help,
                    short_help=entry.help,
                    rich_help_panel=entry.panel,
                )
            else:
                app.command(entry.name, short_help=entry.help, rich_help_panel=entry.panel)(command)
        else:
            app.command(entry.name, help=entry.help, short_help=entry.help, rich_help_panel=entry.panel)(
                _not_loaded
            )
    return app


def _not_loaded() -> None:
    """Stand in for a command in the list of commands."""


def main() -> None:
    """Run ``hearth``; the process ends with 0, 1 (failure), 2 (misuse) or 130 (interrupted)."""
    # The program itself has no option that takes a value, so the first other word is the command.
    first = next((word for word in sys.argv[1:] if not word.startswith("-")), "")
    wanted = first if first in {entry.name for entry in COMMANDS} else ""
    code: object
    try:
        code = _call(wanted) if wanted else application()(prog_name="hearth", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        code = error.exit_code
        hint = f" (see: {' '.join(['hearth', *wanted.split(), '--help'])})" if code == MISUSE else ""
        _complain(error.format_message() + hint)
    except BrokenPipeError:
        # The reader of a pipe left; the interpreter's own flush at exit must not complain about it either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = FAILURE
    except OSError as error:
        _complain(f"{error.filename}: {error.strerror}" if error.filename else str(error))
        code = FAILURE
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    sys.exit(code if isinstance(code, int) else 0)


def _call(command: str) -> object:
    """Run a command; its exit code, or anything else for success."""
    # Not above: the seam's types bring the signal chain, and --help must not wait for that.
    from daemon.errors import ConfigError, Misuse  # noqa: PLC0415
    from dsp.types import HearthError  # noqa: PLC0415

    try:
        return application(command)(prog_name="hearth", standalone_mode=False)
    except (Misuse, ConfigError) as error:
        _complain(str(error))
        return MISUSE
    except HearthError as error:
        _complain(str(error))
        return FAILURE


def _complain(message: str) -> None:
    """One line on stderr, whatever the message holds."""
    sys.stderr.write(f"hearth: {' '.join(message.split())}\n")
