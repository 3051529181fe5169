"""Checks of the machine itself: Python, packages, clock, service."""

from __future__ import annotations

import shutil
import sqlite3
import struct
import subprocess
import sys
import time
from importlib import metadata
from typing import TYPE_CHECKING, Final

from daemon.check import advice, good, skipped, wrong

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from daemon.check import Check

PYTHON_MIN: Final = (3, 11)
SQLITE_MIN: Final = (3, 37, 0)  # STRICT tables
POINTER_BITS: Final = 64
ROOMS: Final = ("agent", "daemon", "deploy", "dsp", "ingest", "storage")
RELEASED_S: Final = 1_790_000_000.0  # autumn 2026: no clock that is right shows an earlier time
COMMAND_S: Final = 5.0  # systemctl and timedatectl answer at once, or the service manager is not well
UNIT: Final = "hearth.service"
_UNIT_PROPERTIES: Final = ("LoadState", "ActiveState", "SubState", "NRestarts", "StatusText", "IPAddressDeny")


def machine() -> Iterator[Check]:
    """Python, SQLite and the packages beside Hearth."""
    bits = struct.calcsize("P") * 8
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < PYTHON_MIN:
        yield wrong(
            "Python", f"{version} is too old", "install Python 3.11 or newer, then run scripts/setup again"
        )
    elif bits != POINTER_BITS:
        yield wrong(
            "Python", f"{version}, {bits} bit", "install a 64-bit system: onnxruntime has no 32-bit build"
        )
    else:
        yield good("Python", f"{version}, 64 bit")
    if sqlite3.sqlite_version_info < SQLITE_MIN:
        yield wrong(
            "SQLite", f"{sqlite3.sqlite_version} is too old", "use a Python with SQLite 3.37 or newer"
        )
    else:
        yield good("SQLite", sqlite3.sqlite_version)
    yield packages(metadata.packages_distributions())


def packages(owners: Mapping[str, list[str]]) -> Check:
    """Nobody else may bring a package of one of our names: ``python-daemon`` also installs a ``daemon``."""
    strangers = sorted({owner for room in ROOMS for owner in owners.get(room, []) if owner != "hearthd"})
    if strangers:
        names = " ".join(strangers)
        return wrong(
            "packages",
            f"{', '.join(strangers)} installed packages of Hearth's names",
            f"pip uninstall {names}, then install Hearth again: it wants a virtual environment of its own",
        )
    return good("packages", "nothing else uses Hearth's names")


def clock(now_s: float, last_sample_s: float | None) -> Iterator[Check]:
    """The time of day, on which every answer about yesterday rests.

    Args:
        now_s: what the system clock says, seconds since the Unix epoch.
        last_sample_s: wall time of the newest stored sample, if there is one.
    """
    shown = time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime(max(now_s, 0.0)))
    if now_s < RELEASED_S:
        yield wrong("clock", f"it is not {shown}", "sudo timedatectl set-ntp true, and wait for the network")
        return
    if last_sample_s is not None and last_sample_s > now_s + 60:
        yield wrong(
            "clock",
            f"the newest sample lies {last_sample_s - now_s:.0f} s in the future: a clock went back",
            "sudo timedatectl set-ntp true, and set the wearable's clock",
        )
        return
    synchronized = command("timedatectl", "show", "--property=NTPSynchronized", "--value")
    if synchronized == "no":
        yield advice("clock", f"{shown}, not synchronised", "sudo timedatectl set-ntp true")
    else:
        yield good("clock", f"{shown}{', synchronised' if synchronized == 'yes' else ''}")


def service() -> Iterator[Check]:
    """The systemd unit, where there is one."""
    shown = command("systemctl", "show", UNIT, *(f"--property={name}" for name in _UNIT_PROPERTIES))
    state = dict(line.split("=", 1) for line in (shown or "").splitlines() if "=" in line)
    yield unit(state)


def unit(state: Mapping[str, str]) -> Check:
    """What ``systemctl show`` said, as a verdict."""
    if state.get("LoadState") != "loaded":
        return skipped("service", "not installed as a systemd service (deploy/install.sh does that)")
    active, text = state.get("ActiveState", ""), state.get("StatusText", "")
    said = f"{active} ({state.get('SubState', '')})" + (f": {text}" if text else "")
    log = "journalctl -u hearth -n 50 tells why; then sudo systemctl restart hearth"
    if active != "active":
        return wrong("service", said, log if active == "failed" else "sudo systemctl enable --now hearth")
    if "safe mode" in text:
        return wrong("service", said, "mend the configuration (above), then sudo systemctl restart hearth")
    if int(state.get("NRestarts") or 0) > 0:
        return advice("service", f"{said}, restarted {state['NRestarts']} times", log)
    return good("service", said)


def kept_inside() -> bool:
    """Whether the service manager lets the service talk to private addresses only."""
    return bool(command("systemctl", "show", UNIT, "--property=IPAddressDeny", "--value"))


def command(*words: str) -> str | None:
    """What a program of the system says; None where it is missing or not well."""
    program = shutil.which(words[0])
    if program is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - constant words
            [program, *words[1:]], capture_output=True, text=True, timeout=COMMAND_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() if done.returncode == 0 else None
