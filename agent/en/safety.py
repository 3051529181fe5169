"""English: the words of the safety gate, and what is said to somebody in danger."""

from typing import Final

from agent.en.common import COMMON
from agent.en.danger_everyday import EVERYDAY
from agent.en.danger_masks import MASKS
from agent.en.danger_phrases import PHRASES
from agent.en.danger_scope import SCOPE
from agent.en.danger_sudden import SUDDEN
from agent.en.danger_words import CONCEPTS
from agent.en.talk import SAFETY, TALK
from agent.gate import GateWords
from agent.phrases import merged, pairs, words

_JOINS: Final[dict[str, str]] = pairs(
    """
    can't = cannot, cant = cannot, can = can, couldn't = could not, don't = do not, dont = do not, doesn't =
    does not, doesnt = does not, isn't = is not, isnt = is not, won't = will not, wont = will not, haven't =
    have not, havent = have not, hasn't = has not, didn't = did not, didnt = did not, aren't = are not,
    wasn't = was not, i'm = i am, im = i am, he's = he is, she's = she is, it's = it is, there's = there is,
    i've = i have, ive = i have, what's = what is, she'll = she will, he'll = he will, chestpain = chest
    pain, afib = af, mum's = mum is, mom's = mom is, dad's = dad is, wife's = wife is, husband's = husband
    is, face's = face is, heart's = heart is, breath = breath, gonna = going to, wanna = want
    to, shes = she is, hes = he is, theyre = they are, wasnt = was not, aint = is not, ain't = is not, arent
    = are not, couldnt = could not, wouldnt = would not, breathin = breathing, chokin = choking, bleedin =
    bleeding, dyin = dying, hurtin = hurting, burnin = burning, achin = aching, faintin = fainting, talkin =
    talking, movin = moving, wakin = waking, killin = killing, lad's = lad is, heartattack = heart attack,
    outta = out of, cannae = cannot, canny = cannot, couldn't = could not
    """
)

# Everyday words one slip away from a word of danger ("checking", "choking").
_NEAR: Final = words(
    """
    acting bills casing cheat checking chess chewing choose choosing chose confusing construct constructs
    contract crash crashed crashing crossing crossed dice diet electronic flood gaps grids grouping hills icon
    loader pairs searching shaping shared sharing shuffled smoothed spam stat stove stripped strongly tips
    treating visiting
    """
)

WORDS: Final = GateWords(
    code="en",
    lists=merged(CONCEPTS, PHRASES, SUDDEN, SCOPE, MASKS, EVERYDAY),
    common=COMMON | _NEAR,
    joins=_JOINS,
    folds={"can not": "cannot", "did i have": "did i get", "have i had": "did i get"},
)
TEXTS: Final[dict[str, str]] = {**SAFETY, "medication": TALK["refuse_medication"]}
