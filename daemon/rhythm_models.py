"""Which rhythm classifier is meant, and opening it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from daemon.checksum import sha256
from daemon.errors import Misuse
from dsp import models as classifiers
from dsp import shipped
from storage import models

if TYPE_CHECKING:
    import sqlite3

    from daemon.config import AnalysisConfig
    from dsp.models import Classifier

BUILTIN: Final = "builtin"
RULES: Final = "rules"
KIND: Final = "rhythm"  # as in the list of shipped models, and in the register of loaded ones


class Choice(msgspec.Struct, frozen=True):
    """``model``: builtin, rules, or a classifier's file; ``sha256``: of the file, empty for rules."""

    model: str
    sha256: str = ""


def builtin() -> Choice:
    """The classifier that comes with Hearth; rules in a version that comes with none."""
    own = next((model for model in shipped.listed() if model.kind == KIND), None)
    return Choice(RULES) if own is None else Choice(BUILTIN, own.sha256)


def configured(config: AnalysisConfig) -> Choice:
    """What the settings mean."""
    if config.classifier is not None:
        return Choice(str(Path(config.classifier.path).expanduser()), config.classifier.sha256)
    return Choice(RULES) if config.rhythm == RULES else builtin()


def named(conn: sqlite3.Connection, text: str) -> Choice:
    """What somebody means by a word: builtin, rules, a file, or the name of one that was loaded before.

    Raises:
        Misuse: it is none of these.
        OSError: the file cannot be read.
    """
    if text == RULES:
        return Choice(RULES)
    if text == BUILTIN:
        return builtin()
    if (path := Path(text).expanduser()).is_file():
        return Choice(str(path.absolute()), sha256(path))
    known = [row for row in models.models(conn) if row.kind == KIND]
    for row in known:
        if text in {row.name, f"{row.name}-{row.version}"}:
            own = next((model for model in shipped.listed() if model.sha256 == row.sha256), None)
            return Choice(BUILTIN if own else row.path, row.sha256)
    names = ", ".join((BUILTIN, RULES, *(f"{row.name}-{row.version}" for row in known)))
    raise Misuse(f"no rhythm model {text!r}: wanted a file, or one of {names}")


def load(choice: Choice) -> Classifier | None:
    """The classifier; None where rules are meant.

    Raises:
        ModelMissing, ModelAltered, ModelShape: it cannot be used.
    """
    if choice.model == RULES:
        return None
    if choice.model == BUILTIN:
        return classifiers.shipped()
    return classifiers.load(Path(choice.model), choice.sha256)
