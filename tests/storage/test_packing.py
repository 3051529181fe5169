from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from dsp.types import Beat, BeatLabel, Fiducials
from storage.packing import WAVES, Found, pack, pack_one, unpack, unpack_one

wave = st.none() | st.integers(-1000, 1000)
beats = st.builds(
    Found,
    sample=st.integers(0, 10**9),
    label=st.sampled_from([label.value for label in BeatLabel]),
    amplitude_uv=st.floats(-1e5, 1e5).map(lambda uv: round(uv, 1)),
    waves=st.tuples(*[wave] * len(WAVES)),
)


@given(st.lists(beats, max_size=20, unique_by=lambda found: found.sample), st.integers(0, 10**9))
def test_beats_come_back_in_order(found: list[Found], start: int) -> None:
    assert unpack(start, pack(start, found)) == sorted(found, key=lambda one: one.sample)


@given(beats)
def test_one_beat_comes_back(found: Found) -> None:
    assert unpack_one(found.sample, pack_one(found)) == found


def test_columns_are_counted_from_where_they_say() -> None:
    found = Found(1100)
    found.learn(Beat(1100, BeatLabel.V, 812.34))
    found.learn(Fiducials(1100, p_on=1050, qrs_on=1090, qrs_off=1115, t_off=1190))
    assert json.loads(pack(1000, [found])) == {
        "r": [100],
        "k": "V",
        "amp": [812.3],
        "pon": [-50],
        "ppk": [None],
        "poff": [None],
        "qon": [-10],
        "qoff": [15],
        "ton": [None],
        "tpk": [None],
        "toff": [90],
    }
    assert found.fiducials() == Fiducials(1100, p_on=1050, qrs_on=1090, qrs_off=1115, t_off=1190)
    assert found.beat() == Beat(1100, BeatLabel.V, 812.3)
