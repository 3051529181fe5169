"""What is known about each wearable right now, as the retained state topic and ``hearth status`` show it."""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING, Final

import msgspec

from daemon.wire import iso_utc
from dsp.alarms import AlarmPresence
from dsp.coherence import told
from storage import rollups
from storage.sessions import ECG

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable
    from zoneinfo import ZoneInfo

    from dsp.types import Frame, Window
    from storage.alarms import AlarmRow

STALE_S: Final = 60.0  # a heart rate older than a minute is not "now"
CLOCK_TRUST_NS: Final = 86_400 * 10**9  # a wearable's clock further off than a day was never set
ALARMS_SHOWN_MAX: Final = 20  # bounds the retained message; the count says how many there are


_WANTING: Final = frozenset({AlarmPresence.ON, AlarmPresence.LATCHED})


class ShownAlarm(msgspec.Struct, frozen=True):
    """One open alarm, in short."""

    id: int
    rule: str
    kind: str
    priority: str
    presence: str
    since: str
    text: str


class LiveState(msgspec.Struct, frozen=True, kw_only=True):
    """One wearable now; None: not known. Fields are only ever added."""

    device: str
    hr_bpm: float | None = None  # of the newest analysis window, only while it can be analysed
    rhythm: str | None = None  # likewise: sinus, af, regular, other, unknown
    signal: str | None = None  # what these were told from: ecg; rr: RR intervals without a waveform
    quality: float | None = None  # 0 useless .. 1 clean
    reasons: tuple[str, ...] = ()  # why the newest window could not be analysed
    battery_pct: int | None = None
    lead_off: bool | None = None
    connected: bool | None = None  # over Bluetooth, and sending
    link: str | None = None  # searching, connecting, streaming, off body, waiting
    link_trouble: str | None = None  # what stands in the way, as a sentence
    last_sample: str | None = None  # UTC
    last_sample_ns: int | None = None
    af_today_pct: float | None = None  # share of the analysable time since local midnight
    open_alarms: int = 0
    problem: bool = False  # an alarm wants somebody's attention: on or latched, not yet acknowledged
    alarms: tuple[ShownAlarm, ...] = ()


