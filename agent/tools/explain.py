"""Why something was found: the evidence behind a label, the strips that show it most plainly, the limit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from agent.tools import criteria, ectopics
from agent.tools.carried import Carried, carried
from agent.tools.events import LIMITS, SHAPES, UNITS, Found, found_between
from agent.tools.figures import NS, rows, totals
from dsp.interval_windows import BY_INTERVALS
from dsp.windows import UNCONFIRMED
from storage.sql import select

if TYPE_CHECKING:
    from agent.tools.args import Explain
    from agent.tools.envelope import Envelope
    from agent.tools.look import Look

STRIPS: Final = 3  # shown: enough to look at, few enough to say
ELSEWHERE: Final = 12  # windows of sinus rhythm read for comparison
AROUND_NS: Final = 10 * NS  # of an event, whose signal must be good on both sides
LOWEST: Final = frozenset({"brady"})  # the least value is the most marked one

_AROUND: Final = select(
    ("min(quality)", "min(analysable)", "count(*)"),
    "FROM segments WHERE device = ?1 AND current = 1 AND start_ns > ?2 AND start_ns < ?3",
)


class Strip(msgspec.Struct, frozen=True):
    """A part of the recording that carries the finding. Shares 0..100; None where beats do not tell."""

    start: str
    end: str
    irregularity: float | None = None
    p_pct: float | None = None
    rate: float | None = None
    value: float | None = None
    quality: float | None = None


class Reasons(msgspec.Struct, frozen=True):
    """What a finding rests on.

    ``irregularity`` 0..1, 0.5 where AF and the rest are told apart; ``p_pct``: beats before which a P wave
    was seen; ``*_elsewhere``: the same in sinus rhythm of the same range; ``probability``: calibrated, None
    where rules decided; ``certainty``: high, fair, low or rule; ``unconfirmed_s``: labelled as AF without
    the evidence AF takes; ``value``: the most marked one, in ``unit``; ``carried``: what decides one episode.
    """

    finding: str
    found: bool
    events: int = 0
    seconds: float = 0.0
    windows: int = 0
    read: int = 0
    irregularity: float | None = None
    irregularity_elsewhere: float | None = None
    p_pct: float | None = None
    p_pct_elsewhere: float | None = None
    rate: float | None = None
    probability: float | None = None
    certainty: str = "rule"
    quality: float | None = None
    unconfirmed_s: float = 0.0
    intervals_only: bool = False
    value: float | None = None
    unit: str = ""
    threshold: float | None = None
    threshold_unit: str = ""
    threshold_version: int | None = None
    clear_around: bool | None = None
    strips: tuple[Strip, ...] = ()
    carried: Carried | None = None


def run(view: Look, args: Explain) -> Envelope:
    """Explain a finding of the range."""
    if args.finding in ectopics.LABELS:
        return ectopics.run(view, args.finding)
    data = _af(view) if args.finding == "af" else _event(view, args.finding)
    waves = (f"kinds_{args.finding}",) if args.finding in SHAPES else ()
    unjudged_s = totals(view.scope, view.spans).unknown_s if args.finding == "af" and not data.found else 0.0
    return view.envelope(
        "explain", data, limits=LIMITS.get(args.finding, ()), waveform=waves, unjudged_s=unjudged_s
    )


def _af(view: Look) -> Reasons:
    scope = view.scope
    named = criteria.labelled(scope, view.spans, "af")
    loose = [row for row in named if UNCONFIRMED in row[9]]
    found = [row for row in named if UNCONFIRMED not in row[9]]
    episodes = found_between(view, ("af",))
    if not found:
        return Reasons("af", found=False, events=len(episodes), unconfirmed_s=criteria.seconds(loose))
    read = criteria.read(scope, found)
    other = criteria.read(scope, criteria.labelled(scope, view.spans, "sinus"), ELSEWHERE)
    quality = criteria.mean_quality([row[5] for row in found])
    probability = criteria.middle([row[6] for row in found])
    limit = view.limits.get("af_episode")
    return Reasons(
        finding="af",
        found=True,
        events=len(episodes),
        seconds=criteria.seconds(found),
        windows=len(found),
        read=len(read),
        irregularity=criteria.middle([each.irregular for each in read]),
        irregularity_elsewhere=criteria.middle([each.irregular for each in other]),
        p_pct=criteria.share_pct(read),
        p_pct_elsewhere=criteria.share_pct(other),
        rate=criteria.middle([row[8] for row in found], 1),
        probability=probability,
        certainty=criteria.certainty(probability, quality),
        quality=quality,
        unconfirmed_s=criteria.seconds(loose),
        intervals_only=all(BY_INTERVALS in row[9] for row in found),
        threshold=limit.value if limit else None,
        threshold_unit=limit.unit if limit else "",
        threshold_version=limit.version if limit else None,
        strips=tuple(
            Strip(
                start=view.iso(each.start_ns),
                end=view.iso(each.end_ns),
                irregularity=each.irregular,
                p_pct=None if each.p_share is None else round(100 * each.p_share, 1),
                rate=each.rate,
                quality=round(each.quality, 2),
            )
            for each in criteria.strongest(read, STRIPS)
        ),
        carried=carried(view, "af"),
    )


def _event(view: Look, kind: str) -> Reasons:
    found = found_between(view, (kind,))
    if not found:
        return Reasons(kind, found=False)
    names = LIMITS.get(kind, ())
    limit = view.limits.get(names[0]) if names else None
    marked = sorted(found, key=lambda each: (each.value or 0.0) * (1 if kind in LOWEST else -1))
    around = [_around(view, each) for each in marked[:STRIPS]]
    shown = sorted(zip(marked, around, strict=False), key=lambda pair: pair[0].start)
    qualities = [quality for quality, _ in around if quality is not None]
    return Reasons(
        finding=kind,
        found=True,
        events=len(found),
        seconds=round(sum(each.seconds for each in found), 1),
        quality=round(min(qualities), 2) if qualities else None,
        value=marked[0].value,
        unit=UNITS[kind],
        threshold=limit.value if limit else None,
        threshold_unit=limit.unit if limit else "",
        threshold_version=limit.version if limit else None,
        clear_around=all(clear for _, clear in around),
        strips=tuple(
            Strip(each.start, each.end, value=each.value, quality=quality) for each, (quality, _) in shown
        ),
        carried=carried(view, kind),
    )


def _around(view: Look, event: Found) -> tuple[float | None, bool]:
    """The poorest quality of the windows around an event, and whether all of them were readable."""
    start_ns, end_ns = (view.scope.ns(text) for text in (event.start, event.end))
    quality, readable, count = rows(
        view.scope.conn, _AROUND, view.scope.device, start_ns - 2 * AROUND_NS, end_ns + AROUND_NS
    )[0]
    return (None, False) if not count else (round(quality, 2), bool(readable))
