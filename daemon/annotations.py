"""Writes what the chain found as WFDB annotation files, for LightWAVE, wave, bxb and their like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dsp.coherence import told
from dsp.types import FindingKind, Rhythm

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from dsp.types import Analysis, Fiducials, Finding, Window

BEATS: Final = "hbt"
DELINEATION: Final = "hdl"
RHYTHMS: Final = {
    Rhythm.SINUS: "(N",
    Rhythm.AF: "(AFIB",
    Rhythm.OTHER: "(O",  # no WFDB code says "none of the named ones"
    Rhythm.UNKNOWN: "(U",
}
RUNS: Final = {FindingKind.WIDE_RUN: "(VT", FindingKind.BIGEMINY: "(B", FindingKind.TRIGEMINY: "(T"}
VT_BPM: Final = 100.0  # a slower run of wide beats is an idioventricular rhythm
SLOW_RUN: Final = "(IVR"
NOISY: Final = 1  # subtype of a quality annotation: the first signal is noisy
CLEAN: Final = 0
REMARK_AT: Final = 1  # a comment at sample 0 is taken for a definition, and hidden
UNSAFE: Final = re.compile(r"[^-\w]")  # what WFDB does not take in a record's name


class Mark(NamedTuple):
    """One annotation. ``rank`` orders those at the same sample: quality, rhythm, then the beat."""

    sample: int
    rank: int
    symbol: str
    subtype: int = 0
    aux: str = ""


def record_name(name: str) -> str:
    """A name that WFDB takes for a record."""
    return UNSAFE.sub("_", name) or "record"


def write(analysis: Analysis, folder: Path, name: str) -> tuple[Path, Path]:
    """Writes NAME.hbt (beats, rhythm, noise) and NAME.hdl (wave boundaries) and returns their paths.

    Positions are samples of the recording, so both fit its own header. A file without any wave holds one
    comment.

    Raises:
        OSError: the folder cannot be written.
    """
    stem = record_name(name)
    beats = beat_marks(analysis)
    waves = wave_marks(analysis.fiducials) or [Mark(REMARK_AT, 0, '"', aux="no waves found")]
    return (
        write_marks(folder, stem, BEATS, beats, analysis.fs_hz),
        write_marks(folder, stem, DELINEATION, waves, analysis.fs_hz),
    )


def beat_marks(analysis: Analysis) -> list[Mark]:
    """Beats by AAMI symbol at R, rhythm changes as ``+``, beginnings and ends of noise as ``~``."""
    marks = [Mark(beat.sample, 2, beat.label.value) for beat in analysis.beats]
    marks += _rhythm_marks(analysis.windows, analysis.findings, analysis.fs_hz)
    marks += _noise_marks(analysis.windows)
    return sorted(marks) or [Mark(REMARK_AT, 0, '"', aux="nothing found")]


def wave_marks(fiducials: Iterable[Fiducials]) -> list[Mark]:
    """``( p ) ( N ) ( t )`` of every beat in order, a wave only where both its ends are known."""
    marks: list[Mark] = []
    at = 0
    for f in fiducials:
        for symbol, on, peak, off in (
            ("p", f.p_on, f.p_peak, f.p_off),
            ("N", f.qrs_on, f.beat, f.qrs_off),
            ("t", f.t_on, f.t_peak, f.t_off),
        ):
            if on is None or peak is None or off is None:
                continue
            for sample, sign in ((on, "("), (peak, symbol), (off, ")")):
                at = max(at, sample)  # the waves of two beats must not interleave
                marks.append(Mark(at, 0, sign))
    return marks


def _rhythm_marks(windows: Sequence[Window], findings: Iterable[Finding], fs_hz: float) -> list[Mark]:
    """Where the rhythm changes; noise does not change it."""
    changes: list[tuple[int, str]] = []
    for window in windows:
        aux = RHYTHMS.get(told(window.rhythm, window.flags))
        if aux and (not changes or changes[-1][1] != aux):
            changes.append((window.start, aux))
    for finding in findings:
        if finding.kind in RUNS:
            changes = _overlaid(changes, finding.start, finding.start + finding.n, _run_name(finding, fs_hz))
    return [Mark(sample, 1, "+", aux=aux) for sample, aux in changes]


def _run_name(finding: Finding, fs_hz: float) -> str:
    """The run's name by its rate: a slow run of wide beats is no tachycardia."""
    if finding.kind is FindingKind.WIDE_RUN and finding.n * VT_BPM > 60.0 * fs_hz * (finding.value - 1.0):
        return SLOW_RUN
    return RUNS[finding.kind]


def _overlaid(changes: list[tuple[int, str]], start: int, end: int, aux: str) -> list[tuple[int, str]]:
    """A passing rhythm laid over the others, which come back at its end."""
    before = [change for change in changes if change[0] < start]
    during = [change for change in changes if change[0] <= end]
    after = [change for change in changes if change[0] > end]
    back = during[-1][1] if during else RHYTHMS[Rhythm.UNKNOWN]
    return [*before, (start, aux), (end, back), *after]


def _noise_marks(windows: Iterable[Window]) -> list[Mark]:
    marks: list[Mark] = []
    noisy = False
    for window in windows:
        if noisy == window.quality.analysable:
            noisy = not noisy
            marks.append(Mark(window.start, 0, "~", NOISY if noisy else CLEAN))
    return marks


def write_marks(folder: Path, stem: str, extension: str, marks: Sequence[Mark], fs_hz: float) -> Path:
    """Write marks, in order and at least one of them, as STEM.EXTENSION.

    Raises:
        OSError: the folder cannot be written.
    """
    import wfdb  # noqa: PLC0415 - half a second of imports that only writing needs

    wfdb.wrann(
        stem,
        extension,
        np.array([mark.sample for mark in marks], np.int64),
        symbol=[mark.symbol for mark in marks],
        subtype=np.array([mark.subtype for mark in marks], np.int64),
        aux_note=[mark.aux for mark in marks],
        fs=fs_hz,
        write_dir=str(folder),
    )
    return folder / f"{stem}.{extension}"
