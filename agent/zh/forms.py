"""How Chinese writes numbers, times and lists."""

from typing import Final

from agent.forms import LocalForms, Writing, replaced

WEEKDAYS: Final = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
WHOLE_WEEKDAYS: Final = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")
MONTHS: Final = tuple(f"{number}月" for number in range(1, 13))
# Which part of the day an hour of the clock belongs to: its last hour, and its name.
_HALVES: Final = ((5, "凌晨"), (8, "早上"), (11, "上午"), (12, "中午"), (17, "下午"), (23, "晚上"))
_FACE: Final = 12


def clock(hour: int, minute: int) -> str:
    """As in "下午2:30": the part of the day first, then the clock's face."""
    half = next(name for last, name in _HALVES if hour <= last)
    shown = hour if hour <= _FACE else hour - _FACE
    return f"{half}{shown}:{minute:02d}"


# Between Chinese signs the marks are as wide as they are.
_WIDE: Final = str.maketrans({"(": "\uff08", ")": "\uff09", ",": "\uff0c"})
_TEXTS: Final = {
    "now": "现在",
    "today": "今天({date},到{end})",
    "yesterday": "昨天({date})",
    "date": "{date}",
    "edge": "{day}{clock}",
    "ends": "{start}至{end}",
    "hours": "{start}至{end}",
    "hours_on": "{on}{hours}",
    "on_today": "今天",
    "on_yesterday": "昨天({day})",
    "on_date": "{date}",
    "last_night": "昨晚({ends})",
    "night_so_far": "昨晚到现在({ends})",
    "night_before_last": "前晚({ends})",
    "night": "到{date}早上的那一夜({ends})",
    "nights": "到{first}至{last}早上的{n}夜({hours})",
    "parts": "{first}至{last}的{n}个{parts}",
    "part": "{part}({day},{hours})",
    "part_today": "{part}({hours})",
    "this_week": "本周({start}以来)",
    "last_week": "上周({start}至{end})",
    "week": "{start}至{end}那一周",
    "weekend": "{start}至{end}的周末",
    "this_month": "本月({month})",
    "month_year": "{year}年{month}",
    "year": "{year}年",
    "past": "{length}({since}以来)",
    "past_odd": "最近{duration}",
    "since": "{since}以来",
    "since_midnight": "今天零点以来",
    "all": "整个记录({since}以来)",
    "moment": "{day}{clock}",
    "moment_today": "今天{clock}",
    "s": "{n}秒",
    "min": "{n}分钟",
    "min_s": "{min}分{s}秒",
    "h": "{n}小时",
    "h_min": "{h}小时{min}分钟",
    "days": "{n}天",
    "days_h": "{n}天{h}小时",
    "pct": "{n}%",
    "least_pct": "不到{n}%",
    "most_pct": "超过{n}%",
    "count": "{n}{noun}",
    "unit_bpm": "次/分",
    "unit_ms": "毫秒",
    "unit_beats": "次心搏",
    "unit_pauses": "次停顿",
    "unit_probability": "的概率",
    "comma": "、",
    "and": "和",
}

WRITING: Final = Writing(
    weekdays=(WEEKDAYS, WHOLE_WEEKDAYS),
    months=MONTHS,
    date="{year}{month}{day}日{weekday}",
    year="{year}年",
    clock=clock,
    parts={
        "small_hours": ("今天凌晨", "昨天凌晨", "{weekday}凌晨", "凌晨"),
        "morning": ("今天上午", "昨天上午", "{weekday}上午", "上午"),
        "afternoon": ("今天下午", "昨天下午", "{weekday}下午", "下午"),
        "evening": ("今天晚上", "昨天晚上", "{weekday}晚上", "晚上"),
        "daytime": ("今天白天", "昨天白天", "{weekday}白天", "白天"),
        "noon": ("今天中午", "昨天中午", "{weekday}中午", "中午"),
        "breakfast": ("今天早饭时间", "昨天早饭时间", "{weekday}早饭时间", "早饭时间"),
        "dinner": ("今天晚饭时间", "昨天晚饭时间", "{weekday}晚饭时间", "晚饭时间"),
    },
    lengths={
        "second": ("最近1秒", "最近{n}秒"),
        "minute": ("最近1分钟", "最近{n}分钟"),
        "hour": ("最近1小时", "最近{n}小时"),
        "day": ("最近24小时", "最近{n}天"),
        "week": ("最近7天", "最近{n}周"),
        "month": ("最近1个月", "最近{n}个月"),
        "year": ("最近1年", "最近{n}年"),
    },
    texts={key: text.translate(_WIDE) for key, text in _TEXTS.items()},
    within=replaced({"^现在$": "最近5分钟内", "^最近": r"在\g<0>", "^整个记录": "在整个记录中"}),
    decimal=".",
    thousands=",",
    singular=lambda count: count == 1,
)


class ChineseForms(LocalForms):
    """See :class:`agent.language.Forms`."""

    def __init__(self) -> None:
        super().__init__(WRITING)

    def number(self, value: float, unit: str) -> str:
        """A number with its unit, which stands close to it."""
        return super().number(value, unit).replace(" ", "")
