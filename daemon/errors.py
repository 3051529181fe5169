"""What may go wrong in running the house, as one small tree."""

from __future__ import annotations

from typing import Final

from dsp.types import HearthError

SECRETS: Final = ("password", "urls")  # keys whose values never reach a log, a topic or a screen


class Misuse(HearthError):
    """The command was called in a way it cannot serve; the command line exits with 2."""


class ConfigError(Misuse):
    """A configuration that cannot be run with. ``key``: dotted path; ``value``: what stood there."""

    def __init__(self, key: str, value: object, wanted: str) -> None:
        self.key, self.value, self.wanted = key, value, wanted
        shown = "(hidden)" if any(secret in key for secret in SECRETS) else repr(value)
        super().__init__(
            f"configuration: {key} = {shown}: {wanted}" if key else f"configuration: {shown}: {wanted}"
        )


class TooManyFailures(HearthError):
    """A supervised task failed too often in too short a time to be restarted once more."""

    def __init__(self, task: str, failures: int, within_s: float) -> None:
        self.task, self.failures, self.within_s = task, failures, within_s
        super().__init__(f"{task} failed {failures} times within {within_s:.0f} s")


class ControlError(HearthError):
    """The running daemon refused a request on its control socket, or gave no answer."""
