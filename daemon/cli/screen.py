"""The status screen: a ``Status`` as text for a terminal of any width, in colour or without."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from rich import box
from rich.console import Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from daemon.cli.output import UNKNOWN, age_text, ago_text, bytes_text
from daemon.strip import bars
from storage.sessions import RR

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import RenderableType

    from daemon.status import AlarmStatus, Status, StorageStatus, WearableStatus

CARDS_MAX: Final = 3  # more wearables than this make one line each
NS: Final = 10**9
LOW_BATTERY_PCT: Final = 20
LOW_DISK_BYTES: Final = 500 * 10**6
LAG_SHOWN_S: Final = 60.0  # a window takes ten seconds to complete; behind by more is worth saying
RHYTHMS: Final = {
    "sinus": "sinus rhythm",
    "af": "atrial fibrillation",
    "regular": "regular beats",
    "other": "other rhythm",
    "unknown": "rhythm uncertain",
}
PRIORITY_STYLES: Final = {"High": "bold red", "Medium": "yellow", "Low": "cyan"}
STREAMING: Final = "streaming"
LINK_WORDS: Final = {
    "searching": "not heard, looking for it",
    "connecting": "connecting",
    "off body": "not worn",
    "waiting": "not connected, trying again",
    "stopped": "not looked for",
}
QUALITY_WORDS: Final = ((0.8, "good"), (0.5, "fair"), (0.0, "poor"))
NOT_A_DEVICE: Final = "Not a medical device. In an emergency call for help; do not wait for this screen."


def screen(status: Status, width: int, strips: Mapping[str, Sequence[str]] | None = None) -> RenderableType:
    """The whole screen.

    Args:
        status: what to show.
        width: columns of the terminal.
        strips: drawn lines by device, shown on its card.
    """
    parts: list[RenderableType] = [_head(status)]
    if status.alarms:
        parts.append(_alarms(status))
    if not status.wearables:
        parts.append(Text("No wearable has sent anything yet. See: hearth doctor", style="yellow"))
    elif len(status.wearables) <= CARDS_MAX:
        parts += [_card(one, status.at_ns, (strips or {}).get(one.device, ())) for one in status.wearables]
    else:
        parts.append(_rows(status.wearables, status.at_ns, width))
    if not status.alarms:
        parts.append(Text("No open alarm.", style="green"))
    parts += [_storage(status.storage, status.at_ns), Text(NOT_A_DEVICE, style="dim")]
    return Group(*parts)


def _head(status: Status) -> Text:
    zone = ZoneInfo(status.wearables[0].time_zone if status.wearables else "UTC")
    now = datetime.fromtimestamp(status.at_ns / NS, zone)
    running = "daemon running" if status.running else "daemon not running"
    daemon = Text(running, style="green" if status.running else "yellow")
    return Text.assemble(("Hearth", "bold"), f" {status.version}   {now:%a %d %b %Y %H:%M:%S %Z}   ", daemon)


def _card(one: WearableStatus, at_ns: int, strip: Sequence[str]) -> Panel:
    lines: list[RenderableType] = [Text.assemble(*_spaced(_now_parts(one, at_ns)))]
    style = "green" if one.recording else "dim"
    lines += [Text(line, style=style, no_wrap=True, overflow="crop") for line in strip]
    lines += [Text.assemble(*_spaced(parts)) for parts in (_trend_parts(one), _day_parts(one)) if parts]
    rate = f", {one.fs_hz:g} Hz" if one.fs_hz else ""
    what = "beat intervals, no waveform" if one.signal == RR else f"lead {one.lead}{rate}"
    title = Text.assemble((one.device, "bold"), f" - {one.wearer}, {what}")
    below = _silence(one, at_ns)
    return Panel(Group(*lines), title=title, title_align="left", subtitle=below, subtitle_align="right")


def _now_parts(one: WearableStatus, at_ns: int) -> list[Text]:
    parts = [_rate(one), _rhythm(one), _quality(one)]
    if one.battery_pct is not None:
        low, style = (" (low)", "yellow") if one.battery_pct < LOW_BATTERY_PCT else ("", "")
        parts.append(Text(f"battery {one.battery_pct} %{low}", style=style))
    if one.lead_off:
        parts.append(Text("no skin contact" if one.signal == RR else "electrode off", style="bold yellow"))
    if one.link is not None and one.link.trouble is not None:
        parts.append(Text(one.link.trouble, style="yellow"))
    if one.now is not None and not one.now.current:
        parts.append(Text(f"as of {ago_text((at_ns - one.now.at_ns) / NS)}", style="dim"))
    if one.lag_s is not None and one.lag_s > LAG_SHOWN_S:
        parts.append(Text(f"analysis {age_text(one.lag_s)} behind", style="yellow"))
    return parts


def _trend_parts(one: WearableStatus) -> list[Text]:
    known = [rate for rate in one.trend_bpm if rate is not None]
    if not known:
        return []
    return [
        Text("last 30 min", style="dim"),
        Text(bars(one.trend_bpm), style="cyan"),
        Text(f"{min(known):.0f} to {max(known):.0f} bpm"),
    ]


def _day_parts(one: WearableStatus) -> list[Text]:
    day = one.day
    parts = [
        Text("last 24 h", style="dim"),
        Text(f"recorded {day.recorded_pct:.0f} %, analysable {day.analysable_pct:.0f} %"),
        Text(f"AF {UNKNOWN if day.af_pct is None else f'{day.af_pct:g} %'}"),
    ]
    if day.hr_min_bpm is not None and day.hr_max_bpm is not None:
        parts.append(Text(f"rate {day.hr_min_bpm:.0f} to {day.hr_max_bpm:.0f}"))
        parts.append(Text(bars(day.hr_hourly_bpm), style="cyan"))
    if day.pauses:
        parts.append(Text(f"{day.pauses} pause{'s' if day.pauses > 1 else ''}", style="yellow"))
    return parts


def _rows(wearables: Sequence[WearableStatus], at_ns: int, width: int) -> Table:
    """One line per wearable; narrow terminals lose the columns from the right."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False)
    columns = ("wearable", "rate", "rhythm", "battery", "last sample", "quality", "24 h", "AF", "trend")
    budget = (12, 9, 21, 9, 14, 12, 8, 8, 26)
    shown = [name for n, name in enumerate(columns) if n == 0 or sum(budget[: n + 1]) <= width]
    for name in shown:
        table.add_column(name, no_wrap=True, overflow="ellipsis")
    for one in wearables:
        cells: dict[str, RenderableType] = {
            "wearable": Text(one.device, style="bold"),
            "rate": _rate(one),
            "rhythm": _rhythm(one),
            "battery": UNKNOWN if one.battery_pct is None else f"{one.battery_pct} %",
            "last sample": _silence(one, at_ns),
            "quality": _quality(one),
            "24 h": f"{one.day.analysable_pct:.0f} %",
            "AF": UNKNOWN if one.day.af_pct is None else f"{one.day.af_pct:g} %",
            "trend": Text(bars(one.day.hr_hourly_bpm), style="cyan"),
        }
        table.add_row(*(cells[name] for name in shown))
    return table


