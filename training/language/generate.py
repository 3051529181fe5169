"""Makes dialogues: ``python -m training.language.generate --out DIR --dialogues N --seed S``.

The times of every plan are read by the agent's own resolver, every second turn is carried out by the real
tools on simulated histories, and every answer is checked by what checks all answers. What is held out differs
in its families of phrases, which ``held_out.txt`` names, and in its histories. No question of the benchmark
is among them. The same seed makes the same files.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import Counter
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from agent.model.compact import write
from agent.model.prompts.builtin import BUILTIN
from agent.model.steps import name_of
from agent.scope import scope
from bench.agent_set import dialogues
from storage.database import open_reader
from training.language.asking import Asker
from training.language.histories import HELD_OUT, HISTORIES, history
from training.language.said import answer
from training.language.turns import Known, Talk

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from agent.scope import Scope
    from training.language.asking import Wish
    from training.language.histories import History
    from training.language.turns import Turn

T = TypeVar("T")

LANGUAGES: Final = {"en": 0.58, "de": 0.13, "es": 0.1, "fr": 0.1, "zh": 0.09}
ROLES: Final = {"wearer": 0.7, "caregiver": 0.18, "clinician": 0.12}
TURNS: Final = {1: 0.3, 2: 0.25, 3: 0.2, 4: 0.15, 5: 0.1}
HELD_SHARE: Final = 0.05
EVIDENCE_BEFORE: Final = 30  # of a conversation that has gone on: its results are numbered on
WAYS: Final = 4  # of saying the same
LOOKED_UP: Final = 0.75  # of the turns; of the others the times alone are read, since looking up takes long
FILES: Final = {False: "train.jsonl", True: "held.jsonl"}  # whether held out
MISSES: Final = 4  # questions in a row that make no sense, before a conversation ends
WORDS: Final = re.compile(r"\w+")


@dataclass(slots=True)
class Tally:
    """What was made, and what was thrown away."""

    made: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    families: Counter[str] = field(default_factory=Counter)
    dropped: Counter[str] = field(default_factory=Counter)
    questions: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Writer:
    """Makes conversations over some histories."""

    histories: list[History]
    connections: dict[int, sqlite3.Connection]
    seed: int
    tally: Tally = field(default_factory=Tally)
    known: Known = field(default_factory=Known)
    scopes: dict[tuple[int, int, str], Scope] = field(default_factory=dict)
    asked_elsewhere: frozenset[str] = field(default_factory=lambda: frozenset(map(bare, _benchmark())))

    def dialogue(self, number: int) -> Iterator[dict[str, Any]]:
        """The turns of a conversation, as records."""
        chance = random.Random(f"{self.seed} {number}")  # noqa: S311 - repeatable on purpose
        held = chance.random() < HELD_SHARE
        asker, talk, left = self.begun(chance, held=held)
        misses = 0
        while left and misses < MISSES:
            made = self._turn(asker, talk, chance, ways=1 if held else WAYS)
            left, misses = (left - 1, 0) if made else (left, misses + 1)
            for wish, turn in made:
                yield self._record(wish, turn, chance, held=held)

    def begun(self, chance: random.Random, *, held: bool) -> tuple[Asker, Talk, int]:
        """Somebody who asks, a conversation that begins, and how many turns it shall have."""
        language, role = _drawn(LANGUAGES, chance), _drawn(ROLES, chance)
        told = chance.choice([each for each in self.histories if each.held == held])
        moment = chance.randrange(len(told.moments))
        talk = Talk(self._scope(told, moment, role), language, (told.number, moment), self.known)
        talk.begin(chance.randrange(1, EVIDENCE_BEFORE))
        asker = Asker(language, role, chance, talk.resolve, medicine=told.medicine, held=held)
        return asker, talk, _drawn(TURNS, chance)

    def _scope(self, told: History, moment: int, role: str) -> Scope:
        key = (told.number, moment, role)
        if key not in self.scopes:
            found = scope(self.connections[told.number], role=role, now=told.moments[moment])
            if found is None:
                raise ValueError(f"{told.path} tells of more than one person")
            self.scopes[key] = found
        return self.scopes[key]

    def _turn(self, asker: Asker, talk: Talk, chance: random.Random, ways: int) -> list[tuple[Wish, Turn]]:
        """One question in several ways; the conversation goes on after the last."""
        made = []
        wishes = [wish for wish in asker.ask(talk.state, ways) if self._new(wish)]
        for wish in wishes[:-1]:
            turn = talk.heard(wish)
            if turn is not None:
                made.append((wish, turn))
        for wish in wishes[-1:]:
            turn = talk.take(wish, look=chance.random() < LOOKED_UP)
            if turn is not None:
                made.append((wish, turn))
        self.tally.dropped["not in its words"] += len(wishes) - len(made)
        return made

    def _new(self, wish: Wish) -> bool:
        """Whether a question is none of the benchmark's."""
        known = bare(wish.question) in self.asked_elsewhere
        self.tally.dropped["in the benchmark"] += known
        return not known

    def _record(self, wish: Wish, turn: Turn, chance: random.Random, *, held: bool) -> dict[str, Any]:
        asked = BUILTIN.plan(turn.sight)
        record: dict[str, Any] = {
            "family": wish.family,
            "language": turn.sight.language,
            "state": asked.prompt[1].text,
            "ask": asked.prompt[3].text,
            "plan": write(turn.steps),
        }
        if turn.found is not None and turn.found.told:
            text = answer(turn, chance)
            if text:
                found = BUILTIN.compose(turn.sight, turn.steps, turn.found).prompt
                record |= {"found": found[-2].text, "say": text}
            else:
                self.tally.dropped["answer not sayable"] += 1
        if held:
            record["grammar"] = asked.grammar
        self.tally.made["held" if held else "train"] += 1
        self.tally.families[wish.family] += 1
        self.tally.questions.add(wish.question)
        self.tally.names[turn.problem or name_of(turn.steps[0])] += 1
        return record


