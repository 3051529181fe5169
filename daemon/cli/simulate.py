"""``hearth simulate``: a described history, as results, or as samples through the whole chain."""

from __future__ import annotations

import asyncio
import sys
import time
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from daemon.cli.options import JsonOption, NowOption, moment_ns, writing
from daemon.cli.output import age_text, bytes_text, print_json, progress
from daemon.cli.replay import report
from daemon.cli.sending import BrokerOption, MaxSpeedOption, SpeedOption, StartOption, broker, send
from daemon.errors import Misuse
from ingest.playback import Pace
from ingest.scenario_file import load_scenario

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from daemon.simulate import History
    from dsp.types import Frame
    from ingest.scenario import Scenario

NS: Final = 1_000_000_000


def simulate(
    scenario: Annotated[
        str, typer.Argument(metavar="SCENARIO", help="A TOML file, or one of those shipped.")
    ],
    *,
    db: Annotated[Path | None, typer.Option("--db", metavar="FILE", help="Write into this database.")] = None,
    signal: Annotated[
        bool, typer.Option("--signal", help="Make the samples too, and send them through the whole chain.")
    ] = False,
    broker_url: BrokerOption = None,
    device: Annotated[
        str | None,
        typer.Option("--device", metavar="ID", help="Send this wearable's samples; else the first's."),
    ] = None,
    speed: SpeedOption = 1.0,
    max_speed: MaxSpeedOption = False,
    seconds: Annotated[
        float | None, typer.Option("--seconds", min=1, help="Send so much of the signal; else all of it.")
    ] = None,
    start: StartOption = None,
    now: NowOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write a described history into a database, or send its samples as a wearable would.

    Results alone take seconds for weeks. docs/scenarios.md describes the format.
    """
    told = find(scenario)
    if (db is None) == (broker_url is None):
        raise Misuse("say where to: --db FILE or --broker URL")
    if db is None:
        pace = Pace(None if max_speed else speed, limit_s=seconds)
        frames, total_s = _frames(told, device, start, _moment(now), pace)
        sent = send(broker(broker_url), told.device(device)[2].id, frames, pace, total_s)
        report(sent, as_json=as_json)
        return
    history = _write(told, db, now, signal=signal)
    if as_json:
        print_json(history)
        return
    kind = "samples and results" if signal else "results, no samples"
    sys.stdout.write(
        f"{history.scenario}: {age_text(history.recorded_s)} of {', '.join(history.devices)} ({kind})\n"
        f"{history.windows} windows, {history.beats} beats and {history.notes} notes "
        f"in {history.seconds:.1f} s\n"
        f"{db} has {bytes_text(db.stat().st_size)}\n"
    )
    for remark in history.remarks:
        sys.stderr.write(f"{remark}\n")


def find(name: str) -> Scenario:
    """A scenario by its path, or a shipped one by its name.

    Raises:
        Misuse: there is none.
        ScenarioError: it cannot be read.
    """
    path = Path(name)
    if path.is_file():
        return load_scenario(path)
    shipped = resources.files("deploy") / "scenarios"
    names = sorted(
        entry.name.removesuffix(".toml") for entry in shipped.iterdir() if entry.name.endswith(".toml")
    )
    if name not in names:
        raise Misuse(f"no scenario {name!r}; wanted a TOML file, or one of: {', '.join(names)}")
    with resources.as_file(shipped / f"{name}.toml") as file:
        return load_scenario(file)


def _frames(
    scenario: Scenario, device: str | None, start: str | None, now: datetime | None, pace: Pace
) -> tuple[AsyncIterator[Frame], float]:
    """A wearable's frames, and how many seconds of signal they are (of a cycle: one round)."""
    from ingest.scenario_playback import scenario_frames  # noqa: PLC0415 - results need no samples

    try:
        found = scenario.device(device)[2]
    except KeyError as error:
        raise Misuse(f"no wearable {device!r} in this scenario") from error
    total_s = scenario.span if pace.limit_s is None else pace.limit_s
    ends = pace.limit_s is not None or not scenario.cycle
    start_ns = moment_ns(start) if start else pace.start_ns(time.time_ns(), total_s if ends else 0.0)
    return scenario_frames(scenario, found.id, start_ns=start_ns, pace=pace, now=now), total_s


def _moment(now: str | None) -> datetime | None:
    return datetime.fromtimestamp(moment_ns(now) / NS, UTC) if now else None


def _write(scenario: Scenario, db: Path, now: str | None, *, signal: bool) -> History:
    # Not above: they bring the signal chain and the store, and a wrong scenario is told without.
    from daemon.simulate import simulate as write_results  # noqa: PLC0415
    from daemon.simulated_signal import simulate_signal  # noqa: PLC0415

    moment = _moment(now)
    devices = sum(len(wearer.devices) for wearer in scenario.wearers)
    with progress("simulating", scenario.span * devices) as done:
        if signal:
            return asyncio.run(simulate_signal(db, scenario, now=moment, progress=done))
        with writing(db) as conn:
            return write_results(conn, scenario, now=moment, progress=done)
