"""Polar's measurement data service (PMD): its commands and answers, and its ECG frames.

Little-endian throughout. A command is answered by an indication ``F0 command type status more parameters``;
while ``more`` is not 0, further parameters follow in further answers. ``01 type...`` is no answer: the strap
stopped these measurements. Anything else on the control point is an echo of a read. An ECG frame is type (six
bits), u64 ns since 2000-01-01 of its *last* sample, frame type, then int24 microvolts.

Source: Polar BLE SDK (github.com/polarofficial/polar-ble-sdk), PmdControlPointResponse, PmdSetting, EcgData.
Compressed frames (frame type bit 7) are defined there for motion and optical signals; for ECG the SDK itself
refuses them, so their layout is not public and they are refused here. Frame types 1 to 3 come from watches,
in other units.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsp.types import Frame
from ingest.bluetooth.samples import unpack
from ingest.bluetooth.wearable import Refused, WearableError
from ingest.limits import MAX_T_NS, DecodeError
from ingest.polar_recorder import POLAR_EPOCH_NS

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT: Final = "polar-pmd"
CONTROL: Final = "fb005c81-02e7-f387-1cad-8acd2d8df0c8"
DATA: Final = "fb005c82-02e7-f387-1cad-8acd2d8df0c8"
FS_HZ: Final = 130  # nominal; the true rate of a strap is 128 to 131 Hz
RESOLUTION_BITS: Final = 14

ECG: Final = 0
READ_SETTINGS: Final = bytes((1, ECG))
START: Final = bytes((2, ECG, 0, 1, FS_HZ, 0, 1, 1, RESOLUTION_BITS, 0))
STOP: Final = bytes((3, ECG))

OK: Final = 0
ALREADY_STREAMING: Final = 6
MAX_BYTES: Final = 512  # the longest value an attribute may have
_TYPE_BITS: Final = 0x3F
_FEATURES: Final = 0x0F
_HEADER: Final = 10
_SAMPLE: Final = 3
_COMPRESSED: Final = 0x80
_SAMPLE_RATE, _RESOLUTION = 0, 1
_WIDTHS: Final[Mapping[int, int]] = {0: 2, 1: 2, 2: 2, 3: 4, 4: 1, 5: 4}  # bytes of a value, by setting
_COMMANDS: Final[Mapping[int, str]] = {
    1: "the question for its ECG settings",
    2: "the start of ECG",
    3: "the stop of ECG",
}
_STATUSES: Final[Mapping[int, str]] = {
    1: "it does not know this command; its firmware is too old, update it with the Polar app",
    2: "it has no ECG; is it a Polar H10?",
    3: "it does not support this; update its firmware with the Polar app",
    4: "the command has the wrong length for its firmware; update it with the Polar app",
    5: "it does not accept a setting; update its firmware with the Polar app",
    ALREADY_STREAMING: "it is streaming already; close other apps that use the strap",
    7: f"it does not offer {RESOLUTION_BITS} bits",
    8: f"it does not offer {FS_HZ} Hz",
    9: "it does not offer this range",
    10: "the link's packets are too small for it; the Bluetooth adapter must allow packets of 232 bytes",
    11: "it does not offer this number of channels",
    12: "it is busy with something else; end a recording or a training that runs on it, then wait a minute",
    13: "it is in its charger; take it out",
    14: "its memory is full; delete recordings on it with the Polar app",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the strap answers to a command. ``more``: further parameters come in another answer."""

    command: int
    measurement: int
    status: int
    more: bool = False
    parameters: bytes = b""


@dataclass(frozen=True, slots=True)
class Stopped:
    """The strap ended these measurements by itself."""

    measurements: frozenset[int]


def control_message(data: bytes) -> Answer | Stopped | None:
    """What the control point said; None: nothing that was meant for us (the echo of a read, or cut short)."""
    match data[:1]:
        case b"\xf0" if len(data) >= 4:  # noqa: PLR2004 - F0, command, type, status
            return Answer(data[1], data[2] & _TYPE_BITS, data[3], any(data[4:5]), data[5:])
        case b"\x01":
            return Stopped(frozenset(kind & _TYPE_BITS for kind in data[1:]))
        case _:
            return None


