"""How things stand on the gateway and with each wearable, as far as the technical alarm rules ask.

Everything is measured on the monotonic clock, and told by the event loop's thread.
"""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from daemon import alarm_technical as technical
from daemon.alarm_bluetooth import bluetooth_down
from daemon.alarm_wearable import Sentence, Switch, Wearable

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

    from daemon.alarm_rules import Level, Verdict

Place = tuple[str, str | None]  # a rule, and the wearable it is about (None: the gateway)

START_GRACE_S: Final = (
    120.0  # after a start a wearable gets this long to come back before it counts as silent
)
REFUSED_MAX: Final = 1000  # payloads remembered for the count; more say nothing new
_OF_WEARABLES: Final = ("no_data", "lead_off", "low_battery", "not_worn", "wearable_trouble")
ON_ITS_WAY_S: Final = 60.0  # what a removed wearable sent last may wait so long for a store that is slow
DEVICES_MAX: Final = 1000  # as many as a configuration may allow


@dataclass(slots=True)
class _Clock:
    """Notices steps of the wall clock against the monotonic one."""

    offset_s: float | None = None
    stepped_s: float | None = None

    def look(self, wall_ns: int, now_s: float) -> None:
        offset_s = wall_ns / 1e9 - now_s
        was_set = self.offset_s is not None and (self.offset_s + now_s) * 1e9 >= technical.CLOCK_EARLIEST_NS
        if self.offset_s is not None and was_set and abs(offset_s - self.offset_s) >= technical.CLOCK_STEP_S:
            self.stepped_s = now_s
        self.offset_s = offset_s


