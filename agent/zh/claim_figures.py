"""How figures, times and directions are told apart in a finished Chinese answer."""

import re
from typing import Final

from agent.compose.figures import Figures, units

FIGURES: Final = Figures(
    metrics=(
        ("af_burden", re.compile("负荷|占比|比例")),
        ("hr_rest", re.compile("静息")),
        ("hr_min", re.compile("最低|最慢|最小")),
        ("hr_max", re.compile("最高|最快|最大")),
        ("qtc", re.compile(r"QTc\w?|校正的?\s?QT", re.IGNORECASE)),
        ("p_duration", re.compile("P\\s?波(?:时限|时长|宽度)")),
        ("rmssd", re.compile("RMSSD|变异性")),
        ("pr", re.compile("PR|PQ")),
        ("qrs", re.compile("QRS")),
        ("qt", re.compile("QT(?![cC])")),
        ("rr", re.compile("RR")),
        ("hr", re.compile("心率|脉搏")),
    ),
    units=units(
        """
        次/分 = bpm, 次/分钟 = bpm, bpm = bpm, 毫秒 = ms, ms = ms, % = %, 秒 = s, 秒钟 = s,
        分钟 = min, 分 = min, 小时 = h, 个小时 = h, 天 = d,
        次 = count, 条 = count, 段 = count, 个 = count
        """
    ),
    decimal=".",
    thousands=",",
    months=" ".join(map(str, range(1, 13))),
    date=r"(?P<month>{months})月(?P<day>\d{1,2})日",
    numbers="两 三 四 五 六 七 八 九 十",
    nouns="次(?!都)|条|段",
    clock=(
        r"(?P<half>凌晨|早上|上午|中午|下午|傍晚|晚上|夜里)?(?<![\d:.])(?P<hour>\d{1,2})[:\uff1a](?P<minute>\d{2})"
        r"(?:[:\uff1a](?P<second>\d{2}))?(?![\d:])"
    ),
    afternoons=frozenset({"中午", "下午", "傍晚", "晚上", "夜里"}),
    spaced=False,
    higher=re.compile("更高|更快|更长|更多|上升|升高|增加|增多|变快|变长|变高|高了|快了|长了|多了"),
    lower=re.compile("更低|更慢|更短|更少|下降|降低|减少|变慢|变短|变低|低了|慢了|短了|少了"),
    same=re.compile("差不多|没有变化|基本相同|基本不变|持平|不变|稳定"),
    less=re.compile(r"(?:不到|少于|低于|不足)\s*$"),
    more=re.compile(r"(?:超过|多于|高于)\s*$"),
)
