"""What can go wrong in the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsp.types import HearthError

if TYPE_CHECKING:
    from pathlib import Path


class StoreError(HearthError):
    """Root of the store's errors."""


class StoreLocked(StoreError):
    """Another process owns the write connection. ``pid``: which, or None where it did not say."""

    def __init__(self, path: Path, pid: int | None) -> None:
        holder = f"process {pid}" if pid is not None else "another process"
        super().__init__(f"{path} is being written by {holder}")
        self.path = path
        self.pid = pid


class StoreMissing(StoreError):
    """There is no database at ``path``."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"no database at {path}")
        self.path = path


class StoreUnavailable(StoreError):
    """The database cannot be opened: no permission, a full or failing disk, or a lock that stays."""

    def __init__(self, path: Path, text: str) -> None:
        super().__init__(f"cannot open {path}: {text}")
        self.path = path


class StoreCorrupt(StoreError):
    """The database file is damaged; the next start sets it aside."""

    def __init__(self, path: Path, text: str) -> None:
        super().__init__(f"{path} is damaged: {text}")
        self.path = path


class StoreTooNew(StoreError):
    """The database was migrated by a newer Hearth. ``names``: the migrations unknown here."""

    def __init__(self, path: Path, names: tuple[str, ...]) -> None:
        super().__init__(f"{path} was written by a newer version (migrations {', '.join(names)})")
        self.path = path
        self.names = names


class WriterStopped(StoreError):
    """The writer has ended, so the job was not, and will not be, committed."""


class JobRefused(StoreError):
    """SQLite refused a job, which alone was undone; its own error is the cause."""

    def __init__(self, text: str) -> None:
        super().__init__(f"the store refused it: {text}")


class UnknownSession(StoreError):
    """No session of that number."""

    def __init__(self, session: int) -> None:
        super().__init__(f"no session {session}")
        self.session = session


class UnknownDevice(StoreError):
    """No device of that id."""

    def __init__(self, device: str) -> None:
        super().__init__(f"no wearable {device}; hearth devices lists them")
        self.device = device


class UnknownBlock(StoreError):
    """No sealed block begins at ``start`` of ``session``."""

    def __init__(self, session: int, start: int) -> None:
        super().__init__(f"session {session}: no block at sample {start}")
        self.session = session
        self.start = start


class SampleOverlap(StoreError):
    """Samples or a gap are already recorded in the range ``start``, ``n`` of ``session``."""

    def __init__(self, session: int, start: int, n: int) -> None:
        super().__init__(f"session {session}: something is already recorded in [{start}, {start + n})")
        self.session = session
        self.start = start
        self.n = n


class ChecksumMismatch(StoreError):
    """The stored block at ``start`` of ``session`` is not what was written."""

    def __init__(self, session: int, start: int) -> None:
        super().__init__(f"session {session}: the block at sample {start} is damaged")
        self.session = session
        self.start = start


class RawPruned(StoreError):
    """The samples before ``raw_from`` of ``session`` were removed by retention; their results remain."""

    def __init__(self, session: int, raw_from: int) -> None:
        super().__init__(f"session {session}: samples before {raw_from} were removed by retention")
        self.session = session
        self.raw_from = raw_from


class BadResult(StoreError):
    """A result that cannot be stored. ``reason`` says what was wanted."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class UnknownReanalysis(StoreError):
    """No re-analysis of that number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no re-analysis {number}")
        self.number = number
