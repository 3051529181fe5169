"""What a wearable says of itself once it is connected: the Device Information service, 180A."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ingest.bluetooth import battery
from ingest.bluetooth.uuids import full
from ingest.bluetooth.wearable import LinkLost, WearableError
from ingest.bluetooth.words import readable

if TYPE_CHECKING:
    from ingest.bluetooth.wearable import Gatt

MODEL: Final = full("2a24")
SERIAL: Final = full("2a25")
FIRMWARE: Final = full("2a26")
SOFTWARE: Final = full("2a28")
MANUFACTURER: Final = full("2a29")
NAME: Final = full("2a00")


@dataclass(frozen=True, slots=True)
class Information:
    """Empty where it does not say."""

    manufacturer: str = ""
    model: str = ""
    serial: str = ""
    firmware: str = ""
    name: str = ""
    battery_pct: int | None = None


async def read_information(gatt: Gatt) -> Information:
    """Everything it says of itself; what it refuses to say stays empty.

    Raises:
        LinkLost: the link went.
    """
    return Information(
        manufacturer=_text(await _read(gatt, MANUFACTURER)),
        model=_text(await _read(gatt, MODEL)),
        serial=await read_serial(gatt),
        firmware=_text(await _read(gatt, FIRMWARE)) or _text(await _read(gatt, SOFTWARE)),
        name=_text(await _read(gatt, NAME)),
        battery_pct=battery.level(await _read(gatt, battery.LEVEL)),
    )


async def read_serial(gatt: Gatt) -> str:
    """Its serial number; errors as in ``read_information``."""
    return _text(await _read(gatt, SERIAL))


async def _read(gatt: Gatt, characteristic: str) -> bytes:
    if not gatt.offers(characteristic):
        return b""
    try:
        return await gatt.read(characteristic)
    except LinkLost:
        raise
    except WearableError:
        return b""


def _text(data: bytes) -> str:
    """As people may see it, from UTF-8. Some wearables end it with a zero byte."""
    return readable(data.partition(b"\x00")[0].decode("utf-8", errors="replace"))
