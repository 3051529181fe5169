"""German, said otherwise: further wordings of sentences of findings, each with the slots of its sentence."""

from typing import Final

OTHER_WORDS: Final = {
    "hr_first": (
        "{when} schlug das Herz mit {value} (Median).",
        "{when} war der Median der Herzfrequenz {value}.",
        "Die Herzfrequenz {when}: {value} im Median.",
    ),
    "metric_first": ("{when}, im Median: {metric} {value}.",),
    "metric_more": ("Dazu {metric}: {value} (Median).",),
    "spread": ("Die Hälfte der Zeit waren es zwischen {q1} und {q3}.",),
    "extremes": (
        "Über zehn Sekunden gemittelt ging es von {low} ({low_at}) bis {high} ({high_at}).",
        "Am niedrigsten waren im Mittel von zehn Sekunden {low} ({low_at}), am höchsten {high} ({high_at}).",
    ),
    "hr_min_first": ("{when} waren {value} das niedrigste Mittel von zehn Sekunden ({at}).",),
    "hr_max_first": ("{when} waren {value} das höchste Mittel von zehn Sekunden ({at}).",),
    "hr_min_more": ("Der niedrigste Wert war {value} ({at}).",),
    "hr_max_more": ("Der höchste Wert war {value} ({at}).",),
    "rate_now": (
        "Das Herz schlägt mit {rate}{rhythm}; die Messung ist {age} alt.",
        "Die neueste Messung, {age} alt: {rate}{rhythm}.",
    ),
    "rhythm_first": (
        "{when} habe ich in {pct} der auswertbaren Zeit dies gesehen: {rhythm}.",
        "{when}, in {pct} der Zeit, die ich auswerten konnte: {rhythm}.",
    ),
    "rhythm_more": ("{rhythm}: {pct} davon, zusammen {time}.",),
    "rhythm_now": ("Was zuletzt kam, {age} alt, zeigt: {rhythm}.",),
    "rhythm_now_rate": ("Was zuletzt kam, {age} alt, zeigt: {rhythm}, {rate}.",),
    "beats_first": ("{when} waren es {beats}.", "Gezählt habe ich {when} {beats}."),
    "beats_early": (
        "Zu früh aus den Herzkammern kamen {v} ({v_pct}), zu früh von oberhalb der Kammern {s} ({s_pct}).",
    ),
    "burden": (
        "{when} war für {time} Vorhofflimmern, {share} der auswertbaren Zeit (auswertbar: {analysable}).",
        "Vorhofflimmern dauerte {when} {time}: {share} von {analysable}, die auswertbar waren.",
    ),
    "burden_one": ("Das war eine einzige Episode: Beginn {start}, Dauer {longest}.",),
    "burden_episodes": ("Verteilt war das auf {count}; die längste dauerte {longest}, Beginn {start}.",),
    "found_kind": (
        "{when} gab es {count}, zusammen {total}.",
        "Gefunden habe ich {when} {count}, zusammen {total}.",
    ),
    "found_pauses": ("{when} gab es {count}.", "Gefunden habe ich {when} {count}."),
    "event_only": ("Eine {kind} gab es {when}: Beginn {start}, Dauer {long}.",),
    "event_newest": ("Zuletzt kam {when} eine {kind}: Beginn {start}, Dauer {long}.",),
    "event_longest": ("Am längsten dauerte {when} eine {kind}: {long}, Beginn {start}.",),
    "event_of": ("Zusammen waren es {count}.",),
    "basis": ("Auswerten konnte ich davon {analysable} ({pct}).",),
    "basis_partial": (
        "Nur {analysable} davon ({pct}) waren auswertbar; wie der Rest war, kann ich nicht sagen.",
    ),
    "summary_basis": ("{when} waren {analysable} auswertbar ({pct}).",),
    "summary_rate": ("Der Median der Herzfrequenz war {value}.",),
    "summary_af": ("{time}, {pct} davon, waren Vorhofflimmern.",),
    "recorded": (
        "Von {length} {when} wurden {recorded} aufgezeichnet; auswertbar waren {analysable} ({pct}).",
    ),
    "battery": ("Der Akku war bei {pct} ({at}).",),
    "detail_longest": ("Am längsten waren {long}, Beginn {start}.",),
    "detail_when": ("Das begann {start} und dauerte {long}.",),
    "detail_at": ("Das war {at}.",),
    "detail_count": ("Gezählt habe ich {count}.",),
}
