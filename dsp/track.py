"""The recent past of one signal, addressed by absolute sample index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import DTypeLike, NDArray


class Track:
    """Keeps at least the last ``keep`` samples of a signal; holds no more than twice that and one chunk."""

    __slots__ = ("_data", "_fill", "keep", "start")

    def __init__(self, keep: int, dtype: DTypeLike) -> None:
        self.keep = keep
        self.start = 0  # absolute index of the first sample held
        self._data: NDArray[Any] = np.empty(2 * keep, dtype)
        self._fill = 0

    @property
    def end(self) -> int:
        """Absolute index one past the last sample."""
        return self.start + self._fill

    def append(self, x: NDArray[Any]) -> None:
        """Adds samples at the end, forgetting what is older than ``keep``."""
        fill = self._fill
        need = fill + len(x)
        if need > len(self._data):
            self._make_room(len(x))
            fill = self._fill
            need = fill + len(x)
        self._data[fill:need] = x
        self._fill = need

    def _make_room(self, n: int) -> None:
        drop = max(0, self._fill - self.keep)
        size = max(2 * self.keep, self._fill - drop + n)
        data = np.empty(size, self._data.dtype) if size > len(self._data) else self._data
        data[: self._fill - drop] = self._data[drop : self._fill].copy()
        self._data = data
        self.start += drop
        self._fill -= drop

    def view(self, a: int, b: int) -> NDArray[Any]:
        """Samples ``a`` to ``b`` (absolute, end exclusive) without copying; clipped to what is held."""
        a, b = a - self.start, min(b - self.start, self._fill)
        return self._data[max(a, 0) : max(b, 0)]

    def state(self) -> tuple[int, NDArray[Any]]:
        """Start index and the samples that must be kept."""
        drop = max(0, self._fill - self.keep)
        return self.start + drop, self._data[drop : self._fill].copy()

    def load(self, start: int, data: NDArray[Any]) -> None:
        """Takes back what :meth:`state` gave."""
        self.start = start
        self._fill = 0
        self.append(data)
