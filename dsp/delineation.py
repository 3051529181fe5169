"""What a delineator says of a beat, and what one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsp.types import FloatArray


class Marks(NamedTuple):
    """Boundaries of one beat as indices into the delineated array; None where a wave was not found.

    ``p_uv``, ``t_uv``, ``st_uv``: see :class:`dsp.types.Fiducials`.
    """

    p_on: int | None
    p_peak: int | None
    p_off: int | None
    qrs_on: int | None
    qrs_off: int | None
    t_on: int | None
    t_peak: int | None
    t_off: int | None
    p_uv: float | None = None
    t_uv: float | None = None
    st_uv: float | None = None


PLACES: Final = 8  # of the fields above: those that are indices


class Delineate(Protocol):
    """What a delineator is: see :func:`dsp.waves.delineate`."""

    def __call__(
        self, x: FloatArray, r_peaks: Sequence[int], first: int = 0, stop: int | None = None
    ) -> list[Marks]:
        """Marks of the peaks from ``first`` to before ``stop``."""


NOTHING: Final = Marks(None, None, None, None, None, None, None, None)
