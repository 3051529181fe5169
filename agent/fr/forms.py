"""How French writes numbers, times and lists."""

from typing import Final

from agent.forms import LocalForms, Writing, replaced

WEEKDAYS: Final = ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim.")
WHOLE_WEEKDAYS: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS: Final = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_ANY_MONTH: Final = "|".join(MONTHS)
_ANY_SHORT: Final = "|".join(day[:3] for day in WEEKDAYS)
_NARROW: Final = "\u202f"  # the space between thousands
_SPACE: Final = "\u00a0"  # the space before a unit, where no line may break


def clock(hour: int, minute: int) -> str:
    """As in "14h30"."""
    return f"{hour}h{minute:02d}"


def _few(count: float) -> bool:
    return abs(count) < 2  # noqa: PLR2004 - in French the plural begins with two


WRITING: Final = Writing(
    weekdays=(WEEKDAYS, WHOLE_WEEKDAYS),
    months=MONTHS,
    date="{weekday} {day} {month}{year}",
    year=" {year}",
    clock=clock,
    parts={
        "small_hours": (
            "au petit matin aujourd'hui",
            "hier au petit matin",
            "{weekday} au petit matin",
            "petits matins",
        ),
        "morning": ("ce matin", "hier matin", "{weekday} matin", "matins"),
        "afternoon": ("cet après-midi", "hier après-midi", "{weekday} après-midi", "après-midis"),
        "evening": ("ce soir", "hier soir", "{weekday} soir", "soirs"),
        "daytime": ("aujourd'hui en journée", "hier en journée", "{weekday} en journée", "journées"),
        "noon": ("ce midi", "hier midi", "{weekday} midi", "midis"),
        "breakfast": (
            "ce matin au petit déjeuner",
            "hier au petit déjeuner",
            "{weekday} au petit déjeuner",
            "petits déjeuners",
        ),
        "dinner": ("ce soir au dîner", "hier au dîner", "{weekday} au dîner", "dîners"),
    },
    lengths={
        "second": ("la dernière seconde", "les {n} dernières secondes"),
        "minute": ("la dernière minute", "les {n} dernières minutes"),
        "hour": ("la dernière heure", "les {n} dernières heures"),
        "day": ("les dernières 24 heures", "les {n} derniers jours"),
        "week": ("les 7 derniers jours", "les {n} dernières semaines"),
        "month": ("le dernier mois", "les {n} derniers mois"),
        "year": ("la dernière année", "les {n} dernières années"),
    },
    texts={
        "now": "maintenant",
        "today": "aujourd'hui ({date}, jusqu'à {end})",
        "yesterday": "hier ({date})",
        "date": "{date}",
        "edge": "{day} {clock}",
        "ends": "{start} à {end}",
        "hours": "{start} à {end}",
        "hours_on": "{hours} {on}",
        "on_today": "aujourd'hui",
        "on_yesterday": "hier ({day})",
        "on_date": "le {date}",
        "last_night": "la nuit dernière ({ends})",
        "night_so_far": "cette nuit (jusqu'ici, {ends})",
        "night_before_last": "l'avant-dernière nuit ({ends})",
        "night": "la nuit au {date} ({ends})",
        "nights": "les {n} nuits au {first} jusqu'au {last} ({hours})",
        "parts": "les {n} {parts} du {first} au {last}",
        "part": "{part} ({day}, {hours})",
        "part_today": "{part} ({hours})",
        "this_week": "cette semaine (depuis {start})",
        "last_week": "la semaine dernière ({start} à {end})",
        "week": "la semaine du {start} au {end}",
        "weekend": "le week-end du {start} au {end}",
        "this_month": "ce mois-ci ({month})",
        "month_year": "{month} {year}",
        "year": "{year}",
        "past": "{length} (depuis {since})",
        "past_odd": "les dernières {duration}",
        "since": "depuis {since}",
        "since_midnight": "depuis minuit",
        "all": "tout l'enregistrement (depuis {since})",
        "moment": "{day} {clock}",
        "moment_today": "aujourd'hui {clock}",
        "s": f"{{n}}{_SPACE}s",
        "min": f"{{n}}{_SPACE}min",
        "min_s": f"{{min}}{_SPACE}min {{s}}{_SPACE}s",
        "h": f"{{n}}{_SPACE}h",
        "h_min": f"{{h}}{_SPACE}h {{min}}{_SPACE}min",
        "days": "{n} jours",
        "days_h": f"{{n}} jours {{h}}{_SPACE}h",
        "pct": f"{{n}}{_SPACE}%",
        "least_pct": f"moins de {{n}}{_SPACE}%",
        "most_pct": f"plus de {{n}}{_SPACE}%",
        "count": "{n} {noun}",
        "unit_beats": "battements",
        "unit_pauses": "pauses",
        "comma": ", ",
        "and": " et ",
    },
    within=replaced(
        {
            "^maintenant$": "au cours des 5 dernières minutes",
            "^les ": "au cours des ",
            "^(?:la|le) derni": r"au cours de \g<0>",
            "^la nuit au": "dans la nuit au",
            "^l'avant-dernière nuit": r"pendant \g<0>",
            "^la semaine du": "dans la semaine du",
            "^tout l'": "dans tout l'",
            rf"^(?:{_ANY_MONTH}) \d": r"en \g<0>",
            r"^\d{4}$": r"en \g<0>",
            rf"^(?:{_ANY_SHORT})\. ": r"du \g<0>",
            r"^\d+h\d\d": r"de \g<0>",
        }
    ),
    decimal=",",
    thousands=_NARROW,
    singular=_few,
)


class FrenchForms(LocalForms):
    """See :class:`agent.language.Forms`."""

    def __init__(self) -> None:
        super().__init__(WRITING)
