"""Spanish sentences of reasons: what a finding rests on, why an alert was raised, what is to be written."""

from typing import Final

_FINDING: Final[dict[str, str]] = {
    "explain_af": "{when}, {time} en {windows} se etiquetaron como fibrilación auricular. En qué se apoya:",
    "explain_af_rr": (
        "{when}, {time} en {windows} se etiquetaron como fibrilación auricular, solo por los intervalos "
        "entre latidos."
    ),
    "explain_irregular": (
        "- Irregularidad de los latidos: {value} en una escala de 0 a 1; desde 0,5 cuenta como irregular."
    ),
    "explain_irregular_elsewhere": (
        "- Irregularidad de los latidos: {value} en una escala de 0 a 1; desde 0,5 cuenta como "
        "irregular. En ritmo sinusal del mismo tiempo fue de {elsewhere}."
    ),
    "explain_p": (
        "- Ondas P, que faltan en la fibrilación auricular: se vieron antes del {pct} de sus latidos."
    ),
    "explain_p_elsewhere": (
        "- Ondas P, que faltan en la fibrilación auricular: se vieron antes del {pct} de sus latidos, y "
        "antes del {elsewhere} en ritmo sinusal del mismo tiempo."
    ),
    "explain_no_beats": (
        "- No se guardaron sus latidos uno a uno, así que no puedo enumerar sus intervalos ni sus ondas P."
    ),
    "explain_probability": "- Probabilidad según el clasificador: {value} (mediana).",
    "explain_rules": "- Se decidió con reglas fijas, que no dan una probabilidad.",
    "explain_quality": "- Calidad de la señal allí: {value} en una escala de 0 a 1.",
    "explain_episodes": "- Duración: {count} de al menos {threshold} (límite, versión {version}).",
    "explain_short": "- Duración: nada de ello duró {threshold}, así que nada cuenta como episodio.",
    "explain_unconfirmed": (
        "Otros {time} se parecían, pero no eran lo bastante irregulares o tenían ondas P; eso no se cuenta."
    ),
    "explain_certain_high": (
        "Es toda la certeza que da este aparato; sigue siendo una sola derivación, leída por un programa."
    ),
    "explain_certain_fair": "Es bastante seguro, no más; un médico debería ver los trazados.",
    "explain_certain_low": "Es incierto: tómelo como un motivo para mirar, no como un hallazgo.",
    "explain_certain_rule": (
        "La certeza de esto nunca se midió con un número; un médico debería ver los trazados."
    ),
    "explain_none": (
        "{when}, no encontré {kind}, así que no hay nada que explicar. Pude analizar el {pct} de ese tiempo."
    ),
    "explain_none_part": (
        "{when}, no encontré {kind} en el {pct} del tiempo que pude analizar, así que no hay nada que "
        "explicar."
    ),
    "explain_event": "{when}, encontré {count}.",
    "explain_event_value": "{when}, encontré {count}; el valor más marcado fue de {value}.",
    "explain_event_limit": "- Qué cuenta: el límite es {threshold} (versión {version}).",
    "explain_event_pattern": "- Qué cuenta: uno de cada dos latidos se adelanta, varias veces seguidas.",
    "explain_event_third": "- Qué cuenta: uno de cada tres latidos se adelanta, varias veces seguidas.",
    "explain_clear": "- La señal de antes y de después era legible.",
    "explain_unclear": (
        "- La señal de antes o de después era en parte ilegible, y eso lo hace menos seguro."
    ),
    "explain_shape": (
        "Su forma: complejos QRS de {width}, los habituales tienen {usual}; parecido con la forma habitual "
        "{similarity}, donde un latido igual tiene uno."
    ),
    "explain_decisive": "Los latidos e intervalos que lo deciden:",
    "explain_parts": (
        "Lo que sostuvo la decisión del clasificador de {start} a {end}: dio a ese trazado {probability}; "
        "con estas partes tapadas {masked}, con otras tantas al azar {chance}."
    ),
    "explain_no_parts": (
        "No lo decidió ningún clasificador, así que no se puede nombrar ninguna parte que lo hiciera."
    ),
    "explain_part": "- {at}, durante {seconds}",
    "explain_part_lost": "- {at}, durante {seconds}: {lost} de ello",
    "ectopics": "{when}, {beats} se clasificaron así: {kind}. En qué se basa:",
    "ectopics_early": (
        "- Tiempo: llegaron un {pct} antes que el intervalo habitual (mediana, releídos: {read})."
    ),
    "ectopics_width": "- Forma: complejos QRS de {width}; los habituales tienen {usual}.",
    "ectopics_p": "- Ondas P: vistas antes del {pct} de ellos.",
    "ectopics_beat": "- {at}: {before} tras el latido anterior; lo habitual es {usual} (un {pct} antes)",
    "ectopics_beat_width": "- su complejo QRS: {width}, en los demás {usual_width}",
    "ectopics_decided": (
        "La clase de cada latido la decidió una red por su tiempo y su forma; no guarda ninguna probabilidad."
    ),
    "explain_strips": "Las partes que lo muestran con más claridad:",
    "explain_strip": "- {start} a {end}",
    "explain_strip_beats": (
        "- {start} a {end}: irregularidad {irregular}, ondas P antes del {pct} de los latidos"
    ),
    "explain_strip_irregular": "- {start} a {end}: irregularidad {irregular}",
    "explain_strip_value": "- {start} a {end}: {value}",
    "source_explained": "Las partes que deciden las dijo {method}.",
    "source_explained_model": (
        "Las partes que deciden las dijo {method}: tapadas para {model}, el archivo con sha256 {sha256}."
    ),
    "source_replaced": (
        "Ese tiempo se volvió a analizar después, con {newer}; las filas de mi respuesta se conservan "
        "junto a las nuevas."
    ),
    "about_explain": "Son las ventanas y los latidos guardados de ese tiempo, leídos de nuevo.",
    "about_explain_alert": "Es la alerta guardada con sus cambios, su límite y su episodio.",
}

