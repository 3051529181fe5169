"""Invented people and their weeks, told by the simulator: what the questions of the training are asked of."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

import msgspec

from daemon.simulate import simulate
from ingest.moments import Duration, Moment
from ingest.scenario import Scenario
from storage.writer import exclusive

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

HISTORIES: Final = 20
HELD_OUT: Final = frozenset({4, 9, 14, 19})  # histories that nothing is learned from
MOMENTS: Final = 6  # different "now" that a history is asked at
ZONES: Final = (
    "Europe/Berlin", "Europe/London", "America/New_York", "Europe/Madrid", "Europe/Paris",
    "Asia/Shanghai", "America/Mexico_City", "Australia/Sydney", "America/Los_Angeles", "Asia/Kolkata",
)  # fmt: skip
NAMES: Final = (
    "Maria", "John", "Lena", "Pablo", "Claire", "Wei", "Ines", "George", "Fatma", "Ravi",
    "Elsa", "Bruno", "Agnes", "Noah", "Olga", "Louis", "Hana", "Peter", "Ada", "Karl",
)  # fmt: skip
MEDICINES: Final = (
    "bisoprolol", "metoprolol", "apixaban", "flecainide", "ramipril", "amiodarone", "sotalol", "warfarin",
    "diltiazem", "atenolol", "edoxaban", "digoxin", "propafenone", "rivaroxaban", "verapamil",
)  # fmt: skip
SYMPTOMS: Final = (
    "Felt dizzy getting up.", "Heart fluttered on the sofa.", "Skipped beats again.", "Palpitations.",
    "Tired and short of breath.", "A thump in my chest.", "Light-headed in the shower.",
    "Woke up with a racing heart.",
)  # fmt: skip
DIARY: Final = (
    "Slept badly.", "Had two glasses of wine.", "Argument with the neighbour.", "Grandchildren were here.",
    "Long drive.", "A calm day.", "Coffee after dinner.", "Gardened all afternoon.",
)  # fmt: skip
ACTIVITY: Final = (
    "Walk in the park.",
    "Swam for half an hour.",
    "Climbed the hill.",
    "Cycled to town.",
    "Gym.",
)
RULES: Final = {"af": "af", "pause": "pause", "brady": "severe_bradycardia", "tachy": "extreme_tachycardia"}


@dataclass(frozen=True)
class History:
    """A store. ``medicine``: one that was begun; ``words``: of its notes, that questions may hang on."""

    number: int
    path: Path
    end: datetime
    zone: str
    medicine: str

    @property
    def held(self) -> bool:
        """Whether nothing is learned from it."""
        return self.number in HELD_OUT

    @cached_property
    def moments(self) -> tuple[datetime, ...]:
        """When it is asked, over its last days."""
        chance = random.Random(f"moments {self.number}")  # noqa: S311 - repeatable on purpose
        hours = sorted(chance.uniform(0, 70) for _ in range(MOMENTS - 1))
        return (self.end, *(self.end - timedelta(hours=hour) for hour in hours))


def history(folder: Path, number: int) -> History:
    """A history, simulated unless the folder has it already."""
    told = _told(number)
    scenario = msgspec.convert(told, Scenario, dec_hook=_words)
    path = folder / f"history-{number}.db"
    if path.exists():
        with exclusive(path):  # one of an earlier version is brought up to date
            pass
    else:
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        with exclusive(part) as conn:
            simulate(conn, scenario)
        part.rename(path)
    return History(
        number, path, datetime.fromisoformat(told["now"]), told["wearers"][0]["tz"], _medicine(number)
    )


def _words(kind: type[Any], value: object) -> object:
    if kind is Duration:
        return Duration.parse(value)
    if kind is Moment:
        return Moment.parse(value)
    raise NotImplementedError(kind)


def _medicine(number: int) -> str:
    return MEDICINES[number % len(MEDICINES)]


def _told(number: int) -> dict[str, Any]:
    """A scenario as its file would hold it; the same for the same number."""
    chance = random.Random(f"history {number}")  # noqa: S311 - repeatable on purpose
    days = chance.randint(6, 11)
    zone = ZONES[number % len(ZONES)]
    now = datetime(2025, 1, 8, tzinfo=UTC) + timedelta(
        days=chance.randint(0, 700), minutes=chance.randint(6 * 60, 22 * 60)
    )
    name = NAMES[number % len(NAMES)]
    rate = chance.randint(56, 84)
    wearer: dict[str, Any] = {
        "name": name,
        "tz": zone,
        "sex": chance.choice(("female", "male")),
        "birth_year": chance.randint(1935, 1990),
        "people": [{"name": "Alex", "role": "caregiver"}, {"name": "Dr. Moss", "role": "clinician"}],
        "notes": _notes(chance, days, _medicine(number)),
        "heart": {
            "rate_bpm": rate,
            "rmssd_ms": chance.randint(16, 60),
            "pr_ms": chance.randint(138, 224),
            "qrs_ms": chance.randint(82, 132),
            "qtcf_ms": chance.randint(392, 466),
            "s_per_hour": chance.choice((0, 2, 5, 20)),
            "v_per_hour": chance.choice((0, 1, 6, 30)),
            "events": _events(chance, days, rate),
        },
        "devices": [_device(chance, days, number)],
    }
    return {
        "name": f"history {number}",
        "span": f"{days}d",
        "now": now.astimezone(ZoneInfo(zone)).isoformat(),
        "seed": number,
        "wearers": [wearer],
    }


def _clock(chance: random.Random, hours: Sequence[int] = range(24)) -> str:
    return f"{chance.choice(hours):02d}:{chance.randint(0, 59):02d}"


def _notes(chance: random.Random, days: int, medicine: str) -> list[dict[str, Any]]:
    made = [
        {
            "at": f"-{days // 2} {_clock(chance, (7, 8, 9))}",
            "kind": "medication",
            "text": f"Started {medicine}.",
        }
    ]
    for day in range(1, days):
        for kind, texts, share in (
            ("symptom", SYMPTOMS, 0.4),
            ("diary", DIARY, 0.4),
            ("activity", ACTIVITY, 0.4),
        ):
            if chance.random() < share:
                at = f"-{day} {_clock(chance, range(7, 22))}"
                made.append({"at": at, "kind": kind, "text": chance.choice(texts)})
    return made


def _events(chance: random.Random, days: int, rate: int) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    kinds = (
        ("af", 0.7, lambda: {"duration": f"{chance.randint(2, 190)}m", "rate_bpm": chance.randint(78, 135)}),
        ("pause", 0.4, lambda: {"seconds": round(chance.uniform(3.1, 5.0), 1)}),
        ("wide_run", 0.25, lambda: {"beats": chance.randint(3, 12), "rate_bpm": chance.randint(130, 180)}),
        ("bigeminy", 0.25, lambda: {"duration": f"{chance.randint(2, 9)}m"}),
        ("sinus", 0.4, lambda: {"duration": f"{chance.randint(2, 20)}m", "rate_bpm": chance.randint(35, 46)}),
        (
            "sinus",
            0.4,
            lambda: {"duration": f"{chance.randint(2, 20)}m", "rate_bpm": chance.randint(125, 165)},
        ),
    )
    for kind, share, more in kinds:
        if chance.random() < 0.2:  # noqa: PLR2004 - some people never have it
            continue
        made += [
            {"kind": kind, "at": f"-{day} {_clock(chance)}", **more()}
            for day in range(1, days)
            if chance.random() < share
        ]
    if chance.random() < 0.5:  # noqa: PLR2004 - half of them
        shift = chance.choice((-8, -6, 5)) if rate > 62 else 4  # noqa: PLR2004 - none becomes too slow
        made.append({"kind": "change", "at": f"-{days // 2} 10:00", "rate_shift_bpm": shift})
    return made


def _device(chance: random.Random, days: int, number: int) -> dict[str, Any]:
    events: list[dict[str, Any]] = []
    for day in range(1, days):
        if chance.random() < 0.5:  # noqa: PLR2004 - every other day
            events.append(
                {
                    "kind": "off",
                    "at": f"-{day} {_clock(chance)}",
                    "duration": f"{chance.randint(10, 400)}m",
                    "charge": True,
                }
            )
        if chance.random() < 0.3:  # noqa: PLR2004 - now and then
            events.append(
                {"kind": "noise", "at": f"-{day} {_clock(chance)}", "duration": f"{chance.randint(5, 240)}m"}
            )
        if chance.random() < 0.2:  # noqa: PLR2004 - rarely
            events.append(
                {
                    "kind": "lead_off",
                    "at": f"-{day} {_clock(chance)}",
                    "duration": f"{chance.randint(1, 60)}m",
                }
            )
    alerts = [
        {"rule": chance.choice(tuple(RULES.values())), "at": f"-{day} {_clock(chance)}", "duration": "5m"}
        for day in range(1, days)
        if chance.random() < 0.5  # noqa: PLR2004 - every other day
    ]
    return {
        "id": f"patch-{number}",
        "name": "patch",
        "battery_pct": 100,
        "battery_life": f"{chance.randint(60, 200)}h",
        "events": events,
        "alerts": alerts,
    }
