"""The running daemon's local socket: a JSON line in, JSON lines out, for the database's owner alone.

Most requests have one line for an answer. One that goes on for a while, such as a scan, has a line for each
piece of news and ends with ``{"end": true}``.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import os
import socket
from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from daemon.errors import ControlError
from dsp.types import HearthError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator, Iterator, Mapping

Reply = dict[str, Any] | AsyncGenerator[dict[str, Any], None]

LINE_BYTES_MAX: Final = 256 * 1024  # an answer with its evidence is a few KB; a request is far less
SOCKET_PATH_MAX: Final = 100  # sun_path holds 108 bytes
REQUEST_TIMEOUT_S: Final = 60.0
END: Final = {"end": True}
IDLE_S: Final = 30.0  # a client that says nothing is let go

log = logging.getLogger(__name__)


def socket_path(database: Path) -> Path:
    """Where the daemon of ``database`` listens: beside it, or in the runtime folder if that is too long."""
    beside = database.absolute().with_name(database.name + ".sock")
    if len(os.fsencode(beside)) <= SOCKET_PATH_MAX:
        return beside
    runtime = os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}"
    return Path(runtime) / f"hearth-{hashlib.sha256(os.fsencode(beside)).hexdigest()[:16]}.sock"


def request(
    path: Path, message: Mapping[str, Any], *, timeout_s: float = REQUEST_TIMEOUT_S
) -> dict[str, Any]:
    """Ask the daemon at ``path``; blocking, for the command line.

    Raises:
        ControlError: nobody listens, no answer in time, or the daemon refused (its words).
    """
    return next(_lines(path, message, timeout_s))


def stream(
    path: Path, message: Mapping[str, Any], *, timeout_s: float = REQUEST_TIMEOUT_S
) -> Generator[dict[str, Any], None, None]:
    """Ask the daemon at ``path`` for something that goes on; each piece of news until the end.

    ``timeout_s``: the longest silence. Leaving early ends it in the daemon, too. Raises as ``request`` does.
    """
    for news in _lines(path, message, timeout_s):
        if news == END:
            return
        yield news


def _lines(path: Path, message: Mapping[str, Any], timeout_s: float) -> Iterator[dict[str, Any]]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as sock:
        sock.settimeout(timeout_s)
        try:
            sock.connect(str(path))
            sock.sendall(json.dumps(message).encode() + b"\n")
            with sock.makefile("rb") as stream:
                while True:
                    yield _news(stream.readline(LINE_BYTES_MAX + 1), path)
        except OSError as error:
            raise ControlError(f"the daemon does not answer at {path}: {error.strerror or error}") from error


def _news(line: bytes, path: Path) -> dict[str, Any]:
    if not line.endswith(b"\n"):
        raise ControlError(f"the daemon at {path} closed the connection before it answered")
    reply: dict[str, Any] = json.loads(line)
    if "error" in reply:
        raise ControlError(str(reply["error"]))
    return reply


async def serve(path: Path, handle: Callable[[Mapping[str, Any]], Awaitable[Reply]]) -> None:
    """Answer at ``path`` until cancelled. A ``HearthError`` from ``handle`` becomes ``{"error": ...}``.

    What ``handle`` generates goes out line by line, for as long as somebody reads it.

    Where no socket can be made it says so and returns: everything else goes on without it.
    """

    async def client(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(IDLE_S):
                line = await reader.readline()
            await _answer(line, reader, writer)
        except (TimeoutError, ValueError, ConnectionError):
            pass  # silent, over-long or gone: nothing to answer
        finally:
            writer.close()

    async def _answer(line: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            reply = await handle(_message(line))
            if isinstance(reply, dict):
                await _say(reply, writer)
            else:
                await _pour(reply, reader, writer)
        except HearthError as error:
            await _say({"error": str(error)}, writer)

    try:
        server = await _listen(path, client)
    except OSError as error:
        log.error("the local socket %s cannot be made: %s", path, error.strerror or error)  # noqa: TRY400 - expected
        return
    try:
        async with server:
            await server.serve_forever()
    finally:
        _remove(path)


def _message(line: bytes) -> dict[str, Any]:
    try:
        message = json.loads(line)
    except ValueError as error:
        raise ControlError("a request is one line of JSON") from error
    if not isinstance(message, dict):
        raise ControlError("a request is a JSON object")
    return message


async def _pour(
    reply: AsyncGenerator[dict[str, Any], None], reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    """Say each piece of news until the end; where nobody listens any more, end the work at once."""

    async def say_all() -> None:
        async with aclosing(reply) as news:
            async for each in news:
                await _say(each, writer)
        await _say(END, writer)

    saying = asyncio.create_task(say_all(), name="news")
    leaving = asyncio.create_task(reader.read(), name="listener")
    try:
        await asyncio.wait({saying, leaving}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (saying, leaving):
            task.cancel()
        await asyncio.wait({saying, leaving})
    if not saying.cancelled():
        saying.result()


async def _say(reply: Mapping[str, Any], writer: asyncio.StreamWriter) -> None:
    writer.write(json.dumps(reply).encode() + b"\n")
    await writer.drain()


async def _listen(
    path: Path, client: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
) -> asyncio.Server:
    _remove(path)  # the database's lock proves that no other daemon serves it
    mask = os.umask(0o177)
    try:
        return await asyncio.start_unix_server(client, path, limit=LINE_BYTES_MAX)
    finally:
        os.umask(mask)


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
