"""Runs a command under a unit's system call filter and memory protection, where systemd is not running.

``python -m tests.deploy.sandbox UNIT COMMAND...``. Covers ``SystemCallFilter=``, ``MemoryDenyWriteExecute=``,
``SystemCallErrorNumber=EPERM`` and ``NoNewPrivileges=``; systemd itself says what its @names hold.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import re
import struct
import subprocess
import sys
from pathlib import Path
from typing import Final

NUMBERS: Final = Path(f"/usr/include/{platform.machine()}-linux-gnu/asm/unistd_64.h")  # of linux-libc-dev
PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, PR_SET_MDWE = 38, 22, 65
SECCOMP_MODE_FILTER, MDWE_REFUSE_EXEC_GAIN = 2, 1
ALLOW, REFUSE = 0x7FFF0000, 0x00050000 | errno.EPERM
LOAD, JUMP_EQUAL, RETURN = 0x20, 0x15, 0x06  # classic BPF


def filters(unit: str) -> list[str]:
    """The values of every ``SystemCallFilter=`` line, in order."""
    return re.findall(r"^SystemCallFilter=(.*)$", unit, re.MULTILINE)


def expand(name: str) -> set[str]:
    """The system calls of an @set of the installed systemd, or the one named."""
    if not name.startswith("@"):
        return {name}
    listing = subprocess.run(
        ["systemd-analyze", "syscall-filter", name], check=True, capture_output=True, text=True
    ).stdout
    names = [line.strip() for line in listing.splitlines()[1:]]
    return {call for one in names if one and not one.startswith("#") for call in expand(one)}


def allowed(unit: str) -> set[str]:
    """Names of the system calls that the unit's filter lines leave, applied in their order."""
    calls = expand("@default")
    for line in filters(unit):
        sets = {call for name in line.lstrip("~").split() for call in expand(name)}
        calls = calls - sets if line.startswith("~") else calls | sets
    return calls | {"execve", "exit", "exit_group"}


def program(calls: set[str]) -> bytes:
    """A seccomp filter of classic BPF that lets ``calls`` through and refuses the rest with EPERM."""
    table = dict(re.findall(r"#define __NR_(\w+) (\d+)", NUMBERS.read_text()))
    code = [struct.pack("HBBI", LOAD, 0, 0, 0)]
    for number in sorted(int(table[call]) for call in calls if call in table):
        code += [struct.pack("HBBI", JUMP_EQUAL, 0, 1, number), struct.pack("HBBI", RETURN, 0, 0, ALLOW)]
    return b"".join([*code, struct.pack("HBBI", RETURN, 0, 0, REFUSE)])


class Filter(ctypes.Structure):
    """``struct sock_fprog``."""

    _fields_ = (("count", ctypes.c_ushort), ("code", ctypes.c_char_p))


def confine(unit: str) -> None:
    """Put this process, and what it starts, under the unit's filter. There is no way back."""
    libc = ctypes.CDLL(None, use_errno=True)
    code = program(allowed(unit))
    wanted: list[tuple[int, ...]] = [(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)]
    if "MemoryDenyWriteExecute=yes" in unit:
        wanted.append((PR_SET_MDWE, MDWE_REFUSE_EXEC_GAIN, 0, 0, 0))
    fprog = Filter(len(code) // 8, code)
    for arguments in wanted:
        if libc.prctl(*arguments):
            raise OSError(ctypes.get_errno(), f"prctl{arguments}")
    if libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(fprog), 0, 0):
        raise OSError(ctypes.get_errno(), "seccomp")


if __name__ == "__main__":
    confine(Path(sys.argv[1]).read_text())
    os.execv(sys.argv[2], sys.argv[2:])  # noqa: S606 - a shell would change what is confined
