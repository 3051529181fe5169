"""Ships a trained model: ``python -m training.language.ship --data DIR --run DIR --text DIR --stores DIR``.

Writes ``agent/models/builtin.gguf`` in eight bits, ``builtin.json`` that its loader reads,
``builtin-words.json`` that misspelt words are mended by, and ``README.md``, its card: what the training
reported, the loss of eight bits, the plans of held-out questions by the file itself, and what the agent
makes of others with it and without. The training's curves become ``docs/language-model.svg``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import torch
from torch.nn import functional

from agent.model.settings import BUILTIN
from agent.model.shipped import CARD, FILE
from bench.agent_set import dialogues
from training.language import families, reference, vocabulary
from training.language.corpus import WANTED, encoded, records
from training.language.evaluate import measured
from training.language.generate import bare
from training.language.histories import HELD_OUT, HISTORIES
from training.language.network import Decoder
from training.language.tokens import load
from training.language.train import FAMILY, SHAPES, write

if TYPE_CHECKING:
    from training.language.tokens import Tokens

ASKED: Final = 1000  # held-out questions that are measured, at most
COMPARED: Final = 300  # of them that the loss is told from
SHOWN: Final = 12  # mistakes in the card
CURVES: Final = Path(__file__).resolve().parents[2] / "docs" / "language-model.svg"
LANGUAGES: Final = ("en", "de", "es", "fr", "zh")


def shipped(data: Path, run: Path, text: Path, stores: Path, version: str) -> dict[str, Any]:
    """Write the model and its card; the figures. ``stores``: keeps the simulated histories."""
    known = load(data / "tokenizer.json")
    report = json.loads((run / "report.json").read_text(encoding="utf-8"))
    shape = SHAPES[report["size"]]
    model = Decoder(shape, known.size)
    model.load_state_dict(torch.load(run / "checkpoint.pt", weights_only=False)["model"])
    FILE.parent.mkdir(exist_ok=True)
    write(FILE, known, model, quantized=True, version=version)
    vocabulary.written(text)
    made = data.glob("*/report.json")
    figures = {
        "held": measured(FILE, records(data, "held.jsonl"), ASKED),
        "benchmark": _benchmark(data),
        "loss": _loss(known, model, data),
        "loss_of_eight_bits": _loss(known, _rounded(known), data),
        "training": {name: each for name, each in report.items() if name not in {"held", "curve"}},
        "dialogues": [json.loads(path.read_text(encoding="utf-8")) for path in sorted(made)],
    }
    told = {
        "name": "hearth",
        "version": version,
        "sha256": hashlib.sha256(FILE.read_bytes()).hexdigest(),
        "family": FAMILY,
        "context": shape.context,
    }
    CARD.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    figures["families"] = _families(stores)
    (FILE.parent / "README.md").write_text(_card(told, figures), encoding="utf-8")
    shutil.copyfile(run / "curves.svg", CURVES)
    return figures


def _families(stores: Path) -> dict[str, dict[str, float]]:
    """Held-out families by the agent as it runs: rules alone, and with what is shipped."""
    with families.over(stores) as writer, families.running(BUILTIN) as mind:
        found = families.measured(writer, {"rules": None, "with it": mind}, families.CONVERSATIONS)
    return {name: each.figures() for name, each in found.items()}


def _benchmark(data: Path) -> tuple[int, int, int]:
    """Of the benchmark's questions: how many there are, are in the training data, and held back among these.

    The generator leaves out those that it knows; tables may be written after it ran.
    """
    asked = {bare(turn.text): dialogue.half for dialogue in dialogues() for turn in dialogue.turns}
    learned = {bare(record["ask"]) for record in records(data, "train.jsonl")} & asked.keys()
    return len(asked), len(learned), sum(asked[question] == "held" for question in learned)


def _rounded(known: Tokens) -> Decoder:
    """The model as its file holds it."""
    shape, weights = reference.opened(FILE)
    model = Decoder(shape, known.size)
    with torch.no_grad():
        for name, weight in model.weights().items():
            weight.copy_(torch.from_numpy(weights[name].copy()))
    return model


def _loss(known: Tokens, model: Decoder, data: Path) -> float:
    """Mean loss in nats of held-out plans' and answers' tokens."""
    found = encoded(known, list(records(data, "held.jsonl"))[:COMPARED])
    total, count = 0.0, 0
    with torch.no_grad():
        for a, b in zip(found.starts, found.starts[1:], strict=False):
            tokens = torch.from_numpy(found.tokens[a:b].astype(np.int64))
            learned = torch.from_numpy(found.kinds[a + 1 : b] == WANTED)
            losses = functional.cross_entropy(model(tokens[None])[0, :-1], tokens[1:], reduction="none")
            total += float(losses[learned].sum())
            count += int(learned.sum())
    return round(total / max(1, count), 4)


def _card(told: dict[str, Any], figures: dict[str, Any]) -> str:
    held, trained = figures["held"], figures["training"]
    shape, corpus = trained["shape"], trained["corpus_tokens"]
    asked, learned, held_back = figures["benchmark"]
    turns = sum(sum(each["turns"].values()) for each in figures["dialogues"])
    questions = sum(each["distinct_questions"] for each in figures["dialogues"])
    rows = "\n".join(
        f"| {language} | {held[f'exact {language}']:.3f} | {held[f'steps {language}']:.3f} |"
        for language in LANGUAGES
        if f"exact {language}" in held
    )
    through = figures["families"]
    asked_through = through["rules"]["questions"]
    agent = "\n".join(
        f"| {name} | {each['tool_f1']:.3f} | {each['action_accuracy']:.3f} | {each['exact']:.3f} |"
        for name, each in through.items()
    )
    wrong = "\n".join(
        f"- `{each['ask'].strip()}`: {_line(each['got']) or 'nothing'}, wanted `{_line(each['wanted'])}`"
        for each in held["wrong"][:SHOWN]
    )
    return f"""# The built-in language model

