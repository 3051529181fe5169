"""Every time-out and pause of the Bluetooth side, in seconds, in one place."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Final

# These are waited for on this machine or over its bus, which no time base makes quicker.
OF_THE_MACHINE: Final = frozenset(
    {"answer_s", "gatt_s", "close_s", "disconnect_s", "parted_s", "grace_s", "drain_s", "ready_s"}
)
MACHINE_LEAST_S: Final = 1.0  # a machine that is busy with other things still answers within that


@dataclass(frozen=True, slots=True)
class Pace:
    """How long things may take and how long is waited. ``scaled`` makes a faster or slower time base."""

    answer_s: float = 8.0  # bluetoothd answers within milliseconds unless it hangs
    connect_s: float = 15.0  # from an advertisement just heard to known services; the radio needs 1 to 5 s
    services_s: float = 8.0  # BlueZ may call services resolved before it has found the first
    gatt_s: float = 10.0  # one read, write or subscription; a bond on the way takes up to 5 s
    open_s: float = 30.0  # everything that a wearable's module asks before the stream runs
    first_data_s: float = 45.0  # a Polar H10 may start its ECG 30 s late
    stall_s: float = 20.0  # connected and silent for longer: open anew
    close_s: float = 1.5  # a wearable's farewell; with the next three under 5 s
    disconnect_s: float = 1.5
    parted_s: float = 5.0  # BlueZ lets a link go 2 s after it was asked to
    grace_s: float = 0.4  # what runs into a time-out is cancelled, and given so long to clean up
    drain_s: float = 1.0  # what was heard last goes to the store
    backoff_first_s: float = 0.5  # most links break by chance and come back at once
    backoff_max_s: float = 30.0
    retry_radio_s: float = 5.0  # the radio is looked at again this often, whatever it tells by itself
    cycle_s: float = (
        300.0  # an adapter that still refuses after it was switched off and on is not so soon again
    )
    bus_first_s: float = 0.5  # a message bus that restarts is back within a second
    scan_on_s: float = 12.0  # an active scan's window: several advertisements of any wearable
    scan_off_s: float = 2.0  # and its pause, in which the air is free for links that stream
    patient_after_s: float = 300.0  # a wearable not heard for so long is in a drawer
    patient_off_s: float = 15.0  # and is looked for less often
    not_found_s: float = 60.0  # not heard for so long: said so
    table_s: float = 0.25  # a table for people changes no more often
    pair_s: float = 30.0  # a bond; the wearable may want to be woken
    ready_s: float = 4.0  # an adapter that is just being switched on
    find_s: float = 20.0  # one chosen from the table was just heard

    def scaled(self, factor: float) -> Pace:
        """The same, with every duration multiplied by ``factor``, as far as this machine can follow."""
        return replace(self, **{each.name: self._scaled(each.name, factor) for each in fields(self)})

    def _scaled(self, name: str, factor: float) -> float:
        seconds: float = getattr(self, name)
        least_s = min(MACHINE_LEAST_S, seconds) if name in OF_THE_MACHINE else 0.0
        return max(seconds * factor, least_s)
