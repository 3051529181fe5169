"""A home-made sensor as its owner describes it: a ``[[bluetooth.profiles]]`` table of the configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec
from msgspec import Meta

from ingest.bluetooth.samples import SampleFormat
from ingest.bluetooth.uuids import full

if TYPE_CHECKING:
    from collections.abc import Iterable

_UUID: Final = r"^([0-9A-Fa-f]{4}|[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})\Z"
_HEX: Final = r"^([0-9A-Fa-f]{2} ?)+\Z"
_SHORT_COUNTER: Final = 4  # bytes; with fewer, a counter begins again within minutes to hours
_LONG_TIME: Final = 8  # bytes; with 4, ns and us begin again within seconds to an hour
_MAX_HEADER: Final = 64  # bytes; no sensor has a longer one, a larger number is a mistake
_MAX_WRITES: Final = 8  # a start of more steps needs a module of its own


class Write(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Bytes that are written to a characteristic."""

    characteristic: Annotated[str, Meta(pattern=_UUID, description="Where: UUID of 16 or 128 bits.")]
    hex: Annotated[
        str, Meta(pattern=_HEX, max_length=512, description="What: bytes in hexadecimal, as `01 FF`.")
    ]
    response: Annotated[bool, Meta(description="Whether the sensor confirms it.")] = True

    @property
    def octets(self) -> bytes:
        """The bytes."""
        return bytes.fromhex(self.hex)


class CounterField(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A number in each packet's header that grows by the packet, or by the sample."""

    offset: Annotated[int, Meta(ge=0, le=_MAX_HEADER, description="Its first byte in the packet, from 0.")]
    bytes: Annotated[Literal[1, 2, 4], Meta(description="Its length.")]
    order: Annotated[Literal["little", "big"], Meta(description="Its byte order.")] = "little"
    counts: Annotated[
        Literal["packets", "samples"],
        Meta(description="What it counts; samples: the number of the packet's first sample."),
    ] = "packets"


class TimeField(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A time stamp in each packet's header."""

    offset: Annotated[int, Meta(ge=0, le=_MAX_HEADER, description="Its first byte in the packet, from 0.")]
    bytes: Annotated[Literal[4, 8], Meta(description="Its length.")]
    unit: Annotated[Literal["ns", "us", "ms"], Meta(description="Its unit.")]
    order: Annotated[Literal["little", "big"], Meta(description="Its byte order.")] = "little"
    of: Annotated[Literal["first", "last"], Meta(description="Which sample's time it is.")] = "first"
    epoch_s: Annotated[
        int,
        Meta(
            ge=0, le=4_000_000_000, description="Unix time of its zero; 0: 1970, or when the sensor started."
        ),
    ] = 0


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One kind of home-made sensor: how it is recognised, started and read."""

    name: Annotated[
        str,
        Meta(
            pattern=r"^[a-z0-9][a-z0-9-]{0,15}\Z", description="A word for it; its kind is `gatt-` and this."
        ),
    ]
    service: Annotated[
        str,
        Meta(pattern=_UUID, description="The service it advertises: UUID of 16 or 128 bits."),
    ]
    characteristic: Annotated[str, Meta(pattern=_UUID, description="Where its samples come from.")]
    sample: Annotated[SampleFormat, Meta(description="How one sample is packed.")]
    uv_per_unit: Annotated[
        float,
        Meta(ge=-1e6, le=1e6, description="Microvolts of one unit; negative where electrodes are swapped."),
    ]
    fs_hz: Annotated[float, Meta(ge=100.0, le=1000.0, description="Samples a second.")]
    zero: Annotated[
        int, Meta(ge=-(1 << 31), le=(1 << 31) - 1, description="The unit that means 0 microvolts.")
    ] = 0
    skip_bytes: Annotated[
        int, Meta(ge=0, le=_MAX_HEADER, description="Bytes of each packet before its first sample.")
    ] = 0
    counter: Annotated[CounterField | None, Meta(description="Where packets or samples are counted.")] = None
    time: Annotated[TimeField | None, Meta(description="Where the time stamp is.")] = None
    start: Annotated[
        tuple[Write, ...], Meta(max_length=_MAX_WRITES, description="What starts it, in order.")
    ] = ()
    stop: Annotated[
        tuple[Write, ...], Meta(max_length=_MAX_WRITES, description="What stops it, in order.")
    ] = ()
    name_prefix: Annotated[
        str,
        Meta(
            max_length=29,
            description="What its name begins with; empty: it is recognised by its service instead.",
        ),
    ] = ""
    title: Annotated[str, Meta(max_length=40, description="What people call it; empty: the name.")] = ""
    lead: Annotated[
        str, Meta(pattern=r"^[A-Za-z0-9+\- ]{1,16}\Z", description="What its electrodes record.")
    ] = "I"

    @property
    def kind(self) -> str:
        """The word for it in the store."""
        return f"gatt-{self.name}"

    @property
    def service_uuid(self) -> str:
        """The service in full."""
        return full(self.service)

    @property
    def characteristic_uuid(self) -> str:
        """The characteristic in full."""
        return full(self.characteristic)

    def __post_init__(self) -> None:
        """Check what no single key can say.

        Raises:
            ValueError: two keys contradict one another; the text names them, and what was wanted.
        """
        if not self.uv_per_unit:
            raise ValueError(f"uv_per_unit: wanted a number other than 0, got {self.uv_per_unit}")
        fields = {"counter": self.counter, "time": self.time}
        taken: dict[int, str] = {}
        for key, field in fields.items():
            if field is None:
                continue
            end = field.offset + field.bytes
            if end > self.skip_bytes:
                raise ValueError(
                    f"skip_bytes: wanted at least {end}, got {self.skip_bytes}: "
                    f"{key} lies in bytes {field.offset} to {end - 1}"
                )
            for at in range(field.offset, end):
                if at in taken:
                    raise ValueError(f"{key}.offset: wanted another than {field.offset}: counter is there")
                taken[at] = key
        self._check_ranges()

    def _check_ranges(self) -> None:
        counter, time = self.counter, self.time
        if counter is not None and counter.counts == "samples":
            if counter.bytes < _SHORT_COUNTER:
                raise ValueError(
                    f"counter.bytes: wanted {_SHORT_COUNTER} where samples are counted, got {counter.bytes}: "
                    "a shorter one begins again too soon to measure a gap by"
                )
            if time is not None:
                raise ValueError(
                    'counter.counts: wanted "packets" beside a time stamp, got "samples": '
                    "both would say when a sample was taken"
                )
        if time is not None and time.unit != "ms" and time.bytes < _LONG_TIME:
            raise ValueError(
                f"time.bytes: wanted {_LONG_TIME} for {time.unit}, got {time.bytes}: "
                "a shorter one begins again too soon to measure a gap by"
            )


def check_names(profiles: Iterable[Profile]) -> None:
    """Raise ValueError unless every profile has a name of its own."""
    seen = set()
    for profile in profiles:
        if profile.name in seen:
            raise ValueError(f"profiles: wanted a name of its own for each, got {profile.name!r} twice")
        seen.add(profile.name)
