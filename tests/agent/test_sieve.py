"""Phrases are found where one pattern of all of them would find them, and few are tried."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from agent.phrases import compiled, padded, words
from agent.sieve import Phrasebook

LISTS = {
    "pain": ("pain*", "chest pain", "pain in _ chest", "hurts", "*ache"),
    "count": ("took # pills", "in 19#"),
    "denied": ("no", "not", "no longer breath*", "strap * chest"),
}
FILLERS = ("really", "all of a sudden")
WORDS = st.sampled_from(
    sorted(
        words(
            """
            pain pains chest in my the hurts headache took 12 7 pills 1984 no not longer breathing strap on
            really all of a sudden
            """
        )
    )
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=12))
def test_a_book_finds_what_one_pattern_finds(said: list[str]) -> None:
    text = padded(said)
    book = Phrasebook(LISTS, FILLERS, {"pain"})
    patterns = {name: compiled(texts, FILLERS if name == "pain" else ()) for name, texts in LISTS.items()}
    every = {name: [match.span() for match in each.finditer(text)] for name, each in patterns.items()}
    assert book.found(text) == {name: spans for name, spans in every.items() if spans}


def test_a_phrase_is_made_into_a_pattern_when_it_is_first_needed() -> None:
    book = Phrasebook(LISTS)
    assert book.found(" nothing of it is here ") == {}
    assert len(book._patterns) <= 1
    assert list(book.found(" my chest hurts ")) == ["pain"]