def check(answer: Answer) -> None:
    """Raise Refused, in words, unless ``answer`` is a yes."""
    if answer.status == OK:
        return
    command = _COMMANDS.get(answer.command, "a command")
    why = _STATUSES.get(answer.status, "it gives a reason that Hearth does not know")
    raise Refused(f"The strap refused {command}: {why} (status {answer.status}).", answer.status)


def offers_ecg(features: bytes) -> bool:
    """Whether the control point's value, as read, lists ECG among the measurements."""
    return len(features) > 1 and features[0] == _FEATURES and bool(features[1] & 1 << ECG)


def settings(parameters: bytes) -> dict[int, frozenset[int]]:
    """The values on offer by setting (0: Hz, 1: bits).

    Raises:
        WearableError: the list is cut short, or has a setting whose width is not known.
    """
    found: dict[int, frozenset[int]] = {}
    at = 0
    while at < len(parameters):
        width = _WIDTHS.get(parameters[at])
        count = parameters[at + 1] if at + 1 < len(parameters) else None
        if width is None or count is None or at + 2 + count * width > len(parameters):
            raise WearableError(
                "The strap's list of ECG settings cannot be read; update its firmware with the Polar app."
            )
        values = parameters[at + 2 : at + 2 + count * width]
        found[parameters[at]] = frozenset(
            int.from_bytes(values[i : i + width], "little") for i in range(0, len(values), width)
        )
        at += 2 + len(values)
    return found


def check_settings(parameters: bytes) -> None:
    """Raise WearableError, in words, unless the settings that :data:`START` asks for are on offer."""
    offered = settings(parameters)
    for setting, wanted, unit in ((_SAMPLE_RATE, FS_HZ, "Hz"), (_RESOLUTION, RESOLUTION_BITS, "bits")):
        values = offered.get(setting, frozenset())
        if wanted not in values:
            listed = ", ".join(str(value) for value in sorted(values)) or "nothing"
            raise WearableError(
                f"The strap offers its ECG at {listed} {unit}, Hearth needs {wanted} {unit}; "
                "is it a Polar H10?"
            )


def sample_count(payload: bytes) -> int:
    """How many samples an ECG frame of this length holds."""
    return max(len(payload) - _HEADER, 0) // _SAMPLE


def is_ecg(payload: bytes) -> bool:
    """Whether a packet of the data characteristic is of the ECG measurement."""
    return len(payload) > 0 and payload[0] & _TYPE_BITS == ECG


def decode(device: str, payload: bytes, *, lead: str = "I") -> Frame:
    """The frame in ``payload``; every int24 is a plausible number of microvolts. Raises DecodeError.

    A time stamp of 0, or one that leaves int64, is no time.
    """
    if not _HEADER + _SAMPLE <= len(payload) <= MAX_BYTES:
        raise DecodeError(f"Polar frame: wanted {_HEADER + _SAMPLE} to {MAX_BYTES} bytes, got {len(payload)}")
    if not is_ecg(payload):
        raise DecodeError(f"Polar frame: wanted measurement {ECG} (ECG), got {payload[0] & _TYPE_BITS}")
    if payload[9] & _COMPRESSED:
        raise DecodeError("Polar frame: wanted plain samples; Polar has not published compressed ECG")
    if payload[9]:
        raise DecodeError(f"Polar frame: wanted frame type 0 (microvolts), got {payload[9]}")
    if (len(payload) - _HEADER) % _SAMPLE:
        raise DecodeError("Polar frame: wanted samples of 3 bytes each, the last one is cut")
    stamp = int.from_bytes(payload[1:9], "little")
    return Frame(
        device=device,
        seq=None,
        last_sample_ns=stamp + POLAR_EPOCH_NS if 0 < stamp <= MAX_T_NS - POLAR_EPOCH_NS else None,
        fs_hz=float(FS_HZ),
        uv=unpack("int24le", payload[_HEADER:]),
        lead=lead,
        stamps_last=True,
    )


def encode(stamp: int, uv: list[int]) -> bytes:
    """An ECG frame as a strap sends it; decoding gives it back. ``stamp``: ns since 2000-01-01."""
    samples = b"".join(value.to_bytes(_SAMPLE, "little", signed=True) for value in uv)
    return bytes((ECG,)) + stamp.to_bytes(8, "little") + b"\x00" + samples
