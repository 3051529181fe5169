"""One process writes: an advisory lock beside the database."""

from __future__ import annotations

import contextlib
import fcntl
import os
from typing import TYPE_CHECKING

from storage.errors import StoreLocked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the write lock of the database at ``path``; the kernel frees it if the process dies.

    Raises:
        StoreLocked: another process, named by its id, holds it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            text = os.pread(handle, 20, 0).strip()
            raise StoreLocked(path, int(text) if text.isdigit() else None) from None
        os.ftruncate(handle, 0)
        os.pwrite(handle, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.close(handle)
