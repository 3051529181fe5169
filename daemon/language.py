"""The language model that the configuration means."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Final

from agent.model.errors import ModelError
from agent.model.settings import language_model

if TYPE_CHECKING:
    from agent.model.mind import LanguageModel
    from daemon.config import Config

log = logging.getLogger(__name__)

FOLDER: Final = "models"  # beside the database


def models_folder(database: Path, folder: str = "") -> Path:
    """Where language models are kept by name. ``folder``: as it is set; empty: beside the database."""
    return Path(folder).expanduser() if folder else database.parent / FOLDER


def configured(config: Config) -> LanguageModel | None:
    """The model of a daemon, being loaded; None where none is set, or the one that is set is not there.

    Answers then come from rules and templates, which is said in the log.
    """
    try:
        return language_model(
            config.agent.model,
            config.language_model,
            folder=models_folder(config.database, config.language_model.folder),
        )
    except ModelError as error:
        log.warning("answers are given without a language model: %s", error)
        return None
