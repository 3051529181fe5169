"""What is said about rhythms, beat classes and burden."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from agent.compose.common import basis
from agent.compose.slots import At, Bare, Count, Length, N, Name, When
from agent.tools.envelope import ENOUGH_PCT
from agent.tools.rhythm import Beats, Load, Rhythms, Share

if TYPE_CHECKING:
    from agent.compose.draft import Draft
    from agent.compose.slots import Slot
    from agent.tools.envelope import Envelope, Resolved
    from agent.tools.measure import Latest


def classify(draft: Draft, envelope: Envelope, _hints: frozenset[str]) -> None:
    """The answer of ``classify``."""
    resolved = envelope.resolved
    if resolved is None:
        return
    if "beats" in envelope.data:
        _beats(draft, envelope, msgspec.convert(envelope.data, Beats), resolved)
        return
    data = msgspec.convert(envelope.data, Rhythms)
    if data.latest is not None:
        _now(draft, envelope, data.latest)
    else:
        _shares(draft, envelope, data.shares, resolved)
    unknown_pct = sum(share.pct for share in data.shares if share.rhythm == "unknown")
    told = any(share.rhythm == "af" for share in data.shares) or unknown_pct > 100 - ENOUGH_PCT
    if not told and resolved.kind != "now":
        _no_af(draft, envelope)
    if resolved.kind != "now":
        basis(draft, envelope)
    if any(share.rhythm == "af" for share in data.shares):
        draft.say("show_doctor")


def _now(draft: Draft, envelope: Envelope, latest: Latest) -> None:
    rhythm = Name(f"rhythm_{latest.rhythm}")
    if latest.hr_bpm is None:
        draft.say("rhythm_now", envelope, rhythm=rhythm, age=Length(latest.age_s))
        return
    draft.say(
        "rhythm_now_rate", envelope, rhythm=rhythm, age=Length(latest.age_s), rate=N(latest.hr_bpm, "bpm")
    )


def _shares(draft: Draft, envelope: Envelope, shares: tuple[Share, ...], resolved: Resolved) -> None:
    if not shares:
        return
    first = shares[0]
    draft.say(
        "rhythm_first",
        envelope,
        when=When(resolved),
        rhythm=Name(f"rhythm_{first.rhythm}"),
        pct=N(first.pct, "%"),
    )
    for share in shares[1:]:
        draft.say(
            "rhythm_more",
            envelope,
            rhythm=Name(f"rhythm_{share.rhythm}"),
            pct=N(share.pct, "%"),
            time=Length(share.seconds),
        )


def _no_af(draft: Draft, envelope: Envelope) -> None:
    if envelope.enough:
        draft.say("no_af_here", envelope, claim="absence")
    elif envelope.coverage is not None:
        draft.say("no_af_in_part", envelope, claim="coverage", pct=N(envelope.coverage.pct, "%"))


def _beats(draft: Draft, envelope: Envelope, data: Beats, resolved: Resolved) -> None:
    draft.say("beats_first", envelope, claim="count", when=When(resolved), beats=Count(data.beats, "beat"))
    if data.rr_beats and data.rr_beats == data.beats:
        draft.say("beats_all_rr", envelope, claim="state")
        basis(draft, envelope)
        return
    if data.rr_beats:
        draft.say("beats_some_rr", envelope, claim="count", beats=Count(data.rr_beats, "beat"))
    ventricular: dict[str, Slot] = {"v": Count(data.v_beats, "beat"), "v_pct": N(data.v_pct, "%")}
    above: dict[str, Slot] = {"s": Count(data.s_beats, "beat"), "s_pct": N(data.s_pct, "%")}
    if data.s_beats and data.v_beats:
        draft.add("beats_early", {**ventricular, **above}, envelope, claim="count")
    elif data.v_beats:
        draft.add("beats_early_v", ventricular, envelope, claim="count")
    elif data.s_beats:
        draft.add("beats_early_s", above, envelope, claim="count")
    elif envelope.enough_waveform:
        draft.say("beats_none_early", envelope, claim="absence_of_shapes")
    basis(draft, envelope)


def burden(draft: Draft, envelope: Envelope, _hints: frozenset[str]) -> None:
    """The answer of ``burden``."""
    data, resolved = msgspec.convert(envelope.data, Load), envelope.resolved
    if resolved is None or envelope.coverage is None:
        return
    if data.seconds <= 0 and not data.episodes:
        if envelope.enough:
            draft.say(
                "burden_none",
                envelope,
                claim="absence",
                when=When(resolved),
                pct=N(envelope.coverage.pct, "%"),
            )
        else:
            draft.say(
                "burden_none_part",
                envelope,
                claim="coverage",
                when=When(resolved),
                pct=N(envelope.coverage.pct, "%"),
            )
        return
    draft.say(
        "burden",
        envelope,
        when=When(resolved),
        share=N(data.share_pct, "%"),
        time=Length(data.seconds),
        analysable=Length(data.analysable_s),
    )
    if data.episodes and data.longest is not None:
        key = "burden_one" if data.episodes == 1 else "burden_episodes"
        draft.say(
            key,
            envelope,
            claim="count",
            count=Count(data.episodes, "episode"),
            longest=Length(data.longest.seconds),
            start=At(data.longest.start),
        )
        if data.going_on:
            draft.say("going_on", envelope, claim="presence")
    elif not data.episodes:
        draft.say("burden_no_episode", envelope, claim="count", least=Bare(data.shortest_counted_s))
    if not envelope.enough:
        draft.say("rest_unknown", envelope, claim="coverage", pct=N(envelope.coverage.pct, "%"))
    draft.say("show_doctor")
