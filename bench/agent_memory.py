"""What the agent alone needs: the memory of a process that has asked questions of a store and nothing else.

``python -m bench.agent_memory STORE NOW`` reads questions from the standard input, one a line, and writes its
peak of resident memory in MB, before and after.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.agent_histories import History

PATIENCE_S: Final = 1200  # on a busy machine
KEYS: Final = ("interpreter_mb", "rss_mb")
PEAK: Final = re.compile(r"^VmHWM:\s+(\d+) kB", re.MULTILINE)


def memory(store: History, questions: Sequence[str]) -> dict[str, float]:
    """The peak of resident memory of a bare interpreter, and of one that asked the questions."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.agent_memory", str(store.path), store.now.isoformat()],
        input="\n".join(questions),
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE_S,
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    """Ask, in this process."""
    before = _peak_mb()
    from agent.turn import Agent  # noqa: PLC0415 - what it needs is measured

    agent = Agent(Path(sys.argv[1]))
    now = datetime.fromisoformat(sys.argv[2])
    for question in sys.stdin.read().splitlines():
        agent.ask(question, now=now)
    print(json.dumps(dict(zip(KEYS, (before, _peak_mb()), strict=True))))


def _peak_mb() -> float:
    """Since the program began; what getrusage says holds the memory of who started it."""
    found = PEAK.search(Path("/proc/self/status").read_text("ascii"))
    return round(int(found[1]) / 1024, 1) if found else 0.0


if __name__ == "__main__":
    main()
