"""The model that comes with this program, where it does."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import msgspec
from msgspec import Meta

FOLDER: Final = Path(__file__).parents[1] / "models"
FILE: Final = FOLDER / "builtin.gguf"
CARD: Final = FOLDER / "builtin.json"


class Shipped(msgspec.Struct, frozen=True):
    """What is said of it beside it. ``context``: tokens of a question with its answer."""

    name: str
    version: str
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    family: str = "builtin"
    context: Annotated[int, Meta(ge=0)] = 0


def shipped() -> Shipped | None:
    """The model that this version comes with; None where it comes with none, or its card cannot be read."""
    if not FILE.is_file():
        return None
    try:
        return msgspec.json.decode(CARD.read_bytes(), type=Shipped)
    except (FileNotFoundError, msgspec.MsgspecError):
        return None
