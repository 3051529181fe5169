from __future__ import annotations

import math
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import edfio
import numpy as np
import pytest
import wfdb
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.recordings import RecordingError, open_recording, recordings_in
from tests import recordings

if TYPE_CHECKING:
    from pathlib import Path

    from dsp.types import IntArray


def wave(n: int, seed: int = 1) -> IntArray:
    return np.random.default_rng(seed).integers(-2000, 2000, n, dtype=np.int32)


def write_wfdb(folder: Path, name: str, uv: IntArray, fs_hz: float = 250.0, lead: str = "I") -> Path:
    wfdb.wrsamp(
        name,
        fs=fs_hz,
        units=["mV"],
        sig_name=[lead],
        d_signal=uv.astype(np.int64)[:, None],
        fmt=["16"],
        adc_gain=[1000.0],
        baseline=[0],
        write_dir=str(folder),
    )
    return folder / f"{name}.hea"


@pytest.mark.parametrize("suffix", ["", ".hea", ".dat"])
def test_mit_bih_samples_are_exact_in_microvolts(suffix: str) -> None:
    base = recordings.path("mitdb", "100")
    recording = open_recording(base.with_name(base.name + suffix))
    digital = wfdb.rdrecord(str(base), physical=False).d_signal
    assert (recording.name, recording.fs_hz, recording.leads) == ("100", 360.0, ("MLII", "V5"))
    assert recording.n == 650_000
    for lead, column in (("MLII", 0), (1, 1), ("v5", 1), ("0", 0)):
        assert np.array_equal(recording.uv(lead), (digital[:, column] - 1024) * 5)
    assert recording.missing("MLII") == []


def test_matlab_record_and_its_start_time() -> None:
    recording = open_recording(recordings.path("cinc2017", "A00002"))
    assert recording.start == datetime(2000, 5, 1, 11, 5, 25)  # noqa: DTZ001 - the file names no zone
    assert recording.uv()[:2].tolist() == [128, 157]


def test_invalid_wfdb_samples_are_missing_spans_and_repeat_the_last_valid(tmp_path: Path) -> None:
    uv = wave(1000)
    uv[[0, 1, 500, 501, 502, 999]] = -32768
    recording = open_recording(write_wfdb(tmp_path, "holes", uv))
    assert recording.missing() == [(0, 2), (500, 3), (999, 1)]
    assert recording.uv()[0] == 0
    assert recording.uv()[502] == uv[499]
    assert recording.uv()[503] == uv[503]


def test_other_signals_are_left_out_with_a_remark(tmp_path: Path) -> None:
    wfdb.wrsamp(
        "mixed",
        fs=250,
        units=["%", "mV"],
        sig_name=["SpO2", "ECG"],
        p_signal=np.column_stack((np.full(500, 97.0), wave(500) / 1000)),
        fmt=["16", "16"],
        write_dir=str(tmp_path),
    )
    recording = open_recording(tmp_path / "mixed")
    assert recording.leads == ("ECG",)
    assert recording.remarks == ("left out SpO2: % at 250 Hz",)
    assert np.max(np.abs(recording.uv() - wave(500))) <= 1  # the writer chose its own gain


def test_multi_segment_record_is_one_recording(tmp_path: Path) -> None:
    parts = [wave(400, seed) for seed in (1, 2)]
    for number, uv in enumerate(parts, 1):
        write_wfdb(tmp_path, f"long_{number}", uv)
    (tmp_path / "long_layout.hea").write_text("long_layout 1 250 0\n~ 0 1000/mV 16 0 0 0 0 I\n")
    (tmp_path / "long.hea").write_text("long/4 1 250 1000\nlong_layout 0\nlong_1 400\n~ 200\nlong_2 400\n")
    assert [p.name for p in recordings_in(tmp_path)] == ["long.hea"]
    recording = open_recording(tmp_path / "long")
    assert recording.missing() == [(400, 200)]
    assert np.array_equal(recording.uv()[:400], parts[0])
    assert np.array_equal(recording.uv()[600:], parts[1])


