"""Every kind of wearable that Hearth knows, and which of them an advertisement is.

A new kind is one module with a class that keeps the promises of :class:`ingest.bluetooth.wearable.Wearable`,
and one line in KINDS; ``docs/wearables.md`` shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ingest.bluetooth.generic import GenericWearable
from ingest.bluetooth.heart_rate import HeartRate
from ingest.bluetooth.movesense import Movesense
from ingest.bluetooth.polar_h10 import PolarH10
from ingest.bluetooth.wearable import WearableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ingest.bluetooth.generic import Profile
    from ingest.bluetooth.wearable import Seen, Wearable

_DEFAULT_LEAD: Final = "I"
_MAKERS: Final[tuple[Callable[[str], Wearable], ...]] = (  # each takes the lead that its electrodes record
    PolarH10,
    Movesense,
    lambda _lead: HeartRate(),  # the last: most of the others have this service too
)
KINDS: Final[Mapping[str, Wearable]] = {each.kind: each for each in (make(_DEFAULT_LEAD) for make in _MAKERS)}


class UnknownKind(WearableError):
    """A kind that neither Hearth nor the configuration has. ``kind``: the word for it."""

    def __init__(self, kind: str, known: Iterable[str]) -> None:
        super().__init__(f"No kind of wearable is called {kind!r}; there are {', '.join(known)}.")
        self.kind = kind


def recognise(seen: Seen, profiles: Iterable[Profile] = ()) -> Wearable | None:
    """The kind of wearable that ``seen`` is; None: none that is known. Profiles are asked first."""
    everything: list[Wearable] = [*map(GenericWearable, profiles), *KINDS.values()]
    return next((each for each in everything if each.recognises(seen)), None)


def wearable(kind: str, profiles: Iterable[Profile] = (), *, lead: str = _DEFAULT_LEAD) -> Wearable:
    """The wearable called ``kind``. ``lead``: what it records; a profile says that itself.

    Raises:
        UnknownKind: there is none.
    """
    known: dict[str, Wearable] = {each.kind: each for each in map(GenericWearable, profiles)}
    known |= {each.kind: each for each in (make(lead) for make in _MAKERS)}
    if kind not in known:
        raise UnknownKind(kind, known)
    return known[kind]