_ALERT: Final[dict[str, str]] = {
    "alert_why": "La alerta \u201c{text}\u201d apareció {since}.",
    "alert_why_open": "La alerta \u201c{text}\u201d apareció {since} y sigue abierta.",
    "alert_over": "Terminó {until}, después de {long}.",
    "alert_limit": "- El límite registrado entonces: {name} {value} (versión {version}; {source})",
    "alert_limit_note": "La configuración puede fijar un límite distinto del registrado.",
    "alert_technical": "Trata del equipo, no del corazón.",
    "alert_episode": "- Lo que hay detrás: {kind} desde {start}, durante {long}",
    "alert_quality": "- Calidad de la señal en ese tiempo: {value} en una escala de 0 a 1",
    "alert_seen": "- Marcada como vista: {at}",
    "alert_seen_by": "- Marcada como vista por {who}: {at}",
    "alert_repeated": "- Avisada de nuevo: {count}",
    "alert_more": "Hubo {count} más en ese tiempo.",
    "no_such_alert": "{when}, no hubo ninguna alerta así.",
}

_WISHES: Final[dict[str, str]] = {
    "note_confirm": (
        "¿Lo anoto como {kind} para {at}: {text}? Diga \u201csí\u201d para guardarlo o \u201cno\u201d "
        "para descartarlo."
    ),
    "note_confirm_private": (
        "¿Lo anoto en privado, solo para quien lleva el sensor, como {kind} para {at}: {text}? Diga "
        "\u201csí\u201d para guardarlo o \u201cno\u201d para descartarlo."
    ),
    "change_confirm": (
        "¿Cambio {setting} de {before} a {value}? Diga \u201csí\u201d para hacerlo o \u201cno\u201d para "
        "dejarlo."
    ),
    "change_confirm_new": (
        "¿Pongo {setting} en {value}? Diga \u201csí\u201d para hacerlo o \u201cno\u201d para dejarlo."
    ),
    "change_critical": (
        "Esa alarma está para su seguridad y no se puede apagar por una pregunta. Si suena una y otra "
        "vez sin motivo, pida a quien cuida de este aparato que revise los electrodos y el límite, y "
        "dígaselo a su médico."
    ),
    "change_configuration": (
        "Las alarmas y los límites se fijan en el archivo de configuración, no por una pregunta, para "
        "que nadie los cambie sin querer. \u201chearth alarms\u201d los muestra y los confirma."
    ),
    "change_unknown": (
        "No conozco ningún ajuste llamado \u201c{setting}\u201d. Por una pregunta se pueden cambiar el "
        "idioma de las respuestas, el sexo y el año de nacimiento; todo lo demás está en el archivo de "
        "configuración."
    ),
    "change_value": "No es posible poner {setting} en \u201c{value}\u201d.",
    "change_same": "No hace falta cambiar {setting}: ya es {value}.",
    "change_permission": "Solo quien lleva el sensor o personal clínico puede cambiar los ajustes.",
    "note_what": "¿Qué quiere que anote? Dígalo en una frase: \u201canota: ...\u201d.",
    "done_note": "Lo he anotado.",
    "done_change": "Lo he cambiado.",
    "dropped": "De acuerdo, no se anotó ni se cambió nada.",
    "nothing_pending": "No hay nada pendiente de un sí o un no.",
    "export_wanted": "Estoy preparando {what} en {format}, {when}.",
    "export_event": "Estoy preparando {what} en {format} con {event} ({at}).",
    "export_format": "No es posible guardar {what} en {format}.",
    "export_no_event": "{when}, no encuentro {event} con que hacer un archivo.",
    "export_permission": (
        "Solo quien lleva el sensor o personal clínico puede llevarse archivos del registro."
    ),
}

REASONS: Final[dict[str, str]] = {**_FINDING, **_ALERT, **_WISHES}
