"""The language model that the configuration means."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Final

from agent.model.errors import ModelError
from agent.model.settings import BUILTIN, NONE, checksum, chosen, found, installed, language_model
from daemon.check import advice, good, skipped

if TYPE_CHECKING:
    from agent.model.mind import LanguageModel
    from daemon.check import Check
    from daemon.config import Config

log = logging.getLogger(__name__)

FOLDER: Final = "models"  # beside the database
WHAT: Final = "language model"


def models_folder(database: Path, folder: str = "") -> Path:
    """Where language models are kept by name. ``folder``: as it is set; empty: beside the database."""
    return Path(folder).expanduser() if folder else database.parent / FOLDER


def configured(config: Config) -> LanguageModel | None:
    """The model of a daemon, being loaded; None where none is set, or the one that is set is not there.

    Answers then come from rules and templates, which is said in the log.
    """
    model = chosen(None, config.agent.model)
    try:
        return language_model(
            model,
            config.language_model,
            folder=models_folder(config.database, config.language_model.folder),
        )
    except ModelError as error:
        level = logging.INFO if model == BUILTIN else logging.WARNING  # nobody asked for the one that ships
        log.log(level, "answers are given without a language model: %s", error)
        return None


def examined(config: Config, database: Path) -> Check:
    """Whether the model that is meant is there; what it says has no part in whether all is well."""
    model = chosen(None, config.agent.model)
    if model == NONE:
        return skipped(WHAT, "none is set: rules and templates answer")
    if config.language_model.endpoint:
        return good(WHAT, f"{config.language_model.endpoint_model} at {config.language_model.endpoint}")
    try:
        path = found(model, models_folder(database, config.language_model.folder))
        noted = checksum(path) if model != BUILTIN else ""
    except ModelError as error:
        if model == BUILTIN:
            return skipped(WHAT, "this version comes with none: rules and templates answer")
        mend = f"hearth models pull {model}, or set another model under [agent]"
        return advice(WHAT, f"{error}: rules and templates answer", mend)
    if not installed():
        return advice(
            WHAT,
            "llama-cpp-python is not installed: rules and templates answer",
            "pip install 'hearthd[model]'",
        )
    kept = "" if noted or model == BUILTIN else ", its checksum not noted"
    return good(WHAT, f"{model}: {path}{kept}")
