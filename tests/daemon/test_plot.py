from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import numpy as np
import pytest
import wfdb

from daemon.cli.plot import seconds
from daemon.errors import Misuse
from daemon.reference_beats import ReferenceBeat, compare
from dsp.types import Beat, BeatLabel
from tests.daemon.calling import hearth
from tests.dsp.signals import ecg, regular

if TYPE_CHECKING:
    from pathlib import Path

SVG = "{http://www.w3.org/2000/svg}"
PT_PER_MM = 72.0 / 25.4
LENGTH_S = 95.0
R_S = regular(LENGTH_S)
FS = 250


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A recording with a ventricular beat, annotated: one beat too many, and one of a wrong kind."""
    base = tmp_path_factory.mktemp("recordings")
    uv = ecg(R_S, LENGTH_S, FS, wide=[30])
    uv[4000:4100] = np.nan
    wfdb.wrsamp(
        "heart",
        fs=FS,
        units=["mV"],
        sig_name=["II"],
        p_signal=uv[:, None] / 1000.0,
        fmt=["16"],
        adc_gain=[1000.0],
        baseline=[0],
        write_dir=str(base),
    )
    beats = np.array([round(at * FS) for at in R_S])
    samples = np.sort(np.append(beats, round((R_S[5] + R_S[6]) / 2 * FS)))
    symbols = ["V" if s == beats[3] else "N" for s in samples]
    wfdb.wrann("heart", "ref", samples, symbols, write_dir=str(base))
    return base / "heart"


def paths(root: ET.Element, gid: str) -> list[np.ndarray]:
    """The points of every shape of one kind, in mm."""
    found = []
    for group in root.iter(f"{SVG}g"):
        if group.get("id") == gid:
            for path in group.iter(f"{SVG}path"):
                numbers = re.findall(r"[ML] (\S+) (\S+)", path.get("d", ""))
                found.append(np.array(numbers, float) / PT_PER_MM)
    return found


def texts(root: ET.Element) -> list[str]:
    return [" ".join("".join(each.itertext()).split()) for each in root.iter(f"{SVG}text")]


def drawn(record: Path, target: Path, *words: str) -> ET.Element:
    done = hearth("plot", record, "-o", target, *words)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return ET.parse(target).getroot()  # noqa: S314 - our own file


def test_the_scale_is_true(record: Path, tmp_path: Path) -> None:
    root = drawn(record, tmp_path / "a.svg", "--from", "20", "--to", "0:00:40")
    width = float(root.get("width", "").removesuffix("pt"))
    assert float(root.get("viewBox", "").split()[2]) == pytest.approx(width)
    rows = paths(root, "trace")
    assert len(rows) == 2
    for row in rows:
        assert np.ptp(row[:, 0]) == pytest.approx(25.0 * (10.0 - 1 / FS), abs=0.02)
    uv = wfdb.rdrecord(str(record)).p_signal[:, 0]
    for row, piece in zip(rows, (uv[5000:7500], uv[7500:10_000]), strict=True):
        assert np.ptp(row[:, 1]) == pytest.approx(10.0 * np.ptp(piece), abs=0.1)
    for gid, step in (("grid-1mm", 1.0), ("grid-5mm", 5.0)):
        for axis in (0, 1):
            lines = np.unique(np.round(paths(root, gid)[0][:, axis], 3))
            np.testing.assert_allclose(np.diff(lines), step, atol=2e-3)
    pulse = paths(root, "pulse")[0]
    assert np.ptp(pulse[:, 1]) == pytest.approx(10.0, abs=1e-3)
    assert pulse[3, 0] - pulse[2, 0] == pytest.approx(5.0, abs=1e-3)


def test_what_was_found_is_written(record: Path, tmp_path: Path) -> None:
    root = drawn(record, tmp_path / "a.svg", "--from", "20", "--to", "30")
    said = texts(root)
    assert "heart" in said
    assert "lead II" in said
    assert "25 mm/s \N{MIDDLE DOT} 10 mm/mV" in said
    assert "Not a medical device" in said
    assert any(each.startswith("Hearth chain-") for each in said)
    assert any(each.startswith("0:00:20 to 0:00:30 of 0:01:35") for each in said)
    inside = [at for at in R_S if 20.0 <= at < 30.0]
    legend = 1
    assert said.count("N") + said.count("V") == len(inside) + 2 * legend
    assert said.count("V") == 1 + legend
    assert any(each.startswith("sinus rhythm") for each in said)
    assert len(paths(root, "wave-qrs")) == len(paths(root, "wave-p")) == 1


def test_lost_contact_leaves_a_hole(record: Path, tmp_path: Path) -> None:
    (row,) = paths(drawn(record, tmp_path / "a.svg", "--from", "10", "--to", "20"), "trace")
    assert np.diff(row[:, 0]).max() == pytest.approx(25.0 * 101 / FS, abs=0.05)


def test_misses_false_beats_and_other_classes_are_shown(record: Path, tmp_path: Path) -> None:
    said = texts(drawn(record, tmp_path / "a.svg", "--to", "10", "--reference", "ref"))
    assert said.count("missed") == 1
    assert said.count("false") == 0
    assert any("1 missed, 0 false" in each for each in said)


def test_the_same_strip_is_the_same_file(record: Path, tmp_path: Path) -> None:
    for kind in ("svg", "png", "pdf"):
        twice = [tmp_path / f"{name}.{kind}" for name in "ab"]
        for target in twice:
            assert hearth("plot", record, "-o", target, "--to", "15").returncode == 0
        assert twice[0].read_bytes() == twice[1].read_bytes()


def test_a_png_says_its_scale(record: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.png"
    assert hearth("plot", record, "-o", target, "--to", "10").returncode == 0
    data = target.read_bytes()
    assert data.startswith(b"\x89PNG")
    width, _ = struct.unpack(">II", data[16:24])
    at = data.index(b"pHYs") + 4
    per_metre, _, unit = struct.unpack(">IIB", data[at : at + 9])
    assert (per_metre, unit) == (10_000, 1)
    assert width == 10 * (2 * 9 + 10 + 250)


def test_a_pdf_has_pages_of_a4(record: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    assert hearth("plot", record, "-o", target).returncode == 0
    boxes = re.findall(rb"/MediaBox \[ ?0 0 ([\d.]+) ([\d.]+) ?\]", target.read_bytes())
    assert len(boxes) == 2  # six rows of 10 s
    for box in boxes:
        assert [float(side) / PT_PER_MM for side in box] == pytest.approx([297.0, 210.0], abs=0.01)


def test_any_name_is_drawn_as_it_is(tmp_path: Path) -> None:
    rows = "\n".join(f"{0.01 * k:.2f},{k % 90}" for k in range(100 * 12))
    name = "$\\frac{1$ & <\N{CJK UNIFIED IDEOGRAPH-5FC3}>" + 40 * "x"
    (tmp_path / f"{name}.csv").write_text(f"time_s,ecg_uv\n{rows}\n")
    said = texts(drawn(tmp_path / f"{name}.csv", tmp_path / "a.svg"))
    assert name[:31] + "\N{HORIZONTAL ELLIPSIS}" in said


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("RECORD", "-o", "OUT/a.gif"), 2, ".png, .svg or .pdf"),
        (("RECORD", "-o", "OUT/a.svg", "--from", "noon"), 2, "HH:MM:SS"),
        (("RECORD", "-o", "OUT/a.svg", "--from", "95"), 2, "95.0 s long"),
        (("RECORD", "-o", "OUT/a.svg", "--from", "20", "--to", "20.1"), 2, "not after"),
        (("RECORD", "-o", "OUT/a.svg", "--lead", "V9"), 1, "no lead"),
        (("RECORD", "-o", "OUT/a.svg", "--reference", "atr"), 1, "no such file"),
        (("OUT/absent", "-o", "OUT/a.svg"), 1, "no such recording"),
        (("RECORD", "-o", "OUT/nowhere/a.svg"), 1, "No such file"),
    ],
)
def test_errors_are_one_line(
    record: Path, tmp_path: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    done = hearth("plot", *(w.replace("RECORD", str(record)).replace("OUT", str(tmp_path)) for w in words))
    assert (done.returncode, done.stdout) == (code, "")
    assert len(done.stderr.splitlines()) == 1
    assert said in done.stderr


def test_too_much_for_a_picture_is_refused(tmp_path: Path) -> None:
    rows = "\n".join(f"{0.01 * k:.2f},{k % 7}" for k in range(100 * 400))
    (tmp_path / "long.csv").write_text(f"time_s,ecg_uv\n{rows}\n")
    done = hearth("plot", tmp_path / "long.csv", "-o", tmp_path / "a.svg", "--to", "6:00")
    assert done.returncode == 2
    assert "holds 300 s" in done.stderr
    assert not (tmp_path / "a.svg").exists()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("0", 0.0), ("12.5", 12.5), ("1:02", 62.0), ("1:00:02.5", 3602.5), ("90", 90.0), ("0:90", 90.0)],
)
def test_times(text: str, expected: float) -> None:
    assert seconds("--from", text) == expected


@pytest.mark.parametrize("text", ["", "x", "1:2:3:4", "-1", "1:-2", ":30", "nan"])
def test_no_times(text: str) -> None:
    with pytest.raises(Misuse, match="--to wants"):
        seconds("--to", text)


def test_comparison() -> None:
    reference = tuple(ReferenceBeat(at, s) for at, s in ((100, "N"), (200, "V"), (300, "A"), (400, "L")))
    beats = [Beat(102), Beat(195, BeatLabel.N), Beat(302, BeatLabel.S), Beat(350)]
    found = compare(reference, beats, 100.0)
    assert found.missed == (reference[3],)
    assert found.wrong == (beats[3],)
    assert found.renamed == ((reference[1], beats[1]),)
