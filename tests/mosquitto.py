"""A real mosquitto on a free loopback port, for tests: it can be killed and started again where it was."""

from __future__ import annotations

import asyncio
import contextlib
import getpass
import shutil
import signal
import socket
import subprocess
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Self

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from types import TracebackType

START_LIMIT_S: Final = 10.0  # it takes about 20 ms; a loaded machine gets time
_POLL_S: Final = 0.01
_NAME: Final = "mosquitto"


def free_port() -> int:
    """A loopback port nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def mosquitto_path() -> str:
    """The broker's program; skips the test, with one line that says why, where there is none."""
    path = shutil.which(_NAME) or shutil.which(_NAME, path="/usr/sbin:/usr/local/sbin")
    if path is None:
        pytest.skip("mosquitto is not installed (sudo apt install mosquitto)")
    return path


@dataclass(frozen=True, slots=True)
class Certificates:
    """PEM files of a throw-away authority, a server called localhost / 127.0.0.1, and one client."""

    ca: Path
    server: Path
    server_key: Path
    client: Path
    client_key: Path


def make_certificates(folder: Path, client_name: str = "wearable-1") -> Certificates:
    """Make them with openssl in ``folder``; the client certificate's common name is ``client_name``."""
    folder.mkdir(parents=True, exist_ok=True)

    def openssl(*arguments: str) -> None:
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)

    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    openssl("req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Test CA", "-days", "2")
    (folder / "names").write_text("subjectAltName=DNS:localhost,IP:127.0.0.1\n")
    for name, common in (("server", "localhost"), ("client", client_name)):
        openssl("req", *key, "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={common}")
        openssl(
            "x509", "-req", "-in", f"{name}.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
            "-out", f"{name}.pem", "-days", "2", "-extfile", "names",
        )  # fmt: skip
    return Certificates(
        folder / "ca.pem",
        folder / "server.pem",
        folder / "server.key",
        folder / "client.pem",
        folder / "client.key",
    )


@dataclass(slots=True)
class Mosquitto:
    """``async with Mosquitto(tmp_path) as broker:`` - clients go to ``broker.host``, ``broker.port``.

    ``folder``: where its configuration, log and store are kept. ``passwords``: user to password; none:
    anonymous clients are let in. ``acl``: the text of an ACL file. ``tls``: serve TLS;
    ``client_certificates``: and demand one, whose common name becomes the user. ``persistence``: keep
    sessions on disk at every change. ``max_inflight``, ``max_queued``: messages unacknowledged and waiting
    per client, 0: no limit. ``extra``: more configuration lines.
    """

    folder: Path
    passwords: Mapping[str, str] = field(default_factory=dict)
    acl: str | None = None
    tls: Certificates | None = None
    client_certificates: bool = False
    persistence: bool = False
    max_inflight: int = 0
    max_queued: int = 0
    extra: str = ""
    host: str = "127.0.0.1"
    port: int = field(default_factory=free_port)
    _process: asyncio.subprocess.Process | None = None

    async def __aenter__(self) -> Self:
        self._write_configuration()
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    @property
    def pid(self) -> int:
        """The running broker's process id."""
        if self._process is None:
            raise RuntimeError("the broker is not running")
        return self._process.pid

    @property
    def log(self) -> str:
        """Everything it has logged."""
        return (self.folder / "mosquitto.log").read_text()

    async def start(self) -> None:
        """Start it, again on the same port with the same store, and wait until it listens."""
        program = mosquitto_path()
        with (self.folder / "mosquitto.log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                program, "-c", str(self.folder / "mosquitto.conf"), stdout=log, stderr=log
            )
        async with asyncio.timeout(START_LIMIT_S):
            while not await self._listens():
                if self._process.returncode is not None:
                    raise RuntimeError(f"mosquitto ended with {self._process.returncode}:\n{self.log}")
                await asyncio.sleep(_POLL_S)

    async def kill(self) -> None:
        """kill -9: nothing is written, every connection breaks."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> None:
        """End it in order."""
        await self._end(signal.SIGTERM)

    def pause(self) -> None:
        """Freeze it (SIGSTOP): connections stay open and nothing answers."""
        if self._process is not None:
            self._process.send_signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Let a frozen one go on."""
        if self._process is not None:
            self._process.send_signal(signal.SIGCONT)

    async def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(signal.SIGCONT)
            process.send_signal(how)
        await process.wait()

    async def _listens(self) -> bool:
        try:
            _, writer = await asyncio.open_connection(self.host, self.port)
        except OSError:
            return False
        writer.close()
        await writer.wait_closed()
        return True

    def _write_configuration(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        lines = [
            "per_listener_settings false",
            f"listener {self.port} {self.host}",
            f"allow_anonymous {'false' if self.passwords else 'true'}",
            f"max_inflight_messages {self.max_inflight}",
            f"max_queued_messages {self.max_queued}",
            "log_dest stdout",
            f"user {getpass.getuser()}",  # started by root it would give up the right to read its own files
        ]
        if self.tls is not None:
            lines += [
                f"cafile {self.tls.ca}",
                f"certfile {self.tls.server}",
                f"keyfile {self.tls.server_key}",
            ]
            if self.client_certificates:
                lines += ["require_certificate true", "use_identity_as_username true"]
        if self.passwords:
            lines.append(f"password_file {self._password_file()}")
        if self.acl is not None:
            (self.folder / "acl").write_text(self.acl)
            lines.append(f"acl_file {self.folder / 'acl'}")
        if self.persistence:
            lines += ["persistence true", f"persistence_location {self.folder}/", "autosave_interval 1"]
            lines.append("autosave_on_changes true")
        (self.folder / "mosquitto.conf").write_text("\n".join([*lines, self.extra]) + "\n")

    def _password_file(self) -> Path:
        path = self.folder / "passwords"
        path.touch(mode=0o600)
        for user, password in self.passwords.items():
            subprocess.run(
                ["mosquitto_passwd", "-b", str(path), user, password], check=True, capture_output=True
            )
        return path
