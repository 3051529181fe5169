"""What the status says follows from the store, and it fits any terminal."""

from __future__ import annotations

import io
import json
import re
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import numpy as np
import pytest
from rich.console import Console

from daemon.cli.live import STRIP_S, Roll, strips, watch
from daemon.cli.screen import screen
from daemon.link_status import LinkStatus
from daemon.status import Status, gather
from daemon.tail import Tail
from dsp.types import Gap, GapReason, Rhythm, Segment
from storage import devices, samples
from storage.database import open_reader
from storage.writer import exclusive
from tests.daemon.house import FS_HZ, NOW_NS, NS, Worn, beats_uv, build

if TYPE_CHECKING:
    from pathlib import Path

FIVE = (
    Worn("strap-1", hr_bpm=61.0),
    Worn("strap-2", hr_bpm=None),
    Worn("strap-3", hr_bpm=120.0, rhythm=Rhythm.AF),
    Worn("strap-4", silent_s=7200.0, battery_pct=None),
    Worn("strap-5", battery_pct=7),
)


def look(path: Path) -> Status:
    with closing(open_reader(path)) as conn:
        return gather(conn, path, now_ns=NOW_NS)


def shown(status: Status, width: int = 100, drawn: dict[str, list[str]] | None = None) -> str:
    console = Console(file=io.StringIO(), record=True, width=width, highlight=False)
    console.print(screen(status, width, drawn))
    return console.export_text()


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("house") / "hearth.db", *FIVE)


