"""Chinese sentences of findings. ``{your}`` is "您的" or "佩戴者的"; other braces are slots."""

# ruff: noqa: RUF001 - Chinese punctuation is meant

from typing import Final

from agent.zh.clinical import CLINICAL
from agent.zh.reasons import REASONS
from agent.zh.reports import REPORTS
from agent.zh.talk import TALK
from agent.zh.without_waveform import WITHOUT_WAVEFORM

_BASIS: Final[dict[str, str]] = {
    "basis": "其中可分析的有{analysable}（{pct}）。",
    "basis_partial": "其中可分析的只有{analysable}（{pct}）；其余时间的情况我无法判断。",
    "basis_short": "这段时间我分析了{pct}。",
    "rest_unknown": "这段时间我只能分析{pct}；其余时间我无法判断。",
    "other_device": "这些来自{device}。当时另一个设备也在记录；想了解它，请说出它的名称。",
    "clock_skipped": "当时时钟拨快了，那个钟点并不存在；我取了它本应对应的时间。",
    "no_data": "{when}没有任何记录，所以我无法判断。",
    "no_data_now": "最近5分钟没有信号，所以我无法判断现在的情况。",
    "low_quality": "{when}有记录，但都不够清晰，无法分析，所以我无法判断。",
    "low_quality_now": "最近5分钟的信号不够清晰，无法分析，所以我无法判断现在的情况。",
    "low_quality_why": "最常见的原因是{why}。",
    "newest": "我手上最新的信号到{newest}为止。",
    "never_any": "目前还没有任何分析过的记录。",
    "no_device": "这里还没有已知的佩戴设备，所以没有可查看的内容。",
    "no_evidence": "这次对话里没有可供我解释的前一个回答。",
    "term_unknown": "我没有\u201c{term}\u201d的解释。",
}

_RATES: Final[dict[str, str]] = {
    "rate_now": "{your}心率是{rate}{rhythm}，测于{age}前。",
    "rate_before": "{at}（{age}前）{your}心率是{rate}{rhythm}；此后没有更清晰的信号。",
    "hr_first": "{when}，{your}心率为{value}（中位数）。",
    "metric_first": "{when}，{your}{metric}为{value}（中位数）。",
    "metric_more": "{metric}为{value}（中位数）。",
    "spread": "一半的时间在{q1}到{q3}之间。",
    "spread_hours": "各个小时大多在{q1}到{q3}之间。",
    "spread_sample": "在这段时间里均匀抽取的若干小时中，大多在{q1}到{q3}之间。",
    "counted": "依据是{counted}。",
    "versions": "由{versions}分析。",
    "extremes": "十秒平均值最低为{low}（{low_at}），最高为{high}（{high_at}）。",
    "hr_min_first": "{when}，{your}心率最低为{value}，按十秒平均（{at}）。",
    "hr_max_first": "{when}，{your}心率最高为{value}，按十秒平均（{at}）。",
    "hr_min_more": "最低为{value}（{at}）。",
    "hr_max_more": "最高为{value}（{at}）。",
    "rest_first": "{when}，{your}静息心率为{value}：取零点到06:00之间窦性心律时的中位数。",
    "rest_more": "静息心率为{value}，即零点到06:00之间窦性心律时的中位数。",
    "rest_elsewhere": (
        "{your}静息心率为{value}。静息心率按零点到06:00计算，所以这里取的是最近的这样一段：{start}至{end}。"
    ),
    "metric_missing": "那段时间没有{metric}：{reason}。",
    "limits_inside": "这里为{metric}设定的范围是{low}到{high}（版本{version}）；{value}在范围之内。",
    "limits_below": "这里为{metric}设定的范围是{low}到{high}（版本{version}）；{value}低于下限。",
    "limits_above": "这里为{metric}设定的范围是{low}到{high}（版本{version}）；{value}高于上限。",
    "limit_inside": "这里为{metric}设定的上限是{high}（版本{version}）；{value}没有超过。",
    "limit_above": "这里为{metric}设定的上限是{high}（版本{version}）；{value}超过了它。",
}

_RHYTHM: Final[dict[str, str]] = {
    "rhythm_now": "最新的信号（{age}前）显示：{rhythm}。",
    "rhythm_now_rate": "最新的信号（{age}前）显示：{rhythm}，心率{rate}。",
    "rhythm_first": "{when}，在可分析的时间里，{pct}的时间{your}心律是{rhythm}。",
    "rhythm_more": "有{pct}的时间（共{time}）是{rhythm}。",
    "no_af_here": "其中没有发现房颤。",
    "no_af_in_part": "在这段时间里我能分析的{pct}中没有发现房颤。",
    "beats_first": "{when}，我数到{beats}。",
    "beats_early": "其中{v}是提前出现的室性心搏（{v_pct}），{s}是提前出现的室上性心搏（{s_pct}）。",
    "beats_early_v": "其中{v}是提前出现的室性心搏（{v_pct}）。",
    "beats_early_s": "其中{s}是提前出现的室上性心搏（{s_pct}）。",
    "beats_none_early": "其中没有提前出现的心搏。",
    "burden": "{when}，房颤占可分析时间的{share}：{analysable}中的{time}。",
    "burden_none": "{when}没有发现房颤。这段时间我分析了{pct}。",
    "burden_none_part": "{when}，在我能分析的{pct}的时间里没有发现房颤；其余时间我无法判断。",
    "burden_one": "共一次发作，持续{longest}，始于{start}。",
    "burden_episodes": "共{count}；最长的一次持续{longest}，始于{start}。",
    "burden_no_episode": "没有一段达到算作一次发作所需的{least}秒。",
    "going_on": "到最新的信号时仍在持续。",
}

