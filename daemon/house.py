"""Everything wired together: one task group, named tasks, and an order in which it stops."""

from __future__ import annotations

import asyncio
import logging
import time
from functools import partial
from typing import TYPE_CHECKING, Final

from daemon import control, opening, systemd
from daemon.alarms import Alarms
from daemon.analyst import Analyst
from daemon.bluetooth import Bluetooth
from daemon.chores import Chores
from daemon.desk import Desk
from daemon.explainer import Explainer
from daemon.hub import Hub
from daemon.intake import Intake
from daemon.notify import Notifier, is_notification
from daemon.outbox import Outbox
from daemon.pairing import PairingDesk
from daemon.pairing_mqtt import PairingOverMqtt
from daemon.publish import Handlers, Publisher
from daemon.reanalysis_requests import ReanalysisDesk
from daemon.reanalyst import Reanalyst
from daemon.reception import Reception
from daemon.schedule import scheduler
from daemon.supervise import end, supervise
from daemon.topics import Topics
from daemon.watchdog import Watchdog
from ingest.mqtt import frames
from storage import people
from storage.writer import Writer

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Coroutine, Mapping
    from typing import Any

    from daemon.alarms import Outcome
    from daemon.alert_message import Transition
    from daemon.config import Config
    from ingest.frames import RawFrame

# A stop must end within 10 s, of which the writer takes 6.5 where the disk fails.
BLUETOOTH_S: Final = 2.0  # straps that answer are asleep within tenths of a second
DRAIN_S: Final = 2.5  # with the farewell to straps that took long, as much less
DRAIN_LEAST_S: Final = 1.0

log = logging.getLogger(__name__)


