"""How long things take in a fake BlueZ, its errors by name, and which of the real one's habits it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tests.bluetooth import peripheral
from tests.bluetooth.objects import Failure

ROOT: Final = "/org/bluez"
ADAPTER: Final = "org.bluez.Adapter1"
MONITORS: Final = "org.bluez.AdvertisementMonitorManager1"
MONITOR: Final = "org.bluez.AdvertisementMonitor1"
AGENTS: Final = "org.bluez.AgentManager1"
AGENT: Final = "org.bluez.Agent1"
DEVICE: Final = "org.bluez.Device1"
BATTERY: Final = "org.bluez.Battery1"
SERVICE: Final = "org.bluez.GattService1"
CHARACTERISTIC: Final = "org.bluez.GattCharacteristic1"
_ERROR: Final = "org.bluez.Error."


@dataclass(frozen=True, slots=True)
class Manners:
    """Times in seconds of the simulated time base. They are what H10 and BlueZ take on a quiet desk.

    ``connect_s``: least and most from the next advertisement to the link; ``connect_limit_s``: until BlueZ
    gives up waiting for one. ``resolve_s``: to find the services of an unknown wearable; known ones are in
    the cache. ``operation_s``: one read, write or subscription. ``notice_s``: until a lost link is noticed.
    ``hang_s``: how long an encrypted characteristic is tried without an agent. ``forget_s``: until a device
    that was never paired is forgotten. ``mtu``: of each link. ``early``: tell that services are resolved
    before they are there. ``monitors``: passive scanning is offered.
    """

    connect_s: tuple[float, float] = (0.1, 0.8)
    connect_limit_s: float = 20.0
    advertise_s: float = 1.0
    resolve_s: float = 0.8
    resolve_known_s: float = 0.1
    operation_s: float = 0.04
    disconnect_s: float = 0.1
    notice_s: float = 2.0
    hang_s: float = 30.0
    forget_s: float = 30.0
    mtu: int = 247
    early: bool = False
    monitors: bool = True


def failed(text: str) -> Failure:
    return Failure(f"{_ERROR}Failed", text)


def in_progress() -> Failure:
    return Failure(f"{_ERROR}InProgress", "Operation already in progress")


def not_ready() -> Failure:
    return Failure(f"{_ERROR}NotReady", "Resource Not Ready")


def blocked() -> Failure:
    return Failure(f"{_ERROR}Blocked", "Blocked through rfkill")


def does_not_exist() -> Failure:
    return Failure(f"{_ERROR}DoesNotExist", "Does Not Exist")


def already_exists() -> Failure:
    return Failure(f"{_ERROR}AlreadyExists", "Already Exists")


def not_supported() -> Failure:
    return Failure(f"{_ERROR}NotSupported", "Operation is not supported")


def not_paired() -> Failure:
    return Failure(f"{_ERROR}NotPermitted", "Not paired")


def authentication(how: str) -> Failure:
    """``how``: Failed, Rejected, Canceled, Timeout."""
    return Failure(f"{_ERROR}Authentication{how}", f"Authentication {how}")


def att_failure(code: int) -> Failure:
    """As BlueZ tells an ATT error (create_gatt_dbus_error in src/gatt-client.c)."""
    known = {
        peripheral.READ_NOT_PERMITTED: Failure(f"{_ERROR}NotPermitted", "Read not permitted"),
        peripheral.WRITE_NOT_PERMITTED: Failure(f"{_ERROR}NotPermitted", "Write not permitted"),
        peripheral.INSUFFICIENT_AUTHENTICATION: not_paired(),
        peripheral.REQUEST_NOT_SUPPORTED: not_supported(),
        peripheral.INVALID_LENGTH: Failure(f"{_ERROR}InvalidArguments", "Invalid Length"),
        peripheral.CCCD_IMPROPERLY_CONFIGURED: Failure(f"{_ERROR}ImproperlyConfigured", "CCC improper"),
    }
    return known.get(code) or failed(f"Operation failed with ATT error: 0x{code:02x}")
