"""What can be wrong with the radio or with a link, each with a sentence that helps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dsp.types import HearthError

TroubleKind = Literal[
    "no_bus",  # the system's message bus cannot be reached
    "no_permission",  # it or BlueZ turns us away
    "no_bluez",  # bluetoothd does not run
    "no_adapter",  # none plugged in, or not the one that is configured
    "blocked",  # rfkill
    "powered_off",
    "busy",  # BlueZ says InProgress again and again
    "no_answer",  # BlueZ, the adapter or the wearable let a request run into its time-out
    "not_found",  # the wearable is not heard
    "refused",  # it is heard but does not do what its kind must do
    "not_bonded",  # it wants a bond, and there is none
    "bond_lost",  # it or the gateway has forgotten the bond
    "passkey",  # it wants a number typed in
    "no_data",  # connected, and nothing comes
    "wrong_device",  # not the one that was paired
    "lost",  # the link broke; ordinary, and mended by itself
]


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong, as a word for programs and as a sentence for people."""

    kind: TroubleKind
    sentence: str


class BluetoothTrouble(HearthError):
    """What was asked of the radio or a wearable cannot be done now. ``trouble`` says why and what helps."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.sentence)
        self.trouble = trouble


class EndedUnasked(HearthError):
    """A part of the Bluetooth side has ended though nobody ended it: a stray cancellation of a library's.

    ``part``: which. Begun anew, all of it works again.
    """

    def __init__(self, part: str) -> None:
        super().__init__(f"the part {part!r} of Bluetooth has ended though nobody ended it")
        self.part = part
