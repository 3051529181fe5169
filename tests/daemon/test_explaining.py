from __future__ import annotations

import asyncio
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
import pytest

from daemon.analysis import SessionAnalysis, store
from daemon.explainer import Explainer
from daemon.explaining import explained
from dsp.episodes import Episode
from dsp.types import Beat, BeatLabel, FindingKind, Gap, GapReason, Rhythm, Segment
from storage import devices, episodes, explanations, results, samples
from storage.database import open_reader
from storage.writer import Writer, exclusive
from tests.dsp.signals import ecg, regular
from tests.dsp.tall_model import tall
from tests.storage.windows import window

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from dsp.models import Classifier

FS: Final = 250.0
LENGTH_S: Final = 120
START_NS: Final = 1_795_176_000 * 10**9
TALL: Final = (72, 80, 95)  # beats, in the half minute before 80 s
LOST: Final = 25_000
DEADLINE_S: Final = 30.0


def record(conn: sqlite3.Connection, *, lost: bool = False, retained: bool = True) -> dict[FindingKind, int]:
    """Two minutes with AF called by the model ``tall`` in the middle, wide beats, and slow and fast rates."""
    devices.ensure_device(conn, "patch-1", now_ns=START_NS)
    samples.open_session(conn, 1, "patch-1", "I", FS, START_NS, "device")
    r_s = regular(LENGTH_S)
    uv = ecg(r_s, LENGTH_S, FS, wide=(40, 42, 44))
    peaks = [round(at * FS) for at in r_s]
    for k in TALL:
        uv[peaks[k] - 2 : peaks[k] + 3] += 2500.0
    whole = uv.round().astype(np.int32)
    if lost:
        samples.append(conn, Segment(1, 0, FS, whole[:15_000]))
        samples.add_gap(conn, Gap(1, 15_000, 1_000, GapReason.LOST))
        samples.append(conn, Segment(1, 16_000, FS, whole[16_000:]))
    elif retained:
        samples.append(conn, Segment(1, 0, FS, whole))
    rows = [
        replace(
            window(i),
            rhythm=Rhythm.AF if 5 <= i < 9 else Rhythm.SINUS,
            model="tall-1",
            probability=0.9 if i == 7 else 0.6,
            hr_bpm=40.0 + 10 * i,
        )
        for i in range(LENGTH_S // 10)
    ]
    found = [
        Beat(at, BeatLabel.V if k in {40, 42, 44} else BeatLabel.N, 1000.0) for k, at in enumerate(peaks)
    ]
    results.store(conn, 1, [*rows, *found], version="v")
    told = (
        (FindingKind.AF, 12_500, 10_000),
        (FindingKind.BIGEMINY, peaks[39], peaks[45] - peaks[39] + 1),
        (FindingKind.PAUSE, peaks[20], peaks[21] - peaks[20]),
        (FindingKind.BRADY, 0, 7_500),
        (FindingKind.TACHY, 20_000, 10_000),
    )
    return {
        kind: episodes.open_or_extend(
            conn, "patch-1", 1, Episode(kind, start, n, 1.0, open=False), version="v"
        )
        for kind, start, n in told
    }


@pytest.fixture
def classifier(tmp_path: Path) -> Classifier:
    return tall(tmp_path / "m.onnx", weight=0.3)


def test_af_is_explained_by_what_the_classifier_saw_when_it_was_surest(
    tmp_path: Path, classifier: Classifier
) -> None:
    with exclusive(tmp_path / "hearth.db") as conn:
        number = record(conn)[FindingKind.AF]
        made = explained(conn, number, classifier)
        peaks = [beat.sample for beat in results.beats(conn, 1, 0, 30_000)]
    assert made is not None
    assert (made.start, made.start + made.n) == (12_500, 20_000)  # ends with the window of 0.9
    assert (made.method, made.model, made.sha256) == ("occlusion-1", "tall-1", classifier.sha256)
    inside = {k for k in TALL for start, n, _ in made.parts if start <= peaks[k] < start + n}
    assert inside == set(TALL)
    assert made.probability is not None
    assert made.masked is not None
    assert made.by_chance is not None
    assert made.masked < 0.2 < made.by_chance <= made.probability
    assert made.criteria["seconds"] == 40.0
    assert made.criteria["irregularity"] < 0.5


def test_without_the_classifier_that_decided_the_criteria_are_told(
    tmp_path: Path, classifier: Classifier
) -> None:
    with exclusive(tmp_path / "hearth.db") as conn:
        number = record(conn)[FindingKind.AF]
        alone = explained(conn, number, None)
        conn.execute("UPDATE segments SET model = 'other-2'")
        other = explained(conn, number, classifier)
    assert alone is not None
    assert alone == other
    assert (alone.method, alone.model, alone.probability, alone.parts) == ("criteria-1", None, None, ())
    assert alone.criteria["beats"] > 30


def test_rules_are_explained_by_the_beats_and_intervals_they_look_at(tmp_path: Path) -> None:
    with exclusive(tmp_path / "hearth.db") as conn:
        numbers = record(conn)
        found = {kind: explained(conn, number, None) for kind, number in numbers.items()}
        peaks = [beat.sample for beat in results.beats(conn, 1, 0, 30_000)]
    bigeminy, pause, brady, tachy = (
        found[kind]
        for kind in (FindingKind.BIGEMINY, FindingKind.PAUSE, FindingKind.BRADY, FindingKind.TACHY)
    )
    assert bigeminy is not None
    assert [k for k in range(39, 46) for s, n, _ in bigeminy.parts if s <= peaks[k] < s + n] == [40, 42, 44]
    assert bigeminy.criteria["similarity"] < 0.9
    assert pause is not None
    assert [part[:2] for part in pause.parts] == [(peaks[20], peaks[21] - peaks[20])]
    assert brady is not None
    assert tachy is not None
    assert all(start < 2_600 for start, _, _ in brady.parts)  # the slowest window is the first
    assert all(27_400 < start < 30_000 for start, _, _ in tachy.parts)


def test_a_hole_in_the_signal_ends_the_strip(tmp_path: Path, classifier: Classifier) -> None:
    with exclusive(tmp_path / "hearth.db") as conn:
        number = record(conn, lost=True)[FindingKind.AF]
        made = explained(conn, number, classifier)
    assert made is not None
    assert (made.start, made.n) == (16_000, 4_000)
    assert made.method == "occlusion-1"


def test_where_no_signal_is_kept_the_beats_tell(tmp_path: Path, classifier: Classifier) -> None:
    with exclusive(tmp_path / "hearth.db") as conn:
        numbers = record(conn, retained=False)
        made = {kind: explained(conn, number, classifier) for kind, number in numbers.items()}
    assert all(one is not None and one.method == "criteria-1" for one in made.values())
    assert {kind for kind, one in made.items() if one is not None and one.parts} == set(numbers) - {
        FindingKind.AF
    }


def test_what_the_analysis_finds_is_due(tmp_path: Path) -> None:
    path = tmp_path / "hearth.db"
    r_s = [at for at in regular(60.0) if not 30.0 < at < 33.5]
    with exclusive(path) as conn:
        devices.ensure_device(conn, "patch-1", now_ns=START_NS)
        samples.open_session(conn, 1, "patch-1", "I", FS, START_NS, "device")
        samples.append(conn, Segment(1, 0, FS, ecg(r_s, 60.0, FS).round().astype(np.int32)))
        samples.close_session(conn, 1)
        session = samples.session(conn, 1)
    step = SessionAnalysis(path, session).step()
    with exclusive(path) as conn:
        store(step, conn)
        rows = [row for number in explanations.due(conn, 9) if (row := episodes.episode(conn, number))]
        assert {row.kind for row in rows} == {"pause", "brady"}
        pause = next(row for row in rows if row.kind == "pause")
        made = explained(conn, pause.id, None)
    assert made is not None
    assert [part[:2] for part in made.parts] == [(pause.start, pause.n)]
    assert made.criteria["seconds"] == pause.value
    assert made.criteria["usual_rr_ms"] < 900.0


def test_what_is_due_is_explained_in_the_background(tmp_path: Path, classifier: Classifier) -> None:
    path = tmp_path / "hearth.db"
    with exclusive(path) as conn:
        numbers = record(conn)
        for number in numbers.values():
            explanations.want(conn, number)
    asyncio.run(explain_all(path, classifier, len(numbers)))
    with closing(open_reader(path)) as conn:
        assert explanations.due(conn, 10) == []
        kept = [explanations.explained(conn, number) for number in numbers.values()]
        assert kept == [explained(conn, number, classifier) for number in numbers.values()]


async def explain_all(path: Path, classifier: Classifier, count: int) -> None:
    async with Writer(path) as writer:
        explainer = Explainer(path, writer, classifier)
        running = asyncio.create_task(explainer.run(look_s=0.05))
        async with asyncio.timeout(DEADLINE_S):
            while explainer.made < count:
                await asyncio.sleep(0.02)
        running.cancel()
        await asyncio.wait([running])