class LiveStates:
    """Follows every wearable and hands each change to ``changed``. Belongs to the event loop's thread."""

    def __init__(
        self,
        changed: Callable[[str, LiveState], None],
        *,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._changed = changed
        self._monotonic = monotonic
        self._states: dict[str, LiveState] = {}
        self._window_at_s: dict[str, float] = {}

    @property
    def all(self) -> dict[str, LiveState]:
        """Newest state of every wearable, by id."""
        return dict(self._states)

    def known(
        self, device: str, *, last_sample_ns: int | None = None, battery_pct: int | None = None
    ) -> None:
        """A wearable of before the start: replaces what is still retained about it by what is known now."""
        if device not in self._states:
            last_sample = None if last_sample_ns is None else iso_utc(last_sample_ns)
            self._states[device] = LiveState(
                device=device,
                last_sample=last_sample,
                last_sample_ns=last_sample_ns,
                battery_pct=battery_pct,
            )
            self._changed(device, self._states[device])

    def received(self, frame: Frame, received_ns: int) -> None:
        """A frame came in."""
        before = self._states.get(frame.device)
        at_ns = received_ns
        if frame.last_sample_ns is not None and abs(frame.last_sample_ns - received_ns) < CLOCK_TRUST_NS:
            at_ns = frame.last_sample_ns
        if before is not None and before.last_sample_ns is not None:
            at_ns = max(at_ns, before.last_sample_ns)
        fields: dict[str, object] = {
            "last_sample_ns": at_ns,
            "last_sample": iso_utc(at_ns),
            "lead_off": frame.lead_off,
        }
        if frame.battery_pct is not None:
            fields["battery_pct"] = frame.battery_pct
        self._update(frame.device, fields)

    def heard(
        self,
        device: str,
        *,
        lead_off: bool | None = None,
        battery_pct: int | None = None,
        signal_ns: int | None = None,
    ) -> None:
        """A wearable said something that holds no samples; None: nothing about that.

        ``signal_ns``: when, where it is all the signal it sends.
        """
        said: dict[str, object] = {"lead_off": lead_off, "battery_pct": battery_pct}
        if signal_ns is not None:
            said.update(last_sample_ns=signal_ns, last_sample=iso_utc(signal_ns))
        self._update(device, {key: value for key, value in said.items() if value is not None})

    def linked(self, device: str, link: str | None, trouble: str | None = None) -> None:
        """Where a wearable's Bluetooth link stands; None: it has none any more."""
        fields: dict[str, object] = {
            "connected": None if link is None else link == "streaming",
            "link": link,
            "link_trouble": trouble,
        }
        if link == "off body":
            fields["lead_off"] = True
        self._update(device, fields)

    def analysed(self, device: str, window: Window, *, signal: str = ECG) -> None:
        """A window was analysed. What cannot be analysed is shown as unknown, never as normal."""
        clean = window.quality.analysable
        self._window_at_s[device] = self._monotonic()
        self._update(
            device,
            {
                "hr_bpm": round(window.hr_bpm, 1) if clean and window.hr_bpm is not None else None,
                "rhythm": str(told(window.rhythm, window.flags)) if clean else None,
                "quality": round(window.quality.score, 2),
                "reasons": tuple(str(reason) for reason in window.quality.reasons),
                "signal": signal,
            },
        )

    def alarmed(self, open_alarms: Iterable[AlarmRow]) -> None:
        """The alarms that are open now, of all wearables."""
        by_device: dict[str, list[AlarmRow]] = {device: [] for device in self._states}
        for alarm in open_alarms:
            if alarm.device is not None:
                by_device.setdefault(alarm.device, []).append(alarm)
        for device, alarms in by_device.items():
            newest = sorted(alarms, key=lambda alarm: -alarm.since_ns)
            self._update(
                device,
                {
                    "open_alarms": len(alarms),
                    "problem": any(alarm.presence in _WANTING for alarm in alarms),
                    "alarms": tuple(_shown(alarm) for alarm in newest[:ALARMS_SHOWN_MAX]),
                },
            )

    def af_today(self, device: str, share_pct: float | None) -> None:
        """AF burden since local midnight, as ``af_today_pct`` computes it."""
        self._update(device, {"af_today_pct": share_pct})

    def forget(self, device: str) -> None:
        """A wearable was removed."""
        self._states.pop(device, None)
        self._window_at_s.pop(device, None)

    def expire(self) -> None:
        """Withdraw heart rates and rhythms that are no longer about now; to be called every few seconds."""
        now_s = self._monotonic()
        for device, at_s in list(self._window_at_s.items()):
            if now_s - at_s >= STALE_S:
                del self._window_at_s[device]
                self._update(device, {"hr_bpm": None, "rhythm": None, "quality": None, "reasons": ()})

    def _update(self, device: str, fields: dict[str, object]) -> None:
        before = self._states.get(device) or LiveState(device=device)
        after = msgspec.structs.replace(before, **fields)
        self._states[device] = after
        if after != before:
            self._changed(device, after)


def _shown(alarm: AlarmRow) -> ShownAlarm:
    return ShownAlarm(
        id=alarm.id,
        rule=alarm.rule,
        kind=str(alarm.kind),
        priority=str(alarm.priority),
        presence=str(alarm.presence),
        since=iso_utc(alarm.since_ns),
        text=alarm.text,
    )


def af_today_pct(conn: sqlite3.Connection, device: str, now_ns: int, tz: ZoneInfo) -> float | None:
    """AF seconds over analysable seconds since midnight in ``tz``, percent; None without analysable signal.

    Reads at most 25 rows of the hourly roll-up. Hours count whole: where midnight falls inside a UTC hour,
    that hour belongs to today.
    """
    now = datetime.fromtimestamp(now_ns / 1e9, tz)
    midnight_ns = int(now.replace(hour=0, minute=0, second=0, microsecond=0).timestamp()) * 10**9
    hours = list(rollups.hourly(conn, device, midnight_ns, now_ns))
    analysable_s = sum(hour.analysable_s for hour in hours)
    if analysable_s <= 0:
        return None
    return round(100.0 * sum(hour.af_s for hour in hours) / analysable_s, 1)
