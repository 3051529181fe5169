"""Tries what an intruder in the service would. Started with the unit's settings; prints JSON: deed, outcome.

Outcomes: "done", or the refusal's name. Python's standard library only.
"""

import ctypes
import json
import mmap
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

NEWNS, BIND = 0x20000, 4096
LIBC = ctypes.CDLL(None, use_errno=True)
OUTSIDE = ("203.0.113.1", 9)  # a public address, which the machine was given as its own
INSIDE = ("127.0.0.1", 9)
STREAM, RAW, PACKETS = socket.SOCK_STREAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET
FAMILIES = {
    "unix": (1, STREAM),
    "inet": (2, STREAM),
    "inet6": (10, STREAM),
    "netlink": (16, RAW),
    "packet": (17, RAW),
    "bluetooth": (31, PACKETS),
    "alg": (38, PACKETS),
    "vsock": (40, STREAM),
}


def outcome(deed: Callable[[], object]) -> str:
    try:
        deed()
    except OSError as error:
        return type(error).__name__
    return "done"


def checked(code: int) -> None:
    if code:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def bus(call: str) -> str:
    """What the system bus answers."""
    command = ["busctl", "--system", "--timeout=20", "call", *call.split()]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return "done"
    return "refused" if "denied" in done.stderr.lower() else done.stderr.strip()


def send(address: tuple[str, int]) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.sendto(b"x", address)


def speak(family: int, kind: int) -> None:
    socket.socket(family, kind).close()


def rename() -> None:
    name = Path("/proc/sys/kernel/hostname")
    name.write_text(name.read_text())


def strangers() -> int:
    """Processes of other users that can be seen."""
    processes = [path for path in Path("/proc").iterdir() if path.name.isdigit()]
    return sum(path.stat().st_uid != os.getuid() for path in processes)


FILES = {
    "read /home": lambda: list(Path("/home").iterdir()),
    "read /root": lambda: list(Path("/root").iterdir()),
    "read /etc/shadow": lambda: Path("/etc/shadow").read_bytes(),
    "read BlueZ's keys": lambda: list(Path("/var/lib/bluetooth").iterdir()),
    "open /dev/mem": lambda: os.open("/dev/mem", os.O_RDONLY),
    "open /dev/rfkill": lambda: os.open("/dev/rfkill", os.O_RDWR),
    "open /dev/vhci": lambda: os.open("/dev/vhci", os.O_RDWR),
    "open the disk": lambda: os.open("/dev/vda", os.O_RDONLY),
    "write /usr": lambda: Path("/usr/share/hearth-was-here").touch(),
    "write /etc": lambda: Path("/etc/hearth/was-here").touch(),
    "write the program": lambda: Path("/opt/hearth/was-here").touch(),
    "write its own data": lambda: Path("/var/lib/hearth/probe").touch(),
    "read the radio switches": lambda: list(Path("/sys/class/rfkill").iterdir()),
}
KERNEL = {
    "change the kernel": rename,
    "new namespace": lambda: checked(LIBC.unshare(NEWNS)),
    "mount": lambda: checked(LIBC.mount(b"/var/tmp", b"/var/tmp", None, BIND, None)),
    "set the clock": lambda: time.clock_settime(time.CLOCK_REALTIME, time.time()),
    "run code it wrote": lambda: mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC),
    "send to this machine": lambda: send(INSIDE),
    "send outside the house": lambda: send(OUTSIDE),
}
SYSTEMD = "org.freedesktop.systemd1 /org/freedesktop/systemd1 org.freedesktop.systemd1.Manager"
LOGIN = "org.freedesktop.login1 /org/freedesktop/login1 org.freedesktop.login1.Manager"
HOST = "org.freedesktop.hostname1 /org/freedesktop/hostname1 org.freedesktop.hostname1"
CALLS = {
    "call BlueZ": "org.bluez / org.freedesktop.DBus.ObjectManager GetManagedObjects",
    "stop a service": f"{SYSTEMD} StopUnit ss hearth-nothing.service fail",
    "list sessions": f"{LOGIN} ListSessions",
    "set the host's name": f"{HOST} SetHostname sb gateway 0",
}


def main() -> None:
    tried = {deed: outcome(do) for deed, do in {**FILES, **KERNEL}.items()}
    tried |= {deed: bus(call) for deed, call in CALLS.items()}
    for name, (family, kind) in FAMILIES.items():
        tried[f"socket {name}"] = outcome(partial(speak, family, kind))
    tried["processes of others"] = str(strangers())
    Path("/var/lib/hearth/probe").unlink(missing_ok=True)
    json.dump(tried, sys.stdout)


if __name__ == "__main__":
    main()
