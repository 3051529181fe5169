"""Scenarios as a wearable's frames, in step with time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsp.types import Frame
from ingest.playback import FRAME_S, stamp
from ingest.synthesis import synthesize

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import datetime

    from ingest.playback import Pace
    from ingest.scenario import Device, Scenario


async def scenario_frames(
    scenario: Scenario, device: str | None, *, start_ns: int, pace: Pace, now: datetime | None = None
) -> AsyncIterator[Frame]:
    """A scenario's wearable as frames whose device clock begins at ``start_ns``; one that cycles never ends.

    Frames that the scenario loses are not given, and the clock goes on.

    Raises:
        KeyError: no such wearable.
    """
    _, _, found = scenario.device(device)
    for chunk in synthesize(scenario, found.id, now=now, chunk_s=FRAME_S):
        end = chunk.start + chunk.n
        if chunk.uv is None:
            continue
        if not await pace.reach(end / found.fs_hz):
            return
        yield Frame(
            found.id,
            None,
            stamp(start_ns, end, found.fs_hz),
            found.fs_hz,
            chunk.uv,
            lead_off=chunk.lead_off,
            lead=found.lead,
            battery_pct=_battery(found, end / found.fs_hz),
        )


def _battery(device: Device, at_s: float) -> int:
    """Charge after ``at_s`` without charging; it never says empty while it sends."""
    return max(1, round(device.battery_pct - 100.0 * at_s / device.battery_life))
