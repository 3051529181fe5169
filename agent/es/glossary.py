"""What words mean, in plain Spanish; and the words that name them."""

from typing import Final

from agent.es.clinical import CLINICAL_GLOSSARY
from agent.phrases import phrases

TERMS: Final[dict[str, tuple[str, ...]]] = {
    "heart rate": phrases("frecuencia cardíaca, pulso, ritmo cardíaco, lpm, ppm, bpm, pulsaciones"),
    "resting heart rate": phrases("frecuencia cardíaca en reposo, pulso en reposo, frecuencia en reposo"),
    "atrial fibrillation": phrases("fibrilación auricular, fa, fibrilación"),
    "AF burden": phrases("carga de fa, carga de fibrilación auricular, carga de la fa, carga"),
    "sinus rhythm": phrases("ritmo sinusal, sinusal"),
    "pause": phrases("pausa, pausas"),
    "bradycardia": phrases("bradicardia"),
    "tachycardia": phrases("taquicardia"),
    "ventricular tachycardia": phrases(
        "taquicardia ventricular, tv, serie de latidos anchos, latidos anchos"
    ),
    "bigeminy": phrases("bigeminismo, bigeminia"),
    "trigeminy": phrases("trigeminismo, trigeminia"),
    "early beat": phrases(
        "extrasístole*, latido* adelantado*, latido* prematuro*, latido* ectópico*, latido* extra"
    ),
    "PVC": phrases("extrasístole* ventricular*, ev, cvp, latido* ventricular*"),
    "PAC": phrases("extrasístole* supraventricular*, extrasístole* auricular*, esv, cap, supraventricular*"),
    "RR interval": phrases("rr, intervalo rr"),
    "heart rate variability": phrases(
        "variabilidad, vfc, hrv, rmssd, variabilidad de la frecuencia cardíaca"
    ),
    "PR interval": phrases("pr, intervalo pr, intervalo pq, pq"),
    "QRS": phrases("qrs, complejo qrs, duración del qrs"),
    "QT interval": phrases("qt, intervalo qt"),
    "QTc": phrases("qtc, qt corregido, qtcf, fridericia"),
    "P wave": phrases("onda p, ondas p"),
    "T wave": phrases("onda t, ondas t"),
    "R peak": phrases("pico r, picos r"),
    "ECG": phrases("ecg, ekg, electrocardiograma"),
    "lead": phrases("derivación, una derivación, una sola derivación"),
    "coverage": phrases("cobertura"),
    "signal quality": phrases("calidad de la señal, calidad de señal"),
    "median": phrases("mediana"),
    "arrhythmia": phrases("arritmia, arritmias"),
    "ectopy": phrases("ectopia"),
    "artefact": phrases("artefacto*"),
}

