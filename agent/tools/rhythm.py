"""Rhythms and beat classes: shares of the analysable time, and the burden of atrial fibrillation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from agent.tools.events import Found, found_between
from agent.tools.figures import totals
from agent.tools.measure import Latest, latest
from agent.when.model import Kind

if TYPE_CHECKING:
    from agent.tools.args import Burden, Classify
    from agent.tools.envelope import Envelope
    from agent.tools.look import Look

RHYTHMS: Final = ("sinus", "af", "regular", "other", "unknown")


class Share(msgspec.Struct, frozen=True):
    """How long a rhythm was found; ``pct`` of the analysable time."""

    rhythm: str
    seconds: float
    pct: float


class Rhythms(msgspec.Struct, frozen=True):
    """Shares of rhythms, longest first."""

    shares: tuple[Share, ...]
    latest: Latest | None = None


class Beats(msgspec.Struct, frozen=True):
    """Counts of beats: all, and early ones from above and from the ventricles.

    ``rr_beats``: of all, those known by their intervals alone, of which nobody can say whether they came
    early; ``pct`` of the others.
    """

    beats: int
    s_beats: int
    v_beats: int
    s_pct: float
    v_pct: float
    rr_beats: int = 0


class Load(msgspec.Struct, frozen=True):
    """Burden of a rhythm: ``share_pct`` of the analysable seconds."""

    rhythm: str
    seconds: float
    share_pct: float
    analysable_s: float
    episodes: int
    longest: Found | None
    going_on: bool
    shortest_counted_s: float


def classify(view: Look, args: Classify) -> Envelope:
    """Shares of rhythms, or counts of beat classes."""
    sums = totals(view.scope, view.spans)
    if args.target == "beats":
        seen = sums.beats - sums.rr_beats
        beats = Beats(
            sums.beats,
            sums.s_beats,
            sums.v_beats,
            _pct(sums.s_beats, seen),
            _pct(sums.v_beats, seen),
            sums.rr_beats,
        )
        return view.envelope("classify", beats)
    seconds = {
        "sinus": sums.sinus_s,
        "af": sums.af_s,
        "regular": sums.regular_s,
        "other": sums.other_s,
        "unknown": sums.unknown_s,
    }
    shares = [
        Share(name, round(seconds[name], 1), _pct(seconds[name], sums.analysable_s))
        for name in RHYTHMS
        if seconds[name] > 0
    ]
    shares.sort(key=lambda share: -share.seconds)
    newest = latest(view) if view.span.kind is Kind.NOW else None
    return view.envelope("classify", Rhythms(tuple(shares), newest))


def burden(view: Look, args: Burden) -> Envelope:
    """Seconds, share, episodes and the longest episode of a rhythm."""
    sums = totals(view.scope, view.spans)
    found = found_between(view, (args.rhythm,))
    longest = max(found, key=lambda each: each.seconds, default=None)
    counted = view.limits.get("af_episode")
    data = Load(
        rhythm=args.rhythm,
        seconds=round(sums.af_s, 1),
        share_pct=_pct(sums.af_s, sums.analysable_s),
        analysable_s=round(sums.analysable_s, 1),
        episodes=len(found),
        longest=longest,
        going_on=any(each.going_on for each in found),
        shortest_counted_s=counted.value if counted else 0.0,
    )
    unjudged_s = 0.0 if found or sums.af_s else sums.unknown_s
    return view.envelope("burden", data, limits=("af_episode",), unjudged_s=unjudged_s)


def _pct(part: float, whole: float) -> float:
    return round(100 * part / whole, 2) if whole else 0.0
