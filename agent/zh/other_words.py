"""Chinese, said otherwise: further wordings of sentences of findings, each with the slots of its sentence."""

# ruff: noqa: RUF001 - Chinese punctuation is meant

from typing import Final

OTHER_WORDS: Final = {
    "hr_first": ("{when}{your}心率的中位数是{value}。", "{when}，心跳的中位数为{value}。"),
    "metric_first": ("{when}测得{your}{metric}的中位数为{value}。",),
    "metric_more": ("{metric}的中位数是{value}。",),
    "spread": ("有一半时间处于{q1}与{q3}之间。",),
    "hr_min_first": ("{when}，十秒平均的最低心率为{value}（{at}）。",),
    "hr_max_first": ("{when}，十秒平均的最高心率为{value}（{at}）。",),
    "rate_now": ("{age}前测得{your}心率为{rate}{rhythm}。",),
    "rhythm_first": ("{when}，可分析的时间中有{pct}是{rhythm}。",),
    "rhythm_more": ("{rhythm}占{pct}，共{time}。",),
    "beats_first": ("{when}共有{beats}。", "{when}一共数到{beats}。"),
    "burden": ("{when}可分析的{analysable}里，房颤有{time}，占{share}。",),
    "burden_one": ("只有一次发作，始于{start}，持续{longest}。",),
    "burden_episodes": ("分为{count}；最长的始于{start}，持续{longest}。",),
    "found_kind": ("{when}有{count}，合计{total}。", "{when}找到{count}，共{total}。"),
    "found_pauses": ("{when}有{count}。", "{when}找到{count}。"),
    "event_of": ("一共有{count}。",),
    "basis": ("可分析的有{analysable}，占{pct}。",),
    "basis_short": ("这段时间中可分析的占{pct}。",),
    "basis_partial": ("只有{analysable}（{pct}）可以分析；其余时间的情况我无法判断。",),
    "summary_basis": ("{when}可分析的有{analysable}，占{pct}。",),
    "summary_rate": ("心率的中位数是{value}。",),
    "summary_af": ("其中房颤共{time}，占{pct}。",),
    "battery": ("电量为{pct}（{at}）。",),
    "detail_longest": ("最长的从{start}开始，持续{long}。",),
    "detail_when": ("从{start}开始，持续{long}。",),
    "detail_at": ("那是在{at}。",),
}
