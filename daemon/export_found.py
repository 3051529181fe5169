"""What is stored about a part of a recording, moved to the part's own axis."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dsp.types import Analysis, Fiducials, Finding, FindingKind, Quality, QualityReason, Rhythm, Window
from storage import beats, episodes, results

if TYPE_CHECKING:
    import sqlite3

    from daemon.export_signal import Part
    from storage.episodes import EpisodeRow
    from storage.segments import SegmentRow

WAVES: Final = ("p_on", "p_peak", "p_off", "qrs_on", "qrs_off", "t_on", "t_peak", "t_off")


def analysis(conn: sqlite3.Connection, part: Part, *, waves: bool = False) -> Analysis:
    """The current results of a part, positions counting from its first sample; ``waves``: with fiducials."""
    session, origin = part.session.id, part.start
    peaks = beats.beats(conn, session, part.start, part.end)
    found = beats.fiducials(conn, session, part.start, part.end) if waves else []
    return Analysis(
        fs_hz=part.session.fs_hz,
        beats=tuple(replace(beat, sample=beat.sample - origin) for beat in peaks),
        fiducials=tuple(_shifted(each, origin) for each in found),
        quality=(),
        findings=tuple(_finding(row, origin) for row in events(conn, part)),
        windows=tuple(
            _window(row, origin)
            for row in results.segments(conn, part.session.device, part.start_ns, part.end_ns)
            if _touches(row, part)
        ),
    )


def events(conn: sqlite3.Connection, part: Part) -> list[EpisodeRow]:
    """The episodes that touch a part, as they are stored."""
    found = episodes.episodes(conn, part.session.device, part.start_ns, part.end_ns)
    return [row for row in found if _touches(row, part)]


def _touches(row: EpisodeRow | SegmentRow, part: Part) -> bool:
    return row.session == part.session.id and row.start < part.end and row.start + row.n > part.start


def _finding(row: EpisodeRow, origin: int) -> Finding:
    return Finding(FindingKind(row.kind), row.start - origin, row.n, row.value or 0.0)


def _shifted(found: Fiducials, origin: int) -> Fiducials:
    places = {name: None if (at := getattr(found, name)) is None else at - origin for name in WAVES}
    return Fiducials(found.beat - origin, **places)


def _window(row: SegmentRow, origin: int) -> Window:
    """A window, cut where it begins before the part."""
    start = max(0, row.start - origin)
    n = row.start + row.n - origin - start
    reasons = tuple(QualityReason(reason) for reason in row.reasons)
    return Window(
        start,
        n,
        Quality(start, n, row.quality, row.analysable, reasons),
        Rhythm(row.rhythm),
        row.probability,
        row.model,
        row.n_beats,
        row.hr_bpm,
        row.rr_ms,
        row.rmssd_ms,
        row.pr_ms,
        row.qrs_ms,
        row.qt_ms,
        row.qtcf_ms,
        row.p_ms,
    )
