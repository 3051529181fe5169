"""Pairing over MQTT: requests with a transaction id, and what comes of each, also while it goes on.

Who may ask is the broker's access list to say. Addresses stay in the house: a wearable is chosen by the
number that it has in the scan of the last minutes, and nothing else can be paired.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import aclosing
from typing import TYPE_CHECKING, Annotated, Any, Final

import msgspec
from msgspec import Meta

from daemon.pairing_requests import Kind, Name, Rename, Scan, Unpair, Wear, do, plain, shown
from daemon.pairing_store import Wish
from daemon.questions import RateLimit
from dsp.types import HearthError

if TYPE_CHECKING:
    from collections.abc import Callable

    from daemon.pairing import PairingDesk
    from ingest.bluetooth.links import Candidate

    Say = Callable[[dict[str, Any]], None]

BYTES_MAX: Final = 1024  # a few names
AT_ONCE_MAX: Final = 2  # a deed beside a scan; more are told to wait
TOLD_MAX: Final = 32  # wearables in one message: more fit no list that people choose from
TOLD_EVERY_S: Final = 1.0  # a scan's news: quick enough for people, slow enough for the broker
REFUSED_EVERY_S: Final = 1.0  # a flood of requests makes no flood of refusals
WINDOW_S: Final = 300.0  # after a scan its wearables can be chosen for so long, and no longer
WHO: Final = "MQTT"


class PairChoice(msgspec.Struct, frozen=True, tag_field="op", tag="pair"):
    """Pair the wearable that had the number ``choice`` in the last scan."""

    choice: Annotated[int, Meta(ge=1, le=1_000_000)]
    kind: Kind | None = None
    wearer: Name | None = None
    name: Name | None = None


class _Envelope(msgspec.Struct, frozen=True):
    transaction: Annotated[str, Meta(max_length=64)] | None = None
    op: Annotated[str, Meta(max_length=16)] | None = None


class PairingOverMqtt:
    """Takes requests one by one. ``monotonic``: the clock of its windows and limits."""

    def __init__(self, desk: PairingDesk, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._desk = desk
        self._monotonic = monotonic
        self._limit = RateLimit(monotonic)
        self._busy = 0
        self._numbers: dict[str, int] = {}  # of addresses; as many as the last scan has shown
        self._last = 0
        self._until_s = float("-inf")
        self._refused_s = float("-inf")

    async def take(self, payload: bytes, say: Say) -> None:
        """Do what ``payload`` asks; whatever comes of it is told through ``say``, never raised."""
        told: dict[str, Any] = {"transaction": None, "op": None}
        if not self._limit.admits(WHO) or self._busy >= AT_ONCE_MAX:
            if self._monotonic() - self._refused_s >= REFUSED_EVERY_S:
                self._refused_s = self._monotonic()
                say(told | {"status": "busy", "error": "too many requests at once; try again in a moment"})
            return
        if len(payload) > BYTES_MAX:
            say(told | {"status": "not understood", "error": f"wanted at most {BYTES_MAX} bytes"})
            return
        self._busy += 1
        try:
            envelope = msgspec.json.decode(payload, type=_Envelope)
            told = {"transaction": envelope.transaction, "op": envelope.op}
            request = msgspec.json.decode(payload, type=Scan | PairChoice | Rename | Unpair | Wear)
            result = await self._do(request, lambda news: say(told | news))
        except msgspec.DecodeError as error:
            say(told | {"status": "not understood", "error": str(error)})
        except HearthError as error:
            say(told | {"status": "failed", "error": str(error)})
        else:
            say(told | {"status": "done", **result})
        finally:
            self._busy -= 1

    async def _do(self, request: Scan | PairChoice | Rename | Unpair | Wear, say: Say) -> dict[str, Any]:
        match request:
            case Scan():
                return await self._scan(request.seconds, say)
            case PairChoice():
                address = self._address(request.choice)
                say({"status": "pairing"})
                wish = Wish(address, request.kind, request.wearer, request.name)
                return plain(await self._desk.pair(wish, WHO))
            case _:
                return await do(self._desk, request, WHO)

    async def _scan(self, seconds: float, say: Say) -> dict[str, Any]:
        self._numbers.clear()
        table: tuple[Candidate, ...] = ()
        told: dict[str, Any] | None = None
        told_s = float("-inf")
        async with aclosing(self._desk.scan(seconds)) as tables:
            async for table in tables:
                self._until_s = self._monotonic() + WINDOW_S
                news = self._shown(table)
                if news != told and self._monotonic() - told_s >= TOLD_EVERY_S:
                    say({"status": "scanning", **news})
                    told, told_s = news, self._monotonic()
                await asyncio.sleep(0)
        return self._shown(table)

    def _shown(self, table: tuple[Candidate, ...]) -> dict[str, Any]:
        rows = []
        for candidate in table[:TOLD_MAX]:
            if candidate.address not in self._numbers:
                self._last += 1  # never a number twice: an old message must not choose another wearable
                self._numbers[candidate.address] = self._last
            row = plain(shown(candidate))
            del row["address"]
            rows.append({"choice": self._numbers[candidate.address], **row})
        return {"candidates": rows}

    def _address(self, choice: int) -> str:
        if self._monotonic() <= self._until_s:
            for address, number in self._numbers.items():
                if number == choice:
                    return address
        raise NoSuchChoice(choice)


class NoSuchChoice(HearthError):
    """No scan of the last minutes has shown a wearable of that number."""

    def __init__(self, choice: int) -> None:
        super().__init__(
            f"no wearable has the number {choice} now: scan, and choose within {WINDOW_S / 60:.0f} minutes"
        )
