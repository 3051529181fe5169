"""Chinese words of everyday speech for what can be asked about, beside those of ``concepts.py``."""

from typing import Final

from agent.phrases import phrases

EVERYDAY: Final[dict[str, tuple[str, ...]]] = {
    "how_fast": phrases("多快, 跳得多快, 心室率"),
    "heart": phrases("心脏, 心, 心口"),
    "acknowledge": phrases("确认, 处理了, 处理过, 看过, 签收, 消掉, 按掉, 理会"),
    "who": phrases("谁, 有人, 有没有人"),
    "hr": phrases("跳多少, 跳到多少, 心率, 脉搏, 心跳, 跳几下, 跳得多快, 心律数"),
    "resting": phrases("睡着的心率, 睡眠心率, 睡觉的心率, 静息, 休息的心率"),
    "max": phrases("最快, 跳到多少, 最高, 最多跳, 上到多少"),
    "min": phrases("最慢, 最低, 最少跳, 降到多少"),
    "irregular": phrases("乱, 乱糟糟, 不匀, 忽快忽慢, 跳乱, 乱了"),
    "af": phrases("房颤, 颤, 房纤颤"),
    "pause": phrases("停搏, 停了多久, 停了几秒, 停顿, 停跳, 停过, 停一下, 心脏停"),
    "brady": phrases("慢得, 慢吞吞, 太慢, 跳太慢, 慢过"),
    "tachy": phrases("快得, 飞快, 狂跳, 突突, 咚咚, 跳太快, 心慌, 飙"),
    "ectopic": phrases("早搏, 漏跳, 漏拍, 咯噔, 跳空, 多出来, 蹦, 早跳"),
    "burden": phrases("一共多长时间, 一共多久, 一共, 总共, 加起来, 合计, 多长时间"),
    "unusual": phrases("不好的, 不对, 什么事, 有事, 有没有事, 坏消息, 可怕, 怪, 吓人"),
    "trend": phrases(
        """
        趋势, 变化, 走势, 涨, 降了, 升了, 每天, 每晚, 一天天, 慢慢, 逐渐, 越来, 走向
        """
    ),
    "compare": phrases(
        """
        对比, 比较, 哪天, 哪一晚, 哪晚, 相较
        """
    ),
    "comparative": phrases(
        """
        高吗, 低吗, 快吗, 慢吗, 高一些, 低一些, 快一些, 慢一些, 高不高, 安稳, 平静些
        """
    ),
    "coverage": phrases(
        """
        录到, 都录到, 录上, 录全, 录了, 戴着, 戴了, 没录, 记到, 取下, 摘下, 摘了
        """
    ),
    "quality": phrases("清楚, 看得清, 信号好, 信号差"),
    "alert": phrases("报警, 响, 响了, 叫了, 滴滴, 警报, 警铃"),
    "open": phrases("没人处理, 没人看, 没看过, 未看, 还在响, 没有确认, 还没确认"),
    "device": phrases(
        """
        还剩多少电, 剩多少电, 电还有, 多少电, 收得到, 还收到, 还在吗, 连着, 粘着, 贴着,
        机器
        """
    ),
    "battery": phrases("多少电, 剩电, 剩多少, 电还"),
    "note": phrases("写了什么, 写过, 记过, 写的, 记了什么, 写下, 提到, 提过"),
    "summary": phrases(
        """
        还好吗, 好不好, 还行吗, 怎么样啊, 总结, 概括, 说一下, 讲一下, 乖不乖, 表现,
        有没有事, 睡得好, 还可以吗
        """
    ),
    "source": phrases("怎么知道, 凭什么, 依据, 证据, 怎么算, 哪来, 从哪, 怎么得出"),
    "correction": phrases("不对, 我是说, 说错, 错了, 应该是, 不不, 等等, 改成, 换成"),
    "also_about": phrases("那, 呢, 还有, 也, 同样, 然后"),
    "why": phrases("为什么, 为何, 怎么会, 什么原因, 怎么回事"),
    "bye": phrases("拜拜, 再见, 回头见, 先这样"),
    "greeting": phrases("你好, 您好, 早上好, 哈喽, 在吗"),
    "thanks": phrases("谢谢, 多谢, 谢了, 感谢, 辛苦了"),
    "howlong": phrases("多久, 多长时间, 多长, 几个小时, 多少分钟"),
}
