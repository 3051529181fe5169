"""English words for what can be asked about."""

from typing import Final

from agent.en.manners import MANNERS
from agent.phrases import pairs, phrases

# Several words that are one thing, so that their parts are not taken for others.
FOLDS: Final[dict[str, str]] = {
    "heart rate variability": "hrv",
    "jumps out": "notable",
    "jump out": "notable",
    "jumped out": "notable",
    "leaps out": "notable",
    "sticks out": "notable",
    "stuck out": "notable",
    "heart rates": "pulse",
    "heart rate": "pulse",
    "atrial fibrillation": "af",
    "ventricular tachycardia": "vt",
    "corrected qt": "qtc",
    "breathing rate": "respiration",
    "respiratory rate": "respiration",
    "than it should be": "normal",
    "than it should": "normal",
    "than is good": "normal",
    "qt c": "qtc",
    "bye for": "bye",
    "heart rat": "pulse",
    "beats per min": "pulse",
    "clocks changed": "clocks",
    "clocks change": "clocks",
    "clock change": "clocks",
    "be alarmed": "worried",
    "out of rhythm": "irregularly",
}

# Contractions and habits of typing, written out.
JOINS: Final[dict[str, str]] = pairs(
    """
    hrt = heart, hrate = heart rate, abt = about, tmrw = tomorrow, lst = last, nite = night, wot = what,
    what's = what is, whats = what is, how's = how is, hows = how is, that's = that is, where's = where is,
    when's = when is, who's = who is, there's = there is, it's = it is, didn't = did not, didnt = did not,
    don't = do not, dont = do not, doesn't = does not, isn't = is not, wasn't = was not, weren't = were not,
    haven't = have not, hasn't = has not, can't = cannot, cant = cannot, couldn't = could not, won't = will
    not, i'm = i am, im = i am, i've = i have, ive = i have, i'd = i would, you're = you are, you've = you
    have, afib = af, heartrate = heart rate, heartbeats = heart beats, heartbeat = heart beat, hartrate =
    heart rate, hart = heart, heatrate = heart rate, summarise = summarize, summarised = summarized, wanna =
    want to, gimme = give me, lemme = let me, pls = please, plz = please, u = you, ur = your, batt =
    battery, sumary = summary, prv = previous, hrs = hours, avg = average, meds = medication, analyse =
    analyze, analysed = analyzed, n't = not, afibs = af, a-fib = af, ticker = heart, afibb = af, vtach =
    ventricular tachycardia, qct = qtc, batry = battery, batery = battery, levl = level,
    plese = please, teh = the
    """
)

