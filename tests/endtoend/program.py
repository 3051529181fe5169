"""The real program: ``hearth run`` as a process of its own, with a configuration file and a log."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from daemon import control
from daemon.errors import ControlError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HEARTH: Final = Path(sys.executable).with_name("hearth")
PATIENCE_S: Final = 60.0  # a start takes about a second; two cores shared with other tests get time
POLL_S: Final = 0.02
STOP_LIMIT_S: Final = 10.0  # what a service is given to stop

Tables = dict[str, dict[str, Any]]


async def until(condition: Callable[[], object], patience_s: float = PATIENCE_S) -> None:
    """Wait for ``condition``; TimeoutError if it does not come."""
    async with asyncio.timeout(patience_s):
        while not condition():
            await asyncio.sleep(POLL_S)


def toml(tables: Mapping[str, Mapping[str, Any]]) -> str:
    """Tables of plain values as TOML: JSON's strings, numbers and lists are TOML's."""
    lines = []
    for name, values in tables.items():
        lines.append(f"[{name}]")
        lines += [f"{key} = {json.dumps(value)}" for key, value in values.items()]
    return "\n".join(lines) + "\n"


@dataclass(slots=True)
class Program:
    """``hearth run`` on the broker at ``port``. Everything it needs is in ``folder``.

    ``tables``: configuration on top of what makes it run here. ``environment``: on top of ours.
    """

    folder: Path
    port: int
    tables: Tables = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)
    store: Path | None = None  # another place for the database
    starts: int = 0
    _process: asyncio.subprocess.Process | None = None

    @property
    def database(self) -> Path:
        return self.store or self.folder / "hearth.db"

    @property
    def configuration(self) -> Path:
        return self.folder / "hearth.toml"

    @property
    def log(self) -> str:
        """Everything it has said, over all its starts."""
        path = self.folder / "hearth.log"
        return path.read_text() if path.exists() else ""

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    def configure(self) -> None:
        """Write the configuration file."""
        tables: Tables = {
            "storage": {"path": str(self.database), "min_free_mb": 0},
            "mqtt": {"port": self.port},
            "wearer": {"tz": "Europe/Berlin"},
        }
        for name, values in self.tables.items():
            tables[name] = tables.get(name, {}) | values
        self.configuration.write_text(toml(tables))

    async def launch(self) -> None:
        """Start it, and do not wait."""
        if not self.configuration.exists():
            self.configure()
        self.starts += 1
        with (self.folder / "hearth.log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                HEARTH,
                "run",
                "--config",
                str(self.configuration),
                stdout=log,
                stderr=log,
                env={**os.environ, **self.environment},
            )

    async def start(self) -> None:
        """Start it, and wait until it runs."""
        await self.launch()
        async with asyncio.timeout(PATIENCE_S):
            while await self.counts() is None:
                assert self.running, self.log
                await asyncio.sleep(POLL_S)

    async def counts(self) -> dict[str, int] | None:
        """What it has done since its start, as it says itself; None where it does not answer."""
        return await self.request({"op": "counts"})

    async def request(self, message: Mapping[str, Any]) -> dict[str, Any] | None:
        """Its answer on the local socket; None where it does not answer."""
        try:
            return await asyncio.to_thread(control.request, control.socket_path(self.database), message)
        except ControlError:
            return None

    async def kill(self) -> None:
        """kill -9."""
        assert self._process is not None
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()

    async def ended(self, patience_s: float = PATIENCE_S) -> int:
        """Its exit code, once it has ended."""
        assert self._process is not None
        async with asyncio.timeout(patience_s):
            return await self._process.wait()

    async def terminate(self) -> tuple[int, float]:
        """SIGTERM; its exit code, and seconds until it had ended."""
        assert self._process is not None
        assert self.running, self.log
        began_s = time.monotonic()
        self._process.send_signal(signal.SIGTERM)
        code = await self.ended()
        return code, time.monotonic() - began_s

    async def stop(self) -> float:
        """The same in order and in time; seconds until it had ended."""
        code, took_s = await self.terminate()
        assert code == 0, self.log
        assert took_s < STOP_LIMIT_S
        return took_s
