"""Real electrocardiograms through the whole analysis: alarms where there is cause, and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from daemon.alarm_machine import Plan, Work
from daemon.alarm_review import Review
from daemon.analysis import SessionAnalysis, store
from daemon.quiet_hours import QuietHours
from daemon.topics import Topics
from dsp.types import Segment
from ingest.recordings import open_recording
from storage import alarms, devices, people, samples
from storage.database import open_writer
from tests import recordings
from tests.daemon.alarm_house import LIMITS, START_NS

if TYPE_CHECKING:
    from pathlib import Path

FOREVER_NS = 2**62


def raised(folder: Path, record: str) -> dict[str, list[str]]:
    """Rules that raised an alarm on half an hour of a MIT-BIH record, and how each went on."""
    recording = open_recording(recordings.path("mitdb", record))
    uv = recording.uv(recording.leads[0])
    path = folder / "hearth.db"
    conn = open_writer(path).conn
    conn.execute("PRAGMA synchronous = OFF")  # no power is cut here
    people.add_wearer(conn, "Ada", "Europe/Berlin", installed_ns=1)
    devices.ensure_device(conn, "strap-1", now_ns=1)
    samples.open_session(conn, 1, "strap-1", "I", recording.fs_hz, START_NS, "device")
    minute = round(60 * recording.fs_hz)
    for start in range(0, len(uv), minute):
        samples.append(conn, Segment(1, start, recording.fs_hz, uv[start : start + minute]))
    samples.close_session(conn, 1)
    analysis = SessionAnalysis(path, samples.session(conn, 1))
    plan = Plan(Topics(), QuietHours())
    finished = False
    while not finished:
        step = analysis.step()
        conn.execute("BEGIN")
        store(step, conn)
        if step.span is not None:
            start_ns, end_ns = (samples.wall_ns(conn, 1, sample) for sample in step.span)
            Review("strap-1", start_ns, end_ns, LIMITS).run(Work(conn, plan, START_NS))
        conn.execute("COMMIT")
        finished = step.finished
    found = {
        row.rule: [str(change.presence) for change in alarms.transitions(conn, row.id)]
        for row in alarms.alarms(conn, "strap-1", 0, FOREVER_NS)
    }
    conn.close()
    return found


def test_a_sinus_rhythm_raises_nothing(tmp_path: Path) -> None:
    assert raised(tmp_path, "100") == {}


@pytest.mark.parametrize("record", ["203", "221"])
def test_atrial_fibrillation_is_one_alarm_that_ends_with_the_recording(tmp_path: Path, record: str) -> None:
    assert raised(tmp_path, record)["af"] == ["On", "Off"]


def test_a_sick_sinus_node_raises_pauses_and_bradycardia_that_stay(tmp_path: Path) -> None:
    found = raised(tmp_path, "232")
    assert set(found) >= {"pause", "severe_bradycardia"}
    assert {changes[-1] for rule, changes in found.items() if rule != "af"} == {"Latched"}
