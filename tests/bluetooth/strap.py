"""A Polar H10, as far as its GATT services show it.

It knows the truth: ``taken`` holds every frame it sampled while measuring, with device time, and how often it
was handed to the link. What got lost after that, the host of the model says with ``lost``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.bluetooth import strap_control as control
from tests.bluetooth.heart_service import (
    BATTERY,
    BATTERY_SERVICE,
    HEART_RATE,
    HEART_RATE_SERVICE,
    HeartRate,
    steady_beats,
)
from tests.bluetooth.peripheral import (
    ATT_HEADER,
    CCCD_IMPROPERLY_CONFIGURED,
    MTU_MIN,
    AttError,
    Characteristic,
    Due,
    Peripheral,
    Service,
    uuid16,
)
from tests.bluetooth.strap_control import Status
from tests.bluetooth.strap_ecg import (
    FRAME_SAMPLES,
    HEADER,
    SAMPLE_BYTES,
    UNSET_CLOCK_NS,
    Clock,
    Oscillator,
    Sampler,
    Taken,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dsp.types import IntArray

PMD_SERVICE: Final = "fb005c80-02e7-f387-1cad-8acd2d8df0c8"
PMD_CONTROL: Final = "fb005c81-02e7-f387-1cad-8acd2d8df0c8"
PMD_DATA: Final = "fb005c82-02e7-f387-1cad-8acd2d8df0c8"
BODY_LOCATION: Final = uuid16(0x2A38)

INFORMATION_SERVICE: Final = uuid16(0x180A)
MODEL, SERIAL, FIRMWARE, MAKER = (uuid16(n) for n in (0x2A24, 0x2A25, 0x2A26, 0x2A29))
POLAR_SERVICE: Final = uuid16(0xFEEE)
POLAR_COMPANY: Final = 0x006B

OFF_BODY_DROP_S: Final = 45.0  # it hangs up so long after it has left the body


class Strap(Peripheral):
    """``signal_uv``: first sample, count -> int32 microvolts, on the oscillator's grid.

    ``beats``: first sample, end -> samples of the beats between, for heart rate and RR. ``start_ns``: what
    its clock says when it is made, ns since 2000; it forgets that in ``power_cycle``. ``ecg_after_s``: from
    the start command to the first sample. ``bond``: the control point wants an encrypted link.
    ``mtu_wanted``: starting fails on a link with less. ``keeps_measuring``: a lost link does not end the
    measurement, so that starting again answers ALREADY.
    """

    def __init__(
        self,
        signal_uv: Callable[[int, int], IntArray],
        *,
        fs_true_hz: float = 130.1,
        wander_hz: float = 0.01,
        clock_ppm: float = 0.0,
        start_ns: int = UNSET_CLOCK_NS,
        beats: Callable[[int, int], Sequence[int]] = steady_beats,
        serial: str = "A1B2C3D4",
        address: str = "A0:9E:1A:00:00:01",
        bond: bool = True,
        battery_pct: int = 80,
        ecg_after_s: float = 0.0,
        duplicate: float = 0.0,
        swap: float = 0.0,
        seed: int = 1,
        mtu_wanted: int = MTU_MIN,
        keeps_measuring: bool = True,
    ) -> None:
        super().__init__(
            address,
            f"Polar H10 {serial}",
            _services(bond=bond),
            advertised=(HEART_RATE_SERVICE, POLAR_SERVICE),
            manufacturer={POLAR_COMPANY: bytes.fromhex("720800000000")},
            values={
                PMD_CONTROL: control.FEATURES,
                BODY_LOCATION: b"\x01",
                BATTERY: bytes([battery_pct]),
                MODEL: b"H10",
                SERIAL: serial.encode(),
                FIRMWARE: b"5.0.0",
                MAKER: b"Polar Electro Oy",
            },
        )
        oscillator = Oscillator(fs_true_hz, wander_hz)
        self.ecg = Sampler(signal_uv, oscillator, Clock(0.0, start_ns, clock_ppm), duplicate, swap, seed)
        self.heart = HeartRate(oscillator, beats)
        self.ecg_after_s = ecg_after_s
        self.mtu_wanted = mtu_wanted
        self.keeps_measuring = keeps_measuring
        self.worn = True
        self.commands: list[bytes] = []  # everything written to the control point
        self._refusals: dict[int, list[int]] = {}
        self._off_since_s: float | None = None

    @property
    def taken(self) -> list[Taken]:
        """Every frame it sampled while measuring."""
        return self.ecg.taken

    @property
    def streaming(self) -> bool:
        """It measures: it was started and not stopped, whether anybody listens or not."""
        return self.ecg.running

    @property
    def asleep(self) -> bool:
        """Off the body for long, with nothing to measure: nobody can see it."""
        off_s = self._off_since_s
        idle = not self.link and not self.streaming
        return idle and off_s is not None and self.now_s >= off_s + OFF_BODY_DROP_S

    @property
    def advertising(self) -> bool:
        """It can be seen while it is worn, and off the body until it would have hung up."""
        off_s = self._off_since_s
        return not self.link and (off_s is None or self.now_s < off_s + OFF_BODY_DROP_S)

    def off_body(self) -> None:
        """It is taken off: no contact from now on, and 45 s later it hangs up."""
        if self.worn:
            self.worn, self._off_since_s = False, self.now_s
            self.hang_up_at(self.now_s + OFF_BODY_DROP_S)

    def on_body(self) -> None:
        """It is put on; one that has slept has forgotten its time."""
        if self.asleep:
            self.power_cycle()
        self.worn, self._off_since_s = True, None
        self.hang_up_at(None)

    def power_cycle(self) -> None:
        """Its battery is taken out: link, measurement and clock are gone; keys stay."""
        self.disconnect()
        self.ecg.stop()
        self.ecg.clock.set_at_s, self.ecg.clock.set_to_ns = self.now_s, UNSET_CLOCK_NS

    def refuse(self, op: int, status: int, times: int = 1) -> None:
        """Answer the next ``times`` commands of this kind (strap_control.START ...) with ``status``."""
        self._refusals.setdefault(op, []).extend([status] * times)

    def stop_itself(self) -> None:
        """It ends the measurement unasked, and says so."""
        self.ecg.stop()
        self.tell(PMD_CONTROL, bytes([control.STOPPED, 0]))
        self.values[PMD_CONTROL] = control.FEATURES

    def lost(self, uuid: str, data: bytes) -> None:
        """This notification did not reach the other side, though it was handed to the link."""
        if uuid != PMD_DATA:
            return
        last_ns = HEADER.unpack_from(data)[1]
        for frame in reversed(self.taken):
            if frame.last_ns == last_ns:
                frame.handed -= 1
                return
        raise ValueError("no frame of this strap")

    def connect(self, mtu: int = MTU_MIN) -> None:
        """A link; one that is off the body ends it again."""
        super().connect(mtu)
        if self._off_since_s is not None:
            self.hang_up_at(max(self.now_s, self._off_since_s + OFF_BODY_DROP_S))

    def disconnect(self) -> None:
        """The link is gone; the measurement runs on unless told otherwise."""
        super().disconnect()
        self.ecg.unheard()
        if not self.keeps_measuring:
            self.ecg.stop()

    def write(self, uuid: str, data: bytes) -> list[Due]:
        """The control point answers with an indication; ATT errors as the real one gives."""
        if uuid != PMD_CONTROL:
            return super().write(uuid, data)
        kept = self.values[PMD_CONTROL]
        super().write(uuid, data)
        self.values[PMD_CONTROL] = kept  # a read tells features, never the last command
        if not {PMD_CONTROL, PMD_DATA} <= self.subscribed:
            raise AttError(CCCD_IMPROPERLY_CONFIGURED)
        self.commands.append(data)
        return [(PMD_CONTROL, self._obey(data))]

    def events(self, end_s: float) -> Iterator[tuple[float, str, bytes]]:
        """Heart rate each second, and frames of ECG."""
        n = min(FRAME_SAMPLES, (self.mtu - ATT_HEADER - HEADER.size) // SAMPLE_BYTES)
        heard = self.hears(PMD_DATA)
        for at_s, payload in self.ecg.frames(end_s, n, heard=heard, worn=self.worn):
            yield at_s, PMD_DATA, payload
        for at_s, payload in self.heart.until(end_s, worn=self.worn):
            if self.hears(HEART_RATE):
                yield at_s, HEART_RATE, payload

    def _obey(self, command: bytes) -> bytes:
        status = self._status(command)
        if status != Status.OK:
            return control.answer(command, status)
        op = command[0]
        if op == control.GET_SETTINGS:
            return control.answer(command, status, control.ECG_SETTINGS)
        if op == control.START:
            self.ecg.start(self.now_s + self.ecg_after_s)
        else:
            self.ecg.stop()
        return control.answer(command, status)

    def _status(self, command: bytes) -> int:
        if command and (refusals := self._refusals.get(command[0])):
            return refusals.pop(0)
        status = control.check(command)
        if status != Status.OK or command[0] == control.GET_SETTINGS:
            return status
        if (command[0] == control.START) == self.streaming:
            return Status.ALREADY
        if command[0] == control.START and self.mtu < self.mtu_wanted:
            return Status.BAD_MTU
        return Status.OK


def _services(*, bond: bool) -> tuple[Service, ...]:
    def read(*uuids: str) -> tuple[Characteristic, ...]:
        return tuple(Characteristic(uuid, ("read",)) for uuid in uuids)

    return (
        Service(INFORMATION_SERVICE, read(MAKER, MODEL, SERIAL, FIRMWARE)),
        Service(HEART_RATE_SERVICE, (Characteristic(HEART_RATE, ("notify",)), *read(BODY_LOCATION))),
        Service(BATTERY_SERVICE, (Characteristic(BATTERY, ("read", "notify")),)),
        Service(
            PMD_SERVICE,
            (
                Characteristic(PMD_CONTROL, ("read", "write", "indicate"), encrypted=bond),
                Characteristic(PMD_DATA, ("notify",)),
            ),
        ),
    )
