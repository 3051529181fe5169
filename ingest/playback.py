"""Recordings as a wearable's frames, in step with time."""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.types import Frame
from ingest.limits import MAX_ABS_UV, MAX_LEAD_CHARS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from ingest.recordings import Recording

FRAME_S: Final = 0.5  # of signal in a frame, as wearables send it
NS: Final = 1_000_000_000

_NOT_IN_LEADS: Final = re.compile(r"[^A-Za-z0-9+\- ]")


@dataclass(slots=True)
class Pace:
    """How fast time goes for a playback: ``speed`` times real time, or None: as fast as it is taken.

    ``stop`` ends the playback at its next frame, ``limit_s`` after so much of the signal; ``done_s`` and
    ``frames``: what was given out.
    """

    speed: float | None = 1.0
    limit_s: float | None = None
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    done_s: float = 0.0
    frames: int = 0
    _began_s: float | None = None

    async def reach(self, at_s: float) -> bool:
        """Wait until ``at_s`` of the signal has passed; False if the playback is to stop."""
        if self._began_s is None:
            self._began_s = monotonic()
        if self.speed is not None:
            with suppress(TimeoutError):
                async with asyncio.timeout(max(self._began_s + at_s / self.speed - monotonic(), 0.0)):
                    await self.stop.wait()
        if self.stop.is_set() or (self.limit_s is not None and at_s > self.limit_s):
            return False
        self.done_s = at_s
        self.frames += 1
        return True

    def start_ns(self, now_ns: int, duration_s: float) -> int:
        """Where a device clock must begin so that it says the present when all is sent: never the future."""
        real_s = 0.0 if self.speed is None else duration_s / self.speed
        return now_ns - max(round((duration_s - real_s) * NS), 0)


def recording_frames(
    recording: Recording, lead: str | int, device: str, *, start_ns: int, pace: Pace
) -> AsyncIterator[Frame]:
    """A recording's lead as frames whose device clock begins at ``start_ns``; missing samples are not sent.

    Raises:
        RecordingError: no such lead, or the file cannot be read.
    """
    uv = np.clip(recording.uv(lead), -MAX_ABS_UV, MAX_ABS_UV)
    name = _NOT_IN_LEADS.sub("", recording.leads[recording.index(lead)])[:MAX_LEAD_CHARS].strip() or "ECG"
    fs_hz = recording.fs_hz
    size = max(1, round(FRAME_S * fs_hz))
    pieces = [
        (first, min(first + size, end))
        for begin, end in _valid(recording.missing(lead), len(uv))
        for first in range(begin, end, size)
    ]

    async def frames() -> AsyncIterator[Frame]:
        for first, last in pieces:
            if not await pace.reach(last / fs_hz):
                return
            yield Frame(device, None, stamp(start_ns, last, fs_hz), fs_hz, uv[first:last], lead=name)

    return frames()


def stamp(start_ns: int, end: int, fs_hz: float) -> int:
    """Device time, ns, of the last sample before sample ``end``; the clock begins at ``start_ns``."""
    return start_ns + round((end - 1) * NS / fs_hz)


def _valid(missing: list[tuple[int, int]], n: int) -> Iterator[tuple[int, int]]:
    at = 0
    for start, length in [*missing, (n, 0)]:
        if start > at:
            yield at, start
        at = start + length
