"""Where things lie on a row of ECG paper: 25 mm a second across, 10 mm a millivolt down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dsp.types import FloatArray

MM_PER_S: Final = 25.0
MM_PER_MV: Final = 10.0
UV_PER_MM: Final = 1000.0 / MM_PER_MV
PULSE_MM: Final = 10.0  # of grid to the left of the signal, for the calibration pulse
LANE_MM: Final = 4.4
AIR_ABOVE_MM: Final = 0.8  # between the lowest lane and the grid


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a row lies. ``left``: of its first sample; ``top``, ``bottom``: of the grid; mm, samples, uV."""

    left: float
    top: float
    bottom: float
    start: int
    end: int
    fs_hz: float
    level_uv: float
    right: float

    @property
    def first_line(self) -> float:
        """Left edge of the grid."""
        return self.left - PULSE_MM

    def x(self, sample: float) -> float:
        """Across, of a sample."""
        return self.left + (sample - self.start) / self.fs_hz * MM_PER_S

    def y(self, uv: FloatArray) -> FloatArray:
        """Down, of a voltage."""
        return (self.top + self.bottom) / 2.0 - (uv - self.level_uv) / UV_PER_MM

    def span(self, start: float, end: float) -> tuple[float, float] | None:
        """What is in this row of a stretch from ``start`` to ``end``, across; None where nothing is."""
        a, b = max(start, self.start), min(end, self.end)
        return (self.x(a), self.x(b)) if a < b else None


def height_above(lanes: int, *, reference: bool) -> float:
    """Millimetres above the grid: windows, ``lanes`` of findings, beats, and those of a reference."""
    return LANE_MM * (2 + lanes + reference) + AIR_ABOVE_MM


def clock(seconds: float) -> str:
    """A time since the beginning as ``h:mm:ss``, with what is left of a second where anything is."""
    whole, rest = divmod(round(seconds * 1000.0), 1000)
    text = f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"
    return f"{text}.{rest:03d}".rstrip("0") if rest else text
