"""``hearth models``: the models of signal and language, and whether their files are what they were."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotations at run time
from typing import TYPE_CHECKING, Any

import msgspec
import typer
from rich import box
from rich.table import Table

from daemon import config as settings
from daemon.cli import models_language
from daemon.cli.options import (
    ConfigOption,
    DatabaseOption,
    JsonOption,
    NothingRecorded,
    database,
    reading,
)
from daemon.cli.output import bytes_text, console, print_json
from daemon.model_files import LANGUAGE, OWN, files, verified
from storage import models

if TYPE_CHECKING:
    from daemon.model_files import ModelFile

app = typer.Typer(no_args_is_help=True)
models_language.hook(app)


@app.command("list", short_help="The models of signal and language, and which are in use.")
def listing(json: JsonOption = False, db: DatabaseOption = None, config: ConfigOption = None) -> None:
    """List the models: those that came with Hearth, your own, and the language models that can be pulled."""
    signal = [model for model in _files(db, config) if model.kind != LANGUAGE]
    language = models_language.rows(db, config)
    if json:
        print_json([*map(_row, signal), *language])
        return
    _print(signal)
    models_language.print_rows(language)


def _print(signal: list[ModelFile]) -> None:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("model", "version", "for", "in use", "size", "sha256"):
        table.add_column(name, no_wrap=True)
    table.add_column("file", overflow="fold")
    licences: dict[str, list[str]] = {}
    for model in signal:
        size = "missing" if model.size is None else bytes_text(model.size)
        use = "yes" if model.in_use else "no"
        name = str(model.path) if model.source == OWN else model.path.name
        table.add_row(model.name, model.version, model.kind, use, size, model.sha256[:12], name)
        licences.setdefault(model.licence, []).append(model.name)
    console().print(table)
    for licence, names in licences.items():
        typer.echo(f"Licence of {', '.join(names)}: {licence}.")


@app.command("verify", short_help="Compare every model's file with its checksum.")
def verify(json: JsonOption = False, db: DatabaseOption = None, config: ConfigOption = None) -> None:
    """Compare every model's file with its checksum; ends with 1 where one that is in use differs."""
    held = [verified(model) for model in _files(db, config) if model.in_use or model.path.is_file()]
    if json:
        print_json([{**msgspec.structs.asdict(each), "good": each.good} for each in held])
    else:
        for each in held:
            typer.echo(f"{each.kind} {each.name}, {each.path}: {each.said}")
    if not all(each.good for each in held):
        raise typer.Exit(1)


def _files(db: Path | None, config: Path | None) -> list[ModelFile]:
    path = database(db, config)
    try:
        with reading(path) as conn:
            loaded = models.models(conn)
    except NothingRecorded:
        loaded = []
    return files(settings.load(settings.find(config)), path, loaded)


def _row(model: ModelFile) -> dict[str, Any]:
    return msgspec.structs.asdict(model)