@pytest.mark.parametrize(
    ("header", "wrong"),
    [
        ("nonsense", "unreadable header"),
        ("r 1 250 1000\n../r.dat 16 1000/mV 16 0 0 0 0 I\n", "unreadable header"),
        ("r 1 250 1000\nother.dat 16 1000/mV 16 0 0 0 0 I\n", "signal file other.dat is missing"),
        ("r 1 250 999999\nr.dat 16 1000/mV 16 0 0 0 0 I\n", "unreadable signal"),
        ("r 1 20 1000\nr.dat 16 1000/mV 16 0 0 0 0 I\n", "sampled at 20 Hz"),
        ("r 1 250 1000\nr.dat 16 1000/mmHg 16 0 0 0 0 ABP\n", "ABP in mmHg"),
        ("r 1 250 999999999\nr.dat 16 1000/mV 16 0 0 0 0 I\n", "999999999 samples"),
    ],
)
def test_broken_wfdb_headers_say_what_is_wrong(tmp_path: Path, header: str, wrong: str) -> None:
    write_wfdb(tmp_path, "r", wave(1000))
    (tmp_path / "r.hea").write_text(header)
    with pytest.raises(RecordingError, match="wanted") as caught:
        open_recording(tmp_path / "r").uv()
    assert wrong in caught.value.wrong
    assert str(tmp_path / "r.hea") == caught.value.path


def edf_file(path: Path, uv: IntArray, *, unit: str = "uV", scale: float = 1.0) -> None:
    ecg = edfio.EdfSignal(
        uv.astype(np.float64) * scale,
        250,
        label="ECG I",
        physical_dimension=unit,
        physical_range=(-32768 * scale, 32767 * scale),
    )
    breath = edfio.EdfSignal(np.zeros(len(uv) // 10), 25, label="Resp", physical_dimension="L")
    edfio.Edf(
        [breath, ecg],
        recording=edfio.Recording(startdate=date(2026, 11, 1)),
        starttime=time(9, 5),
        data_record_duration=1.0,
    ).write(path)


@pytest.mark.parametrize(("unit", "scale"), [("uV", 1.0), ("mV", 0.001)])
def test_edf_round_trip(tmp_path: Path, unit: str, scale: float) -> None:
    edf_file(tmp_path / "night.edf", wave(2500), unit=unit, scale=scale)
    recording = open_recording(tmp_path / "night.edf")
    assert (recording.leads, recording.fs_hz, recording.n) == (("ECG I",), 250.0, 2500)
    assert np.array_equal(recording.uv("ecg i"), wave(2500))
    assert recording.start == datetime(2026, 11, 1, 9, 5)  # noqa: DTZ001 - EDF names no zone
    assert recording.remarks == ("left out Resp: L at 25 Hz",)


def test_cut_off_edf_keeps_its_whole_records(tmp_path: Path) -> None:
    edf_file(tmp_path / "cut.edf", wave(2500))
    whole = (tmp_path / "cut.edf").read_bytes()
    (tmp_path / "cut.edf").write_bytes(whole[:-100])
    recording = open_recording(tmp_path / "cut.edf")
    assert recording.n == 2250
    assert np.array_equal(recording.uv(), wave(2500)[:2250])
    assert any("truncated" in remark for remark in recording.remarks)


def test_what_is_no_edf_says_so(tmp_path: Path) -> None:
    (tmp_path / "x.edf").write_bytes(b"not an EDF" * 100)
    with pytest.raises(RecordingError, match="wanted an EDF"):
        open_recording(tmp_path / "x.edf")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    uv=st.lists(st.integers(-(2**20), 2**20), min_size=2, max_size=50),
    absent=st.sets(st.integers(0, 49)),
    unit=st.sampled_from(["_uv", "_mv", " (mV)", " [uV]"]),
    delimiter=st.sampled_from([",", ";", "\t"]),
)
def test_csv_round_trip(tmp_path: Path, uv: list[int], absent: set[int], unit: str, delimiter: str) -> None:
    milli = "m" in unit
    cells = ["" if i in absent else f"{v / 1000:.3f}" if milli else str(v) for i, v in enumerate(uv)]
    lines = [f"note{delimiter}I{unit}", *(f"x{delimiter}{cell}" for cell in cells)]
    (tmp_path / "t.csv").write_text("# made by a table\n\n" + "\n".join(lines) + "\n")
    recording = open_recording(tmp_path / "t.csv", fs_hz=125.0)
    got = recording.uv("I")
    missing = {i for start, n in recording.missing() for i in range(start, start + n)}
    assert recording.n == len(uv)
    assert missing == {i for i in absent if i < len(uv)}
    assert [int(got[i]) for i in range(len(uv)) if i not in missing] == [
        v for i, v in enumerate(uv) if i not in missing
    ]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    fs_hz=st.sampled_from([100, 125, 128, 130, 250, 360, 500, 512, 1000]),
    dropped=st.sets(st.integers(1, 298), max_size=30),
    digits=st.sampled_from([4, 6]),
)
def test_csv_time_gives_the_rate_and_its_holes(
    tmp_path: Path, fs_hz: int, dropped: set[int], digits: int
) -> None:
    uv = wave(300)
    rows = [f"{i / fs_hz:.{digits}f},{uv[i]}" for i in range(300) if i not in dropped]
    (tmp_path / "t.csv").write_text("time_s,I_uv\n" + "\n".join(rows) + "\n")
    recording = open_recording(tmp_path / "t.csv")
    assert recording.fs_hz == fs_hz
    assert recording.n == 300
    assert {i for start, n in recording.missing() for i in range(start, start + n)} == dropped
    kept = [i for i in range(300) if i not in dropped]
    assert np.array_equal(recording.uv()[kept], uv[kept])