def _rate(one: WearableStatus) -> Text:
    if one.now is None or one.now.hr_bpm is None:
        return Text(f"{UNKNOWN} bpm", style="dim")
    return Text(f"{one.now.hr_bpm:.0f} bpm", style="bold" if one.now.current else "dim")


def _rhythm(one: WearableStatus) -> Text:
    if one.now is None:
        return Text("nothing analysed yet", style="dim")
    if one.now.rhythm is None:
        why = ", ".join(reason.replace("_", " ") for reason in one.now.reasons)
        return Text(f"not analysable{f' ({why})' if why else ''}", style="yellow")
    sure = f" ({one.now.probability:.0%})" if one.now.probability is not None else ""
    style = "bold red" if one.now.rhythm == "af" else ""
    return Text(RHYTHMS.get(one.now.rhythm, one.now.rhythm) + sure, style=style if one.now.current else "dim")


def _quality(one: WearableStatus) -> Text:
    if one.now is None:
        return Text(f"quality {UNKNOWN}", style="dim")
    word = next(word for least, word in QUALITY_WORDS if one.now.quality >= least)
    return Text(f"quality {word}", style="" if word == "good" else "yellow")


def _silence(one: WearableStatus, at_ns: int) -> Text:
    if one.link is not None and one.link.phase != STREAMING:
        return Text(LINK_WORDS.get(one.link.phase, one.link.phase), style="yellow")
    if one.last_sample_ns is None:
        return Text("no sample yet", style="yellow")
    if one.recording:
        return Text("recording", style="green")
    return Text(f"silent for {age_text((at_ns - one.last_sample_ns) / NS)}", style="yellow")


def _alarms(status: Status) -> Panel:
    zones = {one.device: ZoneInfo(one.time_zone) for one in status.wearables}
    table = Table.grid(padding=(0, 2))
    rank = {"High": 0, "Medium": 1, "Low": 2}
    for alarm in sorted(status.alarms, key=lambda alarm: (rank.get(alarm.priority, 3), -alarm.since_ns)):
        zone = zones.get(alarm.device or "", next(iter(zones.values()), ZoneInfo("UTC")))
        table.add_row(
            Text(alarm.priority, style=PRIORITY_STYLES.get(alarm.priority, "")),
            alarm.presence.lower(),
            alarm.device or "gateway",
            _since(alarm, status.at_ns, zone),
            Text(f"{alarm.text}  (alarm {alarm.id})"),
        )
    return Panel(table, title="Open alarms", title_align="left", border_style="yellow")


def _since(alarm: AlarmStatus, at_ns: int, zone: ZoneInfo) -> str:
    since = datetime.fromtimestamp(alarm.since_ns / NS, zone)
    return f"since {since:%H:%M}" if at_ns - alarm.since_ns < 20 * 3600 * NS else f"since {since:%d %b %H:%M}"


def _storage(storage: StorageStatus, at_ns: int) -> Text:
    scarce = storage.free_bytes < LOW_DISK_BYTES
    parts = [
        Text.assemble(("storage", "dim"), f"  {bytes_text(storage.size_bytes)} in {storage.path}"),
        Text(f"{bytes_text(storage.free_bytes)} free", style="bold red" if scarce else ""),
        Text(f"last commit {ago_text((at_ns - storage.last_commit_ns) / NS)}"),
    ]
    if storage.unsent:
        parts.append(Text(f"waiting for the broker: {storage.unsent}", style="yellow"))
    if storage.refused:
        parts.append(Text(f"payloads refused: {storage.refused}", style="yellow"))
    return Text.assemble(*_spaced(parts))


def _spaced(parts: Sequence[Text]) -> list[Text | str]:
    """The parts with a wide space between them; rich breaks the line there if it must."""
    spaced: list[Text | str] = []
    for part in parts:
        spaced += ["   ", part] if spaced else [part]
    return spaced
