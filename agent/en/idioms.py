"""English idioms and looser words for what can be asked about, beside those of ``everyday.py``."""

from typing import Final

from agent.phrases import phrases

IDIOMS: Final[dict[str, tuple[str, ...]]] = {
    "heart": phrases("engine, motor, clockwork, old thing, heartstrings"),
    "extent": phrases(
        """
        how slow, how slowly, how fast, how quick, how quickly, how low, how high, how far, how rapid,
        how rapidly
        """
    ),
    "hr": phrases(
        """
        number my heart, heart at now, my heart at, heart _ quick, heart _ quickly, heart _ fast, heart
        _ slow, heart _ slowly, heart _ rapid, rate of my heart, beating rate, cardiac rate, heart
        frequency, cardiac frequency, pulsation*, pulsing, pulsed, ticking, ticks, ticked, beat count,
        bpm reading, heart number
        """
    ),
    "max": phrases(
        """
        quickest, hardest, most high, most quick, most fast, extremes, upper end, all time high, high
        point, highest point, topmost, as high as it got, as fast as it got, hit a high, biggest rate,
        maximum value, top value, soared to, shot up to, climbed to, rose to, reached at most, at the
        most, at worst
        """
    ),
    "min": phrases(
        """
        low point, most low, most slow, extremes, slowest point, lowest point, as slow as it got, as low
        as it got, fewest beats, least beats, sank to, fell to, came down to, smallest rate, lower end,
        bottom rate, trough, nadir, at the least, dropped down to
        """
    ),
    "resting": phrases(
        """
        when i rest, while resting, lying down, lying still, quiet pulse, sleeping rate, rate asleep,
        night time pulse, nighttime pulse, nighttime rate, nighttime heart, nocturnal pulse, nocturnal
        heart, night time heart, night time rate
        """
    ),
    "average": phrases("on the whole, typically, in the mean, mean value, middle value, generally"),
    "rhythm": phrases(
        """
        regular beat, beating evenly, even beat, evenly, smooth rhythm, kind of rhythm, heart rhythm, on
        the beat
        """
    ),
    "irregular": phrases(
        """
        wobbl*, off beat, offbeat, off rhythm, topsy turvy, random beats, haphazard, disorderly, out of
        sync, unsteady, unsteadily, jerky, bumpy, in disorder
        """
    ),
    "af": phrases("the flutters, flutters, quiver*, fibril*, a fibs, atria, auricle*"),
    "pause": phrases(
        """
        stall*, freeze, froze, frozen, halt*, ceas*, quit beating, hold _ breath, held _ breath, holds _
        breath, long break*, break between beats, without a beat, no beat for, stopped ticking, stops
        ticking, come to a stop, came to a stop, dead stop, flatlin*
        """
    ),
    "brady": phrases(
        """
        low rate, low rates, creeping along, plodding, slow going, on the slow side, slow rates, snail*
        """
    ),
    "tachy": phrases(
        """
        sprint*, bolting, bolted, tearing along, runaway, on the fast side, quick rates, beating wildly,
        going wild, revved, revving, overdrive, high rate, high rates
        """
    ),
    "wide_run": phrases(
        """
        strip from the run*, strip of the run*, strip of that run*, strip from that run*,
        wide ones, wide one, broad ones, wide beats in a row, broad beat*, broad run*, ventricular
        salvo*, salvo*, ventricular burst*, several ventricular, ventricular beats in a row, ventricular
        couplet*, ventricular triplet*, row of wide, chain of wide, burst of wide, string of wide
        """
    ),
    "bigeminy": phrases(
        """
        each second beat, every 2nd beat, alternate beat*, alternating beat*, every other one
        """
    ),
    "trigeminy": phrases("each third beat, every 3rd beat, every third one"),
    "ectopic": phrases(
        """
        ve, sve, miss* a step, miss* any step*, miss* any beat*, misstep*, stutter*, falter*, splutter*,
        sputter*, hesitat*, somersault*, lurch*, jolt*, leap, leaps, leapt, leaping, kick, kicks,
        kicked, bumps, bumped, out of turn, extra one*, added beat*, additional one*, too early, came
        early, stray beat*, rogue beat*, funny beat*, weird beat*, strange beat*, ectopy, extra thump*,
        sveb*, veb, vebs, wayward beat*
        """
    ),
    "burden": phrases(
        """
        load, sum of, in sum, overall share, minutes of, ratio, per cent, grand total, total amount
        """
    ),
    "event": phrases(
        """
        goings on, incident*, phenomen*, crop* up, turn* up, show* up, noticed, spotted, register*,
        flagged, came up
        """
    ),
    "unusual": phrases(
        """
        notable, stand* out, stood out, blip, blips, glitch*, catch* the eye, caught the eye, caught
        your eye, catch your eye, draw* attention, scared, scary, scare me, scares me, frighten*,
        worrying, worrisome, unsettling, nasty, grief, misbehav*, acting up, act up, acted up, playing
        up, play up, played up, out of place, not right, not quite right, off kilter, weird, peculiar,
        curious, bad news, red flag*, standout, striking, drama, hairy, rough patch*, anomal*, deviat*,
        hitch*, mischief, upset*, give me a fright, gave me a fright, out of character, hidden
        """
    ),
    "trend": phrases(
        """
        slowing down, slowing, speeding up, quickening, piling up, pile up, piled up, building up, build
        up, built up, mounting, mounted, accumulat*, tailing off, tailed off, easing off, eased off,
        easing up, letting up, let up, on the rise, on the increase, on the decline, on the wane, on the
        up, time course, timeline, tendency, direction, heading, week on week, day on day, month on
        month, dwindl*, waning, shrink*, shrunk, drop off, dropping off, unfold*, picking up speed,
        graduall*, bit by bit, little by little, steadily up, steadily down
        """
    ),
    "compare": phrases(
        """
        measured against, as opposed to, in contrast, contrast*, in comparison, held against, hold
        against, stack them up
        """
    ),
    "comparative": phrases(
        """
        more low, more high, more slow, more fast, more quick, more rapid, more calm, more steady, more
        even, less fast, less slow, less high, less low, less quick, less calm, less steady, less even,
        gentler, heavier, lighter, milder, raised, lowered, reduced, gone lower, gone higher, any lower,
        any higher, any slower, any faster, any better, any worse, livelier, lazier, quicker
        """
    ),
    "coverage": phrases(
        """
        listen*, on duty, tracked, tracking, logged hours, observed, watching me, watched me, followed
        me, picked me up, uptime, downtime, packet loss, lost packets, packets lost, data loss, signal
        loss, off air, on air, blind spot*, time on, time off, in use, hooked up, complete, completely,
        in full, through to you, come through, came through, got through, reach you, reached you
        """
    ),
    "quality": phrases(
        """
        noise level, distort*, corrupt*, clipped, baseline wander, muscle noise, movement noise, shaky,
        clarity, clear signal, legible, usable signal, too noisy, scrambled
        """
    ),
    "alert": phrases(
        """
        blar*, chirp*, klaxon, hooter, hoot*, racket, squeal*, shriek*, peep, peeps, peeped, peeping,
        bong, chime*, vibrat*, made a noise, makes a noise, making a noise, make a noise, make noise,
        made noise, fuss, kerfuffle, went mad, wake me up, woke me up, wailed, wailing
        """
    ),
    "open": phrases(
        """
        nobody _ dealt, no one _ dealt, nobody has, no one has, not _ acknowledged, not _ confirmed,
        still waiting, unattended, unresolved, unhandled, left open, left over, remaining, waiting for,
        without an answer, not closed
        """
    ),
    "acknowledge": phrases(
        """
        sign* off, tick* off, cleared, clear the alarm, handled, took care, dismiss*, closed the,
        noticed the alarm, reacted, okayed, approved
        """
    ),
    "device": phrases(
        """
        my box, little box, the box, gizmo, contraption, apparatus, thingy, transmitter, recorder, kit,
        hardware, link, signal strength, dongle, charge level, charging, out of power, flat, cell,
        cells, still on, still alive, still there, are you getting, getting data, last sync*, sync*,
        heard from me, heard from my
        """
    ),
    "battery": phrases(
        """
        flat, cell, cells, energy, see me through, patch last, battery last, device last, sensor last,
        it last, strap last, hold out, make it through, topped up, low on, percent charge, run down,
        runs down, run flat, how full, is _ charged, recharge*, top up
        """
    ),
    "note": phrases(
        """
        in the book, my book, my notebook, did i put, i put down, told you, tell you about, i told, said
        to you, confid*, dictated, read out, read back, my words, i entered, my log, my journal, my
        remarks, comments, comment, memo, memos, recorded about, annotation*, annotated, complained
        about, complained of
        """
    ),
    "summary": phrases(
        """
        in the picture, all told, how i slept, how have i done, verdict, go _ smoothly, went _ smoothly,
        go _ well, went _ well, go without, in good nick, in decent nick, in fine fettle, in good form,
        in form, how is life, assessment, bottom line, upshot, takeaway*, in a word, how do i stand,
        where do i stand, how do things stand, status report, state of play, picture of, paint me,
        bulletin, account of, impression*, big picture, main points, key points, key facts, essentials,
        what went on, went on, what was up, what is up, how goes, how is everything, everything normal,
        everything in order, in order, as it should, doing its job, sleep well, through the night, tell
        me everything, debrief, rate my, grade my, treat me, turn out, turned out, pan out, panned out,
        come along, coming along, held up, hold up, holding up, ok overnight, okay overnight, all right
        overnight, keeping well, keeping ok, fare overnight
        """
    ),
    "source": phrases(
        """
        provenance, went into, go into, goes into, stand* behind, behind this, behind that, which data,
        how many windows, how many samples, which rows, where _ from, spat out, came up with, come up
        with, arriv* at, get that from, got that from, get this from, substantiat*, underpin*, support
        that, supports that, backed by, reference, references, method, methodology, trace back,
        traceab*, verif*, double check, how trustworthy, believe that, believe this, convinc*, made that
        number, made this number, made that figure
        """
    ),
    "define": phrases(
        """
        cutoff, cut off, counts as, count as, criterion, criteria, qualifies as, is called, are called,
        called when, name for, word for, term for, how do you call, what do they call, in plain words,
        in plain english, spell out, what on earth
        """
    ),
    "meaning": phrases(
        """
        not understand, do not get what, no idea what, understand what, cutoff, cut off, counts as,
        count as, criterion, criteria, qualifies as, is called, called when, name for, word for, term
        for, how do you call, what do they call, in plain words, in plain english, spell out, what on
        earth
        """
    ),
    "correction": phrases(
        """
        my bad, mistaken, thinking of, was thinking, i was after, should be, should have been, try
        again, not what i, different one, another one, take that back, forget that, strike that, let me
        rephrase, slip of, oops, whoops, ignore that, never mind that, nope
        """
    ),
    "also_about": phrases(
        """
        what of, same question, same thing, repeat that, once more, this time, do the same, do that for,
        and again, next up, now do, followed by, and then
        """
    ),
    "when": phrases("at what moment, which moment, at what point, at which point"),
    "why": phrases(
        """
        the reason, what was behind, explanation for, on account of, what was that about, what lies
        behind, what lay behind, whatever for
        """
    ),
    "newest": phrases("most recently, most recent one, previous one, final one, the latest one"),
    "count": phrases("total number, how many of, how many were, tot up, the count, count of"),
    "any": phrases(
        """
        have you seen, have you found, noticed any, seen any, any sign, any signs, a hint of, any hint
        """
    ),
}
