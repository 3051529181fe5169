"""The calls of a turn: made to agree with what is asked, and freed of those that nobody can carry out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from agent.tools.args import ListAlerts
from agent.tools.envelope import Problem

if TYPE_CHECKING:
    from agent.tools.args import Call
    from agent.tools.envelope import Envelope


def agreeing(planned: tuple[Call, ...], hints: frozenset[str]) -> tuple[Call, ...]:
    """Calls that agree with what is asked: who acknowledged an alert is not told by those still open."""
    if "acknowledge" not in hints:
        return planned
    return tuple(
        msgspec.structs.replace(call, status="any") if isinstance(call, ListAlerts) else call
        for call in planned
    )


def understood(asked: tuple[Call, ...], found: list[Envelope]) -> tuple[tuple[Call, ...], list[Envelope]]:
    """Calls without those about a time that nobody knows ("before work", "some time"), if any are left."""
    pairs = [
        (call, envelope)
        for call, envelope in zip(asked, found, strict=True)
        if envelope.error is not Problem.TIME_UNKNOWN
        and not (envelope.error is Problem.TIME_AMBIGUOUS and not envelope.data.get("options"))
    ]
    if not pairs or len(pairs) == len(found):
        return asked, found
    return tuple(call for call, _ in pairs), [envelope for _, envelope in pairs]
