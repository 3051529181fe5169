"""The parts of a drawn strip that carry what was found in it, to be shaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.criteria import Seen, decisive
from dsp.explanation import Part, explain_strip
from dsp.types import FindingKind, Rhythm
from dsp.windows import UNCONFIRMED
from storage.explanations import explained

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from dsp.explanation import Judge
    from dsp.types import Analysis, FloatArray, Window
    from storage.episodes import EpisodeRow

STRIP_S: Final = 30.0  # what the classifier looks at
JOIN_S: Final = 30.0  # AF this close is one episode


def stored(conn: sqlite3.Connection, rows: Iterable[EpisodeRow], origin: int) -> tuple[Part, ...]:
    """What is stored of episodes; positions from sample ``origin`` on."""
    found = (explained(conn, row.id) for row in rows)
    return tuple(
        Part(start - origin, n, lost) for one in found if one is not None for start, n, lost in one.parts
    )


def computed(
    analysis: Analysis, uv: FloatArray, span: tuple[int, int], classifier: Judge | None
) -> tuple[Part, ...]:
    """The same of a recording without a store. ``uv``: (n,) from its first sample; ``span``: what is drawn.

    AF is explained by the classifier, where it is told that it called it; all else by its rules.
    """
    seen = Seen(analysis.fs_hz, 0, np.nan_to_num(uv), analysis.beats, analysis.fiducials)
    first, last = span
    parts: list[Part] = []
    for finding in analysis.findings:
        if finding.kind is not FindingKind.AF and finding.start < last and finding.start + finding.n > first:
            parts += decisive(finding.kind, finding.start, finding.n, seen)
    if classifier is not None:
        shown = [w for w in _af(analysis.windows) if w.start < last and w.start + w.n > first]
        for episode in _joined(shown, JOIN_S * analysis.fs_hz):
            parts += _occluded(seen, max(episode, key=lambda w: w.probability or 0.0), classifier)
    return tuple(parts)


def _af(windows: Iterable[Window]) -> list[Window]:
    """Those that a classifier called AF."""
    return [
        w
        for w in windows
        if w.rhythm is Rhythm.AF and w.probability is not None and UNCONFIRMED not in w.flags
    ]


def _joined(windows: Sequence[Window], bridge: float) -> list[list[Window]]:
    episodes: list[list[Window]] = []
    for window in windows:
        if episodes and window.start - episodes[-1][-1].start - episodes[-1][-1].n <= bridge:
            episodes[-1].append(window)
        else:
            episodes.append([window])
    return episodes


def _occluded(seen: Seen, window: Window, classifier: Judge) -> list[Part]:
    """Of the half minute that ends with a window."""
    end = window.start + window.n
    start = max(0, end - round(STRIP_S * seen.fs_hz))
    inside = [beat.sample - start for beat in seen.beats if start <= beat.sample < end]
    found = explain_strip(classifier, seen.uv[start:end], seen.fs_hz, inside, Rhythm.AF)
    return [] if found is None else [Part(part.start + start, part.n, part.lost) for part in found.parts]
