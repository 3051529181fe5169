"""The hours of a range, read once for a question however many of its figures rest on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.rollups import hourly

if TYPE_CHECKING:
    from agent.scope import Scope
    from storage.rollups import HourRow


def hours_of(scope: Scope, start_ns: int, end_ns: int) -> list[HourRow]:
    """The hours with any result that touch [start_ns, end_ns), in order."""
    key = (scope.device, start_ns, end_ns)
    if key not in scope.hours:
        scope.hours[key] = hourly(scope.conn, scope.device, start_ns, end_ns)
    return scope.hours[key]
