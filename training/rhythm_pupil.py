"""Trains one rhythm network: some folds of CinC 2017, from a checkpoint or from nothing."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from dsp.rhythm_input import FS_HZ, scaled
from training.rhythm_augment import Wearables
from training.rhythm_data import CLASSES
from training.rhythm_network import Network
from training.rhythm_scores import f1_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from dsp.types import FloatArray
    from training.rhythm_config import Config
    from training.rhythm_data import Records

CLIP: Final = 2.0  # of the gradients' norm
WATCHED: Final = 4  # epochs between looks at the records held out
ALIKE: Final = 32  # rows scored at once


class Pupil:
    """A network and what teaches it."""

    def __init__(self, config: Config, steps: int) -> None:
        self.config = config
        self.network = Network(config.channels, len(CLASSES))
        self.optimizer = torch.optim.AdamW(
            self.network.parameters(), lr=config.rate, weight_decay=config.weight_decay
        )
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer, config.rate, total_steps=steps + 1, pct_start=config.rise
        )
        self.weights = torch.tensor(config.class_weights)

    def learn(self, rows: torch.Tensor, n: torch.Tensor, y: torch.Tensor) -> float:
        """One step; its loss."""
        with torch.autocast("cpu", torch.bfloat16):
            logits = self.network(rows, n)
        loss = functional.cross_entropy(
            logits.float(), y, weight=self.weights, label_smoothing=self.config.label_smoothing
        )
        if not torch.isfinite(loss):
            raise ArithmeticError(f"loss {loss.item()}")
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), CLIP)
        self.optimizer.step()
        self.schedule.step()
        return loss.item()

    def state(self) -> dict[str, Any]:
        """All that the next steps depend on."""
        return {name: getattr(self, name).state_dict() for name in ("network", "optimizer", "schedule")}

    def load(self, state: dict[str, Any]) -> None:
        """Takes back what :meth:`state` gave."""
        for name in ("network", "optimizer", "schedule"):
            getattr(self, name).load_state_dict(state[name])


def train(
    config: Config,
    records: Records,
    noises: Sequence[FloatArray],
    held_out: NDArray[np.bool_],
    checkpoint: Path,
) -> tuple[Network, float]:
    """A network taught all records but those held out, and the CPU seconds that it took.

    Those held out are scored now and then, to watch; nothing is chosen by it. Each epoch draws its own
    examples by seed: a run that was stopped goes on to the same network.
    """
    taught = np.flatnonzero(~held_out)
    per_epoch = len(taught) // config.batch
    torch.manual_seed(config.seed)
    pupil, began, spent = Pupil(config, per_epoch * config.epochs), 0, 0.0
    if checkpoint.is_file():
        kept = torch.load(checkpoint, weights_only=True)
        began, spent = kept["epoch"], kept["cpu_s"]
        pupil.load(kept)
    for epoch in range(began, config.epochs):
        started = time.process_time()
        rng = np.random.default_rng((config.seed, epoch))
        torch.manual_seed(config.seed + epoch)
        loss = _epoch(pupil, records, rng.permutation(taught), Wearables(config.augment, noises, rng), rng)
        spent += time.process_time() - started
        torch.save(pupil.state() | {"epoch": epoch + 1, "cpu_s": spent}, checkpoint)
        line = f"epoch {epoch + 1} of {config.epochs}: loss {loss:.3f}, {spent:.0f} s of CPU"
        if (epoch + 1) % WATCHED == config.epochs % WATCHED:
            held = np.flatnonzero(held_out)
            said = logits(pupil.network.eval(), [records.rows[k] for k in held], config.longest_s)
            line += f", held out mean F1 {f1_mean(records.y[held], said.argmax(1)):.4f}"
        print(line, flush=True)
    return pupil.network.eval(), spent


def _epoch(
    pupil: Pupil,
    records: Records,
    order: NDArray[np.int64],
    wearables: Wearables,
    rng: np.random.Generator,
) -> float:
    config, total = pupil.config, 0.0
    pupil.network.train()
    batches = len(order) // config.batch
    for places in order[: batches * config.batch].reshape(batches, config.batch):
        whole = rng.random() < config.whole
        seconds = config.longest_s if whole else rng.uniform(config.shortest_s, config.longest_s)
        drawn = [wearables.example(records.rows[k], int(records.y[k]), int(seconds * FS_HZ)) for k in places]
        n = torch.tensor([len(row) for row, _ in drawn])
        rows = np.zeros((len(drawn), int(n.max())), np.float32)
        for k, (row, _) in enumerate(drawn):
            rows[k, : len(row)] = row
        total += pupil.learn(torch.from_numpy(rows), n, torch.tensor([y for _, y in drawn]))
    return total / batches


def looks(row: NDArray[np.int16], longest_s: float) -> list[NDArray[np.float32]]:
    """A record prepared as it is classified: whole, or in stretches that overlap by half and end with it."""
    n = int(longest_s * FS_HZ)
    if len(row) <= n:
        return [scaled(row.astype(np.float64))]
    starts = [*range(0, len(row) - n, n // 2), len(row) - n]
    return [scaled(row[k : k + n].astype(np.float64)) for k in starts]


def logits(network: Network, rows: Sequence[NDArray[np.int16]], longest_s: float) -> NDArray[np.float32]:
    """(rows, classes) means over each record's looks."""

    def run(stack: NDArray[np.float32]) -> NDArray[np.float32]:
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            said: NDArray[np.float32] = network(torch.from_numpy(stack)).float().numpy()
            return said

    return pooled(rows, longest_s, run)


def pooled(
    rows: Sequence[NDArray[np.int16]],
    longest_s: float,
    run: Callable[[NDArray[np.float32]], NDArray[np.float32]],
) -> NDArray[np.float32]:
    """What ``run`` gives for the looks at each row, averaged; looks of one length go through it together."""
    every = [(k, look) for k, row in enumerate(rows) for look in looks(row, longest_s)]
    alike: dict[int, list[int]] = {}
    for place, (_, look) in enumerate(every):
        alike.setdefault(len(look), []).append(place)
    total = np.zeros((len(rows), len(CLASSES)), np.float32)
    count = np.bincount([k for k, _ in every], minlength=len(rows)).astype(np.float32)
    for places in alike.values():
        for first in range(0, len(places), ALIKE):
            some = places[first : first + ALIKE]
            np.add.at(total, [every[p][0] for p in some], run(np.stack([every[p][1] for p in some])))
    return total / count[:, None]
