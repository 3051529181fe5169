"""Finds the real recordings that tests and benchmarks read; they are never part of the project.

Looked for in the folder that HEARTH_ECG names (a sub-folder per set, WFDB format), else unpacked once
from ``../shared/ecg`` into the user's cache folder.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
from functools import cache
from pathlib import Path
from typing import Final

import pytest

SETS: Final = {
    "mitdb": "MIT-BIH Arrhythmia Database (https://physionet.org/content/mitdb/1.0.0/)",
    "nstdb": "MIT-BIH Noise Stress Test Database (https://physionet.org/content/nstdb/1.0.0/)",
    "qtdb": "QT Database (https://physionet.org/content/qtdb/1.0.0/)",
    "ludb": "Lobachevsky University Database (https://physionet.org/content/ludb/1.0.1/)",
    "cinc2017": "CinC Challenge 2017 training set (https://physionet.org/content/challenge-2017/1.0.0/)",
}
ARCHIVES: Final = Path(__file__).resolve().parents[2] / "shared" / "ecg"
UNPACK_TIMEOUT_S: Final = 300  # the largest set takes about ten seconds; a slow disk may take a minute


def cache_folder() -> Path:
    """Where unpacked sets are kept between runs."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "hearth" / "ecg"


@cache
def find(set_name: str) -> Path | None:
    """Folder of a set, unpacking it the first time; None when it is nowhere to be had."""
    if set_name not in SETS:
        raise ValueError(f"no set named {set_name!r}; there are {', '.join(SETS)}")
    if given := os.environ.get("HEARTH_ECG"):
        folder = Path(given) / set_name
        return folder if folder.is_dir() else None
    if not (ARCHIVES / f"{set_name}.tar.xz").is_file():
        return None
    root = cache_folder()
    root.mkdir(parents=True, exist_ok=True)
    with (root / f"{set_name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # parallel test workers unpack once
        if not (root / set_name / ".complete").is_file():
            command = [str(ARCHIVES / "unpack"), str(root), set_name]
            subprocess.run(command, check=True, capture_output=True, timeout=UNPACK_TIMEOUT_S)
    return root / set_name


def folder(set_name: str) -> Path:
    """Folder of a set; skips the calling test, naming the set, when it is absent."""
    found = find(set_name)
    if found is None:
        pytest.skip(f"needs the {SETS[set_name]}: unpack it to $HEARTH_ECG/{set_name}")
    return found


def path(set_name: str, record: str) -> Path:
    """Path of a record without suffix, as wfdb takes it; skips the calling test when it is absent."""
    base = folder(set_name) / record
    if not base.with_name(f"{record}.hea").is_file():
        pytest.skip(f"needs record {record} of the {SETS[set_name]}")
    return base


def names(set_name: str) -> list[str]:
    """Every record of a set, sorted; skips the calling test when the set is absent."""
    return sorted(header.stem for header in folder(set_name).glob("*.hea"))
