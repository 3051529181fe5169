"""The radio and what is looked for with it: the ``[bluetooth]`` table of the configuration."""

from __future__ import annotations

from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from ingest.bluetooth.profile import Profile

PROFILES_MAX: Final = 16  # kinds of home-made sensors in one house


class BluetoothSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Wearables over Bluetooth LE."""

    enabled: Annotated[
        Literal["auto", "yes", "no"],
        Meta(description="`auto`: as soon as a wearable is paired; `yes`: also watch the radio before that."),
    ] = "auto"
    adapter: Annotated[
        str,
        Meta(
            pattern="^(|hci[0-9]{1,3}|([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2})$",
            description="Adapter by address or name (`hci0`); empty: the first that works. Names may change.",
        ),
    ] = ""
    power_on: Annotated[bool, Meta(description="Switch the adapter on where it is found switched off.")] = (
        True
    )
    passive: Annotated[
        bool,
        Meta(description="Look for wearables without sending, where BlueZ offers it (experimental there)."),
    ] = True
    profiles: Annotated[
        tuple[Profile, ...],
        Meta(max_length=PROFILES_MAX, description="Home-made sensors, each described by what it sends."),
    ] = ()
