"""Where the numbers of an earlier answer come from: rows, versions, thresholds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from agent.tools.envelope import Envelope, Problem
from agent.tools.figures import NS, rows
from storage.sessions import sessions
from storage.sql import select

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent.scope import Scope
    from storage.thresholds import ThresholdRow

_COUNT: Final = select(
    ("count(*)", "coalesce(sum(analysable), 0)"),
    "FROM segments WHERE device = ?1 AND current = 1 AND start_ns >= ?2 AND start_ns < ?3",
)
_OLD: Final = select(
    ("count(*)", "coalesce(sum(analysable), 0)"),
    "FROM segments WHERE session = ?1 AND start_ns >= ?2 AND start_ns < ?3 "
    "AND version IN (SELECT value FROM json_each(?4))",
)
_VERSIONS: Final = select(
    ("version",),
    "FROM segments WHERE device = ?1 AND current = 1 AND start_ns >= ?2 AND start_ns < ?3 GROUP BY version",
)
_HOURS: Final = select(("count(*)",), "FROM hourly WHERE device = ?1 AND hour_ns >= ?2 AND hour_ns < ?3")
COUNT_UP_TO_NS: Final = 40 * 24 * 3600 * NS  # of a longer range hours are counted, not windows


class Rule(msgspec.Struct, frozen=True):
    """A threshold that took part."""

    name: str
    value: float
    unit: str
    version: int
    source: str
    date: str


class Source(msgspec.Struct, frozen=True):
    """What an earlier result rests on."""

    evidence: str
    about: str
    args: dict[str, Any]
    device: str
    lead: str
    start: str | None
    end: str | None
    label: str
    windows: int | None
    analysable: int | None
    hours: int | None
    recorded_s: float | None
    analysable_s: float | None
    pct: float | None
    quality: float | None
    chain: tuple[str, ...]
    model: tuple[str, ...]
    thresholds: tuple[Rule, ...]
    warnings: tuple[str, ...]
    explained_by: tuple[str, ...] = ()  # method, and of a classifier its name and sha256
    replaced_by: tuple[str, ...] = ()  # versions of the chain that analysed the time again since


def run(
    scope: Scope, earlier: Envelope | None, args: Mapping[str, Any], limits: Mapping[str, ThresholdRow]
) -> Envelope:
    """Explain an earlier result of this dialogue; ``args``: what its tool was called with."""
    if earlier is None:
        return Envelope(
            ok=False, ev="", tool="provenance", data={"why": "no_evidence"}, error=Problem.NO_DATA
        )
    resolved, covered = earlier.resolved, earlier.coverage
    windows = analysable = hours = None
    replaced: tuple[str, ...] = ()
    if resolved is not None and covered is not None:
        span = (earlier.device, resolved.start_ns, resolved.end_ns)
        if resolved.end_ns - resolved.start_ns <= COUNT_UP_TO_NS:
            windows, analysable = rows(scope.conn, _COUNT, *span)[0]
            replaced = _newer(scope, earlier)
            if replaced:
                windows, analysable = _kept(scope, earlier)
        else:
            hours = rows(scope.conn, _HOURS, *span)[0][0]
    data = Source(
        evidence=earlier.ev,
        about=earlier.tool,
        args=dict(args),
        device=earlier.device,
        lead=earlier.lead,
        start=resolved.start if resolved else None,
        end=resolved.end if resolved else None,
        label=resolved.label if resolved else "",
        windows=windows,
        analysable=analysable,
        hours=hours,
        recorded_s=covered.recorded_s if covered else None,
        analysable_s=covered.analysable_s if covered else None,
        pct=covered.pct if covered else None,
        quality=earlier.quality,
        chain=earlier.versions.chain,
        model=earlier.versions.model,
        thresholds=tuple(
            Rule(name, limits[name].value, limits[name].unit, version, limits[name].source, limits[name].date)
            for name, version in earlier.versions.thresholds.items()
            if name in limits
        ),
        warnings=earlier.warnings,
        explained_by=_explained_by(earlier),
        replaced_by=replaced,
    )
    return Envelope(
        ok=True,
        ev="",
        tool="provenance",
        data=msgspec.to_builtins(data),
        resolved=resolved,
        coverage=covered,
        quality=earlier.quality,
        lead=earlier.lead,
        versions=earlier.versions,
        signal=earlier.signal,
    )


def _explained_by(earlier: Envelope) -> tuple[str, ...]:
    """What named the parts that decide, where the result has any."""
    found = earlier.data.get("carried") or {}
    return tuple(str(found[name]) for name in ("method", "model", "sha256") if found.get(name))


def _newer(scope: Scope, earlier: Envelope) -> tuple[str, ...]:
    """Versions that made the rows now in force and that the earlier result did not know."""
    resolved = earlier.resolved
    if resolved is None or not earlier.versions.chain:
        return ()
    found = rows(scope.conn, _VERSIONS, earlier.device, resolved.start_ns, resolved.end_ns)
    return tuple(sorted({str(row[0]) for row in found} - set(earlier.versions.chain)))


def _kept(scope: Scope, earlier: Envelope) -> tuple[int, int]:
    """Windows the earlier result rests on, and the analysable ones of them: old versions are kept."""
    resolved = earlier.resolved
    if resolved is None:
        return 0, 0
    versions = msgspec.json.encode(earlier.versions.chain).decode()
    span = (resolved.start_ns, resolved.end_ns)
    counted = [
        rows(scope.conn, _OLD, session.id, *span, versions)[0]
        for session in sessions(scope.conn, earlier.device, *span)
    ]
    return sum(row[0] for row in counted), sum(row[1] for row in counted)
