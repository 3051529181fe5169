"""German sentences of conversation: refusals, greetings, times that were not understood."""

from typing import Final

from agent.de.safety import TEXTS

_SAFETY: Final = {("refuse_medication" if key == "medication" else key): text for key, text in TEXTS.items()}

_REFUSALS: Final = {
    "refuse_lead": (
        "{what}: Aus einer einzigen Ableitung lässt sich das nicht beurteilen, deshalb rate ich nicht. "
        "Dazu braucht es ein EKG mit zwölf Ableitungen und jemanden, der es lesen kann. Sagen kann ich "
        "etwas zu Frequenz, Rhythmus, Pausen, zu frühen Schlägen und zu PQ-, QRS- und QT-Zeit."
    ),
    "refuse_infarction": (
        "Ein Herzinfarkt oder eine verminderte Durchblutung des Herzens lässt sich aus einer einzigen "
        "Ableitung weder erkennen noch ausschließen, deshalb rate ich nicht. Bei Schmerzen in der Brust, "
        "Atemnot oder wenn es Ihnen sehr schlecht geht, rufen Sie {number}."
    ),
    "refuse_unmeasured": (
        "{what} misst dieser Rekorder nicht; er zeichnet eine EKG-Ableitung auf. Auskunft geben kann ich "
        "über Herzfrequenz, Rhythmus, Pausen, zu frühe Schläge, Intervalle, Alarme und Notizen."
    ),
    "refuse_advice": (
        "Das ist eine Frage für Ihre Ärztin oder Ihren Arzt: Ich zeichne auf und beschreibe, ich stelle "
        "keine Diagnosen, und Hearth ist kein Medizinprodukt. Ich kann Ihnen geben, was aufgezeichnet "
        "wurde, zum Beispiel eine Zusammenfassung der letzten Woche zum Mitnehmen. Wenn es Ihnen jetzt "
        "schlecht geht, rufen Sie {number}."
    ),
    "refuse_change": (
        "Ich lese die Aufzeichnungen nur und kann das nicht auf eine Frage hin tun. Alarme werden mit "
        "\u201ehearth alarms\u201c aufgelistet und bestätigt, Einstellungen stehen in der "
        "Konfigurationsdatei."
    ),
    "refuse_scope": (
        "Darin habe ich keine Frage zu den Aufzeichnungen gefunden. Fragen können Sie zum Beispiel: "
        "\u201eWie war mein Puls letzte Nacht?\u201c, \u201eHatte ich diese Woche Vorhofflimmern?\u201c, "
        "\u201eWie viel wurde gestern aufgezeichnet?\u201c oder \u201eGab es Alarme?\u201c"
    ),
    "refuse_future": (
        "\u201e{phrase}\u201c liegt noch vor uns, und vorhersagen kann ich nichts; ich kann nur sagen, "
        "was aufgezeichnet wurde."
    ),
    "not_allowed": "Das dürfen Sie nicht sehen.",
    "which_device": (
        "Hier trägt mehr als eine Person einen Sensor. Um wen geht es? Bitte nennen Sie den Sensor: "
        "{devices}."
    ),
}

_TALK: Final = {
    "hello": "Guten Tag. Was möchten Sie über die Aufzeichnungen wissen?",
    "thanks": "Gern geschehen.",
    "bye": "Auf Wiedersehen.",
    "help": (
        "Fragen können Sie nach der Herzfrequenz (jetzt, am niedrigsten, am höchsten, in Ruhe), nach "
        "Rhythmus und Vorhofflimmern, Pausen, langsamen oder schnellen Phasen, zu frühen Schlägen, PQ-, "
        "QRS- und QT-Zeit, nach Verläufen, Vergleichen, Alarmen, Notizen, danach, wie viel aufgezeichnet "
        "wurde, und nach dem Sensor selbst. Sagen Sie die Zeit in Ihren eigenen Worten: \u201eletzte "
        "Nacht\u201c, \u201eam Dienstag um 18 Uhr\u201c, \u201ein der letzten Woche\u201c. \u201eWoher "
        "weißt du das?\u201c sagt, woher eine Zahl stammt. Hearth ist kein Medizinprodukt."
    ),
    "ask_doctor": "Ob das so sein soll, ist ärztlich zu beurteilen; Hearth ist kein Medizinprodukt.",
    "show_doctor": (
        "Hearth ist kein Medizinprodukt: Bevor daraus etwas geschlossen wird, sollten die Streifen "
        "ärztlich angesehen werden."
    ),
    "not_medical": "Das ist eine Beschreibung, keine Diagnose; Hearth ist kein Medizinprodukt.",
    "nothing_certain": (
        "Ich konnte nicht jede Zahl in dem prüfen, was ich gefunden habe, deshalb sage ich es lieber nicht."
    ),
    "nothing_before": (
        "In diesem Gespräch gibt es keine frühere Antwort, auf die ich mich beziehen könnte. Was möchten "
        "Sie wissen?"
    ),
    "no_such_detail": (
        "Das steht nicht in meiner letzten Antwort. Bitte fragen Sie mit einer Zeit danach, zum Beispiel "
        "\u201eletzte Nacht\u201c."
    ),
}

