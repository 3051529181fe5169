"""A Polar H10 on a virtual radio, as a program: ``python -m tests.bluetooth.bumble_strap --transport vhci``.

The transport is where the gateway's host finds *its* controller: ``vhci`` gives the kernel one through
``/dev/vhci`` (root, module hci_vhci), ``tcp-server:_:PORT`` another bumble host. The strap has a second
controller, on the same air:

    bluetoothd - kernel - /dev/vhci - Radio "gateway" - Air - Radio "strap" - Hosted - Strap

What happens is logged as JSON, one object a line, written at once. ``t``: seconds since the program began;
``event``: ready, advertising, silent, connected, mtu, encrypted, paired, subscribed, unsubscribed, streaming,
stopped, frame, disconnected, command, end. A ``frame`` is the truth of one packet handed to the link:
``start`` on the strap's own count of samples, ``last_ns`` its device time, ns since 2000, ``uv`` the samples.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import signal
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

import numpy as np
from bumble.keys import JsonKeyStore
from bumble.transport import open_transport

from tests.bluetooth.bumble_air import SUPERVISION_S, Air, Radio
from tests.bluetooth.bumble_host import MTU_MAX, Hosted
from tests.bluetooth.strap import Strap
from tests.bluetooth.strap_ecg import EPOCH_2000_NS, UNSET_CLOCK_NS

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsp.types import IntArray

TICK_S: Final = 0.02  # how often time passes for the strap: well below a frame of a short MTU
ADVERTISING_MS: Final = 100.0  # as the real one, about: a kernel reports every one
OCTETS: Final = 251  # of one packet on the air, as the real one agrees with today's adapters
INTERVAL_S: Final = 0.0125  # between packets of a link: at the quick end of what central and strap agree on
SYNTHETIC_S: Final = 600  # of synthetic signal before it begins again
GATEWAY: Final = "02:00:00:00:00:01"  # locally administered: nobody's


class Journal:
    """What happened, one JSON object a line."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._begun_s = time.monotonic()

    def __call__(self, event: str, **facts: object) -> None:
        t = round(time.monotonic() - self._begun_s, 3)
        print(json.dumps({"t": t, "event": event, **facts}), file=self._out, flush=True)


class Show:
    """One strap from ``start`` to the end: lets time pass, obeys commands, tells the truth."""

    def __init__(self, strap: Strap, hosted: Hosted, air: Air, journal: Journal) -> None:
        self.strap = strap
        self.hosted = hosted
        self.air = air
        self.journal = journal
        self._told = 0
        self._streaming = False
        self._commands: dict[str, Callable[[], None]] = {
            "lose": air.lose_links,
            "silence": air.fall_silent,
            "clear": air.clear,
            "off": strap.off_body,
            "on": strap.on_body,
            "power": self._power,
            "stop": strap.stop_itself,
        }

    async def run(self, seconds: float | None, speed: float) -> None:
        """Play, until ``seconds`` have passed on the wall or for ever."""
        begun_s = last_s = time.monotonic()
        while seconds is None or last_s < begun_s + seconds:
            await asyncio.sleep(TICK_S)
            now_s = time.monotonic()
            await self.hosted.advance((now_s - last_s) * speed)
            last_s = now_s
            self._tell()

    async def obey(self, line: str) -> None:
        """Do what a line says: lose, silence, clear, off, on, power, stop, forget."""
        word = line.strip()
        if word == "forget":
            await self.hosted.forget()
        elif word in self._commands:
            self._commands[word]()
        else:
            self.journal("command", word=word, known=False)
            return
        self.journal("command", word=word, known=True)

    def end(self) -> None:
        """Tell the sum of it."""
        self._tell()
        taken = self.strap.taken
        self.journal(
            "end",
            frames=len(taken),
            samples=sum(len(frame.uv) for frame in taken),
            handed=sum(len(frame.uv) for frame in taken if frame.handed),
            pairings=self.hosted.pairings,
            links=self.strap.links,
            losses=self.air.losses,
        )

    def _power(self) -> None:
        self.air.lose_links()
        self.strap.power_cycle()

    def _tell(self) -> None:
        if self.strap.streaming != self._streaming:
            self._streaming = self.strap.streaming
            self.journal("streaming" if self._streaming else "stopped")
        taken = self.strap.taken
        for frame in taken[self._told :]:
            if frame.handed:
                self.journal("frame", start=frame.start, last_ns=frame.last_ns, uv=frame.uv.tolist())
        self._told = len(taken)


