from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dsp.types import Frame
from ingest.frames import RawFrame, decode, encode
from ingest.playback import Pace, recording_frames
from ingest.recordings import RecordingError, open_recording
from ingest.scenario_file import parse_scenario
from ingest.scenario_playback import scenario_frames

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


NS = 1_000_000_000
START_NS = 1_793_520_000 * NS
STORY = """
name = "x"
span = "20s"
[[wearers]]
[[wearers.devices]]
id = "a"
lead = "II"
battery_pct = 50
battery_life = "100s"
[[wearers.devices.events]]
kind = "lost"
at = "+5s"
duration = "3s"
[[wearers.devices.events]]
kind = "lead_off"
at = "+10s"
duration = "2s"
"""


async def gathered(frames: AsyncIterator[Frame]) -> list[Frame]:
    return [frame async for frame in frames]


def first_sample(frame: Frame) -> int:
    assert frame.last_sample_ns is not None
    return round((frame.last_sample_ns - START_NS) * frame.fs_hz / NS) - len(frame.uv) + 1


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    n=st.integers(3, 1200),
    absent=st.sets(st.integers(1, 1100), max_size=40),
    fs_hz=st.sampled_from([100, 128, 250]),
)
def test_every_valid_sample_is_sent_once_with_its_own_time(
    tmp_path: Path, n: int, absent: set[int], fs_hz: int
) -> None:
    missing = {i for i in absent if i < n}
    rows = ["" if i in missing else str(i - 500) for i in range(n)]
    (tmp_path / "t.csv").write_text("x,ECG/lead_uv\n" + "".join(f"0,{row}\n" for row in rows))
    recording = open_recording(tmp_path / "t.csv", fs_hz=fs_hz)
    frames = asyncio.run(gathered(recording_frames(recording, 0, "a", start_ns=START_NS, pace=Pace(None))))
    sent: dict[int, int] = {}
    for frame in frames:
        begin = first_sample(frame)
        sent.update({begin + i: int(v) for i, v in enumerate(frame.uv.tolist())})
        assert frame.lead == "ECGlead"
        assert len(frame.uv) <= fs_hz / 2
        raw = RawFrame("test", "a", "hearth", encode(frame), 0, lambda: None)
        back = decode(raw)
        assert isinstance(back, Frame)
        assert np.array_equal(back.uv, frame.uv)
    assert sent == {i: i - 500 for i in range(n) if i not in missing}


def test_a_scenario_is_sent_without_what_it_loses() -> None:
    scenario = parse_scenario(STORY)
    pace = Pace(None)
    frames = asyncio.run(gathered(scenario_frames(scenario, None, start_ns=START_NS, pace=pace)))
    places = [first_sample(frame) for frame in frames]
    assert places == [i for i in range(0, 5000, 125) if not 1250 <= i < 2000]
    assert [p for p, f in zip(places, frames, strict=True) if f.lead_off] == list(range(2500, 3000, 125))
    assert {f.lead for f in frames} == {"II"}
    assert (frames[0].battery_pct, frames[-1].battery_pct) == (50, 30)
    assert (pace.frames, pace.done_s) == (34, 20.0)


def test_a_cycle_is_sent_until_its_limit() -> None:
    scenario = parse_scenario(STORY.replace('span = "20s"', 'span = "20s"\ncycle = true'))
    pace = Pace(None, limit_s=49.0)
    frames = asyncio.run(gathered(scenario_frames(scenario, "a", start_ns=START_NS, pace=pace)))
    assert first_sample(frames[-1]) + 125 == 49 * 250
    assert pace.done_s == 49.0


def test_speed_is_kept_and_a_stop_is_obeyed() -> None:
    scenario = parse_scenario(STORY)

    async def play(pace: Pace, stop_after: int) -> int:
        count = 0
        async for _ in scenario_frames(scenario, None, start_ns=START_NS, pace=pace):
            count += 1
            if count == stop_after:
                pace.stop.set()
        return count

    began_s = time.monotonic()
    assert asyncio.run(play(Pace(40.0), 10_000)) == 34
    assert time.monotonic() - began_s >= 0.5
    assert asyncio.run(play(Pace(None), 7)) == 7


@given(
    speed=st.one_of(st.none(), st.floats(0.1, 1000)),
    duration_s=st.floats(0.1, 1e6),
    now_ns=st.integers(10**18, 2 * 10**18),
)
def test_the_device_clock_never_runs_into_the_future(
    speed: float | None, duration_s: float, now_ns: int
) -> None:
    begin = Pace(speed).start_ns(now_ns, duration_s)
    assert begin <= now_ns
    sent_s = 0.0 if speed is None else duration_s / speed
    end = begin + duration_s * NS
    assert end <= now_ns + max(sent_s, duration_s if (speed or 2) < 1 else 0) * NS + 1000


def test_a_wrong_lead_is_refused_before_anything_is_sent(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("I_uv\n1\n2\n")
    recording = open_recording(tmp_path / "t.csv", fs_hz=250)
    with pytest.raises(RecordingError, match="no lead 'V9'"):
        recording_frames(recording, "V9", "a", start_ns=0, pace=Pace())
