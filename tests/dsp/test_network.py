from __future__ import annotations

import hashlib
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dsp import network
from dsp.beats import BeatDetector
from dsp.models import ModelAltered, ModelMissing, ModelShape
from dsp.network import EXACT, FILE, SHA256, Heat, largest, load, own
from tests.dsp.signals import ecg, regular

if TYPE_CHECKING:
    from pathlib import Path

UV = ecg(regular(20.0, 0.7), 20.0, 250.0, noise_uv=60.0, wide=[5, 9])


def heat_of(uv: np.ndarray, cuts: list[int]) -> np.ndarray:
    heat = Heat(own())
    edges = [0, *sorted({c % (len(uv) + 1) for c in cuts}), len(uv)]
    return np.concatenate([heat.push(uv[a:b]) for a, b in pairwise(edges)])


WHOLE = heat_of(UV, [])


@settings(max_examples=25, deadline=None)
@given(cuts=st.lists(st.integers(0, 5000), max_size=80))
def test_heat_is_bit_for_bit_the_same_in_any_chunks(cuts: list[int]) -> None:
    assert np.array_equal(heat_of(UV, cuts), WHOLE)


def test_heat_goes_on_from_its_state() -> None:
    first, second = Heat(own()), Heat(own())
    begun = first.push(UV[:1777])
    second.load(first.state())
    assert np.array_equal(np.concatenate((begun, second.push(UV[1777:]))), WHOLE)


def test_every_sum_is_exact_and_every_activation_fits_its_state(tmp_path: Path) -> None:
    with np.load(FILE) as arrays:
        parts = dict(arrays)
    for k in range(len(own().layers) + 1):
        whole, bias = parts[f"taps{k}"].astype(float), parts[f"bias{k}"].astype(float)
        assert largest(whole, bias, signed=k == 0) < EXACT
    heat = Heat(own())
    heat.push(UV * 20.0)
    assert all(np.array_equal(past.astype(np.int16), past) for past in heat.past())
    loud = tmp_path / "loud.npz"
    np.savez(loud, **(parts | {"taps1": np.full_like(parts["taps1"], 100)}))
    with pytest.raises(ModelShape, match="exact"):
        load(loud, hashlib.sha256(loud.read_bytes()).hexdigest())


def test_one_frame_at_a_time_gives_the_sums_of_plain_whole_numbers() -> None:
    """Against the same layers in 64 bit integers, tap by tap."""
    net, stream = own(), Heat(own())
    rows = stream.front.push(UV)
    y = rows.astype(np.float64)
    for layer in (*net.layers, net.head):
        padded = np.concatenate((np.zeros((layer.reach, y.shape[1])), y))
        taps = layer.taps.astype(np.float64).reshape(layer.kernel, layer.width, -1)
        out = np.zeros((len(y), len(layer.bias))) + layer.bias
        for k in range(layer.kernel):
            out += padded[k * layer.dilation : k * layer.dilation + len(y)] @ taps[k]
        y = np.rint(out) if layer is net.head else np.clip(np.rint(out), 0.0, 1920.0)
    assert np.array_equal(y[net.delay :].ravel(), WHOLE)


def test_size_and_offset_hardly_matter() -> None:
    uv = ecg(regular(20.0), 20.0, 250.0, noise_uv=4.0)
    plain = heat_of(uv, [])[250:] > 0.0
    for other in (uv * 5.0, uv * 0.2, uv + 40_000.0):
        assert np.mean((heat_of(other, [])[250:] > 0.0) == plain) > 0.99


def test_a_file_that_is_absent_altered_or_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing):
        load(tmp_path / "none.npz", SHA256)
    altered = tmp_path / "altered.npz"
    altered.write_bytes(FILE.read_bytes() + b"x")
    with pytest.raises(ModelAltered, match="sha256"):
        load(altered, SHA256)
    foreign = tmp_path / "foreign.npz"
    foreign.write_bytes(b"no archive")
    with pytest.raises(ModelShape):
        load(foreign, "7275b9d1e6c0314c52bfca6c77534b8eaa3a8454a5c74b20e3e5f983e32c6877")


def test_a_damaged_installation_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(network, "FILE", tmp_path / "none.npz")
    own.cache_clear()
    try:
        with pytest.raises(ModelMissing, match=r"none\.npz"):
            BeatDetector()
    finally:
        own.cache_clear()
