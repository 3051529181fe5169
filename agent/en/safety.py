"""English: which words together mean danger, and what takes them back or softens them."""

from typing import Final

from agent.en.common import COMMON
from agent.en.danger_words import LISTS
from agent.gate import Danger, GateWords, Level
from agent.phrases import pairs

_ALWAYS: Final = ("hypothetical", "retrieval", "long_past", "no")

_DANGERS: Final = (
    Danger("suicide", ("suicide",), unless=("figurative", "no"), softened=("long_past",)),
    Danger("overdose", ("overdose", "person"), unless=("hypothetical", "retrieval", "long_past")),
    Danger(
        "chest_pain",
        ("chest", "pain", "self_or_other"),
        unless=(*_ALWAYS, "chest_thing"),
        softened=("recent_past", "asked_past"),
    ),
    Danger(
        "chest_pain",
        ("chest_pain_words",),
        unless=(*_ALWAYS, "asking"),
        softened=("recent_past",),
    ),
    Danger("chest_pain", ("heart_pain",), unless=_ALWAYS, softened=("recent_past", "asked_past")),
    Danger("chest_pain", ("arm_pain",), unless=_ALWAYS, softened=("recent_past", "asked_past")),
    Danger(
        "breathing",
        ("breath_hard", "person"),
        unless=_ALWAYS,
        softened=("recent_past", "exertion", "asked_past"),
    ),
    Danger("breathing", ("breath_hard",), unless=(*_ALWAYS, "asking", "exertion"), softened=("recent_past",)),
    Danger(
        "near_faint",
        ("near_faint",),
        unless=("hypothetical", "retrieval", "long_past", "no"),
        level=Level.ADVISE,
    ),
    Danger(
        "collapse",
        ("collapse", "person"),
        unless=(*_ALWAYS, "thing", "almost"),
        softened=("recent_past", "asked_past"),
    ),
    Danger("stroke", ("stroke",), unless=(*_ALWAYS, "thing"), softened=("recent_past", "asked_past")),
    Danger("heart_attack", ("heart_attack",), unless=_ALWAYS, softened=("recent_past", "asked_past")),
    Danger(
        "heart_stopped",
        ("heart_stopped",),
        unless=("hypothetical", "retrieval", "long_past", "no", "figurative", "asked_past"),
        softened=("recent_past",),
    ),
    Danger("help", ("help",), unless=("help_topic", "hypothetical", "no")),
)

_JOINS: Final[dict[str, str]] = pairs(
    """
    can't = cannot, cant = cannot, can = can, couldn't = could not, don't = do not, dont = do not, doesn't =
    does not, doesnt = does not, isn't = is not, isnt = is not, won't = will not, wont = will not, haven't =
    have not, havent = have not, hasn't = has not, didn't = did not, didnt = did not, aren't = are not,
    wasn't = was not, i'm = i am, im = i am, he's = he is, she's = she is, it's = it is, there's = there is,
    i've = i have, ive = i have, what's = what is, she'll = she will, he'll = he will, chestpain = chest
    pain, afib = af, mum's = mum is, mom's = mom is, dad's = dad is, wife's = wife is, husband's = husband
    is, face's = face is, heart's = heart is, breath = breath, gonna = going to
    """
)

WORDS: Final = GateWords(
    lists=LISTS,
    dangers=_DANGERS,
    common=COMMON,
    joins=_JOINS,
    folds={"can not": "cannot", "did i have": "did i get", "have i had": "did i get"},
)
