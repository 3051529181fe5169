"""Writes a Llama decoder as a GGUF file, with a byte-fallback vocabulary or one of byte pairs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import gguf
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Array = NDArray[np.float32]

FAMILY_KEY: Final = "hearth.family"
UNKNOWN, BEGIN, END = "<unk>", "<s>", "</s>"
BYTES: Final = tuple(f"<0x{value:02X}>" for value in range(256))


@dataclass(frozen=True, slots=True)
class Shape:
    """A decoder's sizes. ``wide``: of the embedding; ``inner``: of the feed-forward layers."""

    layers: int
    wide: int
    heads: int
    inner: int
    context: int
    kv_heads: int = 0  # fewer than heads: grouped queries; 0: as many
    rope_base: float = 10_000.0
    epsilon: float = 1e-5


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Tokens after the unknown, begin and end token and the 256 bytes: control tokens, then pieces.

    Pieces write a space as U+2581. Earlier pieces are merged first.
    """

    control: Sequence[str] = ()
    pieces: Sequence[str] = ()

    @property
    def tokens(self) -> list[str]:
        """All of them in the order of their numbers."""
        return [UNKNOWN, BEGIN, END, *BYTES, *self.control, *self.pieces]

    @property
    def types(self) -> list[int]:
        """What each is."""
        kind = gguf.TokenType
        fixed = [kind.UNKNOWN, kind.CONTROL, kind.CONTROL, *[kind.BYTE] * len(BYTES)]
        return [
            int(each)
            for each in (*fixed, *[kind.CONTROL] * len(self.control), *[kind.NORMAL] * len(self.pieces))
        ]

    @property
    def scores(self) -> list[float]:
        """Earlier pieces have higher ones."""
        fixed = len(self.tokens) - len(self.pieces)
        return [0.0] * fixed + [-float(rank) for rank in range(len(self.pieces))]

    def tell(self, writer: gguf.GGUFWriter) -> None:
        """Write it into a file's head."""
        writer.add_tokenizer_model("llama")
        writer.add_token_list(self.tokens)
        writer.add_token_scores(self.scores)
        writer.add_token_types(self.types)
        writer.add_unk_token_id(self.tokens.index(UNKNOWN))
        writer.add_bos_token_id(self.tokens.index(BEGIN))
        writer.add_eos_token_id(self.tokens.index(END))
        writer.add_add_space_prefix(False)


@dataclass(frozen=True, slots=True)
class BytePairs:
    """Control tokens, then pieces of bytes as GPT-2 writes them, which ``merges`` make from single bytes.

    ``rules``: llama.cpp's name of how texts are cut up before; ``turn_ends``: control tokens that end a
    reply, beside the end.
    """

    control: Sequence[str]
    pieces: Sequence[str]
    merges: Sequence[str]
    rules: str
    begin: str = BEGIN
    end: str = END
    turn_ends: Sequence[str] = ()

    @property
    def tokens(self) -> list[str]:
        """All of them in the order of their numbers."""
        return [*self.control, *self.pieces]

    def tell(self, writer: gguf.GGUFWriter) -> None:
        """Write it into a file's head."""
        control, normal = int(gguf.TokenType.CONTROL), int(gguf.TokenType.NORMAL)
        writer.add_tokenizer_model("gpt2")
        writer.add_tokenizer_pre(self.rules)
        writer.add_token_list(self.tokens)
        writer.add_token_types([control] * len(self.control) + [normal] * len(self.pieces))
        writer.add_token_merges(list(self.merges))
        writer.add_bos_token_id(self.tokens.index(self.begin))
        writer.add_eos_token_id(self.tokens.index(self.end))
        for each in self.turn_ends:
            writer.add_eot_token_id(self.tokens.index(each))


def write(
    path: Path,
    shape: Shape,
    vocabulary: Vocabulary | BytePairs,
    weights: Mapping[str, Array],
    *,
    name: str,
    family: str = "",
    template: str = "",
    about: Mapping[str, str] | None = None,
    quantized: bool = False,
) -> None:
    """Write a model. ``weights``: llama.cpp's tensor names; matrices are (out, in), norms (wide,).

    ``about``: further texts of its head, by their keys; ``quantized``: matrices as Q8_0, with one scale for
    32 weights of eight bits.
    """
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_name(name)
    writer.add_context_length(shape.context)
    writer.add_embedding_length(shape.wide)
    writer.add_block_count(shape.layers)
    writer.add_feed_forward_length(shape.inner)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.kv_heads or shape.heads)
    writer.add_rope_dimension_count(shape.wide // shape.heads)
    writer.add_rope_freq_base(shape.rope_base)
    writer.add_layer_norm_rms_eps(shape.epsilon)
    writer.add_vocab_size(len(vocabulary.tokens))
    vocabulary.tell(writer)
    writer.add_add_bos_token(True)
    if family:
        writer.add_string(FAMILY_KEY, family)
    if template:
        writer.add_chat_template(template)
    for key, text in (about or {}).items():
        writer.add_string(key, text)
    kind = gguf.GGMLQuantizationType.Q8_0
    for tensor, values in weights.items():
        if quantized and values.ndim > 1:
            writer.add_tensor(tensor, gguf.quantize(values, kind), raw_dtype=kind)
        else:
            writer.add_tensor(tensor, values)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def random_weights(shape: Shape, tokens: int, seed: int, *, spread: float = 0.02) -> dict[str, Array]:
    """Weights that nothing was learned into; the same for the same seed."""
    rng = np.random.default_rng(seed)
    kv = shape.wide * (shape.kv_heads or shape.heads) // shape.heads

    def matrix(out: int, into: int) -> Array:
        return rng.normal(0.0, spread, (out, into)).astype(np.float32)

    made: dict[str, Array] = {
        "token_embd.weight": matrix(tokens, shape.wide),
        "output_norm.weight": np.ones(shape.wide, np.float32),
        "output.weight": matrix(tokens, shape.wide),
    }
    for layer in range(shape.layers):
        block = f"blk.{layer}"
        made |= {
            f"{block}.attn_norm.weight": np.ones(shape.wide, np.float32),
            f"{block}.attn_q.weight": matrix(shape.wide, shape.wide),
            f"{block}.attn_k.weight": matrix(kv, shape.wide),
            f"{block}.attn_v.weight": matrix(kv, shape.wide),
            f"{block}.attn_output.weight": matrix(shape.wide, shape.wide),
            f"{block}.ffn_norm.weight": np.ones(shape.wide, np.float32),
            f"{block}.ffn_gate.weight": matrix(shape.inner, shape.wide),
            f"{block}.ffn_up.weight": matrix(shape.inner, shape.wide),
            f"{block}.ffn_down.weight": matrix(shape.wide, shape.inner),
        }
    return made
