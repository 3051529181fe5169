"""Recorded days, taken out of the store by the command."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np

from tests.daemon.calling import hearth
from tests.daemon.recorded import LOST, NOW, OFF, signal

if TYPE_CHECKING:
    from pathlib import Path

NIGHT = ("--from", "2025-03-11T23:58:00", "--to", "2025-03-12T00:30")


def exported(db: Path, target: Path, *words: str) -> dict[str, Any]:
    done = hearth("export", "--db", db, "--now", NOW, "-o", target, "--json", *words)
    assert (done.returncode, done.stderr) == (0, "")
    made: dict[str, Any] = json.loads(done.stdout)
    return made


def truth() -> np.ndarray[Any, Any]:
    """The signal in mV, NaN where it is not ECG."""
    mv = signal() / 1000.0
    mv[slice(*LOST)] = np.nan
    mv[slice(*OFF)] = np.nan
    return mv
