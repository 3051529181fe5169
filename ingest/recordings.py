"""Recordings on disk: WFDB, EDF and CSV behind one function."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from ingest.csv_file import is_recording, read_csv
from ingest.edf_file import read_edf
from ingest.tracing import Recording, RecordingError
from ingest.wfdb_file import read_wfdb, segment_names

__all__ = ["Recording", "RecordingError", "open_recording", "recordings_in"]

WANTED: Final = "a WFDB record (NAME or NAME.hea), NAME.edf or NAME.csv"


def open_recording(path: Path | str, *, fs_hz: float | None = None) -> Recording:
    """Open a recording; samples are read when a lead is asked for.

    WFDB is named with or without a suffix (``100``, ``100.hea``, ``100.dat``). ``fs_hz`` replaces the file's
    own rate; a CSV without a time column needs it.

    Raises:
        RecordingError: nothing there, an unknown kind, or a broken, empty or oversized file.
    """
    path = Path(path)
    match path.suffix.lower():
        case ".edf":
            return read_edf(path, fs_hz=fs_hz)
        case ".csv" | ".tsv":
            return read_csv(path, fs_hz=fs_hz)
        case ".hea":
            return read_wfdb(path, fs_hz=fs_hz)
    for header in (path.with_name(path.name + ".hea"), path.with_suffix(".hea")):
        if header.is_file():
            return read_wfdb(header, fs_hz=fs_hz)
    if path.is_dir():
        raise RecordingError(path, "a folder", f"one recording: {WANTED}")
    raise RecordingError(path, "no such recording" if not path.exists() else "not a recording", WANTED)


def recordings_in(path: Path | str) -> list[Path]:
    """The recordings a path stands for: those directly in a folder by name, or the path itself.

    Segments of a multi-segment WFDB record are not listed by themselves, nor are CSV tables without a lead.

    Raises:
        RecordingError: a folder without any recording.
    """
    path = Path(path)
    if not path.is_dir():
        return [path]
    entries = sorted(path.iterdir())
    headers = [entry for entry in entries if entry.suffix.lower() == ".hea"]
    segments = {name for header in headers for name in segment_names(header)}
    found = [header for header in headers if header.stem not in segments]
    found += [entry for entry in entries if entry.suffix.lower() == ".edf"]
    found += [entry for entry in entries if entry.suffix.lower() in {".csv", ".tsv"} and is_recording(entry)]
    if not found:
        raise RecordingError(path, "no recordings in this folder", WANTED)
    return sorted(found)
