"""Trains the language model: ``python -m training.language.train --data DIR --out DIR --minutes N``.

DIR holds what :mod:`training.language.generate` made; ``--text`` names the folder of open text. Minutes are
of processor time in each thread: on a quiet machine minutes, on a busy one more, and the course is the same.
A run that was stopped (SIGTERM) goes on from its last checkpoint with the same command; with more minutes
than it was begun with, its rate rises again to where the longer course would have it. Needs torch and
tokenizers; writes checkpoints, ``model.gguf``, ``report.json`` and ``curves.svg``.
"""

from __future__ import annotations

import argparse
import json
import math
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import torch
from torch.nn import functional

from training.language import gguf_file
from training.language.corpus import prepared, records
from training.language.curves import drawn
from training.language.evaluate import measured
from training.language.network import Decoder
from training.language.rows import Mixture, Source

if TYPE_CHECKING:
    from training.language.rows import Batch
    from training.language.tokens import Tokens

SHAPES: Final = {
    "base": gguf_file.Shape(layers=6, wide=320, heads=10, inner=896, context=2048, kv_heads=5),
    "small": gguf_file.Shape(layers=4, wide=192, heads=6, inner=512, context=2048, kv_heads=3),
}
FAMILY: Final = "builtin"
SEED: Final = 20261120
BATCH_TOKENS: Final = 4096
RATE: Final = 4e-3
LEAST: Final = 0.02  # of the rate, at the end
WARM: Final = 150  # steps
DECAY: Final = 0.1  # of matrices, not of the embedding nor of norms
MOMENTUM: Final = 0.95
BETAS: Final = (0.9, 0.95)
CLIP: Final = 1.0
# Open text first, for words; then dialogues, with some of it so that nothing is forgotten.
READING: Final = 0.02  # of the course
FIRST: Final = {"dialogues": 0.5, "services": 0.3, "health": 0.2}
THEN: Final = {"dialogues": 0.92, "services": 0.05, "health": 0.03}
LAST: Final = 0.85  # of the course: from here on dialogues alone
KEPT_S: Final = 180.0  # between checkpoints
SHOWN: Final = 25  # steps between points of the curve
TOLD: Final = ("layers", "wide", "heads", "kv_heads", "inner")  # of a shape
ASKED: Final = 200  # held-out questions of an evaluation


