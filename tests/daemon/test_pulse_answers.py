"""From the bytes of a heart-rate service to an answer, through everything that runs in between."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from agent.turn import Agent
from daemon.analyst import Analyst
from daemon.intake import Intake
from dsp.types import Window
from ingest.bluetooth import heart_rate
from ingest.frames import RawFrame
from storage.writer import Writer
from tests.daemon.arrivals import Log
from tests.daemon.straps import NS, packets
from tests.dsp.hearts import regular

if TYPE_CHECKING:
    from pathlib import Path

    from daemon.analysis import Step

START_NS = 1_741_730_400 * NS
SECONDS = 130
WITHIN_S = 30.0  # a slow machine's time for two minutes of intervals
WHOLE_WINDOWS = SECONDS // 10 - 1


class Following(Log):
    """Wakes the analyst as the daemon does, and counts windows."""

    analyst: Analyst
    windows = 0

    def committed(self, device: str, samples: int, seq: int | None) -> None:
        """Wake it."""
        super().committed(device, samples, seq)
        if samples:
            self.analyst.wake(device)

    def analysed(self, step: Step) -> None:
        """Count."""
        self.windows += sum(isinstance(result, Window) for result in step.fresh)

    def review(self, _step: Step) -> None:
        """No alarms here."""

    def reviewed(self, _outcome: object) -> None:
        """Likewise."""


def measurement(rr: tuple[int, ...]) -> bytes:
    """A Heart Rate Measurement: contact is told and there, RR intervals if there are any."""
    flags = 0x06 | (0x10 if rr else 0)
    return bytes((flags, 60)) + b"".join(length.to_bytes(2, "little") for length in rr)


def raw(payload: bytes, at_s: float) -> RawFrame:
    return RawFrame(
        source="ble",
        device="belt",
        format=heart_rate.FORMAT,
        payload=payload,
        received_ns=START_NS + round(at_s * NS),
        ack=lambda: None,
        monotonic_ns=round((1000.0 + at_s) * NS),
        decoder=partial(heart_rate.decode, waveform=False),
    )


def test_bytes_of_a_strap_become_an_answer(tmp_path: Path) -> None:
    path, following = tmp_path / "hearth.db", Following()

    async def life() -> None:
        async with Writer(path, commit_interval_s=0.0) as writer, asyncio.TaskGroup() as group:
            following.analyst = Analyst(path, writer, following, group, threads=1)
            intake = Intake(path, writer, following, group, first_session=1, max_devices=4)
            for at_s, pulse in packets(regular(64.0, SECONDS)):
                await intake.put(raw(measurement(pulse.rr_1024), at_s))
            await intake.close()
            until_s = time.monotonic() + WITHIN_S
            while following.windows < WHOLE_WINDOWS and time.monotonic() < until_s:
                await asyncio.sleep(0.05)
            await following.analyst.close()

    asyncio.run(life())
    assert following.windows >= WHOLE_WINDOWS
    now = datetime.fromtimestamp(START_NS / NS + SECONDS, UTC)
    answer = Agent(path).ask("What is my heart rate?", now=now)
    assert "64 bpm, beating regularly" in answer.answer
    assert "no waveform" in answer.answer
    assert {verdict.verdict for verdict in answer.verdicts} == {"SUPPORTED"}
    pauses = Agent(path).ask("Any pauses in the last 2 minutes?", now=now)
    assert pauses.evidence[0].error == "NO_WAVEFORM"
