"""How published messages are written: compact JSON, times in UTC."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec

_encoder = msgspec.json.Encoder()


def encode(message: object) -> bytes:
    """``message`` as UTF-8 JSON."""
    return _encoder.encode(message)


def iso_utc(at_ns: int) -> str:
    """A wall time in ns since the Unix epoch, as people and programs read it; to the millisecond."""
    whole_s, rest_ns = divmod(at_ns, 1_000_000_000)
    moment = datetime.fromtimestamp(whole_s, UTC).replace(microsecond=rest_ns // 1_000_000 * 1000)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
