"""The shipped D-Bus policy, in a real dbus-daemon with Debian's default rules: whom the service reaches."""

from __future__ import annotations

import asyncio
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus
from dbus_fast.auth import AuthExternal
from dbus_fast.errors import DBusError

from tests.deploy.test_unit import DEPLOY

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

POLICY: Final = DEPLOY / "hearth-dbus.conf"
SERVICE_USER: Final = "nobody"  # stands for hearth, which only an installed machine has
OTHER: Final = "daemon"
PATIENCE_S: Final = 10.0
BLUEZ, SYSTEMD, PROPERTIES = "org.bluez", "org.freedesktop.systemd1", "org.freedesktop.DBus.Properties"
OPEN: Final = "org.example.Open"  # a service whose own rules let every user call it, as systemd's do in part
# As /usr/share/dbus-1/system.conf has it, and the rules that services bring: BlueZ's, and a careless one's.
RULES: Final = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>system</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/>
    <deny own="*"/>
    <deny send_type="method_call"/>
    <allow send_type="signal"/>
    <allow send_requested_reply="true" send_type="method_return"/>
    <allow send_requested_reply="true" send_type="error"/>
    <allow receive_type="method_call"/>
    <allow receive_type="method_return"/>
    <allow receive_type="error"/>
    <allow receive_type="signal"/>
    <allow send_destination="org.freedesktop.DBus" send_interface="org.freedesktop.DBus"/>
    <allow send_destination="org.freedesktop.systemd1"/>
    <allow send_destination="{open}"/>
  </policy>
  <policy user="root">
    <allow own="*"/>
    <allow send_destination="org.bluez"/>
    <allow send_interface="org.bluez.Agent1"/>
  </policy>
  <include>{policy}</include>
</busconfig>
"""

pytestmark = [
    pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="dbus-daemon is not installed"),
    pytest.mark.skipif(os.geteuid() != 0, reason="acting as another user needs root"),
]


@pytest.fixture
def bus() -> Iterator[str]:
    """Address of a system bus that knows our policy."""
    with tempfile.TemporaryDirectory(prefix="hearth-bus-") as name, system_bus(Path(name)) as address:
        yield address


@contextmanager
def system_bus(folder: Path) -> Iterator[str]:
    folder.chmod(0o755)
    ours = folder / "hearth.conf"
    ours.write_text(POLICY.read_text().replace('user="hearth"', f'user="{SERVICE_USER}"'))
    configuration = folder / "bus.conf"
    configuration.write_text(RULES.format(socket=folder / "bus", open=OPEN, policy=ours))
    command = ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--nopidfile", "--nosyslog"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        deadline_s = time.monotonic() + PATIENCE_S
        try:
            with socket.socket(socket.AF_UNIX) as probe:
                while probe.connect_ex(str(folder / "bus")) != 0:
                    if process.poll() is not None:
                        pytest.fail(f"the bus does not take the policy: {process.stderr.read()}")
                    assert time.monotonic() < deadline_s
                    time.sleep(0.01)
            yield f"unix:path={folder / 'bus'}"
        finally:
            process.terminate()


@asynccontextmanager
async def peer(address: str, user: str = "root", *names: str) -> AsyncIterator[MessageBus]:
    """A program of ``user`` with ``names`` on the bus, that answers every call with "done"."""
    identity = pwd.getpwnam(user).pw_uid
    os.seteuid(identity)  # the kernel tells the bus who connects
    try:
        link = await MessageBus(bus_address=address, auth=AuthExternal(uid=identity)).connect()
    finally:
        os.seteuid(0)

    def answer(message: Message) -> Message | None:
        if message.message_type is not MessageType.METHOD_CALL:
            return None
        return Message.new_method_return(message, "s", ["done"])

    link.add_message_handler(answer)
    try:
        for name in names:
            await link.request_name(name)
        yield link
    finally:
        link.disconnect()


async def call(caller: MessageBus, destination: str | None, method: str) -> str:
    """What ``caller`` is told: "done", or the name of the refusal."""
    interface, member = method.rsplit(".", 1)
    reply = await caller.call(Message(destination, "/", interface, member))
    assert reply is not None
    if reply.message_type is MessageType.ERROR:
        return str(reply.error_name).rsplit(".", 1)[-1]
    return str(reply.body[0])


def run(test: Callable[[], Awaitable[None]]) -> None:
    async def limited() -> None:
        async with asyncio.timeout(PATIENCE_S):
            await test()

    asyncio.run(limited())


def test_the_service_reaches_bluez(bus: str) -> None:
    async def calls() -> None:
        async with peer(bus, "root", BLUEZ), peer(bus, SERVICE_USER) as hearth:
            for method in ("org.bluez.Adapter1.StartDiscovery", f"{PROPERTIES}.GetAll"):
                assert await call(hearth, BLUEZ, method) == "done"

    run(calls)


def test_it_reaches_nobody_else_not_even_who_is_open_to_all(bus: str) -> None:
    async def calls() -> None:
        async with (
            peer(bus, "root", OPEN, SYSTEMD),
            peer(bus, SERVICE_USER) as hearth,
            peer(bus, OTHER) as other,
        ):
            for name, method in ((OPEN, f"{OPEN}.Do"), (SYSTEMD, f"{SYSTEMD}.Manager.StopUnit")):
                assert await call(other, name, method) == "done"
                assert await call(hearth, name, method) == "AccessDenied"

    run(calls)


def test_the_doctor_may_read_how_the_service_is_and_change_nothing(bus: str) -> None:
    async def calls() -> None:
        async with peer(bus, "root", SYSTEMD), peer(bus, SERVICE_USER) as hearth:
            assert await call(hearth, SYSTEMD, f"{PROPERTIES}.GetAll") == "done"
            assert await call(hearth, SYSTEMD, f"{PROPERTIES}.Set") == "AccessDenied"

    run(calls)


def test_it_cannot_pose_as_bluez(bus: str) -> None:
    async def calls() -> None:
        async with peer(bus, SERVICE_USER) as hearth:
            with pytest.raises(DBusError, match="not allowed to own"):
                await hearth.request_name(BLUEZ)

    run(calls)


def test_bluez_calls_the_pairing_agent_back_and_nobody_else_does(bus: str) -> None:
    agent = f"{BLUEZ}.Agent1.RequestAuthorization"

    async def calls() -> None:
        async with (
            peer(bus, "root", BLUEZ) as bluez,
            peer(bus) as stranger,
            peer(bus, SERVICE_USER) as hearth,
        ):
            assert await call(bluez, hearth.unique_name, agent) == "done"
            assert await call(stranger, hearth.unique_name, agent) == "AccessDenied"

    run(calls)
