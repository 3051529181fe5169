"""The encrypted listener, with certificates that the shipped script makes, in a real mosquitto."""

from __future__ import annotations

import re
import shutil
import socket
import ssl
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.deploy.mosquitto import DEPLOY, NOT_AUTHORIZED, PROGRAM, Person, free_port, mosquitto

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NO_MATCHING_SUBSCRIBERS = 0x10  # taken, though nobody listens
CONNECT = b"\x10\x0c\x00\x04MQTT\x04\x02\x00\x3c\x00\x00"
CONNACK = b"\x20"

pytestmark = pytest.mark.skipif(
    PROGRAM is None or shutil.which("openssl") is None, reason="mosquitto or openssl is not installed"
)


def make(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [DEPLOY / "certificates.sh", folder, *words], capture_output=True, text=True, check=False
    )


def context(certs: Path, wearable: str | None = None) -> ssl.SSLContext:
    tls = ssl.create_default_context(cafile=str(certs / "hearth-ca.crt"))
    tls.verify_flags |= ssl.VERIFY_X509_STRICT
    if wearable is not None:
        tls.load_cert_chain(certs / f"{wearable}.crt", certs / f"{wearable}.key")
    return tls


@pytest.fixture(scope="module")
def certs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mosquitto") / "certs"
    done = make(folder, "--name", "localhost", "--name", "127.0.0.1", "--wearable", "strap-1")
    assert done.returncode == 0, done.stderr
    (folder / "hearth.key").chmod(0o644)  # the broker of the test runs as somebody else
    return folder


@pytest.fixture(scope="module")
def port(certs: Path) -> Iterator[int]:
    """The shipped file with the # taken from its second listener."""
    plain, port = free_port(), free_port()
    text = (DEPLOY / "mosquitto.conf").read_text().replace("listener 1883", f"listener {plain}")
    before, listener, after = text.partition("#listener 8883")
    block, end, rest = after.partition("\n\n")
    ours = before + f"listener {port}" + re.sub("^#(?=[a-z])", "", block, flags=re.MULTILINE) + end + rest
    assert listener
    with mosquitto(certs.parent, ours, port):
        yield port


def test_a_wearable_with_a_certificate_is_who_it_says(port: int, certs: Path) -> None:
    with Person(port, None, tls=context(certs, "strap-1")) as strap:
        assert strap.code == 0
        assert strap.publish("hearth/v1/strap-1/ecg") in {0, NO_MATCHING_SUBSCRIBERS}
        assert strap.publish("hearth/v1/strap-2/ecg") == NOT_AUTHORIZED


def first_answer(port: int, tls: ssl.SSLContext) -> bytes:
    with (
        socket.create_connection(("localhost", port), timeout=10) as plain,
        tls.wrap_socket(plain, server_hostname="localhost") as secure,
    ):
        secure.sendall(CONNECT)
        return secure.recv(1)


def test_without_a_certificate_nobody_enters(port: int, certs: Path) -> None:
    assert first_answer(port, context(certs, "strap-1")) == CONNACK
    with pytest.raises((ssl.SSLError, ConnectionError)):
        first_answer(port, context(certs))


def test_another_broker_is_not_believed(port: int) -> None:
    with (
        socket.create_connection(("localhost", port), timeout=10) as plain,
        pytest.raises(ssl.SSLCertVerificationError),
    ):
        ssl.create_default_context().wrap_socket(plain, server_hostname="localhost")


def test_a_second_call_keeps_what_exists(certs: Path) -> None:
    before = {path.name: path.read_bytes() for path in certs.iterdir()}
    assert make(certs).returncode == 0
    assert {path.name: path.read_bytes() for path in certs.iterdir()} == before


def test_keys_are_for_their_owner_only(tmp_path: Path) -> None:
    make(tmp_path / "certs", "--wearable", "strap-2")
    keys = [path for path in (tmp_path / "certs").iterdir() if path.suffix == ".key"]
    assert len(keys) == 3
    assert [path.name for path in keys if path.stat().st_mode & 0o077] == []


@pytest.mark.parametrize("words", [["--wearable", "a/b"], ["--wearable", "../x"], ["--nonsense"], ["second"]])
def test_misuse_makes_nothing(tmp_path: Path, words: list[str]) -> None:
    assert make(tmp_path / "certs", *words).returncode != 0
    assert not (tmp_path / "certs").exists()
