from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("llama_cpp", reason="llama-cpp-python is not installed: no language model is tested")
pytest.importorskip("tokenizers", reason="tokenizers is not installed: it is needed for training alone")

from agent.model.engine import Brake, Engine
from agent.model.library import lib
from agent.model.request import Text
from agent.model.wire import Load
from training.language import gguf_file
from training.language.corpus import document, encoded
from training.language.rows import Source
from training.language.tokens import CONTROL, Tokens, load, train

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = [
    "What was my heart rate on Tuesday at 18:30, between 3 and 5 o'clock?",
    "Wie hoch war mein Puls gestern Abend um 7:45 Uhr? Größer als üblich",
    "\u00bfCu\u00e1l fue mi frecuencia card\u00edaca m\u00ednima anoche?",
    "Quel \u00e9tait mon pouls aujourd'hui \u00e0 7 h\u00a030\u202f? C'est l'apr\u00e8s-midi",
    "\u6628\u5929\u665a\u4e0a6\u70b9\u534a\u6211\u7684\u5fc3\u7387\u662f\u591a\u5c11\uff1f",
    "measure| last night|hr,pr\nfind_events| ever|af|| 1|longest",
    "{E12.when} your heart rate was {E12.hr}; I've 100 %  more.\n\n\tEnd \U0001f499",
    "hr_first E1.when E1.hr\nrhythm_more E1.pct E1.rhythm=sinus rhythm",
]
SHAPE = gguf_file.Shape(layers=1, wide=32, heads=2, inner=64, context=128)


@pytest.fixture(scope="module")
def known() -> Tokens:
    return train(TEXTS * 5, 700)


@pytest.fixture(scope="module")
def engine(known: Tokens, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("tokens") / "x.gguf"
    vocabulary = known.vocabulary()
    gguf_file.write(path, SHAPE, vocabulary, gguf_file.random_weights(SHAPE, known.size, 1), name="x")
    return Engine(Load(path=str(path), context=128, sessions=1, threads=1), Brake())


@pytest.mark.parametrize("text", TEXTS)
def test_llama_cpp_finds_the_same_tokens(known: Tokens, engine: Engine, text: str) -> None:
    assert engine.tokenize(Text(text)) == known.text(text)
    assert b"".join(map(engine.piece, known.text(text))).decode() == text


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cn", "Co")), max_size=60))
def test_any_text_has_the_same_tokens(known: Tokens, engine: Engine, text: str) -> None:
    text = text.replace("\0", "")
    assert engine.tokenize(Text(text)) == known.text(text)


def test_control_tokens_are_not_found_in_texts(known: Tokens, engine: Engine) -> None:
    assert min(known.text("".join(CONTROL))) >= len(CONTROL)
    for number, name in enumerate(CONTROL):
        assert engine.tokenize(Text(name, control=True)) == [number]
        assert min(engine.tokenize(Text(name))) >= len(CONTROL)
    ends = [name for number, name in enumerate(CONTROL) if lib.llama_vocab_is_eog(engine._vocabulary, number)]
    assert ends == ["</s>", "<|found|>"]


def test_figures_stand_alone(known: Tokens) -> None:
    assert len(known.text("2026")) == len(set(known.text("0123"))) == 4


def test_a_tokenizer_survives_its_file(known: Tokens, tmp_path: Path) -> None:
    known.save(tmp_path / "x.json")
    again = load(tmp_path / "x.json")
    assert [again.text(text) for text in TEXTS] == [known.text(text) for text in TEXTS]
    assert again.vocabulary() == known.vocabulary()


def test_rows_hold_every_document_once(known: Tokens) -> None:
    told = [{"state": "wearer en", "ask": f" {text}", "plan": "why"} for text in TEXTS]
    told[3] |= {"found": "hr_first E1.when", "say": "{E1.when}."}
    source = Source(encoded(known, told), 512, 1)
    for _epoch in range(2):
        first = source.next()
        assert int((first.documents > 0).sum()) == len(encoded(known, told).tokens)
        wanted = first.wanted[first.weights == 1]
        assert (wanted == known.control("<|found|>")).sum() == len(TEXTS)
        assert (wanted == known.control("</s>")).sum() == 1


def test_a_stopped_course_goes_on_with_the_same_batches(known: Tokens) -> None:
    told = encoded(known, [{"state": "x", "ask": text, "plan": "bye"} for text in TEXTS * 20])
    one, other = Source(told, 256, 1), Source(told, 256, 1)
    batches = [one.next().tokens.tolist() for _ in range(12)]
    epoch, place = 0, 0
    for number, batch in enumerate(batches):
        other.go_to(epoch, place)
        assert other.next().tokens.tolist() == batch, number
        epoch, place = other.epoch, other.place


def test_a_plan_ends_where_the_answer_begins(known: Tokens) -> None:
    tokens, kinds = document(known, [[9], [10, 11], [12], [13], [14, 15]])
    names = [CONTROL[token] if token < len(CONTROL) else str(token) for token in tokens]
    learned = [name for name, kind in zip(names, kinds, strict=True) if kind == 2]
    assert names[:2] == ["<s>", "<|state|>"]
    assert learned == ["12", "<|found|>", "14", "15", "</s>"]
