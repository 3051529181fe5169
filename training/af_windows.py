"""MIT-BIH windows with their annotated rhythm, and what the AF rule sees of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np
import wfdb

from dsp.irregularity import MIN_INTERVALS, NEUTRAL_P, changing_share, fullness, sample_entropy
from dsp.pipeline import Pipeline
from dsp.window_report import Reporter
from dsp.windows import p_share

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dsp.chain import Span
    from dsp.history import History
    from dsp.types import Fiducials, FloatArray
    from dsp.windows import Evidence

# The usual inter-patient halves of MIT-BIH (de Chazal 2004); 201 and 202 are one person, in both.
DS1: Final = (
    "101",
    "106",
    "108",
    "109",
    "112",
    "114",
    "115",
    "116",
    "118",
    "119",
    "122",
    "124",
    "201",
    "203",
    "205",
    "207",
    "208",
    "209",
    "215",
    "220",
    "223",
    "230",
)
DS2: Final = (
    "100",
    "103",
    "105",
    "111",
    "113",
    "117",
    "121",
    "123",
    "200",
    "202",
    "210",
    "212",
    "213",
    "214",
    "219",
    "221",
    "222",
    "228",
    "231",
    "232",
    "233",
    "234",
)
SHARED: Final = "202"  # the record of DS2 whose wearer is in DS1 too
PURE: Final = 0.99  # share of a window that one annotated rhythm must fill
AF: Final = "(AFIB"
FLUTTER: Final = "(AFL"  # neither AF nor not AF to a rule of irregularity: left out


@dataclass(frozen=True, slots=True)
class Examples:
    """Windows of one or more records. ``x``: (n, k) features; ``af``: (n,) the annotated rhythm is AF.

    ``enough``: (n,) there were intervals enough to judge by; the features of the others are 0, and the rule
    does not call them AF.
    """

    x: FloatArray
    af: FloatArray
    enough: FloatArray

    @classmethod
    def of(cls, rows: list[tuple[float, ...]], features: int = 4) -> Examples:
        """From rows of ``features`` features, AF, enough."""
        table = np.array(rows, np.float64).reshape(-1, features + 2)
        return cls(table[:, :features], table[:, -2], table[:, -1])

    @classmethod
    def pooled(cls, parts: list[Examples]) -> Examples:
        """All windows of some records."""
        return cls(*(np.concatenate([getattr(p, name) for p in parts]) for name in ("x", "af", "enough")))


@dataclass(frozen=True)
class Watching(Reporter):
    """A reporter that keeps what each window was judged by."""

    seen: list[Evidence] = field(default_factory=list)

    def evidence(
        self,
        span: Span,
        bounds: tuple[int, int],
        history: History,
        *,
        cut: bool,
        fiducials: Sequence[Fiducials] | None = None,
    ) -> Evidence:
        """See :meth:`dsp.window_report.Reporter.evidence`."""
        evidence = super().evidence(span, bounds, history, cut=cut, fiducials=fiducials)
        self.seen.append(evidence)
        return evidence


class Watched(Pipeline):
    """The chain as it is, with the evidence of its windows in ``seen``."""

    def __init__(self, fs_hz: float) -> None:
        super().__init__(fs_hz)
        reporter = Watching()
        self._reporter = reporter
        self.seen = reporter.seen


def features(evidence: Evidence) -> tuple[float, ...] | None:
    """What :func:`dsp.irregularity.af_logit` weighs: entropy, shares of changes and of P waves, fullness."""
    if len(evidence.context_rr_ms) < MIN_INTERVALS:
        return None
    rr = np.asarray(evidence.context_rr_ms, np.float64)
    waves = p_share(evidence)
    p = NEUTRAL_P if waves is None else waves
    return sample_entropy(rr), changing_share(rr), p, fullness(len(rr))


def rhythms(record: Path, n: int) -> np.ndarray[tuple[int], np.dtype[np.str_]]:
    """The annotated rhythm of each of a record's ``n`` samples; empty before the first."""
    annotation = wfdb.rdann(str(record), "atr")
    rhythm = np.full(n, "", dtype="U6")
    for at, symbol, text in zip(annotation.sample, annotation.symbol, annotation.aux_note, strict=True):
        if symbol == "+":
            rhythm[at:] = text.rstrip("\0")
    return rhythm


def label_of(rhythm: np.ndarray[tuple[int], np.dtype[np.str_]]) -> str | None:
    """The one rhythm of a window's samples; None where there is more than one, or flutter."""
    names, lengths = np.unique(rhythm, return_counts=True)
    label = str(names[lengths.argmax()])
    return None if label == FLUTTER or lengths.max() < PURE * len(rhythm) else label


def examples(record: Path) -> Examples:
    """The analysable windows of a record's first lead that hold one rhythm.

    Args:
        record: path without suffix, as wfdb takes it; ``atr`` annotations beside it.
    """
    signal = wfdb.rdrecord(str(record), channels=[0])
    rhythm = rhythms(record, signal.sig_len)
    pipeline = Watched(signal.fs)
    pipeline.push(signal.p_signal[:, 0] * 1000.0)
    pipeline.finish()
    rows: list[tuple[float, ...]] = []
    for evidence in pipeline.seen:
        window = evidence.quality
        label = label_of(rhythm[window.start : window.start + window.n])
        if not window.analysable or label is None:
            continue
        found = features(evidence)
        rows.append((*(found or (0.0, 0.0, 0.0, 0.0)), float(label == AF), float(found is not None)))
    return Examples.of(rows)
