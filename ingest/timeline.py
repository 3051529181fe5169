"""A scenario laid out in time: what heart and wearable do in each stretch, in seconds from its beginning."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from ingest.heart import Af, Bigeminy, Change, Ectopy, Heart, Pause, Sinus, WideRun
from ingest.scenario import LeadOff, Lost, Noise, Off

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ingest.moments import Calendar
    from ingest.scenario import Device

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Beating:
    """How the heart beats for a while. ``rate_bpm`` None: by the hour of the day, plus the shift."""

    start_s: float
    end_s: float
    pr_ms: float
    qrs_ms: float
    qtcf_ms: float
    s_per_hour: float
    v_per_hour: float
    rate_bpm: float | None = None
    rate_shift_bpm: float = 0.0
    af_irregularity: float | None = None  # None: sinus rhythm
    bigeminy: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A pause or a wide run, at its moment."""

    at_s: float
    event: Pause | WideRun


@dataclass(frozen=True, slots=True)
class Wearing:
    """What the wearable sends for a while: ``sends`` False is nothing at all."""

    start_s: float
    end_s: float
    sends: bool = True
    off: bool = False  # nothing recorded either
    lead_off: bool = False
    noise: Noise | None = None


@dataclass(frozen=True, slots=True)
class HeartTimeline:
    """``beating`` covers the whole span without holes; ``strokes`` in order of time."""

    heart: Heart
    beating: tuple[Beating, ...]
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class WearTimeline:
    """``wearing`` covers the whole span without holes; ``charged_s``: when the battery was full again."""

    wearing: tuple[Wearing, ...]
    charged_s: tuple[float, ...]


def heart_timeline(heart: Heart, calendar: Calendar) -> HeartTimeline:
    """Lay out a heart's events on a wearer's clock."""
    span_s = calendar.seconds(calendar.end)
    usual = Beating(0.0, span_s, heart.pr_ms, heart.qrs_ms, heart.qtcf_ms, heart.s_per_hour, heart.v_per_hour)
    strokes = [
        Stroke(at_s, event)
        for event in heart.events
        if isinstance(event, Pause | WideRun)
        for at_s in event.at.resolve(calendar)
        if 0 < at_s < span_s
    ]
    lasting = [event for event in heart.events if not isinstance(event, Pause | WideRun)]
    spans = [
        (at_s, at_s + (event.duration if event.duration is not None else span_s), event)
        for event in lasting
        for at_s in event.at.resolve(calendar)
    ]
    beating = tuple(
        replace(_apply(usual, active), start_s=start_s, end_s=end_s)
        for start_s, end_s, active in _cut(spans, span_s)
    )
    return HeartTimeline(heart, beating, tuple(sorted(strokes, key=lambda stroke: stroke.at_s)))


def wear_timeline(device: Device, calendar: Calendar) -> WearTimeline:
    """Lay out what happens to a recording on its wearer's clock."""
    span_s = calendar.seconds(calendar.end)
    spans = [
        (at_s, at_s + event.duration, event) for event in device.events for at_s in event.at.resolve(calendar)
    ]
    wearing = []
    for start_s, end_s, active in _cut(spans, span_s):
        off = any(isinstance(event, Off) for event in active)
        noises = [event for event in active if isinstance(event, Noise)]
        wearing.append(
            Wearing(
                start_s,
                end_s,
                sends=not off and not any(isinstance(event, Lost) for event in active),
                off=off,
                lead_off=any(isinstance(event, LeadOff) for event in active),
                noise=noises[-1] if noises else None,
            )
        )
    charged = sorted(
        end_s for _, end_s, event in spans if isinstance(event, Off) and event.charge and 0 < end_s < span_s
    )
    return WearTimeline(tuple(wearing), tuple(charged))


def _apply(beating: Beating, active: Iterable[Sinus | Af | Bigeminy | Ectopy | Change]) -> Beating:
    for event in active:
        match event:
            case Sinus(rate_bpm=rate):
                beating = replace(beating, rate_bpm=rate, af_irregularity=None)
            case Af(rate_bpm=rate, irregularity=irregularity):
                beating = replace(beating, rate_bpm=rate, af_irregularity=irregularity)
            case Bigeminy():
                beating = replace(beating, bigeminy=True)
            case Ectopy(s_per_hour=s_rate, v_per_hour=v_rate):
                beating = replace(beating, s_per_hour=s_rate, v_per_hour=v_rate)
            case Change():
                beating = replace(
                    beating,
                    rate_shift_bpm=event.rate_shift_bpm,
                    pr_ms=event.pr_ms or beating.pr_ms,
                    qrs_ms=event.qrs_ms or beating.qrs_ms,
                    qtcf_ms=event.qtcf_ms or beating.qtcf_ms,
                )
    return beating


def _cut(spans: list[tuple[float, float, T]], span_s: float) -> Iterator[tuple[float, float, list[T]]]:
    """Cut [0, span_s) wherever something begins or ends; with what is active in each piece, in order."""
    changes = sorted(
        (min(max(at_s, 0.0), span_s), begins, number)
        for number, (start_s, end_s, _) in enumerate(spans)
        if start_s < min(end_s, span_s) and end_s > 0  # none that is empty or outside: it would never end
        for at_s, begins in ((start_s, True), (end_s, False))
    )
    active: set[int] = set()
    position = 0.0
    for at_s, begins, number in [*changes, (span_s, False, -1)]:
        if at_s > position:
            yield position, at_s, [spans[i][2] for i in sorted(active)]
            position = at_s
        if begins:
            active.add(number)
        else:
            active.discard(number)
