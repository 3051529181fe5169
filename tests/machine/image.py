"""The image: Debian 12 from this machine's own apt sources, with BlueZ and with Hearth's libraries in place.

Unpacking 150 MB of libraries takes minutes where every instruction is emulated, so it is done once,
beforehand, in a chroot: by install.sh itself, given a wheel of Hearth that is empty. Everything else that
install.sh made is taken away again by uninstall.sh --purge. What is Hearth's own is installed in the running
machine, each time.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.machine import kernel, programs, wheels
from tests.machine.errors import MachineError
from tests.machine.wheels import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

SUITE: Final = "bookworm"  # Debian 12
PACKAGES: Final = (
    "bluez",
    "busybox-static",
    "dbus",
    "kmod",
    "linux-image-amd64",  # the cloud kernel has no Bluetooth
    "python3",
    "python3-venv",
    "qemu-guest-agent",
    "systemd-sysv",
    "udev",
)
LEFT_OUT: Final = (  # nothing that runs here; 400 of 700 MB
    "/usr/share/doc/*",
    "/usr/share/locale/*",
    "/usr/share/man/*",
    "/lib/modules/*/kernel/drivers/gpu/*",
    "/lib/modules/*/kernel/drivers/infiniband/*",
    "/lib/modules/*/kernel/drivers/media/*",
    "/lib/modules/*/kernel/drivers/net/*",
    "/lib/modules/*/kernel/drivers/scsi/*",
    "/lib/modules/*/kernel/drivers/staging/*",
    "/lib/modules/*/kernel/drivers/usb/*",
    "/lib/modules/*/kernel/sound/*",
)
DISK: Final = "4G"  # sparse
BUILD_LIMIT_S: Final = 3600.0  # a slow mirror
APT_SOURCES: Final = (Path("/etc/apt/sources.list"), Path("/etc/apt/sources.list.d"))
SCRIPT: Final = Path(__file__).with_name("furnish.sh")


@dataclass(frozen=True, slots=True)
class Image:
    """What a machine is started from. ``disk`` is only read: every machine writes to a layer of its own."""

    disk: Path
    kernel: Path
    initial: Path


def debian() -> str:
    """Changes with what Debian's part is made of."""
    return _digest(SUITE, *PACKAGES, *LEFT_OUT)


def name_of(wheel: Path) -> str:
    """Changes with everything that the image is made of."""
    installers = [(ROOT / "deploy" / name).read_text() for name in ("install.sh", "uninstall.sh")]
    recipe = _digest(debian(), DISK, SCRIPT.read_text(), kernel.INIT, *kernel.MODULES, *installers)
    return f"image-{recipe}-{wheels.lock_hash(wheel)}"


def _digest(*words: str) -> str:
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]


def cached(cache: Path, wheel: Path) -> Image | None:
    """The image, if it is there."""
    folder = cache / name_of(wheel)
    return _image(folder) if folder.exists() else None


async def build(cache: Path, wheel: Path, libraries: Path, log: Path) -> Image:
    """Make the image, as root or as a user who may make user namespaces."""
    part = Path(tempfile.mkdtemp(prefix="image-", dir=cache))
    packages = await bootstrap(cache, log)
    shelf = part / "shelf"
    shutil.copytree(ROOT / "deploy", shelf / "source/deploy")
    shutil.copy(ROOT / "requirements.lock", shelf / "source")
    (shelf / "wheels").mkdir()
    for one in libraries.iterdir():
        shutil.copy(one, shelf / "wheels")
    wheels.stand_in(wheel, shelf / "wheels")
    words: list[str | Path] = [*namespace(), "sh", SCRIPT, part, packages, programs.program("mke2fs"), DISK]
    await programs.run(*words, log=log, limit_s=BUILD_LIMIT_S)
    boot = part / "boot"
    (image,) = boot.glob("vmlinuz-*")
    release = image.name.removeprefix("vmlinuz-")
    (part / "vmlinux").write_bytes(kernel.unpacked(image.read_bytes()))
    (part / "initial").write_bytes(kernel.initial(boot, release))
    for one in (boot, shelf):
        shutil.rmtree(one)
    folder = cache / name_of(wheel)
    part.rename(folder)
    for old in cache.glob("image-*"):
        if old != folder:
            shutil.rmtree(old)
    return _image(folder)


async def bootstrap(cache: Path, log: Path) -> Path:
    """Debian's packages as an archive, from where this machine's own come from; made once."""
    target = cache / f"debian-{debian()}.tar"
    if target.exists():
        return target
    part = target.with_suffix(".part")
    words: list[str | Path] = [
        programs.program("mmdebstrap"),
        "--variant=minbase",
        f"--include={','.join(PACKAGES)}",
        '--aptopt=APT::Install-Recommends "false"',
        *(f"--aptopt={line}" for line in apt_settings()),
        *(f"--dpkgopt=path-exclude={pattern}" for pattern in LEFT_OUT),
        "--format=tar",
        SUITE,
        part,
        *apt_sources(),
    ]
    await programs.run(*words, log=log, limit_s=BUILD_LIMIT_S)
    for old in cache.glob("debian-*.tar"):
        old.unlink()
    return part.rename(target)


def apt_sources() -> list[Path]:
    """This machine's files that name the suite; none on another system, which takes mmdebstrap's default."""
    single, folder = APT_SOURCES
    files = [single, *sorted(folder.glob("*.list")), *sorted(folder.glob("*.sources"))]
    return [path for path in files if path.is_file() and _names_debian(path.read_text(errors="replace"))]


def _names_debian(text: str) -> bool:
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    return any(SUITE in line and f"-{SUITE}" not in line for line in lines) and "debian" in text


def apt_settings() -> Iterator[str]:
    """How this machine fetches packages: proxies, certificates, leniency."""
    if shutil.which("apt-config") is None:
        return
    dump = subprocess.run(
        ["apt-config", "dump", "Acquire"], capture_output=True, text=True, check=True
    ).stdout
    for line in dump.splitlines():
        key, _, value = line.partition(" ")
        if value not in {"", '"";'} and "IndexTargets" not in key and "::" in key:
            yield line


def namespace() -> list[str]:
    """What lets a script mount and own files: nothing more for root, a user namespace for others."""
    unshare = programs.program("unshare")
    known = subprocess.run(
        [unshare, "--map-auto", "--map-root-user", "true"], capture_output=True, check=False
    )
    if Path("/proc/self").stat().st_uid == 0:
        return [unshare, "--mount"]
    if known.returncode:
        raise MachineError(
            "this user may not make user namespaces with subordinate ids (/etc/subuid). Run as root once"
        )
    return [unshare, "--mount", "--map-auto", "--map-root-user"]


def _image(folder: Path) -> Image:
    return Image(folder / "disk.raw", folder / "vmlinux", folder / "initial")