def bare(text: str) -> str:
    """A question without marks and capitals."""
    return " ".join(WORDS.findall(text.casefold()))


def _benchmark() -> Iterator[str]:
    return (turn.text for dialogue in dialogues() for turn in dialogue.turns)


def _drawn(shares: dict[T, float], chance: random.Random) -> T:
    return chance.choices(list(shares), list(shares.values()))[0]


def generate(out: Path, stores: Path, count: int, seed: int, first: int = 0) -> dict[str, Any]:
    """Write ``train.jsonl`` and ``held.jsonl``; what they hold."""
    began = time.monotonic()
    out.mkdir(parents=True, exist_ok=True)
    stores.mkdir(parents=True, exist_ok=True)
    told = [history(stores, number) for number in range(HISTORIES)]
    with ExitStack() as stack:
        opened = {each.number: stack.enter_context(closing(open_reader(each.path))) for each in told}
        files = {
            held: stack.enter_context((out / f"{name}.part").open("w", encoding="utf-8"))
            for held, name in FILES.items()
        }
        writer = Writer(told, opened, seed)
        for number in range(first, first + count):
            for record in writer.dialogue(number):
                files["grammar" in record].write(json.dumps(record, ensure_ascii=False) + "\n")
    for name in FILES.values():  # whole, so that no training reads half of one
        (out / f"{name}.part").rename(out / name)
    tally = writer.tally
    report = {
        "dialogues": count,
        "seed": seed,
        "turns": dict(tally.made),
        "distinct_questions": len(tally.questions),
        "families": len(tally.families),
        "histories_held_out": sorted(HELD_OUT),
        "first_steps": dict(tally.names.most_common()),
        "dropped": dict(tally.dropped),
        "seconds": round(time.monotonic() - began, 1),
    }
    (out / "report.json").write_text(
        json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    return report


def main() -> None:
    """Make dialogues."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--out", type=Path, required=True, help="folder for the files")
    parser.add_argument("--stores", type=Path, help="folder that keeps the simulated histories")
    parser.add_argument("--dialogues", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="number of the first dialogue")
    how = parser.parse_args()
    print(
        json.dumps(
            generate(how.out, how.stores or how.out / "stores", how.dialogues, how.seed, how.first), indent=1
        )
    )


if __name__ == "__main__":
    main()
