"""MIT-BIH's RR intervals as a strap without a waveform would send them, and what the AF rule sees of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import wfdb

from dsp.interval_stream import IntervalStream
from dsp.interval_windows import Heard, quality
from dsp.irregularity import MIN_INTERVALS, changing_share, sample_entropy
from dsp.types import RR_HZ
from training.af_windows import AF, Examples, label_of, rhythms

if TYPE_CHECKING:
    from pathlib import Path

BEATS: Final = frozenset("NLRBAaJSVrFejnE/fQ?")  # of MIT-BIH's annotations, those that are beats


class Watched(IntervalStream):
    """The chain as it is, with what its windows were judged by in ``seen``."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[Heard] = []

    def heard(self, start: int, end: int, *, cut: bool) -> Heard:
        """See :meth:`dsp.interval_stream.IntervalStream.heard`."""
        heard = super().heard(start, end, cut=cut)
        self.seen.append(heard)
        return heard


def intervals(record: Path) -> tuple[int, list[int]]:
    """Where a record's first annotated beat is, and the intervals after it; both in 1/1024 s."""
    annotation = wfdb.rdann(str(record), "atr")
    beats = [at for at, symbol in zip(annotation.sample, annotation.symbol, strict=True) if symbol in BEATS]
    places = np.round(np.array(beats) * (RR_HZ / wfdb.rdheader(str(record)).fs)).astype(np.int64)
    return int(places[0]), [int(length) for length in np.diff(places)]


def features(heard: Heard) -> tuple[float, float] | None:
    """What :func:`dsp.irregularity.af_logit_rr` weighs: entropy, share of changes."""
    if len(heard.context) < MIN_INTERVALS:
        return None
    rr = np.asarray(heard.context, np.float64)
    return sample_entropy(rr), changing_share(rr)


def examples(record: Path) -> Examples:
    """The analysable windows of a record's annotated beats that hold one rhythm.

    Args:
        record: path without suffix, as wfdb takes it; ``atr`` annotations beside it.
    """
    header = wfdb.rdheader(str(record))
    rhythm = rhythms(record, header.sig_len)
    first, lengths = intervals(record)
    stream = Watched()
    stream.push(lengths)
    stream.finish()
    scale = header.fs / RR_HZ
    rows: list[tuple[float, ...]] = []
    for heard in stream.seen:
        begin, end = (round((first + at) * scale) for at in (heard.start, heard.start + heard.n))
        label = label_of(rhythm[begin:end])
        if not quality(heard).analysable or label is None:
            continue
        found = features(heard)
        rows.append((*(found or (0.0, 0.0)), float(label == AF), float(found is not None)))
    return Examples.of(rows, features=2)
