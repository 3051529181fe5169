"""``hearth models``: the models of signal and language, and whether their files are what they were."""

from pathlib import Path

import typer
from rich import box
from rich.table import Table

from daemon import config as settings
from daemon.checksum import sha256
from daemon.cli import models_language
from daemon.cli.options import (
    ConfigOption,
    DatabaseOption,
    JsonOption,
    NothingRecorded,
    database,
    reading,
)
from daemon.cli.output import console, print_json
from storage import models

app = typer.Typer(no_args_is_help=True)
models_language.hook(app)


@app.command("list", short_help="The models that have given results, and language models.")
def listing(json: JsonOption = False, db: DatabaseOption = None, config: ConfigOption = None) -> None:
    """List the models that have given results, with their checksums, and the language models."""
    known = _loaded(database(db, config))
    language = models_language.rows(db, config)
    if json:
        print_json([*known, *language])
        return
    if known:
        _print(known)
    else:
        typer.echo("No model has been loaded: rules decide. Name one under [analysis.classifier].")
    models_language.print_rows(language)


def _loaded(path: Path) -> list[models.ModelRow]:
    """The signal models; none before anything is recorded."""
    try:
        with reading(path) as conn:
            return models.models(conn)
    except NothingRecorded:
        return []


def _print(known: list[models.ModelRow]) -> None:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("model", "version", "for", "labels", "sha256", "file"):
        table.add_column(name)
    for model in known:
        labels = ", ".join(model.labels)
        table.add_row(model.name, model.version, model.kind, labels, model.sha256[:12], model.path)
    console().print(table)


@app.command("verify", short_help="Compare the file with its checksum.")
def verify(json: JsonOption = False, config: ConfigOption = None) -> None:
    """Compare the configured model's file with its checksum; ends with 1 where it differs."""
    model = settings.load(settings.find(config)).analysis.classifier
    if model is None:
        print_json([]) if json else typer.echo("No model is configured: nothing to verify.")
        return
    path = Path(model.path).expanduser()
    found = sha256(path) if path.is_file() else None
    if json:
        print_json([{"path": path, "wanted": model.sha256, "found": found, "good": found == model.sha256}])
    elif found is None:
        typer.echo(f"{path}: missing")
    else:
        typer.echo(f"{path}: {'good' if found == model.sha256 else f'altered, its sha256 is {found}'}")
    if found != model.sha256:
        raise typer.Exit(1)
