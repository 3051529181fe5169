"""The Battery service: how much charge a wearable has left.

Source: Bluetooth SIG, Battery Service 1.0; Battery Level is one byte, 0 to 100 percent.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from dsp.types import Charge
from ingest.bluetooth.uuids import full
from ingest.bluetooth.wearable import LinkLost, Notification, WearableError
from ingest.limits import DecodeError

if TYPE_CHECKING:
    from ingest.bluetooth.wearable import Gatt, Sink

FORMAT: Final = "battery"
SERVICE: Final = full("180f")
LEVEL: Final = full("2a19")
_MAX_PCT: Final = 100

log = logging.getLogger(__name__)


def level(payload: bytes) -> int | None:
    """The level in ``payload``, percent; None where it is none."""
    return payload[0] if len(payload) == 1 and payload[0] <= _MAX_PCT else None


def decode(device: str, payload: bytes) -> Charge:
    """The level in ``payload``. Raises DecodeError."""
    found = level(payload)
    if found is None:
        raise DecodeError(
            f"battery level: wanted 1 byte of 0 to {_MAX_PCT} percent, got {len(payload)} bytes"
        )
    return Charge(device, found)


async def listen(gatt: Gatt, sink: Sink, device: str) -> None:
    """Put the present level and every later one into ``sink``, as far as the wearable tells them.

    Raises:
        LinkLost: the link went. A wearable that does not tell its level is no error.
    """
    if not gatt.offers(LEVEL):
        return

    def hear(payload: bytes) -> None:
        sink.put(Notification(FORMAT, payload, decode))

    try:
        hear(await gatt.read(LEVEL))
        await gatt.subscribe(LEVEL, hear)
    except LinkLost:
        raise
    except WearableError as error:
        log.info("%s: its battery level is not told as it changes: %s", device, error)
