"""Turns what bleak, BlueZ and the message bus raise into troubles that people can mend."""

from __future__ import annotations

from typing import Final

from bleak.exc import (
    BleakBluetoothNotAvailableError,
    BleakBluetoothNotAvailableReason,
    BleakDBusError,
    BleakDeviceNotFoundError,
    BleakError,
    BleakGATTProtocolError,
)
from bleak_retry_connector import BleakNotFoundError
from dbus_fast import AuthError, DBusError

from ingest.bluetooth.adapter import NO_ADAPTER
from ingest.bluetooth.rfkill import SOFT
from ingest.bluetooth.system_bus import NO_ANSWER, NO_BUS, NO_ENTRY
from ingest.bluetooth.trouble import BluetoothTrouble, Trouble
from ingest.bluetooth.wearable import LinkLost, WearableError

# What bleak and the message bus raise when the radio, BlueZ or the link fails under them: besides their own
# errors those of a socket that died, and the ones bleak runs into when an object of BlueZ vanishes under it.
RADIO_ERRORS: Final = (
    BleakError,
    DBusError,
    AuthError,
    BluetoothTrouble,
    OSError,
    EOFError,
    TimeoutError,
    AssertionError,
    AttributeError,
    KeyError,
)

NO_BLUEZ: Final = Trouble(
    "no_bluez",
    "The Bluetooth service does not run: `systemctl enable --now bluetooth` starts it (package bluez).",
)
NO_PERMISSION: Final = Trouble(
    "no_permission",
    "Hearth may not speak to the Bluetooth service: its D-Bus policy is missing, or the message bus has not "
    "been reloaded since. `hearth doctor` tells more.",
)
POWERED_OFF: Final = Trouble(
    "powered_off", "The Bluetooth adapter is switched off: `bluetoothctl power on` switches it on."
)
BUSY: Final = Trouble(
    "busy",
    "The Bluetooth adapter is busy with another request; Hearth tries again. If it stays so, another program "
    "is scanning or pairing, or `systemctl restart bluetooth` is needed.",
)
NOT_BONDED: Final = Trouble(
    "not_bonded", "The wearable wants to be paired before it sends: `hearth pair` does it."
)
BOND_LOST: Final = Trouble(
    "bond_lost",
    "The wearable and the gateway no longer share keys, as after a reset or a firmware update: unpair it and "
    "pair it again with `hearth pair`.",
)
NOT_FOUND: Final = Trouble(
    "not_found",
    "The wearable is not heard. Is it worn, its battery charged, within some metres, and not connected to a "
    "phone?",
)
NO_REPLY: Final = Trouble(
    "no_answer",
    "The wearable is heard but does not answer. Bring it nearer to the gateway, or change its battery.",
)
ABORTED: Final = Trouble("lost", "The wearable ends the link as soon as it is made. Is a phone using it?")
LOST: Final = Trouble("lost", "The link to the wearable broke; Hearth connects again by itself.")

