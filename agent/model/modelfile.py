"""Whether a model file is what it should be, before anything is loaded from it."""

from __future__ import annotations

import hashlib
import struct
from pathlib import Path
from typing import Final

from agent.model.errors import ModelRefused

HEAD: Final = struct.Struct("<4sIQQ")  # magic, version, tensors, keys
MAGIC: Final = b"GGUF"
VERSIONS: Final = (2, 3)  # that llama.cpp reads
MOST: Final = 1 << 20  # tensors or keys; real files have hundreds
READ_BYTES: Final = 1 << 20


def check(name: str, sha256: str) -> None:
    """Check a file's form, and its checksum where one is given.

    Raises:
        ModelRefused: saying what is wrong with it.
    """
    path = Path(name)
    try:
        with path.open("rb") as file:
            head = file.read(HEAD.size)
            _form(name, head, path.stat().st_size)
            if not sha256:
                return
            file.seek(0)
            digest = hashlib.sha256()
            while data := file.read(READ_BYTES):
                digest.update(data)
    except FileNotFoundError as error:
        raise ModelRefused(name, "there is no such file") from error
    except OSError as error:
        raise ModelRefused(name, error.strerror or "it cannot be read") from error
    if digest.hexdigest() != sha256:
        raise ModelRefused(name, f"it is altered: its sha256 begins with {digest.hexdigest()[:12]}")


def _form(name: str, head: bytes, size: int) -> None:
    if head[:4] != MAGIC:
        raise ModelRefused(name, "it is not a GGUF file")
    if len(head) < HEAD.size:
        raise ModelRefused(name, f"it is cut short: {size} bytes")
    _magic, version, tensors, keys = HEAD.unpack(head)
    if version not in VERSIONS:
        raise ModelRefused(name, f"it is GGUF version {version}; 2 and 3 can be read")
    if not 0 < tensors <= MOST or not 0 < keys <= MOST:
        raise ModelRefused(name, "its head makes no sense")
