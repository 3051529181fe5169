"""Writes the beat network as whole numbers."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from dsp.calls import STEPS
from dsp.front import SCALE
from dsp.network import EXACT, largest
from training.beat_shapes import KERNEL, STEM

if TYPE_CHECKING:
    from pathlib import Path

    import torch

    from dsp.decisions import Decisions
    from dsp.types import FloatArray
    from training.beat_shapes import Network

BITS: Final = 127.0  # the largest whole number of a tap; the sum that goes past a layer's taps may exceed it
MOST: Final = 16  # bits behind the point


def export(network: Network, path: Path, meta: dict[str, Any], decisions: Decisions) -> str:
    """Writes the network; its sha256. ``meta``: name, version, data, licence."""
    shape = network.shape
    layers: list[tuple[Any, ...]] = [_folded(network.stem, network.norm)]
    kernels = [(STEM, 1)]
    for block in network.blocks:
        taps, bias = _folded(block.conv, block.norm)
        dilation = block.conv.dilation[0]
        through = KERNEL - 1 - block.ahead // dilation  # the tap that the sum goes past the layer by
        layers.append((taps, bias, through))
        kernels.append((KERNEL, dilation))
    head = network.head.weight.detach().double().numpy().transpose(2, 1, 0).reshape(-1, 2)
    layers.append((head * STEPS, network.head.bias.detach().double().numpy() * STEPS))
    kernels.append((1, 1))
    arrays: dict[str, Any] = {}
    for k, layer in enumerate(layers):
        taps, bias, *through = layer
        unit = SCALE if k == len(layers) - 1 else 1.0  # the head turns integers of 1/64 into sixteenths
        scale = 1.0 if k == len(layers) - 1 else SCALE
        whole, shifts = _whole(taps / unit, bias * scale, through[0] if through else None, signed=k == 0)
        arrays[f"taps{k}"] = whole.astype(np.int16)
        arrays[f"shift{k}"] = shifts.astype(np.int8)
        arrays[f"bias{k}"] = np.rint(bias * scale * np.exp2(shifts)).astype(np.int32)
        if largest(whole, arrays[f"bias{k}"].astype(float), signed=k == 0) >= EXACT:
            raise ArithmeticError(f"layer {k}: sums beyond what is exact")
    own = {"delay": shape.delay, "layers": kernels, "decisions": asdict(decisions)}
    arrays["meta"] = np.array(json.dumps(meta | own))
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, **arrays)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _folded(conv: torch.nn.Conv1d, norm: torch.nn.BatchNorm1d) -> tuple[FloatArray, FloatArray]:
    """Taps (kernel * in, out) and bias with the normalisation in them."""
    gain = (norm.weight / (norm.running_var + norm.eps).sqrt()).detach().double().numpy()
    taps = conv.weight.detach().double().numpy() * gain[:, None, None]  # (out, in, kernel)
    bias = norm.bias.detach().double().numpy() - norm.running_mean.double().numpy() * gain
    return taps.transpose(2, 1, 0).reshape(-1, len(gain)), bias


def _whole(
    taps: FloatArray, bias: FloatArray, through: int | None, *, signed: bool
) -> tuple[FloatArray, FloatArray]:
    """Whole numbers and, for each output, what they are divided by: the largest exact power of two."""
    shifts = np.minimum(np.floor(np.log2(BITS / np.maximum(np.abs(taps).max(axis=0), 1e-9))), MOST)
    n = taps.shape[1]
    while True:
        whole = np.rint(taps * np.exp2(shifts))
        if through is not None:
            whole[through * n : (through + 1) * n] += np.diag(np.exp2(shifts))
        fixed = np.rint(bias * np.exp2(shifts))
        inexact = [largest(whole[:, [j]], fixed[[j]], signed=signed) >= EXACT for j in range(n)]
        if not any(inexact):
            return whole, shifts
        shifts = shifts - np.array(inexact, float)
