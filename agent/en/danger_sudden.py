"""English words of sudden danger: throats that close, children and pills, what is about to happen."""

from typing import Final

from agent.phrases import phrases

SUDDEN: Final[dict[str, tuple[str, ...]]] = {
    "fillers": phrases(
        """
        really, just, so, very, suddenly, all of a sudden, proper, properly, totally, completely,
        absolutely, bloody, fucking, quite, now, right now, also, already, literally, kind of, sort
        of, actually, well, damn, super, honestly, seriously, even, simply, somehow, dead, pretty,
        all
        """
    ),
    "airway": phrases(
        """
        throat, tongue, lip, lips, face, mouth, windpipe, eyelids
        """
    ),
    "swelling": phrases(
        """
        swell*, swollen, swole*, closing, closes, closing up, puffing up, blowing up, ballooning
        """
    ),
    "gullet": phrases(
        """
        throat, windpipe, airway, wind pipe, gullet
        """
    ),
    "stuck": phrases(
        """
        stuck, lodged, wedged, jammed, blocking, caught in, went down the wrong way
        """
    ),
    "child": phrases(
        """
        child, children, kid, kids, toddler, baby, infant, son, daughter, grandson, granddaughter,
        grandchild, niece, nephew, little one, little boy, little girl, boy, girl, twins, dog
        """
    ),
    "ate": phrases(
        """
        ate, eaten, eating, swallowed, swallows, munched, chewed, got into, gobbled, took my, taken
        my, took his grand*, found my
        """
    ),
    "shaking": phrases(
        """
        shaking, shakes, jerking, jerks, twitching, trembling, convulse*, fitting, thrashing, stiff
        """
    ),
    "imminent": phrases(
        """
        about to pass out, about to faint, about to black out, about to collapse, about to keel
        over, about to go down, about to lose consciousness, going to pass out, going to faint,
        going to collapse, going to black out, going to keel over, gonna pass out, gonna faint,
        gonna collapse, will pass out any, everything is going black, everything going black,
        everything is going dark, everything goes black, vision is going dark, vision is going
        black, vision going dark, vision going black, vision is closing, i am fading, i am blacking,
        i feel myself going, cannot stay conscious, cannot stay awake and, slipping away, losing
        consciousness, i am passing out, i am going under
        """
    ),
    "suicide_named": phrases("suicid*"),
    "watching": phrases(
        """
        would you notice, do you notice if, will you notice, would it notice, would hearth, asks if,
        asked if, asks whether, asked whether, wants to know if, wants to know whether, wanted to
        know if, asking if, asking whether, in general, in theory, more common, less common, how
        common, in patients, heart patients, in people, statistic*
        """
    ),
    "no_point": phrases(
        """
        no point, any point, no reason, any reason, no will, nothing left, not worth, is not worth,
        pointless, tired of, sick of, done with, fed up with, not deserve, no right, do not want,
        not want, no desire, no longer want, no strength, no wish, what is the point, why go on,
        nothing to
        """
    ),
    "living": phrases(
        """
        to live, living, live for, live anymore, live any longer, to stay alive, stay alive,
        staying alive, being alive, be alive, to exist, existing, exist, carry on living, keep living
        """
    ),
    "resolved": phrases(
        """
        it stopped, has stopped, it is gone, is gone now, gone now, went away, has passed, it passed,
        over now, is better now, all fine now, i am fine now, i am ok now, i am okay now, no more pain,
        has eased, eased off, disappeared
        """
    ),
    "returned": phrases(
        """
        again, back, returned, comes and goes, keeps, still, worse
        """
    ),
    "sight": phrases(
        """
        vision, eyesight, my sight, his sight, her sight, in one eye, out of one eye, in both eyes
        """
    ),
    "sight_gone": phrases(
        """
        lost, gone, went, suddenly, sudden loss, blind, disappeared, black, dark
        """
    ),
    "breathing": phrases(
        """
        breathing, breathes, breaths, breath
        """
    ),
    "laboured": phrases(
        """
        funny, weird, strange, odd, shallow, weaker, very weak, slow and, rattling, rattles, noisy,
        gurgling, very fast, heavily and, irregular and, snoring, in bursts
        """
    ),
}
