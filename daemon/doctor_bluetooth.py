"""Checks of Bluetooth: what a wearable needs from the gateway before it can be heard."""

from __future__ import annotations

import asyncio
import re
from contextlib import aclosing, closing
from typing import TYPE_CHECKING, Any, Final

from dbus_fast import DBusError

from daemon.check import advice, good, skipped, wrong
from daemon.doctor_machine import command
from ingest.bluetooth.adapter import Adapters
from ingest.bluetooth.diagnosis import diagnose
from ingest.bluetooth.kinds import UnknownKind, wearable
from ingest.bluetooth.rfkill import RFKILL, blocked
from ingest.bluetooth.system_bus import BLUEZ, DEVICE, OBJECTS, SystemBus
from ingest.bluetooth.trouble import BluetoothTrouble, Trouble
from storage import migrations, pairings
from storage.database import StoreError, open_reader

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterator, Mapping, Sequence
    from pathlib import Path

    from daemon.check import Check
    from ingest.bluetooth.adapter import Adapter
    from ingest.bluetooth.settings import BluetoothSettings
    from storage.pairings import Pairing

    Objects = Mapping[str, Mapping[str, Mapping[str, Any]]]

ANSWER_S: Final = 5.0  # BlueZ answers within milliseconds unless it hangs
BLUEZ_MIN: Final = (5, 55)  # bleak wants it: older ones forget services and lose notifications
PASSIVE_MIN: Final = "5.56 with --experimental"
PLACES: Final = (
    "/usr/libexec/bluetooth/bluetoothd",
    "/usr/lib/bluetooth/bluetoothd",
    "/usr/sbin/bluetoothd",
    "bluetoothd",
)
WHAT: Final = "Bluetooth"
MEND: Final = {
    "no_bus": "sudo systemctl start dbus; in a container, share /run/dbus with it",
    "no_permission": "deploy/install.sh puts deploy/hearth-dbus.conf into /etc/dbus-1/system.d, for the user "
    "hearth: sudo systemctl reload dbus, then look again as that user: sudo -u hearth hearth doctor",
    "no_bluez": "sudo apt install bluez, then sudo systemctl enable --now bluetooth",
    "no_answer": "sudo systemctl restart bluetooth",
    "no_adapter": "plug an adapter in, or mend adapter under [bluetooth]; bluetoothctl list shows them",
    "blocked": "sudo rfkill unblock bluetooth",
    "powered_off": "bluetoothctl power on, or power_on = true under [bluetooth]",
}


def bluetooth(settings: BluetoothSettings, database: Path, rfkill: Path = RFKILL) -> Iterator[Check]:
    """Everything about it, or one line where nobody wants it."""
    paired = _paired(database)
    if settings.enabled == "no":
        yield skipped(WHAT, "switched off in the configuration")
        if paired:
            yield advice(
                "paired wearables",
                f"{len(paired)} cannot be heard while Bluetooth is switched off",
                'set enabled = "auto" under [bluetooth], or hearth devices unpair DEVICE',
            )
    elif settings.enabled == "auto" and not paired:
        yield skipped(WHAT, "no wearable is paired (hearth pair finds one)")
    else:
        yield from asyncio.run(_all(settings, paired, rfkill))


def version(said: str | None) -> Check:
    """What ``bluetoothd --version`` said, as a verdict; None: it is not found here."""
    found = re.search(r"(\d+)\.(\d+)", said or "")
    if found is None:
        return skipped("BlueZ", "its version cannot be told here")
    if (int(found[1]), int(found[2])) < BLUEZ_MIN:
        wanted = ".".join(map(str, BLUEZ_MIN))
        return wrong(
            "BlueZ", f"{found[0]} is too old", f"install BlueZ {wanted} or newer, with a newer system"
        )
    return good("BlueZ", found[0])


async def _all(settings: BluetoothSettings, paired: Sequence[Pairing], rfkill: Path) -> list[Check]:
    checks = []
    async with aclosing(_each(settings, paired, rfkill)) as found:
        async for check in found:
            checks.append(check)  # noqa: PERF401 - what was found before something broke counts
    return checks


