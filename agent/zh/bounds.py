"""Chinese words for what Hearth does not do for anybody, beside advice on medicines."""

from typing import Final

from agent.phrases import phrases

NOT_ON_ONE_LEAD: Final[dict[str, tuple[str, ...]]] = {
    "axis": phrases("电轴, 心电轴"),
    "hypertrophy": phrases("肥厚, 肥大, 心脏扩大, 心脏变大, 心室大"),
    "infarction": phrases(
        """
        心肌梗死, 心肌梗塞, 心梗, st 段, st 抬高, st 压低, 心肌缺血, 缺血, 冠脉, 冠心病, 冠状动脉, q 波
        """
    ),
    "bundle": phrases("束支, 左束支, 右束支, 分支阻滞"),
    "progression": phrases("r 波递增, r 波递进, 电极接反, 导联接反, 胸前导联"),
    "electrolytes": phrases("血钾, 钾, 电解质, 血钙, 钙, 血镁"),
}

NOT_MEASURED: Final[dict[str, tuple[str, ...]]] = {
    "blood_pressure": phrases("血压, 收缩压, 舒张压, 高压, 低压"),
    "oxygen": phrases("血氧, 氧饱和度, 氧气, spo2"),
    "glucose": phrases("血糖"),
    "temperature": phrases("体温, 发烧, 温度"),
    "breathing_rate": phrases("呼吸频率, 呼吸次数, 呼吸暂停, 呼吸率"),
    "sleep": phrases("深睡, 深度睡眠, 睡眠质量, 睡眠分期, 睡了多久, 睡了几个小时, 睡眠评分, 睡多久"),
    "steps": phrases("步数, 走了多少步, 卡路里, 热量, 距离, 公里, 体重"),
    "stress": phrases("压力指数, 压力水平, 压力值, 压力大不大"),
    "cholesterol": phrases("胆固醇, 肌钙蛋白, 验血, 血液检查"),
}

ADVICE: Final[tuple[str, ...]] = phrases(
    """
    会死吗, 要死了吗, 能活多久, 还能活, 会不会中风, 会中风吗, 中风的风险, 风险, 要看医生吗, 该看医生,
    需要看医生, 应该看医生, 去医院吗, 要去医院, 需要去医院, 诊断, 有心脏病吗, 是心脏病吗, 得了什么病,
    我有病吗, 心力衰竭, 心衰, 我健康吗, 心脏健康吗, 能运动吗, 可以运动吗, 可以跑步, 能跑步, 能喝酒,
    可以喝酒, 可以喝咖啡, 能喝咖啡, 能开车, 可以开车, 可以坐飞机, 能坐飞机, 要担心吗, 需要担心吗,
    该担心吗, 严重吗, 危险吗, 安全吗, 起搏器, 消融, 电复律, 手术, 治疗, 治好, 治愈, 预后, 该怎么办,
    怎么办, 是什么引起, 什么引起, 什么导致, 什么造成, 是因为, 引起的吗, 造成的吗
    """
)

CHANGES: Final[tuple[str, ...]] = phrases(
    """
    关掉, 关闭, 打开警报, 开启, 禁用, 启用, 静音, 删除, 删掉, 清除, 擦除, 重置, 重启, 设置为, 设为, 改成,
    修改设置, 调高, 调低, 调整, 提高上限, 降低下限, 添加笔记, 加一条笔记, 写一条笔记, 记一下, 记下来,
    提醒我, 确认警报, 停止警报, 别再报警, 导出, 发送给, 发给, 打印, 下载, 转发, 打电话给, 告诉我的医生,
    分享, 停止记录, 开始记录, 暂停记录, 配对
    """
)
