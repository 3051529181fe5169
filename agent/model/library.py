"""llama.cpp's functions, without the rest of the package that brings them, which takes 20 MB more."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING, Final

__all__ = ["lib"]

PACKAGE: Final = "llama_cpp"


def _functions() -> ModuleType:
    """The module of functions alone; whoever imports the package later gets it whole.

    Raises:
        ImportError: the package is not installed.
    """
    if PACKAGE in sys.modules:
        return import_module(f"{PACKAGE}.{PACKAGE}")
    spec = find_spec(PACKAGE)
    if spec is None:
        raise ImportError(f"{PACKAGE} is not installed", name=PACKAGE)
    bare = ModuleType(PACKAGE)
    bare.__path__ = list(spec.submodule_search_locations or ())
    sys.modules[PACKAGE] = bare
    try:
        return import_module(f"{PACKAGE}.{PACKAGE}")
    finally:
        del sys.modules[PACKAGE]


if TYPE_CHECKING:
    from llama_cpp import llama_cpp as lib
else:
    lib = _functions()
