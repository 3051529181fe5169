"""What an answer asks its caller to do: nothing in this package writes anything itself."""

from __future__ import annotations

import msgspec


class Request(msgspec.Struct, frozen=True, tag_field="do"):
    """Something to be done. ``by``: the role that asked for it, and, where needed, confirmed it."""

    by: str


class WriteNote(Request, frozen=True, tag="add_note"):
    """Write a note about a wearer; ``at_ns``: what time it is about."""

    wearer: int
    at_ns: int
    kind: str
    text: str
    private: bool


class ChangeSetting(Request, frozen=True, tag="propose_change"):
    """Give a setting of a wearer another value."""

    wearer: int
    setting: str
    value: str
    before: str


class ExportFile(Request, frozen=True, tag="export"):
    """Make a file of [start_ns, end_ns) of a wearable; its path is told once it exists.

    ``notes``: whether private notes may be in it.
    """

    wearer: int
    device: str
    what: str
    format: str
    start_ns: int
    end_ns: int
    private_notes: bool


class RaiseAlert(Request, frozen=True, tag="raise_alert"):
    """Tell others that somebody may be in danger; only where the configuration wants that."""

    device: str
    danger: str
    at_ns: int


AnyRequest = WriteNote | ChangeSetting | ExportFile | RaiseAlert
