import os
import socket
from pathlib import Path

import pytest

from daemon import systemd
from daemon.watchdog import STUCK_S, Watchdog


def test_a_stage_that_stops_moving_is_named_and_one_that_moves_is_not() -> None:
    counters = {"writer": 0, "chain a": 0}
    dog = Watchdog(lambda: counters)
    assert dog.stuck(0.0) == []
    counters["writer"] = 7
    assert dog.stuck(STUCK_S - 1) == []
    assert dog.stuck(STUCK_S + 1) == ["chain a"]
    counters["chain a"] = 1
    assert dog.stuck(STUCK_S + 2) == []
    assert dog.stuck(3 * STUCK_S) == ["chain a", "writer"]


def test_a_stage_that_has_ended_is_forgotten() -> None:
    counters = {"chain a": 0}
    dog = Watchdog(lambda: counters)
    dog.stuck(0.0)
    counters.clear()
    assert dog.stuck(10 * STUCK_S) == []


def test_notifications_reach_the_service_managers_socket(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(address))
        monkeypatch.setenv("NOTIFY_SOCKET", str(address))
        assert systemd.notify("READY=1", "STATUS=up")
        assert manager.recv(200) == b"READY=1\nSTATUS=up"
    monkeypatch.delenv("NOTIFY_SOCKET")
    assert not systemd.notify("READY=1")


def test_the_watchdog_time_is_taken_only_when_it_is_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", "30000000")
    monkeypatch.delenv("WATCHDOG_PID", raising=False)
    assert systemd.watchdog_s() == 30.0
    monkeypatch.setenv("WATCHDOG_PID", str(os.getpid() + 1))
    assert systemd.watchdog_s() is None
