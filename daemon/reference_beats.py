"""Beats that somebody else marked in a recording, beside ours: what was missed, and what was not there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from daemon.matching import match
from dsp.types import BeatLabel
from ingest.recordings import RecordingError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dsp.types import Beat

# The symbols of WFDB that stand for a beat, and the AAMI EC57 class of each.
AAMI: Final = {
    **dict.fromkeys("NLRBejn", BeatLabel.N),
    **dict.fromkeys("AaJS", BeatLabel.S),
    **dict.fromkeys("VEr", BeatLabel.V),
    "F": BeatLabel.F,
    **dict.fromkeys("/fQ?", BeatLabel.Q),
}
WINDOW_S: Final = 0.150  # EC57: how far apart the two marks of one beat may be


@dataclass(frozen=True, slots=True)
class ReferenceBeat:
    """A beat that was annotated. ``symbol``: as it stands in the file."""

    sample: int
    symbol: str

    @property
    def label(self) -> BeatLabel:
        """Its AAMI class."""
        return AAMI[self.symbol]


@dataclass(frozen=True, slots=True)
class Comparison:
    """``missed``: annotated only; ``wrong``: detected only; ``renamed``: both, of different classes."""

    missed: tuple[ReferenceBeat, ...]
    wrong: tuple[Beat, ...]
    renamed: tuple[tuple[ReferenceBeat, Beat], ...]


def read_reference(path: Path, annotator: str) -> tuple[ReferenceBeat, ...]:
    """The beats of a WFDB annotation file beside a recording.

    ``path``: the recording as it was named; ``annotator``: the suffix of the file.

    Raises:
        RecordingError: there is no such file, or it cannot be read.
    """
    import wfdb  # noqa: PLC0415 - half a second, for annotations only

    stem = path.with_suffix("") if path.suffix in {".hea", ".dat", ".mat"} else path
    file = stem.with_name(f"{stem.name}.{annotator}")
    if not file.is_file():
        raise RecordingError(file, "no such file", "the suffix of a WFDB annotation file beside the record")
    try:
        found = wfdb.rdann(str(stem), annotator)
    except (ValueError, IndexError, KeyError, TypeError) as error:
        raise RecordingError(file, f"unreadable ({error})", "a WFDB annotation file") from error
    return tuple(
        ReferenceBeat(int(sample), symbol)
        for sample, symbol in zip(found.sample, found.symbol, strict=True)
        if symbol in AAMI
    )


def compare(reference: Sequence[ReferenceBeat], beats: Sequence[Beat], fs_hz: float) -> Comparison:
    """What differs between annotated and detected beats, within 150 ms."""
    pairs = match([r.sample for r in reference], [b.sample for b in beats], WINDOW_S * fs_hz)
    known, found = {i for i, _ in pairs}, {k for _, k in pairs}
    return Comparison(
        missed=tuple(r for i, r in enumerate(reference) if i not in known),
        wrong=tuple(b for k, b in enumerate(beats) if k not in found),
        renamed=tuple((reference[i], beats[k]) for i, k in pairs if reference[i].label is not beats[k].label),
    )
