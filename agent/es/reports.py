"""Spanish sentences of trends, comparisons, the recording itself, summaries and sources."""

from typing import Final

_COURSE: Final[dict[str, str]] = {
    "trend_first": "{when}, {your} {metric}, {bucket}:",
    "trend_coarser": "(Pasos más largos de los que pidió, para que se pueda leer.)",
    "point": "- {at}: {value}",
    "point_part": "- {at} (una parte): {value}",
    "point_missing": "- {at}: muy poca señal",
    "point_night": "- noche al {at}: {value}",
    "point_night_part": "- noche al {at} (una parte): {value}",
    "point_night_missing": "- noche al {at}: muy poca señal",
    "point_week": "- semana desde el {at}: {value}",
    "point_week_part": "- semana desde el {at} (una parte): {value}",
    "point_week_missing": "- semana desde el {at}: muy poca señal",
    "point_without": "- {at}: sin trazado con que calcularlo",
    "point_night_without": "- noche al {at}: sin trazado con que calcularlo",
    "point_week_without": "- semana desde el {at}: sin trazado con que calcularlo",
    "trend_flat": (
        "Del principio al final quedó más o menos igual (los cambios de menos de {smallest} no se "
        "cuentan como cambios)."
    ),
    "trend_up": "Al final quedó {change} por encima del principio.",
    "trend_down": "Al final quedó {change} por debajo del principio.",
    "trend_too_few": "Es muy poco para decir una dirección.",
    "difference_same": (
        "{your} {metric} fue más o menos igual: {a} {when}, {b} {other} (las diferencias de menos de "
        "{smallest} no se cuentan)."
    ),
    "difference_higher": "{your} {metric} fue {change} mayor: {a} {when}, frente a {b} {other}.",
    "difference_lower": "{your} {metric} fue {change} menor: {a} {when}, frente a {b} {other}.",
    "difference_same_more": "{your} {metric} fue más o menos igual: {a} y {b}.",
    "difference_higher_more": "{your} {metric} fue {change} mayor: {a} frente a {b}.",
    "difference_lower_more": "{your} {metric} fue {change} menor: {a} frente a {b}.",
    "difference_missing": "No puedo comparar {your} {metric}: falta en uno de los dos lados.",
    "presence_new": "Nuevo: {a}.",
    "presence_first": "Se encontró: {a}. Antes no había trazado en que verlo.",
    "presence_still": "Se encontró las dos veces: {a}, frente a {b}.",
    "presence_gone": "Ya no se encuentra: {kind} (antes, {b}).",
    "presence_unknown": (
        "No encontré {kind} en lo que pude analizar del tiempo más reciente (antes, {b}), pero es muy "
        "poco para decir que ya no hay."
    ),
    "compare_without": "Los intervalos no se pueden comparar: uno de los dos tiempos no tiene trazado.",
    "compare_rr": (
        "{when}, {rr} son intervalos entre latidos sin trazado, juzgados solo por su regularidad."
    ),
    "compare_basis": "Pude analizar el {a} de un tiempo y el {b} del otro.",
    "compare_unfair": (
        "Solo pude analizar el {a} de un tiempo y el {b} del otro, muy poco para apoyarse en esta "
        "comparación."
    ),
}

