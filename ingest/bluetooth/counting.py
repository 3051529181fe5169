"""Counters of few bits: numbers that go on where the wire's begin again."""

from __future__ import annotations


class Counting:
    """A counter of ``bits`` bits within one connection. ``base``: what its first round stands on."""

    def __init__(self, bits: int, base: int = 0) -> None:
        self._size = 1 << bits
        self._base = base
        self._last: int | None = None

    def take(self, raw: int) -> int:
        """The number that ``raw`` stands for: the one nearest to the last; never below the base.

        A copy, or a packet out of order, gets the number it had or should have had.
        """
        if self._last is not None:
            half = self._size // 2
            number = self._last + (raw - self._last + half) % self._size - half
        if self._last is None or number < 0:
            number = raw
        self._last = number
        return self._base + number
