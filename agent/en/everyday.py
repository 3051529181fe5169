"""English words of everyday speech for what can be asked about, beside those of ``concepts.py``."""

from typing import Final

from agent.phrases import phrases

EVERYDAY: Final[dict[str, tuple[str, ...]]] = {
    "how_fast": phrases("how fast, how quick*, ventricular response, ventricular rate, mean rate, what rate"),
    "heart": phrases("heart, hearts, ticker, chest, pump, old pump"),
    "acknowledge": phrases(
        """
        acknowledg*, ack, acked, confirmed the, confirm the, confirmed it, seen to, dealt with,
        attended to, taken care of, responded to, reacted to, looked at the alarm, looked at the
        alert, signed off
        """
    ),
    "who": phrases("who, whom, somebody, anybody, anyone, someone, has anyone"),
    "hr": phrases(
        """
        ventricular response, heart doing this, rate now, beats a min, beats per min, bpms, chest
        thumping rate, hearbeat*, how quickly, how many beats
        """
    ),
    "resting": phrases(
        """
        sleeping pulse, sleep pulse, asleep pulse, pulse asleep, pulse at rest, overnight pulse,
        nocturnal rate, basal, rest pulse, when asleep
        """
    ),
    "max": phrases(
        """
        top speed, topped out, top out, ceiling, peak, went up to, how far up, at its fastest, at
        its highest
        """
    ),
    "min": phrases(
        """
        slowest, lowest, bottomed out, floor of, how far down, got down to, at its slowest, at its
        lowest
        """
    ),
    "average": phrases("mean, averaged, typical"),
    "rhythm": phrases("in rhythm, normal rhythm, in step, in sinus"),
    "irregular": phrases(
        """
        out of whack, irregularly, higgledy piggledy, jumbled, chaotic, jittery, jumpy, galloping
        about, dancing, all over
        """
    ),
    "af": phrases("afibb, a fibb, fibbing, fibrilat*, fibrilation, afb, afbi, a fib, paroxysm*"),
    "pause": phrases(
        """
        heart stopping, standing still, stood still, missed a whole, long gap, long silence, went
        silent, stop for, stopped for, stops for
        """
    ),
    "brady": phrases(
        """
        dangerously slow, go slow, went slow, gone slow, so slow, awfully slow, really slow, slow
        patch*, slow stretch*, slow spells, slow moments, slow night, sluggish, crawling, crawl,
        slowness, slow at
        """
    ),
    "tachy": phrases(
        """
        fast stretch*, fast patch*, fast run*, galloping, galloped, gallop, hammering, hammered,
        thumping, running away, ran away, sped, took off, fluttered fast, fast spells, fast moments,
        quick spell*, pound*
        """
    ),
    "ectopic": phrases(
        """
        extras, skip, skips, skipped, trip*, stumbl*, flip flop*, hiccup, thump, thud, missed one,
        jump, jumps, hop, hops, double beat*, premature, pvc, pvcs, ventricular extra*, odd beat*,
        dodgy beat*
        """
    ),
    "burden": phrases(
        """
        altogether, in all, what proportion, what share, added up, add up, cumulative, percentage,
        hours in, minutes in, overall time
        """
    ),
    "event": phrases("paroxysm*, stretch, stretches, run of, runs of, bout"),
    "unusual": phrases(
        """
        untoward, amiss, funny business, dodgy, iffy, out of line, worth knowing, worth a look,
        noticeable, concerning, alarming, odd, fishy
        """
    ),
    "trend": phrases(
        """
        creep*, drift*, stretch out, stretch over, stretched, coming down, come down, came down,
        going upwards, upwards, downwards, slid*, climb*, edging, settl*, trajectory, pattern over,
        move over, moved over, moves over, moving over, how did _ move, getting longer, getting
        shorter, over the weeks, over the days, in the long run, shifting, shifted, went over the,
        figures per, week after week, day after day, night after night, hour by hour, hourly, way
        down, way up, on its way, has _ moved, moved night, moved day
        """
    ),
    "compare": phrases(
        """
        next to, beside, alongside, stack up, stacks up, side by side, put _ next to, how do _
        compare, which was, which night, which day was, set against, up against, did beat, or was
        """
    ),
    "comparative": phrases(
        """
        quieter, noisier, busier, rougher, smoother, more restless, less restless, more regular,
        less regular, slow _ ticker, stretch*
        """
    ),
    "usual": phrases(
        """
        usually is, usually, ordinarily, as always, in general, my habit, what is normal for me,
        compared to normal
        """
    ),
    "coverage": phrases(
        """
        lose much, lose anything, miss much of, recorder running, caught, catch, stored, taken off,
        took off, came off, took _ off, take _ off, hole, holes, blank, blanks, hours have you got,
        hours do you have, make out the signal, read the signal
        """
    ),
    "quality": phrases(
        """
        messy, fuzzy, scratchy, poor signal, bad signal, good signal, crackly, how bad was the
        noise, garbage, rubbish, junk, useless
        """
    ),
    "alert": phrases(
        """
        beeped, beep, beeps, bleep*, pinged, ping, buzz*, set it off, set off, sound off, sounded,
        siren, alarm bell*
        """
    ),
    "open": phrases(
        """
        nobody has looked at, no one has looked at, not looked at, unseen, unread, not been
        acknowledged, not yet acknowledged, still beeping, still going, unanswered, outstanding, not
        dealt with, not been dealt with, still unconfirmed, to confirm
        """
    ),
    "device": phrases(
        """
        thing on my chest, thing on my skin, talking to you, hearing my, hear my, hear from, hearing
        from, hearing me, sticker, plaster, the gadget, the unit, quit on me, quit on, gave up, died
        on, juice, receiving, signal coming in, coming through, on properly, days has the battery,
        dead yet, accumulator
        """
    ),
    "battery": phrases(
        """
        juice, days has the battery, charge left, power, accumulator
        """
    ),
    "note": phrases(
        """
        write something, wrote something, write anything, say about, said about, write about, did i
        write, did she write, did he write, put in my diary, jot anything, jot down, put down in,
        mention, mentioned, noted down, scribble*, remark*, did i mention
        """
    ),
    "summary": phrases(
        """
        everything from, in two lines, in a nutshell, in brief, how did _ sleep, how has _ been, all
        right today, alright today, everything that happened, one paragraph, handover, hand over,
        the long and short, round up, roundup, highlights, lowdown, low down, status of my heart,
        how fared, fare, behave itself, behaved itself, how is mum, how is mom, how is dad, how is
        she, how is he, how was she, how was he, anything from, anything at all, give me everything,
        the whole story, the whole picture, how did things, put my mind at rest, put my mind at ease
        """
    ),
    "why": phrases(
        """
        what caused the, what triggered, what set, triggered, reason for the, how so, what made it,
        what made the
        """
    ),
    "source": phrases(
        """
        prove it, work out, worked it out, show me how, on what basis, according to what, where did
        you get, how come you know, how did you get, what is it based on, how would you know, says
        what
        """
    ),
    "correction": phrases(
        """
        i wanted, i want, meant, rather see, i would rather, make it, make that, scratch that, not
        quite, hang on, hold on, oh no, no no, pardon, apologies, misspoke, i should have said,
        change that to, other one
        """
    ),
    "also_about": phrases("too, as well, likewise, same again, ditto, and then, now, next, then"),
    "greeting": phrases("hello there, hiya, howdy, good day, evening, morning"),
    "bye": phrases(
        """
        bye for now, cheerio, so long, that will be all, that is everything, goodnight, ta ta, take
        care
        """
    ),
    "thanks": phrases(
        """
        thank you dear, thank you very much, much obliged, ta, brilliant, lovely, wonderful,
        appreciated, many thanks, good
        """
    ),
    "help": phrases("who are you then, what are you for, what do you know, show me what you can"),
    "howlong": phrases(
        """
        for how long, how much time, how many hours, how many minutes, how long in all, how long
        altogether
        """
    ),
    "count": phrases("the number of, what number of, how many times, tally"),
    "longest": phrases("longest, worst one, the big one"),
}
