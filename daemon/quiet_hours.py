"""Hours in which people want to be left alone, told by the clock on their wall."""

from __future__ import annotations

from datetime import UTC, datetime, time, tzinfo
from typing import Annotated, Final

import msgspec
from msgspec import Meta

_CLOCK: Final = "^(|([01][0-9]|2[0-3]):[0-5][0-9])$"


class QuietHours(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """When notifications of Low and Medium priority wait. High priority never waits."""

    start: Annotated[
        str, Meta(pattern=_CLOCK, description="From HH:MM, the wearer's local time; empty: no quiet hours.")
    ] = ""
    end: Annotated[
        str, Meta(pattern=_CLOCK, description="Until HH:MM; before `start` means the next morning.")
    ] = ""

    def __post_init__(self) -> None:
        """Refuse half a span."""
        if bool(self.start) != bool(self.end):
            raise ValueError("wanted both start and end, or neither")

    def contain(self, at_ns: int, tz: tzinfo) -> bool:
        """Whether the wall time ``at_ns`` (ns since the Unix epoch) is quiet where the time zone is ``tz``.

        A clock change moves the span with the clock on the wall: 22:00 stays 22:00.
        """
        if not self.start or self.start == self.end:
            return False
        local = datetime.fromtimestamp(at_ns // 10**9, UTC).astimezone(tz).time()
        start, end = time.fromisoformat(self.start), time.fromisoformat(self.end)
        if start < end:
            return start <= local < end
        return local >= start or local < end
