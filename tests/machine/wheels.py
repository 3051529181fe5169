"""Wheels: Hearth's own, built from this working tree, and every library's at its pinned version."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from email.parser import HeaderParser
from pathlib import Path
from typing import Final

from tests.machine.errors import MachineError
from tests.machine.programs import run

ROOT: Final = Path(__file__).parents[2]
GUEST_PYTHON: Final = (3, 11)  # Debian 12's
BUILD_LIMIT_S: Final = 300.0
DOWNLOAD_LIMIT_S: Final = 1800.0  # 150 MB, over a slow line


def python_fits() -> None:
    """Wheels are collected for the Python that collects them.

    Raises:
        MachineError: another Python than the guest's runs this.
    """
    if sys.version_info[:2] != GUEST_PYTHON:
        raise MachineError(
            "Debian 12 has Python 3.11, and wheels are collected for the Python that runs this test. "
            "Make .venv with it:  PYTHON=python3.11 scripts/setup dev"
        )


async def own(folder: Path, log: Path) -> Path:
    """Hearth's wheel, built from a copy of what git would commit; nothing is left in the working tree."""
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        for line in tracked():
            source, target = ROOT / line, copy / line
            if source.is_file():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(source, target)
        await pip("wheel", "--no-deps", "--wheel-dir", folder, copy, log=log, limit_s=BUILD_LIMIT_S)
    (wheel,) = folder.glob("hearthd-*.whl")
    return wheel


def tracked() -> list[str]:
    """Files that git knows or would add."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [line for line in listing.split("\0") if line]


def lock_hash(wheel: Path) -> str:
    """What the libraries depend on: Hearth's requirements and the lock file."""
    text = "\n".join(requirements(wheel)) + (ROOT / "requirements.lock").read_text()
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def requirements(wheel: Path) -> list[str]:
    """What Hearth's wheel asks for, without extras."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        metadata = HeaderParser().parsestr(archive.read(name).decode())
    return [line for line in metadata.get_all("Requires-Dist", []) if "extra ==" not in line]


async def libraries(wheel: Path, cache: Path, log: Path) -> Path:
    """The folder with every library's wheel, as the lock file has them; made once."""
    folder = cache / f"libraries-{lock_hash(wheel)}"
    if folder.exists():
        return folder
    part = Path(tempfile.mkdtemp(prefix="libraries-", dir=cache))
    lock = ROOT / "requirements.lock"
    words = ("download", "--only-binary=:all:", "--constraint", lock, "--dest", part, wheel)
    await pip(*words, log=log, limit_s=DOWNLOAD_LIMIT_S)
    for own_wheel in part.glob("hearthd-*.whl"):
        own_wheel.unlink()
    part.chmod(0o755)
    part.rename(folder)
    return folder


def stand_in(wheel: Path, folder: Path) -> Path:
    """A wheel of Hearth's name and requirements with nothing in it: brings the libraries alone."""
    info = "hearthd-0.dist-info"
    metadata = ["Metadata-Version: 2.1", "Name: hearthd", "Version: 0"]
    metadata += [f"Requires-Dist: {line}" for line in requirements(wheel)]
    files = {
        f"{info}/METADATA": "\n".join(metadata) + "\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: hearth\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    path = folder / "hearthd-0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
        names = [*files, f"{info}/RECORD"]
        archive.writestr(f"{info}/RECORD", "".join(f"{name},,\n" for name in names))
    return path


async def pip(*words: str | Path, log: Path, limit_s: float) -> None:
    """pip of the environment that runs this, with the user's own settings (index, certificates)."""
    await run(sys.executable, "-m", "pip", "--disable-pip-version-check", *words, log=log, limit_s=limit_s)
