"""The beats of one segment as JSON columns, and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import msgspec

from dsp.types import Beat, BeatLabel, Fiducials

if TYPE_CHECKING:
    from collections.abc import Iterable

WAVES: Final = ("pon", "ppk", "poff", "qon", "qoff", "ton", "tpk", "toff")
HEIGHTS: Final = ("pu", "tu", "st")  # of P, T and ST, uV; rows of older versions have none
NO_HEIGHTS: Final = (None,) * len(HEIGHTS)
DECIMALS: Final = 1  # a tenth of a microvolt is below any noise


@dataclass(slots=True)
class Found:
    """What is known so far about the beat at ``sample``. Waves are samples from the R peak, or None.

    ``heights``: of P, T and ST in uV, or None.
    """

    sample: int
    label: str = BeatLabel.Q.value  # until the beat itself is told: its waves may come first
    amplitude_uv: float = 0.0
    waves: tuple[int | None, ...] = (None,) * len(WAVES)
    heights: tuple[float | None, ...] = NO_HEIGHTS

    def learn(self, *results: Beat | Fiducials) -> None:
        """Take in what results say."""
        for result in results:
            if isinstance(result, Beat):
                self.label = result.label.value
                self.amplitude_uv = round(result.amplitude_uv, 1)
            else:
                self.waves = tuple(None if at is None else at - self.sample for at in _absolute(result))
                heights = result.p_uv, result.t_uv, result.st_uv
                self.heights = tuple(None if uv is None else round(uv, DECIMALS) for uv in heights)

    def beat(self) -> Beat:
        """The beat itself."""
        return Beat(self.sample, BeatLabel(self.label), self.amplitude_uv)

    def fiducials(self) -> Fiducials:
        """Its wave boundaries, as sample indices."""
        values: list[Any] = [None if at is None else at + self.sample for at in self.waves]
        return Fiducials(self.sample, *values, *self.heights)


def _absolute(waves: Fiducials) -> tuple[int | None, ...]:
    """Wave boundaries in the order of :data:`WAVES`."""
    return (
        waves.p_on,
        waves.p_peak,
        waves.p_off,
        waves.qrs_on,
        waves.qrs_off,
        waves.t_on,
        waves.t_peak,
        waves.t_off,
    )


def pack(start: int, beats: Iterable[Found]) -> str:
    """JSON columns of ``beats``, with R peaks counted from ``start``."""
    ordered = sorted(beats, key=lambda found: found.sample)
    columns: dict[str, Any] = {
        "r": [found.sample - start for found in ordered],
        "k": "".join(found.label for found in ordered),
        "amp": [found.amplitude_uv for found in ordered],
    }
    for i, name in enumerate(WAVES):
        columns[name] = [found.waves[i] for found in ordered]
    if any(found.heights != NO_HEIGHTS for found in ordered):
        for i, name in enumerate(HEIGHTS):
            columns[name] = [found.heights[i] for found in ordered]
    return msgspec.json.encode(columns).decode()


def unpack(start: int, data: str) -> list[Found]:
    """Undo :func:`pack`."""
    columns = msgspec.json.decode(data)
    waves = zip(*(columns[name] for name in WAVES), strict=True)
    unknown = [None] * len(columns["r"])
    heights = zip(*(columns.get(name, unknown) for name in HEIGHTS), strict=True)
    rows = zip(columns["r"], columns["k"], columns["amp"], waves, heights, strict=True)
    return [Found(start + r, label, uv, tuple(at), tuple(height)) for r, label, uv, at, height in rows]


def pack_one(found: Found) -> str:
    """JSON array of one beat without its place."""
    heights = () if found.heights == NO_HEIGHTS else found.heights
    return msgspec.json.encode((found.label, found.amplitude_uv, *found.waves, *heights)).decode()


def unpack_one(sample: int, data: str) -> Found:
    """Undo :func:`pack_one`."""
    label, amplitude_uv, *rest = msgspec.json.decode(data)
    waves, heights = rest[: len(WAVES)], rest[len(WAVES) :]
    return Found(sample, label, amplitude_uv, tuple(waves), tuple(heights) or NO_HEIGHTS)
