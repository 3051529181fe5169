"""French wordings for clinicians: sentences, names and explanations that differ from the plain ones."""

from typing import Final

CLINICAL: Final[dict[str, str]] = {
    "counted_clinical": "Base\u00a0: n = {counted}.",
    "basis_clinical": "Analysable\u00a0: {analysable} ({pct}).",
    "basis_partial_clinical": (
        "Analysable seulement\u00a0: {analysable} ({pct})\u00a0; le reste ne peut pas être évalué."
    ),
    "spread_clinical": "IQR {q1} à {q3}.",
    "spread_hours_clinical": "IQR des valeurs horaires {q1} à {q3}.",
    "spread_sample_clinical": "IQR d'un échantillon d'heures {q1} à {q3}.",
    "extremes_clinical": "Moyennes sur 10 s\u00a0: minimum {low} ({low_at}), maximum {high} ({high_at}).",
    "rest_first_clinical": (
        "{when}, la fréquence cardiaque au repos était de {value} (médiane en rythme sinusal, de minuit à "
        "6 h)."
    ),
    "rest_more_clinical": (
        "La fréquence cardiaque au repos était de {value} (médiane en rythme sinusal, de minuit à 6 h)."
    ),
    "beats_early_clinical": (
        "Dont extrasystoles ventriculaires\u00a0: {v} ({v_pct})\u00a0; supraventriculaires\u00a0: {s} "
        "({s_pct})."
    ),
    "beats_early_v_clinical": "Dont extrasystoles ventriculaires\u00a0: {v} ({v_pct}).",
    "beats_early_s_clinical": "Dont extrasystoles supraventriculaires\u00a0: {s} ({s_pct}).",
    "beats_none_early_clinical": "Aucun d'eux n'était une extrasystole.",
    "burden_clinical": (
        "{when}, la charge en FA était de {share} du temps analysable ({time} sur {analysable})."
    ),
    "none_any_clinical": (
        "{when}, je n'ai pas trouvé de fibrillation auriculaire, de pauses, de bradycardie, de "
        "tachycardie, de salves à complexes larges ni de bigéminisme ou de trigéminisme. "
        "Analysable\u00a0: {pct} de ce "
        "temps."
    ),
    "summary_no_events_clinical": (
        "Je n'ai pas trouvé de pauses, de bradycardie, de tachycardie, de salves à complexes larges ni de "
        "bigéminisme ou de trigéminisme."
    ),
    "summary_af_clinical": "Charge en FA\u00a0: {time}, {pct} du temps analysable.",
    "ask_doctor_clinical": (
        "Lecture automatique d'une dérivation, à juger cliniquement\u00a0; Hearth n'est pas un dispositif "
        "médical."
    ),
    "show_doctor_clinical": (
        "Lecture automatique d'une dérivation\u00a0: les tracés sont à interpréter par un médecin. Hearth "
        "n'est pas un dispositif médical."
    ),
    "explain_certain_fair_clinical": "Certitude moyenne\u00a0; les tracés sont à interpréter par un médecin.",
    "explain_certain_rule_clinical": (
        "Décidé par des règles, sans certitude mesurée\u00a0; les tracés sont à interpréter par un médecin."
    ),
    "refuse_advice_clinical": (
        "J'enregistre et je décris\u00a0; je ne pose pas de diagnostic et ne donne pas de conseil, et "
        "Hearth n'est pas un dispositif médical. Je peux donner ce qui a été enregistré, par exemple un "
        "résumé de la semaine dernière. En cas d'urgence, appelez {number}."
    ),
}

CLINICAL_NAMES: Final[dict[str, str]] = {
    "n_af_clinical": "épisode de fibrillation auriculaire (FA)|épisodes de fibrillation auriculaire (FA)",
    "n_brady_clinical": "épisode de bradycardie|épisodes de bradycardie",
    "n_tachy_clinical": "épisode de tachycardie|épisodes de tachycardie",
    "n_wide_run_clinical": "salve à complexes larges|salves à complexes larges",
    "n_bigeminy_clinical": "épisode de bigéminisme|épisodes de bigéminisme",
    "n_trigeminy_clinical": "épisode de trigéminisme|épisodes de trigéminisme",
    "kind_brady_clinical": "épisode de bradycardie",
    "kind_tachy_clinical": "épisode de tachycardie",
    "kind_wide_run_clinical": "salve à complexes larges",
    "kind_bigeminy_clinical": "épisode de bigéminisme",
    "kind_trigeminy_clinical": "épisode de trigéminisme",
    "kinds_brady_clinical": "bradycardie",
    "kinds_tachy_clinical": "tachycardie",
    "kinds_wide_run_clinical": "salves à complexes larges",
    "metric_af_burden_clinical": "la charge en FA",
    "trend_af_burden_clinical": "charge en FA",
    "trend_s_beats_clinical": "extrasystoles supraventriculaires (ESSV)",
    "trend_v_beats_clinical": "extrasystoles ventriculaires (ESV)",
}

CLINICAL_GLOSSARY: Final[dict[str, str]] = {
    "early beat_clinical": (
        "Extrasystole\u00a0: battement prématuré, ventriculaire (ESV) ou supraventriculaire (ESSV), "
        "classé selon sa prématurité et la forme du QRS."
    ),
    "pause_clinical": (
        "Pause\u00a0: intervalle RR à partir de la limite inscrite, avec un signal analysable des deux "
        "côtés et sans paquet perdu."
    ),
    "atrial fibrillation_clinical": (
        "Fibrillation auriculaire (FA)\u00a0: intervalles RR irrégulièrement irréguliers sans ondes P. "
        "Sont signalés les passages qui y répondent, sur une dérivation\u00a0; le diagnostic revient au "
        "médecin."
    ),
    "AF burden_clinical": (
        "Charge en FA\u00a0: temps étiqueté comme fibrillation auriculaire, divisé par le temps analysable."
    ),
}
