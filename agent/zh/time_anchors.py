"""Chinese rules for times that hang on an episode, an alert, a gap or a note: the relation comes last."""

from typing import Final

from agent.phrases import words
from agent.when import anchors
from agent.when.anchors import Relation
from agent.when.grammar import Rule, rule, weighing

# Words that no note is looked for by: they belong to the question around the phrase.
STOPS: Final = words(
    """
    我 你 他 她 它 我的 你的 的 了 在 是 有 没 没有 吗 呢 吧 啊 什么 多少 怎么 怎样 如何 哪 哪些 几 次 和
    与 跟 被 把 给 也 都 还 就 很 太 更 最 会 能 要 想 请 看 说 告诉 显示 心率 心跳 心脏 脉搏 心电 心电图
    心律 节律 平均 最高 最低 正常 异常 快 慢 高 低 多 少 情况 数据 记录 信号 质量 总结 报告 房颤 停顿 报警
    警报 警告 发作 期间 时 时候 的时候 左右 前后 前 后 之前 之后 以前 以后 以来 到 从 至 这 那 个 一 不 过
    得 地 上 下 里 中 发生 出现 感觉
    """
)
_WHERE: Final = "DAY|NIGHT_OF|PARTDAY|POINT|BLOCK|EDGE"
_WHEN: Final = "期间|时|的时候|时候|当中|过程中|中"

_EVENTS: Final = (
    rule("MASS", "房颤|心房颤动|心房纤颤|房扑", anchors.event, "af"),
    rule("MASS", "心动过速|心跳过快", anchors.event, "tachy"),
    rule("MASS", "心动过缓|心跳过慢", anchors.event, "brady"),
    rule("MASS", "二联律", anchors.event, "bigeminy"),
    rule("MASS", "三联律", anchors.event, "trigeminy"),
    rule("ONE", "停顿|停搏|心脏停跳|漏跳", anchors.event, "pause"),
    rule("ONE", "心律失常|心律不齐", anchors.event, "af"),
    rule("ONE", "MASS 发作", anchors.as_anchor),
    rule("ONE", "快速 的? 发作", anchors.event, "tachy"),
    rule("ONE", "缓慢 的? 发作", anchors.event, "brady"),
    rule("ONE", "发作|事件", anchors.event),
    rule("ONE", "报警|警报|警告|提醒", anchors.alert),
    rule("ONE", "中断|缺口|空白|断档", anchors.gap),
    rule("RANK", "上次|上一次|最近一次|最后一次", anchors.name, "last"),
    rule("RANK", "第一次|首次", anchors.name, "first"),
    rule("RANK", "最长|最长的|最长的一次|最长一次", anchors.name, "longest"),
    rule("THING", "我的|那次|这次|那个|这个? ONE", anchors.as_anchor),
    rule("THING", "我的|所有|每次? MASS", anchors.which, "all"),
    rule("THING", "RANK 的? ONE|MASS", anchors.ranked),
)
_STATES: Final = (
    rule("WEARABLE", "贴片|胸带|传感器|设备|电极|手环", anchors.gap),
    rule("THING", "WEARABLE 脱落|掉了|掉|脱掉|取下|摘下|断开|没戴|不在|松了", anchors.gap, "lead_off"),
    rule("THING", "我? 没戴|没有戴|没佩戴|摘掉|取下 WEARABLE", anchors.gap, "lead_off"),
    rule("THING", "没有信号|没有数据|没信号|没数据|充电", anchors.gap),
    rule("HAN", "ANY", anchors.words),
    rule("HAN", "ANY ANY", anchors.words),
    rule("HAN", "ANY ANY ANY", anchors.words),
    rule("HAN", "ANY ANY ANY ANY", anchors.words),
    rule("HAN", "ANY ANY ANY ANY ANY", anchors.words),
    rule("NOTED", "我? HAN", anchors.han_note, "", ""),
    rule("NOTED", "我? 感到|觉得|感觉 有点|很|非常? HAN", anchors.han_note, "", ""),
    rule("NOTED", "我? 吃|服|喝|服用 了? HAN", anchors.han_note, "", ""),
    rule("NOTED", "我? 开始 吃|服用|用|服? HAN", anchors.han_note, "", "start"),
    rule("NOTED", "我? 停止|停用|停|不再 吃|服用|用|服? HAN", anchors.han_note, "", "stop"),
    rule("NOTED", "换? 新药|新的药|新药片", anchors.noted, "药"),
    rule("NOTED", "我? 起床|醒来|睡醒", anchors.noted, "起床"),
)
_PHRASES: Final = (
    rule("PLACED", "THING|NOTED", anchors.as_anchor),
    weighing("PLACED", f"{_WHERE} 的? THING|NOTED", anchors.placed),
    rule("ANCHORED", f"在? PLACED {_WHEN}", anchors.hung, Relation.DURING),
    rule("ANCHORED", "在? PLACED 之前|以前|前", anchors.hung, Relation.BEFORE),
    rule("ANCHORED", "在? PLACED 之后|以后|后", anchors.hung, Relation.AFTER),
    rule("ANCHORED", "从|自|自从? PLACED 以来|至今|到现在|开始|起", anchors.hung, Relation.SINCE),
    rule("ANCHORED", "自从|从|自 PLACED 之后|以后|后", anchors.hung, Relation.SINCE),
    rule("ANCHORED", "直到|到 PLACED 为止?", anchors.hung, Relation.UNTIL),
    rule("ANCHORED", "在? PLACED 前后|左右|附近", anchors.hung, Relation.AROUND),
    rule("ANCHORED", "PLACED 前|之前|以前 的? ALENGTH", anchors.hung, Relation.BEFORE),
    rule("ANCHORED", "PLACED 后|之后|以后 的? ALENGTH", anchors.hung, Relation.AFTER),
    rule("ANCHORED", "就|刚 在? PLACED 之前|前", anchors.just, Relation.BEFORE),
    rule("ANCHORED", "就|刚 在? PLACED 之后|后", anchors.just, Relation.AFTER),
)

RULES: Final[tuple[Rule, ...]] = (*_EVENTS, *_STATES, *_PHRASES)
