from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsp.beat_intervals import summary
from dsp.interval_types import METRICS, Measure, NullReason
from dsp.types import Fiducials
from storage import measures, migrations, results, sessions
from storage.database import open_reader, open_writer
from storage.packing import Found, pack
from storage.segments import FIELDS, columns
from tests.storage.history import DEVICE, START_NS, people_and_device
from tests.storage.windows import heart_beats, open_session, window

if TYPE_CHECKING:
    from pathlib import Path

END_NS = START_NS + 3600 * 10**9
SAID = {
    "qtcb_ms": Measure(410.5, 8.0, 10),
    "st_uv": Measure(-12.5, 6.0, 9),
    "st_change_uv": Measure(None, None, 0, NullReason.NO_BASELINE),
    "p_uv": Measure(None, None, 0, NullReason.AF),
}


def test_what_windows_say_comes_back_and_is_summed_up(path: Path) -> None:
    with closing(open_writer(path).conn) as conn:
        people_and_device(conn)
        open_session(conn)
        told = [
            window(0, measures=SAID),
            window(1, measures=SAID | {"qtcb_ms": Measure(420.5, 4.0, 12)}),
            window(
                2, good=False, measures=dict.fromkeys(METRICS, Measure(None, None, 0, NullReason.LOW_QUALITY))
            ),
            window(3),
        ]
        results.store(conn, 1, told, version="chain-1")
    with closing(open_reader(path)) as conn:
        rows = list(results.segments(conn, DEVICE, START_NS, END_NS))
        qtcb = measures.measured(conn, DEVICE, START_NS, END_NS, "qtcb_ms")
        p_uv = measures.measured(conn, DEVICE, START_NS, END_NS, "p_uv")
        later = list(measures.series(conn, DEVICE, START_NS + 10**10, END_NS, "st_uv"))
        seen = conn.execute("SELECT * FROM v_measures WHERE metric = 'p_uv'").fetchall()
        with pytest.raises(ValueError, match="no metric named 'nonsense'"):
            list(measures.series(conn, DEVICE, START_NS, END_NS, "nonsense"))
    assert [row.measures for row in rows] == [SAID, told[1].measures, {}, {}]
    assert (qtcb.median, qtcb.iqr, qtcb.n_windows, qtcb.n_beats) == (415.5, 5.0, 2, 22)
    assert qtcb.missing == {"low_quality": 1}
    assert (p_uv.median, p_uv.n_windows, p_uv.missing) == (None, 0, {"af": 2, "low_quality": 1})
    assert [said.median for _, said in later] == [-12.5, None]
    assert [(row["median"], row["missing_because"]) for row in seen] == [(None, "af")] * 2


def test_heights_of_beats_come_back_and_are_seen(path: Path) -> None:
    with closing(open_writer(path).conn) as conn:
        people_and_device(conn)
        open_session(conn)
        beats = [
            replace(one, p_uv=101.26, t_uv=-250.0, st_uv=0.0) if isinstance(one, Fiducials) else one
            for one in heart_beats(0)
        ]
        results.store(conn, 1, beats, version="chain-1")
        results.store(conn, 1, [window(0)], version="chain-1")
    with closing(open_reader(path)) as conn:
        back = results.fiducials(conn, 1, 0, 2500)
        row = conn.execute("SELECT p_height_uv, t_height_uv, st_j60_uv FROM v_beats").fetchone()
    assert {(f.p_uv, f.t_uv, f.st_uv) for f in back} == {(101.3, -250.0, 0.0)}
    assert tuple(row) == (101.3, -250.0, 0.0)


@pytest.mark.parametrize(
    ("values", "median", "iqr"),
    [([1.0, 2.0, 3.0], 2.0, 1.0), ([4.0, 1.0, 3.0, 2.0], 2.5, 1.5), ([5.0, 5.0, 5.0], 5.0, 0.0)],
)
def test_a_summary_is_the_median_and_the_middle_half(values: list[float], median: float, iqr: float) -> None:
    said = summary(values, 3, NullReason.NO_T_WAVES)
    assert (said.median, said.iqr, said.n, said.reason) == (median, iqr, len(values), None)
    assert summary(values, 9, NullReason.NO_T_WAVES) == Measure(
        None, None, len(values), NullReason.NO_T_WAVES
    )


def test_a_store_of_before_is_upgraded_and_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {name: step for name, step in migrations.STEPS.items() if name < "0004"}
    monkeypatch.setattr(migrations, "STEPS", before)
    old = FIELDS[: FIELDS.index("measures")]
    with closing(open_writer(path).conn) as conn:
        people_and_device(conn)
        open_session(conn)
        state = sessions.session(conn, 1)
        row = columns(state, window(0), START_NS, START_NS + 10**10, "chain-1")[: len(old)]
        conn.execute(f"INSERT INTO segments ({', '.join(old)}) VALUES ({', '.join('?' * len(old))})", row)  # noqa: S608 - names from the schema
        found = Found(100, "N", 900.0, (-45, -35, -25, -12, 13, 60, 75, 90))
        conn.execute("INSERT INTO beats VALUES (1, 0, 1, ?, 'chain-1')", (pack(0, [found]),))
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    monkeypatch.undo()
    opened = open_writer(path)
    with closing(opened.conn) as conn:
        assert opened.applied[0] == "0004_measures"
        results.store(conn, 1, [window(1, measures=SAID), *heart_beats(1)], version="chain-2")
    with closing(open_reader(path)) as conn:
        first, second = results.segments(conn, DEVICE, START_NS, END_NS)
        beat = results.fiducials(conn, 1, 0, 2500)[0]
        assert [at for at, _ in measures.series(conn, DEVICE, START_NS, END_NS, "st_uv")] == [second.start_ns]
        assert conn.execute("SELECT p_height_uv FROM v_beats").fetchone()[0] is None
    assert (first.measures, first.pr_ms, second.measures) == ({}, 160.0, SAID)
    assert beat == Fiducials(100, 55, 65, 75, 88, 113, 160, 175, 190)
