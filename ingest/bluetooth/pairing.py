"""Pairing one chosen wearable: connected, named, tried out, bonded where it wants that, let go."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Final

from bleak.backends.device import BLEDevice
from dbus_fast import DBusError, Variant

from ingest.bluetooth.diagnosis import ABORTED, NOT_FOUND, Unbonded, diagnose
from ingest.bluetooth.information import read_information
from ingest.bluetooth.kinds import recognise, wearable
from ingest.bluetooth.link import Unanswered, connected
from ingest.bluetooth.links import Identity
from ingest.bluetooth.pairing_agent import PASSKEY, pairing_window
from ingest.bluetooth.patience import carry_through, within
from ingest.bluetooth.system_bus import DEVICE
from ingest.bluetooth.trouble import BluetoothTrouble, Trouble
from ingest.bluetooth.wearable import LinkLost, Seen, WearableError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.bluetooth.link import Link
    from ingest.bluetooth.pace import Pace
    from ingest.bluetooth.pairing_agent import PairingAgent
    from ingest.bluetooth.profile import Profile
    from ingest.bluetooth.sighting import Sighting
    from ingest.bluetooth.station import Station
    from ingest.bluetooth.wearable import Notification, Wearable

ALREADY: Final = "org.bluez.Error.AlreadyExists"
TRIES: Final = 2  # the second without the keys of an earlier bond
BOND_LOOKS: Final = 5  # within a farewell's time: a bond that is under way is made in a second
PARTED_LOOKS: Final = 20  # in the time that a link has to go down
TRIAL: Final = "trial"  # the device id that a wearable has until it is paired

UNKNOWN: Final = Trouble(
    "refused",
    "The wearable offers nothing that Hearth can read: it is of no known kind. A home-made sensor is "
    "described by a profile in the configuration.",
)
BOND_REFUSED: Final = Trouble(
    "not_bonded",
    "The wearable wants a bond but refuses it. Make it forget other phones and gateways, or put it into its "
    "pairing mode, and try again.",
)


class Pairing:
    """Everything that one pairing needs. Not for two at a time on one message bus."""

    def __init__(self, station: Station, address: str, profiles: Sequence[Profile], pace: Pace) -> None:
        self._station = station
        self._address = address.upper()
        self._path = station.adapter.device_path(address)
        self._profiles = profiles
        self._pace = pace

    async def pair(self, kind: str | None) -> Identity:
        """Pair it; see ``Central.pair``.

        Raises:
            BluetoothTrouble: it cannot be paired, or the radio cannot be used.
        """
        try:
            return await self._pair(kind)
        except (WearableError, DBusError) as error:
            raise BluetoothTrouble(diagnose(error)) from error

    async def parted(self) -> None:
        """Wait, though not for ever, until an earlier link is down: until then BlueZ shows it as usable."""
        with contextlib.suppress(DBusError, BluetoothTrouble):
            for _ in range(PARTED_LOOKS):
                known = await self._station.device(self._address)
                if not (known and known.get("Connected")):
                    return
                await asyncio.sleep(self._pace.parted_s / PARTED_LOOKS)

    async def _pair(self, kind: str | None) -> Identity:
        for attempt in range(1, TRIES + 1):
            known = await self._station.device(self._address)
            bonded = bool(known and known.get("Paired"))
            try:
                identity = await self._attempt(kind, bonded=bonded)
                await self.parted()
            except asyncio.CancelledError:
                if not bonded:
                    await carry_through(self._undo())
                raise
            except (BluetoothTrouble, WearableError, DBusError) as error:
                trouble = diagnose(error, bonded=bonded)
                stale = bonded and (trouble == ABORTED or trouble.kind == "bond_lost")
                if attempt == TRIES or not stale:
                    if not bonded:
                        await self._undo()
                    raise BluetoothTrouble(trouble) from error
            else:
                return identity
            await self._station.forget(self._address)
        raise BluetoothTrouble(NOT_FOUND)

    async def _attempt(self, kind: str | None, *, bonded: bool) -> Identity:
        sighting, device = await self._find()
        async with (
            pairing_window(self._station.bus, self._path) as agent,
            connected(self._station, device, self._pace, failed=False) as link,
        ):
            chosen = self._kind(kind, sighting, link)
            try:
                await self._try_out(chosen, link)
            except (Unbonded, Unanswered, LinkLost) as error:
                if agent.wants_passkey:
                    raise BluetoothTrouble(PASSKEY) from error
                if bonded or isinstance(error, LinkLost):
                    raise
                await self._bond(agent)
                await self._try_out(chosen, link)
            known = await self._station.device(self._address) or {}
            information = await read_information(link)
            await self._station.bus.set_property(self._path, DEVICE, "Trusted", Variant("b", True))
            return Identity(
                address=self._address,
                kind=chosen.kind,
                name=information.name or (sighting.seen.name if sighting else None) or chosen.title,
                bonded=bool(known.get("Paired")),
                serial=information.serial,
                firmware=information.firmware,
                battery_pct=information.battery_pct,
                manufacturer=information.manufacturer,
                model=information.model,
                adapter=self._station.adapter.address or None,
            )

    async def _find(self) -> tuple[Sighting | None, BLEDevice]:
        """The wearable, heard or already connected."""
        known = await self._station.device(self._address)
        if known and known.get("Connected"):
            return None, BLEDevice(self._address, None, {"path": self._path, "props": known})
        with self._station.scanner.table(lambda _: None):
            try:
                found = await within(
                    self._pace.find_s,
                    self._station.scanner.find(self._address),
                    grace_s=self._pace.grace_s,
                )
            except TimeoutError as error:
                raise BluetoothTrouble(self._station.scanner.trouble or NOT_FOUND) from error
        return found, found.device

    def _kind(self, kind: str | None, sighting: Sighting | None, link: Link) -> Wearable:
        if kind is not None:
            return wearable(kind, self._profiles)
        offered = Seen(
            address=self._address,
            name=sighting.seen.name if sighting else None,
            services=link.services,
            manufacturer=sighting.seen.manufacturer if sighting else {},
        )
        found = (recognise(sighting.seen, self._profiles) if sighting else None) or recognise(
            offered, self._profiles
        )
        if found is None:
            raise BluetoothTrouble(UNKNOWN)
        return found

    async def _try_out(self, chosen: Wearable, link: Link) -> None:
        """Start and stop it: only that shows whether it lets us."""
        try:
            stream = await within(
                self._pace.open_s, chosen.open(link, _Nobody(), TRIAL), grace_s=self._pace.grace_s
            )
        except TimeoutError as error:
            raise Unanswered("The wearable does not start in time.") from error
        with contextlib.suppress(WearableError, TimeoutError):
            await carry_through(within(self._pace.close_s, stream.close(), grace_s=self._pace.grace_s))

    async def _bond(self, agent: PairingAgent) -> None:
        """Share keys. BlueZ asks our agent, because the request comes over its connection."""
        async with self._station.turn:
            try:
                await self._station.bus.call(self._path, "Pair", interface=DEVICE, answer_s=self._pace.pair_s)
            except DBusError as error:
                if error.type == ALREADY or await self._bonded_meanwhile():
                    return
                if agent.wants_passkey:
                    raise BluetoothTrouble(PASSKEY) from error
                trouble = diagnose(error)
                raise BluetoothTrouble(BOND_REFUSED if trouble.kind == "not_bonded" else trouble) from error
            except asyncio.CancelledError:
                await carry_through(self._cancel())
                raise

    async def _bonded_meanwhile(self) -> bool:
        """Whether there is a bond now: BlueZ may make one of its own accord, and refuse ours for that."""
        with contextlib.suppress(DBusError, BluetoothTrouble):
            for _ in range(BOND_LOOKS):
                known = await self._station.device(self._address)
                if known and known.get("Paired"):
                    return True
                await asyncio.sleep(self._pace.close_s / BOND_LOOKS)
        return False

    async def _cancel(self) -> None:
        with contextlib.suppress(DBusError, BluetoothTrouble):
            await self._station.bus.call(
                self._path, "CancelPairing", interface=DEVICE, answer_s=self._pace.close_s
            )

    async def _undo(self) -> None:
        """A wearable that could not be paired leaves no bond behind."""
        with contextlib.suppress(DBusError, BluetoothTrouble):
            known = await self._station.device(self._address)
            if known and known.get("Paired"):
                await self._station.forget(self._address)


class _Nobody:
    """Takes over what a wearable sends while it is only tried out."""

    def put(self, notification: Notification) -> None:
        """Nobody wants it."""

    def ended(self, reason: str) -> None:
        """It was about to be stopped anyway."""
