"""Spanish sentences of findings. ``{your}`` is "su", whoever is spoken of; other braces are slots."""

from typing import Final

from agent.es.clinical import CLINICAL
from agent.es.reasons import REASONS
from agent.es.reports import REPORTS
from agent.es.talk import TALK
from agent.es.without_waveform import WITHOUT_WAVEFORM

_BASIS: Final[dict[str, str]] = {
    "basis": "Pude analizar {analysable} ({pct}).",
    "basis_partial": "Solo pude analizar {analysable} ({pct}); del resto no puedo decir nada.",
    "basis_short": "Pude analizar el {pct} de ese tiempo.",
    "rest_unknown": "Solo pude analizar el {pct} de ese tiempo; del resto no puedo decir nada.",
    "other_device": (
        "Esto es de {device}. En ese tiempo también registraba otro sensor; nómbrelo si quiere saber de él."
    ),
    "clock_skipped": (
        "Esa noche se adelantaron los relojes y esa hora no existió; tomé la hora que habría sido."
    ),
    "no_data": "{when} no se registró nada, así que no puedo decirlo.",
    "no_data_now": "No hay señal de los últimos 5 minutos, así que no puedo decir cómo está ahora.",
    "low_quality": (
        "{when} hubo registro, pero nada fue lo bastante claro para analizarlo, así que no puedo decirlo."
    ),
    "low_quality_now": (
        "La señal de los últimos 5 minutos no es lo bastante clara para analizarla, así que no puedo "
        "decir cómo está ahora."
    ),
    "low_quality_why": "El motivo más frecuente fue {why}.",
    "newest": "La señal más reciente que tengo termina {newest}.",
    "never_any": "Todavía no hay ningún registro analizado.",
    "no_device": "Aquí todavía no se conoce ningún sensor, así que no hay nada que mirar.",
    "no_evidence": "En esta conversación no hay una respuesta anterior que pueda explicar.",
    "term_unknown": "No tengo explicación para \u201c{term}\u201d.",
}

_RATES: Final[dict[str, str]] = {
    "rate_now": "{your} frecuencia cardíaca es de {rate}{rhythm}, medida hace {age}.",
    "rate_before": (
        "{your} frecuencia cardíaca fue de {rate}{rhythm} {at}, hace {age}; desde entonces no hay nada "
        "más claro."
    ),
    "hr_first": "{when}, {your} frecuencia cardíaca fue de {value} (mediana).",
    "metric_first": "{when}, {your} {metric} fue de {value} (mediana).",
    "metric_more": "{your} {metric} fue de {value} (mediana).",
    "spread": "La mitad del tiempo estuvo entre {q1} y {q3}.",
    "spread_hours": "De una hora a otra estuvo casi siempre entre {q1} y {q3}.",
    "spread_sample": (
        "En una muestra de horas repartidas por ese tiempo estuvo casi siempre entre {q1} y {q3}."
    ),
    "counted": "Se apoya en {counted}.",
    "versions": "Analizado con {versions}.",
    "extremes": (
        "La media de diez segundos más baja fue de {low} ({low_at}); la más alta, de {high} ({high_at})."
    ),
    "hr_min_first": (
        "{when}, el valor más bajo de {your} frecuencia cardíaca fue de {value}, como media de diez "
        "segundos ({at})."
    ),
    "hr_max_first": (
        "{when}, el valor más alto de {your} frecuencia cardíaca fue de {value}, como media de diez "
        "segundos ({at})."
    ),
    "hr_min_more": "La más baja fue de {value} ({at}).",
    "hr_max_more": "La más alta fue de {value} ({at}).",
    "rest_first": (
        "{when}, {your} frecuencia cardíaca en reposo fue de {value}: la mediana en ritmo sinusal entre "
        "medianoche y las 06:00."
    ),
    "rest_more": (
        "La frecuencia cardíaca en reposo, la mediana en ritmo sinusal entre medianoche y las 06:00, fue "
        "de {value}."
    ),
    "rest_elsewhere": (
        "{your} frecuencia cardíaca en reposo fue de {value}. Se calcula de medianoche a las 06:00, así "
        "que esta es desde {start} hasta {end}, las horas de ese tipo más recientes."
    ),
    "metric_missing": "No tengo {your} {metric} de ese tiempo: {reason}.",
    "limits_inside": (
        "Los límites fijados aquí para {your} {metric} van de {low} a {high} (versión {version}); "
        "{value} está entre ellos."
    ),
    "limits_below": (
        "Los límites fijados aquí para {your} {metric} van de {low} a {high} (versión {version}); "
        "{value} está por debajo."
    ),
    "limits_above": (
        "Los límites fijados aquí para {your} {metric} van de {low} a {high} (versión {version}); "
        "{value} está por encima."
    ),
    "limit_inside": (
        "El límite superior fijado aquí para {your} {metric} es {high} (versión {version}); {value} no "
        "lo supera."
    ),
    "limit_above": (
        "El límite superior fijado aquí para {your} {metric} es {high} (versión {version}); {value} lo "
        "supera."
    ),
}

