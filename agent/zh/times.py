"""Chinese words of time. Text has no spaces: it is cut into the longest words that are known here."""

from typing import Final

from agent.phrases import words
from agent.when import shared
from agent.when.grammar import Rule, literals
from agent.when.lexer import Lexicon
from agent.when.resolve import Language
from agent.when.words import table
from agent.zh import time_anchors, time_rules, time_spans

_UNITS: Final[dict[object, str]] = {
    "second": "秒 秒钟",
    "minute": "分钟",
    "hour": "小时 钟头",
    "day": "天 日",
    "night": "晚 夜 个晚上 晚上",
    "week": "周 星期 礼拜",
    "weekend": "周末",
    "month": "月",
    "year": "年",
}
_WEEKDAYS: Final = (
    "周一 星期一 礼拜一",
    "周二 星期二 礼拜二",
    "周三 星期三 礼拜三",
    "周四 星期四 礼拜四",
    "周五 星期五 礼拜五",
    "周六 星期六 礼拜六",
    "周日 周天 星期日 星期天 礼拜天 礼拜日",
)
_PARTS: Final[dict[object, str]] = {
    "small_hours": "凌晨 清晨前",
    "morning": "早上 早晨 上午 清晨 清早 早",
    "noon": "中午 午饭 午餐",
    "afternoon": "下午 午后",
    "evening": "晚上 傍晚 晚间",
    "breakfast": "早饭 早餐",
    "dinner": "晚饭 晚餐",
    "daytime": "白天",
}
_FILLERS: Final = words(
    "的 了 在 从 到 是 我 我的 请 那 呢 吗 啊 吧 期间 整个 全 里 内 那么 就 也 怎么样 情况 当地时间"
)
# Words that hold signs of time, or of a relation to it, and speak of none.
_OPAQUE: Final = words(
    """
    什么时候 什么时间 早搏 室早 房早 早上好 晚上好 下午好 中午好 上午好 早安 午安 晚安 期前收缩 提前
    日记 日志 多长时间 长时间 每分钟 每天 每日 按天 按夜 按周 按小时 逐日 逐夜 胸前 时限 时长
    """
)
RULES: Final[tuple[Rule, ...]] = (
    *time_rules.RULES,
    *time_spans.RULES,
    *time_anchors.RULES,
    *shared.WHOLE,
)
_TIMELY: Final = literals((*time_rules.RULES, *time_spans.RULES))

LANGUAGE: Final = Language(
    lexicon=Lexicon(
        words=table({"UNIT": _UNITS, "PART": _PARTS}, weekdays=_WEEKDAYS, months=()),
        literals=literals(RULES),
        common=frozenset(),
        parts={
            f"{week}{day}": (week, f"周{day}")
            for week in (
                "上周",
                "这周",
                "本周",
                "下周",
                "上个星期",
                "上星期",
                "这个星期",
                "下个星期",
                "上个礼拜",
            )
            for day in "一二三四五六日天"
        },
        aliases={word: word for word in _OPAQUE},
        stops=time_anchors.STOPS | _FILLERS | _TIMELY | _OPAQUE,
    ),
    rules=RULES,
    fillers=_FILLERS,
    openers=words("那 那么 和"),
    asking=words("告诉我"),
    day_first=False,
)
