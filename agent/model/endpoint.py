"""A model on a server of one's own: llama-server, Ollama, anything that speaks OpenAI's chat completions.

Questions and findings go to that server. It is off unless it is set, and addresses outside the house are
refused unless they are allowed.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import time
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import msgspec

from agent.model.errors import ModelError, ModelSlow
from agent.model.prompts.endpoint import ENDPOINT
from agent.model.request import Reply
from agent.model.used import Used

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from agent.model.request import Request
    from agent.model.sight import Family

REPLY_BYTES: Final = 1 << 20  # of one answer with all its wrapping
LINE_BYTES: Final = 1 << 16  # of one event
PATH: Final = "/v1/chat/completions"
DONE: Final = "[DONE]"
CONNECT_S: Final = 3.0  # within a house
OK: Final = 200


class EndpointRefused(ModelError):
    """An address that is not asked. ``url``: which; ``why``: in plain words."""

    def __init__(self, url: str, why: str) -> None:
        super().__init__(f"the endpoint {url} is not asked: {why}")
        self.url = url
        self.why = why


class EndpointFailed(ModelError):
    """A server that gives no answer. ``why``: without the question."""

    def __init__(self, why: str) -> None:
        super().__init__(f"the endpoint gives no answer: {why}")
        self.why = why


class _Delta(msgspec.Struct, frozen=True):
    content: str | None = None


class _Choice(msgspec.Struct, frozen=True):
    delta: _Delta = _Delta()
    finish_reason: str | None = None


class _Event(msgspec.Struct, frozen=True):
    choices: list[_Choice] = []


_EVENT: Final = msgspec.json.Decoder(_Event)


class Endpoint:
    """Asks a server. ``url``: such as http://127.0.0.1:8080; ``model``: as the server calls it.

    Plans are held by a JSON schema, which llama-server and Ollama know; ``grammar``: by GBNF instead, which
    is stricter, for servers that take it. llama-server refuses both at once.

    Raises:
        EndpointRefused: the address is none, or is outside the house and ``outside`` is not allowed.
    """

    def __init__(
        self, url: str, model: str, *, key: str = "", outside: bool = False, grammar: bool = False
    ) -> None:
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError as error:
            raise EndpointRefused(url, "that is no address") from error
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise EndpointRefused(url, "wanted an address such as http://127.0.0.1:8080")
        if parts.username or parts.query:
            raise EndpointRefused(url, "no user name and no query may be in it")
        self._url = url
        self._secure = parts.scheme == "https"
        self._host = parts.hostname
        self._port = port or (443 if self._secure else 80)
        self._path = parts.path.rstrip("/").removesuffix("/v1") + PATH
        self._model = model
        self._key = key
        self._outside = outside
        self._grammar = grammar

    def family(self, _timeout_s: float) -> Family:
        """It is asked in the manner of endpoints."""
        return ENDPOINT

    def used(self) -> Used:
        """Nothing: it runs elsewhere."""
        return Used()

    def close(self) -> None:
        """Nothing is kept open."""

    def generate(self, request: Request, heard: Callable[[str], None] | None = None) -> Reply:
        """Have the server continue a conversation.

        Raises:
            EndpointRefused: its name leads outside the house.
            EndpointFailed: it does not answer, or not in this protocol.
            ModelSlow: not in time.
        """
        began = time.monotonic()
        until = began + request.deadline_s
        address = self._address()
        kind = http.client.HTTPSConnection if self._secure else http.client.HTTPConnection
        connection = kind(self._host if self._secure else address, self._port, timeout=CONNECT_S)
        try:
            connection.connect()
            if connection.sock is not None:
                connection.sock.settimeout(max(0.01, until - time.monotonic()))
            headers = {"Content-Type": "application/json", "Accept": "text/event-stream", "Host": self._host}
            if self._key:
                headers["Authorization"] = f"Bearer {self._key}"
            connection.request("POST", self._path, msgspec.json.encode(self._body(request)), headers)
            response = connection.getresponse()
            if response.status != OK:
                raise EndpointFailed(f"it says {response.status}")
            text, finish = "", "length"
            for choice in _choices(response, until, request.deadline_s):
                piece = choice.delta.content or ""
                text += piece
                if piece and heard:
                    heard(piece)
                finish = "end" if choice.finish_reason == "stop" else finish
        except TimeoutError as error:
            raise ModelSlow(request.deadline_s) from error
        except (OSError, http.client.HTTPException) as error:
            raise EndpointFailed(type(error).__name__) from error
        finally:
            connection.close()
        if not text:
            raise EndpointFailed("its answer is empty")
        total = round(time.monotonic() - began, 6)
        return Reply(text=text, finish="end" if finish == "end" else "length", total_s=total)

    def _address(self) -> str:
        """An address of the host that may be asked: looked up once, and that one is connected to."""
        try:
            found = socket.getaddrinfo(self._host, self._port, type=socket.SOCK_STREAM)
        except OSError as error:
            raise EndpointFailed(f"{self._host} is not known") from error
        addresses = [str(entry[4][0]) for entry in found]
        for address in addresses:
            known = ipaddress.ip_address(address.partition("%")[0])
            if self._outside or known.is_loopback or (known.is_private and not known.is_unspecified):
                return address
        raise EndpointRefused(self._url, f"{addresses[0]} is outside this house; endpoint_outside allows it")

    def _body(self, request: Request) -> dict[str, Any]:
        body: dict[str, Any] = {
            "model": self._model,
            "messages": [{"role": each.role, "content": each.content} for each in request.messages],
            "max_tokens": request.max_tokens,
            "temperature": request.temperature,
            "seed": request.seed,
            "stream": True,
        }
        if request.schema is not None and not self._grammar:
            named = {"name": "plan", "schema": request.schema, "strict": True}
            body["response_format"] = {"type": "json_schema", "json_schema": named}
        elif request.grammar:
            body["grammar"] = request.grammar
        return body


def _choices(response: http.client.HTTPResponse, until: float, deadline_s: float) -> Iterator[_Choice]:
    """What comes, event by event, within its bounds."""
    taken = 0
    while line := response.readline(LINE_BYTES):
        taken += len(line)
        if time.monotonic() > until:
            raise ModelSlow(deadline_s)
        if taken > REPLY_BYTES or not line.endswith(b"\n"):
            raise EndpointFailed("its answer is too long")
        if not line.startswith(b"data:"):
            continue
        data = line.removeprefix(b"data:").strip()
        if data == DONE.encode():
            return
        try:
            yield from _EVENT.decode(data).choices
        except msgspec.MsgspecError as error:
            raise EndpointFailed("its answer is not of this protocol") from error
