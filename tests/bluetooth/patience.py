"""Time-outs for tests that are not about them: none runs out because a machine is slow and busy."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from ingest.bluetooth.pace import Pace

UNHURRIED_S: Final = 20.0  # real; what is waited for takes tenths of a second on an idle machine
# Each ends an attempt that could have gone well. Those that bound an end are promises, and stay.
OF_ATTEMPTS: Final = (
    "answer_s",
    "connect_s",
    "services_s",
    "gatt_s",
    "open_s",
    "parted_s",
    "first_data_s",
    "stall_s",
    "pair_s",
    "ready_s",
    "find_s",
)


def patient(factor: float) -> Pace:
    """The time base that is ``factor`` times as quick, in which no attempt is given up too soon."""
    pace = Pace().scaled(1.0 / factor)
    return replace(pace, **{name: max(getattr(pace, name), UNHURRIED_S) for name in OF_ATTEMPTS})
