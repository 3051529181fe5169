"""English sentences of conversation: danger, refusals, greetings, times that were not understood."""

from typing import Final

SAFETY: Final[dict[str, str]] = {
    "escalate_chest_pain": (
        "This can be an emergency. Call for help now: {number}. Sit down, keep still, and do not drive "
        "yourself; unlock the door if you are alone. I cannot tell from one lead whether this is a heart "
        "attack, and I cannot call for help."
    ),
    "escalate_breathing": (
        "Trouble breathing can be an emergency. Call for help now: {number}. Sit upright and stay with "
        "somebody. If a person does not breathe normally and does not react, start chest compressions. I "
        "cannot call for help."
    ),
    "escalate_collapse": (
        "This is an emergency. Call for help now: {number}. If the person does not react and does not "
        "breathe normally, start chest compressions, and send somebody for a defibrillator. I cannot call "
        "for help."
    ),
    "escalate_stroke": (
        "These can be signs of a stroke, and minutes matter. Call for help now: {number}. Note when it "
        "began, and do not eat, drink or drive. It does not matter if it has passed. I cannot call for "
        "help."
    ),
    "escalate_heart_attack": (
        "If you think this is a heart attack, call for help now: {number}. Sit down, keep still, and do "
        "not drive yourself. I cannot see a heart attack on one lead, so nothing in my records can rule it "
        "out, and I cannot call for help."
    ),
    "escalate_heart_stopped": (
        "If you feel seriously unwell now, or somebody does not react, call for help at once: {number}. If "
        "a person does not react and does not breathe normally, start chest compressions. I cannot call "
        "for help."
    ),
    "escalate_suicide": (
        "I am sorry that it is this hard. You do not have to carry it alone. If you might act on it, call "
        "for help now ({number}), or go to somebody you trust and tell them. A crisis line listens at any "
        "hour: 988 in the US and Canada, 116 123 in the UK and Ireland; other countries have their own. I am "
        "only a recorder of heart rhythm and cannot call anybody for you."
    ),
    "escalate_overdose": (
        "Call for help now: {number}, or a poison centre. Have the packaging at hand. Do not wait for "
        "symptoms, and do not try to vomit. I cannot call for help."
    ),
    "escalate_device_shock": (
        "Several shocks in a row, or a shock and feeling unwell, are an emergency. Call for help now: "
        "{number}. Sit or lie down, and do not drive. After a single shock without any complaint, call the "
        "clinic that looks after your device today. I cannot call for help."
    ),
    "escalate": "This can be an emergency. Call for help now: {number}. I cannot call for help.",
    "alerted": "Those who get alerts from here get one now; call for help yourself all the same.",
    "escalate_help": (
        "If somebody needs help now, call for help at once: {number}. I cannot call for help and I cannot "
        "judge emergencies."
    ),
    "advise_near_faint": (
        "First: if you feel faint now, sit or lie down, and call for help ({number}) if it does not pass "
        "quickly, or if you faint, have chest pain or trouble breathing. Tell your doctor about it in any "
        "case."
    ),
    "advise": (
        "First: if this comes back or is happening now, call for help ({number}); do not wait for what I "
        "record. Tell your doctor about it in any case."
    ),
}

_REFUSALS: Final = {
    "refuse_medication": (
        "I do not advise on medicines: not what to take, not how much, not whether to stop. Please ask the "
        "doctor who prescribed it or a pharmacist; for a missed or doubled dose a pharmacist can tell you "
        "right away. I can show what was recorded, for example your heart rate since a certain day."
    ),
    "refuse_lead": (
        "{what} cannot be judged from a single lead, so I will not guess. That takes a twelve-lead ECG and "
        "somebody trained to read it. What I can tell: rate, rhythm, pauses, early beats, and the PR, QRS "
        "and QT intervals."
    ),
    "refuse_infarction": (
        "A heart attack, or reduced blood flow to the heart, cannot be seen or ruled out on a single lead, "
        "so I will not guess. If you have chest pain, trouble breathing or feel very unwell, call {number}."
    ),
    "refuse_unmeasured": (
        "{what} is not something this recorder measures; it records one lead of ECG. I can tell you about "
        "heart rate, rhythm, pauses, early beats, intervals, alerts and notes."
    ),
    "refuse_advice": (
        "That is a question for your doctor: I record and describe, I do not diagnose, and Hearth is not a "
        "medical device. I can give you what was recorded, for example a summary of the last week to take "
        "along. If you feel unwell now, call {number}."
    ),
    "refuse_change": (
        "I only read the records and cannot do that from a question. Alarms are listed and acknowledged "
        "with \u201chearth alarms\u201d, settings are in the configuration file."
    ),
    "refuse_scope": (
        "I did not find a question about the recordings in that. You can ask, for example: \u201cWhat was "
        "my heart rate last night?\u201d, \u201cDid I have atrial fibrillation this week?\u201d, \u201cHow "
        "much was recorded yesterday?\u201d or \u201cWere there any alerts?\u201d"
    ),
    "refuse_future": (
        "\u201c{phrase}\u201d has not happened yet, and I cannot foretell it; I can only tell what was "
        "recorded."
    ),
    "not_allowed": "You may not see that.",
    "which_device": "More than one person wears a sensor here. Whose? Please name the wearable: {devices}.",
}

