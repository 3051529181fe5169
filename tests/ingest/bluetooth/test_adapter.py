from __future__ import annotations

from typing import Any

from ingest.bluetooth.adapter import ADAPTER, MONITORS, NO_ADAPTER, Adapter, Adapters
from ingest.bluetooth.trouble import Trouble

Facts = dict[str, dict[str, Any]]


def facts(address: str, *, powered: bool = True, roles: tuple[str, ...] | None = ("central",)) -> Facts:
    found: dict[str, Any] = {"Address": address, "Powered": powered}
    if roles is not None:
        found["Roles"] = list(roles)
    return {ADAPTER: found, "org.freedesktop.DBus.Properties": {}}


FIRST, SECOND = "00:00:00:00:00:01", "00:00:00:00:00:02"


def table(*adapters: tuple[str, Facts]) -> Adapters:
    found = Adapters()
    found.reset({f"/org/bluez/{name}": facts for name, facts in adapters})
    return found


def chosen(adapters: Adapters, wanted: str = "") -> str:
    found = adapters.choose(wanted)
    assert isinstance(found, Adapter)
    return found.name


def test_without_a_wish_the_first_that_is_on_is_taken() -> None:
    assert chosen(table(("hci0", facts(FIRST)), ("hci1", facts(SECOND)))) == "hci0"
    assert chosen(table(("hci0", facts(FIRST, powered=False)), ("hci1", facts(SECOND)))) == "hci1"
    assert chosen(table(("hci10", facts(FIRST)), ("hci2", facts(SECOND)))) == "hci2"


def test_one_that_is_off_is_better_than_none() -> None:
    assert chosen(table(("hci0", facts(FIRST, powered=False)))) == "hci0"
    assert Adapters().choose() is NO_ADAPTER


def test_one_that_cannot_connect_is_none() -> None:
    assert table(("hci0", facts(FIRST, roles=("peripheral",)))).choose() is NO_ADAPTER
    assert chosen(table(("hci0", facts(FIRST, roles=None)))) == "hci0"


def test_a_wish_is_a_name_or_an_address() -> None:
    both = table(("hci0", facts(FIRST)), ("hci1", facts(SECOND.lower(), powered=False)))
    assert chosen(both, "hci1") == "hci1"
    assert chosen(both, SECOND) == "hci1"
    assert chosen(both, SECOND.lower()) == "hci1"


def test_a_wish_that_is_not_there_names_what_is() -> None:
    trouble = table(("hci3", facts(FIRST))).choose("hci0")
    assert isinstance(trouble, Trouble)
    assert trouble.kind == "no_adapter"
    assert "hci3" in trouble.sentence
    assert FIRST not in trouble.sentence  # it reaches the log
    assert Adapters().choose("hci0") is NO_ADAPTER


def test_an_address_finds_its_adapter_under_another_number() -> None:
    adapters = table(("hci0", facts(FIRST)))
    assert adapters.removed("/org/bluez/hci0", (ADAPTER, MONITORS))
    assert adapters.all() == ()
    assert adapters.added("/org/bluez/hci1", facts(FIRST))
    assert chosen(adapters, FIRST) == "hci1"


def test_changes_are_taken_over() -> None:
    adapters = table(("hci0", facts(FIRST, powered=False)))
    assert adapters.changed("/org/bluez/hci0", ADAPTER, {"Powered": True})
    assert adapters.all()[0].powered
    assert not adapters.all()[0].monitors
    assert adapters.added("/org/bluez/hci0", {MONITORS: {"SupportedMonitorTypes": ["or_patterns"]}})
    assert adapters.all()[0].monitors


def test_what_is_no_adapter_does_not_matter() -> None:
    adapters = table(("hci0", facts(FIRST)))
    device = "/org/bluez/hci0/dev_00_00_00_00_00_03"
    assert not adapters.added(device, {"org.bluez.Device1": {}})
    assert not adapters.changed(device, "org.bluez.Device1", {"Connected": True})
    assert not adapters.removed(device, ("org.bluez.Device1",))
    assert len(adapters.all()) == 1


def test_where_a_wearable_is_kept() -> None:
    adapter = table(("hci0", facts(FIRST))).all()[0]
    assert adapter.device_path("a0:9e:1a:00:00:01") == "/org/bluez/hci0/dev_A0_9E_1A_00_00_01"
