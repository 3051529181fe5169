"""Why beats were told as early ones: figures of each beat equal those it was stored with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from agent.turn import Agent
from dsp.types import Quality, Rhythm, Window
from storage import dialogues, people, rollups
from storage.devices import ensure_device
from storage.history import WindowBeats, store_history
from storage.results import segments
from storage.samples import open_session
from storage.writer import exclusive
from tests.agent.history import DEVICE, FS_HZ, NOW, VERSION, at, ns

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agent.answer import Answer

START: Final = at("2025-03-12T10:00")
WINDOWS: Final = 30  # of ten seconds
RR: Final = 80  # samples between usual beats
EARLY: Final = 50  # samples before an early one
QRS: Final = 9  # samples, of a usual beat
WIDE: Final = 15
LABEL: Final = {3: "V", 11: "S"}  # which beat of a window comes early, and as what


def _beats() -> WindowBeats:
    """Twelve beats a window: the fourth early from the ventricles, the last early from above them."""
    r, k, columns = [], "", []
    place = 10
    for number in range(12):
        label = LABEL.get(number, "N")
        place += EARLY if label != "N" else RR
        r.append(place)
        k += label
        wide = WIDE if label == "V" else QRS
        p = None if label == "V" else -16
        columns.append((p, p, p, -4, wide - 4, 20, 25, 30))
        place += RR - EARLY if label == "V" else 0
    return WindowBeats(r, k, [900.0] * 12, [list(each) for each in zip(*columns, strict=True)])


def _window(number: int) -> Window:
    start = number * 1000
    return Window(
        start,
        1000,
        Quality(start, 1000, 0.9, analysable=True),
        Rhythm.SINUS,
        0.99,
        "rules-1",
        12,
        75.0,
        *(None,) * 7,
        n_s=1,
        n_v=1,
    )


@pytest.fixture
def talk(tmp_path: Path) -> Callable[[str], Answer]:
    """Questions of one conversation about five minutes with an early beat of either kind in each window."""
    path = tmp_path / "early.db"
    with exclusive(path) as conn:
        people.add_wearer(conn, "Anna", "Europe/Berlin", installed_ns=ns(START))
        ensure_device(conn, DEVICE, now_ns=ns(START))
        open_session(conn, 1, DEVICE, "I", FS_HZ, ns(START), "device")
        results = [(_window(number), _beats()) for number in range(WINDOWS)]
        start_ns, end_ns = store_history(conn, 1, results, version=VERSION)
        rollups.refresh(conn, DEVICE, start_ns, end_ns)
        assert sum(1 for _ in segments(conn, DEVICE, start_ns, end_ns)) == WINDOWS

    def ask(question: str) -> Answer:
        answer = Agent(path).ask(question, now=NOW, session="talk")
        with exclusive(path) as conn:
            dialogues.store_turn(conn, answer.record())
        return answer

    return ask


def test_each_beat_is_told_by_its_timing_and_width(talk: Callable[[str], Answer]) -> None:
    answer = talk("Why did you count extra beats this morning?")
    ventricular, above = (envelope.data for envelope in answer.evidence)
    assert [call.args["finding"] for call in answer.calls] == ["v_beats", "s_beats"]
    assert ventricular["events"] == above["events"] == WINDOWS
    assert ventricular["read"] == WINDOWS - 1 or ventricular["read"] == WINDOWS
    assert ventricular["early_pct"] == above["early_pct"] == 37.5
    assert (ventricular["width"]["value"], ventricular["usual_width"]["value"]) == (150, 90)
    assert (above["width"]["value"], above["usual_width"]["value"]) == (90, 90)
    assert (ventricular["p_pct"], above["p_pct"]) == (0.0, 100.0)
    strip = ventricular["strips"][0]
    assert (strip["before"]["value"], strip["usual"]["value"]) == (500, 800)
    assert {verdict.verdict for verdict in answer.verdicts} == {"SUPPORTED"}
    assert "500 ms after the beat before it, where 800 ms is usual" in answer.answer


def test_where_it_comes_from_can_be_told(talk: Callable[[str], Answer]) -> None:
    talk("Why did you count extra beats this morning?")
    told = talk("where does that come from?")
    assert [call.tool for call in told.calls] == ["provenance"]
    assert told.evidence[0].data["windows"] == WINDOWS
    assert VERSION in told.answer


@pytest.mark.parametrize(
    "question",
    [
        "Wieso hast du heute Extraschläge gezählt?",
        "¿por qué contaste latidos extra hoy?",
        "Pourquoi des extrasystoles aujourd'hui ?",
        "为什么说今天有早搏",
    ],
)
def test_every_language_tells_each_beat(talk: Callable[[str], Answer], question: str) -> None:
    answer = talk(question)
    assert {verdict.verdict for verdict in answer.verdicts} == {"SUPPORTED"}
    assert all(figure in answer.answer for figure in ("500", "800", "150", "90"))


def test_none_is_said_where_there_were_none(talk: Callable[[str], Answer]) -> None:
    answer = talk("Why did you count supraventricular beats between 10:00 and 10:01 yesterday?")
    assert not answer.evidence[0].ok or not answer.evidence[0].data["found"]


def test_what_was_counted_before_is_explained(talk: Callable[[str], Answer]) -> None:
    counted = talk("How many extra beats this morning?")
    answer = talk("why?")
    assert {call.tool for call in answer.calls} == {"explain"}
    assert answer.evidence[0].resolved is not None
    assert counted.evidence[0].resolved is not None
    assert answer.evidence[0].resolved.start_ns == counted.evidence[0].resolved.start_ns