_STATUS: Final[dict[str, str]] = {
    "recorded": (
        "{when}, se registraron {recorded} de {length}, y se pudieron analizar {analysable} ({pct})."
    ),
    "nothing_recorded": "{when} no se registró nada.",
    "gap_line": "- falta desde {start}, durante {long}: {why}",
    "too_little": "Es muy poco para decir que algo no ocurrió.",
    "device_sending": "{name} está enviando: su señal más reciente es de hace {age}.",
    "device_silent": "{name} no está enviando. Su señal más reciente terminó {newest}, hace {age}.",
    "device_never": "{name} todavía no ha enviado ninguna señal.",
    "device_lead_off": "Lo último que comunicó es que un electrodo está suelto.",
    "device_rr": "Envía intervalos entre latidos, sin trazado.",
    "device_lead_off_rr": "Lo último que comunicó es que no toca la piel.",
    "device_disconnected": "Lo último que comunicó es que está desconectado.",
    "battery": "Su batería estaba al {pct} ({at}).",
    "battery_low": "Su batería estaba baja, al {pct} ({at}): cárguela pronto.",
    "battery_unknown": "No ha dicho cuánta batería le queda.",
    "alerts": "{when} hubo {count}:",
    "alerts_open": "{count} sin cerrar:",
    "alert_line": "- {since}: {text} (terminó {until})",
    "alert_line_open": "- {since}: {text} (sigue abierta)",
    "alert_line_by": "- {since}: {text} (terminó {until}; la confirmó {who}, {at})",
    "alert_line_nobody": "- {since}: {text} (terminó {until}; no la confirmó nadie)",
    "alert_line_open_by": "- {since}: {text} (sigue abierta; la confirmó {who}, {at})",
    "alert_line_open_nobody": "- {since}: {text} (sigue abierta; no la confirmó nadie)",
    "alerts_open_now": "Abiertas ahora: {count}.",
    "alerts_none_open": "Ninguna está abierta ahora.",
    "no_alerts": "{when}, no hubo alertas.",
    "no_alerts_open": "No hay ninguna alerta abierta.",
    "only_newest": "(Se muestran solo las {shown} más recientes.)",
    "notes": "{when}, tengo {count}:",
    "no_notes": "{when}, no hay {kind}.",
    "note_line": "- {at}, {kind}: {text}",
    "shared_only": "Solo puedo mostrar las notas compartidas.",
}

_SUMMARY: Final[dict[str, str]] = {
    "summary_basis": "{when}, pude analizar {analysable} ({pct}).",
    "summary_rate": "La frecuencia cardíaca fue de {value} (mediana).",
    "summary_rest": "En reposo, entre medianoche y las 06:00, fue de {value}.",
    "summary_af": "La fibrilación auricular ocupó {time}, el {pct} de ese tiempo.",
    "summary_event": "- {count}",
    "summary_event_long": "- {count}, {total} en total",
    "summary_no_events": (
        "No encontré pausas, ni fases lentas o rápidas, ni series de latidos anchos, "
        "ni bigeminismo o trigeminismo."
    ),
    "summary_no_other": "No encontré nada más de lo que busco.",
    "summary_alerts": "Hubo {count}:",
    "summary_notes": "Y {count}:",
    "source_windows": (
        "Esa respuesta miró {windows} de {device} (derivación {lead}), {when}; {analysable} eran lo "
        "bastante claras para analizarlas."
    ),
    "source_all_windows": (
        "Esa respuesta miró {windows} de {device} (derivación {lead}), {when}, todas lo bastante claras "
        "para analizarlas."
    ),
    "source_hours": "Esa respuesta miró los totales de {hours} de {device} (derivación {lead}), {when}.",
    "source_listed": "Esa respuesta es la lista guardada: {when}.",
    "source_pct": "Cubren el {pct} de ese tiempo.",
    "source_chain": "Los latidos y las ondas los encontró {chain}, y el ritmo lo nombró {model}.",
    "source_rule": "- {name}: {value} (versión {version} del {date}; {source})",
    "source_limits": "Es una sola derivación, leída por un programa; Hearth no es un dispositivo médico.",
    "about_measure": (
        "Una mediana es el valor central de todas las ventanas; el más bajo y el más alto son medias de "
        "diez segundos."
    ),
    "about_burden": (
        "La carga es el tiempo etiquetado como fibrilación auricular entre el tiempo que se pudo analizar."
    ),
    "about_classify": (
        "Una proporción es el tiempo de las ventanas con esa etiqueta entre el tiempo que se pudo analizar."
    ),
    "about_find_events": (
        "Los episodios son los guardados: ventanas y latidos con el mismo hallazgo, unidos."
    ),
    "about_trend": (
        "Cada paso se calcula con sus propias ventanas u horas; los pasos con menos de diez minutos de "
        "señal quedan vacíos."
    ),
    "about_compare": (
        "Los dos tiempos se midieron del mismo modo; las diferencias menores que el cambio habitual de "
        "un día a otro no se cuentan."
    ),
    "about_device_status": (
        "Es lo último que el sensor comunicó de sí mismo, y cuándo se guardó su señal más reciente."
    ),
    "about_store": "Sale de lo que hay guardado sobre el sensor, no de una medición.",
    "about_glossary": "Es la explicación de una palabra, no una medición.",
    "meaning": "{meaning}",
}

REPORTS: Final[dict[str, str]] = {**_COURSE, **_STATUS, **_SUMMARY}
