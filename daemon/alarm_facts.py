"""How things stand on the gateway and with each wearable, as far as the technical alarm rules ask.

Everything is measured on the monotonic clock, and told by the event loop's thread.
"""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from daemon import alarm_technical as technical
from daemon.alarm_rules import HOLD, Level, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

Place = tuple[str, str | None]  # a rule, and the wearable it is about (None: the gateway)

START_GRACE_S: Final = (
    120.0  # after a start a wearable gets this long to come back before it counts as silent
)
REFUSED_MAX: Final = 1000  # payloads remembered for the count; more say nothing new
DEVICES_MAX: Final = 1000  # as many as a configuration may allow


@dataclass(slots=True)
class Switch:
    """Something that is on or off, and since when."""

    on: bool
    since_s: float

    def turn(self, on: bool, now_s: float) -> None:
        """It is on, or off, now."""
        if on is not self.on:
            self.on, self.since_s = on, now_s


@dataclass(slots=True)
class _Wearable:
    heard_s: float
    heard: bool = False  # since the start; before, heard_s is an estimate
    lead_off: Switch | None = None
    battery_pct: int | None = None


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
    _wearables: dict[str, _Wearable] = field(default_factory=dict)
    _said: dict[Place, Level | None] = field(default_factory=lambda: {("model_missing", None): None})
    _refused_s: deque[float] = field(default_factory=lambda: deque(maxlen=REFUSED_MAX))
    _broker: Switch | None = None
    _trouble: Switch | None = None
    _trouble_kind: str = ""
    _free_bytes: int | None = None
    _clock: _Clock = field(default_factory=_Clock)

    def known(self, device: str, silent_s: float) -> None:
        """A wearable of before the start, which had been silent for ``silent_s`` of wall time.

        The wall clock may have moved meanwhile, so the figure is bounded to something harmless: at most so
        long that the alarm still waits for the wearable to come back.
        """
        grace_s = max(0.0, self.limits.no_data_low_s - START_GRACE_S)
        heard_s = self.monotonic() - min(max(silent_s, 0.0), grace_s)
        self._wearables.setdefault(device, _Wearable(heard_s))

    def received(self, device: str, *, lead_off: bool | None = None, battery_pct: int | None = None) -> None:
        """A frame of ``device`` came in."""
        now_s = self.monotonic()
        wearable = self._wearables.get(device)
        if wearable is None:
            if len(self._wearables) >= DEVICES_MAX:
                return
            wearable = self._wearables[device] = _Wearable(now_s)
        wearable.heard_s, wearable.heard = now_s, True
        if battery_pct is not None:
            wearable.battery_pct = battery_pct
        if lead_off is not None and wearable.lead_off is not None:
            wearable.lead_off.turn(lead_off, now_s)
        elif lead_off is not None:
            wearable.lead_off = Switch(lead_off, now_s)

    def forget(self, device: str) -> None:
        """A wearable was removed."""
        self._wearables.pop(device, None)

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
            yield self._no_data(device, wearable, now_s, active)
            yield self._lead_off(device, wearable, now_s, active)
            place = "low_battery", device
            yield (
                place,
                technical.low_battery(wearable.battery_pct, self.limits, active=place in active),
            )
        yield from self._gateway(active, now_s)
        yield from self._said.items()

    def _no_data(
        self, device: str, wearable: _Wearable, now_s: float, active: Container[Place]
    ) -> tuple[Place, Verdict]:
        place = "no_data", device
        verdict = technical.no_data(now_s - wearable.heard_s, self.limits)
        if verdict is None and place in active and not wearable.heard:
            return place, HOLD  # a restart is not a sign of life
        return place, verdict

    def _lead_off(
        self, device: str, wearable: _Wearable, now_s: float, active: Container[Place]
    ) -> tuple[Place, Verdict]:
        place = "lead_off", device
        silent = now_s - wearable.heard_s >= self.limits.lead_off_low_s
        if (
            wearable.lead_off is None or silent
        ):  # no_data speaks then: whether the electrode is on is not known
            return place, HOLD
        lasting_s = now_s - wearable.lead_off.since_s
        off = wearable.lead_off.on
        return place, technical.lead_off(off, lasting_s, self.limits, active=place in active)

    def _gateway(self, active: Container[Place], now_s: float) -> Iterator[tuple[Place, Verdict]]:
        if self._free_bytes is not None:
            place = "disk_low", None
            yield place, technical.disk_low(self._free_bytes, self.limits, active=place in active)
        if self._trouble is not None:
            place = "store_trouble", None
            kind = self._trouble_kind if self._trouble.on else None
            lasting_s = now_s - self._trouble.since_s
            yield place, technical.store_trouble(kind, lasting_s, active=place in active)
        if self._broker is not None:
            place = "broker_down", None
            lasting_s = now_s - self._broker.since_s
            yield place, technical.broker_down(self._broker.on, lasting_s, active=place in active)
        if self._clock.offset_s is not None:
            stepped_s = self._clock.stepped_s
            since_s = None if stepped_s is None else now_s - stepped_s
            yield ("clock_fault", None), technical.clock_fault(self.wall_ns(), since_s)
        place = "quarantine", None
        count = sum(1 for at_s in self._refused_s if now_s - at_s < technical.QUARANTINE_WINDOW_S)
        yield place, technical.quarantine(count, self.limits, active=place in active)
