"""Chinese: the words of the safety gate, and what is said to somebody in danger."""

# ruff: noqa: RUF001 - Chinese punctuation is meant

from typing import Final

from agent.gate import GateWords
from agent.phrases import merged
from agent.zh.danger_everyday import EVERYDAY
from agent.zh.danger_masks import MASKS
from agent.zh.danger_phrases import PHRASES
from agent.zh.danger_scope import SCOPE
from agent.zh.danger_sudden import SUDDEN
from agent.zh.danger_words import CONCEPTS

TEXTS: Final[dict[str, str]] = {
    "alerted": ("接收本机警报的人现在会收到警报；但请您仍然自己求助。"),
    "escalate": "这可能是急症。请立即求助：{number}。我不能替您呼救。",
    "advise": (
        "首先：如果再次出现，或者现在正在发生，请求助（{number}）；不要等我的记录。无论如何都请告诉您的医生。"
    ),
    "advise_near_faint": (
        "首先：如果您现在头晕，请坐下或躺下；如果很快不能缓解、晕倒、胸痛或呼吸困难，请求助（{number}）"
        "。无论如何都请告诉您的医生。"
    ),
    "escalate_chest_pain": (
        "这可能是急症。请立即求助：{number}。坐下，不要活动，不要自己开车；如果独自一人，请先打开房门。"
        "单导联无法判断是不是心肌梗死，我也不能替您呼救。"
    ),
    "escalate_breathing": (
        "呼吸困难可能是急症。请立即求助：{number}。坐直，身边要有人。如果有人没有反应、呼吸不正常，请开"
        "始胸外按压。我不能替您呼救。"
    ),
    "escalate_collapse": (
        "这是急症。请立即求助：{number}。如果此人没有反应、呼吸不正常，请开始胸外按压，并让人去取除颤器"
        "。我不能替您呼救。"
    ),
    "escalate_stroke": (
        "这可能是中风的征兆，每一分钟都重要。请立即求助：{number}。记下开始的时间；不要进食、饮水或开车"
        "。即使已经缓解也一样。我不能替您呼救。"
    ),
    "escalate_heart_attack": (
        "如果您认为是心肌梗死，请立即求助：{number}。坐下，不要活动，不要自己开车。单导联看不出也不能排"
        "除心肌梗死，我也不能替您呼救。"
    ),
    "escalate_heart_stopped": (
        "如果您现在非常不适，或者有人没有反应，请马上求助：{number}。如果有人没有反应、呼吸不正常，请开"
        "始胸外按压。我不能替您呼救。"
    ),
    "escalate_suicide": (
        "很难过您这么辛苦。您不必独自承受。如果您可能伤害自己，请立即求助（{number}），或者去找一个您信"
        "任的人。心理援助热线随时有人倾听：中国大陆 12356。我只记录心律，不能替您联系任何人。"
    ),
    "escalate_overdose": (
        "请立即求助：{number}，或联系中毒急救中心。把药盒放在手边。不要等症状出现，也不要催吐。我不能替"
        "您呼救。"
    ),
    "escalate_device_shock": (
        "连续多次电击，或电击后感到不适，都是急症。请立即求助：{number}。坐下或躺下，不要开车。只有一次"
        "电击且没有不适，请今天就联系管理您设备的医院。我不能替您呼救。"
    ),
    "escalate_help": "如果现在有人需要帮助，请马上求助：{number}。我不能呼救，也不能判断急症。",
    "medication": (
        "关于用药我不提建议：不说该吃什么、吃多少，也不说要不要停。请询问开药的医生或药师；漏服或多服时"
        "，药师可以马上告诉您怎么做。"
    ),
}

WORDS: Final = GateWords(
    code="zh",
    lists=merged(CONCEPTS, PHRASES, SUDDEN, SCOPE, MASKS, EVERYDAY),
    common=(),
    joins={},
    folds={},
    letters=True,
)
