"""What the system test goes through: installed, paired, streaming, disturbed, killed, started again."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tests.machine import hardening
from tests.machine.ether import ADDRESS, TRUE_HZ
from tests.machine.oracle import Boot
from tests.machine.virtual import POSITIONS, RADIO
from tests.machine.wheels import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.machine.book import Book
    from tests.machine.ether import Ether
    from tests.machine.guest import Guest
    from tests.machine.positions import Positions
    from tests.machine.virtual import Machine

INSTALL_LIMIT_S: Final = 900.0  # with every library, where every instruction is emulated
COMMAND_LIMIT_S: Final = 300.0
RESUME_LIMIT_S: Final = 180.0  # to find, connect, encrypt and start again, emulated
FLOW_S: Final = 10.0  # of samples, to say that it flows
CLOCK_TRIES: Final = 10  # on a busy machine a time may arrive late
CLOCK_NS_MAX: Final = 20_000_000  # as good as a time server's over a home network
AS_HEARTH: Final = "runuser -u hearth --"
SILENCE_S: Final = 2.5  # longer than a link lives without being heard; short, so that the session may go on


@dataclass
class Story:
    """One run. ``stream_s``: how long to listen between troubles."""

    machine: Machine
    ether: Ether
    positions: Positions
    book: Book
    stream_s: float
    boots: list[Boot] = field(default_factory=list)
    device: str = ""

    @property
    def guest(self) -> Guest:
        """The machine's inside."""
        return self.machine.guest

    async def boot(self) -> None:
        """Switch it on, with an adapter on the strap's air."""
        begun_s, begun_ns = time.monotonic(), time.time_ns()
        await self.machine.power_on()
        await self.ether.plug(self.machine.socket(RADIO))
        await self.positions.plug(self.machine.socket(POSITIONS))
        await self.machine.started()
        ahead_ns, unsure_ns = await self._right_clock()
        self.boots.append(Boot(begun_ns, ahead_ns))
        took_s = time.monotonic() - begun_s
        self.book.say(
            f"   up in {took_s:.0f} s; its clock is ahead by {ahead_ns / 1e6:.0f} +- {unsure_ns / 1e6:.1f} ms"
        )

    async def install(self, *, afresh: bool) -> None:
        """What somebody does who installs Hearth: runs deploy/install.sh."""
        await self.guest.run("mkdir -p /mnt/shelf && mount -o ro /dev/vdb /mnt/shelf")
        await self.guest.run("sh /mnt/shelf/inside/setup.sh", limit_s=COMMAND_LIMIT_S)
        if afresh:
            await self.guest.run("rm -rf /opt/hearth")
        command = "sh /mnt/shelf/source/deploy/install.sh --wheels /mnt/shelf/wheels"
        done = await self.guest.run(command, limit_s=INSTALL_LIMIT_S)
        self.book.check("install.sh says that it is done", "installed. What now" in done.out)
        for ours, theirs in (
            ("hearth.service", "/etc/systemd/system/hearth.service"),
            ("hearth-dbus.conf", "/etc/dbus-1/system.d/hearth.conf"),
        ):
            there = (await self.guest.run(f"cat {theirs}")).out
            self.book.check(f"{theirs} is deploy/{ours}", there == (ROOT / "deploy" / ours).read_text())
        await self.guest.run("systemctl enable --quiet --now test-positions")

    async def started(self) -> None:
        """Wait for the unit, as systemd itself sees it."""
        async with asyncio.timeout(COMMAND_LIMIT_S):
            while (state := await self._state()) != "active":
                await asyncio.sleep(1.0)
        self.book.check("systemd says that hearth is", state == "active", state)

    async def pair(self) -> None:
        """``hearth pair`` while the service runs: scan, choose, bond, remember."""
        command = f"{AS_HEARTH} hearth pair --json --address {ADDRESS} --wearer Ada --name Strap --seconds 60"
        done = await self.guest.run(command, limit_s=COMMAND_LIMIT_S, check=False)
        told = [json.loads(line) for line in done.out.splitlines() if line.startswith("{")]
        paired: dict[str, object] = next((one for one in told if one["event"] == "paired"), {})
        self.device = str(paired.get("device", ""))
        fact = {key: paired.get(key) for key in ("device", "kind", "bonded", "waveform", "wearer")}
        good = fact["kind"] == "polar-h10" and fact["bonded"] and fact["waveform"]
        if not self.book.check("hearth pair", bool(good), fact if paired else (done.out + done.err)[-600:]):
            return
        self.book.check("keys were really exchanged, once", self.ether.count("paired") == 1)
        listed = json.loads((await self.guest.run(f"{AS_HEARTH} hearth devices --json")).out)
        self.book.check("hearth devices lists it", [one["device"] for one in listed] == [self.device])

    async def stream(self, seconds: float) -> None:
        """Listen until so many seconds of samples more are stored."""
        before = self.positions.stored
        wanted = before + round(seconds * TRUE_HZ)
        took_s = await self.positions.until(lambda stored: stored >= wanted, seconds + RESUME_LIMIT_S)
        self.book.say(f"   {self.positions.stored - before} samples stored in {took_s:.0f} s")

    async def lose_link(self) -> None:
        """The strap goes out of reach for some seconds."""
        lost = self.ether.count("disconnected")
        self.ether.air.fall_silent()
        await asyncio.sleep(SILENCE_S)
        self.ether.air.clear()
        await self._again("after a link loss")
        self.book.check("the link was really lost", self.ether.count("disconnected") > lost)

    async def restart_bluetoothd(self) -> None:
        """BlueZ goes away and comes back, as after an update."""
        before = (await self.guest.run("systemctl show -p MainPID --value bluetooth")).out
        await self.guest.run("systemctl restart bluetooth")
        await self._again("after a restart of bluetoothd")
        after = (await self.guest.run("systemctl show -p MainPID --value bluetooth")).out
        self.book.check("bluetoothd was really restarted", before != after)
        restarts = (await self.guest.run("systemctl show -p NRestarts --value hearth")).out.strip()
        self.book.check("restarts of hearth so far", restarts == "0", restarts)

    async def harden(self) -> None:
        """Look at the unit's walls while samples flow."""
        before = self.positions.stored
        await hardening.process(self.guest, self.book)
        await hardening.probe(self.guest, self.book)
        self.book.check(
            "samples flowed meanwhile", self.positions.stored > before, self.positions.stored - before
        )

    async def kill(self) -> None:
        """Power cut, amid the stream."""
        flowing = self.positions.stored
        await self.positions.until(lambda stored: stored > flowing, RESUME_LIMIT_S)
        await self.machine.kill()
        handed = self.ether.handed
        await self.positions.unplug()
        await self.ether.unplug()
        self.book.check("killed while streaming", self.ether.strap.streaming)
        self.book.say(f"   {self.positions.stored} samples were said to be stored, {handed} had been sent")

    async def boot_again(self) -> None:
        """Power is back: everything comes up by itself."""
        before = self.positions.stored
        begun_s = time.monotonic()
        await self.boot()
        await self.started()
        await self.positions.until(lambda stored: stored > before, RESUME_LIMIT_S)
        took_s = time.monotonic() - begun_s
        self.book.check("records again, by itself", True, f"{took_s:.0f} s after power came back")
        self.book.check("no second pairing was needed", self.ether.count("paired") == 1)

    async def ask(self) -> None:
        """What its own commands say."""
        status = await self.guest.run(f"{AS_HEARTH} hearth status --json", check=False)
        self.book.check("hearth status answers", status.code == 0, status.err[-300:])
        doctor = await self.guest.run(
            f"{AS_HEARTH} hearth doctor --json", check=False, limit_s=COMMAND_LIMIT_S
        )
        self.book.say("   hearth doctor: " + " ".join(doctor.out.split())[-1500:])

    async def stop(self, folder: Path) -> Path:
        """End the service as an administrator does; fetch its database."""
        await self.guest.run("systemctl stop test-positions")  # the last to close writes the log back
        await self.guest.run("systemctl stop hearth", limit_s=COMMAND_LIMIT_S)
        result = (await self.guest.run("systemctl show -p Result --value hearth")).out.strip()
        self.book.check("systemctl stop ends it well", result == "success", result)
        self.book.check("the strap was told to stop", not self.ether.strap.streaming)
        left = (await self.guest.run("ls /var/lib/hearth")).out.split()
        self.book.check("the write-ahead log is written back", "hearth.db-wal" not in left, " ".join(left))
        store = folder / "hearth.db"
        store.write_bytes((await self.guest.run("cat /var/lib/hearth/hearth.db")).raw)
        journal = await self.journal(folder)
        self.book.check("no traceback in the journal", "Traceback" not in journal)
        return store

    async def journal(self, folder: Path) -> str:
        """What the machine's services logged, since it was first started."""
        units = "-u hearth -u bluetooth -u dbus -u test-radio -u test-positions"
        command = f"journalctl --no-pager -o short-precise {units}"
        journal = (await self.guest.run(command)).out
        (folder / "journal.log").write_text(journal)
        return journal

    async def _again(self, when: str) -> None:
        before = self.positions.stored
        begun_s = time.monotonic()
        flowing = before + round(FLOW_S * TRUE_HZ)
        try:
            await self.positions.until(lambda stored: stored > flowing, RESUME_LIMIT_S)
        except TimeoutError:
            self.book.check(f"streams again {when}", False, f"not within {RESUME_LIMIT_S:.0f} s")
        else:
            took_s = time.monotonic() - begun_s - FLOW_S
            self.book.check(f"streams again {when}", True, f"about {took_s:.0f} s later")

    async def _right_clock(self) -> tuple[int, int]:
        """Set it as a time server does at every start: a virtual hardware clock knows whole seconds only."""
        for _ in range(CLOCK_TRIES):
            await self.guest.set_clock()
            ahead_ns, unsure_ns = await self.guest.ahead_ns()
            if abs(ahead_ns) < CLOCK_NS_MAX:
                break
        return ahead_ns, unsure_ns

    async def _state(self) -> str:
        return (await self.guest.run("systemctl is-active hearth", check=False)).out.strip()
