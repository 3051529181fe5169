"""How commands print: tables for people, JSON for programs, progress only where somebody watches."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import msgspec
from rich.console import Console

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

UNKNOWN: Final = "-"  # stands where a value is not known


def console(*, stderr: bool = False) -> Console:
    """The terminal, or the pipe: rich leaves out colours and movement there, and under ``NO_COLOR``.

    Text is shown as it is: names may hold what rich would take for its own markup.
    """
    return Console(stderr=stderr, highlight=False, markup=False, soft_wrap=False)


def print_json(value: object) -> None:
    """One JSON document; dataclasses, msgspec structures, paths and times included."""
    text = msgspec.json.format(msgspec.json.encode(value, enc_hook=str), indent=2)
    sys.stdout.write(text.decode() + "\n")


@contextmanager
def progress(what: str, total: float) -> Iterator[Callable[[float], None]]:
    """A progress bar on a terminal, nothing in a pipe; call what is yielded with the total done so far."""
    terminal = console(stderr=True)
    if not terminal.is_terminal:
        yield lambda _: None
        return
    from rich.progress import Progress  # noqa: PLC0415 - 30 ms that only long work on a terminal needs

    with Progress(console=terminal, transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda done: bar.update(task, completed=done)


def bytes_text(n: float) -> str:
    """1536 as ``1.5 KB``: decimal units, as disks are sold."""
    for unit in ("B", "KB", "MB", "GB"):
        if abs(n) < 1000:
            return f"{n:.0f} {unit}" if unit == "B" or n >= 100 else f"{n:.1f} {unit}"
        n /= 1000
    return f"{n:.1f} TB"


def age_text(seconds: float) -> str:
    """A time in the largest unit that says it: ``0.4 s``, ``12 s``, ``5 min``, ``3 h``, ``2 days``."""
    seconds = max(seconds, 0.0)
    for limit, size, unit in ((10, 1, "s"), (90, 1, "s"), (5400, 60, "min"), (172_800, 3600, "h")):
        if seconds < limit:
            return f"{seconds:.1f} s" if limit == 10 else f"{seconds / size:.0f} {unit}"
    return f"{seconds / 86_400:.0f} days"


def ago_text(seconds: float) -> str:
    """How long ago; a moment that lies ahead, by a clock that is wrong or another now, is said to."""
    return f"{age_text(seconds)} ago" if seconds > -1 else f"{age_text(-seconds)} ahead"
