"""The beat network as it is trained."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import torch
from torch import nn
from torch.nn import functional

from dsp.front import WIDTH
from dsp.network import SLOTS

KERNEL: Final = 9
STEM: Final = 5  # frames
STEM_AHEAD: Final = 1
CEILING: Final = 30.0  # of activations: what integers of 1/64 hold


@dataclass(frozen=True, slots=True)
class Shape:
    """``blocks``: dilation and frames ahead (a multiple of it) of each."""

    channels: int
    blocks: tuple[tuple[int, int], ...]

    @property
    def delay(self) -> int:
        """Frames from a beat to its heat."""
        return STEM_AHEAD + sum(ahead for _, ahead in self.blocks)


SHAPES: Final = {
    "wide": Shape(32, ((1, 3), (3, 3), (10, 0))),
    "deep": Shape(32, ((1, 3), (3, 3), (1, 0), (10, 0), (24, 0))),
    "late": Shape(32, ((1, 3), (3, 3), (1, 1), (10, 0), (24, 0))),
    "short": Shape(24, ((1, 3), (6, 0))),
}


class Block(nn.Module):
    """A dilated convolution over the past of its own clock, which runs ``ahead`` frames late."""

    def __init__(self, channels: int, dilation: int, ahead: int) -> None:
        super().__init__()
        self.reach, self.ahead = (KERNEL - 1) * dilation, ahead
        self.conv = nn.Conv1d(channels, channels, KERNEL, dilation=dilation, bias=False)
        self.norm = nn.BatchNorm1d(channels)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """(batch, channels, frames) to the same."""
        new = self.norm(self.conv(functional.pad(x, (self.reach, 0))))
        old = functional.pad(x, (self.ahead, 0))[..., : x.shape[-1]] if self.ahead else x
        return torch.clamp(old + new, 0.0, CEILING)


class Network(nn.Module):
    """Rows of :class:`dsp.front.Front`, (batch, frames, ``WIDTH``), to the logits of a beat a delay ago."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.stem = nn.Conv1d(WIDTH, shape.channels, STEM, bias=False)
        self.norm = nn.BatchNorm1d(shape.channels)
        self.blocks = nn.ModuleList([Block(shape.channels, *block) for block in shape.blocks])
        self.head = nn.Conv1d(shape.channels, SLOTS, 1)

    def forward(self, rows: torch.Tensor) -> torch.Tensor:
        """Logits, (batch, frames, ``SLOTS``)."""
        x = functional.pad(rows.transpose(1, 2), (STEM - 1, 0))
        x = torch.clamp(self.norm(self.stem(x)), 0.0, CEILING)
        for block in self.blocks:
            x = block(x)
        logits: torch.Tensor = self.head(x).transpose(1, 2)
        return logits


def grow(network: Network, former: Network) -> None:
    """Makes a deeper and wider network begin as one that was trained: it gives the same heat, late.

    The former's blocks are found by their dilation and frames ahead; the new ones pass on what they are
    given, and the new channels are heard by nobody yet.
    """
    old = former.shape.channels
    with torch.no_grad():
        for part in ("weight", "bias", "running_mean", "running_var"):
            getattr(network.norm, part)[:old] = getattr(former.norm, part)
        network.stem.weight[:old] = former.stem.weight
        network.head.weight.zero_()
        network.head.weight[:, :old] = former.head.weight
        network.head.bias.copy_(former.head.bias)
        for shape, block in zip(network.shape.blocks, network.blocks, strict=True):
            if shape not in former.shape.blocks:
                block.norm.weight.zero_()
                continue
            taught = former.blocks[former.shape.blocks.index(shape)]
            for part in ("weight", "bias", "running_mean", "running_var"):
                getattr(block.norm, part)[:old] = getattr(taught.norm, part)
            block.conv.weight[:old, old:] = 0.0
            block.conv.weight[:old, :old] = taught.conv.weight


def hasten(network: Network, former: Network) -> None:
    """Makes a network begin as one that was trained with a frame more of the future in some blocks.

    The oldest tap of such a block is lost; the others look at the frames that they looked at.
    """
    network.load_state_dict(former.state_dict())
    with torch.no_grad():
        for block, taught in zip(network.blocks, former.blocks, strict=True):
            sooner = (taught.ahead - block.ahead) // block.conv.dilation[0]
            if sooner:
                block.conv.weight.zero_()
                block.conv.weight[..., sooner:] = taught.conv.weight[..., :-sooner]
