"""How figures, times and directions are told apart in a finished Spanish answer."""

import re
from typing import Final

from agent.compose.figures import Figures, units

_I: Final = re.IGNORECASE
FIGURES: Final = Figures(
    metrics=(
        ("af_burden", re.compile(r"\bcarga\b", _I)),
        ("hr_rest", re.compile(r"\ben reposo\b", _I)),
        ("hr_min", re.compile(r"\bm[áa]s baj[oa]\b|\bm[íi]nim[oa]\b|\bm[áa]s lent[oa]\b", _I)),
        ("hr_max", re.compile(r"\bm[áa]s alt[oa]\b|\bm[áa]xim[oa]\b|\bm[áa]s r[áa]pid[oa]\b", _I)),
        ("qtc", re.compile(r"\bQTc\w*|\bQT corregido\b", _I)),
        ("p_duration", re.compile(r"\bduraci[óo]n de la (?:onda )?P\b", _I)),
        ("rmssd", re.compile(r"\bRMSSD\b|\bvariabilidad\b", _I)),
        ("pr", re.compile(r"\bPR\b|\bPQ\b")),
        ("qrs", re.compile(r"\bQRS\b", _I)),
        ("qt", re.compile(r"\bQT\b")),
        ("rr", re.compile(r"\bRR\b")),
        ("hr", re.compile(r"\bfrecuencia card[íi]aca\b|\bpulso\b|\bfrecuencia\b", _I)),
    ),
    units=units(
        """
        lpm = bpm, ppm = bpm, latidos por minuto = bpm, por minuto = bpm, ms = ms, milisegundos = ms, %
        = %, por ciento = %, segundos = s, segundo = s, s = s, minutos = min, minuto = min, min = min,
        horas = h, hora = h, h = h, días = d, día = d, episodios = count, episodio = count, latidos =
        count, latido = count, pausas = count, pausa = count, alertas = count, alerta = count, notas =
        count, nota = count, veces = count, vez = count, fases lentas = count, fase lenta = count, fases
        rápidas = count, fase rápida = count, fases = count, fase = count, series = count, serie =
        count, tramos = count, tramo = count, ventanas = count, ventana = count, entradas = count,
        entrada = count
        """
    ),
    decimal=",",
    thousands=".",
    months="enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    date=r"(?P<day>\d{1,2}) de (?P<month>{months})",
    numbers="dos tres cuatro cinco seis siete ocho nueve diez once doce",
    both="las los",
    nouns=r"episodios?|pausas?|alertas?|notas?|fases?(?: lentas?| rápidas?)?|series?|veces",
    higher=re.compile(
        r"\bm[áa]s (?:alt|r[áa]pid|larg|frecuent)\w*|\bmayor(?:es)?\b|\bsubi[óo]\b|\bsubido\b|\baument\w+", _I
    ),
    lower=re.compile(
        r"\bm[áa]s (?:baj|lent|cort)\w*|\bmenor(?:es)?\b|\bbaj[óo]\b|\bbajado\b|"
        r"\bdisminu\w+|\bmenos\b(?! de \d)",
        _I,
    ),
    same=re.compile(r"\b(?:pr[áa]cticamente igual|casi igual|sin cambios?|se mantuvo|estable)\b", _I),
    less=re.compile(r"menos de(?:l)?\s*$", _I),
    more=re.compile(r"m[áa]s de(?:l)?\s*$", _I),
    less_after=re.compile(r"\s*o menos\b", _I),
    more_after=re.compile(r"\s*o m[áa]s\b", _I),
)
