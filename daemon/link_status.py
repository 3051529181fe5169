"""Where each wearable's Bluetooth link stands, as the running daemon says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import msgspec

from daemon.control import request, socket_path
from daemon.errors import ControlError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ANSWER_S: Final = 2.0  # it only looks something up


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkStatus:
    """``phase``: searching, connecting, streaming, off body, waiting, stopped; ``for_s``: how long.

    ``rssi_dbm``: None where the radio has not told; ``attempts``: failures in a row; ``trouble``: what stands
    in the way, as a sentence.
    """

    phase: str
    for_s: float
    rssi_dbm: int | None = None
    attempts: int = 0
    trouble: str | None = None


def links(path: Path) -> Mapping[str, LinkStatus]:
    """By device id; empty where no daemon that knows of Bluetooth serves the database at ``path``."""
    try:
        told = request(socket_path(path), {"op": "links"}, timeout_s=ANSWER_S)
        return msgspec.convert(told, dict[str, LinkStatus])
    except (ControlError, msgspec.ValidationError):
        return {}
