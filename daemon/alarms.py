"""The house's alarms: what is known, what the rules make of it, and what is stored and told about it."""

from __future__ import annotations

import asyncio
import shutil
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from daemon.alarm_config import AlarmsConfig
from daemon.alarm_facts import Facts
from daemon.alarm_machine import PRESENT, Acknowledgement, Outcome, Plan, Wanted, Work
from daemon.alarm_repeats import Repeats
from daemon.alarm_review import LOOK_BACK_NS, Review
from daemon.alarm_rules import RANK, RULES, Level
from daemon.alert_message import Transition
from daemon.notify import NotificationsConfig, channels
from dsp.alarms import Alarm, AlarmPresence
from storage import alarms as stored
from storage import devices, pairings, samples
from storage.devices import BLE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from daemon.alarm_facts import Place
    from daemon.topics import Topics
    from dsp.types import Frame
    from storage.alarms import AlarmRow
    from storage.writer import Writer

__all__ = ["Acknowledgement", "Alarms", "AlarmsConfig", "Outcome"]

TICK_S: Final = 1.0  # the quickest alarm is wanted within 5 s
DISK_S: Final = 10.0  # free space is asked this often; a full disk is noticed by the writer first
STORE: Final[Place] = ("store_trouble", None)
SAID_ANEW: Final = frozenset({"model_missing"})  # another text is another fault: which file, and what now


@dataclass(frozen=True, slots=True)
class Restored:
    """What a start finds. ``silent_s``: how long each known wearable has sent nothing, by the wall clock.

    ``off_body``: those that said last that nobody wears them; ``unpaired``: those nobody looks for any more.
    """

    outcome: Outcome
    silent_s: Mapping[str, float]
    off_body: frozenset[str]
    unpaired: frozenset[str]


