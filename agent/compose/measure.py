"""What is said about rates and intervals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from agent.compose.common import basis
from agent.compose.slots import At, Bare, Count, Length, N, Name, When
from agent.tools.measure import Latest, Measured, Value

if TYPE_CHECKING:
    from agent.compose.draft import Draft
    from agent.tools.envelope import Envelope

FRESH_S: Final = 60.0  # a rate this fresh is told as now
NARROW: Final = 1.0  # quartiles closer than this are not worth telling


def say(draft: Draft, envelope: Envelope, hints: frozenset[str]) -> None:
    """The answer of ``measure``."""
    data = msgspec.convert(envelope.data, Measured)
    if data.latest is not None and [value.metric for value in data.values] == ["hr"]:
        newest(draft, envelope, data.latest)
    else:
        for index, value in enumerate(data.values):
            value_of(draft, envelope, value, first=index == 0)
        extremes(draft, envelope, data)
        basis(draft, envelope)
    if "normal" in hints:
        for value in data.values:
            limits(draft, envelope, value)
        draft.say("ask_doctor")


def newest(draft: Draft, envelope: Envelope, latest: Latest) -> None:
    """The rate now."""
    if latest.hr_bpm is None:
        return
    key = "rate_now" if latest.age_s <= FRESH_S else "rate_before"
    draft.say(
        key,
        envelope,
        rate=N(latest.hr_bpm, "bpm"),
        age=Length(latest.age_s),
        at=At(latest.at),
        rhythm=Name(f"in_{latest.rhythm}"),
    )


def value_of(draft: Draft, envelope: Envelope, value: Value, *, first: bool) -> None:
    """One metric."""
    resolved = envelope.resolved
    if resolved is None:
        return
    if value.value is None:
        _missing(draft, envelope, value)
        return
    if value.metric in {"hr_min", "hr_max"}:
        key = f"{value.metric}_{'first' if first else 'more'}"
        draft.say(key, envelope, when=When(resolved), value=N(value.value, value.unit), at=At(value.at or ""))
        return
    if value.metric == "hr_rest":
        _rest(draft, envelope, value, first=first)
        return
    opening = f"{value.metric}_first" if f"{value.metric}_first" in draft.tongue.sentences else "metric_first"
    draft.say(
        opening if first else "metric_more",
        envelope,
        when=When(resolved),
        metric=Name(f"metric_{value.metric}"),
        value=N(value.value, value.unit),
    )
    if value.q1 is not None and value.q3 is not None and value.q3 - value.q1 >= NARROW:
        spread = {"windows": "spread", "hours": "spread_hours", "sample": "spread_sample"}[value.method]
        draft.say(spread, envelope, q1=Bare(value.q1), q3=N(value.q3, value.unit))
    if draft.tongue.clinical and value.n:
        noun = "window" if value.method == "windows" else "hour"
        draft.say("counted", envelope, claim="count", counted=Count(value.n, noun))


def _rest(draft: Draft, envelope: Envelope, value: Value, *, first: bool) -> None:
    if value.value is None or envelope.resolved is None:
        return
    if value.where is not None:
        draft.say(
            "rest_elsewhere",
            envelope,
            value=N(value.value, "bpm"),
            start=At(value.where[0]),
            end=At(value.where[1]),
        )
        return
    draft.say(
        "rest_first" if first else "rest_more",
        envelope,
        when=When(envelope.resolved),
        value=N(value.value, "bpm"),
    )


def _missing(draft: Draft, envelope: Envelope, value: Value) -> None:
    reason = f"null_{value.missing}"
    draft.say(
        "metric_missing",
        envelope,
        claim="state",
        metric=Name(f"metric_{value.metric}"),
        reason=Name(reason if reason in draft.tongue.names else "null_"),
    )


def extremes(draft: Draft, envelope: Envelope, data: Measured) -> None:
    """Lowest and highest that were not asked for but belong to the picture."""
    found = {value.metric: value for value in data.also}
    low, high = found.get("hr_min"), found.get("hr_max")
    if low and high and low.value is not None and high.value is not None:
        draft.say(
            "extremes",
            envelope,
            low=N(low.value, "bpm"),
            low_at=At(low.at or ""),
            high=N(high.value, "bpm"),
            high_at=At(high.at or ""),
        )


def limits(draft: Draft, envelope: Envelope, value: Value) -> None:
    """What a value is next to the limits set here; never more than that."""
    if value.value is None or not value.limits:
        return
    outside = "inside"
    for limit in value.limits:
        if limit.name.endswith("_low") and value.value < limit.value:
            outside = "below"
        if not limit.name.endswith("_low") and value.value > limit.value:
            outside = "above"
    low = next((limit for limit in value.limits if limit.name.endswith("_low")), None)
    high = next((limit for limit in value.limits if not limit.name.endswith("_low")), None)
    metric = Name(f"metric_{value.metric}")
    if low and high:
        draft.say(
            f"limits_{outside}",
            envelope,
            metric=metric,
            value=N(value.value, value.unit),
            low=Bare(low.value),
            high=N(high.value, high.unit),
            version=Bare(high.version),
        )
    elif high:
        draft.say(
            f"limit_{outside}",
            envelope,
            metric=metric,
            value=N(value.value, value.unit),
            high=N(high.value, high.unit),
            version=Bare(high.version),
        )
