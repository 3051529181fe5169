"""bleak over bumble: ``BleakClient(address, backend=client_of(gateway))``, ``scanner_of(gateway)`` likewise.

As small as it can honestly be: links by address, bleak's errors, and two of BlueZ's own manners: it asks for
large packets, and uses a kept bond with every connection. It pairs when it is told to.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast
from uuid import UUID

from bleak.backends.characteristic import BleakGATTCharacteristic, GattCharacteristicsFlags
from bleak.backends.client import BaseBleakClient
from bleak.backends.descriptor import BleakGATTDescriptor
from bleak.backends.scanner import AdvertisementData, BaseBleakScanner
from bleak.backends.service import BleakGATTService, BleakGATTServiceCollection
from bleak.exc import BleakDeviceNotFoundError, BleakError, BleakGATTProtocolError
from bumble import att, core, hci
from bumble.core import AdvertisingData
from bumble.device import Connection, Device, Peer

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from bleak.args import SizedBuffer
    from bleak.assigned_numbers import CharacteristicPropertyName
    from bleak.backends.client import NotifyCallback
    from bumble.device import Advertisement
    from bumble.gatt import Characteristic
    from bumble.gatt_client import CharacteristicProxy

    from tests.bluetooth.bumble_gateway import Gateway

T = TypeVar("T")
WRITE_HEADER: Final = 3  # bytes of a write command that are no data
DISCONNECTED: Final = "disconnected"


def client_of(gateway: Gateway) -> type[BumbleClient]:
    """What bleak takes as ``backend=`` for a client."""

    class Client(BumbleClient):
        central = gateway

    return Client


def scanner_of(gateway: Gateway) -> type[BumbleScanner]:
    """Likewise for a scanner."""

    class Scanner(BumbleScanner):
        central = gateway

    return Scanner


class BumbleClient(BaseBleakClient):
    """A link of ``central``."""

    central: Gateway

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401  # bleak's own signature
        super().__init__(*arguments, **named)
        self._connection: Connection | None = None
        self._proxies: dict[int, CharacteristicProxy[bytes]] = {}

    @property
    def name(self) -> str:
        """As bleak falls back to."""
        return self.address.replace(":", "-")

    @property
    def mtu_size(self) -> int:
        """Of the present link."""
        return self._link().att_mtu

    @property
    def is_connected(self) -> bool:
        """Whether the link stands."""
        return self._connection is not None

    async def connect(self, pair: bool, **kwargs: Any) -> None:  # noqa: ANN401  # likewise
        """Connect, agree on packets, encrypt with a kept or, with ``pair``, a new bond; see what is there."""
        del kwargs
        async with self.central.connecting:
            self._connection = await self._reach()
        self._connection.on(Connection.EVENT_DISCONNECTION, self._ended)
        peer = Peer(self._connection)
        try:
            if self.central.mtu > att.ATT_DEFAULT_MTU:
                await self._ask(peer.request_mtu(self.central.mtu))
            if await self.central.keys.get(self.address_with_type) is not None:
                await self._encrypt()
            elif pair:
                await self.pair()
            await self._ask(peer.discover_all())  # type: ignore[no-untyped-call]  # bumble leaves it bare
        except BleakError:
            await self.disconnect()
            raise
        self.services = self._found(peer)

    async def disconnect(self) -> None:
        """End the link, if it stands."""
        connection = self._connection
        if connection is not None:
            await connection.disconnect()

    async def pair(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # likewise
        """Exchange keys and keep them."""
        del args, kwargs
        await self._ask(self._link().pair())

    async def unpair(self) -> None:
        """Forget the keys."""
        await self.central.keys.delete(self.address_with_type)
        await self.disconnect()

    @property
    def address_with_type(self) -> str:
        """The name that bumble keeps keys under."""
        return str(self._peer())

    async def read_gatt_char(
        self,
        characteristic: BleakGATTCharacteristic,
        *,
        use_cached: bool = False,
        **kwargs: Any,  # noqa: ANN401  # likewise
    ) -> bytearray:
        """Ask the wearable; nothing is cached."""
        del use_cached, kwargs
        client = self._link().gatt_client
        return bytearray(await self._ask(client.read_value(characteristic.handle)))

    async def write_gatt_char(
        self, characteristic: BleakGATTCharacteristic, data: SizedBuffer, response: bool
    ) -> None:
        """Write, and wait for the response if there is to be one."""
        client = self._link().gatt_client
        await self._ask(client.write_value(characteristic.handle, bytes(data), response))

    async def read_gatt_descriptor(
        self,
        descriptor: BleakGATTDescriptor,
        *,
        use_cached: bool = False,
        **kwargs: Any,  # noqa: ANN401  # likewise
    ) -> bytearray:
        """Likewise."""
        del use_cached, kwargs
        return bytearray(await self._ask(self._link().gatt_client.read_value(descriptor.handle)))

    async def write_gatt_descriptor(self, descriptor: BleakGATTDescriptor, data: SizedBuffer) -> None:
        """Likewise."""
        await self._ask(self._link().gatt_client.write_value(descriptor.handle, bytes(data), True))

    async def start_notify(
        self,
        characteristic: BleakGATTCharacteristic,
        callback: NotifyCallback,
        **kwargs: Any,  # noqa: ANN401  # likewise
    ) -> None:
        """Notifications or indications, whichever it has."""
        del kwargs
        proxy = self._proxies[characteristic.handle]
        try:
            await self._ask(proxy.subscribe(lambda value: callback(bytearray(value))))
        except BleakError:
            self._unheard(proxy)
            raise

    async def stop_notify(self, characteristic: BleakGATTCharacteristic) -> None:
        """No more of them."""
        proxy = self._proxies[characteristic.handle]
        await self._ask(proxy.unsubscribe(force=True))
        self._unheard(proxy)

    def _unheard(self, proxy: CharacteristicProxy[bytes]) -> None:
        """bumble keeps a subscriber also when the wearable refuses the subscription."""
        proxy.subscribers.clear()
        client = self._link().gatt_client
        for hearers in (client.notification_subscribers, client.indication_subscribers):
            hearers.pop(proxy.handle, None)

    def _peer(self) -> hci.Address:
        return hci.Address(self.address, hci.Address.PUBLIC_DEVICE_ADDRESS)

    def _link(self) -> Connection:
        if self._connection is None:
            raise BleakError("Not connected")
        return self._connection

    async def _reach(self) -> Connection:
        device = self.central.device
        try:
            return await device.connect_le(
                self._peer(), own_address_type=hci.OwnAddressType.PUBLIC, timeout=self._timeout
            )
        except core.TimeoutError as error:
            raise BleakDeviceNotFoundError(self.address, "not heard") from error
        except asyncio.CancelledError:
            await device.host.send_sync_command_raw(hci.HCI_LE_Create_Connection_Cancel_Command())
            raise

    async def _encrypt(self) -> None:
        """With the kept keys. A wearable that has lost them stays connected, and refuses what needs them."""
        try:
            await self._ask(self._link().encrypt())
        except BleakError as error:
            if not isinstance(error.__cause__, hci.HCI_Error):
                raise

    async def _ask(self, work: Awaitable[T]) -> T:
        """What bumble answers, with bleak's errors; bumble cancels what waits when the link goes."""
        try:
            return await work
        except att.ATT_Error as error:
            raise BleakGATTProtocolError(int(error.error_code)) from error
        except core.ProtocolError as error:
            raise BleakError(f"{error.error_namespace}: {error.error_name}") from error
        except core.TimeoutError as error:
            raise BleakError("no answer") from error
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if self.is_connected or (task is not None and task.cancelling()):
                raise
            raise BleakError(DISCONNECTED) from None

    def _ended(self, reason: int) -> None:
        del reason
        self._connection = None
        if self._disconnected_callback is not None:
            self._disconnected_callback()

    def _found(self, peer: Peer) -> BleakGATTServiceCollection:
        found = BleakGATTServiceCollection()
        for told in peer.services:
            service = BleakGATTService(told, told.handle, _text(told.uuid))
            found.add_service(service)
            for proxy in told.characteristics:
                self._proxies[proxy.handle] = proxy
                characteristic = BleakGATTCharacteristic(
                    proxy, proxy.handle, _text(proxy.uuid), _properties(proxy.properties), self._room, service
                )
                found.add_characteristic(characteristic)
                for descriptor in proxy.descriptors:
                    found.add_descriptor(
                        BleakGATTDescriptor(
                            descriptor, descriptor.handle, _text(descriptor.type), characteristic
                        )
                    )
        return found

    def _room(self) -> int:
        return self.mtu_size - WRITE_HEADER