_TIME: Final = {
    "time_not_understood": (
        "Ich habe nicht verstanden, welche Zeit Sie mit \u201e{phrase}\u201c meinen. Bitte nennen Sie "
        "einen Tag, eine Uhrzeit oder eine Dauer: \u201eletzte Nacht\u201c, \u201eam Montag um 18:00 "
        "Uhr\u201c, \u201edie letzten 3 Tage\u201c."
    ),
    "time_not_known": (
        "Ich weiß nicht, wann \u201e{phrase}\u201c war. Bitte nennen Sie mir das Datum oder den Tag."
    ),
    "time_no_such_date": "Ein Datum \u201e{phrase}\u201c gibt es nicht. Welchen Tag meinen Sie?",
    "time_needs_context": (
        "Verglichen mit welcher Zeit? Bitte sagen Sie, welchen Tag oder welche Nacht Sie mit "
        "\u201e{phrase}\u201c meinen."
    ),
    "time_vague": "Welchen Tag meinen Sie mit \u201e{phrase}\u201c?",
    "time_several": "In \u201e{phrase}\u201c lese ich mehr als eine Zeit. Welche meinen Sie?",
    "time_several_options": "Darin lese ich mehr als eine Zeit. Meinen Sie {options}?",
    "time_which_half": "Meinen Sie mit \u201e{phrase}\u201c den Morgen oder den Abend?",
    "time_which_half_options": "Meinen Sie {options}?",
    "time_day_or_month": "Steht da zuerst der Tag oder der Monat?",
    "time_day_or_month_options": "Meinen Sie {options}?",
    "time_weekday_mismatch": "Wochentag und Datum in \u201e{phrase}\u201c passen nicht zusammen.",
    "time_weekday_mismatch_options": "Wochentag und Datum passen nicht zusammen. Meinen Sie {options}?",
    "time_no_event": (
        "Ich habe nichts verzeichnet, was \u201e{phrase}\u201c meinen könnte: Eine solche Episode wurde "
        "nicht gefunden. Bitte nennen Sie mir den Tag oder die Uhrzeit."
    ),
    "time_no_alert": (
        "Ich habe keinen Alarm, den \u201e{phrase}\u201c meinen könnte. Bitte nennen Sie mir die Zeit."
    ),
    "time_no_gap": (
        "Ich habe keine Lücke in der Aufzeichnung, die \u201e{phrase}\u201c meinen könnte. Bitte nennen "
        "Sie mir die Zeit."
    ),
    "time_no_note": (
        "Ich habe keine Notiz gefunden, die \u201e{phrase}\u201c meinen könnte. Bitte nennen Sie mir den "
        "Tag oder die Uhrzeit."
    ),
    "time_no_clock_change": "Wo Sie leben, werden die Uhren nicht umgestellt. Welche Nacht meinen Sie?",
    "time_which_event": "Zu \u201e{phrase}\u201c passt mehr als eines. Welches meinen Sie?",
    "time_which_event_options": "Zu \u201e{phrase}\u201c passt mehr als eines. Meinen Sie {options}?",
    "time_clock_twice": (
        "In dieser Nacht wurden die Uhren zurückgestellt, diese Zeit gab es also zweimal. Die erste oder "
        "die zweite?"
    ),
    "time_clock_twice_options": (
        "In dieser Nacht wurden die Uhren zurückgestellt, diese Zeit gab es also zweimal. Die erste oder "
        "die zweite?"
    ),
}

TALK: Final[dict[str, str]] = {**_SAFETY, **_REFUSALS, **_TALK, **_TIME}
