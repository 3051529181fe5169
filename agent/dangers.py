"""What counts as danger, the same in every language: which concepts together, and what takes them back.

A language's table names the phrases of each concept (see :class:`agent.gate.GateWords`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Level(StrEnum):
    """What a danger asks for."""

    ESCALATE = "escalate"  # help at once, nothing else
    ADVISE = "advise"  # the question is answered, after advice


@dataclass(frozen=True, slots=True)
class Danger:
    """Concepts that together mean danger: each of ``groups`` live in one segment, or in two neighbours.

    ``unless``: concepts that take it back; ``softened``: concepts that leave advice only. Both are undone
    by words of the present where they speak of the past.
    """

    name: str
    groups: tuple[str, ...]
    unless: tuple[str, ...] = ()
    softened: tuple[str, ...] = ()
    level: Level = Level.ESCALATE
    wanted: frozenset[str] = frozenset()  # the groups as a set

    def __post_init__(self) -> None:
        """Make the set."""
        object.__setattr__(self, "wanted", frozenset(self.groups))


PAST: Final = ("long_past", "recent_past", "asked_past")
_NEVER: Final = ("about", "long_past", "watching")
_OVER: Final = ("recent_past", "asked_past")
_EASED: Final = (*_OVER, "resolved", "misjudged")

DANGERS: Final = (
    Danger("suicide", ("suicide",), unless=("about",), softened=("long_past",)),
    Danger("suicide", ("no_point", "living"), unless=("about", "thing"), softened=("long_past",)),
    Danger("suicide", ("suicide_named",), unless=(*_NEVER, "generic", "asking"), softened=_OVER),
    Danger("overdose", ("overdose",), unless=(*_NEVER, "asked_past")),
    Danger("overdose", ("ingested", "poison"), unless=(*_NEVER, "asked_past")),
    Danger("overdose", ("ingested", "lots", "pills"), unless=(*_NEVER, "asked_past", "recent_past")),
    Danger("overdose", ("child", "ate", "pills"), unless=(*_NEVER, "asked_past")),
    Danger("chest_pain", ("chest", "pain", "self"), unless=(*_NEVER, "exercise"), softened=_EASED),
    Danger("chest_pain", ("chest", "simile", "self"), unless=(*_NEVER, "exercise"), softened=_EASED),
    Danger("chest_pain", ("chest", "autonomic", "self"), unless=(*_NEVER, "exercise"), softened=_EASED),
    Danger("chest_pain", ("chest", "clutch", "person"), unless=_NEVER, softened=_EASED),
    Danger("chest_pain", ("owned_pain",), unless=_NEVER, softened=_EASED),
    Danger(
        "chest_pain",
        ("chest_pain",),
        unless=(*_NEVER, "generic", "asking"),
        softened=("recent_past", "resolved"),
    ),
    Danger("chest_pain", ("heart_pain",), unless=_NEVER, softened=_EASED),
    Danger("chest_pain", ("arm_pain",), unless=(*_NEVER, "exercise"), softened=_EASED),
    Danger(
        "breathing",
        ("breath", "person"),
        unless=(*_NEVER, "thing"),
        softened=(*_EASED, "exertion"),
    ),
    Danger(
        "breathing",
        ("breath",),
        unless=(*_NEVER, "generic", "asking", "thing", "exertion"),
        softened=_EASED,
    ),
    Danger("breathing", ("airway", "swelling"), unless=(*_NEVER, "thing", "posture"), softened=_EASED),
    Danger("breathing", ("allergen", "reaction", "person"), unless=(*_NEVER, "generic"), softened=_EASED),
    Danger("breathing", ("gullet", "stuck"), unless=(*_NEVER, "thing"), softened=_EASED),
    Danger(
        "collapse",
        ("came_to", "ground", "person"),
        unless=(*_NEVER, "thing"),
        softened=_OVER,
    ),
    Danger(
        "collapse", ("bad_colour", "person"), unless=(*_NEVER, "generic", "asking", "thing"), softened=_EASED
    ),
    Danger(
        "collapse",
        ("imminent",),
        unless=(*_NEVER, "thing", "asked_past"),
        softened=("recent_past", "resolved"),
    ),
    Danger("collapse", ("shaking", "still", "person"), unless=(*_NEVER, "thing"), softened=_OVER),
    Danger(
        "breathing",
        ("breathing", "laboured", "person"),
        unless=(*_NEVER, "generic", "asking", "thing"),
        softened=(*_EASED, "exertion"),
    ),
    Danger("collapse", ("collapse", "person"), unless=(*_NEVER, "thing"), softened=_OVER),
    Danger(
        "collapse",
        ("collapse",),
        unless=(*_NEVER, "generic", "asking", "thing", "topic"),
        softened=(*_OVER, "exertion"),
    ),
    Danger("collapse", ("down", "still", "person"), unless=(*_NEVER, "thing"), softened=_OVER),
    Danger("stroke", ("stroke",), unless=(*_NEVER, "thing", "explained"), softened=("asked_past",)),
    Danger(
        "stroke",
        ("sight", "sight_gone"),
        unless=(*_NEVER, "generic", "asking", "thing"),
        softened=("asked_past",),
    ),
    Danger("stroke", ("limb", "dead_limb"), unless=(*_NEVER, "thing", "posture"), softened=("asked_past",)),
    Danger("stroke", ("face", "droop", "person"), unless=(*_NEVER, "thing", "posture"), softened=_OVER),
    Danger("stroke", ("speech", "impaired", "person"), unless=(*_NEVER, "thing"), softened=_OVER),
    Danger("heart_attack", ("attack",), unless=_NEVER, softened=(*_OVER, "misjudged")),
    Danger(
        "heart_stopped",
        ("stopped",),
        unless=(*_NEVER, "asked_past", "thing"),
        softened=("recent_past", "misjudged"),
    ),
    Danger("device_shock", ("device", "shock"), unless=(*_NEVER, "generic", "asking"), softened=_OVER),
    Danger("help", ("emergency",), unless=(*_NEVER, "topic", "generic")),
    Danger("help", ("bleeding", "brought_up"), unless=(*_NEVER, "topic", "thing"), softened=_OVER),
    Danger("help", ("bleeding", "unstopped"), unless=(*_NEVER, "topic", "thing"), softened=_OVER),
    Danger("chest_odd", ("chest", "odd", "self"), unless=(*_NEVER, "exercise"), level=Level.ADVISE),
    Danger("near_faint", ("near_faint",), unless=_NEVER, level=Level.ADVISE),
)
CONCEPTS: Final = frozenset(group for danger in DANGERS for group in danger.groups)
