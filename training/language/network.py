"""The decoder as llama.cpp runs it: RMS norms, positions as turns of pairs, grouped queries, gated layers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np
import torch
from torch import nn
from torch.nn import functional

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from training.language.gguf_file import Shape

NAMES: Final = {
    "attn_norm": "attention_norm",
    "attn_q": "attention.q",
    "attn_k": "attention.k",
    "attn_v": "attention.v",
    "attn_output": "attention.out",
    "ffn_norm": "inner_norm",
    "ffn_gate": "gate",
    "ffn_up": "up",
    "ffn_down": "down",
}


class Attention(nn.Module):
    """Queries of each head, keys and values shared by several."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads, self.groups = shape.heads, shape.kv_heads or shape.heads
        self.each = shape.wide // shape.heads
        self.q = nn.Linear(shape.wide, shape.wide, bias=False)
        self.k = nn.Linear(shape.wide, self.groups * self.each, bias=False)
        self.v = nn.Linear(shape.wide, self.groups * self.each, bias=False)
        self.out = nn.Linear(shape.wide, shape.wide, bias=False)

    def forward(self, x: torch.Tensor, turns: torch.Tensor, seen: torch.Tensor) -> torch.Tensor:
        """``x`` (rows, length, wide); ``turns`` (length, each/2); ``seen`` (rows or 1, 1, length, length)."""
        rows, length, wide = x.shape
        q = turned(self.q(x).view(rows, length, self.heads, self.each), turns)
        k = turned(self.k(x).view(rows, length, self.groups, self.each), turns)
        v = self.v(x).view(rows, length, self.groups, self.each)
        times = self.heads // self.groups
        k, v = (each.repeat_interleave(times, dim=2).transpose(1, 2) for each in (k, v))
        made = functional.scaled_dot_product_attention(q.transpose(1, 2), k, v.to(q.dtype), attn_mask=seen)
        return self.out(made.transpose(1, 2).reshape(rows, length, wide))


class Block(nn.Module):
    """One layer."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.attention_norm = nn.RMSNorm(shape.wide, eps=shape.epsilon)
        self.attention = Attention(shape)
        self.inner_norm = nn.RMSNorm(shape.wide, eps=shape.epsilon)
        self.gate = nn.Linear(shape.wide, shape.inner, bias=False)
        self.up = nn.Linear(shape.wide, shape.inner, bias=False)
        self.down = nn.Linear(shape.inner, shape.wide, bias=False)

    def forward(self, x: torch.Tensor, turns: torch.Tensor, seen: torch.Tensor) -> torch.Tensor:
        """As of :class:`Attention`."""
        x = x + self.attention(self.attention_norm(x), turns, seen)
        y = self.inner_norm(x)
        return x + self.down(functional.silu(self.gate(y)) * self.up(y))


class Decoder(nn.Module):
    """Tokens to logits; the embedding serves at both ends."""

    def __init__(self, shape: Shape, tokens: int) -> None:
        super().__init__()
        self.shape = shape
        self.embedding = nn.Embedding(tokens, shape.wide)
        self.blocks = nn.ModuleList(Block(shape) for _ in range(shape.layers))
        self.norm = nn.RMSNorm(shape.wide, eps=shape.epsilon)
        angles = torch.arange(0, shape.wide // shape.heads, 2).float() / (shape.wide // shape.heads)
        speeds = 1.0 / shape.rope_base**angles
        steps = torch.outer(torch.arange(shape.context).float(), speeds)
        self.register_buffer("turns", torch.polar(torch.ones_like(steps), steps), persistent=False)
        self._begin()

    def _begin(self) -> None:
        for name, weight in self.named_parameters():
            if weight.ndim > 1:
                small = name.endswith(("out.weight", "down.weight"))
                spread = 0.02 / math.sqrt(2 * self.shape.layers) if small else 0.02
                nn.init.normal_(weight, 0.0, spread)

    def states(self, tokens: torch.Tensor, documents: torch.Tensor | None = None) -> torch.Tensor:
        """What the last layer gives, (rows, length, wide). ``documents``: none sees another in its row."""
        length = tokens.shape[1]
        seen = torch.ones(length, length, dtype=torch.bool).tril()[None, None]
        if documents is not None:
            seen = seen & (documents[:, None, :, None] == documents[:, None, None, :])
        x = self.embedding(tokens)
        for block in self.blocks:
            x = block(x, self.turns[:length], seen)
        return self.norm(x)

    def logits(self, states: torch.Tensor) -> torch.Tensor:
        """Logits of states."""
        return functional.linear(states, self.embedding.weight)

    def forward(self, tokens: torch.Tensor, documents: torch.Tensor | None = None) -> torch.Tensor:
        """Logits, (rows, length, tokens)."""
        return self.logits(self.states(tokens, documents))

    def weights(self) -> dict[str, nn.Parameter]:
        """The weights under llama.cpp's names; none for the output, which is the embedding's."""
        made = {"token_embd.weight": self.embedding.weight, "output_norm.weight": self.norm.weight}
        for number, block in enumerate(self.blocks):
            known = dict(block.named_parameters())
            made |= {f"blk.{number}.{name}.weight": known[f"{own}.weight"] for name, own in NAMES.items()}
        return made

    def exported(self) -> dict[str, NDArray[np.float32]]:
        """The same as arrays."""
        return {
            name: weight.detach().float().numpy().astype(np.float32)
            for name, weight in self.weights().items()
        }


def turned(x: torch.Tensor, turns: torch.Tensor) -> torch.Tensor:
    """Heads (rows, length, heads, each) turned by their positions, in pairs of neighbours."""
    pairs = torch.view_as_complex(x.float().reshape(*x.shape[:-1], -1, 2))
    return torch.view_as_real(pairs * turns[None, :, None]).flatten(-2).to(x.dtype)
