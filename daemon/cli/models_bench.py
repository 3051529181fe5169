"""``hearth models bench``: how right and how fast answers are with a language model."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from daemon.cli.ask import ModelOption  # noqa: TC001 - typer reads the annotations at run time
from daemon.cli.options import ConfigOption, JsonOption  # noqa: TC001 - likewise
from daemon.errors import Misuse

ROOT: Final = Path(__file__).parents[2]
PROGRAM: Final = "bench.language_model"


def bench_command(
    *,
    model: ModelOption = None,
    questions: Annotated[
        int, typer.Option("--questions", metavar="N", help="About so many of the set; 0: all.", min=0)
    ] = 0,
    json: JsonOption = False,
    config: ConfigOption = None,
) -> None:
    """Ask the question set of Hearth's sources, and print how right and how fast the answers are."""
    if not (ROOT / f"{PROGRAM.replace('.', '/')}.py").is_file():
        raise Misuse(
            "the question set is not in the installed package, but in Hearth's sources: "
            "run hearth models bench from there (pip install -e . in the checkout)"
        )
    line = [sys.executable, "-m", PROGRAM, "--questions", str(questions)]
    line += ["--model", model] if model else []
    line += ["--config", str(config.absolute())] if config else []
    line += ["--json"] if json else []
    done = subprocess.run(line, cwd=ROOT, check=False)  # noqa: S603 - this program's own module, no shell
    if done.returncode:
        raise typer.Exit(1)
