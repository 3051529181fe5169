"""Spanish words for what can be asked about. Accents do not matter: they are dropped before matching."""

from typing import Final

from agent.es.manners import MANNERS
from agent.phrases import pairs, phrases

# Several words that are one thing, so that their parts are not taken for others; the longer ones first.
FOLDS: Final[dict[str, str]] = pairs(
    """
    variabilidad de la frecuencia cardíaca = vfc, variabilidad cardíaca = vfc, con qué frecuencia =
    cuántas veces, qué tan frecuente = cuántas veces, frecuencia cardíaca = pulso, frecuencias cardíacas
    = pulso, ritmo cardíaco = pulso, frecuencia del corazón = pulso, pulso cardíaco = pulso, fibrilación
    auricular = fa, carga de la fa = cargafa, carga de fa = cargafa, taquicardia ventricular = tv, qt
    corregido = qtc, qt c = qtc, extrasístoles auriculares = extrasístoles supraventriculares,
    extrasístole auricular = extrasístole supraventricular, frecuencia respiratoria = respiración, más
    rápido = máximo, más rápida = máxima, más deprisa = máximo, más lento = mínimo, más lenta = mínima,
    más despacio = mínimo, fuera de lo normal = anormal, a lo normal = habitual, de lo normal =
    habitual, como siempre = habitual, por encima del = encima de, por debajo del = debajo de
    """
)

# Habits of typing, written out.
JOINS: Final[dict[str, str]] = pairs(
    """
    xq = por qué, xfa = por favor, q = que, k = que, fibri = fa, afib = fa, cardiaco =
    cardíaco, porfa = por favor, tb = también, tmb = también, ppm = lpm, bpm = lpm,
    corason = corazón, frequencia = frecuencia, frecuensia = frecuencia, ayudame = ayuda,
    resumeme = resume, cuentame = cuenta, muestrame = muestra, enseñame = muestra, del =
    del, hr = pulso, fc = pulso, vs = versus
    """
)

