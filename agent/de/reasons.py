"""German sentences of reasons: what a finding rests on, why an alert was raised, what is to be written."""

from typing import Final

_FINDING: Final = {
    "explain_af": "{when} wurden {time} ({windows}) als Vorhofflimmern bezeichnet. Worauf das beruht:",
    "explain_af_rr": (
        "{when} wurden {time} ({windows}) als Vorhofflimmern bezeichnet, allein nach den Abständen "
        "zwischen den Schlägen."
    ),
    "explain_irregular": (
        "- Wie unregelmäßig die Schläge kamen: {value} auf einer Skala von 0 bis 1, auf der es ab 0,5 als "
        "unregelmäßig gilt."
    ),
    "explain_irregular_elsewhere": (
        "- Wie unregelmäßig die Schläge kamen: {value} auf einer Skala von 0 bis 1, auf der es ab 0,5 als "
        "unregelmäßig gilt; im Sinusrhythmus derselben Zeit war es {elsewhere}."
    ),
    "explain_p": "- P-Wellen, die bei Vorhofflimmern fehlen: vor {pct} der Schläge zu sehen.",
    "explain_p_elsewhere": (
        "- P-Wellen, die bei Vorhofflimmern fehlen: vor {pct} der Schläge zu sehen, im Sinusrhythmus "
        "derselben Zeit vor {elsewhere}."
    ),
    "explain_no_beats": (
        "- Die einzelnen Schläge sind dafür nicht gespeichert, ihre Abstände und P-Wellen kann ich also "
        "nicht auflisten."
    ),
    "explain_probability": "- Die Wahrscheinlichkeit, die das Modell angibt: {value} (Median).",
    "explain_rules": "- Das wurde nach festen Regeln entschieden, die keine Wahrscheinlichkeit angeben.",
    "explain_quality": "- Signalqualität dabei: {value} auf einer Skala von 0 bis 1.",
    "explain_episodes": "- Länge: {count} von mindestens {threshold} (Grenzwert Version {version}).",
    "explain_short": "- Länge: Nichts davon dauerte {threshold}, deshalb zählt nichts als Episode.",
    "explain_unconfirmed": (
        "Weitere {time} sahen danach aus, waren aber nicht unregelmäßig genug oder hatten P-Wellen; das "
        "wird nicht gezählt."
    ),
    "explain_certain_high": (
        "Sicherer wird es mit diesem Rekorder nicht; es bleibt eine Ableitung, von einem Programm gelesen."
    ),
    "explain_certain_fair": (
        "Das ist einigermaßen sicher, mehr nicht; die Streifen sollten ärztlich angesehen werden."
    ),
    "explain_certain_low": "Das ist unsicher: Nehmen Sie es als Anlass nachzusehen, nicht als Befund.",
    "explain_certain_rule": (
        "Wie sicher das ist, wurde nie als Zahl gemessen; die Streifen sollten ärztlich angesehen werden."
    ),
    "explain_none": (
        "{kind} habe ich {when} nicht gefunden, es gibt also nichts zu erklären. Ich konnte {pct} dieser "
        "Zeit auswerten."
    ),
    "explain_none_part": (
        "{kind} habe ich {when} in den {pct} der Zeit, die ich auswerten konnte, nicht gefunden; es gibt "
        "also nichts zu erklären."
    ),
    "explain_event": "{when} habe ich {count} gefunden.",
    "explain_event_value": "{when} habe ich {count} gefunden; am deutlichsten mit {value}.",
    "explain_event_limit": "- Was zählt: Der Grenzwert ist {threshold} (Version {version}).",
    "explain_event_pattern": "- Was zählt: Jeder zweite Schlag kommt zu früh, mehrmals hintereinander.",
    "explain_event_third": "- Was zählt: Jeder dritte Schlag kommt zu früh, mehrmals hintereinander.",
    "explain_clear": "- Das Signal davor und danach war lesbar.",
    "explain_unclear": (
        "- Das Signal davor oder danach war teilweise nicht lesbar; das macht es weniger sicher."
    ),
    "explain_shape": (
        "Ihre Form: QRS-Komplexe von {width}, die üblichen haben {usual}; Ähnlichkeit mit der üblichen Form "
        "{similarity}, wo ein ebensolcher Schlag eins hat."
    ),
    "explain_decisive": "Die Schläge und Abstände, die den Ausschlag geben:",
    "explain_parts": (
        "Was die Entscheidung des Klassifikators von {start} bis {end} trug: er gab diesem Streifen "
        "{probability}; sind diese Stellen verdeckt, {masked}, bei ebenso vielen zufälligen {chance}."
    ),
    "explain_no_parts": (
        "Kein Klassifikator hat das entschieden; so lässt sich keine Stelle nennen, die den Ausschlag gab."
    ),
    "explain_part": "- {at}, {seconds} lang",
    "explain_part_lost": "- {at}, {seconds} lang: davon {lost}",
    "ectopics": "{when} wurden {beats} so eingeordnet: {kind}. Worauf das beruht:",
    "ectopics_early": "- Zeit: Sie kamen {pct} früher als der übliche Abstand (Median, nachgelesen: {read}).",
    "ectopics_width": "- Form: QRS-Komplexe von {width}, wo die üblichen {usual} haben.",
    "ectopics_p": "- P-Wellen: vor {pct} davon gesehen.",
    "ectopics_beat": "- {at}: {before} nach dem Schlag davor, üblich sind {usual} ({pct} früher)",
    "ectopics_beat_width": "- sein QRS-Komplex: {width}, sonst {usual_width}",
    "ectopics_decided": (
        "Die Klasse jedes Schlags bestimmte ein Netz aus Zeit und Form; eine Wahrscheinlichkeit behält es "
        "nicht."
    ),
    "explain_strips": "Am deutlichsten zeigen es diese Stellen:",
    "explain_strip": "- {start} bis {end}",
    "explain_strip_beats": (
        "- {start} bis {end}: Unregelmäßigkeit {irregular}, P-Wellen vor {pct} der Schläge"
    ),
    "explain_strip_irregular": "- {start} bis {end}: Unregelmäßigkeit {irregular}",
    "explain_strip_value": "- {start} bis {end}: {value}",
    "source_explained": "Die entscheidenden Stellen hat {method} benannt.",
    "source_explained_model": (
        "Die entscheidenden Stellen hat {method} benannt: verdeckt für {model}, die Datei mit "
        "sha256 {sha256}."
    ),
    "source_replaced": (
        "Diese Zeit wurde seither neu ausgewertet, von {newer}; die Zeilen hinter meiner Antwort sind "
        "neben den neuen aufbewahrt."
    ),
    "about_explain": "Das sind die gespeicherten Abschnitte und Schläge dieser Zeit, noch einmal gelesen.",
    "about_explain_alert": (
        "Das ist der gespeicherte Alarm mit seinen Änderungen, seinem Grenzwert und seiner Episode."
    ),
}

