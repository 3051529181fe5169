"""Explains one stored episode: its most telling half minute, and what in it decides."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from msgspec.structs import replace

from dsp import criteria, explanation
from dsp.types import FindingKind, FloatArray, Gap, Rhythm
from storage import beats, episodes, explanations, samples
from storage.errors import ChecksumMismatch, RawPruned
from storage.explanations import Explained
from storage.sessions import ECG

if TYPE_CHECKING:
    import sqlite3

    from dsp.criteria import Seen
    from dsp.models import Classifier
    from storage.episodes import EpisodeRow
    from storage.explanations import Telling
    from storage.sessions import Session

STRIP_S: Final = 30.0  # what the classifier looks at, and what fits on three rows of paper
AROUND_S: Final = 10.0  # beats that far around the strip say what is usual
WINDOW_S: Final = 10.0  # no window is longer: one that begins so much before an episode may touch it
RATES: Final = frozenset({FindingKind.BRADY, FindingKind.TACHY})
NOTHING: Final = np.zeros(0)


@dataclass(frozen=True, slots=True)
class Strip:
    """``n`` samples from ``start`` on. ``uv``: (n,), or none where they are not kept, or never were."""

    start: int
    n: int
    uv: FloatArray


def explained(conn: sqlite3.Connection, number: int, classifier: Classifier | None) -> Explained | None:
    """The explanation of the episode ``number``, not stored yet; None where there is no such episode.

    The classifier explains AF that it has called itself. All else is decided by rules, and so is AF without
    a classifier: then the criteria alone are told.
    """
    row = episodes.episode(conn, number)
    if row is None:
        return None
    session = samples.session(conn, row.session)
    window = explanations.most_telling(conn, row, round(WINDOW_S * session.fs_hz))
    strip = _strip(conn, session, row, window)
    seen = _seen(conn, session, strip)
    kind = FindingKind(row.kind)
    start, n = _inside(row, strip, window)
    told = asdict(criteria.criteria(kind, start, n, seen))
    told["seconds"] = round(row.n / session.fs_hz, 3)  # of the whole episode
    made = Explained(
        episode=row.id,
        start=strip.start,
        n=strip.n,
        method=criteria.METHOD,
        model=None,
        sha256=None,
        probability=None,
        masked=None,
        by_chance=None,
        quality=window.quality if window else None,
        criteria={name: float(value) for name, value in told.items() if value is not None},
        parts=(),
    )
    if kind is not FindingKind.AF:
        rule = criteria.decisive(kind, start, n, seen)
        return replace(made, parts=tuple((part.start, part.n, part.lost) for part in rule))
    if classifier is None or window is None or window.model != f"{classifier.name}-{classifier.version}":
        return made
    return _occluded(made, classifier, seen)


def _occluded(made: Explained, classifier: Classifier, seen: Seen) -> Explained:
    """With the parts whose masks cost the classifier most; as it is where it cannot judge the strip."""
    inside = [beat.sample - seen.start for beat in seen.beats if 0 <= beat.sample - seen.start < len(seen.uv)]
    found = explanation.explain_strip(classifier, seen.uv, seen.fs_hz, inside, Rhythm.AF)
    if found is None:
        return made
    return replace(
        made,
        method=explanation.METHOD,
        model=f"{classifier.name}-{classifier.version}",
        sha256=classifier.sha256,
        probability=found.probability,
        masked=found.masked,
        by_chance=found.by_chance,
        parts=tuple((seen.start + part.start, part.n, part.lost) for part in found.parts),
    )


def _seen(conn: sqlite3.Connection, session: Session, strip: Strip) -> Seen:
    reach = round(AROUND_S * session.fs_hz)
    around = (session.id, strip.start - reach, strip.start + strip.n + reach)
    return criteria.Seen(
        session.fs_hz, strip.start, strip.uv, beats.beats(conn, *around), beats.fiducials(conn, *around)
    )


def _inside(row: EpisodeRow, strip: Strip, window: Telling | None) -> tuple[int, int]:
    """First sample and length of what is told of: a rate by its window, a pause whole, the rest as shown."""
    if row.kind == FindingKind.PAUSE:
        return row.start, row.n
    if row.kind in RATES and window is not None:
        return window.start, window.n
    start = max(row.start, strip.start)
    return start, max(0, min(row.start + row.n, strip.start + strip.n) - start)


def _strip(conn: sqlite3.Connection, session: Session, row: EpisodeRow, window: Telling | None) -> Strip:
    """Of AF what the classifier saw when it was surest: the half minute that ends with the window.

    Of all else what is around the moment.
    """
    length = round(STRIP_S * session.fs_hz)
    if row.kind == FindingKind.AF and window is not None:
        end, at = window.start + window.n, window.start + window.n - 1
    else:
        slow_or_fast = window if row.kind in RATES else None
        start, n = (slow_or_fast.start, slow_or_fast.n) if slow_or_fast else (row.start, row.n)
        at = start + min(n, length) // 2
        end = at + length // 2
    start = max(0, end - length)
    if session.signal != ECG:
        return Strip(start, end - start, NOTHING)
    return _continuous(conn, session, start, end, at) or Strip(start, end - start, NOTHING)


def _continuous(conn: sqlite3.Connection, session: Session, start: int, end: int, at: int) -> Strip | None:
    """The samples around ``at`` within [start, end) that no gap and no lost contact interrupts."""
    first, pieces = start, list[FloatArray]()
    try:
        for item in samples.read(conn, session.id, max(start, session.raw_from), end):
            if isinstance(item, Gap) or item.lead_off:
                if item.start > at:
                    break
                pieces.clear()
            else:
                first = item.start if not pieces else first
                pieces.append(item.uv.astype(np.float64))
    except (ChecksumMismatch, RawPruned):  # what cannot be read was given up, or is just being removed
        return None
    uv = np.concatenate(pieces) if pieces else NOTHING
    return Strip(first, len(uv), uv) if first <= at < first + len(uv) else None
