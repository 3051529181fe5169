"""What a service manager hears from the daemon over its notification socket."""

from __future__ import annotations

import selectors
import socket
import threading
import time
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pathlib import Path

ALIVE = "WATCHDOG=1"


@dataclass
class Manager:
    """Listens in a thread of its own, so that nothing else delays its clock."""

    path: Path
    heard: list[tuple[float, str]] = field(default_factory=list)  # monotonic time, line

    @property
    def environment(self) -> dict[str, str]:
        """What the daemon is started with."""
        return {"NOTIFY_SOCKET": str(self.path)}

    def times(self, line: str) -> list[float]:
        """When ``line`` was said."""
        return [at_s for at_s, said in list(self.heard) if said == line]

    @property
    def silent_s(self) -> float:
        """How long it has not said that it is alive."""
        return time.monotonic() - self.times(ALIVE)[-1]

    @property
    def longest_silence_s(self) -> float:
        """The longest time between two signs of life."""
        times = self.times(ALIVE)
        return max(b - a for a, b in pairwise(times))

    def __enter__(self) -> Self:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(self.path))
        self._end, self._ended = socket.socketpair()
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.close()
        self._thread.join()
        self._ended.close()
        self._socket.close()

    def _listen(self) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self._socket, selectors.EVENT_READ)
            selector.register(self._ended, selectors.EVENT_READ)
            while self._ended not in [key.fileobj for key, _ in selector.select()]:
                lines = self._socket.recv(4096).decode().splitlines()
                self.heard += [(time.monotonic(), line) for line in lines]