class House:
    """The daemon. ``run`` is its life; ``counts`` says what it has done since it started."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._topics = Topics(config.mqtt.root, config.home_assistant.prefix)
        self._alarms = Alarms(
            config.alarms,
            config.notifications,
            self._topics,
            min_free_mb=config.storage.min_free_mb,
            told=self._told,
            urgent=self._urgent,
        )
        self._hub = Hub(self._alarms)

    @property
    def counts(self) -> Counter[str]:
        """What has happened since the start."""
        return self._hub.counts

    async def run(self, stop: asyncio.Event, *, ready: Callable[[], None] = lambda: None) -> None:
        """Open the store, run until ``stop`` is set, drain, and close. ``ready`` is called once it runs.

        Raises:
            StoreError: the database is locked by another process, or was written by a newer version.
            BaseExceptionGroup: a part that nothing can replace has failed.
        """
        config = self._config
        chain = await asyncio.to_thread(opening.chain, config.analysis, self._alarms)
        async with Writer(
            config.database,
            commit_interval_s=config.storage.commit_interval_s,
            keep_backups=max(config.storage.backups, 1),
        ) as writer:
            opening.report(writer.opened, self._alarms)
            found = await writer.write(partial(opening.prepare, config, chain, time.time_ns()))
            self.desk = Desk(config, writer, self._alarms, self.counts)
            self._bluetooth = Bluetooth(config.bluetooth, writer, self._hub, self._put)
            self._pairing = PairingDesk(config.bluetooth, writer, self._bluetooth.central, self._bluetooth)
            self._build_outgoing(writer)
            async with asyncio.TaskGroup() as group:
                self._intake = Intake(
                    config.database,
                    writer,
                    self._hub,
                    group,
                    first_session=found.first_session,
                    max_devices=config.ingest.max_devices,
                )
                self._analyst = self._hub.analyst = Analyst(
                    config.database,
                    writer,
                    self._hub,
                    group,
                    threads=config.analysis.threads,
                    classifier=chain.classifier,
                    usable=chain.usable,
                )
                self._explainer = Explainer(config.database, writer, chain.classifier)
                tz = people.zone(found.tz)
                self._reanalyst = Reanalyst(
                    config.database,
                    writer,
                    busy=lambda: bool(self._analyst.behind),
                    quiet=partial(config.schedule.quiet, tz),
                    usable=chain.usable,
                )
                services = [
                    group.create_task(service, name=name) for name, service in self._services(writer).items()
                ]
                for device in found.devices:
                    self._hub.known(device)
                chores = Chores(config, writer, self.desk, self._publisher, self._reanalyst)
                jobs = scheduler(
                    config.schedule,
                    tz,
                    maintain=chores.maintain,
                    summarize=chores.summarize,
                )
                jobs.start()
                try:
                    self._say_ready()
                    ready()
                    await stop.wait()
                finally:
                    systemd.notify("STOPPING=1")
                    jobs.shutdown(wait=False)
                began_s = time.monotonic()
                await self._let_go_of_wearables()
                await self._drain(max(DRAIN_S - (time.monotonic() - began_s), DRAIN_LEAST_S))
                await end(services)
                await asyncio.to_thread(self.desk.close)
        log.info("stopped")

    def _build_outgoing(self, writer: Writer) -> None:
        database = self._config.database
        handlers = Handlers(
            answer=self.desk.answer,
            acknowledge=self.desk.acknowledge,
            connected=lambda connected: self._alarms.facts.broker(down=not connected),
            pairing=PairingOverMqtt(self._pairing).take,
            counts=self.counts,
        )
        outbox = Outbox(database, writer, lambda topic: not is_notification(topic))
        self._notifier = self._hub.notifier = Notifier(self._config.notifications, database, writer)
        self._publisher = self._hub.publisher = Publisher(
            self._config.mqtt,
            self._topics,
            outbox,
            handlers,
            discovery=self._config.home_assistant.enabled,
        )

    def _services(self, writer: Writer) -> Mapping[str, Coroutine[Any, Any, None]]:
        return {
            "writer": writer.watch(),
            "frames": supervise("frames over MQTT", self._take_in),
            "bluetooth": supervise("Bluetooth", self._bluetooth.run),
            "publisher": supervise("publisher", self._publisher.run),
            "notifier": supervise("notifications", self._notifier.run),
            "alarms": self._alarms.run(writer),
            "control": control.serve(
                control.socket_path(self._config.database),
                Reception(
                    self.desk,
                    self._pairing,
                    self._bluetooth,
                    ReanalysisDesk(self._config, self._reanalyst),
                ).handle,
            ),
            "re-analysis": supervise("re-analysis", self._reanalyst.run),
            "explanations": supervise("explanations", self._explainer.run),
            "watchdog": Watchdog(partial(self._progress, writer)).run(),
            "expiry": self._hub.expire(),
            "today": self._hub.tell_today(self._config.database),
        }

    async def _take_in(self) -> None:
        async for raw in frames(self._config.mqtt, ready=self._hub.listening):
            await self._intake.put(raw)

    async def _put(self, raw: RawFrame) -> None:
        await self._intake.put(raw)

    async def _let_go_of_wearables(self) -> None:
        """Before all else: they stop and sleep, and what they sent last is still taken in."""
        try:
            async with asyncio.timeout(BLUETOOTH_S):
                await self._bluetooth.close()
        except TimeoutError:
            log.warning("stopping without an answer from every wearable: some may stay awake")

    async def _drain(self, patience_s: float) -> None:
        """Commit what has arrived and acknowledge it; what a failing disk refuses is sent again later."""
        try:
            async with asyncio.timeout(patience_s):
                await self._intake.close()
                await self._analyst.close()
        except TimeoutError:
            log.warning("stopping with unfinished work: what is not acknowledged will be sent again")
        self._intake.cancel()
        self._analyst.cancel()

    def _told(self, outcome: Outcome) -> None:
        self._hub.told(outcome)

    def _urgent(self, transition: Transition) -> None:
        self._publisher.alert(transition)
        self._notifier.urgent(transition)

    def _progress(self, writer: Writer) -> dict[str, int]:
        if writer.trouble is not None:  # all others wait for it, and a restart would mend nothing
            return {"writer": writer.turns}
        return {
            "writer": writer.turns,
            **{f"chain {device}": rounds for device, rounds in self._intake.rounds.items()},
            **{f"analysis {device}": rounds for device, rounds in self._analyst.rounds.items()},
        }

    def _say_ready(self) -> None:
        where = f"database {self._config.database}, broker {self._config.mqtt.address}"
        systemd.notify("READY=1", f"STATUS=running: {where}")
        log.info("ready: %s", where)
