"""The chat templates of real models, as llama.cpp's sources hold them; they are not kept here.

``HEARTH_CHAT_TEMPLATES`` names their folder (llama.cpp's ``models/templates``), or the source distribution of
llama-cpp-python, which has them: ``pip download --no-deps --no-binary llama-cpp-python llama-cpp-python``.
"""

from __future__ import annotations

import json
import os
import tarfile
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from jinja2.ext import loopcontrols
from jinja2.sandbox import ImmutableSandboxedEnvironment

WHERE: Final = os.environ.get("HEARTH_CHAT_TEMPLATES", "")
INSIDE: Final = "vendor/llama.cpp/models/templates/"


@cache
def real(name: str) -> str:
    """The text of a real template; the test is skipped where there is none."""
    path = Path(WHERE) / f"{name}.jinja"
    if WHERE and path.is_file():
        return path.read_text(encoding="utf-8")
    if WHERE.endswith(".tar.gz"):
        with tarfile.open(WHERE) as archive:
            member = next((each for each in archive if each.name.endswith(f"{INSIDE}{name}.jinja")), None)
            held = archive.extractfile(member) if member else None
            if held is not None:
                return held.read().decode("utf-8")
    pytest.skip("HEARTH_CHAT_TEMPLATES names no folder with llama.cpp's models/templates, nor its source")


def rendered(template: str, messages: list[dict[str, Any]], tools: list[dict[str, Any]], **more: Any) -> str:  # noqa: ANN401 - a template's own variables
    """What the template itself says, in the environment that transformers gives it."""
    environment = ImmutableSandboxedEnvironment(
        trim_blocks=True, lstrip_blocks=True, extensions=[loopcontrols]
    )
    environment.filters["tojson"] = lambda value, indent=None: json.dumps(
        value, ensure_ascii=False, indent=indent
    )
    given = {"bos_token": "<s>", "eos_token": "</s>", "add_generation_prompt": True, **more}
    return environment.from_string(template).render(messages=messages, tools=tools or None, **given)