class Alarms:
    """Watches, stores and tells. Belongs to the event loop's thread; its jobs run in the writer's.

    ``facts`` takes what is observed. ``told`` is called at the start and after every commit that changed an
    alarm, ``urgent`` with one that cannot be stored yet because the store itself is in trouble.
    """

    def __init__(
        self,
        config: AlarmsConfig,
        notifications: NotificationsConfig,
        topics: Topics,
        *,
        min_free_mb: int,
        told: Callable[[Outcome], None],
        urgent: Callable[[Transition], None],
        monotonic: Callable[[], float] = time.monotonic,
        wall_ns: Callable[[], int] = time.time_ns,
    ) -> None:
        self.facts = Facts(config.technical(min_free_mb=min_free_mb), monotonic, wall_ns)
        self._limits = config.limits()
        self._off = frozenset(config.off)
        self._plan = Plan(
            topics,
            notifications.quiet_hours,
            channels(notifications),
            notifications.content,
            notifications.tell_when_over,
        )
        self._repeats = Repeats([minutes * 60 for minutes in config.repeat_min], monotonic)
        self._told = told
        self._urgent = urgent
        self._wall_ns = wall_ns
        self._open: Mapping[Place, AlarmRow] = {}
        self._happened: list[tuple[str, str | None, Level]] = []
        self._owed: Wanted | None = None  # told past the store, and to be stored as soon as it works

    @property
    def open(self) -> tuple[AlarmRow, ...]:
        """The open alarms, as last committed."""
        return tuple(self._open.values())

    def received(self, frame: Frame) -> None:
        """A frame came in."""
        self.facts.received(frame.device, lead_off=frame.lead_off, battery_pct=frame.battery_pct)

    def happened(self, rule: str, device: str | None, level: Level) -> None:
        """Something happened that has no duration, such as a damaged database that was set aside."""
        self._happened.append((rule, device, level))

    def review(
        self, device: str, session: int, start: int, end: int
    ) -> Callable[[sqlite3.Connection], Outcome]:
        """The job that looks at new results of samples [start, end) of ``session`` for alarms.

        To be run in the transaction that stores them, after them; give the outcome to ``committed``.
        """
        now_ns, recent = self._wall_ns(), self._repeats.recent()

        def job(conn: sqlite3.Connection) -> Outcome:
            work = Work(conn, self._plan, now_ns, recent)
            start_ns = samples.wall_ns(conn, session, start)
            end_ns = samples.wall_ns(conn, session, end)
            Review(device, start_ns, end_ns, self._limits, self._off).run(work)
            return work.outcome()

        return job

    def committed(self, outcome: Outcome) -> None:
        """A job of ours is on disk."""
        self._open = {(row.rule, row.device): row for row in outcome.open}
        self._repeats.told(outcome.told)
        self._repeats.forget_others({row.id for row in outcome.open})
        if outcome.alarms:
            self._told(outcome)

    async def acknowledge(self, writer: Writer, request: Acknowledgement) -> int:
        """Mark as seen what ``request`` means; how many alarms.

        Raises:
            NothingToAcknowledge: no open, unacknowledged alarm is meant.
        """
        count, outcome = await writer.write(partial(_acknowledge, self._plan, self._wall_ns(), request))
        self.committed(outcome)
        return count

    async def run(self, writer: Writer) -> None:
        """Watch the technical side, repeat what nobody acknowledges; until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._watch(writer), name="alarm watch")
            tasks.create_task(self._watch_disk(writer.path), name="alarm disk")
            tasks.create_task(self._settle(writer), name="alarm settling")

    def _restore(self, now_ns: int, conn: sqlite3.Connection) -> Restored:
        """End what is switched off now; look again at the newest results, which a crash may have cut off."""
        work = Work(conn, self._plan, now_ns)
        for row in stored.open_alarms(conn):
            if row.rule in self._off or row.rule not in RULES:
                work.withdraw(row)
        silent_s, off_body, unpaired = {}, set(), set()
        for device in devices.devices(conn):
            if device.kind == BLE:
                state = devices.latest_state(conn, device.id)
                if pairings.of(conn, device.id) is None:
                    unpaired.add(device.id)
                elif state is not None and state.lead_off:
                    off_body.add(device.id)
            session = samples.last_session(conn, device.id)
            if session is not None:
                silent_s[device.id] = (now_ns - session.last_ns) / 1e9
                start_ns = session.last_ns - LOOK_BACK_NS
                Review(device.id, start_ns, session.last_ns + 1, self._limits, self._off).run(work)
        return Restored(work.outcome(), silent_s, frozenset(off_body), frozenset(unpaired))

    async def _watch(self, writer: Writer) -> None:
        """Observe the store and the clock, also while nothing can be written."""
        while True:
            trouble = writer.trouble
            self.facts.store(trouble.kind if trouble else None)
            self.facts.look_at_the_clock()
            self._tell_unstored()
            await asyncio.sleep(TICK_S)

    async def _watch_disk(self, path: Path) -> None:
        while True:
            usage = await asyncio.to_thread(shutil.disk_usage, path.parent)
            self.facts.disk(usage.free)
            await asyncio.sleep(DISK_S)

    async def _settle(self, writer: Writer) -> None:
        restored = await writer.write(partial(self._restore, self._wall_ns()))
        self._repeats.restore(restored.outcome.open, self._wall_ns())
        for device, silent_s in restored.silent_s.items():
            self.facts.known(device, silent_s, off_body=device in restored.off_body)
        for device in restored.unpaired:
            self.facts.forget(device)
        self.committed(restored.outcome)
        if not restored.outcome.alarms:
            self._told(restored.outcome)  # what is open from before the start is to be shown, too
        while True:
            wanted, due = self._wanted(), self._repeats.due(self.open)
            if wanted or due:
                happened, owed = tuple(self._happened), self._owed
                self.committed(await writer.write(self._settling(wanted, due)))
                del self._happened[: len(happened)]
                if self._owed is owed:
                    self._owed = None
            await asyncio.sleep(TICK_S)

    def _settling(self, wanted: list[Wanted], due: list[int]) -> Callable[[sqlite3.Connection], Outcome]:
        now_ns, recent = self._wall_ns(), self._repeats.recent()

        def job(conn: sqlite3.Connection) -> Outcome:
            work = Work(conn, self._plan, now_ns, recent)
            for one in wanted:
                work.settle(one)
            work.repeat(due)
            return work.outcome()

        return job

    def _wanted(self) -> list[Wanted]:
        """What must change, in order; nothing while all is as the rules say."""
        now_ns = self._wall_ns()
        wanted = [self._owed] if self._owed is not None else []
        for rule, device, level in self._happened:
            wanted += [Wanted(rule, device, level, now_ns), Wanted(rule, device, None, now_ns)]
        for place, verdict in self.facts.verdicts(self._active()):
            rule, device = place
            if rule in self._off or (
                place == STORE and verdict is not None
            ):  # that one is told past the store
                continue
            row = self._open.get(place)
            present = row is not None and row.presence in PRESENT
            if isinstance(verdict, Level):
                if row is None or not present or RANK[verdict.priority] < RANK[row.priority]:
                    wanted.append(Wanted(rule, device, verdict, now_ns))
                elif rule in SAID_ANEW and row.text != verdict.text:
                    wanted += [Wanted(rule, device, None, now_ns), Wanted(rule, device, verdict, now_ns)]
            elif verdict is None and present:
                wanted.append(Wanted(rule, device, None, now_ns))
        return wanted

    def _active(self) -> frozenset[Place]:
        return frozenset(place for place, row in self._open.items() if row.presence in PRESENT)

    def _tell_unstored(self) -> None:
        verdict = dict(self.facts.verdicts(self._active())).get(STORE)
        if not isinstance(verdict, Level) or self._owed is not None or STORE in self._active():
            return
        now_ns = self._wall_ns()
        self._owed = Wanted(*STORE, verdict, now_ns)
        alarm = Alarm(
            STORE[0],
            None,
            RULES[STORE[0]].kind,
            verdict.priority,
            AlarmPresence.ON,
            now_ns,
            verdict.text,
            verdict.value,
        )
        self._urgent(Transition(alarm, None, now_ns))


def _acknowledge(
    plan: Plan, now_ns: int, request: Acknowledgement, conn: sqlite3.Connection
) -> tuple[int, Outcome]:
    work = Work(conn, plan, now_ns)
    count = work.acknowledge(request)
    return count, work.outcome()
