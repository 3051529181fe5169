"""A recording in memory: its leads in microvolts, whatever file it came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.types import FS_MAX_HZ, FS_MIN_HZ, HearthError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from dsp.types import FloatArray, IntArray

MAX_LEAD_SAMPLES: Final = 100_000_000  # 4.6 days at 250 Hz; 400 MB as int32, what a gateway can still hold
MAX_LEADS: Final = 256  # EDF's own limit; a header that says more is broken

_UV_PER_UNIT: Final = {"nv": 1e-3, "uv": 1.0, "µv": 1.0, "μv": 1.0, "mv": 1e3, "v": 1e6}  # two micro signs
_STANDARD_LEADS: Final = frozenset(
    {"i", "ii", "iii", "avr", "avl", "avf", "v", "v1", "v2", "v3", "v4", "v5", "v6"}
    | {"mlii", "mliii", "mcl1", "d3", "d4", "ml2", "ml5", "mv2", "cc5", "cm2", "cm5"}
)
_INT32: Final = np.iinfo(np.int32)


class RecordingError(HearthError):
    """A recording could not be used. ``path``: which; ``wrong``: the finding; ``wanted``: what will do."""

    def __init__(self, path: object, wrong: str, wanted: str) -> None:
        super().__init__(f"{path}: {wrong}; wanted {wanted}")
        self.path = str(path)
        self.wrong = wrong
        self.wanted = wanted


@dataclass(frozen=True, slots=True)
class Recording:
    """One recording at one sample rate.

    ``start`` is the wall time of the first sample as the file says it, mostly without a zone, or None.
    ``remarks`` are things its user should know (a lead left out, a cut-off end).
    ``read`` gives one lead's samples in microvolts, NaN where the file marks them invalid.
    """

    name: str
    fs_hz: float
    leads: tuple[str, ...]
    n: int
    start: datetime | None = None
    remarks: tuple[str, ...] = ()
    read: Callable[[int], FloatArray] = field(repr=False, kw_only=True)

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return self.n / self.fs_hz

    def uv(self, lead: str | int = 0) -> IntArray:
        """Samples of one lead, int32 (n,), rounded to whole microvolts.

        An invalid sample repeats the last valid one (0 before the first).

        Raises:
            RecordingError: no such lead, or the file cannot be read.
        """
        values = self.read(self.index(lead))
        valid = np.isfinite(values)
        if not valid.all():
            last = np.maximum.accumulate(np.where(valid, np.arange(len(values)), 0))
            values = np.where(valid[last], values[last], 0.0)
        return np.clip(np.rint(values), _INT32.min, _INT32.max).astype(np.int32)

    def missing(self, lead: str | int = 0) -> list[tuple[int, int]]:
        """Runs of invalid samples of one lead as (start, n), in order.

        Raises:
            RecordingError: no such lead, or the file cannot be read.
        """
        invalid = ~np.isfinite(self.read(self.index(lead)))
        edges = np.flatnonzero(np.diff(np.concatenate(([False], invalid, [False])).astype(np.int8)))
        return [(int(a), int(b - a)) for a, b in zip(edges[::2], edges[1::2], strict=True)]

    def index(self, lead: str | int) -> int:
        """Position of a lead given by name (any case) or by position, also as text.

        Raises:
            RecordingError: no such lead.
        """
        wanted = str(lead).strip().lower()
        names = [name.lower() for name in self.leads]
        if wanted in names and not isinstance(lead, int):
            return names.index(wanted)
        if wanted.isdecimal() and int(wanted) < len(names):
            return int(wanted)
        listed = ", ".join(f"{i} {name}" for i, name in enumerate(self.leads))
        raise RecordingError(self.name, f"no lead {lead!r}", f"one of: {listed}")


def uv_per_unit(unit: str) -> float | None:
    """Microvolts in one ``unit`` ("mV", "uV", ...), None where it is no voltage."""
    return _UV_PER_UNIT.get(unit.strip().lower())


def is_ecg_name(name: str) -> bool:
    """Whether a lead's name says that it is an ECG."""
    bare = name.lower().removeprefix("ecg").removeprefix("ekg").strip(" -_")
    return "ecg" in name.lower() or "ekg" in name.lower() or bare in _STANDARD_LEADS


def usable_leads(
    path: object, leads: list[tuple[str, str, float]]
) -> tuple[list[int], float, tuple[str, ...]]:
    """Choose the leads to offer from (name, unit, rate in Hz) of each signal in a file.

    Kept are voltages at the rate of the first signal named like an ECG (or of the first voltage).

    Returns:
        Positions kept, their rate in Hz, one remark per signal left out.

    Raises:
        RecordingError: nothing is left.
    """
    if len(leads) > MAX_LEADS:
        raise RecordingError(path, f"{len(leads)} signals", f"at most {MAX_LEADS}")
    volts = [i for i, (_, unit, _) in enumerate(leads) if uv_per_unit(unit) is not None]
    if not volts:
        found = ", ".join(f"{name} in {unit or 'no unit'}" for name, unit, _ in leads) or "no signals"
        raise RecordingError(path, found, "at least one signal in uV, mV or V")
    named = [i for i in volts if is_ecg_name(leads[i][0])]
    fs_hz = leads[(named or volts)[0]][2]
    kept = [i for i in volts if leads[i][2] == fs_hz]
    remarks = tuple(
        f"left out {name}: {unit or 'no unit'} at {rate:g} Hz"
        for i, (name, unit, rate) in enumerate(leads)
        if i not in kept
    )
    return kept, fs_hz, remarks


def check_rate(path: object, fs_hz: float) -> float:
    """The rate itself.

    Raises:
        RecordingError: it is outside what the signal chain takes.
    """
    if not FS_MIN_HZ <= fs_hz <= FS_MAX_HZ:
        raise RecordingError(path, f"sampled at {fs_hz:g} Hz", f"{FS_MIN_HZ:g} to {FS_MAX_HZ:g} Hz")
    return fs_hz


def check_length(path: object, n: int) -> int:
    """The number of samples itself.

    Raises:
        RecordingError: there are none, or more than fit in memory.
    """
    if not 0 < n <= MAX_LEAD_SAMPLES:
        raise RecordingError(path, f"{n} samples", f"1 to {MAX_LEAD_SAMPLES}")
    return n
