from __future__ import annotations

import sqlite3

import numpy as np
import pytest

from dsp.types import Segment
from storage import devices, results, samples
from storage.errors import UnknownSession
from storage.timeline import NS
from tests.storage.history import DEVICE, START_NS
from tests.storage.windows import open_session


def test_numbers_are_never_used_twice(home: sqlite3.Connection) -> None:
    assert samples.next_session(home) == 1
    open_session(home, 7)
    assert samples.next_session(home) == 8
    with pytest.raises(sqlite3.IntegrityError):
        open_session(home, 7)


def test_a_session_needs_its_device(home: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        samples.open_session(home, 1, "stranger", "I", 250.0, START_NS, "device")


def test_the_last_session_is_the_newest(home: sqlite3.Connection) -> None:
    assert samples.last_session(home, DEVICE) is None
    open_session(home, 1, START_NS + 10)
    open_session(home, 2, START_NS)
    last = samples.last_session(home, DEVICE)
    assert last is not None
    assert (last.id, last.device, last.fs_hz, last.closed, last.clock_state) == (
        1,
        DEVICE,
        250.0,
        False,
        None,
    )


def test_recording_goes_on_in_the_session_begun_last_also_where_a_clock_was_set_back(
    home: sqlite3.Connection,
) -> None:
    assert samples.current_session(home, DEVICE) is None
    open_session(home, 1, START_NS + 10)
    open_session(home, 2, START_NS)
    current, unfinished = samples.current_session(home, DEVICE), samples.unfinished_session(home, DEVICE)
    assert current is not None
    assert unfinished is not None
    assert (current.id, unfinished.id) == (2, 1)


def test_sessions_are_found_by_time(home: sqlite3.Connection) -> None:
    devices.ensure_device(home, "other", now_ns=1)
    samples.open_session(home, 9, "other", "I", 250.0, START_NS, "arrival")
    for k in range(4):
        open_session(home, k + 1, START_NS + k * 100 * NS)
        samples.append(home, Segment(k + 1, 0, 250.0, np.zeros(50 * 250, np.int32)))
    assert [one.id for one in samples.sessions(home, DEVICE)] == [1, 2, 3, 4]
    assert [one.id for one in samples.sessions(home, DEVICE, START_NS + 120 * NS, START_NS + 230 * NS)] == [
        2,
        3,
    ]
    assert [one.id for one in samples.sessions(home, DEVICE, START_NS + 160 * NS)] == [3, 4]
    assert [one.id for one in samples.sessions(home, DEVICE, None, START_NS + 100 * NS)] == [1]


def test_a_session_is_unfinished_until_closed_and_analysed(home: sqlite3.Connection) -> None:
    assert samples.unfinished_session(home, DEVICE) is None
    for session in (1, 2):
        open_session(home, session, START_NS + session)
        samples.append(home, Segment(session, 0, 250.0, np.zeros(100, np.int32)))

    def first() -> int | None:
        found = samples.unfinished_session(home, DEVICE)
        return found.id if found else None

    assert first() == 1
    samples.close_session(home, 1)
    assert first() == 1
    results.save_progress(home, 1, 100, "v", None, None)
    assert first() == 2
    results.save_progress(home, 2, 100, "v", None, None)
    assert first() == 2
    samples.close_session(home, 2)
    assert first() is None


def test_the_clock_goes_on_where_it_was(home: sqlite3.Connection) -> None:
    open_session(home)
    samples.save_clock(home, 1, b"state")
    assert samples.session(home, 1).clock_state == b"state"
    with pytest.raises(UnknownSession):
        samples.session(home, 2)
