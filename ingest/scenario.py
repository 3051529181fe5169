"""A scenario: a described history of wearers, hearts and wearables. ``docs/scenarios.md`` explains it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Final, Literal
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Meta

from dsp.types import FS_MAX_HZ, FS_MIN_HZ
from ingest.heart import Heart
from ingest.moments import Calendar, Duration, Moment

SPAN_MAX_S: Final = 3 * 366 * 86_400  # three years of windows is what one database is meant for

Name = Annotated[str, Meta(min_length=1, max_length=80)]


class Off(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="off"):
    """The wearable is taken off or switched off: nothing is sent."""

    at: Moment
    duration: Duration
    charge: Annotated[bool, Meta(description="The battery is full at the end.")] = False


class Lost(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="lost"
):
    """The wearable records, but its frames never arrive."""

    at: Moment
    duration: Duration


class LeadOff(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="lead_off"
):
    """An electrode hangs loose: the wearable sends a flat line and says so."""

    at: Moment
    duration: Duration


class Noise(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind", tag="noise"
):
    """The signal cannot be read."""

    at: Moment
    duration: Duration
    source: Annotated[
        Literal["motion", "muscle", "mains", "baseline"], Meta(description="What the noise looks like.")
    ] = "motion"
    level_uv: Annotated[float, Meta(ge=1, le=20_000, description="Its standard deviation.")] = 900.0


DeviceEvent = Off | Lost | LeadOff | Noise


class Alert(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An alert as the daemon raised it."""

    rule: Annotated[Name, Meta(description="The alarm rule, such as af or pause.")]
    at: Moment
    duration: Annotated[
        Duration | None, Meta(description="How long the condition lasted; unsaid: it still does.")
    ] = None
    text: Annotated[str, Meta(max_length=500, description="What it said; empty: the rule's own words.")] = ""
    value: Annotated[
        float | None, Meta(description="The deciding number; unsaid: taken from the episode.")
    ] = None
    acknowledged_after: Annotated[
        Duration | None, Meta(description="How long until somebody acknowledged it.")
    ] = None
    acknowledged_by: Annotated[
        str, Meta(max_length=80, description="Who: the wearer or one of the people.")
    ] = ""


class Device(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One wearable."""

    id: Annotated[str, Meta(pattern="^[a-z0-9][a-z0-9-]{0,31}$", description="Its id on the broker.")]
    name: Annotated[str, Meta(max_length=80, description="What people call it.")] = ""
    lead: Annotated[str, Meta(pattern=r"^[A-Za-z0-9+\- ]{1,16}$", description="The lead it records.")] = "I"
    fs_hz: Annotated[float, Meta(ge=FS_MIN_HZ, le=FS_MAX_HZ, description="Its sample rate.")] = 250.0
    battery_pct: Annotated[float, Meta(ge=1, le=100, description="Charge at the beginning.")] = 100.0
    battery_life: Annotated[Duration, Meta(description="From full to empty.")] = Duration(5 * 86_400)
    noise_uv: Annotated[float, Meta(ge=0, le=500, description="Standard deviation of its own noise.")] = 6.0
    mains_hz: Annotated[Literal[50, 60], Meta(description="Frequency of the mains.")] = 50
    mains_uv: Annotated[
        float, Meta(ge=0, le=1000, description="Amplitude of the mains in a good signal.")
    ] = 3.0
    breathing_uv: Annotated[
        float, Meta(ge=0, le=2000, description="Amplitude of the baseline with the breath.")
    ] = 60.0
    events: Annotated[tuple[DeviceEvent, ...], Meta(description="What happens to the recording.")] = ()
    alerts: Annotated[
        tuple[Alert, ...], Meta(description="Alerts; only where results are written directly.")
    ] = ()


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Somebody who may ask or acknowledge."""

    name: Name
    role: Annotated[Literal["wearer", "caregiver", "clinician"], Meta(description="What the person may see.")]


class Note(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something somebody wrote down."""

    at: Moment
    kind: Literal["diary", "symptom", "medication", "activity"]
    text: Annotated[str, Meta(min_length=1, max_length=2000)]
    private: Annotated[bool, Meta(description="For the wearer's eyes.")] = False
    author: Annotated[str, Meta(max_length=80, description="Who wrote it; empty: the wearer.")] = ""


class Wearer(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One person with a heart and at least one wearable."""

    name: Name = "wearer"
    tz: Annotated[str, Meta(description="IANA time zone: every clock time of this wearer is in it.")] = "UTC"
    sex: Literal["female", "male"] | None = None
    birth_year: Annotated[int, Meta(ge=1900, le=2100)] | None = None
    language: Annotated[str, Meta(pattern="^[a-z]{2}$")] = "en"
    people: tuple[Person, ...] = ()
    notes: tuple[Note, ...] = ()
    heart: Heart = Heart()
    devices: Annotated[tuple[Device, ...], Meta(min_length=1)]


class Scenario(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole history."""

    name: Name
    span: Annotated[Duration, Meta(description="How much is told, up to now.")]
    now: Annotated[
        datetime | None, Meta(description="The fixed present, with offset; unsaid: when it is run.")
    ] = None
    seed: Annotated[
        int, Meta(ge=0, le=2**63 - 1, description="Chance: the same seed tells the same story.")
    ] = 1
    cycle: Annotated[bool, Meta(description="A live run starts again at the end.")] = False
    wearers: Annotated[tuple[Wearer, ...], Meta(min_length=1)]

    def calendar(self, wearer: Wearer, now: datetime | None = None) -> Calendar:
        """The time told of on a wearer's clock, ending at ``now`` (aware), the scenario's, or the present."""
        end = now or self.now or datetime.now(UTC)
        start = datetime.fromtimestamp(end.timestamp() - self.span, UTC)
        return Calendar(start, end, ZoneInfo(wearer.tz))

    def device(self, device: str | None = None) -> tuple[int, Wearer, Device]:
        """A wearable by id, or the first, with its wearer and the wearer's position; KeyError: none such."""
        for position, wearer in enumerate(self.wearers):
            for found in wearer.devices:
                if device in {None, found.id}:
                    return position, wearer, found
        raise KeyError(device)
