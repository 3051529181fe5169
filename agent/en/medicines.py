"""English words of medicines, and of asking for advice on them."""

from typing import Final

from agent.en import limits
from agent.phrases import phrases

MEDICINES: Final[tuple[str, ...]] = (
    *limits.MEDICINES,
    *phrases(
        """
        her pills, his pills, my meds, meds, water tablet*, cold medicine*, painkiller*, anti
        inflammator*, drops
        """
    ),
)
ADVICE: Final[tuple[str, ...]] = (
    *(text for text in limits.DOSE_ADVICE if text not in {"how many", "best", "enough", "split", "mix"}),
    *phrases(
        """
        shall i, shall we, shall he, shall she, should we, can we, could we, leave it off, leave off,
        leave them off, hold it, hold the, withhold, would you take, would you give, would you stop,
        swap*, replac*, something weaker, something stronger, something gentler, something milder,
        weaker, gentler, milder, give her another, give him another, give her one, give him one, give
        another, come off, coming off, couldn't come off, could not come off, on my own, go up to, go
        down to, put it up, put it down, up the dose, drink alcohol, alcohol, a glass of wine, a beer,
        problem to stop, harm in, any harm, bad to stop, bad to miss, do i need more, do i need less, is
        it enough, is that enough, best for, best against, any reason, okay together, ok together, safe
        together, top up, take the second, take both, take all, take it now, take them now, take it
        later, how long after, how soon after, mix with, split the, split my
        """
    ),
)
ALONE: Final[tuple[str, ...]] = (
    *limits.DOSE_ALONE,
    *phrases(
        """
        lower my dose, raise my dose, up my dose, change my dose, give her another pill, give him
        another pill, something for the palpitations, something against the
        """
    ),
)
RECORD: Final[tuple[str, ...]] = tuple(
    text
    for text in limits.RECORD_WORDS
    if "start" not in text and text not in {"the day i", "on the day", "days i", "when did i"}
) + phrases(
    """
    put down that, note it, note this, please note, log it, put down, have i put down, have i recorded,
    did i record, when did i start, jot down
    """
)
STRONG: Final[tuple[str, ...]] = phrases(
    """
    should i, shall i, should we, shall we, should he, should she, can i, may i, could i, must i, would
    you take, would you give, would you stop, is it safe, safe to, ok to, okay to, is it ok*, is it a
    problem, allowed to, do i need, give her another, give him another, give another, what happens if,
    what now, any reason, still need
    """
)
LOOKS: Final[tuple[str, ...]] = phrases(
    """
    since, after i, before i, before and after, compare, how was, how is my, what was, what is my, was
    i, did my, has my, has the, have my, did the, was my, the day, the night, days when, nights when,
    how much af, af burden, burden
    """
)
