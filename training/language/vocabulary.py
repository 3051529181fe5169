"""The words that the built-in model is taught: ``python -m training.language.vocabulary --text DIR``.

Misspelt words of questions are mended to them in use. They are those of the phrases that are learned from, of
their variables and of times; beside them, words that only look like slips of these: those that rules
know, and the common ones of the open text. Writes ``agent/models/builtin-words.json``.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from agent.language import tongue
from agent.model.hearing import FILE, LETTERS, Taught
from agent.spelling import SHORTEST, mend
from training.language.asking import book, family_of, held_families
from training.language.grammar import REFERENCE
from training.language.open_text import health, services
from training.language.times import Times

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TIMES: Final = 6000  # that are drawn for their words
SEED: Final = 5
COMMON: Final = 40  # uses in the open text from which a word is none of chance
SPOKEN: Final = "en"  # the language of the open text
LANGUAGES: Final = ("en", "de", "es", "fr")  # those that are written in letters


@cache
def taught(language: str) -> Taught:
    """The words of a language, without those of the open text."""
    known = frozenset(_words(_phrases(language)))
    speech = tongue(language).speech
    rules = {word for each in (speech.everyday, speech.vocabulary) for word in _words(each)}
    return Taught(known, frozenset(rules) - known, nouns=language == "de")


def _phrases(language: str) -> Iterator[str]:
    known, held = book(language), held_families()
    for head in known.heads:
        for name, lines in head.families.items():
            if family_of(language, head, name) not in held:
                yield from lines
    yield from known.macros.values()
    for words in known.values.values():
        yield from words.values()
    chance, times = random.Random(SEED), Times(language)  # noqa: S311 - repeatable on purpose
    for _each in range(TIMES):
        yield times.draw(chance).words


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from map(str.lower, LETTERS.findall(REFERENCE.sub(" ", text)))


def written(text: Path) -> None:
    """Write the words of all languages beside the model. ``text``: folder of open text."""
    found = {language: taught(language) for language in LANGUAGES}
    spoken = found[SPOKEN]
    counts = Counter(_words(_read(text)))
    slips = {
        word
        for word, count in counts.items()
        if count >= COMMON and len(word) >= SHORTEST - 1 and mend(word, spoken.known, spoken.left) != word
    }
    found[SPOKEN] = Taught(spoken.known, spoken.left | slips)
    FILE.write_bytes(msgspec.json.format(msgspec.json.encode(found, order="sorted"), indent=0) + b"\n")


def _read(text: Path) -> Iterator[str]:
    yield from health(text / "medquad.jsonl.xz")
    for record in services(text / "sgd.jsonl.xz"):
        yield record["ask"]


def main() -> None:
    """Write them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--text", type=Path, required=True, help="folder of open text")
    written(parser.parse_args().text)


if __name__ == "__main__":
    main()
