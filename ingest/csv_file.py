"""ECG as comma-separated text.

The first line that is neither empty nor a comment (``#``) names the columns. A lead's column says its unit:
``I_uv``, ``II_mv``, ``ECG (mV)``, ``V1 [uV]``. An optional time column, ``time_s``, ``time_ms``, ``time_us``,
``time_ns`` or ``time`` (seconds), gives the rate, and holes in it become missing samples; without it the
rate is an option. Other columns are ignored. An empty cell, ``nan`` or ``-`` is a missing sample.
``,`` ``;`` and tab separate.
"""

from __future__ import annotations

import csv
import math
import re
from array import array
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, TextIO

import numpy as np

from ingest.tracing import MAX_LEAD_SAMPLES, Recording, RecordingError, check_length, check_rate, uv_per_unit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dsp.types import FloatArray

MAX_LINE_CHARS: Final = 65_536  # a longer line is no table of leads
MAX_JITTER: Final = 0.5  # of a sample: above it a time stamp no longer names its own place

_LEAD: Final = re.compile(r"^(?P<name>.+?)\s*(?:_|[\s(\[])\s*(?P<unit>[nuµm]v)\s*[)\]]?$", re.IGNORECASE)
_TIME: Final = {"time": 1.0, "time_s": 1.0, "time_ms": 1e-3, "time_us": 1e-6, "time_ns": 1e-9}
_MISSING: Final = frozenset({"", "nan", "-", "na", "null"})
_EPOCH_S: Final = 1e9  # a time beyond 2001 in Unix seconds is a date, a smaller one counts from the start


def read_csv(path: Path, *, fs_hz: float | None = None) -> Recording:
    """Read a CSV file. ``fs_hz`` is needed where there is no time column, and wins where there is one.

    Raises:
        RecordingError: no header, no lead, no rate, or a cell that is no number (named by line and column).
    """
    if not path.is_file():
        raise RecordingError(path, "no such file", "a CSV file")
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            header, delimiter = _header(path, file)
            leads, time = _columns(path, header)
            cells = _cells(path, file, delimiter, header, [c for c, _, _ in leads] + time[:1])
    except (UnicodeDecodeError, csv.Error, OSError) as error:
        raise RecordingError(path, f"unreadable ({error})", "a UTF-8 CSV file") from error
    columns = [np.frombuffer(column) for column in cells]
    start: datetime | None = None
    if time:
        seconds = columns.pop() * _TIME[header[time[0]].strip().lower()]
        if fs_hz is None:
            fs_hz, places = _places(path, seconds)
            columns = [_spread(column, places) for column in columns]
        start = datetime.fromtimestamp(seconds[0], UTC) if seconds[0] > _EPOCH_S else None
    if fs_hz is None:
        raise RecordingError(path, "no time column and no rate", "a column time_s, or the rate as an option")
    scaled = [column * scale for column, (_, _, scale) in zip(columns, leads, strict=True)]
    return Recording(
        name=path.stem,
        fs_hz=check_rate(path, fs_hz),
        leads=tuple(name for _, name, _ in leads),
        n=check_length(path, len(scaled[0])),
        start=start,
        read=scaled.__getitem__,
    )


def is_recording(path: Path) -> bool:
    """Whether a CSV file's header names a lead (a table of something else in the same folder does not)."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            _columns(path, _header(path, file)[0])
    except (UnicodeDecodeError, OSError, RecordingError):
        return False
    return True


def _header(path: Path, file: TextIO) -> tuple[list[str], str]:
    for line in iter(lambda: file.readline(MAX_LINE_CHARS), ""):
        if line.strip() and not line.startswith("#"):
            delimiter = max(",;\t", key=line.count)
            return next(csv.reader([line], delimiter=delimiter)), delimiter
    raise RecordingError(path, "empty", "a header line with column names")


def _columns(path: Path, header: list[str]) -> tuple[list[tuple[int, str, float]], list[int]]:
    """(position, name, uV per unit) of each lead, and the time column's position where there is one."""
    leads = []
    for position, title in enumerate(header):
        found = _LEAD.match(title.strip())
        scale = uv_per_unit(found["unit"]) if found else None
        if found and scale is not None:
            leads.append((position, found["name"].strip(" _"), scale))
    if not leads:
        titles = ", ".join(repr(t) for t in header[:8])
        raise RecordingError(path, f"columns {titles}", "a lead with its unit, such as I_uv or ECG_mv")
    time = [i for i, title in enumerate(header) if title.strip().lower() in _TIME]
    return leads, time[:1]


def _cells(
    path: Path, file: TextIO, delimiter: str, header: list[str], wanted: list[int]
) -> list[array[float]]:
    columns = [array("d") for _ in wanted]
    for number, row in _rows(file, delimiter):
        if len(row) < len(header):
            raise RecordingError(
                path, f"row {number} has {len(row)} cells", f"{len(header)} as in the header"
            )
        for column, position in zip(columns, wanted, strict=True):
            text = row[position]
            try:
                column.append(float(text))
            except ValueError:
                if text.strip().lower() not in _MISSING:
                    raise RecordingError(
                        path, f"row {number}, column {header[position]}: {text!r}", "a number"
                    ) from None
                column.append(math.nan)
        if number > MAX_LEAD_SAMPLES:
            raise RecordingError(path, f"more than {MAX_LEAD_SAMPLES} rows", "a shorter file")
    if not columns[0]:
        raise RecordingError(path, "no rows", "samples below the header")
    return columns


def _rows(file: TextIO, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Rows below the header, counted from 1, without empty ones and comments."""
    rows = (row for row in csv.reader(file, delimiter=delimiter) if row and not row[0].startswith("#"))
    return enumerate(rows, 1)


def _places(path: Path, seconds: FloatArray) -> tuple[float, FloatArray]:
    """Rate in Hz and the sample index of each row, from its time."""
    steps = np.diff(seconds)
    if len(steps) == 0 or not np.all(np.isfinite(steps)) or np.any(steps <= 0):
        raise RecordingError(path, "a time column that does not rise", "one increasing number per row")
    median = float(np.sort(steps)[(len(steps) - 1) // 2])  # one of them, not the mean of two
    regular = steps[
        np.abs(steps - median) < MAX_JITTER * median
    ]  # the mean takes out the time stamps' rounding
    fs_hz = check_rate(path, _tidy(1.0 / float(regular.mean())))
    holes = np.maximum(np.rint(steps * fs_hz), 1.0)
    if np.any(np.abs(np.cumsum(holes) - (seconds[1:] - seconds[0]) * fs_hz) > 1 + 1e-4 * np.cumsum(holes)):
        raise RecordingError(path, "a time column with uneven steps", "samples at a constant rate")
    check_length(path, int(holes.sum()) + 1)
    return fs_hz, np.concatenate(([0.0], np.cumsum(holes)))


def _tidy(fs_hz: float) -> float:
    """The whole rate where the measured one is it but for rounding."""
    return float(round(fs_hz)) if abs(fs_hz - round(fs_hz)) < 1e-3 * fs_hz else fs_hz


def _spread(column: FloatArray, places: FloatArray) -> FloatArray:
    """Put each value in its place, NaN in the holes."""
    out = np.full(int(places[-1]) + 1, math.nan)
    out[places.astype(np.int64)] = column
    return out
