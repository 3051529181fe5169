"""Chinese words of medicines, and of asking for advice on them."""

from typing import Final

from agent.phrases import phrases

MEDICINES: Final[tuple[str, ...]] = phrases(
    """
    药, 药片, 药物, 剂量, 胶囊, 胰岛素, 阿司匹林, 华法林, 利伐沙班, 阿哌沙班, 达比加群, 比索洛尔,
    美托洛尔, 倍他乐克, 胺碘酮, 地高辛, 抗凝, 降压药, 毫克, 布洛芬, 安眠药, 他汀
    """
)
ADVICE: Final[tuple[str, ...]] = phrases(
    """
    该不该, 应该, 要不要, 能不能, 可以, 能吃, 可不可以, 吃多少, 多少毫克, 多少片, 几片, 加量, 减量,
    增加, 减少, 停药, 停, 停掉, 加倍, 减半, 多吃, 少吃, 一起吃, 同时吃, 换药, 换成, 推荐, 建议,
    什么药, 哪种药, 忘了吃, 忘记吃, 漏服, 有用吗, 管用吗, 够不够, 副作用, 再吃
    """
)
ALONE: Final[tuple[str, ...]] = phrases(
    """
    吃什么药, 该吃什么, 用什么药, 吃点什么
    """
)
RECORD: Final[tuple[str, ...]] = phrases(
    """
    记了, 记录, 笔记, 日记, 显示, 列出, 什么时候吃, 几点吃, 吃过, 自从, 开始吃 _ 以来
    """
)