`builtin.gguf`, version {told["version"]}, {FILE.stat().st_size} bytes,
sha256 `{told["sha256"]}`.

A Llama decoder of {trained["parameters"] / 1e6:.2f} million parameters: {shape["layers"]} layers
of width {shape["wide"]}, {shape["heads"]} heads over {shape["kv_heads"]} groups, feed-forward
{shape["inner"]}, embedding tied, {trained["vocabulary"]} tokens of bytes (figures stand alone),
context {told["context"]}, eight-bit weights. It plans questions about the recordings, and words
what was found; docs/language-model.md says how it is held to what was said and found.
Written by `python -m training.language.ship`.

## Data

- {turns} turns of made dialogues, {questions} different questions in five languages
  (`python -m training.language.generate`): phrases written for this project over
  {HISTORIES} simulated histories; the times of all plans read by the agent's own resolver,
  every second turn carried out by the real tools, every answer passed by the evidence check.
  The training's last part was on {corpus["dialogues"]} tokens of them.
- Schema-Guided Dialogue (Rastogi et al. 2020, CC BY-SA 4.0), service calls as plans:
  {corpus.get("services", 0)} tokens.
- MedQuAD (Ben Abacha and Demner-Fushman 2019, CC BY 4.0): {corpus.get("health", 0)} tokens.

Held out are families of phrases (`training/language/held_out.txt`) and {len(HELD_OUT)} of the
histories, both at once. Of the {asked} questions of `bench/agent_questions` {learned} are in the
data, of those held back {held_back}. Trained from scratch on {trained["tokens_seen"]} tokens
in {trained["minutes"]} minutes of a processor's time ({platform.machine()}, {os.cpu_count()} cores).

## Figures

On {held["questions"]} held-out questions, by the file itself, under the grammar:

| | plan exact | steps right |
|---|---|---|
| all | {held["exact"]:.3f} | {held["steps"]:.3f} |
{rows}

Answers with all slots that they need: {held.get("slots", 0):.3f}. Median time of a plan where
this was measured: {held["plan_p50_ms"]} ms on one thread. Loss {figures["loss"]:.4f} nats a
token, in eight bits {figures["loss_of_eight_bits"]:.4f}.

The agent as it runs, asked {asked_through} other questions of held-out families, with `when` compared after
resolution (`python -m training.language.families`):

| | tool F1 | action | all arguments |
|---|---|---|---|
{agent}

## Where it errs

{wrong}

## Limits

It knows no medicine and nothing of the world; what it says is checked, and where it is wrong,
rules and templates answer. English was learned from most. Licence: of the project; the texts
named above were learned from and are not part of it.
"""


def _line(plan: str) -> str:
    return plan.replace("\n", " // ")


def main() -> None:
    """Ship."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--text", type=Path, required=True, help="folder of open text")
    parser.add_argument(
        "--stores", type=Path, required=True, help="folder that keeps the simulated histories"
    )
    parser.add_argument("--version", default="1")
    how = parser.parse_args()
    torch.set_num_threads(1)
    figures = shipped(how.data, how.run, how.text, how.stores, how.version)
    print(json.dumps({key: each for key, each in figures["held"].items() if key != "wrong"}))


if __name__ == "__main__":
    main()
