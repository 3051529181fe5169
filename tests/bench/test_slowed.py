from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from bench.slowed import slowed

if TYPE_CHECKING:
    from pathlib import Path

BUSY = """
import json, os, subprocess, sys, time
began = time.monotonic()
while time.process_time() < 0.3:
    pass
part = time.process_time() / (time.monotonic() - began)
json.dump([part, len(os.sched_getaffinity(0))], open(sys.argv[1], "w"))
sys.exit(3)
"""


def test_a_command_gets_its_part_of_one_core(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert slowed([sys.executable, "-c", BUSY, str(out)], 4.0) == 3
    part, cores = json.loads(out.read_text())
    assert part < 0.5  # a quarter, and what it takes to start is not in it; busy machines give less
    assert cores == 1


def test_faster_than_it_is_cannot_be() -> None:
    with pytest.raises(ValueError, match=r"0.5 times as slow; wanted 1 or more"):
        slowed([sys.executable, "-c", ""], 0.5)
