"""Chinese ways of asking for reasons, notes, changes and files."""

# ruff: noqa: RUF001 - Chinese punctuation is meant

import re
from typing import Final

from agent.wishing import Asks, signs

_NOTE: Final = re.compile(
    r"""^\s*(?:请|麻烦|帮我|给我|你|您|我想|我要|能不能|可以|能)*
    (?:
        (?:记一下|记下来?|记录一下|记录下来|写下来?)
      | (?:添加|新建|新增|加|写|做|建)(?:上|入)?(?:一条|一个|一则|个|条)?
            (?P<private>私密|私人|不公开)?的?(?P<kind>症状|用药|服药|活动|运动)?(?:笔记|日记|备注)
      | (?P<loose>症状|用药|日记|笔记|备注)(?=\s*[：:])
      | 记录?(?=\s*[：:])
    )
    \s*(?:内容是|说)?[\s：:，,-]*(?P<text>.*)$""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_LANGUAGES: Final = {
    "英语": "en",
    "英文": "en",
    "德语": "de",
    "德文": "de",
    "西班牙语": "es",
    "西班牙文": "es",
    "法语": "fr",
    "法文": "fr",
    "中文": "zh",
    "汉语": "zh",
}

ASKS: Final = Asks(
    note=_NOTE,
    note_kinds={
        "症状": "symptom",
        "用药": "medication",
        "服药": "medication",
        "活动": "activity",
        "运动": "activity",
        "日记": "diary",
    },
    took=signs("吃了, 服了, 服用, 打了, 注射, 开始吃, 停了, 忘了吃, 漏服"),
    felt=signs(
        """
        觉得, 感觉, 感到, 头晕, 心慌, 心悸, 累, 恶心, 疼, 痛, 不舒服, 乏力, 虚弱, 气短, 出汗, 胸闷, 眩晕
        """
    ),
    did=signs("走路, 散步, 跑步, 跑了, 游泳, 骑车, 健身, 锻炼, 运动, 爬楼, 爬山, 瑜伽, 跳舞, 园艺"),
    alarm=signs("警报, 报警, 告警, 警告, 提醒, 通知, 监测"),
    off=signs("关掉, 关闭, 关上, 禁用, 静音, 停止, 停用, 取消, 忽略, 别再"),
    on=signs("打开, 开启, 启用, 恢复"),
    set_=signs(
        """
        设置, 设为, 设成, 设定, 调高, 调低, 调到, 调整, 提高, 降低, 改成, 改为, 修改, 更改, 更正, 更新
        """
    ),
    limit=signs("上限, 下限, 限值, 阈值, 界限"),
    upper=signs("上限, 最高, 最大, 高于"),
    language=re.compile(
        r"(?:用|说|讲|改成|改为|换成|切换到|设为|设成).*?"
        r"(?P<name>英语|英文|德语|德文|西班牙语|西班牙文|法语|法文|中文|汉语)"
    ),
    languages=_LANGUAGES,
    birth=re.compile(r"(?:出生|生于|生日).*?(?P<year>(?:18|19|20)\d\d)"),
    sex=re.compile(r"性别.*?(?P<sex>女|男)"),
    sexes={"女": "female", "男": "male"},
    export=signs("导出, 下载, 打印, 保存, 另存"),
    make=signs("生成, 制作, 做, 给我, 给出, 准备, 显示, 展示, 画, 看看, 看一下, 想看, 要看, 我要, 需要"),
    format_=re.compile(r"(?P<format>svg|pdf|wfdb|edf|csv|fhir)", re.IGNORECASE),
    strip=signs("片段, 心电图, 波形图, 心电波形, 波形, 图纸"),
    signal=signs("信号, 原始, 采样, 录音, 录制"),
    thing=signs("报告, 数据, 记录, 信号, 结果, 测量, 心电, 全部, 数值, 文件, 发作, 事件, 昨晚, 昨天, 上周"),
    show=re.compile(
        r"^\s*(?:请|麻烦|能|可以)*(?:给我)?(?:显示|看看|看一下|展示|让我看看)(?:一下)?(?:它|那个|这个|它们|那段|片段|图)?[\s？?。.!！]*$"
    ),
    explain=signs("解释, 为什么, 为何, 怎么会, 原因, 依据, 证据, 证明, 凭什么"),
    sure=signs("有多确定, 多确定, 确定吗, 你确定, 有多大把握, 有把握吗, 可靠吗, 准吗, 真的吗"),
)