CONCEPTS: Final[dict[str, tuple[str, ...]]] = {
    # What is measured.
    "hr": phrases(
        """
        pulso*, frecuencia, frecuencias, pulsaciones, lpm, latidos por minuto, latidos al minuto, latía,
        latió, late mi corazón, late su corazón, latiendo, latir, iba mi corazón, iba el corazón, va mi
        corazón, qué tan rápido, cómo de rápido, a cuánto _ corazón, velocidad del corazón, corazón
        acelerado
        """
    ),
    "resting": phrases("reposo, en reposo, descanso, descansando, basal, durmiendo"),
    "max": phrases(
        """
        máxim*, más alto, más alta, pico*, tope, mayor, lo más alto, hasta cuánto, cuánto llegó, cuánto
        subió
        """
    ),
    "min": phrases("mínim*, más bajo, más baja, menor, lo más bajo, cuánto bajó"),
    "average": phrases("media, promedio, mediana, de media, en promedio, medio, típic*"),
    "rr": phrases("rr, intervalo* rr, tiempo entre latidos, intervalo* entre latidos"),
    "rmssd": phrases("rmssd, vfc, hrv, variabilidad"),
    "pr": phrases("pr, intervalo* pr, pq, intervalo* pq"),
    "qrs": phrases("qrs, complejo* qrs, anchura del qrs"),
    "qt": phrases("qt, intervalo* qt"),
    "qtc": phrases("qtc, qtcf, fridericia"),
    "p_duration": phrases("onda p, ondas p, duración de la p"),
    "intervals": phrases("intervalo*, medidas del ecg, valores del ecg, todos los valores, mediciones"),
    # Rhythm.
    "rhythm": phrases("ritmo*, regular, regulares, regularmente, regularidad, sinusal, compás, acompasad*"),
    "irregular": phrases(
        """
        irregular, irregulares, irregularmente, arritm*, errátic*, caótic*, desacompasad*, descompasad*
        """
    ),
    "af": phrases(
        """
        fa, cargafa, fibrilación*, fibrilacion*, fibrilando, fibrila*, auricular, auriculares, fib
        """
    ),
    "pause": phrases(
        """
        pausa*, asistolia, parada*, se paró, se detuvo, dejó de latir, deja de latir, corazón parado, se
        para, latidos que faltan, hueco* entre latidos
        """
    ),
    "brady": phrases(
        """
        bradicardia*, lento, lenta, lentos, lentas, lentitud, despacio, pulso bajo, demasiado bajo
        """
    ),
    "tachy": phrases(
        "taquicardia*, rápid*, acelerad*, acelera*, deprisa, desbocad*, demasiado alto, a mil, galop*"
    ),
    "wide_run": phrases(
        """
        latidos anchos, serie* de latidos, tv, tvns, racha*, complejo* ancho*, ventricular sostenida
        """
    ),
    "bigeminy": phrases("bigemin*, cada dos latidos, uno de cada dos"),
    "trigeminy": phrases("trigemin*, cada tres latidos, uno de cada tres"),
    "ectopic": phrases(
        """
        extrasístol*, ectópic*, ectopia*, latido* extra, latido* de más, prematur*, adelantad*, ev, esv,
        cvp, latido* ventricular*, supraventricular*, latido* saltado*, se salt*, saltarse, se me salt*,
        palpitacion*, latido* raro*, latido* anormal*, latido* perdido*, vuelco*, tipo* de latido*,
        clase* de latido*
        """
    ),
    "above_ventricles": phrases("supraventricular*, esv"),
    # How it is asked for.
    "burden": phrases(
        """
        cargafa, cuánto, cuánta, porcentaje, por ciento, proporción, parte del tiempo, tiempo total,
        cuánto tiempo, en total, qué parte, fracción
        """
    ),
    "event": phrases(
        """
        episodio*, evento*, ataque*, crisis, suceso*, sucedió, ocurr*, pasó, hallazgo*, detect*,
        encontr*, encuentr*, incidente*, visto
        """
    ),
    "unusual": phrases(
        """
        raro, rara, raros, raras, anormal*, inusual*, extraño*, extraña*, problema*, algo mal, algo
        malo, anomalía*, llamativ*, preocupante, irregularidades, tranquil*, novedad*, especial,
        sospechos*, fuera de lo común, algo grave, algo importante, qué preocuparme
        """
    ),
    "trend": phrases(
        """
        tendencia*, evoluc*, evoluciona*, cambi*, a lo largo, subiendo, bajando, subido, bajado,
        aument*, disminu*, mejora*, mejorado, empeor*, gráfic*, curva, día a día, noche a noche, hora a
        hora, semana a semana, progres*, historial, con el tiempo, desarroll*
        """
    ),
    "compare": phrases(
        """
        compar*, versus, frente a, diferenc*, diferent*, distint*, respecto a, respecto de, en
        comparación, más _ que, menos _ que, mejor que, peor que, igual que, mayor que, menor que,
        máximo que, máxima que, mínimo que, mínima que, tan _ como, tanto como, contra
        """
    ),
    "comparative": phrases(
        """
        mejor, peor, más tranquil*, más largo, más larga, más corto, más corta, más a menudo, menos a
        menudo, más frecuente*, menos frecuente*, más fa, menos fa, más pausas, menos pausas, más
        episodios, menos episodios, más extra, menos extra, máximo, máxima, mínimo, mínima, más alto,
        más alta, más bajo, más baja, frena*, baja* _ pulso, sube* _ pulso
        """
    ),
    "usual": phrases(
        """
        habitual*, normalmente, de costumbre, suele, suelo tener, lo usual, usual, otras noches, otros
        días, mi media, mi promedio, línea de base, lo de siempre
        """
    ),
    "coverage": phrases(
        """
        registró, registrado, registrada, registraron, registros, registro, grab*, cobertura, dato,
        datos, falta, faltan, faltó, faltaron, hueco*, laguna*, perdió, perdido, perdieron, señal,
        analiz*, puesto, puesta, llevé, llevaba, llevó, interrup*, corte*, horas de ecg, utilizable*,
        legible*, cuánto ecg
        """
    ),
    "quality": phrases("calidad, ruido*, ruidos*, interferenc*, artefacto*, limpia, limpio, nítid*"),
    "strip": phrases("tira, tiras, trazado*, trazo*, electrocardiograma, ecg, mi ecg, el ecg"),
    "alert": phrases(
        """
        alerta*, alarma*, aviso, avisos, avis*, pitó, pitaba, pitido*, sonó, sonaron, notific*,
        advertencia*
        """
    ),
    "open": phrases(
        """
        abiert*, activa, activas, pendiente*, vigente*, sin confirmar, en curso, todavía, actual*
        """
    ),
    "device": phrases(
        """
        batería, pila, cargar, cargad*, conect*, desconect*, conexión, sensor*, banda, parche,
        electrodo*, dispositivo*, aparato*, bluetooth, paquete*, enviando, envía, transmit*, funciona,
        funcionando, encendid*, apagad*, en línea, suelto, despeg*, pulsera, cinta, monitor, equipo
        """
    ),
    "battery": phrases("batería, pila, cargar, cargad*"),
    "note": phrases(
        """
        nota, notas, anoté, anotó, anotado*, apunté, apuntó, apuntado*, apunte*, diario, escribí,
        escrito
        """
    ),
    "symptom": phrases("síntoma*, molestia*, malestar*, me sentí, me sentía, queja*"),
    "medication": phrases(
        """
        medicación, medicamento*, medicina*, pastilla*, comprimido*, píldora*, fármaco*, dosis, tableta*
        """
    ),
    "activity": phrases("actividad*, ejercicio*, deporte*, camin*, paseo*, entren*"),
    "diary": phrases("diario"),
    "howwas": phrases(
        """
        cómo fue, cómo estuvo, cómo ha sido, cómo ha estado, cómo pasé, cómo pasó, qué tal fue, qué tal
        estuvo
        """
    ),
    "summary": phrases(
        """
        resum*, informe, panorama, balance, cómo estoy, cómo me fue, cómo le fue, cómo me va, cómo voy,
        cómo va todo, cómo dormí, cómo durmió, qué pasó, qué ha pasado, todo bien, todo en orden, está
        bien mi corazón, cómo está mi corazón, cómo está su corazón, cómo estuvo mi corazón, cómo ha
        estado mi corazón, cómo estuvo el corazón, cómo va mi corazón, en pocas palabras, cuenta cómo,
        cuenta qué, qué hay de nuevo, qué me puedes decir, háblame de, cómo pasé, cómo está, cómo
        estaba, qué tal la, qué tal mi, qué tal pasé, en resumen, cómo fue la, cómo fue mi, cómo fue el
        día, qué hizo mi corazón
        """
    ),
    **MANNERS,
}
