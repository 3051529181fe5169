"""Colours and words on paper; the colours are those of Okabe and Ito, told apart with any kind of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsp.types import BeatLabel, FindingKind, Rhythm

if TYPE_CHECKING:
    from dsp.types import Finding, Window

BLACK: Final = "#1a1a1a"
GREY: Final = "#6b6b6b"
GRID_FINE: Final = "#f8dcd8"
GRID_BOLD: Final = "#eeb0a8"
BLUE: Final = "#0072B2"
VERMILLION: Final = "#D55E00"
PURPLE: Final = "#9c4f7e"  # Okabe and Ito's, darkened: letters of it are read on white
GREEN: Final = "#009E73"
SKY: Final = "#56B4E9"
ORANGE: Final = "#E69F00"

BEAT: Final = {
    BeatLabel.N: BLACK,
    BeatLabel.S: BLUE,
    BeatLabel.V: VERMILLION,
    BeatLabel.F: PURPLE,
    BeatLabel.Q: GREY,
}
BEAT_WORDS: Final = {
    BeatLabel.N: "normal",
    BeatLabel.S: "supraventricular",
    BeatLabel.V: "ventricular",
    BeatLabel.F: "fusion",
    BeatLabel.Q: "unclassified",
}
DECISIVE: Final = "#F0E442"  # parts of the signal that carry a finding, behind the trace
DECISIVE_ALPHA: Final = 0.55
DECISIVE_WORDS: Final = "carries the finding"
WAVE: Final = {"p": GREEN, "qrs": SKY, "t": ORANGE}
WAVE_WORDS: Final = {"p": "P wave", "qrs": "QRS complex", "t": "T wave"}
RHYTHM: Final = {
    Rhythm.SINUS: "#e3f1ea",
    Rhythm.REGULAR: "#e3f1ea",
    Rhythm.AF: "#f3d9e8",
    Rhythm.OTHER: "#dcebf7",
    Rhythm.NOISE: "#e6e6e6",
    Rhythm.UNKNOWN: "#f4f4f4",
}
RHYTHM_WORDS: Final = {
    Rhythm.SINUS: "sinus rhythm",
    Rhythm.REGULAR: "regular",
    Rhythm.AF: "atrial fibrillation",
    Rhythm.OTHER: "other rhythm",
    Rhythm.NOISE: "noise",
    Rhythm.UNKNOWN: "rhythm not known",
}
FINDING: Final = {
    FindingKind.AF: "#f3d9e8",
    FindingKind.PAUSE: "#f9dcc4",
    FindingKind.WIDE_RUN: "#f9dcc4",
    FindingKind.BIGEMINY: "#dcebf7",
    FindingKind.TRIGEMINY: "#dcebf7",
    FindingKind.BRADY: "#fbeed0",
    FindingKind.TACHY: "#fbeed0",
}


def finding_words(finding: Finding) -> tuple[str, ...]:
    """What a finding is called, the longest wording first."""
    value = finding.value
    match finding.kind:
        case FindingKind.AF:
            return ("atrial fibrillation", "AF")
        case FindingKind.PAUSE:
            return (f"pause of {value:.1f} s", f"{value:.1f} s", "pause")
        case FindingKind.WIDE_RUN:
            return (f"run of {value:.0f} wide beats", f"{value:.0f} wide", "run")
        case FindingKind.BIGEMINY | FindingKind.TRIGEMINY as kind:
            return (kind.value, f"{kind.value.removesuffix('eminy')}.")
        case FindingKind.BRADY:
            return (f"slow, {value:.0f} bpm", "slow")
        case FindingKind.TACHY:
            return (f"fast, {value:.0f} bpm", "fast")


def window_words(window: Window) -> tuple[str, ...]:
    """Rhythm, rate and quality of a window, the longest wording first."""
    quality = f"quality {window.quality.score:.2f}"
    if not window.quality.analysable:
        reasons = ", ".join(reason.value.replace("_", " ") for reason in window.quality.reasons) or "noise"
        return (f"not analysable: {reasons} \N{MIDDLE DOT} {quality}", f"not analysable: {reasons}", reasons)
    name = RHYTHM_WORDS[window.rhythm]
    if window.probability is not None:
        name += f" {100.0 * window.probability:.0f} %"
    rate = [] if window.hr_bpm is None else [f"{window.hr_bpm:.0f} bpm"]
    spans = [
        f"{title} {value:.0f}"
        for title, value in (("PR", window.pr_ms), ("QRS", window.qrs_ms), ("QT", window.qt_ms))
        if value is not None
    ]
    measured = ["  ".join(spans) + " ms"] if spans else []
    doubts = [reason.value.replace("_", " ") for reason in window.quality.reasons]
    dot = " \N{MIDDLE DOT} "
    return (
        dot.join([name, *rate, *measured, quality, *doubts]),
        dot.join([name, *rate, *measured, quality]),
        dot.join([name, *rate, quality]),
        dot.join([name, *rate]),
        name,
        window.rhythm.value,
    )