GLOSSARY: Final[dict[str, str]] = {
    "heart rate": (
        "La frecuencia cardíaca es cuántas veces late el corazón en un minuto (lpm). La calculo en "
        "ventanas de diez segundos."
    ),
    "resting heart rate": (
        "La frecuencia cardíaca en reposo es la que hay con el cuerpo tranquilo. Uso la mediana en ritmo "
        "sinusal entre medianoche y las 06:00."
    ),
    "atrial fibrillation": (
        "En la fibrilación auricular (FA) las cavidades superiores del corazón tiemblan en lugar de "
        "latir, así que el pulso se vuelve irregular y el ECG no muestra ondas P. Puede aparecer y "
        "desaparecer sin que se note. Si alguien la tiene, lo dice un médico; yo solo informo de tramos "
        "que se le parecen."
    ),
    "AF burden": "La carga de FA es la parte del tiempo analizable que se pasó en fibrilación auricular.",
    "sinus rhythm": (
        "El ritmo sinusal es el ritmo propio del corazón: cada latido nace en el nodo sinusal, con una "
        "onda P delante."
    ),
    "pause": (
        "Una pausa es un espacio largo entre dos latidos. Cuento los espacios de al menos la duración "
        "fijada como límite, con señal clara a los dos lados."
    ),
    "bradycardia": (
        "Bradicardia significa una frecuencia cardíaca lenta. Mucha gente sana la tiene mientras duerme."
    ),
    "tachycardia": (
        "Taquicardia significa una frecuencia cardíaca rápida. También la dan el ejercicio, la fiebre y "
        "las emociones."
    ),
    "ventricular tachycardia": (
        "Una serie de latidos anchos son varios latidos rápidos seguidos que nacen en las cavidades "
        "inferiores, o lo parecen. Taquicardia ventricular es como llama el médico a una serie rápida de "
        "ellos. Tiene que verla un médico."
    ),
    "bigeminy": (
        "En el bigeminismo uno de cada dos latidos se adelanta, así que los latidos vienen en parejas."
    ),
    "trigeminy": "En el trigeminismo uno de cada tres latidos se adelanta.",
    "early beat": (
        "Un latido adelantado (ectópico) llega antes de tiempo, a menudo seguido de una breve espera que "
        "se nota como un latido que falta. La mayoría de la gente tiene alguno."
    ),
    "PVC": (
        "Una extrasístole ventricular es un latido adelantado que nace en las cavidades inferiores (los "
        "ventrículos) del corazón."
    ),
    "PAC": (
        "Una extrasístole supraventricular es un latido adelantado que nace en las cavidades superiores "
        "(las aurículas) del corazón."
    ),
    "RR interval": "El intervalo RR es el tiempo de un latido al siguiente, en milisegundos.",
    "heart rate variability": (
        "La variabilidad de la frecuencia cardíaca es cuánto cambia el tiempo entre latidos. Uso el "
        "RMSSD: la diferencia típica entre un intervalo RR y el siguiente. En la fibrilación auricular "
        "no dice nada del estrés ni de la forma física."
    ),
    "PR interval": (
        "El intervalo PR es el tiempo desde el comienzo de la onda P hasta el comienzo del complejo QRS: "
        "lo que tarda el impulso de las cavidades superiores a las inferiores. En la fibrilación "
        "auricular no existe."
    ),
    "QRS": (
        "El complejo QRS es la parte alta y estrecha del ECG, cuando se contraen las cavidades "
        "inferiores. Su duración dice cuánto tardan."
    ),
    "QT interval": (
        "El intervalo QT es el tiempo desde el comienzo del complejo QRS hasta el final de la onda T. Se "
        "acorta cuando el corazón late más deprisa."
    ),
    "QTc": (
        "El QTc es el intervalo QT corregido según la frecuencia cardíaca. Uso la fórmula de Fridericia: "
        "el QT dividido por la raíz cúbica del RR en segundos."
    ),
    "P wave": (
        "La onda P es la onda pequeña que precede al complejo QRS, cuando se contraen las cavidades "
        "superiores."
    ),
    "T wave": (
        "La onda T es la onda que sigue al complejo QRS, cuando se recuperan las cavidades inferiores."
    ),
    "R peak": "El pico R es la punta del complejo QRS; en él se cuentan los latidos.",
    "ECG": "Un ECG registra a través de la piel las pequeñas señales eléctricas del corazón.",
    "lead": (
        "Una derivación es una dirección desde la que se ve la señal del corazón. Este aparato tiene "
        "una; un ECG completo tiene doce, y muchas cosas solo se pueden juzgar con ellas."
    ),
    "coverage": (
        "La cobertura es qué parte de un tiempo se registró y fue lo bastante clara para analizarla. "
        "Solo digo que algo no ocurrió por encima del 80 %."
    ),
    "signal quality": (
        "La calidad de la señal es una nota de 0 (inservible) a 1 (limpia) para cada diez segundos de señal."
    ),
    "median": (
        "La mediana es el valor central: la mitad de los valores está por debajo y la otra mitad por encima."
    ),
    "arrhythmia": (
        "Una arritmia es cualquier ritmo que no sea un ritmo sinusal constante. Muchas son inofensivas; "
        "eso lo puede decir un médico."
    ),
    "ectopy": "Ectopia significa latidos adelantados que nacen en un lugar distinto del nodo sinusal.",
    "artefact": (
        "Un artefacto es algo de la señal que no viene del corazón, como el movimiento o el zumbido de "
        "la red eléctrica."
    ),
    **CLINICAL_GLOSSARY,
}
