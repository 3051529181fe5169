"""Which parts of the signal carry a finding: the stored explanation of the episode that shows it best."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from storage.episodes import episodes
from storage.explanations import explained
from storage.timeline import wall_ns

if TYPE_CHECKING:
    from agent.tools.look import Look
    from storage.episodes import EpisodeRow
    from storage.explanations import Explained

MOST: Final = 20  # episodes looked up until one is found whose explanation was made
WEIGHTS: Final = {"af": lambda row: row.n, "brady": lambda row: -(row.value or 0.0)}  # of others their value


class Part(msgspec.Struct, frozen=True):
    """A part of the signal: its middle. ``lost``: probability that it costs the classifier, if it decided."""

    at: str
    seconds: float
    lost: float | None = None


class Width(msgspec.Struct, frozen=True):
    """How long QRS complexes are."""

    value: float
    metric: str = "qrs"
    unit: str = "ms"


class Carried(msgspec.Struct, frozen=True):
    """What carries one episode. Probabilities and ``similarity`` 0..1, None where nothing tells.

    ``began``: of the episode; ``start``, ``end``: of the strip that was looked at; ``probability``: that the
    classifier gives it; ``masked``: with all parts masked, ``by_chance``: with as many random ones;
    ``similarity``: of its beats to the usual shape.
    """

    began: str
    start: str
    end: str
    method: str
    model: str | None
    sha256: str | None
    probability: float | None
    masked: float | None
    by_chance: float | None
    width: Width | None
    usual_width: Width | None
    similarity: float | None
    parts: tuple[Part, ...]


def carried(view: Look, kind: str) -> Carried | None:
    """The explanation of the longest (AF) or most marked episode of the range that has one."""
    own = {
        row.id: row
        for start_ns, end_ns in view.spans
        for row in episodes(view.scope.conn, view.scope.device, start_ns, end_ns, (kind,))
    }
    weight = WEIGHTS.get(kind, lambda row: row.value or 0.0)
    for row in sorted(own.values(), key=weight, reverse=True)[:MOST]:
        found = explained(view.scope.conn, row.id)
        if found is not None:
            return _carried(view, row, found)
    return None


def _carried(view: Look, row: EpisodeRow, found: Explained) -> Carried:
    def at(sample: int) -> int:
        return wall_ns(view.scope.conn, row.session, sample)

    spans = [(at(start), at(start + n), lost) for start, n, lost in found.parts]
    inside = [
        (begin, end, lost)
        for begin, end, lost in spans
        if any(first <= begin and end <= last for first, last in view.spans)
    ]
    by_model = found.probability is not None
    return Carried(
        began=view.iso(row.start_ns),
        start=view.iso(at(found.start)),
        end=view.iso(at(found.start + found.n)),
        method=found.method,
        model=found.model,
        sha256=found.sha256,
        probability=_two(found.probability),
        masked=_two(found.masked),
        by_chance=_two(found.by_chance),
        width=_width(found.criteria.get("width_ms")),
        usual_width=_width(found.criteria.get("usual_width_ms")),
        similarity=_two(found.criteria.get("similarity")),
        parts=tuple(
            Part(
                view.iso((begin + end) // 2), round((end - begin) / 1e9, 2), _two(lost) if by_model else None
            )
            for begin, end, lost in inside
        ),
    )


def _width(value: float | None) -> Width | None:
    return None if value is None else Width(value)


def _two(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
