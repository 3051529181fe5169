"""Which detected beat is which annotated one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    Samples = Sequence[int] | NDArray[np.int64]


def match(reference: Samples, test: Samples, window: float) -> list[tuple[int, int]]:
    """Pairs of indices (reference, test) at most ``window`` samples apart, each used once, in order.

    Both are ascending samples. Walks both in time and gives each reference beat the nearest test beat that is
    not nearer to the next reference beat, as the program bxb of EC57 does.
    """
    pairs: list[tuple[int, int]] = []
    j = 0
    for i, r in enumerate(reference):
        while j < len(test) and test[j] < r - window:
            j += 1
        best: int | None = None
        k = j
        while k < len(test) and test[k] <= r + window:
            gap = abs(int(test[k]) - int(r))
            taken_later = i + 1 < len(reference) and abs(int(test[k]) - int(reference[i + 1])) < gap
            if not taken_later and (best is None or gap < abs(int(test[best]) - int(r))):
                best = k
            k += 1
        if best is not None:
            pairs.append((i, best))
            j = best + 1
    return pairs
