"""What words mean, in plain Chinese; and the words that name them."""

# ruff: noqa: RUF001 - Chinese punctuation is meant

from typing import Final

from agent.phrases import phrases
from agent.zh.clinical import CLINICAL_GLOSSARY

TERMS: Final[dict[str, tuple[str, ...]]] = {
    "heart rate": phrases("心率, 脉搏, 心跳, bpm"),
    "resting heart rate": phrases("静息心率, 静止心率"),
    "atrial fibrillation": phrases("心房颤动, 房颤, 心房纤颤, 房颤动, af"),
    "AF burden": phrases("房颤负荷, 房颤负担, 负荷"),
    "sinus rhythm": phrases("窦性心律, 窦性"),
    "pause": phrases("停顿, 停搏, 长间歇, 间歇"),
    "bradycardia": phrases("心动过缓, 心跳过慢, 过缓"),
    "tachycardia": phrases("心动过速, 心跳过快, 过速"),
    "ventricular tachycardia": phrases("室性心动过速, 室速, 宽大心搏连发, 宽大心搏, 宽波"),
    "bigeminy": phrases("二联律"),
    "trigeminy": phrases("三联律"),
    "early beat": phrases("早搏, 期前收缩, 异位搏动, 异位心搏, 提前的心搏, 提前心搏"),
    "PVC": phrases("室性早搏, 室早, 室性期前收缩, 室性心搏, pvc"),
    "PAC": phrases("房性早搏, 房早, 室上性早搏, 室上性心搏, pac"),
    "RR interval": phrases("rr, rr间期, rr 间期"),
    "heart rate variability": phrases("心率变异性, 心率变异, 变异性, hrv, rmssd"),
    "PR interval": phrases("pr, pr 间期, pq, pq 间期"),
    "QRS": phrases("qrs, qrs 波群, qrs 波, qrs 时限, qrs 宽度"),
    "QT interval": phrases("qt, qt 间期"),
    "QTc": phrases("qtc, 校正的 qt, 校正 qt, qtcf, fridericia"),
    "P wave": phrases("p 波"),
    "T wave": phrases("t 波"),
    "R peak": phrases("r 峰, r 波峰"),
    "ECG": phrases("心电图, ecg, ekg"),
    "lead": phrases("导联, 单导联, 单个导联"),
    "coverage": phrases("覆盖率, 覆盖"),
    "signal quality": phrases("信号质量"),
    "median": phrases("中位数"),
    "arrhythmia": phrases("心律失常, 心律不齐"),
    "ectopy": phrases("异位, 异位搏动性"),
    "artefact": phrases("伪差, 伪影, 干扰"),
}

GLOSSARY: Final[dict[str, str]] = {
    "heart rate": "心率是心脏每分钟跳动的次数（次/分）。我按十秒的片段来计算。",
    "resting heart rate": "静息心率是身体安静时的心率。我取零点到06:00之间窦性心律时的中位数。",
    "atrial fibrillation": (
        "房颤（心房颤动）时，心脏的上腔颤抖而不是跳动，于是脉搏变得不规则，心电图上也没有P波。它可能来去"
        "而不被察觉。一个人有没有房颤由医生来说；我只报告看起来像房颤的时段。"
    ),
    "AF burden": "房颤负荷是可分析时间里处于房颤的那部分所占的比例。",
    "sinus rhythm": "窦性心律是心脏自身的节律：每次心搏都从窦房结开始，前面有一个P波。",
    "pause": "停顿是两次心搏之间很长的间隔。我只计入达到限值长度、且两侧信号清晰的间隔。",
    "bradycardia": "心动过缓指心率慢。许多健康的人睡着时也会这样。",
    "tachycardia": "心动过速指心率快。运动、发烧和激动时也会出现。",
    "ventricular tachycardia": (
        "宽大心搏连发是连续几次从下腔开始（或看起来如此）的快速心搏。医生把其中快速的连发称为室性心动过速"
        "。它需要由医生查看。"
    ),
    "bigeminy": "二联律是每隔一次心搏就有一次提前，所以心搏成对出现。",
    "trigeminy": "三联律是每三次心搏就有一次提前。",
    "early beat": (
        "提前的（异位）心搏比应有的时间来得早，随后常有短暂的等待，感觉像漏跳一次。大多数人都有一些。"
    ),
    "PVC": "室性早搏是从心脏下腔（心室）开始的提前心搏。",
    "PAC": "房性早搏是从心脏上腔（心房）开始的提前心搏。",
    "RR interval": "RR间期是一次心搏到下一次心搏的时间，以毫秒计。",
    "heart rate variability": (
        "心率变异性是心搏之间的时间变化有多大。我用RMSSD：相邻RR间期之差的典型大小。房颤时它说明不了压力"
        "或体能。"
    ),
    "PR interval": "PR间期是从P波开始到QRS波群开始的时间：冲动从上腔传到下腔要多久。房颤时没有这个间期。",
    "QRS": "QRS波群是心电图上又高又窄的部分，此时下腔收缩。它的时限说明这需要多久。",
    "QT interval": "QT间期是从QRS波群开始到T波结束的时间。心跳越快它越短。",
    "QTc": "QTc是按心率校正后的QT间期。我用Fridericia公式：QT除以RR（秒）的立方根。",
    "P wave": "P波是QRS波群前的小波，此时上腔收缩。",
    "T wave": "T波是QRS波群后的波，此时下腔恢复。",
    "R peak": "R峰是QRS波群的顶点；心搏就在那里计数。",
    "ECG": "心电图透过皮肤记录心脏微小的电信号。",
    "lead": (
        "导联是观察心脏信号的一个方向。这个记录仪有一个；完整的心电图有十二个，许多情况只有凭它们才能判断。"
    ),
    "coverage": "覆盖率是一段时间里有记录、且清晰到可以分析的部分。只有超过80%时，我才说某事没有发生。",
    "signal quality": "信号质量是每十秒信号的评分，从0（不可用）到1（干净）。",
    "median": "中位数是居中的数值：一半的数值比它小，一半比它大。",
    "arrhythmia": "心律失常是指稳定的窦性心律以外的任何心律。许多是无害的；医生能够判断。",
    "ectopy": "异位指提前的心搏从窦房结以外的地方开始。",
    "artefact": "伪差是信号里不来自心脏的成分，例如活动或市电干扰。",
    **CLINICAL_GLOSSARY,
}
