"""What is said about an alarm: on the alert topic, and to people's telephones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal
from zoneinfo import ZoneInfo

import msgspec

from daemon.wire import encode, iso_utc
from dsp.alarms import Alarm, AlarmPresence, AlarmPriority

if TYPE_CHECKING:
    from collections.abc import Mapping

Content = Literal["full", "brief"]

BRIEF: Final = "Something needs your attention. Hearth has the details."
_WORD: Final[Mapping[AlarmPriority, str]] = MappingProxyType(
    {AlarmPriority.HIGH: "Alarm", AlarmPriority.MEDIUM: "Warning", AlarmPriority.LOW: "Notice"}
)


@dataclass(frozen=True, slots=True)
class Transition:
    """One change of one alarm, to be told.

    ``id``: the alarm's row, None for one that could not be stored yet. ``since_ns``: when it began.
    ``by``: who acknowledged. ``repeat``: how often it was announced again. ``quiet``: inside quiet hours.
    """

    alarm: Alarm
    id: int | None
    since_ns: int
    by: str | None = None
    repeat: int = 0
    quiet: bool = False


class Alert(msgspec.Struct, frozen=True, kw_only=True):
    """The payload of the alert topic. Fields are only ever added."""

    id: int | None
    rule: str
    device: str | None
    kind: str
    priority: str
    presence: str
    text: str
    value: float | None
    episode: int | None
    since: str
    at: str
    at_ns: int
    by: str | None
    repeat: int
    quiet: bool


class Notification(msgspec.Struct, frozen=True, kw_only=True):
    """What a notification channel is given."""

    title: str
    body: str
    priority: str
    tz: str  # where the wearer lives, IANA: quiet hours are told by it
    over: bool = False


def alert(transition: Transition) -> bytes:
    """The alert topic's message for ``transition``."""
    alarm = transition.alarm
    return encode(
        Alert(
            id=transition.id,
            rule=alarm.rule,
            device=alarm.device,
            kind=str(alarm.kind),
            priority=str(alarm.priority),
            presence=str(alarm.presence),
            text=alarm.text,
            value=alarm.value,
            episode=alarm.episode,
            since=iso_utc(transition.since_ns),
            at=iso_utc(alarm.at_ns),
            at_ns=alarm.at_ns,
            by=transition.by,
            repeat=transition.repeat,
            quiet=transition.quiet,
        )
    )


def _clock(at_ns: int, tz: str) -> str:
    return f"{datetime.fromtimestamp(at_ns // 10**9, ZoneInfo(tz)):%a %H:%M}"


def notification(transition: Transition, content: Content, tz: str) -> Notification:
    """What people are told about ``transition``; ``brief`` leaves out everything about anybody's health.

    ``tz``: where the wearer lives, IANA. Signal that comes hours late is told with the time it is about.
    """
    alarm = transition.alarm
    over = alarm.presence in {AlarmPresence.OFF, AlarmPresence.LATCHED} and not transition.repeat
    if content == "brief":
        return Notification(
            title="Hearth",
            body="The last one is over." if over else BRIEF,
            priority=str(alarm.priority),
            tz=tz,
            over=over,
        )
    about = alarm.device or "gateway"
    if over:
        body = f"Over since {_clock(alarm.at_ns, tz)}: {alarm.text}"
    elif transition.repeat:
        body = f"{alarm.text} (since {_clock(transition.since_ns, tz)}, not acknowledged)"
    else:
        body = f"{alarm.text} ({_clock(alarm.at_ns, tz)})"
    return Notification(
        title=f"Hearth {_WORD[alarm.priority].lower()}: {about}",
        body=body,
        priority=str(alarm.priority),
        tz=tz,
        over=over,
    )
