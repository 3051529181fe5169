"""The system test: ``scripts/system-test``, or ``python -m tests.machine``.

A virtual machine with Debian 12, its kernel, systemd and BlueZ; Hearth installed in it by deploy/install.sh
from the built wheel; a Polar H10 outside of it, on a virtual radio that reaches the kernel through /dev/vhci.
Hearth pairs and streams, loses its link, its bluetoothd and its power, and everything that it had said to be
stored must be there.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import fcntl
import os
import shutil
import statistics
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.machine import image, oracle, programs, shelf, wheels
from tests.machine.book import Book
from tests.machine.errors import MachineError
from tests.machine.ether import Ether
from tests.machine.positions import Positions
from tests.machine.story import Story
from tests.machine.virtual import Machine

if TYPE_CHECKING:
    from collections.abc import Iterator

STREAM_S: Final = 60.0  # before and after each trouble; minutes in all
WALL_MS_MAX: Final = 250.0  # emulated, a notification takes tens of ms from the air to Hearth
LOCK: Final = "lock"
LOGS_KEPT: Final = 5


def parse(words: list[str]) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="scripts/system-test",
        description="Installs Hearth in a virtual Debian 12, pairs a virtual Polar H10, streams, kills it. "
        "Under ten minutes once its image is made, which takes some minutes more.",
    )
    parser.add_argument("--kvm", action="store_true", help="use the processor's virtualisation; else emulate")
    parser.add_argument(
        "--whole", action="store_true", help="install every library in the machine too: minutes more"
    )
    parser.add_argument(
        "--stream", type=float, default=STREAM_S, metavar="S", help="seconds between troubles"
    )
    parser.add_argument("--build-only", action="store_true", help="make the image and end")
    parser.add_argument("--log", type=Path, metavar="FILE", help="unsaid: in the cache folder")
    return parser.parse_args(words)


def cache() -> Path:
    """Where images, wheels and logs are kept."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = base / "hearth/machine"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Two runs at once would take each other's time.

    Raises:
        MachineError: another one runs.
    """
    with (folder / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise MachineError("another system test runs") from None
        yield


async def run(arguments: argparse.Namespace, folder: Path, book: Book) -> None:
    """All of it. ``folder``: for this run's files."""
    log = folder / "host.log"
    with book.phase("Hearth's wheel"):
        wheel = await wheels.own(folder / "own", log)
        libraries = await wheels.libraries(wheel, cache(), log)
    made = image.cached(cache(), wheel)
    if made is None:
        with book.phase("the image, once"):
            made = await image.build(cache(), wheel, libraries, log)
    if arguments.build_only:
        return
    disk = await shelf.make(folder, wheel, libraries if arguments.whole else None, log)
    accelerator = "kvm" if arguments.kvm else "tcg,thread=multi"
    machine = Machine(made, folder, disk, accelerator=accelerator)
    await machine.prepare()
    async with Ether(folder / "strap.log") as ether:
        story = Story(machine, ether, Positions(folder / "positions.log"), book, arguments.stream)
        try:
            await tell(story, folder, whole=arguments.whole)
        finally:
            if not (folder / "journal.log").exists():
                with contextlib.suppress(MachineError, TimeoutError):
                    await story.journal(folder)
            await machine.kill()


async def tell(story: Story, folder: Path, *, whole: bool) -> None:
    """The phases, in order."""
    book = story.book
    with book.phase("first start"):
        await story.boot()
    with book.phase("install.sh"):
        await story.install(afresh=whole)
        await story.started()
    with book.phase("hearth pair"):
        await story.pair()
    if not book.held:
        return
    with book.phase("streaming"):
        await story.stream(story.stream_s)
    with book.phase("link loss"):
        await story.lose_link()
    with book.phase("bluetoothd restarted"):
        await story.restart_bluetoothd()
    with book.phase("the unit's walls"):
        await story.harden()
    with book.phase("kill -9 of the machine"):
        await story.kill()
    with book.phase("second start"):
        await story.boot_again()
        await story.stream(story.stream_s)
    with book.phase("its own commands"):
        await story.ask()
    with book.phase("stop"):
        store = await story.stop(folder)
    with book.phase("comparison"):
        compare(story, store)


def compare(story: Story, store: Path) -> None:
    """The store against the strap's truth and against what had been promised."""
    book = story.book
    found = oracle.integrity(store)
    book.check("integrity of the database", found == "ok", found)
    verdict = oracle.compare(store, story.device, story.ether, story.boots, story.positions.said)
    book.check(
        "samples stored, each as it was measured", verdict.altered == 0 < verdict.stored, verdict.stored
    )
    book.check("nothing that was never measured", not verdict.unknown, "; ".join(verdict.unknown[:3]))
    broken = "; ".join(verdict.broken_promises[:3])
    told = broken or f"{verdict.promises} times said, {len(story.boots)} starts"
    book.check("everything that was said to be stored is there", not verdict.broken_promises, told)
    gaps = ", ".join(f"{reason} {n}" for reason, n in verdict.gaps) or "none"
    book.check(
        "every gap right to the sample", not any(verdict.gap_errors), f"{gaps}; off by {verdict.gap_errors}"
    )
    errors = [abs(error) for error in verdict.wall_errors_ms]
    if errors:
        figures = f"median {statistics.median(verdict.wall_errors_ms):+.0f} ms, worst {max(errors):.0f} ms"
        book.check("wall times against the strap's truth", max(errors) <= WALL_MS_MAX, figures)
    handed = {n for frame in story.ether.strap.taken if frame.handed for n in range(frame.start, frame.end)}
    book.say(
        f"   {len(handed)} samples were sent; {len(handed - verdict.grid)}, under way at a loss, are in gaps"
    )
    book.say(f"   sessions: {verdict.sessions}, links: {story.ether.count('connected')}")


def main(words: list[str]) -> int:
    """Exit code: 0 everything held, 1 something did not, 2 it could not be run."""
    arguments = parse(words)
    logs = cache() / "logs"
    logs.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=time.strftime("%Y%m%d-%H%M%S-"), dir=logs))
    path = arguments.log or folder / "system-test.log"
    with path.open("w") as log:
        book = Book(log)
        try:
            programs.check()
            wheels.python_fits()
            with alone(cache()):
                tidy(logs)
                asyncio.run(run(arguments, folder, book))
        except (MachineError, TimeoutError, OSError) as error:
            book.sum_up()
            book.say(f"cannot go on: {str(error) or type(error).__name__}")
            book.say(f"everything that was logged: {folder}")
            return 2
        finally:
            for big in ("disk.qcow2", "shelf.raw"):
                (folder / big).unlink(missing_ok=True)
        book.sum_up()
        book.say(f"log: {path}; the machine's own, the strap's and the store: {folder}")
    return 0 if book.held else 1


def tidy(logs: Path) -> None:
    """Keep the newest few runs."""
    for old in sorted(logs.iterdir())[:-LOGS_KEPT]:
        shutil.rmtree(old)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
