"""``hearth models``, for language models: what can be pulled, what is there, pull and remove."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich import box
from rich.table import Table

from daemon import config as settings
from daemon.cli.models_bench import bench_command
from daemon.cli.options import (  # noqa: TC001 - typer reads the annotations at run time
    ConfigOption,
    DatabaseOption,
    JsonOption,
)
from daemon.cli.output import bytes_text, console, print_json, progress
from daemon.language import models_folder
from daemon.model_list import here, listed, remove, wanted
from daemon.model_pull import pull
from daemon.model_source import checked_url

if TYPE_CHECKING:
    from pathlib import Path

    from daemon.config import Config
    from daemon.model_list import Here

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="As `hearth models list` names it.")]
UrlOption = Annotated[
    str | None, typer.Option("--url", metavar="URL", help="Fetch it from there: a mirror, or another model.")
]
ShaOption = Annotated[
    str | None, typer.Option("--sha256", metavar="HEX", help="The checksum the file must have.")
]


def pull_command(
    name: NameArgument,
    *,
    url: UrlOption = None,
    sha256: ShaOption = None,
    json: JsonOption = False,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Fetch a language model; a pull that broke off goes on where it was."""
    meant = wanted(name, url=checked_url(url) if url else "", sha256=sha256 or "")
    loaded, folder = _folder(db, config)
    with progress(f"Fetching {meant.name}", meant.size or 1) as bar:
        done = pull(
            meant, folder, reserve_mb=loaded.storage.min_free_mb, progress=lambda done, _total: bar(done)
        )
    if json:
        print_json(done)
        return
    how = "is there already" if not done.fetched else f"is there now, {bytes_text(done.size)}"
    typer.echo(f"{meant.name} {how}: {done.path}")
    if done.first_seen:
        typer.echo("Nobody said this file's checksum beforehand: it is trusted as it came, and noted so:")
        typer.echo(done.sha256)
    if meant.licence:
        typer.echo(f"Its licence: {meant.licence}.")
    if loaded.agent.model != meant.name:
        typer.echo(f'To use it: model = "{meant.name}" under [agent], or --model {meant.name}.')


def remove_command(name: NameArgument, *, db: DatabaseOption = None, config: ConfigOption = None) -> None:
    """Remove a language model's files."""
    loaded, folder = _folder(db, config)
    freed = remove(folder, name)
    typer.echo(f"{name} is removed; {bytes_text(freed)} are free again.")
    if loaded.agent.model == name:
        typer.echo("The settings still name it under [agent]: answers will come without a model.")


def rows(db: Path | None, config: Path | None) -> list[dict[str, Any]]:
    """The language models that are there, and those that can be pulled."""
    loaded, folder = _folder(db, config)
    there = {each.name: each for each in here(folder)}
    known = {each.name: each for each in listed()}
    return [
        {
            "name": name,
            "kind": "language",
            "state": _state(there.get(name)),
            "configured": loaded.agent.model == name,
            "size": there[name].size if name in there else known[name].size,
            "licence": known[name].licence if name in known else "",
            "sha256": there[name].sha256 if name in there else known[name].sha256,
            "path": str(there[name].path) if name in there else "",
        }
        for name in dict.fromkeys((*there, *known))
    ]


def print_rows(found: list[dict[str, Any]]) -> None:
    """The language models as a table."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("language model", "state", "size", "licence", "sha256"):
        table.add_column(name)
    for row in found:
        state = f"{row['state']}{', configured' if row['configured'] else ''}"
        table.add_row(row["name"], state, bytes_text(row["size"]), row["licence"], row["sha256"][:12])
    console().print(table)


def _state(there: Here | None) -> str:
    if there is None:
        return "can be pulled"
    return f"{bytes_text(there.pulled_bytes)} of it are here" if there.pulled_bytes else "here"


def _folder(db: Path | None, config: Path | None) -> tuple[Config, Path]:
    loaded = settings.load(settings.find(config))
    return loaded, models_folder(db or loaded.database, loaded.language_model.folder)


def hook(app: typer.Typer) -> None:
    """Add the commands of language models to those of the others."""
    app.command("pull", short_help="Fetch a language model.")(pull_command)
    app.command("bench", short_help="Measure answers with a language model.")(bench_command)
    app.command("remove", short_help="Remove a language model.")(remove_command)
