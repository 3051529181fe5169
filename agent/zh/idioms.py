"""Chinese idioms and looser words for what can be asked about, beside those of ``everyday.py``."""

from typing import Final

from agent.phrases import phrases

IDIOMS: Final[dict[str, tuple[str, ...]]] = {
    "heart": phrases("心儿, 小心脏, 发动机, 老心脏"),
    "extent": phrases("多慢, 多快, 多低, 多高"),
    "hr": phrases(
        """
        跳了多少, 一分钟多少, 每分钟跳, 每分钟几, 心率数, 跳得怎么样, 跳几次, 搏动, 心跳次数
        """
    ),
    "max": phrases("峰, 顶峰, 高点, 最高点, 高峰, 冲到, 升到, 最猛, 上限到"),
    "min": phrases("低点, 最低点, 谷底, 掉到, 跌到, 慢到, 低到"),
    "resting": phrases("躺着, 静坐, 睡着了, 夜间心率, 夜里心率, 平躺"),
    "average": phrases("大概平均, 总体上, 一般来说"),
    "rhythm": phrases("节奏, 匀称, 均匀, 平稳地跳"),
    "irregular": phrases("不稳, 不均匀, 跳得不匀, 杂乱, 没规律, 一会快一会慢, 时快时慢"),
    "af": phrases("颤抖, 扑动, 房扑, 又颤"),
    "pause": phrases("停了一下, 停住, 卡住, 歇, 停歇, 没跳, 不跳, 停下, 中断跳"),
    "brady": phrases("缓慢, 慢下来, 偏慢, 慢腾腾"),
    "tachy": phrases("偏快, 加速, 狂奔, 急速, 飞奔, 扑通扑通, 心跳加快"),
    "wide_run": phrases("宽的连着, 连着几个宽, 一串宽, 成串, 连续宽, 连串"),
    "ectopic": phrases(
        """
        多跳了, 多跳几, 乱跳一下, 跳错, 怪跳, 提早, 抢先, 抢跳, 空跳, 少跳, 磕绊, 绊
        """
    ),
    "burden": phrases("占了, 占比多少, 总量, 合起来, 几成, 百分"),
    "event": phrases("情况, 状况, 动静, 苗头, 迹象, 犯过, 犯了, 来过"),
    "unusual": phrases(
        """
        吓, 害怕, 闹, 作怪, 捣乱, 出岔子, 岔子, 毛病, 不良, 出格, 蹊跷, 意外, 显眼,
        突出, 需要留意, 留意
        """
    ),
    "trend": phrases(
        """
        往上, 往下, 渐渐, 一天比一天, 一晚比一晚, 积累, 攒, 增多, 减少, 升高, 降低,
        动向
        """
    ),
    "compare": phrases("比一比, 比比, 比一下, 对照, 相对于, 和相比, 比起来, 放一起, 较"),
    "comparative": phrases(
        """
        更稳, 更平静, 更乱, 快些, 慢些, 高些, 低些, 多些, 少些, 有没有高, 有没有低,
        快没快, 慢没慢
        """
    ),
    "coverage": phrases(
        """
        听, 监听, 监测到, 采集, 齐全, 完整, 完全, 漏, 断开过, 断线, 掉线, 空白, 收到
        """
    ),
    "quality": phrases("模糊, 抖动, 杂波, 看不清, 失真"),
    "alert": phrases("叫, 滴, 嘀, 吵, 闹铃, 鸣, 震动, 提示音, 报了警, 警"),
    "open": phrases("还没管, 没管, 没人管, 没理, 剩下, 待处理, 待确认"),
    "acknowledge": phrases("管过, 处理, 关了, 按了, 点掉, 认可"),
    "device": phrases(
        """
        电够, 够电, 电足, 盒子, 仪器, 小玩意, 装置, 信号接, 连上, 联机, 同步, 开着
        """
    ),
    "battery": phrases("电够, 够电, 电足, 电快, 耗电, 撑得, 撑到, 能用多久, 剩余电"),
    "note": phrases(
        """
        跟你说, 告诉你, 说过的, 记的, 写过的, 念, 读, 讲过, 留言, 备忘, 抱怨
        """
    ),
    "summary": phrases(
        """
        结论, 总的, 大概情况, 状态, 啥情况, 什么情况, 怎么着, 好着, 都还行, 一切还,
        顺利, 撑得住, 过得, 咋样
        """
    ),
    "source": phrases(
        """
        背后, 哪些数据, 多少个窗口, 怎么来的, 从何, 靠谱, 可靠吗, 验证, 说服, 出处, 方法
        """
    ),
    "define": phrases("叫什么, 怎么称呼, 叫啥, 通俗"),
    "meaning": phrases("叫什么, 怎么称呼, 叫啥, 通俗"),
    "correction": phrases("弄错, 记错, 不是那, 算我, 口误, 我想的是, 忘掉"),
    "also_about": phrases("同样问, 再来, 重复, 接着, 然后呢, 换"),
    "why": phrases("为啥, 咋回事, 啥原因, 缘故, 怎么了"),
}
