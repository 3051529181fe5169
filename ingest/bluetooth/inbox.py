"""Between a wearable's notifications, which wait for nobody, and the pump, which may have to wait."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ingest.frames import RawFrame

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from ingest.bluetooth.wearable import Notification

# A minute of the quickest wearable (8 packets of 16 samples a second), beyond the two minutes that the chain
# behind it takes in of a usual one; below half a megabyte for each link.
FRAMES_MAX: Final = 512
_SIGNAL: Final = ""  # the key of all packets with samples, whatever their format


class Inbox:
    """One link's packets, in the order they came, in bounded room. Belongs to the event loop's thread.

    When it is full, the newest packet takes the place of the one before it, which is dropped: so whatever is
    dropped lies before a packet that does get out, and that one says how much, also at the end of the link.
    What is dropped of the signal is counted in samples, everything else in packets, each by itself.

    Iterate over it once: packets as RawFrame, until it is closed and empty.
    """

    def __init__(self, device: str, *, frames_max: int = FRAMES_MAX) -> None:
        self._device = device
        self._frames_max = frames_max
        self._packets: deque[tuple[RawFrame, int]] = deque()  # with the samples each holds
        self._newest: dict[str, tuple[RawFrame, int]] = {}  # by kind, those that found no room
        self._closed = False
        self._change = asyncio.Event()

    def __len__(self) -> int:
        """Packets that wait."""
        return len(self._packets) + len(self._newest)

    def put(self, notification: Notification) -> None:
        """Take a message over, or count it, or the one before it, as dropped. Nothing after ``close``."""
        if self._closed:
            return
        raw = RawFrame(
            source="ble",
            device=self._device,
            format=notification.format,
            payload=notification.payload,
            received_ns=time.time_ns(),
            ack=_no_ack,
            monotonic_ns=time.monotonic_ns(),
            decoder=notification.decoder,
            signal=notification.samples > 0,
        )
        if len(self._packets) < self._frames_max:
            self._packets.append((raw, notification.samples))
        else:
            self._squeeze(raw, notification.samples)
        self._change.set()

    def close(self) -> None:
        """The iteration ends after what is in."""
        self._closed = True
        self._change.set()

    async def __aiter__(self) -> AsyncIterator[RawFrame]:
        """Packets as they come."""
        while True:
            while self._packets:
                raw, _ = self._packets.popleft()
                self._let_in()
                yield raw
            if self._closed:
                return
            self._change.clear()
            await self._change.wait()

    def _squeeze(self, raw: RawFrame, samples: int) -> None:
        kind = _SIGNAL if samples else raw.format
        before = self._newest.pop(kind, None)  # put in again at the end: the order they came in is kept
        if before is not None:
            old, held = before
            raw = replace(raw, dropped=old.dropped + (held or 1))
        self._newest[kind] = raw, samples

    def _let_in(self) -> None:
        while self._newest and len(self._packets) < self._frames_max:
            kind = next(iter(self._newest))
            self._packets.append(self._newest.pop(kind))


def _no_ack() -> None:
    """A notification cannot be asked for again."""
