"""Writes the rhythm network as an ONNX file of 8-bit integers, with its probabilities calibrated."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

import onnx
import torch
from onnxruntime.quantization import (
    CalibrationDataReader,
    CalibrationMethod,
    QuantFormat,
    QuantType,
    quant_pre_process,
    quantize_static,
)
from torch import nn

from dsp import rhythm_input

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from training.rhythm_config import Config
    from training.rhythm_network import Network

    Rows = NDArray[np.float32]

OPSET: Final = 17
INPUT: Final = "ecg"
OUTPUT: Final = "probabilities"
STEM: Final = "/stem/"  # in the names of the first layer's nodes
PERCENTILE: Final = 99.99
WHOLE: Final = ("Conv", "Add", "Relu")  # what becomes integers; the pooling and the head are small


class Calibrated(nn.Module):
    """A network that gives probabilities: logits times ``scale`` plus ``shift``, in its last layer."""

    def __init__(self, network: Network, scale: float, shift: Sequence[float]) -> None:
        super().__init__()
        self.network = network.eval()
        head = self.network.head
        with torch.no_grad():
            head.weight.mul_(scale)
            head.bias.mul_(scale).add_(torch.tensor(shift, dtype=torch.float32))

    def forward(self, rows: torch.Tensor) -> torch.Tensor:
        """(batch, samples) to (batch, classes)."""
        return torch.softmax(self.network(rows), 1)


class Rows8(CalibrationDataReader):
    """Rows that the ranges of the integers are told from, one at a time."""

    def __init__(self, rows: Sequence[Rows]) -> None:
        self._rows = iter(rows)

    def get_next(self) -> dict[str, Rows] | None:
        """The next one, as onnxruntime asks for it."""
        row = next(self._rows, None)
        return None if row is None else {INPUT: row[None, :]}


def floating(network: Calibrated, path: Path) -> None:
    """The network as it is, normalisations folded into the convolutions."""
    torch.onnx.export(
        network,
        (torch.zeros(2, int(10 * rhythm_input.FS_HZ)),),
        str(path),
        dynamo=False,
        opset_version=OPSET,
        input_names=[INPUT],
        output_names=[OUTPUT],
        dynamic_axes={INPUT: {0: "batch", 1: "n"}, OUTPUT: {0: "batch"}},
    )
    quant_pre_process(str(path), str(path), skip_symbolic_shape=True)


def quantized(floating_path: Path, path: Path, rows: Sequence[Rows]) -> None:
    """The same in 8-bit integers, a scale for each channel, ranges from real rows.

    Ranges hold all but one of ten thousand values: those of the worst artefact would leave more error to the
    rest. The first layer stays as it is: a P wave would be two steps high. Weights take 7 bits: processors
    without VNNI add products in pairs, in 16 bits, and give the same then.

    Args:
        floating_path: the network as it is.
        path: where the file goes.
        rows: all of one length.
    """
    first = [node.name for node in onnx.load(str(floating_path)).graph.node if STEM in node.name]
    logging.getLogger().setLevel(logging.ERROR)  # it advises a preparation that has been made
    quantize_static(
        str(floating_path),
        str(path),
        Rows8(rows),
        quant_format=QuantFormat.QDQ,
        op_types_to_quantize=list(WHOLE),
        nodes_to_exclude=first,
        per_channel=True,
        reduce_range=True,
        activation_type=QuantType.QUInt8,
        weight_type=QuantType.QInt8,
        calibrate_method=CalibrationMethod.Percentile,
        extra_options={"CalibPercentile": PERCENTILE},
    )


def describe(path: Path, config: Config, about: Mapping[str, Any]) -> None:
    """Writes the metadata into the file."""
    made = onnx.load(str(path))
    held = {
        "name": config.name,
        "version": config.version,
        "labels": json.dumps(config.labels),
        "fs_hz": f"{rhythm_input.FS_HZ:g}",
        "window_s": str(config.longest_s),
        "shortest_s": str(config.shortest_s),
        "preparation": rhythm_input.NAME,
        "licence": "of the project; the data are ODC-By 1.0",
        "data": "CinC Challenge 2017 training set; noise of NSTDB (ma, bw)",
        **{name: str(value) for name, value in about.items()},
    }
    del made.metadata_props[:]
    onnx.helper.set_model_props(made, held)
    made.doc_string = "Rhythm of 10 to 30 s of one ECG lead: sinus, af, other, noise."
    onnx.save(made, str(path))


def export(
    network: Calibrated, config: Config, rows: Sequence[Rows], about: Mapping[str, Any], out: Path
) -> bytes:
    """Writes the 8-bit file; the float file's bytes to compare with."""
    with TemporaryDirectory() as folder:
        plain = Path(folder) / "float.onnx"
        floating(network, plain)
        quantized(plain, out, rows)
        describe(plain, config, about)
        describe(out, config, about)
        return plain.read_bytes()
