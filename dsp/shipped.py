"""The model files that come with the signal chain, and whether they are what they were.

``python -m dsp.shipped`` brings ``dsp/models.toml`` up to date after a model was made anew: names, versions
and texts are written there by hand, sizes and checksums by this.
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Final

from dsp import class_model, labels, network, quality_model, wave_net
from dsp.models import ModelAltered, ModelError, ModelMissing

FOLDER: Final = Path(__file__).parent
LIST: Final = FOLDER / "models.toml"
SUFFIXES: Final = (".npz", ".onnx")
_HEAD: Final = """\
# The model files that come with the signal chain. Sizes and checksums are written by `python -m dsp.shipped`.
# needed: without the file nothing can be analysed; where another is missing the chain goes on without it.
"""


@dataclass(frozen=True, slots=True)
class Shipped:
    """A model file. ``needed``: nothing can be analysed without; ``size``: bytes; ``sha256``: hexadecimal."""

    file: str
    name: str
    version: str
    kind: str
    needed: bool
    source: str
    licence: str
    size: int = 0
    sha256: str = ""

    @property
    def path(self) -> Path:
        """Where it lies."""
        return FOLDER / self.file


@cache
def listed() -> tuple[Shipped, ...]:
    """Every model file that should be there."""
    return tuple(Shipped(**entry) for entry in tomllib.loads(LIST.read_text("utf-8"))["model"])


def check(model: Shipped) -> None:
    """Compare a file with its checksum.

    Raises:
        ModelMissing: it is absent or unreadable.
        ModelAltered: it is another file.
    """
    try:
        found = hashlib.sha256(model.path.read_bytes()).hexdigest()
    except OSError as error:
        raise ModelMissing(model.path, error.strerror or "unreadable") from error
    if found != model.sha256:
        raise ModelAltered(model.path, f"sha256 is {found}, not {model.sha256}")


def check_needed() -> None:
    """Check and read all that the chain cannot go without.

    Raises:
        ModelMissing, ModelAltered, ModelShape: the first that cannot be used.
    """
    for model in listed():
        if model.needed:
            check(model)
    network.own()
    quality_model.shipped()
    wave_net.shipped()
    class_model.shipped(labels.NAMES)


def troubles() -> dict[str, ModelError]:
    """What is wrong with the files, by name; empty where all is well."""
    found: dict[str, ModelError] = {}
    for model in listed():
        try:
            check(model)
        except ModelError as error:
            found[model.file] = error
    return found


def spare_troubles() -> list[tuple[Shipped, ModelError]]:
    """Files that the chain goes on without, and what is wrong with them."""
    found = troubles()
    return [(model, found[model.file]) for model in listed() if model.file in found and not model.needed]


def renewed() -> str:
    """The list as it should be, with the sizes and checksums of the files that are there.

    Raises:
        ModelMissing: a listed file is absent, or one that is there is not listed.
    """
    rows = {model.file: model for model in listed()}
    for path in sorted(FOLDER.iterdir()):
        if path.suffix in SUFFIXES and path.name not in rows:
            raise ModelMissing(path, f"not listed: say what it is in {LIST.name}")
    lines = [_HEAD]
    for model in rows.values():
        if not model.path.is_file():
            raise ModelMissing(model.path, "listed and not there")
        data = model.path.read_bytes()
        now = replace(model, size=len(data), sha256=hashlib.sha256(data).hexdigest())
        lines.append("\n[[model]]\n")
        lines += [f"{field.name} = {_toml(getattr(now, field.name))}\n" for field in fields(now)]
    return "".join(lines)


def _toml(value: str | int) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return (
        str(value) if isinstance(value, int) else '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    )


if __name__ == "__main__":
    LIST.write_text(renewed(), "utf-8")
