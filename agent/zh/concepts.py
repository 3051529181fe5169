"""Chinese words for what can be asked about; every sign stands alone when texts are matched."""

from typing import Final

from agent.phrases import pairs, phrases
from agent.zh.manners import MANNERS

# Several words that are one thing, so that their parts are not taken for others; the longer ones first.
FOLDS: Final[dict[str, str]] = pairs(
    """
    室性心动过速 = 室速, 心率变异性 = hrv, 心率变异 = hrv, 心房颤动 = 房颤, 心房纤颤 = 房颤,
    房颤负荷 = 房颤比例, 房颤负担 = 房颤比例, 心率带 = 设备, 校正的 qt = qtc, 校正 qt = qtc, qt c = qtc,
    静止心率 = 静息心率, 比平时 = 比较平时, 比平常 = 比较平时, 比往常 = 比较平时, 心电图机 = 设备,
    房性早搏 = 室上性早搏, 是什么时候 = 何时
    """
)

# Habits of typing, written out.
JOINS: Final[dict[str, str]] = pairs("afib = 房颤, af = 房颤, hr = 心率, ekg = ecg, bpm = 心率")

CONCEPTS: Final[dict[str, tuple[str, ...]]] = {
    # What is measured.
    "hr": phrases("心率, 脉搏, 心跳, 跳得, 跳多少下, 跳了多少下, 每分钟多少下, 心律率"),
    "resting": phrases("静息, 休息时, 静止时, 安静时, 睡着时, 睡眠时, 睡觉时"),
    "max": phrases("最高, 最快, 最大, 峰值, 多高, 多快, 顶点"),
    "min": phrases("最低, 最慢, 最小, 多低, 多慢"),
    "average": phrases("平均, 均值, 中位数"),
    "rr": phrases("rr, r r, 心搏间期, 心跳间隔"),
    "rmssd": phrases("rmssd, hrv, 变异性, 变异"),
    "pr": phrases("pr, p r, pq"),
    "qrs": phrases("qrs"),
    "qt": phrases("qt, q t"),
    "qtc": phrases("qtc, qtcf"),
    "p_duration": phrases("p 波, p 波时限"),
    "intervals": phrases("间期, 各项数值, 测量值, 所有数值"),
    # Rhythm.
    "rhythm": phrases("心律, 节律, 窦性, 规律, 规则, 整齐"),
    "irregular": phrases("不规则, 不规律, 不齐, 不整, 失常, 乱跳, 紊乱, 跳得乱"),
    "af": phrases("房颤, 纤颤, 颤动"),
    "pause": phrases("停顿, 停搏, 停跳, 间歇, 心跳停, 心脏停, 偷停"),
    "brady": phrases("过缓, 过慢, 太慢, 跳得慢, 跳得很慢, 心跳慢, 很慢"),
    "tachy": phrases("过速, 过快, 太快, 跳得快, 跳得很快, 心跳快, 很快, 狂跳"),
    "wide_run": phrases("宽大心搏, 宽波, 室速, 连发, 宽 qrs, 宽大的心搏"),
    "bigeminy": phrases("二联律"),
    "trigeminy": phrases("三联律"),
    "ectopic": phrases(
        """
        早搏, 期前收缩, 异位, 提前, 漏跳, 多跳, 额外, 室早, 房早, pvc, pac, 心悸, 漏一拍, 漏了一拍,
        室性心搏
        """
    ),
    "above_ventricles": phrases("室上性, 房早, pac, 房性"),
    # How it is asked for.
    "burden": phrases("房颤比例, 比例, 占比, 百分比, 百分之, 多少时间, 占多少, 总共, 总时间, 有多少"),
    "event": phrases("发作, 事件, 发生, 出现, 发现, 检测到, 检出"),
    "unusual": phrases(
        """
        异常, 不正常, 不对劲, 奇怪, 问题, 特别, 值得注意, 可疑, 不寻常, 平静, 安稳, 反常, 要担心的,
        需要担心
        """
    ),
    "trend": phrases(
        """
        趋势, 变化, 走势, 演变, 发展, 上升, 下降, 变快, 变慢, 变高, 变低, 越来越, 曲线, 逐日, 逐夜, 历史,
        改善, 恶化
        """
    ),
    "compare": phrases(
        """
        比较, 对比, 相比, 区别, 差别, 不同, 差异, 比起, 比快, 比慢, 比高, 比低, 比多, 比少, 比好, 比差,
        比更, 比如何, 和 比, 跟 比, 与 比, 相同, 更高, 更低, 更快, 更慢, 更多, 更少, 高还是低, 快还是慢
        """
    ),
    "comparative": phrases(
        """
        更高, 更低, 更快, 更慢, 更长, 更短, 更好, 更差, 更多, 更少, 更平稳, 更频繁, 变快, 变慢, 变高,
        变低, 比快, 比慢, 比高, 比低, 比多, 比少, 快了, 慢了, 高了, 低了, 多了, 少了
        """
    ),
    "usual": phrases("平时, 平常, 通常, 往常, 往日, 一贯"),
    "coverage": phrases(
        """
        记录了, 记录到, 记录的, 记录有, 记录, 覆盖, 数据, 缺失, 缺了, 中断, 信号, 佩戴, 戴了, 丢失,
        可分析, 能分析, 录了, 断了
        """
    ),
    "quality": phrases("质量, 噪声, 噪音, 干扰, 伪差, 清晰, 干净"),
    "strip": phrases("片段, 波形, 心电图, 图形, ecg"),
    "alert": phrases("警报, 报警, 警告, 告警, 警示, 提醒, 响了, 响过, 响起"),
    "open": phrases("未结束, 没结束, 还开着, 未处理, 没处理, 未确认, 没确认, 当前, 仍然"),
    "device": phrases(
        """
        电池, 电量, 充电, 连接, 断开, 传感器, 设备, 电极, 脱落, 掉了, 蓝牙, 在线, 离线, 发送, 还在工作,
        工作正常, 手环, 贴片, 没电, 剩多少电, 还有电, 还有多少电, 记录仪
        """
    ),
    "battery": phrases("电池, 电量, 充电, 没电, 剩多少电, 还有电, 还有多少电"),
    "note": phrases("笔记, 日记, 记下, 备注, 写下, 写了, 记了"),
    "symptom": phrases("症状, 不适, 不舒服"),
    "medication": phrases("药"),
    "activity": phrases("活动, 运动, 锻炼, 散步"),
    "diary": phrases("日记"),
    "howwas": phrases("怎么样, 如何, 怎样, 咋样"),
    "summary": phrases(
        """
        小结, 总结, 概况, 概括, 汇总, 报告, 我怎么样, 一切正常, 一切都好, 都好吗, 还好吗, 都正常,
        过得怎么样, 睡得怎么样, 心脏怎么样, 心脏还好, 发生了什么, 有什么新, 说说, 讲讲, 情况怎么样,
        情况如何, 简报, 概述, 心脏情况, 心脏状况
        """
    ),
    **MANNERS,
}
