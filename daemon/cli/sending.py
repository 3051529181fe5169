"""Sending frames to a broker from the command line: what replay and simulate share."""

from __future__ import annotations

import asyncio
import signal
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 - typer reads the annotations at run time
from typing import TYPE_CHECKING, Annotated, Final
from urllib.parse import unquote, urlsplit

import msgspec
import typer

from daemon.cli.output import progress
from daemon.errors import Misuse
from dsp.types import HearthError
from ingest.mqtt import MqttSettings, client
from ingest.wearable import WINDOW_FRAMES, SimulatedWearable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from dsp.types import Frame
    from ingest.playback import Pace

BrokerOption = Annotated[
    str | None,
    typer.Option("--broker", metavar="URL", help="mqtt://[USER:PASSWORD@]HOST[:PORT], or mqtts:// for TLS."),
]
SpeedOption = Annotated[float, typer.Option("--speed", min=0.01, help="So many times real time.")]
MaxSpeedOption = Annotated[bool, typer.Option("--max-speed", help="As fast as it is acknowledged.")]
StartOption = Annotated[
    str | None,
    typer.Option(
        "--start",
        metavar="ISO8601",
        help="The wearable's clock at the first sample; else such that all ends now.",
    ),
]

PATIENCE_S: Final = 30.0  # a daemon that acknowledges nothing for so long is not there
FAST_WINDOW: Final = 512  # frames under way when time is not real: hides the commit's delay
LOOK_S: Final = 0.2
_PORTS: Final = {"mqtt": 1883, "mqtts": 8883}


class NotAcknowledged(HearthError):
    """Frames were sent, but nobody said that they are on disk."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent. ``acknowledged``: samples that are on disk; ``seconds``: how long it took."""

    device: str
    samples: int
    frames: int
    acknowledged: int
    connections: int
    signal_s: float
    seconds: float


def broker(url: str | None, config: Path | None = None) -> MqttSettings:
    """The broker of a URL; without one, the configuration's.

    Raises:
        Misuse: it is no such URL.
        ConfigError: the configuration cannot be read.
    """
    if url is None:
        from daemon import config as settings  # noqa: PLC0415 - brings the whole house, which a URL spares

        return settings.load(settings.find(config)).mqtt
    try:
        parts = urlsplit(url if "//" in url else f"mqtt://{url}")
        raw = {
            "host": "" if {"?", "#"} & set(url) else parts.hostname or "",
            "port": parts.port or _PORTS[parts.scheme],
            "tls": parts.scheme == "mqtts",
            "username": unquote(parts.username or ""),
            "password": unquote(parts.password or ""),
        }
        if parts.path.strip("/"):
            raw["root"] = parts.path.strip("/")
        return msgspec.convert(raw, MqttSettings)
    except (ValueError, KeyError, msgspec.ValidationError) as error:
        raise Misuse(
            "--broker wants mqtt://[USER:PASSWORD@]HOST[:PORT][/ROOT], or mqtts:// for TLS"
        ) from error


def send(
    settings: MqttSettings, device: str, frames: AsyncIterator[Frame], pace: Pace, total_s: float
) -> Sent:
    """Publish frames as a wearable would, and wait until all are acknowledged; Ctrl-C ends it early.

    Raises:
        SourceLost: the broker cannot be reached.
        NotAcknowledged: nothing was acknowledged for ``PATIENCE_S``.
    """
    return asyncio.run(_send(settings, device, frames, pace, total_s))


async def _send(
    settings: MqttSettings, device: str, frames: AsyncIterator[Frame], pace: Pace, total_s: float
) -> Sent:
    began_s = time.monotonic()
    async with client(settings, client_id=f"wearable-{device}"):
        pass  # what is wrong with the broker is better said at once than tried for ever
    window = WINDOW_FRAMES if pace.speed == 1.0 else FAST_WINDOW
    wearable = SimulatedWearable(settings, device, speed=None, window=window)
    loop = asyncio.get_running_loop()
    with suppress(NotImplementedError):  # where signals cannot be handled, Ctrl-C interrupts instead
        loop.add_signal_handler(signal.SIGINT, _stop, loop, pace)
    with progress(f"sending as {device}", total_s) as done:
        running = asyncio.create_task(wearable.run(frames))
        try:
            await _watch(wearable, running, pace, done)
        finally:
            if not running.done():
                running.cancel()
                with suppress(asyncio.CancelledError):
                    await running
    return Sent(
        device=device,
        samples=wearable.produced_samples,
        frames=pace.frames,
        acknowledged=wearable.acknowledged_samples,
        connections=wearable.connections,
        signal_s=round(pace.done_s, 3),
        seconds=round(time.monotonic() - began_s, 3),
    )


def _stop(loop: asyncio.AbstractEventLoop, pace: Pace) -> None:
    """The first Ctrl-C ends the signal, and what was sent is waited for; the second interrupts."""
    pace.stop.set()
    loop.remove_signal_handler(signal.SIGINT)
    sys.stderr.write("stopping; waiting for what was sent to be acknowledged\n")


async def _watch(
    wearable: SimulatedWearable, running: asyncio.Task[None], pace: Pace, done: Callable[[float], None]
) -> None:
    acknowledged, since_s = -1, time.monotonic()
    while not running.done():
        await asyncio.wait({running}, timeout=LOOK_S)
        done(pace.done_s)
        waiting = wearable.produced_samples > wearable.acknowledged_samples
        if not waiting or wearable.acknowledged_samples != acknowledged:
            acknowledged, since_s = wearable.acknowledged_samples, time.monotonic()
        if time.monotonic() - since_s > PATIENCE_S:
            raise NotAcknowledged(
                f"nothing acknowledged for {PATIENCE_S:.0f} s ({wearable.acknowledged_samples} of "
                f"{wearable.produced_samples} samples are on disk): does hearth run listen to this broker?"
            )
    running.result()
