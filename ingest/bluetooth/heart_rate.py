"""The Heart Rate service: rate, RR intervals and skin contact, and the straps that offer nothing more.

Source: Bluetooth SIG, Heart Rate Service 1.0 and GATT Specification Supplement 3.113. Heart Rate Measurement
is flags (bit 0: the rate has 16 bits; bit 1: contact; bit 2: contact is told; bit 3: energy, 16 bits; bit 4:
RR intervals), the rate in bpm, then those of energy in kJ and RR intervals in 1/1024 s, oldest first, that
the flags announce; everything little-endian.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from dsp.types import Pulse
from ingest.bluetooth import battery
from ingest.bluetooth.uuids import full
from ingest.bluetooth.wearable import LinkLost, Notification, WearableError
from ingest.limits import DecodeError

if TYPE_CHECKING:
    from ingest.bluetooth.wearable import Gatt, Seen, Sink

FORMAT: Final = "heart-rate"
SERVICE: Final = full("180d")
MEASUREMENT: Final = full("2a37")
MAX_BPM: Final = 300  # no heart beats faster; a strap that says so counts something else
MAX_BYTES: Final = 512  # the longest value an attribute may have
_WIDE, _CONTACT, _TELLS_CONTACT, _ENERGY, _RR = 0x01, 0x02, 0x04, 0x08, 0x10

log = logging.getLogger(__name__)
_warned: set[str] = set()  # wearables that refuse it, which they do at every reconnect; as few as are worn


def decode(device: str, payload: bytes, *, waveform: bool = True) -> Pulse:
    """The pulse in ``payload``. Raises DecodeError.

    An RR interval of 0 is none: some straps fill up with it. ``waveform``: whether ECG comes beside it.
    """
    if not 1 <= len(payload) <= MAX_BYTES:
        raise DecodeError(f"heart rate: wanted 1 to {MAX_BYTES} bytes, got {len(payload)}")
    flags = payload[0]
    rr_at = 1 + (2 if flags & _WIDE else 1) + (2 if flags & _ENERGY else 0)
    if len(payload) < rr_at:
        raise DecodeError(f"heart rate: wanted {rr_at} bytes by its flags, got {len(payload)}")
    hr_bpm = int.from_bytes(payload[1:3] if flags & _WIDE else payload[1:2], "little")
    if hr_bpm > MAX_BPM:
        raise DecodeError(f"heart rate: wanted 0 to {MAX_BPM} bpm, got another number")
    rest = payload[rr_at:]
    if rest and not flags & _RR:
        raise DecodeError(f"heart rate: wanted {rr_at} bytes by its flags, got {len(payload)}")
    if len(rest) % 2:
        raise DecodeError("heart rate: wanted RR intervals of 2 bytes each, the last one is cut")
    intervals = (int.from_bytes(rest[at : at + 2], "little") for at in range(0, len(rest), 2))
    return Pulse(
        device,
        hr_bpm,
        rr_1024=tuple(interval for interval in intervals if interval),
        contact=bool(flags & _CONTACT) if flags & _TELLS_CONTACT else None,
        waveform=waveform,
    )


async def subscribe(gatt: Gatt, sink: Sink, *, waveform: bool) -> None:
    """Put every measurement into ``sink``. Raises WearableError, LinkLost."""
    decoder = partial(decode, waveform=waveform)

    def hear(payload: bytes) -> None:
        sink.put(Notification(FORMAT, payload, decoder))

    await gatt.subscribe(MEASUREMENT, hear)


async def listen(gatt: Gatt, sink: Sink, device: str) -> None:
    """As :func:`subscribe`, beside ECG: where the wearable refuses, it goes on without.

    Raises:
        LinkLost: the link went.
    """
    if not gatt.offers(MEASUREMENT):
        return
    try:
        await subscribe(gatt, sink, waveform=True)
    except LinkLost:
        raise
    except WearableError as error:
        level = logging.DEBUG if device in _warned else logging.WARNING
        _warned.add(device)
        log.log(level, "%s: no RR intervals and no skin contact beside its ECG: %s", device, error)


class Listening:
    """A wearable that sends for as long as it is listened to: the end of the link is its end."""

    async def close(self) -> None:
        """Nothing has to be told."""


@dataclass(frozen=True, slots=True)
class HeartRate:
    """Any strap with the Heart Rate service: rate and RR intervals, no ECG."""

    kind: str = "heart-rate"
    title: str = "Heart rate strap"
    waveform: bool = False

    def recognises(self, seen: Seen) -> bool:
        """Whether it announces the service."""
        return SERVICE in seen.services

    async def open(self, gatt: Gatt, sink: Sink, device: str) -> Listening:
        """See :class:`ingest.bluetooth.wearable.Wearable`."""
        if not gatt.offers(MEASUREMENT):
            raise WearableError("This wearable has no heart rate to send; is it a heart rate strap?")
        await subscribe(gatt, sink, waveform=self.waveform)
        await battery.listen(gatt, sink, device)
        return Listening()
