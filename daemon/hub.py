"""Passes on what happens in one part to the parts that care: counts, the live picture, alarms, the broker."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING, Final

from daemon.alarm_rules import Level
from daemon.live_state import LiveStates, af_today_pct
from dsp.alarms import AlarmPresence, AlarmPriority
from dsp.types import Beat, Charge, Finding, Pulse, Window
from storage import people
from storage.database import open_reader

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from daemon.alarms import Alarms, Outcome
    from daemon.analysis import Step
    from daemon.analyst import Analyst
    from daemon.live_state import LiveState
    from daemon.notify import Notifier
    from daemon.opening import Known
    from daemon.publish import Publisher
    from dsp.types import Frame
    from ingest.bluetooth.links import LinkState
    from ingest.frames import RawFrame

log = logging.getLogger(__name__)

# What a wearable that is there does wrong. Others are silence (no_data tells it) or the radio's.
ITS_OWN: Final = frozenset({"refused", "not_bonded", "bond_lost", "passkey", "wrong_device"})
EXPIRE_S: Final = 5.0
TODAY_S: Final = 60.0  # a burden over hours does not change faster than people look


class Hub:
    """Listens to the chains and the analyst. ``counts`` is what has happened since the start.

    Belongs to the event loop's thread. ``analyst``, ``publisher``, ``notifier`` are set before anything runs.
    """

    analyst: Analyst
    publisher: Publisher
    notifier: Notifier

    def __init__(self, alarms: Alarms) -> None:
        self.counts: Counter[str] = Counter()
        self.live = LiveStates(self._show)
        self._alarms = alarms
        self._settled: dict[str, int] = {}  # as many as there are chains

    def known(self, known: Known) -> None:
        """A wearable of before the start: what is left of its analysis goes on, old retained states go."""
        self.live.known(known.device, last_sample_ns=known.last_sample_ns, battery_pct=known.battery_pct)
        self.publisher.announce(known.device, known.name)
        self.analyst.wake(known.device)

    def received(self, frame: Frame, received_ns: int) -> None:
        """A frame was decoded; not yet on disk."""
        self.counts["samples received"] += len(frame.uv)
        self.live.received(frame, received_ns)
        self._alarms.received(frame)

    def heard(self, arrival: Pulse | Charge, received_ns: int) -> None:
        """A packet without samples was decoded; not yet on disk."""
        facts = self._alarms.facts
        match arrival:
            case Pulse(contact=contact, waveform=waveform):
                self.counts["pulses received"] += 1
                lead_off = None if contact is None else not contact
                facts.said(arrival.device, lead_off=lead_off)
                if not waveform:  # else its ECG says whether it is alive
                    facts.received(arrival.device)
                signal_ns = None if waveform else received_ns
                self.live.heard(arrival.device, lead_off=lead_off, signal_ns=signal_ns)
            case Charge():
                facts.said(arrival.device, battery_pct=arrival.battery_pct)
                self.live.heard(arrival.device, battery_pct=arrival.battery_pct)

    def linked(self, state: LinkState) -> None:
        """A wearable's Bluetooth link has changed."""
        facts, device = self._alarms.facts, state.device
        if state.phase in {"off body", "streaming"}:
            facts.taken_off(device, off=state.phase == "off body")
        told = state.trouble is not None and state.trouble.kind in ITS_OWN
        sentence = state.trouble.sentence if state.trouble is not None else None
        facts.trouble(device, sentence if told else None)
        self.live.linked(device, state.phase, sentence)

    def radio(self, sentence: str | None) -> None:
        """Why Bluetooth does not work though it is wanted; None: it does, or is not."""
        self._alarms.facts.radio(sentence)

    def paired(self, device: str, name: str) -> None:
        """A wearable is looked for from now on."""
        self._alarms.facts.known(device, 0.0)
        self.live.known(device)
        self.publisher.announce(device, name)

    def unpaired(self, device: str) -> None:
        """A wearable is looked for no more; what is known about it stays."""
        self._alarms.facts.forget(device)
        self.live.linked(device, None)

    def renamed(self, device: str, name: str) -> None:
        """People call a wearable something else."""
        self.publisher.announce(device, name)

    def committed(self, device: str, samples: int, seq: int | None) -> None:
        """``samples`` new samples are on disk, and everything up to ``seq`` is settled."""
        self.counts["samples stored"] += samples
        if seq is not None:
            self._settled[device] = seq
            self.publisher.ack(device, seq)
        if samples:
            self.analyst.wake(device)

    def missing(self, device: str, seq: int) -> None:
        """Frames wait behind a hole: the wearable, told its last acknowledgement again, goes back to it."""
        self.publisher.ack(device, seq)

    def listening(self) -> None:
        """We hear the broker (again): what was sent meanwhile and is lost, wearables still have."""
        for device, seq in self._settled.items():
            self.publisher.ack(device, seq)

    def rejected(self, raw: RawFrame, reason: str) -> None:
        """A payload went to quarantine and was acknowledged."""
        del raw, reason  # what was in it is health data
        self.counts["payloads refused"] += 1
        self._alarms.facts.refused()

    def analysed(self, step: Step) -> None:
        """New results, not yet stored."""
        if step.damaged is not None:
            log.error("session %d: the block at sample %d is damaged", step.session, step.damaged)
            text = "A minute of stored signal was damaged and is counted as lost"
            self._alarms.happened("signal_damaged", step.device, Level(AlarmPriority.MEDIUM, text))
        for result in step.fresh:
            match result:
                case Beat():
                    self.counts["beats"] += 1
                case Finding():
                    self.counts["findings"] += 1
                case Window() if not step.behind:
                    self.live.analysed(step.device, result, signal=step.signal)
                case _:
                    pass

    def review(self, step: Step) -> Callable[[sqlite3.Connection], Outcome] | None:
        """Alarms are part of the transaction that stores the results they come from."""
        span = step.span
        return None if span is None else self._alarms.review(step.device, step.session, *span)

    def reviewed(self, outcome: Outcome) -> None:
        """A step's results and the alarms that follow from them are on disk."""
        self._alarms.committed(outcome)

    def told(self, outcome: Outcome) -> None:
        """Alarms have changed, and what is said about them waits in the outbox."""
        self.counts["alarms"] += sum(alarm.presence is AlarmPresence.ON for alarm in outcome.alarms)
        self.live.alarmed(outcome.open)
        self.publisher.told()
        self.notifier.wake()

    async def expire(self) -> None:
        """Withdraw what is no longer about now, for ever."""
        while True:
            await asyncio.sleep(EXPIRE_S)
            self.live.expire()

    async def tell_today(self, database: Path) -> None:
        """Keep each wearable's AF burden since midnight up to date, for ever."""
        while True:
            for device, share_pct in (
                await asyncio.to_thread(_af_today, database, tuple(self.live.all))
            ).items():
                self.live.af_today(device, share_pct)
            await asyncio.sleep(TODAY_S)

    def _show(self, device: str, state: LiveState) -> None:
        self.publisher.state(device, state)


def _af_today(database: Path, devices: Iterable[str]) -> Mapping[str, float | None]:
    now_ns = time.time_ns()
    with closing(open_reader(database)) as conn:
        return {
            device: af_today_pct(conn, device, now_ns, people.zone_of(conn, device)) for device in devices
        }
