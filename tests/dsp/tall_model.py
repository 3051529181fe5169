"""A small real classifier whose reasons are known: AF is likelier the more of the signal is above 1.5 mV."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from dsp.models import Classifier, load

if TYPE_CHECKING:
    from pathlib import Path

META = {
    "name": "tall",
    "version": "1",
    "labels": json.dumps(["sinus", "af"]),
    "fs_hz": "250",
    "window_s": "30",
    "shortest_s": "10",
}


def tall_model(path: Path, *, weight: float = 1.0, bias: float = -2.0) -> tuple[Path, str]:
    """Written to ``path``; its sha256. ``weight``: log odds for each sample and millivolt above 1.5 mV."""
    tensors = [
        numpy_helper.from_array(np.array([1.5], np.float32), "limit"),
        numpy_helper.from_array(np.array([weight], np.float32), "weight"),
        numpy_helper.from_array(np.array([bias], np.float32), "bias"),
        numpy_helper.from_array(np.array([1], np.int64), "axis"),
        numpy_helper.from_array(np.array([0.0], np.float32), "nothing"),
    ]
    nodes = [
        helper.make_node("Sub", ["ecg", "limit"], ["over"]),
        helper.make_node("Relu", ["over"], ["tall"]),
        helper.make_node("ReduceSum", ["tall", "axis"], ["sum"], keepdims=1),
        helper.make_node("Mul", ["sum", "weight"], ["weighed"]),
        helper.make_node("Add", ["weighed", "bias"], ["logit"]),
        helper.make_node("Mul", ["logit", "nothing"], ["zero"]),
        helper.make_node("Concat", ["zero", "logit"], ["logits"], axis=1),
        helper.make_node("Softmax", ["logits"], ["probabilities"], axis=1),
    ]
    graph = helper.make_graph(
        nodes,
        "tall",
        [helper.make_tensor_value_info("ecg", TensorProto.FLOAT, ["batch", "n"])],
        [helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, ["batch", 2])],
        tensors,
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    helper.set_model_props(made, META)
    onnx.save(made, path)
    return path, hashlib.sha256(path.read_bytes()).hexdigest()


def tall(path: Path, *, weight: float = 1.0, bias: float = -2.0) -> Classifier:
    """The same, opened."""
    return load(*tall_model(path, weight=weight, bias=bias))
