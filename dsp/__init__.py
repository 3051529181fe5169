"""What a signal means: beats, quality, delineation and rhythm, as pure functions and small streams."""

from dsp.analysis import analyze, collect
from dsp.pipeline import Pipeline
from dsp.types import (
    Analysis,
    Beat,
    BeatLabel,
    Fiducials,
    Finding,
    FindingKind,
    HearthError,
    Quality,
    QualityReason,
    Result,
    Rhythm,
    Window,
)

__all__ = [
    "Analysis",
    "Beat",
    "BeatLabel",
    "Fiducials",
    "Finding",
    "FindingKind",
    "HearthError",
    "Pipeline",
    "Quality",
    "QualityReason",
    "Result",
    "Rhythm",
    "Window",
    "analyze",
    "collect",
]
