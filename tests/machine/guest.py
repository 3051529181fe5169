"""Talks to the machine's inside through QEMU's guest agent: runs commands as root, reads its clock."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import secrets
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from tests.machine.errors import MachineError

if TYPE_CHECKING:
    from pathlib import Path

ANSWER_S: Final = 30.0  # the agent answers in milliseconds, where every instruction is emulated too
POLL_S: Final = 0.1
LINE_BYTES: Final = 64 << 20  # of one answer: a database comes in one
CLOCK_TRIES: Final = 8  # the shortest way there and back tells the clock best
FLUSH: Final = b"\xff"  # makes the agent forget an unfinished line


@dataclass(frozen=True, slots=True)
class Said:
    """What a command in the machine ended with."""

    code: int
    out: str
    err: str
    raw: bytes = b""


class Guest:
    """``await Guest.meet(path, limit_s)``, then ``run``."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, log: Path) -> None:
        self._reader = reader
        self._writer = writer
        self._log = log
        self._alone = asyncio.Lock()

    @classmethod
    async def meet(cls, socket: Path, log: Path, limit_s: float) -> Guest:
        """Wait until the agent of a starting machine answers.

        Raises:
            MachineError: it did not within ``limit_s``.
        """
        reader, writer = await asyncio.open_unix_connection(str(socket), limit=LINE_BYTES)
        guest = cls(reader, writer, log)
        try:
            async with asyncio.timeout(limit_s):
                while not await guest._synchronised():
                    pass
        except TimeoutError:
            raise MachineError(
                f"the machine did not start within {limit_s:.0f} s; see {log.parent}"
            ) from None
        return guest

    async def close(self) -> None:
        """Hang up."""
        self._writer.close()

    async def run(self, script: str, *, limit_s: float = 120.0, check: bool = True) -> Said:
        """Run ``script`` with sh, as root.

        Raises:
            MachineError: it failed, unless ``check`` is false; or it took longer than ``limit_s``.
        """
        ask = {"path": "/bin/sh", "arg": ["-c", script], "capture-output": True}
        pid = (await self.ask("guest-exec", **ask))["pid"]
        begun_s = time.monotonic()
        while not (state := await self.ask("guest-exec-status", pid=pid))["exited"]:
            if time.monotonic() > begun_s + limit_s:
                raise MachineError(f"took longer than {limit_s:.0f} s in the machine: {script}")
            await asyncio.sleep(POLL_S)
        raw = base64.b64decode(state.get("out-data", ""))
        error = base64.b64decode(state.get("err-data", "")).decode(errors="replace")
        said = Said(state.get("exitcode", -state.get("signal", 1)), raw.decode(errors="replace"), error, raw)
        with self._log.open("a") as log:
            log.write(f"$ {script}\n{said.out[-4000:]}{said.err[-4000:]}[{said.code}]\n")
        if check and said.code:
            raise MachineError(
                f"failed ({said.code}) in the machine: {script}\n{said.out[-2000:]}{said.err[-2000:]}"
            )
        return said

    async def ahead_ns(self) -> tuple[int, int]:
        """How far the machine's clock is ahead of ours, and how sure that is, both ns."""
        tries = []
        for _ in range(CLOCK_TRIES):
            before_ns = time.time_ns()
            theirs_ns = int(await self.ask("guest-get-time"))
            after_ns = time.time_ns()
            tries.append(((after_ns - before_ns) // 2, theirs_ns - (before_ns + after_ns) // 2))
        unsure_ns, ahead_ns = min(tries)
        return ahead_ns, unsure_ns

    async def set_clock(self) -> None:
        """Set the machine's clock to ours, to some milliseconds."""
        with contextlib.suppress(MachineError):  # set it is; what fails is to write it into a hardware clock
            await self.ask("guest-set-time", time=time.time_ns())

    async def ask(self, command: str, **arguments: Any) -> Any:  # noqa: ANN401 - the agent's JSON
        """One question to the agent, one answer."""
        async with self._alone:
            question = {"execute": command, "arguments": arguments}
            self._writer.write(json.dumps(question).encode() + b"\n")
            async with asyncio.timeout(ANSWER_S):
                answer = json.loads(await self._reader.readline())
        if "error" in answer:
            raise MachineError(f"the machine's agent refuses {command}: {answer['error'].get('desc')}")
        return answer["return"]

    async def _synchronised(self) -> bool:
        """Whether the agent is there and its next answer is to our next question."""
        token = secrets.randbits(31)
        question = {"execute": "guest-sync", "arguments": {"id": token}}
        self._writer.write(FLUSH + json.dumps(question).encode() + b"\n")
        try:
            async with asyncio.timeout(1.0):
                while True:
                    line = await self._reader.readline()
                    if not line:
                        raise MachineError("QEMU ended; see its log")
                    answer = json.loads(line.strip(FLUSH) or b"{}")
                    if answer.get("return") == token:
                        return True
        except TimeoutError:
            return False