class Course:
    """A training that can be stopped and gone on with."""

    def __init__(self, data: Path, out: Path, text: Path | None, minutes: float, size: str) -> None:
        out.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(SEED)
        self.out, self.data, self.minutes, self.size = out, data, minutes, size
        self.known, documents = prepared(data, text)
        self.sizes = {name: len(each.tokens) for name, each in documents.items()}
        sources = {name: Source(each, BATCH_TOKENS, SEED) for name, each in documents.items()}
        self.mixture = Mixture(sources, SEED)
        self.model = Decoder(SHAPES[size], self.known.size)
        self.optimizers = _optimizers(self.model)
        self.step, self.tokens, self.elapsed_s = 0, 0, 0.0
        self.curve: list[dict[str, float]] = []
        self.held: list[dict[str, Any]] = []
        self.stopped = False
        if self._file.exists():
            self._restore()

    @property
    def _file(self) -> Path:
        return self.out / "checkpoint.pt"

    @property
    def progress(self) -> float:
        """How much of the course is done, 0 .. 1."""
        return min(1.0, self.elapsed_s / (60 * self.minutes))

    def rate(self) -> float:
        """The rate of this step: up to its highest, then down along a cosine."""
        falling = LEAST + (1 - LEAST) * 0.5 * (1 + math.cos(math.pi * self.progress))
        return RATE * min(1.0, (self.step + 1) / WARM) * falling

    def _shares(self) -> dict[str, float]:
        if self.progress < READING:
            return FIRST
        return THEN if self.progress < LAST else {"dialogues": 1.0}

    def run(self, every_s: float) -> None:
        """Train to the end of the course, or until stopped. ``every_s``: between evaluations."""
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)
        kept, asked, losses = time.monotonic(), self.elapsed_s, []
        while self.progress < 1.0 and not self.stopped:
            began = time.process_time()
            losses.append(self._learn(self.mixture.next(self.step, self._shares())))
            self.step += 1
            self.elapsed_s += (time.process_time() - began) / torch.get_num_threads()
            if self.step % SHOWN == 0:
                point = {
                    "step": self.step,
                    "tokens": self.tokens,
                    "loss": round(sum(losses) / len(losses), 4),
                }
                self.curve.append(
                    {**point, "minutes": round(self.elapsed_s / 60, 2), "rate": round(self.rate(), 7)}
                )
                print(json.dumps(self.curve[-1]), flush=True)
                losses = []
            if time.monotonic() - kept >= KEPT_S:
                self._keep()
                kept = time.monotonic()
            if self.elapsed_s - asked >= every_s:
                self._ask(ASKED)
                asked = self.elapsed_s
        self._keep()
        if not self.stopped:
            self._ask(2 * ASKED)

    def _learn(self, batch: Batch) -> float:
        for optimizer in self.optimizers:
            for group in optimizer.param_groups:
                group["lr"] = self.rate()
            optimizer.zero_grad(set_to_none=True)
        weights = torch.from_numpy(batch.weights)
        learned = weights > 0
        with torch.autocast("cpu", torch.bfloat16):
            states = self.model.states(torch.from_numpy(batch.tokens), torch.from_numpy(batch.documents))
            logits = self.model.logits(states[learned])
        losses = functional.cross_entropy(
            logits.float(), torch.from_numpy(batch.wanted)[learned], reduction="none"
        )
        loss = (losses * weights[learned]).sum() / weights.sum().clamp(min=1e-6)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), CLIP)
        for optimizer in self.optimizers:
            optimizer.step()
        self.tokens += int((batch.documents > 0).sum())
        return float(loss.detach())

    def _ask(self, count: int) -> None:
        """Evaluate on held-out questions, in the form the model is shipped in."""
        path = self.out / "model.gguf"
        write(path, self.known, self.model, quantized=True)
        told = measured(path, records(self.data, "held.jsonl"), count)
        self.held.append({"step": self.step, "tokens": self.tokens, **told})
        print(json.dumps({key: each for key, each in self.held[-1].items() if key != "wrong"}), flush=True)
        self._report()

    def _report(self) -> None:
        parameters = sum(each.numel() for each in self.model.parameters())
        told = {
            "parameters": parameters,
            "vocabulary": self.known.size,
            "size": self.size,
            "shape": {name: getattr(self.model.shape, name) for name in TOLD},
            "corpus_tokens": self.sizes,
            "tokens_seen": self.tokens,
            "minutes": round(self.elapsed_s / 60, 1),
            "of_minutes": self.minutes,
            "rate": RATE,
            "batch_tokens": BATCH_TOKENS,
            "held": self.held,
            "curve": self.curve,
        }
        (self.out / "report.json").write_text(
            json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )
        (self.out / "curves.svg").write_text(drawn(self.curve, self.held), encoding="utf-8")

    def _keep(self) -> None:
        part = self._file.with_suffix(".part")
        state = {
            "model": self.model.state_dict(),
            "optimizers": [each.state_dict() for each in self.optimizers],
            "mixture": self.mixture.state(),
            "counts": (self.step, self.tokens, self.elapsed_s),
            "curve": self.curve,
            "held": self.held,
        }
        torch.save(state, part)
        part.replace(self._file)
        self._report()

    def _restore(self) -> None:
        state = torch.load(self._file, weights_only=False)
        self.model.load_state_dict(state["model"])
        for optimizer, kept in zip(self.optimizers, state["optimizers"], strict=True):
            optimizer.load_state_dict(kept)
        self.mixture.go_to(state["mixture"])
        self.step, self.tokens, self.elapsed_s = state["counts"]
        self.curve, self.held = state["curve"], state["held"]

    def _stop(self, *_signal: object) -> None:
        self.stopped = True


def _optimizers(model: Decoder) -> tuple[torch.optim.Optimizer, ...]:
    """Muon for the matrices within, Adam for the embedding and the norms.

    After 200 steps of the small size the loss was 1.33 with Muon (rate 4e-3) and 1.74 with Adam (2e-3), for
    nine per cent more time in each step.
    """
    within = [weight for weight in model.blocks.parameters() if weight.ndim > 1]
    known = {id(weight) for weight in within}
    others = [weight for weight in model.parameters() if id(weight) not in known]
    return (
        torch.optim.Muon(
            within, lr=RATE, weight_decay=DECAY, momentum=MOMENTUM, adjust_lr_fn="match_rms_adamw"
        ),
        torch.optim.AdamW(others, lr=RATE, betas=BETAS, weight_decay=0.0, fused=True),
    )


def write(path: Path, known: Tokens, model: Decoder, *, quantized: bool, version: str = "") -> None:
    """Write a model as a GGUF file, in two steps so that no half of one is ever read."""
    part = path.with_suffix(".part")
    about = {"general.version": version} if version else {}
    weights = model.exported()
    gguf_file.write(
        part,
        model.shape,
        known.vocabulary(),
        weights,
        name="hearth",
        family=FAMILY,
        about=about,
        quantized=quantized,
    )
    part.replace(path)


def main() -> None:
    """Train."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--text", type=Path, help="folder of open text")
    parser.add_argument("--minutes", type=float, required=True, help="of the whole course, stops not counted")
    parser.add_argument("--size", choices=sorted(SHAPES), default="base")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--every", type=float, default=15.0, help="minutes between evaluations")
    how = parser.parse_args()
    torch.set_num_threads(how.threads)
    Course(how.data, how.out, how.text, how.minutes, how.size).run(60 * how.every)


if __name__ == "__main__":
    main()
