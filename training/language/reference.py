"""The decoder in numpy, token by token: slow, plain, and what the fast ones are held against."""

from __future__ import annotations

from typing import TYPE_CHECKING

import gguf
import numpy as np

from training.language.gguf_file import Shape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Array = NDArray[np.float32]


def opened(path: Path) -> tuple[Shape, dict[str, Array]]:
    """A model file's sizes and its weights, whatever they are stored as."""
    reader = gguf.GGUFReader(path)

    def number(key: str) -> float:
        return float(reader.fields[f"llama.{key}"].contents())

    shape = Shape(
        layers=int(number("block_count")),
        wide=int(number("embedding_length")),
        heads=int(number("attention.head_count")),
        inner=int(number("feed_forward_length")),
        context=int(number("context_length")),
        kv_heads=int(number("attention.head_count_kv")),
        rope_base=number("rope.freq_base"),
        epsilon=number("attention.layer_norm_rms_epsilon"),
    )
    weights = {
        each.name: np.asarray(gguf.dequantize(each.data, each.tensor_type), np.float32)
        for each in reader.tensors
    }
    return shape, weights


def logits(shape: Shape, weights: Mapping[str, Array], tokens: Sequence[int]) -> Array:
    """Logits after each token, (tokens, vocabulary)."""
    x = weights["token_embd.weight"][list(tokens)]
    for layer in range(shape.layers):
        own = {name.split(".")[2]: each for name, each in weights.items() if name.startswith(f"blk.{layer}.")}
        y = _normed(x, own["attn_norm"], shape.epsilon)
        x = x + _attended(shape, own, y)
        y = _normed(x, own["ffn_norm"], shape.epsilon)
        gate = y @ own["ffn_gate"].T
        x = x + (gate / (1 + np.exp(-gate)) * (y @ own["ffn_up"].T)) @ own["ffn_down"].T
    out = weights.get("output.weight", weights["token_embd.weight"])
    made: Array = _normed(x, weights["output_norm.weight"], shape.epsilon) @ out.T
    return made


def _attended(shape: Shape, own: Mapping[str, Array], y: Array) -> Array:
    length, each, groups = len(y), shape.wide // shape.heads, shape.kv_heads or shape.heads
    q = _turned((y @ own["attn_q"].T).reshape(length, shape.heads, each), shape.rope_base)
    k = _turned((y @ own["attn_k"].T).reshape(length, groups, each), shape.rope_base)
    v = (y @ own["attn_v"].T).reshape(length, groups, each)
    k, v = (np.repeat(several, shape.heads // groups, axis=1) for several in (k, v))
    scores = np.einsum("qhd,khd->hqk", q, k) / np.sqrt(each)
    scores = np.where(np.tri(length, dtype=bool), scores, -np.inf)
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares /= shares.sum(axis=-1, keepdims=True)
    made: Array = np.einsum("hqk,khd->qhd", shares, v).reshape(length, -1) @ own["attn_output"].T
    return made


def _normed(x: Array, weight: Array, epsilon: float) -> Array:
    made: Array = x / np.sqrt(np.mean(x * x, axis=-1, keepdims=True) + epsilon) * weight
    return made


def _turned(x: Array, base: float) -> Array:
    """Heads (tokens, heads, each) turned by their positions, in pairs of neighbours."""
    each = x.shape[-1]
    angles = np.outer(np.arange(len(x)), base ** (-np.arange(0, each, 2) / each))[:, None]
    even, odd = x[..., ::2], x[..., 1::2]
    made = np.empty_like(x)
    made[..., ::2] = even * np.cos(angles) - odd * np.sin(angles)
    made[..., 1::2] = even * np.sin(angles) + odd * np.cos(angles)
    return made
