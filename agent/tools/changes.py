"""How large a difference must be to be called one."""

from __future__ import annotations

from typing import Final

# Hearth's own choices, to be confirmed by a clinician: smaller differences are within what one person shows
# from day to day without any change. Intervals: about one sample at 130 Hz (8 ms) on either side; one percent
# of burden is a quarter of an hour a day.
_SMALLEST: Final = {
    "hr": 3.0,
    "hr_rest": 3.0,
    "hr_min": 5.0,
    "hr_max": 10.0,
    "rr": 50.0,
    "rmssd": 10.0,
    "pr": 10.0,
    "qrs": 10.0,
    "qt": 15.0,
    "qtc": 15.0,
    "p_duration": 10.0,
    "af_burden": 1.0,
    "coverage": 10.0,
    "s_beats": 20.0,
    "v_beats": 20.0,
    "pauses": 1.0,
}


def smallest(metric: str) -> float:
    """The smallest difference of a metric that is called a change, in its unit."""
    return _SMALLEST[metric]
