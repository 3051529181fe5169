"""Chinese rules for weeks, months, lengths up to now, spans, and words that point at no time."""

from typing import Final

from agent.when import blocks, clocks, dates, edges, relative, shared, spans
from agent.when.grammar import Rule, rule

_PAST: Final = "过去|最近|近|前|刚过去"
_BEFORE: Final = "之前|以前|前"
_AFTER: Final = "之后|以后|后"

_BLOCKS: Final = (
    rule("MONTHN", "MONTHNO", blocks.month_named),
    rule("MONTHN", "YEARNO MONTHNO", blocks.year_month_named),
    rule("BLOCK", f"在? {_PAST} 的? LENGTH 里|内|中|来|以来?", blocks.past),
    rule("BLOCK", "这 LENGTH 里|内|来?", blocks.past),
    rule("BLOCK", "上|上个 小时|钟头", blocks.past_fixed, 1, "hour"),
    rule("BLOCK", "这周|本周|这个星期|本星期|这星期|这个礼拜", blocks.unit_now, "week"),
    rule("BLOCK", "上周|上个星期|上星期|上个礼拜|上礼拜", blocks.unit_back, "week", 1),
    rule("BLOCK", "上上周|上上个星期", blocks.unit_back, "week", 2),
    rule("BLOCK", "周末|这周末|这个周末|本周末", blocks.unit_named, "weekend"),
    rule("BLOCK", "上周末|上个周末", blocks.last_weekend),
    rule("BLOCK", "这个月|本月|这月", blocks.unit_now, "month"),
    rule("BLOCK", "上个月|上月", blocks.unit_back, "month", 1),
    rule("BLOCK", "今年", blocks.unit_now, "year"),
    rule("BLOCK", "去年", blocks.unit_back, "year", 1),
    rule("BLOCK", "前年", blocks.unit_back, "year", 2),
    rule("BLOCK", "整周|整个星期|一整周", blocks.unit_now, "week"),
    rule("BLOCK", "前一周|再前一周", relative.unit_moved, "week", -1),
    rule("BLOCK", "后一周|下一周", relative.unit_moved, "week", 1),
    rule("BLOCK", "前一个月", relative.unit_moved, "month", -1),
    rule("BLOCK", "在 MONTHN", blocks.same_range),
    rule("BLOCK", "MONTHN", blocks.same_range),
    rule("BLOCK", "去年 MONTHNO", blocks.month_last_year),
    rule("BLOCK", "YEARNO", blocks.year_named),
    rule("BLOCK", "BLOCK 的? 每? 晚|晚上|夜里|夜间|每晚|每夜", blocks.nights_in),
    rule("BLOCK", "BLOCK 的? 每天? PARTN", blocks.repeated_after),
    rule("BLOCK", "近来|近期|这阵子", blocks.past_fixed, 7, "day"),
    rule("BLOCK", "早|提前|往前 ALENGTH", relative.shifted, -1),
    rule("BLOCK", "再? 早 ALENGTH 呢?", relative.shifted, -1),
    rule("BLOCK", "晚|往后|再过 ALENGTH", relative.shifted, 1),
    rule("BLOCK", "DAY 的? 同一时间|同样时间|同一时段", relative.same_time_on),
    rule("BLOCK", "同样|同样的|一样 DAY", relative.same_time_on),
    rule("BLOCK", "那段时间|这段时间|那个时候", relative.same_again),
    rule("MIDDLE", "初|开头|上半", dates.name, "early"),
    rule("MIDDLE", "中|中间|中旬", dates.name, "middle"),
    rule("MIDDLE", "末|底|下半", dates.name, "late"),
    rule("BLOCK", "BLOCK|NIGHT_OF 的? MIDDLE", edges.part_half),
)
_SPANS: Final = (
    *shared.ENDS,
    rule("EDGE", "AT", clocks.alone),
    rule("EDGE", "DAY 的? AT", clocks.day_at),
    rule("EDGE", "PARTN AT", clocks.part_at),
    rule("EDGE", "DAY 的? PARTN AT", clocks.day_part_at),
    rule("EDGE", "PARTDAY|NIGHT_OF AT", clocks.range_at),
    # A part of the day that is said once holds for both ends: "昨天下午3点到5点".
    rule("SPAN", "从|在? PARTN BETWEEN", clocks.part_at),
    rule("SPAN", "从|在? DAY 的? PARTN BETWEEN", clocks.day_part_at),
    rule("SPAN", "从|在? PARTDAY|NIGHT_OF 的? BETWEEN", clocks.range_at),
    rule("SPAN", "从|在? END 到|至|-|和 END 之间|为止?", spans.from_to),
    rule("SPAN", "从? MONTHNO NUM 日|号? 到|至|- NUM 日|号", dates.month_span),
    rule("SPAN", "从|自|自从|打 END|EDGE 开始|起|以来|到现在|至今|以后|之后?", spans.since),
    rule("SPAN", "END|EDGE 以来|至今|到现在|起|开始", spans.since),
    rule("SPAN", "从|自? 开始|安装|使用|佩戴 以来|到现在|至今|起", spans.all_of_it),
    rule("SPAN", "从头到尾", spans.all_of_it),
    rule("SPAN", f"在? END|EDGE {_BEFORE}", spans.before),
    rule("SPAN", "直|直到|到 END|EDGE 为止|止?", spans.until),
    rule("SPAN", f"在? END|EDGE {_AFTER}", spans.after),
    rule("SPAN", f"在? PARTN {_BEFORE}", spans.before_part),
    rule("SPAN", f"DAY PARTN {_BEFORE}", spans.day_before_part),
    rule("SPAN", f"在? PARTN {_AFTER}", spans.after_part),
    rule("SPAN", f"DAY PARTN {_AFTER}", spans.day_after_part),
    rule("SPAN", "END|EDGE 前|之前|以前 ALENGTH", spans.length_before),
    rule("SPAN", "END|EDGE 后|之后|以后 ALENGTH", spans.length_after),
    rule("SPAN", "现在|目前|当前|此刻|刚才|刚刚|眼下", blocks.now),
    rule("SPAN", "一直|总共|所有|全部|一共|有史以来|至今|到目前为止|所有时间|总体", blocks.everything),
    rule("SPAN", "整个|全部|所有 记录|录音|数据|时间|期间|过程", blocks.everything),
    rule("SPAN", "DAY|BLOCK 到目前为止|至今|到现在", spans.as_range),
    rule("SPAN", "明天|后天|大后天|明日|明早|明晚|将来|未来|以后", spans.future),
    rule("SPAN", "明天|后天|明日 PARTN|的?", spans.future),
    rule("SPAN", "下周|下个星期|下星期|下个月|下月|明年|下周末 WEEKDAY?", spans.future),
    rule("SPAN", "未来|接下来 的? LENGTH", spans.future),
    rule("SPAN", "ALENGTH 后|以后|之后", spans.future),
    rule("SPAN", "前些天|有一天|前阵子|以前|不久前|很久以前|从前|当时|那时", spans.vague),
    rule("FEAST", "春节|圣诞节|圣诞|生日|国庆|中秋|过年|夏天|冬天|春天|秋天|日出|日落", spans.unknown),
    rule("SPAN", "在|我的? FEAST 时|期间|那天?", spans.unknown),
)

RULES: Final[tuple[Rule, ...]] = (*_BLOCKS, *_SPANS)
