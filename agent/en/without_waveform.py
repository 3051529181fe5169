"""English sentences for what was told from beat intervals, without a waveform.

A key that ends with the signal (rr, mixed) stands in for the key without it.
"""

from typing import Final

WITHOUT_WAVEFORM: Final[dict[str, str]] = {
    "rr_rate_only": "This is from beat intervals: the wearable sent no waveform.",
    "rr_rate_part": "For {rr} of it there were only beat intervals and no waveform.",
    "rr_rhythm_only": (
        "The wearable sent beat intervals and no waveform, so rhythm, atrial fibrillation too, is told by "
        "the regularity of the beats alone."
    ),
    "rr_rhythm_part": (
        "For {rr} of it there were only beat intervals and no waveform; there rhythm, atrial fibrillation "
        "too, is told by the regularity of the beats alone."
    ),
    "rr_coverage_only": (
        "All of it are beat intervals without a waveform: enough for rate and regularity, and for nothing "
        "else."
    ),
    "rr_coverage_part": (
        "Of that, {rr} are beat intervals without a waveform: enough for rate and regularity, and for "
        "nothing else."
    ),
    "rr_cannot": "{when} there were only beat intervals and no waveform, so I cannot tell: {what}.",
    "rr_no_pauses": (
        "A long interval may be a beat that the strap has missed, so I do not take it for a pause of the "
        "heart."
    ),
    "no_strip": "There is no strip to show: the wearable sends beat intervals and no waveform.",
    "no_strip_mixed": "For the time without a waveform there is no strip to show.",
    "rest_first_rr": (
        "{when} {your} resting heart rate was {value}: the median of regular beats between midnight and "
        "06:00."
    ),
    "rest_first_mixed": (
        "{when} {your} resting heart rate was {value}: the median in sinus rhythm, or of regular beats where "
        "there was no waveform, between midnight and 06:00."
    ),
    "rest_more_rr": (
        "The resting heart rate, the median of regular beats between midnight and 06:00, was {value}."
    ),
    "rest_more_mixed": (
        "The resting heart rate, the median in sinus rhythm or of regular beats between midnight and 06:00, "
        "was {value}."
    ),
    "beats_all_rr": "Whether any of them came early cannot be told from beat intervals.",
    "beats_some_rr": (
        "Of {beats} of these only the intervals are known: whether they came early I cannot tell."
    ),
    "beats_early_mixed": (
        "Of the others, {v} came early from the ventricles ({v_pct}) and {s} early from above them ({s_pct})."
    ),
    "beats_early_v_mixed": "Of the others, {v} came early from the ventricles ({v_pct}).",
    "beats_early_s_mixed": "Of the others, {s} came early from above the ventricles ({s_pct}).",
    "beats_none_early_mixed": "None of the others was an early beat.",
    "none_any_rr": (
        "{when} I found none of the things that beat intervals can show: atrial fibrillation, slow or fast "
        "spells. I could analyse {pct} of that time. Pauses and early or wide beats take a waveform."
    ),
    "none_any_part_rr": (
        "{when} I found no atrial fibrillation and no slow or fast spells in the {pct} of the time I could "
        "analyse; for the rest I cannot say, and nothing of pauses and early or wide beats."
    ),
    "summary_no_events_rr": (
        "I found no slow or fast spells. Pauses and early or wide beats take a waveform to be told."
    ),
    "summary_no_other_rr": "I found nothing else that beat intervals can show.",
    "show_doctor_rr": (
        "Hearth is not a medical device, and there is no strip that a doctor could look at: it takes an ECG "
        "before anything is concluded from this."
    ),
    "source_windows_rr": (
        "That answer looked at {windows} of beat intervals of {device} {when}; {analysable} of them were "
        "clear enough to analyse."
    ),
    "source_all_windows_rr": (
        "That answer looked at {windows} of beat intervals of {device} {when}, all of them clear enough to "
        "analyse."
    ),
    "source_hours_rr": "That answer looked at the sums of {hours} of beat intervals of {device} {when}.",
    "source_chain_rr": "The beats were found by the wearable itself; the rhythm was named by {model}.",
    "source_limits_rr": (
        "They are beat intervals without a waveform, read by a program; Hearth is not a medical device."
    ),
    "refuse_lead_rr": (
        "{what} cannot be judged from beat intervals, so I will not guess. That takes a twelve-lead ECG and "
        "somebody trained to read it. What I can tell: rate and regularity."
    ),
    "refuse_infarction_rr": (
        "A heart attack, or reduced blood flow to the heart, cannot be seen or ruled out by beat intervals, "
        "so I will not guess. If you have chest pain, trouble breathing or feel very unwell, call {number}."
    ),
    "refuse_unmeasured_rr": (
        "{what} is not something this recorder measures; it records beat intervals. I can tell you about "
        "heart rate, regularity, alerts and notes."
    ),
    "refuse_strip": "There is no strip to show: the wearable sends beat intervals and no waveform.",
    "help_rr": (
        "You can ask about heart rate (now, lowest, highest, at rest), regularity and atrial fibrillation, "
        "slow or fast spells, trends, comparisons, alerts, notes, how much was recorded, and the wearable "
        "itself. It sends beat intervals and no waveform, so pauses, early beats and the PR, QRS and QT "
        "intervals cannot be told. Say the time in your own words: \u201clast night\u201d, \u201con Tuesday "
        "at 6 pm\u201d, \u201cthe past week\u201d. \u201cHow do you know?\u201d tells where a number "
        "comes from. Hearth is not a medical device."
    ),
}
