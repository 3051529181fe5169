"""Lists of phrases written before any list of the gate was looked at, to measure it as a stranger would.

Each set is a folder with a text file per language, whose parts are headed ``# must`` and ``# must not``.
Once what was missed has been read, a set is no longer unseen: the figure of its first measurement, in
``FIRST_LOOK``, is the honest one, and what it reads today only guards against falling back.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent

# set -> language -> (danger that was seen, danger, false emergencies, harmless phrases), when first measured
FIRST_LOOK: Final[dict[str, dict[str, tuple[int, int, int, int]]]] = {
    "sealed_a": {
        "de": (44, 56, 0, 56),
        "en": (88, 102, 5, 101),
        "es": (49, 57, 3, 57),
        "fr": (53, 57, 4, 57),
        "zh": (46, 57, 3, 57),
    },
}


@lru_cache
def sealed(name: str, language: str, part: str) -> tuple[str, ...]:
    """The phrases of one part of a set."""
    parts: dict[str, list[str]] = {}
    heading = ""
    for line in (FOLDER / name / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            heading = line.removeprefix("# ")
        elif line:
            parts.setdefault(heading, []).append(line)
    return tuple(parts[part])
