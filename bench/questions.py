"""How fast and how right questions are answered: ``python -m bench.questions [--year] [--json]``.

Over a simulated fortnight of one wearer, written as the tests write it: every question of the tests' lists,
in a conversation of its own; the danger lists; latency of the whole turn. ``--year`` repeats the fortnight
back to a year of windows, hours, nights and episodes (700 MB, half a minute) and asks again.

Rightness is computed: the tool, the resolved range and the named arguments of each question are as listed; no
claim lacks its evidence.
"""

from __future__ import annotations

import argparse
import json
import resource
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from agent.en.safety import WORDS
from agent.gate import Gate, Level
from agent.turn import Agent
from storage.sql import select
from tests.agent import dangers, history, paraphrases, questions, stories

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.answer import Answer
    from tests.agent.questions import Asked

FORTNIGHTS: Final = 25  # before the written one: a year in all
HOUR_NS: Final = 3600 * 10**9
FORTNIGHT_NS: Final = 14 * 24 * HOUR_NS  # whole days and hours, so that roll-ups stay whole
NUMBERS: Final = 1000  # sessions and episodes of the written fortnight have smaller numbers
DEFAULTS: Final = {"target": "rhythm", "kind": "any", "metric": "hr", "bucket": "day", "order": "time"}
SLOW_S: Final = 0.2  # what a template question may take with two weeks of history


@dataclass(slots=True)
class Tally:
    """What came out."""

    asked: int = 0
    tools_right: int = 0
    ranges: int = 0
    ranges_right: int = 0
    args_right: int = 0
    claims: int = 0
    unsupported: int = 0
    seconds: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, asked: Asked, answer: Answer, seconds: float) -> None:
        """Count one question."""
        self.asked += 1
        self.seconds.append(seconds)
        self.claims += len(answer.verdicts)
        self.unsupported += sum(verdict.verdict != "SUPPORTED" for verdict in answer.verdicts)
        tools = "+".join(call.tool for call in answer.calls) or answer.action.value
        if tools not in asked.tools:
            self.wrong.append(f"{asked.text}: {tools}")
            return
        self.tools_right += 1
        args = answer.calls[0].args if answer.calls else {}
        plain = {key: list(value) if isinstance(value, tuple) else value for key, value in args.items()}
        self.args_right += all(plain.get(name, DEFAULTS.get(name)) == value for name, value in asked.args)
        if asked.when is not None and answer.calls:
            self.ranges += 1
            self.ranges_right += _resolved(answer) == tuple(
                questions.T[asked.when] if isinstance(asked.when, str) else asked.when
            )

    def figures(self) -> dict[str, Any]:
        """Shares are 0..1."""
        ordered = sorted(self.seconds)
        return {
            "questions": self.asked,
            "tool_right": round(self.tools_right / self.asked, 4),
            "range_right": round(self.ranges_right / self.ranges, 4),
            "args_right": round(self.args_right / self.tools_right, 4),
            "claims": self.claims,
            "unsupported_claims": self.unsupported,
            "p50_ms": round(1000 * ordered[len(ordered) // 2], 1),
            "p95_ms": round(1000 * ordered[int(0.95 * len(ordered))], 1),
            "max_ms": round(1000 * ordered[-1], 1),
            "over_200_ms": sum(each > SLOW_S for each in ordered),
        }


def _resolved(answer: Answer) -> tuple[str, ...]:
    resolved = answer.calls[0].resolved or {"start": "", "end": ""}
    return tuple(resolved[name][5:16].replace("T", " ") for name in ("start", "end"))


def ask_all(agent: Agent, listed: Sequence[Asked], *, since: bool = True) -> Tally:
    """Every question, in a conversation of its own; ``since``: recording began when the lists say."""
    agent.ask("hello", now=history.NOW)  # the word lists are compiled once in a daemon's life
    tally = Tally()
    for asked in listed:
        began = time.perf_counter()
        answer = agent.ask(asked.text, now=history.NOW)
        known = asked if since or asked.when != "ever" else replace(asked, when=None)
        tally.add(known, answer, time.perf_counter() - began)
    return tally


def danger() -> dict[str, float]:
    """Recall of emergencies and share of false ones, over the tests' lists."""
    gate = Gate(WORDS)

    def share(table: str) -> float:
        lines = [line for line in table.strip().splitlines() if line]
        found = [gate.check(line) for line in lines]
        return sum(alarm is not None and alarm.level is Level.ESCALATE for alarm in found) / len(lines)

    return {"emergency_recall": share(dangers.ESCALATE), "false_emergencies": share(dangers.CALM)}


def repeat(path: Path, times: int) -> None:
    """Copy the stored fortnight back in time, row by row in SQL."""
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA synchronous = OFF")
        begun = conn.execute("SELECT min(start_ns) / ?1 * ?1 FROM sessions", (HOUR_NS,)).fetchone()[0]
        for n in range(1, times + 1):
            back = n * FORTNIGHT_NS
            conn.execute(
                "CREATE TEMP TABLE shift AS SELECT id AS was, id + ? AS now FROM sessions WHERE id < ?",
                (n * NUMBERS, NUMBERS),
            )
            span = {"start_ns": f"t.start_ns - {back}"}
            own = {**span, "id": "shift.now", "last_ns": f"t.last_ns - {back}"}
            _copy(conn, "sessions", own, "JOIN shift ON shift.was = t.id")
            inside = {**span, "session": "shift.now", "end_ns": f"t.end_ns - {back}"}
            _copy(conn, "segments", inside, "JOIN shift ON shift.was = t.session")
            events = {**inside, "id": f"t.id + {n * NUMBERS}"}
            _copy(conn, "episodes", events, "JOIN shift ON shift.was = t.session")
            _copy(conn, "hourly", {"hour_ns": f"t.hour_ns - {back}"}, f"WHERE t.hour_ns >= {begun}")
            _copy(
                conn, "nightly", {"night": f"date(t.night, '-{14 * n} days')"}, "WHERE t.night > '2025-02-26'"
            )
            conn.execute("DROP TABLE shift")
            conn.commit()
        conn.execute("UPDATE wearers SET installed_ns = installed_ns - ?", (times * FORTNIGHT_NS,))
        conn.commit()


def _copy(conn: sqlite3.Connection, table: str, changed: dict[str, str], rest: str) -> None:
    columns = [row[1] for row in conn.execute("SELECT * FROM pragma_table_info(?)", (table,))]
    values = [changed.get(column, f"t.{column}") for column in columns]
    conn.execute(
        f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) " + select(values, f"FROM {table} AS t {rest}")
    )


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--year", action="store_true", help="also over a year of history")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--verbose", action="store_true", help="name every question that went wrong")
    asked = parser.parse_args()
    everything = (*questions.QUESTIONS, *paraphrases.QUESTIONS)
    found: dict[str, Any] = {"model": "none", **danger()}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "weeks.db"
        history.write(path, stories.WEEKS)
        tally = ask_all(Agent(path), everything)
        found |= tally.figures()
        if asked.verbose:
            sys.stderr.write("\n".join(tally.wrong) + "\n")
        if asked.year:
            repeat(path, FORTNIGHTS)
            year = ask_all(Agent(path), everything, since=False)
            found["year"] = {"database_mb": round(path.stat().st_size / 1e6), **year.figures()}
    found["rss_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    if asked.json:
        print(json.dumps(found))
        return
    for name, value in found.items():
        print(f"{name:<20} {value}")


if __name__ == "__main__":
    main()
