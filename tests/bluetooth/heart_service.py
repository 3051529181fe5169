"""The Heart Rate service of a wearable, and a strap that has nothing else."""

from __future__ import annotations

import struct
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tests.bluetooth.peripheral import Characteristic, Peripheral, Service, uuid16
from tests.bluetooth.strap_ecg import Oscillator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

HEART_RATE_SERVICE, HEART_RATE = uuid16(0x180D), uuid16(0x2A37)
BATTERY_SERVICE, BATTERY = uuid16(0x180F), uuid16(0x2A19)
CONTACT_SUPPORTED, CONTACT, RR_PRESENT = 0x04, 0x02, 0x10
RR_PER_S: Final = 1024
DEFAULT_RR_SAMPLES: Final = 104  # 0.8 s
LOOK_BACK_S: Final = 4.0  # for the beat before the last one
SLOWEST_BYTE: Final = 255  # bpm that fit into the short form


def steady_beats(start: int, end: int) -> Sequence[int]:
    """Samples of the beats from ``start`` up to ``end``, where nobody says which."""
    return range(-(-start // DEFAULT_RR_SAMPLES) * DEFAULT_RR_SAMPLES, end, DEFAULT_RR_SAMPLES)


class HeartRate:
    """Measures once a second. ``beats``: first sample, end -> samples of the beats between."""

    def __init__(self, oscillator: Oscillator, beats: Callable[[int, int], Sequence[int]]) -> None:
        self.oscillator = oscillator
        self.beats = beats
        self._next_s = 1.0

    def until(self, end_s: float, *, worn: bool) -> Iterator[tuple[float, bytes]]:
        """Measurements due by ``end_s``: when, and value. Each is given once."""
        while self._next_s <= end_s:
            at_s = self._next_s
            self._next_s += 1.0
            yield at_s, self._measure(at_s) if worn else bytes([CONTACT_SUPPORTED, 0])

    def _measure(self, at_s: float) -> bytes:
        """The RR intervals that ended in the second before ``at_s``, and the rate by the last one."""
        count, time_s = self.oscillator.count, self.oscillator.time_s
        since, until = int(count(at_s - 1.0)), int(count(at_s))
        peaks = list(self.beats(max(0, int(count(at_s - LOOK_BACK_S))), until))
        pairs = [(b, time_s(b) - time_s(a)) for a, b in pairwise(peaks)]
        rr_s = [rr for beat, rr in pairs if beat >= since]
        bpm = min(round(60.0 / pairs[-1][1]), SLOWEST_BYTE) if pairs else 0
        flags = CONTACT_SUPPORTED | CONTACT | (RR_PRESENT if rr_s else 0)
        return struct.pack(f"<BB{len(rr_s)}H", flags, bpm, *(round(rr * RR_PER_S) for rr in rr_s))


class HeartRateStrap(Peripheral):
    """A strap of no particular make: heart rate, RR intervals and battery; no bond, no waveform."""

    def __init__(
        self,
        *,
        beats: Callable[[int, int], Sequence[int]] = steady_beats,
        name: str = "HRM-Dual:123456",
        address: str = "C8:00:00:00:00:02",
        battery_pct: int = 60,
    ) -> None:
        super().__init__(
            address,
            name,
            (
                Service(HEART_RATE_SERVICE, (Characteristic(HEART_RATE, ("notify",)),)),
                Service(BATTERY_SERVICE, (Characteristic(BATTERY, ("read", "notify")),)),
            ),
            advertised=(HEART_RATE_SERVICE,),
            values={BATTERY: bytes([battery_pct])},
        )
        self.heart = HeartRate(Oscillator(), beats)
        self.worn = True
        self.told: list[bytes] = []  # every measurement that was handed to the link

    def events(self, end_s: float) -> Iterator[tuple[float, str, bytes]]:
        """Heart rate each second."""
        for at_s, value in self.heart.until(end_s, worn=self.worn):
            if self.hears(HEART_RATE):
                self.told.append(value)
                yield at_s, HEART_RATE, value
