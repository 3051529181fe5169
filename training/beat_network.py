"""Trains the beat network: ``python -m training.beat_network --data DIR --legs DIR``.

With ``--legs`` in the legs that the network that ships was made in (:mod:`training.beat_legs`: an hour and a
half on one core); without, at one go. That makes a network of the same kind and not the same one: between
the legs the examples were changed, those drawn now are the last.
DIR holds PhysioNet's mitdb, nstdb (ma and bw alone are read), qtdb and cinc2017 (of it, the noise). Needs
torch. A run that was stopped goes on from its last checkpoint. Writes the
network as integers, with the decisions that :mod:`training.beat_choose` finds best, and what the run saw and
reached to ``training/beat_network.json``; ``python -m training.beat_card`` then scores it and writes a card.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from dsp.calls import STEPS as STEPS_OF_LOGIT
from dsp.decisions import Decisions
from dsp.front import FRAME, SCALE, Front
from dsp.network import FILE, SLOTS, Heat, load
from training.beat_choose import CALM, RUN, cases, choose
from training.beat_examples import CHOOSING, LENGTH, MITDB, NOISES, TAUGHT, Examples
from training.beat_export import export
from training.beat_shapes import SHAPES, Network, grow

if TYPE_CHECKING:
    from collections.abc import Callable

    import dsp.network
    from dsp.types import FloatArray
    from training.beat_examples import Example
    from training.beat_shapes import Shape

SEED: Final = 20261120
STEPS: Final = 12_400
BATCH: Final = 16
RATE: Final = 3e-3
WARM: Final = 0.06  # of the steps: the rate rises
FORMER: Final = "wide"
WIDE_MS: Final = 18.0  # standard deviation of the hump of heat wanted at a beat
FRAMES: Final = (LENGTH - 10) // FRAME
REPORT: Final = 200  # steps between checkpoints
COMPARED: Final = 50  # examples that the loss by quantization is told from
COLDEST: Final = -3.0  # logits below say no beat, however far below
META: Final = {
    "name": "beats",
    "version": "2",
    "fs_hz": 250,
    "licence": "of the project; the data are ODC-By 1.0",
}


def lesson(example: Example) -> tuple[FloatArray, ...]:
    """Rows, (frames, width), and wanted heat and weight of each slot, (frames, slots), without delay."""
    rows = Front().push(example.uv)[:FRAMES] / SCALE
    slot = FRAME / SLOTS
    at = (np.arange(FRAMES * SLOTS) + 0.5) * slot - 0.5  # middle of each
    wide = WIDE_MS / 4.0  # samples
    wanted = np.zeros(len(at))
    for beat in example.beats:
        k = round(beat / slot)
        near = slice(max(0, k - 5), max(0, k + 6))
        wanted[near] = np.maximum(wanted[near], np.exp(-0.5 * ((at[near] - beat) / wide) ** 2))
    weight = np.ones(len(at))
    for first, last in example.masked:
        weight[(at > first) & (at < last)] = 0.0
    return tuple(part.reshape(FRAMES, -1).astype(np.float32) for part in (rows, wanted, weight))


def loss_of(network: Network, rows: torch.Tensor, wanted: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    """Mean loss over all slots whose heat is known."""
    late = network.shape.delay
    logits = network(rows)[:, late:]
    known = slice(0, wanted.shape[1] - late)
    return functional.binary_cross_entropy_with_logits(logits, wanted[:, known], weight=weight[:, known])


def pace(share: float) -> float:
    """The rate of learning, of :data:`RATE`, when ``share`` of the steps are done: up, and slowly down."""
    return share / WARM + 0.02 if share < WARM else 0.5 + 0.5 * math.cos(math.pi * min(1.0, share))


def slowing(top: float) -> Callable[[float], float]:
    """The same for a network that goes on learning, from ``top``: down only."""
    return lambda share: top * (0.5 + 0.5 * math.cos(math.pi * min(1.0, share))) + 0.002


class Pupil:
    """A network with its optimizer and schedule."""

    def __init__(self, shape: Shape, steps: int, rate: Callable[[float], float] = pace) -> None:
        self.network = Network(shape)
        self.optimizer = torch.optim.AdamW(self.network.parameters(), lr=RATE, weight_decay=1e-3)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, lambda done: rate(done / steps))

    def learn(self, rows: torch.Tensor, wanted: torch.Tensor, weight: torch.Tensor) -> float:
        """One step; its loss."""
        with torch.autocast("cpu", torch.bfloat16):  # half of the time
            loss = loss_of(self.network, rows, wanted, weight)
        if not torch.isfinite(loss):
            raise ArithmeticError(f"loss {loss.item()}")
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        return loss.item()

    def state(self) -> dict[str, dict[str, Any]]:
        """All that the next steps depend on."""
        return {name: getattr(self, name).state_dict() for name in ("network", "optimizer", "schedule")}

    def load(self, state: dict[str, dict[str, Any]]) -> None:
        """Takes back what :meth:`state` gave."""
        for name, part in state.items():
            getattr(self, name).load_state_dict(part)


def train(
    data: Path, checkpoint: Path, steps: int, names: list[str], begin: Path | None = None
) -> dict[str, Network]:
    """Trains networks on the same examples, from ``checkpoint`` or from nothing; writes it as it goes.

    ``begin``: a checkpoint of the network :data:`FORMER`, which those begin as that are to grow from it.
    """
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    pupils = {name: Pupil(SHAPES[name], steps) for name in names}
    if begin is not None and not checkpoint.is_file():
        former = Network(SHAPES[FORMER])
        former.load_state_dict(torch.load(begin, weights_only=True)[FORMER]["network"])
        for name, pupil in pupils.items():
            if name != FORMER:
                grow(pupil.network, former)
    return taught(data, checkpoint, steps, pupils, SEED)


def taught(
    data: Path, checkpoint: Path, steps: int, pupils: dict[str, Pupil], seed: int
) -> dict[str, Network]:
    """Teaches pupils so many steps, or those that are left to do since ``checkpoint`` was written."""
    done = 0
    if checkpoint.is_file():
        kept = torch.load(checkpoint, weights_only=True)
        done = kept["done"]
        for name, pupil in pupils.items():
            pupil.load(kept[name])
    examples = Examples(data, seed + done)  # what goes on draws its own
    started, total = time.monotonic(), dict.fromkeys(pupils, 0.0)
    for step in range(done + 1, steps + 1):
        lessons = zip(*(lesson(examples.draw()) for _ in range(BATCH)), strict=True)
        rows, wanted, weight = (torch.from_numpy(np.stack(part)) for part in lessons)
        for name, pupil in pupils.items():
            total[name] += pupil.learn(rows, wanted, weight) / REPORT
        if step % REPORT == 0:
            losses = ", ".join(f"{name} {loss:.4f}" for name, loss in total.items())
            print(f"step {step} of {steps}, {losses}, {time.monotonic() - started:.0f} s", flush=True)
            total = dict.fromkeys(pupils, 0.0)
            states = {name: pupil.state() for name, pupil in pupils.items()}
            torch.save({"done": step, **states}, checkpoint)
    return {name: pupil.network.eval() for name, pupil in pupils.items()}


def difference(network: Network, whole: dsp.network.Network, examples: Examples) -> float:
    """Mean difference between the logits of the trained network and of its integers, where either is warm."""
    off = []
    for _ in range(COMPARED):
        uv = examples.draw().uv
        rows = torch.from_numpy(Front().push(uv)[None] / SCALE)
        with torch.no_grad():
            wanted = network(rows)[0].numpy()[whole.delay :].ravel()
        got = Heat(whole).push(uv) / STEPS_OF_LOGIT
        off.append(np.abs(got - wanted)[np.maximum(got, wanted) > COLDEST])
    return float(np.concatenate(off).mean())


def main() -> None:
    """Trains, chooses the decisions, writes the network and what the run reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=Path, required=True, help="folder that holds mitdb, nstdb, qtdb, cinc2017"
    )
    parser.add_argument("--checkpoint", type=Path, default=Path("beat_network.pt"))
    parser.add_argument("--begin", type=Path, help=f"checkpoint of {FORMER!r} to grow from")
    parser.add_argument(
        "--legs", type=Path, metavar="DIR", help="train in the legs that shipped; DIR keeps them"
    )
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--shape", action="append", choices=sorted(SHAPES), help="those to train")
    parser.add_argument("--keep", choices=sorted(SHAPES), default="deep", help="the one to write")
    parser.add_argument("--out", type=Path, default=FILE)
    options = parser.parse_args()
    names = options.shape or [options.keep]
    if options.legs:
        from training.beat_legs import trained_in_legs  # noqa: PLC0415 - it is made of what is defined here

        network = trained_in_legs(options.data, options.legs)
    else:
        trained = train(options.data, options.checkpoint, options.steps, names, options.begin)
        network = trained[options.keep]
    whole = load(options.out, export(network, options.out, META, Decisions()))
    many = cases(options.data, whole)
    decisions, figures = choose(many)
    sha256 = export(network, options.out, META, decisions)
    run = {
        **META,
        "sha256": sha256,
        "bytes": options.out.stat().st_size,
        "shape": options.keep,
        "channels": network.shape.channels,
        "parameters": sum(part.numel() for part in network.parameters()),
        "steps": None if options.legs else options.steps,
        "begun as": f"{FORMER}, version 1" if options.begin else None,
        "batch": BATCH,
        "seed": SEED,
        "taught": {
            "mitdb": MITDB,
            "qtdb": "atr, without sel1xx and sel2xx",
            "nstdb": NOISES,
            "share": TAUGHT,
        },
        "chosen on": {"held back": CHOOSING, "taught, disturbed only": CALM},
        "f1 where chosen": {name: round(value, 3) for name, value in figures.items()},
        "mean logit lost to integers": round(difference(network, whole, Examples(options.data, SEED - 1)), 4),
        "decisions": asdict(decisions),
        "legs": json.loads(RUN.read_text(encoding="utf-8"))["legs"] if options.legs else [],
    }
    RUN.write_text(json.dumps(run, indent=1) + "\n", encoding="utf-8")
    print(f"SHA256 for dsp/network.py: {sha256}")


if __name__ == "__main__":
    main()
