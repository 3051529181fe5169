"""Dialogues and open text as numbers: what is learned from, in rows of one length."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from training.language.open_text import health, services
from training.language.tokens import BEGIN, END, load, train

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from training.language.tokens import Tokens

ASKED, WANTED = 1, 2  # of the question, which is learned a little; of plan and answer, which are all learned
LENGTHS: Final = (256, 512, 1024)  # of rows
CHUNK: Final = 4096  # texts that are read at once
MERGED: Final = 60_000  # records that the tokenizer is trained on
TEXTS_MERGED: Final = 6_000  # pieces of open text
MERGED_CHARS: Final = 600  # of each
SERVICES: Final = 60_000  # turns of service dialogues: more would be most of what is read


@dataclass(frozen=True, slots=True)
class Documents:
    """Documents end to end: ``tokens`` and ``kinds`` (n,), ``starts`` (documents + 1,)."""

    tokens: NDArray[np.uint16]
    kinds: NDArray[np.uint8]
    starts: NDArray[np.int64]

    @property
    def lengths(self) -> NDArray[np.int64]:
        """Tokens of each."""
        return np.diff(self.starts)

    def save(self, path: Path) -> None:
        """Write them."""
        np.savez(path, tokens=self.tokens, kinds=self.kinds, starts=self.starts)


def opened(path: Path) -> Documents:
    """Documents from a file."""
    with np.load(path) as found:
        return Documents(found["tokens"], found["kinds"], found["starts"])


def records(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """The records of all files of a name below a folder, in order."""
    for path in sorted(folder.rglob(name)):
        with path.open(encoding="utf-8") as file:
            yield from map(json.loads, file)


def texts(record: dict[str, Any]) -> list[str]:
    """A record's texts in the order of :func:`parts`."""
    return [record["state"], record["ask"], record["plan"], record.get("found", ""), record.get("say", "")]


def document(known: Tokens, found: list[list[int]]) -> tuple[list[int], list[int]]:
    """A record as tokens, and what is learned of each."""
    state, ask, plan, seen, said = found
    name = known.control
    tokens = [name(BEGIN), name("<|state|>"), *state, name("<|ask|>"), *ask, name("<|plan|>")]
    kinds = [0, 0, *[0] * len(state), 0, *[ASKED] * len(ask), 0]
    tokens += [*plan, name("<|found|>")]
    kinds += [WANTED] * (len(plan) + 1)
    if said:
        tokens += [*seen, name("<|say|>"), *said, name(END)]
        kinds += [*[0] * len(seen), 0, *[WANTED] * (len(said) + 1)]
    return tokens, kinds


def encoded(known: Tokens, found: Iterable[dict[str, Any]]) -> Documents:
    """Records as documents."""
    tokens: list[NDArray[np.uint16]] = []
    kinds: list[NDArray[np.uint8]] = []
    starts = [0]
    for chunk in _chunks(found):
        every = known.texts([text for record in chunk for text in texts(record)])
        for number in range(len(chunk)):
            made, learned = document(known, every[5 * number : 5 * number + 5])
            tokens.append(np.array(made, np.uint16))
            kinds.append(np.array(learned, np.uint8))
            starts.append(starts[-1] + len(made))
    empty = np.zeros(0, np.uint16)
    return Documents(
        np.concatenate([empty, *tokens]),
        np.concatenate([empty.astype(np.uint8), *kinds]),
        np.array(starts, np.int64),
    )


def plain(known: Tokens, found: Iterable[str], length: int = LENGTHS[0]) -> Documents:
    """Open text in documents of at most a row."""
    pieces: list[NDArray[np.uint16]] = []
    for ids in known.texts(list(found)):
        whole = [known.control(BEGIN), *ids, known.control(END)]
        pieces += [np.array(whole[at : at + length], np.uint16) for at in range(0, len(whole), length)]
    starts = np.cumsum([0, *(len(piece) for piece in pieces)])
    tokens = np.concatenate([np.zeros(0, np.uint16), *pieces])
    return Documents(tokens, np.full(len(tokens), WANTED, np.uint8), starts.astype(np.int64))


def _chunks(found: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    chunk: list[dict[str, Any]] = []
    for record in found:
        chunk.append(record)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def prepared(data: Path, text: Path | None) -> tuple[Tokens, dict[str, Documents]]:
    """The tokenizer and the documents of a data folder; made where they are not there yet, or too old.

    A tokenizer that is there is kept whatever is added: a model knows no other.
    ``text``: folder with ``sgd.jsonl.xz`` and ``medquad.jsonl.xz``; None: no open text.
    """
    place = data / "tokenizer.json"
    if not place.exists():
        train(_merged(data, text)).save(place)
    known = load(place)
    found = {}
    for name in ("dialogues", "services", "health"):
        path = data / f"{name}.npz"
        newest = max((each.stat().st_mtime for each in data.rglob("train.jsonl")), default=0.0)
        if not path.exists() or (name == "dialogues" and path.stat().st_mtime < newest):
            made = _made(known, name, data, text)
            made.save(path)
        found[name] = opened(path)
    return known, {name: each for name, each in found.items() if len(each.tokens)}


def _made(known: Tokens, name: str, data: Path, text: Path | None) -> Documents:
    if name == "dialogues":
        return encoded(known, records(data, "train.jsonl"))
    if text is None:
        return plain(known, ())
    if name == "services":
        return encoded(known, islice(services(text / "sgd.jsonl.xz"), SERVICES))
    return plain(known, health(text / "medquad.jsonl.xz"))


def _merged(data: Path, text: Path | None) -> Iterator[str]:
    """What the tokenizer is trained on."""
    for record in islice(records(data, "train.jsonl"), MERGED):
        yield from texts(record)
    if text is not None:
        yield from (piece[:MERGED_CHARS] for piece in islice(health(text / "medquad.jsonl.xz"), TEXTS_MERGED))
        for record in islice(services(text / "sgd.jsonl.xz"), TEXTS_MERGED):
            yield from texts(record)