async def _each(
    settings: BluetoothSettings, paired: Sequence[Pairing], rfkill: Path
) -> AsyncGenerator[Check, None]:
    yield version(next((said for place in PLACES if (said := command(place, "--version"))), None))
    for pairing in paired:
        if (check := _kind(settings, pairing)) is not None:
            yield check
    try:
        objects = await _objects()
    except BluetoothTrouble as found:
        yield _wrong(found.trouble)
        return
    adapters = Adapters()
    adapters.reset(objects)
    adapter = adapters.choose(settings.adapter)
    yield _wrong(adapter) if isinstance(adapter, Trouble) else _adapter(adapter, settings, rfkill)
    for pairing in paired:
        if pairing.bonded and (check := _bond(pairing, adapters, settings, objects)) is not None:
            yield check


async def _objects() -> Objects:
    """Everything that BlueZ has, as this user may see it.

    Raises:
        BluetoothTrouble: the bus, BlueZ or a permission is missing.
    """
    bus = await SystemBus.connect(ANSWER_S)
    try:
        answer = await bus.call("/", "GetManagedObjects", interface=OBJECTS, destination=BLUEZ)
    except DBusError as error:
        raise BluetoothTrouble(diagnose(error)) from error
    finally:
        await bus.close()
    objects: Objects = answer[0]
    return objects


def _adapter(adapter: Adapter, settings: BluetoothSettings, rfkill: Path) -> Check:
    switched = blocked(adapter.name, rfkill)
    if switched is not None:
        return _wrong(switched)
    said = f"{adapter.name} ({adapter.address})"
    if not adapter.powered and not settings.power_on:
        return wrong("Bluetooth adapter", f"{said} is switched off", MEND["powered_off"])
    if not adapter.powered:
        return good("Bluetooth adapter", f"{said} is switched off; Hearth switches it on")
    if settings.passive and not adapter.monitors:
        return good(
            "Bluetooth adapter",
            f"{said} is on; wearables are looked for actively (passively from BlueZ {PASSIVE_MIN})",
        )
    return good("Bluetooth adapter", f"{said} is on")


def _kind(settings: BluetoothSettings, pairing: Pairing) -> Check | None:
    try:
        wearable(pairing.kind, settings.profiles)
    except UnknownKind:
        return wrong(
            f"wearable {pairing.device}",
            f"is of the kind {pairing.kind!r}, which nothing describes",
            "put its profile back under [[bluetooth.profiles]], or hearth devices unpair " + pairing.device,
        )
    return None


def _bond(
    pairing: Pairing, adapters: Adapters, settings: BluetoothSettings, objects: Objects
) -> Check | None:
    """Of a bonded wearable. Its keys are one adapter's: the one it was paired over, else the configured one.

    None: the configured one is not there, which has been told.
    """
    adapter = adapters.choose(pairing.adapter or settings.adapter)
    if isinstance(adapter, Trouble):
        return _adapter_gone(pairing, pairing.adapter) if pairing.adapter else None
    if objects.get(adapter.device_path(pairing.address), {}).get(DEVICE, {}).get("Paired"):
        return good(f"wearable {pairing.device}", "its bond is there")
    return wrong(
        f"wearable {pairing.device}",
        "BlueZ has lost its bond: the wearable will refuse to send",
        f"hearth pair --address {pairing.address}, while it is worn",
    )


def _adapter_gone(pairing: Pairing, adapter: str) -> Check:
    return wrong(
        f"wearable {pairing.device}",
        f"the Bluetooth adapter {adapter}, over which it was paired, is not there",
        f"plug it in again, or hearth pair --address {pairing.address} with another, while it is worn",
    )


def _wrong(trouble: Trouble) -> Check:
    what = "Bluetooth adapter" if trouble.kind in {"no_adapter", "blocked", "powered_off"} else WHAT
    return wrong(what, trouble.sentence, MEND.get(trouble.kind, "sudo systemctl restart bluetooth"))


def _paired(database: Path) -> Sequence[Pairing]:
    """What is paired; nothing where the store cannot be read, which its own checks tell."""
    try:
        with closing(open_reader(database)) as conn:
            return () if migrations.pending(conn) else pairings.pairings(conn)
    except StoreError:
        return ()