_TALK: Final = {
    "hello": "Hello. What would you like to know about the recordings?",
    "thanks": "You are welcome.",
    "bye": "Goodbye.",
    "help": (
        "You can ask about heart rate (now, lowest, highest, at rest), rhythm and atrial fibrillation, "
        "pauses, slow or fast spells, early beats, the PR, QRS and QT intervals, trends, comparisons, "
        "alerts, notes, how much was recorded, and the wearable itself. Say the time in your own words: "
        "\u201clast night\u201d, \u201con Tuesday at 6 pm\u201d, \u201cthe past week\u201d. \u201cHow do "
        "you know?\u201d tells where a number comes from. Hearth is not a medical device."
    ),
    "ask_doctor": "Whether that is as it should be is for a doctor to judge; Hearth is not a medical device.",
    "show_doctor": (
        "Hearth is not a medical device: a doctor should look at the strips before anything is concluded "
        "from this."
    ),
    "not_medical": "This is a description, not a diagnosis; Hearth is not a medical device.",
    "nothing_certain": "I could not check every figure of what I found, so I would rather not say it.",
    "nothing_before": (
        "There is no earlier answer in this conversation that I could refer to. What would you like to know?"
    ),
    "no_such_detail": (
        "My last answer does not hold that. Please ask for it with a time, for example \u201clast "
        "night\u201d."
    ),
}

_TIME: Final = {
    "time_not_understood": (
        "I did not understand which time you mean by \u201c{phrase}\u201d. Please say it as a day, a clock "
        "time or a length: \u201clast night\u201d, \u201con Monday at 18:00\u201d, \u201cthe last 3 "
        "days\u201d."
    ),
    "time_not_known": "I do not know when \u201c{phrase}\u201d was. Please give me the date or the day.",
    "time_no_such_date": "There is no such date as \u201c{phrase}\u201d. Which day do you mean?",
    "time_needs_context": (
        "Compared with which time? Please say which day or night you mean by \u201c{phrase}\u201d."
    ),
    "time_vague": "Which day do you mean by \u201c{phrase}\u201d?",
    "time_several": "I read more than one time in \u201c{phrase}\u201d. Which one do you mean?",
    "time_several_options": "I read more than one time in that. Do you mean {options}?",
    "time_which_half": "Do you mean the morning or the evening by \u201c{phrase}\u201d?",
    "time_which_half_options": "Do you mean {options}?",
    "time_day_or_month": "Is that the day or the month first?",
    "time_day_or_month_options": "Do you mean {options}?",
    "time_weekday_mismatch": "The weekday and the date in \u201c{phrase}\u201d do not match.",
    "time_weekday_mismatch_options": "The weekday and the date do not match. Do you mean {options}?",
    "time_no_event": (
        "I have nothing on record that \u201c{phrase}\u201d could mean: no such episode was found. Please "
        "give me the day or the clock time."
    ),
    "time_no_alert": "I have no alert that \u201c{phrase}\u201d could mean. Please give me the time.",
    "time_no_gap": (
        "I have no gap in the recording that \u201c{phrase}\u201d could mean. Please give me the time."
    ),
    "time_no_note": "I found no note that \u201c{phrase}\u201d could mean. Please give me the day or time.",
    "time_no_clock_change": "The clocks are not changed where you live. Which night do you mean?",
    "time_which_event": "More than one fits \u201c{phrase}\u201d. Which one do you mean?",
    "time_which_event_options": "More than one fits \u201c{phrase}\u201d. Do you mean {options}?",
    "time_clock_twice": (
        "The clocks went back that night, so that time happened twice. The first or the second?"
    ),
    "time_clock_twice_options": (
        "The clocks went back that night, so that time happened twice. The first or the second?"
    ),
}

TALK: Final[dict[str, str]] = {**SAFETY, **_REFUSALS, **_TALK, **_TIME}
