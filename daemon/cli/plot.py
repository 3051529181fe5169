"""``hearth plot``: a strip of a recording on ECG paper."""

from __future__ import annotations

import re
from pathlib import Path  # noqa: TC003 - typer reads the annotations at run time
from typing import TYPE_CHECKING, Annotated, Final

import numpy as np
import typer

from daemon.cli.analyze import LEAD_HELP
from daemon.cli.output import progress
from daemon.decisive import computed
from daemon.errors import Misuse
from daemon.reference_beats import read_reference
from dsp.analysis import collect
from dsp.models import ModelError, shipped
from dsp.pipeline import Pipeline
from ingest.recordings import open_recording

if TYPE_CHECKING:
    from dsp.models import Classifier
    from dsp.types import Analysis, FloatArray

KINDS: Final = ("png", "svg", "pdf")
USUAL_S: Final = 60.0  # drawn where no end is named: a short recording is whole, a long one begins
LONGEST_S: Final = 300.0  # 30 rows: more is no picture to look at, nor a file that viewers like
SHORTEST_S: Final = 0.5  # less is no heart beat
AFTER_S: Final = 60.0  # analysed beyond the end, so that what is drawn there is as in the whole recording
CHUNK_S: Final = 60.0  # between two steps of the progress bar
TIME: Final = re.compile(r"(?:(?:(\d+):)?(\d{1,2}):)?(\d+(?:\.\d+)?)")


def plot(  # noqa: PLR0917 - typer reads them by name
    record: Annotated[Path, typer.Argument(metavar="RECORD", help="A recording (WFDB, EDF, CSV).")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The picture: F.png, F.svg or F.pdf.")],
    begin: Annotated[
        str,
        typer.Option("--from", metavar="TIME", help="Its beginning: seconds, or HH:MM:SS, from the start."),
    ] = "0",
    end: Annotated[
        str | None, typer.Option("--to", metavar="TIME", help="Its end; otherwise a minute later.")
    ] = None,
    lead: Annotated[str, typer.Option("--lead", help=LEAD_HELP)] = "0",
    reference: Annotated[
        str | None,
        typer.Option(
            "--reference",
            metavar="SUFFIX",
            help="Beats of a WFDB annotation file beside RECORD, such as atr: shows misses and false beats.",
        ),
    ] = None,
) -> None:
    """Draw a strip of a recording on ECG paper, 25 mm/s and 10 mm/mV, with everything found in it.

    The chain runs from the recording's beginning, as it would have live. Print at 100 % for a true scale.
    """
    kind = out.suffix.lower().removeprefix(".")
    if kind not in KINDS:
        raise Misuse(f"{out}: a picture is .png, .svg or .pdf")
    start_s, end_s = seconds("--from", begin), None if end is None else seconds("--to", end)
    recording = open_recording(record)
    if start_s > recording.duration_s - SHORTEST_S:
        raise Misuse(f"--from {begin}: {recording.name} is {recording.duration_s:.1f} s long")
    end_s = min(start_s + USUAL_S if end_s is None else end_s, recording.duration_s)
    if end_s - start_s < SHORTEST_S:
        raise Misuse(f"--to {end} is not after --from {begin}")
    if end_s - start_s > LONGEST_S:
        raise Misuse(
            f"{end_s - start_s:.0f} s are too much for a picture, which holds {LONGEST_S:.0f} s: draw a part"
        )
    index = recording.index(lead)
    marked = None if reference is None else read_reference(record, reference)
    uv = recording.read(index)
    start, stop = round(start_s * recording.fs_hz), round(end_s * recording.fs_hz)
    heard = uv[: stop + round(AFTER_S * recording.fs_hz)]
    classifier = _classifier()
    analysis = analysed(heard, recording.fs_hz, classifier)
    from daemon import paper  # noqa: PLC0415 - matplotlib: half a second that --help must not wait for

    paper.write(
        paper.Strip(
            name=recording.name,
            lead=recording.leads[index],
            fs_hz=recording.fs_hz,
            uv=uv[start:stop],
            start=start,
            total=recording.n,
            chain=Pipeline.version,
            analysis=analysis,
            began=recording.start,
            reference=marked,
            decisive=computed(analysis, heard, (start, stop), classifier),
        ),
        out,
        kind,
    )


def seconds(option: str, text: str) -> float:
    """``90``, ``1:30`` or ``0:01:30`` in seconds.

    Raises:
        Misuse: it is none of these.
    """
    found = TIME.fullmatch(text.strip())
    if found is None:
        raise Misuse(f"{option} wants seconds or HH:MM:SS, not {text!r}")
    hours, minutes, rest = (float(part or 0) for part in found.groups())
    return 3600.0 * hours + 60.0 * minutes + rest


def _classifier() -> Classifier | None:
    """The one that comes with Hearth; without it rules call the rhythm, and that is said."""
    try:
        return shipped()
    except ModelError as error:
        typer.echo(f"rules call the rhythm: {error}", err=True)
        return None


def analysed(uv: FloatArray, fs_hz: float, classifier: Classifier | None) -> Analysis:
    """What the streaming chain finds; samples that are not finite are lost contact."""
    pipeline = Pipeline(fs_hz, classifier=classifier)
    results = []
    chunk = round(CHUNK_S * fs_hz)
    with progress("analysing", len(uv)) as done:
        for at in range(0, len(uv), chunk):
            results += pipeline.push(np.asarray(uv[at : at + chunk]))
            done(at + chunk)
    return collect(fs_hz, [*results, *pipeline.finish()])
