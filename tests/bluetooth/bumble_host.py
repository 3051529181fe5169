"""A model of a wearable on a virtual radio: a real GATT server, with real pairing, encryption and packets."""

from __future__ import annotations

import asyncio
import struct
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from bumble import att, hci
from bumble.core import UUID, AdvertisingData
from bumble.device import Connection, Device, DeviceConfiguration
from bumble.gatt import GATT_CLIENT_CHARACTERISTIC_CONFIGURATION_DESCRIPTOR as CCCD
from bumble.gatt import Characteristic, Descriptor, Service
from bumble.host import Host
from bumble.keys import KeyStore, MemoryKeyStore
from bumble.pairing import PairingConfig, PairingDelegate
from bumble.transport.common import AsyncPipeSink

from tests.bluetooth.bumble_air import LL_OCTETS, Radio
from tests.bluetooth.peripheral import AttError, uuid16

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from bumble.keys import PairingKeys

    from tests.bluetooth.bumble_air import Air
    from tests.bluetooth.peripheral import Due, Peripheral
    from tests.bluetooth.peripheral import Service as Told

MTU_MAX: Final = 517  # the longest that the attribute protocol has a use for: 512 bytes of value
ADVERTISING_MS: Final = 20.0  # the shortest interval that the specification allows: tests wait for it
OPEN: Final = att.Attribute.READABLE | att.Attribute.WRITEABLE  # the model says what is permitted
ASSIGNED: Final = uuid16(0)[8:]  # how an assigned number's long form ends
NOTIFY, INDICATE = 0x0001, 0x0002  # of a client characteristic configuration
PROPERTIES: Final = {
    "read": Characteristic.Properties.READ,
    "write": Characteristic.Properties.WRITE,
    "write-without-response": Characteristic.Properties.WRITE_WITHOUT_RESPONSE,
    "notify": Characteristic.Properties.NOTIFY,
    "indicate": Characteristic.Properties.INDICATE,
}


T = TypeVar("T")


class Watcher(Protocol):
    """Who hears what happens to a wearable on the air."""

    def __call__(self, event: str, **facts: str | int) -> None: ...


def ignore(event: str, **facts: str | int) -> None:
    """Nobody watches."""
    del event, facts


