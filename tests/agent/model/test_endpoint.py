from __future__ import annotations

import http.server
import json
import logging
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, ClassVar

import psutil
import pytest

from agent.model import spoken
from agent.model.endpoint import Endpoint, EndpointFailed, EndpointRefused
from agent.model.errors import ModelSlow
from agent.model.grounds import grounds
from agent.model.request import Message, Request
from agent.model.settings import LanguageModelSettings, language_model
from agent.turn import Agent
from tests.agent.history import NOW
from tests.agent.model.conftest import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NEEDED = ("fastapi", "uvicorn", "sse_starlette", "starlette_context", "pydantic_settings")
HELLO = Request(messages=(Message("user", "hello"),), max_tokens=16, deadline_s=20.0)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture(scope="module")
def server(tiny_path: Path) -> Iterator[str]:
    """A real server, of llama-cpp-python, with the tiny model."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        pytest.skip(f"llama-cpp-python's server needs {', '.join(missing)}")
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-W", "ignore", "-m", "llama_cpp.server", "--model", str(tiny_path)]
    command += ["--port", str(port), "--n_ctx", "2048", "--n_threads", "1", "--verbose", "false"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:

        def up() -> bool:
            with suppress(OSError), urllib.request.urlopen(f"{url}/v1/models", timeout=1) as reply:  # noqa: S310 - a local server
                return bool(reply.status == 200)
            return process.poll() is not None

        assert until(up, 60.0)
        assert process.poll() is None
        yield url
        process.terminate()


def test_a_real_server_continues_a_conversation(server: str) -> None:
    heard: list[str] = []
    reply = Endpoint(server, "tiny").generate(HELLO, heard.append)
    assert reply.text == "".join(heard)
    assert reply.finish in {"end", "length"}
    assert reply.total_s > 0


def test_a_real_server_is_held_by_the_grammar(server: str) -> None:
    known = grounds("How fast was my heart on Tuesday?")
    request = Request(
        messages=HELLO.messages,
        grammar=spoken.grammar(known, spoken.LISTED),
        schema=spoken.schema(),
        max_tokens=300,
        deadline_s=60.0,
    )
    reply = Endpoint(server, "tiny", grammar=True).generate(request)
    assert reply.text.startswith('{"calls": [{"name": "')
    if reply.finish == "end":
        assert all(known.holds(step) for step in spoken.read_listed(reply.text))


def test_a_turn_with_a_real_server_is_answered(server: str, weeks_db: Path) -> None:
    for form in ("schema", "grammar"):
        settings = LanguageModelSettings(
            endpoint=server,
            endpoint_format=form,
            plan_s=10.0,
            compose_s=10.0,
        )
        mind = language_model("endpoint", settings)
        answer = Agent(weeks_db, model=mind).ask("What was my heart rate last night?", now=NOW)
        assert answer.answer.strip()
        assert {verdict.verdict for verdict in answer.verdicts if verdict.claim in answer.answer} <= {
            "SUPPORTED"
        }


SHORT = b'data: {"choices": [{"delta": {"content": "hi"}, "finish_reason": "stop"}]}\n\ndata: [DONE]\n\n'


class Odd(http.server.BaseHTTPRequestHandler):
    """A server that does as the path says: a fault each."""

    bodies: ClassVar[list[Any]] = []

    def do_POST(self) -> None:
        self.bodies.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        kind = self.path.split("/")[1]
        if kind == "refusing":
            self.send_error(503)
            return
        self.send_response(200)
        self.end_headers()
        with suppress(OSError):
            for _line in range(100_000):
                self.wfile.write(
                    {
                        "garbage": b"data: {]\n\n",
                        "endless": b"data: " + b"x" * 70_000 + b"\n\n",
                        "long": b'data: {"choices": [{"delta": {"content": "' + b"x" * 60_000 + b'"}}]}\n\n',
                        "slow": b": wait\n\n",
                        "other": b'data: {"choices": "none"}\n\n',
                        "short": SHORT,
                    }[kind]
                )
                self.wfile.flush()
                if kind == "slow":
                    time.sleep(0.05)
                elif kind == "short":
                    return

    def log_message(self, *_args: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def odd() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Odd) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("refusing", "503"),
        ("garbage", "protocol"),
        ("endless", "too long"),
        ("long", "too long"),
        ("other", "protocol"),
    ],
)
def test_a_server_that_answers_oddly_is_left(odd: str, kind: str, why: str) -> None:
    with pytest.raises(EndpointFailed, match=why):
        Endpoint(f"{odd}/{kind}", "m").generate(HELLO)


def test_a_server_that_is_slow_is_left_in_time(odd: str) -> None:
    began = time.monotonic()
    with pytest.raises(ModelSlow):
        Endpoint(f"{odd}/slow", "m").generate(Request(messages=HELLO.messages, deadline_s=0.3))
    assert time.monotonic() - began < 10


def test_what_is_sent_is_what_servers_know(odd: str) -> None:
    schema = Request(messages=HELLO.messages, schema={"type": "object"}, grammar="root ::= x", deadline_s=5.0)
    assert Endpoint(f"{odd}/short/v1", "m", key="k").generate(schema).text == "hi"
    Endpoint(f"{odd}/short", "m", grammar=True).generate(schema)
    by_schema, by_grammar = Odd.bodies[-2:]
    assert by_schema["response_format"]["json_schema"]["schema"] == {"type": "object"}
    assert "grammar" not in by_schema
    assert by_grammar["grammar"] == "root ::= x"
    assert "response_format" not in by_grammar


def test_nobody_there_is_told() -> None:
    with pytest.raises(EndpointFailed, match="ConnectionRefused"):
        Endpoint(f"http://127.0.0.1:{free_port()}", "m").generate(HELLO)


@pytest.mark.parametrize(
    "url",
    ["", "ftp://127.0.0.1", "127.0.0.1:80", "http://", "http://a:b@127.0.0.1", "http://[::1", "http://a:b"],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(EndpointRefused):
        Endpoint(url, "m")


@pytest.mark.parametrize("host", ["8.8.8.8", "1.1.1.1", "[2001:4860:4860::8888]", "0.0.0.0", "224.0.0.1"])  # noqa: S104 - must be refused
def test_an_address_outside_the_house_is_refused(host: str) -> None:
    with pytest.raises(EndpointRefused, match="outside this house"):
        Endpoint(f"http://{host}:9", "m").generate(HELLO)


@contextmanager
def resolving(monkeypatch: pytest.MonkeyPatch, address: str) -> Iterator[None]:
    """A name that leads to an address, as a hostile name server might have it."""
    with monkeypatch.context() as patch:
        found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80))]
        patch.setattr(socket, "getaddrinfo", lambda *_args, **_more: found)
        yield


def test_a_name_that_leads_outside_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        resolving(monkeypatch, "93.184.216.34"),
        pytest.raises(EndpointRefused, match="outside this house"),
    ):
        Endpoint("http://llama.local", "m").generate(HELLO)


def test_the_question_is_not_logged(odd: str, caplog: pytest.LogCaptureFixture, weeks_db: Path) -> None:
    caplog.set_level(logging.DEBUG, logger="agent.model")
    mind = language_model("endpoint", LanguageModelSettings(endpoint=f"{odd}/garbage"))
    answer = Agent(weeks_db, model=mind).ask("canary heart rate last night", now=NOW)
    assert "53 bpm" in answer.answer
    assert caplog.records
    assert "canary" not in caplog.text
    assert not [each for each in psutil.Process().children() if "agent.model.child" in each.cmdline()]


def test_an_endpoint_is_off_unless_it_is_set() -> None:
    assert LanguageModelSettings().endpoint == ""
    assert language_model("none", LanguageModelSettings(endpoint="http://127.0.0.1:1")) is None
