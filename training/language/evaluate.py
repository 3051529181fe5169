"""What a model file does with held-out questions, as it is run in use: grammar, sampling and all."""

from __future__ import annotations

import random
import re
import time
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from agent.model import wording
from agent.model.compact import NoPlan, read
from agent.model.engine import Brake, Engine
from agent.model.prompts.builtin import ASK, FOUND, PLAN, PLAN_TOKENS, SAY, SAY_TOKENS, STATE
from agent.model.request import Request, Text
from agent.model.steps import name_of
from agent.model.wire import Load
from agent.model.worded import SLOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from agent.model.steps import Step

NAMED: Final = re.compile(r"E\d+\.\w+")
SHOWN: Final = 25  # mistakes that are kept to be looked at
SEED: Final = 7
CONTEXT: Final = 2048


def measured(path: Path, held: Iterable[dict[str, Any]], count: int) -> dict[str, Any]:
    """Shares of held-out questions that are planned right, and of answers with the slots they should have."""
    chosen = list(held)
    random.Random(SEED).shuffle(chosen)  # noqa: S311 - repeatable on purpose
    engine = Engine(Load(path=str(path), context=CONTEXT, sessions=1, threads=1), Brake())
    right: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    wrong: list[dict[str, str]] = []
    took: list[float] = []
    for record in chosen[:count]:
        began = time.perf_counter()
        got = _planned(engine, record)
        took.append(time.perf_counter() - began)
        want = read(record["plan"])
        marks = {"exact": got == want, "steps": _names(got) == _names(want), "written": bool(got)}
        for mark, fits in marks.items():
            for key in (mark, f"{mark} {record['language']}"):
                right[key] += fits
                all_[key] += 1
        if got != want and len(wrong) < SHOWN:
            made = "" if not got else " // ".join(map(str, got))
            wrong.append(
                {"state": record["state"], "ask": record["ask"], "wanted": record["plan"], "got": made}
            )
        if record.get("say"):
            right["slots"] += _slots(engine, record)
            all_["slots"] += 1
    shares = {key: round(right[key] / all_[key], 4) for key in sorted(all_)}
    ordered = sorted(took) or [0.0]
    return {
        "questions": len(took),
        **shares,
        "plan_p50_ms": round(1000 * ordered[len(ordered) // 2]),
        "wrong": wrong,
    }


def _planned(engine: Engine, record: dict[str, Any]) -> tuple[Step, ...]:
    prompt = (STATE, Text(record["state"]), ASK, Text(record["ask"]), PLAN)
    request = Request(session="held", prompt=prompt, grammar=record["grammar"], max_tokens=PLAN_TOKENS)
    reply = engine.generate(request, lambda _text: None)
    if reply.finish != "end":
        return ()
    try:
        return read(reply.text)
    except NoPlan:
        return ()


def _slots(engine: Engine, record: dict[str, Any]) -> bool:
    """Whether an answer uses the slots that the reference uses."""
    names = list(dict.fromkeys(NAMED.findall(record["found"])))
    asked = (STATE, Text(record["state"]), ASK, Text(record["ask"]), PLAN, Text(record["plan"]))
    prompt = (*asked, FOUND, Text(record["found"]), SAY)
    request = Request(session="held", prompt=prompt, grammar=wording.grammar(names), max_tokens=SAY_TOKENS)
    reply = engine.generate(request, lambda _text: None)
    return reply.finish == "end" and set(SLOT.findall(reply.text)) >= _needed(record)


def _needed(record: dict[str, Any]) -> set[str]:
    """The slots of what must be said: those of sentences that may not be left out."""
    lines = [line for line in record["found"].split("\n") if not line.startswith(("spread", "extremes"))]
    return set(NAMED.findall("\n".join(lines))) & set(SLOT.findall(record["say"]))


def _names(steps: Sequence[Step]) -> list[str]:
    return [name_of(step) for step in steps]