_RHYTHM: Final[dict[str, str]] = {
    "rhythm_now": "La señal más reciente, de hace {age}, muestra {rhythm}.",
    "rhythm_now_rate": "La señal más reciente, de hace {age}, muestra {rhythm} a {rate}.",
    "rhythm_first": (
        "{when}, {your} registro mostró {rhythm} durante el {pct} del tiempo que se pudo analizar."
    ),
    "rhythm_more": "Durante el {pct}, {time} en total, mostró {rhythm}.",
    "no_af_here": "No encontré fibrilación auricular en ese tiempo.",
    "no_af_in_part": "No encontré fibrilación auricular en el {pct} de ese tiempo que pude analizar.",
    "beats_first": "{when}, conté {beats}.",
    "beats_early": (
        "De ellos, {v} se adelantaron desde los ventrículos ({v_pct}) y {s} desde más arriba, de origen "
        "supraventricular ({s_pct})."
    ),
    "beats_early_v": "De ellos, {v} se adelantaron desde los ventrículos ({v_pct}).",
    "beats_early_s": (
        "De ellos, {s} se adelantaron desde más arriba de los ventrículos, de origen supraventricular "
        "({s_pct})."
    ),
    "beats_none_early": "Ninguno fue un latido adelantado.",
    "burden": (
        "{when}, la fibrilación auricular ocupó el {share} del tiempo que se pudo analizar: {time} de "
        "{analysable}."
    ),
    "burden_none": "{when}, no encontré fibrilación auricular. Pude analizar el {pct} de ese tiempo.",
    "burden_none_part": (
        "{when}, no encontré fibrilación auricular en el {pct} del tiempo que pude analizar; del resto "
        "no puedo decir nada."
    ),
    "burden_one": "Fue un episodio, de {longest}, desde {start}.",
    "burden_episodes": "Fueron {count}; el más largo duró {longest}, desde {start}.",
    "burden_no_episode": "Nada de ello duró los {least} segundos que hacen un episodio.",
    "going_on": "Seguía presente en la señal más reciente.",
}

