"""The machine: QEMU with Debian's kernel, a disk that survives a kill, and three lines to the outside.

A kill -9 of QEMU is a power cut as far as the guest's memory goes: what it had not written is gone. The
disk is a qcow2 layer with cache=writeback: a guest's fsync becomes a flush, which makes QEMU write its own
tables and call fdatasync on the host, so it is durable where a real disk's would be. What the guest wrote
without a flush may be lost with QEMU: the tables that point to new blocks stay in its memory until a flush,
as data stays in a real disk's cache. cache=none or directsync would only hide that, and cache=unsafe would
drop the flushes.
"""

from __future__ import annotations

import asyncio
import os
import signal
from typing import TYPE_CHECKING, Final

from tests.machine.errors import MachineError
from tests.machine.guest import Guest
from tests.machine.programs import program, run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.machine.image import Image

START_LIMIT_S: Final = 300.0  # 10 s on an idle machine
SOCKET_LIMIT_S: Final = 30.0
MEMORY_MB: Final = 1536
AGENT, RADIO, POSITIONS = "org.qemu.guest_agent.0", "hearth.radio", "hearth.positions"
KERNEL_LINE: Final = (
    "console=ttyS0 quiet rw net.ifnames=0 mitigations=off random.trust_cpu=on "
    "systemd.show_status=0 modprobe.blacklist=powernow_k8"
)


class Machine:
    """``start``, use ``guest``, ``kill`` or ``stop``; ``start`` again goes on with the same disk."""

    def __init__(self, image: Image, folder: Path, shelf: Path, *, accelerator: str) -> None:
        self.folder = folder
        self._image = image
        self._shelf = shelf
        self._accelerator = accelerator
        self._process: asyncio.subprocess.Process | None = None
        self._guest: Guest | None = None

    @property
    def guest(self) -> Guest:
        """Its inside, while it runs."""
        if self._guest is None:
            raise MachineError("the machine does not run")
        return self._guest

    def socket(self, line: str) -> Path:
        """Where the host's end of a line is."""
        return self.folder / f"{line}.sock"

    async def prepare(self) -> None:
        """A fresh disk: an empty layer over the image."""
        words = (
            "create",
            "-q",
            "-f",
            "qcow2",
            "-F",
            "raw",
            "-b",
            self._image.disk,
            self.folder / "disk.qcow2",
        )
        await run(program("qemu-img"), *words, log=self.folder / "qemu.log", limit_s=SOCKET_LIMIT_S)

    async def power_on(self) -> None:
        """Begin to start; its lines can be connected when this returns."""
        for line in (AGENT, RADIO, POSITIONS):
            self.socket(line).unlink(missing_ok=True)
        with (self.folder / "qemu.log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self._command(), stdin=asyncio.subprocess.DEVNULL, stdout=log, stderr=log
            )
        async with asyncio.timeout(SOCKET_LIMIT_S):
            while not self.socket(POSITIONS).exists():
                if self._process.returncode is not None:
                    raise MachineError(f"QEMU ended at once; see {self.folder / 'qemu.log'}")
                await asyncio.sleep(0.05)

    async def started(self) -> None:
        """Wait for its agent."""
        log = self.folder / "commands.log"
        self._guest = await Guest.meet(self.socket(AGENT), log, START_LIMIT_S)

    async def kill(self) -> None:
        """kill -9, now: nothing is written any more."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.returncode is None:
            os.kill(process.pid, signal.SIGKILL)
        await process.wait()
        if self._guest is not None:
            await self._guest.close()
        self._guest = None

    def _command(self) -> list[str]:
        disk, shelf = self.folder / "disk.qcow2", self._shelf
        cpu = "host" if self._accelerator == "kvm" else "max"
        words = f"""
            {program("qemu-system-x86_64")} -machine q35 -accel {self._accelerator} -cpu {cpu}
            -smp 2 -m {MEMORY_MB} -nodefaults -no-reboot -display none -rtc base=utc,clock=host
            -kernel {self._image.kernel} -initrd {self._image.initial}
            -drive file={disk},if=none,id=disk,format=qcow2,cache=writeback,discard=unmap
            -device virtio-blk-pci,drive=disk
            -drive file={shelf},if=none,id=shelf,format=raw,readonly=on -device virtio-blk-pci,drive=shelf
            -device virtio-rng-pci -device virtio-serial-pci
        """.split()
        for number, line in enumerate((AGENT, RADIO, POSITIONS)):
            words += ["-chardev", f"socket,id=line{number},path={self.socket(line)},server=on,wait=off"]
            words += ["-device", f"virtserialport,chardev=line{number},name={line}"]
        console = self.folder / "console.log"
        words += ["-chardev", f"file,id=console,path={console},append=on", "-serial", "chardev:console"]
        return [*words, "-append", KERNEL_LINE]
