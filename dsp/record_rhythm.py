"""One rhythm label for a whole short recording."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from dsp.types import Rhythm

if TYPE_CHECKING:
    from dsp.types import Analysis

NOISE_SHARE: Final = 0.5  # of the recording that cannot be analysed
AF_SHARE: Final = 0.5  # of what can be


class RecordRhythm(StrEnum):
    """The classes of the CinC Challenge 2017."""

    NORMAL = "N"
    AF = "A"
    OTHER = "O"
    NOISE = "~"


def record_rhythm(analysis: Analysis) -> RecordRhythm:
    """The label of a recording of some 9 to 60 s, by its windows."""
    total = sum(w.n for w in analysis.windows)
    good = [w for w in analysis.windows if w.quality.analysable]
    length = sum(w.n for w in good)
    if length <= (1.0 - NOISE_SHARE) * total:
        return RecordRhythm.NOISE
    if sum(w.n for w in good if w.rhythm is Rhythm.AF) >= AF_SHARE * length:
        return RecordRhythm.AF
    if all(w.rhythm is Rhythm.SINUS for w in good):
        return RecordRhythm.NORMAL
    return RecordRhythm.OTHER
