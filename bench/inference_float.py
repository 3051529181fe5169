"""A quantized ONNX model with its integers turned back: the same weights in floating point."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
from onnx import helper, numpy_helper
from onnxruntime import InferenceSession, SessionOptions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray


def without_integers(path: Path) -> Callable[[NDArray[np.float32]], Any]:
    """What the model at ``path`` computes, without rounding between its layers, on one thread."""
    model = onnx.load(str(path))
    graph = model.graph
    held = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    renamed: dict[str, str] = {}
    kept, made = [], []
    for node in graph.node:
        node.input[:] = [renamed.get(name, name) for name in node.input]
        if node.op_type == "QuantizeLinear":
            renamed[node.output[0]] = node.input[0]
        elif node.op_type == "DequantizeLinear":
            source = renamed.get(node.input[0], node.input[0])
            if source in held:
                made.append(numpy_helper.from_array(_floats(node, held), node.output[0]))
            else:
                renamed[node.output[0]] = source
        else:
            kept.append(node)
    for node in kept:
        node.input[:] = [renamed.get(name, name) for name in node.input]
    used = {name for node in kept for name in node.input}
    plain = helper.make_graph(
        kept,
        graph.name,
        list(graph.input),
        list(graph.output),
        [one for one in (*graph.initializer, *made) if one.name in used],
    )
    made_model = helper.make_model(plain, opset_imports=model.opset_import, ir_version=model.ir_version)
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = InferenceSession(made_model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    return lambda rows: session.run(None, {name: rows})[0]


def _floats(node: onnx.NodeProto, held: dict[str, NDArray[Any]]) -> NDArray[np.float32]:
    """The weights behind a node that turns integers back."""
    whole, scale = held[node.input[0]], np.atleast_1d(held[node.input[1]])
    zero = np.atleast_1d(held[node.input[2]]) if len(node.input) > 2 else np.zeros(1)
    axis = next((one.i for one in node.attribute if one.name == "axis"), 0)
    shape = [1] * whole.ndim
    if len(scale) > 1:
        shape[axis] = len(scale)
        scale, zero = scale.reshape(shape), np.broadcast_to(zero, len(scale)).reshape(shape)
    else:
        scale, zero = scale.reshape(shape or ()), zero.reshape(shape or ())
    weights: NDArray[np.float32] = ((whole.astype(np.float64) - zero) * scale).astype(np.float32)
    return weights
