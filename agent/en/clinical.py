"""English wordings for clinicians: sentences, names and explanations that differ from the plain ones.

A key that ends with ``_clinical`` stands in for the key without it wherever a clinician is spoken to.
"""

from typing import Final

CLINICAL: Final[dict[str, str]] = {
    "counted_clinical": "Based on n = {counted}.",
    "basis_clinical": "Analysable: {analysable} ({pct}).",
    "basis_partial_clinical": "Analysable only {analysable} ({pct}); the rest cannot be assessed.",
    "spread_clinical": "IQR {q1} to {q3}.",
    "spread_hours_clinical": "IQR of the hourly values {q1} to {q3}.",
    "spread_sample_clinical": "IQR of a sample of hours {q1} to {q3}.",
    "extremes_clinical": "Ten-second means: lowest {low} ({low_at}), highest {high} ({high_at}).",
    "rest_first_clinical": (
        "{when} {your} resting heart rate was {value} (median in sinus rhythm, 00:00 to 06:00)."
    ),
    "rest_more_clinical": "The resting heart rate was {value} (median in sinus rhythm, 00:00 to 06:00).",
    "beats_early_clinical": (
        "Of these, {v} were ventricular ectopic ({v_pct}) and {s} supraventricular ectopic ({s_pct})."
    ),
    "beats_early_v_clinical": "Of these, {v} were ventricular ectopic ({v_pct}).",
    "beats_early_s_clinical": "Of these, {s} were supraventricular ectopic ({s_pct}).",
    "beats_none_early_clinical": "None of them was an ectopic beat.",
    "burden_clinical": "{when} the AF burden was {share} of the analysable time ({time} of {analysable}).",
    "none_any_clinical": (
        "{when} I found no atrial fibrillation, no pauses, no bradycardia or tachycardia, no wide complex "
        "runs and no bigeminy or trigeminy. Analysable: {pct} of that time."
    ),
    "summary_no_events_clinical": (
        "I found no pauses, no bradycardia or tachycardia, no wide complex runs and no bigeminy or trigeminy."
    ),
    "summary_af_clinical": "AF burden: {time}, {pct} of the analysable time.",
    "ask_doctor_clinical": (
        "This is an automated single-lead reading, for a doctor to judge; Hearth is not a medical device."
    ),
    "show_doctor_clinical": (
        "This is an automated single-lead reading: the strips need to be read by a clinician. Hearth is "
        "not a medical device."
    ),
    "explain_certain_fair_clinical": "Moderate certainty; the strips need to be read by a clinician.",
    "explain_certain_rule_clinical": (
        "Decided by rules, whose certainty was never measured; the strips need to be read by a clinician."
    ),
    "refuse_advice_clinical": (
        "I record and describe; I neither diagnose nor recommend, and Hearth is not a medical device. I "
        "can give what was recorded, for example a summary of the last week. In an emergency, call "
        "{number}."
    ),
}

CLINICAL_NAMES: Final[dict[str, str]] = {
    "n_af_clinical": "episode of atrial fibrillation (AF)|episodes of atrial fibrillation (AF)",
    "n_brady_clinical": "bradycardia episode|bradycardia episodes",
    "n_tachy_clinical": "tachycardia episode|tachycardia episodes",
    "n_wide_run_clinical": "wide complex run|wide complex runs",
    "n_bigeminy_clinical": "episode of bigeminy|episodes of bigeminy",
    "n_trigeminy_clinical": "episode of trigeminy|episodes of trigeminy",
    "kind_brady_clinical": "bradycardia episode",
    "kind_tachy_clinical": "tachycardia episode",
    "kind_wide_run_clinical": "wide complex run",
    "kind_bigeminy_clinical": "episode of bigeminy",
    "kind_trigeminy_clinical": "episode of trigeminy",
    "kinds_brady_clinical": "bradycardia",
    "kinds_tachy_clinical": "tachycardia",
    "kinds_wide_run_clinical": "wide complex runs",
    "trend_s_beats_clinical": "supraventricular ectopic beats",
    "trend_v_beats_clinical": "ventricular ectopic beats",
}

CLINICAL_GLOSSARY: Final[dict[str, str]] = {
    "early beat_clinical": (
        "An ectopic beat is a premature one, ventricular (VE) or supraventricular (SVE), classed by "
        "prematurity and QRS shape."
    ),
    "pause_clinical": (
        "A pause is an RR interval of at least the registered limit, with analysable signal on both sides "
        "and no lost packet."
    ),
    "atrial fibrillation_clinical": (
        "Atrial fibrillation (AF): irregularly irregular RR intervals without P waves. What is reported "
        "are stretches that fit this on one lead; the diagnosis is a doctor's."
    ),
    "AF burden_clinical": "AF burden: time labelled as atrial fibrillation over analysable time.",
}
