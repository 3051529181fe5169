"""Spanish sentences for what was told from beat intervals, without a waveform.

A key that ends with the signal (rr, mixed) stands in for the key without it.
"""

from typing import Final

WITHOUT_WAVEFORM: Final[dict[str, str]] = {
    "rr_rate_only": "Esto sale de los intervalos entre latidos: el sensor no envió trazado.",
    "rr_rate_part": "De {rr} solo hubo intervalos entre latidos, sin trazado.",
    "rr_rhythm_only": (
        "El sensor envió intervalos entre latidos y no un trazado, así que el ritmo, también la "
        "fibrilación auricular, se juzga solo por la regularidad de los latidos."
    ),
    "rr_rhythm_part": (
        "De {rr} solo hubo intervalos entre latidos, sin trazado; allí el ritmo, también la fibrilación "
        "auricular, se juzga solo por la regularidad de los latidos."
    ),
    "rr_coverage_only": (
        "Todo ello son intervalos entre latidos sin trazado: bastan para la frecuencia y la regularidad, "
        "y para nada más."
    ),
    "rr_coverage_part": (
        "De eso, {rr} son intervalos entre latidos sin trazado: bastan para la frecuencia y la "
        "regularidad, y para nada más."
    ),
    "rr_cannot": "{when} solo hubo intervalos entre latidos, sin trazado, así que no puedo decir: {what}.",
    "rr_no_pauses": (
        "Un intervalo largo puede ser un latido que la banda no captó, así que no lo tomo por una pausa "
        "del corazón."
    ),
    "no_strip": "No hay trazado que mostrar: el sensor envía intervalos entre latidos.",
    "no_strip_mixed": "Para el tiempo sin trazado no hay nada que mostrar.",
    "rest_first_rr": (
        "{when}, {your} frecuencia cardíaca en reposo fue de {value}: la mediana de los latidos "
        "regulares entre medianoche y las 06:00."
    ),
    "rest_first_mixed": (
        "{when}, {your} frecuencia cardíaca en reposo fue de {value}: la mediana en ritmo sinusal, o de "
        "los latidos regulares donde no había trazado, entre medianoche y las 06:00."
    ),
    "rest_more_rr": (
        "La frecuencia cardíaca en reposo, la mediana de los latidos regulares entre medianoche y las "
        "06:00, fue de {value}."
    ),
    "rest_more_mixed": (
        "La frecuencia cardíaca en reposo, la mediana en ritmo sinusal o de los latidos regulares entre "
        "medianoche y las 06:00, fue de {value}."
    ),
    "beats_all_rr": "Con los intervalos entre latidos no se puede decir si alguno se adelantó.",
    "beats_some_rr": (
        "De {beats} de ellos solo se conocen los intervalos: no puedo decir si se adelantaron."
    ),
    "beats_early_mixed": (
        "De los demás, {v} se adelantaron desde los ventrículos ({v_pct}) y {s} desde más arriba, de "
        "origen supraventricular ({s_pct})."
    ),
    "beats_early_v_mixed": "De los demás, {v} se adelantaron desde los ventrículos ({v_pct}).",
    "beats_early_s_mixed": (
        "De los demás, {s} se adelantaron desde más arriba de los ventrículos, de origen "
        "supraventricular ({s_pct})."
    ),
    "beats_none_early_mixed": "Ninguno de los demás fue un latido adelantado.",
    "none_any_rr": (
        "{when}, no encontré nada de lo que los intervalos entre latidos pueden mostrar: fibrilación "
        "auricular, fases lentas o rápidas. Pude analizar el {pct} de ese tiempo. Las pausas y los "
        "latidos adelantados o anchos requieren un trazado."
    ),
    "none_any_part_rr": (
        "{when}, no encontré fibrilación auricular ni fases lentas o rápidas en el {pct} del tiempo que "
        "pude analizar; del resto no puedo decir nada, y nada de pausas ni de latidos adelantados o "
        "anchos."
    ),
    "summary_no_events_rr": (
        "No encontré fases lentas ni rápidas. Las pausas y los latidos adelantados o anchos requieren un "
        "trazado."
    ),
    "summary_no_other_rr": "No encontré nada más de lo que los intervalos entre latidos pueden mostrar.",
    "show_doctor_rr": (
        "Hearth no es un dispositivo médico, y no hay trazado que un médico pueda ver: hace falta un ECG "
        "antes de sacar conclusiones de esto."
    ),
    "source_windows_rr": (
        "Esa respuesta miró {windows} de intervalos entre latidos de {device}, {when}; {analysable} eran "
        "lo bastante claras para analizarlas."
    ),
    "source_all_windows_rr": (
        "Esa respuesta miró {windows} de intervalos entre latidos de {device}, {when}, todas lo bastante "
        "claras para analizarlas."
    ),
    "source_hours_rr": (
        "Esa respuesta miró los totales de {hours} de intervalos entre latidos de {device}, {when}."
    ),
    "source_chain_rr": "Los latidos los encontró el propio sensor; el ritmo lo nombró {model}.",
    "source_limits_rr": (
        "Son intervalos entre latidos sin trazado, leídos por un programa; Hearth no es un dispositivo "
        "médico."
    ),
    "refuse_lead_rr": (
        "{what}: eso no se puede juzgar con los intervalos entre latidos, así que no voy a adivinarlo. "
        "Hace falta un ECG de doce derivaciones y alguien formado para leerlo. Lo que sí puedo decir: "
        "frecuencia y regularidad."
    ),
    "refuse_infarction_rr": (
        "Un infarto, o una falta de riego del corazón, no se puede ver ni descartar con los intervalos "
        "entre latidos, así que no voy a adivinarlo. Si tiene dolor en el pecho, le cuesta respirar o se "
        "siente muy mal, llame: {number}."
    ),
    "refuse_unmeasured_rr": (
        "{what}: eso no lo mide este aparato, que registra intervalos entre latidos. Puedo informarle de "
        "la frecuencia cardíaca, la regularidad, las alertas y las notas."
    ),
    "refuse_strip": "No hay trazado que mostrar: el sensor envía intervalos entre latidos.",
    "help_rr": (
        "Puede preguntar por la frecuencia cardíaca (ahora, la más baja, la más alta, en reposo), la "
        "regularidad y la fibrilación auricular, fases lentas o rápidas, tendencias, comparaciones, "
        "alertas, notas, cuánto se registró y el propio sensor. Envía intervalos entre latidos, sin "
        "trazado, así que de las pausas, los latidos adelantados y los intervalos PR, QRS y QT no se "
        "puede decir nada. Diga el tiempo con sus palabras: \u201canoche\u201d, \u201cel martes a las "
        "18:00\u201d, \u201cla última semana\u201d. \u201c¿Cómo lo sabes?\u201d le dice de dónde sale "
        "una cifra. Hearth no es un dispositivo médico."
    ),
}
