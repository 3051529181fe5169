"""Mosquitto with the shipped configuration, set up as Debian sets it up, and a client that remembers."""

from __future__ import annotations

import getpass
import queue
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pytest
from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator

DEPLOY = Path(__file__).parents[2] / "deploy"
PROGRAM = shutil.which("mosquitto") or shutil.which("mosquitto", path="/usr/sbin")
USERS = (
    "hearth",
    "homeassistant",
    "hearth-caregiver",
    "hearth-clinician",
    "polar-recorder",
    "strap-1",
    "strap-2",
)
NOT_AUTHORIZED = 0x87
PATIENCE_S = 10.0  # a broker on loopback answers in milliseconds; a loaded test machine may not


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


@contextmanager
def mosquitto(etc: Path, ours: str, port: int) -> Iterator[None]:
    """A broker that reads Debian's own main file first, then ``ours`` from conf.d; it listens on ``port``."""
    (etc / "conf.d").mkdir()
    (etc / "conf.d" / "hearth.conf").write_text(ours.replace("/etc/mosquitto", str(etc)))
    shutil.copy(DEPLOY / "hearth.acl", etc)
    (etc / "hearth.acl").chmod(0o700)
    passwords = etc / "hearth.passwd"
    passwords.touch(0o700)
    for user in USERS:
        subprocess.run(["mosquitto_passwd", "-b", passwords, user, f"secret of {user}"], check=True)
    (etc / "mosquitto.conf").write_text(
        f"user {getpass.getuser()}\npid_file {etc}/pid\npersistence true\npersistence_location {etc}/\n"
        f"log_dest file {etc}/log\ninclude_dir {etc}/conf.d\n"
    )
    assert PROGRAM is not None
    with subprocess.Popen([PROGRAM, "-c", etc / "mosquitto.conf"]) as process:
        deadline = time.monotonic() + PATIENCE_S
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                if process.poll() is not None or time.monotonic() > deadline:
                    process.kill()
                    pytest.fail(f"mosquitto did not start: {(etc / 'log').read_text()}")
                time.sleep(0.02)
        yield
        process.terminate()


class Person:
    """One MQTT 5 client that remembers what it was given."""

    def __init__(
        self, port: int, user: str | None, password: str | None = None, tls: ssl.SSLContext | None = None
    ) -> None:
        self.messages: queue.Queue[str] = queue.Queue()
        self.acks: queue.Queue[int] = queue.Queue()
        self.connected: queue.Queue[int] = queue.Queue()
        self.subscribed: queue.Queue[int] = queue.Queue()
        self.client = Client(CallbackAPIVersion.VERSION2, protocol=MQTTProtocolVersion.MQTTv5)
        self.client.on_connect = lambda *a: self.connected.put(a[3].value)
        self.client.on_message = lambda *a: self.messages.put(a[2].topic)
        self.client.on_publish = lambda *a: self.acks.put(a[3].value)
        self.client.on_subscribe = lambda *a: self.subscribed.put(a[3][0].value)
        if user is not None:
            self.client.username_pw_set(user, password if password is not None else f"secret of {user}")
        if tls is not None:
            self.client.tls_set_context(tls)
        self.client.connect("127.0.0.1" if tls is None else "localhost", port)
        self.client.loop_start()
        self.code = self.connected.get(timeout=PATIENCE_S)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.client.disconnect()
        self.client.loop_stop()

    def publish(self, topic: str, payload: bytes = b"x") -> int:
        """Publish with QoS 1; the broker's reason code."""
        self.client.publish(topic, payload, qos=1)
        return self.acks.get(timeout=PATIENCE_S)

    def listen(self, topic: str) -> None:
        self.client.subscribe(topic, qos=1)
        self.subscribed.get(timeout=PATIENCE_S)

    def heard_before(self, last: str) -> list[str]:
        """Everything delivered up to and without the topic ``last``."""
        heard = []
        while (topic := self.messages.get(timeout=PATIENCE_S)) != last:
            heard.append(topic)
        return heard
