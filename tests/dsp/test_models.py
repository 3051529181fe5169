from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

import dsp
from dsp import Pipeline, Rhythm, Window
from dsp.models import ModelAltered, ModelMissing, ModelShape, load, shipped
from dsp.windows import UNCONFIRMED
from tests.dsp.signals import ecg, regular

if TYPE_CHECKING:
    from pathlib import Path

N = 2500
META = {
    "name": "toy",
    "version": "3",
    "labels": json.dumps(["sinus", "af"]),
    "fs_hz": "250",
    "window_s": "10",
}


def model(
    path: Path, *, bias: float = 0.0, softmax: bool = True, changes: dict[str, str] | None = None
) -> tuple[Path, str]:
    """A small quantized classifier: AF is likelier the larger the mean absolute change between samples."""
    weights = np.zeros((N, 2), np.float32)
    weights[:, 1] = 0.004
    tensors = [
        numpy_helper.from_array(weights, "weights"),
        numpy_helper.from_array(np.array([0.0, bias], np.float32), "bias"),
    ]
    nodes = [
        helper.make_node("Abs", ["ecg"], ["size"]),
        helper.make_node("MatMul", ["size", "weights"], ["sum"]),
        helper.make_node("Add", ["sum", "bias"], ["logits"]),
        helper.make_node("Softmax", ["logits"], ["probabilities"], axis=1)
        if softmax
        else helper.make_node("Identity", ["logits"], ["probabilities"]),
    ]
    graph = helper.make_graph(
        nodes,
        "toy",
        [helper.make_tensor_value_info("ecg", TensorProto.FLOAT, ["batch", N])],
        [helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, ["batch", 2])],
        tensors,
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    helper.set_model_props(made, {key: text for key, text in (META | (changes or {})).items() if text})
    plain = path.with_suffix(".float.onnx")
    onnx.save(made, plain)
    quantize_dynamic(plain, path, weight_type=QuantType.QInt8)
    return path, hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_quantized_model_calls_the_rhythm_of_every_window(tmp_path: Path) -> None:
    classifier = load(*model(tmp_path / "m.onnx", bias=-8.0))
    assert (classifier.name, classifier.version, classifier.labels) == ("toy", "3", (Rhythm.SINUS, Rhythm.AF))
    assert (classifier.fs_hz, classifier.window_s) == (250.0, 10.0)
    uv = ecg(regular(35.0), 35.0, 250.0)
    found = dsp.analyze(uv, 250.0, classifier=classifier)
    assert [w.model for w in found.windows] == ["toy-3", "toy-3", "toy-3", "rules-1"]  # the last one is short
    assert {w.rhythm for w in found.windows} == {Rhythm.SINUS}
    probabilities = [w.probability for w in found.windows]
    assert all(p is not None and 0.5 < p <= 1.0 for p in probabilities[:3])
    assert probabilities[3] is None


def test_af_that_only_the_model_sees_is_kept_but_not_confirmed(tmp_path: Path) -> None:
    classifier = load(*model(tmp_path / "m.onnx", bias=8.0))
    found = dsp.analyze(ecg(regular(40.0), 40.0, 250.0), 250.0, classifier=classifier)
    assert {w.rhythm for w in found.windows} == {Rhythm.AF}
    assert all(UNCONFIRMED in w.flags for w in found.windows)
    assert not found.findings
    assert all(w.pr_ms is None and w.null_reasons["pr_ms"] == "af" for w in found.windows)


def test_a_restored_stream_goes_on_with_the_model(tmp_path: Path) -> None:
    classifier = load(*model(tmp_path / "m.onnx"))
    uv = ecg(regular(25.0), 25.0, 250.0)
    whole, first = Pipeline(250.0, classifier=classifier), Pipeline(250.0, classifier=classifier)
    results = first.push(uv[:3000])
    again = Pipeline.restore(first.snapshot(), classifier=classifier)
    assert results + again.push(uv[3000:]) + again.finish() == whole.push(uv) + whole.finish()


def test_noise_is_not_shown_to_the_model(tmp_path: Path) -> None:
    classifier = load(*model(tmp_path / "m.onnx"))
    found = dsp.analyze(np.zeros(2500), 250.0, classifier=classifier)
    assert [(w.rhythm, w.model) for w in found.windows] == [(Rhythm.NOISE, "rules-1")]


def test_missing_and_altered_files_are_named(tmp_path: Path) -> None:
    path, sha256 = model(tmp_path / "m.onnx")
    with pytest.raises(ModelMissing, match="absent"):
        load(tmp_path / "absent.onnx", sha256)
    path.write_bytes(path.read_bytes() + b"\0")
    with pytest.raises(ModelAltered, match=sha256):
        load(path, sha256)


