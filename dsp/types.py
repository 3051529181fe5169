"""The data that crosses the seams between rooms.

Every position is a sample index on a session's own axis, at the rate the wearable sent (``fs_hz``).
Wall-clock time is computed from a session's anchors only where something is shown or published.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsp.interval_types import Measure

IntArray = NDArray[np.int32]
FloatArray = NDArray[np.float64]

FS_MIN_HZ: Final = 100.0  # below this a QRS complex is too few samples to time
FS_MAX_HZ: Final = 1000.0  # above this no wearable streams; bounds memory per second
RR_HZ: Final = (
    1024.0  # Bluetooth counts RR intervals in 1/1024 s: the axis of a session that has nothing else
)


class HearthError(Exception):
    """Root of every error Hearth raises on purpose."""


class GapReason(StrEnum):
    """Why samples are missing."""

    LOST = "lost"  # never arrived
    LATE = "late"  # arrived more than the reordering window after its place had passed
    OVERFLOW = "overflow"  # dropped at our own bounded queue


class QualityReason(StrEnum):
    """Why a window is not analysable."""

    FLAT = "flat"
    SATURATED = "saturated"
    LEAD_OFF = "lead_off"
    NOISE = "noise"
    MAINS = "mains"
    BASELINE = "baseline"
    MOTION = "motion"
    GAP = "gap"


class BeatLabel(StrEnum):
    """AAMI EC57 beat classes."""

    N = "N"
    S = "S"
    V = "V"
    F = "F"
    Q = "Q"


class Rhythm(StrEnum):
    """Rhythm of an analysis window."""

    SINUS = "sinus"
    AF = "af"
    OTHER = "other"
    REGULAR = "regular"  # even intervals, and no waveform to say more from
    NOISE = "noise"
    UNKNOWN = "unknown"  # too few beats or too little context to say


class FindingKind(StrEnum):
    """What a finding claims."""

    AF = "af"
    PAUSE = "pause"
    BRADY = "brady"
    TACHY = "tachy"
    WIDE_RUN = "wide_run"
    BIGEMINY = "bigeminy"
    TRIGEMINY = "trigeminy"


@dataclass(frozen=True, slots=True)
class Frame:
    """One decoded packet of a wearable. ``uv``: int32 (n,), microvolts, oldest first."""

    device: str
    seq: int | None
    last_sample_ns: int | None  # device clock, ns since the Unix epoch
    fs_hz: float
    uv: IntArray
    lead_off: bool = False
    lead: str = "I"
    battery_pct: int | None = None
    dropped: int = 0  # samples dropped at our own bounded queue directly before this frame
    stamps_last: bool = False  # the device stamps last samples; else first ones, and last_sample_ns follows


@dataclass(frozen=True, slots=True)
class Pulse:
    """One packet of a heart-rate service: what a wearable makes of its own signal.

    ``rr_1024``: RR intervals in 1/1024 s, oldest first. ``contact``: whether it touches the skin; None: it
    does not say. ``dropped``: packets dropped at our own bounded queue directly before this one.
    ``waveform``: whether the wearable sends ECG as well; the pulse is then kept, and the rhythm is told from
    the ECG.
    """

    device: str
    hr_bpm: int
    rr_1024: tuple[int, ...] = ()
    contact: bool | None = None
    dropped: int = 0
    waveform: bool = True


@dataclass(frozen=True, slots=True)
class Charge:
    """A wearable's battery level, said apart from its signal."""

    device: str
    battery_pct: int


Arrival = Frame | Pulse | Charge  # what one packet of a wearable may hold


@dataclass(frozen=True, slots=True)
class Segment:
    """Contiguous samples of one session. ``uv``: int32 (n,), microvolts; ``start``: first sample's index."""

    session: int
    start: int
    fs_hz: float
    uv: IntArray
    lead_off: bool = False

    @property
    def end(self) -> int:
        """Index one past the last sample."""
        return self.start + len(self.uv)


