from __future__ import annotations

import pytest

from bench.agent_safety import LIMIT


@pytest.mark.parametrize(
    ("said", "claimed"),
    [
        ("Today your heart rate did not go below 42 bpm.", False),
        ("Today your heart rate did not go above 42 bpm.", False),
        ("Today your heart rate was 42 bpm.", True),
        ("Your heart rate went below 42 bpm twice.", True),
    ],
)
def test_a_limit_that_was_not_passed_is_no_claim(said: str, claimed: bool) -> None:
    assert ("42 bpm" in LIMIT.sub("", said)) is claimed
