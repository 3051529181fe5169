"""A pairing agent that allows everything or nothing."""
# no postponed annotations: dbus-fast reads them when the method is made

from dbus_fast import DBusError
from dbus_fast.annotations import DBusObjectPath
from dbus_fast.service import ServiceInterface, dbus_method

from tests.bluetooth.bluez_manners import AGENT


class Agent(ServiceInterface):
    """``asked``: the devices it was asked about."""

    def __init__(self, *, allows: bool) -> None:
        super().__init__(AGENT)
        self.allows = allows
        self.asked: list[str] = []

    @dbus_method()
    def RequestAuthorization(self, device: DBusObjectPath) -> None:  # noqa: N802 - its name on the bus
        self.asked.append(device)
        if not self.allows:
            raise DBusError("org.bluez.Error.Rejected", "no")
