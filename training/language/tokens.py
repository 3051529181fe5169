"""The tokenizer: byte pairs trained on the dialogues, figures one by one, nothing unknown.

Its pieces are those that llama.cpp finds with its ``qwen2`` rules; control tokens are never found in a text.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tokenizers import Regex, Tokenizer
from tokenizers.models import BPE
from tokenizers.pre_tokenizers import ByteLevel, Sequence, Split
from tokenizers.trainers import BpeTrainer

from training.language.gguf_file import BytePairs

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

BEGIN, END = "<s>", "</s>"
CONTROL: Final = (BEGIN, END, "<|state|>", "<|ask|>", "<|plan|>", "<|found|>", "<|say|>")
SIZE: Final = 5120
RULES: Final = "qwen2"
# As llama.cpp has it for "qwen2" (src/llama-vocab.cpp, release b7484).
PIECES: Final = (
    r"(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}|"
    r" ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A trained tokenizer. Control tokens have the first numbers."""

    made: Tokenizer

    def text(self, text: str) -> list[int]:
        """A text's tokens."""
        found: list[int] = self.made.encode(text, add_special_tokens=False).ids
        return [number + len(CONTROL) for number in found]

    def texts(self, several: list[str]) -> list[list[int]]:
        """The same of many texts at once."""
        return [
            [number + len(CONTROL) for number in found.ids]
            for found in self.made.encode_batch(several, add_special_tokens=False)
        ]

    def control(self, name: str) -> int:
        """The number of a control token."""
        return CONTROL.index(name)

    @property
    def size(self) -> int:
        """How many tokens there are."""
        return len(CONTROL) + int(self.made.get_vocab_size())

    def vocabulary(self) -> BytePairs:
        """The same for a model file."""
        told = json.loads(self.made.to_str())["model"]
        pieces = sorted(told["vocab"], key=told["vocab"].__getitem__)
        merges = tuple(each if isinstance(each, str) else " ".join(each) for each in told["merges"])
        return BytePairs(
            CONTROL, tuple(pieces), merges, rules=RULES, begin=BEGIN, end=END, turn_ends=("<|found|>",)
        )

    def save(self, path: Path) -> None:
        """Write it to a file."""
        path.write_text(self.made.to_str(), encoding="utf-8")


def load(path: Path) -> Tokens:
    """A tokenizer from its file."""
    return Tokens(Tokenizer.from_str(path.read_text(encoding="utf-8")))


def train(texts: Iterable[str], size: int = SIZE) -> Tokens:
    """A tokenizer of so many tokens, for texts like these."""
    made = Tokenizer(BPE())
    made.pre_tokenizer = Sequence(
        [Split(Regex(PIECES), "isolated"), ByteLevel(add_prefix_space=False, use_regex=False)]
    )
    trainer = BpeTrainer(
        vocab_size=size - len(CONTROL),
        initial_alphabet=ByteLevel.alphabet(),
        special_tokens=[],
        show_progress=False,
        min_frequency=3,
    )
    made.train_from_iterator(texts, trainer)
    return Tokens(made)
