"""The shipped broker configuration, in a real mosquitto set up as Debian sets it up: who may touch what."""

from __future__ import annotations

import queue
from typing import TYPE_CHECKING

import pytest
from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion

from tests.deploy.mosquitto import DEPLOY, NOT_AUTHORIZED, PATIENCE_S, PROGRAM, Person, free_port, mosquitto

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="mosquitto is not installed")


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    etc, port = tmp_path_factory.mktemp("mosquitto"), free_port()
    ours = (DEPLOY / "mosquitto.conf").read_text().replace("listener 1883", f"listener {port}")
    with mosquitto(etc, ours, port):
        yield port
    assert "Error" not in (etc / "log").read_text()


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


@pytest.mark.parametrize("role", ["caregiver", "clinician"])
def test_a_role_asks_on_its_own_topic_and_hears_its_own_answers(port: int, role: str) -> None:
    with Person(port, "hearth") as daemon, Person(port, f"hearth-{role}") as person:
        daemon.listen("hearth/v1/+/ask/+")
        person.listen("hearth/v1/+/answer/#")
        for topic in (
            "ask",
            "ask/wearer",
            f"ask/{'clinician' if role == 'caregiver' else 'caregiver'}",
            "ecg",
        ):
            assert person.publish(f"hearth/v1/strap-1/{topic}") == NOT_AUTHORIZED
        assert person.publish(f"hearth/v1/strap-1/ask/{role}") == 0
        assert daemon.messages.get(timeout=PATIENCE_S) == f"hearth/v1/strap-1/ask/{role}"
        for topic in ("answer", "answer/wearer", f"answer/{role}"):
            assert daemon.publish(f"hearth/v1/strap-1/{topic}") == 0
        assert person.messages.get(timeout=PATIENCE_S) == f"hearth/v1/strap-1/answer/{role}"
