"""Fetching a model file: resumed where it broke off, checked, and there only once it is whole."""

from __future__ import annotations

import errno
import fcntl
import hashlib
import http.client
import os
import shutil
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, Final

import msgspec

from agent.model.errors import ModelRefused
from agent.model.modelfile import check
from agent.model.settings import CHECKSUM, SUFFIX, checksum
from daemon.checksum import sha256
from daemon.model_list import PART
from daemon.model_source import Interrupted, PullFailed, Refused, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from daemon.model_list import Known
    from daemon.model_source import Answer

READ_BYTES: Final = 1 << 18
TRIES: Final = 5  # in a row without a byte; a connection that gives some is as good as the first
FIRST_WAIT_S: Final = 0.5
LONGEST_WAIT_S: Final = 10.0
FOLDER_MODE: Final = 0o755


class _Note(msgspec.Struct, frozen=True):
    """What is known of a file that is not whole: where it comes from, and which version it is."""

    url: str
    mark: str
    total: int


@dataclass(frozen=True, slots=True)
class Pulled:
    """A model that is there. ``first_seen``: nobody had said its checksum, it is as it came.

    ``fetched``: bytes of this pull; ``anew``: how often it was begun anew because the file had changed.
    """

    path: Path
    size: int
    sha256: str
    first_seen: bool
    fetched: int
    anew: int = 0


@dataclass(slots=True)
class _State:
    """A pull that is going on. ``done``: bytes that are there."""

    file: BinaryIO
    note: _Note
    done: int
    digest: hashlib._Hash = field(default_factory=hashlib.sha256)
    fetched: int = 0
    anew: int = 0


def pull(
    known: Known,
    folder: Path,
    *,
    reserve_mb: int = 0,
    first_wait_s: float = FIRST_WAIT_S,
    progress: Callable[[int, int], None] | None = None,
) -> Pulled:
    """Fetch a model into a folder.

    ``reserve_mb``: disk space that stays free; ``progress``: takes bytes that are there and bytes in all,
    0 where that is not known.

    Raises:
        PullFailed: saying why, and whether what came is kept.
    """
    path = folder / f"{known.name}{SUFFIX}"
    told = progress or _untold
    try:
        folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        noted = checksum(path)
        if (there := _there(path, known.sha256 or noted)) is not None:
            return there
        with _begun(path, known) as state:
            _whole(state, path, known, reserve_mb=reserve_mb, first_wait_s=first_wait_s, told=told)
            return _kept(state, path, known, noted)
    except ModelRefused as error:
        raise PullFailed(known.name, error.why) from error
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise PullFailed(known.name, f"the disk of {folder} is full", kept=True) from error
        raise PullFailed(known.name, f"{error.filename or folder}: {error.strerror}") from error


def _there(path: Path, wanted: str) -> Pulled | None:
    """The model, where the file that is meant is there already."""
    if not wanted or not path.is_file():
        return None
    found = sha256(path)
    if found != wanted:
        return None
    if not path.with_name(path.name + CHECKSUM).is_file():
        _note_checksum(path, found)
    return Pulled(path, path.stat().st_size, found, first_seen=False, fetched=0)


def _untold(_done: int, _total: int) -> None:
    """Nobody watches."""


@contextmanager
def _begun(path: Path, known: Known) -> Iterator[_State]:
    """What came before, where it is the beginning of the file from this address."""
    part = path.with_name(path.name + PART)
    with part.open("a+b") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise PullFailed(known.name, "it is being fetched by another program") from error
        note = _noted(_note_path(part))
        if note is None or note.url != known.url:
            note = _Note(known.url, "", 0)
            file.truncate(0)
        state = _State(file, note, 0)
        file.seek(0)
        while data := file.read(READ_BYTES):
            state.digest.update(data)
            state.done += len(data)
        try:
            yield state
        finally:
            if not state.done:  # nothing of it is worth keeping
                part.unlink(missing_ok=True)
                _note_path(part).unlink(missing_ok=True)


