"""Is the unit's hardening in force, in the kernel, for the process that runs?"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tests.machine.book import Book
    from tests.machine.guest import Guest

UNIT: Final = "/etc/systemd/system/hearth.service"
EXPOSURE_MAX: Final = 2.0  # of 10; an unhardened service has 9
SECCOMP_FILTER: Final = "2"
NO_CAPABILITY: Final = "0000000000000000"
PROBE_UNIT: Final = "/run/systemd/system/hearth-probe.service"
PROBE: Final = "/usr/local/lib/hearth-test/probe.py"
REFUSED: Final = {  # what an intruder may not, and how the kernel or the bus says so
    "read /home": {"PermissionError"},
    "read /root": {"PermissionError"},
    "read /etc/shadow": {"PermissionError"},
    "read BlueZ's keys": {"PermissionError"},
    "open /dev/mem": {"FileNotFoundError"},
    "open /dev/rfkill": {"FileNotFoundError"},
    "open /dev/vhci": {"FileNotFoundError"},
    "open the disk": {"FileNotFoundError"},
    "write /usr": {"OSError", "PermissionError"},  # read-only, or not its own
    "write /etc": {"OSError", "PermissionError"},
    "write the program": {"OSError", "PermissionError"},
    "change the kernel": {"OSError", "PermissionError"},
    "mount": {"PermissionError"},
    "new namespace": {"PermissionError"},
    "set the clock": {"PermissionError"},
    "run code it wrote": {"PermissionError"},
    "send outside the house": {"PermissionError"},
    "stop a service": {"refused"},
    "list sessions": {"refused"},
    "set the host's name": {"refused"},
    "socket netlink": {"OSError"},
    "socket packet": {"OSError"},
    "socket bluetooth": {"OSError"},
    "socket alg": {"OSError"},
    "socket vsock": {"OSError"},
}
ALLOWED: Final = (
    "write its own data",
    "read the radio switches",
    "send to this machine",
    "call BlueZ",
    "socket unix",
    "socket inet",
    "socket inet6",
)


async def process(guest: Guest, book: Book) -> None:
    """The running daemon itself: systemd's own verdict, and what the kernel says of the process."""
    said = await guest.run("systemd-analyze security --no-pager hearth.service | tail -1")
    exposure = re.search(r"([0-9.]+) ", said.out.partition(":")[2])
    level = float(exposure[1]) if exposure else 10.0
    book.check("exposure of the running unit, at most 2.0 of 10", level <= EXPOSURE_MAX, level)
    shown = await guest.run(
        "pid=$(systemctl show -p MainPID --value hearth); cat /proc/$pid/status; "
        "ls /proc/$pid/root/dev | tr '\\n' ' '"
    )
    status = dict(re.findall(r"^(\w+):\t(.*)$", shown.out, re.MULTILINE))
    book.check("no new privileges", status.get("NoNewPrivs") == "1")
    for name in ("CapEff", "CapPrm", "CapBnd", "CapAmb", "CapInh"):
        book.check(f"no capability ({name})", status.get(name) == NO_CAPABILITY, status.get(name, "?"))
    book.check(
        "system call filter",
        status.get("Seccomp") == SECCOMP_FILTER,
        f"{status.get('Seccomp_filters')} filters",
    )
    user = await guest.run("id -u hearth")
    book.check("runs as its own user", status.get("Uid", "").split() == [user.out.strip()] * 4)
    devices = shown.out.splitlines()[-1].split()
    wrong = {"mem", "kmem", "rfkill", "vhci", "vda", "kvm"} & set(devices)
    book.check("sees no hardware in /dev", not wrong and "null" in devices, " ".join(devices))


async def probe(guest: Guest, book: Book) -> None:
    """A program in the unit's own settings, word for word, tries what an intruder would."""
    await guest.run("busybox ip addr add 203.0.113.1/32 dev lo 2>/dev/null || true; mkdir -p /home/somebody")
    await guest.run(
        f"sed -e 's|^ExecStart=.*|ExecStart=/usr/bin/python3 {PROBE}|' -e 's|^Type=.*|Type=oneshot|' "
        f"-e '/^WatchdogSec/d' -e '/^Restart/d' -e '/^\\[Install\\]/,$d' {UNIT} >{PROBE_UNIT}; "
        f"printf '[Service]\\nStandardOutput=truncate:/run/hearth-probe.json\\n' >>{PROBE_UNIT}; "
        "systemctl daemon-reload; systemctl start hearth-probe"
    )
    tried: dict[str, str] = json.loads((await guest.run("cat /run/hearth-probe.json")).out)
    for deed, refusals in REFUSED.items():
        book.check(f"refused: {deed}", tried.get(deed) in refusals, tried.get(deed, "not tried"))
    for deed in ALLOWED:
        book.check(f"allowed: {deed}", tried.get(deed) == "done", tried.get(deed, "not tried"))
    book.check("sees no other user's process", tried.get("processes of others") == "0")
    free = (await guest.run(f"python3 {PROBE}")).out
    control: dict[str, str] = json.loads(free)
    same = [deed for deed in REFUSED if control.get(deed) != "done" and deed not in UNTESTABLE]
    book.check("the same program, outside the unit and as root, may all of that", not same, ", ".join(same))


UNTESTABLE: Final = {
    "open /dev/mem",
    "open /dev/rfkill",
    "open /dev/vhci",
    "set the host's name",
    "stop a service",
}
