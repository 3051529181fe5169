from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.moments import Calendar, Duration, Moment

BERLIN = ZoneInfo("Europe/Berlin")


def calendar(end: str = "2026-11-15T08:30", days: int = 14) -> Calendar:
    now = datetime.fromisoformat(end).replace(tzinfo=BERLIN)
    return Calendar(now.astimezone(UTC) - timedelta(days=days), now, BERLIN)


def local(text: str, where: Calendar) -> list[str]:
    at = [where.start + timedelta(seconds=s) for s in Moment.parse(text).resolve(where)]
    return [moment.astimezone(where.tz).strftime("%m-%d %H:%M:%S") for moment in at]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("40s", 40), ("2m30s", 150), ("1.5h", 5400), ("14d", 1_209_600), ("1d2h3m4s", 93_784), ("0s", 0)],
)
def test_durations(text: str, seconds: float) -> None:
    assert Duration.parse(text) == seconds


@pytest.mark.parametrize("text", ["", "40", "4x", "-4s", "1h ago", 40, None, "s"])
def test_what_is_no_duration_says_what_is(text: object) -> None:
    with pytest.raises(ValueError, match="wanted a length such as"):
        Duration.parse(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today 07:40", "11-15 07:40:00"),
        ("Yesterday  23:10:30", "11-14 23:10:30"),
        ("-3 9:05", "11-12 09:05:00"),
        ("last night 02:10", "11-15 02:10:00"),
        ("last night 23:10", "11-14 23:10:00"),
        ("night -1 02:10", "11-14 02:10:00"),
        ("night -1 22:50", "11-13 22:50:00"),
        ("now -5m", "11-15 08:25:00"),
        ("now", "11-15 08:30:00"),
        ("+90s", "11-01 08:31:30"),
        ("2026-11-10T12:00", "11-10 12:00:00"),
        ("2026-11-10T12:00:00Z", "11-10 13:00:00"),
    ],
)
def test_moments_are_told_on_the_wearers_clock(text: str, expected: str) -> None:
    assert local(text, calendar()) == [expected]


def test_the_running_night_is_last_night_once_it_has_begun() -> None:
    late = calendar("2026-11-15T23:30")
    assert local("last night 22:50", late) == ["11-15 22:50:00"]
    assert local("night -1 02:10", late) == ["11-15 02:10:00"]
    small_hours = calendar("2026-11-15T01:30")
    assert local("last night 22:50", small_hours) == ["11-14 22:50:00"]


def test_ranges_and_repeats() -> None:
    where = calendar(days=3)
    assert local("-3..-1 13:00", where) == ["11-12 13:00:00", "11-13 13:00:00", "11-14 13:00:00"]
    assert local("-1..-3 13:00", where) == local("-3..-1 13:00", where)
    within = [s for s in Moment.parse("each 13:00").resolve(where) if 0 <= s < 3 * 86_400]
    assert len(within) == 3
    nights = [s for s in Moment.parse("each night 04:00").resolve(where) if 0 <= s < 3 * 86_400]
    assert len(nights) == 3


def test_clock_changes() -> None:
    spring = calendar("2026-03-29T12:00", days=2)
    assert local("today 02:30", spring) == ["03-29 03:30:00"]  # skipped: an hour later
    autumn = calendar("2026-10-25T12:00", days=2)
    first, later = (Moment.parse(f"today 0{h}:30").resolve(autumn)[0] for h in (2, 3))
    assert later - first == 7200  # the first of the two 02:30


@pytest.mark.parametrize(
    "text",
    ["", "noon", "today", "today 25:00", "yesterday 7", "-x 07:00", "+", "now 5m", "last nite 2:00", 7],
)
def test_what_is_no_moment_says_what_is(text: object) -> None:
    with pytest.raises(ValueError, match="wanted a moment"):
        Moment.parse(text)


@given(st.text(max_size=30))
def test_any_text_is_a_moment_or_a_value_error(text: str) -> None:
    try:
        found = Moment.parse(text).resolve(calendar())
    except ValueError as error:
        message = str(error)
    else:
        message = "wanted"
        assert all(isinstance(s, float) for s in found)
    assert "wanted" in message
