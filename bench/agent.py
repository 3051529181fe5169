"""How right and how fast the agent answers: ``python -m bench.agent [--model NAME] [--json]``.

Everything is computed: tools and times against the tables of :mod:`bench.agent_set`, figures against SQL of
its own, claims by the check that every answer goes through. The tables have an open half, which the parser
may be improved on, and one that is only scored. With ``--json`` the last line is one object; shares are 0..1.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from agent.model.settings import LanguageModelSettings, language_model
from agent.turn import Agent
from bench.agent_asking import ask_all
from bench.agent_histories import copied, kept, written
from bench.agent_memory import memory
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
    from bench.agent_set import Dialogue

NO_MODEL: Final = "none"
LOADING_S: Final = 60.0  # a model may take as long to load
MEMORY_EVERY: Final = 10  # of the questions, to see what memory they need: it is flat after the first few
SHARES: Final = {"p50": 0.5, "p95": 0.95, "max": 1.0}


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", default=NO_MODEL, help="none, builtin, a name or a GGUF file")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--verbose", action="store_true", help="name what went wrong in the open half")
    parser.add_argument("--quick", action="store_true", help="without the variants and the year")
    parser.add_argument("--stores", type=Path, default=kept(), help="where simulated histories are kept")
    parser.add_argument(
        "--every", type=int, default=1, help="of the variants and the year: one dialogue in so many"
    )
    asked = parser.parse_args()
    mind = _model(asked.model)
    with tempfile.TemporaryDirectory() as name:
        stores = {history: written(asked.stores, history) for history in HISTORIES}
        told = {"model": asked.model, **_measured(stores, Path(name), mind, asked)}
        told["bench_cpu_s"] = round(time.process_time())
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
    _note("asked")
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
    store = stores["fortnight"]
    told |= memory(store, _plain(dialogues()))
    _note("safety and memory")
    if how.verbose:
        _name_wrong(halves["open"])
    if how.quick:
        return told
    every = dialogues()[:: how.every]
    told["variants_asked"] = f"one dialogue in {how.every}"
    changed, appeared = variants(stores, every, found, folder, mind)
    told["variants"] = changed
    told["new_claims_in_variants"] = sum(each["new_claims"] for each in changed.values())
    for each in appeared if how.verbose else ():
        sys.stderr.write(f"{each.variant}: {each.question}: {', '.join(each.subjects)}\n")
    _note("variants")
    weeks = year(folder / "year.db")
    told["year_mb"] = round(weeks.path.stat().st_size / 1e6)
    _note("year written")
    of_it = _warm(weeks, asked_of_it(every), mind, referring=False)
    told |= {f"year_{key}": value for key, value in memory(weeks, _plain(asked_of_it(every))).items()}
    _note("year asked")
    return told | {f"year_{key}": value for key, value in _latency(of_it).items()}


def _note(done: str) -> None:
    """Say how far it is: this takes minutes."""
    sys.stderr.write(f"{done}, {time.process_time():.0f} s of processor time\n")


def _plain(asked: Sequence[Dialogue]) -> list[str]:
    """The first questions of the wearer's dialogues about nobody in particular, one in ten."""
    own = [each.turns[0].text for each in asked if each.role == "wearer" and each.device is None]
    return own[::MEMORY_EVERY]


def _all(stores: dict[str, History], folder: Path, mind: Mind | None) -> list[Asked]:
    found: list[Asked] = []
    for history, store in stores.items():
        copy = copied(store, folder / f"{history}-asked.db")
        found += _warm(copy, [each for each in dialogues() if each.history == history], mind)
    return found


def _warm(
    store: History, asked: Sequence[Dialogue], mind: Mind | None, *, referring: bool = True
) -> list[Asked]:
    """Ask, after one question that is not counted: word lists are compiled once in a daemon's life."""
    Agent(store.path).ask("hello", now=store.now)
    return ask_all(store, asked, mind, referring=referring)


def _categories(found: list[Asked], half: str) -> dict[str, Any]:
    scores = by([each for each in found if each.dialogue.half == half], lambda each: each.dialogue.category)
    shown = ("questions", "tool_f1", "action_accuracy", "dialogues_right")
    return {name: {key: score.figures()[key] for key in shown} for name, score in scores.items()}


def _latency(found: list[Asked], half: str = "") -> dict[str, float]:
    """Of the wall clock, and of this process's processor time alone."""
    mine = [each for each in found if half in {"", each.dialogue.half}]
    wall, cpu = sorted(each.seconds for each in mine), sorted(each.cpu_s for each in mine)
    return {
        **{f"{name}_ms": _at(wall, share) for name, share in SHARES.items()},
        **{f"{name}_cpu_ms": _at(cpu, share) for name, share in SHARES.items()},
    }


def _at(ordered: list[float], share: float) -> float:
    return round(1000 * ordered[min(int(share * len(ordered)), len(ordered) - 1)], 1)


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
