"""Notes that a few words speak of ("my run", "the new pill"), as far as the asker may read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent.phrases import WORD, words
from agent.spelling import LONG, SHORTEST, distance
from agent.when.lexer import folded
from storage.notes import notes

if TYPE_CHECKING:
    from agent.scope import Scope
    from agent.when.anchors import Anchor
    from storage.notes import Note

# What people write of a change, in the languages they write in. The first letters of a word are enough.
BEGUN: Final = tuple(
    words("start began begin first new begonnen angefangen neu empez comenz nuev commenc debut nouve 开始 新")
)
ENDED: Final = tuple(words("stop quit last abgesetzt aufgehort dej arret 停"))
# Words that stand for a kind of note: whoever says "the new pill" need not have written "pill".
KINDS: Final = {
    "medication": tuple(
        words(
            """
            pill tablet medic dose drug meds tablette pille medikament pastilla medicina medicament comprime
            cachet 药
            """
        )
    ),
    "activity": tuple(words("exercise workout sport training ejercicio deporte exercice 运动")),
    "symptom": tuple(words("symptom complaint beschwerde sintoma symptome 症状")),
}
STEM: Final = 4  # letters that make two forms of a word the same ("walk", "walked", "walking")
IRREGULAR: Final = {
    "ran": "run",
    "woke": "wake",
    "ate": "eat",
    "drank": "drink",
    "swam": "swim",
    "rode": "ride",
}


def about(anchor: Anchor, scope: Scope, start_ns: int, end_ns: int) -> list[int]:
    """When the notes were written that fit an anchor's words best, oldest first.

    Private notes count for their wearer alone.
    """
    own = scope.role == "wearer"
    kinds = anchor.kinds or None
    found = notes(scope.conn, scope.wearer.id, start_ns, end_ns, kinds=kinds, private=own)
    scored = [(_score(anchor, note), note.at_ns) for note in found]
    best = max((score for score, _ in scored), default=0)
    if best <= 0:
        return []
    fitting = [at_ns for score, at_ns in scored if score == best]
    # A medicine is written down again and again: it was started with the first and stopped with the last.
    return fitting[:1] if anchor.change == "start" else fitting


def _score(anchor: Anchor, note: Note) -> float:
    """How well a note fits: the words it shares, and a little more if it tells of the change meant."""
    text = folded(note.text)
    written = [word for word in (folded(each) for each in WORD.findall(text)) if word]
    shared = sum(any(same(word, other) for other in written) or _han(word, text) for word in anchor.words)
    # A word for the kind fits every note of that kind.
    for kind, names in KINDS.items():
        if note.kind == kind and any(folded(word).startswith(names) for word in anchor.words):
            shared = max(shared, 1)
    told = {"start": BEGUN, "stop": ENDED}.get(anchor.change, ())
    if not shared:
        return 0
    return shared + 0.5 * any(word.startswith(told) for word in written if told)


def same(a: str, b: str) -> bool:
    """Whether two words are forms or spellings of one."""
    a, b = IRREGULAR.get(folded(a), folded(a)), IRREGULAR.get(folded(b), folded(b))
    if a == b:
        return True
    shorter = min(len(a), len(b))
    if shorter < SHORTEST - 1:
        return False
    if a[: max(STEM, shorter - 2)] == b[: max(STEM, shorter - 2)] and shorter >= STEM:
        return True
    if shorter == STEM - 1 and _grown(*sorted((a, b), key=len)):
        return True
    return shorter >= LONG and distance(a, b, 1) <= 1


def _grown(short: str, long: str) -> bool:
    """As in run, runs, running: a short word with an ending, its last letter doubled or not."""
    endings = ("s", "ed", "ing", short[-1] + "ing", short[-1] + "ed")
    return any(long == short + ending for ending in endings)


def _han(word: str, text: str) -> bool:
    """Words of a script without spaces are looked for as they stand."""
    return len(word) > 1 and word in text and any("\u3400" <= letter <= "\u9fff" for letter in word)
