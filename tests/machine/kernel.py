"""What QEMU boots: Debian's own kernel, unpacked, and an initial file system that only mounts the disk.

Both save time where every instruction is emulated: the kernel need not unpack itself, and Debian's own
initial file system (udev, every disk driver) is 30 MB.
"""

from __future__ import annotations

import lzma
import struct
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MODULES: Final = ("virtio_pci", "virtio_blk", "ext4", "crc32c_generic")  # what it takes to mount the disk
SETUP_SECTS, PAYLOAD = 0x1F1, 0x248  # Documentation/x86/boot.rst: setup_sects; payload_offset, payload_length
SECTOR: Final = 512
DIRECTORY, PROGRAM, FILE = 0o040755, 0o100755, 0o100644
INIT: Final = """#!/bin/busybox sh
/bin/busybox mount -t devtmpfs dev /dev
for module in {modules}; do /bin/busybox insmod /modules/$module.ko || exit 1; done
until [ -b /dev/vda ]; do /bin/busybox sleep 0.1; done
/bin/busybox mount -t ext4 -o rw,noatime /dev/vda /root || exit 1
/bin/busybox mount --move /dev /root/dev
exec /bin/busybox switch_root /root /sbin/init
"""


class KernelNotUnderstoodError(Exception):
    """The kernel's image is laid out in a way that is not known here."""


def unpacked(image: bytes) -> bytes:
    """The ELF kernel inside a bzImage compressed with xz, as Debian's are."""
    start = (image[SETUP_SECTS] + 1) * SECTOR
    offset, length = struct.unpack_from("<II", image, PAYLOAD)
    payload = image[start + offset : start + offset + length]
    try:
        return lzma.LZMADecompressor(lzma.FORMAT_XZ).decompress(payload)
    except lzma.LZMAError as error:
        raise KernelNotUnderstoodError(f"the kernel is not compressed with xz: {error}") from error


def initial(root: Path, release: str) -> bytes:
    """An initial file system (cpio, newc) with busybox and the few modules that mount ``/dev/vda``."""
    modules = list(in_order(root / "lib/modules" / release, MODULES))
    init = INIT.format(modules=" ".join(path.stem for path in modules))
    entries = [
        *((name, DIRECTORY, b"") for name in ("bin", "dev", "modules", "root")),
        ("bin/busybox", PROGRAM, (root / "bin/busybox").read_bytes()),
        ("init", PROGRAM, init.encode()),
        *((f"modules/{path.name}", FILE, path.read_bytes()) for path in modules),
    ]
    return b"".join(entry(*one) for one in [*entries, ("TRAILER!!!", 0, b"")])


def in_order(folder: Path, wanted: tuple[str, ...]) -> Iterator[Path]:
    """Module files, each after those that it needs (modules.dep: ``file: needed ...``, the nearest first)."""
    needs = {}
    for line in (folder / "modules.dep").read_text().splitlines():
        file, _, rest = line.partition(":")
        needs[file.rsplit("/", 1)[-1].removesuffix(".ko")] = [file, *rest.split()]
    seen: set[str] = set()
    for name in wanted:
        for file in reversed(needs[name]):
            if file not in seen:
                seen.add(file)
                yield folder / file


def entry(name: str, mode: int, data: bytes) -> bytes:
    """One file of a cpio archive of the newc format."""
    fields = (0, mode, 0, 0, 1, 0, len(data), 0, 0, 0, 0, len(name) + 1, 0)
    head = ("070701" + "".join(f"{field:08x}" for field in fields) + name + "\0").encode()
    return padded(head) + padded(data)


def padded(data: bytes) -> bytes:
    """Filled up to four bytes, as newc wants it."""
    return data + bytes(-len(data) % 4)
