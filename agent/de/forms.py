"""How German writes numbers, times and lists."""

from typing import Final

from agent.forms import LocalForms, Writing, replaced

WEEKDAYS: Final = ("Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So.")
WHOLE_WEEKDAYS: Final = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
MONTHS: Final = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
_ANY_WEEKDAY: Final = "|".join(WHOLE_WEEKDAYS)
_ANY_SHORT: Final = "|".join(day[:2] for day in WEEKDAYS)
_ANY_MONTH: Final = "|".join(MONTHS)


def clock(hour: int, minute: int) -> str:
    """As in "14:30 Uhr"."""
    return f"{hour:02d}:{minute:02d} Uhr"


WRITING: Final = Writing(
    weekdays=(WEEKDAYS, WHOLE_WEEKDAYS),
    months=MONTHS,
    date="{weekday}, {day}. {month}{year}",
    year=" {year}",
    clock=clock,
    parts={
        "small_hours": (
            "heute in den frühen Morgenstunden",
            "gestern in den frühen Morgenstunden",
            "{weekday} in den frühen Morgenstunden",
            "frühe Morgenstunden",
        ),
        "morning": ("heute Vormittag", "gestern Vormittag", "{weekday}vormittag", "Vormittage"),
        "afternoon": ("heute Nachmittag", "gestern Nachmittag", "{weekday}nachmittag", "Nachmittage"),
        "evening": ("heute Abend", "gestern Abend", "{weekday}abend", "Abende"),
        "daytime": ("heute tagsüber", "gestern tagsüber", "{weekday} tagsüber", "Tage (tagsüber)"),
        "noon": ("heute Mittag", "gestern Mittag", "{weekday}mittag", "Mittage"),
        "breakfast": (
            "heute zur Frühstückszeit",
            "gestern zur Frühstückszeit",
            "{weekday} zur Frühstückszeit",
            "Frühstückszeiten",
        ),
        "dinner": (
            "heute zur Abendessenszeit",
            "gestern zur Abendessenszeit",
            "{weekday} zur Abendessenszeit",
            "Abendessenszeiten",
        ),
    },
    lengths={
        "second": ("die letzte Sekunde", "die letzten {n} Sekunden"),
        "minute": ("die letzte Minute", "die letzten {n} Minuten"),
        "hour": ("die letzte Stunde", "die letzten {n} Stunden"),
        "day": ("die letzten 24 Stunden", "die letzten {n} Tage"),
        "week": ("die letzten 7 Tage", "die letzten {n} Wochen"),
        "month": ("der letzte Monat", "die letzten {n} Monate"),
        "year": ("das letzte Jahr", "die letzten {n} Jahre"),
    },
    texts={
        "now": "jetzt",
        "today": "heute ({date}, bis {end})",
        "yesterday": "gestern ({date})",
        "date": "{date}",
        "edge": "{day}, {clock}",
        "ends": "{start} bis {end}",
        "hours": "{start} bis {end}",
        "hours_on": "{hours} {on}",
        "on_today": "heute",
        "on_yesterday": "gestern ({day})",
        "on_date": "am {date}",
        "last_night": "letzte Nacht ({ends})",
        "night_so_far": "letzte Nacht (bisher, {ends})",
        "night_before_last": "vorletzte Nacht ({ends})",
        "night": "die Nacht auf {date} ({ends})",
        "nights": "die {n} Nächte auf {first} bis {last} ({hours})",
        "parts": "die {n} {parts} von {first} bis {last}",
        "part": "{part} ({day}, {hours})",
        "part_today": "{part} ({hours})",
        "this_week": "diese Woche (seit {start})",
        "last_week": "letzte Woche ({start} bis {end})",
        "week": "die Woche vom {start} bis {end}",
        "weekend": "das Wochenende {start} bis {end}",
        "this_month": "dieser Monat ({month})",
        "month_year": "{month} {year}",
        "year": "{year}",
        "past": "{length} (seit {since})",
        "past_odd": "die letzten {duration}",
        "since": "seit {since}",
        "since_midnight": "seit Mitternacht",
        "all": "die gesamte Aufzeichnung (seit {since})",
        "moment": "{day}, {clock}",
        "moment_today": "heute {clock}",
        "s": "{n} s",
        "min": "{n} min",
        "min_s": "{min} min {s} s",
        "h": "{n} h",
        "h_min": "{h} h {min} min",
        "days": "{n} Tage",
        "days_h": "{n} Tage {h} h",
        "pct": "{n} %",
        "least_pct": "weniger als {n} %",
        "most_pct": "mehr als {n} %",
        "count": "{n} {noun}",
        "unit_bpm": "pro Minute",
        "unit_beats": "Schläge",
        "unit_pauses": "Pausen",
        "comma": ", ",
        "and": " und ",
    },
    within=replaced(
        {
            "^jetzt$": "in den letzten 5 Minuten",
            "^die Nacht auf": "in der Nacht auf",
            r"^die (\d+) Nächte auf": r"in den \1 Nächten auf",
            r"^die (\d+) frühe Morgenstunden": r"in den frühen Morgenstunden von \1 Tagen",
            r"^die (\d+) (Vormittag|Nachmittag|Abend|Mittag)e ": r"an den \1 \2en ",
            "^die letzte (Sekunde|Minute|Stunde)": r"in der letzten \1",
            r"^die letzten ([\d.,]+) (Tage|Monate|Jahre)\b": r"in den letzten \1 \2n",
            "^die letzten": "in den letzten",
            "^(?:der letzte (Monat)|das letzte (Jahr))": r"im letzten \1\2",
            "^die Woche": "in der Woche",
            "^das Wochenende": "am Wochenende",
            "^dieser Monat": "in diesem Monat",
            "^die gesamte": "in der gesamten",
            rf"^(?:{_ANY_MONTH}) \d": r"im \g<0>",
            r"^\d{4}$": r"im Jahr \g<0>",
            rf"^(?:{_ANY_WEEKDAY})": r"am \g<0>",
            rf"^(?:{_ANY_SHORT})\.|^\d\d:\d\d": r"von \g<0>",
        }
    ),
    decimal=",",
    thousands=".",
    singular=lambda count: count == 1,
    suffix=" Uhr",
)


class GermanForms(LocalForms):
    """See :class:`agent.language.Forms`."""

    def __init__(self) -> None:
        super().__init__(WRITING)
