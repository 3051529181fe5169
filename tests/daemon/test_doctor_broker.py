"""The doctor tries the broker as the daemon would, and reads its settings."""

from __future__ import annotations

import gc
import shutil
import socket
from typing import TYPE_CHECKING

import pytest

from daemon.check import Verdict
from daemon.doctor_broker import broker, mosquitto, notifications
from daemon.notify import NotificationsConfig
from ingest.mqtt import MqttSettings
from tests.deploy import mosquitto as real

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    if real.PROGRAM is None:
        pytest.skip("mosquitto is not installed")
    etc, port = tmp_path_factory.mktemp("mosquitto"), real.free_port()
    ours = (real.DEPLOY / "mosquitto.conf").read_text().replace("listener 1883", f"listener {port}")
    with real.mosquitto(etc, ours, port):
        yield port


def test_a_broker_that_lets_us_in(port: int) -> None:
    (found,) = broker(MqttSettings(port=port, username="hearth", password="secret of hearth"))  # noqa: S106 - the test's own
    assert found.verdict is Verdict.GOOD


@pytest.mark.parametrize(
    ("settings", "mend"),
    [
        ({"username": "hearth", "password": "wrong"}, "mosquitto_passwd"),
        ({}, "mosquitto_passwd"),
        ({"ca_file": "/nowhere/ca.crt"}, "ca_file"),
    ],
)
def test_a_broker_that_does_not(port: int, settings: dict[str, object], mend: str) -> None:
    (found,) = broker(MqttSettings(port=port, **settings))  # type: ignore[arg-type]  # one table of cases
    assert found.verdict is Verdict.WRONG
    assert mend in found.mend
    assert "wrong" not in found.found


# paho leaves the socket of a failed handshake to the collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_broker_that_does_not_encrypt(port: int) -> None:
    (found,) = broker(MqttSettings(port=port, tls=True))
    assert found.verdict is Verdict.WRONG
    assert "ca_file" in found.mend
    gc.collect()


def test_no_broker_at_all() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        (found,) = broker(MqttSettings(port=unused.getsockname()[1]))
    assert found.verdict is Verdict.WRONG
    assert "start it" in found.mend


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("persistence true\n", Verdict.ADVICE),
        ("persistence true\nmax_queued_messages 100000\n", Verdict.GOOD),
        ("persistence true\nmax_queued_messages 0\n", Verdict.GOOD),
        ("max_queued_messages 100000\n", Verdict.ADVICE),
        ("persistence true\nmax_queued_messages 100000\nallow_anonymous true\n", Verdict.ADVICE),
        ("persistence true\n# max_queued_messages 100000\n", Verdict.ADVICE),
    ],
)
def test_the_broker_s_own_settings(tmp_path: Path, text: str, verdict: Verdict) -> None:
    (tmp_path / "mosquitto.conf").write_text(text)
    assert mosquitto(MqttSettings(), tmp_path).verdict is verdict
    assert mosquitto(MqttSettings(host="broker.local"), tmp_path).verdict is Verdict.SKIPPED


def test_the_shipped_broker_settings_are_as_the_doctor_wants_them(tmp_path: Path) -> None:
    (tmp_path / "conf.d").mkdir()
    (tmp_path / "mosquitto.conf").write_text("persistence true\n")
    shutil.copy(real.DEPLOY / "mosquitto.conf", tmp_path / "conf.d" / "hearth.conf")
    assert mosquitto(MqttSettings(), tmp_path).verdict is Verdict.GOOD


# Apprise's own e-mail plugin imports a module that Python 3.13 no longer has.
@pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")
def test_notification_urls_are_judged_and_never_shown() -> None:
    config = NotificationsConfig(urls=("json://localhost:1/good", "nonsense://token-7f3a@nowhere"))
    found = next(iter(notifications(config)))
    assert found.verdict is Verdict.WRONG
    assert "urls[1]" in found.found
    assert "7f3a" not in found.found + found.mend
    assert next(iter(notifications(NotificationsConfig(urls=config.urls[:1])))).verdict is Verdict.GOOD
    assert next(iter(notifications(NotificationsConfig()))).verdict is Verdict.SKIPPED