class Hosted:
    """``model`` on the air. ``start`` it, ``advance`` it whenever time has passed, ``stop`` it at the end.

    ``mtu``: the longest packets it agrees to. ``keys``: where its bonds are kept; those of an earlier process
    are used again. ``octets``: of one packet on the air.
    """

    def __init__(
        self,
        model: Peripheral,
        air: Air,
        *,
        mtu: int = MTU_MAX,
        keys: KeyStore | None = None,
        octets: int = LL_OCTETS,
        advertising_ms: float = ADVERTISING_MS,
        watcher: Watcher = ignore,
    ) -> None:
        self.model = model
        self.radio = Radio(model.name, air, model.address, octets=octets)
        self.connection: Connection | None = None
        self.pairings = 0
        self._air = air
        self._watcher = watcher
        self.keys = keys or MemoryKeyStore()
        self._advertising_ms = advertising_ms
        self._advertising = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self._answers: set[asyncio.Task[None]] = set()  # indications under way: they end with their link
        self._values: dict[str, Characteristic[bytes]] = {}
        configuration = DeviceConfiguration(name=model.name, gatt_service_enabled=False)
        self._device = Device(config=configuration, host=Host(self.radio, AsyncPipeSink(self.radio)))
        self._device.keystore = self.keys
        self._device.gatt_server.max_mtu = mtu
        self._device.pairing_config_factory = _just_works
        for service in model.services:
            self._device.gatt_server.add_service(self._service(service))
        self._device.on(Device.EVENT_CONNECTION, self._connected)

    async def start(self) -> None:
        """Be on the air."""
        await self._device.power_on()
        self.model.bonded = bool(await self.keys.get_all())
        await self._advertise()

    async def stop(self) -> None:
        """Leave the air; a link that is there ends as if the wearable had gone out of reach."""
        tasks = self._tasks | self._answers
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._device.host.reset()
        self._air.remove_controller(self.radio)

    async def advance(self, seconds: float) -> None:
        """Let time pass for the model; what has become due is on its way when this returns."""
        due = self.model.advance(seconds)
        for one in due:
            await self._tell(one)
        connection = self.connection
        if connection is not None:
            await connection.drain()
            if not self.model.link and connection is self.connection:
                await connection.disconnect()
        await self._advertise()

    async def forget(self) -> None:
        """The wearable loses its bonds, as after a reset by another phone."""
        await self.keys.delete_all()
        self.model.forget()

    async def _tell(self, due: Due) -> None:
        uuid, value = due
        connection = self.connection
        if connection is None:
            return
        characteristic = self._values[uuid]
        if characteristic.properties & Characteristic.Properties.INDICATE:
            self._spawn(self._device.indicate_subscriber(connection, characteristic, value), self._answers)
        else:
            await self._device.notify_subscriber(connection, characteristic, value)

    async def _advertise(self) -> None:
        async with self._advertising:
            wanted = self.model.advertising and self.connection is None
            if wanted == self._device.is_advertising:
                return
            if not wanted:
                await self._device.stop_advertising()
            else:
                await self._device.start_advertising(
                    own_address_type=hci.OwnAddressType.PUBLIC,
                    advertising_data=_advertised(self.model),
                    advertising_interval_min=self._advertising_ms,
                    advertising_interval_max=self._advertising_ms,
                )
        self._watcher("advertising" if wanted else "silent")

    def _connected(self, connection: Connection) -> None:
        self.connection = connection
        self.model.connect(connection.att_mtu)
        connection.on(Connection.EVENT_DISCONNECTION, self._disconnected)
        connection.on(Connection.EVENT_CONNECTION_ATT_MTU_UPDATE, self._agreed)
        connection.on(Connection.EVENT_CONNECTION_ENCRYPTION_CHANGE, self._encrypted)
        connection.on(Connection.EVENT_PAIRING, self._paired)
        connection.on(Connection.EVENT_PAIRING_FAILURE, self._not_paired)
        self._watcher("connected", peer=str(connection.peer_address))

    def _disconnected(self, reason: int) -> None:
        self.connection = None
        for answer in self._answers:
            answer.cancel()
        self.model.disconnect()
        self._watcher("disconnected", reason=reason, text=hci.HCI_ErrorCode(reason).name)
        self._spawn(self._advertise(), self._tasks)

    def _agreed(self) -> None:
        if self.connection is not None:
            self.model.mtu = self.connection.att_mtu
            self._watcher("mtu", mtu=self.model.mtu)

    def _encrypted(self) -> None:
        if self.connection is not None:
            self.model.encrypted = bool(self.connection.is_encrypted)
            self._watcher("encrypted", on=int(self.model.encrypted))

    def _paired(self, keys: PairingKeys) -> None:
        del keys
        self.pairings += 1
        self.model.pair()
        if self.connection is not None:
            self._watcher("paired", peer=str(self.connection.peer_address))

    def _not_paired(self, reason: int) -> None:
        self._watcher("pairing failed", reason=reason)

    def _service(self, told: Told) -> Service:
        return Service(
            UUID(told.uuid), [self._characteristic(one.uuid, one.flags) for one in told.characteristics]
        )

    def _characteristic(self, uuid: str, flags: tuple[str, ...]) -> Characteristic[bytes]:
        def read(connection: Connection) -> bytes:
            del connection
            return _answered(lambda: self.model.read(uuid))

        def write(connection: Connection, value: bytes) -> None:
            del connection
            for due in _answered(lambda: self.model.write(uuid, bytes(value))):
                self._spawn(
                    self._tell(due), self._answers
                )  # after the response, which goes out when this returns

        properties = Characteristic.Properties(0)
        for flag in flags:
            properties |= PROPERTIES[flag]
        descriptors = [] if not {"notify", "indicate"} & set(flags) else [self._configuration(uuid)]
        value = self._values[uuid] = Characteristic(
            _uuid(uuid), properties, OPEN, att.AttributeValue(read, write), descriptors
        )
        return value

    def _configuration(self, uuid: str) -> Descriptor:
        server = self._device.gatt_server

        def read(bearer: att.Bearer) -> bytes:
            return server.read_cccd(bearer, self._values[uuid])

        def write(bearer: att.Bearer, value: bytes) -> None:
            if len(value) != struct.calcsize("<H"):
                raise att.ATT_Error(att.ErrorCode.INVALID_ATTRIBUTE_LENGTH)
            on = int.from_bytes(value, "little") & (NOTIFY | INDICATE)
            _answered(lambda: self.model.subscribe(uuid) if on else self.model.unsubscribe(uuid))
            server.write_cccd(bearer, self._values[uuid], value)
            self._watcher("subscribed" if on else "unsubscribed", characteristic=uuid)

        return Descriptor(CCCD, OPEN, att.AttributeValueV2(read, write))

    @staticmethod
    def _spawn(work: Coroutine[object, object, None], among: set[asyncio.Task[None]]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        among.add(task)
        task.add_done_callback(among.discard)


def _answered(ask: Callable[[], T]) -> T:
    """What the model answers; its refusal in bumble's terms."""
    try:
        return ask()
    except AttError as error:
        raise att.ATT_Error(error.code) from error


def _just_works(connection: Connection) -> PairingConfig:
    """Pair with whoever asks, as what has neither buttons nor display does."""
    del connection
    distribution = PairingDelegate.KeyDistribution
    return PairingConfig(
        mitm=False,
        delegate=PairingDelegate(
            local_responder_key_distribution=distribution.DISTRIBUTE_ENCRYPTION_KEY,
        ),
    )


def _uuid(text: str) -> UUID:
    """In its short form where it has one, as it goes over the air."""
    return UUID(text[4:8] if text.endswith(ASSIGNED) else text)


def _advertised(model: Peripheral) -> bytes:
    kind = AdvertisingData.Type
    services = b"".join(bytes(_uuid(uuid)) for uuid in model.advertised)
    return bytes(
        AdvertisingData(
            [
                (kind.FLAGS, b"\x06"),  # generally discoverable, no classic Bluetooth
                (kind.COMPLETE_LOCAL_NAME, model.name.encode()),
                (kind.COMPLETE_LIST_OF_16_BIT_SERVICE_CLASS_UUIDS, services),
                *(
                    (kind.MANUFACTURER_SPECIFIC_DATA, struct.pack("<H", company) + data)
                    for company, data in model.manufacturer.items()
                ),
            ]
        )
    )
