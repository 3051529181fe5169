"""The histories the tests ask about."""

from __future__ import annotations

from typing import Final

from tests.agent.history import NOW, Alert, Bad, Event, Note, Story, at

WEEKS: Final = Story(
    start=at("2025-02-26T09:00"),
    end=NOW,
    events=(
        Event("af", at("2025-03-03T20:00"), 720),
        Event("af", at("2025-03-05T15:00"), 50),
        Event("af", at("2025-03-09T02:10"), 6720),
        Event("af", at("2025-03-11T23:10"), 1800),
        Event("pause", at("2025-03-10T04:00:05"), 3.4, 3.4),
        Event("pause", at("2025-03-11T03:15:30"), 4.1, 4.1),
        Event("brady", at("2025-03-11T03:00"), 600, 42),
        Event("tachy", at("2025-03-08T17:00"), 360, 124),
        Event("wide_run", at("2025-03-07T11:00:03"), 4, 5),
        Event("bigeminy", at("2025-03-06T09:00"), 40, 20),
    ),
    bad=(
        Bad(at("2025-03-01T23:00"), at("2025-03-02T03:00"), "noise"),
        Bad(at("2025-03-04T00:00"), at("2025-03-05T00:00")),
        Bad(at("2025-03-08T10:00"), at("2025-03-08T13:00")),
        Bad(at("2025-03-10T10:00"), at("2025-03-10T11:00"), "noise"),
    ),
    notes=(
        Note(at("2025-03-09T12:00"), "activity", "walked around the lake"),
        Note(at("2025-03-10T08:00"), "medication", "bisoprolol 2.5 mg"),
        Note(at("2025-03-11T19:00"), "symptom", "fluttering, ten minutes"),
        Note(at("2025-03-11T20:00"), "diary", "quarrel with Jonas about the house", private=True),
    ),
    alerts=(
        Alert(
            at("2025-03-08T10:05"), "no_data", "No data from strap-1 for 5 minutes", at("2025-03-08T13:00")
        ),
        Alert(at("2025-03-11T23:15"), "af", "Atrial fibrillation for 5 minutes", at("2025-03-11T23:45")),
        Alert(at("2025-03-12T13:00"), "battery", "Battery of strap-1 is low"),
    ),
)

# Two people under one roof, a day each, with rates far apart.
ANNA: Final = Story(
    start=at("2025-03-11T18:00"),
    end=NOW,
    notes=(Note(at("2025-03-12T08:00"), "diary", "canary of Anna"),),
)
BEN: Final = Story(
    start=at("2025-03-11T18:00"),
    end=NOW,
    device="strap-2",
    name="Ben",
    sex="male",
    rate_shift=60,
    seed=7,
    events=(Event("af", at("2025-03-12T02:00"), 1200),),
    notes=(Note(at("2025-03-12T09:00"), "diary", "canary of Ben"),),
    alerts=(Alert(at("2025-03-12T02:05"), "af", "Ben is in AF", at("2025-03-12T02:20"), "strap-2"),),
    battery_pct=11,
)

# One person who changed straps on the second day, and had a little AF that was too short to count.
FIRST_STRAP: Final = Story(
    start=at("2025-03-10T08:00"), end=at("2025-03-11T08:00"), name="Cora", battery_pct=5
)
SECOND_STRAP: Final = Story(
    start=at("2025-03-11T07:00"),
    end=NOW,
    name="Cora",
    device="strap-2",
    rate_shift=20,
    loose_af=((at("2025-03-12T04:00"), 20), (at("2025-03-12T05:00"), 10)),
)
