"""``hearth analyze`` and ``hearth classify``: the chain over recordings on disk."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path  # noqa: TC003 - typer reads the annotations at run time
from typing import TYPE_CHECKING, Annotated

import typer

from daemon.annotations import BEATS, record_name, write
from daemon.cli.output import print_json, progress
from daemon.errors import Misuse
from dsp import record_model
from dsp.analysis import analyze as analyze_signal
from dsp.coherence import counts_as_af
from dsp.models import ModelError, shipped
from dsp.record_rhythm import model_rhythm, record_rhythm
from dsp.types import BeatLabel
from ingest.recordings import open_recording, recordings_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsp.models import Classifier
    from dsp.record_model import RecordModel
    from dsp.types import Analysis, FloatArray, IntArray
    from ingest.recordings import Recording

PATHS_HELP = "Recordings (WFDB, EDF, CSV), or folders of them."
LEAD_HELP = "Lead to read, by name or by index from 0."


class LabelFormat(StrEnum):
    """How record labels are written."""

    CINC2017 = "cinc2017"


def analyze(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help=PATHS_HELP)],
    out: Annotated[Path, typer.Option("--out", help="Folder for the annotation files.")],
    lead: Annotated[str, typer.Option("--lead", help=LEAD_HELP)] = "0",
    as_json: Annotated[bool, typer.Option("--json", help="Print what was found as JSON.")] = False,
) -> None:
    """Find beats, waves and rhythms in recordings, and write NAME.hbt and NAME.hdl for each.

    Both are WFDB annotation files: beats, rhythm changes and noise; and the boundaries of the waves.
    """
    out.mkdir(parents=True, exist_ok=True)
    rows = []
    written: dict[str, Path] = {}
    model, judge = _models()
    for path, recording, uv in _read(paths, lead):
        found = analyze_signal(uv, recording.fs_hz, classifier=model)
        stem = record_name(recording.name)
        if stem in written:
            raise Misuse(f"{path} and {written[stem]} would both write {stem}.{BEATS}")
        written[stem] = path
        beats, waves = write(found, out, recording.name)
        label = _label(uv, recording, model, judge, found)
        rows.append(_summary(recording, found, label) | {"beats_file": str(beats), "waves_file": str(waves)})
    if as_json:
        print_json(rows)
        return
    for row in rows:
        hr = "-" if row["hr_bpm"] is None else f"{row['hr_bpm']:.0f} bpm"
        sys.stdout.write(
            f"{row['name']}: {row['beats']} beats, {hr}, {row['analysable_pct']:.0f} % analysable, "
            f"AF {row['af_s']:.0f} s -> {row['beats_file']}\n"
        )


def classify(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help=PATHS_HELP)],
    label_format: Annotated[LabelFormat, typer.Option("--format", help="Label set.")] = LabelFormat.CINC2017,
    out: Annotated[Path | None, typer.Option("--out", help="Write there instead of printing.")] = None,
    lead: Annotated[str, typer.Option("--lead", help=LEAD_HELP)] = "0",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of lines.")] = False,
) -> None:
    """Give each recording one rhythm label: N normal, A atrial fibrillation, O other, ~ too noisy."""
    model, judge = _models()
    labels = [
        (recording.name, _label(uv, recording, model, judge, analyze_signal(uv, recording.fs_hz)))
        for _, recording, uv in _read(paths, lead)
    ]
    if as_json:
        print_json([{"name": name, "label": label, "format": label_format.value} for name, label in labels])
    else:
        text = "".join(f"{name},{label}\n" for name, label in labels)
        if out is None:
            sys.stdout.write(text)
        else:
            out.write_text(text, encoding="utf-8")


def _models() -> tuple[Classifier | None, RecordModel | None]:
    """The rhythm classifier of the package, and the judge beside it; where one cannot be used, it is None."""
    try:
        model = shipped()
    except ModelError as error:
        sys.stderr.write(f"rules decide on rhythms: {error}\n")
        return None, None
    try:
        return model, record_model.shipped()
    except ModelError as error:
        sys.stderr.write(f"the rhythm network alone decides on recordings: {error}\n")
        return model, None


def _label(
    uv: IntArray | FloatArray,
    recording: Recording,
    model: Classifier | None,
    judge: RecordModel | None,
    found: Analysis,
) -> str:
    """A recording's label by the model, or by the rules where it is none or the recording too short."""
    label = model_rhythm(uv, recording.fs_hz, model, judge, found.beats) if model else None
    return (label or record_rhythm(found)).value


def _read(paths: list[Path], lead: str) -> Iterator[tuple[Path, Recording, IntArray | FloatArray]]:
    files = [file for path in paths for file in recordings_in(path)]
    with progress("analysing", len(files)) as done:
        for count, path in enumerate(files, 1):
            recording = open_recording(path)
            # Read as it is: invalid samples are lost contact to the chain.
            yield path, recording, recording.read(recording.index(lead))
            done(count)


def _summary(recording: Recording, found: Analysis, label: str) -> dict[str, object]:
    good = [w for w in found.windows if w.quality.analysable]
    rates = [w.hr_bpm for w in good if w.hr_bpm is not None]
    total = sum(w.n for w in found.windows)
    labels = [beat.label for beat in found.beats]
    return {
        "name": recording.name,
        "fs_hz": recording.fs_hz,
        "duration_s": round(recording.duration_s, 3),
        "beats": len(labels),
        "beats_by_label": {label.value: labels.count(label) for label in BeatLabel},
        "hr_bpm": round(sum(rates) / len(rates), 1) if rates else None,
        "analysable_pct": round(100.0 * sum(w.n for w in good) / max(1, total), 1),
        "af_s": round(sum(w.n for w in good if counts_as_af(w.rhythm, w.flags)) / recording.fs_hz, 1),
        "label": label,
        "findings": [
            {"kind": f.kind.value, "start_s": round(f.start / found.fs_hz, 3), "n": f.n, "value": f.value}
            for f in found.findings
        ],
    }
