"""Chinese wordings for clinicians: sentences, names and explanations that differ from the plain ones.

A key that ends with ``_clinical`` stands in for the key without it wherever a clinician is spoken to.
"""

# ruff: noqa: RUF001 - Chinese punctuation is meant

from typing import Final

CLINICAL: Final[dict[str, str]] = {
    "counted_clinical": "依据：n = {counted}。",
    "basis_clinical": "可分析：{analysable}（{pct}）。",
    "basis_partial_clinical": "可分析仅{analysable}（{pct}）；其余无法评估。",
    "spread_clinical": "四分位距{q1}至{q3}。",
    "spread_hours_clinical": "各小时值的四分位距{q1}至{q3}。",
    "spread_sample_clinical": "抽样小时的四分位距{q1}至{q3}。",
    "extremes_clinical": "十秒均值：最低{low}（{low_at}），最高{high}（{high_at}）。",
    "rest_first_clinical": "{when}，{your}静息心率为{value}（窦性心律中位数，00:00至06:00）。",
    "rest_more_clinical": "静息心率为{value}（窦性心律中位数，00:00至06:00）。",
    "beats_early_clinical": "其中室性异位搏动{v}（{v_pct}），室上性异位搏动{s}（{s_pct}）。",
    "beats_early_v_clinical": "其中室性异位搏动{v}（{v_pct}）。",
    "beats_early_s_clinical": "其中室上性异位搏动{s}（{s_pct}）。",
    "beats_none_early_clinical": "其中没有异位搏动。",
    "burden_clinical": "{when}，房颤负荷为可分析时间的{share}（{analysable}中的{time}）。",
    "none_any_clinical": (
        "{when}没有发现心房颤动、停搏、心动过缓或过速、宽QRS连发、二联律和三联律。可分析：这段时间的{pct}。"
    ),
    "summary_no_events_clinical": "没有发现停搏、心动过缓或过速、宽QRS连发、二联律和三联律。",
    "summary_af_clinical": "房颤负荷：{time}，占可分析时间的{pct}。",
    "ask_doctor_clinical": "这是单导联的自动判读，须由医生判断；Hearth不是医疗器械。",
    "show_doctor_clinical": "这是单导联的自动判读：心电图片段须由临床人员阅读。Hearth不是医疗器械。",
    "explain_certain_fair_clinical": "把握中等；心电图片段须由临床人员阅读。",
    "explain_certain_rule_clinical": "由规则判定，其把握从未衡量过；心电图片段须由临床人员阅读。",
    "refuse_advice_clinical": (
        "我只记录和描述，不作诊断，也不提建议，Hearth不是医疗器械。我可以给出记录到的内容，例如最近一周的"
        "小结。紧急情况请拨打{number}。"
    ),
}

CLINICAL_NAMES: Final[dict[str, str]] = {
    "n_af_clinical": "次心房颤动（AF）发作|次心房颤动（AF）发作",
    "n_brady_clinical": "次心动过缓|次心动过缓",
    "n_tachy_clinical": "次心动过速|次心动过速",
    "n_wide_run_clinical": "次宽QRS连发|次宽QRS连发",
    "n_bigeminy_clinical": "阵二联律|阵二联律",
    "n_trigeminy_clinical": "阵三联律|阵三联律",
    "kind_brady_clinical": "心动过缓",
    "kind_tachy_clinical": "心动过速",
    "kind_wide_run_clinical": "宽QRS连发",
    "kind_bigeminy_clinical": "二联律",
    "kind_trigeminy_clinical": "三联律",
    "kinds_brady_clinical": "心动过缓",
    "kinds_tachy_clinical": "心动过速",
    "kinds_wide_run_clinical": "宽QRS连发",
    "trend_s_beats_clinical": "室上性异位搏动",
    "trend_v_beats_clinical": "室性异位搏动",
}

CLINICAL_GLOSSARY: Final[dict[str, str]] = {
    "early beat_clinical": "异位搏动即提前的搏动，分室性（VE）和室上性（SVE），按提前程度和QRS形态分类。",
    "pause_clinical": "停搏指达到登记限值的RR间期，两侧信号可分析且没有丢包。",
    "atrial fibrillation_clinical": (
        "心房颤动（AF）：RR间期绝对不齐，没有P波。所报告的是单导联上与之相符的时段；诊断由医生作出。"
    ),
    "AF burden_clinical": "房颤负荷：标为心房颤动的时间与可分析时间之比。",
}
