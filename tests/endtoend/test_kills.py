from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Final

import pytest

from tests.endtoend.kills import several_houses

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)

HOUSES: Final = 4  # side by side: while one starts, another waits for its disk


def unharmed(place: Path, kills: int, seed: int) -> None:
    figures = asyncio.run(several_houses(place, HOUSES, kills // HOUSES, seed))
    assert sum(one.kills for one in figures) == kills
    for one in figures:
        assert one.frames > 3 * one.kills, "the daemon was hardly ever at work when it was killed"
        log.info("%s", one)


@pytest.mark.timeout(400)
def test_forty_kills_lose_nothing_acknowledged(place: Path) -> None:
    unharmed(place, 40, 20_261_101)


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_a_thousand_kills_lose_nothing_acknowledged(place: Path) -> None:
    unharmed(place, 1000, 20_261_102)
