"""English words for what Hearth does not do for anybody."""

from typing import Final

from agent.phrases import phrases

NOT_ON_ONE_LEAD: Final[dict[str, tuple[str, ...]]] = {
    "axis": phrases("axis, axis deviation"),
    "hypertrophy": phrases(
        """
        lvh, rvh, hypertrophy, enlarged heart, heart enlarged, thickened heart, enlarge*, dilated,
        dilatation, chamber*, heart wall*, valve*, ejection fraction
        """
    ),
    "infarction": phrases(
        """
        infarct*, stemi, nstemi, heart attack*, st elevation*, st depression*, st segment*, ischemi*,
        ischaemi*, myocardial, coronary, scar, scars, scarring, dead tissue, necrosis, q wave*, blocked
        arter*, arter*, blood vessel*, blockage*, clogged, stent*
        """
    ),
    "bundle": phrases("bundle branch, lbbb, rbbb, left bundle, right bundle, fascicular, hemiblock"),
    "progression": phrases("r progression, r wave progression, lead reversal, precordial"),
    "electrolytes": phrases("potassium, electrolyte*, calcium, magnesium level*, hyperkal*, hypokal*"),
}

NOT_MEASURED: Final[dict[str, tuple[str, ...]]] = {
    "blood_pressure": phrases("blood pressure, systolic, diastolic, hypertension"),
    "oxygen": phrases("oxygen, spo2, saturation, blood oxygen"),
    "glucose": phrases("glucose, blood sugar, sugar level*, insulin level*"),
    "temperature": phrases("body temperature, my temperature, fever"),
    "breathing_rate": phrases(
        "respiration, respiratory rate, breathing rate, breaths per minute, apnea, apnoea"
    ),
    "sleep": phrases(
        """
        sleep stage*, deep sleep, rem sleep, sleep score, sleep quality, how long did i sleep, how much did
        i sleep, hours did i sleep
        """
    ),
    "steps": phrases("steps, calories, distance, vo2*, step count, kilometers, weight"),
    "stress": phrases("stress level*, stress score"),
    "cholesterol": phrases("cholesterol, troponin, blood test*"),
}

MEDICINES: Final[tuple[str, ...]] = phrases(
    """
    medication*, medicine*, pill, pills, tablet*, drug*, dose, doses, dosage*, dosing, mg, milligram*, beta
    blocker*, blood thinner*, anticoagulant*, antiarrhythmic*, bisoprolol, metoprolol, atenolol, carvedilol,
    propranolol, nebivolol, sotalol, amiodarone, flecainide, propafenone, dronedarone, digoxin, diltiazem,
    verapamil, apixaban, eliquis, rivaroxaban, xarelto, dabigatran, pradaxa, edoxaban, warfarin, coumadin,
    phenprocoumon, marcumar, aspirin, ibuprofen, paracetamol, acetaminophen, clopidogrel, statin*, ramipril,
    lisinopril, amlodipine, furosemide, torasemide, spironolactone, insulin, antibiotic*, antidepressant*,
    sleeping pill*, supplement*, potassium tablet*, magnesium, viagra, sildenafil, omeprazole, thyroxine,
    levothyroxine, prescription*, nitro*, tylenol, advil, beta-blocker*
    """
)

