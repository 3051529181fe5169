"""Chinese rules for lengths, clock times, days, nights and parts of a day, smallest first."""

from typing import Final

from agent.when import blocks, clocks, dates, edges, hours, parts, relative, shared
from agent.when.grammar import Rule, rule

_FEW: Final = 3  # "几天" without a number; the answer says which range was used
_AGO: Final = "前|以前|之前"

_LENGTHS: Final = (
    rule("COUNT", "NUM|DECIMAL 个?", dates.number),
    rule("COUNT", "几|好几 个?", dates.number, _FEW),
    rule("COUNT", "半 个?", dates.number, 0.5),
    rule("COUNT", "NUM 个? 半", dates.number, 1, 0.5),
    rule("LENGTH", "COUNT UNIT", dates.length),
    rule("LENGTH", "COUNT 晚|夜", dates.length_said, "night"),
    rule("LENGTH", "NUM 刻钟", dates.quarters),
    rule("ALENGTH", "LENGTH", dates.same_length),
)
_CLOCKS: Final = (
    rule("HM", "CLK", hours.same_hm),
    rule("HM", "NUM 点|点钟|时", hours.hour),
    rule("HM", "NUM 点|时 NUM 分?", hours.twelve_hour),
    rule("HM", "NUM 点 半", hours.half_past, 30),
    rule("HM", "NUM 点 一刻", hours.half_past, 15),
    rule("HM", "NUM 点 三刻", hours.half_past, 45),
    rule("HM", "零点|午夜|子夜", hours.fixed, 0),
    rule("HM", "正午", hours.fixed, 12),
    rule("HOUR", "HM", hours.same_hm),
    rule("TIME", "在? HM 的? 时候?", clocks.exactly),
    rule("TIME", "在? HM 左右|前后", clocks.around),
    rule("TIME", "大约|大概|约 在? HM 左右?", clocks.around),
    rule("BETWEEN", "从|在? HM 到|至|-|和 HM 之间|间? 的?", clocks.between),
    rule("BETWEEN", "从|在? NUM 到|至|- HM 之间|间? 的?", clocks.between_hours),
    rule("AT", "HOUR", clocks.exactly),
)
_DAYS: Final = (
    rule("MONTHNO", "NUM 月|月份", dates.month),
    rule("YEARNO", "NUM 年", dates.year),
    rule("DATE", "MONTHNO NUM 日|号", dates.month_dated),
    rule("DATE", "YEARNO MONTHNO NUM 日|号", dates.year_month_dated),
    rule("DATE", "今年 MONTHNO NUM 日|号", dates.month_dated),
    rule("DATE", "NUM 号|日", dates.day_of_month),
    rule("DATE", "上个月|上月 NUM 号|日", dates.of_last_month),
    *shared.DATES,
    rule("DATE", "DATE WEEKDAY", dates.dated_weekday),
    rule("DAY", "今天|今日|今儿", dates.offset_day, 0),
    rule("DAY", "昨天|昨日|昨儿", dates.offset_day, -1),
    rule("DAY", "前天", dates.offset_day, -2),
    rule("DAY", "大前天", dates.offset_day, -3),
    rule("DAY", "WEEKDAY", dates.weekday),
    rule("DAY", "上周|上个星期|上星期|上个礼拜|上礼拜 WEEKDAY", dates.weekday_of, -1),
    rule("DAY", "上|上个 WEEKDAY", dates.weekday_of, -1),
    rule("DAY", "上上 周? WEEKDAY", dates.weekday_of, -2),
    rule("DAY", "这|本|这周|本周|这个 WEEKDAY", dates.weekday_of, 0),
    rule("DAY", f"ALENGTH {_AGO} 的? 那天?", dates.day_ago),
    rule("DAY", "前一天|前一日|头一天", relative.the_day, -1),
    rule("DAY", "第二天|后一天|次日|翌日", relative.the_day, 1),
    rule("DAY", "那天|那一天|当天", relative.the_day, 0),
    rule("DAY", "DAY 的? 前一天", dates.shifted_day, -1),
    rule("DAY", "DAY 的? 第二天|后一天", dates.shifted_day, 1),
    rule("DAY", "DAY 全天|整天|一天|一整天", dates.same_day),
)
_NIGHTS: Final = (
    rule("NIGHT_OF", "昨晚|昨夜|昨天晚上|昨日晚上", parts.last_night),
    rule("NIGHT_OF", "昨天|昨日|昨儿|昨儿个|昨个 的? 晚上|夜里|夜间|半夜|晚间|夜晚|晚|夜", parts.last_night),
    rule("NIGHT_OF", "昨夜里|昨晚上|夜来|一宿|一整宿|整宿|昨宿", parts.last_night),
    rule("NIGHT_OF", "夜里|夜间|半夜|整晚|一整夜|整夜|一晚上|一夜", parts.last_night),
    rule("NIGHT_OF", "睡觉|睡着|睡眠 时|期间|的时候|时候|中?", parts.last_night),
    rule("NIGHT_OF", "前晚|前夜|前天晚上", parts.night_before_last),
    rule("NIGHT_OF", "前天|前日|前儿 的? 晚上|夜里|夜间|半夜|夜晚|晚", parts.night_before_last),
    rule("NIGHT_OF", "今晚|今夜", parts.tonight),
    rule("NIGHT_OF", f"ALENGTH {_AGO}", parts.nights_ago),
    rule("NIGHT_OF", "前一晚|前一夜|前一天晚上|头一晚", relative.the_night, "", -1),
    rule("NIGHT_OF", "后一晚|第二晚|第二天晚上", relative.the_night, "", 1),
    rule("NIGHT_OF", "那晚|那天晚上|那一夜|当晚", relative.the_night, "", 0),
    rule("NIGHT_OF", "DAY 夜里|夜间|半夜|夜晚", parts.night_of_named_day),
    rule("NIGHT_OF", "时钟 回拨|调慢 的? 那晚|那天晚上|晚上", edges.changed_night, -1),
    rule("NIGHT_OF", "时钟 调快|拨快 的? 那晚|那天晚上|晚上", edges.changed_night, 1),
    rule("NIGHT_OF", "时钟 调整|改变 的? 那晚|那天晚上|晚上", edges.changed_night, 0),
    rule("NIGHT_OF", "换? 夏令时 开始|切换? 的? 那晚|那天晚上|晚上", edges.changed_night, 1),
    rule("NIGHT_OF", "换? 冬令时 开始|切换? 的? 那晚|那天晚上|晚上", edges.changed_night, -1),
    rule("NIGHT_OF", "夏令时 结束 的? 那晚|那天晚上|晚上", edges.changed_night, -1),
)
_PARTS: Final = (
    rule("PARTN", "PART", dates.same_name),
    rule("PARTDAY", "今早|今晨", parts.today_named, "morning"),
    rule("PARTDAY", "今天? PARTN", parts.today_part),
    rule("PARTDAY", "DAY 的? PARTN", parts.day_part),
    rule("PARTDAY", "PARTN", parts.recent_part),
    rule("PARTDAY", "这|这个 PARTN", parts.today_part),
    rule("PARTDAY", "那天 PARTN", relative.the_part),
    rule("PARTDAY", "第二天|次日 PARTN", relative.the_part, 1),
    rule("PARTDAY", "OPEN PARTN", relative.and_part),
    rule("PARTDAY", "OPEN 在 PARTN", relative.and_part),
)
_POINTS: Final = (
    rule("POINT", "PARTN TIME|BETWEEN", clocks.part_at),
    rule("POINT", "DAY 的? PARTN TIME|BETWEEN", clocks.day_part_at),
    *shared.POINTS,
    rule("POINT", "DAY 的 TIME|BETWEEN", clocks.day_at),
    rule("POINT", "PARTDAY|NIGHT_OF 的? TIME|BETWEEN", clocks.range_at),
    rule("POINT", "夜里|半夜|夜间 TIME|BETWEEN", clocks.in_part, "night"),
    rule("POINT", f"ALENGTH {_AGO}", blocks.ago),
)

RULES: Final[tuple[Rule, ...]] = (*_LENGTHS, *_CLOCKS, *_DAYS, *_NIGHTS, *_PARTS, *_POINTS)
