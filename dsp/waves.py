"""The waves of beats as they come: each beat is delineated once, as soon as the signal for it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from dsp.delineation import NOTHING, PLACES, Marks
from dsp.p_waves import BLANK, Past, alike, judge, stands_out
from dsp.resample import FS_HZ
from dsp.types import Fiducials
from dsp.wave_net import AFTER, BEFORE, NEXT, around, look, shipped, t_height_uv

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsp.state import State
    from dsp.types import FloatArray
    from dsp.wave_net import Row, WaveNet

__all__ = ["AFTER", "BEFORE", "FRESH", "NEXT", "Memory", "delineate", "follow", "load", "placed", "state"]

LEAST: Final = 2 * FS_HZ // 5  # 400 ms: shorter pieces hold no beat with its waves
ISO: Final = 4  # samples that the isoelectric line is the mean of,
ISO_TO: Final = 1  # up to so many before the onset of the QRS complex
PEAK: Final = 3  # samples that a height is the mean of
ST_AT: Final = 15  # 60 ms after the complex (J+60): J+80 is in the T wave of a fast heart
QRS_HALF: Final = 15  # a next complex may begin so long before its R peak
MIN_WAVE_UV: Final = 5.0  # a wave below is not told from noise


class Memory(NamedTuple):
    """What earlier beats of a stretch leave to the next; indices of the stretch."""

    r: int | None = None  # the R peak before
    t_off: int | None = None  # and where its T wave ended
    past: Past = BLANK


FRESH: Final = Memory()  # at the beginning of a stretch


def state(memory: Memory) -> State:
    """The memory as a state to pack; :func:`load` takes it back."""
    return {"r": memory.r, "t_off": memory.t_off, "past": memory.past.state()}


def load(saved: State) -> Memory:
    """The memory that :func:`state` gave."""
    return Memory(saved["r"], saved["t_off"], Past.loaded(saved["past"]))


def placed(mark: Marks, beat: int, at: float, scale: float) -> Fiducials:
    """Marks of a stretch as fiducials.

    ``beat``, ``at``: the R peak in samples of the input and of the stretch; ``scale``: of the former per one
    of the latter.
    """
    p_on, p_peak, p_off, qrs_on, qrs_off, t_on, t_peak, t_off = [
        None if one is None else beat + round((one - at) * scale) for one in mark[:PLACES]
    ]
    return Fiducials(
        beat, p_on, p_peak, p_off, qrs_on, qrs_off, t_on, t_peak, t_off, mark.p_uv, mark.t_uv, mark.st_uv
    )


def follow(
    x: FloatArray,
    origin: int,
    r_peaks: Sequence[int],
    memory: Memory,
    next_r: int | None = None,
    *,
    net: WaveNet | None = None,
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
        net: another network than the shipped one.

    Returns:
        Marks in stretch indices, one per peak; and the memory for the next call.
    """
    if len(x) < LEAST:
        return [NOTHING] * len(r_peaks), memory
    net = net or shipped()
    marks: list[Marks] = []
    for k, r in enumerate(r_peaks):
        after = r_peaks[k + 1] if k + 1 < len(r_peaks) else next_r
        rr = None if memory.r is None else r - memory.r
        next_rr = None if after is None else after - r
        near = around(x, r - origin)
        seen = look(near, rr, next_rr)
        said = net.read(seen.inputs)
        after_t = None if memory.t_off is None else r + said[0] - memory.t_off
        features, past = judge(seen, said, rr, after_t, memory.past)
        has_p = net.has_p(features) and alike(past) and stands_out(seen, near, said[0], said[2])
        has_t = t_height_uv(seen, said[5], said[6], said[7]) >= MIN_WAVE_UV
        edges = origin, origin + len(x)
        mark = _marks(near, r, next_rr, said, edges, has_p=has_p, has_t=has_t)
        memory = Memory(r, mark.t_off, past)
        marks.append(mark)
    return marks, memory


def _marks(
    near: Row,
    r: int,
    next_rr: int | None,
    said: Sequence[float],
    edges: tuple[int, int],
    *,
    has_p: bool,
    has_t: bool,
) -> Marks:
    """Places in their order, each wave whole or not at all, inside the signal; heights and ST level."""
    start, end = edges
    origin = r - BEFORE
    qrs_on, qrs_off = max(start, r + min(-1, round(said[3]))), min(end - 1, r + max(1, round(said[4])))
    flat = _level(near, qrs_on - origin - ISO_TO, ISO)
    p_on = p_peak = p_off = t_on = t_peak = t_off = p_uv = t_uv = st_uv = None
    if has_p:
        p_off = min(r + round(said[2]), qrs_on)
        p_peak = min(r + round(said[1]), p_off - 1)
        p_on = min(r + round(said[0]), p_peak - 1)
        if p_on >= start:
            p_uv = round(_level(near, p_peak - origin + 1, PEAK) - flat, 1)
        else:
            p_on = p_peak = p_off = None
    if has_t:
        t_on = max(r + round(said[5]), qrs_off)
        t_peak = max(r + round(said[6]), t_on + 1)
        t_off = min(max(r + round(said[7]), t_peak + 1), r + AFTER - 1)
        if t_off < end:
            t_uv = round(_level(near, t_peak - origin + 1, PEAK) - flat, 1)
        else:
            t_on = t_peak = t_off = None
    if next_rr is None or qrs_off + ST_AT < r + next_rr - QRS_HALF:
        st_uv = round(_level(near, qrs_off + ST_AT - origin + 1, PEAK) - flat, 1)
    return Marks(p_on, p_peak, p_off, qrs_on, qrs_off, t_on, t_peak, t_off, p_uv, t_uv, st_uv)


def _level(near: Row, end: int, n: int) -> float:
    """Mean of ``n`` samples before ``end``, of those there are."""
    first = end - n
    if first < 0 or end > BEFORE + AFTER:
        end = min(end, BEFORE + AFTER)
        first, end = max(0, end - n), max(1, end)
    few: list[float] = near[first:end].tolist()
    return sum(few) / len(few)


def delineate(x: FloatArray, r_peaks: Sequence[int], first: int = 0, stop: int | None = None) -> list[Marks]:
    """Delineates the beats of a whole stretch of signal.

    Args:
        x: samples at 250 Hz in uV.
        r_peaks: all R peaks in it, ascending.
        first: index of the first peak to delineate; those before are context.
        stop: index one past the last peak to delineate; those behind are context.
    """
    stop = len(r_peaks) if stop is None else stop
    after = r_peaks[stop] if stop < len(r_peaks) else None
    return follow(x, 0, r_peaks[:stop], FRESH, after)[0][first:]
