"""The slots of sentences: how each is written, and which figures and texts it takes from the evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from agent.language import Tongue
    from agent.tools.envelope import Resolved

SMALL: Final = 10.0  # smaller bare figures keep a decimal


class Slot(Protocol):
    """Something a sentence is filled with."""

    def text(self, tongue: Tongue, now: datetime) -> str:
        """The slot in words."""

    @property
    def figures(self) -> tuple[float, ...]:
        """The figures that the evidence must hold."""

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts that the evidence must hold."""


@dataclass(frozen=True, slots=True)
class _Figure:
    value: float

    @property
    def figures(self) -> tuple[float, ...]:
        """The value."""
        return (self.value,)

    @property
    def texts(self) -> tuple[str, ...]:
        """None."""
        return ()


@dataclass(frozen=True, slots=True)
class _Text:
    iso: str

    @property
    def figures(self) -> tuple[float, ...]:
        """None."""
        return ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The text."""
        return (self.iso,)


@dataclass(frozen=True, slots=True)
class N(_Figure):
    """A number and its unit."""

    unit: str

    def text(self, tongue: Tongue, _now: datetime) -> str:
        """The number, rounded as its unit wants it."""
        return tongue.forms.number(self.value, self.unit)


@dataclass(frozen=True, slots=True)
class By(_Figure):
    """How large a difference is, whatever its sign."""

    unit: str

    def text(self, tongue: Tongue, _now: datetime) -> str:
        """The size of the difference."""
        return tongue.forms.number(abs(self.value), self.unit)


@dataclass(frozen=True, slots=True)
class Bare(_Figure):
    """A number whose unit is said beside it."""

    def text(self, tongue: Tongue, _now: datetime) -> str:
        """The number alone."""
        keep = self.value < SMALL and self.value == round(self.value, 1)
        return tongue.forms.figure(self.value, int(keep and self.value != round(self.value)))


@dataclass(frozen=True, slots=True)
class Scale(_Figure):
    """A number from 0 to 1."""

    def text(self, tongue: Tongue, _now: datetime) -> str:
        """The number, to two decimals."""
        return tongue.forms.figure(self.value, 2)


@dataclass(frozen=True, slots=True)
class Count(_Figure):
    """A count of things; ``noun``: key of the word in both its forms."""

    noun: str

    def text(self, tongue: Tongue, _now: datetime) -> str:
        """The count with its noun."""
        one, many = tongue.names[self.noun].split("|")
        return tongue.forms.plural(self.value, one, many)


@dataclass(frozen=True, slots=True)
class Length(_Figure):
    """Seconds, as a length of time."""

    def text(self, tongue: Tongue, _now: datetime) -> str:
        """The length in its two largest units."""
        return tongue.forms.duration(self.value)


@dataclass(frozen=True, slots=True)
class At(_Text):
    """A moment, local ISO 8601."""

    def text(self, tongue: Tongue, now: datetime) -> str:
        """Day and time."""
        return tongue.forms.moment(datetime.fromisoformat(self.iso), now)


@dataclass(frozen=True, slots=True)
class Second(_Text):
    """A moment to the second, local ISO 8601."""

    def text(self, tongue: Tongue, now: datetime) -> str:
        """Day, and time with seconds."""
        at = datetime.fromisoformat(self.iso)
        return f"{tongue.forms.day(at, now)} {at:%H:%M:%S}"


@dataclass(frozen=True, slots=True)
class Day(_Text):
    """The day of a moment, local ISO 8601."""

    def text(self, tongue: Tongue, now: datetime) -> str:
        """The day."""
        return tongue.forms.day(datetime.fromisoformat(self.iso), now)


@dataclass(frozen=True, slots=True)
class Label(_Text):
    """A text of the evidence as it is."""

    def text(self, _tongue: Tongue, _now: datetime) -> str:
        """The text."""
        return self.iso


@dataclass(frozen=True, slots=True)
class Quoted(_Text):
    """Somebody's own words, marked as such."""

    def text(self, tongue: Tongue, _now: datetime) -> str:
        """The words in quotation marks."""
        return tongue.names["quoted"].replace("|", self.iso)


@dataclass(frozen=True, slots=True)
class When:
    """A range with its preposition."""

    resolved: Resolved

    def text(self, tongue: Tongue, _now: datetime) -> str:
        """The range's name as an adverb."""
        return tongue.forms.within(self.resolved.label, self.resolved.kind)

    @property
    def figures(self) -> tuple[float, ...]:
        """None."""
        return ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Its name and its ends."""
        return (self.resolved.label, self.resolved.start, self.resolved.end)


@dataclass(frozen=True, slots=True)
class Words:
    """Several texts of the evidence in a row."""

    several: tuple[str, ...]

    def text(self, tongue: Tongue, _now: datetime) -> str:
        """The texts as a list."""
        return tongue.forms.listed(self.several)

    @property
    def figures(self) -> tuple[float, ...]:
        """None."""
        return ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts."""
        return self.several


@dataclass(frozen=True, slots=True)
class Names:
    """Several things' words in the language, in a row."""

    keys: tuple[str, ...]

    def text(self, tongue: Tongue, _now: datetime) -> str:
        """The words as a list."""
        return tongue.forms.listed([tongue.names[key] for key in self.keys])

    @property
    def figures(self) -> tuple[float, ...]:
        """None."""
        return ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Their keys."""
        return self.keys


@dataclass(frozen=True, slots=True)
class Name:
    """A thing's word in the language."""

    key: str

    def text(self, tongue: Tongue, _now: datetime) -> str:
        """The word."""
        return tongue.names[self.key]

    @property
    def figures(self) -> tuple[float, ...]:
        """None."""
        return ()

    @property
    def texts(self) -> tuple[str, ...]:
        """None: the word is the language's own."""
        return ()
