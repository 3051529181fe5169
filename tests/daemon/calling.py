"""Calls the command line in this process: the program's own entry point, without its start-up."""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import TYPE_CHECKING

from daemon.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Done:
    """How a call ended, and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def hearth(*words: str | Path) -> Done:
    """Call ``hearth`` with these words."""
    before, out, err = sys.argv, io.StringIO(), io.StringIO()
    sys.argv = ["hearth", *map(str, words)]
    code: object = None
    try:
        with redirect_stdout(out), redirect_stderr(err):
            main()
    except SystemExit as end:
        code = end.code
    finally:
        sys.argv = before
    return Done(code if isinstance(code, int) else 0, out.getvalue(), err.getvalue())