class BumbleScanner(BaseBleakScanner):
    """Hears advertisements with the radio of ``central``."""

    central: Gateway

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401  # bleak's own signature
        super().__init__(arguments[0], arguments[1])
        del named

    async def start(self) -> None:
        """Hear them from now on."""
        self.seen_devices = {}
        self.central.device.on(Device.EVENT_ADVERTISEMENT, self._heard)
        await self.central.device.start_scanning(own_address_type=hci.OwnAddressType.PUBLIC)

    async def stop(self) -> None:
        """No more."""
        await self.central.device.stop_scanning()
        self.central.device.remove_listener(Device.EVENT_ADVERTISEMENT, self._heard)

    def _heard(self, heard: Advertisement) -> None:
        kind = AdvertisingData.Type
        data = heard.data
        name = data.get(kind.COMPLETE_LOCAL_NAME)
        makers = data.get_all(kind.MANUFACTURER_SPECIFIC_DATA)
        told = data.get_all(kind.COMPLETE_LIST_OF_16_BIT_SERVICE_CLASS_UUIDS)
        uuids = sorted({_text(uuid) for some in told for uuid in some})
        if not self.is_allowed_uuid(uuids):
            return
        address = heard.address.to_string(False)
        advertised = AdvertisementData(name, dict(makers), {}, uuids, None, heard.rssi, (heard,))
        device = self.create_or_update_device(address, address, name, heard, advertised)
        self.call_detection_callbacks(device, advertised)


def _text(uuid: core.UUID) -> str:
    return str(UUID(bytes=bytes(reversed(uuid.uuid_128_bytes))))


def _properties(flags: Characteristic.Properties) -> list[CharacteristicPropertyName]:
    names = (flag.name.replace("_", "-") for flag in GattCharacteristicsFlags if flags & flag.value)
    return cast("list[CharacteristicPropertyName]", list(names))
