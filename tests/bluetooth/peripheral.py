"""What every model of a Bluetooth wearable has: services, a link, a bond, and a time of its own.

Models are pure: no radio, no event loop. Whatever hosts one (a fake BlueZ, a virtual controller) connects
it, carries reads, writes and subscriptions to it, and calls ``advance`` with the seconds that have passed;
what is due then comes back, in order.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# ATT error codes, Bluetooth Core Specification 5.3, Vol 3, Part F, 3.4.1.1
READ_NOT_PERMITTED: Final = 0x02
WRITE_NOT_PERMITTED: Final = 0x03
INSUFFICIENT_AUTHENTICATION: Final = 0x05
REQUEST_NOT_SUPPORTED: Final = 0x06
INVALID_LENGTH: Final = 0x0D
CCCD_IMPROPERLY_CONFIGURED: Final = 0xFD

MTU_MIN: Final = 23  # what every link has before anybody asks for more
ATT_HEADER: Final = 3  # of a notification, so that much less than the MTU is payload

Due = tuple[str, bytes]  # characteristic, value: one notification or indication


def uuid16(short: int) -> str:
    """The 128-bit form of an assigned number."""
    return f"0000{short:04x}-0000-1000-8000-00805f9b34fb"


class AttError(Exception):
    """The wearable answers a request with an ATT error. ``code``: its number."""

    def __init__(self, code: int) -> None:
        super().__init__(f"ATT error 0x{code:02x}")
        self.code = code


@dataclass(frozen=True, slots=True)
class Characteristic:
    """``flags``: what BlueZ calls them: read, write, write-without-response, notify, indicate.

    ``encrypted``: reads and writes need an encrypted link, so a bond.
    """

    uuid: str
    flags: tuple[str, ...]
    encrypted: bool = False

    @property
    def tells(self) -> bool:
        return "notify" in self.flags or "indicate" in self.flags


@dataclass(frozen=True, slots=True)
class Service:
    uuid: str
    characteristics: tuple[Characteristic, ...]


@dataclass
class Peripheral:
    """``address``: as on the air, ``A0:9E:1A:00:00:01``. ``advertised``: UUIDs in its advertisements.

    ``link``: connected now, as it sees it itself: it may hang up during ``advance``. ``bonded``: it has kept
    keys. ``encrypted``: the link is. ``now_s``: seconds since it was made. ``mtu``: of the present link.
    """

    address: str
    name: str
    services: tuple[Service, ...]
    advertised: tuple[str, ...] = ()
    manufacturer: Mapping[int, bytes] = field(default_factory=dict)
    values: dict[str, bytes] = field(default_factory=dict)
    link: bool = False
    bonded: bool = False
    encrypted: bool = False
    mtu: int = MTU_MIN
    now_s: float = 0.0
    links: int = 0  # how often it was connected
    subscribed: set[str] = field(default_factory=set)
    _hang_up_s: float | None = None
    _waiting: list[Due] = field(default_factory=list)

    @property
    def advertising(self) -> bool:
        """Whether it can be seen and connected."""
        return not self.link

    def characteristic(self, uuid: str) -> Characteristic:
        """One of its characteristics; KeyError if it has none of that name."""
        for service in self.services:
            for one in service.characteristics:
                if one.uuid == uuid:
                    return one
        raise KeyError(uuid)

    def connect(self, mtu: int = MTU_MIN) -> None:
        """A link is there; a bond is not yet made use of."""
        self.link, self.mtu, self.encrypted = True, mtu, False
        self.links += 1

    def disconnect(self) -> None:
        """The link is gone, whoever ended it; subscriptions go with it."""
        self.link = self.encrypted = False
        self.subscribed.clear()
        self._waiting.clear()
        self._hang_up_s = None

    def pair(self) -> None:
        """Keys are exchanged and kept, and the link is encrypted."""
        self.bonded = self.encrypted = True

    def encrypt(self) -> bool:
        """Encrypt the link with the kept keys; False if it has none, which is how a lost bond shows."""
        self.encrypted = self.bonded
        return self.encrypted

    def forget(self) -> None:
        """It loses its keys, as after a reset by another phone."""
        self.bonded = self.encrypted = False

    def read(self, uuid: str) -> bytes:
        """Value of a characteristic; AttError where it must not be read."""
        self._permit(uuid, {"read"}, READ_NOT_PERMITTED)
        return self.values.get(uuid, b"")

    def write(self, uuid: str, data: bytes) -> list[Due]:
        """Take a value over; AttError where it must not be written. Answers at once with what is due."""
        self._permit(uuid, {"write", "write-without-response"}, WRITE_NOT_PERMITTED)
        self.values[uuid] = data
        return []

    def subscribe(self, uuid: str) -> None:
        """Write its client characteristic configuration; AttError where it has none."""
        self._permit(uuid, {"notify", "indicate"}, REQUEST_NOT_SUPPORTED)
        self.subscribed.add(uuid)

    def unsubscribe(self, uuid: str) -> None:
        """Likewise off."""
        self.subscribed.discard(uuid)

    def hears(self, uuid: str) -> bool:
        """Whether somebody would get a notification of this characteristic now."""
        return self.link and uuid in self.subscribed

    def tell(self, uuid: str, data: bytes) -> None:
        """Notify this with the next ``advance``, if anybody listens."""
        self.values[uuid] = data
        if self.hears(uuid):
            self._waiting.append((uuid, data))

    def lost(self, uuid: str, data: bytes) -> None:
        """The host says: this was handed over in time, and never reached the other side."""

    def advance(self, seconds: float) -> list[Due]:
        """Time passes; what has become due, oldest first. It may hang up meanwhile: look at ``link``."""
        end_s = self.now_s + seconds
        due, self._waiting = self._waiting, []
        hang_up_s = self._hang_up_s
        if hang_up_s is not None and hang_up_s <= end_s:
            due += self._pass(hang_up_s)
            self.disconnect()
        due += self._pass(end_s)
        return due

    def events(self, end_s: float) -> Iterable[tuple[float, str, bytes]]:
        """What happens from ``now_s`` until ``end_s`` that somebody hears: when, characteristic, value."""
        del end_s
        return ()

    def hang_up_at(self, at_s: float | None) -> None:
        """End the link at ``at_s`` of its own time; None: not any more."""
        self._hang_up_s = at_s

    def _pass(self, end_s: float) -> list[Due]:
        happened = sorted(self.events(end_s), key=lambda event: event[0])  # stable: what is equal stays so
        self.now_s = end_s
        for _, uuid, data in happened:
            self.values[uuid] = data
        return [(uuid, data) for _, uuid, data in happened]

    def _permit(self, uuid: str, wanted: set[str], code: int) -> None:
        characteristic = self.characteristic(uuid)
        if not wanted & set(characteristic.flags):
            raise AttError(code)
        if characteristic.encrypted and not self.encrypted:
            raise AttError(INSUFFICIENT_AUTHENTICATION)
