import asyncio
import json
import socket
import stat
import threading
from collections.abc import AsyncGenerator, Mapping
from pathlib import Path
from typing import Any

import pytest

from daemon.control import LINE_BYTES_MAX, Reply, request, serve, socket_path, stream
from daemon.errors import ControlError

ENDED = threading.Event()  # somebody's counting has ended


async def echo(message: Mapping[str, Any]) -> Reply:
    match message.get("op"):
        case "refuse":
            raise ControlError("no such thing")
        case "count":
            return count(message["to"])
    return {"echo": message}


async def count(to: int) -> AsyncGenerator[dict[str, Any], None]:
    try:
        for n in range(to):
            yield {"n": n}
        if to == 3:
            raise ControlError("no further")
        await asyncio.sleep(3600 if to == 2 else 0)
    finally:
        ENDED.set()


async def with_server(path: Path, talk: Any) -> Any:  # noqa: ANN401 - whatever the test's own talk returns
    server = asyncio.create_task(serve(path, echo))
    while not path.exists():
        await asyncio.sleep(0.005)
    try:
        return await asyncio.to_thread(talk, path)
    finally:
        server.cancel()
        await asyncio.wait([server])


def test_a_request_is_answered_and_the_socket_is_the_owners_alone(tmp_path: Path) -> None:
    def talk(path: Path) -> tuple[dict[str, Any], int]:
        return request(path, {"op": "status", "text": "é"}), stat.S_IMODE(path.stat().st_mode)

    path = tmp_path / "hearth.db.sock"
    reply, mode = asyncio.run(with_server(path, talk))
    assert reply == {"echo": {"op": "status", "text": "é"}}
    assert mode == 0o600
    assert not path.exists()


def test_a_refusal_reaches_the_caller_in_the_daemons_words(tmp_path: Path) -> None:
    with pytest.raises(ControlError, match="no such thing"):
        asyncio.run(with_server(tmp_path / "s", lambda path: request(path, {"op": "refuse"})))


def test_news_come_one_by_one_until_the_end(tmp_path: Path) -> None:
    talked = asyncio.run(
        with_server(tmp_path / "s", lambda path: list(stream(path, {"op": "count", "to": 4})))
    )
    assert talked == [{"n": 0}, {"n": 1}, {"n": 2}, {"n": 3}]


def test_news_that_end_in_a_refusal_say_so(tmp_path: Path) -> None:
    def talk(path: Path) -> list[dict[str, Any]]:
        news = stream(path, {"op": "count", "to": 3})
        heard = [next(news) for _ in range(3)]
        with pytest.raises(ControlError, match="no further"):
            next(news)
        return heard

    assert len(asyncio.run(with_server(tmp_path / "s", talk))) == 3


def test_when_the_listener_leaves_the_work_is_ended_at_once(tmp_path: Path) -> None:
    def talk(path: Path) -> bool:
        ENDED.clear()
        for news in stream(path, {"op": "count", "to": 2}):
            if news == {"n": 1}:
                break
        return ENDED.wait(10)

    assert asyncio.run(with_server(tmp_path / "s", talk))


def test_a_place_without_room_for_a_socket_is_said_and_stops_nothing_else(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    asyncio.run(serve(tmp_path / "absent" / "s", echo))
    assert "cannot be made: No such file or directory" in caplog.text


def test_nobody_there_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(ControlError, match="does not answer"):
        request(tmp_path / "absent.sock", {})


@pytest.mark.parametrize("line", [b"not json\n", b"[1]\n", b"x" * (2 * LINE_BYTES_MAX), b""])
def test_nonsense_never_stops_the_server(tmp_path: Path, line: bytes) -> None:
    def talk(path: Path) -> dict[str, Any]:
        with socket.socket(socket.AF_UNIX) as sock:
            sock.connect(str(path))
            try:
                sock.sendall(line)
                sock.shutdown(socket.SHUT_WR)
                reply = sock.makefile("rb").readline()
            except (BrokenPipeError, ConnectionResetError):
                reply = b""
        assert reply == b"" or "error" in json.loads(reply)
        return request(path, {"op": "status"})

    assert asyncio.run(with_server(tmp_path / "s", talk)) == {"echo": {"op": "status"}}


def test_a_path_too_long_for_a_socket_moves_to_the_runtime_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/run/user/1000")
    assert socket_path(Path("/var/lib/hearth/hearth.db")) == Path("/var/lib/hearth/hearth.db.sock")
    long = socket_path(Path("/", "x" * 120, "hearth.db"))
    assert long.parent == Path("/run/user/1000")
    assert long != socket_path(Path("/", "y" * 120, "hearth.db"))
