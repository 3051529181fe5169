"""What was found in a part of a recording, as marks on the part's own samples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from daemon.annotations import REMARK_AT, Mark, beat_marks
from daemon.export_found import analysis, events

if TYPE_CHECKING:
    import sqlite3

    from daemon.export_signal import Part
    from dsp.types import Beat
    from storage.episodes import EpisodeRow

AUX_CHARS_MAX: Final = 255  # WFDB's limit of a note
NAMES: Final = {
    "af": "AF",
    "pause": "pause",
    "brady": "slow rate",
    "tachy": "fast rate",
    "wide_run": "run of wide beats",
    "bigeminy": "bigeminy",
    "trigeminy": "trigeminy",
}
UNITS: Final = {
    "pause": "s",
    "brady": "bpm",
    "tachy": "bpm",
    "wide_run": "beats",
    "bigeminy": "beats",
    "trigeminy": "beats",
}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch with a name: ``start`` and ``n`` in samples of the part."""

    start: int
    n: int
    text: str


@dataclass(frozen=True, slots=True)
class Marks:
    """All that was found. ``wfdb``: beats, changes of rhythm, noise, as WFDB has them; ``spans``: events."""

    beats: tuple[Beat, ...]
    wfdb: tuple[Mark, ...]
    spans: tuple[Span, ...]


def marks(conn: sqlite3.Connection, part: Part) -> Marks:
    """The current results of a part; positions count from its first sample."""
    found = analysis(conn, part)
    inside = tuple(mark for mark in beat_marks(found) if 0 <= mark.sample < part.n)
    return Marks(found.beats, inside, tuple(_span(row, part) for row in events(conn, part)))


def with_spans(found: Marks, holes: tuple[Span, ...]) -> list[Mark]:
    """Marks as WFDB has them; a stretch is a comment at its beginning, and one at its end."""
    made = list(found.wfdb)
    for span in (*found.spans, *holes):
        text = span.text[: AUX_CHARS_MAX - 8]
        made.append(Mark(max(REMARK_AT, span.start), 3, '"', aux=text))
        made.append(Mark(max(REMARK_AT, span.start + span.n - 1), 3, '"', aux=f"end of {text}"))
    return sorted(made)


def _span(row: EpisodeRow, part: Part) -> Span:
    start = max(0, row.start - part.start)
    text = NAMES.get(row.kind, row.kind)
    if row.value is not None and row.kind in UNITS:
        text += f" {row.value:.3g} {UNITS[row.kind]}"
    return Span(start, min(part.n, row.start + row.n - part.start) - start, f"{text} (episode {row.id})")
