"""How the rhythm network is trained: ``training/rhythm.json``, read."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).with_name("rhythm.json")


@dataclass(frozen=True, slots=True)
class Augment:
    """Shares of the examples that something is done to, and how much at most; sizes in usual peaks."""

    stretch: float
    most_stretch: float
    flip: float
    swell: float
    most_swell: float
    noise: float
    most_noise: float
    hiss: float
    most_hiss: float
    mains: float
    most_mains: float
    dull: float
    saturate: float
    drop: float
    longest_drop_s: float
    drown: float  # so deep in noise that the label becomes noise


@dataclass(frozen=True, slots=True)
class Config:
    """What a run is told.

    ``fixed``: one of so many records is never seen by the network that ships; ``whole``: share of batches of
    the longest length.
    """

    name: str
    version: str
    labels: tuple[str, ...]
    seed: int
    folds: int
    fixed: int
    epochs: int
    batch: int
    rate: float
    weight_decay: float
    rise: float
    label_smoothing: float
    class_weights: tuple[float, ...]
    channels: tuple[int, ...]
    longest_s: int
    shortest_s: int
    whole: float
    augment: Augment
    calibrated_on: int  # records that the ranges of the integers are told from


def read(path: Path = FILE) -> tuple[Config, str]:
    """The configuration and the sha256 of its file.

    Raises:
        TypeError, ValueError: something is missing, unknown, or no JSON.
    """
    data = path.read_bytes()
    held = json.loads(data)
    held["augment"] = Augment(**held["augment"])
    for name in ("labels", "class_weights", "channels"):
        held[name] = tuple(held[name])
    return Config(**held), hashlib.sha256(data).hexdigest()
