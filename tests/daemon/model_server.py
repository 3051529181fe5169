"""A real HTTP server of one file, with ranges, entity tags, and whatever goes wrong in the world."""

from __future__ import annotations

import hashlib
import http.server
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CHUNK = 16_384


@dataclass
class Shelf:
    """What the server has, and how it behaves. ``cuts``: after how many bytes the next answers break off."""

    data: bytes
    url: str = ""
    cuts: list[int] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)  # of the next answers, instead of the file
    asked: list[dict[str, str]] = field(default_factory=list)  # headers
    tags: bool = True
    ranges: bool = True
    length: int | None = 0  # what is announced; 0: the truth, None: nothing
    leads_to: str = ""  # where a redirect points
    stalls: bool = False  # answers stay open, with nothing more in them, until it closes
    closing: threading.Event = field(default_factory=threading.Event)

    @property
    def tag(self) -> str:
        return f'"{hashlib.sha256(self.data).hexdigest()[:16]}"'


class Giver(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    shelf: Shelf

    def do_GET(self) -> None:
        shelf = self.shelf
        shelf.asked.append(dict(self.headers.items()))
        self.close_connection = True
        if shelf.statuses:
            self.send_error(shelf.statuses.pop(0))
        elif self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", shelf.leads_to)
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            with suppress(OSError):
                self._give(shelf)

    def _give(self, shelf: Shelf) -> None:
        wanted = self.headers.get("Range", "")
        valid = shelf.ranges and self.headers.get("If-Range", shelf.tag) == shelf.tag
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and valid else 0
        if start and start >= len(shelf.data):
            self.send_response(416)
            self.send_header("Content-Range", f"bytes */{len(shelf.data)}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        body = shelf.data[start:]
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(shelf.data) - 1}/{len(shelf.data)}")
        if shelf.length is not None:
            self.send_header("Content-Length", str(shelf.length or len(body)))
        if shelf.tags:
            self.send_header("ETag", shelf.tag)
        self.end_headers()
        cut = shelf.cuts.pop(0) if shelf.cuts else len(body)
        for at in range(0, min(cut, len(body)), CHUNK):
            self.wfile.write(body[at : min(at + CHUNK, cut)])
            self.wfile.flush()
        if shelf.stalls:
            shelf.closing.wait()

    def log_message(self, *_args: object) -> None:
        """Nothing."""


@contextmanager
def serving(data: bytes) -> Iterator[Shelf]:
    shelf = Shelf(data)
    handler = type("Handler", (Giver,), {"shelf": shelf})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        shelf.url = f"http://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield shelf
        shelf.closing.set()
        server.shutdown()
