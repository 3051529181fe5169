"""German sentences of trends, comparisons, the recording itself, summaries and sources."""

from typing import Final

_COURSE: Final = {
    "trend_first": "{metric}, {bucket}, {when}:",
    "trend_coarser": "(In größeren Schritten als gewünscht, damit es lesbar bleibt.)",
    "point": "- {at}: {value}",
    "point_part": "- {at} (teilweise): {value}",
    "point_missing": "- {at}: zu wenig Signal",
    "point_night": "- Nacht auf {at}: {value}",
    "point_night_part": "- Nacht auf {at} (teilweise): {value}",
    "point_night_missing": "- Nacht auf {at}: zu wenig Signal",
    "point_week": "- Woche ab {at}: {value}",
    "point_week_part": "- Woche ab {at} (teilweise): {value}",
    "point_week_missing": "- Woche ab {at}: zu wenig Signal",
    "point_without": "- {at}: kein Kurvensignal, aus dem es zu erkennen wäre",
    "point_night_without": "- Nacht auf {at}: kein Kurvensignal, aus dem es zu erkennen wäre",
    "point_week_without": "- Woche ab {at}: kein Kurvensignal, aus dem es zu erkennen wäre",
    "trend_flat": (
        "Vom Anfang bis zum Ende blieb es etwa gleich (Änderungen unter {smallest} gelten nicht als "
        "Änderung)."
    ),
    "trend_up": "Am Ende lag der Wert um {change} höher als am Anfang.",
    "trend_down": "Am Ende lag der Wert um {change} niedriger als am Anfang.",
    "trend_too_few": "Das ist zu wenig, um eine Richtung zu erkennen.",
    "difference_same": (
        "{metric} war etwa gleich: {a} {when}, {b} {other} (Unterschiede unter {smallest} gelten nicht "
        "als solche)."
    ),
    "difference_higher": "{metric} war um {change} höher: {a} {when}, {b} {other}.",
    "difference_lower": "{metric} war um {change} niedriger: {a} {when}, {b} {other}.",
    "difference_same_more": "{metric} war etwa gleich: {a} und {b}.",
    "difference_higher_more": "{metric} war um {change} höher: {a} gegenüber {b}.",
    "difference_lower_more": "{metric} war um {change} niedriger: {a} gegenüber {b}.",
    "difference_missing": "Nicht vergleichen kann ich dies, denn auf einer Seite fehlt der Wert: {metric}.",
    "presence_new": "Neu: {a}.",
    "presence_first": "Gefunden: {a}. Zuvor gab es kein Kurvensignal, in dem es zu sehen gewesen wäre.",
    "presence_still": "Beide Male gefunden: {a}, gegenüber {b}.",
    "presence_gone": "Nicht mehr gefunden: {kind} (zuvor {b}).",
    "presence_unknown": (
        "In dem, was ich von der neueren Zeit auswerten konnte, habe ich nicht gefunden: {kind} (zuvor "
        "{b}); das ist aber zu wenig, um zu sagen, dass es vorbei war."
    ),
    "compare_without": (
        "Die Intervalle lassen sich nicht vergleichen: Zu einer der beiden Zeiten gibt es kein Kurvensignal."
    ),
    "compare_rr": (
        "{rr} {when} sind Schlagabstände ohne Kurvensignal, allein nach der Regelmäßigkeit beurteilt."
    ),
    "compare_basis": "Auswerten konnte ich {a} der einen und {b} der anderen Zeit.",
    "compare_unfair": (
        "Auswerten konnte ich nur {a} der einen und {b} der anderen Zeit; das ist zu wenig für einen "
        "verlässlichen Vergleich."
    ),
}

_STATUS: Final = {
    "recorded": (
        "{when} wurden {recorded} aufgezeichnet (Zeitraum: {length}); auswertbar waren {analysable} ({pct})."
    ),
    "nothing_recorded": "{when} wurde nichts aufgezeichnet.",
    "gap_line": "- fehlt ab {start}, {long} lang: {why}",
    "too_little": "Das ist zu wenig, um zu sagen, dass etwas nicht vorgekommen ist.",
    "device_sending": "{name} sendet: Das neueste Signal ist {age} alt.",
    "device_silent": "{name} sendet nicht. Das neueste Signal endete {newest}, das ist {age} her.",
    "device_never": "{name} hat noch kein Signal gesendet.",
    "device_lead_off": "Zuletzt wurde gemeldet, dass eine Elektrode nicht anliegt.",
    "device_rr": "Gesendet werden Schlagabstände und kein Kurvensignal.",
    "device_lead_off_rr": "Zuletzt wurde gemeldet, dass der Sensor die Haut nicht berührt.",
    "device_disconnected": "Zuletzt wurde gemeldet, dass die Verbindung getrennt ist.",
    "battery": "Der Akku stand bei {pct} ({at}).",
    "battery_low": "Der Akku war schwach, bei {pct} ({at}): Bitte laden Sie ihn bald.",
    "battery_unknown": "Wie voll der Akku ist, wurde nicht gemeldet.",
    "alerts": "{when} habe ich {count} verzeichnet:",
    "alerts_open": "{count} offen:",
    "alert_line": "- {since}: {text} (beendet {until})",
    "alert_line_open": "- {since}: {text} (noch offen)",
    "alert_line_by": "- {since}: {text} (beendet {until}; bestätigt von {who}, {at})",
    "alert_line_nobody": "- {since}: {text} (beendet {until}; von niemandem bestätigt)",
    "alert_line_open_by": "- {since}: {text} (noch offen; bestätigt von {who}, {at})",
    "alert_line_open_nobody": "- {since}: {text} (noch offen; von niemandem bestätigt)",
    "alerts_open_now": "Jetzt offen: {count}.",
    "alerts_none_open": "Davon ist jetzt keiner offen.",
    "no_alerts": "{when} gab es keine Alarme.",
    "no_alerts_open": "Es ist kein Alarm offen.",
    "only_newest": "(Nur die neuesten {shown} werden gezeigt.)",
    "notes": "{when} habe ich {count}:",
    "no_notes": "{when} gibt es keine {kind}.",
    "note_line": "- {at}, {kind}: {text}",
    "shared_only": "Ich kann nur Notizen zeigen, die freigegeben sind.",
}

