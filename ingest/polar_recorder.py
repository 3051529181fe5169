"""PolarRecorder's JSON (an Android app for Polar straps): one map per packet, a stamp on every sample."""

from __future__ import annotations

from typing import Annotated, Final, Literal

import msgspec
import numpy as np

from dsp.types import Frame
from ingest.limits import MAX_ABS_UV, MAX_T_NS, DecodeError, sample_count

FS_HZ: Final = 130.0  # the only rate a Polar H10 streams ECG at
POLAR_EPOCH_NS: Final = 946_684_800 * 1_000_000_000  # 2000-01-01 UTC: where Polar's clock counts from
_RATE_TOLERANCE: Final = 0.05  # true rates run from 128 to 131 Hz; anything further is another stream
_NS_PER_S: Final = 1_000_000_000


class _Sample(msgspec.Struct):
    voltage: Annotated[int, msgspec.Meta(ge=-MAX_ABS_UV, le=MAX_ABS_UV)]
    timeStamp: Annotated[int, msgspec.Meta(ge=0, le=MAX_T_NS - POLAR_EPOCH_NS)]  # noqa: N815 - the wire's name


class _Packet(msgspec.Struct):
    dataType: Literal["ECG"]  # noqa: N815 - the wire's name
    data: list[_Sample]


_JSON: Final = msgspec.json.Decoder(_Packet)


def decode(device: str, payload: bytes) -> Frame:
    """The frame in ``payload``; its last sample's stamp is the frame's time. Raises DecodeError."""
    try:
        packet = _JSON.decode(payload)
    except msgspec.DecodeError as error:  # its text names the key and the types, not the values
        raise DecodeError(f"PolarRecorder JSON: {error}") from None
    except UnicodeDecodeError:
        raise DecodeError("PolarRecorder JSON: wanted UTF-8 text") from None
    except RecursionError:
        raise DecodeError(
            "PolarRecorder JSON: nested too deep; wanted one object with a list of samples"
        ) from None
    n = sample_count(len(packet.data), "data")
    if n > 1:
        spacing = float(np.median(np.diff([sample.timeStamp for sample in packet.data])))
        if abs(spacing * FS_HZ / _NS_PER_S - 1) > _RATE_TOLERANCE:
            raise DecodeError(f"timeStamp: wanted samples {FS_HZ:.0f} times a second, in order")
    return Frame(
        device=device,
        seq=None,
        last_sample_ns=packet.data[-1].timeStamp + POLAR_EPOCH_NS,
        fs_hz=FS_HZ,
        uv=np.array([sample.voltage for sample in packet.data], dtype=np.int32),
    )
