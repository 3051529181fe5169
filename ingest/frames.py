"""Frames as they arrive: bytes with their way back to the sender, and the formats they are decoded by."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from dsp.types import Charge
from ingest import hearth_format, polar_recorder
from ingest.limits import MAX_PAYLOAD_BYTES, DecodeError, device_id

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsp.types import Arrival, Frame

    Decoder = Callable[[str, bytes], Arrival]

__all__ = ["DECODERS", "DecodeError", "RawFrame", "decode", "device_id", "encode"]


@dataclass(frozen=True, slots=True)
class RawFrame:
    """One undecoded packet of a wearable.

    ``source``: where it came in ("mqtt", "ble"). ``device``: the id it came under, empty where that was not a
    valid one. ``format``: a key of DECODERS. ``received_ns``: the gateway's wall clock, ns since the Unix
    epoch; ``monotonic_ns``: its monotonic clock at the same moment, for timers. ``ack``: says to the sender
    that the packet need not come again; to be called once, after COMMIT, in the event loop's thread.
    ``decoder``: for a source whose packets cannot be read without what was agreed with the wearable before;
    else ``format`` tells. ``signal``: whether it holds samples, as far as its source knows. ``dropped``: what
    was lost at our own queue directly before it: samples where it holds some, else packets.
    """

    source: str
    device: str
    format: str
    payload: bytes
    received_ns: int
    ack: Callable[[], None]
    monotonic_ns: int = 0
    decoder: Decoder | None = None
    dropped: int = 0
    signal: bool = True


DECODERS: Final[Mapping[str, Decoder]] = {
    "hearth": hearth_format.decode,
    "polar-recorder": polar_recorder.decode,
}


def decode(raw: RawFrame) -> Arrival:
    """What ``raw`` holds.

    Raises:
        DecodeError: the device id, the format's name, the size or the payload is not what it must be.
    """
    device = device_id(raw.device)
    decoder = raw.decoder or DECODERS.get(raw.format)
    if decoder is None:
        raise DecodeError(f"format: wanted one of {', '.join(DECODERS)}")
    size = len(raw.payload)
    if not 1 <= size <= MAX_PAYLOAD_BYTES:
        raise DecodeError(f"payload: wanted 1 to {MAX_PAYLOAD_BYTES} bytes, got {size}")
    arrival = decoder(device, raw.payload)
    if raw.dropped and not isinstance(arrival, Charge):
        return replace(arrival, dropped=raw.dropped)
    return arrival


def encode(frame: Frame, fmt: Literal["cbor", "json"] = "cbor") -> bytes:
    """``frame`` in the ``hearth`` format; decoding gives it back (the device id travels in the topic)."""
    return hearth_format.encode(frame, fmt)
