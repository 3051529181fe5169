"""Takes recordings and results out of the store, into files of formats that other programs read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import IO, TYPE_CHECKING, Final, Literal

import msgspec

from agent.tools.args import Burden, Measure
from daemon import export_csv, export_edf, export_fhir, export_wfdb
from daemon.errors import Misuse
from daemon.export_files import fresh_file, fresh_folder, need, refuse
from daemon.export_record import Recorder, Sink, Tally
from daemon.export_signal import find
from daemon.wire import iso_utc
from dsp.types import HearthError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from agent.when.model import Range
    from daemon.export_signal import Found
    from daemon.lookup import Lookup

Format = Literal["wfdb", "edf", "csv", "fhir"]
What = Literal["ecg", "windows", "beats", "episodes", "values"]
GapRule = Literal["fill", "split"]

OFFERED: Final[dict[Format, tuple[What, ...]]] = {
    "wfdb": ("ecg",),
    "edf": ("ecg",),
    "csv": ("ecg", "windows", "beats", "episodes"),
    "fhir": ("ecg", "values"),
}
FOLDERS: Final = frozenset({"wfdb", "edf"})  # formats that are several files
SUFFIX: Final[dict[Format, str]] = {"wfdb": "", "edf": "", "csv": ".csv", "fhir": ".fhir.json"}
CSV_LONGEST_S: Final = (
    86_400.0  # 22 million lines at 250 Hz: no spreadsheet takes more, and 1 GB is a mistake
)
BYTES_PER_SAMPLE: Final = {"wfdb": 2.3, "edf": 2.5, "csv": 48.0, "fhir": 6.0}  # with what goes along
VALUES: Final = ("hr", "hr_rest", "pr", "qrs", "qt", "qtc")


class NothingToExport(HearthError):
    """There is none of what was wanted in that time."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted. ``gaps``: what becomes of missing samples; None: what suits the format."""

    format: Format
    what: What
    span: Range
    gaps: GapRule | None = None

    def __post_init__(self) -> None:
        """Refuse what no format offers.

        Raises:
            Misuse: this format does not hold that.
        """
        if self.what not in OFFERED[self.format]:
            raise Misuse(f"{self.format} holds {' or '.join(OFFERED[self.format])}, not {self.what}")
        if self.gaps == "split" and self.format not in FOLDERS:
            raise Misuse(f"{self.format} is one file: gaps cannot split it")

    @property
    def split(self) -> bool:
        """Whether a gap ends a file. EDF has no sign for a missing sample, the others do."""
        return (self.gaps or ("split" if self.format == "edf" else "fill")) == "split"