def _whole(
    state: _State,
    path: Path,
    known: Known,
    *,
    reserve_mb: int,
    first_wait_s: float,
    told: Callable[[int, int], None],
) -> None:
    """Fetch until the file is whole, however often the connection breaks."""
    failures, wait_s, furthest = 0, first_wait_s, state.done
    while True:
        try:
            answer = opened(known.url, state.done if state.note.mark else 0, state.note.mark)
            try:
                _agree(state, path, known, answer, reserve_mb)
                _read(state, answer, told)
            finally:
                if answer.body is not None:
                    answer.body.close()
        except Refused as error:
            raise PullFailed(known.name, error.why) from error
        except Interrupted as error:
            further = state.done > furthest  # beginning anew again and again leads nowhere
            furthest = max(furthest, state.done)
            failures = 1 if further else failures + 1
            if failures >= TRIES:
                raise PullFailed(known.name, error.why, kept=bool(state.done and state.note.mark)) from error
            time.sleep(wait_s)
            wait_s = first_wait_s if further else min(2 * wait_s, LONGEST_WAIT_S)
        else:
            return


def _agree(state: _State, path: Path, known: Known, answer: Answer, reserve_mb: int) -> None:
    """See that the answer goes on with what is there, and fits; begin anew where it is another version."""
    if answer.total and known.size and answer.total != known.size:
        raise Refused(f"the file there has {answer.total} bytes, not {known.size} as the one that is meant")
    other = state.note.total and answer.total and state.note.total != answer.total
    if answer.start != state.done or other:
        state.anew += bool(state.done)
        _emptied(state)
        if answer.start:
            state.note = _Note(known.url, "", 0)
            raise Interrupted("the file changed meanwhile")
    if not answer.total and not known.sha256:
        raise Refused("the server does not say how long the file is, so a part could be taken for all of it")
    mark = answer.mark or (state.note.mark if answer.start else "")
    state.note = _Note(known.url, mark, answer.total or known.size)
    _note_path(path.with_name(path.name + PART)).write_bytes(msgspec.json.encode(state.note))
    needed = max(0, state.note.total - state.done)
    free = shutil.disk_usage(path.parent).free
    if needed + (reserve_mb << 20) > free:
        stays = f", of which {reserve_mb} MB must stay" if reserve_mb else ""
        raise Refused(f"{needed >> 20} MB are needed and {free >> 20} MB are free in {path.parent}{stays}")


def _emptied(state: _State) -> None:
    state.file.truncate(0)
    state.done = 0
    state.digest = hashlib.sha256()


def _read(state: _State, answer: Answer, told: Callable[[int, int], None]) -> None:
    total = state.note.total
    told(state.done, total)
    while answer.body is not None:
        try:
            data = answer.body.read1(READ_BYTES)
        except TimeoutError as error:
            raise Interrupted("the server sends nothing more") from error
        except (OSError, http.client.HTTPException) as error:
            raise Interrupted("the connection broke") from error
        if not data:
            break
        if total and state.done + len(data) > total:
            _emptied(state)
            raise Refused(f"more comes than the {total} bytes that were announced")
        state.file.write(data)
        state.digest.update(data)
        state.done += len(data)
        state.fetched += len(data)
        told(state.done, total)
    if total and state.done < total:
        raise Interrupted("the connection broke")


def _kept(state: _State, path: Path, known: Known, noted: str) -> Pulled:
    """Check the whole file, and put it and its checksum in place."""
    part = path.with_name(path.name + PART)
    state.file.flush()
    os.fsync(state.file.fileno())
    found = state.digest.hexdigest()
    wrong = ""
    if known.sha256 and found != known.sha256:
        wrong = f"what came is not the file that is meant: its sha256 is {found}, not {known.sha256}"
    elif not known.sha256 and noted and found != noted:
        wrong = (
            f"the file there is not the one that was pulled first (sha256 {found}, then {noted}); "
            f"if the new one is meant, say --sha256 {found}"
        )
    if not wrong:
        try:
            check(str(part), "")
        except ModelRefused as error:
            wrong = f"what came is no model: {error.why}"
    if wrong:
        _emptied(state)
        part.unlink()
        _note_path(part).unlink(missing_ok=True)
        raise PullFailed(known.name, wrong)
    _note_checksum(path, found)  # before the model: one without its checksum is never there
    part.replace(path)
    _note_path(part).unlink(missing_ok=True)
    first_seen = not known.sha256 and not noted
    return Pulled(path, state.done, found, first_seen, state.fetched, state.anew)


def _note_checksum(path: Path, found: str) -> None:
    beside = path.with_name(path.name + CHECKSUM)
    fresh = beside.with_name(beside.name + ".new")
    fresh.write_text(f"{found}  {path.name}\n", encoding="ascii")
    fresh.replace(beside)


def _note_path(part: Path) -> Path:
    return part.with_name(f"{part.name}.json")


def _noted(path: Path) -> _Note | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Note)
    except (FileNotFoundError, msgspec.MsgspecError):
        return None
