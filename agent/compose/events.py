"""What is said about events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from agent.compose.slots import At, Bare, Count, Length, N, Name, When
from agent.tools.events import Counted, Events, Found

if TYPE_CHECKING:
    from agent.compose.draft import Draft
    from agent.tools.envelope import Envelope, Resolved

NEVER_NAMED: Final = frozenset({"hr_max", "hr_min", "hr_above", "hr_below"})


def say(draft: Draft, envelope: Envelope, hints: frozenset[str]) -> None:
    """The answer of ``find_events``."""
    data, resolved = msgspec.convert(envelope.data, Events), envelope.resolved
    if resolved is None:
        return
    if data.loose_af_s > 0:
        draft.say("loose_af", envelope, claim="presence", when=When(resolved), time=Length(data.loose_af_s))
    if data.count:
        _found(draft, envelope, data, resolved)
        _basis(draft, envelope)
    else:
        none(draft, envelope, data)
    if (data.count or data.loose_af_s) and data.kind not in NEVER_NAMED:
        draft.say("show_doctor")
    if "CUT_SHORT" in envelope.warnings:
        draft.say("cut_short", envelope, claim="coverage")
    if "why" in hints:
        _thresholds(draft, envelope, data)


def _found(draft: Draft, envelope: Envelope, data: Events, resolved: Resolved) -> None:
    if data.kind in {"hr_max", "hr_min"}:
        event = data.events[0]
        draft.say(
            f"{data.kind}_when",
            envelope,
            when=When(resolved),
            value=N(event.value or 0.0, "bpm"),
            at=At(event.start),
        )
    elif data.order in {"newest", "oldest", "longest", "shortest"} and len(data.events) == 1:
        _one(draft, envelope, data)
    else:
        _many(draft, envelope, data)


def none(draft: Draft, envelope: Envelope, data: Events) -> None:
    """Nothing was found: said only as far as there was signal."""
    covered, resolved = envelope.coverage, envelope.resolved
    if covered is None or resolved is None:
        return
    if data.loose_af_s > 0:
        if data.kind == "af":
            _thresholds(draft, envelope, data)
            _basis(draft, envelope)
            return
        key = "none_other" if envelope.enough else "none_other_part"
        claim = "absence" if envelope.enough else "coverage"
        draft.say(key, envelope, claim=claim, pct=N(covered.pct, "%"))
        return
    suffix = "" if envelope.enough else "_part"
    claim = "absence" if envelope.enough else "coverage"
    threshold = data.kinds[0].threshold if data.kinds else None
    if data.kind in {"hr_above", "hr_below"} and threshold is not None:
        draft.say(
            f"none_{data.kind}{suffix}",
            envelope,
            claim=claim,
            when=When(resolved),
            limit=N(threshold, "bpm"),
            pct=N(covered.pct, "%"),
        )
        return
    if data.kind == "any":
        key, claim = _none_of_all(envelope)
        draft.say(key, envelope, claim=claim, when=When(resolved), pct=N(covered.pct, "%"))
        return
    draft.say(
        f"none_kind{suffix}",
        envelope,
        claim=claim,
        when=When(resolved),
        pct=N(covered.pct, "%"),
        kind=Name(f"kinds_{data.kind}"),
    )
    _thresholds(draft, envelope, data)


def _none_of_all(envelope: Envelope) -> tuple[str, str]:
    """How to say that nothing was found, as far as there was a waveform to see it in, and what it claims."""
    if not envelope.enough:
        return "none_any_part", "coverage"
    return ("none_any", "absence_of_shapes") if envelope.enough_waveform else ("none_any_rr", "absence")


def _one(draft: Draft, envelope: Envelope, data: Events) -> None:
    event = data.events[0]
    which = data.order if data.count > 1 else "only"
    if envelope.resolved is None:
        return
    draft.say(
        f"event_{which}",
        envelope,
        claim="presence",
        when=When(envelope.resolved),
        kind=Name(f"kind_{event.kind}"),
        start=At(event.start),
        long=Length(event.seconds),
    )
    detail(draft, envelope, event)
    if data.count > 1:
        draft.say(
            "event_of",
            envelope,
            claim="count",
            count=Count(data.count, f"n_{event.kind}"),
            when=When(envelope.resolved),
        )


def detail(draft: Draft, envelope: Envelope, event: Found) -> None:
    """The deciding number of an event, and whether it goes on."""
    if event.value is not None and event.kind in {"brady", "tachy", "wide_run"}:
        draft.say(f"value_{event.kind}", envelope, value=N(event.value, event.unit))
    if event.going_on:
        draft.say("going_on", envelope, claim="presence")


def _many(draft: Draft, envelope: Envelope, data: Events) -> None:
    resolved = envelope.resolved
    if resolved is None:
        return
    counted = [each for each in data.kinds if each.count]
    if data.kind == "any":
        draft.say("found_any", envelope, claim="count", when=When(resolved))
        for each in counted:
            draft.say(
                "found_line",
                envelope,
                claim="count",
                line=True,
                count=Count(each.count, f"n_{each.kind}"),
                total=Length(each.seconds),
            )
    else:
        found_kind(draft, envelope, counted[0])
    shown = data.events
    if data.kind == "any" or not shown:
        return
    if len(shown) < data.count:
        key = {"longest": "shown_longest", "newest": "shown_newest", "shortest": "shown_shortest"}.get(
            data.order, "shown_first"
        )
        draft.say(key, shown=Bare(len(shown)))
    for event in shown:
        line(draft, envelope, event)


def found_kind(draft: Draft, envelope: Envelope, each: Counted) -> None:
    """How many of one kind there were, and how long together."""
    if envelope.resolved is None:
        return
    if each.kind in {"hr_above", "hr_below"} and each.threshold is not None:
        draft.say(
            f"found_{each.kind}",
            envelope,
            claim="count",
            when=When(envelope.resolved),
            count=Count(each.count, "time"),
            limit=N(each.threshold, "bpm"),
            total=Length(each.seconds),
        )
        return
    key = "found_pauses" if each.kind == "pause" else "found_kind"
    draft.say(
        key,
        envelope,
        claim="count",
        when=When(envelope.resolved),
        count=Count(each.count, f"n_{each.kind}"),
        total=Length(each.seconds),
    )


def line(draft: Draft, envelope: Envelope, event: Found) -> None:
    """One event on a line."""
    if event.kind == "pause" or event.value is None or event.kind in {"af", "bigeminy", "trigeminy"}:
        key = "event_line_open" if event.going_on else "event_line"
        draft.say(
            key, envelope, claim="presence", line=True, start=At(event.start), long=Length(event.seconds)
        )
        return
    draft.say(
        "event_line_value",
        envelope,
        claim="presence",
        line=True,
        start=At(event.start),
        long=Length(event.seconds),
        value=N(event.value, event.unit),
    )


def _basis(draft: Draft, envelope: Envelope) -> None:
    covered = envelope.coverage
    if covered is not None and not envelope.enough:
        draft.say("rest_unknown", envelope, claim="coverage", pct=N(covered.pct, "%"))
    elif covered is not None:
        draft.say("basis_short", envelope, claim="coverage", pct=N(covered.pct, "%"))


def _thresholds(draft: Draft, envelope: Envelope, data: Events) -> None:
    for each in data.kinds:
        if each.threshold is None or each.threshold_version is None:
            continue
        key = f"counted_{each.kind}"
        if key in draft.tongue.sentences:
            draft.say(
                key,
                envelope,
                threshold=N(each.threshold, each.threshold_unit),
                version=Bare(each.threshold_version),
            )
