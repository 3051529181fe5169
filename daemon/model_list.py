"""The language models that can be pulled by name, and those that are there."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Annotated, Final

import msgspec
from msgspec import Meta

from agent.model.settings import CHECKSUM, SUFFIX, checksum
from daemon.errors import Misuse

if TYPE_CHECKING:
    from pathlib import Path

PART: Final = ".part"  # of a file that is being fetched
NAME: Final = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"  # is a file's name as well


class Known(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A model of the list. ``family``: how it is asked; ``size``: in bytes.

    ``sha256`` empty: nobody has said it; the first pull is trusted. ``size`` 0: not known beforehand.
    """

    name: Annotated[str, Meta(pattern=NAME)]
    url: Annotated[str, Meta(pattern="^https?://")]
    title: str = ""
    family: str = ""
    size: Annotated[int, Meta(ge=0)] = 0
    sha256: Annotated[str, Meta(pattern="^([0-9a-f]{64})?$")] = ""
    licence: str = ""


class _List(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    model: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class Here:
    """A model in the folder. ``sha256``: as it was when it was pulled, empty where nobody noted it.

    ``pulled_bytes``: of one that is not whole yet; 0 where it is.
    """

    name: str
    path: Path
    size: int
    sha256: str
    pulled_bytes: int = 0


@cache
def listed() -> tuple[Known, ...]:
    """The models that can be pulled by name."""
    text = files("deploy").joinpath("models.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), _List).model


def wanted(name: str, *, url: str = "", sha256: str = "") -> Known:
    """The model of that name. ``url``: fetched from there instead; ``sha256``: must be that file.

    A mirror of a listed model must give the listed file; a model that is not listed needs an address.

    Raises:
        Misuse: no such model, or no such address.
    """
    given = {key: value for key, value in (("url", url), ("sha256", sha256.lower())) if value}
    found = next((each for each in listed() if each.name == name.casefold()), None)
    try:
        if found is not None:
            whole = {**msgspec.structs.asdict(found), **given}
            if sha256 and sha256.lower() != found.sha256 and found.sha256:
                whole["size"] = 0  # another file than the listed one is meant
            return msgspec.convert(whole, Known)
        if not url:
            names = ", ".join(each.name for each in listed())
            raise Misuse(f"no model is called {name!r}; there are {names}, or name an address with --url")
        return msgspec.convert({"name": name, **given}, Known)
    except msgspec.ValidationError as error:
        raise Misuse(_plain(str(error))) from error


def _plain(message: str) -> str:
    if "$.url" in message:
        return "--url wants an address that begins with https:// or http://"
    if "$.sha256" in message:
        return "--sha256 wants 64 hexadecimal digits"
    return "a model's name has up to 64 letters, digits, dots, dashes and underscores"


def here(folder: Path) -> list[Here]:
    """The models in a folder, those that are not whole yet among them.

    Raises:
        ModelRefused: a checksum's file holds none.
    """
    if not folder.is_dir():
        return []
    found = []
    for path in sorted(folder.iterdir()):
        if path.name.endswith(SUFFIX):
            found.append(Here(path.name.removesuffix(SUFFIX), path, path.stat().st_size, checksum(path)))
        elif path.name.endswith(SUFFIX + PART):
            name = path.name.removesuffix(SUFFIX + PART)
            found.append(Here(name, path, 0, "", path.stat().st_size))
    return found


def remove(folder: Path, name: str) -> int:
    """Remove a model with all that belongs to it; how many bytes that frees.

    Raises:
        Misuse: there is no such model.
    """
    path = folder / f"{name}{SUFFIX}"
    parts = [path, *(path.with_name(path.name + end) for end in (CHECKSUM, PART, f"{PART}.json"))]
    there = [each for each in parts if each.is_file()]
    if not there or "/" in name:
        names = ", ".join(each.name for each in here(folder)) or "none"
        raise Misuse(f"no model {name!r} is in {folder}; there: {names}")
    freed = sum(each.stat().st_size for each in there)
    for each in there:
        each.unlink()
    return freed
