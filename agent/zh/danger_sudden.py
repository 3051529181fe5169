"""Chinese words of sudden danger: throats that close, children and pills, what is about to happen."""

from typing import Final

from agent.phrases import phrases

SUDDEN: Final[dict[str, tuple[str, ...]]] = {
    "fillers": phrases(
        """
        突然, 现在, 很, 好, 真的, 真, 特别, 非常, 太, 都, 又, 已经, 有点, 一直, 一下子, 忽然, 的, 了,
        也, 得, 就, 快, 总
        """
    ),
    "airway": phrases(
        """
        喉咙, 嗓子, 舌头, 嘴唇, 脸, 嘴, 喉头, 脖子, 眼皮
        """
    ),
    "swelling": phrases(
        """
        肿, 肿胀, 肿起, 水肿
        """
    ),
    "gullet": phrases(
        """
        喉咙, 气管, 嗓子, 喉, 食道
        """
    ),
    "stuck": phrases(
        """
        卡住, 卡在, 卡了, 堵住, 噎, 呛
        """
    ),
    "child": phrases(
        """
        孩子, 宝宝, 儿子, 女儿, 孙子, 孙女, 婴儿, 小孩, 外孙, 侄子
        """
    ),
    "ate": phrases(
        """
        吞了, 误吃, 误服, 偷吃, 吃了我的, 吃了爷爷的, 吃了奶奶的, 吃了妈妈的, 吃了爸爸的, 吃了大人的,
        吞下
        """
    ),
    "shaking": phrases(
        """
        发抖, 抽动, 抽, 僵硬, 抖
        """
    ),
    "imminent": phrases(
        """
        快晕倒, 快要晕倒, 快昏倒, 要晕倒, 要昏倒, 要晕过去, 快晕过去, 要昏过去, 快昏过去, 马上要倒,
        我要倒, 要倒了, 快倒了, 撑不住, 快失去意识, 要失去意识, 眼前一片黑
        """
    ),
    "watching": phrases(
        """
        你会发现, 你会知道, 你能发现, 能发现吗, 会通知, 会告诉谁, 问我有没有, 问我是否, 一般来说,
        更常见, 常见吗, 学了, 教我们, 医生说
        """
    ),
    "suicide_named": phrases(
        """
        自杀
        """
    ),
    "no_point": phrases(
        """
        没意思, 没意义, 没有意义, 没理由, 没有理由, 不配, 不想, 没必要, 厌倦, 够了, 何必, 为什么要,
        没动力
        """
    ),
    "living": phrases(
        """
        活, 活着, 活下去, 生存, 存在于
        """
    ),
    "resolved": phrases(
        """
        已经好了, 好了, 不痛了, 不疼了, 没事了, 过去了, 消失了, 缓解了, 没有了
        """
    ),
    "returned": phrases(
        """
        又, 还是, 仍然, 再次, 一直, 更
        """
    ),
    "sight": phrases(
        """
        视力, 视野, 一只眼, 眼睛, 双眼
        """
    ),
    "sight_gone": phrases(
        """
        突然看不见, 失明, 突然黑, 丧失, 突然模糊, 看不到了
        """
    ),
    "breathing": phrases(
        """
        呼吸, 喘气
        """
    ),
    "laboured": phrases(
        """
        微弱, 变弱, 奇怪, 怪声, 急促, 很浅, 很弱, 越来越弱, 呼噜, 不规律而且
        """
    ),
}
