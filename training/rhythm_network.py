"""The rhythm network as it is trained: residual convolutions over one lead, pooled by attention."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import torch
from torch import nn
from torch.nn import functional

if TYPE_CHECKING:
    from collections.abc import Sequence

STRIDE: Final = 32  # samples of 125 Hz in a frame of what is pooled: 256 ms
LOOKS: Final = 4  # attention maps: where an early beat is, where P waves are missing
KERNELS: Final = (7, 5, 5, 5)  # of the blocks that halve the rate
DILATIONS: Final = (2, 4, 8)  # of those after them: they see 15 s, enough to tell irregular from changing
STEM: Final = 15
FAR: Final = 1e4  # a logit that is nothing after a soft maximum


class Residual(nn.Module):
    """Two convolutions, and what came in."""

    def __init__(
        self, before: int, after: int, kernel: int, *, stride: int, dilation: int, lost: float
    ) -> None:
        super().__init__()
        pad = (0, dilation * (kernel // 2))
        self.first = nn.Conv2d(
            before, after, (1, kernel), (1, stride), padding=pad, dilation=(1, dilation), bias=False
        )
        self.second = nn.Conv2d(after, after, (1, kernel), padding=pad, dilation=(1, dilation), bias=False)
        self.norm1, self.norm2 = nn.BatchNorm2d(after), nn.BatchNorm2d(after)
        self.past: nn.Module = nn.Identity()
        if before != after or stride != 1:
            self.past = nn.Sequential(
                nn.Conv2d(before, after, 1, (1, stride), bias=False), nn.BatchNorm2d(after)
            )
        self.lost = nn.Dropout(lost)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """(batch, before, 1, n) to (batch, after, 1, n / stride)."""
        y = self.lost(functional.relu(self.norm1(self.first(x))))
        return functional.relu(self.norm2(self.second(y)) + self.past(x))


class Network(nn.Module):
    """Logits of classes. ``channels``: of the stem, and of the blocks that halve the rate.

    The rows are images one pixel high: convolutions over them are the same, and a sixth faster to train.
    """

    def __init__(self, channels: Sequence[int], classes: int) -> None:
        super().__init__()
        stem, *wide = channels
        top = wide[-1]
        self.stem = nn.Sequential(
            nn.Conv2d(1, stem, (1, STEM), (1, 2), (0, STEM // 2), bias=False), nn.BatchNorm2d(stem), nn.ReLU()
        )
        pairs = zip((stem, *wide), wide, KERNELS, strict=False)
        self.blocks = nn.Sequential(
            *(Residual(a, b, k, stride=2, dilation=1, lost=0.1) for a, b, k in pairs),
            *(Residual(top, top, 3, stride=1, dilation=d, lost=0.2) for d in DILATIONS),
        )
        self.looks = nn.Conv1d(top, LOOKS, 1)
        self.lost = nn.Dropout(0.3)
        self.head = nn.Linear(top * (2 + LOOKS), classes)
        self.to(memory_format=torch.channels_last)

    def forward(self, rows: torch.Tensor, n: torch.Tensor | None = None) -> torch.Tensor:
        """(batch, samples) to (batch, classes). ``n``: samples of each row that are not filling."""
        x = rows[:, None, None].to(memory_format=torch.channels_last)
        h = self.blocks(self.stem(x)).squeeze(2)
        looks = self.looks(h)
        if n is None:
            mean, most = h.mean(2), h.amax(2)
        else:
            known = (torch.arange(h.shape[2])[None] * STRIDE < n[:, None])[:, None].to(h.dtype)
            looks = looks - (1.0 - known) * FAR
            mean, most = (h * known).sum(2) / known.sum(2), (h * known).amax(2)  # none is below zero
        seen = torch.matmul(h, torch.softmax(looks, 2).transpose(1, 2)).flatten(1)
        return self.head(self.lost(torch.cat((mean, most, seen), 1)))
