"""The outgoing connection to the broker: acknowledgements, states, alerts, answers; questions in."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import aiomqtt

from daemon import home_assistant
from daemon.acknowledging import acknowledgement
from daemon.alert_message import alert
from daemon.asking import Asking
from daemon.link import Link
from daemon.mailbox import Mailbox, Outgoing
from daemon.outbox import Undelivered
from daemon.questions import Route
from daemon.topics import TopicError
from daemon.wire import encode
from dsp.types import HearthError
from ingest.frames import DecodeError
from ingest.mqtt import client

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Mapping

    from daemon.alarm_machine import Acknowledgement
    from daemon.alert_message import Transition
    from daemon.live_state import LiveState
    from daemon.outbox import Outbox
    from daemon.questions import Question
    from daemon.topics import Topics
    from ingest.mqtt import MqttSettings
    from storage.outbox import Message

log = logging.getLogger(__name__)

FAREWELL_S: Final = 1.0  # a stop waits this long for a broker that has gone silent
OFFLINE: Final = b"offline"


@dataclass(frozen=True, slots=True)
class Handlers:
    """Who is asked about what comes in. ``connected``: the connection is there, or gone.

    ``counts`` is told what became of questions.

    ``pairing`` gets a payload and what says something in answer; None: nobody pairs over this broker.
    """

    answer: Callable[[Question], Awaitable[Mapping[str, object]]]
    acknowledge: Callable[[Acknowledgement], Awaitable[object]]
    connected: Callable[[bool], None]
    pairing: Callable[[bytes, Callable[[dict[str, Any]], None]], Coroutine[Any, Any, None]] | None = None
    counts: Counter[str] = field(default_factory=Counter)


class Publisher:
    """Everything Hearth says over MQTT. ``refused`` counts messages the broker did not let us publish."""

    def __init__(
        self,
        settings: MqttSettings,
        topics: Topics,
        outbox: Outbox,
        handlers: Handlers,
        *,
        discovery: bool = True,
        alive: str = "online",
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings = settings
        self._topics = topics
        self._outbox = outbox
        self._handlers = handlers
        self._discovery = discovery
        self._alive = alive.encode()
        self.asking = Asking(
            topics, handlers.answer, self._reply, counts=handlers.counts, monotonic=monotonic
        )
        self._mailbox = Mailbox(topics, monotonic)
        self._names: dict[str, str | None] = {}
        self._warned: set[str] = set()
        self.connected = False
        self.refused = 0

    def ack(self, device: str, seq: int) -> None:
        """Tell a wearable that everything up to ``seq`` is on disk."""
        self._mailbox.ack(device, seq)

    def state(self, device: str, state: LiveState) -> None:
        """Publish what is known about ``device`` now, as soon as that may be."""
        self.announce(device)
        self._mailbox.state(state)

    def announce(self, device: str, name: str | None = None) -> None:
        """Let Home Assistant know a wearable; again where people call it something else now."""
        if device in self._names and name in {None, self._names[device]}:
            return
        self._names[device] = name
        self._announce(device)

    def withdraw(self, device: str) -> None:
        """A wearable was removed: take back what is retained about it."""
        self._names.pop(device, None)
        self._mailbox.forget(device)
        if self._discovery:
            self._mailbox.retain(*home_assistant.removal(self._topics, device))

    def alert(self, transition: Transition) -> None:
        """Publish an alarm past the outbox, while the store is in trouble."""
        self._mailbox.message(Outgoing(self._topics.alert(transition.alarm.device), alert(transition)))

    def told(self) -> None:
        """Something was put into the outbox."""
        self._outbox.wake()

    async def answer(
        self, device: str, message: object, *, response: str | None = None, correlation: bytes | None = None
    ) -> None:
        """Publish ``message`` as JSON on the wearable's answer topic, and on ``response`` if it is given."""
        self._reply(Route(device, response, correlation), encode(message))

    async def run(self) -> None:
        """Connect, say and listen until cancelled or until the connection is lost.

        Raises:
            SourceLost: the broker cannot be reached, refuses us, or is lost.
        """
        self._set_connected(False)
        will = aiomqtt.Will(self._topics.status, OFFLINE, qos=1, retain=True)
        name = f"{self._settings.client_id}-out"
        async with client(self._settings, client_id=name, will=will) as connection:
            link = Link(connection)
            try:
                await self._greet(link)
                self._set_connected(True)
                await self._serve(link)
            except asyncio.CancelledError:
                await self._take_leave(link)
                raise
            finally:
                self._set_connected(False)

    async def _greet(self, link: Link) -> None:
        filters = [self._topics.questions, self._topics.questions_by_role, self._topics.acknowledgements]
        if self._handlers.pairing is not None:
            filters.append(self._topics.pairing_requests)
        if self._discovery:
            filters.append(self._topics.home_assistant_status)
        for refused in await link.subscribe(filters):
            log.warning("the broker does not let us subscribe to %s", refused)
        self._warned.clear()
        self._mailbox.resend()
        self._announce_all()
        await self._publish(link, Outgoing(self._topics.status, self._alive, retain=True))

    async def _take_leave(self, link: Link) -> None:
        link.patience(FAREWELL_S)  # also for the disconnection that follows
        with contextlib.suppress(aiomqtt.MqttError, TimeoutError):
            async with asyncio.timeout(FAREWELL_S):
                await self._publish(link, Outgoing(self._topics.status, OFFLINE, retain=True))

    async def _serve(self, link: Link) -> None:
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._mailbox.run(partial(self._publish, link)), name="publish")
                tasks.create_task(self._outbox.run(partial(self._deliver, link)), name="outbox")
                tasks.create_task(self._receive(link, tasks), name="requests")
        except ExceptionGroup as failures:
            lost, rest = failures.split(aiomqtt.MqttError)
            if rest is not None:
                raise rest from None
            if lost is not None:
                raise _first(lost) from failures

    async def _receive(self, link: Link, tasks: asyncio.TaskGroup) -> None:
        async for message in link.connection.messages:
            topic, payload = str(message.topic), bytes(message.payload)
            if message.retain:  # said before we came: an old question wants no answer now
                continue
            if topic == self._topics.home_assistant_status:
                if payload == home_assistant.BORN:
                    self._announce_all()
                continue
            if topic == self._topics.pairing_requests and self._handlers.pairing is not None:
                tasks.create_task(self._handlers.pairing(payload, self._say_of_pairing), name="pairing")
                continue
            try:
                device = self._topics.device_of(topic)
                acknowledging = message.topic.matches(self._topics.acknowledgements)
                role = None if acknowledging else self._topics.role_of(topic)
            except (TopicError, DecodeError) as error:
                log.warning("a request was not understood: %s", error)
                continue
            if acknowledging:
                tasks.create_task(self._acknowledge(device, payload), name="acknowledgement")
            elif device is not None:
                asked = self.asking.take(device, payload, *_reply_to(message), role=role)
                tasks.create_task(asked, name="question")

    async def _acknowledge(self, device: str | None, payload: bytes) -> None:
        try:
            await self._handlers.acknowledge(acknowledgement(device, payload))
        except HearthError as error:
            log.warning("an acknowledgement was not taken: %s", error)

    def _say_of_pairing(self, message: dict[str, Any]) -> None:
        self._mailbox.message(Outgoing(self._topics.pairing_responses, encode(message)))

    async def _deliver(self, link: Link, row: Message) -> None:
        await link.publish(row.topic, row.payload, retain=row.retain)

    async def _publish(self, link: Link, message: Outgoing) -> None:
        try:
            await link.publish(
                message.topic, message.payload, retain=message.retain, correlation=message.correlation
            )
        except Undelivered as refused:
            self.refused += 1
            if message.topic not in self._warned:
                self._warned.add(message.topic)
                log.warning("%s", refused)

    def _reply(self, route: Route, payload: bytes) -> None:
        own = self._topics.answer(route.device, route.role)
        self._mailbox.message(Outgoing(own, payload))
        if route.response is not None and route.response != own:
            self._mailbox.message(Outgoing(route.response, payload, correlation=route.correlation))

    def _announce_all(self) -> None:
        for device in self._names:
            self._announce(device)

    def _announce(self, device: str) -> None:
        if self._discovery:
            name = self._names.get(device)
            self._mailbox.retain(*home_assistant.discovery(self._topics, device, name=name))

    def _set_connected(self, connected: bool) -> None:
        self.connected = connected
        self._handlers.connected(connected)


def _first(group: BaseException) -> BaseException:
    while isinstance(group, BaseExceptionGroup):
        group = group.exceptions[0]
    return group


def _reply_to(message: aiomqtt.Message) -> tuple[str | None, bytes | None]:
    """Response Topic and Correlation Data, which only MQTT 5 has."""
    properties = message.properties
    return getattr(properties, "ResponseTopic", None), getattr(properties, "CorrelationData", None)
