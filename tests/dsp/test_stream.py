"""A stream is the same however it comes: cut up, interrupted, restored, beside others, from a used buffer."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dsp
from dsp import Pipeline, Result
from tests.dsp.signals import ecg, regular

RATES_HZ = (100.0, 128.0, 130.0, 200.0, 250.0, 360.0, 512.0, 1000.0)
LENGTH_S = 40.0


class Part(NamedTuple):
    """What happens for so many seconds: samples, lost contact, numbers that are none, or a gap."""

    kind: str
    seconds: float


parts = st.lists(
    st.builds(
        Part,
        st.sampled_from(["samples", "samples", "samples", "off", "nan", "gap"]),
        st.one_of(st.floats(0.003, 0.5), st.floats(0.5, 14.0)),
    ),
    min_size=1,
    max_size=7,
)


def story(told: list[Part], fs_hz: float) -> list[tuple[str, np.ndarray]]:
    """The parts with their samples; what a gap has hidden is gone."""
    uv = ecg(regular(LENGTH_S, 0.7), LENGTH_S, fs_hz, wide=[6, 13, 20, 21, 22], noise_uv=20.0)
    out, at = [], 0
    for part in told:
        n = max(1, round(part.seconds * fs_hz))
        piece = uv[at : at + n].copy()
        at += n
        if part.kind == "nan":
            piece[::2] = np.nan
        if len(piece):
            out.append((part.kind, piece))
    return out


def played(
    told: list[tuple[str, np.ndarray]], fs_hz: float, cuts: list[int], restart: list[bool]
) -> list[Result]:
    pipeline = Pipeline(fs_hz)
    results: list[Result] = []
    for kind, uv in told:
        if kind == "gap":
            results += pipeline.gap(len(uv))
            continue
        edges = [0, *sorted({cut % (len(uv) + 1) for cut in cuts}), len(uv)]
        for k, (a, b) in enumerate(pairwise(edges)):
            results += pipeline.push(uv[a:b], lead_off=kind == "off")
            if restart and restart[k % len(restart)]:
                pipeline = Pipeline.restore(pipeline.snapshot())
    return results + pipeline.finish()


@settings(max_examples=30, deadline=None)
@given(
    told=parts,
    fs_hz=st.sampled_from(RATES_HZ),
    cuts=st.lists(st.integers(0, 40_000), max_size=40),
    restart=st.lists(st.booleans(), max_size=3),
)
def test_whatever_happens_is_the_same_in_any_chunks(
    told: list[Part], fs_hz: float, cuts: list[int], restart: list[bool]
) -> None:
    happened = story(told, fs_hz)
    assert played(happened, fs_hz, cuts, restart) == played(happened, fs_hz, [], [])


def test_wearables_side_by_side_do_not_meet() -> None:
    rates = (130.0, 250.0, 250.0, 360.0)
    signals = [
        ecg(regular(25.0, 0.6 + 0.1 * k), 25.0, fs_hz, wide=[5 + k], noise_uv=15.0 * (k + 1))
        for k, fs_hz in enumerate(rates)
    ]
    pipelines = [Pipeline(fs_hz) for fs_hz in rates]
    results: list[list[Result]] = [[] for _ in rates]
    for second in range(25):
        for k, fs_hz in enumerate(rates):
            n = round(fs_hz)
            results[k] += pipelines[k].push(signals[k][second * n : (second + 1) * n])
    for k, fs_hz in enumerate(rates):
        alone = dsp.collect(fs_hz, results[k] + pipelines[k].finish())
        assert alone == dsp.analyze(signals[k], fs_hz)


@pytest.mark.parametrize("fs_hz", [130.0, 250.0])
def test_the_buffer_may_be_used_again(fs_hz: float) -> None:
    uv = ecg(regular(25.0), 25.0, fs_hz)
    pipeline, n = Pipeline(fs_hz), round(fs_hz / 2)
    buffer = np.empty(n)
    results: list[Result] = []
    for start in range(0, len(uv), n):
        buffer[:] = uv[start : start + n]
        results += pipeline.push(buffer)
        buffer[:] = 1e5
    assert dsp.collect(fs_hz, results + pipeline.finish()) == dsp.analyze(uv, fs_hz)


@pytest.mark.parametrize("kind", [np.int16, np.int32, np.int64, np.float32, np.float64])
def test_the_kind_of_number_does_not_matter(kind: type[np.number]) -> None:
    uv = np.rint(ecg(regular(25.0), 25.0, 250.0))
    assert dsp.analyze(uv.astype(kind), 250.0) == dsp.analyze(uv, 250.0)
