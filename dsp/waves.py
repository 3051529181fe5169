"""The waves of beats as they come: each beat is delineated once, as soon as the signal for it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dsp.delineation import PLACES, Marks, delineate
from dsp.types import Fiducials

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsp.state import State
    from dsp.types import FloatArray

BEFORE: Final = 130  # samples before an R peak that its waves are looked for in (520 ms)
AFTER: Final = 150  # and behind it (600 ms)
NEXT: Final = 100  # 400 ms: a next R peak within it cuts the T wave short, and must be known


class Memory(NamedTuple):
    """What earlier beats of a stretch leave to the next; indices of the stretch, plain values only."""

    r: int | None = None  # the R peak before
    t_off: int | None = None  # and where its T wave ended


FRESH: Final = Memory()  # at the beginning of a stretch


def state(memory: Memory) -> State:
    """The memory as a state to pack; :func:`load` takes it back."""
    return memory._asdict()


def load(saved: State) -> Memory:
    """The memory that :func:`state` gave."""
    return Memory(**saved)


def placed(mark: Marks, beat: int, at: float, scale: float) -> Fiducials:
    """Marks of a stretch as fiducials.

    ``beat``, ``at``: the R peak in samples of the input and of the stretch; ``scale``: of the former per one
    of the latter.
    """
    p_on, p_peak, p_off, qrs_on, qrs_off, t_on, t_peak, t_off = (
        None if one is None else beat + round((one - at) * scale) for one in mark[:PLACES]
    )
    return Fiducials(
        beat, p_on, p_peak, p_off, qrs_on, qrs_off, t_on, t_peak, t_off, mark.p_uv, mark.t_uv, mark.st_uv
    )


def follow(
    x: FloatArray, origin: int, r_peaks: Sequence[int], memory: Memory, next_r: int | None = None
) -> tuple[list[Marks], Memory]:
    """Delineates the next beats of a stretch; the same for any grouping of beats into calls.

    A beat may be asked for once ``x`` reaches ``AFTER`` samples behind it (or ends with the stretch) and it
    is known whether another follows within ``NEXT``. Pure: depends on the arguments only.

    Args:
        x: samples at 250 Hz in uV, from ``BEFORE`` before the first peak (or the stretch's beginning) on.
        origin: stretch index of ``x[0]``.
        r_peaks: stretch indices of the R peaks to delineate, ascending; none between them is left out, nor
            between the peak of ``memory`` and the first.
        memory: what the call before gave; ``FRESH`` at the beginning of a stretch.
        next_r: the R peak behind the last one, if known; it does not matter unless within ``NEXT``.

    Returns:
        Marks in stretch indices, one per peak; and the memory for the next call.
    """
    marks: list[Marks] = []
    for k, r in enumerate(r_peaks):
        after = r_peaks[k + 1] if k + 1 < len(r_peaks) else next_r
        start = max(0, r - BEFORE - origin)
        piece = np.asarray(x[start : r + AFTER - origin], np.float64)
        shift = origin + start
        near = [p - shift for p in (memory.r, r, after) if p is not None and p >= shift]
        i = near.index(r - shift)
        if after is not None and after - r > NEXT:
            near.pop()
        found = delineate(piece, near, i, i + 1)[0]
        mark = Marks(*(None if at is None else at + shift for at in found[:PLACES]))
        memory = Memory(r, mark.t_off)
        marks.append(mark)
    return marks, memory
