"""Chinese words for how something is asked: why, what, how often, and what leans on the question before."""

from typing import Final

from agent.phrases import phrases

MANNERS: Final[dict[str, tuple[str, ...]]] = {
    # Why and what.
    "why": phrases("为什么, 为何, 怎么会, 什么原因, 原因, 凭什么, 为啥"),
    "source": phrases(
        """
        怎么知道, 如何知道, 依据, 根据什么, 来源, 从哪来, 从哪里来, 哪里来, 哪来的, 怎么算, 如何计算,
        怎么得出, 怎么测, 哪个模型, 什么模型, 什么算法, 哪个版本, 什么版本, 确定吗, 你确定, 多确定, 可靠,
        可信, 准确, 准吗, 证据, 证明
        """
    ),
    "define": phrases("什么是, 是什么, 什么意思, 是啥, 解释, 定义, 含义, 指什么, 说明一下"),
    "meaning": phrases(
        """
        什么意思, 啥意思, 是什么, 什么是, 是啥, 啥是, 定义, 含义, 指什么, 解释一下, 意味着什么
        """
    ),
    "help": phrases(
        """
        帮助, 能做什么, 能问什么, 可以问什么, 你会什么, 你是谁, 怎么用, 如何使用, 什么功能, 能干什么,
        能问些什么, 能帮我什么
        """
    ),
    "greeting": phrases("你好, 您好, 嗨, 哈喽, 大家好, 早上好, 上午好, 中午好, 下午好, 晚上好, 早安"),
    "thanks": phrases("谢谢, 多谢, 感谢, 好的, 太好了, 知道了, 明白了, 不错, 谢了"),
    "bye": phrases("再见, 拜拜, 晚安, 没有了, 就这些, 退出, 回头见, 没别的了"),
    # Shape of the question.
    "count": phrases("几次, 多少次, 几个, 多少个, 几条, 多少条, 次数, 几回, 多少回"),
    "when": phrases("什么时候, 何时, 几点, 什么时间, 哪天, 哪一天, 哪晚, 哪一夜, 几时, 哪个时间"),
    "howlong": phrases("多久, 多长时间, 多长, 持续了, 几个小时, 多少时间, 时长, 多少小时, 多少分钟"),
    "longest": phrases("最长, 最严重, 最久"),
    "shortest": phrases("最短"),
    "newest": phrases("最后, 最近一次, 最新, 上次, 上一次, 最近的"),
    "oldest": phrases("第一次, 最早, 首次"),
    "above": phrases("超过, 高于, 大于, 以上, 快于, 多于"),
    "below": phrases("低于, 小于, 以下, 慢于, 少于, 不到"),
    "normal": phrases(
        """
        正常, 好吗, 健康, 危险, 严重, 担心, 太高, 太低, 偏高, 偏低, 合适, 要紧, 过长, 延长, 还好, 没事吧
        """
    ),
    "mine": phrases("我, 他, 她, 妈, 爸, 母亲, 父亲, 患者, 病人, 佩戴者"),
    "any": phrases("有没有, 是否, 有过, 有, 任何, 列出, 显示, 哪些, 有无"),
    "past": phrases("了, 过, 曾"),
    "present": phrases("是, 现在, 目前, 正在, 还, 当前"),
    "and_also": phrases("还有, 另外, 以及, 和, 并且"),
    # Openings of follow-ups.
    "also_about": phrases("那, 呢, 还有, 同样, 再, 换成, 改成, 也看看"),
    "correction": phrases("不对, 我是说, 我的意思是, 抱歉, 对不起, 搞错, 说错, 更正, 不是, 我指的是"),
    "pointing": phrases("那个, 那次, 这个, 这次, 它, 那, 这, 最长的, 最短的, 第一个, 最后一个, 哪个, 每个"),
}
