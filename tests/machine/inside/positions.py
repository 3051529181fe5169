"""Says outside, twice a second, what Hearth's store holds: committed rows, as any reader sees them.

A reader sees a transaction after the writer's fsync of it, so what was said here was on the disk. One JSON
object a line: ``boot``, ``at_ns`` (this machine's clock), ``sessions``: [session, samples stored, their end].
Python's standard library only.
"""

import contextlib
import json
import sqlite3
import time
from pathlib import Path

LINE, STORE = Path("/dev/virtio-ports/hearth.positions"), Path("/var/lib/hearth/hearth.db")
EVERY_S = 0.5
STORED = """SELECT session, sum(n), max(start + n) FROM
    (SELECT session, start, n FROM blocks UNION ALL SELECT session, start, n FROM tail) GROUP BY session"""


def stored() -> list[tuple[int, int, int]]:
    """What is there; raises sqlite3.Error while there is no store yet."""
    with contextlib.closing(sqlite3.connect(f"file:{STORE}?mode=ro", uri=True)) as store:
        return store.execute(STORED).fetchall()


def main() -> None:
    boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    with LINE.open("w") as line:
        while True:
            with contextlib.suppress(sqlite3.Error):
                if STORE.exists():
                    said = {"boot": boot, "at_ns": time.time_ns(), "sessions": stored()}
                    print(json.dumps(said), file=line, flush=True)
            time.sleep(EVERY_S)


if __name__ == "__main__":
    main()
