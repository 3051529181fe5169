"""What is handed into the machine: a read-only disk with Hearth's wheel, its installer and our scripts."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from tests.machine.programs import program, run
from tests.machine.wheels import ROOT

SIZE: Final = 512 << 20  # sparse; 150 MB with every library
LIMIT_S: Final = 120.0
INSIDE: Final = Path(__file__).with_name("inside")


async def make(folder: Path, wheel: Path, libraries: Path | None, log: Path) -> Path:
    """``source/`` as unpacked by somebody who installs, ``wheels/``, ``inside/``.

    ``libraries``: their wheels, where they are to be installed in the machine too.
    """
    root = folder / "shelf"
    shutil.copytree(ROOT / "deploy", root / "source/deploy", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "requirements.lock", root / "source")
    shutil.copytree(INSIDE, root / "inside", ignore=shutil.ignore_patterns("__pycache__"))
    (root / "wheels").mkdir()
    for one in (wheel, *(libraries.iterdir() if libraries else ())):
        shutil.copy(one, root / "wheels")
    disk = folder / "shelf.raw"
    with disk.open("wb") as out:
        out.truncate(SIZE)
    words = (program("mke2fs"), "-q", "-F", "-t", "ext4", "-O", "^has_journal", "-d", root, disk)
    await run(*words, log=log, limit_s=LIMIT_S)
    shutil.rmtree(root)
    return disk
