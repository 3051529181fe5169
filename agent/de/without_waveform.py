"""German sentences for what was told from beat intervals, without a waveform.

A key that ends with the signal (rr, mixed) stands in for the key without it.
"""

from typing import Final

WITHOUT_WAVEFORM: Final[dict[str, str]] = {
    "rr_rate_only": "Das stammt aus Schlagabständen: Der Sensor hat kein Kurvensignal gesendet.",
    "rr_rate_part": "Für {rr} davon gab es nur Schlagabstände und kein Kurvensignal.",
    "rr_rhythm_only": (
        "Der Sensor hat Schlagabstände und kein Kurvensignal gesendet; der Rhythmus, auch Vorhofflimmern, "
        "wird also allein nach der Regelmäßigkeit der Schläge beurteilt."
    ),
    "rr_rhythm_part": (
        "Für {rr} davon gab es nur Schlagabstände und kein Kurvensignal; dort wird der Rhythmus, auch "
        "Vorhofflimmern, allein nach der Regelmäßigkeit der Schläge beurteilt."
    ),
    "rr_coverage_only": (
        "Alles davon sind Schlagabstände ohne Kurvensignal: genug für Frequenz und Regelmäßigkeit, für "
        "mehr nicht."
    ),
    "rr_coverage_part": (
        "Davon sind {rr} Schlagabstände ohne Kurvensignal: genug für Frequenz und Regelmäßigkeit, für "
        "mehr nicht."
    ),
    "rr_cannot": (
        "{when} gab es nur Schlagabstände und kein Kurvensignal, deshalb kann ich dazu nichts sagen: {what}."
    ),
    "rr_no_pauses": (
        "Ein langer Abstand kann ein Schlag sein, den der Gurt verpasst hat; ich nehme ihn deshalb nicht "
        "als Pause des Herzens."
    ),
    "no_strip": "Es gibt keinen Streifen zu zeigen: Der Sensor sendet Schlagabstände und kein Kurvensignal.",
    "no_strip_mixed": "Für die Zeit ohne Kurvensignal gibt es keinen Streifen zu zeigen.",
    "rest_first_rr": (
        "{when} lag die Ruheherzfrequenz bei {value}: der Median regelmäßiger Schläge zwischen "
        "Mitternacht und 06:00 Uhr."
    ),
    "rest_first_mixed": (
        "{when} lag die Ruheherzfrequenz bei {value}: der Median im Sinusrhythmus, oder regelmäßiger "
        "Schläge, wo es kein Kurvensignal gab, zwischen Mitternacht und 06:00 Uhr."
    ),
    "rest_more_rr": (
        "Die Ruheherzfrequenz, der Median regelmäßiger Schläge zwischen Mitternacht und 06:00 Uhr, lag "
        "bei {value}."
    ),
    "rest_more_mixed": (
        "Die Ruheherzfrequenz, der Median im Sinusrhythmus oder regelmäßiger Schläge zwischen Mitternacht "
        "und 06:00 Uhr, lag bei {value}."
    ),
    "beats_all_rr": "Ob davon welche zu früh kamen, lässt sich aus Schlagabständen nicht erkennen.",
    "beats_some_rr": (
        "Bei einem Teil davon ({beats}) sind nur die Abstände bekannt: Ob sie zu früh kamen, kann ich "
        "nicht sagen."
    ),
    "beats_early_mixed": (
        "Von den anderen kamen {v} zu früh aus den Herzkammern ({v_pct}) und {s} zu früh von oberhalb der "
        "Kammern ({s_pct})."
    ),
    "beats_early_v_mixed": "Von den anderen kamen {v} zu früh aus den Herzkammern ({v_pct}).",
    "beats_early_s_mixed": "Von den anderen kamen {s} zu früh von oberhalb der Herzkammern ({s_pct}).",
    "beats_none_early_mixed": "Zu frühe Schläge waren unter den anderen nicht.",
    "none_any_rr": (
        "{when} habe ich nichts von dem gefunden, was Schlagabstände zeigen können: Vorhofflimmern, "
        "langsame oder schnelle Phasen. Ich konnte {pct} dieser Zeit auswerten. Für Pausen und zu frühe "
        "oder breite Schläge braucht es ein Kurvensignal."
    ),
    "none_any_part_rr": (
        "{when} habe ich in den {pct} der Zeit, die ich auswerten konnte, kein Vorhofflimmern und keine "
        "langsamen oder schnellen Phasen gefunden; über den Rest kann ich nichts sagen, und nichts über "
        "Pausen und zu frühe oder breite Schläge."
    ),
    "summary_no_events_rr": (
        "Langsame oder schnelle Phasen habe ich nicht gefunden. Um Pausen und zu frühe oder breite "
        "Schläge zu erkennen, braucht es ein Kurvensignal."
    ),
    "summary_no_other_rr": "Sonst habe ich nichts gefunden, was Schlagabstände zeigen können.",
    "show_doctor_rr": (
        "Hearth ist kein Medizinprodukt, und es gibt keinen Streifen, der ärztlich angesehen werden "
        "könnte: Bevor daraus etwas geschlossen wird, braucht es ein EKG."
    ),
    "source_windows_rr": (
        "Für diese Antwort wurden {windows} mit Schlagabständen von {device} {when} angesehen; "
        "{analysable} davon waren klar genug zum Auswerten."
    ),
    "source_all_windows_rr": (
        "Für diese Antwort wurden {windows} mit Schlagabständen von {device} {when} angesehen; alle waren "
        "klar genug zum Auswerten."
    ),
    "source_hours_rr": (
        "Für diese Antwort wurden die Summen aus {hours} mit Schlagabständen von {device} {when} angesehen."
    ),
    "source_chain_rr": "Die Schläge hat der Sensor selbst gefunden; den Rhythmus hat {model} benannt.",
    "source_limits_rr": (
        "Es sind Schlagabstände ohne Kurvensignal, von einem Programm gelesen; Hearth ist kein "
        "Medizinprodukt."
    ),
    "refuse_lead_rr": (
        "{what}: Aus Schlagabständen lässt sich das nicht beurteilen, deshalb rate ich nicht. Dazu "
        "braucht es ein EKG mit zwölf Ableitungen und jemanden, der es lesen kann. Sagen kann ich etwas "
        "zu Frequenz und Regelmäßigkeit."
    ),
    "refuse_infarction_rr": (
        "Ein Herzinfarkt oder eine verminderte Durchblutung des Herzens lässt sich aus Schlagabständen "
        "weder erkennen noch ausschließen, deshalb rate ich nicht. Bei Schmerzen in der Brust, Atemnot "
        "oder wenn es Ihnen sehr schlecht geht, rufen Sie {number}."
    ),
    "refuse_unmeasured_rr": (
        "{what} misst dieser Rekorder nicht; er zeichnet Schlagabstände auf. Auskunft geben kann ich über "
        "Herzfrequenz, Regelmäßigkeit, Alarme und Notizen."
    ),
    "refuse_strip": (
        "Es gibt keinen Streifen zu zeigen: Der Sensor sendet Schlagabstände und kein Kurvensignal."
    ),
    "help_rr": (
        "Fragen können Sie nach der Herzfrequenz (jetzt, am niedrigsten, am höchsten, in Ruhe), nach "
        "Regelmäßigkeit und Vorhofflimmern, langsamen oder schnellen Phasen, nach Verläufen, Vergleichen, "
        "Alarmen, Notizen, danach, wie viel aufgezeichnet wurde, und nach dem Sensor selbst. Er sendet "
        "Schlagabstände und kein Kurvensignal; Pausen, zu frühe Schläge sowie PQ-, QRS- und QT-Zeit "
        "lassen sich daraus nicht erkennen. Sagen Sie die Zeit in Ihren eigenen Worten: \u201eletzte "
        "Nacht\u201c, \u201eam Dienstag um 18 Uhr\u201c, \u201ein der letzten Woche\u201c. \u201eWoher "
        "weißt du das?\u201c sagt, woher eine Zahl stammt. Hearth ist kein Medizinprodukt."
    ),
}
