"""Bluetooth adapters as BlueZ shows them: they come, go, change their number and are switched off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from ingest.bluetooth.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping

ADAPTER: Final = "org.bluez.Adapter1"
MONITORS: Final = "org.bluez.AdvertisementMonitorManager1"
OR_PATTERNS: Final = "or_patterns"

NO_ADAPTER: Final = Trouble(
    "no_adapter", "No Bluetooth adapter is there: plug one in, or switch the built-in one on."
)


@dataclass(frozen=True, slots=True)
class Adapter:
    """One adapter. ``name``: ``hci0``; changes when it is plugged in anew. ``address``: never changes.

    ``central``: whether it can connect to wearables. ``monitors``: whether BlueZ lets it watch passively.
    """

    path: str
    name: str
    address: str
    powered: bool
    central: bool
    monitors: bool

    @classmethod
    def of(cls, path: str, interfaces: Mapping[str, Mapping[str, Any]]) -> Adapter | None:
        """The adapter that BlueZ's object at ``path`` is; None: it is something else."""
        facts = interfaces.get(ADAPTER)
        if facts is None:
            return None
        roles = facts.get("Roles")  # BlueZ before 5.55 does not tell; all its adapters are taken for able
        types = interfaces.get(MONITORS, {}).get("SupportedMonitorTypes", ())
        return cls(
            path=path,
            name=path.rsplit("/", 1)[-1],
            address=str(facts.get("Address", "")).upper(),
            powered=bool(facts.get("Powered", False)),
            central=roles is None or "central" in roles,
            monitors=OR_PATTERNS in types,
        )

    def device_path(self, address: str) -> str:
        """Where BlueZ keeps the wearable with this address, if it knows it."""
        return f"{self.path}/dev_{address.upper().replace(':', '_')}"

    def called(self, wanted: str) -> bool:
        """Whether ``wanted`` is its name or its address."""
        return wanted.lower() in (self.name, self.address.lower())


class Adapters:
    """The adapters that are there, kept up to date from BlueZ's objects and signals."""

    def __init__(self) -> None:
        self._objects: dict[str, dict[str, dict[str, Any]]] = {}

    def reset(self, objects: Mapping[str, Mapping[str, Mapping[str, Any]]] | None = None) -> None:
        """Begin anew from everything that BlueZ has; None: from nothing."""
        self._objects = {}
        for path, interfaces in (objects or {}).items():
            self.added(path, interfaces)

    def added(self, path: str, interfaces: Mapping[str, Mapping[str, Any]]) -> bool:
        """BlueZ has put interfaces at ``path``; whether that concerns an adapter."""
        ours = {name: dict(facts) for name, facts in interfaces.items() if name in (ADAPTER, MONITORS)}
        if ours:
            self._objects.setdefault(path, {}).update(ours)
        return bool(ours)

    def removed(self, path: str, interfaces: tuple[str, ...]) -> bool:
        """BlueZ has taken interfaces away; whether that concerns an adapter."""
        kept = self._objects.get(path)
        if kept is None:
            return False
        for name in interfaces:
            kept.pop(name, None)
        if not kept:
            del self._objects[path]
        return True

    def changed(self, path: str, interface: str, facts: Mapping[str, Any]) -> bool:
        """Properties have changed; whether that concerns an adapter."""
        kept = self._objects.get(path, {}).get(interface)
        if kept is None:
            return False
        kept.update(facts)
        return True

    def all(self) -> tuple[Adapter, ...]:
        """Every adapter, by path: ``hci0`` first."""
        found = (Adapter.of(path, self._objects[path]) for path in self._objects)
        return tuple(sorted((each for each in found if each is not None), key=lambda each: _order(each.name)))

    def choose(self, wanted: str = "") -> Adapter | Trouble:
        """The adapter to use: the one called ``wanted``; if empty, the first that is on, else the first."""
        able = [each for each in self.all() if each.central]
        if wanted:
            named = [each for each in able if each.called(wanted)]
            return named[0] if named else _missing(able)
        if not able:
            return NO_ADAPTER
        return next((each for each in able if each.powered), able[0])


def _order(name: str) -> tuple[int, str]:
    """``hci2`` before ``hci10``."""
    digits = name.removeprefix("hci")
    return (int(digits), name) if digits.isdecimal() else (1 << 16, name)


def _missing(able: list[Adapter]) -> Trouble:
    if not able:
        return NO_ADAPTER
    there = ", ".join(each.name for each in able)
    return Trouble(
        "no_adapter",
        f"The configured Bluetooth adapter is not there; there is {there}. `bluetoothctl list` shows "
        "addresses, which stay the same when numbers change: name it by its address.",
    )
