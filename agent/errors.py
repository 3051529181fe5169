"""What can go wrong in asking."""

from __future__ import annotations

from dsp.types import HearthError


class AgentError(HearthError):
    """Root of the agent's errors."""


class UnknownRole(AgentError):
    """Not a role. ``role``: what was given."""

    def __init__(self, role: str) -> None:
        super().__init__(f"{role!r} is not a role: wearer, caregiver or clinician")
        self.role = role


class UnknownDevice(AgentError):
    """Nobody here wears that device. ``device``: what was given."""

    def __init__(self, device: str) -> None:
        super().__init__(f"no wearable called {device!r} is known here")
        self.device = device


class BadCall(AgentError):
    """A tool call that is not one. ``tool``: as named; ``unknown``: a metric or kind that does not exist."""

    def __init__(self, tool: str, reason: str, *, unknown: str = "") -> None:
        super().__init__(reason)
        self.tool = tool
        self.unknown = unknown
