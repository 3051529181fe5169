"""German wordings for clinicians: sentences, names and explanations that differ from the plain ones."""

from typing import Final

CLINICAL: Final[dict[str, str]] = {
    "counted_clinical": "Grundlage: n = {counted}.",
    "basis_clinical": "Auswertbar: {analysable} ({pct}).",
    "basis_partial_clinical": "Auswertbar nur {analysable} ({pct}); der Rest ist nicht beurteilbar.",
    "hr_first_clinical": "{when} lag die Herzfrequenz bei {value} (Median).",
    "metric_first_clinical": "{when} betrug {metric} {value} (Median).",
    "spread_clinical": "IQR {q1} bis {q3}.",
    "spread_hours_clinical": "IQR der Stundenwerte {q1} bis {q3}.",
    "spread_sample_clinical": "IQR einer Stichprobe von Stunden {q1} bis {q3}.",
    "extremes_clinical": "10-s-Mittelwerte: Minimum {low} ({low_at}), Maximum {high} ({high_at}).",
    "rest_first_clinical": (
        "{when} lag die Ruheherzfrequenz bei {value} (Median im Sinusrhythmus, 00:00 bis 06:00 Uhr)."
    ),
    "rest_more_clinical": (
        "Die Ruheherzfrequenz lag bei {value} (Median im Sinusrhythmus, 00:00 bis 06:00 Uhr)."
    ),
    "beats_early_clinical": (
        "Davon {v} ventrikuläre ({v_pct}) und {s} supraventrikuläre Extrasystolen ({s_pct})."
    ),
    "beats_early_v_clinical": "Davon {v} ventrikuläre Extrasystolen ({v_pct}).",
    "beats_early_s_clinical": "Davon {s} supraventrikuläre Extrasystolen ({s_pct}).",
    "beats_none_early_clinical": "Extrasystolen waren nicht darunter.",
    "burden_clinical": (
        "{when} betrug die Vorhofflimmerlast {share} der auswertbaren Zeit ({time}; auswertbar: "
        "{analysable})."
    ),
    "none_any_clinical": (
        "{when} keine Episoden mit Vorhofflimmern, Pausen, Bradykardie, Tachykardie, Breitkomplex-Salven, "
        "Bigeminus oder Trigeminus gefunden. Auswertbar: {pct} dieser Zeit."
    ),
    "summary_no_events_clinical": (
        "Pausen, Bradykardien, Tachykardien, Breitkomplex-Salven, "
        "Bigeminus und Trigeminus habe ich nicht gefunden."
    ),
    "summary_af_clinical": "Vorhofflimmerlast: {time}, {pct} der auswertbaren Zeit.",
    "ask_doctor_clinical": (
        "Automatische Auswertung einer Ableitung, klinisch zu beurteilen; Hearth ist kein Medizinprodukt."
    ),
    "show_doctor_clinical": (
        "Automatische Auswertung einer Ableitung: Die Streifen sind ärztlich zu befunden; Hearth ist kein "
        "Medizinprodukt."
    ),
    "explain_certain_fair_clinical": "Mäßig sicher; die Streifen sind ärztlich zu befunden.",
    "explain_certain_rule_clinical": (
        "Regelbasiert, ohne gemessene Sicherheit; die Streifen sind ärztlich zu befunden."
    ),
    "refuse_advice_clinical": (
        "Ich zeichne auf und beschreibe; Diagnosen und Empfehlungen gebe ich nicht, und Hearth ist kein "
        "Medizinprodukt. Geben kann ich, was aufgezeichnet wurde, zum Beispiel eine Zusammenfassung der "
        "letzten Woche. In einem Notfall rufen Sie {number}."
    ),
}

CLINICAL_NAMES: Final[dict[str, str]] = {
    "n_brady_clinical": "Bradykardie-Episode|Bradykardie-Episoden",
    "n_tachy_clinical": "Tachykardie-Episode|Tachykardie-Episoden",
    "n_wide_run_clinical": "Breitkomplex-Salve|Breitkomplex-Salven",
    "n_bigeminy_clinical": "Bigeminus-Episode|Bigeminus-Episoden",
    "n_trigeminy_clinical": "Trigeminus-Episode|Trigeminus-Episoden",
    "n_af_clinical": "Episode mit Vorhofflimmern (VHF)|Episoden mit Vorhofflimmern (VHF)",
    "kind_brady_clinical": "Bradykardie-Episode",
    "kind_tachy_clinical": "Tachykardie-Episode",
    "kind_wide_run_clinical": "Breitkomplex-Salve",
    "kind_bigeminy_clinical": "Bigeminus-Episode",
    "kind_trigeminy_clinical": "Trigeminus-Episode",
    "kinds_brady_clinical": "Bradykardie",
    "kinds_tachy_clinical": "Tachykardie",
    "kinds_wide_run_clinical": "Breitkomplex-Salven",
    "trend_s_beats_clinical": "supraventrikuläre Extrasystolen (SVES)",
    "trend_v_beats_clinical": "ventrikuläre Extrasystolen (VES)",
    "metric_af_burden_clinical": "die Vorhofflimmerlast",
    "trend_af_burden_clinical": "Vorhofflimmerlast",
}

CLINICAL_GLOSSARY: Final[dict[str, str]] = {
    "early beat_clinical": (
        "Extrasystole: vorzeitig einfallender Schlag, ventrikulär (VES) oder supraventrikulär (SVES), "
        "klassifiziert nach Vorzeitigkeit und QRS-Form."
    ),
    "pause_clinical": (
        "Pause: RR-Intervall ab dem eingetragenen Grenzwert, mit auswertbarem Signal auf beiden Seiten "
        "und ohne Paketverlust."
    ),
    "atrial fibrillation_clinical": (
        "Vorhofflimmern (VHF): absolut irreguläre RR-Intervalle ohne P-Wellen. Gemeldet werden "
        "Abschnitte, auf die das zutrifft, aus einer Ableitung; die Diagnose ist ärztlich zu stellen."
    ),
    "AF burden_clinical": (
        "Vorhofflimmerlast: als Vorhofflimmern bezeichnete Zeit, geteilt durch die auswertbare Zeit."
    ),
}
