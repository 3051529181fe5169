"""Misspelt words are mended as a slow reference says, and everyday words are left alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from agent.en.common import COMMON
from agent.spelling import distance, mend

WORDS = ("yesterday", "morning", "night", "pulse", "battery", "tuesday", "rhythm", "episode")


def reference(a: str, b: str) -> int:
    """Optimal string alignment, the whole table."""
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            if not i or not j:
                table[i][j] = i or j
                continue
            changed = table[i - 1][j - 1] + (a[i - 1] != b[j - 1])
            best = min(table[i - 1][j] + 1, table[i][j - 1] + 1, changed)
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                best = min(best, table[i - 2][j - 2] + 1)
            table[i][j] = best
    return table[-1][-1]


@given(st.text("abcd", max_size=8), st.text("abcd", max_size=8), st.integers(0, 3))
def test_the_fast_distance_is_the_slow_one_up_to_its_limit(a: str, b: str, limit: int) -> None:
    slow = reference(a, b)
    fast = distance(a, b, limit)
    assert fast == slow if slow <= limit else fast > limit


def test_slips_are_mended() -> None:
    slips = {
        "yesteday": "yesterday",
        "mornign": "morning",
        "tuseday": "tuesday",
        "puls": "pulse",
        "batery": "battery",
        "rythm": "rhythm",
        "epsiode": "episode",
        "nihgt": "night",
    }
    assert {slip: mend(slip, WORDS, COMMON) for slip in slips} == slips


def test_everyday_and_short_words_are_left_alone() -> None:
    for word in ("right", "light", "might", "warning", "plus", "day", "of", "nite"):
        assert mend(word, WORDS, COMMON | {"nite", "plus"}) == word


@given(st.text(max_size=30))
def test_mending_twice_changes_nothing_more(word: str) -> None:
    once = mend(word, WORDS, COMMON)
    assert mend(once, WORDS, COMMON) == once