_EVENTS: Final[dict[str, str]] = {
    "none_kind": "{when}, no encontré {kind}. Pude analizar el {pct} de ese tiempo.",
    "none_kind_part": (
        "{when}, no encontré {kind} en el {pct} del tiempo que pude analizar; del resto no puedo decir nada."
    ),
    "none_other": "No encontré nada más de lo que busco. Pude analizar el {pct} de ese tiempo.",
    "none_other_part": "No encontré nada más en el {pct} del tiempo que pude analizar.",
    "none_any": (
        "{when}, no encontré nada de lo que busco: fibrilación auricular, pausas, fases lentas o "
        "rápidas, series de latidos anchos, bigeminismo, trigeminismo. Pude analizar el {pct} de ese tiempo."
    ),
    "none_any_part": (
        "{when}, no encontré nada de lo que busco en el {pct} del tiempo que pude analizar; del resto no "
        "puedo decir nada."
    ),
    "none_hr_above": (
        "{when}, {your} frecuencia cardíaca no pasó de {limit}. Pude analizar el {pct} de ese tiempo."
    ),
    "none_hr_above_part": (
        "{when}, {your} frecuencia cardíaca no pasó de {limit} en el {pct} del tiempo que pude analizar; "
        "del resto no puedo decir nada."
    ),
    "none_hr_below": (
        "{when}, {your} frecuencia cardíaca no bajó de {limit}. Pude analizar el {pct} de ese tiempo."
    ),
    "none_hr_below_part": (
        "{when}, {your} frecuencia cardíaca no bajó de {limit} en el {pct} del tiempo que pude analizar; "
        "del resto no puedo decir nada."
    ),
    "loose_af": (
        "{when}, {time} parecieron fibrilación auricular, en tramos demasiado cortos para un episodio."
    ),
    "found_kind": "{when}, encontré {count}, {total} en total.",
    "found_pauses": "{when}, encontré {count}.",
    "found_hr_above": (
        "{when}, {your} frecuencia cardíaca estuvo por encima de {limit} {count}, {total} en total."
    ),
    "found_hr_below": (
        "{when}, {your} frecuencia cardíaca estuvo por debajo de {limit} {count}, {total} en total."
    ),
    "found_any": "{when}, encontré:",
    "found_line": "- {count}, {total} en total",
    "shown_first": "Las primeras {shown} veces:",
    "shown_newest": "Las {shown} más recientes:",
    "shown_longest": "Las {shown} de mayor duración:",
    "shown_shortest": "Las {shown} de menor duración:",
    "event_line": "- {start}, durante {long}",
    "event_line_open": "- {start}, durante {long} y sigue",
    "event_line_value": "- {start}, durante {long}, {value}",
    "event_only": "{when}, solo encontré {kind} que empezó {start} y duró {long}.",
    "event_newest": "{kind} más reciente, {when}, empezó {start} y duró {long}.",
    "event_longest": "{kind} de mayor duración, {when}, duró {long}, desde {start}.",
    "event_shortest": "{kind} de menor duración, {when}, duró {long}, desde {start}.",
    "event_oldest": "{kind} que se registró antes que nada, {when}, empezó {start} y duró {long}.",
    "event_of": "En total hubo {count}.",
    "value_brady": "La frecuencia fue de {value}.",
    "value_tachy": "La frecuencia fue de {value}.",
    "value_wide_run": "Tuvo {value}.",
    "hr_max_when": (
        "{when}, {your} frecuencia cardíaca alcanzó el punto más alto {at}: {value}, como media de diez "
        "segundos."
    ),
    "hr_min_when": (
        "{when}, {your} frecuencia cardíaca llegó al punto más bajo {at}: {value}, como media de diez "
        "segundos."
    ),
    "counted_af": "Se cuentan los episodios de al menos {threshold} (límite, versión {version}).",
    "counted_pause": "Se cuentan las pausas de al menos {threshold} (límite, versión {version}).",
    "counted_brady": "Se cuentan las fases por debajo de {threshold} (límite, versión {version}).",
    "counted_tachy": "Se cuentan las fases por encima de {threshold} (límite, versión {version}).",
    "counted_wide_run": "Se cuentan las series de al menos {threshold} (límite, versión {version}).",
    "counted_hr_above": "El límite es el fijado aquí (versión {version}).",
    "counted_hr_below": "El límite es el fijado aquí (versión {version}).",
    "cut_short": "Ese tiempo tiene demasiadas horas así para enumerarlas; solo revisé las más recientes.",
}

_DETAIL: Final[dict[str, str]] = {
    "detail_longest": "El tramo más largo duró {long}, desde {start}.",
    "detail_when": "Desde {start}, durante {long}.",
    "detail_at": "Fue {at}.",
    "detail_count": "En total hubo {count}.",
    "detail_one": "Hubo solo uno.",
    "detail_last": "Lo último empezó {start} y duró {long}.",
    "detail_first": "Lo primero empezó {start} y duró {long}.",
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
