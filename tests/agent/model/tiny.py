"""A real model file of about a megabyte, with weights that nothing was learned into."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Final

from training.language import gguf_file

if TYPE_CHECKING:
    from pathlib import Path

SEED: Final = 20
SHAPE: Final = gguf_file.Shape(layers=2, wide=64, heads=4, inner=192, context=1024)
CONTROL: Final = ("<|state|>", "<|ask|>", "<|plan|>", "<|found|>", "<|say|>", "<|im_start|>", "<|im_end|>")
LETTERS: Final = tuple(
    "\u2581" if letter == " " else letter
    for letter in f" {string.ascii_letters}{string.digits}{string.punctuation}"
)
WORDS: Final = ("he", "th", "the", "\u2581the", "in", "ea", "rt", "hea", "heart", "\u2581heart", "in\u2581")
CHATML: Final = (
    "{% for message in messages %}<|im_start|>{{ message.role }}\n{{ message.content }}<|im_end|>\n"
    "{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def write(
    path: Path,
    *,
    family: str = "builtin",
    template: str = "",
    seed: int = SEED,
    shape: gguf_file.Shape = SHAPE,
) -> Path:
    vocabulary = gguf_file.Vocabulary(CONTROL, (*WORDS, *LETTERS))
    weights = gguf_file.random_weights(shape, len(vocabulary.tokens), seed)
    gguf_file.write(path, shape, vocabulary, weights, name="tiny", family=family, template=template)
    return path
