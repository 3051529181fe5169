"""The running daemon's local socket: a JSON line in, a JSON line out, for the database's owner alone."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from daemon.errors import ControlError
from dsp.types import HearthError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

LINE_BYTES_MAX: Final = 256 * 1024  # an answer with its evidence is a few KB; a request is far less
SOCKET_PATH_MAX: Final = 100  # sun_path holds 108 bytes
REQUEST_TIMEOUT_S: Final = 60.0
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
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as sock:
        sock.settimeout(timeout_s)
        try:
            sock.connect(str(path))
            sock.sendall(json.dumps(message).encode() + b"\n")
            with sock.makefile("rb") as stream:
                line = stream.readline(LINE_BYTES_MAX + 1)
        except OSError as error:
            raise ControlError(f"the daemon does not answer at {path}: {error.strerror or error}") from error
    if not line.endswith(b"\n"):
        raise ControlError(f"the daemon at {path} closed the connection before it answered")
    reply: dict[str, Any] = json.loads(line)
    if "error" in reply:
        raise ControlError(str(reply["error"]))
    return reply


async def serve(path: Path, handle: Callable[[Mapping[str, Any]], Awaitable[dict[str, Any]]]) -> None:
    """Answer at ``path`` until cancelled. A ``HearthError`` from ``handle`` becomes ``{"error": ...}``.

    Where no socket can be made it says so and returns: everything else goes on without it.
    """

    async def client(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(IDLE_S):
                line = await reader.readline()
            writer.write(json.dumps(await _reply(line)).encode() + b"\n")
            await writer.drain()
        except (TimeoutError, ValueError, ConnectionError):
            pass  # silent, over-long or gone: nothing to answer
        finally:
            writer.close()

    async def _reply(line: bytes) -> dict[str, Any]:
        try:
            message = json.loads(line)
        except ValueError:
            return {"error": "a request is one line of JSON"}
        if not isinstance(message, dict):
            return {"error": "a request is a JSON object"}
        try:
            return await handle(message)
        except HearthError as error:
            return {"error": str(error)}

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
