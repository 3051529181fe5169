"""A Polar strap's control point as a script: which status it answers to which command."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from ingest.bluetooth import battery, heart_rate, polar_pmd
from tests.ingest.bluetooth.peer import Peer

SETTINGS, START, STOP = polar_pmd.READ_SETTINGS, polar_pmd.START, polar_pmd.STOP
OK_SETTINGS = bytes.fromhex("0001820001010E00")


@dataclass
class Control:
    """A control point by the statuses it will give, by command; an empty list: silence."""

    statuses: dict[bytes, list[int | None]] = field(default_factory=dict)
    settings: bytes = OK_SETTINGS
    echo: bool = True

    def obey(self, peer: Peer, characteristic: str, data: bytes) -> None:
        if characteristic != polar_pmd.CONTROL:
            return
        waiting = self.statuses.get(data, [])
        status = waiting.pop(0) if waiting else 0
        if status is None:
            return
        if self.echo:
            peer.tell(polar_pmd.CONTROL, bytes.fromhex("0F 05 00"))
        parameters = self.settings if data == SETTINGS and not status else b""
        peer.tell(polar_pmd.CONTROL, bytes((0xF0, data[0], data[1], status, 0)) + parameters)


def strap(control: Control | None = None) -> Peer:
    peer = Peer(
        {
            polar_pmd.CONTROL: bytes.fromhex("0F 05 00 00"),
            polar_pmd.DATA: b"",
            heart_rate.MEASUREMENT: b"",
            battery.LEVEL: b"\x50",
        }
    )
    peer.obey = partial((control or Control()).obey, peer)
    return peer