def test_csv_with_dates_knows_its_start(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("time_ms,I_uv\n1793520000000,1\n1793520000004,2\n1793520000008,3\n")
    recording = open_recording(tmp_path / "t.csv")
    assert recording.fs_hz == 250.0
    assert recording.start == datetime(2026, 11, 1, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "empty"),
        ("a,b\n1,2\n", "columns 'a', 'b'"),
        ("I_uv\n", "no rows"),
        ("I_uv\n1\n2\n", "no time column and no rate"),
        ("time_s,I_uv\n0,1\n0.004,x\n", "row 2, column I_uv: 'x'"),
        ("time_s,I_uv\n0,1\n0.004\n", "row 2 has 1 cells"),
        ("time_s,I_uv\n0,1\n0,2\n", "a time column that does not rise"),
        ("time_s,I_uv\n0,1\n0.1,2\n0.2,3\n", "sampled at 10 Hz"),
        ("time_s,I_uv\n0,1\n0.004,2\n9000000,3\n", "samples"),
    ],
)
def test_broken_csv_says_what_is_wrong(tmp_path: Path, text: str, wrong: str) -> None:
    (tmp_path / "t.csv").write_text(text)
    with pytest.raises(RecordingError, match="wanted") as caught:
        open_recording(tmp_path / "t.csv")
    assert wrong in caught.value.wrong


def test_a_folder_lists_its_recordings_and_nothing_else(tmp_path: Path) -> None:
    write_wfdb(tmp_path, "b", wave(100))
    (tmp_path / "a.csv").write_text("time_s,I_uv\n0,1\n0.004,2\n")
    (tmp_path / "REFERENCE.csv").write_text("A00002,N\n")
    (tmp_path / "notes.txt").write_text("")
    assert [p.name for p in recordings_in(tmp_path)] == ["a.csv", "b.hea"]
    assert recordings_in(tmp_path / "b") == [tmp_path / "b"]
    with pytest.raises(RecordingError, match="a folder"):
        open_recording(tmp_path)


def test_missing_things_are_named(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="no such recording"):
        open_recording(tmp_path / "nothing")
    write_wfdb(tmp_path, "r", wave(100))
    with pytest.raises(RecordingError, match=r"no lead 'aVF'; wanted one of: 0 I"):
        open_recording(tmp_path / "r").uv("aVF")
    assert math.isclose(open_recording(tmp_path / "r").duration_s, 0.4)