@pytest.mark.parametrize(
    "changes",
    [
        {"labels": ""},
        {"labels": '["sinus"]'},
        {"labels": '["sinus", "waltz"]'},
        {"fs_hz": "300"},
        {"fs_hz": "fast"},
        {"window_s": "5"},
        {"version": ""},
    ],
)
def test_models_of_another_shape_are_refused(tmp_path: Path, changes: dict[str, str]) -> None:
    with pytest.raises(ModelShape):
        load(*model(tmp_path / "m.onnx", changes=changes))


def test_logits_are_no_probabilities(tmp_path: Path) -> None:
    with pytest.raises(ModelShape, match="probability"):
        load(*model(tmp_path / "m.onnx", bias=3.0, softmax=False))


@pytest.mark.parametrize("data", [b"", b"not a model at all", b"\x08\x07"])
def test_what_is_no_model_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "m.onnx"
    path.write_bytes(data)
    with pytest.raises(ModelShape):
        load(path, hashlib.sha256(data).hexdigest())


def afib(length_s: float, seed: int = 3) -> list[float]:
    """R peaks of an irregular rhythm."""
    steps = np.random.default_rng(seed).uniform(0.45, 1.05, int(length_s))
    return [float(at) for at in 0.5 + np.cumsum(steps) if at < length_s - 0.5]


def test_the_shipped_model_says_what_it_is() -> None:
    classifier = shipped()
    assert classifier is shipped()
    assert classifier.name == "rhythm"
    assert classifier.labels == (Rhythm.SINUS, Rhythm.AF, Rhythm.OTHER, Rhythm.NOISE)
    assert (classifier.fs_hz, classifier.shortest_s, classifier.window_s) == (125.0, 10.0, 30.0)


@pytest.mark.parametrize("length_s", [10.0, 17.3, 30.0])
def test_the_shipped_model_tells_rhythms_of_any_length(length_s: float) -> None:
    sinus = ecg(regular(length_s), length_s, 250.0)
    rows = [sinus, sinus * 0.3, ecg(afib(length_s), length_s, 250.0), np.zeros(round(250 * length_s))]
    said = shipped().many(rows)
    assert said.shape == (4, 4)
    assert said.sum(axis=1) == pytest.approx(1.0, abs=1e-5)
    assert said[0] == pytest.approx(said[1], abs=0.02)  # gain is the electrode's
    assert said[0, 0] > 0.5
    assert said[2, 1] > said[0, 1]
    for row, values in zip(rows, said, strict=True):
        one = shipped().probabilities(row)
        assert one is not None
        assert list(one.values()) == pytest.approx(values.tolist(), abs=1e-6)


def test_the_end_of_a_longer_stretch_is_looked_at() -> None:
    classifier, uv = shipped(), ecg(regular(42.0), 42.0, 250.0)
    assert classifier.probabilities(uv) == classifier.probabilities(uv[-7500:])
    assert classifier.many([uv])[0] == pytest.approx(classifier.many([uv[-7500:]])[0])


def test_too_short_a_stretch_is_not_judged() -> None:
    assert shipped().probabilities(np.zeros(2499)) is None
    with pytest.raises(ValueError, match="2499 samples"):
        shipped().many([np.zeros(2499)])


def test_rows_of_unlike_lengths_keep_their_order() -> None:
    rows = [ecg(regular(s), s, 250.0) for s in (12.0, 10.0, 12.0, 31.0, 10.0)]
    said = shipped().many(rows)
    assert said[0] == pytest.approx(said[2])
    assert said[1] == pytest.approx(said[4])
    assert said[3] == pytest.approx(shipped().many([rows[3][-7500:]])[0])


@pytest.mark.parametrize(
    "changes", [{"preparation": "unheard"}, {"preparation": "rhythm-1"}, {"shortest_s": "5"}]
)
def test_another_preparation_or_length_is_refused(tmp_path: Path, changes: dict[str, str]) -> None:
    with pytest.raises(ModelShape):
        load(*model(tmp_path / "m.onnx", changes=changes))


def test_the_shipped_model_is_the_same_in_any_chunks() -> None:
    uv = ecg(afib(40.0), 40.0, 250.0)
    whole, cut = Pipeline(250.0, classifier=shipped()), Pipeline(250.0, classifier=shipped())
    results = [one for k in range(0, len(uv), 777) for one in cut.push(uv[k : k + 777])] + cut.finish()
    assert results == whole.push(uv) + whole.finish()
    windows = [one for one in results if isinstance(one, Window)]
    assert shipped().title in {window.model for window in windows}
