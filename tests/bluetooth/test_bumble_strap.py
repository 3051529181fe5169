"""The strap as a program beside a foreign host: here another bumble host, on the machine itself a kernel."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from bleak import BleakClient
from bumble.host import Host
from bumble.transport import open_transport

from ingest.bluetooth.diagnosis import diagnose
from ingest.bluetooth.wearable import WearableError
from tests.bluetooth.bumble_backend import client_of
from tests.bluetooth.bumble_gateway import Gateway
from tests.bluetooth.bumble_room import CONNECT_S, listening, ramp
from tests.bluetooth.bumble_strap import signal_of
from tests.bluetooth.strap_ecg import EPOCH_2000_NS
from tests.ingest.receiver import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

ADDRESS = "A0:9E:1A:00:00:07"
SPEED = 10.0


@dataclass
class Beside:
    """The program, and a host that has its controller over TCP."""

    program: subprocess.Popen[bytes]
    log: Path
    commands: Path
    gateway: Gateway = field(init=False)

    def client(self, ended: asyncio.Event | None = None) -> BleakClient:
        def tell(client: BleakClient) -> None:
            del client
            if ended is not None:
                ended.set()

        return BleakClient(
            ADDRESS, disconnected_callback=tell, timeout=CONNECT_S, backend=client_of(self.gateway)
        )

    def events(self, name: str) -> list[dict[str, Any]]:
        if not self.log.exists():
            return []
        lines = self.log.read_text().splitlines(keepends=True)
        told = [json.loads(line) for line in lines if line.endswith("\n")]
        return [event for event in told if event["event"] == name]

    async def command(self, word: str) -> None:
        before = len(self.events("command"))
        self.commands.write_text(f"{word}\n")
        await until(lambda: len(self.events("command")) > before)


def start(words: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "tests.bluetooth.bumble_strap", *words])


@asynccontextmanager
async def beside(folder: Path, *more: str) -> AsyncIterator[Beside]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log, commands = folder / "strap.log", folder / "commands"
    os.mkfifo(commands)
    words = ["--transport", f"tcp-server:127.0.0.1:{port}", "--address", ADDRESS, "--speed", str(SPEED)]
    words += ["--log", str(log), "--commands", str(commands), *more]
    program = start(words)
    try:
        here = Beside(program, log, commands)
        await until(lambda: bool(here.events("ready")) or program.poll() is not None)
        transport = await open_transport(f"tcp-client:127.0.0.1:{port}")
        try:
            here.gateway = Gateway(Host(transport.source, transport.sink))
            await here.gateway.start()
            yield here
        finally:
            await transport.close()
    finally:
        program.kill()
        program.wait()


def test_the_program_pairs_streams_obeys_and_tells_the_truth(tmp_path: Path) -> None:
    np.save(tmp_path / "signal.npy", ramp(0, 60_000))

    async def body() -> None:
        async with beside(tmp_path, "--signal", str(tmp_path / "signal.npy")) as here:
            async with listening(here, pair=True) as heard:
                await until(lambda: heard.holds(10))
                await here.command("lose")
                await until(heard.link.lost.is_set)
            [ended] = here.events("disconnected")
            assert ended["text"] == "CONNECTION_TIMEOUT_ERROR"
            async with listening(here) as again:
                await until(lambda: again.holds(10))
            await until(lambda: len(here.events("disconnected")) == 2)
            told = {frame["last_ns"] + EPOCH_2000_NS: frame for frame in here.events("frame")}
            for frame in heard.frames + again.frames:
                truth = told.pop(frame.last_sample_ns)
                assert frame.uv.tolist() == truth["uv"] == ramp(truth["start"], len(frame.uv)).tolist()
            assert (
                len(told) <= 2
            )  # on their way when the first link was lost, and when the second was stopped
            assert [event["event"] for event in here.events("paired")] == ["paired"]

            await here.command("forget")
            with pytest.raises(WearableError) as refused:
                async with listening(here):
                    pass
            assert diagnose(refused.value, bonded=True).kind == "bond_lost"

            here.program.send_signal(signal.SIGTERM)
            await until(lambda: here.program.poll() is not None)
            assert here.program.returncode == 0
            [end] = here.events("end")
            assert end["links"] == 3
            assert end["losses"] == 1
            assert end["handed"] == sum(len(frame["uv"]) for frame in here.events("frame"))

    asyncio.run(body())


def test_without_a_file_the_strap_has_a_heart() -> None:
    uv = signal_of(None)(0, 1300)
    assert uv.dtype == np.int32
    assert 300 < np.ptp(uv) < 5000
    assert np.array_equal(signal_of(None)(100, 50), uv[100:150])