_SUMMARY: Final = {
    "summary_basis": "{when} konnte ich {analysable} auswerten ({pct}).",
    "summary_rate": "Die Herzfrequenz lag bei {value} (Median).",
    "summary_rest": "In Ruhe, zwischen Mitternacht und 06:00 Uhr, lag sie bei {value}.",
    "summary_af": "Vorhofflimmern nahm {time} ein, {pct} davon.",
    "summary_event": "- {count}",
    "summary_event_long": "- {count}, zusammen {total}",
    "summary_no_events": (
        "Pausen, langsame oder schnelle Phasen, Folgen breiter Schläge, "
        "Bigeminus und Trigeminus habe ich nicht gefunden."
    ),
    "summary_no_other": "Sonst habe ich nichts von dem gefunden, worauf ich achte.",
    "summary_alerts": "Verzeichnet habe ich {count}:",
    "summary_notes": "Dazu {count}:",
    "source_windows": (
        "Für diese Antwort wurden {windows} von {device} (Ableitung {lead}) {when} angesehen; "
        "{analysable} davon waren klar genug zum Auswerten."
    ),
    "source_all_windows": (
        "Für diese Antwort wurden {windows} von {device} (Ableitung {lead}) {when} angesehen; alle waren "
        "klar genug zum Auswerten."
    ),
    "source_hours": (
        "Für diese Antwort wurden die Summen aus {hours} von {device} (Ableitung {lead}) {when} angesehen."
    ),
    "source_listed": "Diese Antwort ist die Liste, die für diese Zeit gespeichert ist: {when}.",
    "source_pct": "Sie decken {pct} dieser Zeit ab.",
    "source_chain": "Schläge und Wellen wurden von {chain} gefunden, den Rhythmus hat {model} benannt.",
    "source_rule": "- {name}: {value} (Version {version} vom {date}; {source})",
    "source_limits": (
        "Es ist eine einzige Ableitung, von einem Programm gelesen; Hearth ist kein Medizinprodukt."
    ),
    "about_measure": (
        "Ein Median ist die Mitte aller Werte der einzelnen Abschnitte; niedrigster und höchster Wert "
        "sind Mittelwerte über zehn Sekunden."
    ),
    "about_burden": (
        "Der Anteil ist die als Vorhofflimmern bezeichnete Zeit, geteilt durch die auswertbare Zeit."
    ),
    "about_classify": (
        "Ein Anteil ist die Zeit der so bezeichneten Abschnitte, geteilt durch die auswertbare Zeit."
    ),
    "about_find_events": (
        "Ereignisse sind die gespeicherten: Abschnitte und Schläge mit demselben Befund, zusammengefasst."
    ),
    "about_trend": (
        "Jeder Schritt wird aus seinen eigenen Abschnitten oder Stunden berechnet; Schritte mit weniger "
        "als zehn Minuten Signal bleiben leer."
    ),
    "about_compare": (
        "Beide Zeiten wurden gleich gemessen; Unterschiede, die kleiner sind als die übliche Schwankung "
        "von Tag zu Tag, gelten nicht als Unterschied."
    ),
    "about_device_status": (
        "Das hat der Sensor zuletzt über sich gemeldet, dazu der Zeitpunkt, zu dem sein neuestes Signal "
        "gespeichert wurde."
    ),
    "about_store": (
        "Das stammt aus dem, was über die Trägerin oder den Träger gespeichert ist, nicht aus einer Messung."
    ),
    "about_glossary": "Das ist die Erklärung eines Wortes, keine Messung.",
    "meaning": "{meaning}",
}

REPORTS: Final[dict[str, str]] = {**_COURSE, **_STATUS, **_SUMMARY}
