"""Lists of phrases written before any list of the gate was looked at, to measure it as a stranger would.

Each set is a folder with a text file per language, whose parts are headed ``# must`` and ``# must not``.
Once what was missed has been read, a set is no longer unseen: the figure of its first measurement, in
``FIRST_LOOK``, is the honest one, and what it reads today only guards against falling back.

``sealed_a`` was written before the lists were read at all. ``sealed_b`` was written in the same hour by the
same person, who afterwards widened the lists for A: its first figure flatters. The fairest figures are those
of two lists taken from the tests of other projects, which are not kept here: of the first, 252 of 302 dangers
were seen and 9 of 74 harmless phrases were taken for one; then, with the lists widened for its misses, 98 of
111 and 0 of 45 of the second (English 50 of 52, Spanish 20 of 29). Its misses were mended, too.

``sealed_c`` and ``sealed_d`` were written together by somebody who had read the English lists, before either
was read by the gate; ``sealed_d`` was first measured after the lists were widened for C: 89 of 110 dangers
and 8 of 110 harmless phrases of C, then 68 of 72 and 8 of 72 of D. Recall came from everyday speech and
dialects; nearly all that was taken for a danger were questions about the recorder ("do you call an
ambulance by yourself") and jokes.
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
    "sealed_b": {
        "de": (17, 17, 1, 17),
        "en": (25, 25, 1, 25),
        "es": (17, 17, 1, 17),
        "fr": (17, 17, 1, 17),
        "zh": (16, 17, 0, 17),
    },
    "sealed_c": {
        "de": (15, 22, 2, 22),
        "en": (19, 24, 1, 24),
        "es": (21, 24, 1, 24),
        "fr": (18, 20, 2, 20),
        "zh": (16, 20, 2, 20),
    },
    "sealed_d": {
        "de": (14, 14, 1, 14),
        "en": (12, 16, 1, 16),
        "es": (14, 14, 2, 14),
        "fr": (14, 14, 2, 14),
        "zh": (14, 14, 2, 14),
    },
}

# language -> (asks for advice on medicines refused, asks, look-ups refused, look-ups), when first measured
FIRST_LOOK_AT_MEDICINES: Final[dict[str, dict[str, tuple[int, int, int, int]]]] = {
    "medication": {
        "de": (21, 30, 2, 15),
        "en": (24, 30, 1, 15),
        "es": (18, 30, 2, 15),
        "fr": (22, 30, 2, 15),
        "zh": (18, 30, 0, 15),
    },
    "medication_b": {
        "de": (8, 10, 1, 7),
        "en": (4, 10, 0, 7),
        "es": (9, 10, 1, 7),
        "fr": (7, 10, 1, 7),
        "zh": (6, 10, 1, 7),
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
