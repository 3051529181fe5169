"""How the network of the beat classes is fitted: ``training/classes.toml``."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

FILE: Final = Path(__file__).with_name("classes.toml")


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file's keys.

    ``variants``: made-up versions of each heart; ``thin``: of ordinary normal beats one in so many is learnt
    from, and counts as many times; ``variant_weight``: of a made-up beat; ``hidden``, ``looking``: units of a
    member, and those beside them that see the looks of a beat; ``folds``: groups of persons.
    """

    seed: int
    variants: int
    variant_weight: float
    thin: int
    hidden: int
    looking: int
    members: int
    epochs: int
    batch: int
    rate: float
    decay: float
    folds: int
    classes: int = 4


def settings(path: Path = FILE) -> Settings:
    """The settings in a file.

    Raises:
        msgspec.ValidationError: a key is missing, unknown or of another kind.
    """
    return msgspec.toml.decode(path.read_bytes(), type=Settings)
