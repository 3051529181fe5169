"""Movesense sensors: ECG through the GATT SensorData protocol.

A command is its code, a reference that answers carry, and what it is about. A packet is its code (1: answer,
2: data, 3: more of the data before it), the reference, then for an answer a u16 status as in HTTP, for ECG
u32 ms since the sensor started and 16 int32; everything little-endian.

Sources: movesense.com/docs/esw/gatt_sensordata_protocol and the firmware's own sample
(movesense-device-lib, gatt_sensordata_app). One unit of ``/Meas/ECG`` is 1/20/2^17 V, as its maker told on
Stack Overflow ("Unit of measurement for ECG data"). ``/Meas/ECG/RATE/mV`` is not used: firmware before 2.3
lacks it, and later ones send floats or integers. The stamp is that of the first sample: the interface says
so for other measurements (meas/acc.yaml: "Local timestamp of first measurement"), and the converters built
for Movesense's logs (movesense-py, ms_json2csv) read ECG so.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.types import Frame
from ingest.bluetooth import battery, heart_rate
from ingest.bluetooth.counting import Counting
from ingest.bluetooth.samples import unpack
from ingest.bluetooth.wearable import Notification, Refused, WearableError
from ingest.limits import MAX_ABS_UV, MAX_T_NS, DecodeError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ingest.bluetooth.wearable import Gatt, Seen, Sink

FORMAT: Final = "movesense"
SERVICE: Final = "34802252-7185-4d5d-b431-630e7050e8f0"
COMMAND: Final = "34800001-7185-4d5d-b431-630e7050e8f0"
DATA: Final = "34800002-7185-4d5d-b431-630e7050e8f0"
# 250 Hz times a QRS to 4 ms and holds all that the sensor's own low-pass of 40 Hz lets through; 500 Hz would
# only double the radio's work and empty the button cell sooner. The medical line knows 128, 256 and 512 only.
RATES_HZ: Final = (250, 256, 125, 128)
UV_PER_UNIT: Final = 1e6 / 20 / (1 << 17)  # 0.3815
SAMPLES: Final = 16  # of a message: ArraySize of /Meas/ECG/Info
ANSWER_S: Final = 8.0  # it answers within a second; less than an opening may take in all
MAX_BYTES: Final = 512  # of a message put together; four times the longest known
NOT_AT_THIS_RATE: Final = 501
_SUBSCRIBE, _UNSUBSCRIBE = 1, 2
_ANSWER, _DATA, _MORE = 1, 2, 3
_HEADER: Final = 4
_SAMPLE: Final = 4
_WHOLE: Final = _HEADER + SAMPLES * _SAMPLE
_ERROR: Final = 400
_NS_PER_MS: Final = 1_000_000
_NS_PER_S: Final = 1_000_000_000
_NAME: Final = re.compile(r"Movesense( .*)?")
_SWAPPED: Final = {0xFB01: 507}  # what firmware 2.0 writes in the other byte order
_STATUSES: Final[Mapping[int, str]] = {
    400: "it does not understand the request; update its firmware with the Movesense app",
    403: "it does not allow it; another app may have locked it",
    404: "its firmware has no ECG; update it with the Movesense app",
    409: "it is busy with something else, such as recording to its memory",
    500: "it failed inside; take its battery out and put it back",
    NOT_AT_THIS_RATE: f"it has none of the rates {', '.join(map(str, RATES_HZ))} Hz",
    503: "it is busy with something else; close other apps that use it",
    507: "it has no room for another listener; close other apps that use it",
}


class Assembly:
    """Puts the messages of one subscription together from packets."""

    def __init__(self, reference: int) -> None:
        self._reference = reference
        self._pending: bytes | None = None

    def take(self, packet: bytes) -> list[bytes]:
        """The messages that are complete with ``packet``, each a stamp and its samples.

        One whose end was lost, or that is shorter than usual, is given when the next begins, with the whole
        samples that it has. What has no beginning, no whole sample or no end is dropped: the stamps show
        the gap.
        """
        if len(packet) < 2 or packet[1] != self._reference or packet[0] not in {_DATA, _MORE}:  # noqa: PLR2004 - code, reference
            return []
        given = []
        if packet[0] == _DATA:
            if self._pending is not None and len(self._pending) >= _HEADER + _SAMPLE:
                given.append(self._pending[: len(self._pending) - len(self._pending) % _SAMPLE])
            self._pending = b""
        if self._pending is not None:
            self._pending += packet[2:]
            if len(self._pending) > MAX_BYTES:
                self._pending = None
            elif len(self._pending) >= _WHOLE:
                given.append(self._pending)
                self._pending = None
        return given


def decode(device: str, payload: bytes, *, rate_hz: int, at_ms: int | None = None, lead: str = "I") -> Frame:
    """The frame in a message put together. Raises DecodeError.

    ``at_ms``: the message's stamp, going on where 32 bits begin again after 49.7 days.
    """
    if not _HEADER + _SAMPLE <= len(payload) <= MAX_BYTES:
        raise DecodeError(f"Movesense: wanted {_HEADER + _SAMPLE} to {MAX_BYTES} bytes, got {len(payload)}")
    if (len(payload) - _HEADER) % _SAMPLE:
        raise DecodeError("Movesense: wanted samples of 4 bytes each, the last one is cut")
    uv = np.rint(unpack("int32le", payload[_HEADER:]) * UV_PER_UNIT)
    if np.abs(uv).max() > MAX_ABS_UV:
        raise DecodeError(f"Movesense: wanted microvolts within +-{MAX_ABS_UV}")
    first_ms = int.from_bytes(payload[:_HEADER], "little") if at_ms is None else at_ms
    last_ns = first_ms * _NS_PER_MS + round((len(uv) - 1) * _NS_PER_S / rate_hz)
    return Frame(
        device=device,
        seq=None,
        last_sample_ns=last_ns if last_ns <= MAX_T_NS else None,
        fs_hz=float(rate_hz),
        uv=uv.astype(np.int32),
        lead=lead,
    )


def status_of(packet: bytes, reference: int) -> int | None:
    """The status in the answer to the command with ``reference``; None: ``packet`` is no such answer."""
    if len(packet) < 4 or (packet[0], packet[1]) != (_ANSWER, reference):  # noqa: PLR2004 - and two of status
        return None
    status = int.from_bytes(packet[2:4], "little")
    return _SWAPPED.get(status, status)


def check(status: int) -> None:
    """Raise Refused, in words, unless ``status`` is a yes."""
    if status >= _ERROR:
        why = _STATUSES.get(status, "it gives a reason that Hearth does not know")
        raise Refused(f"The sensor refused to send ECG: {why} (status {status}).", status)


class _Subscription:
    """ECG at one rate, asked for under one reference."""

    def __init__(self, gatt: Gatt, reference: int, rate_hz: int) -> None:
        self._gatt = gatt
        self.reference = reference
        self.rate_hz = rate_hz
        self.assembly = Assembly(reference)
        self.stamps = Counting(32)
        self.agreed: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def hear(self, packet: bytes) -> list[bytes]:
        """Take a packet in; the messages that are complete with it."""
        status = status_of(packet, self.reference)
        messages = self.assembly.take(packet)
        if messages and status is None:
            status = 200  # firmware 2.0 answers only to refuse: data are its yes
        if status is not None and not self.agreed.done():
            self.agreed.set_result(status)
        return messages

    async def start(self, answer_s: float) -> None:
        """Ask for it. Raises Refused, WearableError, LinkLost."""
        path = f"/Meas/ECG/{self.rate_hz}".encode()
        await self._gatt.write(COMMAND, bytes((_SUBSCRIBE, self.reference)) + path)
        try:
            async with asyncio.timeout(answer_s):
                check(await self.agreed)
        except TimeoutError:
            raise WearableError("The sensor does not answer; take its battery out and put it back.") from None

    async def close(self) -> None:
        """Ask for no more of it."""
        with contextlib.suppress(WearableError):
            await self._gatt.write(COMMAND, bytes((_UNSUBSCRIBE, self.reference)))


@dataclass(frozen=True, slots=True)
class Movesense:
    """A Movesense sensor. ``lead``: what its strap or electrodes record."""

    lead: str = "I"
    answer_s: float = ANSWER_S
    kind: str = "movesense"
    title: str = "Movesense"
    waveform: bool = True

    def recognises(self, seen: Seen) -> bool:
        """By its name, or by its service."""
        return _NAME.fullmatch(seen.name or "") is not None or SERVICE in seen.services

    async def open(self, gatt: Gatt, sink: Sink, device: str) -> _Subscription:
        """See :class:`ingest.bluetooth.wearable.Wearable`."""
        if not (gatt.offers(COMMAND) and gatt.offers(DATA)):
            raise WearableError(
                "This sensor's firmware does not send its data over plain Bluetooth: install version 2.3 or "
                "later, or the GATT SensorData one, with the Movesense app."
            )
        asked = [_Subscription(gatt, number, rate) for number, rate in enumerate(RATES_HZ, start=1)]

        def hear(packet: bytes) -> None:
            for each in asked:
                for message in each.hear(packet):
                    _put(sink, each, message, self.lead)

        await gatt.subscribe(DATA, hear)
        await heart_rate.listen(gatt, sink, device)
        await battery.listen(gatt, sink, device)
        for each in asked[:-1]:
            try:
                await each.start(self.answer_s)
            except Refused as refused:
                if refused.status != NOT_AT_THIS_RATE:
                    raise
            else:
                return each
        await asked[-1].start(self.answer_s)
        return asked[-1]


def _put(sink: Sink, subscription: _Subscription, message: bytes, lead: str) -> None:
    at_ms = subscription.stamps.take(int.from_bytes(message[:_HEADER], "little"))
    decoder = partial(decode, rate_hz=subscription.rate_hz, at_ms=at_ms, lead=lead)
    sink.put(Notification(FORMAT, message, decoder, (len(message) - _HEADER) // _SAMPLE))