def test_a_recording_wearable(tmp_path: Path) -> None:
    status = look(build(tmp_path / "hearth.db", Worn("strap-1")))
    (one,) = status.wearables
    assert (one.device, one.wearer, one.fs_hz, one.battery_pct) == ("strap-1", "Anna", FS_HZ, 84)
    assert one.recording
    assert one.now is not None
    assert (one.now.hr_bpm, one.now.rhythm, one.now.current) == (72.0, "sinus", True)
    assert one.now.at_ns == pytest.approx(NOW_NS - NS, abs=NS // 100)
    assert one.lag_s == pytest.approx(0.0, abs=0.01)
    assert one.day.recorded_pct == pytest.approx(30 / 14.4, abs=0.1)
    assert one.day.af_pct == 0.0
    assert len(one.day.hr_hourly_bpm) == 24
    assert [rate for rate in one.day.hr_hourly_bpm if rate is not None] == [72.0]
    assert one.trend_bpm[5:25] == (72.0,) * 20
    assert [alarm.text for alarm in status.alarms] == ["The battery is low."]
    assert not status.running
    assert status.storage.size_bytes > 100_000


def test_noise_has_neither_rate_nor_rhythm(five: Path) -> None:
    by_device = {one.device: one for one in look(five).wearables}
    noisy = by_device["strap-2"]
    assert noisy.now is not None
    assert (noisy.now.hr_bpm, noisy.now.rhythm, noisy.now.reasons) == (None, None, ("motion",))
    assert (noisy.day.af_pct, noisy.day.hr_max_bpm) == (None, None)
    assert set(noisy.trend_bpm) == {None}
    assert by_device["strap-3"].day.af_pct == 100.0
    assert "not analysable (motion)" in shown(look(five))


def test_what_is_old_is_not_shown_as_now(tmp_path: Path) -> None:
    status = look(build(tmp_path / "hearth.db", Worn("strap-1", silent_s=7200.0)))
    (one,) = status.wearables
    assert not one.recording
    assert one.now is not None
    assert not one.now.current
    text = shown(status)
    assert "silent for 2 h" in text
    assert "as of 2 h ago" in text
    assert "recording" not in text.splitlines()[-6]


def test_an_empty_database_says_what_to_do(tmp_path: Path) -> None:
    status = look(build(tmp_path / "hearth.db"))
    assert status.wearables == ()
    assert "hearth doctor" in shown(status)
    assert "No open alarm" in shown(status)


def test_a_wearable_that_never_sent_a_sample(tmp_path: Path) -> None:
    with exclusive(tmp_path / "hearth.db") as conn:
        devices.ensure_device(conn, "strap-1", now_ns=NOW_NS)
    status = look(tmp_path / "hearth.db")
    assert status.wearables[0].now is None
    assert "no sample yet" in shown(status)


@pytest.mark.parametrize("width", [20, 32, 50, 80, 100, 160])
@pytest.mark.parametrize("count", [1, 3, 5])
def test_every_screen_fits_its_width(tmp_path: Path, width: int, count: int) -> None:
    path = build(tmp_path / "hearth.db", *FIVE[:count])
    with closing(open_reader(path)) as conn:
        drawn = strips(conn, {}, width)
    text = shown(look(path), width, drawn)
    assert max(map(len, text.splitlines())) <= width
    for one in FIVE[:count]:
        assert one.device in text
    assert bool(drawn) == (count <= 3)


def test_colour_says_nothing_that_words_do_not(five: Path) -> None:
    plain = Console(file=io.StringIO(), width=120, no_color=True, force_terminal=True, highlight=False)
    colour = Console(
        file=io.StringIO(), width=120, color_system="truecolor", force_terminal=True, highlight=False
    )
    for console in (plain, colour):
        console.print(screen(look(five), 120))
    codes = re.compile(r"\x1b\[[0-9;]*m")
    assert isinstance(plain.file, io.StringIO)
    assert isinstance(colour.file, io.StringIO)
    assert codes.sub("", plain.file.getvalue()) == codes.sub("", colour.file.getvalue())
    assert "\x1b[31" not in plain.file.getvalue()


def test_json_is_the_whole_status(five: Path) -> None:
    status = look(five)
    document = json.loads(msgspec.json.encode(status))
    assert [one["device"] for one in document["wearables"]] == [one.device for one in FIVE]
    assert document["at_ns"] == NOW_NS
    assert msgspec.convert(document, Status) == status


@pytest.mark.parametrize(
    ("link", "words"),
    [
        (LinkStatus(phase="streaming", for_s=9.0), "recording"),
        (LinkStatus(phase="off body", for_s=9.0), "not worn"),
        (LinkStatus(phase="searching", for_s=9.0), "not heard, looking for it"),
        (LinkStatus(phase="waiting", for_s=9.0, trouble="It is in its charger."), "It is in its charger."),
    ],
)
def test_a_link_is_told_in_words(tmp_path: Path, link: LinkStatus, words: str) -> None:
    status = look(build(tmp_path / "hearth.db", Worn("strap-1", minutes=1)))
    (one,) = status.wearables
    linked = replace(status, wearables=(replace(one, link=link),))
    assert words in shown(linked)
    assert msgspec.convert(msgspec.to_builtins(linked), Status) == linked


def test_the_tail_reads_each_sample_once_and_leaves_gaps_empty(tmp_path: Path) -> None:
    path = tmp_path / "hearth.db"
    build(path, Worn("strap-1", minutes=1))
    n = round(60 * FS_HZ)
    tail = Tail("strap-1", 10.0)
    with closing(open_reader(path)) as conn:
        assert tail.look(conn) == round(10 * FS_HZ)
        assert tail.look(conn) == 0
        with exclusive(path) as writing:
            samples.add_gap(writing, Gap(1, n, 65, GapReason.LOST))
            samples.append(writing, Segment(1, n + 65, FS_HZ, beats_uv(1.0)))
        assert tail.look(conn) == 195
        assert tail.position == n + 195
        assert np.isnan(tail.uv[-195:-130]).all()
        assert np.array_equal(tail.uv[-130:], beats_uv(1.0))
        assert np.isfinite(tail.uv[:-195]).all()
        assert len(tail.uv) == round(10 * FS_HZ)


def test_the_tail_follows_into_a_new_session(tmp_path: Path) -> None:
    path = build(tmp_path / "hearth.db", Worn("strap-1", minutes=1))
    tail = Tail("strap-1", 5.0)
    with closing(open_reader(path)) as conn:
        tail.look(conn)
        with exclusive(path) as writing:
            samples.open_session(writing, 2, "strap-1", "I", 250.0, NOW_NS, "device")
            samples.append(writing, Segment(2, 0, 250.0, np.arange(100, dtype=np.int32)))
        tail.look(conn)
        assert tail.fs_hz == 250.0
        assert tail.uv.tolist() == list(range(100))


def test_the_strip_rolls_with_time_not_with_packets(tmp_path: Path) -> None:
    path = build(tmp_path / "hearth.db", Worn("strap-1", minutes=1))
    roll = Roll("strap-1")
    with closing(open_reader(path)) as conn:
        pictures = [roll.draw(conn, 60, 4, now_s) for now_s in (100.0, 100.25, 100.5)]
        ended = [roll.draw(conn, 60, 4, now_s) for now_s in (103.0, 103.25)]
    assert pictures[0] != pictures[1] != pictures[2]
    moved = pictures[2][2].find(pictures[0][2][20:50])
    assert moved in {20 - round(0.5 / STRIP_S * 60), 19 - round(0.5 / STRIP_S * 60)}
    assert ended[0] != pictures[2]


def test_a_history_without_samples_has_no_strip(tmp_path: Path) -> None:
    with exclusive(tmp_path / "hearth.db") as conn:
        devices.ensure_device(conn, "strap-1", now_ns=NOW_NS)
        samples.open_session(conn, 1, "strap-1", "I", FS_HZ, NOW_NS, "device")
    with closing(open_reader(tmp_path / "hearth.db")) as conn:
        assert Roll("strap-1").draw(conn, 60, 4, 1.0) == []


def test_live_shows_picture_after_picture(tmp_path: Path) -> None:
    path = build(tmp_path / "hearth.db", Worn("strap-1", minutes=1))
    console = Console(file=io.StringIO(), width=80, height=30, force_terminal=True)
    watch(path, console, until_s=0.6)
    assert isinstance(console.file, io.StringIO)
    assert console.file.getvalue().count("strap-1") >= 3
