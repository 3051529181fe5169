"""The seam behind which every kind of Bluetooth wearable stands: recognised, opened, heard, closed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from dsp.types import HearthError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ingest.frames import Decoder


class WearableError(HearthError):
    """A wearable does not do what its kind must do. The message is for its wearer."""


class Refused(WearableError):
    """A wearable answered a command with an error. ``status``: its own code."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


class LinkLost(WearableError):
    """The link went while something was asked of the wearable."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a wearable says of itself before any connection.

    ``services``: 128-bit UUIDs in small letters; ``manufacturer``: data by company id; ``rssi_dbm``: None
    where the radio does not tell.
    """

    address: str
    name: str | None = None
    rssi_dbm: int | None = None
    services: frozenset[str] = frozenset()
    manufacturer: Mapping[int, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Notification:
    """One complete message of a wearable. ``samples``: how many samples it holds; 0: no signal."""

    format: str
    payload: bytes
    decoder: Decoder
    samples: int = 0


class Sink(Protocol):
    """Where a wearable's module puts what it hears. Called by the link's callbacks: returns at once."""

    def put(self, notification: Notification) -> None:
        """Take a message over, or count it as dropped."""

    def ended(self, reason: str) -> None:
        """The wearable ended its stream by itself, though the link is there; ``reason`` is for its wearer."""


class Gatt(Protocol):
    """An open link, as far as a wearable's module needs it. Characteristics are named by 128-bit UUID.

    Every method raises LinkLost when the link goes, and WearableError when the wearable refuses.
    """

    @property
    def mtu(self) -> int:
        """The largest packet either side may send, in bytes."""

    def offers(self, characteristic: str) -> bool:
        """Whether the wearable has this characteristic."""

    async def read(self, characteristic: str) -> bytes:
        """Its present value."""

    async def write(self, characteristic: str, data: bytes, *, response: bool = True) -> None:
        """Set it; with ``response`` the wearable has confirmed when this returns."""

    async def subscribe(self, characteristic: str, hear: Callable[[bytes], None]) -> None:
        """From now on ``hear`` is called with each notification or indication, in the event loop's thread."""


class Stream(Protocol):
    """A wearable that has been started."""

    async def close(self) -> None:
        """Tell the wearable to stop, so that it may sleep. Not called when the link is lost."""


class Wearable(Protocol):
    """One kind of wearable. Stateless: what lasts as long as a link is in its Stream."""

    @property
    def kind(self) -> str:
        """The word for it in the store and in the configuration, such as ``polar-h10``."""

    @property
    def title(self) -> str:
        """What people call it, such as ``Polar H10``."""

    @property
    def waveform(self) -> bool:
        """Whether it sends ECG; else only heart rate and RR intervals."""

    def recognises(self, seen: Seen) -> bool:
        """Whether an advertisement is of this kind."""

    async def open(self, gatt: Gatt, sink: Sink, device: str) -> Stream:
        """Subscribe and start. ``device``: the id that its decoded frames carry.

        Raises:
            Refused, WearableError: it cannot be started; the message says why and what helps.
            LinkLost: the link went.
        """
