"""Chinese sentences of reasons: what a finding rests on, why an alert was raised, what is to be written."""

# ruff: noqa: RUF001 - Chinese punctuation is meant

from typing import Final

_FINDING: Final[dict[str, str]] = {
    "explain_af": "{when}，{windows}中共{time}被标为房颤。依据如下：",
    "explain_af_rr": "{when}，{windows}中共{time}被标为房颤，依据只有心搏间期。",
    "explain_irregular": "- 心搏的不规则程度：{value}（0到1，从0.5起算作不规则）。",
    "explain_irregular_elsewhere": (
        "- 心搏的不规则程度：{value}（0到1，从0.5起算作不规则）；同一时间的窦性心律中为{elsewhere}。"
    ),
    "explain_p": "- P波（房颤时没有）：其{pct}的心搏前可见。",
    "explain_p_elsewhere": "- P波（房颤时没有）：其{pct}的心搏前可见，同一时间的窦性心律中为{elsewhere}。",
    "explain_no_beats": "- 这段时间没有保存逐个心搏，所以我无法列出间期和P波。",
    "explain_probability": "- 分类器给出的概率：{value}（中位数）。",
    "explain_rules": "- 这是按固定规则判定的，规则不给出概率。",
    "explain_quality": "- 那里的信号质量：{value}（0到1）。",
    "explain_episodes": "- 长度：{count}，每次至少{threshold}（限值版本{version}）。",
    "explain_short": "- 长度：没有一段达到{threshold}，所以都不算一次发作。",
    "explain_unconfirmed": "另有{time}看起来相似，但不够不规则，或者有P波；这些不计入。",
    "explain_certain_high": "这已是本记录仪所能达到的把握；但它仍是由程序读取的单个导联。",
    "explain_certain_fair": "这有相当的把握，但也仅此而已；请让医生看一看心电图片段。",
    "explain_certain_low": "这并不确定：请把它当作需要查看的理由，而不是结论。",
    "explain_certain_rule": "这有多大把握从未用数字衡量过；请让医生看一看心电图片段。",
    "explain_none": "{when}没有发现{kind}，所以没有可解释的。这段时间我分析了{pct}。",
    "explain_none_part": "{when}，在我能分析的{pct}的时间里没有发现{kind}，所以没有可解释的。",
    "explain_event": "{when}，我发现了{count}。",
    "explain_event_value": "{when}，我发现了{count}；最明显的为{value}。",
    "explain_event_limit": "- 怎样才算：限值是{threshold}（版本{version}）。",
    "explain_event_pattern": "- 怎样才算：每隔一次心搏就有一次提前，连续多次。",
    "explain_event_third": "- 怎样才算：每三次心搏就有一次提前，连续多次。",
    "explain_clear": "- 前后的信号都清晰可读。",
    "explain_unclear": "- 前面或后面的信号有一部分无法读取，因此把握较小。",
    "explain_shape": (
        "它们的形状：QRS波群{width}，平常的为{usual}；与平常形状的相似程度{similarity}，完全相同为一。"
    ),
    "explain_decisive": "起决定作用的心搏和间期：",
    "explain_parts": (
        "从{start}至{end}支撑分类器判断的部分：它给这一段的概率是{probability}；遮住这些部分后为{masked}，"
        "随机遮住同样多的部分后为{chance}。"
    ),
    "explain_no_parts": "这不是由分类器判断的，因此无法指出起决定作用的部分。",
    "explain_part": "- {at}，{seconds}",
    "explain_part_lost": "- {at}，{seconds}：其中{lost}",
    "ectopics": "{when}有{beats}被归为{kind}。依据如下：",
    "ectopics_early": "- 时间：比通常的间期提前{pct}（重新读取{read}的中位数）。",
    "ectopics_width": "- 形态：QRS波宽{width}，通常为{usual}。",
    "ectopics_p": "- P波：其中{pct}之前可见。",
    "ectopics_beat": "- {at}：距前一次心搏{before}，通常为{usual}（提前{pct}）",
    "ectopics_beat_width": "- 其QRS波：{width}，其他为{usual_width}",
    "ectopics_decided": "每次心搏的类别由网络按时间和形态判定；它不保存概率。",
    "explain_strips": "表现最明显的部分：",
    "explain_strip": "- {start}至{end}",
    "explain_strip_beats": "- {start}至{end}：不规则程度{irregular}，{pct}的心搏前有P波",
    "explain_strip_irregular": "- {start}至{end}：不规则程度{irregular}",
    "explain_strip_value": "- {start}至{end}：{value}",
    "source_explained": "起决定作用的部分由{method}得出。",
    "source_explained_model": "起决定作用的部分由{method}得出：对{model}遮住它们，文件的sha256为{sha256}。",
    "source_replaced": "那段时间后来又由{newer}重新分析；我回答所依据的数据行与新的一起保留。",
    "about_explain": "这些是那段时间保存的片段和心搏，重新读取得来。",
    "about_explain_alert": "这是保存的警报，连同它的变化、限值和发作。",
}

