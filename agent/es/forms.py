"""How Spanish writes numbers, times and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent.forms import LocalForms, Writing, replaced

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

WEEKDAYS: Final = ("lun", "mar", "mié", "jue", "vie", "sáb", "dom")
WHOLE_WEEKDAYS: Final = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
MONTHS: Final = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)
_ANY_WEEKDAY: Final = "|".join(WHOLE_WEEKDAYS)
_ANY_SHORT: Final = "|".join(WEEKDAYS)
_ANY_MONTH: Final = "|".join(MONTHS)


def clock(hour: int, minute: int) -> str:
    """As in "14:30"."""
    return f"{hour}:{minute:02d}"


WRITING: Final = Writing(
    weekdays=(WEEKDAYS, WHOLE_WEEKDAYS),
    months=MONTHS,
    date="{weekday} {day} de {month}{year}",
    year=" de {year}",
    clock=clock,
    parts={
        "small_hours": (
            "esta madrugada",
            "la madrugada de ayer",
            "la madrugada del {weekday}",
            "madrugadas",
        ),
        "morning": ("esta mañana", "ayer por la mañana", "la mañana del {weekday}", "mañanas"),
        "afternoon": ("esta tarde", "ayer por la tarde", "la tarde del {weekday}", "tardes"),
        "evening": ("hoy al anochecer", "ayer al anochecer", "el anochecer del {weekday}", "anocheceres"),
        "daytime": ("hoy durante el día", "ayer durante el día", "el día del {weekday}", "días (de día)"),
        "noon": ("hoy al mediodía", "ayer al mediodía", "el mediodía del {weekday}", "mediodías"),
        "breakfast": (
            "hoy a la hora del desayuno",
            "ayer a la hora del desayuno",
            "la hora del desayuno del {weekday}",
            "horas del desayuno",
        ),
        "dinner": (
            "hoy a la hora de la cena",
            "ayer a la hora de la cena",
            "la hora de la cena del {weekday}",
            "horas de la cena",
        ),
    },
    lengths={
        "second": ("el último segundo", "los últimos {n} segundos"),
        "minute": ("el último minuto", "los últimos {n} minutos"),
        "hour": ("la última hora", "las últimas {n} horas"),
        "day": ("las últimas 24 horas", "los últimos {n} días"),
        "week": ("los últimos 7 días", "las últimas {n} semanas"),
        "month": ("el último mes", "los últimos {n} meses"),
        "year": ("el último año", "los últimos {n} años"),
    },
    texts={
        "now": "ahora",
        "today": "hoy ({date}, hasta las {end})",
        "yesterday": "ayer ({date})",
        "date": "el {date}",
        "edge": "{day} {clock}",
        "ends": "{start} a {end}",
        "hours": "{start} a {end}",
        "hours_on": "{hours} {on}",
        "on_today": "de hoy",
        "on_yesterday": "de ayer ({day})",
        "on_date": "del {date}",
        "last_night": "anoche ({ends})",
        "night_so_far": "esta noche (hasta ahora, {ends})",
        "night_before_last": "anteanoche ({ends})",
        "night": "la noche al {date} ({ends})",
        "nights": "las {n} noches al {first} hasta {last} ({hours})",
        "parts": "{n} {parts} del {first} al {last}",
        "part": "{part} ({day}, {hours})",
        "part_today": "{part} ({hours})",
        "this_week": "esta semana (desde el {start})",
        "last_week": "la semana pasada ({start} a {end})",
        "week": "la semana del {start} al {end}",
        "weekend": "el fin de semana del {start} al {end}",
        "this_month": "este mes ({month})",
        "month_year": "{month} de {year}",
        "year": "{year}",
        "past": "{length} (desde {since})",
        "past_odd": "los últimos {duration}",
        "since": "desde {since}",
        "since_midnight": "desde medianoche",
        "all": "toda la grabación (desde el {since})",
        "moment": "el {day} {clock}",
        "moment_today": "hoy {clock}",
        "s": "{n} s",
        "min": "{n} min",
        "min_s": "{min} min {s} s",
        "h": "{n} h",
        "h_min": "{h} h {min} min",
        "days": "{n} días",
        "days_h": "{n} días {h} h",
        "pct": "{n} %",
        "least_pct": "{n} % o menos",
        "most_pct": "{n} % o más",
        "count": "{n} {noun}",
        "unit_bpm": "lpm",
        "unit_beats": "latidos",
        "unit_pauses": "pausas",
        "unit_probability": "de probabilidad",
        "comma": ", ",
        "and": " y ",
    },
    within=replaced(
        {
            "^ahora$": "en los últimos 5 minutos",
            r"^(?:la|el|las|los) (?:noches?|última|último|\d+|últimas|últimos)\b": r"en \g<0>",
            "^la (?:mañana|tarde|madrugada|hora)": r"en \g<0>",
            "^el (?:anochecer|mediodía|día)": r"en \g<0>",
            "^(?:la semana del|toda la)": r"en \g<0>",
            rf"^(?:{_ANY_MONTH}) de": r"en \g<0>",
            r"^(?:\d{4}$|\d+ [^\d])": r"en \g<0>",
            rf"^(?:{_ANY_WEEKDAY}) ": r"el \g<0>",
            rf"^(?:{_ANY_SHORT}) ": r"del \g<0>",
            r"^\d+:\d\d": r"de \g<0>",
        }
    ),
    decimal=",",
    thousands=".",
    singular=lambda count: count == 1,
)


class SpanishForms(LocalForms):
    """See :class:`agent.language.Forms`."""

    def __init__(self) -> None:
        super().__init__(WRITING)

    def moment(self, at: datetime, now: datetime) -> str:
        """A local moment, with the article that its hour takes ("hoy a las 14:30")."""
        whole, shown = super().moment(at, now), self.clock_time(at)
        return f"{whole.removesuffix(shown)}a {'la' if at.hour == 1 else 'las'} {shown}"

    def listed(self, items: Sequence[str]) -> str:
        """Items as a list: "e" before a word that begins with its sound."""
        whole = super().listed(items)
        if (
            len(items) > 1
            and items[-1].casefold().startswith(("i", "hi"))
            and not items[-1].startswith("hie")
        ):
            return f"{whole[: -len(items[-1]) - 2]}e {items[-1]}"
        return whole
