"""German sentences of findings; braces are slots."""

from typing import Final

from agent.de.clinical import CLINICAL
from agent.de.reasons import REASONS
from agent.de.reports import REPORTS
from agent.de.talk import TALK
from agent.de.without_waveform import WITHOUT_WAVEFORM

_BASIS: Final = {
    "basis": "Davon konnte ich {analysable} auswerten ({pct}).",
    "basis_partial": (
        "Davon konnte ich nur {analysable} auswerten ({pct}); wie der Rest war, kann ich nicht sagen."
    ),
    "basis_short": "Ich konnte {pct} dieser Zeit auswerten.",
    "rest_unknown": "Ich konnte nur {pct} dieser Zeit auswerten; über den Rest kann ich nichts sagen.",
    "other_device": (
        "Das stammt von {device}. Zur gleichen Zeit hat noch ein anderer Sensor aufgezeichnet; nennen Sie "
        "ihn, um danach zu fragen."
    ),
    "clock_skipped": (
        "Damals wurden die Uhren vorgestellt, diese Uhrzeit gab es also nicht; ich habe die genommen, die "
        "es gewesen wäre."
    ),
    "no_data": "{when} wurde nichts aufgezeichnet, deshalb kann ich nichts sagen.",
    "no_data_now": (
        "Aus den letzten 5 Minuten gibt es kein Signal, deshalb kann ich nicht sagen, wie es jetzt ist."
    ),
    "low_quality": (
        "{when} gibt es eine Aufzeichnung, aber nichts davon war klar genug zum Auswerten, deshalb kann "
        "ich nichts sagen."
    ),
    "low_quality_now": (
        "Das Signal der letzten 5 Minuten ist nicht klar genug zum Auswerten, deshalb kann ich nicht "
        "sagen, wie es jetzt ist."
    ),
    "low_quality_why": "Am häufigsten störte: {why}.",
    "newest": "Das neueste Signal, das ich habe, endet {newest}.",
    "never_any": "Es gibt noch gar keine ausgewertete Aufzeichnung.",
    "no_device": "Hier ist noch kein Sensor bekannt, es gibt also nichts nachzusehen.",
    "no_evidence": "In diesem Gespräch gibt es keine frühere Antwort, die ich erklären könnte.",
    "term_unknown": "Zu \u201e{term}\u201c habe ich keine Erklärung.",
}

_RATES: Final = {
    "rate_now": "Die Herzfrequenz liegt bei {rate}{rhythm}; die Messung ist {age} alt.",
    "rate_before": (
        "Die Herzfrequenz lag bei {rate}{rhythm} ({at}); das ist {age} her, seitdem gibt es nichts Klareres."
    ),
    "hr_first": "{when} lag die Herzfrequenz bei {value} (Median).",
    "metric_first": "{when} betrug {metric} {value} (Median).",
    "metric_more": "{metric} betrug {value} (Median).",
    "spread": "In der Hälfte der Zeit lag der Wert zwischen {q1} und {q3}.",
    "spread_hours": "Von Stunde zu Stunde lag der Wert meist zwischen {q1} und {q3}.",
    "spread_sample": (
        "In einer über die Zeit verteilten Auswahl von Stunden lag der Wert meist zwischen {q1} und {q3}."
    ),
    "extremes": (
        "Der niedrigste Zehn-Sekunden-Mittelwert war {low} ({low_at}), der höchste {high} ({high_at})."
    ),
    "hr_min_first": (
        "{when} war die Herzfrequenz am niedrigsten bei {value}, gemittelt über zehn Sekunden ({at})."
    ),
    "hr_max_first": (
        "{when} war die Herzfrequenz am höchsten bei {value}, gemittelt über zehn Sekunden ({at})."
    ),
    "hr_min_more": "Am niedrigsten war sie bei {value} ({at}).",
    "hr_max_more": "Am höchsten war sie bei {value} ({at}).",
    "rest_first": (
        "{when} lag die Ruheherzfrequenz bei {value}: der Median im Sinusrhythmus zwischen Mitternacht "
        "und 06:00 Uhr."
    ),
    "rest_more": (
        "Die Ruheherzfrequenz, der Median im Sinusrhythmus zwischen Mitternacht und 06:00 Uhr, lag bei "
        "{value}."
    ),
    "rest_elsewhere": (
        "Die Ruheherzfrequenz lag bei {value}. Sie wird von Mitternacht bis 06:00 Uhr bestimmt; dieser "
        "Wert gilt für {start} bis {end}, die neuesten solchen Stunden."
    ),
    "metric_missing": "Für diese Zeit fehlt {metric}: {reason}.",
    "limits_inside": (
        "Die hier eingestellten Grenzen (Version {version}) sind {low} bis {high}; {metric} liegt mit "
        "{value} dazwischen."
    ),
    "limits_below": (
        "Die hier eingestellten Grenzen (Version {version}) sind {low} bis {high}; {metric} liegt mit "
        "{value} darunter."
    ),
    "limits_above": (
        "Die hier eingestellten Grenzen (Version {version}) sind {low} bis {high}; {metric} liegt mit "
        "{value} darüber."
    ),
    "limit_inside": (
        "Die hier eingestellte obere Grenze (Version {version}) ist {high}; {metric} liegt mit {value} "
        "nicht darüber."
    ),
    "limit_above": (
        "Die hier eingestellte obere Grenze (Version {version}) ist {high}; {metric} liegt mit {value} "
        "darüber."
    ),
    "counted": "Grundlage: {counted}.",
    "versions": "Ausgewertet mit {versions}.",
}