CONCEPTS: Final[dict[str, tuple[str, ...]]] = {
    # What is measured.
    "hr": phrases(
        """
        heart rate*, pulse*, bpm, beats per minute, beats a minute, hr, heart beat*, heart beating, heart
        been beating, how fast _ heart, how quick* _ heart, how slow _ heart, rate, rates, heart
        going, heart speed, heart rhythm rate, how fast am i, heart racing, ventricular rate
        """
    ),
    "resting": phrases("resting, at rest, rest rate, rhr, restful, sleeping rate, sleeping heart rate"),
    "max": phrases(
        "how fast _ get, highest, max, maximum, maximal, peak*, fastest, top, how high, greatest, spike*"
    ),
    "min": phrases("how slow, lowest, min, minimum, minimal, slowest, how low, bottom, dip, dipped"),
    "average": phrases("average*, mean heart, mean rate, mean pulse, median, typical*, on average"),
    "rr": phrases(
        """
        rr, rr interval*, r r, beat to beat interval*, time between beats, interval between beats
        """
    ),
    "rmssd": phrases("rmssd, hrv, heart rate variability, variability"),
    "pr": phrases("pr, pr interval*, p r, pq, pq interval*, pr time"),
    "qrs": phrases("qrs, qrs width, qrs duration, qrs complex*"),
    "qt": phrases("qt, qt interval*, q t"),
    "qtc": phrases("qtc, qtcf, corrected qt, qt corrected, q t c, qt c"),
    "p_duration": phrases(
        """
        p wave duration, p duration, p wave length, p wave width, long _ p wave*, p wave*
        """
    ),
    "intervals": phrases("interval*, my intervals, ecg values, ecg measurements, measurements, all values"),
    # Rhythm.
    "rhythm": phrases("rhythm*, regular*, sinus, beating regularly, steady, steadily"),
    "irregular": phrases(
        """
        irregular*, arrhythmi*, arrythmi*, out of rhythm, erratic*, all over the place, uneven*, unregular*,
        out of step, flutter*
        """
    ),
    "af": phrases("af, a fib, atrial fib*, atrial, fibrillat*, fib, auricular fibrillation"),
    "pause": phrases(
        """
        pause*, pausing, heart stop*, stopped beating, stop beating, asystole, standstill, gap* between
        beats, beat* missing, heart stand still, heart _ stop*, stood still, stand still, heart _ still
        """
    ),
    "brady": phrases(
        """
        bradycardia*, brady, too slow*, slow heart*, slow rate*, slow pulse, very slow, slowly, beat* slow,
        beating slow*, slow spell*, slow episode*, slow phase*
        """
    ),
    "tachy": phrases(
        """
        tachycardia*, tachy, too fast, racing, raced, race, fast heart*, rapid*, fast rate*, fast pulse,
        pounding, beat* fast, beating fast, very fast, speeding, fast spell*, fast episode*, fast phase*,
        beating too quickly, too quick*
        """
    ),
    "wide_run": phrases(
        """
        wide run*, wide complex*, wide beat*, ventricular tachycardia*, vt, v tach, ventricular run*, run*
        of ventricular, run* of wide, nsvt, broad complex*, runs of vt
        """
    ),
    "bigeminy": phrases("bigemin*, every other beat, every second beat"),
    "trigeminy": phrases("trigemin*, every third beat"),
    "ectopic": phrases(
        """
        ectop*, extra beat*, extra heart beat*, premature*, pvc*, pac, pacs, ves, sves, extrasystol*,
        skipped beat*, skipping, skip a beat, skip beats, skipped a beat, missed beat*, missed a beat,
        additional beat*, ventricular beat*, supraventricular*, abnormal beat*, early beat*, odd beat*,
        kind* of beats, types of beats, beat types, beats were normal, palpitation*, misfir*, dropped beat*,
        beats dropped, drop beats, drop a beat
        """
    ),
    "above_ventricles": phrases("supraventricular, pac, pacs"),
    # How it is asked for.
    "burden": phrases(
        """
        burden, how much, percent*, share, fraction, proportion, what part, total time, portion, how long in
        total, time in af, time spent, amount of
        """
    ),
    "event": phrases(
        """
        episode*, event*, attack*, bout*, spell*, occurrence*, occur*, happen*, incident*, finding*,
        detect*, find, found, seen
        """
    ),
    "unusual": phrases(
        """
        unusual, abnormal*, odd, strange, wrong, problem*, issue*, irregularities, noteworthy, remarkable,
        suspicious, notable, trouble*, bother*, complication*, hiccup*, something off, anything off,
        anything bad, anything serious, anything to worry,
        anything i should, anything special, anything interesting, out of the ordinary, quiet, calm,
        uneventful, peaceful, crazy, wild, haywire
        """
    ),
    "trend": phrases(
        """
        trend*, over time, develop*, chang*, evolv*, evolution, progress*, going up, going down, gone up,
        gone down, went up, went down, rising, risen, falling, fallen, increas*, decreas*, improv*, declin*,
        getting *, got better, got worse, gotten, become*, became, growing, grown, grew,
        graph*, chart*, plot*, curve, day by day, night by night, hour by hour, week by week, from day to
        day, from night to night, dropping, climbing, course of, history of
        """
    ),
    "compare": phrases(
        """
        compar*, versus, vs, than, difference*, differ*, against, relative to, same as, similar to, as high
        as, as low as, as much as, as good as, as bad as, side by side
        """
    ),
    "comparative": phrases(
        """
        higher, lower, faster, slower, longer, shorter, wider, broader, narrower, better, worse, calmer,
        larger, bigger, smaller, steadier, more often, less often, more frequent*, less frequent*, fewer,
        more af, less af, more pauses, less pauses, more episodes, less episodes, more extra, less extra,
        slowed, slow* _ heart, slow* _ pulse, slow* down, speed* up, calm* _ heart, raise* _ pulse, quicken*
        """
    ),
    "usual": phrases(
        """
        usual*, normally, normal for me, my average, baseline, my normal, typical for me, other days, other
        nights, most days, most nights, before that
        """
    ),
    "coverage": phrases(
        """
        record*, coverage, data, missing, gap*, wear time, wore, worn, wear, wearing, analyzable, analyze*,
        signal, captured, collected, usable, enough data, lose any, lost any, dropout*, interruption*,
        interrupted, holes, unreadable, readable, hours of ecg, hours of data, do you have from, amount of
        ecg, ecg do you have, how much ecg
        """
    ),
    "quality": phrases(
        """
        quality, noisy, noise, clean, artefact*, artifact*, interference, signal good, signal bad,
        disturbance*, disturbed
        """
    ),
    "strip": phrases(
        """
        strip, strips, ecg strip*, waveform*, tracing*, ecg trace*, the trace, my ecg, the ecg, an ecg, ecg
        picture*, ecg curve*
        """
    ),
    "alert": phrases(
        """
        alert*, alarm*, warning*, notif*, beep*, went off, go off, going off, ring, rang, warned, warn
        """
    ),
    "open": phrases(
        """
        active, open, current, pending, ongoing, unacknowledged, unconfirmed, not confirmed, still on, right
        now, not acknowledged, to be acknowledged, to acknowledge
        """
    ),
    "device": phrases(
        """
        battery, charg*, connect*, disconnect*, device*, sensor*, wearable, patch, strap, electrode*, lead
        off, lead is off, online, offline, packet*, last seen, bluetooth, turned on, switched on, sending,
        transmit*, monitor, is it working, still working, working properly, working, power left, running
        out, attached, fallen off, fell off, come off, belt, belt on
        """
    ),
    "battery": phrases("battery, charg*, power left, running out, accumulator, percent left"),
    "note": phrases(
        """
        note*, diary, logged, log, i wrote, i write, written down, wrote down, write down, wrote, jot*,
        scribbl*, entries, entry, journal, did
        i report, i reported, i enter*, i mention*
        """
    ),
    "symptom": phrases("symptom*, complain*, how i felt, feeling"),
    "medication": phrases("medication*, medicine*, pill*, tablet*, drug*, dose*, tablets"),
    "activity": phrases("activit*, exercise*, sport*, walk*, workout*"),
    "diary": phrases("diary, journal"),
    "howwas": phrases("how was, how were, how has it been, how did it"),
    "summary": phrases(
        """
        summar*, overview, report, how am i, how was my night, how did i do, how did i sleep, how have i
        been, how are things, how is my heart, how did my heart, how has my heart, how is it going,
        everything ok*, everything all right, everything alright, everything fine, tell me about, what
        happened, rundown, brief, update, recap, how am i doing, how was i doing, am i ok*, am i fine, am i
        all right, am i alright, how was it, how did it go, how were things, all good, how was the night,
        how was the day, how was my day, what can you tell me, anything new, how does it look, how do things
        look, how does my heart look, my heart doing, wrap up, in short, how did last, what about my heart,
        how did the, is everything, is my heart ok*, is my heart all right, is my heart alright, is my heart
        fine, is my heart good, how have things, things been, the story, what is new, what did my heart,
        what was my heart doing, what has my heart, up with my heart, vitals, vital signs, how _ went, going
        on, went last, behav*, sum up, sums up, outline, gist, digest, synopsis, catch me up, up to date, run
        through, walk me through, news, what did i miss, did i miss, miss anything, anything happen*, did
        anything, good shape, bad shape, state of my heart, condition of my heart, how was _ day, how was _
        night, how was _ week, how did _ do, how well did, how did go, how did _ go, doing ok*, doing fine,
        doing well, doing good, doing
        all right, doing alright
        """
    ),
    **MANNERS,
}
