"""Alarms to people's telephones: apprise URLs, each with its own queue, off the event loop."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import logging
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec
from msgspec import Meta

from daemon.alarm_rules import RANK
from daemon.alert_message import Content, Notification, notification
from daemon.outbox import Outbox, Undelivered
from daemon.quiet_hours import QuietHours
from dsp.alarms import AlarmPriority
from storage.people import system_tz, zone

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from daemon.alert_message import Transition
    from storage.outbox import Message
    from storage.writer import Writer

log = logging.getLogger(__name__)

TOPIC_PREFIX: Final = "notify:"  # outbox rows that are no MQTT topics: a colon stands in none of ours
TIMEOUT_S: Final = 20.0  # connect and read together; a telephone service answers in one or two
GIVE_UP_NS: Final = (
    86_400 * 10**9
)  # news of yesterday's alarm helps nobody; the alarm itself stays in the list
URGENT_MAX: Final = 16  # one per rule that can speak while nothing can be stored, and to spare
URLS_MAX: Final = 20  # bounds what one alarm puts into the outbox


class NotificationsConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where alarms are sent besides MQTT. Nothing leaves the house unless a URL is named here."""

    urls: Annotated[
        tuple[str, ...],
        Meta(max_length=URLS_MAX, description="Apprise URLs, such as ntfy://ntfy.example/topic."),
    ] = ()
    min_priority: Annotated[
        Literal["Low", "Medium", "High"], Meta(description="Alarms below this priority are not sent.")
    ] = "Low"
    content: Annotated[
        Content,
        Meta(description='"full": what the alarm says; "brief": only that something needs attention.'),
    ] = "full"
    tell_when_over: Annotated[bool, Meta(description="Say when an alarm has ended by itself.")] = True
    quiet_hours: Annotated[QuietHours, Meta(description="When Low and Medium wait; High never does.")] = (
        QuietHours()
    )


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to people. ``id`` names it in the outbox without giving its secrets away."""

    id: str
    url: str
    least: AlarmPriority

    @property
    def topic(self) -> str:
        """What its outbox rows have for a topic."""
        return f"{TOPIC_PREFIX}{self.id}"

    def takes(self, priority: AlarmPriority) -> bool:
        """Whether it wants to know of such alarms."""
        return RANK[priority] <= RANK[self.least]


def channels(config: NotificationsConfig) -> tuple[Channel, ...]:
    """The channels of the configuration, each URL once."""
    return tuple(
        Channel(hashlib.sha256(url.encode()).hexdigest()[:12], url, AlarmPriority(config.min_priority))
        for url in dict.fromkeys(config.urls)
    )


def is_notification(topic: str) -> bool:
    """Whether an outbox row is ours."""
    return topic.startswith(TOPIC_PREFIX)


def unusable(config: NotificationsConfig) -> list[int]:
    """Positions in ``urls`` of those that no notification service understands. Imports apprise: slow."""
    _hush()
    import apprise  # noqa: PLC0415 - 130 ms and 35 MB that most houses need never pay

    return [n for n, url in enumerate(config.urls) if apprise.Apprise.instantiate(url) is None]


def send(url: str, note: Notification) -> bool:
    """Hand ``note`` to the service at ``url``; whether it took it. Blocking, for a thread."""
    _hush()
    import apprise  # noqa: PLC0415 - see unusable

    kind = apprise.NotifyType.SUCCESS if note.over else _KINDS[note.priority]
    service = apprise.Apprise()
    if not service.add(url):
        return False
    return bool(service.notify(note.body, note.title, notify_type=kind))


_KINDS: Final = {
    str(AlarmPriority.HIGH): "failure",
    str(AlarmPriority.MEDIUM): "warning",
    str(AlarmPriority.LOW): "info",
}


def _hush() -> None:
    """Apprise and its HTTP library log what they send and where to, which is health text and secrets."""
    for name in ("apprise", "urllib3", "requests"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


class Notifier:
    """Sends what waits in the outbox for each channel. ``sent``, ``failures`` and ``expired`` count."""

    def __init__(
        self,
        config: NotificationsConfig,
        path: Path,
        writer: Writer,
        *,
        wall_ns: Callable[[], int] = time.time_ns,
    ) -> None:
        self._channels = channels(config)
        self._quiet = config.quiet_hours
        self._content = config.content
        self._wall_ns = wall_ns
        known = frozenset(channel.topic for channel in self._channels)
        self._ways = {c: Outbox(path, writer, partial(str.__eq__, c.topic)) for c in self._channels}
        self._rest = Outbox(path, writer, lambda topic: is_notification(topic) and topic not in known)
        self._urgent: asyncio.Queue[Notification] = asyncio.Queue(URGENT_MAX)
        self.sent = 0
        self.failures = 0
        self.expired = 0

    def wake(self) -> None:
        """Something was put in."""
        for way in self._ways.values():
            way.wake()

    def urgent(self, transition: Transition) -> None:
        """Send past the outbox, once: for what must be said while nothing can be stored."""
        note = notification(transition, self._content, system_tz())
        if self._channels and not self._urgent.full() and not self._hushed(note):
            self._urgent.put_nowait(note)

    async def run(self) -> None:
        """Send until cancelled. A service that does not answer holds up no other."""
        pool = ThreadPoolExecutor(max(1, len(self._channels)), thread_name_prefix="notify")
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._rest.run(self._drop), name="notify nobody")
                tasks.create_task(self._send_urgent(pool), name="notify at once")
                for number, (channel, way) in enumerate(self._ways.items()):
                    deliver = partial(self._deliver, pool, number, channel)
                    tasks.create_task(way.run(deliver), name=f"notify {number}")
        finally:
            pool.shutdown(wait=False, cancel_futures=True)  # a stop does not wait for a silent service

    async def _deliver(self, pool: ThreadPoolExecutor, number: int, channel: Channel, row: Message) -> None:
        note = msgspec.json.decode(row.payload, type=Notification)
        if self._wall_ns() - row.created_ns > GIVE_UP_NS:
            self.expired += 1
            log.warning("notifications.urls[%d]: a notification is a day old and given up", number)
            return
        if self._hushed(note):
            raise Undelivered("quiet hours have begun")
        await self._send(pool, number, channel, note)

    async def _send(
        self, pool: ThreadPoolExecutor, number: int, channel: Channel, note: Notification
    ) -> None:
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(TIMEOUT_S):
                taken = await loop.run_in_executor(pool, send, channel.url, note)
        except TimeoutError:
            taken = False
        if not taken:
            self.failures += 1
            log.warning("notifications.urls[%d] did not take a notification; it is tried again", number)
            raise Undelivered("the service did not take it")
        self.sent += 1

    async def _send_urgent(self, pool: ThreadPoolExecutor) -> None:
        while True:
            note = await self._urgent.get()
            for number, channel in enumerate(self._channels):
                if channel.takes(AlarmPriority(note.priority)):
                    with contextlib.suppress(Undelivered):
                        await self._send(pool, number, channel, note)

    def _hushed(self, note: Notification) -> bool:
        return note.priority != AlarmPriority.HIGH and self._quiet.contain(self._wall_ns(), zone(note.tz))

    async def _drop(self, _: Message) -> None:
        """Rows of a channel that the configuration no longer names count as sent."""
        self.expired += 1
