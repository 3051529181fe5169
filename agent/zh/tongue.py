"""Chinese, all of it: simplified, and polite ("您")."""

# ruff: noqa: RUF001 - Chinese punctuation is meant

import re
from typing import Final

from agent.language import Tongue
from agent.letters import Letters
from agent.phrases import merged, phrases, words
from agent.question import Speech
from agent.zh import asks, bounds, concepts, limits, safety
from agent.zh.everyday import EVERYDAY
from agent.zh.forms import ChineseForms
from agent.zh.glossary import GLOSSARY, TERMS
from agent.zh.idioms import IDIOMS
from agent.zh.names import NAMES
from agent.zh.other_words import OTHER_WORDS
from agent.zh.sentences import SENTENCES
from agent.zh.times import LANGUAGE

BUCKETS: Final[dict[str, tuple[str, ...]]] = {
    "hour": phrases("每小时, 每个小时, 按小时, 逐小时, 各小时"),
    "day": phrases("每天, 每日, 按天, 按日, 逐日, 逐天, 各天, 一天天"),
    "night": phrases("每晚, 每夜, 按夜, 按晚, 逐夜, 各夜, 每天晚上, 每天夜里"),
    "week": phrases("每周, 每星期, 按周, 逐周, 各周, 每个星期"),
}

SPEECH: Final = Speech(
    joins=concepts.JOINS,
    folds=concepts.FOLDS,
    concepts=merged(concepts.CONCEPTS, EVERYDAY, IDIOMS),
    not_on_one_lead=bounds.NOT_ON_ONE_LEAD,
    not_measured=bounds.NOT_MEASURED,
    medicines=tuple(word for word in limits.MEDICINES if word != "片"),  # of strips, too
    dose_advice=limits.ADVICE,
    dose_alone=limits.ALONE,
    record_words=(*limits.RECORD, *limits.DATING),
    advice=bounds.ADVICE,
    changes=bounds.CHANGES,
    terms=TERMS,
    buckets=BUCKETS,
    openers=(),
    before_when=(),
    anchors=(),
    articles="^ (?:一 个 )?",
    linking=words(
        """
        只 就 光
        和 跟 与 比 还是 或 到 至 不是 不 是 对不起 抱歉 那 呢 同样 一样 再 也 但 我是说 看看 怎么样 如何
        """
    ),
    common=(),
    times=LANGUAGE,
    asks=asks.ASKS,
    cuts=re.compile("还有|另外|以及|并且|[，。；？、,;?]"),
    against=re.compile(r"(?:比|和|跟|与|同|比起|相比)\s*$"),
    present=(" 我 正 在 ", " 我 在 ", " 是 不 是 ", " 我 是 不 是 "),
    firsts=words("一 早 前 先 1"),
    seconds=words("二 下 晚 后 2"),
    same_time="{day}同一时间",
    letters=Letters(han=True),
    length_alone=re.compile(
        r"(?<![最过近去每])(?:\d+|[两三四五六七十]+)\s?个?(?:小时|天|周|星期|个月)(?!前|内|来)"
    ),
    length_past="最近{length}",
    part_alone="那{text}",
    apart=re.compile(r"(?P<a>.+?)(?:和|与|到)(?P<b>.+?)之间"),
    both_sides=(re.compile(r"(?P<x>[^，。？、]+?)前后"),),
    sides=("{x}之前", "{x}之后"),
    taken_back=re.compile(r"不是$"),
)

TONGUE: Final = Tongue(
    code="zh",
    speech=SPEECH,
    gate=safety.WORDS,
    forms=ChineseForms(),
    sentences=SENTENCES,
    names=NAMES,
    glossary=GLOSSARY,
    other_words=OTHER_WORDS,
)
