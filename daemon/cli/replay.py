"""``hearth replay``: a recording, published as a wearable would send it."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path  # noqa: TC003 - typer reads the annotations at run time
from typing import TYPE_CHECKING, Annotated

import typer

from daemon.cli.options import ConfigOption, JsonOption, moment_ns
from daemon.cli.output import age_text, print_json
from daemon.cli.sending import (
    BrokerOption,
    MaxSpeedOption,
    SpeedOption,
    StartOption,
    broker,
    send,
)
from daemon.errors import Misuse
from ingest.limits import DEVICE_PATTERN
from ingest.playback import Pace, recording_frames
from ingest.recordings import open_recording

if TYPE_CHECKING:
    from daemon.cli.sending import Sent

_NOT_IN_IDS = re.compile(r"[^a-z0-9-]+")


def replay(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A recording: WFDB, EDF or CSV.")],
    *,
    speed: SpeedOption = 1.0,
    max_speed: MaxSpeedOption = False,
    broker_url: BrokerOption = None,
    device: Annotated[
        str | None, typer.Option("--device", metavar="ID", help="Send as this wearable; else by its name.")
    ] = None,
    lead: Annotated[str, typer.Option("--lead", help="Lead to send, by name or by index from 0.")] = "0",
    fs_hz: Annotated[
        float | None,
        typer.Option("--fs", min=1, help="Sample rate in Hz, where the file has none or a wrong one."),
    ] = None,
    start: StartOption = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Publish a recording as a wearable would, and wait until every sample is acknowledged to be on disk."""
    recording = open_recording(path, fs_hz=fs_hz)
    name = device_name(recording.name) if device is None else device
    if DEVICE_PATTERN.fullmatch(name) is None:
        raise Misuse(f"--device wants 1 to 32 of a-z, 0-9 and '-', not starting with '-', not {name!r}")
    settings = broker(broker_url, config)
    pace = Pace(None if max_speed else speed)
    start_ns = moment_ns(start) if start else pace.start_ns(time.time_ns(), recording.duration_s)
    frames = recording_frames(recording, lead, name, start_ns=start_ns, pace=pace)
    for remark in recording.remarks:
        sys.stderr.write(f"{recording.name}: {remark}\n")
    report(send(settings, name, frames, pace, recording.duration_s), as_json=as_json)


def device_name(text: str) -> str:
    """A device id like ``text``."""
    return _NOT_IN_IDS.sub("-", text.lower()).strip("-")[:32].rstrip("-") or "replay"


def report(sent: Sent, *, as_json: bool) -> None:
    """Say what was sent."""
    if as_json:
        print_json(sent)
        return
    sys.stdout.write(
        f"{sent.device}: {age_text(sent.signal_s)} of signal in {age_text(sent.seconds)}\n"
        f"{sent.samples} samples in {sent.frames} frames, {sent.acknowledged} acknowledged\n"
    )