_BY_NAME: Final = {
    "org.freedesktop.DBus.Error.AccessDenied": NO_PERMISSION,
    "org.freedesktop.DBus.Error.ServiceUnknown": NO_BLUEZ,
    "org.freedesktop.DBus.Error.NameHasNoOwner": NO_BLUEZ,
    "org.freedesktop.DBus.Error.NoReply": NO_ANSWER,
    "org.freedesktop.DBus.Error.Timeout": NO_ANSWER,
    "org.freedesktop.DBus.Error.TimedOut": NO_ANSWER,
    "org.freedesktop.DBus.Error.Disconnected": NO_BUS,
    "org.freedesktop.DBus.Error.UnknownObject": NOT_FOUND,
    "org.bluez.Error.DoesNotExist": NOT_FOUND,
    "org.bluez.Error.InProgress": BUSY,
    "org.bluez.Error.NotReady": POWERED_OFF,
    "org.bluez.Error.Blocked": SOFT,
    "org.bluez.Error.NotAuthorized": NOT_BONDED,
    "org.bluez.Error.AuthenticationFailed": NOT_BONDED,
    "org.bluez.Error.AuthenticationCanceled": NOT_BONDED,
    "org.bluez.Error.AuthenticationRejected": NOT_BONDED,
    "org.bluez.Error.AuthenticationTimeout": NOT_BONDED,
    "org.bluez.Error.ConnectionAttemptFailed": NO_REPLY,
    "org.bluez.Error.NotConnected": LOST,
}
_BY_PREFIX: Final = {  # a service that is to be started on demand and cannot be
    "org.freedesktop.DBus.Error.Spawn.": NO_BLUEZ,
    "org.freedesktop.systemd1.": NO_BLUEZ,
}
_BY_TEXT: Final = {  # org.bluez.Error.Failed says what failed in words only
    "rfkill": SOFT,
    "key-missing": BOND_LOST,
    "abort-by": ABORTED,
    "le-connection-unknown": ABORTED,
    "not paired": NOT_BONDED,
    "already in progress": BUSY,
    "not ready": POWERED_OFF,
    "not powered": POWERED_OFF,
}
_BY_REASON: Final = {
    BleakBluetoothNotAvailableReason.NO_BLUETOOTH: NO_ADAPTER,
    BleakBluetoothNotAvailableReason.NO_BLE_CENTRAL_ROLE: NO_ADAPTER,
    BleakBluetoothNotAvailableReason.POWERED_OFF: POWERED_OFF,
    BleakBluetoothNotAvailableReason.DENIED_BY_SYSTEM: NO_ENTRY,
}
# ATT errors (Bluetooth Core 5.4, volume 3, part F, table 3.4) of authentication, authorization, key size and
# encryption.
SECURITY_CODES: Final = frozenset({0x05, 0x08, 0x0C, 0x0F})


class Unbonded(WearableError):
    """The wearable lets nobody do this without shared keys."""


def diagnose(error: BaseException, *, bonded: bool = False) -> Trouble:
    """What ``error`` means. ``bonded``: whether the wearable is believed to share keys with the gateway."""
    trouble = _plain(_root(error))
    return BOND_LOST if bonded and trouble is NOT_BONDED else trouble


def _plain(error: BaseException) -> Trouble:
    if isinstance(error, BluetoothTrouble):
        return error.trouble
    if isinstance(error, WearableError):
        return _wearable(error)
    if isinstance(error, BleakError):
        return _bleak(error)
    if isinstance(error, DBusError):
        return _dbus(error.type, str(error))
    return _socket(error)


def _wearable(error: WearableError) -> Trouble:
    match error:
        case Unbonded():
            return NOT_BONDED
        case LinkLost():
            return LOST
    return Trouble("refused", str(error))


def _bleak(error: BleakError) -> Trouble:
    match error:
        case BleakDBusError():
            return _dbus(error.dbus_error, error.dbus_error_details or "")
        case BleakGATTProtocolError():
            return NOT_BONDED if int(error.args[0]) in SECURITY_CODES else LOST
        case BleakBluetoothNotAvailableError():
            return _BY_REASON.get(error.reason, NO_ADAPTER)
        case BleakDeviceNotFoundError():
            return NOT_FOUND
        case BleakNotFoundError():
            return NO_REPLY
    return LOST


def _socket(error: BaseException) -> Trouble:
    match error:
        case TimeoutError():
            return NO_REPLY
        case AuthError():
            return NO_ENTRY
        case OSError() | EOFError():
            return NO_BUS
    return LOST


def _dbus(name: str, text: str) -> Trouble:
    if name in _BY_NAME:
        return _BY_NAME[name]
    for prefix, trouble in _BY_PREFIX.items():
        if name.startswith(prefix):
            return trouble
    for word, trouble in _BY_TEXT.items():
        if word in text.lower():
            return trouble
    return LOST


def _root(error: BaseException) -> BaseException:
    """bleak-retry-connector wraps the last of its failures, bleak's own errors mostly name their cause."""
    while isinstance(error, BleakError) and isinstance(error.__cause__, RADIO_ERRORS):
        error = error.__cause__
    return error