_RHYTHM: Final = {
    "rhythm_now": "Das neueste Signal, {age} alt, zeigt: {rhythm}.",
    "rhythm_now_rate": "Das neueste Signal, {age} alt, zeigt: {rhythm}, {rate}.",
    "rhythm_first": "{when} zeigte sich in {pct} der auswertbaren Zeit: {rhythm}.",
    "rhythm_more": "In {pct} davon, zusammen {time}: {rhythm}.",
    "no_af_here": "Vorhofflimmern habe ich darin nicht gefunden.",
    "no_af_in_part": (
        "In den {pct} dieser Zeit, die ich auswerten konnte, habe ich kein Vorhofflimmern gefunden."
    ),
    "beats_first": "{when} habe ich {beats} gezählt.",
    "beats_early": (
        "Davon kamen {v} zu früh aus den Herzkammern ({v_pct}) und {s} zu früh von oberhalb der Kammern "
        "({s_pct})."
    ),
    "beats_early_v": "Zu früh aus den Herzkammern kamen davon {v} ({v_pct}).",
    "beats_early_s": "Zu früh von oberhalb der Herzkammern kamen davon {s} ({s_pct}).",
    "beats_none_early": "Zu frühe Schläge waren nicht darunter.",
    "burden": (
        "{when} nahm Vorhofflimmern {share} der auswertbaren Zeit ein ({time}; auswertbar: {analysable})."
    ),
    "burden_none": "{when} habe ich kein Vorhofflimmern gefunden. Ich konnte {pct} dieser Zeit auswerten.",
    "burden_none_part": (
        "{when} habe ich in den {pct} der Zeit, die ich auswerten konnte, kein Vorhofflimmern gefunden; "
        "über den Rest kann ich nichts sagen."
    ),
    "burden_one": "Es war eine einzige Episode: Dauer {longest}, Beginn {start}.",
    "burden_episodes": "Es waren {count}; die längste dauerte {longest}, Beginn {start}.",
    "burden_no_episode": "Nichts davon dauerte die {least} Sekunden, die eine Episode ausmachen.",
    "going_on": "Beim neuesten Signal hielt es noch an.",
}

