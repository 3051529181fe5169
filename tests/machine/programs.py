"""Programs of the host that the system test starts, and how they are run."""

from __future__ import annotations

import asyncio
import shutil
from typing import TYPE_CHECKING, Final

from tests.machine.errors import MachineError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NEEDED: Final = {  # program: Debian package
    "qemu-system-x86_64": "qemu-system-x86",
    "qemu-img": "qemu-utils",
    "mmdebstrap": "mmdebstrap",
    "mke2fs": "e2fsprogs",
    "unshare": "util-linux",
}
_SBIN: Final = "/usr/sbin:/sbin"


def program(name: str) -> str:
    """Its path; e2fsprogs and others live where a user's PATH does not look."""
    path = shutil.which(name) or shutil.which(name, path=_SBIN)
    if path is None:
        raise MachineError(f"{name} is missing. Install it:  sudo apt install {NEEDED.get(name, name)}")
    return path


def check() -> None:
    """All that is needed, said at once.

    Raises:
        MachineError: naming every package that is missing.
    """
    missing = []
    for name, package in NEEDED.items():
        try:
            program(name)
        except MachineError:
            missing.append(package)
    if missing:
        raise MachineError(f"programs are missing. Install them:  sudo apt install {' '.join(missing)}")


async def run(
    *words: str | Path, log: Path, limit_s: float, environment: Mapping[str, str] | None = None
) -> None:
    """Run to the end; its words go to ``log``.

    Raises:
        MachineError: it failed or took longer than ``limit_s``; with its last lines.
    """
    with log.open("ab") as out:
        out.write(f"$ {' '.join(map(str, words))}\n".encode())
        out.flush()
        process = await asyncio.create_subprocess_exec(
            *map(str, words),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            env=environment,
        )
        try:
            async with asyncio.timeout(limit_s):
                code = await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()
            raise MachineError(f"{words[0]} took longer than {limit_s:.0f} s; see {log}") from None
    if code:
        last = log.read_text(errors="replace").splitlines()[-8:]
        raise MachineError(f"{words[0]} failed ({code}); {log} ends with:\n  " + "\n  ".join(last))
