"""Which sessions a wearable's day leaves behind: where the sample clock would have begun new ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from daemon.simulated_windows import Spoilt
from dsp.types import QualityReason
from ingest.clock import JUMP_S

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.timeline import Wearing

READABLE: Final = 0.25  # noise below this share of the R peak does not hide a beat
REASONS: Final = {
    "motion": QualityReason.MOTION,
    "muscle": QualityReason.NOISE,
    "mains": QualityReason.MAINS,
    "baseline": QualityReason.BASELINE,
}


@dataclass(frozen=True, slots=True)
class SimulatedSession:
    """One session: it begins at ``start_s`` of the scenario; all else is sample indices on its own axis.

    ``stretches``: (start, end) of unbroken samples; ``spoilt``: what cannot be read, in order.
    """

    start_s: float
    stretches: tuple[tuple[int, int], ...]
    spoilt: tuple[Spoilt, ...]

    @property
    def end(self) -> int:
        """One past the last sample."""
        return self.stretches[-1][1]

    @property
    def gaps(self) -> list[tuple[int, int]]:
        """(start, end) of what is missing between the stretches."""
        return [
            (before[1], after[0]) for before, after in zip(self.stretches, self.stretches[1:], strict=False)
        ]


def sessions_of(wearing: Sequence[Wearing], fs_hz: float, amplitude_uv: float) -> list[SimulatedSession]:
    """The sessions of one wearable; a hole of more than five seconds begins a new one."""
    return [
        found for pieces in _runs(wearing) if (found := _session(pieces, fs_hz, amplitude_uv)) is not None
    ]


def silences(wearing: Sequence[Wearing], span_s: float) -> Iterator[tuple[float, float]]:
    """(start, end) in seconds of the stretches without samples that the sample clock does not bridge."""
    at_s = 0.0
    for pieces in _runs(wearing):
        if pieces[0].start_s - at_s > JUMP_S:
            yield at_s, pieces[0].start_s
        at_s = pieces[-1].end_s
    if span_s - at_s > JUMP_S:
        yield at_s, span_s


def _runs(wearing: Sequence[Wearing]) -> Iterator[list[Wearing]]:
    """Pieces that send, in groups without a hole that ends a session."""
    held: list[Wearing] = []
    for piece in wearing:
        if not piece.sends:
            continue
        if held and piece.start_s - held[-1].end_s > JUMP_S:
            yield held
            held = []
        held.append(piece)
    if held:
        yield held


def _session(pieces: list[Wearing], fs_hz: float, amplitude_uv: float) -> SimulatedSession | None:
    start_s = pieces[0].start_s
    stretches: list[tuple[int, int]] = []
    spoilt: list[Spoilt] = []
    for piece in pieces:
        start, end = (round((at_s - start_s) * fs_hz) for at_s in (piece.start_s, piece.end_s))
        if end <= start:
            continue
        if stretches and stretches[-1][1] == start:
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((start, end))
        if piece.lead_off:
            spoilt.append(Spoilt(start, end, QualityReason.LEAD_OFF))
        elif piece.noise is not None and piece.noise.level_uv >= READABLE * amplitude_uv:
            spoilt.append(Spoilt(start, end, REASONS[piece.noise.source]))
    return SimulatedSession(start_s, tuple(stretches), tuple(spoilt)) if stretches else None
