"""How things stand with one wearable, as far as the technical alarm rules ask. Times are monotonic."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from daemon import alarm_bluetooth as bluetooth
from daemon import alarm_technical as technical
from daemon.alarm_rules import HOLD, Verdict

if TYPE_CHECKING:
    from collections.abc import Container, Iterator


@dataclass(slots=True)
class Switch:
    """Something that is on or off, and since when."""

    on: bool
    since_s: float

    def turn(self, on: bool, now_s: float) -> None:
        """It is on, or off, now."""
        if on is not self.on:
            self.on, self.since_s = on, now_s

    def lasting_s(self, now_s: float) -> float:
        """How long it has been so."""
        return now_s - self.since_s


@dataclass(slots=True)
class Sentence:
    """What is wrong, in words, and since when; None: nothing is."""

    text: str | None
    since_s: float

    def say(self, text: str | None, now_s: float) -> None:
        """It is so now. Another fault after a first one is the same trouble."""
        if (text is None) is not (self.text is None):
            self.since_s = now_s
        self.text = text

    def lasting_s(self, now_s: float) -> float:
        """How long something has been wrong, or well."""
        return now_s - self.since_s


@dataclass(slots=True)
class Wearable:
    """One wearable. ``heard_s``: when its signal last came; an estimate until it was ``heard``."""

    heard_s: float
    heard: bool = False
    lead_off: Switch | None = None
    battery_pct: int | None = None
    off_body: Switch | None = None  # None: it has never said
    trouble: Sentence = field(default_factory=lambda: Sentence(None, float("-inf")))

    def received(self, now_s: float) -> None:
        """Its signal came: its ECG, or the RR intervals of one that sends no ECG."""
        self.heard_s, self.heard = now_s, True

    def said(self, now_s: float, lead_off: bool | None, battery_pct: int | None) -> None:
        """It said something of itself; None: nothing about that."""
        if battery_pct is not None:
            self.battery_pct = battery_pct
        if lead_off is not None and self.lead_off is not None:
            self.lead_off.turn(lead_off, now_s)
        elif lead_off is not None:
            self.lead_off = Switch(lead_off, now_s)

    def taken_off(self, off: bool, now_s: float) -> None:
        """It was taken off the body, as it says itself, or is on it again."""
        if self.off_body is None and not off:
            return
        if self.off_body is None:
            self.off_body = Switch(off, now_s)
        if self.off_body.on and not off:
            self.heard_s = now_s  # its silence was explained until now
        self.off_body.turn(off, now_s)

    @property
    def is_off_body(self) -> bool:
        """Whether its silence means nothing but that nobody wears it."""
        return self.off_body is not None and self.off_body.on

    def verdicts(
        self, now_s: float, limits: technical.TechnicalLimits, active: Container[str]
    ) -> Iterator[tuple[str, Verdict]]:
        """What every rule about it says now. ``active``: its rules whose condition is on."""
        yield "no_data", self._no_data(now_s, limits, active)
        yield "lead_off", self._lead_off(now_s, limits, active)
        yield (
            "low_battery",
            technical.low_battery(self.battery_pct, limits, active="low_battery" in active),
        )
        yield "not_worn", self._not_worn(now_s, limits, active)
        lasting_s = self.trouble.lasting_s(now_s)
        present = "wearable_trouble" in active
        yield (
            "wearable_trouble",
            bluetooth.wearable_trouble(self.trouble.text, lasting_s, active=present),
        )

    def _no_data(self, now_s: float, limits: technical.TechnicalLimits, active: Container[str]) -> Verdict:
        """Silence, unless another rule says why."""
        verdict = technical.no_data(now_s - self.heard_s, limits)
        if self.is_off_body or "wearable_trouble" in active:
            verdict = None
        if verdict is None and "no_data" in active and not self.heard:
            return HOLD  # a restart is not a sign of life
        return verdict

    def _lead_off(self, now_s: float, limits: technical.TechnicalLimits, active: Container[str]) -> Verdict:
        silent = now_s - self.heard_s >= limits.lead_off_low_s
        if self.lead_off is None or silent or self.is_off_body:
            return HOLD  # no_data or not_worn speaks then: whether the electrode is on is not known
        lasting_s = self.lead_off.lasting_s(now_s)
        return technical.lead_off(self.lead_off.on, lasting_s, limits, active="lead_off" in active)

    def _not_worn(self, now_s: float, limits: technical.TechnicalLimits, active: Container[str]) -> Verdict:
        present = "not_worn" in active
        if self.off_body is None:
            return HOLD
        if "lead_off" in active and not present:
            return None  # it has been said already that there is no contact
        return bluetooth.not_worn(self.off_body.on, self.off_body.lasting_s(now_s), limits, active=present)
