"""A Movesense sensor, as far as its GATT SensorData service shows it.

``taken`` is the truth: every message it made while somebody subscribed to its ECG.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from tests.bluetooth.peripheral import ATT_HEADER, Characteristic, Due, Peripheral, Service, uuid16
from tests.bluetooth.strap_ecg import Oscillator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dsp.types import IntArray

SERVICE: Final = "34802252-7185-4d5d-b431-630e7050e8f0"
COMMAND: Final = "34800001-7185-4d5d-b431-630e7050e8f0"
DATA: Final = "34800002-7185-4d5d-b431-630e7050e8f0"
BATTERY_SERVICE, BATTERY = uuid16(0x180F), uuid16(0x2A19)
AMERSPORTS: Final = 0x009F
SUBSCRIBE, UNSUBSCRIBE = 1, 2
ANSWER, MESSAGE, MORE = 1, 2, 3
OK, BAD_REQUEST, NOT_FOUND, NOT_AT_THIS_RATE = 200, 400, 404, 501
RATES_HZ: Final = (125, 128, 200, 250, 256, 500, 512)
SAMPLES: Final = 16
RESOURCE: Final = b"/Meas/ECG/"
HEAD: Final = 2  # code and reference, before everything


@dataclass(frozen=True, slots=True)
class Message:
    """``start``: on the sensor's own count of samples; ``at_ms``: device time of its first sample."""

    start: int
    at_ms: int
    units: IntArray
    handed: bool


class Movesense(Peripheral):
    """``signal``: first sample, count -> int32 in the sensor's units, at the rate it was asked for.

    ``rate_error``: how much quicker its oscillator runs than it says, as a share.
    """

    def __init__(
        self,
        signal: Callable[[int, int], IntArray],
        *,
        rate_error: float = 1e-4,
        serial: str = "174630000192",
        address: str = "0C:8C:DC:00:00:03",
        battery_pct: int = 70,
    ) -> None:
        super().__init__(
            address,
            f"Movesense {serial}",
            (
                Service(SERVICE, (Characteristic(COMMAND, ("write",)), Characteristic(DATA, ("notify",)))),
                Service(BATTERY_SERVICE, (Characteristic(BATTERY, ("read", "notify")),)),
            ),
            advertised=(uuid16(0xFDF3),),
            manufacturer={AMERSPORTS: b"\x01"},
            values={BATTERY: bytes([battery_pct])},
        )
        self.signal = signal
        self.rate_error = rate_error
        self.taken: list[Message] = []
        self._reference: int | None = None
        self._oscillator = Oscillator()
        self._next = 0

    @property
    def streaming(self) -> bool:
        """Somebody has subscribed to its ECG."""
        return self._reference is not None

    def disconnect(self) -> None:
        """Its subscriptions end with the link."""
        super().disconnect()
        self._reference = None

    def write(self, uuid: str, data: bytes) -> list[Due]:
        """Commands are answered with a status as in HTTP."""
        super().write(uuid, data)
        if uuid != COMMAND or len(data) < HEAD:
            return []
        status = self._obey(data[0], data[1], data[HEAD:])
        answer = (DATA, struct.pack("<BBH", ANSWER, data[1], status))
        return [answer] if self.hears(DATA) else []

    def events(self, end_s: float) -> Iterator[tuple[float, str, bytes]]:
        """Messages of 16 samples, in two packets where the link is narrow."""
        while self._reference is not None:
            at_s = self._oscillator.time_s(self._next + SAMPLES - 1)
            if at_s > end_s:
                return
            start_s = self._oscillator.time_s(self._next)
            units, heard = self.signal(self._next, SAMPLES), self.hears(DATA)
            message = Message(self._next, int(start_s * 1000), units, heard)
            self.taken.append(message)
            self._next += SAMPLES
            if heard:
                body = struct.pack("<I", message.at_ms) + units.astype("<i4").tobytes()
                room = self.mtu - ATT_HEADER - HEAD
                for code, at in zip(
                    (MESSAGE, MORE, MORE, MORE, MORE), range(0, len(body), room), strict=False
                ):
                    yield at_s, DATA, bytes([code, self._reference]) + body[at : at + room]

    def _obey(self, code: int, reference: int, about: bytes) -> int:
        if code == UNSUBSCRIBE:
            self._reference = None
            return OK
        if code != SUBSCRIBE:
            return BAD_REQUEST
        if not about.startswith(RESOURCE):
            return NOT_FOUND
        digits = about.removeprefix(RESOURCE)
        rate_hz = int(digits) if digits.isdigit() else 0
        if rate_hz not in RATES_HZ:
            return NOT_AT_THIS_RATE
        self._oscillator = Oscillator(rate_hz * (1.0 + self.rate_error), 0.0)
        self._reference, self._next = reference, self._oscillator.next_sample(self.now_s)
        return OK


def ramp(start: int, n: int) -> IntArray:
    """A signal in which every sample says which it is."""
    return np.arange(start, start + n, dtype=np.int32) % (1 << 17)
