"""Tables for spreadsheets and programs: the signal, and what was found in it. Comma, point, UTF-8."""

from __future__ import annotations

import csv
from typing import IO, TYPE_CHECKING, Final

import msgspec
import numpy as np

from daemon.export_signal import pieces
from storage import beats, episodes, results, samples
from storage.segments import FIELDS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence

    from daemon.export_record import Tally
    from daemon.export_signal import Found, Part

    Spans = Sequence[tuple[int, int]]

NS: Final = 10**9
MS: Final = 1000.0
WAVES: Final = ("p_on", "p_peak", "p_off", "qrs_on", "qrs_off", "t_on", "t_peak", "t_off")
BEAT_COLUMNS: Final = (
    "r_peak_utc",
    "r_peak_ns",
    "class",
    "amplitude_uv",
    *(f"{wave}_ms" for wave in WAVES),
    "session",
    "sample",
    "version",
)
EPISODE_COLUMNS: Final = (
    "episode",
    "kind",
    "start_utc",
    "end_utc",
    "duration_s",
    "value",
    "open",
    "session",
    "first_sample",
    "samples",
    "version",
)
WINDOW_COLUMNS: Final = ("start_utc", "end_utc", *FIELDS)
SIGNAL_COLUMNS: Final = ("time_utc", "session", "sample", "uv", "missing")


def write_signal(
    conn: sqlite3.Connection, found: Found, file: IO[str], tally: Tally, advance: Callable[[int], None]
) -> None:
    """One row per sample; where one is missing, its voltage is empty and ``missing`` says why."""
    file.write(f"{','.join(SIGNAL_COLUMNS)}\n")
    for part in found.parts:
        for piece in pieces(conn, part):
            stamps = _stamps(conn, part, piece.start, piece.n)
            head = f"{part.session.id},"
            if piece.uv is None:
                file.writelines(
                    f"{stamp},{head}{sample},,{piece.why}\n"
                    for sample, stamp in enumerate(stamps, piece.start)
                )
                seconds = piece.n / part.session.fs_hz
                tally.missing[piece.why] = tally.missing.get(piece.why, 0.0) + seconds
            else:
                file.writelines(
                    f"{stamp},{head}{sample},{uv},\n"
                    for sample, (stamp, uv) in enumerate(
                        zip(stamps, piece.uv.tolist(), strict=True), piece.start
                    )
                )
                tally.samples += piece.n
            advance(piece.n)


def _stamps(conn: sqlite3.Connection, part: Part, start: int, n: int) -> Iterator[str]:
    """Wall times of samples, UTC, to the microsecond; straight between the ends of each ten seconds."""
    step = max(1, round(10 * part.session.fs_hz))
    for at in range(start, start + n, step):
        end = min(at + step, start + n)
        ends = [samples.wall_ns(conn, part.session.id, sample) for sample in (at, end)]
        micros = (ends[0] + np.arange(end - at) * ((ends[1] - ends[0]) / (end - at))) // 1000
        for text in np.datetime_as_string(micros.astype("datetime64[us]"), unit="us"):
            yield f"{text}Z"


def write_windows(conn: sqlite3.Connection, device: str, spans: Spans, file: IO[str]) -> int:
    """Analysis windows, one row each, as the table ``segments`` has them; how many."""
    table = csv.writer(file, lineterminator="\n")
    table.writerow(WINDOW_COLUMNS)
    n = 0
    for start_ns, end_ns in spans:
        for row in results.segments(conn, device, start_ns, end_ns):
            values = msgspec.structs.astuple(row)
            table.writerow((_utc(row.start_ns), _utc(row.end_ns), *map(_cell, values)))
            n += 1
    return n


def write_beats(conn: sqlite3.Connection, device: str, spans: Spans, file: IO[str]) -> int:
    """Beats in order, as the view ``v_beats`` has them; how many."""
    table = csv.writer(file, lineterminator="\n")
    table.writerow(BEAT_COLUMNS)
    n = 0
    rates: dict[int, float] = {}
    for start_ns, end_ns in spans:
        for row in results.segments(conn, device, start_ns, end_ns):
            fs_hz = rates.setdefault(row.session, samples.session(conn, row.session).fs_hz)
            waves = {f.beat: f for f in beats.fiducials(conn, row.session, row.start, row.start + row.n)}
            for beat in beats.beats(conn, row.session, row.start, row.start + row.n):
                at_ns = row.start_ns + (beat.sample - row.start) * (row.end_ns - row.start_ns) // row.n
                if not start_ns <= at_ns < end_ns:
                    continue
                found = waves.get(beat.sample)
                places = [None if found is None else getattr(found, wave) for wave in WAVES]
                table.writerow(
                    (
                        _utc(at_ns),
                        at_ns,
                        beat.label.value,
                        _cell(beat.amplitude_uv),
                        *("" if at is None else round((at - beat.sample) * MS / fs_hz, 1) for at in places),
                        row.session,
                        beat.sample,
                        row.version,
                    )
                )
                n += 1
    return n


def write_episodes(conn: sqlite3.Connection, device: str, spans: Spans, file: IO[str]) -> int:
    """Episodes that touch the time, whole, each once; how many."""
    table = csv.writer(file, lineterminator="\n")
    table.writerow(EPISODE_COLUMNS)
    seen: set[int] = set()
    for start_ns, end_ns in spans:
        for row in episodes.episodes(conn, device, start_ns, end_ns):
            if row.id in seen:
                continue
            seen.add(row.id)
            table.writerow(
                (
                    row.id,
                    row.kind,
                    _utc(row.start_ns),
                    _utc(row.end_ns),
                    round((row.end_ns - row.start_ns) / NS, 3),
                    _cell(row.value),
                    int(row.open),
                    row.session,
                    row.start,
                    row.n,
                    row.version,
                )
            )
    return len(seen)


def _cell(value: object) -> object:
    """A cell: nothing for None, 1 and 0 for yes and no, JSON for what holds several things."""
    match value:
        case None:
            return ""
        case bool():
            return int(value)
        case tuple() | dict():
            return msgspec.json.encode(value).decode()
        case _:
            return value


def _utc(at_ns: int) -> str:
    return f"{np.datetime64(at_ns // 1000, 'us')}Z"
