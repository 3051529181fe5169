"""Why the system test cannot go on, or did not hold."""

from __future__ import annotations


class MachineError(Exception):
    """The test itself cannot run: a program is missing, the machine does not start. Says what to do."""


class NotHeldError(Exception):
    """Something that Hearth promises did not hold."""
