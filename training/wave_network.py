"""Fits the network of :mod:`dsp.wave_net` with torch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from dsp.wave_net import INPUTS, PLACES

if TYPE_CHECKING:
    from dsp.types import FloatArray

HIDDEN: Final = (128, 64)
DROP: Final = 0.2
EPOCHS: Final = 20
BATCH: Final = 256
RATE: Final = 4e-3  # highest, of one cycle
DECAY: Final = 3e-2
KNEE: Final = 0.2  # of a unit of error, where its square turns into its size: half a sample for T
P_WEIGHT: Final = 0.3  # of the question whether there is a P wave, against the places
UNITS: Final = np.array([10.0, 10.0, 10.0, 5.0, 5.0, 15.0, 15.0, 15.0])  # samples of error that weigh alike
CENTRES: Final = np.array([-48.0, -38.0, -26.0, -11.0, 11.0, 39.0, 65.0, 86.0])


def fit(
    looks: FloatArray, marks: FloatArray, p: FloatArray, seed: int, epochs: int = EPOCHS
) -> dict[str, FloatArray]:
    """Weights as :class:`dsp.wave_net.WaveNet` takes them.

    Args:
        looks: (n, INPUTS).
        marks: (n, 8) in samples, NaN where not known.
        p: (n,) 1 with a P wave, 0 without, NaN where not known.
        seed: of the first weights, the order and the dropouts.
        epochs: times that every beat is seen.
    """
    torch.manual_seed(seed)
    mean, scale = looks.mean(axis=0), looks.std(axis=0) + 1e-3
    x = torch.tensor((looks - mean) / scale, dtype=torch.float32)
    wanted = (marks - CENTRES) / UNITS
    y, y_known = (torch.tensor(a, dtype=torch.float32) for a in (np.nan_to_num(wanted), np.isfinite(wanted)))
    q, q_known = (torch.tensor(a, dtype=torch.float32) for a in (np.nan_to_num(p), np.isfinite(p)))
    layers = [torch.nn.Linear(a, b) for a, b in zip((INPUTS, *HIDDEN), (*HIDDEN, PLACES + 1), strict=True)]
    net = torch.nn.Sequential(
        layers[0], torch.nn.ReLU(), torch.nn.Dropout(DROP),
        layers[1], torch.nn.ReLU(), torch.nn.Dropout(DROP), layers[2],
    )  # fmt: skip
    steps = epochs * -(-len(x) // BATCH)
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    cycle = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps)
    for _ in range(epochs):
        for rows in torch.randperm(len(x)).split(BATCH):
            said = net(x[rows])
            off = torch.nn.functional.smooth_l1_loss(said[:, :PLACES], y[rows], reduction="none", beta=KNEE)
            loss = (off * y_known[rows]).sum() / y_known[rows].sum()
            doubt = torch.nn.functional.binary_cross_entropy_with_logits(
                said[:, PLACES], q[rows], reduction="none"
            )
            loss = loss + P_WEIGHT * (doubt * q_known[rows]).sum() / q_known[rows].sum().clamp(min=1.0)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            cycle.step()
    (w1, b1), (w2, b2), (w3, b3) = (
        (layer.weight.detach().numpy().T.astype(float), layer.bias.detach().numpy().astype(float))
        for layer in layers
    )
    w1 = w1 / scale[:, None]
    out = np.append(UNITS, 1.0)
    return {
        "w1": w1, "b1": b1 - mean @ w1, "w2": w2, "b2": b2,
        "w3": w3 * out, "b3": b3 * out + np.append(CENTRES, 0.0),
    }  # fmt: skip
