"""Chinese sentences for what was told from beat intervals, without a waveform.

A key that ends with the signal (rr, mixed) stands in for the key without it.
"""

# ruff: noqa: RUF001 - Chinese punctuation is meant

from typing import Final

WITHOUT_WAVEFORM: Final[dict[str, str]] = {
    "rr_rate_only": "这来自心搏间期：设备没有发送波形。",
    "rr_rate_part": "其中{rr}只有心搏间期，没有波形。",
    "rr_rhythm_only": "设备发送的是心搏间期，没有波形，所以心律（包括房颤）只能按心搏是否规则来判断。",
    "rr_rhythm_part": "其中{rr}只有心搏间期，没有波形；那里的心律（包括房颤）只能按心搏是否规则来判断。",
    "rr_coverage_only": "全部都是没有波形的心搏间期：足以判断心率和规则程度，别的都不行。",
    "rr_coverage_part": "其中{rr}是没有波形的心搏间期：足以判断心率和规则程度，别的都不行。",
    "rr_cannot": "{when}只有心搏间期，没有波形，所以我无法判断：{what}。",
    "rr_no_pauses": "很长的间期可能是心率带漏掉的一次心搏，所以我不把它当作心跳停顿。",
    "no_strip": "没有可显示的心电图片段：设备发送心搏间期，不发送波形。",
    "no_strip_mixed": "没有波形的那段时间没有可显示的片段。",
    "rest_first_rr": "{when}，{your}静息心率为{value}：取零点到06:00之间规则心搏的中位数。",
    "rest_first_mixed": (
        "{when}，{your}静息心率为{value}：取零点到06:00之间窦性心律时的中位数，没有波形处取规则心搏。"
    ),
    "rest_more_rr": "静息心率为{value}，即零点到06:00之间规则心搏的中位数。",
    "rest_more_mixed": "静息心率为{value}，即零点到06:00之间窦性心律或规则心搏的中位数。",
    "beats_all_rr": "其中有没有提前的心搏，凭心搏间期无法判断。",
    "beats_some_rr": "其中{beats}只知道间期：是否提前我无法判断。",
    "beats_early_mixed": (
        "其余的当中，{v}是提前出现的室性心搏（{v_pct}），{s}是提前出现的室上性心搏（{s_pct}）。"
    ),
    "beats_early_v_mixed": "其余的当中，{v}是提前出现的室性心搏（{v_pct}）。",
    "beats_early_s_mixed": "其余的当中，{s}是提前出现的室上性心搏（{s_pct}）。",
    "beats_none_early_mixed": "其余的当中没有提前出现的心搏。",
    "none_any_rr": (
        "{when}，心搏间期能显示的情况都没有发现：房颤、心跳过慢或过快。这段时间我分析了{pct}。停顿以及提"
        "前或宽大的心搏需要波形才能判断。"
    ),
    "none_any_part_rr": (
        "{when}，在我能分析的{pct}的时间里没有发现房颤，也没有发现心跳过慢或过快；其余时间我无法判断，停"
        "顿以及提前或宽大的心搏也无法判断。"
    ),
    "summary_no_events_rr": "没有发现心跳过慢或过快。停顿以及提前或宽大的心搏需要波形才能判断。",
    "summary_no_other_rr": "心搏间期能显示的其他情况都没有发现。",
    "show_doctor_rr": "Hearth不是医疗器械，也没有可供医生查看的片段：据此下任何结论之前，需要做心电图。",
    "source_windows_rr": (
        "那个回答查看了{when}{device}心搏间期的{windows}，其中{analysable}个清晰到可以分析。"
    ),
    "source_all_windows_rr": "那个回答查看了{when}{device}心搏间期的{windows}，全部清晰到可以分析。",
    "source_hours_rr": "那个回答查看了{when}{device}{hours}心搏间期的汇总。",
    "source_chain_rr": "心搏由设备自己找出；心律由{model}命名。",
    "source_limits_rr": "这些是由程序读取的、没有波形的心搏间期；Hearth不是医疗器械。",
    "refuse_lead_rr": (
        "{what}无法凭心搏间期判断，所以我不猜测。那需要十二导联心电图，并由受过训练的人来读。我能说的是："
        "心率和规则程度。"
    ),
    "refuse_infarction_rr": (
        "心肌梗死或心脏供血不足，凭心搏间期既看不出，也不能排除，所以我不猜测。如果您胸痛、呼吸困难或感觉"
        "非常不适，请拨打{number}。"
    ),
    "refuse_unmeasured_rr": (
        "{what}不是这个记录仪测量的内容；它记录心搏间期。我可以告诉您心率、规则程度、警报和笔记。"
    ),
    "refuse_strip": "没有可显示的心电图片段：设备发送心搏间期，不发送波形。",
    "help_rr": (
        "您可以问心率（现在、最低、最高、静息）、规则程度和房颤、心跳过慢或过快、趋势、比较、警报、笔记、"
        "记录了多少，以及设备本身。它发送心搏间期，不发送波形，所以停顿、提前的心搏以及PR、QRS和QT间期无"
        "法判断。时间请用您自己的话说：\u201c昨晚\u201d\u201c周二下午6点\u201d\u201c最近一周\u201d。问"
        "\u201c你怎么知道的？\u201d，我会说明数字的来源。Hearth不是医疗器械。"
    ),
}
