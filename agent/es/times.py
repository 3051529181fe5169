"""Spanish words of time."""

from typing import Final

from agent.es import time_anchors, time_rules, time_spans
from agent.phrases import pairs, words
from agent.when import shared
from agent.when.grammar import Rule, literals
from agent.when.lexer import Lexicon
from agent.when.resolve import Language
from agent.when.words import counted, folds, table

_UNITS: Final[dict[object, str]] = {
    "second": "segundo segundos",
    "minute": "minuto minutos min",
    "hour": "hora horas h hrs",
    "day": "día días",
    "night": "noches",
    "week": "semana semanas",
    "weekend": "finde findes",
    "month": "mes meses",
    "year": "año años",
}
_WEEKDAYS: Final = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado sábados", "domingo domingos")
_MONTHS: Final = (
    "enero ene",
    "febrero feb",
    "marzo mar",
    "abril abr",
    "mayo may",
    "junio jun",
    "julio jul",
    "agosto ago",
    "septiembre setiembre sep sept",
    "octubre oct",
    "noviembre nov",
    "diciembre dic",
)
_PARTS: Final[dict[object, str]] = {
    "small_hours": "madrugada",
    "afternoon": "tarde tardes",
    "noon": "almuerzo comida",
    "breakfast": "desayuno",
    "dinner": "cena",
}
_NUMBERS: Final = {
    2: "dos",
    3: "tres",
    4: "cuatro",
    5: "cinco",
    6: "seis",
    7: "siete",
    8: "ocho",
    9: "nueve",
    10: "diez",
    11: "once",
    12: "doce",
    13: "trece",
    14: "catorce",
    15: "quince",
    16: "dieciséis",
    17: "diecisiete",
    18: "dieciocho",
    19: "diecinueve",
    20: "veinte",
    24: "veinticuatro",
    25: "veinticinco",
    30: "treinta",
    40: "cuarenta",
    60: "sesenta",
    90: "noventa",
}
_FILLERS: Final = words(
    """
    el la los las de del en a al por durante un una unos para que y como solo mi mis era fue estaba entonces
    toda todo favor porfavor entero entera hora local exactamente digo queria decir no perdon tambien lo
    """
)
# Everyday words that are one slip from a word of time, and are not meant as one.
_COMMON: Final = words(
    """
    como cosa casa cada cama hasta esta este esto estas estos eran era hora horas ahora mano sano ano mes
    mas mesa tres tras tal tarde tardo parte arte carta nota noche coche leche hecho pecho techo dicho mucho
    ocho once doce donde cuando cuanto cuatro cuarto cuadro medio media miedo medir dias vias dios seis seas
    eres serie siete siente diente gente lunes lunas martes partes marzo mayo mayor mejor peor enero genero
    dinero abril abrir junio julio juntos agosto gasto costo octubre cubre segundo segunda minuto minutos
    mismo misma fin final fina pasado pasada pesado pasar paso peso pulso pausa causa ultimo ultima antes
    entes despues desde donde manana semana ventana hermana sabado lado todo toda todos nada nadie hoy soy
    voy ayer leer caer ver vez voz luz dentro centro entre mientras siempre sueno suelo cuerpo tiempo
    tiempos cambio cambiar corazon razon ritmo rapido lento vida salida nuevo nueva nuevos
    """
)
RULES: Final[tuple[Rule, ...]] = (
    *time_rules.RULES,
    *time_spans.RULES,
    *time_anchors.RULES,
    *shared.WHOLE,
)
_TIMELY: Final = literals((*time_rules.RULES, *time_spans.RULES)) - words("nuevo nueva")

LANGUAGE: Final = Language(
    lexicon=Lexicon(
        words=table(
            {
                "UNIT": _UNITS,
                "PART": _PARTS,
                "NUM": counted(_NUMBERS),
                "ORDW": {1: "primero primer"},
                "NIGHT": {"night": "noche"},
                "HALF": {"early": "temprano", "late": "tarde"},
            },
            weekdays=_WEEKDAYS,
            months=_MONTHS,
        ),
        literals=literals(RULES),
        common=_COMMON | time_anchors.STOPS,
        aliases=folds(
            pairs(
                """
                mñn = mañana, finde = finde, ayr = ayer, aller = ayer, hayer = ayer, anoxe = anoche, oy = hoy,
                mediodía = mediodía, min = min, xq = que
                """
            )
        ),
        stops=time_anchors.STOPS | _FILLERS | _TIMELY,
    ),
    rules=RULES,
    fillers=_FILLERS,
    openers=words("y"),
    day_first=True,
    asking=words("dime cuentame recuerda sabes"),
    interrogative=words("cuándo"),
)
