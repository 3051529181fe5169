"""Every model file that Hearth may work with, and whether it is what it was meant to be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from agent.model.errors import ModelError as LanguageModelError
from agent.model.settings import BUILTIN as BUILTIN_LANGUAGE
from agent.model.settings import NONE, checksum, chosen, found
from daemon.checksum import sha256
from daemon.language import models_folder
from daemon.model_list import here
from daemon.rhythm_models import KIND, configured
from dsp import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from daemon.config import Config
    from storage.models import ModelRow

LANGUAGE: Final = "language"
OWN: Final = "yours"  # source and licence of what Hearth did not bring


class ModelFile(msgspec.Struct, frozen=True):
    """A model file.

    ``sha256``: that it should have; empty where nobody noted it. ``in_use``: by the settings. ``needed``:
    nothing can be analysed without it. ``labels``: of a classifier that has been loaded.
    """

    name: str
    version: str
    kind: str
    path: Path
    size: int | None
    sha256: str
    in_use: bool
    needed: bool
    source: str
    licence: str
    labels: tuple[str, ...] = ()


class Verified(msgspec.Struct, frozen=True):
    """A file held against its checksum. ``found``: None where it is missing."""

    name: str
    kind: str
    path: Path
    wanted: str
    found: str | None
    in_use: bool

    @property
    def good(self) -> bool:
        """Whether it is the file that was meant; where nobody noted a checksum, whether it is there."""
        return self.found is not None and self.wanted in {"", self.found}

    @property
    def said(self) -> str:
        """In words."""
        if self.found is None:
            return "missing"
        if not self.wanted:
            return f"its checksum was not noted: {self.found}"
        return "good" if self.good else f"altered, its sha256 is {self.found}"


def files(config: Config, database: Path, loaded: Sequence[ModelRow] = ()) -> list[ModelFile]:
    """Those of the signal chain, then those of language. ``loaded``: classifiers that gave results before."""
    return [*_signal(config, loaded), *_language(config, database)]


def verified(model: ModelFile) -> Verified:
    """Read a file and compare it."""
    try:
        digest = sha256(model.path)
    except OSError:
        digest = None
    return Verified(model.name, model.kind, model.path, model.sha256, digest, model.in_use)


def _signal(config: Config, loaded: Sequence[ModelRow]) -> Iterator[ModelFile]:
    choice = configured(config.analysis)
    labels = {row.sha256: row.labels for row in loaded}
    for model in shipped.listed():
        yield ModelFile(
            model.name,
            model.version,
            model.kind,
            model.path,
            _size(model.path),
            model.sha256,
            in_use=model.kind != KIND or choice.sha256 == model.sha256,
            needed=model.needed,
            source=model.source,
            licence=model.licence,
            labels=labels.get(model.sha256, ()),
        )
    known = {model.sha256 for model in shipped.listed()}
    rows = {row.sha256: row for row in loaded if row.kind == KIND and row.sha256 not in known}
    if choice.sha256 and choice.sha256 not in known and choice.sha256 not in rows:
        path = Path(choice.model)
        yield ModelFile(path.stem, "", KIND, path, _size(path), choice.sha256, True, False, OWN, OWN)
    for row in rows.values():
        path = Path(row.path)
        in_use = row.sha256 == choice.sha256
        yield ModelFile(
            row.name, row.version, KIND, path, _size(path), row.sha256, in_use, False, OWN, OWN, row.labels
        )


def _language(config: Config, database: Path) -> Iterator[ModelFile]:
    folder = models_folder(database, config.language_model.folder)
    meant = chosen(None, config.agent.model)
    seen: set[Path] = set()
    if meant != NONE and not config.language_model.endpoint:
        try:
            path = found(meant, folder)
            noted = config.language_model.sha256 or checksum(path)
        except LanguageModelError:
            if meant == BUILTIN_LANGUAGE:
                return  # this version comes with none
            path, noted = folder / meant, config.language_model.sha256
        seen.add(path)
        source = "training/language" if meant == BUILTIN_LANGUAGE else OWN
        yield ModelFile(meant, "", LANGUAGE, path, _size(path), noted, True, False, source, source)
    for model in here(folder):
        if not model.pulled_bytes and model.path.absolute() not in seen:
            yield ModelFile(
                model.name, "", LANGUAGE, model.path, model.size, model.sha256, False, False, OWN, OWN
            )


def _size(path: Path) -> int | None:
    return path.stat().st_size if path.is_file() else None
