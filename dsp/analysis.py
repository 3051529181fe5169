"""A whole recording at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsp.pipeline import Pipeline
from dsp.types import Analysis, Beat, Fiducials, Finding, Quality, Window

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsp.models import Classifier
    from dsp.types import FloatArray, IntArray, Result


def collect(fs_hz: float, results: Iterable[Result]) -> Analysis:
    """Sorts results by kind; of a finding that grew, and of waves told again, the last report stays."""
    kept = list(results)
    grown = {(f.kind, f.start): f for f in kept if isinstance(f, Finding)}
    waves = {f.beat: f for f in kept if isinstance(f, Fiducials)}
    return Analysis(
        fs_hz=fs_hz,
        beats=tuple(r for r in kept if isinstance(r, Beat)),
        fiducials=tuple(f for f in waves.values() if f != Fiducials(f.beat)),
        quality=tuple(r for r in kept if isinstance(r, Quality)),
        findings=tuple(sorted(grown.values(), key=lambda f: (f.start, f.kind))),
        windows=tuple(r for r in kept if isinstance(r, Window)),
    )


def analyze(uv: IntArray | FloatArray, fs_hz: float, *, classifier: Classifier | None = None) -> Analysis:
    """Everything the chain finds in one recording: the streaming chain, pushed once.

    Args:
        uv: samples in uV, (n,); values that are not finite count as lost contact.
        fs_hz: sample rate, 100 to 1000 Hz.
        classifier: calls the rhythm of each window; without one, rules do.

    Raises:
        RateError: the rate is outside that range.
        ShapeError: ``uv`` is not one-dimensional.
    """
    pipeline = Pipeline(fs_hz, classifier=classifier)
    return collect(fs_hz, [*pipeline.push(uv), *pipeline.finish()])
