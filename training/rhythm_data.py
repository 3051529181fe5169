"""CinC 2017 at the rhythm network's rate, in folds by record."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import wfdb

from dsp.record_rhythm import at_chain_rate
from dsp.rhythm_input import detrended

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from dsp.types import FloatArray
    from training.rhythm_config import Config

CLASSES: Final = ("N", "A", "O", "~")  # in the order of the network's labels
MOST_UV: Final = 32_767.0  # kept as 16 bits: no electrode gives more
NOISES: Final = ("ma", "bw")  # electrode motion is for scoring alone
TAUGHT: Final = 0.8  # of each noise recording; the rest is for scoring


@dataclass(frozen=True, slots=True)
class Records:
    """All records.

    ``rows``: uV at 125 Hz without drift, an array each; ``y``: their :data:`CLASSES`; ``fold``: of each;
    ``fixed``: whether it is of the split that the network which ships never sees.
    """

    names: tuple[str, ...]
    rows: tuple[NDArray[np.int16], ...]
    y: NDArray[np.int64]
    fold: NDArray[np.int64]
    fixed: NDArray[np.bool_]
    sha256: str


def fold_of(name: str, folds: int) -> int:
    """A record's fold, whatever other records there are."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % folds


def labels(folder: Path) -> dict[str, str]:
    """The class of each record that is there."""
    with (folder / "REFERENCE.csv").open(encoding="ascii") as file:
        return {name: label for name, label in csv.reader(file) if (folder / f"{name}.hea").is_file()}


def read(folder: Path, name: str) -> FloatArray:
    """One record at 250 Hz, (n,) uV."""
    signal = wfdb.rdrecord(str(folder / name))
    return at_chain_rate(signal.p_signal[:, 0] * 1000.0, signal.fs)


def records(folder: Path, work: Path, config: Config) -> Records:
    """All records of PhysioNet's challenge-2017/training; kept in ``work`` for the next time."""
    known = labels(folder)
    names = tuple(sorted(known))
    kept = work / "cinc2017.npz"
    if not kept.is_file():
        rows = [
            np.rint(np.clip(detrended(read(folder, name)), -MOST_UV, MOST_UV)).astype(np.int16)
            for name in names
        ]
        np.savez(
            kept, names=np.array(names), x=np.concatenate(rows), ends=np.cumsum([len(row) for row in rows])
        )
    with np.load(kept) as held:
        if tuple(held["names"].tolist()) != names:
            raise ValueError(f"{kept}: of other records than {folder}; remove it")
        x, ends = held["x"], held["ends"]
    whole = hashlib.sha256(x.tobytes())
    whole.update("".join(f"{name},{known[name]}\n" for name in names).encode())
    return Records(
        names,
        tuple(np.split(x, ends[:-1])),
        np.array([CLASSES.index(known[name]) for name in names]),
        np.array([fold_of(name, config.folds) for name in names]),
        np.array([fold_of(name, config.fixed) == 0 for name in names]),
        whole.hexdigest(),
    )


def noises(folder: Path) -> list[FloatArray]:
    """The taught part of NSTDB's muscle noise and baseline wander, uV at 125 Hz, each lead by itself."""
    found = []
    for name in NOISES:
        signal = wfdb.rdrecord(str(folder / name))
        for channel in range(signal.n_sig):
            x = detrended(at_chain_rate(signal.p_signal[:, channel] * 1000.0, signal.fs))
            found.append(x[: round(TAUGHT * len(x))])
    return found