_ALERT: Final[dict[str, str]] = {
    "alert_why": "警报\u201c{text}\u201d出现于{since}。",
    "alert_why_open": "警报\u201c{text}\u201d出现于{since}，目前仍未结束。",
    "alert_over": "它在{until}结束，持续{long}。",
    "alert_limit": "- 当时登记的限值：{name}{value}（版本{version}；{source}）",
    "alert_limit_note": "配置里设定的限值可能与登记的不同。",
    "alert_technical": "它关于设备，不关于心脏。",
    "alert_episode": "- 背后的事件：{kind}，始于{start}，持续{long}",
    "alert_quality": "- 那段时间的信号质量：{value}（0到1）",
    "alert_seen": "- 标为已看：{at}",
    "alert_seen_by": "- {who}标为已看：{at}",
    "alert_repeated": "- 再次提醒：{count}",
    "alert_more": "那段时间还有{count}条。",
    "no_such_alert": "{when}没有这样的警报。",
}

_WISHES: Final[dict[str, str]] = {
    "note_confirm": (
        "要把这条作为{kind}笔记记在{at}吗：{text}？说\u201c是\u201d就保存，说\u201c不\u201d就放弃。"
    ),
    "note_confirm_private": (
        "要把这条作为只有佩戴者能看的{kind}笔记记在{at}吗：{text}？说\u201c是\u201d就保存，说\u201c不"
        "\u201d就放弃。"
    ),
    "change_confirm": (
        "要把{setting}从{before}改为{value}吗？说\u201c是\u201d就修改，说\u201c不\u201d就保持原样。"
    ),
    "change_confirm_new": (
        "要把{setting}设为{value}吗？说\u201c是\u201d就修改，说\u201c不\u201d就保持原样。"
    ),
    "change_critical": (
        "那个警报是为了您的安全，不能一问就关闭。如果它总是无故出现，请让照看这台记录仪的人检查电"
        "极和限值，并告诉您的医生。"
    ),
    "change_configuration": (
        "警报和限值在配置文件里设定，不靠提问修改，以免有人误改。\u201chearth alarms\u201d可以列出并确认"
        "它们。"
    ),
    "change_unknown": (
        "我不知道名为\u201c{setting}\u201d的设置。通过提问可以修改回答的语言、性别和出生年份；其余都在配"
        "置文件里。"
    ),
    "change_value": "{setting}不能设为\u201c{value}\u201d。",
    "change_same": "{setting}已经是{value}。",
    "change_permission": "只有佩戴者或临床人员可以修改设置。",
    "note_what": "要记什么？请用一句话说：\u201c记一下：……\u201d。",
    "done_note": "已经记下。",
    "done_change": "已经修改。",
    "dropped": "好的，没有记录，也没有修改。",
    "nothing_pending": "现在没有等待您说是或不的事情。",
    "export_wanted": "正在生成{when}的{what}（{format}文件）。",
    "export_event": "正在生成{at}前后{event}的{what}（{format}文件）。",
    "export_format": "{what}不能存为{format}。",
    "export_no_event": "{when}没有可以生成文件的{event}。",
    "export_permission": "只有佩戴者或临床人员可以取走记录文件。",
}

REASONS: Final[dict[str, str]] = {**_FINDING, **_ALERT, **_WISHES}
