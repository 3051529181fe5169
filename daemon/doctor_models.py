"""The models' part of ``hearth doctor``: every file that is in use, held against its checksum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from daemon.check import advice, good, wrong
from daemon.model_files import LANGUAGE, OWN, files, verified

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from daemon.check import Check
    from daemon.config import Config
    from daemon.model_files import ModelFile, Verified


def models(config: Config, database: Path, *, quick: bool) -> Iterator[Check]:
    """One check for each file that is in use. ``quick``: leave out language models, which are large."""
    for model in files(config, database):
        if not model.in_use or (model.kind == LANGUAGE and quick):
            continue
        held = verified(model)
        if model.kind != LANGUAGE:
            yield _signal(model, held)
        elif held.found is not None and not held.good:
            mend = f"hearth models pull {model.name}, or set its sha256 under [language_model]"
            yield wrong("language model's file", f"{model.path} is {held.said}", mend)


def _signal(model: ModelFile, held: Verified) -> Check:
    what = f"model: {model.kind}"
    if held.good:
        return good(what, f"{model.name} {model.version} is as it was".replace("  ", " "))
    if model.source == OWN:
        mend = "get the file again; if the new one is meant, set its sha256 under [analysis.classifier]"
    else:
        mend = "install Hearth again: pip install --force-reinstall --no-deps hearthd"
    found = f"{model.path}: {held.said}"
    if model.needed:
        return wrong(what, f"{found}: nothing is analysed without it", mend)
    if model.source == OWN:
        return wrong(what, f"{found}: rules decide", mend)
    return advice(what, f"{found}: the rest goes on without it", mend)
