"""Trains the beat network in legs, each from where the one before ended, as the network that ships was.

What legs there are is in ``training/beat_network.json``: ``shape``, of :data:`training.beat_shapes.SHAPES`;
``steps``; ``rate``, of the usual one at the beginning; ``from``: how it begins, ``nothing``, ``grown`` from a
network of fewer blocks, ``sooner`` from one that saw a frame more of the future, or ``before``, as it was.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import torch

from training.beat_choose import RUN
from training.beat_network import SEED, Pupil, pace, slowing, taught
from training.beat_shapes import SHAPES, Network, grow, hasten

if TYPE_CHECKING:
    from pathlib import Path

APART: Final = 1_000_000  # between the seeds of legs: none draws the examples of another


@dataclass(frozen=True, slots=True)
class Leg:
    """A part of the training."""

    shape: str
    steps: int
    rate: float
    begins: Literal["nothing", "grown", "sooner", "before"]


def legs() -> list[Leg]:
    """Those that the network that ships was made in."""
    return [
        Leg(one["shape"], one["steps"], one["rate"], one["from"])
        for one in json.loads(RUN.read_text(encoding="utf-8"))["legs"]
    ]


def begun(leg: Leg, former: Network | None) -> Pupil:
    """A pupil that begins where the former leg ended."""
    fresh = leg.begins in {"nothing", "grown"}
    pupil = Pupil(SHAPES[leg.shape], leg.steps, pace if fresh else slowing(leg.rate))
    if former is not None and leg.begins == "grown":
        grow(pupil.network, former)
    elif former is not None and not fresh:
        hasten(pupil.network, former)
    return pupil


def trained_in_legs(data: Path, kept: Path, some: list[Leg] | None = None) -> Network:
    """The network after all legs. ``kept``: a folder for the state after each; those there are done."""
    torch.set_num_threads(1)
    kept.mkdir(parents=True, exist_ok=True)
    network: Network | None = None
    for k, leg in enumerate(legs() if some is None else some):
        torch.manual_seed(SEED + k * APART)
        pupils = {leg.shape: begun(leg, network)}
        network = taught(data, kept / f"leg-{k + 1}.pt", leg.steps, pupils, SEED + k * APART)[leg.shape]
    if network is None:
        raise ValueError("no legs")
    return network
