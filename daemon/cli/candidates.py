"""The table of wearables in reach: numbered as they were found, so that a number stays what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich import box
from rich.table import Table
from rich.text import Text

from daemon.cli.output import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from daemon.pairing_requests import Shown

BARS_DBM: Final = (-90, -80, -70, -60)  # at the last the wearable is in the room, below the first at its edge
FULL, EMPTY = "▮", "▯"


class Candidates:
    """What a scan has found. ``kind``: only wearables of this kind count; None: every kind that is known."""

    def __init__(self, kind: str | None = None) -> None:
        self._kind = kind
        self._rows: dict[str, Shown] = {}  # by address, in the order they were found
        self.others = 0  # in reach, and of no kind that counts

    @property
    def rows(self) -> tuple[Shown, ...]:
        """Every one that counts; its number is its place, from 1."""
        return tuple(self._rows.values())

    @property
    def new(self) -> tuple[Shown, ...]:
        """Those that are not paired yet."""
        return tuple(row for row in self.rows if row.paired is None)

    def update(self, table: Iterable[Shown]) -> None:
        """The scan's newest table; who has fallen silent stays."""
        rows = tuple(table)
        counting = [row for row in rows if row.kind is not None and self._kind in {None, row.kind}]
        self._rows.update((row.address, row) for row in counting)
        self.others = len(rows) - len(counting)

    def table(self, title: str | None = None) -> Table:
        """For people."""
        caption = f"{self.others} other Bluetooth devices are in reach" if self.others else None
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, title=title, caption=caption, title_justify="left")
        table.caption_justify = "left"
        for name in ("", "name", "kind", "signal", "battery", ""):
            table.add_column(name, no_wrap=name in {"signal", "battery", ""})
        for number, row in enumerate(self.rows, 1):
            table.add_row(
                str(number),
                Text(printable(row.name) if row.name else row.address),
                row.title or UNKNOWN,
                signal(row.rssi_dbm),
                UNKNOWN if row.battery_pct is None else f"{row.battery_pct} %",
                Text(f"paired as {row.paired}", style="dim") if row.paired else "",
            )
        return table


def signal(rssi_dbm: int | None) -> Text:
    """Its strength as bars, and in dBm."""
    if rssi_dbm is None:
        return Text(UNKNOWN)
    bars = sum(rssi_dbm >= least for least in BARS_DBM)
    style = "green" if bars > 2 else "yellow"
    return Text.assemble((FULL * bars, style), (EMPTY * (len(BARS_DBM) - bars), "dim"), f" {rssi_dbm} dBm")


def printable(text: str) -> str:
    """``text`` without what would move a terminal's cursor: a stranger's device chooses its own name."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)
