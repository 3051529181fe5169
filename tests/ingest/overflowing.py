"""Our own queue, too full for some frames, and what must then be stored of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dsp.types import GapReason

if TYPE_CHECKING:
    import numpy as np

    from tests.ingest.airwaves import Arrival


def squeeze(arrivals: list[Arrival], rng: np.random.Generator, share: float) -> list[Arrival]:
    """What gets through a queue that is full again and again, at ``share`` of the arrivals.

    The first and the last frame get in: what is dropped lies between. Copies of what is dropped are dropped
    too: they may come when it is too late.
    """
    ends = {arrivals[0].sent.first, arrivals[-1].sent.first} if arrivals else set()
    kept: list[Arrival] = []
    gone: set[int] = set()
    dropped = 0
    for one in arrivals:
        if not one.copy and one.sent.first not in ends and rng.random() < share:
            gone.add(one.sent.first)
        if one.sent.first in gone:
            dropped += one.sent.n
        else:
            kept.append(replace(one, dropped=dropped))
            dropped = 0
    return kept


def overflown(cells: list[list[int | GapReason]], arrivals: list[Arrival]) -> list[list[int | GapReason]]:
    """``cells`` as they must be where order was kept: each hole begins with what was dropped in it.

    Of a hole that parts two sessions, that is the end of the earlier one.
    """
    dropped = {one.sent.first: one.dropped for one in arrivals}
    found = []
    for row, following in zip(cells, [*cells[1:], []], strict=True):
        labelled, begin = list(row), 0
        for index, cell in enumerate(row):
            if isinstance(cell, GapReason):
                continue
            n = min(dropped.get(cell, 0), index - begin)
            labelled[begin : begin + n] = [GapReason.OVERFLOW] * n
            begin = index + 1
        if following and not isinstance(following[0], GapReason):
            labelled += [GapReason.OVERFLOW] * dropped[following[0]]
        found.append(labelled)
    return found


def unlabelled(cells: list[list[int | GapReason]]) -> list[list[int | GapReason]]:
    """``cells`` as if nothing had been said of what was dropped."""
    found: list[list[int | GapReason]] = []
    for row in cells:
        plain: list[int | GapReason] = [
            GapReason.LOST if cell is GapReason.OVERFLOW else cell for cell in row
        ]
        while plain and row[len(plain) - 1] is GapReason.OVERFLOW:
            plain.pop()
        found.append(plain)
    return found
