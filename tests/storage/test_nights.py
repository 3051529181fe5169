from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.nights import HOUR_NS, hour_of, hours, night_span, nights
from storage.timeline import NS

BERLIN = ZoneInfo("Europe/Berlin")


def ns(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()) * NS


@pytest.mark.parametrize(
    ("zone", "night", "start", "end", "length_h"),
    [
        ("Europe/Berlin", date(2025, 1, 15), "2025-01-14T21:00", "2025-01-15T05:00", 8),
        ("Europe/Berlin", date(2025, 7, 15), "2025-07-14T20:00", "2025-07-15T04:00", 8),
        ("Europe/Berlin", date(2025, 3, 30), "2025-03-29T21:00", "2025-03-30T04:00", 7),
        ("Europe/Berlin", date(2025, 10, 26), "2025-10-25T20:00", "2025-10-26T05:00", 9),
        ("America/New_York", date(2025, 11, 2), "2025-11-02T02:00", "2025-11-02T11:00", 9),
        ("Australia/Lord_Howe", date(2025, 4, 6), "2025-04-05T11:00", "2025-04-05T19:30", 8.5),
        ("Asia/Kathmandu", date(2025, 5, 5), "2025-05-04T16:15", "2025-05-05T00:15", 8),
    ],
)
def test_a_night_is_what_the_clock_on_the_wall_says(
    zone: str, night: date, start: str, end: str, length_h: float
) -> None:
    begins, ends = night_span(night, ZoneInfo(zone))
    assert (begins, ends) == (ns(start), ns(end))
    assert ends - begins == length_h * HOUR_NS


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [
        ("2025-01-14T20:00", "2025-01-14T21:00", []),
        ("2025-01-14T20:59", "2025-01-14T21:01", [date(2025, 1, 15)]),
        ("2025-01-15T04:59", "2025-01-15T21:01", [date(2025, 1, 15), date(2025, 1, 16)]),
        ("2025-01-15T05:00", "2025-01-15T21:00", []),
        ("2025-03-29T12:00", "2025-03-31T12:00", [date(2025, 3, 30), date(2025, 3, 31)]),
    ],
)
def test_a_range_names_the_nights_it_touches(start: str, end: str, wanted: list[date]) -> None:
    assert list(nights(ns(start), ns(end), BERLIN)) == wanted


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2026, 12, 31)),  # noqa: DTZ001 - made UTC below
    st.integers(1, 5 * 86_400),
    st.sampled_from(["Europe/Berlin", "America/Los_Angeles", "Asia/Kathmandu", "UTC", "Pacific/Apia"]),
)
def test_nights_are_those_whose_span_overlaps(moment: datetime, length_s: int, zone: str) -> None:
    start_ns = int(moment.replace(tzinfo=UTC).timestamp()) * NS
    end_ns = start_ns + length_s * NS
    near = [moment.date() + timedelta(days=days) for days in range(-3, 9)]
    spans = {night: night_span(night, ZoneInfo(zone)) for night in near}
    wanted = [night for night, span in spans.items() if span[0] < end_ns and span[1] > start_ns]
    assert list(nights(start_ns, end_ns, ZoneInfo(zone))) == wanted


@given(st.integers(0, 2 * 10**18), st.integers(1, 10**14))
def test_hours_cover_the_range(start_ns: int, length_ns: int) -> None:
    found = hours(start_ns, start_ns + length_ns)
    assert found[0] == hour_of(start_ns) <= start_ns < found[0] + HOUR_NS
    assert found[-1] < start_ns + length_ns <= found[-1] + HOUR_NS
