"""Exports, read back by the programs they are for: wfdb, edfio, pyedflib, csv, fhir.resources."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
import wfdb
from edfio import read_edf

from storage import beats
from storage.database import open_reader
from tests.daemon.calling import hearth
from tests.daemon.exported import NIGHT, exported, truth
from tests.daemon.recorded import (
    DEVICE,
    FAST_FS_HZ,
    FAST_S,
    FAST_START,
    FAST_TRUE_HZ,
    FS_HZ,
    LOST,
    NOW,
    OFF,
    PAUSE,
    START,
    TZ,
    ns,
    record,
    signal,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "hearth.db"
    record(path)
    return path


def test_wfdb_is_the_stored_signal_one_record_a_day(db: Path, tmp_path: Path) -> None:
    made = exported(db, tmp_path / "out", *NIGHT)
    names = sorted(file.stem for file in (tmp_path / "out").glob("*.hea"))
    assert names == [f"{DEVICE}-20250311T225800Z", f"{DEVICE}-20250311T230000Z"]
    records = [wfdb.rdrecord(str(tmp_path / "out" / name)) for name in names]
    read = np.concatenate([each.p_signal[:, 0] for each in records])
    np.testing.assert_array_equal(read, truth())
    assert [each.fs for each in records] == [FS_HZ, FS_HZ]
    assert records[0].base_datetime == START.replace(tzinfo=None)
    assert abs(records[1].base_datetime - datetime(2025, 3, 12)) < timedelta(seconds=1 / FS_HZ)  # noqa: DTZ001 - as WFDB has it
    assert records[0].sig_name == ["I"]
    assert made["missing_s"] == {"lead off": 10.0, "lost": 4.0}
    assert made["samples"] == len(signal()) - (LOST[1] - LOST[0]) - (OFF[1] - OFF[0])


def test_wfdb_annotations_are_the_stored_beats_and_events(db: Path, tmp_path: Path) -> None:
    exported(db, tmp_path / "out", *NIGHT)
    with closing(open_reader(db)) as conn:
        stored = beats.beats(conn, 1, 0, 60_000)
    found, at = [], 0
    notes: list[tuple[int, str]] = []
    for header in sorted((tmp_path / "out").glob("*.hea")):
        name = str(header.with_suffix(""))
        marks = wfdb.rdann(name, "atr")
        assert marks.fs == FS_HZ
        found += [at + s for s, sign in zip(marks.sample, marks.symbol, strict=True) if sign in "NSVFQ"]
        notes += [
            (at + int(s), text.rstrip("\0"))
            for s, sign, text in zip(marks.sample, marks.symbol, marks.aux_note, strict=True)
            if sign == '"'
        ]
        at += wfdb.rdheader(name).sig_len
    assert found == [beat.sample for beat in stored]
    assert len(found) > 200
    assert (LOST[0], "no signal: lost") in notes
    assert (OFF[0], "no signal: lead off") in notes
    assert (PAUSE[0], "pause 3.2 s (episode 1)") in notes
    assert (PAUSE[1] - 1, "end of pause 3.2 s (episode 1)") in notes


def test_wfdb_may_be_split_where_signal_is_missing(db: Path, tmp_path: Path) -> None:
    exported(db, tmp_path / "out", *NIGHT, "--gaps", "split")
    lengths = [
        wfdb.rdheader(str(f.with_suffix(""))).sig_len for f in sorted((tmp_path / "out").glob("*.hea"))
    ]
    midnight = round((ns(datetime(2025, 3, 12, tzinfo=TZ)) - ns(START)) / 1e9 * FS_HZ)
    edges = [0, LOST[0], LOST[1], OFF[0], OFF[1], midnight, len(signal())]
    assert lengths == [b - a for a, b in pairwise(edges) if a not in {LOST[0], OFF[0]}]


def test_wall_times_follow_the_wearables_true_rate(db: Path, tmp_path: Path) -> None:
    exported(db, tmp_path / "out", "--from", "2025-03-12T00:59", "--to", "2025-03-12T02:00")
    (header,) = (tmp_path / "out").glob("*.hea")
    made = wfdb.rdheader(str(header.with_suffix("")))
    n = round(FAST_S * FAST_FS_HZ)
    assert made.sig_len == n
    assert made.fs == pytest.approx(FAST_TRUE_HZ, abs=1e-4)
    assert made.base_datetime == FAST_START.replace(tzinfo=None)
    exported(
        db, tmp_path / "edf", "--from", "2025-03-12T00:59", "--to", "2025-03-12T02:00", "--format", "edf"
    )
    (file,) = (tmp_path / "edf").glob("*.edf")
    edf = read_edf(file)
    assert edf.signals[0].sampling_frequency == pytest.approx(FAST_TRUE_HZ, rel=1e-6)


def test_edf_is_a_file_for_each_stretch_of_signal(db: Path, tmp_path: Path) -> None:
    exported(db, tmp_path / "out", *NIGHT, "--format", "edf")
    files = sorted((tmp_path / "out").iterdir())
    assert {file.suffix for file in files} == {".edf"}
    truth_mv = truth()
    with closing(open_reader(db)) as conn:
        peaks = np.array([beat.sample for beat in beats.beats(conn, 1, 0, 60_000)])
    for file in files:
        edf = read_edf(file)
        assert edf.reserved == "EDF+C"
        (lead,) = edf.signals
        assert (lead.label, lead.physical_dimension, lead.sampling_frequency) == ("ECG I", "uV", FS_HZ)
        began = datetime.combine(edf.startdate, edf.starttime, TZ)
        first = round((began.timestamp() - START.timestamp()) * FS_HZ)
        good = lead.digital > -32768
        n = int(good.sum())
        assert good[:n].all()  # only behind the end is anything left over
        np.testing.assert_array_equal(lead.digital[:n] / 1000.0, truth_mv[first : first + n])
        told = [note for note in edf.annotations if note.text.startswith("beat")]
        inside = peaks[(peaks >= first) & (peaks < first + n)]
        assert [round(note.onset * FS_HZ) for note in told] == (inside - first).tolist()
    assert (
        sum(int((read_edf(f).signals[0].digital > -32768).sum()) for f in files)
        == np.isfinite(truth_mv).sum()
    )


def test_edf_is_read_by_a_second_reader(db: Path, tmp_path: Path) -> None:
    pyedflib = pytest.importorskip("pyedflib")
    exported(db, tmp_path / "out", *NIGHT, "--format", "edf", "--gaps", "fill")
    files = sorted((tmp_path / "out").iterdir())
    assert len(files) == 2  # one a day
    with pyedflib.EdfReader(str(files[0])) as reader:
        # This reader takes tenths of microseconds for hundredths, so only whole seconds can be compared.
        assert reader.getStartdatetime().replace(microsecond=0) == START.replace(tzinfo=None, microsecond=0)
        uv = reader.readSignal(0, digital=True)
        assert uv[100] == signal()[100]
        assert set(uv[slice(*LOST)]) == {-32768}
        onsets, lengths, texts = reader.readAnnotations()
        hole = list(texts).index("no signal: lost")
        assert onsets[hole] == pytest.approx(LOST[0] / FS_HZ, abs=1e-3)
        assert float(lengths[hole]) == pytest.approx(4.0)


def test_voltages_too_high_for_the_lean_width_are_kept(tmp_path: Path) -> None:
    record(tmp_path / "loud.db", loud=60.0)
    exported(tmp_path / "loud.db", tmp_path / "out", *NIGHT)
    headers = sorted((tmp_path / "out").glob("*.hea"))
    read = np.concatenate([wfdb.rdrecord(str(f.with_suffix(""))).p_signal[:, 0] for f in headers])
    kept = np.isfinite(truth())
    np.testing.assert_allclose(read[kept], (np.rint(signal() * 60.0) / 1000.0)[kept], atol=1e-9)
    made = exported(tmp_path / "loud.db", tmp_path / "edf", *NIGHT, "--format", "edf")
    assert made["remarks"] == ["in steps of 2 microvolts"]
    first = read_edf(min((tmp_path / "edf").iterdir())).signals[0]
    np.testing.assert_allclose(first.data[:1000], np.rint(signal() * 60.0)[:1000], atol=1.001)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def test_csv_signal_has_a_line_for_every_sample(db: Path, tmp_path: Path) -> None:
    exported(db, tmp_path / "a.csv", *NIGHT, "--format", "csv")
    read = rows(tmp_path / "a.csv")
    uv = signal()
    assert [int(row["sample"]) for row in read] == list(range(len(uv)))
    for sample in (0, LOST[0] - 1, LOST[1], OFF[1], len(uv) - 1):
        assert (int(read[sample]["uv"]), read[sample]["missing"]) == (uv[sample], "")
        at = datetime.fromisoformat(read[sample]["time_utc"])
        assert abs(at - START - timedelta(seconds=sample / FS_HZ)) < timedelta(milliseconds=1)
    assert {(row["uv"], row["missing"]) for row in read[slice(*LOST)]} == {("", "lost")}
    assert {(row["uv"], row["missing"]) for row in read[slice(*OFF)]} == {("", "lead off")}


def test_csv_results_are_the_views_of_the_database(db: Path, tmp_path: Path) -> None:
    for what in ("beats", "windows", "episodes"):
        exported(db, tmp_path / f"{what}.csv", "--format", "csv", "--what", what)
    with closing(sqlite3.connect(f"file:{db}?mode=ro", uri=True)) as conn:
        conn.row_factory = sqlite3.Row
        stored = conn.execute("SELECT * FROM v_beats ORDER BY r_peak_ns").fetchall()
        read = rows(tmp_path / "beats.csv")
        assert len(read) == len(stored) > 200
        for mine, theirs in zip(read, stored, strict=True):
            assert int(mine["r_peak_ns"]) == theirs["r_peak_ns"]
            assert mine["class"] == theirs["class"]
            for name in ("p_on", "qrs_off", "t_peak"):
                column = {"p_on": "p_onset_ms", "qrs_off": "qrs_offset_ms", "t_peak": "t_peak_ms"}[name]
                assert mine[f"{name}_ms"] == ("" if theirs[column] is None else str(theirs[column]))
        windows = conn.execute("SELECT * FROM segments WHERE current = 1 ORDER BY start_ns").fetchall()
        for mine, theirs in zip(rows(tmp_path / "windows.csv"), windows, strict=True):
            for name in ("hr_bpm", "pr_ms", "rhythm", "reasons", "null_reasons", "analysable", "version"):
                assert mine[name] == ("" if theirs[name] is None else str(theirs[name]))
        (pause,) = rows(tmp_path / "episodes.csv")
        assert (pause["kind"], pause["duration_s"], pause["value"]) == ("pause", "3.2", "3.2")


def test_fhir_is_valid_and_says_what_the_agent_says(db: Path, tmp_path: Path) -> None:
    bundles = pytest.importorskip("fhir.resources.R4B.bundle")
    exported(db, tmp_path / "a.json", *NIGHT, "--format", "fhir")
    text = (tmp_path / "a.json").read_text()
    bundle = bundles.Bundle.model_validate_json(text)
    found = [entry.resource for entry in bundle.entry]
    assert [each.get_resource_type() for each in found[:2]] == ["Patient", "Device"]
    assert "Ada" not in text
    waves = [each for each in found[2:] if each.code.coding and each.code.coding[0].code == "131328"]
    words = " ".join(wave.component[0].valueSampledData.data for wave in waves).split()
    mv = truth()
    assert words == ["E" if np.isnan(value) else str(round(value * 1000)) for value in mv]
    sampled = waves[0].component[0]
    assert sampled.code.coding[0].code == "131329"
    assert float(sampled.valueSampledData.period) == 1000 / FS_HZ
    assert waves[0].effectivePeriod.start == START
    said = hearth(
        "ask", "heart rate between 23:58 yesterday and 0:30 today?", "--db", db, "--now", NOW, "--json"
    )
    evidence = json.loads(said.stdout)["evidence"][0]
    (rate,) = (each for each in found[2:] if each.code.coding and each.code.coding[0].code == "8867-4")
    assert float(rate.valueQuantity.value) == pytest.approx(evidence["data"]["values"][0]["value"], abs=0.6)
    assert (rate.valueQuantity.code, rate.status) == ("/min", "preliminary")
