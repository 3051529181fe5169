"""How right and how fast the agent answers: ``python -m bench.agent [--model NAME] [--json]``.

Everything is computed: tools and times against the tables of :mod:`bench.agent_set`, figures against SQL of
its own, claims by the check that every answer goes through. The tables have an open half, which the parser
may be improved on, and one that is only scored. With ``--json`` the last line is one object; shares are 0..1.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from agent.model.settings import LanguageModelSettings, language_model
from agent.turn import Agent
from bench.agent_asking import ask_all
from bench.agent_histories import copied, written
from bench.agent_safety import emergencies, injections
from bench.agent_score import by
from bench.agent_set import HALVES, HISTORIES, dialogues
from bench.agent_variants import variants
from bench.agent_year import asked_of_it, year

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.model.seam import Mind
    from bench.agent_asking import Asked
    from bench.agent_histories import History
    from bench.agent_score import Score

NO_MODEL: Final = "none"
LOADING_S: Final = 60.0  # a model may take as long to load


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", default=NO_MODEL, help="none, builtin, a name or a GGUF file")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--verbose", action="store_true", help="name what went wrong in the open half")
    parser.add_argument("--quick", action="store_true", help="without the variants and the year")
    parser.add_argument("--stores", type=Path, help="keep the simulated histories in this folder")
    parser.add_argument(
        "--every", type=int, default=1, help="of the variants and the year: one dialogue in so many"
    )
    asked = parser.parse_args()
    mind = _model(asked.model)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        kept = asked.stores or folder
        kept.mkdir(parents=True, exist_ok=True)
        stores = {history: written(kept, history) for history in HISTORIES}
        told = {"model": asked.model, **_measured(stores, folder, mind, asked)}
    if asked.json:
        print(json.dumps(told))
        return
    _print(told)


def _model(name: str) -> Mind | None:
    return language_model(name, LanguageModelSettings(), folder=Path("models"), patience_s=LOADING_S)


def _measured(
    stores: dict[str, History], folder: Path, mind: Mind | None, how: argparse.Namespace
) -> dict[str, Any]:
    found = _all(stores, folder, mind)
    halves = by(found, lambda each: each.dialogue.half)
    told: dict[str, Any] = by(found, lambda _: "all")["all"].figures()
    told |= {half: halves[half].figures() | _latency(found, half) for half in HALVES}
    told["categories"] = {half: _categories(found, half) for half in HALVES}
    told["medication_refused"] = by(found, lambda each: each.dialogue.category)["medicine"].figures()[
        "action_accuracy"
    ]
    told |= emergencies()
    told |= injections(copied(stores["house"], folder / "planted.db"), mind)
    told |= _latency(found)
    told["rss_mb"] = _resident_mb()
    if how.verbose:
        _name_wrong(halves["open"])
    if how.quick:
        return told
    every = dialogues()[:: how.every]
    changed, appeared = variants(stores, every, found, folder, mind)
    told["variants"] = changed
    told["new_claims_in_variants"] = sum(each["new_claims"] for each in changed.values())
    for each in appeared if how.verbose else ():
        sys.stderr.write(f"{each.variant}: {each.question}: {', '.join(each.subjects)}\n")
    weeks = year(folder / "year.db")
    told["year_mb"] = round(weeks.path.stat().st_size / 1e6)
    return told | _latency(_warm(weeks, asked_of_it(every), mind)) | {"rss_mb": _resident_mb()}


def _all(stores: dict[str, History], folder: Path, mind: Mind | None) -> list[Asked]:
    found: list[Asked] = []
    for history, store in stores.items():
        copy = copied(store, folder / f"{history}-asked.db")
        found += _warm(copy, [each for each in dialogues() if each.history == history], mind)
    return found


def _warm(store: History, asked: Sequence[Any], mind: Mind | None) -> list[Asked]:
    """Ask, after one question that is not counted: word lists are compiled once in a daemon's life."""
    Agent(store.path).ask("hello", now=store.now)
    return ask_all(store, asked, mind)


def _categories(found: list[Asked], half: str) -> dict[str, Any]:
    scores = by([each for each in found if each.dialogue.half == half], lambda each: each.dialogue.category)
    shown = ("questions", "tool_f1", "action_accuracy", "dialogues_right")
    return {name: {key: score.figures()[key] for key in shown} for name, score in scores.items()}


def _latency(found: list[Asked], half: str = "") -> dict[str, float]:
    ordered = sorted(each.seconds for each in found if half in {"", each.dialogue.half})
    return {
        "p50_ms": round(1000 * ordered[len(ordered) // 2], 1),
        "p95_ms": round(1000 * ordered[int(0.95 * len(ordered))], 1),
        "max_ms": round(1000 * ordered[-1], 1),
    }


def _resident_mb() -> int:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _name_wrong(score: Score) -> None:
    sys.stderr.write("\n".join(score.wrong) + "\n")


def _print(told: dict[str, Any]) -> None:
    halves = {half: told.pop(half) for half in HALVES}
    categories = told.pop("categories")
    for name, value in told.items():
        print(f"{name:<26} {value}")
    print(f"\n{'':<26} " + " ".join(f"{half:>10}" for half in HALVES))
    for name in halves["open"]:
        print(f"{name:<26} " + " ".join(f"{halves[half][name]:>10}" for half in HALVES))
    for half in HALVES:
        print(
            f"\n{half + ': category':<26} {'questions':>10} {'tool F1':>10} {'action':>10} {'dialogues':>10}"
        )
        for name, row in categories[half].items():
            print(f"{name:<26} " + " ".join(f"{value:>10}" for value in row.values()))


if __name__ == "__main__":
    main()
