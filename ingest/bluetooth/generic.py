"""Home-made sensors: GATT notifications of packed samples, read as a profile in the configuration says."""

from __future__ import annotations

import contextlib
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from dsp.types import Frame
from ingest.bluetooth import battery, heart_rate
from ingest.bluetooth.counting import Counting
from ingest.bluetooth.profile import CounterField, Profile, TimeField, Write, check_names
from ingest.bluetooth.samples import unpack, width
from ingest.bluetooth.uuids import full
from ingest.bluetooth.wearable import Notification, WearableError
from ingest.limits import MAX_ABS_UV, MAX_SEQ, MAX_T_NS, DecodeError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ingest.bluetooth.wearable import Gatt, Seen, Sink

__all__ = ["GenericWearable", "Profile", "Write", "check_names", "decode"]

FORMAT: Final = "gatt"
MAX_BYTES: Final = 512  # the longest value an attribute may have
_NS_PER_S: Final = 1_000_000_000
_NS: Final[Mapping[str, int]] = {"ns": 1, "us": 1_000, "ms": 1_000_000}
_WIDE_COUNTER: Final = 4  # bytes; begins again after a year at a hundred packets a second
_CONNECTION_BITS: Final = 32  # room for the packets of one connection above the second in which it began


def decode(
    device: str, payload: bytes, *, profile: Profile, count: int | None = None, ticks: int | None = None
) -> Frame:
    """The frame in ``payload``. Raises DecodeError.

    ``count``, ``ticks``: the numbers in the packet's counter and time stamp, going on where those begin
    again; None where it has none. A time beyond 2116 is none.
    """
    size, skip = width(profile.sample), profile.skip_bytes
    if not skip + size <= len(payload) <= MAX_BYTES:
        raise DecodeError(f"{profile.name}: wanted {skip + size} to {MAX_BYTES} bytes, got {len(payload)}")
    if (len(payload) - skip) % size:
        raise DecodeError(
            f"{profile.name}: wanted {skip} bytes and whole samples of {size} bytes, got {len(payload)} bytes"
        )
    units = unpack(profile.sample, payload[skip:]).astype(np.float64)
    uv = np.rint((units - profile.zero) * profile.uv_per_unit)
    if np.abs(uv).max() > MAX_ABS_UV:
        raise DecodeError(f"{profile.name}: wanted microvolts within +-{MAX_ABS_UV}; is uv_per_unit right?")
    counts_packets = profile.counter is not None and profile.counter.counts == "packets"
    return Frame(
        device=device,
        seq=count if counts_packets and count is not None and count <= MAX_SEQ else None,
        last_sample_ns=_last_sample_ns(profile, len(uv), count, ticks),
        fs_hz=profile.fs_hz,
        uv=uv.astype(np.int32),
        lead=profile.lead,
        stamps_last=profile.time is not None and profile.time.of == "last",
    )


def _last_sample_ns(profile: Profile, n: int, count: int | None, ticks: int | None) -> int | None:
    if profile.time is not None and ticks is not None:
        at_ns = ticks * _NS[profile.time.unit] + profile.time.epoch_s * _NS_PER_S
        if profile.time.of == "first":
            at_ns += round((n - 1) * _NS_PER_S / profile.fs_hz)
    elif profile.counter is not None and profile.counter.counts == "samples" and count is not None:
        at_ns = round((count + n - 1) * _NS_PER_S / profile.fs_hz)
    else:
        return None
    return at_ns if at_ns <= MAX_T_NS else None


class _Reading:
    """What is remembered of a profile's counters for as long as a link lasts."""

    def __init__(self, profile: Profile, sink: Sink) -> None:
        self._profile = profile
        self._sink = sink
        self._counter = _counting(profile.counter)
        self._time = _counting(profile.time)

    def hear(self, payload: bytes) -> None:
        """Take a packet in."""
        profile = self._profile
        samples = max(len(payload) - profile.skip_bytes, 0) // width(profile.sample)
        decoder = partial(
            decode,
            profile=profile,
            count=_take(self._counter, profile.counter, payload),
            ticks=_take(self._time, profile.time, payload),
        )
        self._sink.put(Notification(FORMAT, payload, decoder, samples))


def _counting(field: CounterField | TimeField | None) -> Counting | None:
    if field is None:
        return None
    # Numbers of a narrow counter say nothing across a lost link, however near they look: each connection
    # gets numbers of its own.
    narrow = field.bytes < _WIDE_COUNTER
    return Counting(8 * field.bytes, int(time.time()) << _CONNECTION_BITS if narrow else 0)


def _take(counting: Counting | None, field: CounterField | TimeField | None, payload: bytes) -> int | None:
    if counting is None or field is None or len(payload) < field.offset + field.bytes:
        return None
    raw = int.from_bytes(payload[field.offset : field.offset + field.bytes], field.order)
    return counting.take(raw)


class _Started:
    """A sensor that was started."""

    def __init__(self, gatt: Gatt, stop: Iterable[Write]) -> None:
        self._gatt = gatt
        self._stop = stop

    async def close(self) -> None:
        """Write what stops it."""
        with contextlib.suppress(WearableError):
            await _write(self._gatt, self._stop)


@dataclass(frozen=True, slots=True)
class GenericWearable:
    """A sensor of the kind that ``profile`` describes."""

    profile: Profile
    waveform: bool = True

    @property
    def kind(self) -> str:
        """``gatt-`` and the profile's name."""
        return self.profile.kind

    @property
    def title(self) -> str:
        """The profile's title, or else its name."""
        return self.profile.title or self.profile.name

    def recognises(self, seen: Seen) -> bool:
        """By its name where the profile has one, else by its service."""
        if self.profile.name_prefix:
            return (seen.name or "").startswith(self.profile.name_prefix)
        return self.profile.service_uuid in seen.services

    async def open(self, gatt: Gatt, sink: Sink, device: str) -> _Started:
        """See :class:`ingest.bluetooth.wearable.Wearable`."""
        wanted = [self.profile.characteristic, *(each.characteristic for each in self.profile.start)]
        for characteristic in wanted:
            if not gatt.offers(full(characteristic)):
                raise WearableError(
                    f"{self.title} has no characteristic {characteristic}; is the profile "
                    f"{self.profile.name!r} in the configuration right?"
                )
        await gatt.subscribe(self.profile.characteristic_uuid, _Reading(self.profile, sink).hear)
        await heart_rate.listen(gatt, sink, device)
        await battery.listen(gatt, sink, device)
        await _write(gatt, self.profile.start)
        return _Started(gatt, self.profile.stop)


async def _write(gatt: Gatt, writes: Iterable[Write]) -> None:
    for each in writes:
        await gatt.write(full(each.characteristic), each.octets, response=each.response)
