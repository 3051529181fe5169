from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from daemon import paper
from daemon.decisive import computed, stored
from daemon.paper_frame import MM_PER_S
from dsp.explanation import PART, Part
from dsp.types import Analysis, Beat, Finding, FindingKind, Rhythm
from dsp.windows import UNCONFIRMED
from storage import episodes, explanations
from storage.explanations import Explained
from storage.writer import exclusive
from tests.daemon.test_explaining import record
from tests.daemon.test_plot import paths
from tests.dsp.signals import ecg, regular
from tests.dsp.tall_model import tall
from tests.storage.windows import window

if TYPE_CHECKING:
    from pathlib import Path

FS = 250.0
R_S = regular(60.0)
PEAKS = [round(at * FS) for at in R_S]
TALL = (20, 30, 60)  # the last one lies behind the first half minute
UV = ecg(R_S, 60.0, FS)
for _k in TALL:
    UV[PEAKS[_k] - 2 : PEAKS[_k] + 3] += 3000.0


def analysis(
    *, af: tuple[int, ...], flags: tuple[str, ...] = (), findings: tuple[Finding, ...] = ()
) -> Analysis:
    """A minute in which some windows are AF, the earlier the surer."""
    rows = tuple(
        replace(window(i), rhythm=Rhythm.AF, probability=0.95 - 0.1 * i, flags=flags)
        if i in af
        else window(i)
        for i in range(6)
    )
    return Analysis(FS, tuple(Beat(at) for at in PEAKS), (), (), findings, rows)


def held(parts: tuple[Part, ...]) -> set[int]:
    return {k for k in TALL for part in parts if part.start <= PEAKS[k] < part.end}


def test_af_is_explained_on_the_half_minute_that_ends_with_its_surest_window(tmp_path: Path) -> None:
    judge = tall(tmp_path / "m.onnx", weight=0.2)
    parts = computed(analysis(af=(2, 3)), UV, (0, 15_000), judge)
    assert held(parts) == {20, 30}
    assert all(part.n == PART and part.lost > 0.0 for part in parts[:2])


def test_what_is_not_drawn_not_called_or_not_confirmed_is_not_shaded(tmp_path: Path) -> None:
    judge = tall(tmp_path / "m.onnx", weight=0.2)
    assert computed(analysis(af=(2,)), UV, (9_000, 15_000), judge) == ()
    assert computed(analysis(af=()), UV, (0, 15_000), judge) == ()
    assert computed(analysis(af=(2,), flags=(UNCONFIRMED,)), UV, (0, 15_000), judge) == ()
    assert computed(analysis(af=(2,)), UV, (0, 15_000), None) == ()


def test_rules_need_no_classifier() -> None:
    pause = Finding(FindingKind.PAUSE, 5_000, 800, 3.2)
    found = analysis(af=(), findings=(pause,))
    assert computed(found, UV, (0, 15_000), None) == (Part(5_000, 800, 0.0),)
    assert computed(found, UV, (0, 5_000), None) == ()


def test_shades_lie_where_the_parts_are(tmp_path: Path) -> None:
    parts = (Part(1_000, 125, 0.2), Part(2_400, 200, 0.1))  # the second goes over the end of a row
    strip = paper.Strip("x", "I", FS, UV[:5_000], 0, 5_000, "chain", analysis(af=()), decisive=parts)
    paper.write(strip, tmp_path / "a.svg", "svg")
    root = ET.parse(tmp_path / "a.svg").getroot()  # noqa: S314 - our own file
    boxes = paths(root, "decisive")
    first = paths(root, "trace")[0][0, 0]  # of the first row's first sample
    assert len(boxes) == 3
    edges = [(box[:, 0].min() - first, box[:, 0].max() - first) for box in boxes]
    assert edges[0] == pytest.approx((4.0 * MM_PER_S, 4.5 * MM_PER_S), abs=0.1)
    assert edges[1] == pytest.approx((9.6 * MM_PER_S, 10.0 * MM_PER_S), abs=0.1)
    assert edges[2] == pytest.approx((0.0, 0.4 * MM_PER_S), abs=0.1)
    assert "carries the finding" in "".join(root.itertext())


def test_what_is_stored_is_moved_to_the_axis_of_the_strip(tmp_path: Path) -> None:
    with exclusive(tmp_path / "hearth.db") as conn:
        numbers = record(conn)
        number = numbers[FindingKind.AF]
        made = Explained(
            number, 12_500, 7_500, "occlusion-1", "m", "s", 0.9, 0.5, 0.9, 0.9, {}, ((13_000, 125, 0.2),)
        )
        explanations.store(conn, number, made)
        rows = [row for one in numbers.values() if (row := episodes.episode(conn, one)) is not None]
        assert stored(conn, rows, 12_000) == (Part(1_000, 125, 0.2),)
