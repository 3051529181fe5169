"""Runs a command on one core, stopped for most of the time: the nearest thing here to a smaller computer."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from typing import TYPE_CHECKING, Final

import psutil

if TYPE_CHECKING:
    from collections.abc import Sequence

PERIOD_S: Final = 0.02  # of going and standing still
LOOKED_S: Final = 0.5  # between looks for processes that the command has started


def slowed(command: Sequence[str], times: float) -> int:
    """The exit status of a command that gets one core for one part in ``times`` of the time.

    All its processes are stopped and continued together (SIGSTOP, SIGCONT), so that clocks go on meanwhile.
    Caches and memory stay as fast as they are: a smaller computer is slower than this.
    """
    if times < 1:
        raise ValueError(f"{times:g} times as slow; wanted 1 or more")
    core = min(os.sched_getaffinity(0))
    with subprocess.Popen(command) as process:
        os.sched_setaffinity(process.pid, {core})
        own = psutil.Process(process.pid)
        every = [own]
        looked = time.monotonic()
        try:
            while process.poll() is None:
                if time.monotonic() - looked > LOOKED_S:
                    every, looked = [own, *_children(own)], time.monotonic()
                _tell(every, signal.SIGSTOP)
                time.sleep(PERIOD_S * (1 - 1 / times))
                _tell(every, signal.SIGCONT)
                time.sleep(PERIOD_S / times)
        finally:
            _tell([own, *_children(own)], signal.SIGCONT)
        return process.returncode


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return process.children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def _tell(processes: Sequence[psutil.Process], what: signal.Signals) -> None:
    for process in processes:
        try:
            process.send_signal(what)
        except psutil.NoSuchProcess:
            continue