# With a medicine, these ask for advice ...
DOSE_ADVICE: Final[tuple[str, ...]] = phrases(
    """
    ought i, had i better, shall i, would i be wise, would it be wise, do i have to, could i leave,
    can i leave, drop a, drop one, stop the, lower the, up my, up the, come off the,
    should i, should he, should she, can i, could i, may i, must i, do i need, need to take, is it safe,
    is it ok*, is it alright, is it all right, how much, how many, what dose, which dose, right dose,
    increase, reduce, lower my, raise my, stop taking, stop my, skip, double, half my, halve, quit,
    switch, start taking, instead of, take more, take less, take another, take an extra, extra dose,
    recommend, suggest, advise, which medication, what medication, what medicine, which medicine,
    what pill*, what should, what can i take, cut down, adjust, change my, safe to, forgot to take,
    forgot my, missed my, missed a dose, interact*, together with, mix, prescribe, enough, too much,
    would _ help, will _ help, better for, best, side effect*, lower dose, higher dose, smaller dose,
    bigger dose, stronger dose, would a, would it help, still need, leave out, leave it out, too high,
    too low, too strong, too weak, allowed to, am i allowed, come off, get off, go off, go back on,
    time for, extra tablet, extra pill, drop the, drop my, needed anymore, ok to stop, okay to stop,
    wean off, taper, crush, split, cut in half, with alcohol, have a beer with, drink with, next dose,
    next pill, next tablet, when should i take, when do i take, forgot _ pill, forgot _ tablet,
    forgot _ dose, missed a pill, missed a tablet, missed _ dose, take two, two at once, twice as much,
    ran out of, what happens if i, enough for me
    """
)

# ... unless one of these looks up what was noted.
RECORD_WORDS: Final[tuple[str, ...]] = phrases(
    """
    did i note, did i log, did i write, have i noted, have i logged, my notes, notes, note about,
    i noted, i logged, i wrote, diary, list, show, when did i, did i take, have i taken, did i start,
    since i started, after i started, after starting, before i started, since starting, the day i,
    on the day, days i, please log, log that, note that, remind me what
    """
)

ADVICE: Final[tuple[str, ...]] = phrases(
    """
    kill me, die of it, die of this, heart is failing, heart failing, failing heart, heart giving out,
    heart gives out, left to live, time left, will i die, am i going to die, how long will i live, how
    long do i have, life expectancy, going to have a stroke, get a stroke, will i have a, risk of, my
    risk, should i see a doctor, should i go to, need to see a doctor, need a doctor, go to hospital, go
    to the hospital, should i call, diagnos*, do i have heart disease, do i have a heart condition, do i
    have a heart problem, is my heart failing, heart failure, is my heart healthy, am i healthy, am i
    sick, am i ill, can i exercise, can i run, can i drink, should i exercise, should i worry, can i
    drive, can i fly, is it safe to, pacemaker, ablation, cardioversion, surgery, treatment*, cure*,
    treat my, treat af, do i need to worry, should i be worried, is it serious, is this serious, is that
    serious, is this dangerous, is that dangerous, is it dangerous, prognosis, what should i do, what
    caused, what causes my, cause of my, caused by, because of the coffee, due to, clot forming, blood
    clot*, a clot, can i have sex, drink coffee, drink alcohol
    """
)

CHANGES: Final[tuple[str, ...]] = phrases(
    """
    turn off, turn on, switch off, switch on, disable, enable, mute, silence, unmute, delete, erase, remove,
    set the, set my, configure, activate, deactivate, reset, restart, reboot, raise the limit, lower the
    limit, raise the threshold, lower the threshold, adjust the, add a note, make a note, note that, please
    note, note down, write down, remember that, log that, record that, remind me, set a reminder,
    acknowledge the, acknowledge this, confirm the alarm, stop the alarm, stop alerting, stop warning,
    export, send my, send the, email, print, download, forward, call my, tell my doctor, share my, wipe,
    drop table, update the settings, stop recording, start recording, pause recording, pair, please change,
    can you change, could you change, change my time*, change my setting*, change my limit*, change my
    threshold*, change my name, change my alarm*, change the time*, change the setting*, change the limit*,
    change the threshold*, change the alarm*, change the number, change the rule*
    """
)

# Asks what to take, whatever it is called.
DOSE_ALONE: Final[tuple[str, ...]] = phrases(
    """
    what can i take, what to take, take for my, take for af, take against, something to take,
    should i leave out, should i skip _ dose, should i stop taking, should i take, may i stop taking,
    can i stop taking, do i still need the blood, do i still need my, do i still need to take,
    should i double, should i halve, can i come off, should i start taking, should i leave off
    """
)