class Exported(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was written. ``missing_s``: seconds without signal, by reason; ``remarks``: what else to know."""

    path: str
    format: str
    what: str
    device: str
    start: str
    end: str
    files: int
    rows: int = 0
    samples: int = 0
    beats: int = 0
    missing_s: dict[str, float] = {}
    remarks: tuple[str, ...] = ()


def name(order: Order, device: str) -> str:
    """How an export is called where nobody says."""
    first, last = (iso_utc(at)[:16].replace(":", "") for at in (order.span.start_ns, order.span.end_ns))
    kind = "" if order.what == "ecg" else f"-{order.what}"
    return f"hearth-{device}{kind}-{first}Z-{last}Z" + (SUFFIX[order.format] or f".{order.format}")


def export(
    lookup: Lookup,
    order: Order,
    target: Path,
    *,
    force: bool = False,
    progress: Callable[[float, float], None] = lambda _done, _total: None,
) -> Exported:
    """Write what is wanted to ``target``: whole, or not at all.

    ``progress`` is told how much of how much is done. Memory does not grow with the time exported.

    Raises:
        Misuse: ``target`` exists and ``force`` is not set, or the order is one that no format holds.
        NothingToExport: nothing was recorded then.
        NoRoom: the disk is too full. TooLong: the format does not take that much.
        OSError: it cannot be written.
    """
    scope = lookup.scope.at(order.span.spans)
    refuse(target, force=force, folder=order.format in FOLDERS)
    job = _Job(lookup, order, scope.device, progress)
    if order.format in FOLDERS:
        return job.folder(target, force=force)
    with fresh_file(target, force=force) as path, path.open("w", encoding="utf-8", newline="") as file:
        made = job.file(file)
    return msgspec.structs.replace(made, path=str(target))


class _Job:
    """One export on its way."""

    def __init__(
        self, lookup: Lookup, order: Order, device: str, progress: Callable[[float, float], None]
    ) -> None:
        self._lookup, self._order, self._device = lookup, order, device
        self._conn, self._clock = lookup.scope.conn, lookup.scope.clock
        self._progress, self._done, self._total = progress, 0, 1
        if not device:
            raise NothingToExport("no wearable has ever recorded anything here")

    def folder(self, target: Path, *, force: bool) -> Exported:
        """WFDB or EDF+."""
        found = self._signal(target)
        edf = self._order.format == "edf"
        with fresh_folder(target, force=force) as folder:
            recorder = Recorder(
                self._conn,
                folder,
                partial(_sink, edf=edf, tz=self._clock.tz),
                self._order.split,
                export_edf.STEPS if edf else export_wfdb.STEPS,
                self._advance,
            )
            for part in found.parts:
                recorder.write(part)
            if not recorder.tally.files:
                raise NothingToExport("no signal: an electrode was off, or samples are missing, all the time")
        step = recorder.tally.step
        coarse = (f"in steps of {step} microvolts",) if edf and step > 1 else ()
        return self._told(target, recorder.tally, found, coarse)

    def file(self, file: IO[str]) -> Exported:
        """CSV or FHIR."""
        what, spans = self._order.what, self._order.span.spans
        if self._order.format == "fhir":
            return self._fhir(file)
        if what == "ecg":
            found = self._signal(None)
            seconds = sum(part.n / part.session.fs_hz for part in found.parts)
            if seconds > CSV_LONGEST_S:
                raise Misuse(
                    f"{seconds / 3600:.0f} hours of samples are too much for CSV, which takes "
                    f"{CSV_LONGEST_S / 3600:.0f}: choose a shorter time, or wfdb or edf"
                )
            tally = Tally(files=1)
            export_csv.write_signal(self._conn, found, file, tally, self._advance)
            return self._told(None, tally, found, ())
        write = {
            "windows": export_csv.write_windows,
            "beats": export_csv.write_beats,
            "episodes": export_csv.write_episodes,
        }[what]
        rows = write(self._conn, self._device, spans, file)
        return msgspec.structs.replace(self._told(None, Tally(files=1), None, ()), rows=rows)

    def _fhir(self, file: IO[str]) -> Exported:
        scope = self._lookup.scope.at(self._order.span.spans)
        span, tally = self._order.span, Tally(files=1)
        resources = [export_fhir.patient(scope), export_fhir.device(scope)]
        found = None
        if self._order.what == "ecg":
            found = self._signal(None)
            resources += export_fhir.waveforms(self._conn, scope, found, tally, self._advance)
        measured = self._lookup.run(Measure(when="", metrics=VALUES), span)
        burden = self._lookup.run(Burden(when=""), span)
        if measured.ok:
            resources += export_fhir.values(scope, measured, burden)
        elif found is None:
            raise NothingToExport("nothing could be measured then: no analysable signal")
        made = export_fhir.bundle(resources, scope.iso(scope.now_ns // 10**6 * 10**6))
        file.write(msgspec.json.format(msgspec.json.encode(made), indent=1).decode() + "\n")
        observations = sum(resource["resourceType"] == "Observation" for _, resource in resources)
        return msgspec.structs.replace(self._told(None, tally, found, ()), rows=observations)

    def _signal(self, target: Path | None) -> Found:
        found = find(self._conn, self._device, self._order.span.spans, self._clock)
        if not found.parts:
            raise NothingToExport(_why_nothing(found))
        self._total = found.n
        if target is not None:
            need(target.parent, round(found.n * BYTES_PER_SAMPLE[self._order.format]))
        return found

    def _advance(self, n: int) -> None:
        self._done += n
        self._progress(self._done, self._total)

    def _told(self, target: Path | None, tally: Tally, found: Found | None, more: Sequence[str]) -> Exported:
        scope, span = self._lookup.scope, self._order.span
        remarks = list(more)
        if found is not None and found.pruned_s:
            remarks.append(f"{found.pruned_s / 3600:.1f} h before that were removed by retention")
        if found is not None and found.rr_s:
            remarks.append(f"{found.rr_s / 3600:.1f} h are beat intervals without a waveform: see csv, beats")
        return Exported(
            path=str(target or ""),
            format=self._order.format,
            what=self._order.what,
            device=self._device,
            start=scope.iso(span.start_ns),
            end=scope.iso(span.end_ns),
            files=tally.files,
            samples=tally.samples,
            beats=tally.beats,
            missing_s={why: round(seconds, 3) for why, seconds in sorted(tally.missing.items())},
            remarks=tuple(remarks),
        )


def _sink(folder: Path, stem: str, step: int, *, edf: bool, tz: ZoneInfo) -> Sink:
    return (export_edf.EdfSink if edf else export_wfdb.WfdbSink)(folder, stem, tz, step)


def _why_nothing(found: Found) -> str:
    if found.pruned_s:
        return "the samples of that time were removed by retention; csv has the results"
    if found.rr_s:
        return "only beat intervals were recorded then, no waveform; csv has the beats"
    return "no samples were recorded then; csv may have results"
