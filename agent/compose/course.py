"""What is said about trends and comparisons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from agent.compose.common import basis
from agent.compose.slots import At, Bare, By, Count, Day, Length, N, Name, When
from agent.tools.compare import Compared, Difference, Presence
from agent.tools.envelope import Problem
from agent.tools.trend import Course, Point

if TYPE_CHECKING:
    from agent.compose.draft import Draft
    from agent.compose.slots import Slot
    from agent.tools.envelope import Envelope, Resolved

MAX_LINES: Final = 31  # buckets written out; of more, every one of the newest


def trend(draft: Draft, envelope: Envelope, _hints: frozenset[str]) -> None:
    """The answer of ``trend``."""
    data, resolved = msgspec.convert(envelope.data, Course), envelope.resolved
    if resolved is None:
        return
    draft.say(
        "trend_first",
        envelope,
        when=When(resolved),
        metric=Name(f"trend_{data.metric}"),
        bucket=Name(f"by_{data.bucket}"),
    )
    if "COARSER" in envelope.warnings:
        draft.say("trend_coarser", envelope, claim="none")
    for point in data.points[-MAX_LINES:]:
        _point(draft, envelope, data, point)
    if data.change is not None:
        key = f"trend_{data.direction}"
        if data.direction == "flat":
            draft.say(key, envelope, claim="comparison", smallest=N(data.smallest, data.unit))
        else:
            draft.say(key, envelope, claim="comparison", change=By(data.change, data.unit))
    elif data.measured < len(data.points) or data.measured < 3:  # noqa: PLR2004 - two points are no course
        draft.say("trend_too_few", envelope, claim="count", measured=Bare(data.measured))
    basis(draft, envelope)


def _point(draft: Draft, envelope: Envelope, data: Course, point: Point) -> None:
    part = "_part" if point.part else ""
    at: Slot = At(point.start) if data.bucket == "hour" else Day(point.start)
    if data.bucket == "night":
        at = Day(point.end)
    key = f"point_{data.bucket}" if f"point_{data.bucket}" in draft.tongue.sentences else "point"
    if point.value is None:
        missing = f"{key}_without" if point.without else f"{key}_missing"
        draft.say(missing, envelope, claim="coverage", line=True, at=at)
        return
    if data.unit in {"beats", "pauses"}:
        draft.say(
            f"{key}{part}", envelope, line=True, at=at, value=Count(point.value, data.unit.removesuffix("s"))
        )
        return
    draft.say(f"{key}{part}", envelope, line=True, at=at, value=N(point.value, data.unit))


def compare(draft: Draft, envelope: Envelope, _hints: frozenset[str]) -> None:
    """The answer of ``compare``."""
    data, resolved = msgspec.convert(envelope.data, Compared), envelope.resolved
    if resolved is None:
        return
    for index, each in enumerate(data.differences if data.comparable else ()):
        _difference(draft, envelope, each, data.b, resolved, first=index == 0)
    if Problem.NO_WAVEFORM in {data.a_problem, data.b_problem}:
        draft.say("compare_without", envelope, claim="state")
    for event in data.events:
        presence(draft, envelope, event)
    if envelope.coverage is not None:
        key = "compare_basis" if data.comparable else "compare_unfair"
        draft.say(
            key, envelope, claim="coverage", a=N(envelope.coverage.pct, "%"), b=N(data.b_coverage.pct, "%")
        )
    if data.b_coverage.rr_s > 0:
        draft.say(
            "compare_rr", envelope, claim="coverage", rr=Length(data.b_coverage.rr_s), when=When(data.b)
        )


def presence(draft: Draft, envelope: Envelope, event: Presence) -> None:
    """Whether a kind of event is new, still there or gone."""
    slots: dict[str, Slot] = {"kind": Name(f"kinds_{event.kind}"), "a": Count(event.a, f"n_{event.kind}")}
    if event.b:
        slots["b"] = Bare(event.b) if event.a else Count(event.b, f"n_{event.kind}")
    claim = "absence" if event.verdict == "gone" else "comparison"
    draft.add(f"presence_{event.verdict}", slots, envelope, claim=claim)


def _difference(
    draft: Draft, envelope: Envelope, each: Difference, other: Resolved, resolved: Resolved, *, first: bool
) -> None:
    if each.a is None or each.b is None or each.change is None:
        draft.say("difference_missing", envelope, claim="state", metric=Name(f"metric_{each.metric}"))
        return
    key = f"difference_{each.direction}" + ("" if first else "_more")
    draft.say(
        key,
        envelope,
        claim="comparison",
        metric=Name(f"metric_{each.metric}"),
        when=When(resolved),
        other=When(other),
        a=N(each.a, each.unit),
        b=N(each.b, each.unit),
        change=By(each.change, each.unit),
        smallest=N(each.smallest, each.unit),
    )
