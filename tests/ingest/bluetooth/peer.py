"""The other side of a link in memory, and the ear on this side."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.bluetooth.wearable import LinkLost, WearableError
from ingest.frames import RawFrame, decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsp.types import Arrival
    from ingest.bluetooth.wearable import Notification


@dataclass
class Peer:
    """A wearable by its characteristics and their values.

    ``obey``: called with each write; it may call ``tell``. ``refuses``: pairs of an operation (read, write,
    subscribe) and a characteristic. ``lost_after``: so many operations succeed, then the link is gone.
    """

    values: dict[str, bytes]
    obey: Callable[[str, bytes], None] = lambda _characteristic, _data: None
    refuses: set[tuple[str, str]] = field(default_factory=set)
    lost_after: int | None = None
    mtu: int = 232
    done: list[tuple[str, str, bytes]] = field(default_factory=list)
    ears: dict[str, Callable[[bytes], None]] = field(default_factory=dict)

    def offers(self, characteristic: str) -> bool:
        return characteristic in self.values

    async def read(self, characteristic: str) -> bytes:
        self._do("read", characteristic)
        return self.values[characteristic]

    async def write(self, characteristic: str, data: bytes, *, response: bool = True) -> None:
        self._do("write" if response else "command", characteristic, data)
        self.obey(characteristic, data)

    async def subscribe(self, characteristic: str, hear: Callable[[bytes], None]) -> None:
        self._do("subscribe", characteristic)
        self.ears[characteristic] = hear

    def tell(self, characteristic: str, data: bytes) -> None:
        self.ears[characteristic](data)

    @property
    def written(self) -> list[bytes]:
        return [data for operation, _, data in self.done if operation in {"write", "command"}]

    def _do(self, operation: str, characteristic: str, data: bytes = b"") -> None:
        if self.lost_after is not None and len(self.done) >= self.lost_after:
            raise LinkLost("The link is gone.")
        self.done.append((operation, characteristic, data))
        if not self.offers(characteristic) or (operation, characteristic) in self.refuses:
            raise WearableError(f"No {operation} here.")


@dataclass
class Ear:
    """A sink that keeps everything."""

    heard: list[Notification] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)

    def put(self, notification: Notification) -> None:
        self.heard.append(notification)

    def ended(self, reason: str) -> None:
        self.reasons.append(reason)

    def arrivals(self, device: str = "w1") -> list[Arrival]:
        """What was heard, decoded as the daemon does it."""
        return [
            decode(RawFrame("ble", device, each.format, each.payload, 0, lambda: None, 0, each.decoder))
            for each in self.heard
        ]
