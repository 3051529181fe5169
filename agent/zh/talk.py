"""Chinese sentences of conversation: danger, refusals, greetings, times that were not understood."""

# ruff: noqa: RUF001 - Chinese punctuation is meant

from typing import Final

from agent.zh.safety import TEXTS

SAFETY: Final = {key: text for key, text in TEXTS.items() if key != "medication"}

_REFUSALS: Final[dict[str, str]] = {
    "refuse_medication": (
        "关于用药我不提建议：不说该吃什么、吃多少，也不说要不要停。请询问开药的医生或药师；漏服或多服时，"
        "药师可以马上告诉您怎么做。我可以给您看记录到的内容，例如从某一天以来的心率。"
    ),
    "refuse_lead": (
        "{what}无法凭单个导联判断，所以我不猜测。那需要十二导联心电图，并由受过训练的人来读。我能说的是："
        "心率、心律、停顿、提前的心搏，以及PR、QRS和QT间期。"
    ),
    "refuse_infarction": (
        "心肌梗死或心脏供血不足，单个导联既看不出，也不能排除，所以我不猜测。如果您胸痛、呼吸困难或感觉非"
        "常不适，请拨打{number}。"
    ),
    "refuse_unmeasured": (
        "{what}不是这个记录仪测量的内容；它记录单导联心电图。我可以告诉您心率、心律、停顿、提前的心搏、各"
        "个间期、警报和笔记。"
    ),
    "refuse_advice": (
        "这个问题请问您的医生：我只记录和描述，不作诊断，Hearth也不是医疗器械。我可以给您记录到的内容，例"
        "如带去就诊的最近一周小结。如果您现在感觉不适，请拨打{number}。"
    ),
    "refuse_change": (
        "我只读取记录，不能凭一个提问就这样做。警报用\u201chearth alarms\u201d查看和确认，设置在配置文件里。"
    ),
    "refuse_scope": (
        "我没有从中看出关于记录的问题。您可以这样问：\u201c昨晚我的心率是多少？\u201d\u201c这周有房颤吗？"
        "\u201d\u201c昨天记录了多长时间？\u201d或\u201c有警报吗？\u201d"
    ),
    "refuse_future": "\u201c{phrase}\u201d还没有发生，我无法预知；我只能说记录到的内容。",
    "not_allowed": "您不能查看这项内容。",
    "which_device": "这里佩戴设备的不止一人。您问的是谁？请说出设备名称：{devices}。",
}

_TALK: Final[dict[str, str]] = {
    "hello": "您好。关于这些记录，您想了解什么？",
    "thanks": "不客气。",
    "bye": "再见。",
    "help": (
        "您可以问心率（现在、最低、最高、静息）、心律和房颤、停顿、心跳过慢或过快、提前的心搏、PR、QRS和Q"
        "T间期、趋势、比较、警报、笔记、记录了多少，以及设备本身。时间请用您自己的话说：\u201c昨晚\u201d"
        "\u201c周二下午6点\u201d\u201c最近一周\u201d。问\u201c你怎么知道的？\u201d，我会说明数字的来源。H"
        "earth不是医疗器械。"
    ),
    "ask_doctor": "这是否合适要由医生判断；Hearth不是医疗器械。",
    "show_doctor": "Hearth不是医疗器械：据此下任何结论之前，请让医生看一看心电图片段。",
    "not_medical": "这是描述，不是诊断；Hearth不是医疗器械。",
    "nothing_certain": "我发现的数字没能全部核实，所以我宁可不说。",
    "nothing_before": "这次对话里没有我可以引用的前一个回答。您想了解什么？",
    "no_such_detail": "我上一个回答里没有这项内容。请带上时间再问，例如\u201c昨晚\u201d。",
}

_TIME: Final[dict[str, str]] = {
    "time_not_understood": (
        "我没明白\u201c{phrase}\u201d指的是什么时间。请说日期、钟点或时长：\u201c昨晚\u201d\u201c周一18:0"
        "0\u201d\u201c最近3天\u201d。"
    ),
    "time_not_known": "我不知道\u201c{phrase}\u201d是什么时候。请告诉我日期。",
    "time_no_such_date": "没有\u201c{phrase}\u201d这个日期。您指的是哪一天？",
    "time_needs_context": "和什么时间比较？请说明\u201c{phrase}\u201d指哪一天或哪一夜。",
    "time_vague": "\u201c{phrase}\u201d指的是哪一天？",
    "time_several": "\u201c{phrase}\u201d里我读出了不止一个时间。您指的是哪一个？",
    "time_several_options": "我从中读出了不止一个时间。您指的是{options}？",
    "time_which_half": "\u201c{phrase}\u201d指的是上午还是晚上？",
    "time_which_half_options": "您指的是{options}？",
    "time_day_or_month": "先写的是日还是月？",
    "time_day_or_month_options": "您指的是{options}？",
    "time_weekday_mismatch": "\u201c{phrase}\u201d里的星期和日期不一致。",
    "time_weekday_mismatch_options": "星期和日期不一致。您指的是{options}？",
    "time_no_event": (
        "我的记录里没有\u201c{phrase}\u201d可以指的内容：没有发现这样的发作。请告诉我日期或钟点。"
    ),
    "time_no_alert": "我没有\u201c{phrase}\u201d可以指的警报。请告诉我时间。",
    "time_no_gap": "记录里没有\u201c{phrase}\u201d可以指的中断。请告诉我时间。",
    "time_no_note": "我没有找到\u201c{phrase}\u201d可以指的笔记。请告诉我日期或时间。",
    "time_no_clock_change": "您所在的地方不调整时钟。您指的是哪一夜？",
    "time_which_event": "符合\u201c{phrase}\u201d的不止一个。您指的是哪一个？",
    "time_which_event_options": "符合\u201c{phrase}\u201d的不止一个。您指的是{options}？",
    "time_clock_twice": "那天夜里时钟拨慢了，这个时间出现了两次。是第一次还是第二次？",
    "time_clock_twice_options": "那天夜里时钟拨慢了，这个时间出现了两次。是第一次还是第二次？",
}

TALK: Final[dict[str, str]] = {**SAFETY, **_REFUSALS, **_TALK, **_TIME}
