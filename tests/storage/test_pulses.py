from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsp.types import Gap, GapReason, Intervals, Pulse
from storage import pulses, samples
from storage.errors import UnknownSession
from storage.missing import missing
from storage.timeline import NS
from tests.storage.history import DEVICE, START_NS

if TYPE_CHECKING:
    import sqlite3


@pytest.fixture
def strap(home: sqlite3.Connection) -> sqlite3.Connection:
    """A session without a waveform: two packets, a gap, a packet, a second without contact."""
    samples.open_session(home, 1, DEVICE, "", 1024.0, START_NS, "arrival", signal="rr")
    put(home, 0, (1000, 1048))
    put(home, 2048, (), n=0)
    put(home, 2048, (1024,))
    samples.add_gap(home, Gap(1, 3072, 4096, GapReason.LOST))
    put(home, 7168, (512, 512))
    put(home, 8192, (), n=1024, off=True)
    return home


def put(
    conn: sqlite3.Connection, start: int, rr: tuple[int, ...], *, n: int | None = None, off: bool = False
) -> None:
    place = Intervals(1, start, sum(rr) if n is None else n, rr, off)
    pulse = Pulse(DEVICE, 60, rr or ((900,) if off else ()), contact=False if off else None, waveform=False)
    pulses.record(conn, DEVICE, START_NS + start * NS // 1024, pulse, place)


def test_what_was_laid_is_read_back_in_order(strap: sqlite3.Connection) -> None:
    assert list(pulses.read(strap, 1, 0, 10_000)) == [
        Intervals(1, 0, 2048, (1000, 1048)),
        Intervals(1, 2048, 1024, (1024,)),
        Gap(1, 3072, 4096, GapReason.LOST),
        Intervals(1, 7168, 1024, (512, 512)),
        Intervals(1, 8192, 1024, (), lead_off=True),
    ]
    assert [item.start for item in pulses.read(strap, 1, 2048, 7168)] == [2048, 3072]
    assert list(pulses.read(strap, 1, 9216, 9999)) == []


def test_pages_make_no_difference(strap: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = list(pulses.read(strap, 1, 0, 10_000))
    monkeypatch.setattr(pulses, "PAGE_ROWS", 1)
    assert list(pulses.read(strap, 1, 0, 10_000)) == whole


def test_the_session_grows_with_them(strap: sqlite3.Connection) -> None:
    session = samples.session(strap, 1)
    assert (session.position, session.n_samples) == (9216, 5120)
    assert session.last_ns == START_NS + 9 * NS
    assert missing(strap, DEVICE, START_NS, START_NS + 9 * NS)[1] == {"lost": 4.0, "lead_off": 1.0}


def test_a_place_that_was_never_filled_comes_as_lost(strap: sqlite3.Connection) -> None:
    put(strap, 10_240, (1024,))
    assert list(pulses.read(strap, 1, 9216, 20_000)) == [
        Gap(1, 9216, 1024, GapReason.LOST),
        Intervals(1, 10_240, 1024, (1024,)),
    ]


def test_beside_an_ecg_a_pulse_is_only_kept(home: sqlite3.Connection) -> None:
    pulses.record(home, DEVICE, START_NS, Pulse(DEVICE, 61, (1000, 1010), contact=True, dropped=3))
    row = home.execute("SELECT hr_bpm, contact, rr, dropped, session, start, n FROM pulses").fetchone()
    assert tuple(row) == (61, 1, "[1000,1010]", 3, None, None, None)
    shown = home.execute("SELECT * FROM v_pulses").fetchone()
    assert shown["rr_intervals_ms"] == "[976.6,986.3]"
    assert shown["arrived_utc"] == "2024-12-31T23:00:00.000Z"


def test_an_unknown_session_is_refused(home: sqlite3.Connection) -> None:
    with pytest.raises(UnknownSession):
        list(pulses.read(home, 7, 0, 1))
