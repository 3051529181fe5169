"""Our delineator and the peers that are installed."""

from __future__ import annotations

from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from dsp import neurokit, waves

if TYPE_CHECKING:
    from dsp.delineation import Delineate

OURS: Final = "Hearth"
BEST_PEER: Final = ("prominence",)  # of neurokit2's methods
PEERS: Final = (*BEST_PEER, "dwt", "cwt")  # the others take thirty times as long


def delineators(*, every: bool = False) -> dict[str, Delineate]:
    """By name, ours first; ``every``: also the slow peers."""
    found: dict[str, Delineate] = {OURS: waves.delineate}
    if find_spec("neurokit2") is not None:
        found |= {
            f"neurokit2 {name}": partial(neurokit.delineate, method=name)
            for name in (PEERS if every else BEST_PEER)
        }
    return found


def absent() -> str | None:
    """What is to be said where the peers are not installed."""
    if find_spec("neurokit2") is None:
        return "neurokit2 is not installed: no peers are measured (pip install neurokit2)"
    return None
