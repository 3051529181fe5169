"""Spanish sentences of conversation: danger, refusals, greetings, times that were not understood."""

from typing import Final

from agent.es.safety import TEXTS

SAFETY: Final = {key: text for key, text in TEXTS.items() if key != "medication"}

_REFUSALS: Final[dict[str, str]] = {
    "refuse_medication": (
        "Sobre medicinas no aconsejo: ni qué tomar, ni cuánto, ni si dejarlas. Pregunte al médico que "
        "las recetó o a un farmacéutico; si olvidó o dobló una dosis, un farmacéutico puede decirle "
        "enseguida qué hacer. Puedo mostrarle lo registrado, por ejemplo su frecuencia cardíaca desde "
        "cierto día."
    ),
    "refuse_lead": (
        "{what}: eso no se puede juzgar con una sola derivación, así que no voy a adivinarlo. Hace falta "
        "un ECG de doce derivaciones y alguien formado para leerlo. Lo que sí puedo decir: frecuencia, "
        "ritmo, pausas, latidos adelantados y los intervalos PR, QRS y QT."
    ),
    "refuse_infarction": (
        "Un infarto, o una falta de riego del corazón, no se puede ver ni descartar con una sola "
        "derivación, así que no voy a adivinarlo. Si tiene dolor en el pecho, le cuesta respirar o se "
        "siente muy mal, llame: {number}."
    ),
    "refuse_unmeasured": (
        "{what}: eso no lo mide este aparato, que registra una sola derivación de ECG. Puedo informarle "
        "de la frecuencia cardíaca, el ritmo, las pausas, los latidos adelantados, los intervalos, las "
        "alertas y las notas."
    ),
    "refuse_advice": (
        "Esa pregunta es para su médico: yo registro y describo, no diagnostico, y Hearth no es un "
        "dispositivo médico. Puedo darle lo registrado, por ejemplo un resumen de la última semana para "
        "llevarlo a la consulta. Si ahora se siente mal, llame: {number}."
    ),
    "refuse_change": (
        "Yo solo leo los registros y no puedo hacer eso por una pregunta. Las alarmas se ven y se "
        "confirman con \u201chearth alarms\u201d; los ajustes están en el archivo de configuración."
    ),
    "refuse_scope": (
        "No encontré en eso una pregunta sobre los registros. Puede preguntar, por ejemplo: \u201c¿Cuál "
        "fue mi pulso anoche?\u201d, \u201c¿Tuve fibrilación auricular esta semana?\u201d, \u201c¿Cuánto "
        "se registró ayer?\u201d o \u201c¿Hubo alertas?\u201d"
    ),
    "refuse_future": (
        "\u201c{phrase}\u201d todavía no ha ocurrido y no puedo predecirlo; solo puedo contar lo que se "
        "registró."
    ),
    "not_allowed": "Eso no puede verlo usted.",
    "which_device": (
        "Aquí lleva sensor más de una persona. ¿De quién se trata? Diga el nombre del sensor: {devices}."
    ),
}

_TALK: Final[dict[str, str]] = {
    "hello": "Hola. ¿Qué le gustaría saber de los registros?",
    "thanks": "De nada.",
    "bye": "Hasta luego.",
    "help": (
        "Puede preguntar por la frecuencia cardíaca (ahora, la más baja, la más alta, en reposo), el "
        "ritmo y la fibrilación auricular, pausas, fases lentas o rápidas, latidos adelantados, los "
        "intervalos PR, QRS y QT, tendencias, comparaciones, alertas, notas, cuánto se registró y el "
        "propio sensor. Diga el tiempo con sus palabras: \u201canoche\u201d, \u201cel martes a las "
        "18:00\u201d, \u201cla última semana\u201d. \u201c¿Cómo lo sabes?\u201d le dice de dónde sale "
        "una cifra. Hearth no es un dispositivo médico."
    ),
    "ask_doctor": (
        "Si eso está como debe lo tiene que juzgar un médico; Hearth no es un dispositivo médico."
    ),
    "show_doctor": (
        "Hearth no es un dispositivo médico: un médico debería ver los trazados antes de sacar "
        "conclusiones de esto."
    ),
    "not_medical": "Esto es una descripción, no un diagnóstico; Hearth no es un dispositivo médico.",
    "nothing_certain": (
        "No pude comprobar todas las cifras de lo que encontré, así que prefiero no decirlo."
    ),
    "nothing_before": (
        "En esta conversación no hay una respuesta anterior a la que referirme. ¿Qué le gustaría saber?"
    ),
    "no_such_detail": (
        "Mi última respuesta no contiene eso. Pregúntelo con un tiempo, por ejemplo \u201canoche\u201d."
    ),
}

