"""What every tool gives back: data, or an error as data, with what it rests on."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

import msgspec

ENOUGH_PCT: Final = 80.0  # "there was none" needs this much analysable signal
SOME_PCT: Final = 50.0  # two times are comparable if this much of each could be analysed
MAX_GAPS: Final = 5  # gaps listed in an envelope; the rest is in the sums


class Problem(StrEnum):
    """Why a tool has no data."""

    NO_DATA = "NO_DATA"
    PARTIAL = "PARTIAL"  # a warning: data, but less than it takes to say "none"
    LOW_QUALITY = "LOW_QUALITY"
    TIME_AMBIGUOUS = "TIME_AMBIGUOUS"
    TIME_FUTURE = "TIME_FUTURE"
    TIME_UNKNOWN = "TIME_UNKNOWN"
    UNSUPPORTED_ON_LEAD = "UNSUPPORTED_ON_LEAD"
    NO_WAVEFORM = "NO_WAVEFORM"  # only beat intervals were recorded, and it takes more to tell
    METRIC_UNKNOWN = "METRIC_UNKNOWN"
    PERMISSION = "PERMISSION"
    NOT_ASKED_FOR = "NOT_ASKED_FOR"  # a change that cannot be made by asking; ``data`` says why


class Resolved(msgspec.Struct, frozen=True):
    """The range that was looked at: local ISO 8601 ends, zone, and how it is called."""

    start: str
    end: str
    tz: str
    label: str
    start_ns: int
    end_ns: int
    kind: str


class Gap(msgspec.Struct, frozen=True):
    """A stretch without analysable signal."""

    start: str
    end: str
    seconds: float
    reason: str


class Covered(msgspec.Struct, frozen=True):
    """How much of the range was recorded and could be analysed; ``pct`` of the range, analysable.

    ``rr_s``: seconds told from beat intervals alone; they count as analysable, unless what was asked for
    takes a waveform. ``waveform_pct``: of the range, analysable and with a waveform; None: all of it was.
    """

    recorded_s: float
    analysable_s: float
    pct: float
    length_s: float
    gaps: tuple[Gap, ...] = ()
    missing_s: dict[str, float] = {}
    rr_s: float = 0.0
    waveform_pct: float | None = None


class Versions(msgspec.Struct, frozen=True, omit_defaults=True):
    """What made the rows behind a result."""

    chain: tuple[str, ...] = ()
    model: tuple[str, ...] = ()
    thresholds: dict[str, int] = {}


class Envelope(msgspec.Struct, frozen=True):
    """One tool result. ``data``: the tool's own struct as plain JSON values; of an error, its details.

    ``signal``: what it was told from: "ecg", "rr" (beat intervals alone) or "mixed".
    """

    ok: bool
    ev: str
    tool: str
    data: dict[str, Any]
    resolved: Resolved | None = None
    coverage: Covered | None = None
    quality: float | None = None
    device: str = ""
    lead: str = ""
    versions: Versions = Versions()
    warnings: tuple[str, ...] = ()
    error: Problem | None = None
    signal: str = "ecg"

    @property
    def enough(self) -> bool:
        """Whether "there was none" may be said."""
        return self.coverage is not None and self.coverage.pct >= ENOUGH_PCT

    @property
    def enough_waveform(self) -> bool:
        """Whether that may be said of what takes a waveform to be seen."""
        if self.coverage is None or self.coverage.waveform_pct is None:
            return self.enough
        return self.coverage.waveform_pct >= ENOUGH_PCT
