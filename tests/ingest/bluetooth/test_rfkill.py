from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.bluetooth.rfkill import HARD, SOFT, blocked

if TYPE_CHECKING:
    from pathlib import Path


def switch(
    folder: Path, number: int, *, kind: str = "bluetooth", name: str = "hci0", state: str = "00"
) -> None:
    """``state``: soft and hard."""
    entry = folder / f"rfkill{number}"
    entry.mkdir()
    for file, text in (("type", kind), ("name", name), ("soft", state[0]), ("hard", state[1])):
        (entry / file).write_text(f"{text}\n")


@pytest.mark.parametrize(("state", "trouble"), [("00", None), ("10", SOFT), ("01", HARD), ("11", HARD)])
def test_what_blocks_is_told(tmp_path: Path, state: str, trouble: object) -> None:
    switch(tmp_path, 0, state=state)
    assert blocked("hci0", tmp_path) is trouble
    assert blocked(None, tmp_path) is trouble


def test_other_radios_do_not_matter(tmp_path: Path) -> None:
    switch(tmp_path, 0, kind="wlan", name="phy0", state="11")
    switch(tmp_path, 1, name="hci1", state="10")
    assert blocked("hci0", tmp_path) is None
    assert blocked("hci1", tmp_path) is SOFT


def test_the_machine_s_own_switch_blocks_every_adapter(tmp_path: Path) -> None:
    switch(tmp_path, 0, name="tpacpi_bluetooth_sw", state="10")
    switch(tmp_path, 1, name="hci0")
    assert blocked("hci0", tmp_path) is SOFT


def test_a_machine_without_switches_blocks_nothing(tmp_path: Path) -> None:
    assert blocked("hci0", tmp_path / "absent") is None
    (tmp_path / "rfkill0").mkdir()  # its adapter was pulled out while we looked
    assert blocked("hci0", tmp_path) is None