_EVENTS: Final = {
    "none_kind": "{kind} habe ich {when} nicht gefunden. Ich konnte {pct} dieser Zeit auswerten.",
    "none_kind_part": (
        "{kind} habe ich {when} in den {pct} der Zeit, die ich auswerten konnte, nicht gefunden; über den "
        "Rest kann ich nichts sagen."
    ),
    "none_other": (
        "Sonst habe ich nichts von dem gefunden, worauf ich achte. Ich konnte {pct} dieser Zeit auswerten."
    ),
    "none_other_part": "Sonst habe ich in den {pct} der Zeit, die ich auswerten konnte, nichts gefunden.",
    "none_any": (
        "{when} habe ich nichts von dem gefunden, worauf ich achte: Vorhofflimmern, Pausen, langsame oder "
        "schnelle Phasen, Folgen breiter Schläge, Bigeminus, Trigeminus. "
        "Ich konnte {pct} dieser Zeit auswerten."
    ),
    "none_any_part": (
        "{when} habe ich in den {pct} der Zeit, die ich auswerten konnte, nichts von dem gefunden, worauf "
        "ich achte; über den Rest kann ich nichts sagen."
    ),
    "none_hr_above": (
        "{when} ging die Herzfrequenz nicht über {limit}. Ich konnte {pct} dieser Zeit auswerten."
    ),
    "none_hr_above_part": (
        "{when} ging die Herzfrequenz in den {pct} der Zeit, die ich auswerten konnte, nicht über "
        "{limit}; über den Rest kann ich nichts sagen."
    ),
    "none_hr_below": (
        "{when} ging die Herzfrequenz nicht unter {limit}. Ich konnte {pct} dieser Zeit auswerten."
    ),
    "none_hr_below_part": (
        "{when} ging die Herzfrequenz in den {pct} der Zeit, die ich auswerten konnte, nicht unter "
        "{limit}; über den Rest kann ich nichts sagen."
    ),
    "loose_af": (
        "{when} sahen {time} nach Vorhofflimmern aus, in Abschnitten, die für eine Episode zu kurz sind."
    ),
    "found_kind": "{when} habe ich {count} gefunden, zusammen {total}.",
    "found_pauses": "{when} habe ich {count} gefunden.",
    "found_hr_above": "{when} lag die Herzfrequenz {count} über {limit}, zusammen {total}.",
    "found_hr_below": "{when} lag die Herzfrequenz {count} unter {limit}, zusammen {total}.",
    "found_any": "{when} habe ich gefunden:",
    "found_line": "- {count}, zusammen {total}",
    "shown_first": "Die ersten {shown}:",
    "shown_newest": "Die neuesten {shown}:",
    "shown_longest": "Die längsten {shown}:",
    "shown_shortest": "Die kürzesten {shown}:",
    "event_line": "- {start}, Dauer {long}",
    "event_line_open": "- {start}, Dauer {long}, hält noch an",
    "event_line_value": "- {start}, Dauer {long}, {value}",
    "event_only": "{when} gab es eine {kind}: Beginn {start}, Dauer {long}.",
    "event_newest": "Die letzte {kind} {when} begann {start} und dauerte {long}.",
    "event_longest": "Die längste {kind} {when} dauerte {long}, Beginn {start}.",
    "event_shortest": "Die kürzeste {kind} {when} dauerte {long}, Beginn {start}.",
    "event_oldest": "Die erste {kind} {when} begann {start} und dauerte {long}.",
    "event_of": "Insgesamt waren es {count}.",
    "value_brady": "Die Frequenz betrug {value}.",
    "value_tachy": "Die Frequenz betrug {value}.",
    "value_wide_run": "Die Länge: {value}.",
    "hr_max_when": "{when} war die Herzfrequenz am höchsten ({at}): {value}, gemittelt über zehn Sekunden.",
    "hr_min_when": (
        "{when} war die Herzfrequenz am niedrigsten ({at}): {value}, gemittelt über zehn Sekunden."
    ),
    "counted_af": "Gezählt werden Episoden ab {threshold} (Grenzwert Version {version}).",
    "counted_pause": "Gezählt werden Pausen ab {threshold} (Grenzwert Version {version}).",
    "counted_brady": "Gezählt werden Phasen unter {threshold} (Grenzwert Version {version}).",
    "counted_tachy": "Gezählt werden Phasen über {threshold} (Grenzwert Version {version}).",
    "counted_wide_run": "Gezählt werden Folgen ab {threshold} (Grenzwert Version {version}).",
    "counted_hr_above": "Es gilt die hier eingestellte Grenze (Version {version}).",
    "counted_hr_below": "Es gilt die hier eingestellte Grenze (Version {version}).",
    "cut_short": (
        "In dieser Zeit gibt es zu viele solche Stunden für eine Liste; ich habe nur die neuesten "
        "durchgesehen."
    ),
}

_DETAIL: Final = {
    "detail_longest": "Die längste dauerte {long}, Beginn {start}.",
    "detail_when": "Beginn {start}, Dauer {long}.",
    "detail_at": "{at}.",
    "detail_count": "Es waren {count}.",
    "detail_one": "Es war eine.",
    "detail_last": "Die letzte begann {start} und dauerte {long}.",
    "detail_first": "Die erste begann {start} und dauerte {long}.",
}

SENTENCES: Final[dict[str, str]] = {
    **TALK,
    **_BASIS,
    **WITHOUT_WAVEFORM,
    **_RATES,
    **_RHYTHM,
    **_EVENTS,
    **REPORTS,
    **REASONS,
    **_DETAIL,
    **CLINICAL,
}