@dataclass(frozen=True, slots=True)
class Intervals:
    """RR intervals end to end on the axis of a session without a waveform, whose samples are 1/1024 s.

    ``start``: where the first begins; ``rr``: their lengths; ``n``: of all together. With ``lead_off`` there
    was no skin contact for ``n``, and no intervals.
    """

    session: int
    start: int
    n: int
    rr: tuple[int, ...]
    lead_off: bool = False

    @property
    def end(self) -> int:
        """Where the last one ends."""
        return self.start + self.n


@dataclass(frozen=True, slots=True)
class Gap:
    """``n`` samples missing from ``start`` on."""

    session: int
    start: int
    n: int
    reason: GapReason

    @property
    def end(self) -> int:
        """Index one past the last missing sample."""
        return self.start + self.n


@dataclass(frozen=True, slots=True)
class Beat:
    """One heart beat, at its R peak (the sample of largest deflection of the QRS complex).

    ``probability``: that the label is right, calibrated; not stored, and no part of what makes beats equal.
    """

    sample: int
    label: BeatLabel = BeatLabel.N
    amplitude_uv: float = 0.0  # R peak above the local baseline
    probability: float | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Fiducials:
    """Wave boundaries of the beat at ``beat``; None where a wave was not found. Sample indices.

    ``p_uv``, ``t_uv``, ``st_uv``: signed heights of the P and T peaks, and of the signal 60 ms after the QRS
    complex (J+60), in uV from the isoelectric line just before the complex.
    """

    beat: int
    p_on: int | None = None
    p_peak: int | None = None
    p_off: int | None = None
    qrs_on: int | None = None
    qrs_off: int | None = None
    t_on: int | None = None
    t_peak: int | None = None
    t_off: int | None = None
    p_uv: float | None = None
    t_uv: float | None = None
    st_uv: float | None = None


@dataclass(frozen=True, slots=True)
class Quality:
    """Signal quality of ``n`` samples from ``start``.

    ``score``: probability that every beat in it is right, 0 (useless) .. 1 (clean). ``noise``: probability
    that people would call it noise.
    """

    start: int
    n: int
    score: float
    analysable: bool
    reasons: tuple[QualityReason, ...] = ()
    noise: float = 0.03  # the usual share of recordings: where nothing was judged


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a clinician would name, from ``start`` for ``n`` samples.

    ``value``: the deciding number in the unit the kind implies (pause: seconds; brady, tachy: bpm;
    wide_run, bigeminy, trigeminy: beats; af: irregularity 0..1).
    """

    kind: FindingKind
    start: int
    n: int
    value: float
    probability: float | None = None
    evidence: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Window:
    """One analysis window (10 s unless cut by a gap or the end): what is stored per segment.

    Interval medians are None where they cannot be said; ``null_reasons`` maps the metric's name to why.
    ``rhythm_30s``, ``probability_30s``: of the half minute that ends with the window, where that is told.
    ``measures``: by name of :data:`dsp.interval_types.METRICS`, the same medians and more, with their spread;
    empty without a waveform.
    """

    start: int
    n: int
    quality: Quality
    rhythm: Rhythm
    probability: float | None  # calibrated where a model gave it; None for a rule
    model: str  # model or rule-set name and version
    n_beats: int
    hr_bpm: float | None
    rr_ms: float | None
    rmssd_ms: float | None
    pr_ms: float | None
    qrs_ms: float | None
    qt_ms: float | None
    qtcf_ms: float | None
    p_ms: float | None
    n_s: int = 0
    n_v: int = 0
    flags: tuple[str, ...] = ()
    null_reasons: Mapping[str, str] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    rhythm_30s: Rhythm | None = None
    probability_30s: float | None = None


Result = Beat | Fiducials | Quality | Finding | Window


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything found in one recording; see each member's type for units."""

    fs_hz: float
    beats: tuple[Beat, ...]
    fiducials: tuple[Fiducials, ...]
    quality: tuple[Quality, ...]
    findings: tuple[Finding, ...]
    windows: tuple[Window, ...]
