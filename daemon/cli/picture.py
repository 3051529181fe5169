"""Takes the picture of the status screen for the README: ``python -m daemon.cli.picture FILE.svg``.

It is the demo's own screen: embedded broker, simulated wearable, two weeks of history, the whole chain.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
import time
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.console import Console

from daemon.cli.live import STRIP_S, Roll, strips
from daemon.cli.screen import screen
from daemon.demo import make_history, running
from daemon.errors import ControlError
from daemon.status import gather
from storage.database import open_reader

if TYPE_CHECKING:
    from daemon.status import Status

WIDTH: Final = 104  # columns; wide enough for the last day's line, narrow enough to read in a browser
PATIENCE_S: Final = (
    120.0  # the first analysis window is complete after ten seconds, its rhythm after some more
)
LOOK_S: Final = 0.5


async def take(target: Path) -> None:
    """Run the demo until there is something to see, and write what is seen as SVG.

    Raises:
        ControlError: nothing was analysed in time.
    """
    with tempfile.TemporaryDirectory(prefix="hearth-picture-") as folder:
        os.chdir(folder)  # the screen shows the database's name, not where this picture was taken
        database, _ = await asyncio.to_thread(make_history, Path("demo"), lambda _: None)
        async with running(database, port=0):
            deadline = time.monotonic() + PATIENCE_S
            while not await asyncio.to_thread(_draw, database, target):
                if time.monotonic() > deadline:
                    raise ControlError("nothing to see: the demo analysed nothing in time")
                await asyncio.sleep(LOOK_S)
        os.chdir("/")


def _draw(database: Path, target: Path) -> bool:
    """Write the picture if the strip is full and the newest window is of the live signal; whether it was."""
    with closing(open_reader(database)) as conn:
        status = gather(conn, database, now_ns=time.time_ns())
        rolls: dict[str, Roll] = {}
        drawn = strips(conn, rolls, WIDTH)
        if not _worth_seeing(status) or any(
            roll.tail.position < 2 * STRIP_S * roll.tail.fs_hz for roll in rolls.values()
        ):
            return False
        console = Console(file=StringIO(), record=True, width=WIDTH, force_terminal=True, highlight=False)
        console.print(screen(status, WIDTH, drawn))
    target.write_text(_homely(console.export_svg(title="hearth status")), encoding="utf-8")
    return True


def _worth_seeing(status: Status) -> bool:
    return all(
        one.recording and one.now is not None and one.now.current and one.now.hr_bpm is not None
        for one in status.wearables
    )


def _homely(svg: str) -> str:
    """Without rich's web fonts: a picture in a README calls nobody."""
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


if __name__ == "__main__":
    asyncio.run(take(Path(sys.argv[1]).absolute()))
