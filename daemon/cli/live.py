"""``hearth status --live``: a strip that rolls, and a trend, read from the store while it grows."""

from __future__ import annotations

import math
import time
from contextlib import closing
from typing import TYPE_CHECKING, Final

import numpy as np
from rich.live import Live

from daemon.cli.screen import CARDS_MAX, screen
from daemon.status import gather
from daemon.strip import DOTS_X, level, reach, strip
from daemon.tail import Tail
from storage import devices
from storage.database import open_reader

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from rich.console import Console

FRAMES_PER_S: Final = 4.0  # smooth enough to see a beat go by, a few percent of one core
GATHER_S: Final = 2.0  # figures change with each analysis window, every ten seconds
STRIP_S: Final = 6.0
MARGIN_S: Final = 4.0  # samples kept beyond the strip: levelling and the delay below
DELAY_S: Final = 1.5  # frames come in packets; showing this much late makes them roll instead of jump
STRIP_LINES: Final = 6
STRIP_LINES_SHARED: Final = 4  # with more than one wearable
FRAME_COLUMNS: Final = 4  # a panel's border and padding
GAIN_S: Final = 5.0  # how often the gain may change


class Roll:
    """One wearable's strip, which moves at the speed of time whatever the packets do."""

    def __init__(self, device: str) -> None:
        self.tail = Tail(device, STRIP_S + MARGIN_S)
        self._shown = -math.inf  # the sample at the right edge
        self._at_s = 0.0
        self._range = (0.0, 0.0)
        self._gain_at_s = -GAIN_S

    def draw(self, conn: sqlite3.Connection, width: int, height: int, now_s: float) -> list[str]:
        """The strip at monotonic time ``now_s``, ``width`` columns wide; nothing without samples."""
        self.tail.look(conn)
        uv, fs_hz, end = self.tail.uv, self.tail.fs_hz, float(self.tail.position)
        if not len(uv):
            return []
        self._shown = min(self._shown + (now_s - self._at_s) * fs_hz, end)
        self._at_s = now_s
        if end - self._shown > 2 * DELAY_S * fs_hz:
            self._shown = end - DELAY_S * fs_hz
        # Whole characters only: the same samples make the same ones from picture to picture.
        per_dot = max(1, round(STRIP_S * fs_hz / (width * DOTS_X)))
        right = int(self._shown) // (per_dot * DOTS_X) * per_dot * DOTS_X
        levelled = level(uv, fs_hz)
        shown = np.full(per_dot * width * DOTS_X, np.nan)
        piece = levelled[: len(uv) - (int(end) - right)][-len(shown) :]
        if len(piece):
            shown[-len(piece) :] = piece
        if now_s - self._gain_at_s >= GAIN_S:
            self._range, self._gain_at_s = reach(shown), now_s
        return strip(shown, width, height, *self._range)


def strips(conn: sqlite3.Connection, rolls: dict[str, Roll], width: int) -> dict[str, list[str]]:
    """The strip of every wearable that has a card."""
    known = devices.devices(conn)
    if len(known) > CARDS_MAX:
        return {}
    height = STRIP_LINES if len(known) == 1 else STRIP_LINES_SHARED
    now_s = time.monotonic()
    return {
        device.id: rolls.setdefault(device.id, Roll(device.id)).draw(
            conn, max(width - FRAME_COLUMNS, 1), height, now_s
        )
        for device in known
    }


def watch(path: Path, console: Console, *, until_s: float | None = None) -> None:
    """Show the screen until interrupted, or for ``until_s`` seconds.

    Raises:
        StoreError: there is no readable database at ``path``.
    """
    rolls: dict[str, Roll] = {}
    started = gathered = time.monotonic()
    with closing(open_reader(path)) as conn:
        status = gather(conn, path, now_ns=time.time_ns())
        with Live(console=console, auto_refresh=False, screen=console.is_terminal) as live:
            while until_s is None or time.monotonic() - started < until_s:
                if time.monotonic() - gathered >= GATHER_S:
                    status, gathered = gather(conn, path, now_ns=time.time_ns()), time.monotonic()
                drawn = strips(conn, rolls, console.width)
                live.update(screen(status, console.width, drawn), refresh=True)
                time.sleep(1 / FRAMES_PER_S)