@dataclass(slots=True)
class Facts:
    """What is known now; ``verdicts`` is what the rules make of it."""

    limits: technical.TechnicalLimits
    monotonic: Callable[[], float] = time.monotonic
    wall_ns: Callable[[], int] = time.time_ns
    _wearables: dict[str, Wearable] = field(default_factory=dict)
    _said: dict[Place, Level | None] = field(default_factory=lambda: {("model_missing", None): None})
    _refused_s: deque[float] = field(default_factory=lambda: deque(maxlen=REFUSED_MAX))
    _broker: Switch | None = None
    _radio: Sentence | None = None
    _removed: dict[str, float] = field(default_factory=dict)  # and when
    _trouble: Switch | None = None
    _trouble_kind: str = ""
    _free_bytes: int | None = None
    _clock: _Clock = field(default_factory=_Clock)

    def known(self, device: str, silent_s: float, *, off_body: bool = False) -> None:
        """A wearable of before the start, which had been silent for ``silent_s`` of wall time.

        The wall clock may have moved meanwhile, so the figure is bounded to something harmless: at most so
        long that the alarm still waits for the wearable to come back. ``off_body``: the last thing it said
        was that nobody wears it.
        """
        now_s = self.monotonic()
        grace_s = max(0.0, self.limits.no_data_low_s - START_GRACE_S)
        heard_s = now_s - min(max(silent_s, 0.0), grace_s)
        wearable = self._wearables.setdefault(device, Wearable(heard_s))
        self._removed.pop(device, None)
        if off_body and not wearable.heard and wearable.off_body is None:
            wearable.taken_off(off=True, now_s=now_s)

    def received(self, device: str, *, lead_off: bool | None = None, battery_pct: int | None = None) -> None:
        """The signal of ``device`` came in."""
        if (wearable := self._wearable(device)) is not None:
            wearable.received(self.monotonic())
            wearable.said(self.monotonic(), lead_off, battery_pct)

    def said(self, device: str, *, lead_off: bool | None = None, battery_pct: int | None = None) -> None:
        """Something else of ``device`` came in: a heart rate beside an ECG that may be dead, its charge."""
        if (wearable := self._wearable(device)) is not None:
            wearable.said(self.monotonic(), lead_off, battery_pct)

    def taken_off(self, device: str, *, off: bool) -> None:
        """A wearable was taken off the body, as it says itself, or is on it again."""
        if (wearable := self._wearable(device)) is not None:
            wearable.taken_off(off, self.monotonic())

    def trouble(self, device: str, sentence: str | None) -> None:
        """Why a wearable that is there cannot be used; None: it can."""
        if (wearable := self._wearable(device)) is not None:
            wearable.trouble.say(sentence, self.monotonic())

    def radio(self, sentence: str | None) -> None:
        """Why the gateway's Bluetooth does not work; None: it does, or nobody needs it."""
        now_s = self.monotonic()
        if self._radio is None:
            self._radio = Sentence(sentence, now_s)
        self._radio.say(sentence, now_s)

    def forget(self, device: str) -> None:
        """A wearable was removed: nobody misses it, and what was said about it is over."""
        self._wearables.pop(device, None)
        self._removed[device] = self.monotonic()

    def refused(self) -> None:
        """A payload went to quarantine."""
        self._refused_s.append(self.monotonic())

    def broker(self, *, down: bool) -> None:
        """The connection to the broker is lost, or back."""
        now_s = self.monotonic()
        if self._broker is None:
            self._broker = Switch(down, now_s)
        self._broker.turn(down, now_s)

    def store(self, trouble_kind: str | None) -> None:
        """What keeps the writer from committing; None: nothing."""
        now_s = self.monotonic()
        if self._trouble is None:
            self._trouble = Switch(trouble_kind is not None, now_s)
        self._trouble.turn(trouble_kind is not None, now_s)
        self._trouble_kind = trouble_kind or ""

    def disk(self, free_bytes: int) -> None:
        """Free space on the database's disk."""
        self._free_bytes = free_bytes

    def say(self, rule: str, device: str | None, level: Level | None) -> None:
        """State or end a condition that only its own part can see, such as a missing model."""
        self._said[rule, device] = level

    def look_at_the_clock(self) -> None:
        """To be called about once a second."""
        self._clock.look(self.wall_ns(), self.monotonic())

    def verdicts(self, active: Container[Place]) -> Iterator[tuple[Place, Verdict]]:
        """What every technical rule says now. ``active``: the alarms whose condition is on."""
        now_s = self.monotonic()
        for device, wearable in self._wearables.items():
            present = {rule for rule in _OF_WEARABLES if (rule, device) in active}
            for rule, verdict in wearable.verdicts(now_s, self.limits, present):
                yield (rule, device), verdict
        for place in ((rule, device) for device in self._removed for rule in _OF_WEARABLES):
            yield place, None
        yield from self._gateway(active, now_s)
        yield from self._said.items()

    def _wearable(self, device: str) -> Wearable | None:
        """What is known of ``device``, from now on; None where there are too many."""
        wearable, now_s = self._wearables.get(device), self.monotonic()
        just_removed = now_s - self._removed.get(device, float("-inf")) < ON_ITS_WAY_S
        if wearable is None and not just_removed and len(self._wearables) < DEVICES_MAX:
            wearable = self._wearables[device] = Wearable(now_s)
            self._removed.pop(device, None)
        return wearable

    def _gateway(self, active: Container[Place], now_s: float) -> Iterator[tuple[Place, Verdict]]:
        if self._free_bytes is not None:
            place = "disk_low", None
            yield place, technical.disk_low(self._free_bytes, self.limits, active=place in active)
        if self._trouble is not None:
            place = "store_trouble", None
            kind = self._trouble_kind if self._trouble.on else None
            lasting_s = self._trouble.lasting_s(now_s)
            yield place, technical.store_trouble(kind, lasting_s, active=place in active)
        if self._broker is not None:
            place = "broker_down", None
            lasting_s = self._broker.lasting_s(now_s)
            yield place, technical.broker_down(self._broker.on, lasting_s, active=place in active)
        if self._radio is not None:
            place = "bluetooth_down", None
            lasting_s = self._radio.lasting_s(now_s)
            yield place, bluetooth_down(self._radio.text, lasting_s, active=place in active)
        if self._clock.offset_s is not None:
            stepped_s = self._clock.stepped_s
            since_s = None if stepped_s is None else now_s - stepped_s
            yield ("clock_fault", None), technical.clock_fault(self.wall_ns(), since_s)
        place = "quarantine", None
        count = sum(1 for at_s in self._refused_s if now_s - at_s < technical.QUARANTINE_WINDOW_S)
        yield place, technical.quarantine(count, self.limits, active=place in active)
