"""``hearth config``: the settings in force, and whether a file of settings is right."""

from pathlib import Path
from typing import Annotated, Final

import msgspec
import typer

from daemon import config as settings
from daemon.cli.options import ConfigOption, JsonOption
from daemon.cli.output import print_json
from daemon.cli.reference import sections, toml

SECRETS: Final = frozenset({"password", "urls"})  # a notification's URL often holds its token
HIDDEN: Final = "(hidden)"

app = typer.Typer(no_args_is_help=True)


@app.command("show", short_help="Every setting in force.")
def show(json: JsonOption = False, config: ConfigOption = None) -> None:
    """Print every setting in force; passwords and notification URLs are hidden."""
    path = settings.find(config)
    values = hidden(msgspec.to_builtins(settings.load(path)))
    if json:
        print_json({"file": path, "settings": values})
        return
    typer.echo(f"# {path or 'no file: defaults'}")
    for section in sections():
        typer.echo(f"\n[{section.name}]")
        for setting in section.settings:
            value = values
            for part in setting.key.split("."):
                value = value[part] if isinstance(value, dict) else None
            typer.echo(f"{setting.key.removeprefix(section.name + '.')} = {toml(value)}")


@app.command("check", short_help="Say whether a file is right.")
def check(
    file: Annotated[Path | None, typer.Argument(help="The file; otherwise the service's.")] = None,
) -> None:
    """Say whether a file of settings is right; ends with 2 and names key, value and wish where not."""
    path = settings.find(file)
    settings.load(path)
    typer.echo(f"{path}: good" if path else "There is no file: the defaults are in force, and good.")


def hidden(value: object) -> object:
    """``value`` with secrets replaced wherever they are set."""
    if isinstance(value, dict):
        return {key: HIDDEN if key in SECRETS and item else hidden(item) for key, item in value.items()}
    return [hidden(item) for item in value] if isinstance(value, list | tuple) else value
