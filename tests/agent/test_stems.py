"""Words mended by their stem."""

from __future__ import annotations

import pytest

from agent.stems import regrown, stems

STOCK = stems(["summar*", "alarm*", "fibrillat* of", "go*"])


def test_short_stems_begin_too_many_words() -> None:
    assert STOCK == ("alarm", "fibrillat", "summar")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sumarize", "summarize"),
        ("summmary", "summary"),
        ("allarms", "alarms"),
        ("alrms", "alarms"),
        ("fibrilatin", "fibrillatin"),
    ],
)
def test_a_slip_in_the_stem_is_mended_whatever_follows(typed: str, meant: str) -> None:
    assert regrown(typed, (), STOCK, ()) == meant


@pytest.mark.parametrize("word", ["summer", "dummary", "arm", "larmed", "fibre", "a" * 40])
def test_other_words_stay(word: str) -> None:
    assert regrown(word, (), STOCK, {"summer"}) == word


def test_what_is_known_stays() -> None:
    assert regrown("allarms", {"allarms"}, STOCK, ()) == "allarms"
