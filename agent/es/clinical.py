"""Spanish wordings for clinicians: sentences, names and explanations that differ from the plain ones.

A key that ends with ``_clinical`` stands in for the key without it wherever a clinician is spoken to.
"""

from typing import Final

CLINICAL: Final[dict[str, str]] = {
    "counted_clinical": "Base: n = {counted}.",
    "basis_clinical": "Analizable: {analysable} ({pct}).",
    "basis_partial_clinical": "Analizable solo {analysable} ({pct}); el resto no es valorable.",
    "spread_clinical": "Rango intercuartílico de {q1} a {q3}.",
    "spread_hours_clinical": "Rango intercuartílico de los valores horarios de {q1} a {q3}.",
    "spread_sample_clinical": "Rango intercuartílico de una muestra de horas de {q1} a {q3}.",
    "extremes_clinical": "Medias de diez segundos: mínima {low} ({low_at}), máxima {high} ({high_at}).",
    "rest_first_clinical": (
        "{when}, {your} frecuencia cardíaca en reposo fue de {value} (mediana en ritmo sinusal, de 00:00 "
        "a 06:00)."
    ),
    "rest_more_clinical": (
        "La frecuencia cardíaca en reposo fue de {value} (mediana en ritmo sinusal, de 00:00 a 06:00)."
    ),
    "beats_early_clinical": (
        "De ellos, {v} fueron ectópicos ventriculares ({v_pct}) y {s} ectópicos supraventriculares ({s_pct})."
    ),
    "beats_early_v_clinical": "De ellos, {v} fueron ectópicos ventriculares ({v_pct}).",
    "beats_early_s_clinical": "De ellos, {s} fueron ectópicos supraventriculares ({s_pct}).",
    "beats_none_early_clinical": "Ninguno fue un latido ectópico.",
    "burden_clinical": (
        "{when}, la carga de FA fue del {share} del tiempo analizable ({time} de {analysable})."
    ),
    "none_any_clinical": (
        "{when}, no encontré fibrilación auricular, pausas, bradicardia ni taquicardia, rachas de "
        "complejo ancho, bigeminismo ni trigeminismo. Analizable: {pct} de ese tiempo."
    ),
    "summary_no_events_clinical": (
        "No encontré pausas, bradicardia ni taquicardia, rachas de complejo ancho, "
        "bigeminismo ni trigeminismo."
    ),
    "summary_af_clinical": "Carga de FA: {time}, {pct} del tiempo analizable.",
    "ask_doctor_clinical": (
        "Es una lectura automática de una sola derivación, que debe juzgar un médico; Hearth no es un "
        "dispositivo médico."
    ),
    "show_doctor_clinical": (
        "Es una lectura automática de una sola derivación: los trazados debe leerlos personal clínico. "
        "Hearth no es un dispositivo médico."
    ),
    "explain_certain_fair_clinical": "Certeza moderada; los trazados debe leerlos personal clínico.",
    "explain_certain_rule_clinical": (
        "Decidido con reglas cuya certeza nunca se midió; los trazados debe leerlos personal clínico."
    ),
    "refuse_advice_clinical": (
        "Registro y describo; no diagnostico ni recomiendo, y Hearth no es un dispositivo médico. Puedo "
        "dar lo registrado, por ejemplo un resumen de la última semana. En una emergencia, llame: "
        "{number}."
    ),
}

CLINICAL_NAMES: Final[dict[str, str]] = {
    "n_af_clinical": "episodio de fibrilación auricular (FA)|episodios de fibrilación auricular (FA)",
    "n_brady_clinical": "episodio de bradicardia|episodios de bradicardia",
    "n_tachy_clinical": "episodio de taquicardia|episodios de taquicardia",
    "n_wide_run_clinical": "racha de complejo ancho|rachas de complejo ancho",
    "n_bigeminy_clinical": "episodio de bigeminismo|episodios de bigeminismo",
    "n_trigeminy_clinical": "episodio de trigeminismo|episodios de trigeminismo",
    "kind_brady_clinical": "el episodio de bradicardia",
    "kind_tachy_clinical": "el episodio de taquicardia",
    "kind_wide_run_clinical": "la racha de complejo ancho",
    "kind_bigeminy_clinical": "el episodio de bigeminismo",
    "kind_trigeminy_clinical": "el episodio de trigeminismo",
    "kinds_brady_clinical": "bradicardia",
    "kinds_tachy_clinical": "taquicardia",
    "kinds_wide_run_clinical": "rachas de complejo ancho",
    "trend_s_beats_clinical": "número de latidos ectópicos supraventriculares",
    "trend_v_beats_clinical": "número de latidos ectópicos ventriculares",
}

CLINICAL_GLOSSARY: Final[dict[str, str]] = {
    "early beat_clinical": (
        "Un latido ectópico es un latido prematuro, ventricular (LEV) o supraventricular (LESV), "
        "clasificado por su prematuridad y la forma del QRS."
    ),
    "pause_clinical": (
        "Una pausa es un intervalo RR de al menos el límite registrado, con señal analizable a ambos "
        "lados y sin paquetes perdidos."
    ),
    "atrial fibrillation_clinical": (
        "Fibrilación auricular (FA): intervalos RR irregularmente irregulares sin ondas P. Lo que se "
        "informa son tramos compatibles en una sola derivación; el diagnóstico es del médico."
    ),
    "AF burden_clinical": (
        "Carga de FA: tiempo etiquetado como fibrilación auricular entre el tiempo analizable."
    ),
}
