"""Model files of arrays: ``.npz``, many with a ``meta`` that is a JSON object."""

from __future__ import annotations

import io
import json
import zipfile
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np

from dsp.models import ModelMissing, ModelShape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from numpy.typing import NDArray


@contextmanager
def opened(path: Path) -> Iterator[Mapping[str, NDArray[Any]]]:
    """The arrays of a file; what goes wrong in reading them within is told as of the file.

    Raises:
        ModelMissing: it cannot be read.
        ModelShape: it is no such file, or lacks what is asked of it.
    """
    try:
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as held:
            yield held
    except OSError as error:
        raise ModelMissing(path, error.strerror or "unreadable") from error
    except (KeyError, ValueError, TypeError, EOFError, zipfile.BadZipFile) as error:
        raise ModelShape(path, f"{type(error).__name__}: {error}") from error


def meta_of(held: Mapping[str, NDArray[Any]]) -> dict[str, Any]:
    """The ``meta`` of a file's arrays."""
    meta: dict[str, Any] = json.loads(str(held["meta"]))
    return meta


def save(path: Path, arrays: Mapping[str, NDArray[Any]], meta: Mapping[str, Any]) -> None:
    """Writes a file with ``meta``."""
    held: dict[str, Any] = {name: np.asarray(array) for name, array in arrays.items()}
    np.savez_compressed(path, meta=np.array(json.dumps(dict(meta))), **held)
