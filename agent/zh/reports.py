"""Chinese sentences of trends, comparisons, the recording itself, summaries and sources."""

# ruff: noqa: RUF001 - Chinese punctuation is meant

from typing import Final

_COURSE: Final[dict[str, str]] = {
    "trend_first": "{when}，{your}{metric}，{bucket}：",
    "trend_coarser": "（间隔比您要的更长，以便阅读。）",
    "point": "- {at}：{value}",
    "point_part": "- {at}（部分时间）：{value}",
    "point_missing": "- {at}：信号太少",
    "point_night": "- 到{at}早上的夜间：{value}",
    "point_night_part": "- 到{at}早上的夜间（部分时间）：{value}",
    "point_night_missing": "- 到{at}早上的夜间：信号太少",
    "point_week": "- {at}起的一周：{value}",
    "point_week_part": "- {at}起的一周（部分时间）：{value}",
    "point_week_missing": "- {at}起的一周：信号太少",
    "point_without": "- {at}：没有可供判断的波形",
    "point_night_without": "- 到{at}早上的夜间：没有可供判断的波形",
    "point_week_without": "- {at}起的一周：没有可供判断的波形",
    "trend_flat": "从头到尾大致不变（小于{smallest}的变化不算变化）。",
    "trend_up": "结束时比开始时高{change}。",
    "trend_down": "结束时比开始时低{change}。",
    "trend_too_few": "这太少，看不出方向。",
    "difference_same": (
        "{your}{metric}大致相同：{when}为{a}，{other}为{b}（小于{smallest}的差别不算差别）。"
    ),
    "difference_higher": "{your}{metric}高{change}：{when}为{a}，{other}为{b}。",
    "difference_lower": "{your}{metric}低{change}：{when}为{a}，{other}为{b}。",
    "difference_same_more": "{metric}大致相同：{a}和{b}。",
    "difference_higher_more": "{metric}高{change}：{a}对{b}。",
    "difference_lower_more": "{metric}低{change}：{a}对{b}。",
    "difference_missing": "我无法比较{metric}：有一边缺失。",
    "presence_new": "新出现：{a}。",
    "presence_first": "发现了：{a}。此前没有可以看出它们的波形。",
    "presence_still": "两次都发现了：{a}，另一次{b}。",
    "presence_gone": "不再发现：{kind}（此前{b}）。",
    "presence_unknown": (
        "在较近的时间里我能分析的部分中没有发现{kind}（此前{b}），但这太少，不足以说它们已经消失。"
    ),
    "compare_without": "间期无法比较：两段时间中有一段没有波形。",
    "compare_rr": "{when}有{rr}是没有波形的心搏间期，只能按规则程度判断。",
    "compare_basis": "其中一段我分析了{a}，另一段{b}。",
    "compare_unfair": "其中一段我只能分析{a}，另一段{b}，太少，不能依靠这个比较。",
}

_STATUS: Final[dict[str, str]] = {
    "recorded": "{when}，{length}中记录了{recorded}，其中可分析的有{analysable}（{pct}）。",
    "nothing_recorded": "{when}没有任何记录。",
    "gap_line": "- 从{start}起缺失{long}：{why}",
    "too_little": "这太少，不足以说某事没有发生。",
    "device_sending": "{name}正在发送：最新的信号是{age}前的。",
    "device_silent": "{name}没有在发送。它最新的信号到{newest}为止，距今{age}。",
    "device_never": "{name}还没有发送过信号。",
    "device_lead_off": "它最近一次报告说有电极脱落。",
    "device_rr": "它发送心搏间期，不发送波形。",
    "device_lead_off_rr": "它最近一次报告说没有接触皮肤。",
    "device_disconnected": "它最近一次报告说已断开连接。",
    "battery": "它的电量为{pct}（{at}）。",
    "battery_low": "它的电量低，为{pct}（{at}）：请尽快充电。",
    "battery_unknown": "它没有报告电量。",
    "alerts": "{when}有{count}：",
    "alerts_open": "未结束的有{count}：",
    "alert_line": "- {since}：{text}（{until}结束）",
    "alert_line_open": "- {since}：{text}（仍未结束）",
    "alerts_open_now": "现在未结束：{count}。",
    "alerts_none_open": "现在都已结束。",
    "no_alerts": "{when}没有警报。",
    "no_alerts_open": "没有未结束的警报。",
    "only_newest": "（只显示最近的{shown}条。）",
    "notes": "{when}有{count}：",
    "no_notes": "{when}没有{kind}。",
    "note_line": "- {at}，{kind}：{text}",
    "shared_only": "我只能显示共享的笔记。",
}

_SUMMARY: Final[dict[str, str]] = {
    "summary_basis": "{when}，可分析的有{analysable}（{pct}）。",
    "summary_rate": "心率为{value}（中位数）。",
    "summary_rest": "零点到06:00的静息心率为{value}。",
    "summary_af": "房颤共{time}，占其中的{pct}。",
    "summary_event": "- {count}",
    "summary_event_long": "- {count}，共{total}",
    "summary_no_events": "没有发现心跳停顿、心跳过慢或过快、宽大心搏连发和二联律。",
    "summary_no_other": "我所查找的其他情况都没有发现。",
    "summary_alerts": "有{count}：",
    "summary_notes": "还有{count}：",
    "source_windows": (
        "那个回答查看了{when}{device}（{lead}导联）的{windows}，其中{analysable}个清晰到可以分析。"
    ),
    "source_all_windows": "那个回答查看了{when}{device}（{lead}导联）的{windows}，全部清晰到可以分析。",
    "source_hours": "那个回答查看了{when}{device}（{lead}导联）{hours}的汇总。",
    "source_listed": "那个回答是{when}保存的列表。",
    "source_pct": "它们覆盖了那段时间的{pct}。",
    "source_chain": "心搏和波形由{chain}找出，心律由{model}命名。",
    "source_rule": "- {name}：{value}（版本{version}，{date}；{source}）",
    "source_limits": "这是由程序读取的单个导联；Hearth不是医疗器械。",
    "about_measure": "中位数是所有片段数值的中间值；最低和最高是十秒平均值。",
    "about_burden": "房颤负荷是标为房颤的时间与可分析时间之比。",
    "about_classify": "占比是带有该标签的片段时间与可分析时间之比。",
    "about_find_events": "这些事件是保存下来的：发现相同的片段和心搏连在一起。",
    "about_trend": "每一格由它自己的片段或小时算出；信号不足十分钟的格子留空。",
    "about_compare": "两段时间用同样的方法测量；小于日常变化的差别不算差别。",
    "about_device_status": "这是设备最近一次关于自身的报告，以及它最新的信号何时保存。",
    "about_store": "这来自保存的设备资料，不是测量结果。",
    "about_glossary": "这是对一个词的解释，不是测量结果。",
    "meaning": "{meaning}",
}

REPORTS: Final[dict[str, str]] = {**_COURSE, **_STATUS, **_SUMMARY}
