"""Quiet hours by the clock on the wall, also when that clock changes."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daemon.quiet_hours import QuietHours

BERLIN = ZoneInfo("Europe/Berlin")


def ns(text: str, tz: ZoneInfo = BERLIN, fold: int = 0) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=tz, fold=fold).timestamp()) * 10**9


@pytest.mark.parametrize(
    ("local", "quiet"),
    [
        ("2026-05-01T21:59:59", False),
        ("2026-05-01T22:00:00", True),
        ("2026-05-02T00:00:00", True),
        ("2026-05-02T06:59:59", True),
        ("2026-05-02T07:00:00", False),
        ("2026-03-29T03:30:00", True),  # the night that lost an hour
        ("2026-03-29T07:00:00", False),
        ("2026-10-25T02:30:00", True),  # the night that had an hour twice
        ("2026-10-25T07:00:00", False),
    ],
)
def test_a_night(local: str, quiet: bool) -> None:
    assert QuietHours(start="22:00", end="07:00").contain(ns(local), BERLIN) is quiet


def test_an_afternoon_and_none() -> None:
    nap = QuietHours(start="13:00", end="15:00")
    assert nap.contain(ns("2026-05-01T14:00:00"), BERLIN)
    assert not nap.contain(ns("2026-05-01T15:00:00"), BERLIN)
    assert not QuietHours().contain(ns("2026-05-01T03:00:00"), BERLIN)


def test_each_wearer_has_an_own_night() -> None:
    night = QuietHours(start="22:00", end="07:00")
    at_ns = ns("2026-05-01T23:00:00")
    assert night.contain(at_ns, BERLIN)
    assert not night.contain(at_ns, ZoneInfo("America/New_York"))


@given(st.integers(0, 4_000_000_000), st.times(), st.times())
def test_a_span_and_its_complement(second: int, start: object, end: object) -> None:
    a, b = f"{start:%H:%M}", f"{end:%H:%M}"
    at_ns = second * 10**9
    inside, outside = QuietHours(start=a, end=b), QuietHours(start=b, end=a)
    if a != b:
        assert inside.contain(at_ns, BERLIN) is not outside.contain(at_ns, BERLIN)


@pytest.mark.parametrize("wrong", [{"start": "22:00"}, {"start": "24:00", "end": "07:00"}, {"start": "22"}])
def test_what_is_no_span(wrong: dict[str, str]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(wrong, QuietHours)
