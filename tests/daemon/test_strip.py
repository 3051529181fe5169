"""The drawn strip shows every peak, no missing sample, and the same picture for the same signal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daemon import strip

if TYPE_CHECKING:
    from numpy.typing import NDArray

FS_HZ = 250.0


def dots(lines: list[str]) -> NDArray[np.bool_]:
    """The dot matrix behind braille lines, row 0 at the top."""
    height, width = len(lines), len(lines[0])
    out = np.zeros((height * strip.DOTS_Y, width * strip.DOTS_X), dtype=bool)
    for y, line in enumerate(lines):
        for x, char in enumerate(line):
            code = ord(char) - strip.BLANK
            assert 0 <= code < 256
            for row in range(strip.DOTS_Y):
                for column in range(strip.DOTS_X):
                    if code & int(strip._BITS[row, column]):
                        out[y * strip.DOTS_Y + row, x * strip.DOTS_X + column] = True
    return out


def test_one_narrow_peak_is_drawn_to_its_height_at_its_place() -> None:
    uv = np.zeros(2000)
    uv[1234] = 1000.0
    matrix = dots(strip.strip(uv, 50, 6, -200.0, 1000.0))
    peak = 1234 * 100 // 2000
    assert matrix[0].nonzero()[0].tolist() == [peak]
    assert matrix[:, peak].sum() > 15
    assert matrix[:, peak + 5].sum() == 1


def test_missing_samples_leave_blanks_and_only_they() -> None:
    uv = np.zeros(1000)
    uv[400:600] = np.nan
    matrix = dots(strip.strip(uv, 50, 4, -1.0, 1.0))
    drawn: NDArray[np.bool_] = matrix.sum(axis=0) > 0
    assert not drawn[40:60].any()
    assert drawn[:40].all()
    assert drawn[60:].all()


def test_nothing_recorded_is_an_empty_picture() -> None:
    assert set("".join(strip.strip(np.full(100, np.nan), 20, 3, -1.0, 1.0))) == {chr(strip.BLANK)}
    assert set("".join(strip.strip(np.empty(0), 20, 3, -1.0, 1.0))) == {chr(strip.BLANK)}
    assert strip.reach(np.full(100, np.nan)) == (-250.0, 250.0)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.one_of(st.floats(-5e6, 5e6), st.just(np.nan)), max_size=300),
    st.integers(1, 80),
    st.integers(1, 8),
)
def test_any_signal_fits_its_frame(values: list[float], width: int, height: int) -> None:
    uv = strip.level(np.array(values, dtype=np.float64), FS_HZ)
    lines = strip.strip(uv, width, height, *strip.reach(uv))
    assert [len(line) for line in lines] == [width] * height
    if np.isfinite(uv).any():
        assert dots(lines).any()


def test_slow_wander_goes_and_the_peaks_stay() -> None:
    t = np.arange(2500) / FS_HZ
    beats = np.zeros(2500)
    beats[100::200] = 1000.0
    shown = strip.level(beats + 3000.0 * np.sin(2 * np.pi * 0.1 * t), FS_HZ)
    assert np.abs(shown[200:-200][beats[200:-200] == 0]).max() < 150
    assert shown[beats > 0][1:-1].min() > 900


def test_a_gap_keeps_its_length_through_levelling() -> None:
    uv = np.zeros(1000)
    uv[500:600] = np.nan
    assert np.isnan(strip.level(uv, FS_HZ)).nonzero()[0].tolist() == list(range(500, 600))


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_the_frame_holds_peaks_that_point_either_way(sign: float) -> None:
    uv = np.zeros(1000)
    uv[::50] = sign * 900.0
    low, high = strip.reach(uv)
    assert low <= uv.min()
    assert high >= uv.max()
    assert high - low == 1000.0


def test_bars_tell_low_from_high_and_missing_from_both() -> None:
    assert strip.bars([50.0, None, 100.0, 75.0]) == "▁·█▅"
    assert strip.bars([60.0, 60.0]) == "▁▁"
    assert strip.bars([None, None]) == "··"
    assert strip.bars([]) == ""