_ALERT: Final = {
    "alert_why": "Der Alarm \u201e{text}\u201c kam {since}.",
    "alert_why_open": "Der Alarm \u201e{text}\u201c kam {since} und ist noch offen.",
    "alert_over": "Er endete {until}; Dauer {long}.",
    "alert_limit": "- Der damals eingetragene Grenzwert: {name} {value} (Version {version}; {source})",
    "alert_limit_note": "In der Konfiguration kann ein anderer Grenzwert als der eingetragene stehen.",
    "alert_technical": "Es geht dabei um die Technik, nicht um das Herz.",
    "alert_episode": "- Die Episode dahinter: {kind}, Beginn {start}, Dauer {long}",
    "alert_quality": "- Signalqualität in dieser Zeit: {value} auf einer Skala von 0 bis 1",
    "alert_seen": "- Als gesehen markiert: {at}",
    "alert_seen_by": "- Als gesehen markiert von {who}: {at}",
    "alert_repeated": "- Erneut gemeldet: {count}",
    "alert_more": "In dieser Zeit gab es noch {count} weitere.",
    "no_such_alert": "{when} gab es keinen solchen Alarm.",
}

_WISHES: Final = {
    "note_confirm": (
        "Soll ich das als Notiz festhalten ({kind}, {at}): {text}? Sagen Sie \u201eja\u201c, um sie zu "
        "behalten, \u201enein\u201c, um sie zu verwerfen."
    ),
    "note_confirm_private": (
        "Soll ich das als private Notiz festhalten ({kind}, {at}), die nur die Trägerin oder der Träger "
        "sieht: {text}? Sagen Sie \u201eja\u201c, um sie zu behalten, \u201enein\u201c, um sie zu "
        "verwerfen."
    ),
    "change_confirm": (
        "Soll ich {setting} von {before} auf {value} ändern? Sagen Sie \u201eja\u201c, um es zu tun, "
        "\u201enein\u201c, um es zu lassen."
    ),
    "change_confirm_new": (
        "Soll ich {setting} auf {value} setzen? Sagen Sie \u201eja\u201c, um es zu tun, \u201enein\u201c, "
        "um es zu lassen."
    ),
    "change_critical": (
        "Dieser Alarm dient Ihrer Sicherheit und lässt sich nicht auf Zuruf abschalten. Wenn er ohne "
        "Anlass immer wieder kommt, lassen Sie die Elektroden und den Grenzwert von der Person prüfen, "
        "die diesen Rekorder betreut, und sprechen Sie es in der Arztpraxis an."
    ),
    "change_configuration": (
        "Alarme und Grenzwerte werden in der Konfigurationsdatei eingestellt, nicht auf Zuruf, damit "
        "niemand sie versehentlich ändert. \u201ehearth alarms\u201c listet und bestätigt sie."
    ),
    "change_unknown": (
        "Eine Einstellung namens \u201e{setting}\u201c kenne ich nicht. Auf Zuruf lassen sich die Sprache "
        "der Antworten, das Geschlecht und das Geburtsjahr ändern; alles andere steht in der "
        "Konfigurationsdatei."
    ),
    "change_value": "{setting} kann nicht \u201e{value}\u201c sein.",
    "change_same": "{setting} ist bereits {value}.",
    "change_permission": (
        "Einstellungen ändern dürfen nur die Trägerin oder der Träger und das ärztliche Personal."
    ),
    "note_what": "Was soll ich festhalten? Bitte sagen Sie es in einem Satz: \u201eNotiz: ...\u201c.",
    "done_note": "Ich habe es festgehalten.",
    "done_change": "Ich habe es geändert.",
    "dropped": "Gut, es wurde nichts festgehalten oder geändert.",
    "nothing_pending": "Es wartet gerade nichts auf ein Ja oder Nein.",
    "export_wanted": "Ich erstelle eine Datei im Format {format} ({what}) {when}.",
    "export_event": "Ich erstelle eine Datei im Format {format} ({what}) zu dieser Stelle: {event}, {at}.",
    "export_format": "Als {format} lässt sich das nicht schreiben: {what}.",
    "export_no_event": "{when} gibt es keine {event}, zu der sich eine Datei erstellen ließe.",
    "export_permission": (
        "Dateien der Aufzeichnung erhalten nur die Trägerin oder der Träger und das ärztliche Personal."
    ),
}

REASONS: Final[dict[str, str]] = {**_FINDING, **_ALERT, **_WISHES}
