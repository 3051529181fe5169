"""Every request of the local socket to whom it concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from daemon import pairing_requests, reanalysis_requests

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daemon.bluetooth import Bluetooth
    from daemon.control import Reply
    from daemon.desk import Desk
    from daemon.pairing import PairingDesk
    from daemon.reanalysis_requests import ReanalysisDesk


class Reception:
    """Knows who answers what."""

    def __init__(
        self, desk: Desk, pairing: PairingDesk, bluetooth: Bluetooth, reanalysis: ReanalysisDesk
    ) -> None:
        self._desk = desk
        self._pairing = pairing
        self._bluetooth = bluetooth
        self._reanalysis = reanalysis

    async def handle(self, message: Mapping[str, Any]) -> Reply:
        """Answer one request.

        Raises:
            HearthError: it cannot be done, or is no request; its words are for who asked.
        """
        match message.get("op"):
            case "links":
                return pairing_requests.links(self._bluetooth.links)
            case op if op in pairing_requests.OPS:
                return await pairing_requests.handle(self._pairing, message)
            case op if op in reanalysis_requests.OPS:
                return await self._reanalysis.handle(message)
            case "ask" if message.get("stream") is True:
                return self._desk.stream(message)
            case _:
                return await self._desk.handle(message)
