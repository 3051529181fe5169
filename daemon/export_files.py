"""Files that are there whole or not at all, and that replace nothing unasked."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from daemon.errors import Misuse
from dsp.types import HearthError

if TYPE_CHECKING:
    from collections.abc import Iterator

OURS: Final = frozenset({".hea", ".dat", ".atr", ".edf"})  # what a folder of an export holds
SPARE_BYTES: Final = 64 << 20  # left free: a full disk stops the recording as well


class NoRoom(HearthError):
    """The disk cannot hold it. ``needed``, ``free``: bytes."""

    def __init__(self, folder: Path, needed: int, free: int) -> None:
        super().__init__(
            f"{folder} has {free / 1e6:.0f} MB free, and about {needed / 1e6:.0f} MB are needed: "
            "name another folder, or a shorter time"
        )
        self.needed, self.free = needed, free


@contextmanager
def fresh_file(target: Path, *, force: bool) -> Iterator[Path]:
    """A place to write; it becomes ``target`` at the end, and nothing stays of it after a failure.

    Only its owner may read it: it is about somebody's health.

    Raises:
        Misuse: ``target`` exists and ``force`` is not set, or it is a folder.
    """
    refuse(target, force=force, folder=False)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    os.close(handle)
    part = Path(name)
    try:
        yield part
        refuse(target, force=force, folder=False)  # somebody may have written it meanwhile
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def fresh_folder(target: Path, *, force: bool) -> Iterator[Path]:
    """The same for a folder of files.

    Raises:
        Misuse: ``target`` exists and ``force`` is not set, or it is a file.
    """
    refuse(target, force=force, folder=True)
    part = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        yield part
        refuse(target, force=force, folder=True)
        if target.exists():
            aside = target.rename(part.with_name(f"{part.name}.old"))
            part.replace(target)
            shutil.rmtree(aside)
        else:
            part.replace(target)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def refuse(target: Path, *, force: bool, folder: bool) -> None:
    """Raise Misuse unless ``target`` may be written."""
    if not target.parent.is_dir():
        raise Misuse(f"there is no folder {target.parent}")
    if not target.exists():
        return
    if target.is_dir() != folder:
        raise Misuse(f"{target} is a {'folder' if target.is_dir() else 'file'}")
    if not force:
        raise Misuse(f"{target} exists; --force replaces it")
    if folder:
        other = next(
            (each.name for each in target.iterdir() if each.suffix not in OURS or each.is_dir()), None
        )
        if other is not None:
            raise Misuse(f"{target} holds {other}, which is no export: --force replaces exports alone")


def need(folder: Path, needed: int) -> None:
    """Raise NoRoom unless the disk of ``folder`` holds ``needed`` bytes more, and some to spare."""
    free = shutil.disk_usage(folder).free
    if needed + SPARE_BYTES > free:
        raise NoRoom(folder, needed, free)
