from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import numpy as np
import pytest

pytest.importorskip("llama_cpp", reason="llama-cpp-python is not installed: no language model is tested")

from agent.model.engine import Brake, Engine
from agent.model.library import lib
from agent.model.shipped import FILE as SHIPPED
from agent.model.wire import Load
from training.language import gguf_file, reference

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

SHAPE = gguf_file.Shape(layers=2, wide=64, heads=4, inner=192, context=256, kv_heads=2)
PROMPT = [1, 70, 200, 71, 90, 281, 5, 280, 12, 260]


def written(path: Path, *, quantized: bool, shape: gguf_file.Shape = SHAPE) -> Path:
    vocabulary = gguf_file.Vocabulary(("<|ask|>",), tuple("abcdefghijklmnopqrstuvwxyz"))
    weights = gguf_file.random_weights(shape, len(vocabulary.tokens), 3, spread=0.15)
    del weights["output.weight"]  # the embedding serves at both ends
    gguf_file.write(
        path, shape, vocabulary, weights, name="x", quantized=quantized, about={"hearth.made": "now"}
    )
    return path


def told(engine: Engine, tokens: Sequence[int]) -> NDArray[np.float32]:
    """What llama.cpp makes of tokens, after the last."""
    slot = engine._slots.slots[0]
    slot.tokens.clear()
    lib.llama_memory_seq_rm(engine._memory, slot.number, -1, -1)
    assert engine._evaluate(slot, list(tokens))
    size = lib.llama_vocab_n_tokens(engine._vocabulary)
    return np.ctypeslib.as_array(lib.llama_get_logits_ith(engine._context, -1), (size,)).copy()


def loaded(path: Path) -> Engine:
    return Engine(Load(path=str(path), context=256, sessions=1, threads=1), Brake())


@pytest.mark.parametrize("quantized", [False, True])
def test_llama_cpp_and_the_reference_agree(tmp_path: Path, quantized: bool) -> None:
    path = written(tmp_path / "x.gguf", quantized=quantized)
    shape, weights = reference.opened(path)
    want = reference.logits(shape, weights, PROMPT)[-1]
    got = told(loaded(path), PROMPT)
    # It keeps keys and values in 16 bits, and multiplies quantized matrices with inputs of 8 bits.
    assert np.abs(got - want).max() < (0.25 if quantized else 0.02) * want.std()
    assert got.argmax() == want.argmax()


def test_quantized_weights_are_near_and_small(tmp_path: Path) -> None:
    whole, small = (written(tmp_path / f"{q}.gguf", quantized=q) for q in (False, True))
    assert small.stat().st_size < 0.4 * whole.stat().st_size
    (_, exact), (_, near) = reference.opened(whole), reference.opened(small)
    for name, weight in exact.items():
        assert np.abs(near[name] - weight).max() <= np.abs(weight).max() / 127, name


def test_torch_and_the_reference_agree() -> None:
    torch = pytest.importorskip(
        "torch", reason="torch is not installed: it trains, and nothing else needs it"
    )
    from training.language.network import Decoder  # noqa: PLC0415 - needs torch

    torch.manual_seed(1)
    model = Decoder(SHAPE, 320)
    for weight in model.parameters():
        if weight.ndim > 1:
            torch.nn.init.normal_(weight, 0.0, 0.15)
    want = reference.logits(SHAPE, model.exported(), PROMPT)
    with torch.no_grad():
        alone = model(torch.tensor([PROMPT]))[0].numpy()
        beside = torch.tensor([[3, 9, 8, *PROMPT]])
        documents = torch.tensor([[1, 1, 1, *[2] * len(PROMPT)]])
        packed = model(beside, documents)[0, 3:].numpy()
    np.testing.assert_allclose(alone, want, atol=1e-4)
    np.testing.assert_allclose(packed, want, atol=1e-4)  # a neighbour in the row is not seen


shipped = pytest.mark.skipif(not SHIPPED.is_file(), reason="this version comes without a built-in model")


@shipped
def test_the_shipped_model_is_the_one_its_card_tells_of() -> None:
    card = json.loads(SHIPPED.with_suffix(".json").read_text(encoding="utf-8"))
    data = SHIPPED.read_bytes()
    assert card["sha256"] == hashlib.sha256(data).hexdigest()
    assert len(data) <= 45 * 10**6
    ready = loaded(SHIPPED).ready()
    assert (ready.family, ready.architecture) == ("builtin", "llama")


@shipped
def test_llama_cpp_runs_the_shipped_model_as_the_reference_does() -> None:
    shape, weights = reference.opened(SHIPPED)
    prompt = [0, 2, 500, 501, 3, 600, 700, 800, 4]
    want = reference.logits(shape, weights, prompt)[-1]
    got = told(loaded(SHIPPED), prompt)
    assert np.corrcoef(got, want)[0, 1] > 0.995
