"""What is shown as now: never a normal value where nothing is known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import numpy as np

from daemon.live_state import ALARMS_SHOWN_MAX, STALE_S, LiveState, LiveStates, af_today_pct
from dsp.alarms import AlarmKind, AlarmPresence, AlarmPriority
from dsp.types import Frame, Rhythm
from storage import devices, people, results, rollups, samples
from storage.alarms import AlarmRow
from storage.database import open_writer
from tests.daemon.alarm_house import FS, window

if TYPE_CHECKING:
    from pathlib import Path

    from dsp.types import Window

NS = 10**9
NOW_NS = 1_780_000_000 * NS


class Screen:
    def __init__(self) -> None:
        self.now_s = 0.0
        self.shown: list[LiveState] = []
        self.states = LiveStates(lambda _, state: self.shown.append(state), monotonic=lambda: self.now_s)

    @property
    def last(self) -> LiveState:
        return self.shown[-1]


def frame(last_ns: int | None, *, battery: int | None = None, off: bool = False) -> Frame:
    uv = np.zeros(10, dtype=np.int32)
    return Frame("strap-1", 1, last_ns, FS, uv, lead_off=off, battery_pct=battery)


def alarm(
    number: int, presence: AlarmPresence = AlarmPresence.ON, device: str | None = "strap-1"
) -> AlarmRow:
    return AlarmRow(
        number,
        "no_data",
        device,
        AlarmKind.TECHNICAL,
        AlarmPriority.LOW,
        presence,
        NOW_NS + number,
        None,
        "No data",
        1.0,
        None,
        None,
        None,
        0,
    )


def test_a_frame_brings_time_battery_and_contact() -> None:
    screen = Screen()
    screen.states.received(frame(NOW_NS, battery=80, off=True), NOW_NS + NS)
    assert (screen.last.last_sample, screen.last.battery_pct, screen.last.lead_off) == (
        "2026-05-28T20:26:40.000Z",
        80,
        True,
    )
    screen.states.received(frame(NOW_NS - NS), NOW_NS + NS)
    assert screen.last.last_sample_ns == NOW_NS, "a late frame does not turn back the time"
    assert (screen.last.battery_pct, screen.last.lead_off) == (80, False)


def test_a_wearable_of_before_the_start_is_shown_without_a_rate() -> None:
    screen = Screen()
    screen.states.known("strap-1", last_sample_ns=NOW_NS, battery_pct=50)
    assert (screen.last.hr_bpm, screen.last.battery_pct, screen.last.last_sample_ns) == (None, 50, NOW_NS)
    screen.states.analysed("strap-1", window(0))
    screen.states.known("strap-1")
    assert (screen.last.hr_bpm, len(screen.shown)) == (70.0, 2)


def test_a_clock_that_was_never_set_is_not_shown() -> None:
    screen = Screen()
    screen.states.received(frame(1_546_300_800 * NS), NOW_NS)
    assert screen.last.last_sample_ns == NOW_NS
    screen.states.received(frame(None), NOW_NS + NS)
    assert screen.last.last_sample_ns == NOW_NS + NS


def test_what_cannot_be_analysed_is_unknown_not_normal() -> None:
    screen = Screen()
    screen.states.analysed("strap-1", window(0, 72.44))
    assert (screen.last.hr_bpm, screen.last.rhythm, screen.last.reasons) == (72.4, "sinus", ())
    screen.states.analysed("strap-1", window(10, clean=False))
    assert (screen.last.hr_bpm, screen.last.rhythm, screen.last.reasons) == (None, None, ("lead_off",))


def test_an_old_rate_is_withdrawn() -> None:
    screen = Screen()
    screen.states.analysed("strap-1", window(0))
    screen.now_s += STALE_S - 1
    screen.states.expire()
    assert screen.last.hr_bpm == 70.0
    screen.now_s += 1
    screen.states.expire()
    old = screen.last
    assert old.hr_bpm is None
    assert old.rhythm is None
    assert old.quality is None


def test_only_changes_are_handed_on() -> None:
    screen = Screen()
    for _ in range(3):
        screen.states.analysed("strap-1", window(0))
        screen.states.alarmed([])
    assert len(screen.shown) == 1


def test_open_alarms_and_whether_they_want_attention() -> None:
    screen = Screen()
    screen.states.received(frame(NOW_NS), NOW_NS)
    screen.states.alarmed([alarm(1), alarm(2, device=None), alarm(3, device="strap-2")])
    state = screen.states.all["strap-1"]
    assert (state.open_alarms, state.problem, [a.id for a in state.alarms]) == (1, True, [1])
    screen.states.alarmed([alarm(1, AlarmPresence.ACKNOWLEDGED)])
    assert not screen.states.all["strap-1"].problem
    assert screen.states.all["strap-2"].open_alarms == 0
    screen.states.alarmed([alarm(n) for n in range(50)])
    many = screen.states.all["strap-1"]
    assert (many.open_alarms, len(many.alarms), many.alarms[0].id) == (50, ALARMS_SHOWN_MAX, 49)


def test_a_wearable_is_forgotten() -> None:
    screen = Screen()
    screen.states.analysed("strap-1", window(0))
    screen.states.forget("strap-1")
    screen.now_s += STALE_S
    screen.states.expire()
    assert screen.states.all == {}


def test_af_today_counts_from_local_midnight(tmp_path: Path) -> None:
    conn = open_writer(tmp_path / "hearth.db").conn
    berlin = ZoneInfo("Europe/Berlin")
    midnight_ns = 1_779_919_200 * NS  # 2026-05-28 00:00 in Berlin
    people.add_wearer(conn, "Ada", berlin.key, installed_ns=1)
    devices.ensure_device(conn, "strap-1", now_ns=1)
    samples.open_session(conn, 1, "strap-1", "I", FS, midnight_ns - 3600 * NS, "device")
    assert af_today_pct(conn, "strap-1", midnight_ns + 7200 * NS, berlin) is None
    af = [rhythm(3600 * hour + 10 * n, af=n % 4 == 0) for hour in (0, 1) for n in range(60)]
    results.store(conn, 1, [*af, rhythm(3600 * 2, af=True)], version="v")
    rollups.flush(conn)
    # Of yesterday's hour nothing counts; of today's, 15 of 60 windows and one more are AF.
    assert af_today_pct(conn, "strap-1", midnight_ns + 7200 * NS, berlin) == round(100 * 16 / 61, 1)
    conn.close()


def rhythm(start_s: float, *, af: bool) -> Window:
    return replace(window(start_s), rhythm=Rhythm.AF if af else Rhythm.SINUS)


def test_what_a_wearable_says_beside_its_signal_is_shown() -> None:
    screen = Screen()
    screen.states.heard("strap-1", battery_pct=77)
    screen.states.heard("strap-1", lead_off=True)
    assert (screen.last.battery_pct, screen.last.lead_off) == (77, True)
    shown = len(screen.shown)
    screen.states.heard("strap-1", battery_pct=77)
    assert len(screen.shown) == shown


def test_a_link_is_shown_and_a_wearable_without_one_is_neither_connected_nor_not() -> None:
    screen = Screen()
    screen.states.known("strap-1")
    assert (screen.last.connected, screen.last.link) == (None, None)
    screen.states.linked("strap-1", "streaming")
    assert (screen.last.connected, screen.last.link) == (True, "streaming")
    screen.states.linked("strap-1", "waiting", "The strap is in its charger.")
    assert (screen.last.connected, screen.last.link_trouble) == (False, "The strap is in its charger.")
    screen.states.linked("strap-1", "off body")
    assert (screen.last.connected, screen.last.lead_off) == (False, True)
    screen.states.linked("strap-1", None)
    assert (screen.last.connected, screen.last.link, screen.last.link_trouble) == (None, None, None)