_EVENTS: Final[dict[str, str]] = {
    "none_kind": "{when}没有发现{kind}。这段时间我分析了{pct}。",
    "none_kind_part": "{when}，在我能分析的{pct}的时间里没有发现{kind}；其余时间我无法判断。",
    "none_other": "我所查找的其他情况都没有发现。这段时间我分析了{pct}。",
    "none_other_part": "在我能分析的{pct}的时间里没有发现其他情况。",
    "none_any": (
        "{when}，我所查找的情况都没有发现：房颤、心跳停顿、心跳过慢或过快、宽大心搏连发、二联律、三联律。这段时间"
        "我分析了{pct}。"
    ),
    "none_any_part": "{when}，在我能分析的{pct}的时间里，我所查找的情况都没有发现；其余时间我无法判断。",
    "none_hr_above": "{when}，{your}心率没有超过{limit}。这段时间我分析了{pct}。",
    "none_hr_above_part": (
        "{when}，在我能分析的{pct}的时间里，{your}心率没有超过{limit}；其余时间我无法判断。"
    ),
    "none_hr_below": "{when}，{your}心率没有低于{limit}。这段时间我分析了{pct}。",
    "none_hr_below_part": (
        "{when}，在我能分析的{pct}的时间里，{your}心率没有低于{limit}；其余时间我无法判断。"
    ),
    "loose_af": "{when}，有{time}看起来像房颤，但每段都太短，不算一次发作。",
    "found_kind": "{when}，我发现了{count}，共{total}。",
    "found_pauses": "{when}，我发现了{count}。",
    "found_hr_above": "{when}，{your}心率有{count}高于{limit}，共{total}。",
    "found_hr_below": "{when}，{your}心率有{count}低于{limit}，共{total}。",
    "found_any": "{when}，我发现了：",
    "found_line": "- {count}，共{total}",
    "shown_first": "最早的{shown}次：",
    "shown_newest": "最近的{shown}次：",
    "shown_longest": "最长的{shown}次：",
    "shown_shortest": "最短的{shown}次：",
    "event_line": "- {start}，持续{long}",
    "event_line_open": "- {start}，持续{long}，仍在继续",
    "event_line_value": "- {start}，持续{long}，{value}",
    "event_only": "{when}有一次{kind}：始于{start}，持续{long}。",
    "event_newest": "{when}最近的一次{kind}始于{start}，持续{long}。",
    "event_longest": "{when}最长的一次{kind}持续{long}，始于{start}。",
    "event_shortest": "{when}最短的一次{kind}持续{long}，始于{start}。",
    "event_oldest": "{when}最早的一次{kind}始于{start}，持续{long}。",
    "event_of": "总共有{count}。",
    "value_brady": "当时心率为{value}。",
    "value_tachy": "当时心率为{value}。",
    "value_wide_run": "其中有{value}。",
    "hr_max_when": "{when}，{your}心率在{at}最高：{value}，按十秒平均。",
    "hr_min_when": "{when}，{your}心率在{at}最低：{value}，按十秒平均。",
    "counted_af": "计入的是至少{threshold}的发作（限值版本{version}）。",
    "counted_pause": "计入的是至少{threshold}的停顿（限值版本{version}）。",
    "counted_brady": "计入的是低于{threshold}的时段（限值版本{version}）。",
    "counted_tachy": "计入的是高于{threshold}的时段（限值版本{version}）。",
    "counted_wide_run": "计入的是至少{threshold}的连发（限值版本{version}）。",
    "counted_hr_above": "用的是这里设定的限值（版本{version}）。",
    "counted_hr_below": "用的是这里设定的限值（版本{version}）。",
    "cut_short": "这段时间里这样的小时太多，无法一一列出；我只查看了最近的部分。",
}

_DETAIL: Final[dict[str, str]] = {
    "detail_longest": "最长的一次持续{long}，始于{start}。",
    "detail_when": "始于{start}，持续{long}。",
    "detail_at": "在{at}。",
    "detail_count": "共有{count}次。",
    "detail_one": "有一次。",
    "detail_last": "最后一次始于{start}，持续{long}。",
    "detail_first": "第一次始于{start}，持续{long}。",
}

SENTENCES: Final[dict[str, str]] = {
    **TALK,
    **_BASIS,
    **WITHOUT_WAVEFORM,
    **_RATES,
    **_RHYTHM,
    **_EVENTS,
    **REPORTS,
    **REASONS,
    **_DETAIL,
    **CLINICAL,
}
