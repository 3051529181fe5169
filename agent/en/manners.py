"""English words for how something is asked: why, what, how often, and what leans on the question before."""

from typing import Final

from agent.phrases import phrases

MANNERS: Final[dict[str, tuple[str, ...]]] = {
    # Why and what.
    "why": phrases("why, how come, for what reason, what makes"),
    "source": phrases(
        """
        how do you know, how did you, rest on, rests on, rested on, where do,
        where does, where did, based on, source*, evidence, proof,
        prove, are you sure, how sure, how certain, are you certain, how reliable, how accurate, can i
        trust, which model, what model, which algorithm, what algorithm, calculated, computed, what makes
        you, what data, how was that measured, how was this measured, how is that, how is this, which
        version, what version, says who, derive*, come from, came from, how can you, justify, worked out,
        work that out, rely on, back that up, show your work
        """
    ),
    "define": phrases(
        """
        what is, what are, what does, what do, what do you call,
        what is meant by, mean, means, meaning, define, definition, explain, stand*
        for, tell me what, what exactly is, describe, understand
        """
    ),
    "meaning": phrases(
        """
        what does, mean, means, meant, meaning, define, definition, explain, stand* for, what exactly is,
        describe, what is that, what is this, what are those, what are these
        """
    ),
    "help": phrases(
        """
        what can you, what can i ask, help, how do you work, what do you do, who are you, what are you, how
        does this work, which questions, what questions, how can you help, what else can, how do i use,
        commands
        """
    ),
    "greeting": phrases("hello, hi, hey, good morning, good evening, good afternoon, hi there, greetings"),
    "thanks": phrases(
        """
        thanks, thank you, thx, ty, cheers, great, perfect, ok, okay, nice, cool, good to know
        """
    ),
    "bye": phrases(
        """
        bye, goodbye, good bye, see you, good night, that is all, exit, ciao, farewell, talk to you
        later, nothing else, no more questions
        """
    ),
    # Shape of the question.
    "count": phrases("how many, how often, number of, count, how frequent*, many times"),
    "when": phrases(
        """
        when, what time, at what time, at which time, which time, what hour, which day, what day, which
        night, what night, which hour, at which hour
        """
    ),
    "howlong": phrases("how long, duration*, what length, lasted, last for, did it last"),
    "longest": phrases("longest, biggest, the worst, most serious"),
    "shortest": phrases("shortest, briefest"),
    "newest": phrases("last, latest, most recent, newest, final, last time"),
    "oldest": phrases("first, earliest, oldest"),
    "above": phrases(
        """
        above, over, more than, higher than, exceed*, greater than, faster than, past, beyond, upwards of
        """
    ),
    "below": phrases(
        """
        below, under, less than, lower than, slower than, fewer than, beneath, dropped to, drop to
        """
    ),
    "normal": phrases(
        """
        normal, ok, okay, alright, all right, in range, healthy, fine, good, bad, too high, too low,
        dangerous, safe, worr*, concern*, serious, acceptable, within limits, too long, prolonged, high,
        low, elevated, what it should be
        """
    ),
    "mine": phrases("my, mine, i, his, her, their, he, she, the patient, mum, mom, dad, am i"),
    "any": phrases(
        """
        any, anything, ever, at all, did i have, have i had, was there, were there, is there, are there, did
        i get, do i have, have there been, has there been, had i, was i, did you see, did you find, did you
        detect, did you notice, list, show, which
        """
    ),
    "past": phrases("was, were, did, had, been, has my, got, went"),
    "present": phrases("is, am, are, now, what is, currently"),
    "and_also": phrases("and, also, plus, as well as, together with, along with"),
    # Openings of follow-ups.
    "also_about": phrases(
        """
        and, what about, how about, same for, same thing for, same question for, and for, and what, and how,
        now for, what of, and on, and in, again for, the same for, repeat _ for, try
        """
    ),
    "correction": phrases(
        """
        sorry, i meant, i mean, no the, no not, no rather, no i meant, actually, i meant to say, not that,
        wrong, rather, correction,
        my mistake, instead, wait
        """
    ),
    "pointing": phrases(
        """
        it, that, this, those, them, these, there, the longest, the first, the last, the shortest, one,
        ones, each, they
        """
    ),
}
