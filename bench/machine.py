"""What a benchmark ran on, and its figures as lines or as one JSON object."""

from __future__ import annotations

import json
import platform
from typing import TYPE_CHECKING, Any

import psutil

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAME_WIDTH = 34


def machine(**versions: str) -> dict[str, Any]:
    """The machine, its load before, and the versions that matter here."""
    return {
        "machine": platform.machine(),
        "cores": psutil.cpu_count(),
        "memory_gb": round(psutil.virtual_memory().total / 1e9, 1),
        "system": platform.platform(),
        "python": platform.python_version(),
        **versions,
        "load_before": psutil.getloadavg()[0],
    }


def show(figures: Mapping[str, Any], *, as_json: bool) -> None:
    """Print them."""
    if as_json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        said = f"{value:.3f}" if isinstance(value, float) else value
        print(f"{name:{_NAME_WIDTH}} {said}")
