"""Spanish, said otherwise: further wordings of sentences of findings, each with the slots of its sentence."""

from typing import Final

OTHER_WORDS: Final = {
    "hr_first": (
        "{when}, el corazón latió a {value} (mediana).",
        "{when}, la mediana de {your} frecuencia cardíaca fue de {value}.",
    ),
    "metric_first": (
        "{when}, la mediana de {your} {metric} fue de {value}.",
        "{when} medí una mediana de {value} en {your} {metric}.",
    ),
    "metric_more": ("La mediana de {your} {metric} fue de {value}.",),
    "spread": ("Entre {q1} y {q3} estuvo la mitad del tiempo.",),
    "extremes": ("En medias de diez segundos, fue de {low} ({low_at}) a {high} ({high_at}).",),
    "hr_min_more": ("Lo más bajo fue {value} ({at}).",),
    "hr_max_more": ("Lo más alto fue {value} ({at}).",),
    "rate_now": (
        "Hace {age}, {your} frecuencia cardíaca era de {rate}{rhythm}.",
        "Ahora el corazón late a {rate}{rhythm}, medido hace {age}.",
    ),
    "rhythm_first": ("{when}, el {pct} del tiempo que pude analizar mostró {rhythm}.",),
    "rhythm_more": ("El {pct}, {time} en total, fue {rhythm}.",),
    "beats_first": ("{when}, hubo {beats}.", "Conté {beats} {when}."),
    "burden": (
        "{when}, hubo {time} de fibrilación auricular: el {share} de {analysable} que se pudo analizar.",
    ),
    "burden_one": ("Todo fue un solo episodio, desde {start}, de {longest}.",),
    "burden_episodes": ("Hubo {count}; el más largo, desde {start}, duró {longest}.",),
    "found_kind": ("{when}, hubo {count}, {total} en total.", "Encontré {count} {when}, {total} en total."),
    "found_pauses": ("{when}, hubo {count}.", "Encontré {count} {when}."),
    "event_of": ("Hubo {count} en total.",),
    "basis": ("Se pudo analizar {analysable} ({pct}).", "De eso pude analizar {analysable} ({pct})."),
    "basis_short": ("El {pct} de ese tiempo se pudo analizar.",),
    "basis_partial": ("Solo se pudo analizar {analysable} ({pct}); del resto no puedo decir nada.",),
    "summary_basis": ("{when}, se pudo analizar {analysable} ({pct}).",),
    "summary_rate": ("La mediana de la frecuencia cardíaca fue de {value}.",),
    "summary_af": ("Hubo {time} de fibrilación auricular, el {pct} de ese tiempo.",),
    "battery": ("La batería tenía el {pct} ({at}).",),
    "detail_longest": ("El tramo más largo, desde {start}, duró {long}.",),
    "detail_when": ("Empezó {start} y duró {long}.",),
    "detail_at": ("Eso fue {at}.",),
    "detail_count": ("Conté {count} en total.",),
}