async def play(arguments: argparse.Namespace, journal: Journal) -> None:
    """Put a strap on the air, and a controller for the gateway beside it."""
    air = Air(arguments.supervision, INTERVAL_S)
    now_ns = time.time_ns() - EPOCH_2000_NS
    strap = Strap(
        signal_of(arguments.signal),
        fs_true_hz=arguments.rate,
        start_ns=now_ns if arguments.clock == "now" else UNSET_CLOCK_NS,
        serial=arguments.serial,
        address=arguments.address,
        bond=not arguments.open,
        ecg_after_s=arguments.late,
    )
    keys = JsonKeyStore(strap.address, arguments.keys) if arguments.keys else None
    hosted = Hosted(
        strap,
        air,
        mtu=arguments.mtu,
        keys=keys,
        octets=OCTETS,
        advertising_ms=ADVERTISING_MS,
        watcher=journal,
    )
    transport = await open_transport(arguments.transport)
    Radio("gateway", air, arguments.gateway, source=transport.source, sink=transport.sink, octets=OCTETS)
    show = Show(strap, hosted, air, journal)
    ending = asyncio.Event()
    loop = asyncio.get_running_loop()
    for end in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(end, ending.set)
    await hosted.start()
    journal("ready", address=strap.address, name=strap.name, transport=arguments.transport)
    tasks = [
        loop.create_task(show.run(arguments.seconds, arguments.speed)),
        loop.create_task(ending.wait()),
    ]
    if arguments.commands is not None:
        tasks.append(loop.create_task(listen(arguments.commands, show)))
    done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    show.end()
    await hosted.stop()
    await transport.close()
    for task in done:
        task.result()


async def listen(path: Path, show: Show) -> None:
    """Obey the lines that are written to a named pipe."""
    with contextlib.suppress(FileExistsError):
        os.mkfifo(path)
    reader = asyncio.StreamReader()
    pipe = os.fdopen(os.open(path, os.O_RDWR | os.O_NONBLOCK), "rb", buffering=0)  # never at its end
    transport, _ = await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), pipe
    )
    try:
        while line := await reader.readline():
            await show.obey(line.decode(errors="replace"))
    finally:
        transport.close()


def signal_of(path: Path | None) -> Callable[[int, int], IntArray]:
    """Samples of a ``.npy`` file, int32 microvolts, again and again; without one, a synthetic heart's."""
    uv = np.load(path).astype(np.int32) if path is not None else synthetic()

    def samples(start: int, n: int) -> IntArray:
        return uv[np.arange(start, start + n) % len(uv)]

    return samples


def synthetic() -> IntArray:
    """Ten minutes of a resting heart at 130 Hz, from Hearth's own synthesis."""
    from ingest.scenario_file import parse_scenario  # noqa: PLC0415  # a strap with a file needs no Hearth
    from ingest.synthesis import synthesize  # noqa: PLC0415

    story = f"""
        name = "rest"
        span = "{SYNTHETIC_S}s"
        now = "2026-11-15T08:00:00Z"
        [[wearers]]
        [[wearers.devices]]
        id = "strap"
        fs_hz = 130.0
    """
    pieces = [chunk.uv for chunk in synthesize(parse_scenario(story)) if chunk.uv is not None]
    return np.concatenate(pieces)


def parse(words: list[str]) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="bumble_strap", description="A Polar H10 on a virtual radio.")
    parser.add_argument(
        "--transport", required=True, help="the gateway's controller: vhci, tcp-server:_:PORT"
    )
    parser.add_argument("--signal", type=Path, help=".npy, int32 microvolts at 130 Hz; unsaid: synthetic")
    parser.add_argument("--rate", type=float, default=130.1, help="its true sample rate, Hz")
    parser.add_argument(
        "--clock", choices=("unset", "now"), default="unset", help="what its clock says first"
    )
    parser.add_argument("--late", type=float, default=0.0, help="seconds from start to the first sample")
    parser.add_argument("--address", default="A0:9E:1A:00:00:01", help="the strap's, public")
    parser.add_argument("--serial", default="A1B2C3D4", help="the end of its name")
    parser.add_argument("--gateway", default=GATEWAY, help="address of the gateway's controller, public")
    parser.add_argument("--mtu", type=int, default=MTU_MAX, help="the longest packets it agrees to")
    parser.add_argument("--open", action="store_true", help="its control point asks for no bond")
    parser.add_argument("--keys", help="JSON file of its bonds; unsaid: forgotten at the end")
    parser.add_argument(
        "--supervision", type=float, default=SUPERVISION_S, help="silence that ends a link, s"
    )
    parser.add_argument("--seconds", type=float, help="end after so long; unsaid: when told to")
    parser.add_argument("--speed", type=float, default=1.0, help="its seconds in one of ours")
    parser.add_argument("--commands", type=Path, help="named pipe to read commands from")
    parser.add_argument("--log", type=Path, help="where events go; unsaid: standard output")
    return parser.parse_args(words)


def main(words: list[str]) -> None:
    """Run until told to stop."""
    arguments = parse(words)
    with ExitStack() as stack:
        out = sys.stdout
        if arguments.log is not None:
            out = stack.enter_context(arguments.log.open("a", encoding="utf-8"))
        asyncio.run(play(arguments, Journal(out)))


if __name__ == "__main__":
    main(sys.argv[1:])
