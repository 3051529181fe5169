"""A D-Bus daemon of our own, for a test: it can be killed and started again where it was."""

from __future__ import annotations

import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

import pytest

if TYPE_CHECKING:
    from types import TracebackType

START_LIMIT_S: Final = 10.0  # it takes about 10 ms; a loaded machine gets time
ADDRESS_VARIABLE: Final = "DBUS_SYSTEM_BUS_ADDRESS"  # where every client looks for the system's bus
_POLL_S: Final = 0.005
_CONFIGURATION: Final = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
    {policy}
  </policy>
</busconfig>
"""


def dbus_daemon() -> str:
    """The daemon's program; skips the test, with one line that says why, where there is none."""
    path = shutil.which("dbus-daemon")
    if path is None:
        pytest.skip("dbus-daemon is not installed (sudo apt install dbus-daemon)")
    return path


class Bus:
    """``with Bus() as bus:`` - clients go to ``bus.address``. ``policy``: more rules, as XML."""

    def __init__(self, policy: str = "") -> None:
        self._program = dbus_daemon()
        self.policy = policy
        self._folder = Path(tempfile.mkdtemp(prefix="hearth-bus-"))  # a socket's path must be short
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
        shutil.rmtree(self._folder)

    @property
    def socket(self) -> Path:
        return self._folder / "bus"

    @property
    def address(self) -> str:
        return f"unix:path={self.socket}"

    @property
    def environment(self) -> dict[str, str]:
        """What a program must find to take it for the system's bus."""
        return {ADDRESS_VARIABLE: self.address}

    def start(self) -> None:
        """Start it, again at the same address, and wait until it listens."""
        configuration = self._folder / "bus.conf"
        configuration.write_text(_CONFIGURATION.format(socket=self.socket, policy=self.policy))
        self.socket.unlink(missing_ok=True)
        self._process = subprocess.Popen(
            [self._program, f"--config-file={configuration}", "--nofork", "--nopidfile"],
            stderr=subprocess.DEVNULL,
        )
        give_up_s = time.monotonic() + START_LIMIT_S
        while not self._listens():
            if self._process.poll() is not None or time.monotonic() > give_up_s:
                raise RuntimeError(f"dbus-daemon does not run (exit code {self._process.poll()})")
            time.sleep(_POLL_S)

    def kill(self) -> None:
        """kill -9: every connection breaks."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()

    def _listens(self) -> bool:
        with socket.socket(socket.AF_UNIX) as probe:
            return probe.connect_ex(str(self.socket)) == 0
