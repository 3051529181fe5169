"""The shipped broker configuration, in a real mosquitto set up as Debian sets it up: who may touch what."""

from __future__ import annotations

import getpass
import queue
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pytest
from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion

if TYPE_CHECKING:
    from collections.abc import Iterator

DEPLOY = Path(__file__).parents[2] / "deploy"
PROGRAM = shutil.which("mosquitto") or shutil.which("mosquitto", path="/usr/sbin")
USERS = ("hearth", "homeassistant", "polar-recorder", "strap-1", "strap-2")
NOT_AUTHORIZED = 0x87
PATIENCE_S = 10.0  # a broker on loopback answers in milliseconds; a loaded test machine may not

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="mosquitto is not installed")


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A broker that reads Debian's own main file first, then ours from conf.d."""
    etc = tmp_path_factory.mktemp("mosquitto")
    (etc / "conf.d").mkdir()
    port = free_port()
    ours = (DEPLOY / "mosquitto.conf").read_text().replace("/etc/mosquitto", str(etc))
    (etc / "conf.d" / "hearth.conf").write_text(ours.replace("listener 1883", f"listener {port}"))
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
                    pytest.fail(f"mosquitto did not start: {(etc / 'log').read_text()}")
                time.sleep(0.02)
        yield port
        process.terminate()
    assert "Error" not in (etc / "log").read_text()


class Person:
    """One MQTT 5 client that remembers what it was given."""

    def __init__(self, port: int, user: str | None, password: str | None = None) -> None:
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
        self.client.connect("127.0.0.1", port)
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


def test_nobody_enters_without_a_name(port: int) -> None:
    for user, password in ((None, None), ("strap-1", "wrong"), ("stranger", "secret of stranger")):
        with Person(port, user, password) as person:
            assert person.code == NOT_AUTHORIZED


@pytest.mark.parametrize("topic", ["ecg", "ask", "alert/ack"])
def test_a_wearable_writes_its_own_and_no_other_topic(port: int, topic: str) -> None:
    with Person(port, "hearth") as daemon, Person(port, "strap-1") as strap:
        daemon.listen("#")
        assert strap.publish(f"hearth/v1/strap-1/{topic}") == 0
        assert strap.publish(f"hearth/v1/strap-2/{topic}") == NOT_AUTHORIZED
        assert strap.publish(f"hearth/v1/strap-1/{topic}") == 0
        assert daemon.messages.get(timeout=PATIENCE_S) == f"hearth/v1/strap-1/{topic}"
        assert daemon.messages.get(timeout=PATIENCE_S) == f"hearth/v1/strap-1/{topic}"


@pytest.mark.parametrize(
    "topic",
    [
        "hearth/v1/strap-1/ack",  # would make its own buffer be thrown away, or another's
        "hearth/v1/strap-1/alert",
        "hearth/v1/strap-1/state",
        "hearth/v1/strap-1/answer",
        "hearth/v1/status",
        "homeassistant/device/strap-1/config",
        "polar_recorder/ECG/strap-1",
        "elsewhere",
    ],
)
def test_a_wearable_cannot_speak_for_the_daemon(port: int, topic: str) -> None:
    with Person(port, "strap-1") as strap:
        assert strap.publish(topic) == NOT_AUTHORIZED


def test_a_wearable_hears_its_own_answers_and_no_others(port: int) -> None:
    with Person(port, "hearth") as daemon, Person(port, "strap-1") as strap:
        strap.listen("#")
        for device in ("strap-2", "strap-1"):
            for topic in ("answer", "answer/42", "alert", "state", "ecg", "ask", "ack"):
                assert daemon.publish(f"hearth/v1/{device}/{topic}") == 0
        heard = strap.heard_before("hearth/v1/strap-1/ack")
        assert heard == [f"hearth/v1/strap-1/{topic}" for topic in ("answer", "answer/42", "alert", "state")]


def test_home_assistant_sees_states_and_alerts_but_neither_questions_nor_answers(port: int) -> None:
    with Person(port, "hearth") as daemon, Person(port, "homeassistant") as home:
        home.listen("#")
        for topic in (
            "strap-1/ask",
            "strap-1/answer",
            "strap-1/ecg",
            "strap-1/state",
            "strap-1/alert",
            "status",
        ):
            assert daemon.publish(f"hearth/v1/{topic}") == 0
        assert home.heard_before("hearth/v1/status") == ["hearth/v1/strap-1/state", "hearth/v1/strap-1/alert"]
        assert home.publish("homeassistant/status", b"online") == 0
        assert home.publish("hearth/v1/strap-1/alert/ack") == 0
        assert home.publish("hearth/v1/strap-1/ask") == NOT_AUTHORIZED
        assert home.publish("hearth/v1/strap-1/ecg") == NOT_AUTHORIZED


def test_the_telephone_only_delivers(port: int) -> None:
    with Person(port, "hearth") as daemon, Person(port, "polar-recorder") as telephone:
        daemon.listen("polar_recorder/#")
        assert telephone.publish("polar_recorder/ECG/A1B2C3D4") == 0
        assert daemon.messages.get(timeout=PATIENCE_S) == "polar_recorder/ECG/A1B2C3D4"
        assert telephone.publish("hearth/v1/strap-1/ecg") == NOT_AUTHORIZED


def test_frames_wait_for_an_absent_daemon(port: int) -> None:
    """The default limit of 1,000 queued messages would lose most of these."""
    frames = 3000

    def session() -> Client:
        client = Client(CallbackAPIVersion.VERSION2, client_id="gateway", clean_session=False)
        client.username_pw_set("hearth", "secret of hearth")
        return client

    ready: queue.Queue[int] = queue.Queue()
    first = session()
    first.on_connect = lambda client, *_: client.subscribe("hearth/v1/+/ecg", qos=1)
    first.on_subscribe = lambda *_: ready.put(1)
    first.connect("127.0.0.1", port)
    first.loop_start()
    ready.get(timeout=PATIENCE_S)
    first.disconnect()
    first.loop_stop()

    with Person(port, "strap-1") as strap:
        for number in range(frames):
            strap.client.publish("hearth/v1/strap-1/ecg", str(number), qos=1)
        codes = {strap.acks.get(timeout=PATIENCE_S) for _ in range(frames)}
        assert codes == {0}

    got: queue.Queue[int] = queue.Queue()
    second = session()
    second.on_message = lambda *a: got.put(int(a[2].payload))
    second.connect("127.0.0.1", port)
    second.loop_start()
    assert [got.get(timeout=PATIENCE_S) for _ in range(frames)] == list(range(frames))
    second.disconnect()
    second.loop_stop()


def test_an_oversized_payload_ends_at_the_broker(port: int) -> None:
    with Person(port, "hearth") as daemon, Person(port, "strap-1") as strap:
        daemon.listen("hearth/v1/+/ecg")
        strap.client.publish("hearth/v1/strap-1/ecg", bytes(2 << 20), qos=0)
    with Person(port, "hearth") as daemon, Person(port, "strap-2") as strap:
        daemon.listen("hearth/v1/+/ecg")
        assert strap.publish("hearth/v1/strap-2/ecg", bytes(1 << 19)) == 0
        assert daemon.messages.get(timeout=PATIENCE_S) == "hearth/v1/strap-2/ecg"
