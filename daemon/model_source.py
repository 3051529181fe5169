"""Where a model file is fetched from: one request, and what may go wrong with it in plain words."""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from daemon.errors import Misuse
from dsp.types import HearthError

if TYPE_CHECKING:
    from email.message import Message
    from typing import IO

STALL_S: Final = 30.0  # without a byte; then it is tried again
PARTIAL: Final = 206
UNSATISFIABLE: Final = 416
LAST_SERVER_FAULT: Final = 599
RANGE: Final = re.compile(r"bytes (?:(\d+)-(\d+)|\*)/(\d+|\*)")
SAID: Final = {
    401: "it wants a login; take another address with --url",
    403: "it refuses; take another address with --url",
    404: "there is no such file; the repository may have moved: take another address with --url",
    407: "the proxy wants a login",
    410: "the file is gone; take another address with --url",
    429: "it has been asked too often; try again in some minutes",
}


class PullFailed(HearthError):
    """A model that was not fetched. ``why``: in plain words; ``kept``: what came so far is kept."""

    def __init__(self, name: str, why: str, *, kept: bool = False) -> None:
        super().__init__(
            f"{name} was not fetched: {why}{'; the next pull goes on from here' if kept else ''}"
        )
        self.why = why
        self.kept = kept


class Interrupted(HearthError):
    """The connection broke, or could not be made; trying again may help. ``why``: in plain words."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Refused(HearthError):
    """The server does not give the file; trying again does not help. ``why``: in plain words."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Answer:
    """A response that is being read. ``start``: of its first byte in the file; ``total``: of the file, or 0.

    ``body`` None: nothing more comes. ``mark``: tells this version of the file from others, empty where the
    server gives none.
    """

    body: http.client.HTTPResponse | None
    start: int
    total: int
    mark: str


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects, but never from an encrypted address to one that is not."""

    def redirect_request(  # noqa: PLR0917 - the base class's signature
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """The request that follows one."""
        scheme = urlsplit(newurl).scheme
        if scheme not in {"http", "https"} or (urlsplit(req.full_url).scheme == "https" and scheme == "http"):
            raise Refused("the server leads from an encrypted address to one that is not")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def opened(url: str, start: int, mark: str) -> Answer:
    """Ask for a file from byte ``start`` on, if it is still the version ``mark``; else for all of it.

    Raises:
        Interrupted: nobody answers, or not now.
        Refused: there is no such file.
    """
    # Compressed transfer would count other bytes than the file's.
    headers = {"User-Agent": "hearth", "Accept-Encoding": "identity"}
    if start and mark:
        headers |= {"Range": f"bytes={start}-", "If-Range": mark}
    host = urlsplit(url).hostname or url
    try:
        request = urllib.request.Request(url, headers=headers)  # noqa: S310 - http and https only, as the list's type says
        reply = urllib.request.build_opener(_Redirects).open(request, timeout=STALL_S)
    except urllib.error.HTTPError as error:
        with error:
            if error.code == UNSATISFIABLE and start:
                return _all_there(url, start, mark, error.headers)
            raise _status(host, error.code) from error
    except urllib.error.URLError as error:
        raise _unreached(host, error.reason) from error
    except (http.client.HTTPException, ValueError) as error:
        raise Refused(f"{host} does not speak HTTP as it should ({type(error).__name__})") from error
    except OSError as error:
        raise _unreached(host, error) from error
    return _read(reply, start, host)


def _read(reply: http.client.HTTPResponse, start: int, host: str) -> Answer:
    mark = _mark(reply.headers)
    length = reply.headers.get("Content-Length", "")
    if reply.status != PARTIAL:
        return Answer(reply, 0, int(length) if length.isdigit() else 0, mark)
    found = RANGE.fullmatch(reply.headers.get("Content-Range", ""))
    if found is None or found[1] is None or int(found[1]) != start:
        raise Refused(f"{host} sends another part of the file than it was asked for")
    return Answer(reply, start, int(found[3]) if found[3].isdigit() else 0, mark)


def _all_there(url: str, start: int, mark: str, headers: Message) -> Answer:
    """The server has nothing after ``start``: the file is whole, or another one; then it is fetched anew."""
    found = RANGE.fullmatch(headers.get("Content-Range", ""))
    if found is None or found[3] != str(start):
        return opened(url, 0, "")
    return Answer(None, start, start, mark)


def _mark(headers: Message) -> str:
    """What If-Range takes: a strong entity tag, else the date of change."""
    tag = headers.get("ETag", "")
    return tag if tag.startswith('"') else headers.get("Last-Modified", "")


def _status(host: str, code: int) -> HearthError:
    if code in SAID:
        return Refused(f"{host} says {code}: {SAID[code]}")
    if 500 <= code <= LAST_SERVER_FAULT or code == 408:  # noqa: PLR2004 - of the server, not of the request
        return Interrupted(f"{host} says {code}: it is in trouble; try again later")
    return Refused(f"{host} says {code}")


def _unreached(host: str, reason: object) -> HearthError:
    match reason:
        case ssl.SSLCertVerificationError():
            return Refused(f"{host} does not prove who it is ({reason.verify_message})")
        case socket.gaierror():
            return Interrupted(f"{host} is not found: is this machine online?")
        case TimeoutError():
            return Interrupted(f"{host} does not answer")
        case ConnectionRefusedError():
            return Interrupted(f"{host} takes no connections")
        case OSError():
            return Interrupted(f"{host} cannot be reached ({reason.strerror or type(reason).__name__})")
    return Interrupted(f"{host} cannot be reached ({reason})")


def checked_url(url: str) -> str:
    """An address as it can be asked.

    Raises:
        Misuse: it is none.
    """
    try:
        parts = urlsplit(url)
        fits = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        fits = False
    if not fits or any(sign <= " " for sign in url):
        raise Misuse("--url wants an address such as https://huggingface.co/.../model.gguf")
    return url
