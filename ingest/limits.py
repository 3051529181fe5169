"""What an arriving payload may contain at most, and the error that says what was wrong with one."""

from __future__ import annotations

import re
from typing import Final

from dsp.types import FS_MAX_HZ, FS_MIN_HZ, HearthError

MAX_PAYLOAD_BYTES: Final = 1 << 20  # a minute at 1000 Hz as JSON is 0.4 MiB; leaves room for a wordy producer
MAX_FRAME_SAMPLES: Final = (
    60_000  # a minute at the highest rate; a wearable that catches up sends many frames
)
MAX_ABS_UV: Final = 1 << 23  # the widest converter in any wearable is 24 bits at 1 uV
MAX_SEQ: Final = (1 << 64) - 1  # the counter is a uint64 on the wire
MAX_T_NS: Final = 1 << 62  # year 2116: beyond it sums with frame lengths could leave int64
MAX_LEAD_CHARS: Final = 16  # the longest names in use ("aVR", "MLII", "CM5", "ECG lead I") are shorter
DEVICE_PATTERN: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")
_LEAD_PATTERN: Final = re.compile(r"[A-Za-z0-9+\- ]{1,16}")
_BATTERY_MAX_PCT: Final = 100


class DecodeError(HearthError):
    """A payload that is no frame. ``reason``: what was wrong and what was wanted, never what was in it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def device_id(text: str) -> str:
    """``text`` if it is a device id (``^[a-z0-9][a-z0-9-]{0,31}$``). Raises DecodeError if not."""
    if DEVICE_PATTERN.fullmatch(text) is None:
        raise DecodeError(
            "device id in the topic: wanted 1 to 32 of a-z, 0-9 and '-', beginning with a letter or digit"
        )
    return text


def sample_rate(fs_hz: float) -> float:
    """``fs_hz`` if it is a rate Hearth accepts, in Hz. Raises DecodeError if not."""
    if not FS_MIN_HZ <= fs_hz <= FS_MAX_HZ:  # also refuses NaN
        raise DecodeError(f"fs: wanted {FS_MIN_HZ:.0f} to {FS_MAX_HZ:.0f} Hz, got another number")
    return float(fs_hz)


def sample_count(n: int, key: str) -> int:
    """``n`` if a frame may have that many samples. Raises DecodeError if not."""
    if not 1 <= n <= MAX_FRAME_SAMPLES:
        raise DecodeError(f"{key}: wanted 1 to {MAX_FRAME_SAMPLES} samples, got {n}")
    return n


def lead_name(text: str) -> str:
    """``text`` if it can name a lead. Raises DecodeError if not."""
    if _LEAD_PATTERN.fullmatch(text) is None:
        raise DecodeError(f"lead: wanted 1 to {MAX_LEAD_CHARS} letters, digits, '+', '-' or spaces")
    return text


def battery(pct: int | None) -> int | None:
    """``pct`` if it is a battery level in percent, or None. Raises DecodeError if not."""
    if pct is not None and not 0 <= pct <= _BATTERY_MAX_PCT:
        raise DecodeError("bat: wanted 0 to 100 percent, got another number")
    return pct
