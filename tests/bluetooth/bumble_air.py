"""Radios that exist only in memory: bumble's virtual controllers, made to behave as their kind does.

Every quirk corrected here was found by reading bumble's controller: a kernel or a second host that trusts the
Bluetooth Core Specification would otherwise stall or miss packets.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Final

from bumble import hci, ll
from bumble.controller import Connection, Controller
from bumble.link import LocalLink

if TYPE_CHECKING:
    from collections.abc import Callable

    from bumble.core import PhysicalTransport
    from bumble.transport.common import TransportSink, TransportSource

SUPERVISION_S: Final = (
    0.72  # BlueZ's own supervision time-out for a low-energy link, 42 * 10 ms, and some room
)
_TIMER_S: Final = 1e-4  # an event loop's timers may come this early
ENHANCED: Final = 1 << 9  # of the low-energy event mask: LE Enhanced Connection Complete
LL_OCTETS: Final = 27  # of one packet on the air before a longer one is agreed: a notification takes several


class Air(LocalLink):
    """What carries packets between radios; it can be silent for a while.

    A link survives silence shorter than ``supervision_s``: its packets come late, none is lost. A longer one
    ends it at both sides with "connection timeout", and what was under way is gone. ``interval_s``: how long
    a packet of a link waits for its turn.
    """

    def __init__(self, supervision_s: float = SUPERVISION_S, interval_s: float = 0.0) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # bumble leaves it bare
        self.supervision_s = supervision_s
        self.interval_s = interval_s
        self.losses = 0
        self._under_way: deque[tuple[float, Callable[[], object]]] = deque()
        self._held: list[Callable[[], object]] | None = None
        self._silence: asyncio.TimerHandle | None = None

    @property
    def silent(self) -> bool:
        """Whether nothing comes through now."""
        return self._held is not None

    def fall_silent(self) -> None:
        """From now on nothing comes through."""
        if self._held is None:
            self._held = []
            self._silence = asyncio.get_running_loop().call_later(self.supervision_s, self.lose_links)

    def clear(self) -> None:
        """Packets come through again; those of links that still stand first."""
        held, self._held = self._held, None
        if self._silence is not None:
            self._silence.cancel()
            self._silence = None
        for packet in held or ():
            packet()

    def lose_links(self) -> None:
        """Every link ends as one does whose other side is not heard any more."""
        if self._held is not None:
            self._held = []
        for radio in list(self.controllers):
            for connection in list(radio.le_connections.values()):
                self.losses += connection.role == hci.Role.CENTRAL
                radio.on_le_disconnected(connection, hci.HCI_ErrorCode.CONNECTION_TIMEOUT_ERROR)

    def send_acl_data(
        self,
        sender_controller: Controller,
        destination_address: hci.Address,
        transport: PhysicalTransport,
        data: bytes,
    ) -> None:
        """Carry a packet, from the address that its link was made with.

        bumble names a sender by its random address, also on links that were made with the public one.
        """
        link = sender_controller.le_connections.get(destination_address)
        receiver = self.find_le_controller(destination_address)
        if link is None or receiver is None:
            return
        origin = link.self_address
        loop = asyncio.get_running_loop()
        self._carry(lambda: loop.call_soon(receiver.on_link_acl_data, origin, transport, data))

    def send_advertising_pdu(self, sender_controller: Controller, packet: ll.AdvertisingPdu) -> None:
        """Let everybody hear an advertisement, unless the air is silent."""
        if not self.silent:
            super().send_advertising_pdu(sender_controller, packet)

    def send_ll_control_pdu(
        self, sender_address: hci.Address, receiver_address: hci.Address, packet: ll.ControlPdu
    ) -> None:
        """Carry a packet of the link layer, if there is still anybody to get it."""
        receiver = self.find_le_controller(receiver_address)
        if receiver is not None:
            loop = asyncio.get_running_loop()
            self._carry(lambda: loop.call_soon(receiver.on_ll_control_pdu, sender_address, packet))

    def _carry(self, packet: Callable[[], object]) -> None:
        if self._held is not None:
            self._held.append(packet)
            return
        loop = asyncio.get_running_loop()
        self._under_way.append((loop.time() + self.interval_s, packet))
        if self.interval_s == 0.0:
            self._deliver()
        elif len(self._under_way) == 1:
            loop.call_later(self.interval_s, self._deliver)

    def _deliver(self) -> None:
        """Timers of one moment are not kept in order, so one timer lets go of all that is due."""
        loop = asyncio.get_running_loop()
        while self._under_way and self._under_way[0][0] <= loop.time() + _TIMER_S:
            self._under_way.popleft()[1]()
        if self._under_way:
            loop.call_at(self._under_way[0][0], self._deliver)


class Radio(Controller):
    """A virtual controller that one host, or a kernel, drives over HCI."""

    def __init__(
        self,
        name: str,
        air: Air,
        address: str,
        *,
        source: TransportSource | None = None,
        sink: TransportSink | None = None,
        octets: int = LL_OCTETS,
    ) -> None:
        super().__init__(name, host_source=source, host_sink=sink, link=air, public_address=address)
        self.le_acl_data_packet_length = octets
        self._air = air
        self._cut_after: int | None = None

    def cut_after(self, packets: int) -> None:
        """Lose every link after ``packets`` more packets of its host: amid a message, if that is long."""
        self._cut_after = packets

    def on_hci_acl_data_packet(self, packet: hci.HCI_AclDataPacket) -> None:
        """Send a packet, or lose the link now."""
        if self._cut_after is not None:
            if self._cut_after == 0:
                self._cut_after = None
                self._air.lose_links()
                return
            self._cut_after -= 1
        super().on_hci_acl_data_packet(packet)

    def on_le_disconnected(self, connection: Connection, reason: int) -> None:
        """Tell the host once: bumble fails where both sides end a link at the same moment."""
        if self.le_connections.get(connection.peer_address) is connection:
            super().on_le_disconnected(connection, reason)

    def on_hci_disconnect_command(self, command: hci.HCI_Disconnect_Command) -> None:
        """Vol 4, Part E, 7.1.6: the host's own deed, and not before the other side can know.

        bumble tells a host at once that the other side did it.
        """
        connection = self.find_le_connection_by_handle(command.connection_handle)
        if connection is None:
            super().on_hci_disconnect_command(command)
            return
        self._send_hci_command_status(hci.HCI_COMMAND_STATUS_PENDING, command.op_code)
        connection.send_ll_control_pdu(ll.TerminateInd(command.reason))
        asyncio.get_running_loop().call_later(
            self._air.interval_s,
            self.on_le_disconnected,
            connection,
            hci.HCI_ErrorCode.CONNECTION_TERMINATED_BY_LOCAL_HOST_ERROR,
        )

    def send_hci_packet(self, packet: hci.HCI_Packet) -> None:
        """Vol 4, Part E, 7.7.65.10: a host that asked for the enhanced event gets it. bumble sends the old.

        Linux waits for the event that its controller's features promise, and sends no command meanwhile.
        """
        if isinstance(packet, hci.HCI_LE_Connection_Complete_Event) and self.le_event_mask & ENHANCED:
            packet = hci.HCI_LE_Enhanced_Connection_Complete_Event(
                status=packet.status,
                connection_handle=packet.connection_handle,
                role=packet.role,
                peer_address_type=packet.peer_address_type,
                peer_address=packet.peer_address,
                local_resolvable_private_address=hci.Address.ANY_RANDOM,
                peer_resolvable_private_address=hci.Address.ANY_RANDOM,
                connection_interval=packet.connection_interval,
                peripheral_latency=packet.peripheral_latency,
                supervision_timeout=packet.supervision_timeout,
                central_clock_accuracy=packet.central_clock_accuracy,
            )
        super().send_hci_packet(packet)

    def on_hci_le_create_connection_cancel_command(
        self, command: hci.HCI_LE_Create_Connection_Cancel_Command
    ) -> hci.HCI_StatusReturnParameters:
        """Vol 4, Part E, 7.8.13: the attempt ends with an event. bumble goes on trying, for ever."""
        pending, self.pending_le_connection = self.pending_le_connection, None
        if pending is None:
            return hci.HCI_StatusReturnParameters(hci.HCI_ErrorCode.COMMAND_DISALLOWED_ERROR)
        asyncio.get_running_loop().call_soon(
            self.send_hci_packet,
            hci.HCI_LE_Connection_Complete_Event(
                status=hci.HCI_ErrorCode.UNKNOWN_CONNECTION_IDENTIFIER_ERROR,
                connection_handle=0,
                role=hci.Role.CENTRAL,
                peer_address_type=pending.peer_address_type,
                peer_address=pending.peer_address,
                connection_interval=0,
                peripheral_latency=0,
                supervision_timeout=0,
                central_clock_accuracy=0,
            ),
        )
        return super().on_hci_le_create_connection_cancel_command(command)

    def on_hci_reset_command(self, command: hci.HCI_Reset_Command) -> hci.HCI_StatusReturnParameters:
        """Vol 4, Part E, 7.3.2: nothing of before is left. bumble scans, advertises and keeps links."""
        self.pending_le_connection = None
        self.le_scan_enable = False
        self.le_legacy_advertiser.stop()
        for advertising in self.advertising_sets.values():
            advertising.stop()
        self.advertising_sets.clear()
        for connection in list(self.le_connections.values()):
            connection.send_ll_control_pdu(ll.TerminateInd(hci.HCI_ErrorCode.CONNECTION_TIMEOUT_ERROR))
        self.le_connections.clear()
        return super().on_hci_reset_command(command)

    def on_hci_command(self, command: hci.HCI_Command) -> hci.HCI_StatusReturnParameters | None:  # type: ignore[override]  # an asynchronous one has no return value
        """Vol 4, Part E, 4.5: every command has an answer. bumble leaves an unknown one without."""
        if isinstance(command, hci.HCI_SyncCommand):
            return super().on_hci_command(command)
        self._send_hci_command_status(hci.HCI_ErrorCode.UNKNOWN_HCI_COMMAND_ERROR, command.op_code)
        return None