_TIME: Final[dict[str, str]] = {
    "time_not_understood": (
        "No entendí qué tiempo quiere decir con \u201c{phrase}\u201d. Dígalo como un día, una hora o una "
        "duración: \u201canoche\u201d, \u201cel lunes a las 18:00\u201d, \u201clos últimos 3 días\u201d."
    ),
    "time_not_known": "No sé cuándo fue \u201c{phrase}\u201d. Dígame la fecha o el día.",
    "time_no_such_date": "No existe la fecha \u201c{phrase}\u201d. ¿Qué día quiere decir?",
    "time_needs_context": (
        "¿Comparado con qué tiempo? Diga qué día o qué noche quiere decir con \u201c{phrase}\u201d."
    ),
    "time_vague": "¿Qué día quiere decir con \u201c{phrase}\u201d?",
    "time_several": "En \u201c{phrase}\u201d leo más de un tiempo. ¿Cuál quiere decir?",
    "time_several_options": "Ahí leo más de un tiempo. ¿Quiere decir {options}?",
    "time_which_half": "Con \u201c{phrase}\u201d, ¿quiere decir de la mañana o de la tarde?",
    "time_which_half_options": "¿Quiere decir {options}?",
    "time_day_or_month": "¿Qué va primero, el día o el mes?",
    "time_day_or_month_options": "¿Quiere decir {options}?",
    "time_weekday_mismatch": "En \u201c{phrase}\u201d no coinciden el día de la semana y la fecha.",
    "time_weekday_mismatch_options": (
        "El día de la semana y la fecha no coinciden. ¿Quiere decir {options}?"
    ),
    "time_no_event": (
        "No tengo nada registrado que \u201c{phrase}\u201d pueda significar: no se encontró ningún "
        "episodio así. Dígame el día o la hora."
    ),
    "time_no_alert": "No tengo ninguna alerta que \u201c{phrase}\u201d pueda significar. Dígame la hora.",
    "time_no_gap": (
        "No tengo ningún hueco en el registro que \u201c{phrase}\u201d pueda significar. Dígame la hora."
    ),
    "time_no_note": (
        "No encontré ninguna nota que \u201c{phrase}\u201d pueda significar. Dígame el día o la hora."
    ),
    "time_no_clock_change": "Donde usted vive no se cambia la hora. ¿Qué noche quiere decir?",
    "time_which_event": "Hay más de un caso que encaja con \u201c{phrase}\u201d. ¿Cuál quiere decir?",
    "time_which_event_options": (
        "Hay más de un caso que encaja con \u201c{phrase}\u201d. ¿Quiere decir {options}?"
    ),
    "time_clock_twice": (
        "Esa noche se atrasaron los relojes y esa hora ocurrió dos veces. ¿La primera o la segunda?"
    ),
    "time_clock_twice_options": (
        "Esa noche se atrasaron los relojes y esa hora ocurrió dos veces. ¿La primera o la segunda?"
    ),
}

TALK: Final[dict[str, str]] = {**SAFETY, **_REFUSALS, **_TALK, **_TIME}
