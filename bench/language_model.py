"""What a language model is worth here: ``python -m bench.language_model [--model NAME] [--json]``.

The question set of :mod:`bench.agent_set`, answered with the model that is configured or named: how often the
right tools are called for the right time, how long answers take, and what the model's process needs.
``hearth models bench`` runs this. With ``--json`` the last line is one object; shares are 0..1.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from agent.model.settings import chosen, language_model
from agent.model.used import Used
from agent.turn import Agent
from bench.agent_asking import ask_all
from bench.agent_histories import copied, kept, written
from bench.agent_score import by
from bench.agent_set import HISTORIES, dialogues
from bench.slowed import slowed
from daemon import config as settings
from daemon.language import models_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from agent.model.by import By
    from agent.model.mind import LanguageModel
    from bench.agent_asking import Asked
    from bench.agent_set import Dialogue

SHOWN: Final = ("questions", "tool_f1", "action_accuracy", "dialogues_right", "numbers_right")


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", help="none, builtin, a name or a GGUF file; else the configured one")
    parser.add_argument("--config", type=Path, help="the configuration; else the service's")
    parser.add_argument("--questions", type=int, default=0, help="about so many of the set; else all")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--stores", type=Path, default=kept(), help="where simulated histories are kept")
    parser.add_argument("--slower", type=float, default=1.0, help="as on one core so many times slower")
    asked = parser.parse_args()
    if asked.slower != 1.0:  # again, at its own speed: of two the last one counts
        command = [sys.executable, "-m", "bench.language_model", *sys.argv[1:], "--slower", "1"]
        sys.exit(slowed(command, asked.slower))
    loaded = settings.load(settings.find(asked.config))
    how = loaded.language_model
    name = chosen(asked.model, loaded.agent.model)
    folder = models_folder(loaded.database, how.folder)
    mind = language_model(name, how, folder=folder, patience_s=how.load_s)
    try:
        told = {"model": name, **_measured(asked.stores, _some(dialogues(), asked.questions), mind)}
    finally:
        if mind is not None:
            mind.close()
    if asked.json:
        print(json.dumps(told))
        return
    for key, value in told.items():
        print(f"{key:<22} {value}")


def _some(every: Sequence[Dialogue], questions: int) -> list[Dialogue]:
    """Dialogues from all of the set, about so many questions in all."""
    whole = sum(len(each.turns) for each in every)
    step = max(1, round(whole / questions)) if questions > 0 else 1
    return list(every[::step])


def _measured(stores: Path, asked: Sequence[Dialogue], mind: LanguageModel | None) -> dict[str, Any]:
    found: list[Asked] = []
    rss_mb = own_s = model_s = 0.0
    stores.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        for history in HISTORIES:
            mine = [each for each in asked if each.history == history]
            if not mine:
                continue
            store = copied(written(stores, history), Path(name) / f"{history}.db")
            Agent(store.path, model=mind).ask(
                "How was my heart last night?", now=store.now
            )  # loads all there is
            sys.stderr.write(f"{history}: {sum(len(each.turns) for each in mine)} questions\n")
            before, began_s = mind.used() if mind else Used(), time.process_time()
            found += ask_all(store, mine, mind)
            after = mind.used() if mind else Used()
            own_s += time.process_time() - began_s
            model_s += after.cpu_s - before.cpu_s
            rss_mb = max(rss_mb, after.rss_mb)
    figures = by(found, lambda _: "all")["all"].figures()
    told: dict[str, Any] = {key: figures[key] for key in SHOWN}
    told["unsupported_said"] = sum(map(_unsupported, found))
    told |= _latency("", [each.seconds for each in found])
    told["cpu_ms_rules"] = round(1000 * own_s / len(found), 1)  # what is asked of SQL to compare with, too
    told["cpu_ms_model"] = round(1000 * model_s / len(found), 1)
    mades = [each.answer.by for each in found if each.answer is not None and each.answer.by is not None]
    if mades:
        told |= _model(mades)
        told["rss_mb"] = round(rss_mb)
    return told


def _unsupported(asked: Asked) -> int:
    """Sentences of an answer that the check did not hold for supported."""
    if asked.answer is None:
        return 0
    text = asked.answer.answer
    return sum(each.verdict != "SUPPORTED" and each.claim in text for each in asked.answer.verdicts)


def _model(mades: Sequence[By]) -> dict[str, Any]:
    planned = [each for each in mades if each.plan]
    worded = [each for each in mades if each.words]
    writing_s = sum(each.plan_s + each.words_s - each.prompt_s for each in mades)
    written_tokens = sum(each.written_tokens for each in mades)
    prompt = sum(each.prompt_tokens for each in mades)
    left = Counter(each.plan_left for each in planned if each.plan_left)
    unsaid = Counter(each.words_left for each in worded if each.words_left)
    return {
        "planned_by_model": _share(sum(each.plan == "model" for each in planned), len(planned)),
        "worded_by_model": _share(sum(each.words == "model" for each in worded), len(worded)),
        "sentences_repaired": sum(each.repaired for each in mades),
        "plans_left": dict(left.most_common()),
        "words_left": dict(unsaid.most_common()),
        **_latency("plan_", [each.plan_s for each in planned if each.plan_s]),
        **_latency("words_", [each.words_s for each in worded if each.words_s]),
        **_latency("first_", [each.first_s for each in worded if each.first_s]),
        "tokens_per_s": round(written_tokens / writing_s, 1) if writing_s > 0 else None,
        "prompt_tokens_mean": round(prompt / len(mades), 1),
        "prompt_tokens_reused": _share(sum(each.reused_tokens for each in mades), prompt),
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _latency(name: str, seconds: Iterable[float]) -> dict[str, float | None]:
    ordered = sorted(seconds)
    if not ordered:
        return {f"{name}p50_ms": None, f"{name}p95_ms": None}
    return {
        f"{name}p50_ms": round(1000 * ordered[len(ordered) // 2], 1),
        f"{name}p95_ms": round(1000 * ordered[int(0.95 * len(ordered))], 1),
    }


if __name__ == "__main__":
    main()
